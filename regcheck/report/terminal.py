"""Results as text for a screen: readable at 80 columns, with and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import PurePath

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from regcheck.domain import CheckResult, Head, Passage
from regcheck.naming import cite_unit
from regcheck.report import terms
from regcheck.report.excerpt import Piece, plain, shorten
from regcheck.report.look import Look
from regcheck.report.peers import DIFFERS, MISSING, SAME, UnitRow
from regcheck.report.tables import LEVELS, DraftRow
from regcheck.report.terms import name_of
from regcheck.report.texts import TextRow
from regcheck.report.view import Count, Row, Side, View, make_view
from regcheck.report.words import number, say

#: Words of a quotation shown on a screen; the HTML report shows all of them.
QUOTE_WORDS = 70
#: Provisions of a model that a draft lacks which are quoted on a screen; HTML shows all.
MOST_MISSING = 5
LABEL_WIDTH = 15
UNBROKEN_WIDTH = 40
STYLES = {
    "kritis": "bold white on red",
    "tinggi": "bold red",
    "sedang": "bold yellow",
    "rendah": "bold cyan",
    "informasi": "bold",
}


def render_result(result: CheckResult, look: Look) -> str:
    """Lay out one check for a screen ``look.width`` characters wide.

    Without colour the words that stand on one side only are set between asterisks.
    """
    view = make_view(result, look)
    console = open_console(look)
    print_head(console, view, look)
    for row in view.rows:
        print_row(console, row, look)
    if view.shares:
        print_shares(console, view, look)
    if view.peers is not None:
        print_peers(console, view, look)
    print_coverage(console, view, look)
    return text_of(console)


def open_console(look: Look) -> Console:
    """Return a console that writes to memory, so that nothing depends on the real terminal."""
    return Console(
        file=StringIO(),
        width=look.width,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def text_of(console: Console) -> str:
    """Return what was printed, without the blanks that only fill a line."""
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def print_head(console: Console, view: View, look: Look) -> None:
    """Print what was checked and how many findings there are."""
    console.print(Text(view.title, style="bold"))
    console.print(Text(f"{say('file', look.lang)}: {view.file}", style="dim"))
    if view.reading:
        console.print(Text(f"{say('reading', look.lang)}: {view.reading}"))
    console.print()
    counts = ", ".join(f"{one.count} {one.name}" for one in view.severities if one.count)
    line = Text(view.headline, style="bold" if view.rows else "green")
    console.print(line.append(f": {counts}" if counts else "", style="not bold"))
    if view.rows:
        console.print(Text(say(marking(look), look.lang), style="dim"))


def marking(look: Look) -> str:
    """Return the name of the sentence that explains how differing words are marked."""
    return "diff_legend" if look.colour else "diff_legend_plain"


def print_row(console: Console, row: Row, look: Look) -> None:
    """Print one finding: what it is, both sides, why, on what basis, and what to do."""
    console.print()
    title = Text(f"{row.number}. ").append(row.level.upper(), style=STYLES[row.severity])
    title.append(f"  {row.code} {row.name}", style="bold").append(f"  ({row.certainty})")
    console.print(title)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=LABEL_WIDTH, style="dim")
    grid.add_column()
    for side in filter(None, (row.left, row.right)):
        grid.add_row(side.heading, side_text(side, row, look))
    for name in ("reason", "basis", "recommendation"):
        grid.add_row(say(name, look.lang), Text(getattr(row, name)))
    console.print(Padding(grid, (0, 0, 0, 3)))


def side_text(side: Side, row: Row, look: Look) -> Text:
    """Word one side: where it stands, and its quotation."""
    place = ", ".join(filter(None, (f"{side.place} {side.regulation}".strip(), side.page)))
    text = Text(place, style="bold")
    remarks = [] if side is row.left else list(filter(None, (side.status, row.relation)))
    if remarks:
        text.append(f" [{'; '.join(remarks)}]", style="not bold")
    if side.pieces:
        text.append("\n").append_text(quotation(side.pieces, look))
    return text


def quotation(pieces: Sequence[Piece], look: Look) -> Text:
    """Word a quotation, its own words emphasised, and say how much of it is left out."""
    words = []
    for piece in shorten(pieces, QUOTE_WORDS):
        if piece.cut:
            words.append(Text(f"[{say('more_words', look.lang, n=piece.cut)}]", style="dim"))
        elif piece.only and not look.colour:
            words.append(Text(f"*{piece.text}*"))
        else:
            words.append(Text(piece.text, style="bold underline" if piece.only else "not bold"))
    return Text('"', style="not bold").append_text(Text(" ").join(words)).append('"')


def print_shares(console: Console, view: View, look: Look) -> None:
    """Print which part of the draft each other regulation rules too, and where."""
    console.print()
    console.print(Text(say("shares", look.lang), style="bold"))
    for row in view.shares:
        line = Text(row.name, style="bold").append(f": {row.part}", style="not bold")
        console.print(Padding(line, (0, 0, 0, 3)))
        console.print(Padding(Text(row.units), (0, 0, 0, 6)))


def print_coverage(console: Console, view: View, look: Look) -> None:
    """Print what was compared, what was not, and what was examined and is no fault."""
    lang = look.lang
    console.print()
    console.print(Text(say("coverage", lang), style="bold"))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=LABEL_WIDTH + 3, style="dim")
    grid.add_column()
    grid.add_row(say("compared", lang), listed(view.compared, lang, "nothing"))
    grid.add_row(say("skipped", lang), listed(view.skipped, lang, "nothing_skipped"))
    grid.add_row(say("suppressed", lang), listed(view.suppressed, lang, "nothing_suppressed"))
    if view.notes:
        grid.add_row(say("notes", lang), Text("\n".join(view.notes)))
    grid.add_row(say("texts", lang), Text("\n").join(text_line(one, lang) for one in view.texts))
    console.print(grid)
    if view.suppressed_pairs:
        print_pairs(console, view)
    console.print()
    console.print(Text(say("disclaimer", lang), style="dim"))


def text_line(row: TextRow, lang: str) -> Text:
    """Write how far a text that the report rests on can be trusted."""
    figures = f"{say('quality', lang)} {row.quality}, {say('structure', lang)} {row.structure}"
    line = Text(f"{row.name}: {figures.lower()}")
    return line.append(f" ({row.doubt})", style="bold") if row.doubt else line


def print_peers(console: Console, view: View, look: Look) -> None:
    """Print the models from other regions: where the draft departs, lacks something, or agrees."""
    lang = look.lang
    console.print()
    console.print(Text(say("peers", lang), style="bold"))
    console.print(Text(say("peers_note", lang), style="dim"))
    if not view.peers:
        console.print(Text(say("peers_none", lang)))
    for model in view.peers or ():
        console.print()
        console.print(Text(model.name, style="bold").append(f" [{model.status}]", "not bold"))
        console.print(Text(f"{model.summary}."))
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=LABEL_WIDTH + 5, style="dim")
        grid.add_column()
        missing = model.of(MISSING)
        for row in (*model.of(DIFFERS), *missing[:MOST_MISSING]):
            grid.add_row(row.theirs, peer_text(row, look))
        if more := len(missing[MOST_MISSING:]):
            grid.add_row("", Text(say("peer_further", lang, n=number(more, lang)), style="dim"))
        if same := "; ".join(row.theirs for row in model.of(SAME)):
            grid.add_row(say("peer_same", lang), Text(same))
        console.print(Padding(grid, (0, 0, 0, 3)))
    if view.peers_skipped:
        console.print()
        counts = ", ".join(f"{one.count} {one.name}" for one in view.peers_skipped)
        console.print(Text(f"{say('peers_skipped', lang)}: {counts}", style="dim"))


def peer_text(row: UnitRow, look: Look) -> Text:
    """Word what a draft says otherwise than its model, or the model's words it lacks."""
    if not row.ours:
        return Text(f"{row.told}\n", style="bold").append_text(quotation(row.right, look))
    return Text(f"{say('draft', look.lang)} {row.ours}: ", "bold").append(row.told, "not bold")


