"""Text as it was meant where a recogniser misread it; for matching only, never for showing."""

from regcheck.repair.misreadings import mend_word
from regcheck.repair.text import Repaired, repair

__all__ = ["Repaired", "mend_word", "repair"]
