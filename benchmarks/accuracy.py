"""Write one prediction file for each evaluation set; finished sets are not computed again."""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.data import FAULTS, Data, digest, digest_code
from regcheck.errors import RegcheckError

#: The sets by the letter their file begins with; each has a module ``benchmarks.set_x``.
LETTERS = "ABCDEFP"
#: The scorer of each set, beside the folder of the sets.
SCORERS = {
    "A": "score_retrieval.py",
    "B": "score_retrieval.py",
    "C": "score_citations.py",
    "D": "score_structure.py",
    "E": "score_conflict.py",
    "F": "score_pairs.py",
    "P": "score_provincial.py",
}

Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Predict every set found; return 0 if no set and no row had to be given up."""
    options = parse_arguments(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    chosen = find_sets(options.eval, options.only)
    data = Data(options.texts, options.pdf, options.out / "cache", options.eval.resolve().parent)
    faults = sum(run_set(path, data, options) for path in chosen)
    if options.score:
        for path in chosen:
            print_score(path, options.out / path.name, data.scorers)
    return 1 if faults else 0


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy", description=__doc__)
    parser.add_argument("--eval", type=Path, required=True, help="folder of the sets")
    parser.add_argument("--texts", type=Path, required=True, help="folder or archive of texts")
    parser.add_argument("--pdf", type=Path, required=True, help="folder of PDFs")
    parser.add_argument("--out", type=Path, required=True, help="folder for the predictions")
    parser.add_argument("--only", default="", help="letters of the sets, such as A,C")
    parser.add_argument("--score", action="store_true", help="run the scorers beside the sets")
    return parser.parse_args(arguments)


def find_sets(folder: Path, only: str) -> list[Path]:
    """Return the files of the sets, those asked for; others are named on stderr.

    Raises:
        RegcheckError: There is none.
    """
    letters = set(only.upper().replace(",", "").replace(" ", "")) or set(LETTERS)
    files = sorted(folder.glob("*.jsonl"))
    chosen = [path for path in files if letter_of(path) in letters & set(LETTERS)]
    for path in files:
        if letter_of(path) not in LETTERS:
            say(f"{path.name}: not a known set, left out")
    if not chosen:
        raise RegcheckError(id=f"{folder}: tidak ada berkas uji.", en=f"{folder}: no set found.")
    return chosen


def letter_of(path: Path) -> str:
    """Return the letter of a set: what its file name has before the first underscore."""
    return path.stem.partition("_")[0]


def run_set(path: Path, data: Data, options: argparse.Namespace) -> int:
    """Predict one set unless its predictions are up to date; return the number of faults."""
    target = options.out / path.name
    stamp = options.out / "cache" / f"{path.stem}.stamp"
    now = stamp_of(path, options)
    if target.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == now:
        say(f"{path.name}: up to date")
        return 0
    start, faults = time.monotonic(), 0
    part = target.with_suffix(".part")
    rows = read_rows(path)
    with part.open("w", encoding="utf-8") as file:
        for prediction in predict(letter_of(path), rows, data):
            faults += prediction is None
            if prediction is not None:
                file.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    part.replace(target)
    if not faults:
        stamp.write_text(now, encoding="utf-8")
    seconds = time.monotonic() - start
    say(f"{path.name}: {len(rows)} rows, {faults} given up, {seconds:.0f} s")
    return faults


def predict(letter: str, rows: list[Row], data: Data) -> Iterator[Row | None]:
    """Yield the predictions of a set, and ``None`` for a row that had to be given up.

    A row whose prediction raises is reported, and the next one goes on: one damaged document
    must not cost the others.
    """
    module = load_module(letter)
    if module is None:
        yield from (None for _ in rows)
        return
    while rows:
        done = 0
        try:
            for prediction in module.predict(rows, data):
                done += 1
                yield prediction
        except FAULTS:
            say(f"given up: {str(rows[done])[:200]}\n{traceback.format_exc()}")
            yield None
            rows = rows[done + 1 :]
        else:
            return


def load_module(letter: str) -> ModuleType | None:
    """Return the module of a set; one that cannot be imported is told and costs only its set."""
    try:
        return importlib.import_module(f"benchmarks.set_{letter.lower()}")
    except ImportError:
        say(f"set {letter} given up\n{traceback.format_exc()}")
        return None


def read_rows(path: Path) -> list[Row]:
    """Read a file of JSON lines."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def stamp_of(path: Path, options: argparse.Namespace) -> str:
    """Return a digest of all that the predictions of a set depend on: set, texts, PDFs, code."""
    return digest(
        path.read_text(encoding="utf-8"),
        list_files(options.texts),
        list_files(options.pdf),
        digest_code("regcheck", "benchmarks"),
    )


def list_files(root: Path) -> str:
    """List files with their sizes and times, which stand for their content."""
    files = sorted(root.rglob("*")) if root.is_dir() else [root]
    stats = ((file, file.stat()) for file in files if file.is_file())
    return "\n".join(f"{file} {stat.st_size} {stat.st_mtime_ns}" for file, stat in stats)


def print_score(gold: Path, predictions: Path, scorers: Path) -> None:
    """Print what the scorer of a set says of its predictions."""
    scorer = scorers / SCORERS[letter_of(gold)]
    command = [sys.executable, str(scorer), str(gold), str(predictions)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    print(f"== {gold.name}")
    print(run.stdout.strip() or run.stderr.strip())


def say(text: str) -> None:
    """Print a line to stderr."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RegcheckError as problem:
        say(str(problem))
        sys.exit(problem.exit_code)
