"""The corridor to the delegations of one draft: its own, and those that it carries out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from regcheck.domain import Link, Passage, Regulation, Role, Status
from regcheck.domain.graph import Delegation, DelegationState, Edge
from regcheck.law.delegation_ledger import Library, find_states
from regcheck.law.delegations import find_delegations
from regcheck.shelf import Shelf, dates_of, drafts_of
from regcheck.store import find_links

#: The roles in which a draft rests on an act whose delegations it may carry out.
BONDS = (Role.MELAKSANAKAN, Role.DASAR_HUKUM)


def delegations_around(
    draft: Regulation, passages: Mapping[str, Passage], shelf: Shelf, as_of: str = ""
) -> tuple[DelegationState, ...]:
    """Return the delegations that a draft prints, and those of others that it carries out.

    The draft counts as made: what it repeals is gone, and it carries out what it says.

    Args:
        draft: The text under review.
        passages: Its passages, by key.
        shelf: The regulations it is compared with.
        as_of: The day on which deadlines are judged; empty for today.
    """
    links = find_links(draft)
    parents = {link.target.partition("#")[0] for link in links if link.role in BONDS}
    parents &= shelf.heads.keys() - {draft.id}
    orders = find_delegations([one for one in shelf.passages.values() if one.regulation in parents])
    own = find_delegations([one for one in passages.values() if one.regulation == draft.id])
    library = library_of(draft, links, shelf, (*own, *orders))
    day = as_of or date.today().isoformat()
    states = find_states((*own, *orders), library, day)
    return tuple(one for one in states if one.delegation.act == draft.id or carries(draft, one))


def carries(draft: Regulation, state: DelegationState) -> bool:
    """Tell whether a draft carries out a delegation, in whatever form."""
    return any(one.id == draft.id for one in (*state.fulfilments, *state.wrong))


def library_of(
    draft: Regulation, links: Iterable[Link], shelf: Shelf, delegations: Iterable[Delegation]
) -> Library:
    """Return the acts among which fulfilments are sought: the shelf's, and the draft as made."""
    identities = {id_: head.identity for id_, head in shelf.heads.items()}
    gone = {id_ for id_, head in shelf.heads.items() if head.standing.status is Status.DICABUT} - {
        draft.id
    }
    gone |= {link.target for link in links if link.role is Role.MENCABUT and "#" not in link.target}
    others = [link for link in shelf.links if link.source != draft.id]
    edges = [Edge(one.source, one.holder, one.target, one.role) for one in (*others, *links)]
    dates = dates_of(identities)
    if draft.identity.draft:
        dates[draft.id] = ""  # a draft is younger than anything it carries out
    return Library(
        identities={**identities, draft.id: draft.identity},
        edges=edges,
        dates=dates,
        drafts=drafts_of(identities) - {draft.id},
        gone=frozenset(gone),
        delegations=tuple(delegations),
        made=draft.id,
    )
