"""One pass over the text for whatever may be a citation, read but not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from regcheck.domain import Kind
from regcheck.parse.citations.acts import Act, read_acts
from regcheck.parse.citations.aliases import Aliases
from regcheck.parse.citations.name_patterns import NAMELESS, NAMING_LEAD, POINTING, TITLED
from regcheck.parse.citations.patterns import (
    BEHIND,
    BESIDE,
    CATCHWORD,
    LINK,
    NAMED_BEFORE,
    PRECEDING,
    THIS_PASAL,
    TRIGGER,
)
from regcheck.parse.citations.places import Place, read_places
from regcheck.parse.citations.resolve import Outline
from regcheck.parse.citations.role_patterns import AMENDER_BEFORE, BEFORE

#: Words before a division's or an annex's name that make it a citation, not a heading.
CITING = re.compile(
    r"""(?: dalam | pada | dari | ketentuan | judul | antara | setelah | sesudah | sebelum | dan
          | atau | yakni | yaitu | menjadi | mengubah | merubah | dengan | seluruh | atas
          | berdasarkan | tersebut | penjelasan | dimaksud | , ) \s*$""",
    re.VERBOSE,
)
#: The end of a list's last item but one, after which a heading may follow.
LISTING = re.compile(r"(?:dan|atau|,)\s*$")
#: The income taxes bear the numbers of pasal: *Pajak Penghasilan Pasal 21*.
TAX = re.compile(r"(?:pajak\s+penghasilan|pph)\s+$")
#: A place further behind a rule does not belong to it; so many rules are looked back over.
LONGEST_BEHIND, LONGEST_CHAIN = 500, 6
ITEM_LABEL = re.compile(r"(?<![a-z0-9])[a-z0-9]{1,3}[.)]\s*$")
#: Levels whose words are also common nouns or headings.
WEAK = ("bab", "bagian", "paragraf", "lampiran")
LABELLED = (Kind.PASAL, Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF, Kind.LAMPIRAN)


@dataclass(frozen=True, slots=True)
class Page:
    """The text, as printed and as a view, with its outline."""

    text: str
    view: str
    outline: Outline
    aliases: Aliases = field(default_factory=lambda: Aliases({}, None))

    def acts_at(self, position: int, limit: int, *, placed: bool = False) -> tuple[Act, ...]:
        """Read the rules named at a position, by a short name or in full; empty for none.

        ``placed`` tells that a place in the rule stands before it.
        """
        acts = read_acts(self.view, position, limit)
        if acts and not acts[0].nickname:
            return acts
        return self.aliases.read(self.view, position, limit, placed=placed) or acts

    def zone(self, unit: int) -> Kind | None:
        """Return the part of the document a unit lies in; ``None`` outside all units."""
        return self.outline.zones[unit] if unit >= 0 else None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a citation may begin: ``floor`` to ``reach`` is a part of ``unit`` without children."""

    start: int
    unit: int
    floor: int
    reach: int


@dataclass(slots=True)
class Mention:
    """A citation as read, before it is resolved: places, rules, or places of a rule.

    ``unit`` is the number of the unit that holds it, -1 for none; ``reach`` the end of the text
    before the next unit. ``pointing`` is ``self``, ``back``, ``titled``, ``before`` (the unit of a
    level before this one), ``again`` (a place named before) or nothing, and ``name`` the words that
    point. ``after`` tells that the places stand behind their rule.
    """

    start: int
    end: int
    unit: int
    reach: int
    places: tuple[Place, ...] = ()
    acts: tuple[Act, ...] = ()
    pointing: str = ""
    name: str = ""
    title: str = ""
    after: bool = False


