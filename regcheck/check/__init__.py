"""The checks: what in a draft overlaps, conflicts or points nowhere, and what only looks so."""

from regcheck.check.catalogue import RULES
from regcheck.check.verdict import Verdict, check_case

__all__ = ["RULES", "Verdict", "check_case"]
