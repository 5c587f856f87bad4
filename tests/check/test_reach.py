"""Whether two clauses can rule one case: rank, term, matter."""

from __future__ import annotations

from typing import Any

import pytest

from regcheck.check.overlap_findings import find_overlaps, nameable
from regcheck.check.reach import reach_code
from regcheck.domain import Kind, Passage, Relation
from regcheck.settings import Settings

FARE = "Nakhoda dilarang memungut ongkos penyeberangan melebihi tarif yang dipasang di dermaga."


def clause(act: str, text: str) -> Passage:
    """Return a passage of an act."""
    return Passage(f"{act}#pasal-4", Kind.PASAL, text, 1)


def code(text: str, titles: tuple[str, str], level: str = "setingkat", act: str = "pp") -> str:
    """Return the N-code of one text that stands in two acts."""
    acts = (f"{act}/2019/3", f"{act}/2012/8")
    relation = Relation(frozenset(), level, firm=True, comparable=True)
    return reach_code(clause(acts[0], text), clause(acts[1], text), titles, relation)


@pytest.mark.parametrize(
    ("titles", "wanted"),
    [
        (("Dermaga Rakyat", "Keselamatan Penyeberangan"), ""),
        (("Angkutan Penyeberangan", "Penyelenggaraan Angkutan Penyeberangan"), ""),
        (("Perkebunan", "Pertambangan Rakyat"), "N-03"),
        (("Dermaga Ikan", "Dermaga Garam"), "N-03"),
        (("", "Pertambangan Rakyat"), "N-03"),
    ],
)
def test_a_clause_meets_another_where_the_matter_is_named(
    titles: tuple[str, str], wanted: str
) -> None:
    """The titles are of one matter, or both clauses name what tells one act from the other."""
    assert code(FARE, titles) == wanted


def test_what_a_lower_act_says_is_no_fault_of_the_higher() -> None:
    """The lower act gives way, and the higher one may not refer to it."""
    titles = ("Angkutan Penyeberangan", "Angkutan Penyeberangan")

    assert code(FARE, titles, level="lebih rendah") == "N-04"
    assert code(FARE, titles, level="lebih tinggi") == ""


def test_the_office_that_acts_is_not_the_matter() -> None:
    """Who issues a certificate is named by his field; the certificate is of another thing."""
    text = "Sertifikat diterbitkan oleh menteri yang bertanggung jawab di bidang penyeberangan."
    titles = ("Kapal Layar", "Angkutan Penyeberangan")

    assert code(text, titles) == "N-03"
    assert code("Sertifikat penyeberangan diterbitkan oleh menteri.", titles) == ""


def test_the_act_for_one_province_is_the_special_rule() -> None:
    """A statute on Aceh and a general one rule no case twice; two on Aceh may."""
    assert code(FARE, ("Pemerintahan Aceh", "Angkutan Penyeberangan")) == "N-09"
    assert code(FARE, ("Penyeberangan di Aceh", "Angkutan Penyeberangan Aceh")) == ""


@pytest.mark.parametrize(
    "title",
    [
        "Anggaran Pendapatan dan Belanja Negara Tahun Anggaran 2019",
        "Tarif atas Jenis Penerimaaan Negara Bukan Pajak pada Kementerian Penyeberangan",
    ],
)
def test_budgets_and_tariffs_rule_nothing_for_good(title: str) -> None:
    """What holds for a year or sets a price is no second rule, however the title is spelled."""
    assert code(FARE, (title, "Angkutan Penyeberangan")) == "N-08"
    assert code(FARE, ("Angkutan Penyeberangan", title)) == "N-08"


def test_a_reference_to_the_field_is_what_the_manual_asks_for() -> None:
    """A clause that follows the legislation on a matter does not rule it."""
    text = f"{FARE[:-1]} menurut peraturan perundang-undangan mengenai penyeberangan sungai."

    assert code(text, ("Dermaga Rakyat", "Penyeberangan")) == "N-15"


def test_a_concrete_clause_of_one_region_binds_once() -> None:
    """What binds everyone in a region is one matter under any title; bare procedure is not."""
    titles = ("Perkebunan", "Pertambangan Rakyat")

    assert code(FARE, titles, act="perda/sagara-raya") == ""
    assert code("Petugas mencatat hasil rapat.", titles, act="perda/sagara-raya") == "N-03"


def test_what_is_made_later_or_has_no_number_cannot_be_repealed(builder: Any) -> None:
    """A draft of a day knows no act of a later year, and names those it repeals by number."""
    for act in ("perda/sagara-raya/2012/8", "perda/sagara-raya/2030/2"):
        builder.register(act, "Terminal")
    case = builder.build()

    assert set(nameable(case, "2020-12-31").heads) == {"perda/sagara-raya/2012/8"}
    assert len(nameable(case, "").heads) == 2
    assert find_overlaps(case, Settings()).findings
