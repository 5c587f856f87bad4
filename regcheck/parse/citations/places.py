"""Lists of places inside a rule: ``Pasal 7 ayat (2) dan ayat (4), Pasal 12, dan Pasal 13 huruf a``.

Each bare item takes over the last higher level before it (UU 12/2011 Lampiran II nos. 77-85 and
271-274); a higher level printed right after lower ones takes those in (``ayat (2) Pasal 8``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from regcheck.parse.citations.labels import LABELS
from regcheck.parse.citations.patterns import NEXT, PLACE

Step = tuple[str, str]

#: From the outside in; huruf and angka may stand in either order.
DEPTH = {
    "lampiran": 0, "bab": 0, "bagian": 1, "paragraf": 2, "diktum": 0, "pasal": 0, "ayat": 1,
    "huruf": 2, "angka": 2,
}  # fmt: skip
ITEMS = ("huruf", "angka")
BARE_KINDS = {"bare_ayat": "ayat", "bare_letter": "huruf"}
NUMBERED = ("pasal", "ayat", "angka", "paragraf")


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its steps from the outside in, and where it stands.

    ``ranged`` tells that it ends a range begun by the place before; ``excluded`` that the text
    takes it out; ``lent`` counts the steps taken over from the place before.
    """

    path: tuple[Step, ...]
    start: int
    end: int
    ranged: bool = False
    excluded: bool = False
    lent: int = 0

    @property
    def rooted(self) -> bool:
        """Whether the place needs no context: it names its pasal, bab or lampiran."""
        return self.path[0][0] in ("pasal", "bab", "lampiran", "diktum")


def read_places(text: str, view: str, position: int, limit: int) -> tuple[Place, ...]:
    """Read the longest list of places at a position; empty if there is none.

    >>> from regcheck.parse.citations.patterns import to_view
    >>> words = "Pasal 4 ayat (1) huruf a dan huruf b"
    >>> [place.path[-1] for place in read_places(words, to_view(words), 0, len(words))]
    [('huruf', 'a'), ('huruf', 'b')]
    """
    match = PLACE.match(view, position, limit)
    if not match or match.end() == position:
        return ()
    kind, label = step_of(match, text)
    reader = Reader(text, view, limit, [Place(((kind, label),), position, match.end())], kind)
    while reader.read_next():
        pass
    return tuple(reader.places)


