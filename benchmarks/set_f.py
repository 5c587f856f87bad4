"""Set F: would ``check`` report two provisions of different laws that no citation connects?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.data import Data, Parsed
from regcheck.check.overlap import Overlap, find_overlap
from regcheck.check.siblings import sibling_code
from regcheck.check.words import Weights, weigh
from regcheck.compare import VectorIndex
from regcheck.domain import Kind, Norm, Pair, Passage
from regcheck.parse import find_passages, read_norm
from regcheck.settings import Settings

#: An ayat's number inside a pasal printed on one line.
#:
#: takes    (1) Setiap orang      wajib lapor. (2) Laporan
#: refuses  sebagaimana dimaksud pada ayat (1) wajib
AYAT = re.compile(r"(?:^|(?<=[.;:]\s))\(\d{1,2}[a-z]?\)\s")


def predict(rows: list[dict[str, Any]], data: Data) -> Iterator[dict[str, Any]]:
    """Yield for every pair of pasal whether the overlap check reports any of its passages.

    The decision, the formulae and the families of acts are those of ``check``; how common a
    wording is comes from an index of all texts.
    """
    parsed = data.parsed()
    titles = {one.doc: one.title for one in parsed}
    asked = {row[side].partition("#")[0] for row in rows for side in ("a", "b")}
    passages = {one.key: one for one in background(parsed, asked)}
    for doc in sorted(asked & titles.keys()):
        passages.update((one.key, one) for one in find_passages(data.regulation(doc)))
    index = VectorIndex.build(tuple(passages.values()))
    weights = weigh(passages.values())
    units = group_by_pasal(passages)
    for row in rows:
        left, right = (units.get(row[side], []) for side in ("a", "b"))
        docs = [row[side].partition("#")[0] for side in ("a", "b")]
        harmless = sibling_code(*(titles.get(doc, "") for doc in docs))
        found = () if harmless else report(left, right, passages, index, weights)
        yield {"id": row["id"], "reported": any(found)}


def background(parsed: Sequence[Parsed], asked: set[str]) -> Iterator[Passage]:
    """Yield the passages of the texts that no pair asks for, from their pasal on one line."""
    for one in parsed:
        if one.doc in asked:
            continue
        for number, segment in enumerate(one.segments):
            pieces = [piece.strip() for piece in AYAT.split(segment.text)]
            for place, piece in enumerate(filter(None, pieces)):
                key = f"{one.doc}#pasal-{segment.label}/ayat-{place}~{number}"
                yield Passage(key, Kind.AYAT, piece, 1)


def group_by_pasal(passages: Mapping[str, Passage]) -> Mapping[str, list[Passage]]:
    """Return the passages by pasal, in the notation of the set: ``uu/2004/32#12A``."""
    units: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages.values():
        labels = re.findall(r"pasal-(\w+)", passage.key)
        if labels:
            units[f"{passage.regulation}#{labels[-1]}"].append(passage)
    return units


def report(
    left: Sequence[Passage],
    right: Sequence[Passage],
    passages: Mapping[str, Passage],
    index: VectorIndex,
    weights: Weights,
) -> Iterator[Overlap]:
    """Yield the overlaps between the passages of two pasal."""
    settings = Settings()
    wanted = {passage.key for passage in right}
    for pair in index.find_pairs(left, settings.candidate_score):
        if pair.right in wanted:
            overlap = find_overlap(pair, passages, norms_of(pair, passages), weights, settings)
            if overlap:
                yield overlap


def norms_of(pair: Pair, passages: Mapping[str, Passage]) -> Mapping[str, Norm]:
    """Return the norm frames of the two passages of a pair."""
    both = (passages[pair.left], passages[pair.right])
    return {one.key: read_norm(one.text, one.lead) for one in both}
