"""The orders that an act gives to later rules: who is to lay down what, in which form, by when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from regcheck import instruments, regions
from regcheck.domain import Kind, Passage, RegulationId
from regcheck.domain.graph import Delegation
from regcheck.law import delegation_patterns as patterns

#: The kind of a rule or decision of the head of an office.
OFFICER = "officer"
#: The rules of the heads of regions, by the level of the region.
HEADS = {"provinsi": "gub", "kab": "bup", "kota": "wal"}
#: Words before the verb with which it tells of a rule instead of ordering one.
TELLING = (
    "sebagaimana", "yang", "telah", "sudah", "belum", "tidak", "sesuai",
    "sebelum", "sesudah", "setelah", "hingga", "sejak",
)  # fmt: skip
#: A time with the kinds of rule that it is given for, none where it is for all.
Time = tuple[tuple[str, ...], int, str]


def find_delegations(passages: Iterable[Passage]) -> tuple[Delegation, ...]:
    """List the delegations in the passages of regulations, in order.

    Clauses that tell what a rule lays down already, and orders of single decisions (*ditetapkan
    dengan Keputusan*), are none. A time given for all implementing rules of an act counts for each
    of its delegations that has none of its own.
    """
    found: list[Delegation] = []
    times: dict[str, list[Time]] = defaultdict(list)
    places: dict[str, tuple[int, str]] = {}
    for passage in passages:
        if "tur" not in passage.text and "tet" not in passage.text:
            continue
        found += read_clauses(passage)
        times[passage.regulation] += times_of_kinds(passage)
        places |= times_of_places(passage)
    return tuple(with_time(one, times, places) for one in found)


def times_of_kinds(passage: Passage) -> Iterator[Time]:
    """Yield the time that a clause gives to all implementing rules, or to those of a kind."""
    for found in patterns.ALL_RULES.finditer(passage.text):
        count, unit = read_time(passage.text[found.end() :])
        if count:
            opening = found[0].lower()
            every = "peraturan pelaksana" in " ".join(opening.split())
            kinds = () if every else read_instruments(found[0], passage.key)[1]
            yield kinds, count, unit


def times_of_places(passage: Passage) -> dict[str, tuple[int, str]]:
    """Return the time that a clause gives to the rules ordered in other places, by their keys."""
    found = patterns.RULES_OF.search(passage.text)
    if found is None:
        return {}
    count, unit = read_time(passage.text[found.end() :])
    if not count:
        return {}
    named = patterns.PLACE.finditer(found["places"])
    home = (passage.target or passage.key).partition("#")[0]
    return {
        f"{home}#pasal-{one['pasal']}" + (f"/ayat-{one['ayat']}" if one["ayat"] else ""): (
            count,
            unit,
        )
        for one in named
    }


def with_time(
    delegation: Delegation,
    times: Mapping[str, Iterable[Time]],
    places: Mapping[str, tuple[int, str]],
) -> Delegation:
    """Give a delegation the time that its act gives to its place, to its kind, or for all."""
    if delegation.count:
        return delegation
    above = (home for home in places if f"{delegation.home}/".startswith(f"{home}/"))
    general = (
        (count, unit)
        for kinds, count, unit in times.get(delegation.key.partition("#")[0], ())
        if not kinds or set(kinds) & set(delegation.ordered)
    )
    given = places.get(next(above, "")) or next(general, None)
    return replace(delegation, count=given[0], unit=given[1]) if given else delegation


def read_clauses(passage: Passage) -> Iterator[Delegation]:
    """List the delegations of one passage; one that defines a term gives no orders."""
    if passage.norm_type == "definisi" or passage.kind is Kind.ANGKA:
        return
    text = passage.text
    for match in patterns.DELEGATES.finditer(text):
        before = match["before"].lower().split()
        if before and before[0] in TELLING:
            continue
        subject = subject_of(text[: match.start()])
        printed, ordered = read_instruments(match["name"], passage.key)
        named = not patterns.MAKER.match(printed)
        if not ordered or is_decision(match["verb"], ordered, named=named):
            continue
        if ordered == ("uu",) and patterns.RELATIVE.search(subject):
            continue
        blanket = bool(patterns.BLANKET.search(subject))
        count, unit = read_time(text[match.end() :].partition(". ")[0])
        yield Delegation(
            key=passage.key,
            home=passage.target or passage.key,
            page=passage.page,
            text=text,
            printed=printed,
            ordered=ordered,
            matter="" if blanket else matter_of(subject),
            passable=bool(match["passable"] or not match["firm"]),
            blanket=blanket,
            loose=bool(before) or is_casewise(match["verb"], subject),
            count=count,
            unit=unit,
        )


def is_decision(verb: str, ordered: tuple[str, ...], *, named: bool) -> bool:
    """Tell whether a clause orders a decision in single cases (*ditetapkan dengan Keputusan*).

    So it is if the matter is determined by an official, and no rule is ``named``.
    """
    rules = any(instruments.is_regulation(slug) for slug in ordered)
    return verb.lower() != "diatur" and not (rules and named)


def is_casewise(verb: str, subject: str) -> bool:
    """Tell whether a clause wants a rule for each case, not one that regulates the matter.

    >>> [
    ...     is_casewise("ditetapkan", subject)
    ...     for subject in ("Pembentukan kecamatan", "Dana cadangan", "Tata cara pembentukan desa")
    ... ]
    [True, True, False]
    >>> is_casewise("diatur", "Pembentukan desa")
    False
    """
    if verb.lower() == "diatur":
        return False
    return bool(patterns.CASEWISE.match(subject)) or not patterns.REGULATED.search(subject)


def subject_of(before: str) -> str:
    """Return the sentence that leads up to the verb of a delegation.

    >>> subject_of("Izin berlaku. Tata cara permohonan izin ")
    'Tata cara permohonan izin'
    """
    last = patterns.SENTENCE.split(before.replace("_", " "))[-1]
    return " ".join(patterns.STRAY_MARK.sub("", last).split()).strip(" ,")


def matter_of(subject: str) -> str:
    """Return what a delegation is about, empty where it names nothing.

    >>> matter_of(
    ...     "Ketentuan lebih lanjut mengenai tata cara permohonan izin sebagaimana dimaksud "
    ...     "pada ayat (1)"
    ... )
    'tata cara permohonan izin'
    >>> matter_of("Ketentuan lebih lanjut"), matter_of("Pelaksanaan Peraturan Daerah ini")
    ('', '')
    >>> matter_of("Pelaksanaan ketentuan sebagaimana dimaksud pada ayat (1)")
    'Pelaksanaan ketentuan sebagaimana dimaksud pada ayat (1)'
    """
    opened = patterns.OPENING.sub("", subject, count=1)
    if opened == subject and patterns.NO_MATTER.match(subject):
        return ""
    matter = " ".join(patterns.POINTER.sub("", opened).split()).strip(" ,:;")
    if patterns.BARE.match(matter):
        return subject
    return matter.removesuffix(" akan").removesuffix(" dan").rstrip(" ,")


def read_time(text: str) -> tuple[int, str]:
    """Return the time that a clause allows from promulgation; 0 for none.

    >>> read_time("paling lama 1 (satu) tahun sejak Peraturan Daerah ini diundangkan")
    (1, 'tahun')
    >>> read_time("paling lama 7 (tujuh) hari sejak permohonan diterima")
    (0, '')
    """
    found = patterns.DEADLINE.search(text)
    if found is None or not patterns.FROM_PROMULGATION.search(found["from"]):
        return 0, ""
    return int(found["count"]), found["unit"].lower()


def read_instruments(text: str, key: str) -> tuple[str, tuple[str, ...]]:
    """Return the instruments that a clause orders, as printed and by kind; none for any other text.

    >>> read_instruments("Peraturan Gubernur paling lama 1 tahun", "perda/bali/2020/1#pasal-5")
    ('Peraturan Gubernur', ('pergub',))
    >>> read_instruments("Peraturan Gubernur ini", "perda/bali/2020/1#pasal-5")
    ('', ())
    """
    printed, slugs, rest, joint = "", [], text, ""
    while (name := one_name(rest)) and (slug := read_slug(name, key)):
        printed += joint + name
        slugs.append(slug)
        rest = rest[len(name) :]
        joined = re.match(r"\s*(?P<word>dan/atau|atau|/|dan)\s*", rest)
        if joined is None:
            break
        joint = f" {joined['word']} "
        rest = rest[joined.end() :]
    return printed, tuple(dict.fromkeys(slugs))


def one_name(text: str) -> str:
    """Return the name of a rule that a text begins with, or nothing.

    >>> one_name("Peraturan Menteri yang menyelenggarakan urusan kesehatan")
    'Peraturan Menteri'
    >>> one_name("Peraturan Daerah Nomor 5 Tahun 2017"), one_name("peraturan perundang-undangan")
    ('', '')
    """
    if not (patterns.RULE.match(text) or patterns.MAKER.match(text)):
        return ""
    end = patterns.NAME_END.search(text)
    name = text[: end.start()] if end else text
    return "" if patterns.EXISTING.search(name) else name.strip()


def read_slug(name: str, key: str) -> str:
    """Return the kind of a named rule, in the region of the act that names it."""
    if patterns.OFFICER.match(name):
        return OFFICER
    if head := patterns.HEAD_OF_REGION.match(name):
        return head_slug(head["kind"], key)
    if maker := patterns.MAKER.match(name):
        return maker_slug(maker["maker"], key)
    found = instruments.find_instrument(name)
    if found is None or (found.slug.startswith(("perka", "kepka")) and is_vague(found.slug)):
        return ""
    return OFFICER if found.slug.startswith("perkepala") else found.slug


def is_vague(slug: str) -> bool:
    """Tell whether a kind was made up from the words of an agency that no table knows."""
    known = instruments.tables()
    code = slug.removeprefix("perka").removeprefix("kepka")
    return code not in known.agencies.values()


def head_slug(kind: str, key: str) -> str:
    """Return the kind of the rule, or decision, of the head of an act's region."""
    try:
        wilayah = RegulationId.from_str(key.partition("#")[0]).wilayah
    except ValueError:
        return ""
    head = HEADS.get(regions.level_of(wilayah), "")
    return f"{'per' if kind.lower() == 'peraturan' else 'kep'}{head}" if head else ""


def maker_slug(maker: str, key: str) -> str:
    """Return the kind of the rule of an official who is named without one."""
    words = maker.lower().replace(" ", "")
    slugs = {"gubernur": "pergub", "bupati": "perbup", "walikota": "perwal", "menteri": "permen"}
    if words == "kepaladaerah":
        return head_slug("peraturan", key)
    return next((slug for name, slug in slugs.items() if words.startswith(name)), "")
