"""The rule that a list of places belongs to: named right behind it, before it, or pointed at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from regcheck.domain import Kind
from regcheck.parse.citations.acts import Act, read_acts
from regcheck.parse.citations.mentions import Mention, Page
from regcheck.parse.citations.name_patterns import NAMELESS, POINTING, TITLED
from regcheck.parse.citations.patterns import (
    BEHIND,
    BESIDE,
    DUTCH,
    DUTCH_BEFORE,
    LINK,
    MAKERLESS,
    THIS_PASAL,
    TREATY,
)
from regcheck.parse.citations.places import Place
from regcheck.parse.citations.resolve import rooted_key
from regcheck.parse.citations.role_patterns import AMENDER_BEFORE, BEFORE

#: A place further behind a rule does not belong to it.
LONGEST_BEHIND = 500
#: So far before a place the end of a Dutch rule's name is looked for.
LONGEST_DUTCH = 30
#: What follows a place set apart by commas behind its rule: ``Undang-Undang ..., Pasal 3, bahwa``.
#:
#: takes    , bahwa      3 menetapkan      2 sepanjang menyangkut
#: refuses  , dan       yang
APART = re.compile(
    r"\s*+,\s*+(?!(?:dan|atau|serta|pasal|ayat)(?![a-z]))"
    r"|\s++(?:menetapkan|menyatakan|menentukan|menyebutkan|menegaskan|mengharuskan|berbunyi"
    r"|sepanjang\s++(?:mengenai|menyangkut|mengatur|berkaitan))(?![a-z])"
)
#: What limits the repeal of a place to a field.
#:
#: takes     sepanjang mengenai tarif
#: refuses   sepanjang tidak bertentangan
LIMIT = re.compile(r"\s*+sepanjang\s++(?:mengenai|menyangkut|mengatur|berkaitan)(?![a-z])")
#: A gazette, and its comma, between a rule and what is repealed of it.
#:
#: takes     tentang pegawai (lembaran negara tahun 1974 nomor 5),
#: refuses   (lembaran negara tahun 1974 nomor 5) dan
BEYOND_GAZETTE = re.compile(
    r"\s*+(?:tentang(?![^;()]{0,200}(?:perubahan|pencabutan))[^;()]{3,160})?\([^()]{4,160}\)\s*+,\s*+"
)
#: Words of a gloss between a rule and the place in it that says what the gloss tells.
#:
#: takes     tentang rencana pembangunan nasional tahun 2005-2025 pada
#: refuses   tentang perubahan atas peraturan pada
TOLD_IN = re.compile(
    r"\s*+tentang(?![^;()]{0,200}(?:perubahan|pencabutan))[^;()]{3,160}?"
    r"(?:\([^()]{4,160}\)\s*+)?\s,?\s?(?:pada|dalam)\s*+$"
)
#: The verb of what a place says.
#:
#: takes     angka 2 dinyatakan       menyatakan       mengamanatkan
#: refuses   dilakukan
TOLD = re.compile(
    r"[\s,]*+(?:telah\s|juga\s|secara\s[a-z]+\s)?"
    r"(?:di|me)(?:ny|n)?(?:atakan|ebutkan|sebutkan|tentukan|entukan|tegaskan|egaskan|amanatkan"
    r"|ngamanatkan|atur|ngatur|jelaskan|njelaskan)(?![a-z])"
)
#: What limits the repeal of a place in the middle of a list whose rule is named at its end.
#:
#: takes     sepanjang terkait dengan pajak daerah dan retribusi daerah,
#: takes     sepanjang mengenai tarif, dan
#: refuses   sepanjang tidak bertentangan,
LIMITED = re.compile(
    r"""
    \s*+ (?: sepanjang | sejauh | khusus(?:nya)? ) \s++ (?: yang \s++ )?+
    (?: terkait | berkaitan | berhubungan | mengenai | menyangkut | mengatur | tentang ) (?![a-z])
    [^;:.]{3,200} , \s* (?: dan \s+ )?
    """,
    re.VERBOSE,
)


def bind(page: Page, mention: Mention) -> None:
    """Find the rule named right behind a list of places, and take it in."""
    link = LINK.match(page.view, mention.end, mention.reach)
    position = link.end() if link else mention.end
    preamble = page.zone(mention.unit) in (Kind.MENGINGAT, Kind.MENIMBANG)
    apart = bool(link and link["comma"]) and not preamble
    acts = page.acts_at(position, mention.reach, placed=True)
    if acts and (not apart or is_absent(page, mention)):
        mention.acts, mention.end = acts, acts[-1].end
        return
    if apart:
        return
    point_at(page, mention, position)
    between = page.view[mention.end : position].strip(" \"'(")
    if not mention.pointing and between in ("", "dari", "daripada"):
        bind_title(page, mention, position)
    if not mention.pointing and not mention.acts:
        mention.pointing = foreign(page, mention)


def lend_rules(page: Page, mentions: Sequence[Mention]) -> None:
    """Give places whose repeal is limited to a field the rule that their list names at its end."""
    for following, one in pairwise(reversed(mentions)):
        listed = following.places and following.acts and following.unit == one.unit
        bare = one.places and not one.acts and one.pointing in ("", "again")
        if bare and listed and LIMITED.fullmatch(page.view, one.end, following.start):
            one.acts = following.acts[:1]


def bind_title(page: Page, mention: Mention, position: int) -> None:
    """Read a statute named by its title behind a list of places, perhaps with its number."""
    quoted = page.view[position - 1] in "\"'"
    nameless = NAMELESS.match(page.view, position - quoted, mention.reach)
    acts = read_acts(page.view, nameless.end(), mention.reach) if nameless else ()
    if acts:
        mention.acts, mention.end = acts[:1], acts[0].end
        return
    titled = TITLED.match(page.view, position, mention.reach)
    if not titled:
        return
    acts = read_acts(page.view, titled.end(), mention.reach) if titled["bracket"] else ()
    if acts:
        mention.acts, mention.end = acts[:1], acts[0].end
    else:
        mention.pointing, mention.name, mention.title = "titled", titled["name"], titled["title"]
        mention.end = titled.end("name")


def point_at(page: Page, mention: Mention, position: int) -> None:
    """Read a rule named as this one or as the one before."""
    pointing = POINTING.match(page.view, position, mention.reach)
    if pointing:
        mention.pointing = "self" if pointing["self"] else "back"
        mention.name, mention.end = pointing["name"], pointing.end()
    elif this := THIS_PASAL.match(page.view, mention.end, mention.reach):
        mention.end = this.end()


def foreign(page: Page, mention: Mention) -> str:
    """Tell whether places belong to what no id stands for: a treaty, or a rule without number."""
    if mention.places[0].path[0][0] != "pasal":
        return ""
    before = page.view[max(0, mention.start - LONGEST_DUTCH) : mention.start]
    if DUTCH.match(page.view, mention.end, mention.reach) or DUTCH_BEFORE.search(before):
        return "unnumbered"
    if TREATY.match(page.view, mention.end, mention.reach):
        return "treaty"
    return "makerless" if MAKERLESS.match(page.view, mention.end, mention.reach) else ""


def followed_rule(page: Page, mention: Mention, previous: tuple[Mention, ...]) -> tuple[Act, ...]:
    """Return the rule that places stand behind and belong to; empty for none.

    Of a rule and its amenders it is the rule.
    """
    last = previous[-1]
    if not last.acts or last.places or last.unit != mention.unit:
        return ()
    if mention.start - last.end > LONGEST_BEHIND:
        return ()
    between = page.view[last.end : mention.start]
    if between.strip(" )\"'") and not stands_behind(page, mention, between):
        return ()
    return last_rule(page, mention, previous)


def told_rule(page: Page, mention: Mention, previous: tuple[Mention, ...]) -> tuple[Act, ...]:
    """Return the rule that a gloss or a consideration tells of, where it names a pasal of it.

    Only a pasal that the regulation itself lacks is one of the rule named last in the same words.
    """
    telling = page.zone(mention.unit) in (Kind.PENJELASAN, Kind.MENIMBANG)
    if not telling or not is_absent(page, mention):
        return ()
    near = mention.start - previous[-1].end <= LONGEST_BEHIND
    return last_rule(page, mention, previous) if near else ()


def last_rule(page: Page, mention: Mention, previous: tuple[Mention, ...]) -> tuple[Act, ...]:
    """Return the rule named last in the unit of a mention, not an amender; empty for none."""
    chain = [one for one in previous if one.unit == mention.unit and one.acts]
    while len(chain) > 1 and is_amender(page, chain[-1]):
        chain.pop()
    return chain[-1].acts[-1:] if chain else ()


def stands_behind(page: Page, mention: Mention, between: str) -> bool:
    """Tell whether the words between a rule and places leave the places to the rule.

    Behind a comma they belong to it where the regulation has no such pasal itself, or where another
    comma closes them: ``Undang-Undang Nomor 8 Tahun 1974, Pasal 3, menegaskan``.
    """
    if between.strip() == "," and is_absent(page, mention):
        return True
    if between.strip() == "," and len(mention.places) == 1 and is_closed(page, mention):
        return True
    if BEYOND_GAZETTE.fullmatch(between) and LIMIT.match(page.view, mention.end, mention.reach):
        return True
    if between.rstrip().endswith(("dan", "atau", "serta")):
        return False
    behind = BEHIND.match(between)
    if behind:
        return not behind["bracket"] or page.view.startswith((")", " )"), mention.end)
    return stands_beside(page, mention, between)


def stands_beside(page: Page, mention: Mention, between: str) -> bool:
    """Tell whether a rule's title alone stands before a place in it, where that is usual."""
    zone = page.zone(mention.unit)
    if zone is Kind.PENJELASAN:
        told = TOLD_IN.match(between) and TOLD.match(page.view, mention.end, mention.reach)
        return bool(told)
    titled = between.lstrip().startswith("tentang")
    allowed = zone is Kind.MENGINGAT or (zone is Kind.MENIMBANG and titled)
    return allowed and bool(BESIDE.match(between))


def is_absent(page: Page, mention: Mention) -> bool:
    """Tell whether a regulation has not the pasal that is named in it; never where it amends."""
    outline = page.outline
    around = [outline.units[index] for index in outline.chain(mention.unit)]
    if not around or any(unit.target or unit.label[:1].isalpha() for unit in around[-1:]):
        return False
    first = mention.places[0]
    if first.path[0][0] != "pasal" or f"{outline.regulation_id}#pasal-1" not in outline.by_key:
        return False
    pasal = Place(first.path[:1], first.start, first.end)
    return rooted_key(outline.regulation_id, pasal) not in outline.by_key


def is_closed(page: Page, mention: Mention) -> bool:
    """Tell whether a comma behind a place sets it apart, and no list goes on."""
    rooted = mention.places[0].path[0][0] == "pasal"
    return rooted and bool(APART.match(page.view, mention.end, mention.reach))


def is_amender(page: Page, mention: Mention) -> bool:
    """Tell whether a rule is named as one that changed the rule before it."""
    return bool(AMENDER_BEFORE.search(page.view[max(0, mention.start - BEFORE) : mention.start]))
