"""Faults and look-alikes in new fields, each a clause or two, composed into whole regulations.

``documents.toml`` names the regulations and drafts of a fictional province, ``faults.toml`` and
``lookalikes.toml`` their clauses. Every clause becomes a pasal of its document, so that each row
is judged among all others, and among the demo corpus.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from regcheck.domain import Finding

Row = Mapping[str, Any]
Document = Mapping[str, Any]

HERE = Path(__file__).resolve().parent
PROVINCE = "Lintang Samudra"
SLUG = "lintang-samudra"
#: Every document opens with its terms and its purpose.
OPENING_PASAL = 2
INSERTED = "Pasal 5A\nBuku tamu diisi oleh setiap pengunjung loket.\n"
NAMES = {
    "perda": ("Peraturan Daerah", f"Peraturan Daerah Provinsi {PROVINCE}"),
    "pergub": ("Peraturan Gubernur", f"Peraturan Gubernur {PROVINCE}"),
    "pp": ("Peraturan Pemerintah", "Peraturan Pemerintah Republik Indonesia"),
}
BASES = (
    "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik "
    "Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587)",
)


def load(name: str, table: str) -> list[dict[str, Any]]:
    """Read the rows of one table of a file beside this one."""
    rows = tomllib.loads((HERE / name).read_text(encoding="utf-8"))[table]
    return list(rows)


DOCUMENTS = {row["key"]: row for row in load("documents.toml", "document")}
FAULTS = load("faults.toml", "fault")
LOOKALIKES = load("lookalikes.toml", "lookalike")


@dataclass(frozen=True)
class Place:
    """Where a clause stands: its document and the number of its pasal."""

    document: str
    number: int


class Archive:
    """The documents with the clauses of all rows in their places."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.clauses: dict[str, list[str]] = {key: [] for key in DOCUMENTS}
        self.left: dict[str, Place] = {}
        self.right: dict[str, Place] = {}
        for row in rows:
            if "left" in row:
                self.left[row["id"]] = self.put(row["draft"], row, "left")
            if "right" in row:
                place = self.put(row["against"], row, "right")
                self.right[row["id"]] = place
                self.right[row.get("alias", row["id"])] = place

    def put(self, key: str, row: Row, side: str) -> Place:
        """Give a clause the next pasal of a document."""
        self.clauses[key].append(row[side].replace("{right}", f"{{right_of_{row['id']}}}"))
        return Place(key, OPENING_PASAL + len(self.clauses[key]))

    def fill(self, text: str) -> str:
        """Put the numbers of pasal into the places that name them."""

        def number(match: re.Match[str]) -> str:
            return str(self.right[match[2]].number + (match[1] == "after"))

        return re.sub(r"\{(right_of|after)_([\w-]+)\}", number, text)

    def text_of(self, key: str) -> str:
        """Return the whole text of a document."""
        return self.fill(compose(DOCUMENTS[key], self.clauses[key]))


def id_of(document: Document) -> str:
    """Return the id of a regulation."""
    region = "" if document["kind"] == "pp" else f"{SLUG}/"
    return f"{document['kind']}/{region}{document['tahun']}/{document['nomor']}"


def compose(document: Document, clauses: list[str]) -> str:
    """Write a document: title, preamble, its clauses as pasal, and the usual end."""
    short, name = NAMES[document["kind"]]
    maker = (
        "PRESIDEN REPUBLIK INDONESIA" if document["kind"] == "pp" else "GUBERNUR LINTANG SAMUDRA"
    )
    draft = "nomor" not in document
    number = "NOMOR … TAHUN …" if draft else f"NOMOR {document['nomor']} TAHUN {document['tahun']}"
    body = document.get("body") or compose_body(document, clauses)
    return f"""{maker}

{"RANCANGAN " * draft}{name.upper()}
{number}

TENTANG

{document["tentang"].upper()}

DENGAN RAHMAT TUHAN YANG MAHA ESA

{maker},

Menimbang : {compose_reasons(document)}

Mengingat : {compose_bases(document)}

{compose_consent(document)}MEMUTUSKAN:

Menetapkan : {short.upper()} TENTANG {document["tentang"].upper()}.

{body.strip()}

Agar setiap orang mengetahuinya, memerintahkan pengundangan {short} ini dengan
penempatannya dalam {gazette(document)}.

Ditetapkan di Samudrapura
pada tanggal {"…" if draft else f"14 Maret {document['tahun']}"}

{maker},

{"…" if draft else "ttd"}

{"…" if draft else "SEKAR ALUNDRA"}
{compose_annex(document)}"""


