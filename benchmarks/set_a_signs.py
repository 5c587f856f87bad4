"""The signs by which set A's candidates are weighed (``set_a_worth`` says what each is worth)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.data import Parsed
from regcheck.compare import find_words

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]

#: Words that make an opening, and the characters they are looked for in.
OPENING, OPENING_CHARS = 12, 300
#: What is put for the distance to a cited pasal where none is cited, and for the fit.
NO_DISTANCE, NO_FIT = 3.0, 0.5
#: The weight of a word that no pasal holds, and what keeps lengths from nought.
UNKNOWN, SOME = 12.0, 3

#: A text that names the kind of act it stands in.
_SELF = {
    "uu": re.compile(r"undang\W{0,3}undang\s+ini", re.IGNORECASE),
    "pp": re.compile(r"peraturan\s+pemerintah\s+ini", re.IGNORECASE),
}
#: A single definition, quoted with its number.
_ONE_DEFINITION = re.compile(r"^\W*\d+[a-z]*\s*\..*\badalah\b", re.IGNORECASE | re.DOTALL)
_CITED = re.compile(r"[Pp]asa[l1]\s+(\d{1,3})")
_TARGET = re.compile(r"(?P<doc>[^#]+)#pasal-(?P<label>\w+)")
_LABEL = re.compile(r"#(\d+)")


class Signs(NamedTuple):
    """What speaks for a candidate, or against it.

    Likeness of words (normalised, and as printed), of the act, title and openings; whether it is a
    quoted version, of a kind that the query does not speak of, a definition for a definition; which
    share of the weight of the query's words it holds, and of its own the query; the difference in
    length (log); how far its number is from the nearest pasal cited (log), and whether its act has
    all those cited; the best likeness of words in its act; and the best of its versions.
    """

    own: float
    raw: float
    act: float
    title: float
    opening: float
    quoted: float
    other_kind: float
    definition: float
    held: float
    holding: float
    length: float
    distance: float
    fits: float
    best_of_act: float
    version_own: float
    version_raw: float
    version_opening: float


@dataclass(frozen=True)
class Library:
    """All pasal, row by row, and the act each stands in.

    ``quoted`` marks a pasal that an amending act quotes: a version of another, whose place
    ``bases`` gives (-1 for none). ``defines`` marks a pasal of definitions. ``years`` are those of
    the acts, by act.
    """

    ids: list[str]
    acts: Numbers
    kinds: NDArray[np.str_]
    words: list[list[str]]
    openings: list[list[str]]
    quoted: NDArray[np.bool_]
    defines: NDArray[np.bool_]
    bases: Numbers
    texts: list[str]
    years: NDArray[np.float64]

    @cached_property
    def numbers(self) -> Numbers:
        """The number of each pasal, its letters left aside."""
        found = (_LABEL.search(id_) for id_ in self.ids)
        return np.array([int(one[1]) if one else 0 for one in found], dtype=np.int64)

    @cached_property
    def last(self) -> Numbers:
        """The highest number of a pasal in each act."""
        highest = np.zeros(int(self.acts.max(initial=-1)) + 1, dtype=np.int64)
        np.maximum.at(highest, self.acts, self.numbers)
        return highest

    @cached_property
    def versions(self) -> Mapping[int, list[int]]:
        """The places of the quoted versions of a pasal, by its place."""
        found: dict[int, list[int]] = {}
        for place, base in enumerate(self.bases.tolist()):
            if base >= 0 and base != place:
                found.setdefault(base, []).append(place)
        return found

    @cached_property
    def amended(self) -> Mapping[int, frozenset[int]]:
        """The acts that quote versions of an act's pasal, by the act."""
        found: dict[int, set[int]] = {}
        for base, places in self.versions.items():
            found.setdefault(int(self.acts[base]), set()).update(self.acts[places].tolist())
        return {act: frozenset(by) for act, by in found.items()}


class Query(NamedTuple):
    """A query: its text, its words, its opening, the pasal it cites, and what it says of itself."""

    text: str
    words: list[str]
    opening: list[str]
    cited: list[int]
    is_definition: bool
    other_kind: NDArray[np.bool_]


class Likeness(NamedTuple):
    """How like a query is to each pasal (``own``, ``raw``) and to each act (``act``, ``title``)."""

    own: Scores
    raw: Scores
    act: Scores
    title: Scores


Weigher = Callable[[set[str]], float]


