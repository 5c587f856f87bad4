"""What the checks say of real regulations, each as a draft of the year in which it was enacted.

``python -m benchmarks.real_drafts --drafts FOLDER … --corpus FILE --out FOLDER [--sample 60]``
checks a random sample of the PDFs and texts below some folders against a corpus as the law stood
when the year of each began, so that neither its own copy nor anything younger is there, and keeps
what was found as one JSON file for each. An interrupted run goes on where it stopped. The table
says, by code, how many findings there are and in how many texts. ``--skip FOLDER`` leaves out the
texts that another run has checked; ``--years 2000-2022`` those in folders of other years.

``python -m benchmarks.real_drafts --out FOLDER --show K-04 [--number 15]`` prints findings of a
code, or of a letter, drawn by chance, with both quotes, for a reader who judges them.

``python -m benchmarks.real_drafts --out FOLDER --answers FILE`` says how many of the findings that
were read are right, by code. Each line of the file is a JSON object: ``code``, ``left`` and
``right`` (keys, ``right`` empty where there is no counterpart), and ``ok``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from regcheck.domain import Finding, Quote, Regulation
from regcheck.errors import RegcheckError
from regcheck.pipeline import check_regulations, load_shelf, open_corpus, parse_file
from regcheck.settings import Settings

#: So much of a quote is shown.
SHOWN = 700
#: The forms of texts that are drafts.
FORMS = frozenset((".pdf", ".md", ".txt", ".docx"))
Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> None:
    """Check what is asked for and print the table, or show findings of one code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=Path, nargs="*", default=[])
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--skip", type=Path, nargs="*", default=[])
    parser.add_argument("--years", type=read_years, default=())
    parser.add_argument("--show", default="")
    parser.add_argument("--answers", type=Path)
    parser.add_argument("--number", type=int, default=15)
    options = parser.parse_args(arguments)
    if options.show:
        for row in draw(options.out, options.show, options.number, options.seed):
            print(describe(row))
        return
    if options.answers:
        print_precision(options.out, read_answers(options.answers))
        return
    options.out.mkdir(parents=True, exist_ok=True)
    check_sample(options)
    print_table(options.out)


def read_years(text: str) -> Container[str]:
    """Return the years of a span, as folders are named."""
    first, _, last = text.partition("-")
    return frozenset(map(str, range(int(first), int(last or first) + 1)))


def find_drafts(options: argparse.Namespace) -> list[Path]:
    """Return the files to draw from, in the order of their names."""
    done = {path.name for folder in options.skip for path in folder.glob("*.json")}
    found = (path for folder in options.drafts for path in folder.rglob("*"))
    files = sorted(path for path in found if path.suffix in FORMS and name_of(path) not in done)
    return [path for path in files if not options.years or path.parent.name in options.years]


def check_sample(options: argparse.Namespace) -> None:
    """Check the files of the sample that were not checked yet, year by year."""
    files = find_drafts(options)
    sample = random.Random(options.seed).sample(files, min(options.sample, len(files)))
    years: dict[str, list[tuple[Path, Regulation]]] = defaultdict(list)
    for path in sample:
        if (options.out / name_of(path)).exists():
            continue
        draft = read_draft(path)
        if isinstance(draft, Regulation):
            years[draft.identity.tahun].append((path, draft))
        else:
            keep(options.out, path, {"file": path.name, "left_out": draft, "findings": []})
    for year, drafts in sorted(years.items()):
        check_year(year, drafts, options)


def name_of(path: Path) -> str:
    """Return the name of the file that keeps what was found in a PDF."""
    return hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16] + ".json"


def read_draft(path: Path) -> Regulation | str:
    """Return the first regulation of a PDF; or why it is left out."""
    try:
        draft = parse_file(path, "", Settings(ocr="never"))[0]
    except RegcheckError as error:
        return str(error)
    return draft if draft.identity.tahun.isdigit() else "no year"


