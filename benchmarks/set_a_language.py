"""Set A's signs from what texts say alike: pairs of words, budget years, and pasal cited alike.

A pasal that was rewritten keeps the vocabulary of its act, even where it keeps little of its own
words; and what it cites, the text that it replaced often cited as well.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

from benchmarks.set_a_acts import terms_of
from benchmarks.set_a_signs import Library, Numbers, Query, Scores

#: The chance that a term is drawn from the pasal, from its act, or from all acts; without a pasal,
#: from the act or from all.
OF_PASAL, OF_ACT, OF_ALL = 0.5, 0.25, 0.25
OF_ACT_ALONE = 0.5
#: A term counts as often as it stands in the query, but no more often than this (dampened).
OFTEN = 3
#: A term of fewer acts tells nothing of what is covered.
LEAST_ACTS = 2

#: A budget's year, as recognition of characters may have left it.
#:
#: takes    Tahun Anggaran 2017      anggaran tahun 2Ol7      Tahun Anggaran 20 1 7
#: refuses  anggaran 170 orang      Anggaran Pendapatan
_BUDGET = re.compile(
    r"""
    [Aa]nggaran \s+ (?: [Tt]ahun \s+ )?
    ( [12Il] \s? [09O] \s? [0-9OIl] \s? [0-9OIl] ) (?!\d)
    """,
    re.VERBOSE,
)
_CONFUSED = str.maketrans("OIl", "011")
#: A pasal that is cited, with the ayat and huruf that follow.
#:
#: takes    Pasal 6 huruf c      Pasal 21 ayat (1) huruf b      Pasal 7A
#: refuses  Pasal VII      ayat (1)
_CITED = re.compile(
    r"""
    \b [Pp]asa[l1I] \s+ (?P<pasal> \d{1,3} \s? [A-Z]? ) (?!\w)
    (?P<parts> (?: \s* (?: ayat \s* \( \s* \d{1,2} \s* \) | huruf \s+ [a-z]\b ) )* )
    """,
    re.VERBOSE,
)


class LanguageSigns(NamedTuple):
    """What speaks for a candidate by the words of its act, its year, and what it cites.

    Which share of the weight of the query's words and pairs of words it holds; how much likelier
    these are in it and its act than in all acts, and in its act alone (mean logs); the best of
    these three among its versions; whether it is of the budget year that the query names, of
    another, or of an act that is not of that year; and how far both cite the same pasal, and the
    same ayat and huruf of them (by the likest version).
    """

    covered: float
    likelier: float
    likelier_in_act: float
    version_covered: float
    version_likelier: float
    version_in_act: float
    same_budget: float
    other_budget: float
    other_year: float
    cited_alike: float
    cited_closely: float


class Cited(NamedTuple):
    """The pasal that a text cites, and those that it cites with an ayat or a huruf."""

    pasal: frozenset[str]
    parts: frozenset[str]


class Language:
    """The words and pairs of words of all pasal and of all acts, counted once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._cited: dict[int, Cited] = {}
        self.vectorizer = CountVectorizer(analyzer=terms_of, dtype=np.float32)
        pasal = sparse.csr_array(self.vectorizer.fit_transform(library.words))
        size, acts = len(library.acts), len(library.last)
        members = (np.ones(size, dtype=np.float32), (library.acts, np.arange(size)))
        self.pasal = pasal
        self.acts = sparse.csr_array(sparse.csr_array(members, shape=(acts, size)) @ pasal)
        totals = np.asarray(pasal.sum(axis=0)).ravel()
        self.shares = totals / max(float(totals.sum()), 1.0)
        self.lengths = np.asarray(pasal.sum(axis=1)).ravel() + 1
        self.act_lengths = np.asarray(self.acts.sum(axis=1)).ravel() + 1
        holders = np.bincount(self.acts.indices, minlength=self.acts.shape[1])
        self.rarity = np.log((1 + acts) / (1 + holders)) + 1
        self.rarity[holders < LEAST_ACTS] = 0

    def read(self, query: Query, found: Numbers, act: int) -> Scores:
        """Return the signs of each candidate, a row each; ``act`` is the query's own, or -1."""
        versions = [self.list_versions(place, act) for place in found.tolist()]
        columns = [
            self.weigh_versions(query, versions),
            self.weigh_years(query, found),
            self.weigh_cited(query, versions),
        ]
        return np.concatenate(columns, axis=1).astype(np.float32)

    def list_versions(self, place: int, act: int) -> list[int]:
        """Return a pasal and its versions that other acts than the query's own quote."""
        others = self.library.versions.get(place, ())
        return [place, *(one for one in others if self.library.acts[one] != act)]

    def weigh_versions(self, query: Query, versions: list[list[int]]) -> NDArray[np.float64]:
        """Return what ``weigh_terms`` tells of each candidate, and the best of its versions."""
        places = np.array(sorted({place for one in versions for place in one}), dtype=np.int64)
        weighed = self.weigh_terms(query, places)
        signs = np.zeros((len(versions), 2 * weighed.shape[1]))
        for row, one in enumerate(versions):
            figures = weighed[np.searchsorted(places, one)]
            signs[row] = np.concatenate([figures[0], figures.max(axis=0)])
        return signs

    def weigh_terms(self, query: Query, found: Numbers) -> NDArray[np.float64]:
        """Return ``covered``, ``likelier`` and ``likelier_in_act`` of each candidate."""
        asked = sparse.csr_array(self.vectorizer.transform([query.words]))
        terms = asked.indices
        if not len(terms):
            return np.zeros((len(found), 3))
        times = 1 + np.log(np.minimum(asked.data, OFTEN))
        acts, act_of = np.unique(self.library.acts[found], return_inverse=True)
        counts = self.pasal[found][:, terms].toarray()
        in_pasal = counts / self.lengths[found][:, None]
        in_act = self.acts[acts][:, terms].toarray() / self.act_lengths[acts][:, None]
        of_all = self.shares[terms]
        mixed = OF_PASAL * in_pasal + OF_ACT * in_act[act_of] + OF_ALL * of_all
        alone = OF_ACT_ALONE * in_act + (1 - OF_ACT_ALONE) * of_all
        rarity = self.rarity[terms]
        return np.stack(
            [
                (counts > 0) @ rarity / max(float(rarity.sum()), 1e-6),
                np.log(mixed / (OF_ALL * of_all)) @ times / times.sum(),
                (np.log(alone / ((1 - OF_ACT_ALONE) * of_all)) @ times / times.sum())[act_of],
            ],
            axis=1,
        )

    def weigh_years(self, query: Query, found: Numbers) -> NDArray[np.float64]:
        """Return ``same_budget``, ``other_budget`` and ``other_year`` of each candidate."""
        signs, asked = np.zeros((len(found), 3)), find_budget_years(query.text)
        if asked:
            year = max(asked, key=lambda one: (asked[one], one))
            named = [find_budget_years(self.library.texts[place]) for place in found.tolist()]
            signs[:, 0] = [year in one for one in named]
            signs[:, 1] = [bool(one) and year not in one for one in named]
            # A budget is enacted in its year or in the year before.
            signs[:, 2] = ~np.isin(self.library.years[self.library.acts[found]], (year - 1, year))
        return signs

    def weigh_cited(self, query: Query, versions: list[list[int]]) -> NDArray[np.float64]:
        """Return ``cited_alike`` and ``cited_closely`` of each candidate."""
        asked = read_cited(query.text)
        signs = np.zeros((len(versions), 2))
        for row, places in enumerate(versions):
            cited = [self.cited(one) for one in places]
            signs[row, 0] = max(share_alike(asked.pasal, one.pasal) for one in cited)
            signs[row, 1] = max(share_alike(asked.parts, one.parts) for one in cited)
        return signs

    def cited(self, place: int) -> Cited:
        """Return what a pasal cites."""
        if place not in self._cited:
            self._cited[place] = read_cited(self.library.texts[place])
        return self._cited[place]


def find_budget_years(text: str) -> Counter[int]:
    """Return how often a text names each budget year.

    >>> find_budget_years("Tahun Anggaran 2Ol7, lalu Tahun Anggaran 20 1 7; anggaran tahun 2016.")
    Counter({2017: 2, 2016: 1})
    """
    found = (one.translate(_CONFUSED) for one in _BUDGET.findall(text))
    return Counter(int("".join(year.split())) for year in found)


def read_cited(text: str) -> Cited:
    """Read what a text cites.

    >>> [sorted(one) for one in read_cited("Pasal 6 huruf c, Pasal 7A, dan Pasal 9 ayat (2)")]
    [['6', '7A', '9'], ['6hurufc', '9ayat2']]
    """
    found = [("".join(one["pasal"].split()), one["parts"]) for one in _CITED.finditer(text)]
    parts = (number + re.sub(r"\W+", "", rest.lower()) for number, rest in found if rest.strip())
    return Cited(frozenset(number for number, _ in found), frozenset(parts))


def share_alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of all that two texts cite is cited by both; 0 where neither cites."""
    return len(one & other) / len(one | other) if one or other else 0.0
