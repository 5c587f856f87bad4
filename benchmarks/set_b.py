"""Set B: the text of an act, its citations masked - which acts does it replace?"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import Data, Parsed, progress
from benchmarks.set_a import find_subject, fit, fit_presence, own_terms
from regcheck.compare import find_words
from regcheck.errors import RegcheckError

#: Ranked ids of a query, and queries scored at once.
RANKED = 100
BLOCK = 64

# What each sign is worth, tuned on the open half by cross-validation.
TITLES, TITLE_SPOKEN_OF, WORDS = 3.0, 10.0, 7.0
SAME_KIND, AMENDING, LONG_TITLE = 2.6, -2.4, 1.1

#: Where an act prints its title: the head, the diktum, or the end of the konsiderans.
_TITLES = (
    re.compile(
        r"\bT\s?E\s?N\s?T\s?A\s?N\s?G\b (?P<title>.{4,600}?) (?:DENGAN\ RAHMAT|Menimbang|PRESIDEN)",
        re.VERBOSE | re.DOTALL,
    ),
    re.compile(
        r"menetapkan \s* :? \s* (?:peraturan|undang) .{0,80}? \btentang\b"
        r"(?P<title> .{4,500}? ) (?: \. | \bBAB\b | \bpasal\b )",
        re.VERBOSE | re.DOTALL | re.IGNORECASE,
    ),
    re.compile(
        r"perlu \s+ (?:menetapkan|membentuk|mengatur|mengadakan) .{0,80}? \btentang\b"
        r"(?P<title> .{4,400}? ) [;.]",
        re.VERBOSE | re.DOTALL | re.IGNORECASE,
    ),
)
#: How far into the text each of them is looked for, in characters.
_REACH = (1_500, 30_000, 15_000)
_KIND = re.compile(r"(?P<uu>undang\s*-?\s*undang)|(?P<pp>peraturan\s+pemerintah)", re.IGNORECASE)
_HEAD = 600


def predict(rows: list[dict[str, Any]], data: Data) -> Iterator[dict[str, Any]]:
    """Yield the ranked acts; of the query only its masked text is read.

    The score adds the likeness of the titles and of all words, the share of the candidate's title
    that the query's text holds, and whether both are of one kind.
    """
    mask = load_mask(data)
    parsed = data.parsed()
    titles = [find_subject(one.title or find_title(data.text(one.doc))) for one in parsed]
    bodies = Bodies(parsed, titles, [data.text(one.doc) for one in parsed])
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        texts = [mask(data.text(row["query_doc"])) for row in block]
        for row, scores in zip(block, bodies.score(texts), strict=True):
            order = np.lexsort((np.arange(len(scores)), -scores))
            ranked = (parsed[place].doc for place in order)
            others = [doc for doc in ranked if doc != row["query_doc"]]
            yield {"id": row["id"], "ranked": others[:RANKED]}
        progress(f"B: ranked {start + len(block)} of {len(rows)}")


class Bodies:
    """All acts, weighed by their titles and by all their words."""

    def __init__(self, parsed: Sequence[Parsed], titles: list[str], texts: list[str]) -> None:
        self.kinds = np.array([one.doc.partition("/")[0] for one in parsed], dtype=np.str_)
        self.titles = fit(own_terms, titles, sublinear_tf=False)
        self.spoken_of = fit_presence(own_terms, titles)
        self.words = fit(find_words, texts)
        amending = [one.title.lower().startswith("perubahan") for one in parsed]
        lengths = np.log1p([len(find_words(title)) for title in titles])
        self.bias = AMENDING * np.array(amending, dtype=np.float32) + LONG_TITLE * lengths

    def score(self, texts: list[str]) -> NDArray[np.float64]:
        """Return the score of every act for every masked text."""
        heads = [find_title(text) for text in texts]
        same = np.array([self.kinds == find_kind(text) for text in texts], dtype=np.float32)
        scores: NDArray[np.float64] = (
            TITLES * self.titles.score(heads)
            + TITLE_SPOKEN_OF * self.spoken_of.score(texts)
            + WORDS * self.words.score(texts)
            + SAME_KIND * same
            + self.bias
        )
        return scores


def find_title(text: str) -> str:
    """Return the subject of an act as its own text prints it; empty if it is not found."""
    for pattern, reach in zip(_TITLES, _REACH, strict=True):
        for match in pattern.finditer(text[:reach]):
            subject = find_subject(" ".join(match["title"].split()))
            if len(subject) > 4:
                return subject
    return ""


def find_kind(text: str) -> str:
    """Return the kind of act a text's head names first."""
    match = _KIND.search(text[:_HEAD])
    return str(match.lastgroup) if match else ""


def load_mask(data: Data) -> Callable[[str], str]:
    """Return the masking that stands beside the scorers.

    Raises:
        RegcheckError: It is not there; without it the answer could be read off the query.
    """
    path = data.scorers / "mask.py"
    spec = importlib.util.spec_from_file_location("mask", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise RegcheckError(id=f"{path}: tidak ditemukan.", en=f"{path}: not found.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    mask: Callable[[str], str] = module.mask
    return mask
