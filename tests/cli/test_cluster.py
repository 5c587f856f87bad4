"""``regcheck corpus overlaps --scheduler``: the same list, and errors of one line."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from regcheck.cli import main
from regcheck.compare import cluster

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # inside Dask, as its processes end
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # inside its own packages
]


def list_overlaps(corpus: Path, *options: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(
        main, ["--corpus", str(corpus), "corpus", "overlaps", "--json", "--limit", "0", *options]
    )


def copy_to(corpus: Path, folder: Path) -> Path:
    """Copy a corpus without what was compared before."""
    folder.mkdir()
    return Path(shutil.copy(corpus, folder / "korpus.sqlite"))


def test_a_cluster_lists_what_one_machine_lists(corpus_file: Path, tmp_path: Path) -> None:
    """Groups, pairs, scores and order do not tell who compared."""
    distributed = pytest.importorskip("distributed")
    here = list_overlaps(copy_to(corpus_file, tmp_path / "here"))
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1"
    ) as running:
        corpus = copy_to(corpus_file, tmp_path / "there")
        there = list_overlaps(corpus, "--scheduler", running.scheduler_address)

    assert here.exit_code == there.exit_code == 0, there.output
    assert there.stdout == here.stdout


def test_a_scheduler_that_does_not_answer_is_an_error_of_one_line(
    corpus_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user is told what to look at, and nothing is kept."""
    monkeypatch.setattr(cluster, "TIMEOUT_S", 0.3)
    corpus = copy_to(corpus_file, tmp_path / "here")
    done = list_overlaps(corpus, "--scheduler", "tcp://127.0.0.1:9", "--lang", "en")

    assert done.exit_code == 2
    assert "the Dask scheduler cannot be reached" in done.stderr
    assert "Traceback" not in done.output
    assert not (tmp_path / "here" / "korpus.sqlite.index" / "overlaps").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal of one process there")
def test_ctrl_c_ends_the_command_and_frees_the_workers(
    corpus_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a worker is at work the command ends at once, in one line, and nothing is kept."""
    distributed = pytest.importorskip("distributed")
    begun, may_end = threading.Event(), threading.Event()

    def work(*_: Any) -> None:
        begun.set()
        may_end.wait(60)

    monkeypatch.setattr(cluster, "join_block", work)
    corpus = copy_to(corpus_file, tmp_path / "here")
    command = [sys.executable, "-m", "regcheck", "--corpus", str(corpus), "--lang", "en"]
    command += ["corpus", "overlaps", "--scheduler"]
    with (
        distributed.LocalCluster(
            1, threads_per_worker=1, processes=False, protocol="tcp://", dashboard_address=":0"
        ) as running,
        distributed.Client(running.scheduler_address, set_as_default=False) as client,
    ):
        address = running.scheduler_address
        with subprocess.Popen([*command, address], stderr=subprocess.PIPE, text=True) as asked:
            assert begun.wait(60)
            asked.send_signal(signal.SIGINT)
            _, said = asked.communicate(timeout=30)
            at_work = any(client.processing().values())
            may_end.set()

    assert asked.returncode == 130
    assert "Traceback" not in said
    assert not at_work
    assert not (tmp_path / "here" / "korpus.sqlite.index" / "overlaps").exists()
