"""Amendments of amending acts: what they change stands in the base that the earlier act changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from regcheck.domain import Amendment

#: The own pasal of an amending act, *Pasal I* and *Pasal II*, which may be meant or printed as
#: *Pasal 1* and *Pasal 2*: an order about these does not say whether it is about the base.
OWN = ("pasal-1", "pasal-2")


def forward(amendments: Iterable[tuple[str, Amendment]]) -> tuple[tuple[str, Amendment], ...]:
    """Return amendments with the target that they have in the end.

    Second and later amendments name the base, not the act that amended it (UU 12/2011 Lampiran II
    no. 7); where one names the amending act all the same, a pasal or annex that this act gave to
    its base is meant. What the amended act did not give to a base is its own and stays.

    >>> from regcheck.domain import Span
    >>> first = Amendment("insert", "perda/bali/2011/5#pasal-9A", "9A", (), Span(0, 9))
    >>> second = Amendment("delete", "perda/bali/2018/4#pasal-9A/ayat-2", "9A", (), Span(0, 9))
    >>> rows = forward([("perda/bali/2018/4", first), ("perda/bali/2020/1", second)])
    >>> rows[1][1].target
    'perda/bali/2011/5#pasal-9A/ayat-2'
    """
    rows = tuple(amendments)
    given: dict[str, dict[str, str]] = {}
    for by, one in rows:
        base, step = base_and_step(one)
        if base and step and base != by:
            given.setdefault(by, {}).setdefault(step, base)
    return tuple((by, redirect(one, given)) for by, one in rows)


def base_and_step(amendment: Amendment) -> tuple[str, str]:
    """Return the regulation that an operation is about, and the pasal, bab or annex in it."""
    base, _, path = amendment.target.partition("#")
    return base, "lampiran" if amendment.op == "lampiran" else path.partition("/")[0]


def redirect(amendment: Amendment, given: Mapping[str, Mapping[str, str]]) -> Amendment:
    """Follow an operation from an amending act to the base that holds what it is about."""
    base, step = base_and_step(amendment)
    seen = {base}
    while step not in OWN and (further := given.get(base, {}).get(step)) and further not in seen:
        base = further
        seen.add(base)
    path = amendment.target.partition("#")[2]
    target = f"{base}#{path}" if path else base
    return amendment if target == amendment.target else replace(amendment, target=target)
