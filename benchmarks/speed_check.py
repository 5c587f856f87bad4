"""The stage ``check``: a draft against a corpus, as a command and inside a running process.

This module imports nothing of ``regcheck`` until a worker needs it: a process that starts commands
must be smaller than they are, or their peak memory could not be told from its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed_job import Clock, Job

ROOT = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, "-m", "regcheck")
#: A check that worked exits with 0 or, where it found something grave, with 1.
WORKED = (0, 1)
START_RUNS, WARM_RUNS = 5, 5


def run_command(command: Sequence[str]) -> tuple[float, float]:
    """Run a command in a new process; return its seconds and its peak memory in MiB.

    The peak is 0 where the system does not tell.

    Raises:
        RuntimeError: It failed.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith("REGCHECK_")}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0.0
    if sys.platform == "win32":
        code = process.wait()
    else:
        _, status, usage = os.wait4(process.pid, 0)
        code = process.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    seconds = time.perf_counter() - start
    if code not in WORKED:
        raise RuntimeError(f"{' '.join(command)}: exit code {code}")
    return seconds, peak


def time_start(_: Job, clock: Clock) -> None:
    """Time ``regcheck --help`` and a Python that does nothing, in turn."""
    both = [
        (run_command((*COMMAND, "--help"))[0], run_command((sys.executable, "-c", "pass"))[0])
        for _ in range(START_RUNS)
    ]
    helps, bares = zip(*both, strict=True)
    clock.record("check.help", helps)
    clock.record("check.python", bares)


def time_command(job: Job, clock: Clock) -> None:
    """Time ``regcheck check`` in two processes: the first builds the index, the second has it."""
    for name, (corpus, index) in job.corpora.items():
        command = (*COMMAND, "check", job.draft, "--json", "--corpus", corpus)
        shutil.rmtree(index, ignore_errors=True)
        for label in (f"check.first.{name}", f"check.cold.{name}"):
            seconds, peak = run_command(command)
            clock.record(label, [seconds])
            clock.child_peaks[label] = peak


def time_warm(job: Job, clock: Clock) -> None:
    """Time ``check_file`` again and again in one process, and reading the draft alone."""
    from regcheck.pipeline import check_file, open_corpus, parse_file
    from regcheck.settings import Settings

    draft = Path(job.draft)
    clock.time("check.draft", lambda: parse_file(draft), runs=WARM_RUNS)
    for name, (path, _) in job.corpora.items():
        settings = Settings(corpus=path)
        with open_corpus(settings) as corpus:
            check_file(draft, corpus, settings)
            result = clock.time(
                f"check.warm.{name}",
                lambda: check_file(draft, corpus, settings),  # noqa: B023
                runs=WARM_RUNS,
            )
        clock.notes[f"check.warm.{name}"] = (
            f"{len(result.findings)} findings, {len(result.suppressed)} suppressed"
        )


def time_script(job: Job, clock: Clock) -> None:
    """Time what a script would do instead, imports included: read all, fit, multiply.

    It reads every PDF by pdfium, cuts the text at each *Pasal*, and lists the pairs of pieces
    above one threshold. Nothing is kept between two drafts.
    """
    for name, files in (("demo", job.demo), ("pdf", job.pdfs)):
        if files:
            seconds, peak = run_command((sys.executable, "-c", SCRIPT, job.draft, *files))
            clock.record(f"check.script.{name}", [seconds])
            clock.child_peaks[f"check.script.{name}"] = peak


SCRIPT = r"""
import re
import sys

import pypdfium2
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel


def pieces(path):
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return []
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return [piece for piece in re.split(r"^\s*Pasal \d+\s*$", text, flags=re.M) if piece.strip()]


draft = pieces(sys.argv[1])
corpus = [piece for path in sys.argv[2:] for piece in pieces(path)]
vectorizer = TfidfVectorizer(ngram_range=(1, 2))
known = vectorizer.fit_transform(corpus)
product = linear_kernel(vectorizer.transform(draft), known, dense_output=False).tocoo()
for row, column, score in zip(product.row, product.col, product.data):
    if score >= 0.3:
        print(row, column, score)
"""

WORK = {
    "start": time_start,
    "command": time_command,
    "warm": time_warm,
    "script": time_script,
}
