"""The law as it stands, to read: changed, inserted and deleted units marked, acts as footnotes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regcheck.domain import Kind
from regcheck.domain.consolidation import (
    AppliedAct,
    Consolidated,
    StandingUnit,
    Wording,
)
from regcheck.naming import cite_path, cite_regulation, date, title_text
from regcheck.report.html import render
from regcheck.report.look import Look

#: How a unit got its words: the mark before it, and what the mark means.
MARKS: Mapping[str, tuple[str, tuple[str, str]]] = {
    "replace": ("~", ("diubah", "changed")),
    "reword": ("~", ("frasa diganti", "words replaced")),
    "gloss": ("~", ("penjelasan diubah", "gloss changed")),
    "lampiran": ("~", ("lampiran diubah", "annex changed")),
    "insert": ("+", ("disisipkan", "inserted")),
    "append": ("+", ("ditambahkan", "added")),
    "renumber": (">", ("nomor diubah", "renumbered")),
    "delete": ("-", ("dihapus", "deleted")),
    "repeal": ("-", ("dicabut", "repealed")),
    "annul": ("!", ("dibatalkan pengadilan", "annulled by a court")),
}
WORDS: Mapping[str, tuple[str, str]] = {
    "stands": ("Susunan yang berlaku", "The text in force"),
    "on": ("pada {date}", "on {date}"),
    "now": ("menurut semua perubahan di korpus", "by all changes in the corpus"),
    "acts": ("Perubahan yang diterapkan", "Changes applied"),
    "none": ("Tidak ada perubahan yang diterapkan.", "No changes were applied."),
    "draft": ("rancangan", "draft"),
    "operations": ("{n} perintah", "{n} instructions"),
    "open": ("Yang tidak dapat diterapkan", "What could not be applied"),
    "doubts": ("Yang perlu diperiksa", "What should be checked"),
    "later": ("Belum berlaku pada tanggal itu", "Not yet in force on that date"),
    "earlier": ("Susunan sebelumnya", "Earlier wordings"),
    "until": ("sampai {until} oleh {by}", "until {until} by {by}"),
    "legend": ("Tanda", "Marks"),
    "was": ("semula {key}", "before {key}"),
    "source": ("dari {source}", "from {source}"),
    "dropped": (
        "{act} tidak mencetak lagi: {units}. Susunan lamanya disimpan.",
        "{act} no longer prints: {units}. Their earlier wording is kept.",
    ),
}
DIVISIONS = (Kind.BUKU, Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF)
#: Kinds with an empty line before them, and kinds whose printed lines are kept.
SPACED = frozenset(kind.value for kind in (*DIVISIONS, Kind.PASAL, Kind.PENJELASAN, Kind.LAMPIRAN))
BY_LINE = frozenset(
    kind.value for kind in (*DIVISIONS, Kind.MEMUTUSKAN, Kind.PENJELASAN, Kind.LAMPIRAN, Kind.TABEL)
)
INDENT = {Kind.AYAT: 1, Kind.HURUF: 2, Kind.ANGKA: 2, Kind.SUBHURUF: 3, Kind.SUBANGKA: 3}


@dataclass(frozen=True, slots=True)
class Line:
    """One unit of the text as it is shown; ``note`` is the number of its act's footnote."""

    mark: str
    kind: str
    text: str
    note: int
    op: str
    key: str
    depth: int
    earlier: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: an act, what it did, and when."""

    number: int
    text: str


def say(name: str, look: Look, **values: object) -> str:
    """Return a text of this report in the language of the look."""
    return WORDS[name][look.lang == "en"].format(**values)


def title_of(consolidated: Consolidated) -> str:
    """Name the regulation in full."""
    identity = consolidated.identity
    name = cite_regulation(consolidated.id)
    return f"{name} tentang {title_text(identity.tentang)}" if identity.tentang else name


def notes_of(consolidated: Consolidated, look: Look) -> dict[str, Note]:
    """Number everything that changed the text, in the order of time, by act."""
    changed = {unit.wording.act: unit.wording for unit in consolidated.units if is_changed(unit)}
    order = [act.id for act in consolidated.acts]
    order += [act for act in changed if act not in order]
    tentang = {act.id: act for act in consolidated.acts}
    found = {}
    for number, act in enumerate(order, start=1):
        known = tentang.get(act)
        since = known.date if known else changed[act].since
        found[act] = Note(number, describe_act(act, since, known, look))
    return found


def describe_act(act: str, since: str, known: AppliedAct | None, look: Look) -> str:
    """Say which act a footnote is about."""
    name = cite_regulation(act) if "/" in act and " " not in act else act
    parts = [name, date(since, look.lang) if since else ""]
    if known:
        parts.append(say("operations", look, n=known.operations))
        parts += [say("draft", look)] if known.draft else []
    return ", ".join(filter(None, parts))


def is_changed(unit: StandingUnit) -> bool:
    """Tell whether a unit no longer stands as enacted."""
    return unit.wording.op != "base"


def lines_of(consolidated: Consolidated, look: Look) -> Iterator[Line]:
    """List the units as they are shown; a unit whose parent has the same mark carries none."""
    notes = notes_of(consolidated, look)
    for unit in consolidated.units:
        wording = unit.wording
        changed = is_changed(unit)
        parent = consolidated.by_key.get(unit.parent)
        repeated = parent is not None and same_change(parent.wording, wording)
        shown = changed and not repeated
        yield Line(
            mark=MARKS[wording.op][0] if changed else " ",
            kind=unit.kind.value,
            text=wording.text.strip("\n"),
            note=notes[wording.act].number if shown and wording.act in notes else 0,
            op=wording.op if changed else "",
            key=unit.key,
            depth=INDENT.get(unit.kind, 0),
            earlier=consolidated.former.get(unit.key, ()) if changed else (),
        )


def same_change(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings came about by the same act in the same way."""
    return (one.op, one.act) == (other.op, other.act)


