"""The law as it stands as JSON: each unit with its lineage."""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.domain.consolidation import Consolidated, Remark, StandingUnit, Wording
from regcheck.naming import cite_unit
from regcheck.report.data import Record, identity_to_json, versioned


def to_record(consolidated: Consolidated, lang: str) -> Record:
    """Describe the text as it stands as JSON: each unit with its lineage."""
    return versioned(
        id=consolidated.id,
        **identity_to_json(consolidated.identity),
        as_of=consolidated.as_of,
        acts=[
            {
                "id": act.id,
                "date": act.date,
                "tentang": act.tentang,
                "operations": act.operations,
                "draft": act.draft,
            }
            for act in consolidated.acts
        ],
        later=list(consolidated.later),
        units=[unit_to_json(unit, consolidated) for unit in consolidated.units],
        former=[wording_to_json(one) for one in gone(consolidated)],
        remarks=[remark_to_json(one, lang) for one in consolidated.remarks],
    )


def gone(consolidated: Consolidated) -> Iterable[Wording]:
    """Return the earlier wordings of keys that no unit has any more."""
    return (one for one in consolidated.earlier if one.key not in consolidated.by_key)


def unit_to_json(unit: StandingUnit, consolidated: Consolidated) -> Record:
    """Describe a unit, its lineage, and the wordings it had before."""
    wording = unit.wording
    return {
        "key": unit.key,
        "kind": unit.kind.value,
        "label": unit.label,
        "heading": unit.heading,
        "parent": unit.parent,
        "text": wording.text.strip(),
        "state": wording.op,
        "act": wording.act,
        "since": wording.since,
        "source": wording.source,
        "page": wording.page,
        "reprints": list(wording.reprints),
        "earlier": [wording_to_json(one) for one in consolidated.former.get(unit.key, ())],
    }


def wording_to_json(wording: Wording) -> Record:
    """Describe an earlier wording: what it said, from when to when, and what ended it."""
    return {
        "key": wording.key,
        "text": wording.text.strip(),
        "state": wording.op,
        "act": wording.act,
        "since": wording.since,
        "until": wording.until,
        "ended_by": wording.ended_by,
        "ending": wording.ending,
        "source": wording.source,
        "page": wording.page,
    }


def remark_to_json(remark: Remark, lang: str) -> Record:
    """Describe a remark in one language."""
    return {
        "code": remark.code,
        "act": remark.act,
        "target": remark.target,
        "unit": cite_unit(remark.target),
        "units": list(remark.units),
        "applied": remark.applied,
        "message": remark.say(lang),
    }
