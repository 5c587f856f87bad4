"""The texts a report rests on: how well each could be read, and how surely its units were told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from regcheck.domain import CheckResult
from regcheck.naming import cite_regulation, date, name_draft, title_text
from regcheck.report import terms
from regcheck.report.terms import name_of
from regcheck.report.words import number, say
from regcheck.settings import Settings

#: Below this share of words a text was not read well.
LOW_QUALITY = 0.8


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text: its name and standing, both figures as printed, and what is doubtful in it."""

    name: str
    status: str
    quality: str
    structure: str
    doubt: str = ""


def list_texts(result: CheckResult, lang: str) -> tuple[TextRow, ...]:
    """List the draft, every counterpart of a finding whose figures are known, and the models."""
    draft, floor = result.draft, result.settings.get("structure_floor", Settings().structure_floor)
    figures = draft.source_text.quality, draft.structure
    rows = [make_text(name_draft(draft), "", figures, (floor, lang))]
    for id_, known in result.corpus.get("counterparts", {}).items():
        if quality := known.get("quality"):
            status = status_text(known, lang)
            figures = quality["text"], quality["structure"]
            name = full_name(id_, known.get("tentang", ""))
            rows.append(make_text(name, status, figures, (floor, lang)))
    for peer in result.peers.models if result.peers else ():
        status = name_of(terms.STATUSES, peer.status.value, lang)
        name, figures = full_name(peer.id, peer.tentang), (peer.quality, peer.structure)
        rows.append(make_text(name, status, figures, (floor, lang)))
    return tuple(rows)


def status_text(known: Mapping[str, Any], lang: str) -> str:
    """Say the status of a counterpart; of a draft, that it is one.

    >>> status_text({"status": "belum_berlaku", "draft": True}, "id")
    'rancangan, belum berlaku'
    """
    status = name_of(terms.STATUSES, known.get("status", ""), lang)
    return f"{say('a_draft', lang)}, {status}" if known.get("draft") else status


def describe_editions(result: CheckResult, lang: str) -> Iterable[tuple[str, str]]:
    """Say of two compared texts in which form each was: as printed, or with its amendments."""
    for side, known in result.corpus.get("compared", {}).items():
        name = say(f"text_{side}", lang)
        if known["form"] == "printed":
            yield name, say("as_printed", lang)
            continue
        day = say("as_of_day", lang, day=date(known["as_of"], lang)) if known["as_of"] else ""
        acts = ", ".join(cite_regulation(act) for act in known["acts"]) or say("no_acts", lang)
        yield name, say("as_standing", lang, day=day, acts=acts)


def full_name(id_: str, tentang: str) -> str:
    """Name a regulation with its title, if that is known."""
    about = title_text(tentang)
    name = cite_regulation(id_)
    return f"{name} tentang {about}" if about else name


def make_text(
    name: str, status: str, figures: tuple[float, float], look: tuple[float, str]
) -> TextRow:
    """Word one text; ``figures`` are its quality and structure, ``look`` the floor and language."""
    (quality, structure), (floor, lang) = figures, look
    return TextRow(
        name,
        status,
        number(quality, lang, 2),
        number(structure, lang, 2),
        "; ".join(doubts(quality, structure, floor, lang)),
    )


def doubts(quality: float, structure: float, floor: float, lang: str) -> Iterable[str]:
    """Yield what makes a text doubtful."""
    if quality < LOW_QUALITY:
        yield say("low_quality", lang)
    if structure < floor:
        yield say("low_structure", lang)
