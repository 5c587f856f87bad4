"""Paragraph, character and table styles of a Word file, with what they inherit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from regcheck.read.word.markup import Element, W

#: Twentieths of a point, the measure of Word's indents.
TWIPS = 20
#: Word counts up to 32,767; longer figures are no numbers of its making.
MAX_NUMBER, MAX_DIGITS = 32_767, 9
OFF = frozenset({"0", "false", "off", "none"})
NO_BORDER = frozenset({"nil", "none"})


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says itself; ``None`` where it says nothing."""

    key: str
    based_on: str = ""
    list_id: str | None = None
    level: int | None = None
    indent_pt: float | None = None
    hidden: bool | None = None
    caps: bool | None = None
    breaks_page: bool | None = None
    ruled: bool = False


@dataclass(frozen=True)
class Styles:
    """All styles by id, and the id of the paragraph style that holds where none is named."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""

    def chain(self, key: str) -> Iterator[Style]:
        """Yield a style and what it is based on, the nearest first; a circle ends."""
        seen: set[str] = set()
        while key in self.styles and key not in seen:
            seen.add(key)
            yield self.styles[key]
            key = self.styles[key].based_on

    def is_hidden(self, key: str) -> bool:
        """Tell whether a style hides its text."""
        return next((one.hidden for one in self.chain(key) if one.hidden is not None), False)

    def has_caps(self, key: str) -> bool:
        """Tell whether a style prints its text in capitals."""
        return next((one.caps for one in self.chain(key) if one.caps is not None), False)

    def breaks_page(self, key: str) -> bool:
        """Tell whether a paragraph of a style starts a page."""
        said = (one.breaks_page for one in self.chain(key) if one.breaks_page is not None)
        return next(said, False)

    def indent_pt(self, key: str) -> float | None:
        """Return the indent of a style's first line in points, or ``None``."""
        return next((one.indent_pt for one in self.chain(key) if one.indent_pt is not None), None)

    def is_ruled(self, key: str) -> bool:
        """Tell whether a table style draws lines between cells."""
        return any(one.ruled for one in self.chain(key))


def read_styles(root: Element | None) -> Styles:
    """Read the styles part; a file without one has no styles."""
    found, default = {}, ""
    for element in root.iter(f"{W}style") if root is not None else ():
        key = element.get(f"{W}styleId", "")
        found[key] = read_style(key, element)
        if element.get(f"{W}type") == "paragraph" and is_on(element.get(f"{W}default", "0")):
            default = key
    return Styles(found, default)


def read_style(key: str, element: Element) -> Style:
    """Read one style."""
    paragraph = element.find(f"{W}pPr")
    run = element.find(f"{W}rPr")
    list_id, level = number_of(paragraph)
    return Style(
        key=key,
        based_on=value_of(element, "basedOn") or "",
        list_id=list_id,
        level=level,
        indent_pt=indent_of(paragraph),
        hidden=switch_of(run, "vanish"),
        caps=switch_of(run, "caps"),
        breaks_page=switch_of(paragraph, "pageBreakBefore"),
        ruled=any(has_inner_lines(borders) for borders in element.iter(f"{W}tblBorders")),
    )


def number_of(properties: Element | None) -> tuple[str | None, int | None]:
    """Return the list and the level that properties of a paragraph name, ``None`` for neither."""
    numbered = None if properties is None else properties.find(f"{W}numPr")
    level = value_of(numbered, "ilvl")
    return value_of(numbered, "numId"), None if level is None else whole(level)


def value_of(parent: Element | None, name: str) -> str | None:
    """Return the value of a child, or ``None`` where there is no such child."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def switch_of(parent: Element | None, name: str) -> bool | None:
    """Return a property that is on or off, or ``None`` where nothing is said."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else is_on(child.get(f"{W}val", "1"))


def is_on(value: str) -> bool:
    """Tell whether a switch is on.

    >>> is_on("1"), is_on("true"), is_on("0")
    (True, True, False)
    """
    return value.lower() not in OFF


def whole(value: str | None, default: int = 0) -> int:
    """Read a whole number of a file, up to the largest that Word counts to.

    >>> whole("12"), whole("x"), whole(None, 1), whole("9" * 5000, 1)
    (12, 0, 1, 1)
    """
    if value is None or not value.isdecimal() or len(value) > MAX_DIGITS:
        return default
    return min(int(value), MAX_NUMBER)


def indent_of(properties: Element | None) -> float | None:
    """Return where the first line of a paragraph starts, in points from the margin."""
    indent = None if properties is None else properties.find(f"{W}ind")
    if indent is None:
        return None
    left = twips(indent.get(f"{W}left") or indent.get(f"{W}start"))
    first = twips(indent.get(f"{W}firstLine")) - twips(indent.get(f"{W}hanging"))
    return (left + first) / TWIPS


def twips(value: str | None) -> float:
    """Read a measure in twips; a measure with a unit, or none, counts as 0.

    >>> twips("720"), twips("1.27cm"), twips(None)
    (720.0, 0.0, 0.0)
    """
    digits = (value or "").removeprefix("-")
    sound = len(digits) <= MAX_DIGITS and digits.replace(".", "", 1).isdecimal()
    return float(value or 0) if sound else 0.0


def has_inner_lines(borders: Element | None) -> bool:
    """Tell whether borders of a table draw lines between its cells."""
    return is_drawn(borders, "insideH") or is_drawn(borders, "insideV")


def is_drawn(borders: Element | None, side: str) -> bool:
    """Tell whether one side of a border is drawn."""
    value = value_of(borders, side)
    return value is not None and value not in NO_BORDER
