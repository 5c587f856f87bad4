"""Results on a screen: complete, within the width, and without colour where none is wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from regcheck.domain import CheckResult, Coverage, Head, Identity, Kind, Passage, Standing, Status
from regcheck.report.look import Look
from regcheck.report.tables import DraftRow
from regcheck.report.terminal import render_drafts, render_result, render_search, render_table


def test_the_screen_of_the_sample(result: CheckResult, golden: Callable[[str, str], None]) -> None:
    """The whole text is the one that was looked at and found good."""
    golden("report-terminal.txt", render_result(result, Look(show_suppressed=True)))


def test_the_screen_in_english(result: CheckResult, golden: Callable[[str, str], None]) -> None:
    """The frame of the report is English; what the checks say was worded by them."""
    golden("report-terminal-en.txt", render_result(result, Look(lang="en")))


def test_lines_fit_the_screen(result: CheckResult) -> None:
    """No line is longer than the screen is wide."""
    for width in (60, 80, 100):
        text = render_result(result, Look(width=width))
        assert max(map(len, text.splitlines())) <= width


def test_without_colour_there_are_no_control_characters(result: CheckResult) -> None:
    """A pipe gets plain text, with the differing words between asterisks."""
    text = render_result(result, Look())

    assert "\x1b" not in text
    assert "*7 (tujuh)*" in text


def test_a_proof_is_quoted_without_marks(result: CheckResult) -> None:
    """Where the other side is not alike but proves the finding, no word is set off."""
    (conflict,) = (one for one in result.findings if one.code == "K-04")
    repealed = replace(result, findings=(replace(conflict, code="R-01"),))
    text = render_result(repealed, Look())

    assert "7 (tujuh)" in text
    assert "*7 (tujuh)*" not in text


def test_with_colour_the_words_are_emphasised(result: CheckResult) -> None:
    """A terminal gets bold and underline, which also show without colours, and no asterisks."""
    text = render_result(result, Look(colour=True))

    assert "\x1b[1;4m" in text
    assert "*7" not in text


def test_the_gravest_findings_come_first(result: CheckResult) -> None:
    """Findings are ordered by severity and numbered in that order."""
    text = render_result(result, Look())

    assert text.index("1. TINGGI  K-04") < text.index("2. TINGGI  R-03") < text.index("SEDANG")


def test_silence_is_said_in_words(silent: CheckResult) -> None:
    """A check without findings says so, and still says what was compared."""
    text = render_result(silent, Look())

    assert "Tidak ditemukan indikasi tumpang tindih" in text
    assert "1.290 ketentuan di korpus" in text


def test_silence_for_want_of_anything_to_compare_is_another_sentence(silent: CheckResult) -> None:
    """Where nothing was compared, the report does not call the draft sound."""
    empty = replace(silent, coverage=Coverage({"pairs": 0, "draft_passages": 0}, {}))
    text = render_result(empty, Look())

    assert "Tidak ada ketentuan yang dibandingkan" in text
    assert "Tidak ditemukan indikasi" not in text


def test_brackets_are_no_markup(result: CheckResult) -> None:
    """Text of a regulation is never read as a command to the terminal."""
    odd = replace(result.findings[1], reason="[bold]lihat[/bold] [link=http://x]")
    text = render_result(replace(result, findings=(odd,)), Look())

    assert "[bold]lihat[/bold] [link=http://x]" in text


def test_search_results_show_score_and_place() -> None:
    """Each result has its score, citation, page, status, title, heading, and its words."""
    key = "perda/nusa-kencana/2020/5#pasal-7"
    passage = Passage(key, Kind.PASAL, "Setiap orang wajib.", 4, heading="KETERTIBAN")
    standing = Standing("perda/nusa-kencana/2020/5", Status.DIUBAH)
    head = Head(standing.id, Identity(tentang="PASAR"), "a.pdf", "", 9, 3, 1.0, 1.0, standing)
    text = render_search(((0.8765, passage, head),), Look())

    assert "0,88  Pasal 7 Perda Provinsi Nusa Kencana Nomor 5 Tahun 2020  hlm. 4 [diubah]" in text
    assert "\n      PASAR · KETERTIBAN\n" in text
    assert "Setiap orang wajib." in text


def test_a_search_without_results_says_so() -> None:
    """Nothing found is a sentence, not an empty screen."""
    assert render_search((), Look()) == "Tidak ada ketentuan yang mirip.\n"


def test_numbers_of_a_table_stand_to_the_right() -> None:
    """A column of numbers is aligned on its last digit."""
    text = render_table(("nama", "jumlah"), [("a", "5"), ("b", "1.205")], Look())

    assert text.splitlines()[1:] == ["a          5", "b      1.205"]


def test_a_scan_lists_what_was_not_checked() -> None:
    """A draft that failed is not in the table of findings, but below it with its reason."""
    rows = (
        DraftRow("d/a.pdf", "checked", severities={"tinggi": 2}, html="a.html"),
        DraftRow("d/b.pdf", "failed", message="bukan PDF"),
    )
    text = render_drafts(rows, Look())

    assert "b.pdf: gagal - bukan PDF" in text
    assert text.splitlines()[1].split() == ["a.pdf", "0", "2", "0", "0", "0"]
