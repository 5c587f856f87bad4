"""Answers of the graph as text for a screen: chains, statuses, ledgers, circles, orphans."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from regcheck.domain.graph import DelegationState, Force, Fulfilment, Proof, Reason, Step, UnitForce
from regcheck.naming import cite_path, cite_regulation, cite_unit, date, name_register
from regcheck.report import terms
from regcheck.report.graph_words import say
from regcheck.report.look import Look
from regcheck.report.terms import name_of
from regcheck.report.words import number
from regcheck.report.words import say as say_word


def render_chain(start: str, end: str, steps: Sequence[Step], look: Look) -> str:
    """Write a chain of provisions, each step with its sentence and page."""
    lang = look.lang
    ends = {"start": cite_unit(start), "end": cite_unit(end)}
    if start == end:
        return say("same", lang) + "\n"
    if not steps:
        return "\n".join(wrap(say("no_chain", lang, **ends), look)) + "\n"
    lines = [*wrap(say("chain", lang, **ends), look)]
    ways = {step.forward for step in steps}
    if ways != {True}:
        lines += wrap(say("against" if ways == {False} else "mixed", lang), look)
    for position, step in enumerate(steps, start=1):
        lines += ["", *step_lines(position, step, look)]
    return "\n".join(lines) + "\n"


def step_lines(position: int, step: Step, look: Look) -> Iterator[str]:
    """Write one step: what cites what in which role, and the sentence."""
    edge = step.edge
    role = name_of(terms.ROLES, edge.role.value, look.lang)
    arrow = "→" if step.forward else "←"
    source = cite_unit(edge.holder or edge.source)
    yield from wrap(f"{position}. {source}", look, "   ")
    yield from wrap(f"   {arrow} {role}: {cite_unit(edge.target)}", look, "     ")
    if edge.origin:
        yield f"     ({say('by_catalogue', look.lang)})"
    yield from quoted(step.proof, look, "     ")


def quoted(proof: Proof | None, look: Look, indent: str) -> Iterator[str]:
    """Write a sentence with its page."""
    if proof is None:
        return
    page = f" ({say_word('page', look.lang)} {proof.page})" if proof.page else ""
    yield from wrap(f"{indent}“{proof.text}”{page}", look, indent)


def wrap(text: str, look: Look, indent: str = "  ") -> list[str]:
    """Break a text at the width of the screen; later lines are indented."""
    return textwrap.wrap(text, look.width, subsequent_indent=indent) or [""]


def render_force(force: Force, title: str, look: Look, *, absent: bool = False) -> str:
    """Write the status of a regulation, its reasons, and the provisions that have another."""
    lang = look.lang
    name = cite_regulation(force.id)
    lines = wrap(f"{name}{f' tentang {title}' if title else ''}", look)
    lines += [force.id, "", *wrap(status_line(force, lang), look)]
    if absent:
        lines += wrap(say("absent_known" if force.known else "absent", lang), look)
    if force.reasons:
        lines += ["", say("because", lang)]
        lines += [line for one in force.reasons for line in reason_lines(one, look)]
    elif not force.units:
        lines += wrap(say("no_reason", lang), look)
    if force.units:
        lines += ["", say("units", lang), *unit_lines(force.units, look)]
    if force.hint:
        lines += ["", *wrap(say("hint", lang, hint=force.hint), look)]
    return "\n".join(lines) + "\n"


def unit_lines(units: Iterable[UnitForce], look: Look) -> Iterator[str]:
    """Write the provisions that have a status of their own, those of one reason together."""
    groups: dict[tuple[str, tuple[Reason, ...]], list[str]] = {}
    for one in units:
        place = cite_path(one.key.partition("#")[2])
        groups.setdefault((one.status.value, one.reasons), []).append(place)
    for (status, reasons), places in groups.items():
        name = name_of(terms.STATUSES, status, look.lang)
        yield from wrap(f"- {'; '.join(places)}: {name}", look)
        for reason in reasons:
            yield from reason_lines(reason, look, "    ")


def status_line(force: Force, lang: str) -> str:
    """Say the status, on which date, and since when the regulation is in force."""
    head = say("status_on", lang, date=date(force.as_of, lang)) if force.as_of else ""
    value = force.status.value if force.status else ""
    status = name_of(terms.STATUSES, value, lang) if value else say("undecided", lang)
    coming = value == "belum_berlaku"
    since = say("from" if coming else "since", lang, date=date(force.since, lang))
    text = f"{head or say('status_now', lang)}: {status.upper()}"
    return f"{text} ({since})" if force.since else text


def reason_lines(reason: Reason, look: Look, indent: str = "  ") -> Iterator[str]:
    """Write a reason with its sentence."""
    yield from wrap(f"{indent}- {reason_text(reason, look.lang)}", look, f"{indent}  ")
    if reason.proof:
        place = cite_unit(reason.proof.key)
        yield from wrap(f"{indent}  {place}:", look, f"{indent}    ")
        yield from quoted(reason.proof, look, f"{indent}    ")


def reason_text(reason: Reason, lang: str) -> str:
    """Say why."""
    by = reason.by if reason.kind == "annulled" else cite_regulation(reason.by)
    when = date(reason.date, lang)
    if reason.kind == "commencement":
        return say("commencement", lang, date=when)
    if reason.known:
        by = reason.by if reason.kind == "annulled" else cite_unit(reason.known.clause)
    text = say(reason.kind, lang, by=by, date=f" ({when})" if when else "")
    return f"{text}; {name_register(reason.known, lang)}" if reason.known else text


def render_ledger(states: Sequence[DelegationState], look: Look) -> str:
    """Write delegations, one after the other, with their counts by state."""
    lang = look.lang
    if not states:
        return say("no_delegations", lang) + "\n"
    counts = Counter(name for one in states for name in one.states)
    counted = ", ".join(f"{number(n, lang)} {say(name, lang)}" for name, n in counts.items())
    head = f"{say('delegations', lang, n=number(len(states), lang))}: {counted}"
    lines = [*wrap(head, look), *wrap(say("not_in_corpus", lang), look)]
    for state in states:
        lines += ["", *delegation_lines(state, look)]
    return "\n".join(lines) + "\n"


def delegation_lines(state: DelegationState, look: Look) -> Iterator[str]:
    """Write one delegation: where, what, which form, by when, and what became of it."""
    lang, one = look.lang, state.delegation
    page = f"{say_word('page', lang)} {one.page}"
    yield from wrap(f"{cite_unit(one.home)} ({page})", look)
    matter = one.matter or say("no_matter", lang)
    rows = [("matter", matter), ("ordered", one.printed), ("states", states_text(state, lang))]
    if state.due:
        rows.append(("due", date(state.due, lang)))
    rows += [found_row(other, lang) for other in (*state.fulfilments, *state.wrong)]
    rows += [("subdelegated", cite_unit(order.key)) for order in state.passed_on]
    for name, text in rows:
        yield from wrap(f"  {say(name, lang)}: {text}", look, "    ")


def found_row(one: Fulfilment, lang: str) -> tuple[str, str]:
    """Name an act that carries out a delegation, and by what sign it is known."""
    name = "found_likely" if one.how == "basis" else "found"
    return name, f"{cite_regulation(one.id)} ({say(f'by_{one.how}', lang)})"


def states_text(state: DelegationState, lang: str) -> str:
    """Name the states of a delegation."""
    return ", ".join(say(name, lang) for name in state.states)


def render_circles(circles: Iterable[Sequence[Step]], total: int, look: Look) -> str:
    """Write circles of citations, each step with its sentence."""
    listed = list(circles)
    if not listed:
        return say("no_circles", look.lang) + "\n"
    head = say("circles", look.lang, n=number(total, look.lang))
    if total > len(listed):
        head += f" ({say('listed', look.lang, n=number(len(listed), look.lang))})"
    lines = wrap(head, look)
    for position, steps in enumerate(listed, start=1):
        lines += ["", f"[{position}]"]
        lines += [line for n, one in enumerate(steps, 1) for line in step_lines(n, one, look)]
    return "\n".join(lines) + "\n"


#: An orphan as it is shown: its id, parents, their repealers, and the clause that keeps it.
OrphanRow = tuple[str, Sequence[str], Sequence[str], Proof | None]


def render_orphans(rows: Sequence[OrphanRow], look: Look) -> str:
    """Write the rules whose parents are repealed, and those that a clause keeps alive."""
    lang = look.lang
    if not rows:
        return say("no_orphans", lang) + "\n"
    lines: list[str] = []
    for name, kept in (("orphans", False), ("kept", True)):
        some = [row for row in rows if bool(row[3]) is kept]
        if some:
            lines += [*wrap(say(name, lang, n=number(len(some), lang)), look), ""]
            lines += [line for row in some for line in orphan_lines(row, look)]
    return "\n".join(lines).rstrip("\n") + "\n"


def orphan_lines(row: OrphanRow, look: Look) -> Iterator[str]:
    """Write one orphan with its parents."""
    id_, parents, repealers, kept = row
    lang = look.lang
    yield from wrap(f"- {cite_regulation(id_)}", look)
    named = ", ".join(map(cite_regulation, parents))
    yield from wrap(f"    {say('carries_out', lang, base=named)}", look, "      ")
    named = ", ".join(map(cite_regulation, repealers))
    yield from wrap(f"    {say('repealed_by', lang, by=named)}", look, "      ")
    if kept:
        yield from wrap(f"    {say('kept_by', lang, by=cite_unit(kept.key))}", look, "      ")
        yield from quoted(kept, look, "      ")
    yield ""