def compose_reasons(document: Document) -> str:
    """Write *Menimbang*."""
    short, _ = NAMES[document["kind"]]
    if base := document.get("carries_out"):
        act = DOCUMENTS[base]
        return (
            f"bahwa untuk melaksanakan ketentuan Pasal {{right_of_n05-rincian}} ayat (2) dan Pasal "
            f"{{right_of_n05-tarif}} {cite(act)}, perlu menetapkan {short} tentang "
            f"{document['tentang']};"
        )
    return (
        f"a. bahwa {document['tentang'].lower()} memerlukan pengaturan yang memberi kepastian;\n"
        "b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan "
        f"{short} tentang {document['tentang']};"
    )


def cite(act: Document) -> str:
    """Cite a regulation by its full name."""
    name = NAMES[act["kind"]][1]
    return f"{name} Nomor {act['nomor']} Tahun {act['tahun']} tentang {act['tentang']}"


def compose_bases(document: Document) -> str:
    """Write *Mengingat*."""
    bases = [*BASES]
    if base := document.get("carries_out"):
        act = DOCUMENTS[base]
        bases.append(
            f"{cite(act)} (Lembaran Daerah Provinsi {PROVINCE} Tahun {act['tahun']} Nomor "
            f"{act['nomor']})"
        )
    return "\n".join(f"{number}. {base};" for number, base in enumerate(bases, 1))


def compose_consent(document: Document) -> str:
    """Write the joint approval of a Perda."""
    if document["kind"] != "perda":
        return ""
    council = "DEWAN PERWAKILAN RAKYAT DAERAH PROVINSI LINTANG SAMUDRA"
    return f"Dengan Persetujuan Bersama\n\n{council}\n\ndan\n\nGUBERNUR LINTANG SAMUDRA\n\n"


def compose_body(document: Document, clauses: list[str]) -> str:
    """Write the pasal of a document."""
    short, _ = NAMES[document["kind"]]
    terms = [f"Daerah adalah Provinsi {PROVINCE}.", f"Gubernur adalah Gubernur {PROVINCE}."]
    terms += ["Dinas adalah perangkat daerah yang menangani urusan ini.", *document["terms"]]
    listed = "\n".join(f"{number}. {term}" for number, term in enumerate(terms, 1))
    pasal = [
        f"Dalam {short} ini yang dimaksud dengan:\n{listed}",
        f"{short} ini menjadi pedoman bagi {document['tentang'].lower()}.",
        *clauses,
        *document.get("closing", ()),
        f"{short} ini mulai berlaku pada tanggal diundangkan.",
    ]
    parts = [f"Pasal {number}\n{text.strip()}\n" for number, text in enumerate(pasal, 1)]
    if document.get("inserted"):
        parts.insert(5, INSERTED)
    parts.insert(OPENING_PASAL, "BAB II\nPENYELENGGARAAN\n")
    parts.insert(len(parts) - 1 - len(document.get("closing", ())), "BAB III\nKETENTUAN PENUTUP\n")
    return "BAB I\nKETENTUAN UMUM\n\n" + "\n".join(parts)


def gazette(document: Document) -> str:
    """Name the gazette of a kind of regulation."""
    series = "Berita" if document["kind"] == "pergub" else "Lembaran"
    owner = (
        "Negara Republik Indonesia" if document["kind"] == "pp" else f"Daerah Provinsi {PROVINCE}"
    )
    return f"{series} {owner}"


def compose_annex(document: Document) -> str:
    """Write the annex of a document that has one."""
    if not document.get("lampiran"):
        return ""
    return (
        f"\nLAMPIRAN I\n{NAMES[document['kind']][1].upper()}\nNOMOR … TAHUN …\nTENTANG\n"
        f"{document['tentang'].upper()}\n\nBENTUK REGISTER\n\n"
        "1. nomor urut\n2. nama pemegang izin\n"
    )


