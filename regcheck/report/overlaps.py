"""The overlaps within a corpus as text, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from regcheck.domain import Pair, Passage, Relation
from regcheck.naming import cite_path, cite_regulation, cite_unit
from regcheck.report import terms
from regcheck.report.data import versioned
from regcheck.report.tables import write_csv
from regcheck.report.terms import name_of
from regcheck.report.words import number, pick

#: Runs that are printed of one pair of regulations, and letters of each passage.
PRINTED, LETTERS = 3, 200
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
    "columns": (
        "bobot|peluang|kode|alasan|rangkaian|kemiripan|kata jarang|peraturan lain|kiri|kanan"
        "|bunyi kiri|bunyi kanan",
        "weight|probability|code|why|run|similarity|rare words|other regulations|left|right"
        "|left text|right text",
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
    ``counts`` has ``groups``, ``likely`` groups and ``pairs`` that were found, pairs ``apart``,
    ``changed`` regulations, if only those were asked for, and ``unfitted``, per cent of the
    passages that the weights do not count; ``hidden`` the pairs set aside by N-code. ``reason``
    words why a run is listed.
    """

    shown: Sequence[Group]
    counts: Mapping[str, int]
    hidden: Mapping[str, int]
    texts: Mapping[str, Passage]
    reason: Callable[[Any, Any, str], str]
    aside: Sequence[Group] = ()


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
    if counts["apart"]:
        yield say("apart", lang, n=number(counts["apart"], lang))


def group_lines(place: int, group: Group, listing: Listing, lang: str) -> Iterator[str]:
    """Yield the lines of two regulations."""
    names = f"{cite_regulation(group.left)} – {cite_regulation(group.right)}"
    yield ""
    weight = "" if is_aside(group) else number(group.weight, lang, 2)
    yield f"{place}. {names} [{', '.join(filter(None, (weight, group.code)))}]"
    if group.code and not is_aside(group):
        yield f"   {name_of(terms.CODES, group.code, lang)}"
    if why := ground_of(group, lang):
        yield f"   {say('why', lang, why=why)}"
    for run in group.runs[:PRINTED]:
        yield from run_lines(group, run, listing, lang)
    if (more := len(group.runs) - PRINTED) > 0:
        yield f"   {say('more', lang, n=number(more, lang))}"


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
        yield f"     {cite_unit(key)}: {excerpt(listing.texts.get(key))}"


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
    text = f"{passage.lead} {passage.text}".strip() if passage else ""
    return text if len(text) <= LETTERS else f"{text[:LETTERS].rstrip()}…"


def overlaps_to_json(listing: Listing, threshold: float, lang: str) -> dict[str, Any]:
    """Describe overlaps as a record."""
    record = versioned(
        threshold=threshold,
        counts=dict(listing.counts),
        hidden=dict(sorted(listing.hidden.items())),
        overlaps=[group_to_json(group, listing, lang) for group in listing.shown],
    )
    if listing.aside:
        record["suppressed"] = [group_to_json(group, listing, lang) for group in listing.aside]
        record["suppressed_left_out"] = count_left_out(listing)
    return record


def group_to_json(group: Group, listing: Listing, lang: str) -> dict[str, Any]:
    """Describe two regulations that overlap."""
    return {
        "left": group.left,
        "right": group.right,
        "weight": group.weight,
        "code": group.code,
        "relation": sorted(group.relation.kinds),
        "ground": ground_of(group, lang),
        "runs": [
            {
                "code": run.opinion.code,
                "probability": round(run.opinion.probability, 6),
                "why": "" if is_aside(group) else listing.reason(group, run, lang),
                "best": [run.best.left, run.best.right],
                "pairs": [pair_to_json(pair) for pair in run.pairs],
            }
            for run in group.runs
        ],
    }


def pair_to_json(pair: Pair) -> dict[str, Any]:
    """Describe a pair of passages."""
    return {
        "left": pair.left,
        "right": pair.right,
        "score": pair.score,
        "rare": pair.rare,
        "spread": pair.spread,
    }


def overlaps_csv(listing: Listing, lang: str) -> str:
    """Return one line for each pair of passages."""
    head = say("columns", lang).split("|")
    return write_csv([head, *table_lines(listing, lang)], lang)


def table_lines(listing: Listing, lang: str) -> Iterable[list[Any]]:
    """Yield the cells of each pair of passages."""
    for group in (*listing.shown, *listing.aside):
        for place, run in enumerate(group.runs, 1):
            why = "" if is_aside(group) else listing.reason(group, run, lang)
            opinion = [round(run.opinion.probability, 4), run.opinion.code, why, place]
            for pair in run.pairs:
                figures = [pair.score, pair.rare, pair.spread, pair.left, pair.right]
                texts = [excerpt(listing.texts.get(key)) for key in (pair.left, pair.right)]
                yield [group.weight, *opinion, *figures, *texts]
