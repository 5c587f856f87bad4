"""The passages that are compared, and the definitions."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from regcheck.domain import Kind, Regulation
from regcheck.parse import find_passages, parse_document
from regcheck.parse.passages import one_line
from regcheck.read import read_document

Parse = Callable[[str], Regulation]

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
DEMO = [*sorted((CORPUS / "regulations").glob("*.txt")), *sorted((CORPUS / "drafts").glob("*.txt"))]
EXPECTED = tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8"))
ROWS = EXPECTED["expected"] + EXPECTED["lookalike"]


def passages(regulation: Regulation) -> dict[str, str]:
    """Return the texts of the passages by path."""
    return {passage.key.partition("#")[2]: passage.text for passage in find_passages(regulation)}


def test_an_ayat_is_one_passage_with_its_items(act: Parse) -> None:
    """Items are joined on one line with their marks; the ayat's own number is left out."""
    regulation = act(
        "Pasal 1\n(1) Pengelola menyediakan:\na. air; dan\nb. listrik.\n(2) Air dibayar.\n"
        "Pasal 2\nKapal sandar\npada siang hari."
    )

    assert passages(regulation) == {
        "pasal-1/ayat-1": "Pengelola menyediakan: a. air; dan b. listrik.",
        "pasal-1/ayat-2": "Air dibayar.",
        "pasal-2": "Kapal sandar pada siang hari.",
    }


def test_each_definition_is_a_passage(act: Parse) -> None:
    """Definitions are compared one by one, with their lead-in."""
    regulation = act(
        "BAB I\nKETENTUAN UMUM\nPasal 1\nDalam Peraturan Gubernur ini yang dimaksud dengan:\n"
        "1. Kapal adalah alat apung.\n2. Dinas Perhubungan yang selanjutnya disebut Dinas adalah\n"
        "perangkat daerah.\n3. Gross Tonnage, selanjutnya disingkat GT, ialah isi kotor.\n"
    )
    found = find_passages(regulation)

    assert [passage.kind for passage in found] == [Kind.ANGKA] * 3
    assert found[0].text == "Kapal adalah alat apung."
    assert found[0].lead == "Dalam Peraturan Gubernur ini yang dimaksud dengan:"
    assert found[0].heading == "KETENTUAN UMUM"
    assert found[0].norm_type == "definisi"
    assert [(one.term, one.abbreviation) for one in regulation.definitions] == [
        ("Kapal", ""),
        ("Dinas Perhubungan", "Dinas"),
        ("Gross Tonnage", "GT"),
    ]
    meanings = [" ".join(regulation.slice(one.meaning).split()) for one in regulation.definitions]
    assert meanings == ["alat apung.", "perangkat daerah.", "isi kotor."]


def test_a_list_without_ayat_is_one_passage(act: Parse) -> None:
    """The items of an ordinary list are not torn apart."""
    regulation = act("Pasal 1\nPemohon melampirkan:\n1. surat ukur; dan\n2. pas kapal.\n")

    assert passages(regulation) == {
        "pasal-1": "Pemohon melampirkan: 1. surat ukur; dan 2. pas kapal."
    }


def test_an_ayat_after_an_opening_sentence_keeps_it_as_lead(act: Parse) -> None:
    """What a pasal says before its first ayat is the lead of each."""
    regulation = act("Pasal 1\nUntuk kapal wisata berlaku:\n(1) Sandar gratis.\n(2) Air dibayar.\n")

    assert [passage.lead for passage in find_passages(regulation)] == [
        "Untuk kapal wisata berlaku:"
    ] * 2


def test_the_amending_pasal_itself_is_no_passage(parse: Parse) -> None:
    """Instructions are no norms; what they quote stands for itself, with its target."""
    path = CORPUS / "regulations" / "perda-2018-4.txt"
    regulation = parse(path.read_text(encoding="utf-8"))
    found = find_passages(regulation)
    paths = [passage.key.partition("#")[2] for passage in found]

    assert "pasal-I" not in paths
    assert "pasal-II" in paths
    assert {passage.target for passage in found if passage.target} == {
        "perda/nusa-kencana/2014/2#pasal-9/ayat-1",
        "perda/nusa-kencana/2014/2#pasal-9/ayat-2",
        "perda/nusa-kencana/2014/2#pasal-12/ayat-1",
        "perda/nusa-kencana/2014/2#pasal-12/ayat-2",
        "perda/nusa-kencana/2014/2#pasal-13A",
    }


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("menyeleng-\ngarakan", "menyelenggarakan"),
        ("perundang-\nundangan", "perundang-undangan"),
        ("Undang-\nUndang", "Undang-Undang"),
        ("anak-anak dan/atau\nibu", "anak-anak dan/atau ibu"),
        ("anak-\nanak", "anak-anak"),
        ("tahun 2011-\n2015", "tahun 2011-2015"),
    ],
)
def test_words_cut_at_a_line_end_are_joined(text: str, joined: str) -> None:
    """A cut word is closed; compounds and doubled words keep their hyphen."""
    assert one_line(text) == joined


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_demo_texts_parse_without_an_anomaly(path: Path) -> None:
    """Our own texts are clean: every number follows, and the body is passages."""
    (regulation,) = parse_document(read_document(path))

    assert regulation.anomalies == ()
    assert regulation.structure == 1.0
    assert len(find_passages(regulation)) >= 3
    assert regulation.identity.draft == path.stem.startswith("ran")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['draft']}-{row['left']}")
def test_the_units_that_findings_name_exist(row: dict[str, str]) -> None:
    """The left side of every expected row is a unit of the parsed text."""
    folder = "drafts" if row["draft"].startswith("ran") else "regulations"
    (regulation,) = parse_document(read_document(CORPUS / folder / f"{row['draft']}.txt"))

    assert not row["left"] or f"{regulation.id}#{row['left']}" in regulation.by_key


@pytest.mark.parametrize("heading", ["Pasal 3A", "Pasal 3 A", "PASAL 3A", "Pasa1 3A"])
def test_the_label_is_no_part_of_the_passage(act: Parse, heading: str) -> None:
    """The heading is left out, however it is printed."""
    regulation = act(
        f"Pasal 1\nSatu.\nPasal 2\nDua.\nPasal 3\nTiga.\n{heading}\nKapal sandar.\nPasal 4\nEmpat."
    )

    assert passages(regulation)["pasal-3A"] == "Kapal sandar."


def test_passages_of_a_damaged_ayat_begin_with_its_words(act: Parse) -> None:
    """A number read as another is left out too."""
    regulation = act("Pasal 1\n(l) Kapal sandar.\n(21 Kapal melapor.\n")

    assert list(passages(regulation).values()) == ["Kapal sandar.", "Kapal melapor."]
