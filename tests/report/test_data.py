"""JSON in the shapes of the contract, as ``docs/schema`` describes them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from regcheck.domain import (
    CheckResult,
    Citation,
    FileRow,
    Head,
    Identity,
    Kind,
    Line,
    Passage,
    Regulation,
    Role,
    SourceText,
    Standing,
    Status,
)
from regcheck.report.data import (
    corpus_to_json,
    read_json,
    regulations_to_json,
    result_to_json,
    search_to_json,
    to_json,
)

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schema"
HEAD = Head(
    "perda/bali/2020/5", Identity("perda", "bali", "5", "2020", "SAMPAH"), "a.pdf", "ff", 9, 3,
    0.98765, 1.0, Standing("perda/bali/2020/5", Status.DIUBAH, ("perda/bali/2021/1",)),
)  # fmt: skip


def validate(record: dict[str, Any], name: str) -> None:
    """Check a record against its schema, after the way through JSON."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(to_json(record)))


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_a_schema_is_one(path: Path) -> None:
    """Each file is a JSON Schema, and fixes the schema version."""
    schema = json.loads(path.read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    assert "schema_version" in schema["required"]


def test_a_parsed_file(draft: Regulation) -> None:
    """A regulation is complete: units with their own text, citations, definitions, amendments."""
    record = regulations_to_json([draft])
    regulation = record["regulations"][0]

    validate(record, "parse")
    assert regulation["units"][0]["text"] == "Pasal 7"
    assert regulation["units"][1]["text"].startswith("(1) Petugas mengangkat")
    assert regulation["citations"][0]["text"] == "Pasal 41 ayat (4)"
    assert [one["code"] for one in regulation["anomalies"]] == ["furniture", "ayat-gap"]


def test_an_undecided_citation_says_why(draft: Regulation) -> None:
    """Only a citation without target has candidates."""
    citations = regulations_to_json([draft])["regulations"][0]["citations"]

    assert [one["target"] is None for one in citations] == ["why" in one for one in citations]


def test_why_a_citation_is_undecided_is_told_in_the_language_asked(draft: Regulation) -> None:
    """The reason is a sentence like any other: Indonesian, or English with ``--lang en``."""
    undecided = Citation(draft.citations[0].span, draft.id, Role.MERUJUK, None, (), "sebab", "why")
    told = replace(draft, citations=(undecided,))

    for lang, words in (("id", "sebab"), ("en", "why")):
        (citation,) = regulations_to_json([told], lang)["regulations"][0]["citations"]
        assert citation["why"] == words


def test_offsets_are_those_of_the_text_file(draft: Regulation) -> None:
    """In a text file a citation's offsets cut it out of the file; elsewhere they are null."""
    file = "Kepala halaman\n\n" + draft.text
    lines, offset = [], len("Kepala halaman\n\n")
    for line in draft.source_text.lines:
        lines.append(Line(line.text, 1, offset=offset))
        offset += len(line.text) + 1
    source = SourceText(tuple(lines), draft.source_text.source)
    [in_text] = regulations_to_json([replace(draft, source_text=source)])["regulations"]
    [in_pdf] = regulations_to_json([draft])["regulations"]

    for citation in in_text["citations"]:
        assert file[citation["start"] : citation["end"]] == citation["text"]
    assert {citation["start"] for citation in in_pdf["citations"]} == {None}


def test_a_check(result: CheckResult) -> None:
    """A check has the parts of the contract, and counts what it suppressed."""
    record = result_to_json(result)

    validate(record, "check")
    assert list(record) == [
        "schema_version", "draft", "corpus", "settings", "findings", "suppressed", "coverage",
        "shares",
    ]  # fmt: skip
    assert record["suppressed"] == {"N-01": 1, "N-03": 2}
    assert record["findings"][2]["right"] is None
    assert record["findings"][1]["severity"] == "tinggi"


def test_suppressed_entries_on_request(result: CheckResult) -> None:
    """The entries themselves are listed instead of counted."""
    record = result_to_json(result, show_suppressed=True)

    validate(record, "check")
    assert [one["code"] for one in record["suppressed"]] == ["N-03", "N-03", "N-01"]


def test_remarks_follow_the_language(result: CheckResult) -> None:
    """The messages of anomalies are in the language of the settings."""
    english = replace(result, settings={**result.settings, "lang": "en"})

    assert result_to_json(english)["draft"]["anomalies"][1]["message"] == "ayat (3) is missing"


def test_a_corpus() -> None:
    """Every regulation has its standing, and every file ever offered its outcome."""
    row = FileRow("b.pdf", "00", "failed", (), 0, "bukan PDF", "not a PDF")
    record = corpus_to_json([HEAD], [row], "en")

    validate(record, "corpus-list")
    assert record["regulations"][0]["by"] == ["perda/bali/2021/1"]
    assert record["files"][0]["message"] == "not a PDF"


def test_a_search() -> None:
    """Results carry score, key, text and standing."""
    passage = Passage("perda/bali/2020/5#pasal-1", Kind.PASAL, "Setiap orang wajib.", 2)

    validate(search_to_json([(0.5, passage, HEAD)]), "search")


def test_a_record_comes_back_from_its_file(tmp_path: Path) -> None:
    """What was written is read; anything else gives nothing."""
    path = tmp_path / "a.json"
    path.write_text(to_json({"a": "é ≥ 1"}), encoding="utf-8")

    assert read_json(path) == {"a": "é ≥ 1"}
    path.write_text("[1]", encoding="utf-8")
    assert read_json(path) is None
    path.write_bytes(b"\xff{")
    assert read_json(path) is None
    assert read_json(tmp_path / "none.json") is None
