"""How fast citations are found, and how many of a reader's own answers are met.

``python -m benchmarks.citations --texts FOLDER [--sample 120] [--from 2016] [--to 2023]`` parses a
random sample of the texts, then times the search for citations alone, twice: the first time no
word has been looked up yet. Hostile lines of a million characters follow.

``python -m benchmarks.citations --texts FOLDER --answers FILE [--pdf FOLDER]`` compares citations
with answers written down by a reader: JSON lines as in set C, each with ``doc`` (a text's id, or
the path of a PDF relative to the parent of ``--pdf``), ``span`` (offsets in the text's file, in the
text as read for a PDF), ``citations`` (each with its ``target``, or plain targets) and, if wanted,
``optional`` targets, which are neither required nor wrong. What differs is listed, by passage.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import Data
from benchmarks.set_c import scorer_key
from regcheck.domain import Identity, Kind, Line, Regulation, Source, SourceText, Span, Unit
from regcheck.parse import parse_document
from regcheck.parse.citations.citations import find_citations
from regcheck.parse.citations.mending import mend_token
from regcheck.read import read_document
from regcheck.repair import mend_word

#: Pieces of lines without an end, each of which makes some pattern begin again and again.
HOSTILE = (
    "Pasal 5, ", "ayat (1) ", "Undang-Undang Nomor 5, ", "undang-undang a b ", "Undang-Undarg ",
    "peraturan daerah selanjutnya disebut perda ", "tentang perubahan atas Peraturan Daerah ",
    "dicabut dalam ketentuan ", "nomor. ", "keputusan menteri nomor kep- ", "l l l ", " ", "(", "a",
    "ordonansi 15 desember 1949 (", "peraturan pemerintah tanggal 5 maret 1951 ",
    "huruf k, huruf 1, ", "Pasal 5 dan asal 6 ", "pasal 5 (lampiran x) dan ",
    "Peraturan l^enteri ", "pasal 4.3.3 ", "konstitusi sementara ",
    "undang-undang nomor 3 tahun 1970, pasal 5 ",
)  # fmt: skip
LENGTH = 1_000_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Print characters a second on real texts, and seconds on hostile lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=120)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", dest="last", type=int, default=9999)
    parser.add_argument("--answers", type=Path, help="answers to compare with, as JSON lines")
    parser.add_argument("--pdf", type=Path, default=Path(), help="folder of PDFs")
    chosen = parser.parse_args(arguments)
    if chosen.answers:
        compare_answers(chosen.answers, chosen.texts, chosen.pdf)
        return
    files = [
        path
        for path in sorted(chosen.texts.rglob("*.md"))
        if chosen.first <= int(path.parent.name) <= chosen.last
    ]
    sample = random.Random(5).sample(files, min(chosen.sample, len(files)))
    time_texts([one for path in sample for one in parse_document(read_document(path))])
    for piece in HOSTILE:
        print(f"{time_line(piece):7.2f} s for {LENGTH:,} characters of {piece!r}")


def compare_answers(answers: Path, texts: Path, pdf: Path) -> None:
    """Print what is missed and what is wrong in each passage, then the rates of exact targets."""
    lines = answers.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    hit = false = lost = 0
    with tempfile.TemporaryDirectory() as cache:
        data = Data(texts, pdf, Path(cache), texts)
        for row in rows:
            wanted, found = wanted_targets(row), found_targets(row, data.regulation(row["doc"]))
            missed, wrong = sorted(wanted - found), sorted(found - wanted)
            hit, false, lost = hit + len(wanted & found), false + len(wrong), lost + len(missed)
            if missed or wrong:
                print(f"{row.get('id', row['doc'])}: missed {missed}, wrong {wrong}")
    recall, precision = hit / max(hit + lost, 1), hit / max(hit + false, 1)
    print(
        f"{len(rows)} passages, {hit + lost} citations: recall {recall:.3f}, "
        f"precision {precision:.3f}, F1 {2 * hit / max(2 * hit + false + lost, 1):.4f}"
    )


def wanted_targets(row: dict[str, Any]) -> set[str]:
    """Return the targets that a passage cites according to its reader, ranges written out."""
    given = (one if isinstance(one, str) else one["target"] for one in row["citations"])
    return {target for one in given for target in written_out(one)}


def written_out(target: str) -> Iterator[str]:
    """Yield the targets of a range, or the one target.

    >>> list(written_out("pp/1958/22#6..8"))
    ['pp/1958/22#6', 'pp/1958/22#7', 'pp/1958/22#8']
    >>> list(written_out("uu/2001/4#5(1)..(2)")), list(written_out("uu/2001/4#29/a..b"))
    (['uu/2001/4#5(1)', 'uu/2001/4#5(2)'], ['uu/2001/4#29/a', 'uu/2001/4#29/b'])
    """
    found = re.fullmatch(r"(.*?[#/(])(\w+)(\)?)\.\.\(?(\w+)\)?", target)
    if not found:
        yield target
        return
    head, first, close, last = found.groups()
    if first.isdigit() and last.isdigit():
        steps: Iterable[str] = map(str, range(int(first), int(last) + 1))
    else:
        steps = map(chr, range(ord(first), ord(last) + 1))
    yield from (f"{head}{step}{close}" for step in steps)


def found_targets(row: dict[str, Any], regulation: Regulation) -> set[str]:
    """Return the targets of the citations that begin in a passage, in the form of set C.

    The citing regulation as a whole is none, nor is what the answers call optional.
    """
    optional, (low, high) = set(row.get("optional", ())), row["span"]
    found = set()
    for citation in regulation.citations:
        at = regulation.source_text.file_offset(citation.span.start)
        start = citation.span.start if at is None else at
        if citation.target and low <= start < high:
            found.add(scorer_key(citation.target))
    return {
        target
        for target in found - {"", regulation.id, row["doc"]}
        if target not in optional and target.partition("#")[0] not in optional
    }


def time_texts(regulations: list[Regulation]) -> None:
    """Print how many characters a second are searched, before and after words are known."""
    texts = {id(one.source_text): len(one.source_text.text) for one in regulations}
    for state in ("cold", "warm"):
        if state == "cold":
            mend_word.cache_clear()
            mend_token.cache_clear()
        started = time.process_time()
        found = sum(
            len(find_citations(one.source_text, one.units, one.identity, one.id))
            for one in regulations
        )
        spent = time.process_time() - started
        size = sum(texts.values())
        print(f"{state}: {size / spent:12,.0f} characters/s ({size:,} characters, {found:,} found)")


def time_line(piece: str) -> float:
    """Return the seconds that a pasal of one endless line takes."""
    text = "Pasal 1\n" + piece * (LENGTH // len(piece))
    source = SourceText((Line(text, 1),), Source("line.txt", "0", 1, "benchmark"))
    unit = Unit("perda/x/2019/3#pasal-1", Kind.PASAL, "1", "", Span(0, len(source.text)), "", 1)
    started = time.process_time()
    find_citations(source, (unit,), Identity("perda", "x", "3", "2019"), "perda/x/2019/3")
    return time.process_time() - started


if __name__ == "__main__":
    main()
