"""Tables of a scan as CSV that Excel opens by double click, and as records for other reports.

Excel in an Indonesian Windows expects ``;`` between cells and a comma in numbers, in an English
one a comma and a point; the language of the report chooses. A byte order mark makes it read
UTF-8. There is no ``sep=`` line: with one, Excel ignores the mark and shows broken letters.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import PurePath
from typing import Any

from regcheck.domain import FileRow, Head, Identity, Severity
from regcheck.instruments import instrument
from regcheck.naming import cite_path, cite_regulation, cite_unit, title_text
from regcheck.report import columns, terms
from regcheck.report.terms import name_of
from regcheck.report.words import number, pick, say

LEVELS = tuple(level.label for level in sorted(Severity, reverse=True))
#: First characters that make a spreadsheet run a cell as a formula (CWE-1236).
RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One draft of a scan: what became of it, its findings counted, and its report's file name.

    ``severities`` and ``codes`` count the findings; ``html`` is empty where there is no report.
    ``quality`` and ``structure`` tell how far its text and its tree can be trusted.
    """

    path: str
    outcome: str
    id: str = ""
    title: str = ""
    pages: int = 0
    severities: Mapping[str, int] = field(default_factory=dict)
    codes: Mapping[str, int] = field(default_factory=dict)
    html: str = ""
    message: str = ""
    quality: float = 0.0
    structure: float = 0.0

    @property
    def total(self) -> int:
        """The number of findings."""
        return sum(self.severities.values())


def draft_row(row: FileRow, record: Mapping[str, Any] | None, html: str, lang: str) -> DraftRow:
    """Sum up one draft from its row and from the record of its check, if it was checked."""
    message = reason_of(row, lang)
    if record is None:
        return DraftRow(row.path, row.outcome, pages=row.pages, message=message)
    draft, findings = record["draft"], record["findings"]
    return DraftRow(
        path=row.path,
        outcome=row.outcome,
        id=draft["id"],
        title=title_text(draft["tentang"]) or cite_regulation(draft["id"]),
        pages=draft["pages"],
        severities=Counter(one["severity"] for one in findings),
        codes=Counter(one["code"] for one in findings),
        html=html,
        message=message,
        quality=draft["quality"]["text"],
        structure=draft["quality"]["structure"],
    )


def reason_of(row: FileRow, lang: str) -> str:
    """Return what is said of a file, without its name, which stands beside it.

    >>> reason_of(FileRow("a/b.pdf", "", "failed", (), 0, "/x/a/b.pdf: rusak."), "id")
    'rusak.'
    """
    message = row.message_en if lang == "en" else row.message
    _, named, reason = message.partition(f"{PurePath(row.path).name}: ")
    return reason if named else message


def summary_csv(rows: Sequence[DraftRow], lang: str) -> str:
    """Write one line for each draft: outcome, findings by severity and by code, and the report."""
    codes = sorted({code for row in rows for code in row.codes})
    head = [column(name, lang) for name in ("file", "id", "title", "outcome", "pages", "total")]
    head += [name_of(terms.SEVERITIES, level, lang).capitalize() for level in LEVELS]
    head += [*codes, column("report", lang), column("message", lang)]
    return write_csv([head, *(summary_cells(row, codes, lang) for row in rows)], lang)


def summary_cells(row: DraftRow, codes: Sequence[str], lang: str) -> list[object]:
    """Return the cells of one draft; a draft without a check has no counts."""
    counts: list[object] = [row.total, *(row.severities.get(level, 0) for level in LEVELS)]
    counts += [row.codes.get(code, 0) for code in codes]
    outcome = name_of(terms.OUTCOMES, row.outcome, lang)
    cells = counts if row.html else [""] * len(counts)
    return [row.path, row.id, row.title, outcome, row.pages, *cells, row.html, row.message]


def findings_csv(records: Iterable[Mapping[str, Any]], lang: str) -> str:
    """Write one line for each finding of each check: the matrix analysts fill in by hand."""
    head = [pick(pair, lang) for pair in columns.MATRIX_COLUMNS]
    lines = (
        finding_cells(finding, record, lang) for record in records for finding in record["findings"]
    )
    numbered = ([str(place), *cells] for place, cells in enumerate(lines, 1))
    return write_csv([head, *numbered], lang)


