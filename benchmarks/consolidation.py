"""Consolidation against set A: does the consolidated pasal say what the amending act prints?

``python -m benchmarks.consolidation --eval DIR --texts FOLDER --out FOLDER`` consolidates, for
each row of ``A_retrieval.jsonl`` whose base and amending act are both present, the base with all
acts present up to that one. What the act changed of the target must equal the text of
``query_span``, blanks apart. The parsed documents are kept in the folder of ``--out``.

A span of the set may end in the middle of a sentence (``cut``) or run on into the next instruction
(``overrun``): there the unit can only be compared as far as both go, and these pairs are counted
apart.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.data import FAULTS, digest_code, find_texts, progress
from regcheck.consolidate import reliable_date, to_act
from regcheck.domain import Regulation
from regcheck.domain.consolidation import Act, Changes, Consolidated, StandingUnit, join_wordings
from regcheck.law import consolidate, lost_units
from regcheck.law.consolidation_quotes import HEADING
from regcheck.parse import parse_document
from regcheck.parse.structure.instructions import is_instruction
from regcheck.read import read_document

SET = "A_retrieval.jsonl"
#: The opening of a text whose title announces an amendment.
AMENDS = re.compile(r"\b(?:PERUBAHAN|MENGUBAH|PEROBAHAN)\b.{0,400}?\bNO(?:MOR)?\b", re.DOTALL)
OPENING_CHARS = 4_000
#: What may stand around the words of a unit.
EDGES = " .\"“”';:,?_^"
#: Where a span runs on: the number of the next instruction, or the act's own next pasal.
RUNS_ON = re.compile(r"\W*(?:__\W*)*(?:\d{1,3}|[A-Z]\.|PASAL II|Pasal II|Menambah|Ketentuan)(?!\w)")

#: The next item of a numbered list.
NEXT_ITEM = re.compile(r"\W*(\d{1,3})\.\s")

EQUAL, CUT, OVERRUN = "equal", "cut", "overrun"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row; ``remarks`` are the codes said of the target."""

    row: str
    cause: str
    remarks: tuple[str, ...] = ()


class Library:
    """The documents that take part, parsed once and kept on disk."""

    def __init__(self, texts: Path, out: Path) -> None:
        self.paths = find_texts(texts)
        self.folder = out / f"consolidation-{digest_code('regcheck/read', 'regcheck/parse')}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.known: dict[str, Regulation | None] = {}

    def regulation(self, doc: str) -> Regulation | None:
        """Return a document, or ``None`` where it is absent or cannot be parsed."""
        if doc not in self.known:
            self.known[doc] = self.load(doc) if doc in self.paths else None
        return self.known[doc]

    def load(self, doc: str) -> Regulation | None:
        """Read a parsed document from disk, or parse it."""
        path = self.folder / f"{doc.replace('/', '-')}.json"
        if path.exists():
            return msgspec.json.decode(path.read_bytes(), type=Regulation)
        try:
            regulation = parse_document(read_document(self.paths[doc]), doc)[0]
        except FAULTS as error:
            print(f"{doc}: not parsed: {error}", file=sys.stderr)
            return None
        path.write_bytes(msgspec.json.encode(regulation))
        progress(f"parsed {doc}")
        return regulation

    def amending(self) -> Iterator[str]:
        """Yield the documents whose opening announces an amendment."""
        for doc, path in self.paths.items():
            opening = path.read_bytes()[:OPENING_CHARS].decode("utf-8", errors="replace")
            if AMENDS.search(opening):
                yield doc


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--eval", type=Path, required=True, help="folder of the sets")
    parser.add_argument("--texts", type=Path, required=True, help="folder of the national texts")
    parser.add_argument("--out", type=Path, required=True, help="folder for parsed documents")
    parser.add_argument("--show", action="store_true", help="list the rows of every cause")
    given = parser.parse_args(arguments)
    lines = (given.eval / SET).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    report(*run(rows, Library(given.texts, given.out)), show=given.show)
    return 0


def run(
    rows: Sequence[Mapping[str, Any]], library: Library
) -> tuple[list[Outcome], list[str], float]:
    """Return the outcome of each row, the units lost, and the seconds that consolidating took."""
    acts = gather_acts(rows, library)
    outcomes: list[Outcome] = []
    lost: list[str] = []
    seconds = 0.0
    done: dict[tuple[str, str], Consolidated] = {}
    for row in rows:
        base_id, act_id = row["target"].partition("#")[0], row["query_doc"]
        base, act = library.regulation(base_id), library.regulation(act_id)
        if base is None or act is None:
            continue
        if (base_id, act_id) not in done:
            chosen = acts_until(acts[base_id], as_act(act))
            start = time.perf_counter()
            found = consolidate(base, Changes(chosen))
            seconds += time.perf_counter() - start
            done[base_id, act_id] = found
            lost += lost_units(found, base, chosen)
        outcomes.append(judge(row, done[base_id, act_id], act))
    return outcomes, lost, seconds


def as_act(regulation: Regulation) -> Act:
    """Make an act ready, dated by its own text where that can be."""
    identity = regulation.identity
    printed = identity.tanggal_pengundangan or identity.tanggal_penetapan or identity.tahun
    return to_act(regulation, {regulation.id: reliable_date(regulation.id, printed)})


