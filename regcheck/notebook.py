"""A corpus for analysts: pandas tables and a networkx graph, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from regcheck import pipeline
from regcheck.consolidate import consolidate_id
from regcheck.domain import Finding, Regulation
from regcheck.errors import RegcheckError
from regcheck.overlaps import Crew, find_overlaps
from regcheck.read import find_documents
from regcheck.settings import Settings

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

OVERLAP_PREFIXES = ("T-", "K-")


def open_corpus(path: str | Path = "", *, lang: str = "id", create: bool = False) -> Notebook:
    """Open a corpus; without a path, the user's default corpus.

    Args:
        path: The corpus file.
        lang: Language of reasons and messages, ``id`` or ``en``.
        create: Make an empty corpus if there is none.

    Raises:
        CorpusError: The corpus is missing, locked, damaged, newer or none.
    """
    return Notebook(Settings(corpus=str(path), lang=lang), create=create)


class Notebook:
    """An open corpus whose contents come as pandas DataFrames; close it, or use ``with``."""

    def __init__(self, settings: Settings, *, create: bool = False) -> None:
        self.settings = settings
        self.corpus = pipeline.open_corpus(settings, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the corpus file."""
        self.corpus.close()

    def add(self, place: str | Path) -> pd.DataFrame:
        """Add a file, or all documents of a folder, and return one row per file.

        Raises:
            UnreadableFileError: There is no such place, or it holds no documents.
        """
        batch = pipeline.Batch(self.settings)
        rows = pipeline.add_files(find_documents(Path(place)), self.corpus, batch)
        english = self.settings.lang == "en"
        return table(
            {
                "path": row.path,
                "outcome": row.outcome,
                "ids": ", ".join(row.ids),
                "pages": row.pages,
                "ocr_pages": row.reading.ocr_pages,
                "unread_pages": row.reading.unread_pages,
                "confidence": row.reading.confidence,
                "message": row.message_en if english else row.message,
            }
            for row in rows
        )

    def regulations(self, as_of: str = "") -> pd.DataFrame:
        """One row per regulation: identity, standing on a date, pages, quality, structure."""
        return table(
            {
                "id": head.id,
                "jenis": head.identity.jenis,
                "wilayah": head.identity.wilayah,
                "nomor": head.identity.nomor,
                "tahun": head.identity.tahun,
                "tentang": head.identity.tentang,
                "status": head.standing.status.value,
                "by": ", ".join(head.standing.by),
                "pages": head.pages,
                "passages": head.passages,
                "quality": head.quality,
                "structure": head.structure,
                "path": head.path,
            }
            for head in pipeline.list_heads(self.corpus, as_of)
        )

    def units(self, ids: Iterable[str] | None = None) -> pd.DataFrame:
        """One row per unit of the tree, in document order, with its own text and its page."""
        return table(
            {
                "regulation": regulation.id,
                "key": unit.key,
                "kind": unit.kind.value,
                "label": unit.label,
                "heading": unit.heading,
                "parent": unit.parent,
                "text": " ".join(regulation.own_text(unit).split()),
                "page": unit.page,
                "target": unit.target,
            }
            for regulation in self.each(ids)
            for unit in regulation.units
        )

    def citations(self, ids: Iterable[str] | None = None) -> pd.DataFrame:
        """One row per citation: who cites, in which role, and what; ``target`` may be missing."""
        return table(
            {
                "regulation": regulation.id,
                "holder": citation.holder,
                "role": citation.role.value,
                "text": " ".join(regulation.slice(citation.span).split()),
                "target": citation.target,
                "page": regulation.source_text.page_of(citation.span.start),
                "why": citation.say(self.settings.lang),
            }
            for regulation in self.each(ids)
            for citation in regulation.citations
        )

    def overlaps(self, ids: Iterable[str] | None = None) -> pd.DataFrame:
        """One row per overlap or conflict between two regulations of the corpus.

        Each regulation is checked as a draft would be; a pair found from both sides is listed
        once, from the side of the later regulation.
        """
        shelf = pipeline.load_shelf(self.corpus, self.settings)
        seen: dict[tuple[str, ...], Finding] = {}
        for regulation in sorted(self.each(ids), key=age, reverse=True):
            result = pipeline.check_regulations((regulation,), shelf, self.settings)
            for finding in result.findings:
                if finding.code.startswith(OVERLAP_PREFIXES) and finding.right:
                    sides = sorted((finding.left.key, finding.right.key))
                    seen.setdefault((finding.code, *sides), finding)
        return table(map(overlap_row, seen.values()))

    def similar(self, threshold: float = 0.5, *, scheduler: str = "") -> pd.DataFrame:
        """One row per pair of similar provisions of the corpus, exactly; no judgement on them.

        Args:
            threshold: Cosine in ``[0, 1]``, inclusive.
            scheduler: Address of a Dask scheduler whose workers are to compare.
        """
        crew = Crew(scheduler)
        found = find_overlaps(self.corpus, self.settings, threshold, crew=crew)
        pairs = [(group.weight, pair) for group in found.groups() for pair in group.pairs]
        keys = {key for _, pair in pairs for key in (pair.left, pair.right)}
        current = pipeline.read_current(self.corpus)
        texts = {one.key: one.text for one in current.passages if one.key in keys}
        return table(
            {
                "left": pair.left,
                "left_text": texts[pair.left],
                "right": pair.right,
                "right_text": texts[pair.right],
                "score": pair.score,
                "rare": pair.rare,
                "spread": pair.spread,
                "weight": weight,
            }
            for weight, pair in pairs
        )

    def consolidated(self, regulation_id: str, as_of: str = "") -> pd.DataFrame:
        """One row per unit of a regulation as it stands on a date, with the act that set it.

        ``op`` is how the wording came about, ``base`` where no amendment touched it.

        Raises:
            RegcheckError: There is no such regulation, or it is an amending act.
        """
        standing = consolidate_id(self.corpus, regulation_id, as_of)
        return table(
            {
                "key": unit.key,
                "kind": unit.kind.value,
                "label": unit.label,
                "text": " ".join(unit.wording.text.split()),
                "op": unit.wording.op,
                "act": unit.wording.act,
                "since": unit.wording.since,
            }
            for unit in standing.units
        )

    def graph(self) -> nx.MultiDiGraph:
        """Return the citation graph: regulations as nodes, citations as edges with a role."""
        return pipeline.corpus_graph(self.corpus)

    def each(self, ids: Iterable[str] | None) -> Iterator[Regulation]:
        """Read the regulations with the given ids, or all, one at a time."""
        wanted = ids if ids is not None else [head.id for head in self.corpus.heads()]
        return map(self.corpus.regulation, wanted)


def age(regulation: Regulation) -> tuple[str, str]:
    """Return what orders regulations from older to newer."""
    identity = regulation.identity
    return identity.tahun, identity.tanggal_pengundangan or identity.tanggal_penetapan


def overlap_row(finding: Finding) -> dict[str, Any]:
    """Return a finding with two sides as one flat row."""
    right = finding.right
    return {
        "code": finding.code,
        "severity": finding.severity.label,
        "certainty": finding.certainty.value,
        "confidence": finding.confidence,
        "score": finding.score,
        "left": finding.left.key,
        "left_page": finding.left.page,
        "left_text": finding.left.text,
        "right": right.key if right else "",
        "right_page": right.page if right else 0,
        "right_text": right.text if right else "",
        "relation": finding.relation,
        "reason": finding.reason,
    }


def table(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """Make a DataFrame of rows.

    Raises:
        RegcheckError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ModuleNotFoundError:
        raise RegcheckError(
            id="pandas belum terpasang. Pasang dengan: pip install 'regcheck[notebook]'",
            en="pandas is not installed. Install it with: pip install 'regcheck[notebook]'",
        ) from None
    return pd.DataFrame(list(rows))
