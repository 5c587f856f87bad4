"""Time read, parse, index and check in one run, beside what one would use without regcheck.

Without options it takes the demo corpus. If the environment variable REGCHECK_DATA names a folder
with data/pdf and data/nasional, it takes those. Run it on a quiet machine, and compare ratios of
one run, never figures of two.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.speed_job import Job, spread
from benchmarks.speed_table import Answers, print_table, to_json

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "corpus" / "pdf"
STAGES = ("read", "parse", "index", "check")
#: The contenders of each stage; each runs once a round, in a process of its own.
WORKERS = {
    "read": ("read.regcheck", "read.pdfium", "read.pdfplumber"),
    "parse": ("parse.regcheck", "parse.regex"),
    "index": ("index.build", "index.search", "index.sklearn"),
    "check": ("check.start", "check.command", "check.warm", "check.script"),
}
LIBRARIES = ("numpy", "pdfplumber", "pypdfium2", "rapidfuzz", "scikit-learn", "scipy", "spacy")
#: Read and parsed against the clock are at most so many documents, at equal distances.
TIMED = 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all contenders of the stages asked for and print the table."""
    options = parse_arguments(arguments)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        job = find_inputs(options, Path(folder))
        conditions = find_conditions(job)
        answers = run_all(job, options)
    describe(conditions, answers)
    print_table(answers)
    if options.json:
        conditions["inputs"] = count_inputs(answers)
        with options.json.open("a", encoding="utf-8") as file:
            file.write(to_json(answers, conditions) + "\n")
    return 0


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--pdf", type=Path, help="folder of PDFs, read and made a second corpus")
    parser.add_argument("--texts", type=Path, help="folder or archive of texts, parsed and indexed")
    parser.add_argument(
        "--sample",
        type=int,
        default=60,
        help="documents of each kind, at equal distances; 0 means all; default: 60",
    )
    parser.add_argument(
        "--pages", type=int, default=4, help="pages of a file for pdfplumber; default: 4"
    )
    parser.add_argument("--runs", type=int, default=3, help="rounds; default: 3")
    parser.add_argument("--only", default=",".join(STAGES), help="stages, such as read,check")
    parser.add_argument("--json", type=Path, help="append the run to this file as one JSON line")
    options = parser.parse_args(arguments)
    options.only = tuple(stage for stage in STAGES if stage in options.only.split(","))
    if not options.only or options.runs < 1:
        parser.error(f"--only takes some of {', '.join(STAGES)}, and --runs at least 1")
    if options.pdf is None and options.texts is None:
        options.pdf, options.texts = external_data()
    return options


def external_data() -> tuple[Path | None, Path | None]:
    """Return the PDFs and texts in the folder that REGCHECK_DATA names, where there are any."""
    root = os.environ.get("REGCHECK_DATA")
    folders = [Path(root, "data", name) for name in ("pdf", "nasional")] if root else []
    pdf, texts = [folder if folder.is_dir() else None for folder in folders] or (None, None)
    return pdf, texts


def find_inputs(options: argparse.Namespace, folder: Path) -> Job:
    """Choose the documents of a run.

    What is indexed is the texts, else the PDFs, else the demo corpus; only there is the draft that
    is searched for a real draft, elsewhere a document held out.

    Raises:
        RegcheckError: A folder is missing or empty.
    """
    from benchmarks.data import find_texts
    from regcheck.read import find_documents

    demo = [str(path) for path in find_documents(DEMO / "regulations")]
    draft = str(max((DEMO / "drafts").glob("*.pdf"), key=lambda path: path.stat().st_size))
    paged = options.pdf and {"read", "check"} & {*options.only}
    pdfs = [str(path) for path in find_documents(options.pdf)] if paged else []
    texts: list[str] = []
    if options.texts:
        found = find_texts(to_folder(options.texts, folder))
        texts = [str(path) for path in found.values()]
    documents = texts or pdfs or demo
    return Job(
        folder=str(folder),
        demo=tuple(demo),
        draft=draft,
        pdfs=spread(pdfs, options.sample),
        documents=spread(documents, options.sample),
        pages=options.pages,
        held_out="" if texts or pdfs else draft,
    )


def to_folder(texts: Path, scratch: Path) -> Path:
    """Return the folder of the texts; an archive, alone in a folder or not, is unpacked."""
    from benchmarks.data import unpack

    archives = list(texts.glob("*.tar*")) if texts.is_dir() else [texts]
    if len(archives) == 1:
        cache = scratch / "texts"
        cache.mkdir()
        return unpack(archives[0], cache)
    return texts


