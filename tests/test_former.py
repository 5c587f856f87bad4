"""What a corpus shows to be the law of yesterday is set aside, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regcheck.former import Former, find_former
from regcheck.intake import add_files
from regcheck.overlaps import find_overlaps
from regcheck.pipeline import check_file
from regcheck.ranked import Overlap, rank_overlaps
from regcheck.report.overlaps import ground_of
from regcheck.report.view import list_suppressed
from regcheck.settings import Settings
from regcheck.shelf import list_heads
from regcheck.store import Corpus
from regcheck.store.clauses import named_acts

ACT = """{kind}
NOMOR {number} TAHUN {year}

TENTANG

{title}

DENGAN RAHMAT TUHAN YANG MAHA ESA

Mengingat : {bases}

MEMUTUSKAN:

Menetapkan : {kind} TENTANG {title}.

Pasal 1
{clause}
"""
DECREE, PERDA = "PERATURAN PEMERINTAH REPUBLIK INDONESIA", "PERATURAN DAERAH PROVINSI BALI"
CLAUSE = "Nakhoda wajib mencatat setiap muatan ikan hias terumbu karang di buku pelabuhan."
OLD_LAW = "Undang-Undang Nomor 77 Tahun 1991 tentang Ikan Hias"
NEW_LAW = "Undang-Undang Nomor 88 Tahun 2015 tentang Ikan Hias"
GAZETTE = "(Lembaran Negara Republik Indonesia Tahun 2015 Nomor 5)"
#: kind, number, year, title, legal bases
ACTS = (
    (DECREE, 905, 1999, "PENGANGKUTAN IKAN HIAS", [OLD_LAW]),
    (DECREE, 909, 2018, "PELABUHAN IKAN HIAS", [NEW_LAW]),
    (DECREE, 911, 2019, "DERMAGA", [NEW_LAW]),
    (PERDA, 4, 2012, "RETRIBUSI IKAN HIAS", ["Undang-Undang Nomor 28 Tahun 2009"]),
)


def write(folder: Path, number: int, bases: list[str], **values: object) -> Path:
    """Write an act of one pasal."""
    items = "\n".join(f"{n}. {base} {GAZETTE};" for n, base in enumerate(bases, 1))
    path = folder / f"{values['year']}-{number}.txt"
    text = ACT.format(number=number, bases=items, clause=CLAUSE, **values)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Decrees under an old and a new statute that are not there, and a Perda on a levy."""
    files = [
        write(tmp_path, number, bases, kind=kind, year=year, title=title)
        for kind, number, year, title, bases in ACTS
    ]
    with Corpus.open(tmp_path / "k.sqlite", create=True) as corpus:
        assert all(row.ids for row in add_files(files, corpus))
        yield corpus


def former_of(corpus: Corpus, as_of: str = "2026-01-01") -> Former:
    """Return what is the law of yesterday."""
    return find_former(corpus, {head.id: head for head in list_heads(corpus)}, as_of)


def test_titles_of_legal_bases_are_kept(corpus: Corpus) -> None:
    """Each act has its title up to the gazette; one without a title is left out."""
    assert {(one.target, one.title) for one in named_acts(corpus)} == {
        ("uu/1991/77", "Ikan Hias"),
        ("uu/2015/88", "Ikan Hias"),
    }


def test_titles_show_that_a_statute_was_replaced(corpus: Corpus) -> None:
    """Neither statute is there: what carries out the older one has outlived it."""
    found = former_of(corpus)

    assert found.replaced["uu/1991/77"] == "uu/2015/88"
    assert found.survivors == {"pp/1999/905": "uu/1991/77"}


def test_a_levy_ends_on_the_day_that_statute_sets(corpus: Corpus) -> None:
    """The state of the law is that of the day that is asked for."""
    assert former_of(corpus).replaced["perda/bali/2012/4"] == "uu/2022/1#pasal-187/huruf-b"
    assert "perda/bali/2012/4" not in former_of(corpus, "2023-01-01").replaced


def test_overlaps_with_the_law_of_yesterday_are_set_aside(corpus: Corpus) -> None:
    """With the act that this rests on, in both languages."""
    ranked = rank_overlaps(corpus, find_overlaps(corpus, Settings(), 0.5))
    aside = {frozenset((one.left, one.right)): one for one in ranked.suppressed()}

    def why(left: str, right: str, lang: str) -> tuple[str, str]:
        one: Overlap = aside[frozenset((left, right))]
        return one.code, ground_of(one, lang)

    assert [(one.left, one.right) for one in ranked.groups] == [("pp/2019/911", "pp/2018/909")]
    assert why("pp/2018/909", "pp/1999/905", "en") == (
        "N-16",
        "PP Nomor 905 Tahun 1999 carries out UU Nomor 77 Tahun 1991, which is no longer in force",
    )
    assert why("perda/bali/2012/4", "pp/2018/909", "id") == (
        "N-07",
        "Perda Provinsi Bali Nomor 4 Tahun 2012 diduga sudah tidak berlaku: Pasal 187 huruf b UU "
        "Nomor 1 Tahun 2022",
    )


def test_a_draft_repeats_no_law_of_yesterday(corpus: Corpus, tmp_path: Path) -> None:
    """Only the decrees under the new statute are told."""
    draft = write(tmp_path, 3, [NEW_LAW], kind=DECREE, year=2025, title="KAPAL IKAN")
    result = check_file(draft, corpus, Settings())

    told = {one.right.key.partition("#")[0] for one in result.findings if one.right}
    aside = {one.right.partition("#")[0]: (one.code, one.by) for one in result.suppressed}
    assert not told & {"pp/1999/905", "perda/bali/2012/4"}
    assert aside["perda/bali/2012/4"] == ("N-07", "uu/2022/1#pasal-187/huruf-b")
    assert aside["pp/1999/905"] == ("N-16", "uu/1991/77")
    assert "karena UU Nomor 77 Tahun 1991" in str(list(list_suppressed(result, "id")))
