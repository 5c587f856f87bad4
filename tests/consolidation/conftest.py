"""Bases and amending acts of a made-up province, parsed as if they had been read from files."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from regcheck.domain import Line, Regulation, Source, SourceText
from regcheck.domain.consolidation import Act, Changes, Consolidated, Ending
from regcheck.law import consolidate, lost_units
from regcheck.parse import find_operations, parse_document

Parse = Callable[[str], Regulation]
BASE = "perda/teluk-kenari/2014/2"
AMENDING = "PERUBAHAN ATAS PERATURAN DAERAH NOMOR 2 TAHUN 2014 TENTANG DERMAGA"


def parse_text(text: str) -> Regulation:
    """Parse a text that holds one regulation."""
    digest = sha256(text.encode()).hexdigest()
    lines = tuple(Line(line.strip(), 1) for line in text.splitlines() if line.strip())
    (regulation,) = parse_document(SourceText(lines, Source("naskah.txt", digest, 1, "uji")))
    return regulation


def head(nomor: int | str, tahun: int | str, title: str) -> str:
    """Return the beginning of a Perda up to its body."""
    return (
        f"PERATURAN DAERAH PROVINSI TELUK KENARI\nNOMOR {nomor} TAHUN {tahun}\nTENTANG\n{title}\n"
        "DENGAN RAHMAT TUHAN YANG MAHA ESA\nGUBERNUR TELUK KENARI,\n"
        "Menimbang : bahwa dermaga perlu diatur;\n"
        "Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;\n"
        f"MEMUTUSKAN:\nMenetapkan : PERATURAN DAERAH TENTANG {title}.\n"
    )


def foot(tahun: int) -> str:
    """Return the closing of a Perda."""
    return (
        "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini.\n"
        f"Ditetapkan di Kenari\npada tanggal 3 Mei {tahun}\n"
        f"Diundangkan di Kenari\npada tanggal 5 Mei {tahun}\n"
    )


def make_base(body: str, after: str = "") -> Regulation:
    """Parse a base with a body, and what stands behind its closing."""
    return parse_text(head(2, 2014, "DERMAGA") + body + foot(2014) + after)


def make_act(items: str, nomor: int = 4, tahun: int = 2018, after: str = "") -> Act:
    """Parse an act that amends the base by numbered instructions."""
    text = (
        head(nomor, tahun, AMENDING)
        + "Pasal I\nBeberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2014 tentang Dermaga "
        f"diubah sebagai berikut:\n{items}Pasal II\n"
        "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n" + foot(tahun) + after
    )
    regulation = parse_text(text)
    return Act(regulation, find_operations(regulation), f"{tahun}-05-03")


def merge(
    base: Regulation, *acts: Act, endings: tuple[Ending, ...] = (), as_of: str = ""
) -> Consolidated:
    """Consolidate, and see that no unit was lost."""
    found = consolidate(base, Changes(acts, endings), as_of)
    assert lost_units(found, base, acts) == ()
    return found


def text_at(found: Consolidated, path: str) -> str:
    """Return the words at a path on one line."""
    return " ".join(found.text_of(f"{found.id}#{path}").split())


def state_at(found: Consolidated, path: str) -> str:
    """Return how the unit at a path got its words."""
    return found.by_key[f"{found.id}#{path}"].wording.op


def pasal_of(found: Consolidated) -> list[str]:
    """Return the labels of the pasal of the body in their order."""
    return [unit.label for unit in found.units if unit.kind == "pasal" and "/" not in unit.path]


BODY = """\
BAB I
UMUM
Pasal 1
Dalam Peraturan Daerah ini yang dimaksud dengan:
1. Dermaga adalah tempat kapal sandar.
2. Kapal adalah alat apung.
3. Dinas adalah Dinas Perhubungan.
BAB II
SANDAR
Pasal 2
Kapal sandar di dermaga.
Pasal 3
(1) Kapal membayar retribusi kepada Kepala Dinas.
(2) Retribusi dibayar di muka.
(3) Retribusi disetor setiap hari.
Pasal 4
Kepala Dinas mengawasi dermaga:
a. pada pagi hari;
b. pada malam hari.
BAB III
PENUTUP
Pasal 5
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
"""


@pytest.fixture(scope="session")
def base() -> Regulation:
    """A base of five pasal."""
    return make_base(BODY)
