"""Regulations and units are named as lawyers cite them."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from regcheck.check import catalogue
from regcheck.domain import Identity, Regulation, Role, Status
from regcheck.naming import cite_path, cite_regulation, date, name_draft, title_text
from regcheck.report import terms
from regcheck.report.words import CLI_WORDS, WORDS
from regcheck.settings import Settings

N_CODE = re.compile(r'"(N-\d\d)"')


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("pasal-7A/ayat-1a", "Pasal 7A ayat (1a)"),
        (
            "pasal-3/huruf-b/angka-2/subhuruf-c/subangka-1",
            "Pasal 3 huruf b angka 2 huruf c) angka 1)",
        ),
        ("pasal-I/pasal-7A", "Pasal I, Pasal 7A"),
        ("bab-III/bagian-2/paragraf-1", "BAB III, Bagian 2, Paragraf 1"),
        ("penjelasan/umum", "Penjelasan Umum"),
        ("penjelasan/pasal-12/ayat-1", "Penjelasan Pasal 12 ayat (1)"),
        ("menimbang/huruf-a", "Menimbang huruf a"),
        ("lampiran-1", "Lampiran 1"),
        ("pasal-5~2", "Pasal 5 (ke-2)"),
        ("", ""),
    ],
)
def test_a_path_is_cited(path: str, expected: str) -> None:
    """Each kind of step has its own form."""
    assert cite_path(path) == expected


def test_an_unknown_id_is_shown_as_it_is() -> None:
    """What is no id is not made to look like one."""
    assert cite_regulation("bukan-id") == "bukan-id"


def test_a_repeated_id_says_so() -> None:
    """A second regulation with the same id is told apart."""
    assert cite_regulation("perda/bali/2020/5~2") == "Perda Provinsi Bali Nomor 5 Tahun 2020 (2)"


def test_a_draft_has_no_number(draft: Regulation) -> None:
    """A draft is named by kind, region and subject."""
    assert name_draft(draft) == (
        "Rancangan Peraturan Daerah Provinsi Nusa Kencana tentang Pengelolaan Sampah"
    )


def test_a_regulation_has_its_number(draft: Regulation) -> None:
    """What is no draft is named with number and year."""
    identity = Identity("pergub", "nusa-kencana", "21", "2014", "Reklame")
    known = replace(draft, identity=identity)

    assert name_draft(known) == (
        "Peraturan Gubernur Nusa Kencana Nomor 21 Tahun 2014 tentang Reklame"
    )


def test_a_draft_without_identity_is_named_by_its_id(draft: Regulation) -> None:
    """A title block that could not be read gives no name."""
    nameless = replace(draft, identity=Identity())

    assert name_draft(nameless) == "naskah tanpa identitas 0f1e2d3c4b5a"


def test_only_titles_in_capitals_are_rewritten() -> None:
    """A title that has small letters is left as it is."""
    assert title_text("Tarif PBBKB dan PKB") == "Tarif PBBKB dan PKB"
    assert title_text("TARIF  PAJAK DAN RETRIBUSI") == "Tarif Pajak dan Retribusi"


def test_every_code_of_the_checks_has_a_name() -> None:
    """Each code a finding can bear is named, and no name is left of a code that is gone."""
    assert set(terms.CODES) == set(catalogue.RULES)


def test_every_non_fault_of_the_checks_has_a_name() -> None:
    """Each N-code the checks give is named, and no name is left of one that is gone."""
    sources = Path(catalogue.__file__).parent.glob("*.py")
    given = {code for one in sources for code in N_CODE.findall(one.read_text("utf-8"))}
    assert set(terms.NON_FAULTS) == given


def test_every_value_of_the_contract_has_a_name() -> None:
    """Statuses and roles are all named."""
    assert set(terms.STATUSES) == {status.value for status in Status}
    assert set(terms.ROLES) == {role.value for role in Role}


def test_every_setting_has_a_name() -> None:
    """A report names all settings that shape its findings."""
    shown = {field.name for field in fields(Settings)} - {"corpus", "lang"}

    assert shown == set(terms.SETTINGS)


def test_texts_have_the_same_gaps_in_both_languages() -> None:
    """A text can be filled in either language."""
    for indonesian, english in (*WORDS.values(), *CLI_WORDS.values()):
        gaps = {part.partition("}")[0] for part in indonesian.split("{")[1:]}
        assert gaps == {part.partition("}")[0] for part in english.split("{")[1:]}, indonesian


def test_a_date_that_is_none_stays_as_it_is() -> None:
    """Nothing is invented for a month that does not exist."""
    assert date("2020-13-01", "id") == "2020-13-01"
