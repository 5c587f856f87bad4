"""Citations in many wordings, each in a whole regulation that is parsed from its text."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

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

Parse = Callable[[str], Regulation]
WORDINGS = Path(__file__).with_name("citation_wordings.txt")
ME = "perda/sulawesi-utara/2019/3"
HEAD = """\
PERATURAN DAERAH PROVINSI SULAWESI UTARA
NOMOR 3 TAHUN 2019
TENTANG
PENGELOLAAN DANAU
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR SULAWESI UTARA,
Menimbang :
a. bahwa danau perlu dikelola;
Mengingat :
1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG PENGELOLAAN DANAU.
"""
BODY = """\
Pasal 1
Dalam Peraturan Daerah ini yang dimaksud dengan:
1. Danau adalah genangan air yang luas.
{definition}
Pasal 2
Danau dikelola Pemerintah Daerah.
Pasal 3
(1) Danau dilindungi oleh:
a. dinas;
b. badan;
c. nelayan;
d. koperasi; dan
e. desa.
(2) {sentence}
(3) Perahu didaftar.
(4) Perahu diperiksa.
Pasal 4
Perahu diberi nomor.
Pasal 4A
Perahu diberi lampu.
Pasal 5
Perahu diberi pelampung.
Pasal 6
Sampan didaftar.
Pasal 7
(1) Kapal didaftar.
(2) Kapal diperiksa.
(3) Kapal diberi nomor.
Pasal 8
Nakhoda dilatih.
Pasal 9
Awak dilatih.
Pasal 10
Dermaga dibangun.
Pasal 11
Dermaga dirawat.
Pasal 12
Dermaga diawasi.
Pasal 12A
Dermaga dicatat.
Pasal 13
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
Ditetapkan di Manado
pada tanggal 5 Maret 2019
GUBERNUR SULAWESI UTARA,
OLLY
"""


def wordings() -> list[tuple[str, list[str]]]:
    """Read the sentences with what they cite."""
    rows = []
    for line in WORDINGS.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("%"):
            sentence, _, cited = line.partition(" |")
            rows.append((sentence, cited.split()))
    return rows


def cited(parse: Parse, sentence: str, definition: str = "2. Perahu adalah kapal.") -> list[str]:
    """Return what the second ayat of Pasal 3 cites, own units without the regulation's id."""
    regulation = parse(HEAD + BODY.format(sentence=sentence, definition=definition))
    assert regulation.id == ME
    found = [one for one in regulation.citations if one.holder.startswith(f"{ME}#pasal-3/ayat-2")]
    return [str(one.target).removeprefix(ME) for one in found]


@pytest.mark.parametrize(("sentence", "targets"), wordings(), ids=lambda value: str(value)[:60])
def test_a_wording_cites_what_it_says(parse: Parse, sentence: str, targets: list[str]) -> None:
    """Every citation of the sentence is found with its target, and nothing else."""
    assert sorted(cited(parse, sentence)) == sorted(targets)


def test_there_are_many_wordings() -> None:
    """The list has not been cut short."""
    assert len(wordings()) > 200
    assert len({sentence for sentence, _ in wordings()}) == len(wordings())


#: A definition in Pasal 1, a sentence that uses the short name, and what it cites.
SHORT_NAMES = [
    (
        "2. Undang-Undang Pelayaran adalah Undang-Undang Nomor 17 Tahun 2008 tentang Pelayaran.",
        "Nakhoda tunduk pada Pasal 5 ayat (1) Undang-Undang Pelayaran.",
        "uu/2008/17#pasal-5/ayat-1",
    ),
    (
        "2. Undang-Undang Pelayaran yang selanjutnya disebut UU Pelayaran adalah Undang-Undang "
        "Nomor 17 Tahun 2008.",
        "Nakhoda tunduk pada UU Pelayaran.",
        "uu/2008/17",
    ),
    (
        "2. Undang-Undang adalah Undang-Undang Nomor 17 Tahun 2008 tentang Pelayaran.",
        "Nakhoda tunduk pada Pasal 5 dan Pasal 7 Undang-Undang.",
        "uu/2008/17#pasal-5 uu/2008/17#pasal-7",
    ),
    (
        "2. Undang-Undang adalah Undang-Undang Nomor 17 Tahun 2008 tentang Pelayaran.",
        "Nakhoda tunduk pada Undang-Undang di bidang pajak dan Undang-Undang.",
        "",
    ),
    (
        "2. Retribusi adalah pungutan menurut Peraturan Daerah Nomor 2 Tahun 2011 tentang "
        "Retribusi yang selanjutnya disebut Perda Retribusi.",
        "Tarif mengikuti Pasal 4 Perda Retribusi.",
        "perda/sulawesi-utara/2011/2#pasal-4",
    ),
    (
        "2. Kontribusi adalah dana dari Dinas yang selanjutnya disebut Perda Retribusi.",
        "Tarif mengikuti Pasal 4 Peraturan Gubernur.",
        "#pasal-4",
    ),
]


