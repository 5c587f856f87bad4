"""Delegations to an instrument not made yet: ``diatur dengan Peraturan Gubernur``."""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.domain import Citation, Identity, Kind, Role, Span
from regcheck.instruments import split_instrument
from regcheck.parse.citations.act_ids import own_region
from regcheck.parse.citations.acts import Act
from regcheck.parse.citations.mentions import Page
from regcheck.parse.citations.reasons import TO_COME
from regcheck.parse.citations.role_patterns import DELEGATION


def find_delegations(page: Page, identity: Identity) -> Iterator[Citation]:
    """Yield the delegations of the batang tubuh (UU 12/2011 Lampiran II nos. 198-210).

    None has a target; the instrument, with its region, is the candidate: ``pergub/bali``. One
    to a rule with a number is an ordinary citation and not among them.
    """
    outline = page.outline
    for match in DELEGATION.finditer(page.view):
        unit = outline.owner(outline.segment_at(match.start()))
        if page.zone(unit) is not Kind.PASAL:
            continue
        kind = delegate(match["name"], identity)
        if kind:
            span = Span(match.start("name"), match.end("name"))
            yield Citation(
                span, outline.units[unit].key, Role.MENDELEGASIKAN, None, (kind,), *TO_COME
            )


def delegate(name: str, identity: Identity) -> str:
    """Return the instrument a delegation names, with its region; nothing for other words.

    >>> delegate("peraturan gubernur", Identity("perda", "bali"))
    'pergub/bali'
    >>> delegate("peraturan yang berlaku", Identity())
    ''
    """
    found, rest = split_instrument(name)
    if found is None:
        return ""
    region = own_region(Act(0, 0, found.slug, rest), identity) if found.regional else ""
    return f"{found.slug}/{region}" if region else found.slug
