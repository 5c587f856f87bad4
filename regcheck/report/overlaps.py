"""The overlaps within a corpus as text, as JSON and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from regcheck.domain import Pair, Passage
from regcheck.naming import cite_regulation, cite_unit
from regcheck.report.data import versioned
from regcheck.report.tables import write_csv
from regcheck.report.words import number, pick

#: Pairs of passages that are printed of one pair of regulations, and letters of each passage.
PRINTED, LETTERS = 3, 200
WORDS: Mapping[str, tuple[str, str]] = {
    "none": (
        "Tidak ada ketentuan yang mirip di antara peraturan dalam korpus.",
        "No two regulations of the corpus have similar provisions.",
    ),
    "head": (
        "{groups} pasang peraturan, {pairs} pasang ketentuan yang mirip; ditampilkan {shown}.",
        "{groups} pairs of regulations with {pairs} pairs of similar provisions; {shown} shown.",
    ),
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
    "more": ("… dan {n} pasang lagi.", "… and {n} more pairs."),
    "formula": ("rumusan umum: {n} peraturan lain", "formula: {n} other regulations"),
    "columns": (
        "bobot|kemiripan|kata jarang|peraturan lain|kiri|kanan|bunyi kiri|bunyi kanan",
        "weight|similarity|rare words|other regulations|left|right|left text|right text",
    ),
}


class Group(Protocol):
    """Two regulations that say similar things (``overlaps.Overlap``)."""

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
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of passages, best first."""


def say(name: str, lang: str, **values: object) -> str:
    """Return a text by its name, its gaps filled with ``values``."""
    return pick(WORDS[name], lang).format(**values)


def render_overlaps(
    groups: Sequence[Group], counts: Mapping[str, int], texts: Mapping[str, Passage], lang: str
) -> str:
    """Lay out pairs of regulations, the weightiest first, with their best pairs of passages.

    Args:
        groups: Those that are shown.
        counts: ``groups`` and ``pairs`` that were found, pairs ``apart``, ``changed``
            regulations, if only those were asked for, and ``unfitted``, per cent of the passages
            that the weights do not count.
        texts: The passages by key.
        lang: The language of the labels.
    """
    if not counts["groups"]:
        return "\n".join([say("none", lang), *notes(counts, lang)])
    figures = {name: number(counts[name], lang) for name in ("groups", "pairs")}
    lines = [say("head", lang, shown=number(len(groups), lang), **figures), *notes(counts, lang)]
    for place, group in enumerate(groups, 1):
        lines += ["", f"{place}. {cite_regulation(group.left)} – {cite_regulation(group.right)}"]
        for pair in group.pairs[:PRINTED]:
            lines += pair_lines(pair, texts, lang)
        if more := len(group.pairs) - PRINTED:
            lines += [f"   {say('more', lang, n=number(more, lang))}"] if more > 0 else []
    return "\n".join(lines)


def notes(counts: Mapping[str, int], lang: str) -> Iterator[str]:
    """Yield what must be said of the whole list."""
    if "changed" in counts:
        yield say("changed", lang, n=number(counts["changed"], lang))
    if counts.get("unfitted"):
        yield say("unfitted", lang, n=counts["unfitted"])
    if counts["apart"]:
        yield say("apart", lang, n=number(counts["apart"], lang))


def pair_lines(pair: Pair, texts: Mapping[str, Passage], lang: str) -> Iterator[str]:
    """Yield the lines of a pair: its score, and what each side says."""
    score = number(pair.score, lang, 2)
    yield f"   {score}" + (f" ({say('formula', lang, n=pair.spread)})" if pair.spread else "")
    for key in (pair.left, pair.right):
        yield f"     {cite_unit(key)}: {excerpt(texts[key])}"


def excerpt(passage: Passage) -> str:
    """Return the beginning of what a passage says.

    >>> from regcheck.domain import Kind
    >>> excerpt(Passage("perda/x/2020/1#pasal-1", Kind.PASAL, "a" * 300, 1))[-3:]
    'aa…'
    """
    text = f"{passage.lead} {passage.text}".strip()
    return text if len(text) <= LETTERS else f"{text[:LETTERS].rstrip()}…"


def overlaps_to_json(
    groups: Iterable[Group], counts: Mapping[str, int], threshold: float
) -> dict[str, Any]:
    """Describe overlaps as a record."""
    return versioned(
        threshold=threshold,
        counts=dict(counts),
        overlaps=[
            {
                "left": group.left,
                "right": group.right,
                "weight": group.weight,
                "pairs": [
                    {
                        "left": pair.left,
                        "right": pair.right,
                        "score": pair.score,
                        "rare": pair.rare,
                        "spread": pair.spread,
                    }
                    for pair in group.pairs
                ],
            }
            for group in groups
        ],
    )


def overlaps_csv(groups: Iterable[Group], texts: Mapping[str, Passage], lang: str) -> str:
    """Return one line for each pair of passages."""
    head = say("columns", lang).split("|")
    lines = (
        [group.weight, pair.score, pair.rare, pair.spread, pair.left, pair.right]
        + [excerpt(texts[key]) for key in (pair.left, pair.right)]
        for group in groups
        for pair in group.pairs
    )
    return write_csv([head, *lines], lang)
