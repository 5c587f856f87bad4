"""Cases built by hand: a draft's passages beside those of other regulations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

import pytest

from regcheck.check.survivors import find_survivors
from regcheck.domain import (
    Case,
    Head,
    Identity,
    Kind,
    Line,
    Link,
    Modality,
    Norm,
    Pair,
    Passage,
    Quantity,
    Regulation,
    RegulationId,
    Relation,
    Source,
    SourceText,
    Span,
    Standing,
    Status,
    Superseded,
    Unit,
)

DRAFT = "perda/sagara-raya/2026/9"
SAME_RANK = Relation(frozenset(), "setingkat", firm=True, comparable=True)


@dataclass
class CaseBuilder:
    """Collects what a case holds; ``build`` pairs every draft passage with every other one."""

    draft: Regulation
    passages: dict[str, Passage] = field(default_factory=dict)
    norms: dict[str, Norm] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    superseded: dict[str, Superseded] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def add(self, key: str, text: str, norm: Norm | None = None, norm_type: str = "") -> str:
        """Add a passage and, for a new regulation, its head and relation; returns the key."""
        path = key.partition("#")[2]
        kind = Kind.ANGKA if "angka" in path else Kind.AYAT if "ayat" in path else Kind.PASAL
        self.passages[key] = Passage(key, kind, text, 1, norm_type=norm_type)
        self.norms[key] = norm or Norm((), Modality.NONE, "", (), ())
        regulation = self.passages[key].regulation
        if regulation != self.draft.id and regulation not in self.heads:
            self.register(regulation)
        return key

    def register(
        self, id_: str, title: str = "Ketertiban Pasar", status: Status = Status.BERLAKU
    ) -> None:
        """Put a regulation into the corpus."""
        parts = RegulationId.from_str(id_)
        identity = Identity(parts.jenis, parts.wilayah, parts.nomor, parts.tahun, title)
        standing = Standing(id_, status)
        self.heads[id_] = Head(id_, identity, "", id_, 1, 1, 1.0, 1.0, standing)
        self.relations[id_] = SAME_RANK

    def relate(self, id_: str, *kinds: str, level: str = "setingkat", firm: bool = True) -> None:
        """Say how a regulation stands to the draft."""
        self.relations[id_] = Relation(frozenset(kinds), level, firm=firm, comparable=True)

    def build(self, scores: Mapping[tuple[str, str], Pair] | None = None) -> Case:
        """Return the case; pairs have the score .8 unless given."""
        mine = [key for key in self.passages if key.startswith(f"{self.draft.id}#")]
        pairs = [
            (scores or {}).get((left, right)) or Pair(left, right, 0.8, 0.8)
            for left in mine
            for right in self.passages
            if right not in mine
        ]
        return Case(
            draft=self.draft,
            passages=self.passages,
            pairs=tuple(pairs),
            norms=self.norms,
            heads=self.heads,
            relations=self.relations,
            superseded=self.superseded,
            links=tuple(self.links),
            survivors=find_survivors(self.heads, self.links),
        )


def make_draft(title: str = "Pengelolaan Terminal", id_: str = DRAFT) -> Regulation:
    """Return a draft without text."""
    parts = RegulationId.from_str(id_)
    identity = Identity(parts.jenis, parts.wilayah, "", "", title, draft=True)
    source = SourceText((), Source("rancangan.txt", "0" * 64, 1, "test 1"))
    return Regulation(id_, identity, source, ())


@pytest.fixture
def builder() -> CaseBuilder:
    """Return an empty case of a draft on terminals."""
    return CaseBuilder(make_draft())


@pytest.fixture
def duty() -> Callable[..., Norm]:
    """Return a maker of norms with a modality and quantities ``(value, unit)``."""

    def make(modality: Modality = Modality.WAJIB, *limits: tuple[float, str]) -> Norm:
        quantities = tuple(Quantity(value, unit, "le", Span(0, 1)) for value, unit in limits)
        return Norm((), modality, "", (), quantities)

    return make


@pytest.fixture
def printed() -> Callable[[Iterable[tuple[str, str]]], Regulation]:
    """Return a maker of drafts from ``(path, line)``: a unit for each line, nested by path."""

    def make(lines: Iterable[tuple[str, str]]) -> Regulation:
        rows, units, position = list(lines), [], 0
        for path, text in rows:
            kind, _, label = path.rpartition("/")[2].partition("-")
            parent = f"{DRAFT}#{path.rpartition('/')[0]}" if "/" in path else ""
            heading = text if kind == "bab" else ""
            span = Span(position, position + len(text))
            units.append(Unit(f"{DRAFT}#{path}", Kind(kind), label, heading, span, parent))
            position += len(text) + 1
        text_lines = tuple(Line(text, 1) for _, text in rows)
        source = SourceText(text_lines, Source("rancangan.txt", "0" * 64, 1, "test 1"))
        return replace(make_draft(), source_text=source, units=tuple(units))

    return make
