"""No pattern runs away: every one of them on hostile lines, and whole documents with such a line.

``python -m benchmarks.hostile`` runs every pattern of the package over lines that repeat one piece:
a pattern that the code only ever matches at a place, from some places of a long line; any other,
through the whole of a shorter one, which a quadratic one takes long for. Each pattern runs in a
process of its own, which is ended at the limit of seconds and named. Then a whole regulation with
one line of a million characters in it is parsed, and one with a line of five million.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Process, get_context
from multiprocessing.queues import SimpleQueue
from types import ModuleType
from typing import Any

import regcheck
from regcheck.domain import Line, Source, SourceText
from regcheck.parse import find_passages, parse_document

#: Characters of a line that is matched at some places, for each of one that is searched through.
MATCHED_SHARE = 10
SEARCHED = 20_000
#: Places of a line from which a pattern is matched, as shares of its length.
STARTS = (0.0, 0.25, 0.5)
LONG_LINE, LONGEST_LINE = 1_000_000, 5_000_000
#: Pieces of lines without an end.
PIECES = (
    "Pasal 5 ayat (1) ", "sebagaimana dimaksud dalam pasal 3 ayat (1), ", "a. ", "1. ", "(1 ", " ",
    "\n", "a", "-", "undang-undang nomor 5 tahun 2001 tentang a b ", "PERATURAN DAERAH ", "l", "1",
    "( ", "dan ", "; ", "paling lama 3 (tiga) hari ", "BAB I ", '"a" ', "diatur dengan ", "I", "\t",
    ". ", ", ", "Aa ", "A B ", "1.2", "a\n", "paling ", "ayat ", "huruf a dan ", "nomor ",
)  # fmt: skip
#: A pattern slower than this on one line is named.
SLOW = 0.1
HEAD = """\
PERATURAN DAERAH PROVINSI BALI
NOMOR 3 TAHUN 2019
TENTANG
DANAU
Menimbang : a. bahwa danau dijaga;
Mengingat : 1. Undang-Undang Nomor 5 Tahun 1960;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG DANAU.
Pasal 1
Danau dijaga.
Pasal 2
Danau """
Fault = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Use:
    """A pattern with its name, and whether the code only matches it at a place it knows."""

    pattern: re.Pattern[Any]
    name: str
    anchored: bool


def load_modules() -> list[ModuleType]:
    """Import every module but the doors, which run when they are imported."""
    return [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(regcheck.__path__, f"{regcheck.__name__}.")
        if not module.name.endswith("__main__")
    ]


def find_uses() -> list[Use]:
    """List the patterns of all modules, each under the first name it is found under."""
    names: dict[re.Pattern[Any], str] = {}
    searched: set[re.Pattern[Any]] = set()
    for module in load_modules():
        searched |= searched_patterns(module)
        for label, value in vars(module).items():
            for pattern in patterns_in(value):
                names.setdefault(pattern, f"{module.__name__}.{label}")
    return [Use(pattern, name, pattern not in searched) for pattern, name in names.items()]


def searched_patterns(module: ModuleType) -> set[re.Pattern[Any]]:
    """List the patterns that a module's code does anything with but match them at a place."""
    nodes = list(ast.walk(ast.parse(inspect.getsource(module))))
    matched = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Attribute) and node.attr in ("match", "fullmatch")
    }
    return {
        pattern
        for node in nodes
        if isinstance(node, ast.Name) and id(node) not in matched
        if isinstance(node.ctx, ast.Load)
        for pattern in patterns_in(vars(module).get(node.id))
    }


def patterns_in(value: object) -> Iterator[re.Pattern[Any]]:
    """Yield a pattern, or those of a tuple or mapping."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from patterns_in(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from patterns_in(one)


def hostile_line(piece: str, length: int) -> str:
    """Repeat a piece up to a length."""
    return piece * (length // len(piece))


def time_pattern(use: Use, length: int, said: SimpleQueue[Fault]) -> None:
    """Run a pattern over every line, and say the seconds that each takes."""
    for piece in PIECES:
        said.put((piece, -1.0))
        said.put((piece, time_line(use, piece, length)))


def time_line(use: Use, piece: str, length: int) -> float:
    """Return the seconds a pattern takes for the line that repeats a piece."""
    length *= MATCHED_SHARE if use.anchored else 1
    text = hostile_line(piece, length)
    line = text.encode() if isinstance(use.pattern.pattern, bytes) else text
    started = time.process_time()
    if use.anchored:
        deque((use.pattern.match(line, int(share * length)) for share in STARTS), maxlen=0)
    else:
        deque(use.pattern.finditer(line), maxlen=0)
    return time.process_time() - started


def find_faults(use: Use, limit: float, length: int = SEARCHED) -> Iterator[Fault]:
    """Yield the lines a pattern is slow on; ``inf`` for the one it does not come to an end with.

    ``limit`` is in seconds for all lines, ``length`` in characters of a line.
    """
    said: SimpleQueue[Fault] = get_context().SimpleQueue()
    process = Process(target=time_pattern, args=(use, length, said))
    process.start()
    process.join(limit)
    if unfinished := process.is_alive():
        process.kill()
        process.join()
    heard = list(drain(said))
    yield from (fault for fault in heard if fault[1] > SLOW)
    if unfinished and heard:
        yield heard[-1][0], float("inf")


def drain(said: SimpleQueue[Fault]) -> Iterator[Fault]:
    """Yield what a queue holds."""
    while not said.empty():
        yield said.get()


def time_parsing(piece: str, length: int) -> float:
    """Return the seconds that parsing a regulation with an endless line takes."""
    text = f"{HEAD}{hostile_line(piece, length)}\nPasal 3\nCukup.\n"
    source = SourceText(
        tuple(Line(line, 1) for line in text.split("\n")), Source("line.txt", "0", 1, "benchmark")
    )
    started = time.process_time()
    for regulation in parse_document(source):
        find_passages(regulation)
    return time.process_time() - started


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, and print what is slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, default=10, help="seconds for each pattern")
    parser.add_argument("--only", default="", help="part of the names of the patterns to time")
    parser.add_argument("--no-parsing", action="store_true", help="only the patterns")
    options = parser.parse_args(arguments)
    uses = [use for use in find_uses() if options.only in use.name]
    slow = 0
    for use in uses:
        for piece, spent in find_faults(use, options.limit):
            slow += 1
            print(f"{spent:7.2f} s  {use.name} on {piece!r}", flush=True)
    print(f"{slow} slow lines for {len(uses)} patterns")
    if not options.no_parsing:
        for piece in PIECES:
            print(f"{time_parsing(piece, LONG_LINE):7.2f} s to parse a line of {piece!r}")
        spent = time_parsing(PIECES[0], LONGEST_LINE)
        print(f"{spent:7.2f} s to parse {LONGEST_LINE:,} characters of {PIECES[0]!r}")


if __name__ == "__main__":
    main()
