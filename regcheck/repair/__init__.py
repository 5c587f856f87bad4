"""Text as it was meant where a recogniser misread it; for matching only, never for showing."""

from regcheck.repair.misreadings import mend_word
from regcheck.repair.text import Edit, Repaired, apply, repair, trim

__all__ = ["Edit", "Repaired", "apply", "mend_word", "repair", "trim"]
