"""Set F: would a lawyer be told of two provisions of different laws that no citation connects?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.data import Data, Parsed
from regcheck.check.lawful import lawful_code
from regcheck.check.overlap import Matter, Overlap, as_compared
from regcheck.check.siblings import sibling_code
from regcheck.check.substance import find_substantive
from regcheck.check.words import weigh
from regcheck.compare import VectorIndex
from regcheck.domain import Kind, Norm, Pair, Passage, Relation
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


@dataclass(frozen=True)
class Bench:
    """What the decisions on a set of pairs look at; ``units`` are the passages of each pasal."""

    matter: Matter
    index: VectorIndex
    units: Mapping[str, list[Passage]]

    def find_pairs(self, row: Mapping[str, Any]) -> list[Pair]:
        """Return the pairs of passages of two pasal that ``check`` would look at."""
        left, right = (self.units.get(row[side], []) for side in ("a", "b"))
        wanted = {passage.key for passage in right}
        found = self.index.find_pairs(left, Settings().candidate_score)
        return [pair for pair in found if pair.right in wanted]

    def find_strays(self, row: Mapping[str, Any]) -> list[Pair]:
        """Return the pairs of a pasal with other pasal of the right act that match it less well.

        Where two pasal rule the same matter, these rule its neighbours.
        """
        left = self.units.get(row["a"], [])
        mine = {passage.key for passage in self.units.get(row["b"], [])}
        found = [
            pair
            for pair in self.index.find_pairs(left, Settings().candidate_score)
            if pair.right.startswith(f"{acts_of(row)[1]}#")
        ]
        best: dict[str, float] = {}
        for pair in found:
            best[pair.left] = max(pair.score, best.get(pair.left, 0.0))
        return [one for one in found if one.right not in mine and one.score < best[one.left]]

    def harmless(self, row: Mapping[str, Any]) -> str:
        """Return the N-code that the titles of two acts give to all their pairs."""
        return sibling_code(*(self.matter.titles.get(act, "") for act in acts_of(row)))


def predict(rows: list[dict[str, Any]], data: Data) -> Iterator[dict[str, Any]]:
    """Yield for every pair of pasal whether any of its passages is told of as an overlap.

    The decision, the formulae, the families of acts and the spelling out of abbreviations are those
    of the list of a corpus, whatever the probability from which it is printed; ``check``, which
    accuses a draft, tells of less. How common a wording is comes from an index of all texts.
    """
    bench = prepare(rows, data)
    for row in rows:
        found = () if bench.harmless(row) else report(row, bench)
        yield {"id": row["id"], "reported": any(found)}


def prepare(rows: Iterable[Mapping[str, Any]], data: Data) -> Bench:
    """Read the acts of the pairs as ``check`` does, and index them among all texts."""
    parsed = data.parsed()
    titles = {one.doc: one.title for one in parsed}
    asked = {act for row in rows for act in acts_of(row)}
    passages = {one.key: one for one in background(parsed, asked)}
    for doc in sorted(asked & titles.keys()):
        passages.update((one.key, one) for one in find_passages(data.regulation(doc)))
    spelled = spell_corpus(tuple(passages.values()))
    judged = as_compared(spelled)
    matter = Matter(judged, Norms(judged), titles, weigh(judged.values()))
    units = group_by_pasal({one.key: one for one in spelled})
    return Bench(matter, VectorIndex.build(spelled), units)


def acts_of(row: Mapping[str, Any]) -> tuple[str, str]:
    """Return the ids of the two acts of a pair of pasal."""
    left, right = (str(row[side]).partition("#")[0] for side in ("a", "b"))
    return left, right


def stand(row: Mapping[str, Any]) -> Relation:
    """Return how two acts stand to each other that no citation connects."""
    level, firm = level_between(*acts_of(row))
    return Relation(frozenset(), level, firm=firm, comparable=True)


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


def report(row: Mapping[str, Any], bench: Bench) -> Iterator[Overlap]:
    """Yield the overlaps between the passages of two pasal."""
    for pair in bench.find_pairs(row):
        overlap = find_substantive(pair, bench.matter, stand(row), Settings())
        if overlap and not lawful_code(overlap, pair, bench.matter):
            yield overlap
