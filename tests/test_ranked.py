"""The judged overlaps of a corpus: runs, reasons, order, and what was set aside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from regcheck.intake import add_files
from regcheck.overlaps import find_overlaps
from regcheck.ranked import Ranked, rank_overlaps
from regcheck.report.overlaps import Listing, render_overlaps
from regcheck.report.overlaps_data import overlaps_csv, overlaps_to_json
from regcheck.settings import Settings
from regcheck.store import Corpus

ACT = """{kind}
NOMOR {number} TAHUN {year}

TENTANG

{title}

DENGAN RAHMAT TUHAN YANG MAHA ESA

MEMUTUSKAN:

Menetapkan : {kind} TENTANG {title}.

"""
REGION = "PERATURAN DAERAH PROVINSI BALI"
CLAUSES = (
    "Nelayan wajib memakai jaring bermata lebar di perairan terumbu karang.",
    "Pemilik kapal dilarang membuang jangkar di atas terumbu karang.",
    "Pengelola dermaga menyediakan tempat penimbunan limbah minyak kapal.",
)


def write(folder: Path, clauses: tuple[str, ...], **values: object) -> Path:
    """Write a regulation of one-clause pasal."""
    pasal = [f"Pasal {n}\n{clause}\n" for n, clause in enumerate(clauses, 1)]
    path = folder / f"{values['kind']}-{values['number']}.txt".replace(" ", "-")
    path.write_text(ACT.format(**values) + "\n".join(pasal), encoding="utf-8")
    return path


@pytest.fixture
def ranked(tmp_path: Path) -> Ranked:
    """A Perda and a Pergub with three clauses in common, and a lawful annual series."""
    reef, series = "PERLINDUNGAN TERUMBU KARANG", "ALOKASI DANA DESA TAHUN"
    grant = ("Dana desa dibagi rata kepada desa pesisir menurut jumlah nelayan dan kapal.",)
    files = [
        write(tmp_path, ("Kapal bersandar di dermaga.", *CLAUSES), kind=REGION, number=1, year=2015,
              title=reef),
        write(tmp_path, CLAUSES, kind="PERATURAN GUBERNUR BALI", number=7, year=2019,
              title=f"{reef} DAN LAUT"),
        *(
            write(tmp_path, grant, kind="PERATURAN GUBERNUR BALI", number=n, year=2000 + n,
                  title=f"{series} {2000 + n}")
            for n in (20, 21)
        ),
    ]  # fmt: skip
    with Corpus.open(tmp_path / "k.sqlite", create=True) as corpus:
        assert all(row.ids for row in add_files(files, corpus))
        return rank_overlaps(corpus, find_overlaps(corpus, Settings(), 0.5))


def list_all(ranked: Ranked) -> Listing:
    """Return everything as it is printed."""
    counts = {
        "groups": len(ranked.groups),
        "likely": ranked.likely,
        "pairs": len(ranked.opinions),
        "apart": 0,
    }
    return Listing(
        ranked.groups,
        counts,
        ranked.hidden,
        ranked.library.texts,
        ranked.reason,
        tuple(ranked.suppressed()),
        ranked.matter.titles,
    )


def test_consecutive_provisions_are_one_run(ranked: Ranked) -> None:
    """Three pasal that meet three pasal are told once."""
    (group,) = ranked.groups
    (run,) = group.runs

    assert {group.left, group.right} == {"perda/bali/2015/1", "pergub/bali/2019/7"}
    assert len(run.pairs) == 3
    assert run.best in run.pairs
    assert group.weight == pytest.approx(run.opinion.weight)
    assert 0 < group.weight <= 1


def test_an_annual_series_is_set_aside_and_counted(ranked: Ranked) -> None:
    """Nothing is silent: the pair has its N-code in the count and in the list."""
    assert ranked.hidden["N-08"] == 1
    assert [one.code for one in ranked.suppressed()] == ["N-08"]


def test_the_list_tells_why(ranked: Ranked) -> None:
    """Text, table and record have the reason and the N-code."""
    listing = list_all(ranked)
    text, table = render_overlaps(listing, "en"), overlaps_csv(listing, "en")
    record = overlaps_to_json(listing, 0.5, "en")

    assert "3 consecutive pairs of provisions" in text
    assert "Why: " in text
    assert "N-08 1" in text
    assert ", p. 1: " in text
    assert any(words in text for words in ("carries out", "as its legal basis", "No reference"))
    assert "[N-08]" in text
    assert table.count("N-08") == 1
    assert record["suppressed"][0]["runs"][0]["code"] == "N-08"
    assert record["overlaps"][0]["runs"][0]["why"]


def test_one_matter_regulated_twice_is_marked(tmp_path: Path) -> None:
    """Two Perda in force on one subject, neither of which repeals the other, are T-06."""
    other = ("Petani padi mencatat jadwal tanam di balai subak.", CLAUSES[2])
    files = [
        write(tmp_path, clauses, kind=REGION, number=n, year=year, title=title)
        for n, year, title, clauses in (
            (1, 2015, "PERLINDUNGAN TERUMBU KARANG", CLAUSES),
            (2, 2019, "PENYELENGGARAAN PERLINDUNGAN TERUMBU KARANG", CLAUSES[:2]),
            (3, 2020, "KEBERSIHAN DERMAGA", other),
            (4, 2021, "TANAM PADI", other[:1]),
        )
    ]
    with Corpus.open(tmp_path / "k.sqlite", create=True) as corpus:
        assert all(row.ids for row in add_files(files, corpus))
        ranked = rank_overlaps(corpus, find_overlaps(corpus, Settings(), 0.5))

    codes = {(one.left, one.right): one.code for one in ranked.groups}
    assert codes["perda/bali/2019/2", "perda/bali/2015/1"] == "T-06"
    assert set(codes.values()) == {"", "T-06"}
    assert "T-06" in render_overlaps(list_all(ranked), "id")


def test_national_law_in_a_regions_own_words_is_set_aside(tmp_path: Path) -> None:
    """Reworded it is elaboration (N-04); copied it stays in the list."""
    law = (CLAUSES[0], "Setiap orang dilarang merusak terumbu karang dengan jangkar kapal.")
    own = (
        CLAUSES[0],
        "Siapa pun dilarang merusakkan terumbu karang memakai jangkar kapal apa saja.",
    )
    files = [
        write(tmp_path, law, kind="UNDANG-UNDANG", number=3, year=2014, title="TERUMBU KARANG"),
        write(tmp_path, own, kind=REGION, number=2, year=2019, title="TERUMBU KARANG BALI"),
    ]
    with Corpus.open(tmp_path / "k.sqlite", create=True) as corpus:
        assert all(row.ids for row in add_files(files, corpus))
        ranked = rank_overlaps(corpus, find_overlaps(corpus, Settings(), 0.2))

    listed = {pair.left.partition("#")[2] for pair in ranked.opinions}
    assert "pasal-1" in listed
    assert "pasal-2" not in listed
    assert ranked.hidden["N-04"] == 1


def test_what_is_not_listed_of_what_was_set_aside_is_counted(ranked: Ranked) -> None:
    """A bounded list says how much it leaves out."""
    listing = list_all(ranked)
    few = replace(listing, hidden={**listing.hidden, "N-03": 7})

    assert overlaps_to_json(listing, 0.5, "en")["suppressed_left_out"] == 0
    assert overlaps_to_json(few, 0.5, "en")["suppressed_left_out"] == 7
    assert "7 pairs of provisions that were set aside are not listed" in render_overlaps(few, "en")


def test_places_decide_what_is_consecutive(ranked: Ranked) -> None:
    """The same pairs without places are runs of their own key order, none lost."""
    (group,) = ranked.groups
    pairs = [pair for run in group.runs for pair in run.pairs]

    assert sorted(pairs, key=lambda one: one.left) == sorted(
        ranked.opinions, key=lambda one: one.left
    )


def test_the_texts_of_formulae_are_taken_when_they_are_shown(tmp_path: Path) -> None:
    """What is not listed is not held in memory; what is shown is quoted, and stands in order."""
    formula = ("Peraturan ini mulai berlaku pada tanggal diundangkan dalam lembaran.",)
    files = [
        write(tmp_path, (f"Urusan {word} ditata dinas.", *formula), kind=REGION, number=n,
              year=2015, title=f"URUSAN {word.upper()}")
        for n, word in enumerate(("abu", "batu", "cat", "damar", "emas", "fosil", "garam"), 1)
    ]  # fmt: skip
    with Corpus.open(tmp_path / "k.sqlite", create=True) as corpus:
        assert all(row.ids for row in add_files(files, corpus))
        ranked = rank_overlaps(corpus, find_overlaps(corpus, Settings(), 0.6))
        held = set(ranked.library.texts)
        shown = [one for one in ranked.suppressed(3) if one.code == "N-03"]
        taken = set(ranked.library.texts)
        listing = replace(list_all(ranked), aside=shown)
    keys = {key for one in shown for run in one.runs for key in (run.best.left, run.best.right)}

    assert len(shown) == 3
    assert ranked.hidden["N-03"] > 3
    assert keys - held
    assert keys <= taken < ranked.library.texts.keys() == ranked.library.places.keys()
    assert formula[0] in render_overlaps(listing, "id")
