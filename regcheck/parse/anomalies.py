"""Oddities of numbering and reading, said in two languages, and how sure the tree is.

A gap or a repeat is data: real regulations jump from Pasal 4 to Pasal 7, and real scans print a
page twice. None of them stops the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from regcheck.domain import Anomaly, Identity, Kind, Regulation, Unit
from regcheck.instruments import instrument, is_regulation
from regcheck.parse.gaps import NAMES, SHUFFLED, gaps, leaves_out, pasal_gaps, place
from regcheck.parse.identity.doubts import unreadable_identity
from regcheck.parse.identity.hints import read_name
from regcheck.parse.lost_headings import lost_headings
from regcheck.parse.structure.cuts import (
    cites_itself,
    glossed_beyond,
    goes_on,
    has_second_paragraph,
    lacks_ayat,
    stands_alone,
)
from regcheck.parse.structure.tables import missed_tables
from regcheck.parse.tariffs import cut_rows

#: Kinds whose numbering runs through their parent; pasal run through the whole body.
NUMBERED = (Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF, Kind.AYAT, Kind.HURUF, Kind.ANGKA)
#: How much one fault of each kind weighs against one sound unit, for the structure score.
WEIGHTS = {
    "pasal-lompat": 2.0,
    "pasal-hilang": 2.0,
    "ayat-lompat": 1.0,
    "ayat-hilang": 1.0,
    "huruf-hilang": 0.5,
    "angka-hilang": 0.5,
    "pasal-ganda": 1.0,
    "ayat-ganda": 1.0,
    "judul-hilang": 0.5,
    "judul-dipulihkan": 0.5,
    "judul-diperbaiki": 0.1,
}
#: What shows that a unit holds the text of the next, whose mark is lost.
LOST_SIGNS = (goes_on, cites_itself, glossed_beyond, has_second_paragraph)
#: What is said against an identity; ``regcheck.parse.identity.doubts`` words most of it.
IDENTITY_CODES = frozenset(
    {
        "identitas-tidak-terbaca",
        "nomor-tidak-terbaca",
        "nomor-meragukan",
        "wilayah-tidak-terbaca",
        "identitas-berselisih",
        "tanggal-berselisih",
        "nama-berkas-berselisih",
        "katalog-berselisih",
    }
)
#: The day on which UU 12/2011 came into force.
DECISIONS_END = "2011-08-12"
#: The score of a document in which no pasal, diktum or section was found.
NO_BODY = 0.0
#: And of one whose text is out of order, at most.
OUT_OF_ORDER = 0.5


def find_anomalies(regulation: Regulation, doubts: Sequence[Anomaly] = ()) -> tuple[Anomaly, ...]:
    """List doubts of the identity, then gaps, repeats and repairs of the numbering, by page."""
    found = [*doubts, *missing_parts(regulation), *missed_tables(regulation)]
    found += cut_rows(regulation)
    body = [unit for unit in regulation.units if in_body(unit)]
    pasal = own_pasal(body)
    found += pasal_gaps(regulation, pasal)
    found += lost_headings(regulation, body)
    found += gaps(regulation, bases(regulation))
    for same in runs(body):
        if not any(unit.target for unit in same):
            found += gaps(regulation, same)
    explained = {before.key for before, after in pairwise(pasal) if leaves_out(before, after)}
    for unit in body:
        found += oddities(regulation, unit)
        # The text that goes on is that of a missing pasal, which is told already.
        found += lost_mark(regulation, unit) if unit.parent not in explained else ()
    return tuple(sorted(found, key=lambda anomaly: anomaly.page))


def runs(body: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the units of one kind and parent whose numbers run on, by parent and then by kind."""
    found: dict[str, dict[Kind, list[Unit]]] = {}
    for unit in body:
        found.setdefault(unit.parent, {}).setdefault(unit.kind, []).append(unit)
    for siblings in found.values():
        yield from (siblings[kind] for kind in NUMBERED if kind in siblings)


def in_body(unit: Unit) -> bool:
    """Tell whether a unit stands in the body."""
    return not unit.path.startswith(("penjelasan", "lampiran", "mengingat", "menimbang"))


def bases(regulation: Regulation) -> list[Unit]:
    """List the numbered legal bases: where numbers are missing, a page may be."""
    found = [unit for unit in regulation.units if unit.path.startswith("mengingat/angka-")]
    return [unit for unit in found if unit.path.count("/") == 1]


def own_pasal(body: Sequence[Unit]) -> list[Unit]:
    """List the act's own pasal."""
    return [unit for unit in body if unit.kind is Kind.PASAL and "/" not in unit.path]


def missing_parts(regulation: Regulation) -> Iterator[Anomaly]:
    """Report an identity that cannot be read, and a body without pasal, diktum or section."""
    if not regulation.identity.jenis:
        yield unreadable_identity(read_name(regulation.source_text.source.path))
    kinds = {unit.kind for unit in regulation.units if in_body(unit)}
    if regulation.units and not kinds & {Kind.PASAL, Kind.DIKTUM, Kind.BAGIAN}:
        yield Anomaly(
            "tanpa-pasal",
            "Tidak ditemukan pasal atau diktum dalam batang tubuh.",
            "No pasal or diktum was found in the body.",
            1,
        )
    if is_decision(regulation.identity):
        kind = instrument(regulation.identity.jenis)
        name = kind.name if kind else regulation.identity.jenis
        yield Anomaly(
            "bukan-peraturan",
            f"{name} bukan peraturan perundang-undangan; isinya penetapan atau perintah.",
            f"{name} is no regulation; it decides or orders.",
            1,
        )


