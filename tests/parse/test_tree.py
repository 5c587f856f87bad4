"""The tree: every heading, ayat and item found, nothing lost, nothing invented."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Kind, Regulation, SourceText, Unit
from regcheck.parse import parse_document
from regcheck.parse.marks.numbering import to_roman

Parse = Callable[[str], Regulation]

SENTENCES = st.sampled_from(
    [
        "Setiap kapal wajib melapor kepada syahbandar",
        "Dinas menyusun rencana sebagaimana dimaksud dalam Pasal 2 ayat (1)",
        "Ketentuan lebih lanjut diatur dengan Keputusan Gubernur",
        "Biaya ditetapkan 5 (lima) persen dari nilai sandar",
        "Kapal dengan panjang di bawah 12 (dua belas) meter dibebaskan, kecuali kapal wisata",
    ]
)
#: A list has two items at least: one alone shows that the mark of the second is lost.
NO_ITEMS: list[str] = []
ITEMS = st.just(NO_ITEMS) | st.lists(
    st.sampled_from(["surat ukur", "pas kapal", "daftar awak"]), min_size=2, max_size=3
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a body: bab of pasal of ayat with items; and the paths that it must give."""
    lines: list[str] = []
    paths: list[str] = []
    pasal = 0
    for bab in range(1, draw(st.integers(1, 3)) + 1):
        lines += [f"BAB {to_roman(bab)}", "KETENTUAN TENTANG DERMAGA"]
        paths.append(f"bab-{to_roman(bab)}")
        for _ in range(draw(st.integers(1, 4))):
            pasal += 1
            lines.append(f"Pasal {pasal}")
            paths.append(f"pasal-{pasal}")
            count = draw(st.integers(1, 4))
            for ayat in range(1, count + 1):
                numbered = count > 1
                step = f"pasal-{pasal}" + (f"/ayat-{ayat}" if numbered else "")
                items = draw(ITEMS)
                end = ":" if items else "."
                lines.append((f"({ayat}) " if numbered else "") + draw(SENTENCES) + end)
                paths += [step] if numbered else []
                lines += [f"{'abc'[i]}. {item};" for i, item in enumerate(items)]
                paths += [f"{step}/huruf-{'abc'[i]}" for i in range(len(items))]
    return "\n".join(lines), paths


def body_paths(regulation: Regulation) -> list[str]:
    """Return the paths of the units of the body."""
    outside = ("menimbang", "mengingat", "memutuskan", "penutup", "penjelasan", "lampiran")
    return [unit.path for unit in regulation.units if not unit.path.startswith(outside)]


def own_labels(regulation: Regulation) -> list[str]:
    """Return the labels of the act's own pasal."""
    return [
        unit.label for unit in regulation.units if unit.kind is Kind.PASAL and "/" not in unit.path
    ]


def codes(regulation: Regulation) -> list[str]:
    """Return the codes of the anomalies."""
    return [anomaly.code for anomaly in regulation.anomalies]


@given(body=bodies())
def test_every_unit_of_a_clean_body_is_found(act: Parse, body: tuple[str, list[str]]) -> None:
    """The paths are exactly those that were written, and no anomaly is reported."""
    text, paths = body
    regulation = act(text)

    assert body_paths(regulation) == paths
    assert regulation.anomalies == ()
    assert regulation.structure == 1.0


@given(body=bodies())
def test_no_text_is_lost(act: Parse, body: tuple[str, list[str]]) -> None:
    """The units' own texts, in document order, are the text after the title again."""
    regulation = act(body[0])
    start = regulation.units[0].span.start

    assert "".join(map(regulation.own_text, regulation.units)) == regulation.text[start:]


@given(body=bodies())
def test_children_lie_inside_and_apart(act: Parse, body: tuple[str, list[str]]) -> None:
    """Parents come first and hold their children; siblings do not overlap; keys are unique."""
    assert_nested(act(body[0]))


def assert_nested(regulation: Regulation) -> None:
    """Fail unless parents hold their children, siblings stand apart and no key comes twice."""
    seen: dict[str, Unit] = {}
    for unit in regulation.units:
        assert unit.key not in seen
        if unit.parent:
            parent = seen[unit.parent]
            assert parent.span.start <= unit.span.start <= unit.span.end <= parent.span.end
        seen[unit.key] = unit
    for siblings in regulation.children.values():
        assert all(left.span.end <= right.span.start for left, right in pairwise(siblings))


