"""A Word draft is read as Word prints it: its text, and what is said of the rest."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from regcheck.domain import Kind, Regulation, SourceText
from regcheck.parse import parse_document
from regcheck.read import read_document
from regcheck.read.word.body import BodyReader
from regcheck.read.word.lines import Layout
from regcheck.read.word.lists import Lists
from regcheck.read.word.runs import RunReader
from regcheck.read.word.styles import Styles

DEMO = Path(__file__).resolve().parents[3] / "corpus"
TEXTS = sorted(DEMO.glob("*/*.txt"))
WPS = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def codes(source: SourceText) -> list[str]:
    """Return the codes of the notes."""
    return [note.code for note in source.notes]


def tree(regulations: tuple[Regulation, ...]) -> list[tuple[str, str]]:
    """Return path and text of every unit but tables, which a plain text cannot show."""
    return [
        (unit.path, " ".join(one.source_text.text[unit.span.start : unit.span.end].split()))
        for one in regulations
        for unit in one.units
        if unit.kind is not Kind.TABEL
    ]


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: str(path.stem))
def test_an_automatically_numbered_draft_has_the_tree_of_its_text(
    text: Path, copyist: Callable[[str], Any], tmp_path: Path
) -> None:
    """The demo regulations, typed with styles and a table, parse as their text files do."""
    copy = copyist(text.read_text(encoding="utf-8"))
    word = copy.draft.save(tmp_path / "naskah.docx")

    assert copy.automatic > 1
    assert tree(parse_document(read_document(word))) == tree(parse_document(read_document(text)))
    assert codes(read_document(word)) == []


def test_a_line_is_a_paragraph_or_what_a_break_parts(draft: Any, tmp_path: Path) -> None:
    """Tabs are gaps, line breaks part lines, empty paragraphs and soft hyphens are nothing."""
    draft.type("BAB I\nKETENTUAN UMUM")
    draft.type("")
    draft.type("Peme\xadrintah\tDaerah\xa0 ini")
    draft.raw(
        "<w:r><w:t>undang</w:t><w:noBreakHyphen/><w:t>undang</w:t><w:softHyphen/></w:r>"
        "<w:r><w:cr/><w:t>baru</w:t></w:r>"
    )

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.text.splitlines() == [
        "BAB I",
        "KETENTUAN UMUM",
        "Pemerintah Daerah ini",
        "undang-undang",
        "baru",
    ]
    assert source.source.reader == "docx"
    assert len(source.source.sha256) == 64


def test_pages_are_counted_by_breaks(draft: Any, tmp_path: Path) -> None:
    """A break of the author and Word's own note of it are one; a section starts a page too."""
    draft.raw('<w:r><w:t>satu</w:t><w:br w:type="page"/></w:r>')
    draft.raw("<w:r><w:lastRenderedPageBreak/><w:t>dua</w:t></w:r>")
    draft.raw("<w:r><w:t>dua </w:t><w:lastRenderedPageBreak/><w:t>bersambung</w:t></w:r>")
    draft.raw("<w:r><w:t>tiga</w:t></w:r>")
    draft.raw("<w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>empat</w:t></w:r>")
    draft.raw("<w:pPr><w:sectPr/></w:pPr><w:r><w:t>empat lagi</w:t></w:r>")
    draft.raw("<w:r><w:t>lima</w:t></w:r>")

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert [line.page for line in source.lines] == [1, 2, 2, 3, 4, 4, 5]
    assert source.source.pages == 5
    assert [page.origin for page in source.pages] == ["layer"] * 5


