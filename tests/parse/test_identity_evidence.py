"""What one place of a document prints badly, others confirm, correct or contradict."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Anomaly, Regulation, SourceText
from regcheck.parse import parse_document
from regcheck.parse.anomalies import IDENTITY_CODES

Source = Callable[..., SourceText]

BODY = """
TENTANG
PENGELOLAAN DERMAGA
DENGAN RAHMAT TUHAN YANG MAHA ESA
{maker},
Menimbang : bahwa dermaga perlu dikelola;
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : {decision} TENTANG PENGELOLAAN DERMAGA.
Pasal 1
Dermaga dibuka setiap hari.
Pasal 2
{named} ini mulai berlaku pada tanggal diundangkan.
Agar setiap orang mengetahuinya, memerintahkan pengundangan {named} ini dengan penempatannya
dalam Berita Daerah {place}.
Ditetapkan di Kenari
pada tanggal 5 Mei 2016
Diundangkan di Kenari
pada tanggal 6 Mei 2016
"""
PERGUB = {
    "maker": "GUBERNUR TELUK KENARI",
    "decision": "PERATURAN GUBERNUR",
    "named": "Peraturan Gubernur",
    "place": "Provinsi Teluk Kenari",
}


def act(number: str, after: str = "", **changed: str) -> str:
    """Write a short Pergub whose title block says NOMOR and the given words."""
    title = changed.pop("title", "PERATURAN GUBERNUR TELUK KENARI")
    return f"{title}\nNOMOR {number}" + BODY.format(**(PERGUB | changed)) + after


def annex(number: str) -> str:
    """Write an annex with its own title."""
    return (
        f"\fLAMPIRAN\nPERATURAN GUBERNUR TELUK KENARI\nNOMOR {number}\nTANGGAL 5 MEI 2016\n"
        "TENTANG PENGELOLAAN DERMAGA\nDAFTAR DERMAGA\n"
    )


def read(source: SourceText) -> Regulation:
    """Parse a document that holds one regulation."""
    (regulation,) = parse_document(source)
    return regulation


def doubts(regulation: Regulation) -> dict[str, Anomaly]:
    """Return the doubts about an identity by their code."""
    return {one.code: one for one in regulation.anomalies if one.code in IDENTITY_CODES}


def test_a_plain_document_has_no_doubts(source: Source) -> None:
    """Silence where everything agrees, also in a scan that an annex confirms."""
    for confidence in (1.0, 0.6):
        text = act("7 TAHUN 2016", annex("7 TAHUN 2016"))
        regulation = read(source(text, "PERGUB_7_2016.pdf", confidence))

        assert regulation.id == "pergub/teluk-kenari/2016/7"
        assert not doubts(regulation)


@pytest.mark.parametrize("damaged", ["2g TAHUN 2016", "2© TAHUN 2016", "Z3 TAHUN 2016"])
def test_an_annex_makes_good_a_misread_number(source: Source, damaged: str) -> None:
    """A number that is damaged in the title is taken from an annex, and that is said."""
    text = act(damaged, annex("23 TAHUN 2016"))
    regulation = read(source(text, "pindai.pdf", 0.9))
    doubt = doubts(regulation)["nomor-meragukan"]

    assert regulation.identity.nomor == "23"
    assert damaged.partition(" ")[0] in doubt.message
    assert "lampiran" in doubt.message
    assert doubt.page == 1


def test_annexes_that_disagree_need_one_more_witness(source: Source) -> None:
    """Of two numbers in annexes, the one that gazette or file name repeats is taken, aloud."""
    text = act("tf TAHUN 2016", annex("23 TAHUN 2016") + annex("8 TAHUN 2016"))
    known = read(source(text, "pergub_23_2016.pdf", 0.9))
    unknown = read(source(text, "pindai.pdf", 0.9))

    assert (known.identity.nomor, unknown.identity.nomor) == ("23", "")
    assert "nomor-meragukan" in doubts(known)
    assert "nomor-tidak-terbaca" in doubts(unknown)


def test_a_file_name_completes_a_misread_number_but_says_so(source: Source) -> None:
    """Digits that can be read and a file name that fits them give the number, with a warning."""
    regulation = read(source(act("2g TAHUN 2016"), "PERGUB_23_2016.pdf", 0.9))

    assert regulation.identity.nomor == "23"
    assert "PERGUB_23_2016.pdf" in doubts(regulation)["nomor-meragukan"].message
    assert read(source(act("2g TAHUN 2016"), "PERGUB_33_2016.pdf", 0.9)).identity.nomor == ""


@pytest.mark.parametrize("written", ["tf TAHUN 2016", "TAHUN 2016", "....... TAHUN 2016"])
def test_a_number_is_never_taken_from_the_file_name_alone(source: Source, written: str) -> None:
    """A number written by hand stays unknown; kind and region are kept, the name is told."""
    regulation = read(source(act(written), "PERGUB_17_2016.pdf", 0.9))
    doubt = doubts(regulation)["nomor-tidak-terbaca"]

    assert regulation.id.startswith("pergub/teluk-kenari/2016/tanpa-nomor-")
    assert "menyebut nomor 17" in doubt.message
    assert "corpus edit" in doubt.message
    assert "corpus add --meta" in doubt.message_en


def test_a_colon_read_as_a_digit_is_no_contradiction(source: Source) -> None:
    """A scanned colon before the number in an annex often comes out as 1."""
    text = act("7 TAHUN 2016", annex("17 TAHUN 2016") + annex("1: 7 TAHUN 2016"))

    assert not doubts(read(source(text, "pindai.pdf", 0.9)))
    assert doubts(read(source(text)))


def test_two_numbers_in_print_are_shown_and_the_title_is_followed(source: Source) -> None:
    """In a text of letters the title stands, and both readings are quoted."""
    regulation = read(source(act("7 TAHUN 2016", annex("9 TAHUN 2016"))))
    doubt = doubts(regulation)["identitas-berselisih"]

    assert regulation.identity.nomor == "7"
    assert '"NOMOR 7 TAHUN 2016" (dipakai)' in doubt.message
    assert '"NOMOR 9 TAHUN 2016"' in doubt.message
    assert doubt.page == 2


def test_other_places_outvote_a_scanned_title(source: Source) -> None:
    """Where a digit may be misread, an annex and the file name together are stronger."""
    text = act("1 TAHUN 2016", annex("7 TAHUN 2016"))
    regulation = read(source(text, "pergub-7-2016.pdf", 0.9))

    assert regulation.identity.nomor == "7"
    assert "identitas-berselisih" in doubts(regulation)
    assert read(source(text, "pergub-1-2016.pdf", 0.9)).identity.nomor == "1"


def test_the_annex_of_the_base_is_no_witness(source: Source) -> None:
    """An amending act may print the base's annex with the base's number."""
    text = act("7 TAHUN 2016", annex("4 TAHUN 2012")).replace(
        "\nPENGELOLAAN DERMAGA\n",
        "\nPERUBAHAN ATAS PERATURAN GUBERNUR NOMOR 4 TAHUN 2012 TENTANG DERMAGA\n",
        1,
    )

    assert not doubts(read(source(text)))


def test_a_cover_is_a_witness(source: Source) -> None:
    """The title on a cover counts if it bears the same name."""
    cover = "PERATURAN GUBERNUR TELUK KENARI\nNOMOR {} TAHUN 2016\nTENTANG\nPENGELOLAAN DERMAGA\n\f"
    regulation = read(source(cover.format(23) + act("2g TAHUN 2016"), "pindai.pdf", 0.9))

    assert regulation.identity.nomor == "23"


def test_the_dates_correct_a_misread_year(source: Source) -> None:
    """A scanned year against which both dates stand gives way; in print the title is followed."""
    scanned = read(source(act("7 TAHUN 2013"), "pindai.pdf", 0.9))
    printed = read(source(act("7 TAHUN 2013")))

    assert (scanned.identity.tahun, printed.identity.tahun) == ("2016", "2013")
    assert '"2016" (dipakai)' in doubts(scanned)["identitas-berselisih"].message
    assert "tanggal-berselisih" in doubts(printed)


def test_promulgation_before_enactment_is_reported(source: Source) -> None:
    """No act is promulgated before it is made."""
    text = act("7 TAHUN 2016").replace("6 Mei 2016", "6 April 2016")
    doubt = doubts(read(source(text)))["tanggal-berselisih"]

    assert "2016-04-06" in doubt.message
    assert "2016-05-05" in doubt.message_en


def test_decision_and_closing_outvote_the_kind_in_the_title(source: Source) -> None:
    """A title block left over from another instrument does not make a Perda a Pergub."""
    changed = {"decision": "PERATURAN DAERAH", "named": "Peraturan Daerah"}
    regulation = read(source(act("7 TAHUN 2016", **changed)))
    alone = read(source(act("7 TAHUN 2016", decision="PERATURAN DAERAH")))

    assert regulation.id == "perda/teluk-kenari/2016/7"
    assert '"Peraturan Gubernur"' in doubts(regulation)["identitas-berselisih"].message
    assert alone.id == "pergub/teluk-kenari/2016/7"
    assert "identitas-berselisih" in doubts(alone)


def test_a_recognised_number_that_nothing_confirms_is_doubtful(source: Source) -> None:
    """A badly recognised title needs another witness; the file name is one."""
    text = act("7 TAHUN 2016")

    assert "nomor-meragukan" in doubts(read(source(text, "pindai.pdf", 0.6)))
    assert not doubts(read(source(text, "pergub_7_2016.pdf", 0.6)))
    assert not doubts(read(source(text, "pindai.pdf", 0.95)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("PERATURAN GUBERNUR SULAWES! UTARA", "pergub/sulawesi-utara"),
        ("PERATURAN GUBERNUR SULAWESl UTARA f", "pergub/sulawesi-utara"),
        ("PERATURAN WALT KOTA KENDARl", "perwal/kota-kendari"),
        ("PERATUR4N BUPATl KULON PROG0", "perbup/kab-kulon-progo"),
    ],
)
def test_garbled_titles_keep_kind_and_region(source: Source, title: str, expected: str) -> None:
    """A title that a scanner spells badly still names its instrument and region."""
    text = act("tf TAHUN 2016", title=title, maker="XX", decision="XX", place="Daerah")
    text = text.replace("TENTANG", "TENT ANG", 1)

    assert read(source(text, "pindai.pdf", 0.8)).id.startswith(f"{expected}/2016/tanpa-nomor-")


def test_the_region_comes_from_the_gazette_when_the_title_is_lost(source: Source) -> None:
    """A first page without text leaves decision and closing to tell kind and region."""
    text = act("7 TAHUN 2016", place="Kota Sagara")
    regulation = read(source(text[text.index("Mengingat") :], "2016perwal9999007.pdf"))

    assert regulation.identity.wilayah == "kota-sagara"
    assert "nomor-tidak-terbaca" in doubts(regulation)


def test_a_title_without_tentang_is_read(source: Source) -> None:
    """Where TENTANG is lost, number and year still stand, and the decision gives the name."""
    text = act("7 TAHUN 2016").replace("TENTANG\nPENGELOLAAN", "PENGELOLAAN", 1)
    regulation = read(source(text))

    assert regulation.id == "pergub/teluk-kenari/2016/7"
    assert regulation.identity.tentang == "PENGELOLAAN DERMAGA"


def test_a_joint_regulation_keeps_both_numbers(source: Source) -> None:
    """Two ministers give one regulation two numbers; the first makes the id."""
    title = "PERATURAN BERSAMA\nMENTERI KESEHATAN\nDAN\nMENTERI DALAM NEGERI"
    text = act("14 TAHUN 2016\nNOMOR 26 TAHUN 2016", title=title)
    regulation = read(
        source(text.replace("PERATURAN GUBERNUR TENTANG", "PERATURAN BERSAMA TENTANG"))
    )

    assert regulation.id == "perber/2016/14"
    assert regulation.identity.nomor == "14 dan 26"


def test_the_decision_of_an_office_has_a_short_slug(source: Source) -> None:
    """The office's name is no part of the slug; its region and the filed number are read."""
    title = "KEPUTUSAN\nKEPALA DINAS PERTANIAN DAN PANGAN\nKABUPATEN SLEMAN"
    regulation = read(source(act(": 188/ 11 /KEP/2020", title=title, decision="KEPUTUSAN")))

    assert regulation.id == "kepkadis/kab-sleman/2020/188-11"


def test_specks_and_the_maker_are_no_part_of_the_name(source: Source) -> None:
    """Marks of a scan and a maker without its comma are left out of the name."""
    text = act("7 TAHUN 2016").replace(
        "PENGELOLAAN DERMAGA\nDENGAN", "PENGELOLAAN | DERMAGA\n——S DENGAN", 1
    )
    bare = (
        act("7 TAHUN 2016")
        .replace("DENGAN RAHMAT TUHAN YANG MAHA ESA\n", "")
        .replace("KENARI,", "KENARI")
    )

    assert read(source(text)).identity.tentang == "PENGELOLAAN DERMAGA"
    assert read(source(bare)).identity.tentang == "PENGELOLAAN DERMAGA"
