"""Citations: the forms of the domain guide, inheritance, antecedents, amending acts, and roles."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regcheck.domain import (
    Citation,
    Identity,
    Kind,
    Line,
    Regulation,
    Role,
    Source,
    SourceText,
    Span,
    Unit,
)
from regcheck.parse.citations.citations import find_citations

ME = "perda/sulawesi-utara/2019/3"
IDENTITY = Identity("perda", "sulawesi-utara", "3", "2019", "Pengelolaan Danau")
Node = tuple[str, str, list["Node"]]


def source(text: str) -> SourceText:
    """Make a text of one page."""
    lines = tuple(Line(line, 1) for line in text.split("\n"))
    return SourceText(lines, Source("contoh.txt", "0", 1, "uji"))


class Builder:
    """Writes a regulation with its units; each unit's text runs to the next line."""

    def __init__(self, regulation: str = ME) -> None:
        self.regulation, self.text = regulation, ""
        self.units: list[Unit] = []

    def add(self, path: str, kind: Kind, text: str, parent: str = "", target: str = "") -> Builder:
        """Append a unit; its parent's span grows with it."""
        start = len(self.text)
        self.text += text + "\n"
        key, above = f"{self.regulation}#{path}", f"{self.regulation}#{parent}" if parent else ""
        label = path.rpartition("/")[2].partition("-")[2]
        self.units.append(Unit(key, kind, label, "", Span(start, len(self.text)), above, 1, target))
        while above:
            index = next(i for i, unit in enumerate(self.units) if unit.key == above)
            unit = self.units[index]
            self.units[index] = Unit(
                unit.key, unit.kind, unit.label, "", Span(unit.span.start, len(self.text)),
                unit.parent, 1, unit.target,
            )  # fmt: skip
            above = unit.parent
        return self

    def title(self, text: str) -> Builder:
        """Append text that no unit holds."""
        self.text += text + "\n"
        return self

    def cite(self, identity: Identity = IDENTITY) -> tuple[Citation, ...]:
        """Find the citations."""
        return find_citations(source(self.text), tuple(self.units), identity, self.regulation)


def body(sentence: str) -> Builder:
    """Write a body of fourteen pasal whose third has a second ayat with the sentence."""
    builder = Builder()
    for number in (1, 2, 3, 4, "4A", 5, 6, 7, 8, 9, 10, 11, 12, "12A", 13):
        builder.add(f"pasal-{number}", Kind.PASAL, f"Pasal {number}")
        if number == 3:
            parent = "pasal-3"
            builder.add("pasal-3/ayat-1", Kind.AYAT, "(1) Danau dilindungi oleh:", parent)
            for letter in "abcde":
                path = f"pasal-3/ayat-1/huruf-{letter}"
                builder.add(path, Kind.HURUF, f"{letter}. badan;", "pasal-3/ayat-1")
            builder.add("pasal-3/ayat-2", Kind.AYAT, f"(2) {sentence}", parent)
            for ayat in (3, 4):
                builder.add(f"pasal-3/ayat-{ayat}", Kind.AYAT, f"({ayat}) Cukup.", parent)
        if number == 7:
            for ayat in (1, 2, 3):
                builder.add(f"pasal-7/ayat-{ayat}", Kind.AYAT, f"({ayat}) Kapal.", "pasal-7")
    return builder


def targets(sentence: str, identity: Identity = IDENTITY) -> list[str]:
    """Return what a sentence of the body cites, own units without the regulation's id."""
    found = body(sentence).cite(identity)
    return [str(one.target).replace(f"{ME}#", "#") for one in found]


def mengingat(*items: str) -> list[Citation]:
    """Return the citations of a list of legal bases."""
    builder = Builder().add("mengingat", Kind.MENGINGAT, "Mengingat :")
    for number, item in enumerate(items, 1):
        builder.add(f"mengingat/angka-{number}", Kind.ANGKA, f"{number}. {item};", "mengingat")
    builder.add("pasal-1", Kind.PASAL, "Pasal 1")
    return list(builder.cite())


UUD = "uud/1945"
INTERNAL = [
    (1, "sebagaimana dimaksud pada ayat (1)", "#pasal-3/ayat-1"),
    (
        2,
        "sebagaimana dimaksud dalam Pasal 4 ayat (1) huruf a dan huruf b",
        "#pasal-4/ayat-1/huruf-a #pasal-4/ayat-1/huruf-b",
    ),
    (
        3,
        "sebagaimana dimaksud dalam Pasal 4 sampai dengan Pasal 6",
        "#pasal-4 #pasal-4A #pasal-5 #pasal-6",
    ),
    (
        4,
        "sebagaimana dimaksud pada ayat (1) sampai dengan ayat (4)",
        "#pasal-3/ayat-1 #pasal-3/ayat-2 #pasal-3/ayat-3 #pasal-3/ayat-4",
    ),
    (
        5,
        "sebagaimana dimaksud dalam ayat (1) huruf a sampai dengan huruf c",
        "#pasal-3/ayat-1/huruf-a #pasal-3/ayat-1/huruf-b #pasal-3/ayat-1/huruf-c",
    ),
    (
        6,
        "dimaksud dalam Pasal 5 sampai dengan Pasal 8, kecuali Pasal 7 ayat (1)",
        "#pasal-5 #pasal-6 #pasal-7/ayat-2 #pasal-7/ayat-3 #pasal-8",
    ),
    (
        7,
        "dimaksud pada ayat (1), Pasal 7 ayat (2) dan ayat (4), Pasal 12, dan Pasal 13 ayat (3)",
        "#pasal-3/ayat-1 #pasal-7/ayat-2 #pasal-7/ayat-4 #pasal-12 #pasal-13/ayat-3",
    ),
    (
        8,
        "sebagaimana dimaksud pada ayat (1) huruf c angka 2 huruf a)",
        "#pasal-3/ayat-1/huruf-c/angka-2/subhuruf-a",
    ),
    (
        9,
        "sebagaimana dimaksud dalam Pasal 1 angka 11 dan angka 13",
        "#pasal-1/angka-11 #pasal-1/angka-13",
    ),
    (10, "sebagaimana dimaksud pada ayat (1a)", "#pasal-3/ayat-1a"),
    (11, "sebagaimana dimaksud dalam Pasal 12A", "#pasal-12A"),
    (
        12,
        "sebagaimana tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan dari "
        "Peraturan Daerah ini",
        "#lampiran-2",
    ),
    (13, "sebagaimana dimaksud dalam Bab III Bagian Kedua", "#bab-III/bagian-2"),
    (14, "tersebut dalam pasal 9 huruf b", "#pasal-9/huruf-b"),
    (14, "termaksud pada ayat (1)", "#pasal-3/ayat-1"),
    (14, "dimaksud Pasal 12", "#pasal-12"),
    (15, "menurut pasal 7 ayat (2) sub 1", "#pasal-7/ayat-2/angka-1"),
    (15, "tersebut dalam ayat ke-1 dan ke-3", "#pasal-3/ayat-1 #pasal-3/ayat-3"),
    (16, "Ketentuan Pasal 9 s/d Pasal 11", "#pasal-9 #pasal-10 #pasal-11"),
    (16, "menurut Pasal 9 s/d 11", "#pasal-9 #pasal-10 #pasal-11"),
    (17, "Lihat penjelasan Pasal 7 ayat (1)", "#penjelasan/pasal-7/ayat-1"),
]


