"""Amending acts: the operations, and the units they quote from another regulation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Regulation
from regcheck.parse.structure.instructions import Order, is_instruction, pasal_labels, read_orders

Parse = Callable[[str], Regulation]

HEAD = """\
PERATURAN DAERAH PROVINSI TELUK KENARI
NOMOR 4 TAHUN 2019
TENTANG
PERUBAHAN KEDUA ATAS PERATURAN DAERAH NOMOR 2 TAHUN 2014 TENTANG DERMAGA
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR TELUK KENARI,
Menimbang : bahwa perlu diubah;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG PERUBAHAN KEDUA.
"""
FOOT = """
{last}
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini.
Ditetapkan di Kenari
pada tanggal 3 Mei 2019
"""
OPENING = (
    "Beberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2014 tentang Dermaga "
    "diubah sebagai berikut:\n"
)
BASE = "perda/teluk-kenari/2014/2"


def amending(items: str, first: str = "Pasal I", last: str = "Pasal II") -> str:
    """Put instructions into an amending act."""
    return f"{HEAD}{first}\n{OPENING}{items}{FOOT.format(last=last)}"


def operations(regulation: Regulation) -> list[tuple[str, str]]:
    """Return operation and target path of each amendment; all are about the base."""
    assert all(one.target.startswith(BASE) for one in regulation.amendments)
    return [(one.op, one.target.partition("#")[2]) for one in regulation.amendments]


ORDERS = [
    ("Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:", [("replace", "5", "")]),
    ("Ketentuan ayat (2) Pasal 8 diubah, sehingga berbunyi:", [("replace", "8", "ayat-2")]),
    (
        "Di antara Pasal 4 dan Pasal 5 disisipkan 2 (dua) pasal, yakni Pasal 4A dan Pasal 4B, yang",
        [("insert", "4A", ""), ("insert", "4B", "")],
    ),
    (
        "Setelah Pasal 13 ditambahkan 1 (satu) pasal, yakni Pasal 14 sehingga berbunyi:",
        [("insert", "14", "")],
    ),
    (
        "Diantara Pasal 57 dan Pasal 58 disisip 1 (satu) Pasal baru yakni Pasal 57 A :",
        [("insert", "57A", "")],
    ),
    ("Pasal 16 dihapus.", [("delete", "16", "")]),
    ("Ketentuan Pasal 18 ayat (2) dihapus.", [("delete", "18", "ayat-2")]),
    (
        "Ketentuan ayat (2) Pasal 18 dihapus, sehingga Pasal 18 berbunyi:",
        [("replace", "18", "ayat-2")],
    ),
    ("Pasal 9 ditambah 1 (satu) ayat yakni ayat (4) sehingga berbunyi:", [("append", "9", "")]),
    (
        "Ketentuan Lampiran II diubah sehingga menjadi sebagaimana tercantum",
        [("lampiran", "Lampiran", "lampiran-2")],
    ),
    (
        "Lampiran I, Lampiran II, dan Lampiran V diubah sebagaimana tercantum dalam Lampiran.",
        [("lampiran", "Lampiran", f"lampiran-{n}") for n in (1, 2, 5)],
    ),
    ("Lampiran III dihapus.", [("delete", "Lampiran", "lampiran-3")]),
    (
        "Ketentuan Pasal 5 ayat (2) huruf b, Pasal 7, dan Pasal 9 ayat (1) dihapus.",
        [("delete", "5", "ayat-2/huruf-b"), ("delete", "7", ""), ("delete", "9", "ayat-1")],
    ),
    ("Penjelasan Pasal 7 diubah sebagaimana tercantum dalam penjelasan.", [("gloss", "7", "")]),
    ("Frasa “Kepala Dinas” dalam Pasal 6 diubah menjadi “Gubernur”.", [("reword", "6", "")]),
    (
        "Di antara BAB V dan BAB VI disisipkan 1 (satu) bab, yakni BAB VA",
        [("insert", "BAB VA", "")],
    ),
    (
        "Ketentuan Pasal 3 sampai dengan Pasal 5 dihapus.",
        [("delete", "3", ""), ("delete", "4", ""), ("delete", "5", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_formulae_give_operations(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each formula of the drafting manual, and its older forms, is one operation a pasal."""
    orders = read_orders(text)
    if expected[0][0] == "append":
        orders = tuple(Order(one.op, one.label) for one in orders)

    assert orders == tuple(Order(*one) for one in expected)
    assert is_instruction(text)