def scan(page: Page) -> Iterator[Mention]:
    """Yield the citations as read, in document order; none overlaps another."""
    position, segment = 0, 0
    starts = page.outline.segments[0]
    previous: tuple[Mention, ...] = ()
    while match := TRIGGER.search(page.view, position):
        while segment + 1 < len(starts) and starts[segment + 1] <= match.start():
            segment += 1
        reach = page.outline.segment_end(segment, len(page.view))
        here = Spot(match.start(), page.outline.owner(segment), starts[segment], reach)
        position = match.end()
        mention = read_place(page, here, previous) if match["place"] else read_rule(page, here)
        if mention is not None:
            position = max(position, mention.end)
            previous = (*previous[-LONGEST_CHAIN:], mention)
            yield mention


def read_place(page: Page, here: Spot, previous: tuple[Mention, ...]) -> Mention | None:
    """Read a list of places and the rule it belongs to; ``None`` for a heading."""
    if is_heading(page, here):
        return None
    places = read_places(page.text, page.view, here.start, here.reach)
    if not places:
        return read_preceding(page, here)
    if CATCHWORD.match(page.view, places[-1].end, here.reach) or is_old_gloss(page, here, places):
        return None
    mention = Mention(here.start, places[-1].end, here.unit, here.reach, places)
    bind(page, mention)
    if is_loose(page, here, places) and not (mention.acts and is_worded(page, here)):
        return None
    if not mention.acts and not mention.pointing and previous:
        mention.acts = followed_rule(page, mention, previous)
        mention.after = bool(mention.acts)
    if not mention.acts and not mention.pointing:
        again = NAMED_BEFORE.match(page.view, mention.end, here.reach)
        mention.pointing = "again" if again else ""
    return mention


def read_preceding(page: Page, here: Spot) -> Mention | None:
    """Read *ayat sebelumnya* and the like."""
    match = PRECEDING.match(page.view, here.start, here.reach)
    if not match or here.unit < 0:
        return None
    return Mention(
        here.start, match.end(), here.unit, here.reach, pointing="before", name=match["level"]
    )


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
    if between.strip() and not stands_behind(page, mention, between):
        return ()
    chain = [one for one in previous if one.unit == mention.unit and one.acts]
    while len(chain) > 1 and is_amender(page, chain[-1]):
        chain.pop()
    return chain[-1].acts[-1:]


def stands_behind(page: Page, mention: Mention, between: str) -> bool:
    """Tell whether the words between a rule and places leave the places to the rule."""
    if between.rstrip().endswith(("dan", "atau", "serta")):
        return False
    behind = BEHIND.match(between)
    if behind:
        return not behind["bracket"] or page.view.startswith((")", " )"), mention.end)
    if page.zone(mention.unit) is Kind.MENGINGAT:
        return bool(BESIDE.match(between))
    return page.zone(mention.unit) is Kind.MENIMBANG and bool(
        BESIDE.match(between) and between.lstrip().startswith("tentang")
    )


def is_amender(page: Page, mention: Mention) -> bool:
    """Tell whether a rule is named as one that changed the rule before it."""
    return bool(AMENDER_BEFORE.search(page.view[max(0, mention.start - BEFORE) : mention.start]))


def is_heading(page: Page, here: Spot) -> bool:
    """Tell whether a place word is the label of the unit it stands in."""
    if here.unit < 0:
        return False
    unit = page.outline.units[here.unit]
    gloss = page.zone(here.unit) is Kind.PENJELASAN
    labels = not page.view[here.floor : here.start].strip(" \"'(") and unit.span.start == here.floor
    if labels and (gloss or unit.kind in LABELLED):
        return True
    if not gloss or not page.text[here.start].isupper():
        return False
    before = page.view[max(0, here.start - 3) : here.start].rstrip(" ")
    opens = not before or before[-1] in '.:;"' or page.text[here.start - 1] == "\n"
    return opens or not page.view.startswith("pas", here.start)


def is_old_gloss(page: Page, here: Spot, places: tuple[Place, ...]) -> bool:
    """Tell whether places are a heading of an old gloss, in small letters and closed by a mark.

    They open a line or a sentence, and a full stop, a colon or the end of the line follows.
    """
    if page.zone(here.unit) is not Kind.PENJELASAN:
        return False
    before = page.text[max(0, here.start - 4) : here.start]
    opens = before.endswith("\n") or before.rstrip(" ").endswith((".", ":"))
    previous = before.rstrip()[-1:]
    after = page.text[places[-1].end : places[-1].end + 3].lstrip(" ")[:1]
    return opens and after in (".", ":", "\n") and (previous in ".:;)" or previous.isdigit())