def test_the_indent_is_where_a_line_starts(draft: Any, tmp_path: Path) -> None:
    """Points from the left edge of the paper: the margin, and the indent of the first line."""
    number = draft.define(
        ("decimal", "(%1)", "tab", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    )
    draft.type("teks")
    draft.type("ayat", number)
    draft.document.sections[0].left_margin = Pt(80)

    lines = read_document(draft.save(tmp_path / "a.docx")).lines

    assert [line.x0 for line in lines] == [80.0, 98.0]


def test_fields_print_their_results(draft: Any, tmp_path: Path) -> None:
    """The code of a field is not text; fields within fields and across paragraphs are known."""
    begin, part, end = (
        f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")
    )
    draft.raw(
        f"<w:r><w:t>Pasal </w:t>{begin}<w:instrText>REF a </w:instrText>{begin}"
        f"<w:instrText>X</w:instrText>{part}<w:t>kode</w:t>{end}{part}<w:t>7</w:t></w:r>"
    )
    draft.raw(f"<w:r><w:t>ayat (2)</w:t>{end}<w:t> ini</w:t></w:r>")
    draft.raw('<w:fldSimple w:instr="DATE"><w:r><w:t>1 Mei 2024</w:t></w:r></w:fldSimple>')
    draft.raw(f"<w:r>{begin}<w:instrText> LISTNUM </w:instrText>{end}<w:t>tanpa nomor</w:t></w:r>")

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.text.splitlines() == ["Pasal 7", "ayat (2) ini", "1 Mei 2024", "tanpa nomor"]
    assert codes(source) == ["fields"]


def test_wrappers_are_looked_through(draft: Any, tmp_path: Path) -> None:
    """Links, content controls and smart tags hold text like any other."""
    draft.raw(
        "<w:hyperlink><w:r><w:t>satu </w:t></w:r></w:hyperlink>"
        '<w:smartTag w:element="x"><w:r><w:t>dua </w:t></w:r></w:smartTag>'
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>tiga</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paragraph = draft.raw("<w:r><w:t>empat</w:t></w:r>")
    control = parse_xml(
        f'<w:sdt xmlns:w="{paragraph.nsmap["w"]}"><w:sdtPr/><w:sdtContent/></w:sdt>'
    )
    paragraph.addprevious(control)
    control[-1].append(paragraph)

    assert read_document(draft.save(tmp_path / "a.docx")).text == "satu dua tiga\nempat"


def test_frames_around_paragraphs_are_looked_through(draft: Any, tmp_path: Path) -> None:
    """Alternatives between paragraphs, glosses above a word; an embedded file is only noted."""
    draft.raw("<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>kata</w:t>"
              "</w:r></w:rubyBase></w:ruby></w:r>")  # fmt: skip
    body = draft.document.element.body
    body.insert(0, parse_xml(
        f"<mc:AlternateContent {WPS} {nsdecls('w')}><mc:Choice Requires='x'/><mc:Fallback><w:p>"
        "<w:r><w:t>lain</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    ))  # fmt: skip
    body.insert(0, parse_xml(f"<w:altChunk {nsdecls('w')}/>"))

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.text == "lain\nkata"
    assert codes(source) == ["embedded"]


def test_a_mark_that_the_author_made_is_left_out_too(draft: Any, tmp_path: Path) -> None:
    """A footnote marked by a star leaves no star behind."""
    draft.raw(
        '<w:r><w:t>Pasal 5</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>'
        "<w:t>*</w:t></w:r>"
    )

    assert read_document(draft.save(tmp_path / "a.docx")).text == "Pasal 5"


def test_signs_of_sign_fonts(draft: Any, tmp_path: Path) -> None:
    """Signs that Word stores as places in a font are printed; unknown ones are counted."""
    draft.raw(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> lulus </w:t></w:r>'
        '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b3</w:t></w:r>'
        '<w:r><w:sym w:font="Wingdings" w:char="F0FF"/><w:sym w:font="X" w:char="zz"/></w:r>'
    )

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.text.startswith("✓ lulus ≥")
    assert codes(source)[0] == "symbols"


def test_the_form_of_a_sign_that_is_text_is_read(draft: Any, tmp_path: Path) -> None:
    """New signs are stored twice, once in a form that only new programs know."""
    draft.raw(
        f"<w:r><mc:AlternateContent {WPS}><mc:Choice Requires='w16se'><w:x/></mc:Choice>"
        "<mc:Fallback><w:t>§</w:t></mc:Fallback></mc:AlternateContent><w:t> 1</w:t></w:r>"
    )

    assert read_document(draft.save(tmp_path / "a.docx")).text == "§ 1"


def test_hidden_text_and_capitals(draft: Any, tmp_path: Path) -> None:
    """Hidden text is left out and counted; capitals by format are printed as capitals."""
    draft.style("Judul", "<w:rPr><w:caps/></w:rPr>")
    draft.style("Rahasia", "<w:rPr><w:vanish/></w:rPr>")
    draft.type("Tampak ").add_run("tersembunyi").font.hidden = True
    draft.styled("Bab satu", "Judul")
    draft.styled("Tidak dicetak", "Rahasia")
    number = draft.define(("decimal", "%1.", "tab", ""))
    draft.raw(
        f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        "<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>hilang</w:t></w:r>"
    )
    draft.type("Sisa", number)

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.text.splitlines() == ["Tampak", "BAB SATU", "1. Sisa"]
    assert codes(source) == ["hidden-text"]


def test_a_hidden_mark_joins_a_heading_to_its_text(draft: Any, tmp_path: Path) -> None:
    """A style separator sets heading and text on one line."""
    draft.raw(
        "<w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr><w:r><w:t>Pasal 4. </w:t></w:r>"
    )
    draft.type("Gubernur menetapkan.")

    assert read_document(draft.save(tmp_path / "a.docx")).text == "Pasal 4. Gubernur menetapkan."


def test_a_text_box_is_read_once_after_its_paragraph(draft: Any, tmp_path: Path) -> None:
    """Of the two forms in which Word stores a box only one is read."""
    box = "<w:txbxContent><w:p><w:r><w:t>SALINAN</w:t></w:r></w:p></w:txbxContent>"
    draft.raw(
        f"<w:r><mc:AlternateContent {WPS}><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Pasal 1</w:t></w:r>"
    )
    draft.type("Isi.")

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.text.splitlines() == ["Pasal 1", "SALINAN", "Isi."]
    assert codes(source) == ["text-boxes"]


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
A, B = "<m:r><m:t>a</m:t></m:r>", "<m:r><m:t>b+c</m:t></m:r>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<m:r><m:t>T=</m:t></m:r><m:f><m:num>{A}</m:num><m:den>{B}</m:den></m:f>", "T=a / (b+c)"),
        (f"<m:sSup><m:e>{A}</m:e><m:sup>{A}</m:sup></m:sSup>", "a^a"),
        (f"<m:sSub><m:e>{A}</m:e><m:sub>{B}</m:sub></m:sSub>", "a_(b+c)"),
        (f"<m:d><m:e>{A}</m:e><m:e>{B}</m:e></m:d>", "(a|b+c)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/></m:dPr><m:e>{A}</m:e></m:d>', "[a)"),
        (f"<m:rad><m:e>{B}</m:e></m:rad>", "√(b+c)"),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{A}</m:sub><m:e>{A}</m:e>'
            "</m:nary>",
            "∑_a a",
        ),
    ],
)
def test_equations_are_text(draft: Any, tmp_path: Path, inner: str, text: str) -> None:
    """A formula is read from left to right, its parts in brackets where they need them."""
    draft.raw(f"<m:oMath {MATH}>{inner}</m:oMath>")

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.text == text
    assert "equations" in codes(source)


def with_parts(path: Path, parts: dict[str, str], related: str) -> Path:
    """Add parts to a Word file, and relations of its body to them."""
    copy = path.with_name(f"lengkap-{path.name}")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(
                    b"</Relationships>", f"{related}</Relationships>".encode()
                )
            new.writestr(name, content)
        for name, text in parts.items():
            new.writestr(name, text)
    return copy


def test_footnotes_follow_the_text_and_leave_no_mark(draft: Any, tmp_path: Path) -> None:
    """``Pasal 5`` with a footnote stays ``Pasal 5``; the note stands at the end, on its page."""
    draft.raw(
        '<w:r><w:t>dalam Pasal 5</w:t><w:footnoteReference w:id="2"/><w:t> ayat (1)</w:t></w:r>'
        '<w:r><w:endnoteReference w:id="4"/></w:r>'
    )
    draft.raw('<w:r><w:br w:type="page"/><w:t>akhir</w:t></w:r>')
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = '<w:{0} w:id="{1}"><w:p><w:r><w:footnoteRef/><w:t> {2}</w:t></w:r></w:p></w:{0}>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    path = with_parts(
        draft.save(tmp_path / "a.docx"),
        {
            "word/footnotes.xml": f"<w:footnotes {space}>"
            + '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            + note.format("footnote", 2, "Lihat lampiran.")
            + "</w:footnotes>",
            "word/endnotes.xml": f"<w:endnotes {space}>"
            + note.format("endnote", 4, "Naskah akademik.")
            + "</w:endnotes>",
            "word/comments.xml": f'<w:comments {space}><w:comment w:id="1"/></w:comments>',
            "word/header1.xml": f"<w:hdr {space}><w:p><w:r><w:t>KONSEP</w:t></w:r></w:p></w:hdr>",
        },
        "".join(
            f'<Relationship Id="x{name}" Type="{kind}/{name}" Target="{target}.xml"/>'
            for name, target in (
                ("footnotes", "footnotes"),
                ("endnotes", "endnotes"),
                ("comments", "comments"),
                ("header", "header1"),
            )
        ),
    )

    source = read_document(path)

    assert source.text.splitlines() == [
        "dalam Pasal 5 ayat (1)",
        "akhir",
        "¹ Lihat lampiran.",
        "ⁱ Naskah akademik.",
    ]
    assert [line.page for line in source.lines] == [1, 2, 1, 1]
    assert codes(source) == ["comments", "footnotes", "furniture"]


