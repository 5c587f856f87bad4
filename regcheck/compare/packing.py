"""The index as parts that can be kept on disk, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from regcheck.compare.files import Arrays, Part
from regcheck.compare.rows import DEAD, Matrix, Postings, freeze
from regcheck.compare.segments import Keys, Segment
from regcheck.compare.vectors import Vocabulary

#: The parts of an index: the weights, the segments in order, and what changes.
VOCABULARY, SEGMENT, STATE = "vocabulary", "segment", "state"


def pack(
    vocabulary: Vocabulary,
    segments: Sequence[Segment],
    regulations: Sequence[str],
    stamps: NDArray[np.uint64],
) -> Mapping[str, Part]:
    """Return an index as parts; what changes is the last one, and small."""
    owners = [np.zeros(0, dtype=np.int32), *(segment.matrix.owners for segment in segments)]
    names = Keys.pack(regulations)
    return {
        VOCABULARY: Part(
            {
                "hashes": vocabulary.hashes,
                "columns": vocabulary.columns,
                "idf": vocabulary.idf,
                "reach": vocabulary.reach,
                "counts": np.array([vocabulary.texts, vocabulary.regulations], dtype=np.int64),
            },
            vocabulary.saved_as,
        ),
        **{
            f"{SEGMENT}-{number}": Part(pack_segment(segment), segment.saved_as)
            for number, segment in enumerate(segments)
        },
        STATE: Part(
            {
                "new_hashes": vocabulary.new_hashes,
                "new_columns": vocabulary.new_columns,
                "new_idf": vocabulary.new_idf,
                "dead": np.flatnonzero(np.concatenate(owners) == DEAD),
                "names": names.letters,
                "name_starts": names.starts,
                "stamps": stamps,
            }
        ),
    }


def pack_segment(segment: Segment) -> Arrays:
    """Return the arrays of a segment."""
    matrix, postings = segment.matrix, segment.postings
    return {
        "terms": segment.terms,
        "starts": matrix.starts,
        "columns": matrix.columns,
        "weights": matrix.weights,
        "owners": matrix.owners,
        "postings_starts": postings.starts,
        "postings_rows": postings.rows,
        "postings_weights": postings.weights,
        "postings_tails": postings.tails,
        "postings_rare": postings.rare,
        "postings_buckets": postings.buckets,
        "postings_outlines": postings.outlines,
        "rare_lengths": segment.rare_lengths,
        "meanings": segment.meanings,
        "letters": segment.keys.letters,
        "key_starts": segment.keys.starts,
    }


def unpack_vocabulary(parts: Mapping[str, Part]) -> Vocabulary:
    """Return the vocabulary of an index."""
    old, new = parts[VOCABULARY].arrays, parts[STATE].arrays
    texts, regulations = old["counts"].tolist()
    return Vocabulary(
        hashes=freeze(old["hashes"]),
        columns=freeze(old["columns"]),
        idf=freeze(old["idf"]),
        reach=freeze(old["reach"]),
        texts=texts,
        regulations=regulations,
        new_hashes=freeze(new["new_hashes"]),
        new_columns=freeze(new["new_columns"]),
        new_idf=freeze(new["new_idf"]),
        saved_as=parts[VOCABULARY].saved_as,
    )


def unpack_segments(parts: Mapping[str, Part]) -> tuple[Segment, ...]:
    """Return the segments of an index, its dead rows dead."""
    dead, start, segments = parts[STATE].arrays["dead"], 0, []
    for name, part in parts.items():
        if name.startswith(SEGMENT):
            height = len(part.arrays["owners"])
            here = dead[(dead >= start) & (dead < start + height)] - start
            segments.append(unpack_segment(part, here))
            start += height
    return tuple(segments)


def unpack_segment(part: Part, dead: NDArray[np.int64]) -> Segment:
    """Return a segment in which some rows are dead."""
    arrays = {name: freeze(array) for name, array in part.arrays.items()}
    owners = arrays["owners"]
    if len(dead):
        owners = owners.copy()
        owners[dead] = DEAD
    names = ("starts", "rows", "weights", "tails", "rare", "buckets", "outlines")
    return Segment(
        arrays["terms"],
        Matrix(arrays["starts"], arrays["columns"], arrays["weights"], freeze(owners)),
        Postings(*(arrays[f"postings_{name}"] for name in names)),
        arrays["rare_lengths"],
        Keys(arrays["letters"], arrays["key_starts"]),
        part.saved_as,
        arrays["meanings"],
    )


def unpack_regulations(parts: Mapping[str, Part]) -> tuple[tuple[str, ...], NDArray[np.uint64]]:
    """Return the ids of the regulations by number, and their stamps."""
    state = parts[STATE].arrays
    return tuple(Keys(state["names"], state["name_starts"])), freeze(state["stamps"])