@given(body=bodies(), noise=st.sampled_from([("1", "l"), ("0", "O"), ("Pasal ", "Pasa1 ")]))
def test_scanned_numbers_are_read(
    act: Parse, body: tuple[str, list[str]], noise: tuple[str, str]
) -> None:
    """Letters in the place of digits in headings change no label."""
    text, _ = body
    clean = own_labels(act(text))
    damaged = "\n".join(
        line.replace(*noise) if line.startswith("Pasal") else line for line in text.splitlines()
    )

    assert own_labels(act(damaged)) == clean


def test_a_citation_at_a_line_start_is_no_heading(act: Parse) -> None:
    """A cited pasal that begins a line, alone or not, opens no unit."""
    regulation = act(
        "Pasal 1\nIzin sebagaimana dimaksud dalam\nPasal 12\nberlaku 1 (satu) tahun.\n"
        "Pasal 2\nPelanggaran atas ketentuan\nPasal 5 ayat (1) dan Pasal 5 sampai dengan\n"
        "Pasal 9 dikenai sanksi.\nPasal 3\nCukup."
    )

    assert own_labels(regulation) == ["1", "2", "3"]


def test_numbering_that_jumps_is_kept_and_reported(act: Parse) -> None:
    """Pasal 7 after Pasal 4 stays Pasal 7, with one sentence about it."""
    text = "\n".join(f"Pasal {n}\nKapal wajib melapor." for n in (1, 2, 3, 4, 7, 8))
    regulation = act(text)

    assert own_labels(regulation) == ["1", "2", "3", "4", "7", "8"]
    assert codes(regulation) == ["pasal-lompat"]
    assert regulation.anomalies[0].say("id") == "Penomoran Pasal melompat dari 4 ke 7."
    assert regulation.anomalies[0].say("en") == "The numbering of Pasal jumps from 4 to 7."


def test_a_page_scanned_twice_is_kept_apart(act: Parse) -> None:
    """The second printing of a pasal has a key of its own and is reported."""
    pages = "Pasal 2\nKapal melapor.\nPasal 3\nKapal membayar.\n"
    regulation = act(f"Pasal 1\nKapal sandar.\n{pages}{pages}Pasal 4\nKapal berlayar.")

    assert own_labels(regulation) == ["1", "2", "3", "2", "3", "4"]
    assert [unit.path for unit in regulation.units if "~" in unit.path] == [
        "pasal-2~2",
        "pasal-3~2",
    ]
    assert codes(regulation).count("pasal-ganda") == 2


def test_a_lost_heading_is_recovered_from_the_ayat(act: Parse) -> None:
    """Where ayat begin again at (1) and one number is missing, the missing pasal begins."""
    regulation = act(
        "Pasal 1\nKapal sandar.\nPasal 2\n(1) Kapal wajib melapor kepada syahbandar dermaga.\n"
        "(2) Laporan dibuat tertulis.\n(1) Biaya sandar dibayar di muka.\n"
        "(2) Biaya disetor ke kas daerah.\nPasal 4\nKapal berlayar."
    )

    assert own_labels(regulation) == ["1", "2", "3", "4"]
    assert codes(regulation) == ["judul-dipulihkan"]


@pytest.mark.parametrize("heading", ["Paseri 3", "Pasal'3", "Pesal 3", "Pasal\n3", "Pasal3"])
def test_a_garbled_heading_is_recovered(act: Parse, heading: str) -> None:
    """A damaged word between Pasal 2 and Pasal 4 with the number 3 is Pasal 3."""
    regulation = act(
        "Pasal 1\nKapal sandar.\nPasal 2\nKapal melapor kepada syahbandar.\n"
        f"{heading}\n(1) Biaya dibayar.\n(2) Biaya disetor.\nPasal 4\nKapal berlayar."
    )

    assert own_labels(regulation) == ["1", "2", "3", "4"]


