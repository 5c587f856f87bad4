"""The overlaps within a corpus as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from regcheck.domain import Pair, Passage, Relation
from regcheck.naming import cite_path, cite_regulation, cite_unit
from regcheck.report import terms
from regcheck.report.terms import name_of
from regcheck.report.words import number, pick

#: Runs that are printed of one pair of regulations, and letters of each passage.
PRINTED, LETTERS = 3, 200
#: Letters of a title.
TITLE = 90
WORDS: Mapping[str, tuple[str, str]] = {
    "none": (
        "Tidak ada ketentuan yang tumpang tindih di antara peraturan dalam korpus.",
        "No two regulations of the corpus have overlapping provisions.",
    ),
    "head": (
        "{groups} pasang peraturan dengan {pairs} pasang ketentuan; {likely} kemungkinan besar "
        "tumpang tindih; ditampilkan {shown}.",
        "{groups} pairs of regulations with {pairs} pairs of provisions; {likely} are likely "
        "overlaps; {shown} shown.",
    ),
    "unlikely": (
        "{n} pasang peraturan lain hanya mungkin tumpang tindih (peluang di bawah 0,5); --limit 0 "
        "mendaftar semuanya.",
        "{n} further pairs of regulations are unlikely overlaps (probability below 0.5); --limit 0 "
        "lists them all.",
    ),
    "hidden": (
        "Disisihkan karena bukan masalah: {counts} (lihat --show-suppressed).",
        "Set aside as no fault: {counts} (see --show-suppressed).",
    ),
    "untold": (
        "{n} pasang ketentuan serupa terlalu kecil peluangnya (di bawah 0,05) untuk didaftar.",
        "{n} similar pairs of provisions are too unlikely to be listed (probability below 0.05).",
    ),
    "left_out": (
        "{n} pasang ketentuan yang disisihkan tidak didaftar; naikkan --limit.",
        "{n} pairs of provisions that were set aside are not listed; raise --limit.",
    ),
    "aside": ("Yang disisihkan:", "Set aside:"),
    "apart": (
        "{n} pasang ketentuan dari wilayah yang tidak saling mencakup tidak didaftar.",
        "{n} pairs of provisions of regions that do not contain one another are not listed.",
    ),
    "changed": (
        "Hanya yang baru atau berubah: {n} peraturan.",
        "Only what is new or changed: {n} regulations.",
    ),
    "unfitted": (
        "Bobot kata belum menghitung {n}% ketentuan yang ditambah atau dihapus; di atas 10% indeks "
        "dibuat ulang.",
        "The weights of words do not count {n}% of the provisions, which were added or removed; "
        "above 10% the index is made anew.",
    ),
    "N-07": (
        "{act} diduga sudah tidak berlaku: {by}",
        "{act} is presumably no longer in force: {by}",
    ),
    "N-16": (
        "{act} melaksanakan {by}, yang sudah tidak berlaku",
        "{act} carries out {by}, which is no longer in force",
    ),
    "more": ("… dan {n} rangkaian lagi.", "… and {n} more runs."),
    "run": (
        "{left} – {right} ({n} pasang ketentuan berurutan)",
        "{left} – {right} ({n} consecutive pairs of provisions)",
    ),
    "why": ("Alasan: {why}", "Why: {why}"),
    "page": ("{place}, hlm. {page}", "{place}, p. {page}"),
    "alone": (
        "Tidak ada rujukan yang menghubungkan keduanya.",
        "No reference connects the two.",
    ),
    "melaksanakan": ("{left} melaksanakan {right}.", "{left} carries out {right}."),
    "dilaksanakan": ("{right} melaksanakan {left}.", "{right} carries out {left}."),
    "berdasarkan": (
        "{left} menyebut {right} sebagai dasar hukum.",
        "{left} names {right} as its legal basis.",
    ),
    "mendasari": (
        "{right} menyebut {left} sebagai dasar hukum.",
        "{right} names {left} as its legal basis.",
    ),
}


class Opinion(Protocol):
    """What is thought of a pair (``check.substance.Opinion``)."""

    @property
    def code(self) -> str:
        """The T-code, or the N-code of what was set aside."""

    @property
    def probability(self) -> float:
        """How likely it is an overlap."""


class Run(Protocol):
    """Consecutive provisions that meet (``ranked.Run``)."""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs in the order of the text."""

    @property
    def best(self) -> Pair:
        """The likeliest of them."""

    @property
    def opinion(self) -> Opinion:
        """What is thought of the likeliest."""


