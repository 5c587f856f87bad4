"""What is said of amending acts when each is applied to its base as if it were a draft.

``python -m benchmarks.whatif --corpus FILE`` takes every act of a corpus that amends a regulation
of the corpus, applies it to the bases as they stood on its day, and counts what could not be
applied, or only with a doubt, by code. On enacted acts most of it should be silence. ``--read N``
prints N remarks, drawn with ``--seed``, with the instruction and the pages to be read.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.data import progress
from regcheck.domain import Anomaly, Regulation
from regcheck.parse import parse_document
from regcheck.store import Corpus
from regcheck.whatif import Bench, meets, preview

#: What the anomalies begin with that come of applying a draft.
CODES = ("unapplied-", "doubtful-", "reference-cut")
SHOWN = 400


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="a corpus, which is only read")
    parser.add_argument("--read", type=int, default=0, help="print so many remarks")
    parser.add_argument("--seed", type=int, default=0, help="which remarks are drawn")
    parser.add_argument("--anew", action="store_true", help="parse the stored texts again")
    parser.add_argument("--only", default="", help="the code of the remarks that are drawn")
    given = parser.parse_args(arguments)
    start = time.perf_counter()
    with Corpus.open(given.corpus) as corpus:
        acts = amending_acts(corpus)
        drafts = (read_act(corpus, act, anew=given.anew) for act in acts)
        found = [(draft, one) for draft in drafts for one in remarks_on(corpus, draft)]
    codes = Counter(one.code for _, one in found)
    touched = len({act.id for act, _ in found})
    seconds = time.perf_counter() - start
    print(f"acts {len(acts)}, with remarks {touched}, remarks {len(found)}, {seconds:.0f} s")
    for code, count in codes.most_common():
        print(f"{count:6} {code}")
    chosen = [pair for pair in found if given.only in pair[1].code]
    for act, one in random.Random(given.seed).sample(chosen, min(given.read, len(chosen))):
        show(act, one)
    return 0


def amending_acts(corpus: Corpus) -> tuple[str, ...]:
    """Return the acts that amend a regulation of the corpus."""
    pairs = ((by, one.target.partition("#")[0]) for by, one in corpus.amendments())
    return tuple(dict.fromkeys(by for by, base in pairs if by != base and corpus.has(base)))


def read_act(corpus: Corpus, act: str, *, anew: bool) -> Regulation:
    """Return an act as the corpus has parsed it, or parse its stored text again."""
    stored = corpus.regulation(act)
    if not anew:
        return stored
    return next(one for one in parse_document(stored.source_text, act) if one.id == act)


def remarks_on(corpus: Corpus, act: Regulation) -> Iterator[Anomaly]:
    """Yield what is said of an act when it is applied as a draft."""
    progress(act.id)
    applied = preview(act, Bench(corpus)).draft
    return (one for one in applied.anomalies if one.code.startswith(CODES))


def show(act: Regulation, one: Anomaly) -> None:
    """Print a remark with the instruction that it is about."""
    spans = [order.span for order in act.amendments if meets(order.target, one.unit)]
    order = " ".join(act.slice(spans[0]).split()) if spans else ""
    print(f"{act.id} p. {one.page} {one.code} {one.unit}\n  {one.message_en}\n  {order[:SHOWN]}")


if __name__ == "__main__":
    sys.exit(main())
