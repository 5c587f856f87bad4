"""One pass over the text for whatever may be a citation, read but not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from regcheck.domain import Kind
from regcheck.parse.citations.acts import read_acts
from regcheck.parse.citations.binding import bind, followed_rule, point_at, told_rule
from regcheck.parse.citations.mentions import Mention, Page, Spot
from regcheck.parse.citations.name_patterns import NAMING_LEAD, TITLED
from regcheck.parse.citations.patterns import (
    CATCHWORD,
    FIRST_TRIGGER,
    NAMED_BEFORE,
    NEIGHBOUR,
    TRIGGER,
)
from regcheck.parse.citations.places import Place, read_places

#: Words before a division's or an annex's name that make it a citation, not a heading.
#:
#: takes    dalam       sebelum
#: refuses  bupati
CITING = re.compile(
    r"""(?: dalam | pada | dari | ketentuan | judul | antara | setelah | sesudah | sebelum | dan
          | atau | yakni | yaitu | menjadi | mengubah | merubah | dengan | seluruh | atas
          | berdasarkan | tersebut | penjelasan | dimaksud | , ) \s*$""",
    re.VERBOSE,
)
#: The number of a pasal before its ayat, where the word is missing.
#:
#: takes    dalam 10 \n      pada 12a \n
#: refuses  dalam pasal 10 \n      dalam 10 (sepuluh) \n      dari 3 \n
LOST_PASAL = re.compile(r"(?:dalam|pada)\s(\d{1,3}[a-z]?)\s$")
#: What stands before a heading of a gloss that opens no line.
#:
#: takes    cukup jelas      pasal demi pasal
#: refuses  jelas dan tegas
GLOSS_HEADING = re.compile(r"(?:pasal demi pasal|cukup jelas)\s*$")
#: A heading of the body that no unit opens with: ``. Pasal 11. Hal-hal yang``.
#:
#: takes    Pasal 11. Hal-hal      PASAL II. Undang-undang      Pasal II Undang-undang ini mulai b
#: refuses  Pasal 11 ayat      pasal 11. hal      Pasal 2 Undang-undang ini berlaku
LONE_HEADING = re.compile(
    r"(?:Pasal|PASAL)\s(?:\d{1,3}[A-Z]?|[IVX]{1,4})"
    r"(?:\.\s+[A-Z(\"“]|\s+(?:Undang-\s?[Uu]ndang|Peraturan\s\w+)\s+ini\s+mulai\s)"
)
#: A heading printed once more, at the top of the next page.
#:
#: takes    Pasal 1 \n      \nPasal 12A\n
#: refuses  pasal 1 ayat
PRINTED_TWICE = re.compile(r"(?<![a-z,]\s)Pasal\s\d{1,3}[A-Z]?(?=\s+$)")
#: A pasal that opens a sentence of a gloss and is no heading: ``Pasal 4 dari undang-undang ...``.
#:
#: takes    pasal 4 dari undang      pasal 4 ayat (2) daripada undang
#: refuses  pasal 4 yang
OF_RULE = re.compile(r"pasal\s++\w++\s++(?:ayat\s*+\(?\w++\)?\s++)?(?:dari|daripada)\s")
#: The end of a list's last item but one, after which a heading may follow.
#:
#: takes    dan       ,
#: refuses  bupati
LISTING = re.compile(r"(?:dan|atau|,)\s*$")
#: The income taxes bear the numbers of pasal: *Pajak Penghasilan Pasal 21*.
#:
#: takes    pajak penghasilan \n      pph \n
#: refuses  pajak
TAX = re.compile(r"(?:pajak\s+penghasilan|pph)\s+$")
#: Words that make a number with its words in brackets a place: *pada angka 12 (dua belas)*.
#:
#: takes    dimaksud pada \n      tersebut dalam \n
#: refuses  pada
POINTED_AT = re.compile(r"(?:dimaksud|tersebut)\s+(?:pada|dalam)\s+$")
#: So many rules are looked back over for the one that a place belongs to.
LONGEST_CHAIN = 6
ITEM_LABEL = re.compile(r"(?<![a-z0-9])[a-z0-9]{1,3}[.)]\s*$")
#: Levels whose words are also common nouns or headings.
WEAK = ("bab", "bagian", "paragraf", "lampiran")
LABELLED = (Kind.PASAL, Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF, Kind.LAMPIRAN)


def scan(page: Page) -> Iterator[Mention]:
    """Yield the citations as read, in document order; none overlaps another."""
    segment = 0
    starts = page.outline.segments[0]
    previous: tuple[Mention, ...] = ()
    match = FIRST_TRIGGER.match(page.view) or TRIGGER.search(page.view)
    while match:
        start, position = match.span(match.lastgroup or 0)
        while segment + 1 < len(starts) and starts[segment + 1] <= start:
            segment += 1
        reach = page.outline.segment_end(segment, len(page.view))
        here = Spot(start, page.outline.owner(segment), starts[segment], reach)
        mention = None
        if match.lastgroup == "act":
            mention = read_rule(page, here)
        elif is_heading(page, here):
            position = heading_end(page, here, position)
        else:
            mention = read_place(page, here, previous)
        if mention is not None:
            position = max(position, mention.end)
            previous = (*previous[-LONGEST_CHAIN:], mention)
            yield mention
        match = TRIGGER.search(page.view, position - 1)


def read_place(page: Page, here: Spot, previous: tuple[Mention, ...]) -> Mention | None:
    """Read a list of places and the rule it belongs to; ``None`` for what is no citation."""
    places = read_places(page.text, page.view, here.start, here.reach)
    if not places:
        return read_neighbour(page, here)
    places = supply_pasal(page, here, places)
    if CATCHWORD.match(page.view, places[-1].end, here.reach) or is_old_gloss(page, here, places):
        return None
    mention = Mention(here.start, places[-1].end, here.unit, here.reach, places)
    bind(page, mention)
    if is_loose(page, here, places) and not (mention.acts and is_worded(page, here)):
        return None
    if not mention.acts and not mention.pointing and previous:
        mention.acts = followed_rule(page, mention, previous) or told_rule(page, mention, previous)
        mention.after = bool(mention.acts)
    if not mention.acts and not mention.pointing:
        again = NAMED_BEFORE.match(page.view, mention.end, here.reach)
        mention.pointing = "again" if again else ""
    return mention


def supply_pasal(page: Page, here: Spot, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Put ayat inside the pasal whose word is missing before them: ``dalam 10 ayat (2)``."""
    number = LOST_PASAL.search(page.view, max(here.floor, here.start - 14), here.start)
    if not number or not page.view.startswith("ayat (", here.start):
        return places
    pasal = ("pasal", number[1].upper())
    return tuple(
        replace(one, path=(pasal, *one.path)) if one.path[0][0] == "ayat" else one for one in places
    )


