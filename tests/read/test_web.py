"""A saved page of the web is read as it is printed, or refused when it is no regulation."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import SourceText
from regcheck.errors import UnreadableFileError
from regcheck.parse import parse_document
from regcheck.read import read_document
from regcheck.read.web import PageReader, decode_page
from regcheck.read.word.markup import parse_html
from regcheck.settings import Settings

PAGE = "<!DOCTYPE html><html><head><title>JDIH</title></head><body>{}</body></html>"
LEGAL = "<p>Pasal 1</p><p>Menimbang</p>"


def read(tmp_path: Path, content: str | bytes, name: str = "a.html") -> SourceText:
    """Write and read a page."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(path)


def lines(tmp_path: Path, body: str) -> list[str]:
    """Return the lines of a page, without the two that make it legal."""
    return read(tmp_path, PAGE.format(LEGAL + body)).text.splitlines()[2:]


def test_blocks_and_breaks_part_lines(tmp_path: Path) -> None:
    """Text within a block is one line, whatever its line feeds; entities are signs."""
    body = "<div>Pemerintah\n  <b>Daerah</b>&nbsp;&amp; DPRD<br>Kencana<p>baru</div>ekor"

    assert lines(tmp_path, body) == ["Pemerintah Daerah & DPRD", "Kencana", "baru", "ekor"]


def test_what_is_not_seen_is_not_read(tmp_path: Path) -> None:
    """Scripts, styles, menus and hidden parts are left out; menus are noted."""
    body = (
        "<nav><a>Beranda</a></nav><script>var x</script><style>p{}</style>"
        "<p hidden>a</p><p style='color:red;display : none'>b</p><!-- c -->"
        "<ul><li aria-hidden=true>d</li></ul><p>Isi</p><footer>Hak cipta</footer>"
    )

    source = read(tmp_path, PAGE.format(LEGAL + body))

    assert source.text.splitlines()[2:] == ["Isi"]
    assert [note.code for note in source.notes] == ["furniture"]
    assert source.notes[0].message.startswith("2 ")


def test_lists_have_the_numbers_that_are_printed(tmp_path: Path) -> None:
    """Start, type, value and style of a list are heeded; lists nest."""
    body = (
        "<ol type=a start=2><li>dua<ol type=I><li>satu</li></ol></li><li value=5>lima</li></ol>"
        "<ol style='list-style-type: lower-roman'><li>i</li></ol>"
        "<ol style='list-style:none'><li>a. tulis</li></ol><ul><li>butir</li></ul>"
    )

    assert lines(tmp_path, body) == [
        "b. dua",
        "I. satu",
        "e. lima",
        "i. i",
        "a. tulis",
        "butir",
    ]


def test_tables_of_layout_and_of_data(tmp_path: Path) -> None:
    """A preamble reads as text; a table with heads or lines is a record too."""
    body = (
        "<table border=1><tr><td>Menimbang<td>:<td><ol type=a><li>bahwa satu;<li>bahwa dua;</ol>"
        "<tr><td>Mengingat<td>:<td>1. Pasal 18;</table>"
        "<table><tr><th>NO<th>TARIF<tr><td>1.<td>Rp5.000</table>"
        "<table border=0><tr><td><table border=1><tr><td>a<td>b<tr><td>c</table></table>"
    )

    source = read(tmp_path, PAGE.format(LEGAL + body))

    assert source.text.splitlines()[2:] == [
        "Menimbang : a. bahwa satu;",
        "b. bahwa dua;",
        "Mengingat : 1. Pasal 18;",
        "NO | TARIF",
        "1. | Rp5.000",
        "a | b",
        "c",
    ]
    assert [table.rows for table in source.tables] == [
        (("NO", "TARIF"), ("1.", "Rp5.000")),
        (("a", "b"), ("c", "")),
    ]