def test_text_without_lines_is_divided(act: Parse) -> None:
    """Headings and ayat inside a line are found at the ends of sentences."""
    regulation = act(
        "BAB I KETENTUAN UMUM Pasal 1 Dalam Peraturan Gubernur ini yang dimaksud dengan: "
        "1. Kapal adalah alat apung. 2. Dermaga adalah tempat kapal. "
        "BAB II SANDAR Bagian Kesatu Umum Pasal 2 (1) Kapal wajib sandar. "
        "(2) Sandar sebagaimana dimaksud pada ayat (1) dilaporkan. Pasal 3 Biaya dibayar."
    )

    assert body_paths(regulation) == [
        "bab-I",
        "pasal-1",
        "pasal-1/angka-1",
        "pasal-1/angka-2",
        "bab-II",
        "bab-II/bagian-1",
        "pasal-2",
        "pasal-2/ayat-1",
        "pasal-2/ayat-2",
        "pasal-3",
    ]
    assert regulation.by_key[f"{regulation.id}#bab-II"].heading == "SANDAR"


@pytest.mark.parametrize("marks", [("1)", "2)"), ("1.", "2."), ("(1)", "(21"), ("( 1 )", "( 2 )")])
def test_ayat_in_other_dress(act: Parse, marks: tuple[str, str]) -> None:
    """Numbers directly under a pasal are its ayat, however they are printed."""
    first, second = marks
    regulation = act(
        f"Pasal 1\n{first} Kapal wajib melapor kepada syahbandar.\n"
        f"{second} Laporan sebagaimana dimaksud dibuat tertulis.\nPasal 2\nCukup."
    )

    assert body_paths(regulation)[:3] == ["pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2"]


def test_lists_nest_by_their_sequence(act: Parse) -> None:
    """Four levels in the usual order, and back to the first."""
    regulation = act(
        "Pasal 1\nPermohonan memuat:\na. data kapal:\n1. nama:\na) lama;\nb) baru:\n1) resmi;\n"
        "2) niaga;\n2. ukuran; dan\nb. data pemilik."
    )

    assert body_paths(regulation)[1:] == [
        "pasal-1/huruf-a",
        "pasal-1/huruf-a/angka-1",
        "pasal-1/huruf-a/angka-1/subhuruf-a",
        "pasal-1/huruf-a/angka-1/subhuruf-b",
        "pasal-1/huruf-a/angka-1/subhuruf-b/subangka-1",
        "pasal-1/huruf-a/angka-1/subhuruf-b/subangka-2",
        "pasal-1/huruf-a/angka-2",
        "pasal-1/huruf-b",
    ]


def test_a_list_of_contents_is_no_chapter(act: Parse) -> None:
    """Bab that a pasal enumerates do not divide the body."""
    regulation = act(
        "BAB I\nUMUM\nPasal 1\nRencana disusun dengan sistematika:\nBAB I : PENDAHULUAN\n"
        "BAB II : KEADAAN\nBAB III : ARAH\nBAB II\nPENUTUP\nPasal 2\nBerlaku."
    )

    assert [path for path in body_paths(regulation) if "bab" in path] == ["bab-I", "bab-II"]


def test_catchwords_open_nothing(act: Parse) -> None:
    """The first words of the next page, printed at the foot of one, are no heading."""
    regulation = act(
        "Pasal 1\n(1) Kapal sandar.\n(2) Kapal\n(2) Kapal melapor.\nPasal 2 …\nPasal 2\nBerlaku."
    )

    assert own_labels(regulation) == ["1", "2"]


GLOSS = """
PENJELASAN
ATAS
PERATURAN GUBERNUR TELUK KENARI
NOMOR 7 TAHUN 2018
TENTANG
PENGELOLAAN DERMAGA
I. UMUM
Dermaga perlu dikelola.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
Pasal 2
Ayat (1)
Huruf a
Cukup jelas.
Ayat (2)
Cukup jelas.
LAMPIRAN I
PERATURAN GUBERNUR TELUK KENARI
Pasal 1 tarif
LAMPIRAN II
Tabel
"""


def test_gloss_and_annexes_stand_apart(source: Callable[[str], SourceText], act: Parse) -> None:
    """The gloss adds nothing to the body; gloss and annexes prefix the keys of their units."""
    text = act("Pasal 1\nKapal sandar.\nPasal 2\nKapal melapor.").text
    (regulation,) = parse_document(source(text + GLOSS))

    assert own_labels(regulation) == ["1", "2"]
    assert [unit.path for unit in regulation.units if unit.path.startswith(("penj", "lamp"))] == [
        "penjelasan",
        "penjelasan/umum",
        "penjelasan/pasal-1",
        "penjelasan/pasal-2",
        "penjelasan/pasal-2/ayat-1",
        "penjelasan/pasal-2/ayat-1/huruf-a",
        "penjelasan/pasal-2/ayat-2",
        "lampiran-1",
        "lampiran-2",
    ]