@pytest.mark.parametrize(("definition", "sentence", "targets"), SHORT_NAMES)
def test_a_defined_short_name_stands_for_its_rule(
    parse: Parse, definition: str, sentence: str, targets: str
) -> None:
    """A term or a short form given in Pasal 1 resolves; the bare kind only behind a place."""
    assert cited(parse, sentence, definition) == targets.split()


def considered(parse: Parse, menimbang: str, mengingat: str) -> list[Citation]:
    """Return the citations of a preamble."""
    text = HEAD.replace("bahwa danau perlu dikelola", menimbang)
    text = text.replace("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;", mengingat)
    regulation = parse(text + BODY.format(sentence="Perahu dicat.", definition="2. Kapal."))
    return [one for one in regulation.citations if "#m" in one.holder]


def test_a_place_before_named_again_lies_in_the_same_rule(parse: Parse) -> None:
    """*Pasal 7 tersebut* is the Pasal 7 of the rule named just before."""
    words = (
        "bahwa menurut Pasal 7 Undang-Undang Nomor 17 Tahun 2008 danau dijaga dan untuk "
        "melaksanakan Pasal 7 tersebut perlu diatur"
    )
    found = considered(parse, words, "Undang-Undang Dasar 1945;")

    assert [one.target for one in found][:2] == ["uu/2008/17#pasal-7"] * 2


def test_a_legal_basis_names_its_place_before_or_behind(parse: Parse) -> None:
    """The places of a basis stand before its rule, behind it, or behind its title and gazette."""
    words = (
        "Undang-Undang Dasar 1945;\n2. Undang-Undang Nomor 17 Tahun 2008 tentang Pelayaran "
        "(Lembaran Negara Tahun 2008 Nomor 64), Pasal 5 ayat (1);\n3. Pasal 2; Undang-Undang "
        "Nomor 5 Tahun 1983;\n4. Keputusan Menteri Perhubungan Nomor KM 65 Tahun 1993;"
    )
    found = considered(parse, "bahwa danau dijaga", words)

    assert [str(one.target) for one in found if one.role is Role.DASAR_HUKUM] == [
        "uud/1945#pasal-18/ayat-6",
        "uu/2008/17",
        "uu/2008/17#pasal-5/ayat-1",
        "uu/1983/5#pasal-2",
        "kepmenhub/1993/65",
    ]


def test_a_citation_of_misread_words_spans_them_as_printed(parse: Parse) -> None:
    """What is mended to be read stays as printed where it is shown."""
    sentence = "Tarif menurut Pasd 9 hunrf a dan Perahrran Pemerintah Nomor 5 Tahun 20 21."
    text = HEAD + BODY.format(sentence=sentence, definition="2. Kapal adalah perahu.")
    regulation = parse(text)
    found = [one for one in regulation.citations if one.holder == f"{ME}#pasal-3/ayat-2"]

    assert [regulation.slice(one.span) for one in found] == [
        "Pasd 9 hunrf a",
        "Perahrran Pemerintah Nomor 5 Tahun 20 21",
    ]


#: Lines without an end, of pieces that make some pattern begin again and again.
ENDLESS = [
    "yang selanjutnya disebut uu ",
    "; 1. uu pajak adalah undang-undang nomor 5 tahun 2001 tentang pajak ",
    "peraturan daerah selanjutnya disebut perda ",
    "Undang-Undarg ",
    "undang ",
    "Pasd 5 ",
    "ayat yang lalu ",
    "Nomor KM ",
    "l l l ",
    "tahun 2 0 1 ",
    "keputusan menteri nomor kep- ",
    "m.a-a-",
    "Undang-Undang Nomor 5 Tahun 2001 tentang a b c, khususnya Pasal 5 ",
    "Undang-Undang Nomor 5 Tahun 2001 (",
    "Pasal 7 tersebut ",
    "Pasal 5 Undang-Undang ",
]


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_line_without_end_takes_time_in_proportion(piece: str) -> None:
    """Four times the line takes no more than some four times as long; backtracking takes far more.

    A short floor keeps the timer's noise out.
    """
    short, long = (seconds(piece, size) for size in (30_000, 120_000))

    assert long < max(0.5, 10 * short)


def seconds(piece: str, size: int) -> float:
    """Return how long the citations of a pasal of one endless line take."""
    text = "Pasal 1\n" + piece * (size // len(piece))
    source = SourceText((Line(text, 1),), Source("garis.txt", "0", 1, "uji"))
    unit = Unit(f"{ME}#pasal-1", Kind.PASAL, "1", "", Span(0, len(source.text)), "", 1)
    started = time.process_time()
    find_citations(source, (unit,), Identity("perda", "sulawesi-utara", "3", "2019"), ME)
    return time.process_time() - started
