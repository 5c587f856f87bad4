"""From drafts and a corpus to findings: checking, scanning, comparing, searching, exporting."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.errors import CorpusError, RegcheckError
from regcheck.settings import Settings
from regcheck.store import Corpus

DEMO = Path(__file__).resolve().parent.parent / "corpus"
DRAFT = DEMO / "drafts" / "ranpergub-penyelenggaraan-reklame.txt"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a corpus that holds the demo regulations."""
    settings = Settings(corpus=str(tmp_path_factory.mktemp("corpus") / "demo.sqlite"))
    with pipeline.open_corpus(settings, create=True) as corpus:
        paths = sorted((DEMO / "regulations").glob("*.txt"))
        assert {row.outcome for row in pipeline.add_files(paths, corpus)} == {"added"}
    return settings


@pytest.fixture
def corpus(settings: Settings) -> Iterator[Corpus]:
    """Return the demo corpus, open."""
    with pipeline.open_corpus(settings) as opened:
        yield opened


def test_a_check_accounts_for_what_it_did(corpus: Corpus, settings: Settings) -> None:
    """Every counted suppressed entry has a code, and the coverage names what was compared."""
    result = pipeline.check_file(DRAFT, corpus, settings)

    assert result.findings
    assert all(entry.code.startswith("N-") for entry in result.suppressed)
    assert result.coverage.compared["regulations"] == 18
    assert result.corpus["digest"] == corpus.digest()


def test_a_check_is_repeatable(corpus: Corpus, settings: Settings) -> None:
    """Two runs, one with a rebuilt index, give the same findings with the same fingerprints."""
    first = pipeline.check_file(DRAFT, corpus, settings)
    shutil.rmtree(corpus.index_folder)
    second = pipeline.check_file(DRAFT, corpus, settings)

    assert first.findings == second.findings
    assert len({one.fingerprint for one in first.findings}) == len(first.findings)


def test_a_regulation_is_no_overlap_of_itself(corpus: Corpus, settings: Settings) -> None:
    """A draft that is already in the corpus, byte for byte, finds nothing in its own copy."""
    copy = DEMO / "regulations" / "perda-2013-7.txt"

    result = pipeline.check_file(copy, corpus, settings, override_id="perda/nusa-kencana/2099/1")

    rights = [one.right.key for one in result.findings if one.right]
    assert [key for key in rights if key.startswith("perda/nusa-kencana/2013/7")] == []


def test_english_reasons(corpus: Corpus, settings: Settings) -> None:
    """The language of the settings is the language of the reasons."""
    result = pipeline.check_file(DRAFT, corpus, replace(settings, lang="en"))

    assert any("draft" in one.reason for one in result.findings)


def test_an_earlier_date_knows_no_later_law(corpus: Corpus, settings: Settings) -> None:
    """Before the repealing act, the repealed one stands, and its citation is no fault."""
    codes = {one.code for one in pipeline.check_file(DRAFT, corpus, settings).findings}
    early = pipeline.check_file(DRAFT, corpus, replace(settings, as_of="2019-01-01"))

    assert "R-01" in codes
    assert "R-01" not in {one.code for one in early.findings}


def test_a_scan_compares_the_drafts_with_each_other(
    tmp_path: Path, corpus: Corpus, settings: Settings
) -> None:
    """A copied clause in a sister draft is found, though the corpus does not have it."""
    sister = tmp_path / "ranpergub-lain.txt"
    text = DRAFT.read_text(encoding="utf-8")
    sister.write_text(text.replace("PENYELENGGARAAN REKLAME", "PAPAN NAMA TOKO"), "utf-8")
    first = Path(shutil.copy(DRAFT, tmp_path / "ranpergub.txt"))

    rows = list(pipeline.scan_folder([first, sister], corpus, settings))

    results = [result for _, result in rows if result]
    assert len(results) == 2
    other = results[1].draft.id
    assert any(one.right and one.right.key.startswith(other) for one in results[0].findings)
    assert results[0].corpus["regulations"] == 18


def test_a_scan_skips_what_is_done_and_reports_what_failed(
    tmp_path: Path, corpus: Corpus, settings: Settings
) -> None:
    """An up-to-date draft is unchanged, an unreadable one failed, and the batch goes on."""
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"")
    sha256 = pipeline.parse_file(DRAFT)[0].source_text.source.sha256

    rows = list(pipeline.scan_folder([bad, DRAFT], corpus, settings, frozenset({sha256})))

    assert [(row.outcome, result) for row, result in rows] == [
        ("failed", None),
        ("unchanged", None),
    ]


def test_the_scan_stamp_changes_with_drafts_and_settings(
    corpus: Corpus, settings: Settings
) -> None:
    """Whatever a report depends on is in the stamp."""
    stamp = pipeline.scan_stamp([DRAFT], corpus, settings)

    assert stamp == pipeline.scan_stamp([DRAFT], corpus, settings)
    assert stamp != pipeline.scan_stamp([], corpus, settings)
    assert stamp != pipeline.scan_stamp([DRAFT], corpus, replace(settings, lang="en"))


def test_two_regulations_can_be_compared(settings: Settings) -> None:
    """A file and an id of the corpus are compared as draft and counterpart."""
    result = pipeline.compare_two(str(DRAFT), "pergub/nusa-kencana/2014/21", settings)

    assert {"K-02", "K-03", "K-04"} <= {one.code for one in result.findings}


def test_comparing_something_unknown_names_the_next_step(settings: Settings) -> None:
    """A name that is neither file nor id gets one sentence."""
    with pytest.raises(RegcheckError, match="corpus list"):
        pipeline.compare_two(str(DRAFT), "perda/tidak/2000/1", settings)


def test_a_sentence_finds_its_clause(corpus: Corpus) -> None:
    """The clause that says it best comes first, with its regulation."""
    found = pipeline.search_text("larangan memasang reklame di hutan kota", corpus, limit=3)

    score, passage, head = found[0]
    assert passage.key == "perda/nusa-kencana/2021/3#pasal-10"
    assert head.id == "perda/nusa-kencana/2021/3"
    assert 0 < score <= 1
    assert len(found) <= 3


def test_the_graph_knows_who_repeals_whom(corpus: Corpus) -> None:
    """Edges carry the role; absent acts are nodes too; JSON export can be read back."""
    graph = pipeline.corpus_graph(corpus)
    edges = {
        (source, target) for source, target, role in graph.edges(data="role") if role == "mencabut"
    }

    assert ("perda/nusa-kencana/2020/5", "perda/nusa-kencana/2012/3") in edges
    assert ("perda/nusa-kencana/2019/5", "pergub/nusa-kencana/2013/8") in edges
    assert json.loads(pipeline.export_graph(corpus, "json"))


def test_a_missing_corpus_says_what_to_do(tmp_path: Path) -> None:
    """Opening a corpus that is not there names the command that makes one."""
    with pytest.raises(CorpusError) as caught:
        pipeline.open_corpus(Settings(corpus=str(tmp_path / "absent.sqlite")))

    assert "corpus add" in caught.value.say("id")
