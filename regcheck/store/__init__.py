"""Regulation ⇄ corpus on disk: one SQLite file, and a folder for the index beside it."""

from regcheck.store.corpus import Corpus
from regcheck.store.records import find_links
from regcheck.store.supplied import Supplied

__all__ = ["Corpus", "Supplied", "find_links"]
