"""The most relied on regulations, their communities and their neighbours: text, JSON and CSV."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from regcheck.domain.graph import Community, Standpoint, Step
from regcheck.naming import cite_regulation, cite_unit, title_text
from regcheck.report import terms
from regcheck.report.data import Record, versioned
from regcheck.report.graph_data import step_to_json
from regcheck.report.graph_text import quoted, wrap
from regcheck.report.graph_words import say
from regcheck.report.look import Look
from regcheck.report.tables import write_csv
from regcheck.report.terms import name_of
from regcheck.report.words import number

#: The widths of the columns of numbers, and of the status.
NUMBER, FIGURE, STATUS = 5, 9, 16
#: Of a long title so many lines are shown.
TITLE_LINES = 2
#: Members of a community that are named on a screen.
NAMED_MEMBERS = 3
CENTRAL_COLUMNS = (
    "position", "id", "name", "title", "status", "in_corpus", "cited_by", "cites", "weight",
    "group",
)  # fmt: skip
COMMUNITY_COLUMNS = ("group", "words", "id", "name", "title", "status", "in_corpus", "cited_by",
                     "weight")  # fmt: skip
NEIGHBOUR_COLUMNS = ("direction", "role", "source", "holder", "target", "page", "origin", "quote")


def render_central(rows: Sequence[Standpoint], total: int, look: Look) -> str:
    """Write regulations, the first of ``total``, as a table, with how much each is relied on."""
    lang = look.lang
    if not rows:
        return say("no_regulations", lang) + "\n"
    counts = {"n": number(len(rows), lang), "total": number(total, lang)}
    lines = [*wrap(say("central", lang, **counts), look), ""]
    lines += table_head(look)
    for position, row in enumerate(rows, start=1):
        lines += table_row(position, row, look)
    return "\n".join([*lines, "", *wrap(say("central_help", lang), look)]) + "\n"


def name_width(look: Look) -> int:
    """Return the width that is left for names."""
    return look.width - NUMBER - 3 * FIGURE - STATUS


def table_head(look: Look) -> list[str]:
    """Write the names of the columns, and a rule below them."""
    names = [say(name, look.lang) for name in ("col_cited", "col_basis", "col_weight")]
    figures = "".join(f"{name:>{FIGURE}}" for name in names)
    head = f"{say('col_number', look.lang):>{NUMBER - 2}}  "
    head += f"{say('col_name', look.lang):<{name_width(look)}}{figures}"
    return [f"{head}  {say('col_status', look.lang)}", "-" * look.width]


def table_row(position: int, row: Standpoint, look: Look) -> Iterator[str]:
    """Write one regulation: its name with the figures, and its title below."""
    lang, width = look.lang, name_width(look)
    names = textwrap.wrap(cite_regulation(row.id), width - 1) or [row.id]
    titles = textwrap.wrap(title_text(row.title), look.width - NUMBER - STATUS)
    figures = (
        number(row.cited_by, lang),
        number(row.roles.get("dasar_hukum", 0), lang),
        share(row.weight, lang),
    )
    status = textwrap.wrap(status_text(row, lang), STATUS - 2)
    line = f"{position:>{NUMBER - 2}}  {names[0]:<{width}}"
    line += "".join(f"{figure:>{FIGURE}}" for figure in figures)
    yield f"{line}  {status[0]}".rstrip()
    rest = [*names[1:], *clip(titles)]
    beside = status[1:]
    for index in range(max(len(rest), len(beside))):
        left = rest[index] if index < len(rest) else ""
        right = beside[index] if index < len(beside) else ""
        yield f"{' ' * NUMBER}{left:<{look.width - NUMBER - STATUS}}  {right}".rstrip()


def clip(lines: Sequence[str]) -> list[str]:
    """Keep the first lines of a title.

    >>> clip(["a", "b", "c"])
    ['a', 'b …']
    """
    if len(lines) <= TITLE_LINES:
        return list(lines)
    return [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1]} …"]


def share(weight: float, lang: str) -> str:
    """Write a share of all reliance in percent."""
    return f"{number(100 * weight, lang, 2)}%"


def status_text(row: Standpoint, lang: str) -> str:
    """Name the status of a regulation, or say that its text is not here."""
    if row.status:
        return name_of(terms.STATUSES, row.status, lang)
    return say("unknown" if row.in_corpus else "outside", lang)


def central_to_json(rows: Iterable[Standpoint], total: int) -> Record:
    """Describe regulations, the most relied on first; ``total`` counts those not listed too."""
    return versioned(total=total, regulations=[standpoint_to_json(row) for row in rows])


def standpoint_to_json(row: Standpoint) -> Record:
    """Describe how much one regulation is relied on."""
    return {
        "id": row.id,
        "title": title_text(row.title),
        "status": row.status,
        "in_corpus": row.in_corpus,
        "cited_by": row.cited_by,
        "cites": row.cites,
        "roles": dict(row.roles),
        "weight": row.weight,
        "group": row.group,
    }


def central_to_csv(rows: Iterable[Standpoint], lang: str) -> str:
    """Write one line for each regulation."""
    lines = ({"position": n, **cells_of(row, lang)} for n, row in enumerate(rows, start=1))
    return to_table(CENTRAL_COLUMNS, lines, lang)


def cells_of(row: Standpoint, lang: str) -> dict[str, object]:
    """Return what a table says of a regulation, by column."""
    return {
        **standpoint_to_json(row),
        "name": cite_regulation(row.id),
        "status": status_text(row, lang),
        "in_corpus": say("yes" if row.in_corpus else "no", lang),
        "weight": round(row.weight, 6),
    }


def to_table(names: Sequence[str], rows: Iterable[Mapping[str, object]], lang: str) -> str:
    """Write a table whose columns are named in the language of the report."""
    head = [say(f"csv_{name}", lang) for name in names]
    return write_csv([head, *([row[name] for name in names] for row in rows)], lang)


def render_communities(groups: Sequence[Community], shown: int, look: Look) -> str:
    """Write the first ``shown`` communities: size, words of their titles, leading members."""
    lang = look.lang
    if not groups:
        return say("no_regulations", lang) + "\n"
    counts = {"n": number(min(shown, len(groups)), lang), "total": number(len(groups), lang)}
    lines = wrap(say("communities", lang, **counts), look)
    for group in groups[:shown]:
        size = number(len(group.members), lang)
        words = ", ".join(group.words) or say("no_words", lang)
        head = say("community", lang, number=group.number, n=size, words=words)
        lines += ["", *wrap(head, look)]
        for row in group.members[:NAMED_MEMBERS]:
            title = f" tentang {title_text(row.title)}" if row.title else ""
            cited = say("cited_times", lang, n=number(row.cited_by, lang))
            text = textwrap.shorten(f"{cite_regulation(row.id)}{title}", 2 * look.width - 40)
            lines += wrap(f"  - {text} ({cited}; {status_text(row, lang)})", look, "    ")
    return "\n".join(lines) + "\n"


def communities_to_json(groups: Iterable[Community], total: int) -> Record:
    """Describe communities with all their members."""
    return versioned(
        total=total,
        communities=[
            {
                "number": group.number,
                "words": list(group.words),
                "members": [standpoint_to_json(row) for row in group.members],
            }
            for group in groups
        ],
    )


def communities_to_csv(groups: Iterable[Community], lang: str) -> str:
    """Write one line for each member of each community."""
    lines = (
        {**cells_of(row, lang), "group": group.number, "words": ", ".join(group.words)}
        for group in groups
        for row in group.members
    )
    return to_table(COMMUNITY_COLUMNS, lines, lang)


def render_neighbours(key: str, steps: Sequence[Step], shown: int, look: Look) -> str:
    """Write what a provision or regulation cites, and what cites it, each with its sentence."""
    lang = look.lang
    if not steps:
        return "\n".join(wrap(say("no_neighbours", lang, key=cite_unit(key)), look)) + "\n"
    lines = wrap(cite_unit(key), look)
    for forward, head in ((True, "cites_head"), (False, "cited_head")):
        some = [step for step in steps if step.forward is forward]
        if not some:
            continue
        counts = {"n": number(min(shown, len(some)), lang), "total": number(len(some), lang)}
        lines += ["", *wrap(say(head, lang, **counts), look)]
        for step in some[:shown]:
            lines += ["", *neighbour_lines(step, look)]
    return "\n".join(lines) + "\n"


def neighbour_lines(step: Step, look: Look) -> Iterator[str]:
    """Write one citation: the other end, its role, and the sentence with its page."""
    edge = step.edge
    role = name_of(terms.ROLES, edge.role.value, look.lang)
    other = edge.target if step.forward else edge.holder or edge.source
    arrow = "→" if step.forward else "←"
    yield from wrap(f"{arrow} {role}: {cite_unit(other)}", look, "    ")
    place = cite_unit(edge.holder or edge.source) if step.forward else ""
    if edge.origin:
        place = say("by_catalogue", look.lang)
    if place:
        yield from wrap(f"    {place}:", look, "      ")
    yield from quoted(step.proof, look, "    ")


def neighbours_to_json(key: str, steps: Iterable[Step]) -> Record:
    """Describe the citations around a provision or regulation."""
    return versioned(key=key, edges=[step_to_json(step) for step in steps])


def neighbours_to_csv(steps: Iterable[Step], lang: str) -> str:
    """Write one line for each citation, with its page and sentence."""
    lines = (
        {
            "direction": say("cites" if step.forward else "cited", lang),
            "role": name_of(terms.ROLES, step.edge.role.value, lang),
            "source": step.edge.source,
            "holder": cite_unit(step.edge.holder or step.edge.source),
            "target": step.edge.target,
            "page": step.edge.page or "",
            "origin": step.edge.origin or "naskah",
            "quote": step.proof.text,
        }
        for step in steps
    )
    return to_table(NEIGHBOUR_COLUMNS, lines, lang)
