"""Set F: would ``check`` report two provisions of different laws that no citation connects?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.data import Data, Parsed
from regcheck.check.lawful import lawful_code
from regcheck.check.overlap import Matter, Overlap, as_compared
from regcheck.check.siblings import sibling_code
from regcheck.check.substance import find_substantive
from regcheck.check.words import weigh
from regcheck.compare import VectorIndex
from regcheck.domain import Kind, Norm, Passage, Relation
from regcheck.glossaries import spell_corpus
from regcheck.law.hierarchy import level_between
from regcheck.parse import find_passages
from regcheck.parse.norms.norms import read_norm
from regcheck.settings import Settings

#: An ayat's number inside a pasal printed on one line.
#:
#: takes    (1) Setiap orang      wajib lapor. (2) Laporan
#: refuses  sebagaimana dimaksud pada ayat (1) wajib
AYAT = re.compile(r"(?:^|(?<=[.;:]\s))\(\d{1,2}[a-z]?\)\s")


class Norms(Mapping[str, Norm]):
    """The norm frames of passages, each read when a decision asks for it."""

    def __init__(self, passages: Mapping[str, Passage]) -> None:
        self.passages = passages

    def __getitem__(self, key: str) -> Norm:
        """Return the frame of the passage ``key``."""
        return read_norm(self.passages[key].text, self.passages[key].lead)

    def __iter__(self) -> Iterator[str]:
        return iter(self.passages)

    def __len__(self) -> int:
        return len(self.passages)


def predict(rows: list[dict[str, Any]], data: Data) -> Iterator[dict[str, Any]]:
    """Yield for every pair of pasal whether the overlap check reports any of its passages.

    The decision, the formulae, the families of acts and the spelling out of abbreviations are those
    of ``check``; how common a wording is comes from an index of all texts.
    """
    parsed = data.parsed()
    titles = {one.doc: one.title for one in parsed}
    asked = {row[side].partition("#")[0] for row in rows for side in ("a", "b")}
    passages = {one.key: one for one in background(parsed, asked)}
    for doc in sorted(asked & titles.keys()):
        passages.update((one.key, one) for one in find_passages(data.regulation(doc)))
    spelled = spell_corpus(tuple(passages.values()))
    index, judged = VectorIndex.build(spelled), as_compared(spelled)
    matter = Matter(judged, Norms(judged), titles, weigh(judged.values()))
    units = group_by_pasal({one.key: one for one in spelled})
    for row in rows:
        left, right = (units.get(row[side], []) for side in ("a", "b"))
        docs = [row[side].partition("#")[0] for side in ("a", "b")]
        harmless = sibling_code(*(titles.get(doc, "") for doc in docs))
        found = () if harmless else report(left, right, matter, index)
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
    left: Sequence[Passage], right: Sequence[Passage], matter: Matter, index: VectorIndex
) -> Iterator[Overlap]:
    """Yield the overlaps between the passages of two pasal."""
    settings = Settings()
    wanted = {passage.key for passage in right}
    for pair in index.find_pairs(left, settings.candidate_score):
        if pair.right not in wanted:
            continue
        acts = (key.partition("#")[0] for key in (pair.left, pair.right))
        level, firm = level_between(*acts)
        beside = Relation(frozenset(), level, firm=firm, comparable=True)
        overlap = find_substantive(pair, matter, beside, settings)
        if overlap and not lawful_code(overlap, pair, matter):
            yield overlap