def finding_cells(finding: Mapping[str, Any], record: Mapping[str, Any], lang: str) -> list[object]:
    """Return the cells of one finding after its number."""
    draft, left, right = record["draft"], finding["left"], finding["right"]
    other = right["key"].partition("#") if right else ("", "", "")
    known = record["corpus"].get("counterparts", {}).get(other[0], {})
    return [
        title_text(draft["tentang"]) or cite_regulation(draft["id"]),
        cite_path(left["key"].partition("#")[2]) or cite_unit(left["key"]),
        left["text"],
        left["page"],
        cite_regulation(other[0]) if right else "",
        cite_path(other[2]),
        right["text"] if right else "",
        right["page"] if right else "",
        name_of(terms.STATUSES, known.get("status", ""), lang),
        finding["relation"],
        f"{finding['code']} {name_of(terms.CODES, finding['code'], lang)}",
        finding["reason"],
        finding["basis"],
        name_of(terms.SEVERITIES, finding["severity"], lang),
        name_of(terms.CERTAINTIES, finding["certainty"], lang),
        finding["confidence"],
        finding["recommendation"],
        "",
        pick(columns.FOLLOW_UP, lang),
        finding["fingerprint"],
    ]


def identities_csv(heads: Iterable[Head], lang: str) -> str:
    """Write one line for each file: the identity of its first act, as ``--meta`` takes it back.

    The id is left empty, so that it follows from what is filled in.
    """
    by_file: dict[str, list[Head]] = {}
    for head in heads:
        by_file.setdefault(head.path, []).append(head)
    names = [pick(pair, lang) for pair in columns.IDENTITY_COLUMNS.values()]
    return write_csv([names, *(identity_cells(found, lang) for found in by_file.values())], lang)


def identity_cells(acts: Sequence[Head], lang: str) -> list[object]:
    """Return the cells of one file."""
    first = acts[0]
    names = [name for name in terms.IDENTITY if name != "id"]
    values = [getattr(first.identity, name) for name in names]
    remark = say("several_acts", lang, n=len(acts)) if len(acts) > 1 else ""
    return [first.path, *values, "", "; ".join(filter(None, (first.id, remark)))]


def is_incomplete(identity: Identity) -> bool:
    """Tell whether what names a regulation is missing; a draft has no number yet.

    >>> is_incomplete(Identity("perda", "bali", "5", "2016")), is_incomplete(Identity("perda"))
    (False, True)
    """
    if identity.draft:
        return not identity.jenis
    known = instrument(identity.jenis)
    placeless = known is not None and known.regional and not identity.wilayah
    return placeless or not (identity.jenis and identity.nomor and identity.tahun)


def column(name: str, lang: str) -> str:
    """Return the heading of a column of the summary."""
    return pick(columns.SUMMARY_COLUMNS[name], lang)


def write_csv(lines: Iterable[Sequence[object]], lang: str) -> str:
    r"""Write lines of cells, with the mark and the separator that Excel expects.

    >>> write_csv([["=1+1", 0.5]], "id")
    "\ufeff'=1+1;0,5\r\n"
    """
    file = StringIO(newline="")
    file.write("\ufeff")
    writer = csv.writer(file, delimiter="," if lang == "en" else ";", lineterminator="\r\n")
    writer.writerows([cell(value, lang) for value in line] for line in lines)
    return file.getvalue()


def cell(value: object, lang: str) -> str:
    r"""Write one cell; a text that a spreadsheet would run as a formula is made a plain text.

    >>> cell("-5", "id"), cell(-5, "id"), cell("baris\nlain", "id")
    ("'-5", '-5', 'baris lain')
    """
    if isinstance(value, float):
        return number(value, lang, 2).rstrip("0").rstrip(".,")
    if isinstance(value, int):
        return str(value)
    text = " ".join(str(value).split())
    return f"'{text}" if str(value).startswith(RISKY) or text.startswith(RISKY) else text
