"""References to pasal and ayat that the cited act does not have: how often on enacted acts?

``python -m benchmarks.unwritten --corpus FILE`` looks at every reference of every act of a corpus
to a pasal of another. What is found is printed, to be read: enacted acts are seldom wrong. Then, in
``--plant N`` references that can be judged, the number is put beyond the last of the cited act,
once for the pasal and once for the ayat; all should be found.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.data import progress
from regcheck.check.unwritten import Outline, find_unwritten, list_outlines
from regcheck.current import read_current
from regcheck.domain import Case, Citation, Finding, Head, Passage, Regulation, Superseded
from regcheck.ended import list_ended, settled
from regcheck.law import SupersededTable
from regcheck.standings import list_heads
from regcheck.store import Corpus


@dataclass(frozen=True, slots=True)
class Library:
    """A corpus as the law stands: heads, passages and ended units, by regulation."""

    heads: Mapping[str, Head]
    passages: Mapping[str, Mapping[str, Passage]]
    ended: Mapping[str, Mapping[str, Superseded]]

    def case(self, draft: Regulation) -> Case:
        """Return what the check may look at, for one act."""
        cited = {(one.target or "").partition("#")[0] for one in draft.citations}
        library = {key: one for act in cited for key, one in self.passages.get(act, {}).items()}
        ended = {key: one for act in cited for key, one in self.ended.get(act, {}).items()}
        return Case(
            draft, {}, (), {}, self.heads, {}, {}, (), "en", library=library,
            ended=SupersededTable(ended),
        )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="a corpus, which is only read")
    parser.add_argument("--plant", type=int, default=200, help="references that are made wrong")
    given = parser.parse_args(arguments)
    found: list[Finding] = []
    cited = 0
    sure: list[tuple[Case, Citation, Outline]] = []
    with Corpus.open(given.corpus) as corpus:
        library = read_library(corpus)
        for act in library.heads:
            progress(act)
            case = library.case(corpus.regulation(act))
            cited += sum(1 for _ in outward(case.draft))
            sure += judged(case)
            found += find_unwritten(case)
    print(f"references to a pasal of another act {cited}, that can be judged {len(sure)}")
    print(f"said to be wrong {len(found)}")
    for one in found:
        print(f"  {one.left.key} p. {one.left.page}: {one.reason}\n    {one.left.text[:300]}")
    chosen = random.Random(0).sample(sure, min(given.plant, len(sure)))
    for kind in ("pasal", "ayat"):
        planted = [one for row in chosen for one in plant(*row, kind)]
        hits = sum(bool(list(find_unwritten(case))) for case in planted)
        print(f"planted {kind} beyond the last: found {hits} of {len(planted)}")
    return 0


def read_library(corpus: Corpus) -> Library:
    """Read what the check needs of a corpus."""
    passages: dict[str, dict[str, Passage]] = defaultdict(dict)
    for one in read_current(corpus).passages:
        passages[one.regulation][one.key] = one
    ended: dict[str, dict[str, Superseded]] = defaultdict(dict)
    for key, row in settled(list_ended(corpus)).items():
        ended[key.partition("#")[0]][key] = row
    return Library({head.id: head for head in list_heads(corpus)}, passages, ended)


def outward(draft: Regulation) -> Iterator[Citation]:
    """Yield the citations of an act that name a pasal of another."""
    for one in draft.citations:
        act, _, path = (one.target or "").partition("#")
        if act != draft.id and path.startswith("pasal-"):
            yield one


def judged(case: Case) -> Iterator[tuple[Case, Citation, Outline]]:
    """Yield the citations whose act is sure to be whole, each with the outline of that act.

    What an amending act says of its base is left out, as in the check.
    """
    outlines = list_outlines(case)
    amended = {one.target.partition("#")[0] for one in case.draft.amendments}
    for one in outward(case.draft):
        act = (one.target or "").partition("#")[0]
        if act in outlines and act not in amended:
            yield case, one, outlines[act]


def plant(case: Case, citation: Citation, outline: Outline, kind: str) -> Iterator[Case]:
    """Yield the case with the citation led to the number after the last one, if it has one."""
    act, _, path = (citation.target or "").partition("#")
    step = path.partition("/")[0]
    pasal = int(step.partition("-")[2]) if step.partition("-")[2].isdigit() else 0
    target = f"{act}#pasal-{max(outline.pasal) + 1}"
    if kind == "ayat":
        ayat = outline.ayat.get(pasal)
        if not ayat:
            return
        target = f"{act}#pasal-{pasal}/ayat-{max(ayat) + 1}"
    wrong = replace(citation, target=target)
    yield replace(case, draft=replace(case.draft, citations=(wrong,)))


if __name__ == "__main__":
    sys.exit(main())
