"""All pairs on a cluster: the same as here, and a clear word where the cluster is of no use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from regcheck.compare import VectorIndex, cluster
from regcheck.compare.cluster import Source, stream_hits
from regcheck.compare.search import Hits, join_hits
from regcheck.domain import Kind, Passage
from regcheck.errors import RegcheckError

WORDS = ("izin", "usaha", "hutan", "pajak", "air", "tanah", "nelayan", "kapal", "rapat", "dewan")
DIGEST = "of these passages"

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # inside Dask, as its processes end
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # inside its own packages
]


def draw(count: int, first: int = 0) -> list[Passage]:
    """Draw passages by chance, three of each regulation; many are alike."""
    chance = np.random.default_rng(count + first)
    texts = [" ".join(chance.choice(WORDS, 6)) for _ in range(count)]
    return [
        Passage(f"perda/x/2020/{first + n // 3}#pasal-{n % 3}", Kind.PASAL, text, 1)
        for n, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The scheduler of two workers, each a process of its own."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1"
    ) as running:
        yield running.scheduler_address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two segments, with a regulation that is gone."""
    place = tmp_path_factory.mktemp("index")
    made = VectorIndex.build(draw(1_500)).extend(draw(600, 9_000)).without(["perda/x/2020/7"])
    made.save(place, DIGEST)
    return place


def same(one: Hits, other: Hits) -> bool:
    """Tell whether hits are the same to the last bit, in the same order."""
    names = ("left", "right", "scores", "rare")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


@pytest.mark.parametrize("changed", [None, ["perda/x/2020/3", "perda/x/2020/9050"]])
def test_a_cluster_finds_what_one_machine_finds(
    address: str, folder: Path, changed: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pairs, scores and order are the same, and every row is told of as compared."""
    monkeypatch.setattr(cluster, "BLOCK", 256)
    index = VectorIndex.load(folder, DIGEST)
    assert index is not None
    assert len(index.segments) == 2
    numbers = tuple(map(index.regulations.index, changed)) if changed else None
    told: list[int] = []

    there = join_hits(
        list(stream_hits(address, Source(str(folder), DIGEST, 0.5, numbers), told.append))
    )
    here = join_hits(list(index.stream_hits(0.5, changed)))

    assert len(here) > 0
    assert same(there, here)
    assert sum(told) == 2_100 if changed is None else 0 < sum(told) < 2_100


def test_a_worker_that_does_not_see_the_folder_is_told_of(
    address: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies on this machine only cannot be compared by others."""
    index = VectorIndex.load(folder, DIGEST)
    monkeypatch.setattr(cluster, "open_index", lambda _: index)
    source = Source(str(folder.parent / "elsewhere"), DIGEST, 0.5)

    with pytest.raises(RegcheckError, match=r"does not see the index folder .*elsewhere"):
        list(stream_hits(address, source))


def test_a_scheduler_that_does_not_answer_is_told_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong address is an error of one line, soon."""
    monkeypatch.setattr(cluster, "TIMEOUT_S", 0.5)
    for address in ("tcp://127.0.0.1:9", "nonsense"):
        with pytest.raises(RegcheckError, match="cannot be reached"):
            list(stream_hits(address, Source(str(folder), DIGEST, 0.5)))


def test_without_dask_the_user_learns_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(RegcheckError, match=r"pip install 'regcheck\[cluster\]'"):
        list(stream_hits("tcp://127.0.0.1:9", Source(str(folder), DIGEST, 0.5)))


def test_stopping_half_way_leaves_no_work_behind(
    address: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever stops listening, as Ctrl+C does, frees the workers."""
    import distributed

    monkeypatch.setattr(cluster, "BLOCK", 16)
    hits = stream_hits(address, Source(str(folder), DIGEST, 0.5))
    next(hits)
    hits.close()  # type: ignore[attr-defined]

    with distributed.Client(address, set_as_default=False) as client:
        left: Any = client.processing()
        assert not any(left.values())


def test_a_scheduler_without_workers_is_told_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Waiting for ever would look like work."""
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "TIMEOUT_S", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0", host="127.0.0.1") as empty,
        pytest.raises(RegcheckError, match="has no workers"),
    ):
        list(stream_hits(empty.scheduler_address, Source(str(folder), DIGEST, 0.5)))


class Answers:
    """A client whose workers answer as told."""

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def run(self, *_: object, **__: object) -> dict[str, object]:
        """Return the answer of the only worker."""
        return {"tcp://10.0.0.7:1": self.answer}


@pytest.mark.parametrize("answer", ["0.0.9", ModuleNotFoundError("regcheck")])
def test_a_worker_without_this_version_is_told_of(folder: Path, answer: object) -> None:
    """Other code could find other pairs."""
    with pytest.raises(RegcheckError, match=r"10\.0\.0\.7:1: this worker does not run regcheck"):
        cluster.check_workers(Answers(answer), Source(str(folder), DIGEST, 0.5))


def test_lost_workers_are_told_of() -> None:
    """Whatever is lost on the way becomes a sentence."""
    distributed = pytest.importorskip("distributed")
    losses = [
        (distributed.KilledWorker("block", None, 3), "ended again and again"),
        (distributed.CancelledError("block"), "cannot be reached"),
        (OSError("closed"), "cannot be reached"),
    ]
    for loss, words in losses:
        with pytest.raises(RegcheckError, match=words), cluster.losses_told("tcp://10.0.0.5:8786"):
            raise loss
