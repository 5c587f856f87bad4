"""Compare: passages become vectors, and vectors that are alike become pairs."""

from regcheck.compare.fields import list_contexts, place_contexts, rank_rows, score_fields
from regcheck.compare.index import VectorIndex
from regcheck.compare.stamps import Change
from regcheck.compare.words import find_family, find_words

__all__ = [
    "Change",
    "VectorIndex",
    "find_family",
    "find_words",
    "list_contexts",
    "place_contexts",
    "rank_rows",
    "score_fields",
]