class Group(Protocol):
    """Two regulations that overlap (``ranked.Overlap``)."""

    @property
    def left(self) -> str:
        """The id of the later one."""

    @property
    def right(self) -> str:
        """The id of the earlier one."""

    @property
    def weight(self) -> float:
        """How much the overlap weighs."""

    @property
    def runs(self) -> Sequence[Run]:
        """The runs, likeliest first."""

    @property
    def relation(self) -> Relation:
        """How the earlier one stands to the later one."""

    @property
    def code(self) -> str:
        """The N-code, if the group was set aside; T-06, if both regulate one matter."""

    @property
    def ground(self) -> tuple[str, str]:
        """The regulation that an inferred N-code is due to, and what shows it; empty texts else."""


@dataclass(frozen=True)
class Listing:
    """What is printed.

    ``shown`` are the groups listed and ``aside`` those that were set aside, if asked for.
    ``counts`` has ``groups``, ``likely`` groups and ``pairs`` that were found, pairs ``untold``,
    because they are too unlikely, and ``apart``,
    ``changed`` regulations, if only those were asked for, and ``unfitted``, per cent of the
    passages that the weights do not count; ``hidden`` the pairs set aside by N-code. ``reason``
    words why a run is listed; ``titles`` are those of the regulations, by id.
    """

    shown: Sequence[Group]
    counts: Mapping[str, int]
    hidden: Mapping[str, int]
    texts: Mapping[str, Passage]
    reason: Callable[[Any, Any, str], str]
    aside: Sequence[Group] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


def say(name: str, lang: str, **values: object) -> str:
    """Return a text by its name, its gaps filled with ``values``."""
    return pick(WORDS[name], lang).format(**values)


def render_overlaps(listing: Listing, lang: str) -> str:
    """Lay out pairs of regulations, the weightiest first, with their likeliest runs."""
    counts = listing.counts
    if not counts["groups"]:
        lines = [say("none", lang), *notes(listing, lang)]
    else:
        figures = {name: number(counts[name], lang) for name in ("groups", "pairs", "likely")}
        shown = number(len(listing.shown), lang)
        lines = [say("head", lang, shown=shown, **figures), *notes(listing, lang)]
    for place, group in enumerate(listing.shown, 1):
        lines += group_lines(place, group, listing, lang)
    if listing.aside:
        lines += ["", say("aside", lang)]
    for place, group in enumerate(listing.aside, 1):
        lines += group_lines(place, group, listing, lang)
    if listing.aside and (missing := count_left_out(listing)):
        lines += ["", say("left_out", lang, n=number(missing, lang))]
    return "\n".join(lines)


def count_left_out(listing: Listing) -> int:
    """Return how many of the pairs that were set aside are not listed."""
    listed = sum(len(run.pairs) for group in listing.aside for run in group.runs)
    return max(0, sum(listing.hidden.values()) - listed)


def notes(listing: Listing, lang: str) -> Iterator[str]:
    """Yield what must be said of the whole list."""
    counts = listing.counts
    if "changed" in counts:
        yield say("changed", lang, n=number(counts["changed"], lang))
    if counts.get("unfitted"):
        yield say("unfitted", lang, n=counts["unfitted"])
    if listing.hidden:
        each = (f"{code} {number(n, lang)}" for code, n in sorted(listing.hidden.items()))
        yield say("hidden", lang, counts=", ".join(each))
    unlikely = counts["groups"] - max(counts["likely"], len(listing.shown))
    if unlikely > 0:
        yield say("unlikely", lang, n=number(unlikely, lang))
    if counts.get("untold"):
        yield say("untold", lang, n=number(counts["untold"], lang))
    if counts["apart"]:
        yield say("apart", lang, n=number(counts["apart"], lang))


