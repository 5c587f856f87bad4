"""What a catalogue brought into the corpus, as text and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regcheck.domain import FileRow, Status
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.naming import cite_regulation
from regcheck.report import terms
from regcheck.report.data import Record, versioned
from regcheck.report.tables import reason_of
from regcheck.report.terms import name_of
from regcheck.report.words import number, pick

COUNTS: Mapping[str, tuple[str, str]] = {
    "documents": ("{n} dokumen dicatat dari umpan", "{n} documents recorded from the feed"),
    "repeated": (
        "{n} dokumen berulang: yang terakhir dipakai",
        "{n} repeated: the last one counts",
    ),
    "skipped": ("{n} dokumen tidak dapat dikenali:", "{n} documents could not be identified:"),
    "files": ("{n} berkas dicocokkan", "{n} files matched"),
    "missing": ("{n} dokumen tanpa berkas di folder", "{n} documents without a file in the folder"),
    "abstracts": ("{n} abstrak dibaca dari berkasnya", "{n} abstracts read from their files"),
    "unread": ("{n} berkas abstrak tidak terbaca", "{n} files of abstracts could not be read"),
    "ties": (
        "{n} hubungan dari abstrak dan judul: masuk peta rujukan sebagai keterangan katalog",
        "{n} ties from abstracts and titles: in the citation map as the catalogue's word",
    ),
    "spare": ("{n} berkas tidak disebut umpan", "{n} files that the feed does not name"),
}
DISPUTED = (
    "{id}: katalog mencatat “{hint}”, menurut naskah di korpus {status}. Naskah yang dipakai; "
    "perlu kajian.",
    "{id}: the catalogue says “{hint}”, the texts of the corpus say {status}. The texts count; "
    "needs legal review.",
)
MOVED = (
    "{id}: berkasnya menyebut identitas lain: {ids}",
    "{id}: its file gives another identity: {ids}",
)


@dataclass(frozen=True)
class Account:
    """What a feed brought: its entries, what became of the files, and what is to be looked at.

    ``counts`` are those of ``COUNTS``; ``rows`` the outcomes of files, ``disputed`` the statuses
    that the texts show where a catalogue says otherwise, and ``moved`` the ids that files have in
    the corpus instead, all by id of the document; ``skipped`` documents with their place, title
    and reason in both languages; ``spare`` files that the feed does not name.
    """

    entries: Sequence[CatalogueEntry]
    counts: Mapping[str, int]
    rows: Mapping[str, FileRow]
    disputed: Mapping[str, Status]
    moved: Mapping[str, Sequence[str]]
    skipped: Sequence[tuple[int, str, str, str]] = ()
    spare: Sequence[str] = ()


def import_lines(counts: Mapping[str, int], lang: str) -> list[str]:
    """Write the counts of an import; the documents that were skipped come last.

    >>> import_lines({"documents": 2, "skipped": 0}, "en")
    ['2 documents recorded from the feed']
    """
    order = sorted(counts, key=lambda name: name == "skipped")
    return [
        pick(COUNTS[name], lang).format(n=number(counts[name], lang))
        for name in order
        if counts[name] or name == "documents"
    ]


def account_lines(account: Account, lang: str) -> list[str]:
    """Write an import: its counts, the documents that were skipped, and what to look at."""
    lines = import_lines(account.counts, lang)
    lines += [
        f"  {number(place, lang)}. {title or '-'}: {english if lang == 'en' else indonesian}"
        for place, title, indonesian, english in account.skipped
    ]
    return [*lines, *dispute_lines(account, lang)]


def dispute_lines(account: Account, lang: str) -> list[str]:
    """Write what is to be looked at: failed files, other identities, statuses in dispute."""
    lines = [
        f"{row.path}: {name_of(terms.OUTCOMES, row.outcome, lang)} - {reason_of(row, lang)}"
        for row in account.rows.values()
        if row.outcome in {"failed", "scan"}
    ]
    lines += [
        pick(MOVED, lang).format(id=id_, ids=", ".join(ids)) for id_, ids in account.moved.items()
    ]
    for entry in account.entries:
        if entry.id in account.disputed:
            status = name_of(terms.STATUSES, account.disputed[entry.id].value, lang)
            name = cite_regulation(entry.id)
            lines.append(pick(DISPUTED, lang).format(id=name, hint=entry.status, status=status))
    return lines


def import_to_json(account: Account, lang: str) -> Record:
    """Describe an import completely."""
    return versioned(
        documents=[
            entry_to_json(one, account.rows.get(one.id), account.disputed.get(one.id))
            for one in account.entries
        ],
        skipped=[
            {"number": place, "judul": title, "message": english if lang == "en" else indonesian}
            for place, title, indonesian, english in account.skipped
        ],
        repeated=account.counts["repeated"],
        spare=list(account.spare),
    )


def entry_to_json(entry: CatalogueEntry, row: FileRow | None, disputed: Status | None) -> Record:
    """Describe one document of a catalogue, and what became of its file."""
    return {
        "id": entry.id,
        "tentang": entry.identity.tentang,
        "status": entry.status,
        "status_in_texts": disputed.value if disputed else None,
        "subjects": list(entry.subjects),
        "file": entry.file,
        "path": row.path if row else None,
        "outcome": row.outcome if row else None,
        "ids": list(row.ids) if row else [],
        "ties": [{"role": role.value, "target": target} for role, target in entry.ties],
    }
