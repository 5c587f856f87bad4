"""Set A: the new text of a pasal - which pasal did it replace?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.data import Data, Parsed, progress
from regcheck.compare import find_words

Scores = NDArray[np.float32]
Analyzer = Callable[[str], list[str]]

#: Ranked ids of a query, and the candidates whose openings are compared.
RANKED = 100
CANDIDATES = 200
#: Queries scored at once: their scores for every pasal are held in memory.
BLOCK = 64
#: Words that make an opening.
OPENING = 12

# What each sign is worth, tuned on the open half by cross-validation over base laws.
OWN_WORDS, RAW_WORDS, WHOLE_ACT, TITLE, OPENINGS = 4.4, 8.7, 8.0, 2.2, 4.4
QUOTED, OTHER_KIND, DEFINITION = -10.5, -3.6, 7.5

_WORD = re.compile(r"\w+")
#: The subject of an act that changes another is the other's.
_CHANGES = re.compile(r"^.*\b(?:perubahan|pencabutan)\b.*\btentang\b", re.IGNORECASE | re.DOTALL)
#: A text that names the kind of act it stands in.
_SELF = {
    "uu": re.compile(r"undang\W{0,3}undang\s+ini", re.IGNORECASE),
    "pp": re.compile(r"peraturan\s+pemerintah\s+ini", re.IGNORECASE),
}
#: A single definition, quoted with its number.
_ONE_DEFINITION = re.compile(r"^\W*\d+[a-z]*\s*\..*\badalah\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Library:
    """All pasal, row by row, and the act each stands in.

    ``quoted`` marks a pasal that an amending act quotes: a version of another, which comes after
    the original. ``defines`` marks a pasal of definitions.
    """

    ids: list[str]
    acts: NDArray[np.int64]
    kinds: NDArray[np.str_]
    openings: list[list[str]]
    quoted: NDArray[np.bool_]
    defines: NDArray[np.bool_]


@dataclass(frozen=True)
class Space:
    """A vectoriser and the vectors of its texts, turned so that a query multiplies them."""

    vectorizer: TfidfVectorizer
    turned: sparse.csc_array

    def score(self, texts: Sequence[str]) -> Scores:
        """Return the product of each text with every vector."""
        scores: Scores = (self.vectorizer.transform(texts) @ self.turned).toarray()
        return scores


def predict(rows: list[dict[str, Any]], data: Data) -> Iterator[dict[str, Any]]:
    """Yield the ranked pasal of all acts but the query's own; of the query only its text is read.

    The score adds the likeness of the words (normalised, and as printed), of the openings and of
    the whole act, and whether the candidate's title is spoken of.
    """
    parsed = data.parsed()
    library = read_library(parsed)
    spaces = build_spaces(parsed, library)
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        texts = [data.text(row["query_doc"])[slice(*row["query_span"])] for row in block]
        for row, text, scores in zip(block, texts, score(texts, library, spaces), strict=True):
            scores[library.acts == parsed_number(parsed, row["query_doc"])] = -np.inf
            yield {"id": row["id"], "ranked": rank(text, scores, library)}
        progress(f"A: ranked {start + len(block)} of {len(rows)}")


def parsed_number(parsed: Sequence[Parsed], doc: str) -> int:
    """Return the place of a document; -1 if it is not there."""
    return next((place for place, one in enumerate(parsed) if one.doc == doc), -1)


def read_library(parsed: Sequence[Parsed]) -> Library:
    """Gather the pasal of all acts."""
    found = [(act, one, segment) for act, one in enumerate(parsed) for segment in one.segments]
    return Library(
        ids=[f"{one.doc}#{segment.label}" for _, one, segment in found],
        acts=np.array([act for act, _, _ in found], dtype=np.int64),
        kinds=np.array([one.doc.partition("/")[0] for _, one, _ in found], dtype=np.str_),
        openings=[find_words(segment.text[:300])[:OPENING] for _, _, segment in found],
        quoted=np.array([is_quoted(one, segment.target) for _, one, segment in found], dtype=bool),
        defines=np.array(["dimaksud dengan" in seg.text[:300] for _, _, seg in found], dtype=bool),
    )


def is_quoted(act: Parsed, target: str) -> bool:
    """Tell whether a pasal is one that an amending act quotes."""
    return bool(target) or act.title.lower().startswith("perubahan")


def find_subject(title: str) -> str:
    """Return a title without the name of what the act changes."""
    return _CHANGES.sub("", title).strip()


def own_terms(text: str) -> list[str]:
    """Return the words and pairs of words as regcheck compares them."""
    return with_pairs(find_words(text))


def raw_terms(text: str) -> list[str]:
    """Return the words and pairs of words as printed, numbers and references included."""
    return with_pairs(_WORD.findall(text.lower()))


def with_pairs(words: list[str]) -> list[str]:
    """Return words and then their pairs of neighbours."""
    return words + [f"{first} {second}" for first, second in pairwise(words)]


def fit(analyzer: Analyzer, texts: Sequence[str], **options: Any) -> Space:
    """Weigh texts by TF-IDF."""
    options = {"sublinear_tf": True, "dtype": np.float32, **options}
    vectorizer = TfidfVectorizer(analyzer=analyzer, **options)
    return Space(vectorizer, vectorizer.fit_transform(texts).T)


def fit_presence(analyzer: Analyzer, texts: Sequence[str]) -> Space:
    """Weigh texts so that a query scores the share of a text's weight that it holds."""
    vectorizer = TfidfVectorizer(analyzer=analyzer, norm="l1", dtype=np.float32)
    vectors = vectorizer.fit_transform(texts)
    asking = TfidfVectorizer(
        analyzer=analyzer,
        vocabulary=vectorizer.vocabulary_,
        binary=True,
        use_idf=False,
        norm=None,
        dtype=np.float32,
    )
    # Without weights there is nothing to fit.
    asking.fit([""])
    return Space(asking, vectors.T)