def render_text(consolidated: Consolidated, look: Look, status: Sequence[str] = ()) -> str:
    """Write the text as it stands, at most ``look.width`` characters wide, with footnotes.

    Args:
        consolidated: The text.
        look: The language and the width.
        status: Lines on the status of the regulation, put under its name.
    """
    lines = [*textwrap.wrap(title_of(consolidated), look.width), consolidated.id, *status]
    lines += [state_of(consolidated, look), *legend(look), ""]
    for line in lines_of(consolidated, look):
        lines += wrapped(line, look)
    lines += ["", *tail(consolidated, look)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def state_of(consolidated: Consolidated, look: Look) -> str:
    """Say which state of the law is shown."""
    day = date(consolidated.as_of, look.lang)
    return f"{say('stands', look)} {say('on', look, date=day) if day else say('now', look)}"


def legend(look: Look) -> Iterator[str]:
    """Explain the marks."""
    by_mark: dict[str, list[str]] = {}
    for mark, names in MARKS.values():
        by_mark.setdefault(mark, []).append(names[look.lang == "en"])
    text = "; ".join(f"{mark} {', '.join(names)}" for mark, names in by_mark.items())
    yield from textwrap.wrap(f"{say('legend', look)}: {text}", look.width)


def wrapped(line: Line, look: Look) -> Iterator[str]:
    """Wrap one unit: its mark at the margin, its footnote behind its last word."""
    paragraphs = paragraphs_of(line)
    if not paragraphs:
        return
    if line.note:
        paragraphs[-1] += f" [{line.note}]"
    if line.kind in SPACED:
        yield ""
    indent = "  " * line.depth
    width = max(20, look.width - 2 - len(indent))
    rows = [row for words in paragraphs for row in textwrap.wrap(words, width)]
    for number, row in enumerate(rows):
        yield f"{' ' if number else line.mark} {indent}{row}"


def paragraphs_of(line: Line) -> list[str]:
    """Return the words of a unit: headings and forms line by line, running text as one."""
    printed = [" ".join(row.split()) for row in line.text.split("\n")]
    rows = [row for row in printed if row]
    if line.kind in BY_LINE:
        return rows
    if line.kind == Kind.PASAL and len(rows) > 1:
        return [rows[0], " ".join(rows[1:])]
    return [" ".join(rows)] if rows else []


def tail(consolidated: Consolidated, look: Look) -> Iterator[str]:
    """List the acts, and what could not be applied or should be checked."""
    notes = notes_of(consolidated, look)
    if not notes:
        yield say("none", look)
    else:
        yield say("acts", look)
        for note in notes.values():
            yield from hanging(f"[{note.number}] {note.text}", look)
    if consolidated.later:
        yield ""
        yield from hanging(
            f"{say('later', look)}: {', '.join(map(cite_regulation, consolidated.later))}", look
        )
    for name, remarks in (
        ("open", remarks_of(consolidated, look, applied=False)),
        ("doubts", remarks_of(consolidated, look, applied=True)),
    ):
        if remarks:
            yield ""
            yield f"{say(name, look)} ({len(remarks)})"
            for remark in remarks:
                yield from hanging(f"- {remark}", look)


def remarks_of(consolidated: Consolidated, look: Look, *, applied: bool) -> tuple[str, ...]:
    """Return the remarks as sentences; all that one act no longer prints is told in one."""
    dropped: dict[str, list[str]] = {}
    for one in consolidated.remarks:
        if one.code == "dropped":
            dropped.setdefault(one.act, []).append(one.target.partition("#")[2])
    found: dict[str, None] = {}
    for one in consolidated.remarks:
        if one.applied is not applied:
            continue
        units = cite_together(dropped.get(one.act, ()))
        words = say("dropped", look, act=cite_regulation(one.act), units=units)
        found[words if one.code == "dropped" else one.say(look.lang)] = None
    return tuple(found)


def cite_together(paths: Iterable[str]) -> str:
    """Cite units, those of one kind in one unit together.

    >>> cite_together(["pasal-7/huruf-a", "pasal-7/huruf-b", "pasal-9/ayat-2"])
    'Pasal 7 huruf a, huruf b; Pasal 9 ayat (2)'
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for path in paths:
        around, _, step = path.rpartition("/")
        groups.setdefault((around, step.partition("-")[0]), []).append(path)
    return "; ".join(
        ", ".join((cite_path(first), *(cite_path(one.rpartition("/")[2]) for one in rest)))
        for first, *rest in groups.values()
    )


def hanging(text: str, look: Look) -> list[str]:
    """Wrap a text with its second line indented."""
    return textwrap.wrap(text, look.width, subsequent_indent="  ")


def render_page(consolidated: Consolidated, look: Look, status: Sequence[str] = ()) -> str:
    """Lay out the text as it stands as a page that needs no other file.

    Args:
        consolidated: The text.
        look: The language.
        status: Lines on the status of the regulation, put at the top.
    """
    return render(
        "consolidated.html",
        look,
        title=title_of(consolidated),
        state=state_of(consolidated, look),
        consolidated=consolidated,
        lines=list(lines_of(consolidated, look)),
        notes=list(notes_of(consolidated, look).values()),
        status=status,
        open=remarks_of(consolidated, look, applied=False),
        doubts=remarks_of(consolidated, look, applied=True),
        words=lambda name, **values: say(name, look, **values),
        op_name=lambda op: MARKS[op][1][look.lang == "en"] if op in MARKS else "",
        cite=cite_regulation,
        day=lambda iso: date(iso, look.lang) if iso else "",
    )
