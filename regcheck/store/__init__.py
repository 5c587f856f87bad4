"""Regulation ⇄ corpus on disk: one SQLite file, and a folder for the index beside it."""

from regcheck.store.corpus import Corpus
from regcheck.store.records import find_links

__all__ = ["Corpus", "find_links"]