@pytest.mark.parametrize(("form", "sentence", "expected"), INTERNAL)
def test_internal_forms_of_the_catalogue(form: int, sentence: str, expected: str) -> None:
    """Each internal form gives one citation for every unit it means."""
    assert targets(f"Izin {sentence} diberikan kepada nelayan.") == expected.split(), form


EXTERNAL = [
    (
        18,
        "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
        "uud/1945#pasal-18/ayat-6",
    ),
    (
        19,
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik "
        "Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587)",
        "uu/2014/23",
    ),
    (
        20,
        "Undang-Undang Nomor 12 Tahun 2011 sebagaimana telah diubah dengan Undang-Undang Nomor 15 "
        "Tahun 2019 tentang Perubahan atas Undang-Undang Nomor 12 Tahun 2011",
        "uu/2011/12 uu/2019/15 (uu/2011/12)",
    ),
    (
        21,
        "Undang-Undang Nomor 23 Tahun 2014 sebagaimana telah beberapa kali diubah, terakhir dengan "
        "Undang-Undang Nomor 9 Tahun 2015",
        "uu/2014/23 uu/2015/9",
    ),
    (
        22,
        "Undang-Undang Nomor 23 Tahun 2014 sebagaimana telah diubah beberapa kali terakhir dengan "
        "Undang-Undang Nomor 9 Tahun 2015",
        "uu/2014/23 uu/2015/9",
    ),
    (
        23,
        "Undang-Undang Nomor 25 Tahun 1956 Jo. Undang-Undang Nomor 21 Tahun 1958 tentang Penetapan "
        "Undang-Undang Darurat Nomor 10 Tahun 1957 sebagai Undang-Undang",
        "uu/1956/25 uu/1958/21 (uudrt/1957/10)",
    ),
    (
        24,
        "Undang-Undang Nomor 2 Tahun 2015 tentang Penetapan Peraturan Pemerintah Pengganti "
        "Undang-Undang Nomor 2 Tahun 2014 menjadi Undang-Undang",
        "uu/2015/2 (perpu/2014/2)",
    ),
    (
        25,
        "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah",
        "pp/2019/12",
    ),
    (
        26,
        "Peraturan Presiden Nomor 87 Tahun 2014 (Lembaran Negara Tahun 2014 Nomor 199)",
        "perpres/2014/87",
    ),
    (27, "Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015", "permendagri/2015/80"),
    (
        28,
        "Peraturan Daerah Provinsi Bali Nomor 5 Tahun 2011 tentang Pengelolaan Sampah (Lembaran "
        "Daerah Provinsi Bali Tahun 2011 Nomor 5)",
        "perda/bali/2011/5",
    ),
    (
        29,
        "Peraturan Daerah Nomor 1 Tahun 2006 tentang Retribusi Daerah",
        "perda/sulawesi-utara/2006/1",
    ),
    (30, "Peraturan Gubernur Riau Nomor 7 Tahun 2010", "pergub/riau/2010/7"),
    (31, "Qanun Aceh Nomor 7 Tahun 2013", "qanun/aceh/2013/7"),
    (31, "Peraturan Daerah Khusus Provinsi Papua Nomor 23 Tahun 2008", "perdasus/papua/2008/23"),
    (32, "Peraturan Menteri Pertanian Nomor 53/Permentan/KB.110/10/2015", "permentan/2015/53"),
    (33, "Peraturan Menteri Keuangan Nomor 12/PMK.07/2020", "permenkeu/2020/12"),
    (
        34,
        "Keputusan Menteri Dalam Negeri Nomor 188.34-9060 Tahun 2016",
        "kepmendagri/2016/188.34-9060",
    ),
    (
        35,
        "Keputusan Gubernur Kalimantan Selatan Nomor 188.44/0401/KUM/2016",
        "kepgub/kalimantan-selatan/2016/188.44-0401",
    ),
    (36, "Putusan Mahkamah Agung Nomor 57 P/HUM/2017", "putusanma/2017/57"),
    (36, "Putusan Mahkamah Agung Nomor 1P/HUM/2024", "putusanma/2024/1"),
    (36, "Putusan Mahkamah Agung Nomor 29/P/HUM/2019", "putusanma/2019/29"),
    (37, "Putusan Mahkamah Konstitusi Nomor 137/PUU-XIII/2015", "putusanmk/2015/137"),
    (40, "UU No. 23/2014", "uu/2014/23"),
    (40, "UU No 23 Tahun 2014", "uu/2014/23"),
    (40, "UU 23/2014", "uu/2014/23"),
    (40, "UU23/2014", "uu/2014/23"),
    (41, "PP No. 82 Tahun 1999", "pp/1999/82"),
    (41, "Perpres No.81/2010", "perpres/2010/81"),
    (41, "Inpres 7/2017", "inpres/2017/7"),
    (42, "Perda Prov. Riau No. 13 Tahun 2013", "perda/riau/2013/13"),
    (42, "PERDAPROV RIAU No. 2 Tahun 2008", "perda/riau/2008/2"),
    (42, "Perda DKI 8/2007", "perda/daerah-khusus-ibukota-jakarta/2007/8"),
    (42, "Perda Provsu No. 6 Tahun 2013", "perda/sumatera-utara/2013/6"),
    (43, "Pergub DKI 195 Tahun 2014", "pergub/daerah-khusus-ibukota-jakarta/2014/195"),
    (43, "Pergub Bali No. 97/2018", "pergub/bali/2018/97"),
    (43, "Kepgub 1517/2021", "kepgub/sulawesi-utara/2021/1517"),
    (44, "Permendagri 80/2015 jo. 120/2018", "permendagri/2015/80 permendagri/2018/120"),
    (
        44,
        "Permendagri No. 80 Tahun 2015 sttd Permendagri 120/2018",
        "permendagri/2015/80 permendagri/2018/120",
    ),
    (45, "PERMENPAN No.11/2015", "permenpan/2015/11"),
    (45, "PermenPANRB 25/2020", "permenpanrb/2020/25"),
    (45, "Permenkumham 8/2019", "permenkumham/2019/8"),
    (45, "Permen LHK P.10/2018", "permenlhk/2018/10"),
    (46, "PMK 12/PMK.07/2020", "permenkeu/2020/12"),
    (46, "KMK 89/2017", "kepmenkeu/2017/89"),
    (46, "POJK 10/2022", "pojk/2022/10"),
    (46, "PBI 23/6/2021", "pbi/2021/23"),
    (47, "KEPMENHUB No. 32 Tahun 2001", "kepmenhub/2001/32"),
    (47, "Kepres 80/2003", "keppres/2003/80"),
    (47, "Keppres 80/2003", "keppres/2003/80"),
    (48, "Pasal 33 UUD 1945", "uud/1945#pasal-33"),
    (48, "UUD NRI Tahun 1945", "uud/1945"),
    (49, "Pasal 362 KUHP", "uu/1946/1#pasal-362"),
    (49, "UU HKPD", "uu/2022/1"),
    (49, "UU P3", "uu/2011/12"),
    (50, "Undang-Undang No. 5 tahun 1974", "uu/1974/5"),
    (50, "Undang-undang Nomor 19 Prp. Tahun 1960", "perpu/1960/19"),
    (50, "Undang-undang Nomor 4 Drt Tahun 1959", "uudrt/1959/4"),
    (51, "Undang-undang No. 5 tahun 1961 (L.N. tahun 1961 Nomor 252)", "uu/1961/5"),
    (52, "Ordonansi Perburuan (Jachtsordonantie 1931, Staatsblad 1931: 133)", "stb/1931/133"),
    (52, "Stbl. 1847: 23", "stb/1847/23"),
    (52, "S. 1926 No. 226", "stb/1926/226"),
    (
        53,
        "Peraturan Daerah Propinsi Daerah Tingkat I Jawa Tengah Nomor 3 Tahun 1988",
        "perda/jawa-tengah/1988/3",
    ),
    (
        54,
        "Undang-Undang Nomor 12 Tahun 1950 (Himpunan Peraturan-Peraturan Negara Tahun 1950 "
        "Halaman 86-92)",
        "uu/1950/12",
    ),
    (
        55,
        "Peraturan Daerah Kota Bogor Nomor 7 Tahun 2015 (Lembaran Daerah Kota Bogor Nomor 7 Tahun "
        "2015 Seri E Nomor 6)",
        "perda/kota-bogor/2015/7",
    ),
]


