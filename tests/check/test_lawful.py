"""Overlaps that the law allows: elaboration, tasks of offices, how levies are paid."""

from __future__ import annotations

import pytest

from regcheck.check.lawful import lawful_code
from regcheck.check.overlap import Matter, Overlap
from regcheck.check.words import content_keys, weigh
from regcheck.domain import Kind, Pair, Passage

PERDA, OTHER_PERDA = "perda/sagara-raya/2026/9", "perda/sagara-raya/2019/2"
KIOSK = "Pedagang wajib menutup kios paling lambat pada malam hari dan mengunci pintu pasar."
PAYMENT = "Bukti penyetoran dicatat oleh bendahara dalam buku penerimaan pada hari yang sama."


def code_of(
    acts: tuple[str, str],
    texts: tuple[str, str] = (KIOSK, KIOSK),
    titles: tuple[str, str] = ("Pasar", "Pasar Rakyat"),
    code: str = "T-02",
) -> str:
    """Return the N-code of an overlap of two texts in two acts."""
    left, right = (f"{act}#pasal-4" for act in acts)
    passages = {
        key: Passage(key, Kind.PASAL, text, 1)
        for key, text in zip((left, right), texts, strict=True)
    }
    names = dict(zip(acts, titles, strict=True))
    matter = Matter(passages, {}, names, weigh(passages.values()))
    shared = set(content_keys(texts[0])) & set(content_keys(texts[1]))
    return lawful_code(
        Overlap(code, 0.8, tuple(sorted(shared))), Pair(left, right, 0.8, 0.8), matter
    )


@pytest.mark.parametrize("act", [PERDA, "pergub/sagara-raya/2026/9", "permendag/2026/9"])
def test_a_lower_act_may_elaborate_national_law_in_its_own_words(act: str) -> None:
    """Regions and ministers work out what a statute says; only a copy is a repetition."""
    assert code_of((act, "uu/2014/7")) == "N-04"
    assert code_of((act, "uu/2014/7"), code="T-01") == ""


@pytest.mark.parametrize(
    "acts", [(PERDA, OTHER_PERDA), ("pergub/sagara-raya/2026/9", PERDA), ("pp/2026/4", "uu/2014/7")]
)
def test_one_norm_in_two_acts_of_a_region_or_of_the_state_stays(acts: tuple[str, str]) -> None:
    """Nothing excuses it where neither act is made to work out the other."""
    assert code_of(acts) == ""


def test_an_act_on_an_office_names_tasks_that_others_give_it() -> None:
    """The tasks of an office are no second norm, unless they are copied."""
    titles = ("Susunan Organisasi, Tugas dan Fungsi Dinas Perdagangan", "Pasar Rakyat")

    assert code_of((PERDA, OTHER_PERDA), titles=titles) == "N-09"
    assert code_of((PERDA, OTHER_PERDA), titles=titles, code="T-01") == ""


def test_how_two_levies_are_paid_is_one_text_for_all_of_them() -> None:
    """A copied rule on payment is boilerplate of levies, but not of other acts or of one levy."""
    texts = (PAYMENT, PAYMENT)
    levies = ("Izin Industri dan Retribusinya", "Retribusi Pelelangan Ikan")

    assert code_of((PERDA, OTHER_PERDA), texts, levies, "T-01") == "N-03"
    for titles in (("Izin Industri", "Pelelangan Ikan"), ("Retribusi Ikan", "Retribusi Ikan")):
        assert code_of((PERDA, OTHER_PERDA), texts, titles, "T-01") == ""
