"""Read a file into lines of text that know where they stand on the page."""

from regcheck.read.files import SUFFIXES, find_documents, read_document

__all__ = ["SUFFIXES", "find_documents", "read_document"]