@pytest.mark.parametrize(("form", "words", "expected"), EXTERNAL)
def test_external_forms_of_the_catalogue(form: int, words: str, expected: str) -> None:
    """Each external form gives the rule it names; those inside a title (in brackets) no basis."""
    found = [(str(one.target), one.role) for one in mengingat(words)]

    assert [target for target, _ in found] == expected.replace("(", "").replace(")", "").split()
    nested = {word.strip("()") for word in expected.split() if word.startswith("(")}
    for index, (target, role) in enumerate(found):
        inside = target in nested and index > 0
        assert role is (Role.MERUJUK if inside else Role.DASAR_HUKUM), form


def test_places_before_a_name_all_belong_to_it() -> None:
    """Form 38: a list of places is read in the rule named behind it."""
    sentence = (
        "Bahwa sesuai Pasal 127 huruf h dan huruf j dan Pasal 156 ayat (1) Undang-Undang Nomor 28 "
        "Tahun 2009 retribusi dipungut."
    )

    expected = ["#pasal-127/huruf-h", "#pasal-127/huruf-j", "#pasal-156/ayat-1"]
    assert targets(sentence) == [f"uu/2009/28{path}" for path in expected]


def test_a_rule_pointed_back_to_is_the_last_of_its_kind() -> None:
    """Form 39: *undang-undang tersebut* is the last statute named before it."""
    sentence = (
        "Nelayan tunduk pada Undang-Undang Nomor 45 Tahun 2009, Peraturan Pemerintah Nomor 5 Tahun "
        "2010, dan ketentuan Pasal 58 dan Pasal 97D undang-undang tersebut."
    )

    assert targets(sentence) == [
        "uu/2009/45", "pp/2010/5", "uu/2009/45#pasal-58", "uu/2009/45#pasal-97D",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "dilakukan sesuai dengan ketentuan peraturan perundang-undangan.",
        "sesuai peraturan perundang-undangan yang lebih tinggi dan ketentuan yang berlaku.",
        "sesuai undang-undang di bidang perpajakan.",
        "ditulis dengan huruf kapital pada angka kemiskinan dan bagian ketiga danau.",
        "dalam waktu 3 (tiga) hari, 5 (lima) orang, dan Rp1.000.000,00 (satu juta rupiah).",
        "Peraturan Daerah ini dan Pasal ini berlaku.",
        "Lampirannya disimpan oleh keputusan rapat.",
    ],
)
def test_generic_references_are_no_citations(sentence: str) -> None:
    """Legislation in general, plain words and the regulation itself give nothing."""
    assert targets(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("menurut ayat (21 huruf b", "#pasal-3/ayat-2/huruf-b"),
        ("menurut ayat (l)", "#pasal-3/ayat-1"),
        ("menurut Pasa1 1l", "#pasal-11"),
        ("menurut Pasal2", "#pasal-2"),
        ("menurut ^Pasal ^5 ^ayat ^(1)", "#pasal-5/ayat-1"),
        ("menurut Undang-\nUndang Nomor l2 Tahun 2OLl", "uu/2011/12"),
        ("menurut Peraturan Pernerintah Nomor 5 Tahun 20l9", "pp/2019/5"),
        ("menurut Peraturan Pemezuntah Nomor 5 Tah.: un 2019", "pp/2019/5"),
        ("menurut Pasal\n5 dan\nPasal 6", "#pasal-5 #pasal-6"),
        ("menurut Pasal 5 dan\n- 7 -\nPasal 6", "#pasal-5 #pasal-6"),
        ("menurut pasal 9Peraturan Pemerintah Nomor 3 tahun 1971", "pp/1971/3#pasal-9"),
        ("menurut Pasal 13 A", "#pasal-13A"),
    ],
)
def test_misread_and_broken_citations_are_understood(sentence: str, expected: str) -> None:
    """Look-alike letters, stray marks, line ends and page numbers do not hide a citation."""
    assert targets(f"Izin {sentence} diberikan.") == expected.split()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("tersebut pasal 5 dan 6, yang", "#pasal-5 #pasal-6"),
        ("tersebut ayat (1), (3) dan (4)", "#pasal-3/ayat-1 #pasal-3/ayat-3 #pasal-3/ayat-4"),
        ("menurut ayat (1) b dan ayat (1) a", "#pasal-3/ayat-1/huruf-b #pasal-3/ayat-1/huruf-a"),
        ("menurut ayat (2) dan ayat (3) Pasal 7", "#pasal-7/ayat-2 #pasal-7/ayat-3"),
        ("menurut huruf a ayat (2) Pasal 7", "#pasal-7/ayat-2/huruf-a"),
        ("menurut ayat ke-tiga pasal 7", "#pasal-7/ayat-3"),
        ("menurut ayat (1) pasal ini", "#pasal-3/ayat-1"),
        ("menurut Pasal 5 dan 3 (tiga) orang", "#pasal-5"),
        ("menurut Pasal 7 ayat (1), 9, dan 11", "#pasal-7/ayat-1 #pasal-9 #pasal-11"),
        ("menurut Pasal 3 ayat (3) sampai dengan Pasal 4A", "#pasal-3/ayat-3 #pasal-4 #pasal-4A"),
        ("menurut Pasal 5 Peraturan Daerah ini", "#pasal-5"),
        ("menurut Pasal 99 sampai dengan Pasal 101", "#pasal-99 #pasal-100 #pasal-101"),
    ],
)
def test_bare_items_take_over_the_level_before_or_behind(sentence: str, expected: str) -> None:
    """Lists without the word, levels in either order, and ranges over other units."""
    assert targets(f"Hal {sentence} diatur.") == expected.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Undang-Undang Nomor 5 Tahun 1960, Nomor 7 dan Nomor 9 Tahun 1970",
            "uu/1960/5 uu/1970/7 uu/1970/9",
        ),
        (
            "Undang-undang No. 12, 13, 14 dan 15 tahun 1950",
            "uu/1950/12 uu/1950/13 uu/1950/14 uu/1950/15",
        ),
        ("Undang-undang 1950 No. 22", "uu/1950/22"),
        ("Peraturan Daerah Nomor 07 Tahun 2012", "perda/sulawesi-utara/2012/7"),
        ("Peraturan Gubernur Nomor 22a Tahun 2016", "pergub/sulawesi-utara/2016/22a"),
        ("Peraturan Daerah Kabupaten Minahasa Nomor 2 Tahun 2010", "perda/kab-minahasa/2010/2"),
        ("Peraturan Wali Kota Bitung Nomor 2 Tahun 2010", "perwal/kota-bitung/2010/2"),
        (
            "Keputusan Bupati Kepala Daerah Tingkat II Sleman Nomor 9 Tahun 1990",
            "kepbup/kab-sleman/1990/9",
        ),
        (
            "Peraturan Daerah Daerah Istimewa Yogyakarta Nomor 5 Tahun 2005",
            "perda/daerah-istimewa-yogyakarta/2005/5",
        ),
    ],
)
def test_names_with_several_numbers_and_regions(words: str, expected: str) -> None:
    """Numbers share the name before and the year behind; regions are those named, or one's own."""
    assert [one.target for one in mengingat(words)] == expected.split()


