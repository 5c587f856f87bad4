"""Records as JSON, in the shapes that ``docs/schema`` describes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from regcheck.domain import (
    SCHEMA_VERSION,
    Anomaly,
    Bygone,
    CheckResult,
    Citation,
    FileRow,
    Finding,
    Head,
    Identity,
    Passage,
    Quote,
    Regulation,
    Suppressed,
)
from regcheck.report.peers import peers_to_json
from regcheck.report.reading import is_plain
from regcheck.report.shares import shares_to_json

Record = dict[str, Any]


def to_json(record: Mapping[str, Any]) -> str:
    """Write a record as indented JSON, other scripts than Latin as they are.

    >>> print(to_json({"a": "é"}))
    {
      "a": "é"
    }
    """
    return json.dumps(record, ensure_ascii=False, indent=2)


def read_json(path: Path) -> Record | None:
    """Read back a record, ``None`` where there is none, or something else lies there."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return record if isinstance(record, dict) else None


def versioned(**parts: Any) -> Record:
    """Return a top-level record, its schema version first."""
    return {"schema_version": SCHEMA_VERSION, **parts}


def regulations_to_json(regulations: Iterable[Regulation], lang: str = "id") -> Record:
    """Describe parsed regulations completely; ``lang`` is the language of the remarks."""
    return versioned(regulations=[regulation_to_json(one, lang) for one in regulations])


def regulation_to_json(regulation: Regulation, lang: str) -> Record:
    """Describe one regulation: identity, units in document order, and all that was found."""
    source = regulation.source_text
    return {
        "id": regulation.id,
        **identity_to_json(regulation.identity),
        "units": [
            {
                "key": unit.key,
                "kind": unit.kind.value,
                "label": unit.label,
                "heading": unit.heading,
                "parent": unit.parent,
                "text": regulation.own_text(unit).strip(),
                "page": unit.page,
                "target": unit.target,
            }
            for unit in regulation.units
        ],
        "citations": [citation_to_json(one, regulation, lang) for one in regulation.citations],
        "definitions": [
            {
                "term": one.term,
                "abbreviation": one.abbreviation,
                "meaning": regulation.slice(one.meaning).strip(),
                "unit": one.unit,
                "scope": one.scope,
            }
            for one in regulation.definitions
        ],
        "amendments": [
            {
                "op": one.op,
                "target": one.target,
                "label": one.label,
                "units": list(one.units),
                "text": regulation.slice(one.span).strip(),
            }
            for one in regulation.amendments
        ],
        "anomalies": anomalies_to_json((*source.notes, *regulation.anomalies), lang),
        "quality": quality_to_json(regulation),
    }


def identity_to_json(identity: Identity) -> Record:
    """Describe what the title block says."""
    return {
        "jenis": identity.jenis,
        "wilayah": identity.wilayah,
        "nomor": identity.nomor,
        "tahun": identity.tahun,
        "tentang": identity.tentang,
        "tanggal_penetapan": identity.tanggal_penetapan,
        "tanggal_pengundangan": identity.tanggal_pengundangan,
        "lembaran": identity.lembaran,
        "tambahan": identity.tambahan,
        "draft": identity.draft,
    }


def citation_to_json(citation: Citation, regulation: Regulation, lang: str) -> Record:
    """Describe a citation; offsets are those of the file, ``null`` unless it is a text file."""
    source = regulation.source_text
    last = source.file_offset(max(citation.span.start, citation.span.end - 1))
    record: Record = {
        "text": regulation.slice(citation.span),
        "role": citation.role.value,
        "holder": citation.holder,
        "target": citation.target,
        "page": source.page_of(citation.span.start),
        "start": source.file_offset(citation.span.start),
        "end": None if last is None else last + 1,
    }
    if citation.target is None:
        record |= {"candidates": list(citation.candidates), "why": citation.say(lang)}
    return record


def anomalies_to_json(anomalies: Iterable[Anomaly], lang: str) -> list[Record]:
    """Describe oddities."""
    return [
        {"code": one.code, "message": one.say(lang), "page": one.page, "unit": one.unit}
        for one in anomalies
    ]


def quality_to_json(regulation: Regulation) -> Record:
    """Describe how far the text and the tree can be trusted."""
    source = regulation.source_text
    return {
        "text": round(source.quality, 4),
        "structure": round(regulation.structure, 4),
        "reader": source.source.reader,
        "ocr_pages": source.ocr_pages,
        "pages": [
            {
                "page": page.page,
                "origin": page.origin,
                "score": round(page.score, 4),
                "confidence": round(page.confidence, 4),
            }
            for page in source.pages
            if not is_plain(page)
        ],
    }