def run_all(job: Job, options: argparse.Namespace) -> Answers:
    """Prepare the inputs, then let every contender run once in each round."""
    answers = Answers()
    run_worker("inputs.passages", job, answers)
    facts = answers.facts
    readable = set(facts["readable"])
    job = replace(
        job,
        held_out=facts["held_out"],
        timed_pdfs=spread([one for one in job.pdfs or job.demo if one in readable], TIMED),
        timed_documents=spread([one for one in job.documents if one in readable], TIMED),
    )
    facts["timed_pages"] = sum(facts["pages"][path] for path in job.timed_pdfs)
    if "check" in options.only:
        run_worker("inputs.corpora", job, answers)
        job = replace(job, corpora=facts["corpora"])
    for number, name in plan(options.only, options.runs):
        print(f"round {number} of {options.runs}: {name}", file=sys.stderr, flush=True)
        run_worker(name, job, answers)
    if "read" in options.only:
        run_worker("read.agreement", job, answers)
    return answers


def plan(stages: Sequence[str], rounds: int) -> Iterator[tuple[int, str]]:
    """Yield round and worker; contenders take turns, so that a slow minute hits all alike."""
    for number in range(1, rounds + 1):
        for stage in stages:
            for name in WORKERS[stage]:
                yield number, name


def run_worker(name: str, job: Job, answers: Answers) -> None:
    """Run one worker in a process of its own and take in its answer.

    Raises:
        RuntimeError: It failed; what it wrote to stderr is in the message.
    """
    folder = Path(job.folder)
    job.save(folder / "job.json")
    paths = (str(folder / "job.json"), str(folder / "answer.json"))
    command = (sys.executable, "-m", "benchmarks.speed_worker", name, *paths)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name} failed:\n{done.stderr}")
    answers.add(name, json.loads(Path(paths[1]).read_text(encoding="utf-8")))


def find_conditions(job: Job) -> dict[str, Any]:
    """Return what a figure depends on besides the code: machine, versions, commit, settings."""
    import psutil

    from regcheck.settings import Settings

    return {
        "schema_version": 1,
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "commit": find_commit(),
        "machine": {
            "system": platform.platform(),
            "processor": find_processor(),
            "cpus": os.cpu_count(),
            "memory_gib": round(psutil.virtual_memory().total / (1 << 30), 1),
            "load": round(psutil.getloadavg()[0], 2),
        },
        "versions": {
            "python": platform.python_version(),
            **{name: importlib.metadata.version(name) for name in LIBRARIES},
        },
        "settings": {
            "low": Settings().candidate_score,
            "high": 0.5,
            "pdfplumber_pages_of_a_file": job.pages,
        },
    }


def find_commit() -> str:
    """Return the short commit id, with ``+`` if files differ from it; empty outside git."""
    git = ("git", "-C", str(ROOT))
    try:
        head = subprocess.run(
            (*git, "rev-parse", "--short", "HEAD"), capture_output=True, text=True, check=True
        )
        status = subprocess.run(
            (*git, "status", "--porcelain"), capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return head.stdout.strip() + "+" * bool(status.stdout.strip())


def find_processor() -> str:
    """Return the processor's name as far as the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def count_inputs(answers: Answers) -> dict[str, int]:
    """Return how much was worked on."""
    names = ("timed_pages", "left_out", "passages", "draft_passages")
    return {name: answers.facts[name] for name in names}


def describe(conditions: dict[str, Any], answers: Answers) -> None:
    """Print the conditions and the inputs, before any figure."""
    machine, inputs = conditions["machine"], count_inputs(answers)
    print(f"commit {conditions['commit'] or 'unknown'}, {conditions['time']}")
    print(
        f"{machine['cpus']} x {machine['processor']}, {machine['memory_gib']} GiB, "
        f"load {machine['load']} at the start, {machine['system']}"
    )
    print(", ".join(f"{name} {version}" for name, version in conditions["versions"].items()))
    print(
        f"{inputs['timed_pages']} pages read; {inputs['passages']} passages indexed, "
        f"{inputs['draft_passages']} searched for at {conditions['settings']['low']} (low) and "
        f"{conditions['settings']['high']} (high); {inputs['left_out']} documents without a "
        "text layer or unreadable left out\n"
    )


if __name__ == "__main__":
    sys.exit(main())