def test_a_decision_has_diktum(parse: Parse) -> None:
    """A Keputusan is divided by its ordinals and not forced into pasal."""
    regulation = parse(
        "KEPUTUSAN GUBERNUR TELUK KENARI\nNOMOR 12 TAHUN 2020\nTENTANG\nTIM DERMAGA\n"
        "Menimbang : bahwa perlu dibentuk tim;\nMengingat : 1. Undang-Undang Nomor 23 Tahun 2014;\n"
        "MEMUTUSKAN:\nMenetapkan : KEPUTUSAN GUBERNUR TENTANG TIM DERMAGA.\n"
        "KESATU : Membentuk Tim Dermaga.\nKEDUA : Tim bertugas:\na. memeriksa; dan\nb. melapor.\n"
        "KETIGA : Keputusan ini berlaku sejak ditetapkan.\nDitetapkan di Kenari\n"
        "pada tanggal 2 Maret 2020\n"
    )

    assert regulation.id == "kepgub/teluk-kenari/2020/12"
    assert body_paths(regulation) == ["kesatu", "kedua", "kedua/huruf-a", "kedua/huruf-b", "ketiga"]


def test_a_circular_has_sections(parse: Parse) -> None:
    """Numbered sections of a text without pasal are bagian."""
    regulation = parse(
        "SURAT EDARAN\nNOMOR 4 TAHUN 2021\nTENTANG\nJAM SANDAR\n"
        "Dengan ini disampaikan:\n1. Kapal sandar pada siang hari.\n"
        "2. Pengecualian diberikan kepada:\na. kapal nelayan; dan\nb. kapal medis.\n"
    )

    assert [unit.path for unit in regulation.units if "bagian" in unit.path] == [
        "bagian-1",
        "bagian-2",
        "bagian-2/huruf-a",
        "bagian-2/huruf-b",
    ]


def test_two_acts_in_one_file_are_two_regulations(
    source: Callable[[str], SourceText], act: Parse
) -> None:
    """The units of each act lie within its own part of the shared text."""
    first = act("Pasal 1\nKapal sandar.\nPasal 2\nBerlaku.").text
    second = first.replace("NOMOR 7", "NOMOR 8").replace("DERMAGA", "MERCUSUAR")
    regulations = parse_document(source(first + "\n" + second))

    assert [one.id for one in regulations] == [
        "pergub/teluk-kenari/2018/7",
        "pergub/teluk-kenari/2018/8",
    ]
    assert [own_labels(one) for one in regulations] == [["1", "2"], ["1", "2"]]
    assert regulations[0].units[-1].span.end <= regulations[1].units[0].span.start


def test_an_empty_document_gives_one_empty_regulation(
    source: Callable[[str], SourceText],
) -> None:
    """A scan without text is a row that says so, not an error."""
    (regulation,) = parse_document(source(""))

    assert regulation.units == ()
    assert regulation.id.startswith("tanpa-identitas/")
    assert codes(regulation) == ["identitas-tidak-terbaca"]
    assert regulation.structure == 0.0


WORDS = st.sampled_from(
    """Pasal BAB Bagian Paragraf ayat huruf (1) (2) (1a) 1. 2. a. b. a) 1) I II 1 12 12A 0 ( ) : ; .
    Ketentuan diubah dihapus sehingga berbunyi sebagai berikut: disisipkan yakni Menimbang : bahwa
    Mengingat MEMUTUSKAN: Menetapkan PERATURAN GUBERNUR DAERAH NOMOR TAHUN 2019 TENTANG PERUBAHAN
    ATAS KESATU : KEDUA PENJELASAN ATAS LAMPIRAN Agar setiap orang mengetahuinya Ditetapkan di
    pada tanggal " adalah kapal Kapal; dan Pasa1 P*sal pasal Paseri 2l (21 tl) r10 BAB. UMUM
    PENUTUP MEMUTUSI(AN: DEMI PASAL Cukup jelas ini mulai berlaku dimaksud dalam ¹
    ^ DEWAN GUBERNUR""".split()  # noqa: SIM905 - a list of words reads better so
)

