"""What the state of the law is read from: changes by other acts, their titles, court rulings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from regcheck.domain import Passage, Role
from regcheck.domain.graph import Edge, Proof
from regcheck.domain.state import Named
from regcheck.store import faults, records, rows
from regcheck.store.corpus import Corpus

CHANGING = (Role.MENGUBAH, Role.MENCABUT, Role.MENCABUT_SEBAGIAN)
#: How a clause of commencement may be worded; the passages are kept on one line.
STARTING = (
    "%mulai%laku%", "%berlaku surut%", "%laku surut%", "%berlaku sejak%", "%berlaku terhitung%",
    "%berlaku setelah%",
)  # fmt: skip


def changing_edges(corpus: Corpus) -> tuple[Edge, ...]:
    """Return the edges by which acts change others, and those held by clauses on rulings.

    Raises:
        CorpusError: The corpus cannot be read.
    """
    marks = rows.marks(len(CHANGING))
    condition = (
        f"WHERE NOT own AND (role IN ({marks}) OR link.regulation IN "
        "(SELECT regulation FROM clause))"
    )
    query = rows.LINKS.format(columns=", page, start, stop", condition=condition)
    return tuple(map(records.to_edge, select(corpus, query, CHANGING)))


def starting_passages(corpus: Corpus) -> tuple[Passage, ...]:
    """Return the passages that may say when their act begins, in the order of the corpus.

    Raises:
        CorpusError: The corpus cannot be read.
    """
    worded = " OR ".join(["text LIKE ?"] * len(STARTING))
    query = f"SELECT {rows.PASSAGE} FROM passage WHERE target = '' AND ({worded}) ORDER BY number"
    return tuple(map(records.to_passage, select(corpus, query, STARTING)))


def surviving_passages(corpus: Corpus, ids: Iterable[str]) -> tuple[Passage, ...]:
    """Return the passages of some regulations that may keep older rules in force.

    Raises:
        CorpusError: The corpus cannot be read.
    """
    query = (
        f"SELECT {rows.PASSAGE} FROM passage WHERE key LIKE ? "
        "AND (text LIKE '%tetap%berlaku%' OR text LIKE '%masih%berlaku%') ORDER BY number"
    )
    found = [row for id_ in ids for row in select(corpus, query, (f"{id_}#%",))]
    return tuple(map(records.to_passage, found))


def cited_acts(corpus: Corpus) -> frozenset[str]:
    """Return the ids of all acts that a text of the corpus cites, or a part of which.

    Raises:
        CorpusError: The corpus cannot be read.
    """
    found = select(corpus, "SELECT DISTINCT target FROM link WHERE NOT own", ())
    return frozenset(target.partition("#")[0] for (target,) in found)


def ruling_clauses(corpus: Corpus) -> tuple[Proof, ...]:
    """Return the units that may tell of a court's ruling; none of regulations stored before that.

    Raises:
        CorpusError: The corpus cannot be read.
    """
    found = select(corpus, "SELECT key, page, text FROM clause ORDER BY number", ())
    return tuple(Proof(*row) for row in found)


def named_acts(corpus: Corpus) -> tuple[Named, ...]:
    """Return the acts that legal bases name with their titles; none of files read before that.

    Raises:
        CorpusError: The corpus cannot be read.
    """
    query = (
        "SELECT id, named.target, title FROM named "
        "JOIN regulation ON regulation.number = named.regulation ORDER BY named.number"
    )
    return tuple(Named(*row) for row in select(corpus, query, ()))


def select(corpus: Corpus, query: str, values: Iterable[Any]) -> list[Any]:
    """Return the rows of a query."""
    with faults.explained(corpus.path, corpus.timeout_s):
        return corpus.connection.execute(query, tuple(values)).fetchall()
