"""Rules that outlive the acts they carry out, and hold only until they are replaced (N-16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from regcheck.check.bases import is_perda
from regcheck.check.orphaned import is_above
from regcheck.check.repealed import link_end
from regcheck.domain import Head, Link, Role, Status

#: The N-code of what such a rule says.
SURVIVING = "N-16"


def find_survivors(heads: Mapping[str, Head], links: Iterable[Link]) -> dict[str, str]:
    """Return the rules that carry out nothing but repealed acts, each with the first of these.

    A clause of the repealing act keeps such a rule *sepanjang belum diganti*
    (UU 12/2011 Lampiran II nos. 148 and 282). That another act says the same is how it is
    replaced: only what contradicts is a finding. A Perda makes law of its own (UU 23/2014 Pasal
    236).

    Args:
        heads: The regulations of a corpus as they stand, by id.
        links: Their links.
    """
    parents: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        if link.role is Role.MELAKSANAKAN:
            child, parent = (one.partition("#")[0] for one in (link.source, link.target))
            if is_above(parent, child):
                parents[child][parent] = None
    return {
        child: next(iter(above))
        for child, above in parents.items()
        if not is_perda(*link_end(child)) and all(is_repealed(heads.get(one)) for one in above)
    }


def is_repealed(head: Head | None) -> bool:
    """Tell whether an act is known to be repealed."""
    return head is not None and head.standing.status is Status.DICABUT