def test_a_provincial_rule_cited_by_a_kabupaten_is_its_province_s() -> None:
    """*Peraturan Gubernur* without a region means the governor above."""
    identity = Identity("perda", "kab-sleman", "3", "2019")

    assert targets("menurut Peraturan Gubernur Nomor 5 Tahun 2010.", identity) == [
        "pergub/daerah-istimewa-yogyakarta/2010/5"
    ]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("menurut Undang-Undang Nomor ... Tahun ....", "nomor"),
        ("menurut Peraturan Pemerintah Nomor 5 yang baru", "tahun"),
        ("menurut Pasal 5 Undang-Undang Pokok Perairan", "nomor"),
        ("menurut Pasal 5 Peraturan Presiden tersebut", "ditunjuk"),
    ],
)
def test_what_cannot_be_decided_has_no_target_and_says_why(sentence: str, why: str) -> None:
    """A citation is never a guess."""
    (found,) = body(f"Izin {sentence}.").cite()

    assert found.target is None
    assert why in found.why


def test_a_number_without_year_is_the_rule_named_before() -> None:
    """The year of a rule named in full need not be repeated."""
    sentence = (
        "Undang-Undang Nomor 5 Tahun 1992 tentang Cagar Budaya dan Pasal 26 Undang-Undang Nomor 5 "
        "tentang Cagar Budaya."
    )

    assert targets(sentence) == ["uu/1992/5", "uu/1992/5#pasal-26"]


def test_a_title_stands_for_a_rule_named_before() -> None:
    """A statute named by its title alone is the one named with number and title before."""
    builder = Builder().add("mengingat", Kind.MENGINGAT, "Mengingat :")
    builder.add(
        "mengingat/angka-1", Kind.ANGKA,
        "1. Undang-Undang Nomor 41 Tahun 1999 tentang Kehutanan (Lembaran Negara Nomor 167);",
        "mengingat",
    )  # fmt: skip
    builder.add("pasal-1", Kind.PASAL, "Pasal 1\nIzin menurut Undang-Undang tentang Kehutanan.")

    assert [one.target for one in builder.cite()] == ["uu/1999/41", "uu/1999/41"]


