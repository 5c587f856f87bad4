"""Compare: passages become vectors, and vectors that are alike become pairs."""

from regcheck.compare.index import VectorIndex
from regcheck.compare.stamps import Change
from regcheck.compare.words import find_family, find_words

__all__ = ["Change", "VectorIndex", "find_family", "find_words"]