@pytest.mark.parametrize(
    "text",
    [
        "Pemerintah Daerah adalah Gubernur.",
        "pada tahun kedua dapat menambah kapasitas layanan;",
        "Dermaga yang diubah bentuknya",
        "Izin dihapus dari daftar.",
    ],
)
def test_items_of_a_list_are_no_instructions(text: str) -> None:
    """A quoted list item that speaks of changes orders none."""
    assert not is_instruction(text)


def test_damaged_labels_are_read_by_their_list() -> None:
    """A B read as 8 and an O for a zero do not make other pasal."""
    named = "yakni Pasal 69A, Pasal 698, Pasal 69C, dan Pasal 7OA"

    assert pasal_labels(named) == ("69A", "69B", "69C", "70A")


def test_quoted_pasal_name_their_unit_in_the_base(parse: Parse) -> None:
    """Keys stand under the amending pasal, targets in the base, down to the ayat."""
    regulation = parse(
        amending(
            "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\nPasal 5\n"
            "(1) Kapal sandar.\n(2) Kapal melapor.\n"
            "2. Di antara Pasal 8 dan Pasal 9 disisipkan 1 (satu) pasal, yakni Pasal 8A yang "
            "berbunyi sebagai berikut:\nPasal 8A\nKapal membayar.\n3. Pasal 16 dihapus.\n"
        )
    )

    assert operations(regulation) == [
        ("replace", "pasal-5"),
        ("insert", "pasal-8A"),
        ("delete", "pasal-16"),
    ]
    assert {unit.path: unit.target for unit in regulation.units if unit.target} == {
        "pasal-I/pasal-5": f"{BASE}#pasal-5",
        "pasal-I/pasal-5/ayat-1": f"{BASE}#pasal-5/ayat-1",
        "pasal-I/pasal-5/ayat-2": f"{BASE}#pasal-5/ayat-2",
        "pasal-I/pasal-8A": f"{BASE}#pasal-8A",
    }
    assert regulation.amendments[0].units == (f"{regulation.id}#pasal-I/pasal-5",)
    assert [u.label for u in regulation.units if u.kind == "pasal" and "/" not in u.path] == [
        "I",
        "II",
    ]


def test_a_quoted_ayat_without_heading_belongs_to_the_named_pasal(parse: Parse) -> None:
    """Bare ayat under an instruction are quoted from the pasal that it names."""
    regulation = parse(
        amending(
            "1. Ketentuan Pasal 9 ayat (3) diubah sehingga berbunyi sebagai berikut:\n"
            "(3) Kapal membayar.\n2. Pasal 12 dihapus.\n"
        )
    )

    assert operations(regulation) == [("replace", "pasal-9/ayat-3"), ("delete", "pasal-12")]
    assert regulation.amendments[0].units == (f"{regulation.id}#pasal-I/pasal-9/ayat-3",)


def test_numbered_definitions_inside_a_quotation_are_no_instructions(parse: Parse) -> None:
    """Items 1 and 2 of a quoted Pasal 1 do not break the list of instructions."""
    regulation = parse(
        amending(
            "1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:\nPasal 1\n"
            "Dalam Peraturan Daerah ini yang dimaksud dengan:\n1. Kapal adalah alat apung.\n"
            "2. Dermaga adalah tempat kapal.\n"
            "2. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\n"
            "Pasal 3\nKapal sandar.\n"
        )
    )

    assert operations(regulation) == [("replace", "pasal-1"), ("replace", "pasal-3")]
    assert [one.term for one in regulation.definitions] == ["Kapal", "Dermaga"]
    assert regulation.definitions[0].unit.endswith("#pasal-I/pasal-1/angka-1")


@pytest.mark.parametrize(
    ("first", "last"), [("Pasal 1", "Pasal 2"), ("BAB I", "Pasal II"), ("Pasal l", "Pasal II")]
)
def test_roman_pasal_printed_otherwise(parse: Parse, first: str, last: str) -> None:
    """The amending act's own pasal are Roman, also where the print is wrong."""
    items = (
        "1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:\nPasal 1\nKapal sandar.\n"
    )
    regulation = parse(amending(items, first, last))

    assert [u.label for u in regulation.units if u.kind == "pasal" and "/" not in u.path] == [
        "I",
        "II",
    ]
    assert operations(regulation) == [("replace", "pasal-1")]


