"""Labels of paragraphs: by styles, by hand, and as an independent engine prints them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from regcheck.read import read_document
from regcheck.settings import Settings

FORMS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero")
PATTERNS = ("%{}.", "(%{})", "Pasal %{}", "BAB %{}", "%{})")


def lines_of(path: Path, **options: Any) -> list[str]:
    """Return the lines of a file."""
    return [line.text for line in read_document(path, Settings(**options)).lines]


def test_numbers_come_from_styles(draft: Any, tmp_path: Path) -> None:
    """A style on a level of a list labels its paragraphs, also one without any text."""
    draft.use_regulation_styles()
    draft.styled("", "Bab").add_run().add_break()
    draft.document.paragraphs[-1].add_run("KETENTUAN UMUM")
    for style, text in (("Pasal", ""), ("Ayat", "Satu."), ("Ayat", "Dua:"), ("Huruf", "tiga.")):
        draft.styled(text, style)
    draft.styled("", "Bab")
    draft.styled("", "Pasal")

    assert lines_of(draft.save(tmp_path / "a.docx")) == [
        "BAB I",
        "KETENTUAN UMUM",
        "Pasal 1",
        "(1) Satu.",
        "(2) Dua:",
        "a. tiga.",
        "BAB II",
        "Pasal 2",
    ]


def test_a_style_inherits_and_a_paragraph_overrides(draft: Any, tmp_path: Path) -> None:
    """A style based on a numbered one is numbered, unless it or the paragraph says no."""
    draft.use_regulation_styles()
    draft.style("AyatRapat", "", based_on="Ayat")
    draft.style("Polos", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', "Ayat")
    draft.style("Huruf2", '<w:pPr><w:numPr><w:ilvl w:val="3"/></w:numPr></w:pPr>', "Ayat")
    for style in ("Ayat", "AyatRapat", "Polos", "Huruf2"):
        draft.styled(style, style)
    off = draft.styled("Lepas", "Ayat")
    off._p.pPr.get_or_add_numPr().get_or_add_numId().val = 0
    down = draft.styled("Turun", "Ayat")
    down._p.pPr.get_or_add_numPr().get_or_add_ilvl().val = 4

    assert lines_of(draft.save(tmp_path / "a.docx")) == [
        "(1) Ayat",
        "(2) AyatRapat",
        "Polos",
        "a. Huruf2",
        "Lepas",
        "1. Turun",
    ]


def test_a_list_style_is_followed_to_its_levels(draft: Any, tmp_path: Path) -> None:
    """A definition that only links to a list style has the levels of the one that carries it."""
    number = draft.define(("lowerLetter", "%1)", "space", ""))
    draft.style("Daftar", f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>')
    draft.lists += 1
    draft.define_xml('<w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="Daftar"/>')
    draft.type("satu", draft.lists)
    draft.type("dua", number)

    assert lines_of(draft.save(tmp_path / "a.docx")) == ["a) satu", "b) dua"]


def test_a_circle_of_styles_ends(draft: Any, tmp_path: Path) -> None:
    """Styles based on each other, and a list style that links to itself, do no harm."""
    draft.style("Satu", "", based_on="Dua")
    draft.style("Dua", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', based_on="Satu")
    draft.lists += 1
    draft.define_xml('<w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="Dua"/>')
    draft.styled("teks", "Satu")

    assert lines_of(draft.save(tmp_path / "a.docx")) == ["teks"]


def test_an_instance_starts_anew(draft: Any, tmp_path: Path) -> None:
    """An override of the start begins a list again; an override of the level changes its look."""
    number = draft.define(("decimal", "%1.", "tab", ""))
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    other = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:lvlOverride>'
    )
    draft.instance(20, number, anew)
    draft.instance(21, number, other)
    for text, instance in (("satu", number), ("dua", number), ("tiga", 20), ("empat", 21)):
        draft.type(text, instance)

    assert lines_of(draft.save(tmp_path / "a.docx")) == [
        "1. satu",
        "2. dua",
        "1. tiga",
        "b. empat",
    ]


def test_marks_of_lists_without_numbers(draft: Any, tmp_path: Path) -> None:
    """A bullet is printed as it is, one of a sign font as a common one, a picture too."""
    for pattern in ("-", "\uf0b7", "o"):
        number = draft.define(("bullet", pattern, "tab", ""))
        draft.type("butir", number)
    draft.type("gambar", draft.define(("bullet", "", "tab", '<w:lvlPicBulletId w:val="0"/>')))

    assert lines_of(draft.save(tmp_path / "a.docx")) == [
        "- butir",
        "• butir",
        "o butir",
        "• gambar",
    ]


def test_a_format_printed_as_figures_is_noted(draft: Any, tmp_path: Path) -> None:
    """A number that Word would print in words is a figure here, and the note says so."""
    draft.type("teks", draft.define(("ordinalText", "Bagian %1", "space", "")))

    source = read_document(draft.save(tmp_path / "a.docx"))

    assert source.text == "Bagian 1 teks"
    assert [note.code for note in source.notes] == ["numbering"]
    assert "ordinalText" in source.notes[0].message


def test_a_custom_format_pads_with_zeros(draft: Any, tmp_path: Path) -> None:
    """Word keeps new formats in an alternative; the first one is read."""
    draft.lists += 1
    draft.define_xml(
        '<w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        '2006"><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1/"/></w:lvl>'
    )
    draft.type("teks", draft.lists)

    assert lines_of(draft.save(tmp_path / "a.docx")) == ["001/ teks"]


def type_at_random(draft: Any, rng: random.Random) -> Any:
    """Type paragraphs on the levels of lists that are made up."""
    depth = rng.randint(2, 5)
    by_style = rng.random() < 0.5
    levels = []
    for index in range(9):
        pattern = rng.choice(PATTERNS).format(index + 1)
        if index and rng.random() < 0.4:
            pattern = f"%{index}.{pattern}" if pattern.startswith("%") else pattern
        start = f'<w:pStyle w:val="G{index}"/>' if by_style and index < depth else ""
        levels.append((rng.choice(FORMS), pattern, rng.choice(("tab", "space", "nothing")), start))
    number = draft.define(*levels)
    draft.instance(30, number)
    for index in range(depth if by_style else 0):
        draft.style(
            f"G{index}",
            f'<w:pPr><w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>'
            "</w:pPr>",
        )
    for step in range(40):
        level = rng.randrange(depth)
        if rng.random() < 0.1:
            draft.type(f"teks {step}")
        elif by_style and rng.random() < 0.6:
            draft.styled(f"teks {step}", f"G{level}")
        else:
            draft.type(f"teks {step}", rng.choice((number, 30)), level)
    return draft


@pytest.fixture
def printed(
    typist: Callable[[], Any], convert: Callable[..., dict[Path, Path]], tmp_path: Path
) -> dict[Path, Path]:
    """Return made-up drafts, each with what LibreOffice prints of it."""
    files = [
        type_at_random(typist(), random.Random(seed)).save(tmp_path / f"acak-{seed}.docx")
        for seed in range(8)
    ]
    return convert(files, "txt:Text (encoded):UTF8")


def test_labels_agree_with_libreoffice(printed: dict[Path, Path]) -> None:
    """Over made-up lists and orders of levels, both engines print the same labels."""
    for word, text in printed.items():
        theirs = text.read_text(encoding="utf-8-sig").splitlines()
        # The gap between label and text is a tab, a blank or nothing; LibreOffice prints a blank.
        squeezed = ["".join(line.split()) for line in theirs if line.strip()]

        assert ["".join(line.split()) for line in lines_of(word)] == squeezed
