"""Words broken at the end of a line are closed, for matching; real hyphens and strokes stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.hyphens import choose_joint, gather_words, join_lines


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("pengelolaan ling-\nkungan hidup", "pengelolaan lingkungan hidup"),
        ("PENYELENG-\nGARAAN PASAR", "PENYELENGGARAAN PASAR"),
        ("mempertimbang-\n   kan hal itu", "mempertimbangkan hal itu"),
        ("peraturan perundang-\nundangan;", "peraturan perundang-undangan;"),
        ("Undang-\nUndang Nomor 5", "Undang-Undang Nomor 5"),
        ("Undang–\nUndang Nomor 5", "Undang-Undang Nomor 5"),
        ("anak-\nanak terlantar", "anak-anak terlantar"),
        ("selambat-\nlambatnya 7 hari", "selambat-lambatnya 7 hari"),
        ("secara terus-\nmenerus", "secara terus-menerus"),
        ("asal-\nusul barang", "asal-usul barang"),
        ("melalui e-\nGovernment", "melalui e-Government"),
        ("tahun 2016-\n2021", "tahun 2016-2021"),
        ("dokumen DPA-\nSKPD", "dokumen DPA-SKPD"),
        ("izin dan/\natau rekomendasi", "izin dan/atau rekomendasi"),
        ("izin dan\n/atau rekomendasi", "izin dan/atau rekomendasi"),
        ("antara lain -\nPembentukan", "antara lain - Pembentukan"),
        ("Rp5.000,-\n(lima ribu rupiah)", "Rp5.000,- (lima ribu rupiah)"),
        ("Bupati\r\nmenetapkan", "Bupati menetapkan"),
        ("di Daerah\n- 3 -\nPasal 5", "di Daerah - 3 - Pasal 5"),
        ("di Daerah\n-3-\nPasal 5", "di Daerah -3- Pasal 5"),
    ],
)
def test_lines_are_joined_as_a_reader_joins_them(printed: str, joined: str) -> None:
    """A printer's hyphen goes; that of a doubled word, a compound or a range stays."""
    assert join_lines(printed).text == joined


def test_the_document_knows_its_own_words_best() -> None:
    """A form that the document prints unbroken decides, whatever the lexicon says."""
    closed = gather_words("Nasabah Bumiartha wajib lapor; Bumiartha menilai.")
    hyphened = gather_words("Biaya pertanggung-jawaban dan pertanggung-jawaban lain.")

    assert choose_joint("bumi", "artha", closed) == ""
    assert choose_joint("pertanggung", "jawaban", hyphened) == "-"


def test_a_broken_word_is_no_evidence() -> None:
    """The halves at a line's end are not counted as words of the document."""
    words = gather_words("pemerin-\ntahan dan anak-anak")

    assert dict(words.counts) == {"dan": 1, "anak-anak": 1}


PRINTED = st.lists(
    st.sampled_from(
        ["undang", "-", "lingkungan", "\n", " ", "/", "dan", "7", "A", "–", ",", "\r\n"]
    ),
    max_size=30,
).map("".join)


@given(PRINTED)
def test_every_character_leads_back_to_where_it_was_printed(printed: str) -> None:
    """Letters and figures are kept in order, each with its own place in the printed text."""
    joined = join_lines(printed)

    assert "\n" not in joined.text
    letters = [i for i, sign in enumerate(joined.text) if sign.isalnum()]
    assert [joined.text[i] for i in letters] == [sign for sign in printed if sign.isalnum()]
    assert all(printed[joined.origin(i)] == joined.text[i] for i in letters)
    places = [joined.origin(i) for i in range(len(joined.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(printed) or printed.endswith(("\n", " "))


@given(st.text(alphabet="abc -/7", max_size=40))
def test_a_text_on_one_line_stays_as_it_is(printed: str) -> None:
    """Without a line's end nothing is touched."""
    joined = join_lines(printed)

    assert joined.text == printed
    assert [joined.origin(i) for i in range(len(printed) + 1)] == list(range(len(printed) + 1))