def test_considerations_refer_to_each_other_and_to_what_they_carry_out() -> None:
    """A bare huruf is a consideration; *untuk melaksanakan ketentuan* makes an edge."""
    builder = Builder().add("menimbang", Kind.MENIMBANG, "Menimbang :")
    builder.add("menimbang/huruf-a", Kind.HURUF, "a. bahwa danau harus dijaga;", "menimbang")
    builder.add(
        "menimbang/huruf-b", Kind.HURUF,
        "b. bahwa berdasarkan pertimbangan dalam huruf a dan untuk melaksanakan ketentuan Pasal 12 "
        "ayat (3) Undang-Undang Nomor 17 Tahun 2019 tentang Sumber Daya Air, perlu menetapkan "
        "Peraturan Daerah tentang Pelaksanaan Undang-Undang Nomor 17 Tahun 2019;", "menimbang",
    )  # fmt: skip

    assert [(one.target, one.role) for one in builder.cite()] == [
        (f"{ME}#menimbang/huruf-a", Role.MERUJUK),
        ("uu/2019/17#pasal-12/ayat-3", Role.MELAKSANAKAN),
    ]


def test_a_gloss_refers_to_the_body() -> None:
    """In the gloss on a pasal bare places are those of the body; its own headings cite nothing."""
    builder = Builder().add("pasal-1", Kind.PASAL, "Pasal 1")
    builder.add("penjelasan", Kind.PENJELASAN, "PENJELASAN")
    builder.add("penjelasan/pasal-5", Kind.PASAL, "Pasal 5", "penjelasan")
    builder.add(
        "penjelasan/pasal-5/ayat-1", Kind.AYAT,
        "Ayat (1)\nLihat ayat (2) dan Pasal 7. Ayat (3) Cukup jelas.", "penjelasan/pasal-5",
    )  # fmt: skip

    assert [one.target for one in builder.cite()] == [f"{ME}#pasal-5/ayat-2", f"{ME}#pasal-7"]


def amending(*items: str) -> Builder:
    """Write an act that amends Perda 7/2011 and quotes its Pasal 9."""
    title = "PERATURAN DAERAH PROVINSI SULAWESI UTARA\nNOMOR 3 TAHUN 2019\nTENTANG\nPERUBAHAN ATAS "
    name = "PERATURAN DAERAH NOMOR 7 TAHUN 2011 TENTANG PENGELOLAAN DANAU"
    builder = Builder().title(title + name)
    builder.add(
        "memutuskan",
        Kind.MEMUTUSKAN,
        f"Menetapkan : PERATURAN DAERAH TENTANG PERUBAHAN ATAS {name}.",
    )
    builder.add(
        "pasal-I", Kind.PASAL,
        "Pasal I\nBeberapa ketentuan dalam Peraturan Daerah Nomor 7 Tahun 2011 tentang Pengelolaan "
        "Danau (Lembaran Daerah Tahun 2011 Nomor 7) sebagaimana telah diubah dengan Peraturan "
        "Daerah Nomor 2 Tahun 2014, diubah sebagai berikut:",
    )  # fmt: skip
    for number, item in enumerate(items, 1):
        builder.add(f"pasal-I/angka-{number}", Kind.ANGKA, f"{number}. {item}", "pasal-I")
    base = "perda/sulawesi-utara/2011/7#pasal-9"
    builder.add("pasal-I/pasal-9", Kind.PASAL, "Pasal 9", "pasal-I", base)
    builder.add(
        "pasal-I/pasal-9/ayat-1", Kind.AYAT,
        "(1) Izin sebagaimana dimaksud dalam Pasal 4 diberikan menurut ayat (2).",
        "pasal-I/pasal-9",
        f"{base}/ayat-1",
    )  # fmt: skip
    return builder.add("pasal-II", Kind.PASAL, "Pasal II\nPasal I berlaku sejak diundangkan.")


def test_quoted_and_instructing_words_mean_the_amended_act() -> None:
    """In an amending act places are those of its base, save its own Roman pasal."""
    found = amending(
        "Ketentuan Pasal 20 ayat (2) diubah dan ditambahkan 2 (dua) ayat, yakni ayat (3) dan "
        "ayat (4)",
        "Di antara Pasal 4 dan Pasal 5 disisipkan 1 (satu) pasal, yakni Pasal 4A",
    ).cite()
    base = "perda/sulawesi-utara/2011/7"

    places = [one.target for one in found if "#" in str(one.target)]
    assert places == [
        *(f"{base}#pasal-20/ayat-{ayat}" for ayat in (2, 3, 4)),
        *(f"{base}#pasal-{label}" for label in ("4", "5", "4A")),
        f"{base}#pasal-4",
        f"{base}#pasal-9/ayat-2",
        f"{ME}#pasal-I",
    ]


def test_an_amending_act_amends_its_base_not_the_amenders() -> None:
    """Title, enactment and Pasal I amend the base; an earlier amendment is only referred to."""
    found = amending("Pasal 6 dihapus.").cite()
    roles = {(one.target, one.role) for one in found if "#" not in str(one.target)}

    assert roles == {
        ("perda/sulawesi-utara/2011/7", Role.MENGUBAH),
        ("perda/sulawesi-utara/2014/2", Role.MERUJUK),
    }


def test_an_amendment_of_an_unnumbered_rule_has_no_targets() -> None:
    """Places in a rule that the act amends without naming its number cannot be told."""
    builder = Builder()
    builder.add(
        "pasal-1", Kind.PASAL, "Pasal 1\nReglemen Danau diubah sebagai berikut: pasal 4 dibatalkan."
    )

    assert [one.target for one in builder.cite()] == [None]


