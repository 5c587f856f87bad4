"""Parse the text of a regulation into units, citations, definitions and norms."""

from regcheck.parse.document import parse_document
from regcheck.parse.operations import find_operations
from regcheck.parse.passages import find_passages

__all__ = ["find_operations", "find_passages", "parse_document"]
