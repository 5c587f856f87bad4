"""Pasal between two others whose headings are damaged, shuffled or gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Kind, Regulation
from regcheck.parse.marks.likeness import near_numbers
from regcheck.parse.marks.lost import Candidate, best_rising, word_score
from regcheck.parse.passages import find_passages

Parse = Callable[[str], Regulation]

BEFORE = """Pasal 1
Dermaga dikelola oleh Dinas dengan tertib dan aman bagi semua kapal.
Pasal 2
(1) Kapal wajib melapor kepada syahbandar sebelum sandar.
(2) Laporan disampaikan secara tertulis kepada kantor pelabuhan.
"""
AFTER = """
Pasal 4
Kapal wisata dibebaskan dari biaya sandar selama satu hari.
"""


def own_labels(regulation: Regulation) -> list[str]:
    """List the labels of the act's own pasal."""
    return [u.label for u in regulation.units if u.kind is Kind.PASAL and "/" not in u.path]


def codes(regulation: Regulation) -> list[str]:
    """List the codes of what is said against a text."""
    return [anomaly.code for anomaly in regulation.anomalies]


def slice_of(regulation: Regulation, path: str) -> str:
    """Return the text of one unit."""
    return regulation.slice(next(u.span for u in regulation.units if u.path == path))


@pytest.mark.parametrize(
    "heading",
    [
        "(3) Selain Pasal 3 (1) Biaya sandar dipungut setiap hari. (2) Biaya disetor.",
        "; dan/atau Pasal 3 (1) Biaya sandar dipungut setiap hari. (2) Biaya disetor.",
        "Bagian Kedua Biaya Sandar pasal 3 Biaya sandar dipungut setiap hari.",
        "Bagran Kedua Biaya Sandar Pasal 3, Biaya sandar dipungut setiap hari.",
        "Pa-sa1 3 Biaya sandar dipungut setiap hari.",
        "Pasa! : 3I (1) Biaya sandar dipungut setiap hari. (2) Biaya disetor.",
        "P*sal '/ (1) Biaya sandar dipungut setiap hari. (2) Biaya disetor.",
        "bekerja sama dengan Pasal 3 Biaya sandar dipungut setiap hari.",
        "Pasal 3 tl) Biaya sandar dipungut setiap hari. (2) Biaya disetor.",
        "Ketentuan Peraturan Gubernur Pasal 3 lanjut soal biaya diatur dengan\nBAB II\nPENUTUP",
    ],
)
def test_a_damaged_heading_counts_where_its_number_is_missing(act: Parse, heading: str) -> None:
    """The numbers on both sides prove a heading that alone would be too weak."""
    regulation = act(BEFORE + heading + AFTER)

    assert own_labels(regulation) == ["1", "2", "3", "4"]
    assert "pasal-lompat" not in codes(regulation)
    assert "biaya" in slice_of(regulation, "pasal-3").lower()


@pytest.mark.parametrize(
    "citation",
    [
        "Biaya sebagaimana dimaksud dalam Pasal 3 ayat (1) dipungut.",
        "Biaya menurut ketentuan Pasal 3 Undang-Undang Nomor 7 Tahun 2015 dipungut.",
        "Biaya menurut Pasal 3 dan Pasal 5 dipungut.",
        "Biaya diatur dalam Paragraf 3 Bab Kedua.",
        "Biaya paling banyak 3 (tiga) persen.",
    ],
)
def test_a_citation_of_a_missing_number_is_no_heading(act: Parse, citation: str) -> None:
    """A gap stays a gap where only a citation names the missing pasal."""
    regulation = act(BEFORE + citation + AFTER)

    assert own_labels(regulation) == ["1", "2", "4"]
    assert codes(regulation) == ["pasal-lompat"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("(1) Biaya sandar dipungut. (2) Biaya disetor ke kas daerah.", "(1) Biaya"),
        ("(2) Penerimaan biaya disetor ke kas daerah setiap hari kerja.", "(2) Penerimaan"),
        ("Dinas memungut biaya sebagaimana dimaksud dalam Pasal 2 ayat (2).", "Dinas memungut"),
        ("a. kapal ikan;\nb. kapal barang; dan\nc. kapal tunda.", "a. kapal ikan"),
    ],
)
def test_a_pasal_without_heading_begins_where_its_text_does(
    act: Parse, text: str, first: str
) -> None:
    """Ayat that start again, a citation of the pasal before, or a list without lead show it."""
    regulation = act(BEFORE + text + AFTER)

    assert own_labels(regulation) == ["1", "2", "3", "4"]
    assert slice_of(regulation, "pasal-3").startswith(first)
    assert "judul-dipulihkan" in codes(regulation)