def is_worded(page: Page, here: Spot) -> bool:
    """Tell whether a place word stands among others on its line, not in capitals."""
    printed = page.text[max(0, here.start - 1) : here.start + 3]
    return not printed.startswith("\n") and not printed[-2:].isupper()


def is_loose(page: Page, here: Spot, places: tuple[Place, ...]) -> bool:
    """Tell whether a word only looks like a place: ``bagian kedua``, ``angka 5 (lima)``."""
    first = places[0]
    kind, label = first.path[0]
    if kind == "pasal":
        return bool(TAX.search(page.view, max(0, here.start - 20), here.start))
    if kind == "angka":
        return bool(re.match(r"\s?\([a-z]", page.view[first.end : first.end + 3]))
    if kind not in WEAK or (kind == "bab" and len(places) > 1):
        return False
    if page.text[here.start].islower() or (not label and here.unit < 0):
        return True
    before = page.view[max(0, here.start - 20) : here.start]
    if page.text[max(0, here.start - 1)] == "\n" and LISTING.search(before):
        return True
    return not CITING.search(before)


def bind(page: Page, mention: Mention) -> None:
    """Find the rule named right behind a list of places, and take it in."""
    link = LINK.match(page.view, mention.end, mention.reach)
    position = link.end() if link else mention.end
    preamble = page.zone(mention.unit) in (Kind.MENGINGAT, Kind.MENIMBANG)
    if link and link["comma"] and not preamble:
        return
    acts = page.acts_at(position, mention.reach, placed=True)
    if acts:
        mention.acts, mention.end = acts, acts[-1].end
        return
    point_at(page, mention, position)
    if not mention.pointing and page.view[mention.end : position].strip(" \"'(") == "":
        bind_title(page, mention, position)


def bind_title(page: Page, mention: Mention, position: int) -> None:
    """Read a statute named by its title behind a list of places, perhaps with its number."""
    nameless = NAMELESS.match(page.view, position, mention.reach)
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


def read_rule(page: Page, here: Spot) -> Mention | None:
    """Read a rule named without a place."""
    if page.view.startswith("n", here.start):
        return read_numbered_item(page, here)
    acts = page.acts_at(here.start, here.reach)
    if acts:
        return Mention(here.start, acts[-1].end, here.unit, here.reach, (), acts)
    mention = Mention(here.start, here.start, here.unit, here.reach)
    point_at(page, mention, here.start)
    if mention.pointing:
        return mention if mention.pointing == "back" else None
    titled = TITLED.match(page.view, here.start, here.reach)
    if titled and titled["title"].startswith("tentang"):
        end = titled.end("name")
        return Mention(
            here.start, end, here.unit, here.reach,
            pointing="titled", name=titled["name"], title=titled["title"],
        )  # fmt: skip
    return None


def read_numbered_item(page: Page, here: Spot) -> Mention | None:
    """Read a list item that is a number alone, its instrument named by the lead-in of the list."""
    if here.unit < 0 or not ITEM_LABEL.search(page.view, max(0, here.start - 8), here.start):
        return None
    floor = page.outline.units[max(page.outline.parents[here.unit], 0)].span.start
    leads = list(NAMING_LEAD.finditer(page.view, max(floor, here.start - 2500), here.start))
    if not leads:
        return None
    lead = leads[-1]
    words = f"{lead['name']} {page.view[here.start : min(here.reach, here.start + 80)]}"
    acts = read_acts(words, 0, len(words))
    shift = here.start - len(lead["name"]) - 1
    moved = tuple(
        replace(act, start=max(here.start, act.start + shift), end=act.end + shift) for act in acts
    )
    return Mention(here.start, moved[-1].end, here.unit, here.reach, (), moved) if moved else None
