"""Rules that outlive the acts they carry out, and hold only until they are replaced (N-16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType

from regcheck.check.bases import is_perda
from regcheck.check.orphaned import is_above
from regcheck.check.repealed import link_end
from regcheck.check.replaced import words_of
from regcheck.domain import Head, Link, Role, Status

#: The N-code of what such a rule says.
SURVIVING = "N-16"
#: Standings of acts that are no longer law.
GONE = (Status.DICABUT, Status.TIDAK_MENGIKAT)
#: Statutes whose rules a later one lays down again as its own, so that what carries them out stands
#: on that: the law on job creation (Perpu 2/2022 Pasal 184 and 185, made law by UU 6/2023).
RENEWED = frozenset({"uu/2020/11", "perpu/2022/2"})
#: Kinds of acts that every act rests on: constitutions, decisions of the People's Assembly.
GROUNDS = ("uud", "uuds", "tapmpr", "tapmprs")


#: Words that titles of rules put before the matter of the act that they carry out.
GENERAL = words_of(
    "usaha kegiatan pengelolaan penyelenggaraan pelaksanaan peraturan ketentuan tata cara syarat "
    "pembinaan pengawasan pedoman petunjuk teknis umum pengaturan perizinan izin dengan bagi"
)


def find_survivors(
    heads: Mapping[str, Head],
    links: Iterable[Link],
    gone: Container[str] = (),
    titles: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, str]:
    """Return the rules that carry out nothing but acts that are gone, each with the first of these.

    A clause of the repealing act keeps such a rule *sepanjang belum diganti*
    (UU 12/2011 Lampiran II nos. 148 and 282). That another act says the same is how it is
    replaced: only what contradicts is a finding. A Perda makes law of its own (UU 23/2014 Pasal
    236). A rule carries out what it says that it carries out. One that does not say so carries out
    the acts of its *Mengingat* (Lampiran II no. 28): those on its own matter, or else all.

    Args:
        heads: The regulations of a corpus as they stand, by id.
        links: Their links.
        gone: Further acts that are no longer law.
        titles: Titles of acts, by id.
    """
    carried: dict[str, dict[str, None]] = defaultdict(dict)
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        if link.role in (Role.MELAKSANAKAN, Role.DASAR_HUKUM):
            child, parent = (one.partition("#")[0] for one in (link.source, link.target))
            if is_above(parent, child) and not parent.startswith(GROUNDS):
                (carried if link.role is Role.MELAKSANAKAN else named)[child][parent] = None
    lost = {
        act
        for above in (*named.values(), *carried.values())
        for act in above
        if act not in RENEWED and (act in gone or is_gone(heads.get(act)))
    }
    found = {}
    for child, acts in {**named, **carried}.items():
        above = list(acts)
        if child not in carried:
            above = acts_on_matter(child, above, titles) or above
        if lost.issuperset(above) and not is_perda(*link_end(child)):
            found[child] = above[0]
    return found


def acts_on_matter(child: str, above: Iterable[str], titles: Mapping[str, str]) -> list[str]:
    """Return the legal bases of a rule that are on its very matter, by the titles.

    >>> titles = {"pp/2002/1": "Usaha Pasar", "uu/1985/9": "Pasar", "uu/1967/1": "Modal"}
    >>> acts_on_matter("pp/2002/1", ["uu/1967/1", "uu/1985/9"], titles)
    ['uu/1985/9']
    """
    matter = words_of(titles.get(child, "")) - GENERAL
    return [act for act in above if matter and matter <= words_of(titles.get(act, ""))]


def is_gone(head: Head | None) -> bool:
    """Tell whether an act is known to be no longer law."""
    return head is not None and head.standing.status in GONE