def group_lines(place: int, group: Group, listing: Listing, lang: str) -> Iterator[str]:
    """Yield the lines of two regulations."""
    names = f"{cite_regulation(group.left)} – {cite_regulation(group.right)}"
    yield ""
    weight = "" if is_aside(group) else number(group.weight, lang, 2)
    yield f"{place}. {names} [{', '.join(filter(None, (weight, group.code)))}]"
    yield from (f"   {line}" for line in about_lines(group, listing, lang))
    if why := ground_of(group, lang):
        yield f"   {say('why', lang, why=why)}"
    for run in group.runs[:PRINTED]:
        yield from run_lines(group, run, listing, lang)
    if (more := len(group.runs) - PRINTED) > 0:
        yield f"   {say('more', lang, n=number(more, lang))}"


def about_lines(group: Group, listing: Listing, lang: str) -> Iterator[str]:
    """Yield what two regulations are called, how they stand to each other, and what is found."""
    titles = [title_of(listing, id_) for id_ in (group.left, group.right)]
    if any(titles):
        yield " – ".join(titles)
    if is_aside(group):
        return
    if group.code:
        yield name_of(terms.CODES, group.code, lang)
    yield relation_of(group, lang)


def title_of(listing: Listing, id_: str) -> str:
    """Return the title of a regulation on one line, its end left out if it is long."""
    return clip(" ".join(listing.titles.get(id_, "").split()), TITLE)


def relation_of(group: Group, lang: str) -> str:
    """Say how two regulations stand to each other."""
    kind = next(iter(sorted(group.relation.kinds & WORDS.keys())), "alone")
    names = [cite_regulation(id_) for id_ in (group.left, group.right)]
    return say(kind, lang, left=names[0], right=names[1])


def ground_of(group: Group, lang: str) -> str:
    """Say why a group was set aside where no clause of the corpus says it, or nothing."""
    act, by = group.ground
    return say(group.code, lang, act=cite_regulation(act), by=cite_unit(by)) if act else ""


def is_aside(group: Group) -> bool:
    """Tell whether a group was set aside as no fault."""
    return group.code.startswith("N")


def run_lines(group: Group, run: Run, listing: Listing, lang: str) -> Iterator[str]:
    """Yield the lines of a run: how likely, why, and what both sides say at its likeliest."""
    best = run.best
    head = (
        ""
        if is_aside(group)
        else f"{number(run.opinion.probability, lang, 2)} {run.opinion.code}: "
    )
    if len(run.pairs) > 1:
        sides = (span_of(one) for one in zip(*((p.left, p.right) for p in run.pairs), strict=True))
        left, right = sides
        head += say("run", lang, left=left, right=right, n=len(run.pairs))
    else:
        head += f"{cite_path(unit_of(best.left))} – {cite_path(unit_of(best.right))}"
    yield f"   {head}"
    if not is_aside(group):
        yield f"     {say('why', lang, why=listing.reason(group, run, lang))}"
    for key in (best.left, best.right):
        passage = listing.texts.get(key)
        yield f"     {place_of(key, passage, lang)}: {excerpt(passage)}"


def place_of(key: str, passage: Passage | None, lang: str) -> str:
    """Say where a passage stands: unit, regulation, and page if it has one."""
    if passage is None or not passage.page:
        return cite_unit(key)
    return say("page", lang, place=cite_unit(key), page=passage.page)


def unit_of(key: str) -> str:
    """Return the path of a unit within its regulation."""
    return key.partition("#")[2]


def span_of(keys: Sequence[str]) -> str:
    """Name the first and the last of some units in order.

    >>> span_of(["uu/2011/12#pasal-1", "uu/2011/12#pasal-2"])
    'Pasal 1 … Pasal 2'
    """
    first, last = (cite_path(unit_of(key)) for key in (keys[0], keys[-1]))
    return first if first == last else f"{first} … {last}"


def excerpt(passage: Passage | None) -> str:
    """Return the beginning of what a passage says.

    >>> from regcheck.domain import Kind
    >>> excerpt(Passage("perda/x/2020/1#pasal-1", Kind.PASAL, "a" * 300, 1))[-3:]
    'aa…'
    """
    return clip(wording(passage), LETTERS)


def wording(passage: Passage | None) -> str:
    """Return what a passage says, with the lead-in that it needs."""
    return f"{passage.lead} {passage.text}".strip() if passage else ""


def clip(text: str, letters: int) -> str:
    """Return a text, or its beginning and a mark if it has more letters."""
    return text if len(text) <= letters else f"{text[:letters].rstrip()}…"