def check_year(
    year: str, drafts: Sequence[tuple[Path, Regulation]], options: argparse.Namespace
) -> None:
    """Check the drafts of one year against the law as the year before left it."""
    settings = Settings(corpus=str(options.corpus), ocr="never", as_of=f"{int(year) - 1}-12-31")
    with open_corpus(settings) as corpus:
        shelf = load_shelf(corpus, settings)
    for path, draft in drafts:
        start = time.monotonic()
        result = check_regulations([as_draft(draft)], shelf, settings)
        rows = [row_of(path, one) for one in result.findings]
        keep(options.out, path, {"file": path.name, "findings": rows})
        print(f"{time.monotonic() - start:6.1f} s  {path.name}: {len(rows)} findings", flush=True)


def keep(out: Path, path: Path, row: Row) -> None:
    """Write what was found in a PDF."""
    (out / name_of(path)).write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")


def as_draft(regulation: Regulation) -> Regulation:
    """Return a regulation as the draft that it was."""
    return replace(regulation, identity=replace(regulation.identity, draft=True))


def row_of(path: Path, finding: Finding) -> Row:
    """Return a finding as it is kept."""
    return {
        "file": path.name,
        "code": finding.code,
        "severity": finding.severity.label,
        "certainty": finding.certainty.value,
        "confidence": finding.confidence,
        "reason": finding.reason,
        "left": quote_row(finding.left),
        "right": quote_row(finding.right) if finding.right else None,
    }


def quote_row(quote: Quote) -> Row:
    """Return one side of a finding as it is kept."""
    return {"key": quote.key, "page": quote.page, "text": quote.text}


def read_rows(out: Path) -> Iterator[Row]:
    """Yield what is kept of each text, in the order of the names."""
    for path in sorted(out.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def draw(out: Path, code: str, number: int, seed: int) -> list[Row]:
    """Draw findings of a code by chance, one of each text before a second of any."""
    found = defaultdict(list)
    for row in read_rows(out):
        for one in row["findings"]:
            if one["code"].startswith(code):
                found[one["file"]].append(one)
    chance = random.Random(seed)
    for rows in found.values():
        chance.shuffle(rows)
    ranked = [
        (place, chance.random(), row) for rows in found.values() for place, row in enumerate(rows)
    ]
    return [row for _, _, row in sorted(ranked, key=lambda one: one[:2])][:number]


def describe(row: Row) -> str:
    """Word a finding for a reader who judges it."""
    lines = [
        f"## {row['code']} {row['file']} [{row['severity']}, {row['certainty']}, "
        f"{row['confidence']}]",
        f"   {row['reason']}",
    ]
    lines.extend(
        f"   {side['key']} p. {side['page']}: {side['text'][:SHOWN]}"
        for side in (row["left"], row["right"])
        if side
    )
    return "\n".join(lines)


def read_answers(path: Path) -> dict[tuple[str, str, str], bool]:
    """Return what a reader said of findings, by code and keys."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {(row["code"], row["left"], row["right"]): row["ok"] for row in rows}


def print_precision(out: Path, answers: Mapping[tuple[str, str, str], bool]) -> None:
    """Print, by code, how many of the findings that were read are right, and how many were not."""
    read: Counter[str] = Counter()
    right: Counter[str] = Counter()
    unread: Counter[str] = Counter()
    for one in (one for row in read_rows(out) for one in row["findings"]):
        key = (one["code"], one["left"]["key"], one["right"]["key"] if one["right"] else "")
        (read if key in answers else unread)[one["code"]] += 1
        right[one["code"]] += answers.get(key, False)
    for code in sorted(read):
        print(f"  {code}  {right[code]} of {read[code]} right, {unread[code]} not read")


def print_table(out: Path) -> None:
    """Print, by code, how many findings there are and in how many texts."""
    findings: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    rows = list(read_rows(out))
    for row in rows:
        codes = [one["code"] for one in row["findings"]]
        findings.update(codes)
        texts.update(set(codes))
    left_out = Counter(row["left_out"] for row in rows if "left_out" in row)
    print(f"{len(rows) - sum(left_out.values())} texts checked, {sum(left_out.values())} left out")
    for code, count in sorted(findings.items()):
        print(f"  {code}  {count:5} findings in {texts[code]:4} texts")


if __name__ == "__main__":
    main()
