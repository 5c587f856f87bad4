"""How fast citations are found, and how many of a reader's own answers are met.

``python -m benchmarks.citations --texts FOLDER [--sample 120] [--from 2016] [--to 2023]`` parses a
random sample of the texts, then times the search for citations alone, twice: the first time no
word has been looked up yet. Hostile lines of a million characters follow.

``python -m benchmarks.citations --texts FOLDER --answers FILE [--pdf FOLDER] [--corpus FILE]``
compares citations and relations with answers written down by a reader (``benchmarks.answers``);
PDFs are read again unless a corpus holds them. What differs is listed, then the rates by stratum.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.answers import Acts, compare
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
    parser.add_argument("--corpus", type=Path, help="a corpus that holds the PDFs")
    chosen = parser.parse_args(arguments)
    if chosen.answers:
        compare(chosen.answers, Acts(chosen.texts, chosen.pdf, chosen.corpus))
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
