"""Consolidation against set A: does the consolidated pasal say what the amending act prints?

``python -m benchmarks.consolidation --eval DIR --texts FOLDER --out FOLDER`` consolidates, for
each row of ``A_retrieval.jsonl`` whose base and amending act are both present, the base with all
acts present up to that one. What the act changed of the target must equal the text of
``query_span``, blanks apart. The parsed documents are kept in the folder of ``--out``.

What is no fault of ours is proved from the act's own text (``benchmarks.spans``); each cause is
printed with its count, and ``--show N`` prints the ends of N pairs of each cause, to be read.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.data import FAULTS, digest_code, find_texts, progress
from benchmarks.spans import (
    EQUAL,
    EXACT,
    OURS_OTHER,
    SPAN_FAULTS,
    compare,
    nearest,
    words_of,
)
from regcheck.consolidate import reliable_date, to_act
from regcheck.domain import Regulation
from regcheck.domain.consolidation import Act, Changes, Consolidated, StandingUnit, join_wordings
from regcheck.law import consolidate, lost_units
from regcheck.parse import parse_document
from regcheck.read import read_document

SET = "A_retrieval.jsonl"
#: The opening of a text whose title announces an amendment.
AMENDS = re.compile(r"\b(?:PERUBAHAN|MENGUBAH|PEROBAHAN)\b.{0,400}?\bNO(?:MOR)?\b", re.DOTALL)
OPENING_CHARS = 4_000
END_CHARS = 160
#: The label of an ayat or item, which a quotation may leave out.
ITEM_LABEL = re.compile(r"\(?\w{1,3}[.)]+\s+")
NOT_READ = "OURS: the act's new text was not read, or not applied"
NO_UNIT = "OURS: the consolidated text has no such pasal"
OTHER_BASE = "OURS: the act is taken to amend another regulation"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row.

    ``remarks`` are the codes said of the target, ``ends`` the ends of the span and of our text;
    ``again`` tells whether a later act changes the pasal once more.
    """

    row: str
    cause: str
    remarks: tuple[str, ...] = ()
    ends: tuple[str, str] = ("", "")
    again: bool = False


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
    parser.add_argument("--show", type=int, default=0, help="print the ends of so many pairs")
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
        outcome = judge(row, done[base_id, act_id], act)
        outcomes.append(replace(outcome, again=is_changed_again(row, acts[base_id], as_act(act))))
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


def is_changed_again(row: Mapping[str, Any], acts: Iterable[Act], last: Act) -> bool:
    """Tell whether an act later than one changes the target of a row, or a part of it."""
    key = pasal_key(row)
    later = (act for act in acts if act.date > last.date)
    return any(
        f"{one.target}/".startswith(f"{key}/") for act in later for one in act.regulation.amendments
    )


def pasal_key(row: Mapping[str, Any]) -> str:
    """Return the key of the pasal that a row is about."""
    base, _, label = row["target"].partition("#")
    return f"{base}#pasal-{label.partition('(')[0]}"


def judge(row: Mapping[str, Any], found: Consolidated, act: Regulation) -> Outcome:
    """Compare what an act changed of a pasal with what it prints."""
    key = pasal_key(row)
    codes = tuple(
        dict.fromkeys(
            remark.code
            for remark in found.remarks
            if remark.act == act.id and (remark.target + "/").startswith(f"{key}/")
        )
    )
    if not any(one.target.partition("#")[0] == found.id for one in act.amendments):
        return Outcome(row["id"], OTHER_BASE, codes)
    if key not in found.by_key:
        return Outcome(row["id"], NO_UNIT, codes)
    start, end = row["query_span"]
    printed, after = printed_text(act, start, end), printed_text(act, end, len(act.text) * 2)
    readings = list(readings_of(found, key, act.id))
    cause = compare(printed, after, readings)
    if cause == OURS_OTHER and not any(is_set_by(unit, act.id) for unit in found.inside(key)):
        cause = NOT_READ
    ends = (" ".join(printed.split())[-END_CHARS:], nearest(readings, printed)[-END_CHARS:])
    return Outcome(row["id"], cause, codes, ends)


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
            words = words_of(found.text_of(unit.key))
            yield words
            yield ITEM_LABEL.sub("", words, count=1)


def is_set_by(unit: StandingUnit, act: str) -> bool:
    """Tell whether an act prints the words of a unit."""
    keys = (unit.wording.source, *unit.wording.reprints)
    return any(key.partition("#")[0] == act for key in keys)


def printed_text(act: Regulation, start: int, end: int) -> str:
    """Return the text between two offsets of the file, as the reader cleaned it."""
    pieces = []
    for line in act.source_text.lines:
        first, last = max(start, line.offset), min(end, line.offset + len(line.text))
        if line.offset >= 0 and first < last:
            pieces.append(line.text[first - line.offset : last - line.offset])
    return "\n".join(pieces)


def report(outcomes: Sequence[Outcome], lost: Sequence[str], seconds: float, *, show: int) -> None:
    """Print the figures, and each cause with its rows."""
    causes = Counter(one.cause for one in outcomes)
    total = max(1, len(outcomes))
    exact = sum(causes[cause] for cause in EXACT)
    right = exact + sum(causes[cause] for cause in SPAN_FAULTS)
    again = sum(one.again for one in outcomes)
    print(f"pairs {len(outcomes)}, consolidating took {seconds:.1f} s, units lost {len(lost)}")
    print(f"changed again by a later act, and judged as of the act itself: {again}")
    print(f"equal to the span to the letter {causes[EQUAL]} ({causes[EQUAL] / total:.4f})")
    print(f"the same, signs and numbers behind the last word apart {exact} ({exact / total:.4f})")
    print(f"the act's own new text, faults of spans proved {right} ({right / total:.4f})")
    for cause, count in causes.most_common():
        print(f"{count:6} {cause}")
        rows = [one for one in outcomes if one.cause == cause]
        if cause not in (*EXACT, *SPAN_FAULTS):
            named = (f"{one.row} {'/'.join(one.remarks)}".strip() for one in rows)
            print("       " + ", ".join(named))
        for one in random.Random(0).sample(rows, min(show, len(rows))) if cause != EQUAL else ():
            print(f"  {one.row} span: … {one.ends[0]}\n{'':9}ours: … {one.ends[1]}")


if __name__ == "__main__":
    sys.exit(main())
