"""The HTML report: whole, safe, and readable without a network or scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

from regcheck.domain import CheckResult, Quote
from regcheck.report.html import render_result, render_summary
from regcheck.report.look import Look
from regcheck.report.tables import DraftRow

VOID = {"meta", "br", "input", "link", "img", "hr"}


class Reader(HTMLParser):
    """Collects the tags, checks that they close in order, and keeps the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that the tag that was opened last is closed first."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text outside style and script."""
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)

    @property
    def text(self) -> str:
        """The text a reader sees, blanks made single."""
        return " ".join(" ".join(self.words).split())


def read(page: str) -> Reader:
    """Read a page whole."""
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


def test_the_page_of_the_sample(result: CheckResult, golden: Callable[[str, str], None]) -> None:
    """The body of the page is the one that was looked at and found good."""
    page = render_result(result, Look(show_suppressed=True, version="0"))
    page = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)

    golden("report.html", page)


def test_the_page_needs_nothing_else(result: CheckResult) -> None:
    """There is no address of another file, and a policy that forbids loading one."""
    page = render_result(result, Look())

    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def test_text_of_a_regulation_is_never_markup(result: CheckResult) -> None:
    """Angle brackets, quotes and script ends in a quotation are shown as printed."""
    evil = '</script><script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 7*7 }}'
    finding = replace(
        result.findings[1], left=Quote("a#pasal-1", evil, 1), reason=evil, fingerprint=evil
    )
    reader = read(render_result(replace(result, findings=(finding,)), Look()))

    assert sum(tag == "script" for tag, _ in reader.tags) == 1
    assert not any(tag == "img" for tag, _ in reader.tags)
    assert "{{ 7*7 }}" in reader.text


def test_everything_a_lawyer_needs_is_there(result: CheckResult) -> None:
    """Both places, pages, reason, basis, recommendation, coverage and disclaimer are shown."""
    text = read(render_result(result, Look(version="9.9"))).text

    for expected in (
        "Pasal 7 ayat (1)", "hlm. 3",
        "Perda Provinsi Nusa Kencana Nomor 1 Tahun 2016 tentang Irigasi · berlaku; setingkat",
        "Berpotensi bertentangan dengan Pasal 6", "UU 12/2011 Lampiran II angka 256",
        "Ubah: sesuaikan dengan ketentuan pembanding", "indikasi, keyakinan 0,82",
        "1.290 ketentuan di korpus", "2 klausul baku N-03", "ayat (3) hilang (hlm. 4)",
        "UU Nomor 12 Tahun 2011 dasar hukum Pasal 7 ayat (2)",
        "1 rujukan tidak dapat dipastikan sasarannya",
        "0123abcd", "9.9", "bukan pendapat hukum",
    ):  # fmt: skip
        assert expected in text


def test_differing_words_are_marked(result: CheckResult) -> None:
    """The words that stand on one side only are in mark elements."""
    page = render_result(result, Look())

    assert "<mark>7 (tujuh)</mark>" in page
    assert "<mark>3 (tiga)</mark>" in page


def test_links_within_the_page_lead_somewhere(result: CheckResult) -> None:
    """Each link names an element of the page, and no two elements share a name."""
    tags = read(render_result(result, Look())).tags
    names = [attributes["id"] for _, attributes in tags if "id" in attributes]
    links = [str(attributes["href"])[1:] for tag, attributes in tags if tag == "a"]

    assert len(names) == len(set(names))
    assert set(links) <= set(names)


def test_filters_cover_every_finding(result: CheckResult) -> None:
    """Each finding carries a severity and a code that a box of the filter shows."""
    tags = read(render_result(result, Look())).tags
    boxes = {(at["name"], at["value"]) for tag, at in tags if tag == "input"}
    findings = [at for tag, at in tags if tag == "article"]

    assert len(findings) == len(result.findings)
    for attributes in findings:
        assert ("level", attributes["data-level"]) in boxes
        assert ("code", attributes["data-code"]) in boxes


def test_a_page_without_findings_has_no_filter(silent: CheckResult) -> None:
    """Silence is a sentence, without the apparatus of a list."""
    reader = read(render_result(silent, Look()))

    assert "Tidak ditemukan indikasi tumpang tindih" in reader.text
    assert not any(tag in {"form", "script", "article"} for tag, _ in reader.tags)


def test_the_page_says_its_language(result: CheckResult) -> None:
    """A screen reader learns the language, and the frame is in it."""
    reader = read(render_result(result, Look(lang="en")))

    assert reader.tags[0] == ("html", {"lang": "en"})
    assert "indication, confidence 0.82" in reader.text


def test_a_summary_links_reports_and_lists_failures() -> None:
    """Each draft leads to its report, odd names included; a file that failed says why."""
    rows = [
        DraftRow(
            "d/a & b.pdf", "checked", "x", "A & B", 3, {"tinggi": 2}, {"K-04": 2}, "a & b.html"
        ),
        DraftRow("d/c.pdf", "failed", message="<bukan PDF>"),
    ]
    reader = read(render_summary(rows, [("Korpus", "k.sqlite")], Look()))
    links = [attributes["href"] for tag, attributes in reader.tags if tag == "a"]

    assert links[1:] == ["a%20%26%20b.html"]
    assert "d/c.pdf gagal <bukan PDF>" in reader.text
    assert "Korpus k.sqlite" in reader.text


def test_a_summary_of_nothing_says_so() -> None:
    """A scan in which no draft could be checked has no empty table."""
    text = read(render_summary([], [], Look())).text

    assert "Tidak ada rancangan yang dapat diperiksa." in text