def is_decision(identity: Identity) -> bool:
    """Tell whether an act lays down no rules: a decision, an instruction, a circular.

    A Keputusan older than UU 12/2011 that lays down rules is read as a Peraturan (its Pasal 100).
    """
    if not identity.jenis or is_regulation(identity.jenis):
        return False
    day = identity.tanggal_penetapan or identity.tahun
    return not (identity.jenis.startswith("kep") and day < DECISIONS_END)


def lost_mark(regulation: Regulation, unit: Unit) -> Iterator[Anomaly]:
    """Report an item or ayat behind which the next one stands without its mark.

    So is a pasal whose ayat have lost their numbers.
    """
    name = NAMES.get(unit.kind, "")
    if any(sign(regulation, unit) for sign in LOST_SIGNS):
        where = place(regulation, unit)
        yield Anomaly(
            f"{name}-hilang",
            f"Tanda {name} sesudah {name} {unit.label} tidak terbaca ({where}); teksnya berlanjut.",
            f"The mark after {name} {unit.label} is unreadable ({where}); the text goes on.",
            unit.page,
            unit.key,
        )
    elif lacks_ayat(regulation, unit):
        yield Anomaly(
            "ayat-hilang",
            f"Nomor ayat Pasal {unit.label} terpisah dari teksnya atau tidak terbaca; batas "
            "ayatnya tidak diketahui.",
            f"The numbers of the ayat of Pasal {unit.label} stand apart from their text or are "
            "unreadable; where an ayat ends is unknown.",
            unit.page,
            unit.key,
        )
    elif stands_alone(regulation, unit):
        where = place(regulation, unit)
        yield Anomaly(
            "ayat-hilang",
            f"Hanya ayat (1) yang terbaca di {where}; ayat tunggal tidak diberi nomor, jadi ayat "
            "berikutnya mungkin hilang.",
            f"Only ayat (1) was read in {where}; a single ayat has no number, so the next may be "
            "lost.",
            unit.page,
            unit.key,
        )


def oddities(regulation: Regulation, unit: Unit) -> Iterator[Anomaly]:
    """Report a unit printed twice, a heading recovered, or a number read against the print."""
    name = NAMES.get(unit.kind)
    if name is None or unit.kind not in (Kind.BAB, Kind.PASAL, Kind.AYAT):
        return
    cited = f"{name} ({unit.label})" if unit.kind is Kind.AYAT else f"{name} {unit.label}"
    if "~" in unit.path.rpartition("/")[2]:
        yield Anomaly(
            f"{name.lower()}-ganda",
            f"{cited} tercetak lebih dari sekali; yang ini disimpan dengan kunci sendiri.",
            f"{cited} is printed more than once; this one is kept under a key of its own.",
            unit.page,
            unit.key,
        )
    printed = printed_label(regulation, unit)
    if not printed and not unit.target:
        yield Anomaly(
            "judul-dipulihkan",
            f"Judul {cited} tidak terbaca; tempatnya disimpulkan dari urutan.",
            f"The heading of {cited} is unreadable; its place follows from the sequence.",
            unit.page,
            unit.key,
        )
    elif printed and not same_label(printed, unit):
        yield Anomaly(
            "judul-diperbaiki",
            f'Tercetak atau terbaca "{printed}", ditafsirkan sebagai {cited}.',
            f'Printed or read as "{printed}", taken for {cited}.',
            unit.page,
            unit.key,
        )


def printed_label(regulation: Regulation, unit: Unit) -> str:
    """Return the heading as printed; empty when none is printed."""
    text = regulation.text[unit.span.start : unit.span.start + 24]
    if unit.kind is Kind.AYAT:
        found = re.match(r"\W?\s?\w{1,3}\s?\W?", text)
    elif unit.kind is Kind.BAB:
        found = re.match(r"\S{1,4}\s?\W?\s?[^\s]{1,8}(?:\s[A-E]\b)?", text)
        return found[0] if found and found[0][:1] in "BEt8R" else ""
    else:
        found = re.match(r"(?!Peraturan|Undang|Qanun)[PpFIi.o]\S*\s{0,2}\S{1,6}(?: [A-Z]\b)?", text)
    return " ".join(found[0].split()) if found else ""


def same_label(printed: str, unit: Unit) -> bool:
    """Tell whether the print shows the label plainly."""
    bare = re.sub(r"[\s.:()]", "", printed).upper()
    return bare.endswith(unit.label.upper()) and not bare[: -len(unit.label)][-1:].isdigit()


def structure_score(regulation: Regulation, anomalies: Sequence[Anomaly]) -> float:
    """Estimate, from 0 to 1, how sure the tree is: sound units against weighted faults."""
    body = [unit for unit in regulation.units if in_body(unit)]
    sound = sum(unit.kind in (Kind.PASAL, Kind.AYAT, Kind.DIKTUM, Kind.BAGIAN) for unit in body)
    if not sound:
        return NO_BODY
    faults = sum(WEIGHTS.get(anomaly.code, 0.0) for anomaly in anomalies)
    most = OUT_OF_ORDER if any(one.code == SHUFFLED for one in anomalies) else 1.0
    return round(min(most, max(0.0, 1.0 - faults / sound)), 3)