def test_inserted_chapters_are_not_chapters_of_the_act(parse: Parse) -> None:
    """A quoted bab stands under the amending pasal and holds its new pasal."""
    regulation = parse(
        amending(
            "1. Di antara BAB V dan BAB VI disisipkan 1 (satu) bab, yakni BAB VA sehingga berbunyi "
            "sebagai berikut:\nBAB VA\nSANKSI\nPasal 11A\nKapal yang tidak melapor ditegur.\n"
        )
    )

    assert operations(regulation) == [("insert", "bab-VA"), ("insert", "pasal-11A")]
    assert f"{regulation.id}#pasal-I/bab-VA" in regulation.by_key
    assert f"{regulation.id}#pasal-I/pasal-11A" in regulation.by_key


def test_an_omnibus_pasal_names_its_own_base(parse: Parse) -> None:
    """Arabic pasal that change other regulations keep their numbers; each has its own base."""
    regulation = parse(
        "PERATURAN DAERAH PROVINSI TELUK KENARI\nNOMOR 4 TAHUN 2019\nTENTANG\nKEMUDAHAN USAHA\n"
        "Menimbang : bahwa perlu;\nMengingat : 1. Undang-Undang Nomor 23 Tahun 2014;\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN DAERAH TENTANG KEMUDAHAN USAHA.\n"
        "Pasal 1\nUsaha dimudahkan.\nPasal 2\n"
        "Beberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2014 tentang Dermaga diubah "
        "sebagai berikut:\n1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\n"
        "Pasal 3\nKapal sandar.\n2. Pasal 9 dihapus.\nPasal 3\n"
        "Beberapa ketentuan dalam Peraturan Daerah Nomor 5 Tahun 2015 tentang Pasar diubah "
        "sebagai berikut:\n1. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:\n"
        "Pasal 4\nPasar buka.\nPasal 4\nPeraturan Daerah ini mulai berlaku.\n"
        "Ditetapkan di Kenari\npada tanggal 3 Mei 2019\n"
    )
    own = [u.label for u in regulation.units if u.kind == "pasal" and "/" not in u.path]

    assert own == ["1", "2", "3", "4"]
    assert [(one.op, one.target) for one in regulation.amendments] == [
        ("replace", "perda/teluk-kenari/2014/2#pasal-3"),
        ("delete", "perda/teluk-kenari/2014/2#pasal-9"),
        ("replace", "perda/teluk-kenari/2015/5#pasal-4"),
    ]
    assert f"{regulation.id}#pasal-2/pasal-3" in regulation.by_key


@pytest.mark.parametrize(
    ("label", "printed"),
    [
        ("131", "Pasal 13 1 Kapal sandar di dermaga."),
        ("41", "Pasal 4 i Kapal sandar di dermaga."),
        ("2", "Pasa-l 2 Kapal sandar di dermaga."),
        ("31", "Pasal 3l Kapal sandar di dermaga."),
        ("1", '"Pasal 1" Kapal sandar di dermaga.'),
    ],
)
def test_a_misread_heading_is_the_announced_one(parse: Parse, label: str, printed: str) -> None:
    """The instruction names the pasal whose torn or damaged heading opens the quotation."""
    regulation = parse(
        amending(f"1. Ketentuan Pasal {label} diubah sehingga berbunyi sebagai berikut: {printed}")
    )

    assert [unit.target for unit in regulation.units if unit.target] == [f"{BASE}#pasal-{label}"]


def test_a_heading_behind_a_quoted_pasal_may_have_its_letter_misread(parse: Parse) -> None:
    """The B of an announced pasal is read as *El* or as 8."""
    order = "1. Di antara Pasal 12 dan Pasal 13 disisipkan 2 (dua) pasal, yakni Pasal 12A dan "
    body = (
        f"{order}Pasal 12B, sehingga berbunyi sebagai berikut:\nPasal 12A\nKapal sandar.\n"
        "Pasal 12El (1) Kapal melapor. (2) Laporan tertulis.\n"
    )

    assert operations(parse(amending(body))) == [("insert", "pasal-12A"), ("insert", "pasal-12B")]
