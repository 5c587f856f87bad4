"""Set A: the new text of a pasal - which pasal did it replace?

All pasal are searched with a few signs; the best are then weighed by all of them (``set_a_signs``,
``set_a_parts``, ``set_a_acts``, ``set_a_language`` and ``set_a_sanctions``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.data import Data, Parsed, progress
from benchmarks.set_a_acts import learn_ages, read_act_signs, terms_of
from benchmarks.set_a_language import Language
from benchmarks.set_a_parts import Shelves, read_table
from benchmarks.set_a_sanctions import mark_sanctions, read_sanction_signs
from benchmarks.set_a_signs import (
    Library,
    Likeness,
    Numbers,
    Query,
    Scores,
    read_library,
    read_query,
    weigher_of,
)
from benchmarks.set_a_worth import WORTH
from regcheck.compare import find_words

Analyzer = Callable[[str], list[str]]

#: Ranked ids of a query; candidates that all signs are read of, and those that words alone add.
RANKED = 100
CANDIDATES, BY_WORDS = 250, 60
#: Queries scored at once: their scores for every pasal are held in memory.
BLOCK = 64
# What each sign is worth in the search for candidates.
OWN_WORDS, RAW_WORDS, WHOLE_ACT, TITLE = 4.4, 8.7, 8.0, 2.2
QUOTED, OTHER_KIND, DEFINITION = -10.5, -3.6, 7.5

_WORD = re.compile(r"\w+")
#: The subject of an act that changes another is the other's.
_CHANGES = re.compile(r"^.*\b(?:perubahan|pencabutan)\b.*\btentang\b", re.IGNORECASE | re.DOTALL)


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
    """Yield the ranked pasal of all acts but the query's own.

    Of the query only its text is read, and nothing of its act, quoted versions included.
    """
    library = read_library(data.parsed())
    worth = np.array(WORTH, dtype=np.float32)
    for row, (found, table) in zip(rows, read_tables(rows, data, library), strict=True):
        yield {"id": row["id"], "ranked": in_order(found, table @ worth, library)}


def read_tables(
    rows: list[dict[str, Any]], data: Data, library: Library
) -> Iterator[tuple[Numbers, Scores]]:
    """Yield the candidates of each query, and all signs of each of them, a row each."""
    parsed = data.parsed()
    spaces = build_spaces(parsed, library)
    shelves = Shelves(library, weigher_of(spaces["own"].vectorizer))
    ages = learn_ages(parsed, library)
    language, marks = Language(library), mark_sanctions(library)
    progress("A: learned the age of texts, and counted their words")
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        texts = [data.text(row["query_doc"])[slice(*row["query_span"])] for row in block]
        tables = score_all(texts, spaces)
        for place, (row, text) in enumerate(zip(block, texts, strict=True)):
            query = read_query(text, library.kinds)
            likeness = Likeness(*(table[place] for table in tables))
            act = parsed_number(parsed, row["query_doc"])
            own = library.acts == act
            found = find_candidates(query, likeness, library, own)
            signs = read_table(query, likeness, found, shelves, own)
            year = ages.guess(query.words, act)
            more = read_act_signs(year, likeness, found, library, act)
            said = language.read(query, found, act)
            plain = np.concatenate([signs, more, said], axis=1)
            sanctions = read_sanction_signs(query, found, plain, marks)
            yield found, np.concatenate([plain, sanctions], axis=1)
        progress(f"A: ranked {start + len(block)} of {len(rows)}")


def parsed_number(parsed: Sequence[Parsed], doc: str) -> int:
    """Return the place of a document; -1 if it is not there."""
    return next((place for place, one in enumerate(parsed) if one.doc == doc), -1)


def find_subject(title: str) -> str:
    """Return a title without the name of what the act changes."""
    return _CHANGES.sub("", title).strip()


def own_terms(text: str) -> list[str]:
    """Return the words and pairs of words as regcheck compares them."""
    return terms_of(find_words(text))


def raw_terms(text: str) -> list[str]:
    """Return the words and pairs of words as printed, numbers and references included."""
    return terms_of(_WORD.findall(text.lower()))


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


def score_all(texts: list[str], spaces: dict[str, Space]) -> tuple[Scores, Scores, Scores, Scores]:
    """Return the likeness of each text to all pasal, by both kinds of words, acts, and titles."""
    own, raw, act, title = (spaces[name].score(texts) for name in ("own", "raw", "act", "title"))
    return own, raw, act, title


def find_candidates(
    query: Query, likeness: Likeness, library: Library, own: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return the places of the likeliest pasal, ``own`` left out, and of what they are versions of.

    A pasal that an amending act quotes stands for the one that it replaced.
    """
    scores = OWN_WORDS * likeness.own + RAW_WORDS * likeness.raw
    scores += (WHOLE_ACT * likeness.act + TITLE * likeness.title)[library.acts]
    scores += QUOTED * library.quoted + OTHER_KIND * query.other_kind
    scores += DEFINITION * (library.defines if query.is_definition else np.zeros(len(scores)))
    found: set[int] = set()
    for values, count in ((scores, CANDIDATES), (likeness.own, BY_WORDS), (likeness.raw, BY_WORDS)):
        allowed = np.where(own, -np.inf, values)
        most = min(count, len(allowed))
        found.update(np.argpartition(-allowed, most - 1)[:most].tolist() if most else ())
    found = {place for place in found if not own[place]}
    found |= {base for place in found if (base := int(library.bases[place])) >= 0}
    return np.array(sorted(place for place in found if not own[place]), dtype=np.int64)


def in_order(found: NDArray[np.int64], scores: Scores, library: Library) -> list[str]:
    """Return the ids of candidates, the best first."""
    order = np.lexsort((found, -scores))
    return list(dict.fromkeys(library.ids[place] for place in found[order]))[:RANKED]
