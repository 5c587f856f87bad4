"""What the built-in register of acts no longer in force adds to a corpus, and where they agree.

``python -m benchmarks.register CORPUS`` counts the national acts that only the register says to be
no longer in force (with a text in the corpus, and only cited there), and compares the two where
texts of the corpus end an act: as if the act that ends it were left out, does the register know,
and does it name the same act? Rows that were read from texts (by ``models/bygones.py``, perhaps
from this very corpus) are counted apart from those written from knowledge. ``--list`` prints the
acts of each count, ``--sample 40`` rows of the register that were not read by program.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from regcheck.domain import Bygone, Standing, Status
from regcheck.law.bygones import load_bygones, write_row
from regcheck.naming import FROM_TEXT
from regcheck.standings import LawOfDay
from regcheck.store import Corpus

#: The kinds of acts that the register has.
NATIONAL = ("uu/", "perpu/", "uudrt/", "pp/", "perpres/", "keppres/")
ENDED = (Status.DICABUT, Status.TIDAK_MENGIKAT)
SEED = 7


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the counts, or a sample of rows to check by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--as-of", default="")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    if chosen.sample:
        for row in draw(chosen.sample, chosen.seed):
            print(row)
        return
    with Corpus.open(chosen.corpus) as corpus:
        law = LawOfDay(corpus, chosen.as_of)
        groups = {**find_added(law), **compare(law)}
    for name, lines in groups.items():
        print(f"{len(lines):5} {name}")
        for line in lines if chosen.list else ():
            print(f"      {line}")


def draw(size: int, seed: int) -> Iterator[str]:
    """Yield so many rows that were written from knowledge, at random."""
    rows = [one for one in load_bygones().values() if one.source != FROM_TEXT]
    yield from map(write_row, random.Random(seed).sample(rows, min(size, len(rows))))


def find_added(law: LawOfDay) -> Mapping[str, list[str]]:
    """Group the acts that only the register ends, by whether their text is in the corpus."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in law.standings().values():
        if one.known:
            place = "in the corpus" if one.id in law.identities else "only cited"
            sure = "verified" if one.known.verified else "not verified"
            found[f"{place}, ended by the register alone, {sure}"].append(write_row(one.known))
    return dict(sorted(found.items()))


def compare(law: LawOfDay) -> Mapping[str, list[str]]:
    """Group the national acts that texts of the corpus end, by what the register says of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in LawOfDay(law.corpus, law.as_of, {}).standings().values():
        if one.status in ENDED and one.id.startswith(NATIONAL):
            found[f"ended by a text; the register: {judge(one, law.register.get(one.id))}"].append(
                f"{one.id} by {', '.join(one.by)}; {told(law.register.get(one.id))}"
            )
    return dict(sorted(found.items()))


def judge(standing: Standing, known: Bygone | None) -> str:
    """Say whether the register knows what a text says."""
    if known is None:
        return "silent"
    kind = "read from texts" if known.source == FROM_TEXT else "from knowledge"
    same = known.by in standing.by
    return f"{'the same' if same else 'another'} act ends it, {kind}"


def told(known: Bygone | None) -> str:
    """Name what the register says."""
    return known.by if known else "-"


if __name__ == "__main__":
    main()
