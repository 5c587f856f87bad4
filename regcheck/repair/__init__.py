"""Text as it was meant where a recogniser misread it; for matching only, never for showing."""

from regcheck.repair.misreadings import is_near, mend_word, spoil
from regcheck.repair.text import Edit, Repaired, apply, repair, trim

__all__ = ["Edit", "Repaired", "apply", "is_near", "mend_word", "repair", "spoil", "trim"]