def print_pairs(console: Console, view: View) -> None:
    """Print the pairs that were examined and are no fault, one below the other."""
    grid = Table.grid(padding=(0, 2))
    for justify in ("left", "left", "left", "right"):
        grid.add_column(justify=justify)
    for pair in view.suppressed_pairs:
        grid.add_row(*map(Text, pair))
    console.print()
    console.print(Padding(grid, (0, 0, 0, 3)))


def listed(counts: Sequence[Count], lang: str, empty: str) -> Text:
    """Write counts one to a line, or the sentence for none."""
    lines = (
        f"{number(one.count, lang)} {one.name}" + (f" ({one.code})" if one.code else "")
        for one in counts
    )
    return Text("\n".join(lines) or say(empty, lang))


def render_search(found: Sequence[tuple[float, Passage, Head]], look: Look) -> str:
    """Lay out the passages nearest to a sentence, best first, with score, title and heading."""
    if not found:
        return say("not_found", look.lang) + "\n"
    console = open_console(look)
    for score, passage, head in found:
        title = Text(f"{number(score, look.lang, 2)}  ").append(cite_unit(passage.key), "bold")
        status = name_of(terms.STATUSES, head.standing.status.value, look.lang)
        title.append(f"  {say('page', look.lang)} {passage.page} [{status}]")
        console.print(title)
        about = " · ".join(filter(None, (head.identity.tentang, passage.heading)))
        if about:
            console.print(Padding(Text(about, "dim"), (0, 0, 0, 6)))
        console.print(Padding(quotation(plain(passage.text), look), (0, 0, 1, 6)))
    return text_of(console)


def render_drafts(rows: Sequence[DraftRow], look: Look) -> str:
    """Lay out a scan: one line a draft with its findings by severity, then what was not checked."""
    lang = look.lang
    header = [say("file", lang), *(name_of(terms.SEVERITIES, level, lang) for level in LEVELS)]
    cells = [
        [PurePath(row.path).name, *(number(row.severities.get(level, 0), lang) for level in LEVELS)]
        for row in rows
        if row.html
    ]
    lines = [render_table(header, cells, look)] if cells else [say("no_drafts", lang)]
    lines += [
        f"{PurePath(row.path).name}: {name_of(terms.OUTCOMES, row.outcome, lang)} - {row.message}"
        for row in rows
        if not row.html
    ]
    return "\n".join(lines)


def render_table(header: Sequence[str], rows: Iterable[Sequence[str]], look: Look) -> str:
    """Lay out a plain table; columns whose cells are all numbers are set to the right.

    The first column, which a reader copies from, is broken only if it is very wide.
    """
    cells = [tuple(row) for row in rows]
    console = open_console(look)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold underline")
    for index, name in enumerate(header):
        numeric = bool(cells) and all(row[index][:1].isdigit() for row in cells)
        widest = max((len(row[index]) for row in cells), default=0)
        table.add_column(
            name,
            justify="right" if numeric else "left",
            overflow="fold",
            no_wrap=numeric or (index == 0 and widest <= UNBROKEN_WIDTH),
        )
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
    return text_of(console)
