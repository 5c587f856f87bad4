"""No pattern runs away: every one of them on hostile lines of a million characters.

``python -m benchmarks.hostile [--limit 20]`` matches each pattern of the rooms ``parse`` and
``law`` from several places of each line, in a process of its own for each module, which is ended
at the limit of seconds and named. Then a whole regulation with each line in it is parsed.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator, Sequence
from multiprocessing import Process

import regcheck.law
import regcheck.parse
from regcheck.domain import Line, Source, SourceText
from regcheck.parse import find_passages, parse_document

LENGTH = 1_000_000
#: Pieces of lines without an end.
PIECES = (
    "Pasal 5 ayat (1) ", "sebagaimana dimaksud dalam pasal 3 ayat (1), ", "a. ", "1. ", "(1 ", " ",
    "\n", "a", "-", "undang-undang nomor 5 tahun 2001 tentang a b ", "PERATURAN DAERAH ", "l", "1",
    "( ", "dan ", "; ", "paling lama 3 (tiga) hari ", "BAB I ", '"a" ', "diatur dengan ",
)  # fmt: skip
#: Places of a line from which a pattern is matched, as shares of its length.
STARTS = (0.0, 0.25, 0.5)
#: A pattern slower than this on one line is named.
SLOW = 0.5
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


def module_names() -> list[str]:
    """List the modules of both rooms."""
    return [
        module.name
        for room in (regcheck.parse, regcheck.law)
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
    ]


def patterns_of(name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns that a module itself defines or imports, by name."""
    for label, value in vars(importlib.import_module(name)).items():
        if isinstance(value, re.Pattern):
            yield label, value


def time_module(name: str) -> None:
    """Match every pattern of a module, and print the slow ones."""
    for label, pattern in patterns_of(name):
        for piece in PIECES:
            line = piece * (LENGTH // len(piece))
            started = time.process_time()
            for share in STARTS:
                pattern.match(line, int(share * LENGTH))
            spent = time.process_time() - started
            if spent > SLOW:
                print(f"{spent:7.2f} s  {name}.{label} on {piece!r}", flush=True)


def time_patterns(limit: float) -> None:
    """Match the patterns of all modules, and print those whose limit ran out."""
    for name in module_names():
        process = Process(target=time_module, args=(name,))
        process.start()
        process.join(limit)
        if process.is_alive():
            process.terminate()
            print(f"over {limit:.0f} s  {name}", flush=True)


def time_parsing(piece: str) -> float:
    """Return the seconds that parsing a regulation with an endless line takes."""
    text = f"{HEAD}{piece * (LENGTH // len(piece))}\nPasal 3\nCukup.\n"
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
    parser.add_argument("--limit", type=float, default=20, help="seconds for each module")
    time_patterns(parser.parse_args(arguments).limit)
    for piece in PIECES:
        print(f"{time_parsing(piece):7.2f} s to parse {LENGTH:,} characters of {piece!r}")


if __name__ == "__main__":
    main()
