"""What is in doubt about an identity, said in two languages, with both readings and the page."""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.domain import Anomaly
from regcheck.parse.identity.hints import NameHint

ENGLISH = {
    "judul": "the title", "sampul": "the cover", "penjelasan": "the penjelasan",
    "lampiran": "a lampiran", "diktum": "the decision", "nomor": "number", "tahun": "year",
    "jenis": "kind", "wilayah": "region", "tentang": "name",
    "tanggal_penetapan": "date of enactment", "tanggal_pengundangan": "date of promulgation",
    "lembaran": "gazette", "tambahan": "supplement", "id": "id",
    "tanggal penetapan": "the date of enactment",
    "tanggal pengundangan": "the date of promulgation",
}  # fmt: skip
#: One difference: what, as the other source has it, as the document has it.
Difference = tuple[str, str, str]


def unreadable_identity(name: NameHint) -> Anomaly:
    """Report a document that names no instrument; what its file name says is told, not used."""
    said = f"{name.jenis.upper()} nomor {name.nomor} tahun {name.tahun or '?'}".strip()
    said_en = f"{name.jenis.upper()} number {name.nomor} of {name.tahun or '?'}".strip()
    told = f" Nama berkas {name.file} menyebut {said}." if name.nomor else ""
    told_en = f" The file name {name.file} says {said_en}." if name.nomor else ""
    return Anomaly(
        "identitas-tidak-terbaca",
        f"Jenis, nomor, dan tahun peraturan tidak terbaca; beri dengan --id.{told}",
        "The kind, number and year of the regulation cannot be read; give them with "
        f"--id.{told_en}",
        1,
    )


def unreadable_number(printed: str, page: int, name: str, hinted: str) -> Anomaly:
    """Report a number that cannot be read, and how to supply it.

    ``hinted`` is the number in the file name ``name``; it is told, not used.
    """
    seen = f' (terbaca "{printed}")' if printed else ""
    seen_en = f' (read as "{printed}")' if printed else ""
    hint = f" Nama berkas {name} menyebut nomor {hinted}." if hinted else ""
    hint_en = f" The file name {name} says number {hinted}." if hinted else ""
    return Anomaly(
        "nomor-tidak-terbaca",
        f"Nomor pada judul tidak terbaca{seen}; beri dengan `regcheck corpus add --meta FILE.csv` "
        f"atau `regcheck corpus edit ID --nomor N`.{hint}",
        f"The number in the title cannot be read{seen_en}; give it with `regcheck corpus add "
        f"--meta FILE.csv` or `regcheck corpus edit ID --nomor N`.{hint_en}",
        page,
    )


def doubtful_number(printed: str, taken: str, why: tuple[str, str], page: int) -> Anomaly:
    """Report a number that is badly printed or read; ``why`` says what speaks for it."""
    seen = f'terbaca "{printed}"' if printed else "tidak terbaca"
    seen_en = f'reads "{printed}"' if printed else "cannot be read"
    return Anomaly(
        "nomor-meragukan",
        f"Nomor pada judul {seen}; dipakai {taken}, {why[0]}. Periksa pada naskah.",
        f"The number in the title {seen_en}; {taken} is taken, {why[1]}. Check the print.",
        page,
    )


def conflict(what: str, title: Difference, other: Difference, page: int) -> Anomaly:
    """Report two places of one document that disagree.

    Each reading is place, quotation, and *dipakai* if it is the one taken.
    """
    name = ENGLISH.get(what, what)
    return Anomaly(
        "identitas-berselisih",
        f'{what.capitalize()} berselisih: {title[0]} "{title[1]}"{taken(title)}, '
        f'{other[0]} "{other[1]}"{taken(other)}.',
        f'Two places disagree on the {name}: {ENGLISH.get(title[0], title[0])} "{title[1]}"'
        f'{taken(title, english=True)}, {ENGLISH.get(other[0], other[0])} "{other[1]}"'
        f"{taken(other, english=True)}.",
        page,
    )


def taken(reading: Difference, *, english: bool = False) -> str:
    """Mark the reading that is taken."""
    if not reading[2]:
        return ""
    return " (taken)" if english else " (dipakai)"


def unread_region(page: int) -> Anomaly:
    """Report a regional act whose region cannot be read."""
    return Anomaly(
        "wilayah-tidak-terbaca",
        "Wilayah peraturan tidak terbaca; beri dengan `regcheck corpus add --meta FILE.csv` "
        "atau --id.",
        "The region of the regulation cannot be read; give it with `regcheck corpus add --meta "
        "FILE.csv` or --id.",
        page,
    )


def dates_disagree(first: tuple[str, str], second: tuple[str, str], page: int) -> Anomaly:
    """Report a date that cannot stand beside another date or the year of the number."""
    return Anomaly(
        "tanggal-berselisih",
        f"{first[0].capitalize()} {first[1]} tidak sesuai dengan {second[0]} {second[1]}.",
        f"{ENGLISH.get(first[0], first[0]).capitalize()} {first[1]} does not fit "
        f"{ENGLISH.get(second[0], second[0])} {second[1]}.",
        page,
    )


def name_differs(file: str, differing: Sequence[Difference]) -> Anomaly:
    """Report a file name that says otherwise than the document; the document is followed."""
    said = ", ".join(f"{what} {hinted} (naskah: {read})" for what, hinted, read in differing)
    said_en = ", ".join(
        f"{ENGLISH[what]} {hinted} (document: {read})" for what, hinted, read in differing
    )
    return Anomaly(
        "nama-berkas-berselisih",
        f"Nama berkas {file} menyebut {said}; dipakai yang terbaca dalam naskah.",
        f"The file name {file} says {said_en}; what the document prints is taken.",
        1,
    )


def catalogue_differs(differing: Sequence[Difference]) -> Anomaly:
    """Report supplied values that differ from the print; the supplied ones are followed."""
    said = ", ".join(f'{what} "{given}" (naskah: "{read}")' for what, given, read in differing)
    said_en = ", ".join(
        f'{ENGLISH[what]} "{given}" (document: "{read}")' for what, given, read in differing
    )
    return Anomaly(
        "katalog-berselisih",
        f"Katalog menyebut {said}; dipakai nilai katalog.",
        f"The catalogue says {said_en}; the catalogue's values are taken.",
        1,
    )