def test_a_file_of_pictures_is_a_scan(draft: Any, tmp_path: Path) -> None:
    """Pages photographed into a Word file give no lines and the note of a scan."""
    draft.raw(
        '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
        "</w:drawing></w:r>"
    )

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.lines == ()
    assert codes(source) == ["scan"]
    assert [page.origin for page in source.pages] == ["picture"]
    assert source.quality == 0.0


def test_an_empty_file_says_so(draft: Any, tmp_path: Path) -> None:
    """A draft without text is no error."""
    assert codes(read_document(draft.save(tmp_path / "a.docx"))) == ["empty"]


def test_strict_files_are_read_alike(draft: Any, tmp_path: Path) -> None:
    """The strict form of the standard only names its elements otherwise."""
    number = draft.define(("decimal", "Pasal %1", "nothing", ""))
    draft.type("", number)
    plain = draft.save(tmp_path / "a.docx")
    strict = tmp_path / "strict.docx"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for usual, other in (
                (b"wordprocessingml/2006/main", b"wordprocessingml/main"),
                (b"officeDocument/2006/relationships", b"officeDocument/relationships"),
            ):
                content = content.replace(
                    b"schemas.openxmlformats.org/" + usual, b"purl.oclc.org/ooxml/" + other
                )
            new.writestr(name, content)

    assert read_document(strict).text == "Pasal 1"