def result_to_json(result: CheckResult, *, show_suppressed: bool = False) -> Record:
    """Describe a check; what was suppressed is counted by code, or listed on request."""
    models = {} if result.peers is None else {"peers": peers_to_json(result.peers)}
    return versioned(
        draft=draft_to_json(result.draft, str(result.settings.get("lang", "id"))),
        corpus=dict(result.corpus),
        settings=dict(result.settings),
        findings=[finding_to_json(one) for one in result.findings],
        suppressed=suppressed_to_json(result.suppressed, show_suppressed=show_suppressed),
        coverage={
            "compared": dict(result.coverage.compared),
            "skipped": dict(result.coverage.skipped),
        },
        shares=shares_to_json(result.shares),
        **models,
    )


def draft_to_json(draft: Regulation, lang: str) -> Record:
    """Describe what was checked, without its text."""
    source = draft.source_text
    return {
        "id": draft.id,
        **identity_to_json(draft.identity),
        "path": source.source.path,
        "sha256": source.source.sha256,
        "pages": source.source.pages,
        "anomalies": anomalies_to_json((*source.notes, *draft.anomalies), lang),
        "quality": quality_to_json(draft),
    }


def finding_to_json(finding: Finding) -> Record:
    """Describe one finding."""
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "severity": finding.severity.label,
        "certainty": finding.certainty.value,
        "confidence": round(finding.confidence, 4),
        "left": quote_to_json(finding.left),
        "right": quote_to_json(finding.right) if finding.right else None,
        "relation": finding.relation,
        "reason": finding.reason,
        "basis": finding.basis,
        "recommendation": finding.recommendation,
    }


def quote_to_json(quote: Quote) -> Record:
    """Describe one side of a finding."""
    printed = [{"key": place.key, "page": place.page} for place in quote.printed]
    return {"key": quote.key, "text": quote.text, "page": quote.page, "printed": printed}


def suppressed_to_json(suppressed: Sequence[Suppressed], *, show_suppressed: bool) -> Any:
    """Count what was suppressed by code, or list it."""
    if not show_suppressed:
        return dict(sorted(Counter(one.code for one in suppressed).items()))
    return [
        {
            "code": one.code,
            "left": one.left,
            "right": one.right,
            "score": round(one.score, 4),
            "by": one.by,
        }
        for one in suppressed
    ]


def corpus_to_json(heads: Iterable[Head], files: Iterable[FileRow], lang: str = "id") -> Record:
    """Describe a corpus: its regulations with their standing, and every file ever offered."""
    return versioned(
        regulations=[head_to_json(head) for head in heads],
        files=[file_to_json(row, lang) for row in files],
    )


def head_to_json(head: Head) -> Record:
    """Describe a regulation of the corpus without its text."""
    return {
        "id": head.id,
        **identity_to_json(head.identity),
        "status": head.standing.status.value,
        "by": list(head.standing.by),
        "register": known_to_json(head.standing.known),
        "path": head.path,
        "sha256": head.sha256,
        "pages": head.pages,
        "passages": head.passages,
        "quality": {"text": round(head.quality, 4), "structure": round(head.structure, 4)},
    }


def known_to_json(known: Bygone | None) -> Record | None:
    """Describe what the built-in register says, where a status rests on that alone."""
    if known is None:
        return None
    return {
        "by": known.clause,
        "since": known.since,
        "source": known.source,
        "verified": known.verified,
    }


def file_to_json(row: FileRow, lang: str = "id") -> Record:
    """Describe what became of a file."""
    return {
        "path": row.path,
        "sha256": row.sha256,
        "outcome": row.outcome,
        "ids": list(row.ids),
        "pages": row.pages,
        "message": row.message_en if lang == "en" else row.message,
        "reading": asdict(row.reading),
    }


def change_to_json(before: str, after: str, fields: Mapping[str, tuple[str, str]]) -> Record:
    """Describe what an edit changed: the ids, and old and new value of each field."""
    return versioned(
        before=before,
        after=after,
        changes=[{"field": name, "old": old, "new": new} for name, (old, new) in fields.items()],
    )


def search_to_json(found: Iterable[tuple[float, Passage, Head]]) -> Record:
    """Describe the passages nearest to a sentence, best first."""
    return versioned(
        results=[
            {
                "score": round(score, 4),
                "key": passage.key,
                "text": passage.text,
                "page": passage.page,
                "norm_type": passage.norm_type,
                "tentang": head.identity.tentang,
                "status": head.standing.status.value,
            }
            for score, passage, head in found
        ]
    )
