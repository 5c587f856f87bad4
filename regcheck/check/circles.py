"""References that only lead to each other, so that no norm is laid down anywhere (R-06)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.domain import Case, Finding, Passage, Quote, Role
from regcheck.naming import cite_path, cite_unit

#: A clause that lays nothing down and only names the place where something is laid down.
#:
#: takes    Tata cara pemungutan diatur dalam Pasal 9.
#: takes    Ketentuan mengenai pemungutan dilaksanakan sesuai dengan Pasal 5 ayat (1).
#: takes    Tata cara pemungutan sebagaimana dimaksud dalam Pasal 5.
#: refuses  Setiap orang wajib membayar retribusi sebagaimana dimaksud dalam Pasal 5.
#: refuses  Tata cara pemungutan diatur dengan Peraturan Gubernur.
#: refuses  Retribusi dipungut paling lama 7 (tujuh) hari sesuai dengan Pasal 5.
POINTER = re.compile(
    r"""
    ^ (?! .* \b (?: wajib | dilarang | harus | berhak | dapat | paling | berwenang ) \b
        | .* \b \d+ \s+ \( [a-z] )
    (?: ketentuan | tata \s+ cara | persyaratan | pelaksanaan | besaran | besarnya | tarif | hal
      | jenis | bentuk | prosedur | mekanisme | pedoman | kriteria | jangka \s+ waktu ) \b
    (?P<subject> [^.;:]{0,160}? )
    (?: \b (?P<verb> diatur | dilaksanakan | dilakukan | ditetapkan | ditentukan | berlaku
        | mengikuti | mengacu | berpedoman ) \b
        (?: \s+ lebih \s+ lanjut )?
        (?: \s+ (?: sesuai | menurut | berdasarkan | dalam | dengan | pada | kepada
          | ketentuan | sebagaimana | dimaksud | diatur | ditetapkan ) ){0,6}
      | \b sebagaimana \s+ (?: dimaksud | diatur ) \s+ (?: dalam | pada ) )
    \s+ (?: pasal | ayat ) \s+ \(? \w+ \)?
    (?: \s+ ayat \s+ \( \w+ \) )? (?: \s+ huruf \s+ \w )?
    (?: \s+ (?: peraturan | undang ) [^.;:]{0,120} )? \s* [.;]? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A verb by which the words before a reference say something of their own.
#:
#: takes    Besaran pajak dihitung dengan mengalikan dasar pengenaan
#: refuses  Ketentuan mengenai besaran pajak
OWN_VERB = re.compile(
    r"\b(?!mengenai\b|dimaksud\b)(?:di|me|ber)[a-z]{4,}\b|\b(?:adalah|terdiri)\b", re.IGNORECASE
)
CIRCLE = (
    "{places} saling merujuk, dan tidak satu pun memuat norma",
    "{places} refer to each other, and none of them states a norm",
)

Targets = Mapping[str, frozenset[str]]


def find_circles(case: Case) -> Iterator[Finding]:
    """Find clauses of a draft that point only to clauses which point back (R-06).

    A clause counts as empty where all it does is name another; a chain of such clauses that comes
    to any clause with words of its own is no fault, however often the two cite each other.
    """
    empty = empty_clauses(case)
    own = sorted(key for key in empty if key.startswith(f"{case.draft.id}#"))
    told: set[str] = set()
    for key in own:
        circle = circle_of(key, empty)
        if len(circle) < 2 or told & set(circle):
            continue
        told.update(circle)
        yield circle_finding(case, circle)


def empty_clauses(case: Case) -> dict[str, frozenset[str]]:
    """Return the clauses that state nothing, wherever one follows them, and what each points to."""
    passages = {one.key: one for one in case.passages.values() if one.regulation == case.draft.id}
    pointing = {key for key, one in passages.items() if is_pointer(one)}
    if not pointing:
        return {}
    edges = list_edges(case)
    abroad = {target for key in pointing for target in edges.get(key, ())} - passages.keys()
    inside = defaultdict(list)
    for key in (*passages, *reach(case, abroad)):
        passages.setdefault(key, case.library.get(key) or case.passages[key])
        inside[pasal_of(key)].append(key)
    pointing |= {key for key in passages if is_pointer(passages[key])}
    places = {key: clauses_at(edges.get(key, frozenset()), inside) for key in pointing}
    return ungrounded({key: to for key, to in places.items() if to})


def is_pointer(passage: Passage) -> bool:
    """Tell whether a clause only names another place."""
    found = POINTER.match(passage.text)
    if found is None or passage.target:
        return False
    return bool(found["verb"]) or not OWN_VERB.search(found["subject"])


def list_edges(case: Case) -> dict[str, frozenset[str]]:
    """Return the units that each unit refers to."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in case.draft.citations:
        if one.role is Role.MERUJUK and one.target and "#pasal" in one.target:
            found[one.holder].add(one.target)
    for link in case.links:
        if link.role is Role.MERUJUK and "#pasal" in link.target and link.source != case.draft.id:
            found[link.holder].add(link.target)
    return {key: frozenset(targets) for key, targets in found.items()}


def reach(case: Case, targets: Iterable[str]) -> set[str]:
    """Return the passages of the corpus at the pasal of some targets."""
    wanted = {pasal_of(target) for target in targets}
    return {key for key in case.library if pasal_of(key) in wanted} if wanted else set()


def pasal_of(key: str) -> str:
    """Return the key of the pasal around a unit.

    >>> pasal_of("perda/bali/2011/5#pasal-9/ayat-2/huruf-a")
    'perda/bali/2011/5#pasal-9'
    """
    act, _, path = key.partition("#")
    return f"{act}#{path.partition('/')[0]}"


def clauses_at(targets: Iterable[str], inside: Mapping[str, list[str]]) -> frozenset[str]:
    """Return the clauses at the places that a clause names; nothing if one is not known."""
    found: set[str] = set()
    for target in targets:
        there = [
            key
            for key in inside.get(pasal_of(target), ())
            if key == target or key.startswith(f"{target}/") or target.startswith(f"{key}/")
        ]
        if not there:
            return frozenset()
        found.update(there)
    return frozenset(found)


def ungrounded(places: Targets) -> dict[str, frozenset[str]]:
    """Keep the clauses from which every way leads to clauses that only point.

    >>> sorted(ungrounded({"a": frozenset("b"), "b": frozenset("a"), "c": frozenset("d")}))
    ['a', 'b']
    """
    kept = dict(places)
    while loose := [key for key, targets in kept.items() if targets - kept.keys()]:
        for key in loose:
            del kept[key]
    return kept


def circle_of(start: str, empty: Targets) -> tuple[str, ...]:
    """Return the clauses of the circle that a clause leads into, itself first if it is of it."""
    path = [start]
    while (after := min(empty[path[-1]])) not in path:
        path.append(after)
    return tuple(path[path.index(after) :])


def circle_finding(case: Case, circle: tuple[str, ...]) -> Finding:
    """Word one R-06, its first clause beside its second."""
    home = f"{case.draft.id}#"
    first = next((key for key in circle if key.startswith(home)), circle[0])
    second = circle[(circle.index(first) + 1) % len(circle)]
    places = ", ".join(
        cite_path(key.partition("#")[2]) if key.startswith(home) else cite_unit(key)
        for key in circle
    )
    evidence = Evidence(
        left=to_quote(case, first),
        right=to_quote(case, second),
        confidence=0.85,
        detail=CIRCLE[case.lang == "en"].format(places=places),
        relation=case.relations.get(second.partition("#")[0]),
    )
    return make_finding("R-06", evidence, case.lang)


def to_quote(case: Case, key: str) -> Quote:
    """Return a clause as one side of a finding."""
    passage = case.passages.get(key) or case.library[key]
    return Quote(passage.key, passage.text, passage.page)
