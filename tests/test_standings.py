"""The status of every regulation of a corpus on a date: amended, repealed, annulled, not begun."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from regcheck.domain import Status
from regcheck.graphs import open_atlas
from regcheck.intake import add_files
from regcheck.shelf import list_heads
from regcheck.store import Corpus

HEAD = """PERATURAN DAERAH PROVINSI TELUK KENARI
NOMOR {number} TAHUN {year}
TENTANG
{title}
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR TELUK KENARI,
Menimbang : bahwa {why};
Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG {title}.
{body}Pasal 9
Peraturan Daerah ini mulai berlaku {start}.
Ditetapkan di Kenari
pada tanggal 3 Mei {year}
Diundangkan di Kenari
pada tanggal 5 Mei {year}
"""
PLAIN = "Pasal 1\nNakhoda wajib melapor kepada Syahbandar.\n"
AT_ONCE = "pada tanggal diundangkan"
PIER, FEES, REEF, BUOYS = (
    f"perda/teluk-kenari/{rest}" for rest in ("2012/1", "2014/2", "2016/3", "2019/6")
)
RULING = "Putusan Mahkamah Agung Nomor 91 P/HUM/2018"


def print_act(number: int, year: int, title: str, **parts: str) -> str:
    """Print a Perda of the made-up province."""
    given = {"why": "laut perlu diatur", "body": PLAIN, "start": AT_ONCE, **parts}
    return HEAD.format(number=number, year=year, title=title, **given)


TEXTS = (
    print_act(1, 2012, "DERMAGA"),
    print_act(2, 2014, "RETRIBUSI TAMBATAN"),
    print_act(3, 2016, "TERUMBU KARANG"),
    print_act(
        6, 2019, "PELAMPUNG",
        why=f"berdasarkan {RULING}, Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi Tambatan "
        "dinyatakan tidak mempunyai kekuatan hukum mengikat",
        body=PLAIN + "Pasal 8\nPada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah "
        "Nomor 1 Tahun 2012 tentang Dermaga dicabut dan dinyatakan tidak berlaku.\n",
        start="2 (dua) tahun terhitung sejak tanggal diundangkan",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Return a corpus of four regulations."""
    folder: Path = tmp_path_factory.mktemp("standings")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with Corpus.open(folder / "korpus.sqlite", create=True) as opened:
        list(add_files(sorted(folder.glob("*.txt")), opened))
        yield opened


def statuses(corpus: Corpus, as_of: str = "") -> dict[str, tuple[Status, tuple[str, ...]]]:
    """Return the status of each regulation, and what gave it."""
    return {one.id: (one.standing.status, one.standing.by) for one in list_heads(corpus, as_of)}


def test_today_everything_has_begun(corpus: Corpus) -> None:
    """A repeal and a ruling are told with the act and the ruling that did it."""
    found = statuses(corpus)

    assert found[PIER] == (Status.DICABUT, (BUOYS,))
    assert found[FEES] == (Status.TIDAK_MENGIKAT, (RULING,))
    assert found[REEF] == found[BUOYS] == (Status.BERLAKU, ())


def test_an_act_that_has_not_begun_repeals_nothing_yet(corpus: Corpus) -> None:
    """It was promulgated, but its own clause puts it off for two years."""
    found = statuses(corpus, "2020-01-01")

    assert found[BUOYS] == (Status.BELUM_BERLAKU, ())
    assert found[PIER] == (Status.BERLAKU, ())


def test_before_its_promulgation_nothing_is_in_force(corpus: Corpus) -> None:
    """The day of promulgation counts where the act names no other."""
    assert statuses(corpus, "2014-05-04")[FEES][0] is Status.BELUM_BERLAKU
    assert statuses(corpus, "2014-05-05")[FEES][0] is Status.BERLAKU


@pytest.mark.parametrize("as_of", ["", "2011-01-01", "2015-06-01", "2020-01-01"])
def test_the_list_and_the_single_status_agree(corpus: Corpus, as_of: str) -> None:
    """Both are worked out by one function; the single one also has the sentences."""
    atlas = open_atlas(corpus, as_of)
    for id_, (status, by) in statuses(corpus, as_of).items():
        force = atlas.force(id_)
        assert (force.status, force.by) == (status, by)
        assert all(reason.proof for reason in force.reasons if reason.kind != "commencement" or by)