def test_several_lost_headings_keep_their_order(act: Parse) -> None:
    """Candidates are numbered so that they rise, the printed number before a similar one."""
    text = BEFORE + (
        "\nPasal 3\nKapal ikan melapor.\n(4) Selain Pasal 4 (1) Kapal tunda melapor. (2) Cukup.\n"
        "Bagian Kedua Kapal Barang pasal 5 Kapal barang melapor.\nPasal 6\nKapal lain melapor.\n"
    )

    assert own_labels(act(text)) == ["1", "2", "3", "4", "5", "6"]


def test_the_first_pasal_is_found_before_the_second(act: Parse) -> None:
    """Where numbering begins with 2, the definitions open the lost Pasal 1."""
    regulation = act(
        "BAB I\nKETENTUAN UMUM\nDalam Peraturan Gubernur ini yang dimaksud dengan:\n"
        "1. Dermaga adalah tempat sandar.\n2. Dinas adalah Dinas Perhubungan.\n"
        "Pasal 2\nDermaga dikelola oleh Dinas.\n"
    )

    assert own_labels(regulation) == ["1", "2"]
    assert [definition.term for definition in regulation.definitions] == ["Dermaga", "Dinas"]


@pytest.mark.parametrize(
    "closing",
    [
        "Peraturan Gubernur diundangkan. Pasal 3 ini mulai berlaku pada tanggal",
        "Pasal Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan.",
        "Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan.",
    ],
)
def test_the_commencement_is_a_pasal_though_its_words_are_shuffled(
    act: Parse, closing: str
) -> None:
    """The last pasal has no number behind it; its formula tells."""
    regulation = act(BEFORE + closing)

    assert own_labels(regulation) == ["1", "2", "3"]
    assert "mulai berlaku" in slice_of(regulation, "pasal-3")


def test_a_heading_repeated_on_the_next_page_is_one(act: Parse) -> None:
    """What a scanner leaves between the two, marks and a running head, belongs to neither."""
    regulation = act(
        "Pasal 1\n(1) (2) (3)\nGUBERNUR TELUK KENARI\n- 2 -\nPasal 1\n"
        "Dermaga dikelola oleh Dinas.\nPasal 2\nKapal wajib melapor.\n"
    )

    assert own_labels(regulation) == ["1", "2"]
    assert codes(regulation) == []
    assert next(p.text for p in find_passages(regulation)) == "Dermaga dikelola oleh Dinas."


def test_a_pasal_printed_twice_is_compared_once(act: Parse) -> None:
    """The copy keeps a key of its own and is reported; another text under its number is no copy."""
    page = "Pasal 2\nKapal wajib melapor kepada syahbandar sebelum sandar di dermaga.\n"
    tail = "Pasal 3\nKapal wisata dibebaskan.\n"
    twice = act("Pasal 1\nDermaga dikelola.\n" + page + tail + page + tail)
    other = act("Pasal 1\nDermaga dikelola.\n" + page + tail + "Pasal 2\nBiaya dipungut harian.\n")

    assert codes(twice).count("pasal-ganda") == 2
    assert len(find_passages(twice)) == 3
    assert len(find_passages(other)) == 4


def test_pages_bound_backwards_keep_every_heading(act: Parse) -> None:
    """Where the headings fall, none is refused for standing after a higher number."""
    text = "".join(f"Pasal {n}\nKapal jenis ke {n} wajib melapor.\n" for n in (5, 4, 3, 2, 1))

    assert own_labels(act(text)) == ["5", "4", "3", "2", "1"]


@given(
    st.lists(
        st.builds(
            Candidate,
            start=st.integers(0, 500).map(lambda place: place * 10),
            end=st.just(0),
            number=st.integers(1, 20),
            score=st.floats(4, 9),
        ),
        max_size=20,
    )
)
def test_chosen_candidates_rise(found: list[Candidate]) -> None:
    """No number is given twice, and none before a lower one."""
    chosen = best_rising(found)

    assert sorted({one.number for one in chosen}) == [one.number for one in chosen]
    assert sum(one.score for one in chosen) >= max((one.score for one in found), default=0.0)


def test_likeness_of_words_and_numbers() -> None:
    """Damaged print is weighed by what it resembles."""
    assert word_score("Pasal") > word_score("pasal") == word_score("Fasal") > word_score("Paling")
    assert near_numbers("138", [188]) == [188]
    assert near_numbers("27", [28]) == []


def test_blocks_in_no_order_keep_every_heading_and_are_told_once(act: Parse) -> None:
    """Where a third of the numbers fall, each takes its strongest place, be it a weak one."""
    order = (1, 4, 3, 2, 7, 6, 5, 9, 8)
    text = " ".join(f"Pasal {n} (1) Kapal jenis ke {n} wajib melapor. (2) Cukup." for n in order)
    regulation = act(f"{text}\n")

    assert own_labels(regulation) == [str(number) for number in order]
    assert codes(regulation).count("urutan-teracak") == 1
    assert "pasal-lompat" not in codes(regulation)
    assert regulation.structure <= 0.5
