"""Amending operations against answers written by a reader: kind, unit, and the new ayat.

``python -m benchmarks.operations --answers FILE --texts FOLDER --pdf FOLDER`` parses each act that
the answers name: a text by its id, a PDF by its path below the folder. Each line of the file is
``{"document": ..., "operations": [{"op", "target", "also": [op, ...], "ayat": n}]}``: ``target`` is
the path in the base (``pasal-5/ayat-2``), ``also`` are kinds that are right too, and ``ayat``
counts the ayat that are printed anew, 0 for none. Several operations of one kind on one unit count
once. Answers must be written before the program is looked at; they stay with their author.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.data import FAULTS, find_texts
from regcheck.domain import Kind, Regulation
from regcheck.domain.consolidation import Operation
from regcheck.parse import find_operations, parse_document
from regcheck.read import read_document


@dataclass(frozen=True, slots=True)
class Found:
    """What one act orders, as the program reads it: the ayat printed for each kind and target."""

    operations: Mapping[tuple[str, str], int | None]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How answers and program agree on one act; ``ayat`` are the wrong and the asked counts."""

    right: int
    surplus: tuple[tuple[str, str], ...]
    missing: tuple[tuple[str, str], ...]
    ayat: tuple[tuple[str, int | None, int], ...] = ()
    counted: int = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--answers", type=Path, required=True, help="the answers, JSON lines")
    parser.add_argument("--texts", type=Path, required=True, help="folder of the national texts")
    parser.add_argument("--pdf", type=Path, required=True, help="folder of the PDFs")
    given = parser.parse_args(arguments)
    lines = given.answers.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    texts = find_texts(given.texts)
    verdicts: dict[str, list[Verdict]] = {"text": [], "pdf": []}
    for row in rows:
        name = row["document"]
        found = read_act(texts.get(name, given.pdf / name), name if name in texts else "")
        verdict = judge(row["operations"], found)
        verdicts["text" if name in texts else "pdf"].append(verdict)
        tell(name, verdict, found.fault)
    for kind, some in verdicts.items():
        summarize(kind, some)
    summarize("all", [one for some in verdicts.values() for one in some])
    return 0


def read_act(path: Path, name: str) -> Found:
    """Parse an act and gather its operations."""
    try:
        regulation = parse_document(read_document(path), name)[0]
    except FAULTS as error:
        return Found({}, str(error))
    return Found(dict(operation_of(regulation, one) for one in find_operations(regulation)))


def operation_of(
    regulation: Regulation, operation: Operation
) -> tuple[tuple[str, str], int | None]:
    """Return the kind and target of an operation, and how many ayat it prints."""
    amendment = operation.amendment
    target = amendment.target.partition("#")[2] or operation.annex or amendment.op
    units = amendment.units
    children = [one for key in units for one in regulation.children.get(key, ())]
    ayat = sum(one.kind is Kind.AYAT for one in children)
    return (amendment.op, target), ayat if units else None


def judge(answers: Iterable[Mapping[str, Any]], found: Found) -> Verdict:
    """Compare what was read with the answers."""
    left = dict(found.operations)
    missing: list[tuple[str, str]] = []
    ayat: list[tuple[str, int | None, int]] = []
    right = counted = 0
    for one in answers:
        kinds = (one["op"], *one.get("also", ()))
        key = next(((op, one["target"]) for op in kinds if (op, one["target"]) in left), None)
        if key is None:
            missing.append((one["op"], one["target"]))
            continue
        right += 1
        printed = left.pop(key)
        if "ayat" in one:
            counted += 1
            if printed != one["ayat"]:
                ayat.append((one["target"], printed, one["ayat"]))
    return Verdict(right, tuple(left), tuple(missing), tuple(ayat), counted)


def tell(name: str, verdict: Verdict, fault: str) -> None:
    """Print what is wrong with one act, each fault on its line."""
    missing, surplus = len(verdict.missing), len(verdict.surplus)
    print(f"{name}: {verdict.right} right, {missing} missing, {surplus} surplus {fault}".rstrip())
    for word, some in (("missing", verdict.missing), ("surplus", verdict.surplus)):
        for op, target in some:
            print(f"    {word} {op} {target}")
    for target, printed, wanted in verdict.ayat:
        print(f"    {target}: {printed} ayat, {wanted} printed")


def summarize(kind: str, verdicts: Sequence[Verdict]) -> None:
    """Print precision, recall and F1 of the operations, and the share of right ayat counts."""
    right = sum(one.right for one in verdicts)
    found = right + sum(len(one.surplus) for one in verdicts)
    wanted = right + sum(len(one.missing) for one in verdicts)
    counted = sum(one.counted for one in verdicts)
    same = counted - sum(len(one.ayat) for one in verdicts)
    print(
        f"{kind}: acts {len(verdicts)}, operations {wanted}, precision {right}/{found}, "
        f"recall {right}/{wanted}, F1 {2 * right / max(1, found + wanted):.4f}, "
        f"ayat {same}/{counted}"
    )


if __name__ == "__main__":
    sys.exit(main())
