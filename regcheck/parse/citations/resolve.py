"""From a place as printed to the key of the unit it means, seen from where it is printed.

Rules: UU 12/2011 Lampiran II nos. 77-85, 271-275 for internal references, and no. 236 for the
articles quoted by an amending act, whose references are those of the amended act.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from regcheck.domain import Kind, Unit
from regcheck.parse.citations.places import Place, Step

CONSTITUTION = "uud/1945"
#: The constitution ends with its 37th pasal: a third figure is a misread letter, Pasal 18B.
#:
#: takes    pasal-128      pasal-128/ayat-1
#: refuses  pasal-18      pasal-12
LETTER_AS_EIGHT = re.compile(r"(pasal-\d\d)8(?=/|$)")
ITEM_STEPS = ("huruf", "angka", "subhuruf", "subangka")
PREAMBLE = (Kind.MENIMBANG, Kind.MENGINGAT, Kind.MEMUTUSKAN)


@dataclass(frozen=True)
class Outline:
    """The units of a regulation, by position and by key; units in document order."""

    units: tuple[Unit, ...]
    regulation_id: str

    @cached_property
    def by_key(self) -> Mapping[str, int]:
        """The number of each unit by its key."""
        return {unit.key: index for index, unit in enumerate(self.units)}

    @cached_property
    def lettered(self) -> frozenset[str]:
        """The labels of pasal that end in a letter, as those inserted between others do."""
        pasal = (unit.label for unit in self.units if unit.kind is Kind.PASAL)
        return frozenset(label for label in pasal if label[:1].isdigit() and label[-1:].isalpha())

    @cached_property
    def parents(self) -> tuple[int, ...]:
        """The number of each unit's parent; -1 for those without."""
        return tuple(self.by_key.get(unit.parent, -1) for unit in self.units)

    @cached_property
    def segments(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Positions at which the innermost unit changes, and that unit's number from there on."""
        starts, owners, stack = [0], [-1], list[int]()
        for index, unit in enumerate(self.units):
            while stack and self.units[stack[-1]].span.end <= unit.span.start:
                ended = stack.pop()
                starts.append(self.units[ended].span.end)
                owners.append(stack[-1] if stack else -1)
            starts.append(unit.span.start)
            owners.append(index)
            stack.append(index)
        while stack:
            ended = stack.pop()
            starts.append(self.units[ended].span.end)
            owners.append(stack[-1] if stack else -1)
        return tuple(starts), tuple(owners)

    def segment_at(self, position: int) -> int:
        """Return the number of the segment that holds a position."""
        return bisect_right(self.segments[0], position) - 1

    def owner(self, segment: int) -> int:
        """Return the number of the innermost unit of a segment, -1 outside all units."""
        return self.segments[1][segment]

    def segment_end(self, segment: int, default: int) -> int:
        """Return where a segment ends."""
        starts = self.segments[0]
        return starts[segment + 1] if segment + 1 < len(starts) else default

    def chain(self, index: int) -> Iterable[int]:
        """Yield a unit and those around it, from the inside out."""
        while index >= 0:
            yield index
            index = self.parents[index]

    @cached_property
    def zones(self) -> tuple[Kind, ...]:
        """The kind of each unit's outermost part; PASAL for the batang tubuh."""
        zones: list[Kind] = []
        for index, unit in enumerate(self.units):
            parent = self.parents[index]
            zone = zones[parent] if parent >= 0 else top_zone(unit)
            zones.append(zone)
        return tuple(zones)

    @cached_property
    def contexts(self) -> tuple[str, ...]:
        """For each unit, the key against which its bare references are read.

        That of a quoted unit lies in the amended act; that of a gloss in the body.
        """
        contexts: list[str] = []
        quoted = {unit.key: unit.target for unit in self.units if unit.target}
        for index, unit in enumerate(self.units):
            parent = self.parents[index]
            context = own_context(unit, self.units, contexts, parent)
            contexts.append(quoted.get(context, context))
        return tuple(contexts)

    @cached_property
    def siblings(self) -> Mapping[str, tuple[str, ...]]:
        """The labels of the units below each key by level, in document order: ``id#pasal``."""
        found: dict[str, list[str]] = {}
        for unit in self.units:
            head, _, step = unit.key.rpartition("/" if "/" in unit.path else "#")
            kind, _, label = step.partition("-")
            joint = "/" if "#" in head else "#"
            found.setdefault(f"{head}{joint}{kind}", []).append(label)
        return {key: tuple(labels) for key, labels in found.items()}

    def nearest(self, index: int, kind: Kind) -> str:
        """Return the key of the unit of a kind around another, or nothing."""
        for outer in self.chain(index):
            if self.units[outer].kind is kind:
                return self.units[outer].key
        return ""


def top_zone(unit: Unit) -> Kind:
    """Return the part that an outermost unit opens."""
    return unit.kind if unit.kind in (*PREAMBLE, Kind.PENJELASAN, Kind.LAMPIRAN) else Kind.PASAL


def own_context(unit: Unit, units: Sequence[Unit], contexts: Sequence[str], parent: int) -> str:
    """Return the key against which the bare references of one unit are read."""
    if unit.target:
        return unit.target
    if parent >= 0 and contexts[parent] != plain_key(units[parent].key):
        step = unit.key.rpartition("/")[2]
        return f"{contexts[parent]}/{step}"
    return plain_key(unit.key)


def plain_key(key: str) -> str:
    """Return the key of the body unit that a gloss speaks of; other keys as they are.

    >>> plain_key("uu/2011/12#penjelasan/pasal-5/ayat-1~2")
    'uu/2011/12#pasal-5/ayat-1'
    """
    if "~" in key:
        key = re.sub(r"~\d+(?=[/#]|$)", "", key)
    return key.replace("#penjelasan/pasal-", "#pasal-")


def place_path(place: Place) -> str:
    """Write the steps of a place as the path of a key.

    >>> place_path(Place((("ayat", "1"), ("huruf", "c"), ("angka", "2"), ("huruf", "a")), 0, 1))
    'ayat-1/huruf-c/angka-2/subhuruf-a'
    """
    return "/".join(f"{kind}-{label}" for kind, label in deepened(place.path))


def deepened(path: tuple[Step, ...]) -> tuple[Step, ...]:
    """Name the second huruf or angka of a path as keys do: subhuruf, subangka."""
    seen: set[str] = set()
    steps = []
    for kind, label in path:
        steps.append((f"sub{kind}" if kind in seen else kind, label))
        if kind in ("huruf", "angka"):
            seen.add(kind)
    return tuple(steps)


def rooted_key(base: str, place: Place) -> str:
    """Return the key of a place that names its pasal, bab or annex, in a given regulation."""
    kind, label = place.path[0]
    if kind == "lampiran":
        path = place_path(Place((("lampiran", label or "1"), *place.path[1:]), 0, 0))
    elif kind == "diktum":
        path = "/".join([label, *place_path(place).split("/")[1:]])
    else:
        path = place_path(place)
    if base == CONSTITUTION and (letter := LETTER_AS_EIGHT.match(path)):
        path = f"{letter[1]}B{path[letter.end() :]}"
    return f"{base}#{path}"


def context_pasal(context: str) -> str:
    """Return the part of a context up to its innermost pasal; nothing without one.

    >>> context_pasal("uu/2011/12#pasal-5/ayat-1"), context_pasal("uu/2011/12#menimbang/huruf-a")
    ('uu/2011/12#pasal-5', '')
    """
    found = re.match(r".*[#/]pasal-[^/]+", context)
    return found[0] if found else ""


def bare_key(outline: Outline, context: str, place: Place) -> str:
    """Return the key of a place that leaves out its pasal; nothing where the context has none."""
    kind, label = place.path[0]
    pasal = context_pasal(context)
    if kind == "ayat":
        head = pasal
    elif kind in ITEM_STEPS:
        head = item_parent(outline, context, kind, label)
    else:
        head = ""
    return f"{head}/{place_path(place)}" if head else ""


def item_parent(outline: Outline, context: str, kind: str, label: str) -> str:
    """Return the unit to which a bare huruf or angka belongs: the nearest that has such an item."""
    head, _, path = context.partition("#")
    steps = path.split("/") if path else []
    prefixes = [f"{head}#{'/'.join(steps[:count])}" for count in range(len(steps), 0, -1)]
    for prefix in prefixes:
        if f"{prefix}/{kind}-{label}" in outline.by_key:
            return prefix
    for index, step in enumerate(steps):
        if step.startswith(f"{kind}-"):
            return f"{head}#{'/'.join(steps[:index])}" if index else ""
    kept = [step for step in steps if not step.startswith(("subhuruf", "subangka", "angka"))]
    if kind == "huruf":
        kept = [step for step in kept if not step.startswith("huruf")]
    return f"{head}#{'/'.join(kept)}" if kept else ""


def key_above(outline: Outline, index: int, place: Place) -> str:
    """Return the nearest huruf or angka of a label before a unit in its pasal; nothing without.

    ``sebagaimana dimaksud huruf a di atas`` in an ayat without items means those of an ayat before.
    """
    *_, outermost = outline.chain(index) if index >= 0 else (-1,)
    path = place_path(place)
    for before in range(index, outermost, -1):
        if outline.units[before].key.endswith(f"/{path}"):
            return outline.units[before].key
    return ""


def division_key(outline: Outline, index: int, regulation_id: str, place: Place) -> str:
    """Return the key of a bagian or paragraf, which count anew inside the bab around them."""
    kind = place.path[0][0]
    outer = outline.nearest(index, Kind.BAGIAN) if kind == "paragraf" else ""
    outer = outer or outline.nearest(index, Kind.BAB)
    return f"{outer}/{place_path(place)}" if outer else f"{regulation_id}#{place_path(place)}"