#: Closing formulae about ``<perda>``, a Perda of 2001.
ROLES = [
    (
        "Pada saat Peraturan Daerah ini mulai berlaku, <perda> tentang Danau dicabut dan "
        "dinyatakan tidak berlaku.",
        Role.MENCABUT,
    ),
    ("<perda> dinyatakan dicabut dan tidak berlaku lagi.", Role.MENCABUT),
    ("Dengan berlakunya Peraturan Daerah ini dinyatakan tidak berlaku <perda>.", Role.MENCABUT),
    ("<perda> ditarik kembali dan dinyatakan tidak berlaku.", Role.MENCABUT),
    ("Semua ketentuan dalam <perda> dicabut.", Role.MENCABUT),
    ("Pasal 5 <perda> dicabut.", Role.MENCABUT_SEBAGIAN),
    ("Ketentuan mengenai sampan dalam <perda> dicabut.", Role.MENCABUT_SEBAGIAN),
    ("<perda> sepanjang mengatur sampan dicabut.", Role.MENCABUT_SEBAGIAN),
    (
        "Ketentuan dalam <perda> yang bertentangan dengan isi Peraturan Daerah ini dinyatakan "
        "tidak berlaku.",
        Role.MENCABUT_SEBAGIAN,
    ),
    (
        "<perda> dan peraturan lain yang bertentangan dengan Peraturan Daerah ini dicabut.",
        Role.MENCABUT,
    ),
    (
        "Peraturan pelaksanaan dari <perda> dinyatakan masih tetap berlaku sepanjang tidak "
        "bertentangan.",
        Role.TETAP_BERLAKU,
    ),
    ("<perda> dinyatakan tetap berlaku.", Role.TETAP_BERLAKU),
    ("Ketentuan <perda> diubah sehingga berbunyi lain.", Role.MENGUBAH),
    ("Tarif diatur lebih lanjut dengan <perda>.", Role.MENDELEGASIKAN),
    ("Ayat (2) Pasal 6 Peraturan Danau 2001 (<perda>) dihapus.", Role.MENCABUT_SEBAGIAN),
    ("Izin berdasarkan <perda> dicabut.", Role.MERUJUK),
    ("Izin dicabut jika melanggar ketentuan dalam <perda>.", Role.MERUJUK),
    ("Hak memakai lencana dicabut apabila syarat dalam Pasal 7 <perda> lalai.", Role.MERUJUK),
    ("Selain denda menurut Pasal 8 <perda> nelayan dapat dicabut izinnya.", Role.MERUJUK),
    ("Terhadap hasil danau tidak berlaku ketentuan dalam Pasal 6 <perda>.", Role.MERUJUK),
    ("Pasal 21 <perda> ditambah dengan ayat baru, yang berbunyi: Izin dicabut.", Role.MENGUBAH),
    ("Semua aturan yang bertentangan dengan <perda> dinyatakan tidak berlaku.", Role.MERUJUK),
    ("Larangan tidak berlaku bagi nelayan menurut <perda>.", Role.MERUJUK),
    ("Tarif diatur dalam <perda>.", Role.MERUJUK),
]


@pytest.mark.parametrize(("sentence", "role"), ROLES)
def test_the_words_around_a_rule_tell_its_role(sentence: str, role: Role) -> None:
    """The closing formulae, also in older wordings, and those that only look like them."""
    perda = "Peraturan Daerah Nomor 4 Tahun 2001"
    (found,) = body(sentence.replace("<perda>", perda)).cite()

    assert found.role is role


def test_amenders_listed_item_by_item_are_not_amended_again() -> None:
    """*Telah diubah dengan Peraturan Daerah: a. ...; b. ...*, whatever a page break left there."""
    sentence = (
        "Beberapa ketentuan dalam Peraturan Daerah Nomor 4 Tahun 2001 yang telah beberapa kali "
        "diubah dengan Peraturan Daerah: a. Nomor 13 Tahun 2005 (Lembaran Daerah Tahun 2005 "
        "Nomor 20); Menetapkan b. Nomor 7 Tahun 2009 (Lembaran Daerah Tahun 2009 Nomor 9); dan "
        "c. Nomor 2 Tahun 2012 (Lembaran Daerah Tahun 2012 Nomor 5), diubah sebagai berikut:"
    )
    changed = [one.target for one in body(sentence).cite() if one.role is Role.MENGUBAH]

    assert changed == ["perda/sulawesi-utara/2001/4"]


def test_acts_repealed_in_the_words_of_enactment_are_no_legal_bases() -> None:
    """Older acts repeal before they enact: *Memutuskan: Mencabut: 1. ...; 2. ... Menetapkan*."""
    builder = Builder().title("PERATURAN DAERAH\nNOMOR 3 TAHUN 2019\nTENTANG\nDANAU")
    found = builder.add(
        "memutuskan", Kind.MEMUTUSKAN,
        "MEMUTUSKAN :\nMencabut :\n1. Peraturan Daerah Nomor 4 Tahun 1971 (Lembaran Daerah Tahun "
        "1971 Nomor 3);\n2. Peraturan Daerah Nomor 9 Tahun 1974.\nMenetapkan : PERATURAN DAERAH "
        "TENTANG DANAU.",
    ).cite()  # fmt: skip

    assert [one.role for one in found] == [Role.MENCABUT, Role.MENCABUT]


def test_a_place_repealed_for_a_field_belongs_to_the_rule_at_the_end_of_the_list() -> None:
    """What limits the repeal of one place does not part it from the rule that the list names."""
    sentence = (
        "Pasal 1 angka 4, Pasal 45 sepanjang terkait dengan retribusi dermaga, dan Pasal 47 "
        "Peraturan Daerah Nomor 4 Tahun 2001 dicabut dan dinyatakan tidak berlaku."
    )
    found = body(sentence).cite()

    assert [(one.target or "").partition("#")[2] for one in found] == [
        "pasal-1/angka-4", "pasal-45", "pasal-47",
    ]  # fmt: skip
    assert {one.role for one in found} == {Role.MENCABUT_SEBAGIAN}


