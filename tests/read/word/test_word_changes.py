"""Of a draft with tracked changes one state is read: after them, or before them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regcheck.read import read_document
from regcheck.settings import Settings

WHO = 'w:id="1" w:author="Biro Hukum" w:date="2024-05-01T00:00:00Z"'
GONE = f"<w:del {WHO}/>"
NEW = f"<w:ins {WHO}/>"


def ins(text: str) -> str:
    """Return an inserted run."""
    return f'<w:ins {WHO}><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'


def gone(text: str) -> str:
    """Return a deleted run."""
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def run(text: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(change: str, more: str = "") -> str:
    """Return the properties of a paragraph whose mark is changed."""
    return f"<w:pPr>{more}<w:rPr>{change}</w:rPr></w:pPr>"


def states(path: Path) -> tuple[list[str], list[str]]:
    """Return the lines after the changes, and before them."""
    final, original = (
        read_document(path, Settings(track_changes=state)) for state in ("final", "original")
    )
    return final.text.splitlines(), original.text.splitlines()


def test_insertions_and_deletions_within_a_sentence(draft: Any, tmp_path: Path) -> None:
    """The final text keeps insertions and leaves deletions out; the original does the reverse."""
    draft.raw(run("Izin berlaku ") + gone("3 (tiga)") + ins("5 (lima)") + run(" tahun."))
    path = draft.save(tmp_path / "a.docx")

    assert states(path) == (
        ["Izin berlaku 5 (lima) tahun."],
        ["Izin berlaku 3 (tiga) tahun."],
    )


def test_what_was_inserted_and_then_deleted_is_in_neither(draft: Any, tmp_path: Path) -> None:
    """A deletion within an insertion never stood in either text."""
    draft.raw(run("Gubernur") + f"<w:ins {WHO}>{gone(' atau Bupati')}</w:ins>")

    assert states(draft.save(tmp_path / "a.docx")) == (["Gubernur"], ["Gubernur"])


def test_moved_text_stands_in_one_place(draft: Any, tmp_path: Path) -> None:
    """A moved sentence is at its new place after the changes, at the old one before."""
    draft.raw(f"<w:moveFrom {WHO}>{run('Ketentuan A.')}</w:moveFrom>")
    draft.raw(run("Ketentuan B."))
    draft.raw(f"<w:moveTo {WHO}>{run('Ketentuan A.')}</w:moveTo>")

    assert states(draft.save(tmp_path / "a.docx")) == (
        ["Ketentuan B.", "Ketentuan A."],
        ["Ketentuan A.", "Ketentuan B."],
    )


def test_a_deleted_pasal_gives_its_number_to_the_next(draft: Any, tmp_path: Path) -> None:
    """Automatic numbers count the paragraphs of the state that is read."""
    number = draft.define(("decimal", "(%1)", "tab", ""))
    place = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    draft.type("Satu.", number)
    draft.raw(mark(GONE, place) + gone("Dua."))
    draft.raw(mark(NEW, place) + ins("Sisipan."))
    draft.type("Tiga.", number)

    assert states(draft.save(tmp_path / "a.docx")) == (
        ["(1) Satu.", "(2) Sisipan.", "(3) Tiga."],
        ["(1) Satu.", "(2) Dua.", "(3) Tiga."],
    )


def test_marks_of_paragraphs_join_and_part_them(draft: Any, tmp_path: Path) -> None:
    """A deleted mark joins two paragraphs after the changes, an inserted one before them."""
    draft.raw(mark(GONE) + run("Pemerintah "))
    draft.raw(run("Daerah."))
    draft.raw(mark(NEW) + run("Dinas "))
    draft.raw(run("Kesehatan."))

    assert states(draft.save(tmp_path / "a.docx")) == (
        ["Pemerintah Daerah.", "Dinas", "Kesehatan."],
        ["Pemerintah", "Daerah.", "Dinas Kesehatan."],
    )


def test_inserted_and_deleted_rows(draft: Any, tmp_path: Path) -> None:
    """A row of a table belongs to one state, and so does a cell."""
    table = draft.document.add_table(3, 2, style="Table Grid")
    for row, texts in zip(table.rows, (("A", "1"), ("B", "2"), ("C", "3")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    for row, tag in ((table.rows[1], "ins"), (table.rows[2], "del")):
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:{tag} {nsdecls('w')} {WHO}/>"))

    final, original = states(draft.save(tmp_path / "a.docx"))

    assert final == ["A | 1", "B | 2"]
    assert original == ["A | 1", "C | 3"]


def test_former_properties_count_before_the_changes(draft: Any, tmp_path: Path) -> None:
    """A number given or taken under tracking is not there, or still there, in the original."""
    number = draft.define(("decimal", "%1.", "tab", ""))
    place = f'<w:ilvl w:val="0"/><w:numId w:val="{number}"/>'
    draft.raw(f"<w:pPr><w:numPr>{place}<w:ins {WHO}/></w:numPr></w:pPr>" + run("Baru."))
    draft.raw(
        f"<w:pPr><w:pPrChange {WHO}><w:pPr><w:numPr>{place}</w:numPr></w:pPr></w:pPrChange></w:pPr>"
        + run("Lama.")
    )

    assert states(draft.save(tmp_path / "a.docx")) == (
        ["1. Baru.", "Lama."],
        ["Baru.", "1. Lama."],
    )


@pytest.mark.parametrize(("state", "other"), [("final", "original"), ("original", "final")])
def test_the_note_counts_changes_and_names_the_state(
    draft: Any, tmp_path: Path, state: str, other: str
) -> None:
    """What was read, and how to read the other state, is said; formats are no changes."""
    draft.raw(run("Izin ") + ins("usaha") + gone("gangguan") + gone("lama"))
    draft.raw(f"<w:pPr><w:rPr><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr></w:pPr>{run('x')}")

    source = read_document(draft.save(tmp_path / "a.docx"), Settings(track_changes=state))

    assert [note.code for note in source.notes] == ["tracked-changes"]
    assert "1 insertions, 2 deletions" in source.notes[0].message_en
    assert f"--track-changes {other}" in source.notes[0].message


def test_a_draft_without_changes_has_no_note(draft: Any, tmp_path: Path) -> None:
    """Silence where there is nothing to say."""
    draft.type("Pasal 1")

    assert read_document(draft.save(tmp_path / "a.docx")).notes == ()
