"""What the checks say of a folder of real texts, for a reader to judge.

``python -m benchmarks.findings CORPUS FOLDER [--codes R,M-0] [--as-of own] [--sample 15]`` checks
every text of a folder as a draft against a corpus and prints how many findings of each code there
are, in how many texts, then a random sample of each code in full, with an id. Each text is checked
as of its own date unless ``--as-of`` names another (empty: today). Pairs are not sought, so no
overlap or conflict is found; counterparts read as they do today.

``--rows FILE`` keeps the findings as JSON lines. ``--answers FILE`` compares them with a reader's
judgements, JSON lines ``{"id", "right"}``: right, wrong and gone are counted for each code.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.judged import read_rows
from regcheck.compare import VectorIndex
from regcheck.current import read_current
from regcheck.domain import CheckResult, Finding, Identity, Regulation
from regcheck.ended import list_ended, settled
from regcheck.errors import RegcheckError
from regcheck.law import SupersededTable
from regcheck.pipeline import check_regulations, find_documents, list_superseded, parse_file
from regcheck.settings import Settings
from regcheck.shelf import Shelf, list_heads
from regcheck.standings import find_annulled, find_bygones
from regcheck.store import Corpus

OWN = "own"
SEED = 7
#: So many characters of each side are printed.
SHOWN = 420


def main(arguments: Sequence[str] | None = None) -> None:
    """Check the texts, and print counts, samples or agreement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codes", default="R,M", help="beginnings of codes, by commas")
    parser.add_argument("--as-of", default=OWN, help="a date, or own; empty for today")
    parser.add_argument("--sample", type=int, default=15)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--rows", type=Path, help="write all findings there, as JSON lines")
    parser.add_argument("--answers", type=Path, help="judgements to compare with, as JSON lines")
    chosen = parser.parse_args(arguments)
    results = check_all(chosen.corpus, chosen.folder, chosen.as_of)
    rows = [row for result in results for row in list_rows(result, chosen.codes)]
    if chosen.rows:
        chosen.rows.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    if chosen.answers:
        compare_answers(rows, chosen.answers)
    else:
        print_sample(rows, chosen.sample, chosen.seed)


def check_all(path: Path, folder: Path, as_of: str) -> Iterator[CheckResult]:
    """Check every text of a folder that can be read; count the others."""
    unread = 0
    with Corpus.open(path) as corpus:
        shelf = read_shelf(corpus, Settings(corpus=str(path)))
        for document in find_documents(folder):
            try:
                regulations = parse_file(document, settings=Settings(ocr="never"))
            except RegcheckError:
                unread += 1
                continue
            day = own_date(regulations[0].identity) if as_of == OWN else as_of
            settings = Settings(corpus=str(path), as_of=day)
            yield check_regulations(regulations, on_date(shelf, corpus, day), settings)
    print(f"texts that could not be read: {unread}")


def read_shelf(corpus: Corpus, settings: Settings) -> Shelf:
    """Return a corpus ready for checking, without an index."""
    passages = {passage.key: passage for passage in read_current(corpus).passages}
    index = VectorIndex.build([])
    return Shelf({}, corpus.links(), {}, passages, index, name=settings.corpus, corpus=corpus.path)


def on_date(shelf: Shelf, corpus: Corpus, day: str) -> Shelf:
    """Return a shelf with the state of the law on a date."""
    return replace(
        shelf,
        heads={head.id: head for head in list_heads(corpus, day)},
        superseded=SupersededTable(dict(list_superseded(corpus, day))),
        annulled=find_annulled(corpus, day),
        ended=settled(list_ended(corpus, day)),
        bygones=find_bygones(corpus, day),
        as_of=day,
    )


def own_date(identity: Identity) -> str:
    """Return the day of a text, or the last of its year; empty where neither is known.

    >>> own_date(Identity(tahun="2019")), own_date(Identity(tanggal_penetapan="2019-02-01"))
    ('2019-12-31', '2019-02-01')
    """
    day = identity.tanggal_pengundangan or identity.tanggal_penetapan
    return day or (f"{identity.tahun}-12-31" if identity.tahun.isdigit() else "")


def list_rows(result: CheckResult, codes: str) -> Iterator[dict[str, Any]]:
    """List the findings of some codes as records."""
    wanted = tuple(codes.split(","))
    name = Path(result.draft.source_text.source.path).name
    for finding in result.findings:
        if finding.code.startswith(wanted):
            yield to_row(finding, name, result.draft)


def to_row(finding: Finding, name: str, draft: Regulation) -> dict[str, Any]:
    """Return a finding as a record; its id stays the same while the finding does."""
    right = finding.right
    return {
        "id": f"{name}:{finding.code}:{finding.fingerprint[:8]}",
        "code": finding.code,
        "draft": draft.id,
        "severity": finding.severity.label,
        "left": [finding.left.key.partition("#")[2], finding.left.page, finding.left.text],
        "right": [right.key, right.page, right.text] if right else None,
        "reason": finding.reason,
    }


def print_sample(rows: Sequence[dict[str, Any]], size: int, seed: int) -> None:
    """Print the counts of each code, then so many findings of each in full."""
    by_code: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_code[row["code"]].append(row)
    for code, found in sorted(by_code.items()):
        print(f"{code}  {len(found):5} findings  {len({row['draft'] for row in found}):4} texts")
    for _, found in sorted(by_code.items()):
        for row in random.Random(seed).sample(found, min(size, len(found))):
            print(f"\n{row['id']}  [{row['draft']}]  {row['severity']}")
            print(f"   {row['reason']}")
            for side in filter(None, (row["left"], row["right"])):
                print(f"   {side[0]} p.{side[1]}: {side[2][:SHOWN]}")


def compare_answers(rows: Iterable[dict[str, Any]], answers: Path) -> None:
    """Count, for each code, the judged findings that are still made, right and wrong, and gone."""
    judged = {one["id"]: bool(one["right"]) for one in read_rows(answers)}
    made = {row["id"] for row in rows}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for id_, right in judged.items():
        state = "made" if id_ in made else "gone"
        counts[id_.split(":")[1]][f"{'right' if right else 'wrong'} {state}"] += 1
    for code, found in sorted(counts.items()):
        print(code, dict(sorted(found.items())))


if __name__ == "__main__":
    main()
