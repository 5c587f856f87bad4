"""Overlaps within a corpus: grouped, within reach, and only what changed is compared again."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regcheck import overlaps as module
from regcheck.compare import VectorIndex, index
from regcheck.compare.joins import Progress
from regcheck.compare.pairs import count_spread, count_widest
from regcheck.compare.search import Hits, join_hits
from regcheck.domain import Kind, Passage
from regcheck.intake import add_files
from regcheck.overlaps import Overlaps, find_overlaps
from regcheck.report.overlaps import Listing, render_overlaps
from regcheck.settings import Settings
from regcheck.store import Corpus

HEAD = """{kind} {place}
NOMOR {number} TAHUN {year}

TENTANG

{title}

DENGAN RAHMAT TUHAN YANG MAHA ESA

MEMUTUSKAN:

Menetapkan : {kind} TENTANG {title}.

"""
NETS = "Nelayan wajib memakai jaring bermata lebar di perairan terumbu karang."


def write(folder: Path, name: str, clauses: list[str], **values: Any) -> Path:
    """Write a regulation of one-clause pasal."""
    given = {"kind": "PERATURAN DAERAH PROVINSI", "place": "BALI", "number": 1, "year": 2015}
    given |= {"title": f"PENGELOLAAN {name.upper()}"} | values
    pasal = [f"Pasal {n}\n{clause}\n" for n, clause in enumerate(clauses, 1)]
    path = folder / f"{name}.txt"
    path.write_text(HEAD.format(**given) + "\n".join(pasal), encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two regulations of one province that repeat each other, and one of another province."""
    other = "Pemilik kapal mendaftarkan kapalnya kepada dinas perikanan."
    return [
        write(tmp_path, "laut", [NETS, other], number=1),
        write(tmp_path, "pesisir", ["Kapal bersandar di dermaga umum.", NETS], number=2),
        write(tmp_path, "karang", [NETS], number=3, place="RIAU"),
    ]


def overlaps(path: Path, threshold: float = 0.5, *, new_only: bool = False) -> Overlaps:
    """Return the overlaps of a corpus file."""
    with Corpus.open(path) as corpus:
        return find_overlaps(corpus, Settings(), threshold, new_only=new_only)


def add(path: Path, *files: Path) -> None:
    """Add files to a corpus."""
    with Corpus.open(path, create=True) as corpus:
        assert all(row.ids for row in add_files(list(files), corpus))


def ends(found: Overlaps) -> list[tuple[set[str], list[float]]]:
    """Return the ids and scores of each group."""
    return [({one.left, one.right}, [p.score for p in one.pairs]) for one in found.groups()]


def test_regulations_that_repeat_each_other_are_found(tmp_path: Path, files: list[Path]) -> None:
    """One group for each pair of regulations within reach; other regions are only counted."""
    path = tmp_path / "k.sqlite"
    add(path, *files)
    found = overlaps(path)

    assert ends(found) == [({"perda/bali/2015/1", "perda/bali/2015/2"}, [1.0])]
    assert found.apart == 2
    (group,) = found.groups()
    assert group.weight == 1
    assert {group.pairs[0].left[-7:], group.pairs[0].right[-7:]} == {"pasal-1", "pasal-2"}


