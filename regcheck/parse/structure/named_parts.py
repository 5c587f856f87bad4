"""Which parts of which pasal a sentence names: *Pasal 8 huruf d dan e, Pasal 19 ayat (3)*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regcheck.parse.marks.marks import pasal_readings
from regcheck.parse.marks.numbering import from_roman
from regcheck.parse.marks.patterns import PASAL

#: The number of a part below a pasal, alone or in a list after one word.
LABEL = r"\(? \s? (?: \d{1,3} [a-z]? | [a-z]{1,2} \d? ) \s? \)? (?! \w )"
#: A part, or several of a kind, that a sentence names.
#:
#: takes    ayat (2)      huruf d dan e      huruf c.2      angka 3, angka 4
#: refuses  huruf besar      ayat ini
PARTS = re.compile(
    rf"""
    (?<! [A-Za-z] ) (?P<word> ayat | huruf | angka | butir ) \s*
    (?P<labels> {LABEL} (?: \. \d{{1,2}} (?! \d ) )?
      (?: \s? (?: , \s dan | , | dan | serta ) \s {LABEL} ){{0,20}} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: One number of a list; behind a full stop stands an item of the item (*huruf c.2*).
#:
#: takes    (2)      c.2      1a
#: refuses  dan
NUMBER = re.compile(
    r"(?<!\w)(?!dan\b)(?P<label>\d{1,3}[a-z]?|[a-z]{1,2}\d?)(?!\w)(?:\.(?P<item>\d{1,2}))?"
)
#: What stands between two parts of which one holds the other.
INSIDE = re.compile(r"[\s,]*")
#: An annex that an instruction names by its number.
#:
#: takes    Lampiran IV      lampiran 2
#: refuses  Lampiran Peraturan
ANNEX_NAMED = re.compile(r"\blampiran\s+(?P<label>[IVXL]+|\d+)(?![A-Za-z])", re.IGNORECASE)
#: Where an instruction begins to speak of what stands in the place of the old.
NEW = re.compile(r"\b(?:sehingga|menjadi|sebagai(?:mana)?|dengan)\b", re.IGNORECASE)
KINDS = {"butir": "angka"}
#: The kinds of parts, the outer ones first.
RANKS = ("ayat", "huruf", "angka", "butir")


def named_paths(sentence: str) -> tuple[tuple[str, str], ...]:
    """Return each pasal that a sentence names with the path of the part it means, empty for all.

    Parts stand behind their pasal, or before it where none stands behind it.

    >>> named_paths("Pasal 8 huruf d dan e, Pasal 10, dan Pasal 19 ayat (3) huruf a")
    (('8', 'huruf-d'), ('8', 'huruf-e'), ('10', ''), ('19', 'ayat-3/huruf-a'))
    >>> named_paths("Huruf b dan huruf c ayat (2) Pasal 8, dan ayat (1) Pasal 9")
    (('8', 'ayat-2/huruf-b'), ('8', 'ayat-2/huruf-c'), ('9', 'ayat-1'))
    """
    marks = [mark for mark in PASAL.finditer(sentence) if label_of(mark)]
    ends = [*(mark.start() for mark in marks[1:]), len(sentence)]
    found: list[tuple[str, str]] = []
    free = 0
    for mark, end in zip(marks, ends, strict=False):
        behind = list(PARTS.finditer(sentence, mark.end(), end))
        before = list(PARTS.finditer(sentence, free, mark.start()))
        own = bool(behind) and INSIDE.fullmatch(sentence, mark.end(), behind[0].start())
        if own:
            paths = list(read_chain(sentence, behind))
            free = end
        else:
            paths = read_before(sentence, before)
            free = mark.end()
        found += [(label_of(mark), path) for path in paths or [""]]
    return tuple(dict.fromkeys(found))


def named_steps(text: str) -> tuple[str, ...]:
    """Return the steps of all parts that a text names, whatever holds them.

    >>> named_steps("ayat (1) huruf b dan huruf c")
    ('ayat-1', 'huruf-b', 'huruf-c')
    """
    chains = (path for one in PARTS.finditer(text) for path in read_chain(text, [one]))
    return tuple(dict.fromkeys(step for path in chains for step in path.split("/")))


def label_of(mark: re.Match[str]) -> str:
    """Return the number of a pasal that a sentence names, empty for a Roman one."""
    readings = [one for one in pasal_readings(mark) if not one.roman]
    return min(readings, key=lambda one: one.cost).label if readings else ""


def read_before(sentence: str, parts: list[re.Match[str]]) -> list[str]:
    """Return the paths of parts that stand before their pasal, the outer or the inner part first.

    >>> read_before("ayat (1) huruf b dan ayat (3)", list(PARTS.finditer("ayat (1) huruf b")))
    ['ayat-1/huruf-b']
    """
    ranks = [RANKS.index(match["word"].lower()) for match in parts]
    pairs = zip(parts, parts[1:], ranks, ranks[1:], strict=False)
    if any(low < high and holds(sentence, one, other) for one, other, low, high in pairs):
        return list(read_chain(sentence, parts))
    return list(read_chain(sentence, parts[::-1]))[::-1]


def read_chain(sentence: str, parts: Iterable[re.Match[str]]) -> Iterator[str]:
    """Yield the paths of the innermost parts of a chain, from the outer to the inner part.

    A part of the same kind as one before it stands beside that; any other stands in the last.
    """
    leaves: list[tuple[tuple[str, str], ...]] = []
    last: re.Match[str] | None = None
    for match in parts:
        kind = KINDS.get(match["word"].lower(), match["word"].lower())
        kinds = [step[0] for step in leaves[-1]] if leaves else []
        above = leaves[-1][: kinds.index(kind)] if kind in kinds else leaves[-1] if leaves else ()
        if last is not None and kind not in kinds and holds(sentence, last, match):
            leaves.pop()
        elif kind not in kinds:
            above = ()
        leaves += [(*above, (kind, label)) for label in labels_of(match["labels"])]
        last = match
    return ("/".join("-".join(step) for step in leaf) for leaf in leaves)


def holds(sentence: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether two parts follow upon each other as holder and held, in either order."""
    first, second = sorted((one, other), key=lambda match: match.start())
    return bool(INSIDE.fullmatch(sentence, first.end(), second.start()))


def labels_of(text: str) -> Iterator[str]:
    """Yield the numbers of a list.

    >>> list(labels_of("(2), (3) dan (4a)")), list(labels_of("c.2, d"))
    (['2', '3', '4a'], ['c/angka-2', 'd'])
    """
    for match in NUMBER.finditer(text.lower()):
        yield match["label"] + (f"/angka-{match['item']}" if match["item"] else "")


def named_annexes(sentence: str) -> tuple[str, ...]:
    """Return the steps of the annexes that an instruction names by number as what it changes.

    >>> named_annexes("Lampiran I dan Lampiran IV diubah menjadi sebagaimana Lampiran II Perda ini")
    ('lampiran-1', 'lampiran-4')
    >>> named_annexes("Lampiran diubah sebagaimana tercantum dalam Lampiran I Peraturan ini")
    ()
    """
    new = NEW.search(sentence)
    found = ANNEX_NAMED.finditer(sentence, 0, new.start() if new else len(sentence))
    numbers = (
        int(one["label"]) if one["label"].isdigit() else from_roman(one["label"].upper())
        for one in found
    )
    return tuple(dict.fromkeys(f"lampiran-{number}" for number in numbers if number))
