"""Two quotations are compared word by word, and shortened without losing a difference."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regcheck.report.excerpt import Piece, compare_words, count_words, plain, shorten

WORDS = st.lists(
    st.sampled_from(["paling", "lama", "7", "14", "(tujuh)", "hari", "izin,", "Izin", "wajib"]),
    max_size=40,
).map(" ".join)


def joined(pieces: tuple[Piece, ...]) -> str:
    """Return the words of the pieces as one text."""
    return " ".join(piece.text for piece in pieces)


@given(WORDS, WORDS)
def test_no_word_of_a_quotation_is_lost(left: str, right: str) -> None:
    """The pieces of each side, joined by blanks, are that side."""
    ours, theirs = compare_words(left, right)

    assert (joined(ours), joined(theirs)) == (left, right)


@given(WORDS)
def test_equal_texts_have_no_mark(text: str) -> None:
    """A text compared with itself is one unmarked piece."""
    ours, theirs = compare_words(text, text)

    assert ours == theirs == plain(text)


@given(WORDS, WORDS, st.integers(1, 30))
def test_a_shortened_quotation_counts_what_it_leaves_out(left: str, right: str, limit: int) -> None:
    """The words kept and the words counted as cut are all the words."""
    ours, _ = compare_words(left, right)
    short = shorten(ours, limit)

    assert count_words(short) + sum(piece.cut for piece in short) == count_words(ours)
    assert count_words(short) <= max(limit, count_words(ours) if count_words(ours) <= limit else 0)


def test_only_the_differing_words_are_marked() -> None:
    """A changed figure is marked on both sides, case and punctuation are not."""
    ours, theirs = compare_words(
        "Izin diterbitkan paling lama 7 (tujuh) hari.",
        "izin diterbitkan paling lama 14 (empat belas) hari",
    )

    assert [piece.text for piece in ours if piece.only] == ["7 (tujuh)"]
    assert [piece.text for piece in theirs if piece.only] == ["14 (empat belas)"]


def test_a_figure_and_its_words_are_one_word() -> None:
    """A changed number is marked whole, though its words share one with the other number."""
    ours, theirs = compare_words(
        "sebesar Rp225.000,00 (dua ratus dua puluh lima ribu rupiah), per meter",
        "sebesar Rp150.000,00 (seratus lima puluh ribu rupiah), per meter",
    )

    assert [piece.text for piece in (ours[1], theirs[1])] == [
        "Rp225.000,00 (dua ratus dua puluh lima ribu rupiah),",
        "Rp150.000,00 (seratus lima puluh ribu rupiah),",
    ]


def test_texts_without_common_words_are_not_marked() -> None:
    """Marking everything would say nothing."""
    ours, theirs = compare_words("Gubernur menetapkan tarif.", "Setiap orang dilarang merokok.")

    assert not any(piece.only for piece in (*ours, *theirs))


def test_a_late_difference_survives_shortening() -> None:
    """The words around a difference are kept, the common words before it are cut."""
    same = "kata " * 60
    ours, _ = compare_words(f"{same}wajib melapor", f"{same}dilarang melapor")
    short = shorten(ours, 30)

    assert Piece("wajib", only=True) in short
    assert sum(piece.cut for piece in short) == 60 - 12


def test_an_empty_text_has_no_pieces() -> None:
    """There is nothing to show of an empty quotation."""
    assert compare_words("", "Pasal 1") == ((), (Piece("Pasal 1"),))