def gather_acts(rows: Iterable[Mapping[str, Any]], library: Library) -> dict[str, list[Act]]:
    """Return the acts that order something of each base."""
    docs = dict.fromkeys([*(row["query_doc"] for row in rows), *library.amending()])
    acts: dict[str, list[Act]] = defaultdict(list)
    for doc in docs:
        regulation = library.regulation(doc)
        if regulation is None or not regulation.amendments:
            continue
        act = as_act(regulation)
        for base in {one.target.partition("#")[0] for one in regulation.amendments}:
            acts[base].append(act)
    return acts


def acts_until(acts: Sequence[Act], last: Act) -> tuple[Act, ...]:
    """Return the acts up to one, which is always among them."""
    before = [
        act
        for act in acts
        if (act.date, act.regulation.id) < (last.date, last.regulation.id)
        and act.regulation.id != last.regulation.id
    ]
    return (*before, last)


def judge(row: Mapping[str, Any], found: Consolidated, act: Regulation) -> Outcome:
    """Compare what an act changed of a pasal with what it prints."""
    key = f"{found.id}#pasal-{row['target'].partition('#')[2].partition('(')[0]}"
    codes = tuple(
        dict.fromkeys(
            remark.code
            for remark in found.remarks
            if remark.act == act.id and (remark.target + "/").startswith(f"{key}/")
        )
    )
    printed = printed_text(act, row["query_span"])
    if not any(one.target.partition("#")[0] == found.id for one in act.amendments):
        return Outcome(row["id"], "act names another base", codes)
    if key not in found.by_key:
        return Outcome(row["id"], "no such pasal", codes)
    readings = list(readings_of(found, key, act.id))
    return Outcome(row["id"], compare(printed, readings, found, key, act.id), codes)


def compare(printed: str, readings: Sequence[str], found: Consolidated, key: str, act: str) -> str:
    """Say how the printed text and the readings of the consolidated unit stand to each other."""
    wanted = words_of(printed)
    if wanted in readings:
        return EQUAL
    if any(one.startswith(wanted) and is_cut(printed, one[len(wanted) :]) for one in readings):
        return CUT
    if any(one and wanted.startswith(one) and runs_on(wanted[len(one) :]) for one in readings):
        return OVERRUN
    if not any(is_set_by(unit, act) for unit in found.inside(key)):
        return "new text not read"
    return "differs"


def is_cut(printed: str, rest: str) -> bool:
    """Tell whether a span ends inside a sentence, or before the next item of a list."""
    if printed.rstrip(" \n\"“”'?_^")[-1:] not in (".", ";", ":"):
        return True
    item = NEXT_ITEM.match(rest)
    return item is not None and f" {int(item[1]) - 1}." in f" {printed}".replace("\n", " ")


def runs_on(rest: str) -> bool:
    """Tell whether what follows a unit is the next instruction or nothing but dirt."""
    bare = re.sub(r"^[\W_]*(?:\d{1,3}|[A-Z])\s?[.)]\s*", "", rest)
    return not re.search(r"[A-Za-z]", rest) or bool(RUNS_ON.match(rest)) or is_instruction(bare)


def readings_of(found: Consolidated, key: str, act: str) -> Iterator[str]:
    """Yield the words of a pasal as a whole, of what an act set in it, and of each single part."""
    inside = found.inside(key)
    yield words_of(found.text_of(key))
    yield words_of(join_wordings(unit.wording for unit in inside if is_set_by(unit, act)))
    yield words_of(
        join_wordings(unit.wording for unit in inside if is_set_by(unit, act) and unit.key != key)
    )
    for unit in inside:
        if is_set_by(unit, act):
            yield words_of(found.text_of(unit.key))


def is_set_by(unit: StandingUnit, act: str) -> bool:
    """Tell whether an act prints the words of a unit."""
    keys = (unit.wording.source, *unit.wording.reprints)
    return any(key.partition("#")[0] == act for key in keys)


def words_of(text: str) -> str:
    """Return a text on one line without the heading of its pasal and what stands around it."""
    bare = text
    while heading := HEADING.match(bare):
        bare = bare[heading.end() :]
    return " ".join(bare.split()).strip(EDGES)


def printed_text(act: Regulation, span: Sequence[int]) -> str:
    """Return the text between two offsets of the file, as the reader cleaned it."""
    start, end = span
    pieces = []
    for line in act.source_text.lines:
        first, last = max(start, line.offset), min(end, line.offset + len(line.text))
        if line.offset >= 0 and first < last:
            pieces.append(line.text[first - line.offset : last - line.offset])
    return "\n".join(pieces)


def report(outcomes: Sequence[Outcome], lost: Sequence[str], seconds: float, *, show: bool) -> None:
    """Print the figures."""
    causes = Counter(one.cause for one in outcomes)
    total = len(outcomes)
    right = causes[EQUAL] + causes[CUT] + causes[OVERRUN]
    print(f"pairs {total}, consolidating took {seconds:.1f} s, units lost {len(lost)}")
    print(f"equal {causes[EQUAL]} ({causes[EQUAL] / max(1, total):.4f})")
    print(f"equal as far as the span of the set goes {right} ({right / max(1, total):.4f})")
    for cause, count in causes.most_common():
        print(f"{count:6} {cause}")
        if cause in (EQUAL, CUT, OVERRUN) and not show:
            continue
        if show or cause not in (EQUAL, CUT, OVERRUN):
            rows = [
                f"{one.row} {'/'.join(one.remarks)}".strip()
                for one in outcomes
                if one.cause == cause
            ]
            print("       " + ", ".join(rows if cause != EQUAL else rows[:0]))


if __name__ == "__main__":
    sys.exit(main())