def build_spaces(parsed: Sequence[Parsed], library: Library) -> dict[str, Space]:
    """Weigh the pasal by their words, and the acts by theirs and by their titles."""
    pasal = [segment.text for one in parsed for segment in one.segments]
    spaces = {}
    for name, analyzer in (("own", own_terms), ("raw", raw_terms)):
        spaces[name] = fit(analyzer, pasal)
        progress(f"A: weighed {len(library.ids)} pasal by {name} words")
    acts = ["\n".join(segment.text for segment in one.segments) for one in parsed]
    spaces["act"] = fit(find_words, acts)
    spaces["title"] = fit_presence(find_words, [find_subject(one.title) for one in parsed])
    return spaces


def score(texts: list[str], library: Library, spaces: dict[str, Space]) -> Scores:
    """Return the score of every pasal for every text, openings left aside."""
    scores: Scores = OWN_WORDS * spaces["own"].score(texts) + RAW_WORDS * spaces["raw"].score(texts)
    acts = WHOLE_ACT * spaces["act"].score(texts) + TITLE * spaces["title"].score(texts)
    scores += acts[:, library.acts]
    scores += QUOTED * library.quoted
    for row, text in enumerate(texts):
        named = [kind for kind, pattern in _SELF.items() if pattern.search(text)]
        if named:
            scores[row] += OTHER_KIND * ~np.isin(library.kinds, named)
        if _ONE_DEFINITION.match(text):
            scores[row] += DEFINITION * library.defines
    return scores


def rank(text: str, scores: Scores, library: Library) -> list[str]:
    """Return the best ids, the openings of the best candidates compared."""
    count = min(CANDIDATES, len(scores))
    best = np.argpartition(-scores, count - 1)[:count] if count else np.zeros(0, dtype=np.int64)
    opening = find_words(text[:300])[:OPENING]
    final = {
        int(place): float(scores[place])
        + OPENINGS * Indel.normalized_similarity(opening, library.openings[place])
        for place in best
        if np.isfinite(scores[place])
    }
    order = sorted(final, key=lambda place: (-final[place], place))
    return list(dict.fromkeys(library.ids[place] for place in order))[:RANKED]