def test_nothing_is_compared_twice(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run answers from what was kept."""
    path = tmp_path / "k.sqlite"
    add(path, *files)
    first = ends(overlaps(path))
    monkeypatch.delattr(VectorIndex, "stream_hits")

    assert ends(overlaps(path)) == first
    assert overlaps(path, new_only=True).count == 0


@pytest.mark.parametrize("damage", ["shorter", "gone"])
def test_what_was_kept_and_is_damaged_is_found_again(
    tmp_path: Path, files: list[Path], damage: str
) -> None:
    """A result that cannot be read is none: everything is compared anew."""
    path = tmp_path / "k.sqlite"
    add(path, *files)
    first = ends(overlaps(path))
    for kept in (tmp_path / "k.sqlite.index" / "overlaps").glob("index-*/*.npy"):
        if damage == "gone":
            kept.unlink()
        else:
            kept.write_bytes(kept.read_bytes()[:-1])

    assert ends(overlaps(path)) == first
    assert overlaps(path, new_only=True).count == 0


def test_only_what_changed_is_compared(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An added regulation is compared with all others, a removed one is forgotten."""
    monkeypatch.setattr(index, "SMALL", 0)
    monkeypatch.setattr(index, "REFIT_SHARE", 1.0)
    path = tmp_path / "k.sqlite"
    add(path, *files[1:])
    assert overlaps(path).count == 0
    asked = []
    stream = VectorIndex.stream_hits

    def watched(
        self: VectorIndex, threshold: float, changed: Collection[str], told: Progress | None
    ) -> Iterator[Hits]:
        asked.append(changed)
        return stream(self, threshold, changed, told)

    monkeypatch.setattr(VectorIndex, "stream_hits", watched)
    add(path, files[0])
    found = overlaps(path, new_only=True)

    assert asked == [{"perda/bali/2015/1"}]
    assert found.changed == 1
    assert ends(found) == [({"perda/bali/2015/1", "perda/bali/2015/2"}, [1.0])]
    assert 0 < found.index.unfitted < 1
    with Corpus.open(path) as corpus:
        corpus.remove("perda/bali/2015/2")
    assert overlaps(path).count == 0


def test_a_formula_of_many_weighs_nothing(tmp_path: Path) -> None:
    """What many regulations say comes after what two of them say."""
    formula = "Peraturan ini mulai berlaku pada tanggal diundangkan dalam lembaran."
    files = [
        write(tmp_path, f"hal{letter}", [formula, f"Urusan {letter * 4} ditata."], number=n)
        for n, letter in enumerate("abcdefgh", 1)
    ]
    files += [write(tmp_path, name, [NETS], number=n) for n, name in ((20, "laut"), (21, "teluk"))]
    path = tmp_path / "k.sqlite"
    add(path, *files)
    weights = [group.weight for group in overlaps(path).groups()]

    assert weights[0] == 1
    assert set(weights[1:]) == {0.0}
    assert len(list(overlaps(path).groups(3))) == 3


def test_an_empty_corpus_has_no_overlaps(tmp_path: Path) -> None:
    """Nothing to compare is no error."""
    with Corpus.open(tmp_path / "k.sqlite", create=True) as corpus:
        assert find_overlaps(corpus, Settings(), 0.5).count == 0


def test_weights_that_do_not_count_everything_are_told() -> None:
    """Who reads the list learns that the index is older than the corpus."""
    counts = {"groups": 0, "pairs": 0, "likely": 0, "apart": 0, "unfitted": 4}
    listing = Listing((), counts, {}, {}, lambda *_: "")

    assert "4%" in render_overlaps(listing, "id")
    assert "4%" in render_overlaps(listing, "en")


WORDS = ("jaring", "kapal", "dermaga", "karang", "izin", "wajib", "ikan")
IDS = ("uu/2014/1", "perda/bali/2015/1", "perda/bali/2015/2", "perda/riau/2015/3", "pp/2019/4")
State = Mapping[str, list[str]]
#: What regulations say, by id; one that is not in it is not in the corpus.
STATES = st.dictionaries(
    st.sampled_from(IDS),
    st.lists(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join), min_size=1, max_size=3),
)


def passages_of(state: State) -> list[Passage]:
    """Return the passages of a corpus."""
    return [
        Passage(f"{id_}#pasal-{n}", Kind.PASAL, text, 1)
        for id_, texts in state.items()
        for n, text in enumerate(texts, 1)
    ]


def compare(made: VectorIndex, folder: Path, *, new_only: bool = False) -> Overlaps:
    """Return the overlaps of an index, beside which a folder keeps what was found."""
    corpus: Any = SimpleNamespace(index_folder=folder)
    given = Settings(formula_spread=2)
    with mock.patch.object(module, "load_index", return_value=made):
        return find_overlaps(corpus, given, 0.4, new_only=new_only)


def listed(found: Overlaps) -> list[Any]:
    """Return all that is listed, in order."""
    return [found.apart, found.formulae, *found.groups(), *found.common_groups()]


@given(st.lists(STATES, min_size=2, max_size=4))
@settings(deadline=None, max_examples=40)
def test_what_was_kept_and_what_is_new_are_all_there_is(states: list[State]) -> None:
    """However a corpus changes, the list is that of comparing everything anew, to the last bit."""
    patches = (
        mock.patch.multiple(index, SMALL=0, REFIT_SHARE=2.0, MOST_SEGMENTS=2),
        tempfile.TemporaryDirectory(),
        tempfile.TemporaryDirectory(),
    )
    with patches[0], patches[1] as kept, patches[2] as empty:
        made = VectorIndex.build(passages_of(states[0]))
        compare(made, Path(kept))
        for number, state in enumerate(states[1:]):
            made, change = made.refresh(passages_of(state))
            # As if there were more pairs than 32 bits can count.
            with mock.patch("regcheck.compare.pairs.MOST", 0):
                anew = compare(made, Path(empty, str(number)))
            new = [one for one in anew.groups() if {one.left, one.right} & {*change.added}]
            assert list(compare(made, Path(kept), new_only=True).groups()) == new
            assert listed(compare(made, Path(kept))) == listed(anew)


@given(STATES, st.integers(1, 40))
def test_spread_is_counted_alike_in_parts(state: State, size: int) -> None:
    """A part at a time or all at once: each pair has the larger spread of its two sides."""
    made = VectorIndex.build(passages_of(state))
    hits = join_hits(list(made.stream_hits(0.2)))
    whole = count_spread(join_hits([hits, hits.turned()]), made.owners).reshape(2, -1)
    with mock.patch("regcheck.compare.pairs.CHUNK", size):
        parts = count_widest(hits, made.owners)

    assert parts.tolist() == whole.max(axis=0, initial=0).tolist()