def test_a_preformatted_text_keeps_its_lines(tmp_path: Path) -> None:
    """Sites that show plain text put it into one element."""
    text = "<pre>PERATURAN GUBERNUR\n\nPasal 1\n(1) Satu.\nPasal 2</pre>"

    assert (
        read(tmp_path, PAGE.format(text)).text == "PERATURAN GUBERNUR\nPasal 1\n(1) Satu.\nPasal 2"
    )


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (LEGAL.encode() + "<p>§ é</p>".encode(), "utf-8"),
        (b"\xef\xbb\xbf<html>" + (LEGAL + "<p>§ é</p>").encode(), "utf-8"),
        ((LEGAL + "<p>§ é</p>").encode("utf-16"), "utf-16-le"),
        (b"<meta charset=iso-8859-1>" + (LEGAL + "<p>§ é</p>").encode("cp1252"), "cp1252"),
        (b"<meta charset='koi8-r'>" + (LEGAL + "<p>§ é</p>").encode("latin-1"), "koi8-r"),
        (b"<meta charset='karangan'>" + (LEGAL + "<p>§ é</p>").encode("latin-1"), "cp1252"),
    ],
)
def test_the_encoding_is_known(content: bytes, encoding: str) -> None:
    """By its mark, by being UTF-8, by what the page says, else Windows-1252."""
    text, name = decode_page(content)

    assert name == encoding
    assert ("§ é" in text) == (encoding != "koi8-r")


def test_the_reader_names_the_encoding(tmp_path: Path) -> None:
    """The source says how the page was decoded."""
    source = read(tmp_path, PAGE.format(LEGAL))

    assert source.source.reader == "html utf-8"
    assert [page.page for page in source.pages] == [1]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>404 Not Found</h1>",
        "<form>Silakan masuk <input></form><p>Lupa kata sandi? Hubungi JDIH.</p>",
        "<h1>Peraturan tidak ditemukan</h1>",
        "<p>Peraturan Daerah Nomor 5 Tahun 2019 tentang Irigasi. Unduh. " * 40,
        "",
        "<p>berita " * 300,
    ],
)
def test_a_failed_download_is_named(tmp_path: Path, body: str) -> None:
    """A page that reports an error, asks to log in, or is something else is no regulation."""
    with pytest.raises(UnreadableFileError) as caught:
        read(tmp_path, PAGE.format(body), "a.pdf")

    assert "web page" in caught.value.say("en")


def test_a_page_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """The limit on unpacked text holds for pages too."""
    path = tmp_path / "a.html"
    path.write_bytes(b"<html>" + b"<p>Pasal 1" * 150_000)

    with pytest.raises(UnreadableFileError):
        read_document(path, Settings(max_unpacked_mb=1))


def test_a_page_nested_without_end_is_read(tmp_path: Path) -> None:
    """Depth is bounded by the parser, so that the stack is not exhausted."""
    source = read(tmp_path, PAGE.format(LEGAL + "<ol><li>" * 20_000 + "dalam"))

    assert source.lines[0].text == "Pasal 1"


def test_a_page_parses_like_its_text(tmp_path: Path) -> None:
    """The tree of a regulation does not depend on the file it came in."""
    text = (
        "PERATURAN DAERAH PROVINSI NUSA KENCANA\nNOMOR 2 TAHUN 2024\nTENTANG\nIRIGASI\n"
        "Menimbang : a. bahwa air perlu dibagi;\nMengingat : 1. Pasal 18 ayat (6) UUD;\n"
        "MEMUTUSKAN:\nMenetapkan : PERATURAN DAERAH TENTANG IRIGASI.\nBAB I\nKETENTUAN UMUM\n"
        "Pasal 1\n(1) Gubernur membagi air.\n(2) Pembagian meliputi:\na. sawah; dan\nb. kolam.\n"
        "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    page = read(tmp_path, PAGE.format("".join(f"<p>{line}</p>" for line in text.splitlines())))

    ours, theirs = (
        [unit.path for one in parse_document(source) for unit in one.units]
        for source in (page, read_document(tmp_path / "a.txt"))
    )

    assert ours == theirs
    assert "pasal-1/ayat-2/huruf-b" in ours


TAGS = st.sampled_from(
    ["p", "div", "td", "tr", "table", "ol", "li", "pre", "br", "span", "/p", "/"]
)


@given(st.lists(st.one_of(TAGS.map("<{}>".format), st.text("ab &;<>", max_size=4)), max_size=30))
def test_any_soup_of_tags_is_read(parts: list[str]) -> None:
    """Whatever is nested in whatever, lines come out, none of them empty or parted."""
    reader = PageReader()
    reader.read(parse_html("<html><body>" + "".join(parts)))

    assert all(line.strip() and "\n" not in line for line in reader.finish())
