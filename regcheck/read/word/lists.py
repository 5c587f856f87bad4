"""The lists of a Word file: which paragraph has which automatic number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from regcheck.read.word.markup import MC, Element, W
from regcheck.read.word.numbering import LEVELS, SUFFIXES, Counters, Level, List
from regcheck.read.word.styles import (
    Styles,
    indent_of,
    is_on,
    number_of,
    switch_of,
    value_of,
    whole,
)

#: Pasal are numbered through the whole of a regulation (UU 12/2011, Lampiran II no. 79).
PASAL_PATTERN = "pasal %"
#: The number of a list that stands for "no list".
NO_LIST = "0"
#: Fonts whose signs are drawings; their bullets are printed as a common one.
BULLET = "•"
PRIVATE_USE = range(0xE000, 0xF900)


@dataclass(frozen=True)
class Lists:
    """The numbering instances of a file by id, and the styles that point to them.

    ``through`` names the instances and levels of pasal that were made to run through.
    """

    styles: Styles
    lists: dict[str, List] = field(default_factory=dict)
    through: frozenset[tuple[str, int]] = frozenset()

    def place_of(self, style: str, direct: tuple[str | None, int | None]) -> tuple[str, int] | None:
        """Return the list and level of a paragraph, from its own properties and its style.

        A style that stands for a level is on that level, whatever level it names (17.9.23).
        """
        list_id, level = direct
        if list_id is None or level is None:
            inherited_id, inherited_level = self.place_of_style(style)
            list_id = list_id or inherited_id
            level = inherited_level if level is None else level
        if list_id is None or list_id not in self.lists:
            return None
        return list_id, min(level, LEVELS - 1)

    def place_of_style(self, style: str) -> tuple[str | None, int]:
        """Return the list that a style or its bases name, and the level it stands for."""
        chain = list(self.styles.chain(style))
        owner = next((one for one in chain if one.list_id is not None), None)
        if owner is None or owner.list_id is None or owner.list_id == NO_LIST:
            return None, 0
        numbered = self.lists.get(owner.list_id)
        for one in chain:
            meant = numbered.level_of(one.key) if numbered else None
            if meant is not None:
                return owner.list_id, meant
            if one.level is not None:
                return owner.list_id, one.level
        return owner.list_id, 0


@dataclass
class Numberer:
    """The running numbers of one story: the body, its text boxes, or its footnotes."""

    lists: Lists
    forms: set[str]
    counters: Counters = field(default_factory=Counters)

    def next_label(self, place: tuple[str, int]) -> str:
        """Count a paragraph, and return its label with the gap after it; empty for none."""
        list_id, index = place
        numbered = self.lists.lists[list_id]
        label = self.counters.next_label(list_id, numbered, index)
        if label:
            self.forms.add(numbered.level(index).form)
            return label + numbered.level(index).suffix
        return ""


def read_lists(root: Element | None, styles: Styles, *, converted: bool = False) -> Lists:
    """Read the numbering part; a file without one has no lists.

    LibreOffice knows no level that runs on under the next higher one, so in a file it
    ``converted`` the pasal of each bab would begin at 1 again; there they are numbered through.
    """
    if root is None:
        return Lists(styles)
    abstracts = {one.get(f"{W}abstractNumId", ""): one for one in root.iter(f"{W}abstractNum")}
    nums = {one.get(f"{W}numId", ""): one for one in root.iter(f"{W}num")}
    found = {}
    for list_id, num in nums.items():
        key = final_abstract(value_of(num, "abstractNumId") or "", abstracts, nums, styles)
        if list_id != NO_LIST and key in abstracts:
            found[list_id] = read_list(key, abstracts[key], num)
    places = [
        (list_id, index)
        for list_id, numbered in found.items()
        for index, level in numbered.levels.items()
        if converted and index and level.pattern.lower().startswith(PASAL_PATTERN)
    ]
    for list_id, index in places:
        numbered = found[list_id]
        level = replace(numbered.level(index), restart=0)
        found[list_id] = replace(numbered, levels={**numbered.levels, index: level})
    return Lists(styles, found, frozenset(places))


def final_abstract(
    key: str, abstracts: dict[str, Element], nums: dict[str, Element], styles: Styles
) -> str:
    """Follow a definition that only names a list style to the one that has the levels."""
    seen: set[str] = set()
    while key in abstracts and key not in seen:
        seen.add(key)
        linked = value_of(abstracts[key], "numStyleLink")
        if linked is None:
            return key
        style = next((one for one in styles.chain(linked) if one.list_id), None)
        num = nums.get(style.list_id or "") if style else None
        key = value_of(num, "abstractNumId") or ""
    return key


def read_list(key: str, abstract: Element, num: Element) -> List:
    """Read a numbering instance: the levels of its definition, and what it overrides."""
    levels = dict(read_levels(abstract))
    starts = {}
    for override in num.iter(f"{W}lvlOverride"):
        index = to_index(override.get(f"{W}ilvl"))
        # Word passes over a restart rule that an override states ([MS-OI29500] 2.1.282).
        levels |= {at: replace(one, restart=None) for at, one in read_levels(override)}
        start = value_of(override, "startOverride")
        if start is not None:
            starts[index] = whole(start)
    return List(key, levels, starts)


def read_levels(parent: Element) -> Iterator[tuple[int, Level]]:
    """Yield the levels defined in an element, by index."""
    for element in parent.findall(f"{W}lvl"):
        yield to_index(element.get(f"{W}ilvl")), read_level(element)


def read_level(element: Element) -> Level:
    """Read one level."""
    form = form_of(element)
    run = element.find(f"{W}rPr")
    restart = value_of(element, "lvlRestart")
    start = value_of(element, "start")
    return Level(
        # Without a start the standard begins at 0.
        start=0 if start is None else whole(start),
        form=form,
        pattern=pattern_of(element, form),
        suffix=SUFFIXES.get(value_of(element, "suff") or "tab", " "),
        restart=None if restart is None else whole(restart),
        legal=switch_of(element, "isLgl") or False,
        style=value_of(element, "pStyle") or "",
        indent_pt=indent_of(element.find(f"{W}pPr")),
        caps=switch_of(run, "caps") or False,
        hidden=switch_of(run, "vanish") or False,
    )


def form_of(element: Element) -> str:
    """Return the number format of a level: its name, or the pattern of a custom one."""
    form = element.find(f"{W}numFmt")
    if form is None:
        form = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if form is None:
        return "decimal"
    custom = form.get(f"{W}format", "")
    return custom if form.get(f"{W}val") == "custom" else form.get(f"{W}val", "decimal")


def pattern_of(element: Element, form: str) -> str:
    """Return what a level prints; a bullet drawn by a picture or a sign font is a common one."""
    text = element.find(f"{W}lvlText")
    if text is None or is_on(text.get(f"{W}null", "0")):
        return ""
    pattern = text.get(f"{W}val", "")
    if form != "bullet":
        return pattern
    drawn = element.find(f"{W}lvlPicBulletId") is not None
    return BULLET if drawn or any(ord(sign) in PRIVATE_USE for sign in pattern) else pattern


def to_index(value: str | None) -> int:
    """Read the index of a level, in ``[0, 8]``."""
    return min(whole(value), LEVELS - 1)


def direct_number(properties: Element | None, *, original: bool) -> tuple[str | None, int | None]:
    """Return the list and level a paragraph names itself.

    In the original state a number that was inserted under tracking is not there.
    """
    numbered = None if properties is None else properties.find(f"{W}numPr")
    if original and numbered is not None and numbered.find(f"{W}ins") is not None:
        return None, None
    return number_of(properties)