@dataclass(slots=True)
class Reader:
    """A list of places while it is being read; ``kind`` is the level read last.

    ``enclosed`` is the number of the first place that the level read last took in, -1 for none.
    """

    text: str
    view: str
    limit: int
    places: list[Place]
    kind: str
    enclosed: int = -1

    def read_next(self) -> bool:
        """Read one more step; return whether there was one."""
        last = self.places[-1]
        match = NEXT.match(self.view, last.end, self.limit)
        if not match:
            return False
        kind, label = step_of(match, self.text)
        if kind.startswith("bare_"):
            kind = self.bare_kind(match, kind, label)
        if not kind:
            return self.suffix(match, label)
        if match["direct"] is not None or self.is_parted(match, kind):
            return self.extend((kind, label), match)
        self.append((kind, label), match)
        self.kind, self.enclosed = kind, -1
        return True

    def is_parted(self, match: re.Match[str], kind: str) -> bool:
        """Tell whether only a comma stands between a pasal and its ayat: ``pasal 2, ayat (1)``."""
        last = self.places[-1]
        comma = match["list"] is not None and match["list"].strip() == ","
        return comma and kind == "ayat" and last.path[-1][0] == "pasal" and not last.ranged

    def suffix(self, match: re.Match[str], label: str) -> bool:
        """Read a capital letter set apart from its pasal: ``Pasal 13 A``."""
        start = match.start("bare_letter") if match["bare_letter"] else -1
        last = self.places[-1]
        if self.kind != "pasal" or start < 0 or not self.text[start].isupper():
            return False
        if match["direct"] is None or not last.path[-1][1].isdigit():
            return False
        if self.view.startswith(".", match.end()) and self.view[match.end() + 1 :][:1].isalpha():
            return False  # an abbreviation: Pasal 7 I.C.W.
        path = (*last.path[:-1], ("pasal", last.path[-1][1] + label.upper()))
        self.places[-1] = replace(last, path=path, end=match.end())
        return True

    def bare_kind(self, match: re.Match[str], group: str, label: str) -> str:
        """Return the level of an item without its word; empty if it is no item."""
        direct = match["direct"] is not None
        if group == "bare_number":
            return "" if direct else self.number_kind(match, label)
        if group == "bare_ayat":
            return "ayat" if self.kind in ("ayat", "pasal", *ITEMS) else ""
        start = match.start("bare_letter")
        if self.text[start].isupper() or self.view.startswith(" quo", match.end()):
            return ""
        if direct:
            return "huruf" if self.kind in ("ayat", "pasal") else ""
        return "huruf" if self.kind == "huruf" and not self.starts_item(match) else ""

    def starts_item(self, match: re.Match[str]) -> bool:
        """Tell whether a bare mark opens the next list item: ``huruf a, b. badan``."""
        joined = match["range"] is not None or re.search("dan|atau|serta", match[0])
        return self.view.startswith(". ", match.end()) and not joined

    def number_kind(self, match: re.Match[str], label: str) -> str:
        """Return the level of a bare number: that of a number before it from which it goes on.

        After an ayat in brackets, or before one, a number without brackets is a pasal.
        """
        kind, last = self.kind, self.places[-1]
        if self.starts_item(match):
            return ""
        if kind == "ayat" and self.is_pasal(match, last):
            kind = "pasal"
        elif kind == "huruf" and self.view.startswith((" ayat", " huruf"), match.end()):
            kind = "pasal"  # pasal-pasal 16 huruf a, 17 ayat 1
        if kind not in NUMBERED:
            return ""
        labels = [label for step, label in last.path if step == kind]
        before = re.match(r"\d+", labels[-1]) if labels else None
        number = re.match(r"\d+", label)
        if not before or not number:
            return ""
        rises = int(number[0]) >= int(before[0])
        return kind if rises or re.search(r"j(?:o|is|uncto)", match[0]) else ""

    def is_pasal(self, match: re.Match[str], last: Place) -> bool:
        """Tell whether a bare number after an ayat is a pasal."""
        if self.view.startswith(" ayat", match.end()):
            return True
        return last.path[0][0] == "pasal" and self.view[last.end - 1] == ")"

    def append(self, step: Step, match: re.Match[str]) -> None:
        """Add a place that takes over the levels above its own."""
        last = self.places[-1]
        kept = kept_levels(last.path, step, closed=match["huruf_close"] or match["angka_close"])
        start = match.end("list") if match["list"] is not None else match.end("range")
        if match["except"] is not None:
            start = match.end("except")
        place = Place(
            (*kept, step),
            self.skip_blanks(start),
            match.end(),
            ranged=match["range"] is not None,
            excluded=match["except"] is not None or last.excluded,
            lent=len(kept),
        )
        self.places.append(place)

    def skip_blanks(self, position: int) -> int:
        """Return the next position that is not blank."""
        while position < self.limit and self.view[position] == " ":
            position += 1
        return position

    def extend(self, step: Step, match: re.Match[str]) -> bool:
        """Add a step right after the last: deeper, or the higher level of those before it."""
        last = self.places[-1]
        kinds = [kind for kind, _ in last.path]
        if is_deeper(kinds, step[0]) or (match["below"] and kinds[-1] == step[0]):
            self.places[-1] = replace(last, path=(*last.path, step), end=match.end())
            self.kind = step[0]
            return True
        if self.enclose(step, match.end()) or self.go_between(step, match.end()):
            return True
        return self.go_on(step, match)

    def go_on(self, step: Step, match: re.Match[str]) -> bool:
        """Add a pasal behind a pasal with its ayat, where the comma between them is missing."""
        kinds = [kind for kind, _ in self.places[-1].path]
        if step[0] != "pasal" or kinds[0] != "pasal" or len(kinds) < 2:
            return False
        start = self.skip_blanks(match.end("direct"))
        self.places.append(Place((step,), start, match.end()))
        self.kind, self.enclosed = "pasal", -1
        return True

    def go_between(self, step: Step, end: int) -> bool:
        """Put an ayat between the pasal that encloses items and the items: ``huruf c Pasal 1``."""
        if step[0] != "ayat" or self.kind != "pasal" or self.enclosed < 0:
            return False
        for number in range(self.enclosed, len(self.places)):
            place = self.places[number]
            self.places[number] = replace(place, path=(place.path[0], step, *place.path[1:]))
        self.places[-1] = replace(self.places[-1], end=end)
        self.kind = "ayat"
        return True

    def enclose(self, step: Step, end: int) -> bool:
        """Put the last places inside a higher level printed after them."""
        index = len(self.places)
        while index and lies_below(self.places[index - 1], step[0]):
            index -= 1
        if index == len(self.places) or step[0] not in ("pasal", "ayat", *ITEMS):
            return False
        for number in range(index, len(self.places)):
            self.places[number] = put_inside(self.places[number], step)
        self.places[-1] = replace(self.places[-1], end=end)
        self.kind, self.enclosed = step[0], index
        return True


