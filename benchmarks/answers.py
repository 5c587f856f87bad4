"""What a reader has written down about real acts, compared with what is found in them.

A file of answers has one JSON object a line: ``doc`` (a text's id, or the path of a PDF relative to
the parent of the folder of PDFs), a ``stratum`` for the table, an ``id`` for the list, and

- for a passage: ``span`` (offsets in the text's file, in the text as read for a PDF),
  ``citations`` (each with its ``target``, or plain targets) and ``optional`` targets, which are
  neither required nor wrong. A target that begins with ``#`` lies in the citing act. Where
  ``partial`` is true, the passage cites more than the reader could settle: only what is listed is
  judged;
- for a whole act: ``mengingat``, ``mengubah`` and ``mencabut`` (ids of regulations; the
  constitutions are left out; a relation that is not given is not judged) and ``optional`` ids.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.data import find_texts
from benchmarks.set_c import CONSTITUTIONS, cited, scorer_key, whole
from regcheck.domain import Citation, Regulation, Role
from regcheck.parse import parse_document
from regcheck.read import read_document
from regcheck.store import Corpus

#: The relations of a whole act by their names in the answers.
ROLES = {
    "mengingat": Role.DASAR_HUKUM,
    "mengubah": Role.MENGUBAH,
    "mencabut": Role.MENCABUT,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Targets of one passage, or of one relation of one act: asked for, and found."""

    name: str
    stratum: str
    wanted: frozenset[str]
    found: frozenset[str]


class Acts:
    """The acts that answers are about, read from texts, PDFs or a corpus.

    Args:
        texts: A folder of texts.
        pdf: The folder of PDFs.
        corpus: A corpus whose stored texts are taken instead of reading the PDFs again.
    """

    def __init__(self, texts: Path, pdf: Path, corpus: Path | None) -> None:
        self._paths = find_texts(texts)
        self._pdf = pdf
        self._corpus = Corpus.open(corpus) if corpus else None
        self._stored: dict[str, str] = {}
        for head in self._corpus.heads() if self._corpus else ():
            path = self._corpus.path_of(head.id) if self._corpus else ""
            self._stored.setdefault(path, head.id)

    @lru_cache(maxsize=64)  # noqa: B019 - one object lives as long as the run
    def of(self, doc: str) -> tuple[Regulation, ...]:
        """Return the acts of a file, parsed by the program as it is now.

        Raises:
            UnreadableFileError: There is no such file, or it cannot be read.
        """
        if doc in self._paths:
            return parse_document(read_document(self._paths[doc]), doc)
        stored = (one for path, one in self._stored.items() if path.endswith(f"/{doc}"))
        act = next(stored, "")
        if self._corpus and act:
            return parse_document(self._corpus.regulation(act).source_text)
        return parse_document(read_document(self._pdf.parent / doc))


def compare(answers: Path, acts: Acts) -> None:
    """Print what is missed and what is wrong, then the rates of exact targets by stratum."""
    lines = answers.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        for one in compared(row, acts.of(row["doc"])):
            hits = one.wanted & one.found
            missed, wrong = sorted(one.wanted - hits), sorted(one.found - hits)
            for key in dict.fromkeys((one.stratum, "all" if "span" in row else "")):
                for at, size in enumerate((len(hits), len(missed), len(wrong)) if key else ()):
                    counts[key][at] += size
            if missed or wrong:
                print(f"{one.name}: missed {missed}, wrong {wrong}")
    for stratum, (hit, lost, false) in counts.items():
        if not hit + lost + false:
            continue
        recall, precision = hit / max(hit + lost, 1), hit / max(hit + false, 1)
        f1 = 2 * hit / max(2 * hit + false + lost, 1)
        print(
            f"{stratum:24} {hit + lost:5} targets: recall {recall:.3f}, "
            f"precision {precision:.3f}, F1 {f1:.4f}"
        )


def compared(row: dict[str, Any], acts: tuple[Regulation, ...]) -> Iterator[Compared]:
    """Yield what a row of answers asks for and what its acts give."""
    name, stratum = f"{row.get('id', '')} {row['doc']}".strip(), row.get("stratum", "")
    if "span" in row:
        yield Compared(name, stratum, wanted_targets(row), found_targets(row, acts))
        return
    spared = {lower(one) for one in row.get("optional", ())}
    for relation, role in ROLES.items():
        if relation not in row:
            continue
        found = {lower(one) for one in whole(cited(acts[0].citations, role))}
        yield Compared(
            f"{name} {relation}",
            f"{stratum} {relation}".strip(),
            frozenset(map(lower, row.get(relation, ()))),
            frozenset(found - spared - set(CONSTITUTIONS)),
        )


def wanted_targets(row: dict[str, Any]) -> frozenset[str]:
    """Return the targets that a passage cites according to its reader, ranges written out."""
    given = (one if isinstance(one, str) else one["target"] for one in row["citations"])
    own = f"{row['doc']}#"
    return frozenset(
        lower(target.replace(own, "#")) for one in given for target in written_out(one)
    )


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


def found_targets(row: dict[str, Any], acts: tuple[Regulation, ...]) -> frozenset[str]:
    """Return the targets of the citations that begin in a passage, in the form of set C.

    The citing regulation as a whole is none, nor is what the answers call optional.
    """
    optional = {lower(one) for one in row.get("optional", ())}
    found = set()
    for act in acts:
        own = {row["doc"], act.id}
        for citation in act.citations:
            if citation.target and begins_within(citation, act, row["span"]):
                head, mark, path = scorer_key(citation.target).partition("#")
                found.add(lower(f"{'' if head in own else head}{mark}{path}"))
    wanted = wanted_targets(row)
    if row.get("partial"):
        return wanted & found
    return frozenset(
        one
        for one in found - {""}
        if one in wanted or not {one, one.partition("#")[0] or "#"} & optional
    )


def begins_within(citation: Citation, act: Regulation, span: tuple[int, int]) -> bool:
    """Tell whether a citation begins in a range of its file."""
    at = act.source_text.file_offset(citation.span.start)
    return span[0] <= (citation.span.start if at is None else at) < span[1]


def lower(target: str) -> str:
    """Return a target in lower case: the scorers write ``19A``, a reader may write ``19a``."""
    return target.lower()