def read_neighbour(page: Page, here: Spot) -> Mention | None:
    """Read *ayat sebelumnya*, *pasal berikutnya* and the like."""
    match = NEIGHBOUR.match(page.view, here.start, here.reach)
    if not match or here.unit < 0 or page.view[here.start - 1 : here.start] == "-":
        return None  # pasal-pasal tersebut di atas
    way = "next" if match["next"] else "before"
    return Mention(
        here.start, match.end(), here.unit, here.reach, pointing=way, name=match["level"]
    )


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
        return not gloss and is_lone(page, here)
    before = page.view[max(0, here.start - 3) : here.start].rstrip(" ")
    opens = not before or before[-1] in '.:;"' or page.text[here.start - 1] == "\n"
    if opens and page.text[here.start - 1] != "\n" and OF_RULE.match(page.view, here.start):
        return False
    if opens or not page.view.startswith("pas", here.start):
        return True
    return bool(GLOSS_HEADING.search(page.view, max(0, here.start - 20), here.start))


def is_lone(page: Page, here: Spot) -> bool:
    """Tell whether a pasal is a sentence of its own, and so the heading of a pasal not found."""
    before = page.text[max(0, here.start - 16) : here.start]
    twice = PRINTED_TWICE.search(before)
    again = re.match(rf"{twice[0]}(?!\w)\s*", page.text[here.start : here.reach]) if twice else None
    # Below the heading *Pasal 2* a sentence may begin with Pasal 2 of another rule.
    if again and not page.acts_at(here.start + again.end(), here.reach, placed=True):
        return True
    return before.rstrip()[-1:] in (".", ";", ":", '"', "”") and bool(
        LONE_HEADING.match(page.text, here.start, here.reach)
    )


def heading_end(page: Page, here: Spot, position: int) -> int:
    """Return where a heading ends; in a gloss it may list several pasal."""
    if page.zone(here.unit) is not Kind.PENJELASAN:
        return position
    places = read_places(page.text, page.view, here.start, here.reach)
    return places[-1].end if len(places) > 1 else position


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
        counted = bool(re.match(r"\s?\([a-z]", page.view[first.end : first.end + 3]))
        return counted and not POINTED_AT.search(page.view, max(0, here.start - 24), here.start)
    if kind not in WEAK or (kind == "bab" and len(places) > 1):
        return False
    if page.text[here.start].islower() or (not label and here.unit < 0):
        return True
    before = page.view[max(0, here.start - 20) : here.start]
    if page.text[max(0, here.start - 1)] == "\n" and LISTING.search(before):
        return True
    return not CITING.search(before)


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