def lies_below(place: Place, kind: str) -> bool:
    """Tell whether all steps a place names itself are deeper than a level."""
    return all(DEPTH[step] > DEPTH[kind] for step, _ in place.path[place.lent :])


def is_deeper(kinds: list[str], kind: str) -> bool:
    """Tell whether a level printed right after a path belongs inside it.

    >>> is_deeper(["pasal", "ayat"], "huruf"), is_deeper(["ayat"], "pasal")
    (True, False)
    """
    last = kinds[-1]
    if kind in ITEMS:
        above = ("pasal", "ayat", "lampiran", "diktum", "bab")
        return last in above or (last in ITEMS and last != kind)
    if kind in ("bagian", "paragraf"):
        return last in ("bab", "bagian") and last != kind
    return kind == "ayat" and last == "pasal"


def kept_levels(path: tuple[Step, ...], step: Step, *, closed: str | None) -> tuple[Step, ...]:
    """Return the levels above a new item in a list.

    >>> kept_levels((("pasal", "1"), ("ayat", "2"), ("huruf", "a")), ("ayat", "4"), closed=None)
    (('pasal', '1'),)
    """
    same = [index for index, (kind, _) in enumerate(path) if kind == step[0]]
    if same:
        return path[: same[-1 if closed else 0]]
    if step[0] in ITEMS and path[-1][0] in ITEMS:
        return path[:-1]
    return tuple(part for part in path if DEPTH[part[0]] < DEPTH[step[0]])


def put_inside(place: Place, step: Step) -> Place:
    """Put a place inside a higher level, in place of what it took over."""
    lent = place.path[: place.lent]
    same = next((index for index, part in enumerate(lent) if part[0] == step[0]), None)
    if same is not None:
        above = lent[:same]
        below: tuple[Step, ...] = ()
    else:
        above = tuple(part for part in lent if DEPTH[part[0]] < DEPTH[step[0]])
        below = lent[len(above) :]
    path = (*above, step, *below, *place.path[place.lent :])
    return replace(place, path=path, lent=len(above))


def step_of(match: re.Match[str], text: str) -> Step:
    """Return the level and label that a pattern found; lampiran may lack its label."""
    group = (match.lastgroup or "lampiran").removesuffix("_close")
    if group == "bare":
        group = "bare_letter"
    raw = match[group] if group in match.re.groupindex and match[group] else ""
    if group in ("huruf", "bare_letter") and raw:
        return group, text[match.start(group) : match.end(group)].lower()
    return group, LABELS[group](raw)