def test_a_list_of_repealed_acts_shares_the_verb_at_its_end() -> None:
    """Items without a verb of their own are repealed by the words that close the list."""
    builder = Builder().add(
        "pasal-9", Kind.PASAL, "Pasal 9\nPada saat Peraturan Daerah ini mulai berlaku:"
    )
    builder.add(
        "pasal-9/huruf-a",
        Kind.HURUF,
        "a. Peraturan Daerah Nomor 4 Tahun 2001 tentang Danau; dan",
        "pasal-9",
    )
    builder.add(
        "pasal-9/huruf-b", Kind.HURUF,
        "b. Peraturan Daerah Nomor 5 Tahun 2002 tentang Perubahan atas Peraturan Daerah Nomor 4 "
        "Tahun 2001 tentang Danau,\ndicabut dan dinyatakan tidak berlaku.", "pasal-9",
    )  # fmt: skip
    found = builder.cite()

    assert [(one.target, one.role) for one in found] == [
        ("perda/sulawesi-utara/2001/4", Role.MENCABUT),
        ("perda/sulawesi-utara/2002/5", Role.MENCABUT),
        ("perda/sulawesi-utara/2001/4", Role.MERUJUK),
    ]
    assert found[0].holder == f"{ME}#pasal-9/huruf-a"


def test_what_is_only_noted_is_no_basis() -> None:
    """A decision under *Memperhatikan* is referred to, not a legal basis."""
    builder = Builder().add(
        "mengingat", Kind.MENGINGAT,
        "Mengingat : Undang-Undang Nomor 13 Tahun 2003;\nMemperhatikan : Keputusan "
        "Gubernur Nomor 1 Tahun 2015;",
    )  # fmt: skip

    assert [one.role for one in builder.cite()] == [Role.DASAR_HUKUM, Role.MERUJUK]


def test_numbers_listed_under_an_instrument_are_rules_of_it() -> None:
    """``Peraturan Daerah: a. Nomor 2 ..; b. Nomor 3 ..`` names two, here as amenders."""
    text = (
        "Pasal I\nKetentuan Peraturan Daerah Nomor 1 Tahun 2001 yang telah beberapa kali diubah "
        "dengan Peraturan Daerah:\na. Nomor 2 Tahun 2002 (Lembaran Daerah Nomor 2); dan\nb. "
        "Nomor 3 Tahun 2003 (Lembaran Daerah Nomor 3), diubah sebagai berikut:"
    )
    found = Builder().add("pasal-I", Kind.PASAL, text).cite()

    assert [(str(one.target)[-6:], one.role) for one in found] == [
        ("2001/1", Role.MENGUBAH), ("2002/2", Role.MERUJUK), ("2003/3", Role.MERUJUK),
    ]  # fmt: skip


def test_a_statute_named_by_title_with_its_number_in_brackets() -> None:
    """A place belongs to the rule in the brackets behind its title."""
    sentence = (
        "menurut pasal 2 Undang-undang Pelayaran Danau (Undang-undang Darurat No. 6 tahun 1955)."
    )

    assert targets(sentence) == ["uudrt/1955/6#pasal-2"]


def test_a_closing_article_among_the_gloss_still_repeals() -> None:
    """Where pages are mixed, the formula of the closing article shows the repeal."""
    builder = Builder().add("pasal-1", Kind.PASAL, "Pasal 1").add(
        "penjelasan", Kind.PENJELASAN,
        "PENJELASAN\nPada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Nomor 4 Tahun "
        "2001 dicabut dan dinyatakan tidak berlaku. Isi Peraturan Daerah Nomor 5 Tahun 2002 "
        "dicabut.",
    )  # fmt: skip

    assert [one.role for one in builder.cite()] == [Role.MENCABUT, Role.MERUJUK]


def test_amending_words_lost_among_the_preamble_mean_the_base() -> None:
    """Where the body was not found, the words after *diubah sebagai berikut* are instructions."""
    builder = Builder().title(
        "PERATURAN DAERAH\nTENTANG\nPERUBAHAN ATAS PERATURAN DAERAH NOMOR 7 TAHUN 2011"
    )
    text = "Mengingat : 1.\nPeraturan Daerah ini diubah sebagai berikut: ayat (3) Pasal 25 diubah."
    builder.add("mengingat", Kind.MENGINGAT, text)

    assert builder.cite()[-1].target == "perda/sulawesi-utara/2011/7#pasal-25/ayat-3"


def test_a_title_repeals_carries_out_and_enacts() -> None:
    """The title alone shows what an act does, when the body is unreadable."""
    for words, role in (
        ("PENCABUTAN PERATURAN DAERAH NOMOR 4 TAHUN 2001", Role.MENCABUT),
        ("PELAKSANAAN PERATURAN DAERAH NOMOR 4 TAHUN 2001", Role.MELAKSANAKAN),
        (
            "PENETAPAN PERATURAN PEMERINTAH PENGGANTI UNDANG-UNDANG NOMOR 4 TAHUN 2001",
            Role.MENETAPKAN,
        ),
    ):
        builder = Builder().title(
            f"PERATURAN DAERAH NOMOR 3 TAHUN 2019\nTENTANG\n{words} TENTANG DANAU"
        )
        builder.add("pasal-1", Kind.PASAL, "Pasal 1")
        (found,) = builder.cite()

        assert (found.role, found.holder) == (role, ME)


def test_a_delegation_names_its_instrument_as_candidate() -> None:
    """An instrument not made yet has no target; its kind and region are the candidate."""
    (found,) = body(
        "Ketentuan lebih lanjut mengenai sampan diatur dengan Peraturan Gubernur."
    ).cite()

    assert (found.role, found.target) == (Role.MENDELEGASIKAN, None)
    assert found.candidates == ("pergub/sulawesi-utara",)


def test_catchwords_are_no_citations() -> None:
    """The first words of the next page, printed at the foot of this one, cite nothing."""
    assert targets("Nelayan wajib melapor. Pasal 9 . . .") == []
    assert targets("Nelayan wajib melapor. Pasal 9…") == []


def test_spans_print_the_place_and_holders_are_innermost() -> None:
    """Each entry of a list has its own words; the holder is the ayat."""
    builder = body("Izin menurut Pasal 7 ayat (2) dan ayat (3) diberikan.")
    found = builder.cite()

    assert [builder.text[one.span.start : one.span.end] for one in found] == [
        "Pasal 7 ayat (2)",
        "ayat (3)",
    ]
    assert {one.holder for one in found} == {f"{ME}#pasal-3/ayat-2"}


def test_a_document_without_units_gives_only_named_rules() -> None:
    """Nothing breaks where no structure was found."""
    found = find_citations(source("Pasal 5 Undang-Undang Nomor 1 Tahun 2001"), (), IDENTITY, ME)

    assert [one.target for one in found] == ["uu/2001/1#pasal-5"]
    assert find_citations(source(""), (), IDENTITY, ME) == ()


