"""The status of one regulation, for a screen and as JSON: what it is, and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from regcheck.domain import Status
from regcheck.domain.graph import Force
from regcheck.naming import cite_regulation
from regcheck.report import terms
from regcheck.report.data import Record
from regcheck.report.graph_data import reason_to_json
from regcheck.report.graph_text import reason_lines, unit_lines
from regcheck.report.graph_words import say as say_graph
from regcheck.report.look import Look
from regcheck.report.terms import name_of
from regcheck.report.words import say

#: The statuses of single units that nothing in a text or an outline shows.
UNSEEN = (Status.TIDAK_MENGIKAT, Status.BELUM_BERLAKU)


def status_lines(force: Force, look: Look) -> list[str]:
    """Return the status with the acts that gave it, then each reason with its sentence."""
    lines = [status_text(force, look.lang)]
    for reason in force.reasons:
        lines += reason_lines(reason, look)
    lines += unit_lines([one for one in force.units if one.status in UNSEEN], look)
    return [*lines, *hint_lines(force, look)]


def status_summary(force: Force, look: Look) -> list[str]:
    """Return the status, with the reasons that a consolidated text does not show itself."""
    shown = [one for one in force.reasons if one.kind != "amended"]
    lines = [*textwrap.wrap(status_text(force, look.lang), look.width)]
    return [*lines, *(line for reason in shown for line in reason_lines(reason, look))]


def status_text(force: Force, lang: str) -> str:
    """Say the status of a regulation, and which acts, or rulings, gave it that status."""
    value = force.status.value if force.status else ""
    status = name_of(terms.STATUSES, value, lang) if value else say_graph("undecided", lang)
    acts = ", ".join(name_act(one) for one in force.by)
    return say("by", lang, status=status, by=acts) if acts else status


def name_act(by: str) -> str:
    """Name an act by its id; the name of a ruling stays as it is.

    >>> name_act("uu/2011/12"), name_act("Putusan Mahkamah Agung Nomor 5 P/HUM/2017")
    ('UU Nomor 12 Tahun 2011', 'Putusan Mahkamah Agung Nomor 5 P/HUM/2017')
    """
    return by if " " in by else cite_regulation(by)


def hint_lines(force: Force, look: Look) -> Iterator[str]:
    """Say what a catalogue says, where that differs."""
    if force.hint:
        yield say_graph("hint", look.lang, hint=force.hint)


def status_to_json(force: Force) -> Record:
    """Describe the status, the acts that gave it, and the reasons."""
    return {
        "status": force.status.value if force.status else "",
        "by": list(force.by),
        "reasons": [reason_to_json(one) for one in force.reasons],
    }