@dataclass(frozen=True)
class Session:
    """Where everything stands, and what was found."""

    archive: Archive
    findings: Mapping[str, tuple[Finding, ...]]

    def left(self, row: Row) -> str:
        """Return the path of the left unit of a row; empty for the whole draft."""
        if "left_path" in row:
            return str(row["left_path"])
        place = self.archive.left.get(row.get("left_of", row["id"]))
        return f"pasal-{place.number}{unit(row, 'left_unit')}" if place else ""

    def right(self, row: Row) -> str:
        """Return the key of the right unit of a row, or the id; empty where there is none."""
        if target := row.get("target", ""):
            return id_of(DOCUMENTS[target])
        if "against" not in row:
            return ""
        act = id_of(DOCUMENTS[row["against"]])
        if path := row.get("right_path"):
            return f"{act}#{path}"
        if alias := row.get("right_pasal_of"):
            return f"{act}#pasal-{self.archive.right[alias].number}"
        place = self.archive.right.get(row["id"])
        return f"{act}#pasal-{place.number}{unit(row, 'right_unit')}" if place else act

    def found(self, row: Row, codes: set[str]) -> list[Finding]:
        """Return the findings with one of the codes at the place of a fault."""
        return [
            one
            for one in self.findings[row["draft"]]
            if one.code in codes
            and touches(path_of(one), self.left(row))
            and touches(one.right.key if one.right else "", self.right(row))
            and row.get("names", "") in one.reason
        ]

    def accused(self, row: Row) -> list[Finding]:
        """Return the findings that accuse a look-alike."""
        allowed = set(row.get("also_allowed", ()))
        return [
            one
            for one in self.findings[row["draft"]]
            if one.code not in allowed
            and not one.code.startswith("M-")
            and quotes(one, row)
            and touches(path_of(one), self.left(row))
            and (
                not self.right(row) or touches(one.right.key if one.right else "", self.right(row))
            )
        ]


def quotes(finding: Finding, row: Row) -> bool:
    """Tell whether the right side, where it was amended, is quoted in the words of a look-alike."""
    right = finding.right
    return right is None or not right.printed or str(row.get("right", "")) in right.text


def unit(row: Row, side: str) -> str:
    """Return the step below the pasal that a row names, if any."""
    return f"/{row[side]}" if side in row else ""


def path_of(finding: Finding) -> str:
    """Return the path of the left unit."""
    return finding.left.key.partition("#")[2]


def touches(one: str, other: str) -> bool:
    """Tell whether two paths or keys name one unit, or one names a unit around the other."""
    return one == other or bool(
        one and other and (one.startswith(f"{other}/") or other.startswith(f"{one}/"))
    )


def say(findings: list[Finding] | tuple[Finding, ...]) -> str:
    """Put findings into lines for a failure message."""
    return "\n".join(
        f"{one.code} {path_of(one)} {one.right.key if one.right else ''}: {one.reason}"
        for one in findings
    )


@pytest.fixture(scope="session")
def session(court: Any, world_of: Callable[..., Any]) -> Session:
    """Compose all documents, put the regulations beside the demo corpus, and check the drafts."""
    archive = Archive([*FAULTS, *LOOKALIKES])
    texts = {key: archive.text_of(key) for key in DOCUMENTS}
    drafts = {key: text for key, text in texts.items() if "nomor" not in DOCUMENTS[key]}
    regulations = {key: text for key, text in texts.items() if key not in drafts}
    results = court.check(world_of(regulations, drafts))
    return Session(archive, {key: result.findings for key, result in results.items()})


def row_id(row: Row) -> str:
    """Name a row in test output."""
    return str(row["id"])


@pytest.mark.parametrize("row", FAULTS, ids=row_id)
def test_planted_fault_is_found(session: Session, row: Row) -> None:
    """Every planted fault is found at its place, against its counterpart."""
    findings = session.found(row, {row["code"], *row.get("also", ())})

    assert findings, say(session.findings[row["draft"]])


@pytest.mark.parametrize("row", LOOKALIKES, ids=row_id)
def test_lookalike_is_not_reported(session: Session, row: Row) -> None:
    """No pair that only looks like a fault is reported."""
    assert say(session.accused(row)) == ""


def test_nothing_else_is_reported(session: Session) -> None:
    """Every finding was planted, is allowed, or only lists acts that the corpus lacks."""
    extra = [
        f"{draft}: {say([one])}"
        for draft, findings in session.findings.items()
        for one in findings
        if not one.code.startswith(("M-", "R-04")) and not is_known(session, draft, one)
    ]

    assert "\n".join(extra) == ""


def is_known(session: Session, draft: str, finding: Finding) -> bool:
    """Tell whether a finding was planted or allowed, or belongs to a matter regulated again."""
    for row in FAULTS:
        if row["draft"] != draft:
            continue
        if finding in session.found(row, {row["code"], *row.get("also", ())}):
            return True
        other = finding.right.key if finding.right else ""
        if row["code"] == "T-06" and other.startswith(f"{session.right(row)}#"):
            return True
    return any(
        finding.code in row.get("also_allowed", ())
        and row["draft"] == draft
        and touches(path_of(finding), session.left(row))
        for row in LOOKALIKES
    )