PHRASES = st.sampled_from(
    (
        "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n",
        "2. Di antara BAB V dan BAB VI disisipkan 1 (satu) bab, yakni BAB VA berbunyi:\n",
        "3. Pasal 12 dan Pasal 13 dihapus.",
        "Beberapa ketentuan dalam Undang-Undang Nomor 4 Tahun 2001 diubah sebagai berikut:\n",
        "yang selanjutnya disebut Kapal,",
        "Dalam Pasal ini yang dimaksud dengan:\n",
        "PENJELASAN ATAS PERATURAN DAERAH NOMOR 3 TAHUN 2010 TENTANG KAPAL",
    )
)


@given(words=st.lists(st.tuples(WORDS | PHRASES, st.sampled_from([" ", "\n"])), max_size=120))
def test_any_order_of_legal_words_is_parsed(
    source: Callable[[str], SourceText], words: list[tuple[str, str]]
) -> None:
    """Whatever stands in a document, parsing gives a tree that tiles its text.

    What is said against it names a unit that exists, if any, and a page of the document.
    """
    text = "".join(word + space for word, space in words)

    for regulation in parse_document(source(text)):
        pieces = "".join(map(regulation.own_text, regulation.units))
        start = regulation.units[0].span.start if regulation.units else len(regulation.text)
        assert pieces == regulation.text[start : start + len(pieces)]
        assert len(regulation.by_key) == len(regulation.units)
        assert_nested(regulation)
        for remark in regulation.anomalies:
            assert remark.unit in {"", *regulation.by_key}
            assert remark.page in (0, 1)


@pytest.mark.parametrize(
    "piece",
    [
        "Pasal 5, ",
        "(1) Setiap orang. ",
        "a. satu; ",
        "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut: Pasal 5 Satu. ",
        "PERATURAN DAERAH NOMOR 1 TAHUN 2010 TENTANG X ",
        "Bagian Kesatu Umum Paragraf 1 ",
    ],
)
def test_work_grows_with_the_length_of_a_line(
    source: Callable[[str], SourceText], piece: str
) -> None:
    """Five times the text costs about five times the calls, not twenty-five times."""
    short, long = (
        count_calls(source("Pasal 1\n" + piece * (length // len(piece))))
        for length in (4_000, 20_000)
    )

    assert long < 7 * short


def count_calls(text: SourceText) -> int:
    """Count the functions called while a text is parsed."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        parse_document(text)
    finally:
        sys.setprofile(None)
    return calls


def test_a_bracket_that_ends_words_is_no_mark(act: Parse) -> None:
    """The number before a closing bracket counts nothing when the bracket was opened before it."""
    regulation = act(
        "Pasal 1\nDicabut:\n1. Ordonansi Dermaga (Stbl. 1926 : 226) dan aturannya;\n"
        "2. Ordonansi Sauh (Stbl. 1930 :\n1) Lama); dan\n(a) Aturan lain.\nPasal 2\nCukup.\n"
    )

    items = [unit.path for unit in regulation.units if unit.path.startswith("pasal-1/")]
    assert items[:2] == ["pasal-1/angka-1", "pasal-1/angka-2"]
    assert not any("226" in path for path in items)


def test_an_item_inside_a_line_counts_between_its_neighbours(act: Parse) -> None:
    """What the head of a page has torn from its line start is an item by its place in the list."""
    regulation = act(
        "Pasal 1\nKapal dilarang:\na. berlabuh;\nTELUK KENARI - 3 - b. menyala;\nc. membuang.\n"
    )

    items = [unit.label for unit in regulation.units if unit.path.startswith("pasal-1/")]
    assert items == ["a", "b", "c"]


def test_an_ayat_whose_first_letter_is_read_small_is_found(act: Parse) -> None:
    """A sentence before it and a word behind it are enough inside a line."""
    regulation = act(
        "Pasal 1\n(1) Kapal melapor. (2) laporan dibuat tertulis. (3) Laporan disimpan.\n"
        "Pasal 2\nCukup.\n"
    )

    ayat = [unit.label for unit in regulation.units if unit.path.startswith("pasal-1/")]
    assert ayat == ["1", "2", "3"]