PIECES = (
    "Pasal ayat huruf angka (1) (21 5 12A a b dan , sampai dengan s/d kecuali Undang-Undang Nomor "
    "Tahun 2014 Peraturan Daerah Provinsi Bali tentang Perubahan atas diubah ini tersebut dicabut "
    "; . ( ) jo. Lampiran II Bab III Bagian Kedua Staatsblad 1847 UUD KUHP / ^ 2OL9"
)
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=60)


@settings(max_examples=300, deadline=None)
@given(WORDS)
def test_any_text_gives_well_formed_citations(words: list[str]) -> None:
    """Spans lie inside the text in order; a citation without target says why."""
    builder = body(" ".join(words).replace("\n\n", "\n"))
    found = builder.cite()

    assert [one.span for one in found] == sorted(one.span for one in found)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(builder.text)
        assert one.target or one.why
        assert one.target is None or "" not in one.target.replace("#", "/").split("/")


#: Texts without an end, and how many characters of each: those that cite cost more.
ENDLESS = [
    ("Pasal 5, ", 200_000),
    ("ayat (1) ", 200_000),
    ("Undang-Undang Nomor 5, ", 400_000),
    ("Undang-Undang Nomor 5 Tahun 2001, ", 400_000),
    ("tentang perubahan atas Peraturan Daerah Nomor 1 Tahun 2001 ", 1_000_000),
    ("peraturan daerah ", 1_000_000),
    ("undang-undang a b ", 1_000_000),
    ("dicabut dalam ketentuan ", 1_000_000),
    ("nomor. ", 1_000_000),
    (" ", 1_000_000),
    ("(", 1_000_000),
    ("a", 1_000_000),
]


@pytest.mark.parametrize(("piece", "size"), ENDLESS)
def test_a_line_without_end_takes_linear_time(piece: str, size: int) -> None:
    """No pattern backtracks over a long line; a quadratic one would take hours."""
    text = "Pasal 1\n" + piece * (size // len(piece))
    builder = Builder().add("pasal-1", Kind.PASAL, text)
    started = time.process_time()

    builder.cite()

    assert time.process_time() - started < 20


def test_an_inserted_pasal_may_have_a_small_letter_set_apart() -> None:
    """*Pasal 20 a* is the inserted pasal where the act quotes one, a list letter elsewhere."""
    builder = amending("Di antara Pasal 20 dan Pasal 21 disisipkan Pasal 20 a dan Pasal 20 b")
    base = "perda/sulawesi-utara/2011/7"
    builder.add("pasal-I/pasal-20A", Kind.PASAL, "Pasal 20 a", "pasal-I", f"{base}#pasal-20A")
    found = [str(one.target) for one in builder.cite()]

    assert f"{base}#pasal-20A" in found
    assert f"{base}#pasal-20/huruf-b" in found


def test_an_instruction_may_be_named_behind_a_quoted_text() -> None:
    """*Ketentuan sebagaimana dimaksud pada angka 1* behind a quotation is an instruction's."""
    builder = amending("Pasal 6 dihapus.", "Pasal 9 diubah:")
    quoted = "pasal-I/pasal-9/ayat-2"
    builder.add(
        quoted, Kind.AYAT,
        "(2) Izin gratis. 3. Ketentuan sebagaimana dimaksud pada angka 1 berlaku.",
        "pasal-I/pasal-9", "perda/sulawesi-utara/2011/7#pasal-9/ayat-2",
    )  # fmt: skip
    found = [one.target for one in builder.cite() if one.holder.endswith(quoted)]

    assert found == [f"{ME}#pasal-I/angka-1"]


def test_the_gloss_of_a_quoted_pasal_speaks_of_the_amended_act() -> None:
    """A bare ayat in the gloss on a quoted pasal lies in the base, not in the amending act."""
    builder = amending("Pasal 6 dihapus.")
    builder.add("penjelasan", Kind.PENJELASAN, "PENJELASAN")
    gloss = "penjelasan/pasal-I/pasal-9"
    builder.add(gloss, Kind.PASAL, "Pasal 9 Biaya menurut ayat (1) ringan.", "penjelasan")
    found = [one.target for one in builder.cite() if gloss in one.holder]

    assert found == ["perda/sulawesi-utara/2011/7#pasal-9/ayat-1"]


def test_bases_before_a_missing_page_stay_bases(parse: Callable[[str], Regulation]) -> None:
    """Where the pages between the bases and the body are lost, the bases are still found."""
    text = (
        "PERATURAN GUBERNUR BALI\nNOMOR 5 TAHUN 2018\nTENTANG\nHIBAH\nGUBERNUR BALI,\n"
        "Menimbang : a. bahwa hibah perlu diatur;\nb. bahwa perlu menetapkan Peraturan Gubernur;\n"
        "Mengingat : 1. Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara;\n"
        "2. Peraturan Pemerintah Nomor 2 Tahun 2012 tentang Hibah Daerah;\n"
        "b. Belanja Langsung Rp1.000,00\nBertambah Rp500,00\n"
    )
    found = [one.target for one in parse(text).citations if one.role is Role.DASAR_HUKUM]

    assert found == ["uu/2003/17", "pp/2012/2"]


def test_a_misread_year_is_that_of_the_same_number_named_before(
    parse: Callable[[str], Regulation],
) -> None:
    """A year that ends in a letter gives way to the clean one of the same instrument and number."""
    text = (
        "PERATURAN GUBERNUR BALI\nNOMOR 5 TAHUN 2018\nTENTANG\nHIBAH\nGUBERNUR BALI,\n"
        "Menimbang : bahwa untuk melaksanakan Pasal 11 Undang-Undang Nomor 39 Tahun 2008 perlu;\n"
        "Mengingat : Undang-Undang Nomor 39 Tahun 2OOg tentang Kementerian Negara;\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN GUBERNUR TENTANG HIBAH.\nPasal 1\nHibah diberikan.\n"
    )
    found = [one.target for one in parse(text).citations if one.role is Role.DASAR_HUKUM]

    assert found == ["uu/2008/39"]
