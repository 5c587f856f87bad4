"""All pairs on the workers of a Dask scheduler, block by block; nothing else imports Dask.

Every worker maps the same index folder, so that only row numbers and what was found travel. The
pairs, their scores and their order are those of ``joins``, to the last bit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from regcheck.compare.index import VectorIndex
from regcheck.compare.joins import Block, Progress, join_block, plan_blocks
from regcheck.compare.rows import Flags
from regcheck.compare.search import BLOCK, Hits
from regcheck.errors import RegcheckError

#: Blocks given out for each thread of the workers; what the early ones found waits in memory.
AHEAD = 4
#: So many seconds a scheduler, and then its first worker, may take to answer.
TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class Source:
    """Where the index lies, for this machine and for all workers, and what it was made from.

    With ``changed``, only pairs with a row of the regulations of these numbers are wanted.
    """

    folder: str
    digest: str
    threshold: float
    changed: tuple[int, ...] | None = None


def stream_hits(address: str, source: Source, progress: Progress | None = None) -> Iterator[Hits]:
    """Find the pairs that ``VectorIndex.stream_hits`` finds, on a cluster, in the same order.

    Args:
        address: Of the scheduler, e.g. ``tcp://10.0.0.5:8786``.
        source: The index, and what is wanted of it.
        progress: Told, after each block, how many rows it compared.

    Raises:
        RegcheckError: Dask is not installed here; the scheduler cannot be reached or has no
            workers; a worker has no regcheck of this version or cannot use the index folder; or
            the cluster was lost on the way.
    """
    with connect(address) as client, losses_told(address):
        check_workers(client, source)
        room = AHEAD * max(1, sum(client.nthreads().values()))
        shared = client.scatter(source, broadcast=True)
        waiting: deque[tuple[Block, Any]] = deque()
        try:
            for block in plan_blocks(open_index(source).segments, wanted_rows(source), BLOCK):
                waiting.append((block, client.submit(find_block, shared, block, pure=False)))
                if len(waiting) >= room:
                    yield collect(waiting, progress)
            while waiting:
                yield collect(waiting, progress)
        finally:
            # What Ctrl+C leaves behind would keep the workers busy.
            client.cancel([future for _, future in waiting])


def collect(waiting: deque[tuple[Block, Any]], progress: Progress | None) -> Hits:
    """Wait for the first block of a queue and return what it found."""
    block, future = waiting.popleft()
    hits: Hits = future.result()
    if progress and block.last:
        progress(block.stop - block.start)
    return hits


def find_block(source: Source, block: Block) -> Hits:
    """Find the pairs of one block; this is what a worker does.

    Raises:
        FileNotFoundError: The worker cannot use the index folder.
    """
    segments = open_index(source).segments
    return join_block(segments, wanted_rows(source), source.threshold, block)


@lru_cache(maxsize=1)
def open_index(source: Source) -> VectorIndex:
    """Map the index; each process does so once.

    Raises:
        FileNotFoundError: It is not there, or not the one that is meant.
    """
    index = VectorIndex.load(Path(source.folder), source.digest)
    if index is None:
        raise FileNotFoundError(source.folder)
    return index


@lru_cache(maxsize=1)
def wanted_rows(source: Source) -> Flags | None:
    """Tell of each row whether it is wanted; ``None`` if all are."""
    if source.changed is None:
        return None
    wanted: Flags = np.isin(open_index(source).owners, np.array(source.changed, dtype=np.int32))
    return wanted


@contextmanager
def connect(address: str) -> Iterator[Any]:
    """Open a connection to a scheduler that has a worker.

    Raises:
        RegcheckError: Dask is not installed, or nobody answers.
    """
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise RegcheckError(
            id="Dask belum terpasang. Pasang dengan: pip install 'regcheck[cluster]'",
            en="Dask is not installed. Install it with: pip install 'regcheck[cluster]'",
        ) from None
    try:
        client: Any = Client(address, timeout=TIMEOUT_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise unreachable(address) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=TIMEOUT_S)
        except OSError as error:
            raise RegcheckError(
                id=f"{address}: penjadwal tidak mempunyai pekerja. Jalankan: dask worker {address}",
                en=f"{address}: the scheduler has no workers. Start one: dask worker {address}",
            ) from error
        yield client


@contextmanager
def losses_told(address: str) -> Iterator[None]:
    """Turn what goes wrong on a cluster into a sentence for the user.

    Raises:
        RegcheckError: Workers or the scheduler were lost, or a worker lost the index.
    """
    from distributed import CancelledError, KilledWorker

    try:
        yield
    except FileNotFoundError as error:
        raise RegcheckError(
            id=f"{address}: folder indeks {error} tidak terlihat oleh pekerja, atau bukan yang "
            "sama. Taruh korpus di folder bersama yang jalurnya sama di semua mesin.",
            en=f"{address}: a worker does not see the index folder {error}, or not the same one. "
            "Put the corpus in a shared folder that has the same path on all machines.",
        ) from error
    except KilledWorker as error:
        raise RegcheckError(
            id=f"{address}: pekerja berhenti berulang kali, mungkin kehabisan memori. Beri memori "
            "lebih banyak, atau lebih sedikit utas tiap pekerja.",
            en=f"{address}: workers ended again and again, perhaps out of memory. Give them more, "
            "or fewer threads each.",
        ) from error
    except (OSError, CancelledError) as error:
        raise unreachable(address) from error


def check_workers(client: Any, source: Source) -> None:
    """Make sure that every worker can do its part.

    Raises:
        FileNotFoundError: A worker cannot use the index folder.
        RegcheckError: A worker has no regcheck, or another version of it.
    """
    ours = look(source)
    for worker, answer in client.run(look, source, on_error="return").items():
        if isinstance(answer, FileNotFoundError):
            raise answer
        if answer != ours:
            raise RegcheckError(
                id=f"{worker}: pekerja ini tidak menjalankan regcheck {ours} ({answer}).",
                en=f"{worker}: this worker does not run regcheck {ours} ({answer}).",
            )


def look(source: Source) -> str:
    """Return the version of regcheck that runs here, the index being in reach.

    Raises:
        FileNotFoundError: It is not.
    """
    open_index(source)
    return version("regcheck")


def unreachable(address: str) -> RegcheckError:
    """Return the error for a scheduler that does not answer."""
    return RegcheckError(
        id=f"{address}: penjadwal Dask tidak dapat dihubungi. Periksa alamatnya, atau jalankan: "
        "dask scheduler",
        en=f"{address}: the Dask scheduler cannot be reached. Check the address, or start one: "
        "dask scheduler",
    )