class Scale(NamedTuple):
    """What weighs words, the best likeness in each act, and the pasal of the query's own act."""

    weigh: Weigher
    best: Scores
    own: NDArray[np.bool_]


def read_library(parsed: Sequence[Parsed]) -> Library:
    """Gather the pasal of all acts."""
    found = [(act, one, segment) for act, one in enumerate(parsed) for segment in one.segments]
    ids = [f"{one.doc}#{segment.label}" for _, one, segment in found]
    places = {id_: place for place, id_ in reversed(list(enumerate(ids)))}
    targets = (_TARGET.fullmatch(segment.target) for _, _, segment in found)
    bases = [places.get(f"{one['doc']}#{one['label']}", -1) if one else -1 for one in targets]
    return Library(
        ids=ids,
        acts=np.array([act for act, _, _ in found], dtype=np.int64),
        kinds=np.array([one.doc.partition("/")[0] for _, one, _ in found], dtype=np.str_),
        words=[find_words(segment.text) for _, _, segment in found],
        openings=[read_opening(segment.text) for _, _, segment in found],
        quoted=np.array([is_quoted(one, segment.target) for _, one, segment in found], dtype=bool),
        defines=np.array(["dimaksud dengan" in seg.text[:300] for _, _, seg in found], dtype=bool),
        bases=np.array(bases, dtype=np.int64),
        texts=[segment.text for _, _, segment in found],
        years=np.array([float(one.doc.split("/")[1]) for one in parsed], dtype=np.float64),
    )


def is_quoted(act: Parsed, target: str) -> bool:
    """Tell whether a pasal is one that an amending act quotes."""
    return bool(target) or act.title.lower().startswith("perubahan")


def read_opening(text: str) -> list[str]:
    """Return the first words of a text."""
    return find_words(text[:OPENING_CHARS])[:OPENING]


def read_query(text: str, kinds: NDArray[np.str_]) -> Query:
    """Read what a query's text shows."""
    named = [kind for kind, pattern in _SELF.items() if pattern.search(text)]
    return Query(
        text=text,
        words=find_words(text),
        opening=read_opening(text),
        cited=[int(number) for number in _CITED.findall(text)],
        is_definition=_ONE_DEFINITION.match(text) is not None,
        other_kind=~np.isin(kinds, named) if named else np.zeros(len(kinds), dtype=np.bool_),
    )


def weigher_of(vectorizer: TfidfVectorizer) -> Weigher:
    """Return what weighs a set of words by how rare each is."""
    places, rarity = vectorizer.vocabulary_, vectorizer.idf_

    def weigh(words: set[str]) -> float:
        return sum(float(rarity[places[word]]) if word in places else UNKNOWN for word in words)

    return weigh


def best_by_act(likeness: Likeness, library: Library, found: Numbers) -> Scores:
    """Return the best likeness of words among the candidates of each act."""
    best = np.zeros(len(library.last), dtype=np.float32)
    np.maximum.at(best, library.acts[found], likeness.own[found])
    return best


def read_signs(
    query: Query,
    likeness: Likeness,
    library: Library,
    place: int,
    scale: Scale,
) -> Signs:
    """Read the signs of one candidate."""
    weigh, best, own = scale
    act, words = int(library.acts[place]), set(library.words[place])
    asked = set(query.words)
    shared = weigh(asked & words)
    versions = [place, *(v for v in library.versions.get(place, ()) if not own[v])]
    near = min((abs(int(library.numbers[place]) - one) for one in query.cited), default=-1)
    likest = [Indel.normalized_similarity(query.opening, library.openings[v]) for v in versions]
    return Signs(
        own=float(likeness.own[place]),
        raw=float(likeness.raw[place]),
        act=float(likeness.act[act]),
        title=float(likeness.title[act]),
        opening=likest[0],
        quoted=float(library.quoted[place]),
        other_kind=float(query.other_kind[place]),
        definition=float(query.is_definition and library.defines[place]),
        held=shared / (weigh(asked) or 1.0),
        holding=shared / (weigh(words) or 1.0),
        length=abs(float(np.log((len(query.words) + SOME) / (len(library.words[place]) + SOME)))),
        distance=float(np.log1p(near)) if near >= 0 else NO_DISTANCE,
        fits=float(max(query.cited) <= library.last[act]) if query.cited else NO_FIT,
        best_of_act=float(best[act]),
        version_own=max(float(likeness.own[v]) for v in versions),
        version_raw=max(float(likeness.raw[v]) for v in versions),
        version_opening=max(likest),
    )