NAMES = st.sampled_from(
    (
        "p", "p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "numPr", "ilvl", "numId",
        "ins", "del", "sdt", "sdtContent", "fldChar", "br", "sym", "tcPr", "vMerge",
        "gridSpan", "trPr", "footnoteReference", "lastRenderedPageBreak", "vanish", "caps",
        "pStyle", "sectPr", "tab",
    )
)  # fmt: skip
VALUES = st.sampled_from(["", "0", "1", "-5", "x", "9" * 5000, "begin", "end", "page", "true"])
ELEMENTS = st.recursive(
    st.builds("<w:{0} w:val='{1}' w:fldCharType='{1}' w:type='{1}'/>".format, NAMES, VALUES)
    | st.just("<w:t>teks</w:t>"),
    lambda inner: st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
        NAMES,
        st.lists(inner, max_size=5),
    ),
    max_leaves=30,
)


@given(st.lists(ELEMENTS, max_size=6), st.sampled_from(["final", "original"]))
def test_any_order_of_elements_is_read(elements: list[str], state: str) -> None:
    """Whatever stands within whatever, with whatever values, lines of text come out."""
    body = parse_xml(f"<w:body {nsdecls('w')}>{''.join(elements)}</w:body>")
    reader = BodyReader(RunReader(Styles(), state == "original"), Lists(Styles()))

    for line in Layout(72.0).lay_out(reader.read_blocks(body)):
        assert line.text.strip()
        assert "\n" not in line.text
        assert line.page >= 1
