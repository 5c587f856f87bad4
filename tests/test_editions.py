"""Two texts compared: a regulation of the corpus as it stands, and which form was used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.domain import Status
from regcheck.report.look import Look
from regcheck.report.texts import status_text
from regcheck.report.view import make_view
from regcheck.settings import Settings
from regcheck.shelf import with_drafts

DEMO = Path(__file__).resolve().parent.parent / "corpus"
BASE, ACT = "perda/nusa-kencana/2014/2", "perda/nusa-kencana/2018/4"
FILES = ("perda-2014-2.txt", "perda-2018-4.txt")
DRAFT = DEMO / "drafts" / "ranpergub-penyelenggaraan-reklame.txt"


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a corpus with a base and the act that amends it."""
    settings = Settings(corpus=str(tmp_path_factory.mktemp("korpus") / "dua.sqlite"))
    with pipeline.open_corpus(settings, create=True) as corpus:
        list(pipeline.add_files([DEMO / "regulations" / name for name in FILES], corpus))
    return settings


def test_a_regulation_of_the_corpus_is_compared_as_it_stands(settings: Settings) -> None:
    """The record says which acts were applied, and to which of the texts."""
    file = DEMO / "regulations" / FILES[0]
    result = pipeline.compare_two(str(file), BASE, settings)
    compared = result.corpus["compared"]

    assert compared["left"]["form"] == "printed"
    assert compared["right"] == {
        "id": BASE, "form": "standing", "as_of": "", "acts": [ACT], "unapplied": 0,
    }  # fmt: skip


def test_the_day_and_the_printed_text_can_be_chosen(settings: Settings) -> None:
    """Before the amendment the text is that of the base; with --printed it always is."""
    early = pipeline.compare_two(BASE, BASE, replace(settings, as_of="2016-01-01"))
    printed = pipeline.compare_two(BASE, BASE, settings, printed=True)
    today = pipeline.compare_two(BASE, BASE, settings)

    assert early.corpus["compared"]["left"]["acts"] == []
    assert early.draft.text == printed.draft.text
    assert printed.corpus["compared"]["right"]["form"] == "printed"
    assert today.draft.text != printed.draft.text


@pytest.mark.parametrize(("lang", "words"), [("id", "sebagaimana dicetak"), ("en", "as printed")])
def test_the_report_says_which_text_was_used(settings: Settings, lang: str, words: str) -> None:
    """One line for each of the two."""
    file = DEMO / "regulations" / FILES[0]
    chosen = replace(settings, lang=lang, as_of="2020-01-01")
    facts = make_view(pipeline.compare_two(str(file), BASE, chosen), Look(lang=lang)).facts
    said = dict(facts)

    assert words in said["Naskah A" if lang == "id" else "Text A"]
    right = said["Naskah B" if lang == "id" else "Text B"]
    assert "2020" in right
    assert "Nomor 4 Tahun 2018" in right


def test_what_is_no_longer_law_is_not_compared(settings: Settings) -> None:
    """A deleted provision gives the draft nothing to overlap with, and is counted."""
    with pipeline.open_corpus(settings) as corpus:
        deleted = {one.target for _, one in corpus.amendments() if one.op == "delete"}
    today = pipeline.compare_two(BASE, BASE, settings)
    printed = pipeline.compare_two(BASE, BASE, settings, printed=True)

    assert deleted
    assert deleted <= printed.draft.by_key.keys()
    assert not deleted & today.draft.by_key.keys()
    assert today.coverage.skipped["provisions_gone"] == 2 * len(deleted)


def test_other_drafts_are_said_to_be_drafts(settings: Settings) -> None:
    """A draft beside the corpus is not in force; an enacted act among the files is."""
    files = (DRAFT, DEMO / "regulations" / "perda-2016-1.txt")
    drafts = [pipeline.parse_file(file)[0] for file in files]
    with pipeline.open_corpus(settings) as corpus:
        shelf = with_drafts(pipeline.load_shelf(corpus, settings), drafts)
    draft, act = (shelf.heads[one.id] for one in drafts)

    assert (draft.standing.status, act.standing.status) == (Status.BELUM_BERLAKU, Status.BERLAKU)
    known = {"status": draft.standing.status.value, "draft": draft.identity.draft}
    assert status_text(known, "id") == "rancangan, belum berlaku"
    assert status_text(known, "en") == "draft, not yet in force"
