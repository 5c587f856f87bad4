"""Answers of the graph as JSON, in the shapes that ``docs/schema`` describes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regcheck.domain.graph import (
    Delegation,
    DelegationState,
    Edge,
    Force,
    Fulfilment,
    Proof,
    Reason,
    Step,
    UnitForce,
)
from regcheck.report.data import Record, known_to_json, versioned
from regcheck.report.graph_text import OrphanRow


def proof_to_json(proof: Proof | None) -> Record | None:
    """Describe a sentence: its unit, its page, its words."""
    return {"key": proof.key, "page": proof.page, "text": proof.text} if proof else None


def edge_to_json(edge: Edge) -> Record:
    """Describe an edge."""
    return {
        "source": edge.source,
        "holder": edge.holder,
        "target": edge.target,
        "role": edge.role.value,
        "page": edge.page,
        "origin": edge.origin or "naskah",
    }


def step_to_json(step: Step) -> Record:
    """Describe a step of a chain; ``forward`` tells that it goes from the citing to the cited."""
    return {**edge_to_json(step.edge), "forward": step.forward, "proof": proof_to_json(step.proof)}


def chain_to_json(start: str, end: str, steps: Iterable[Step]) -> Record:
    """Describe a chain."""
    return versioned(start=start, end=end, steps=[step_to_json(step) for step in steps])


def force_to_json(force: Force, *, in_corpus: bool) -> Record:
    """Describe a status with its reasons."""
    return versioned(
        id=force.id,
        in_corpus=in_corpus,
        as_of=force.as_of,
        status=force.status.value if force.status else None,
        since=force.since,
        reasons=[reason_to_json(one) for one in force.reasons],
        units=[unit_to_json(one) for one in force.units],
        hint=force.hint,
    )


def unit_to_json(unit: UnitForce) -> Record:
    """Describe the status of one provision."""
    return {
        "key": unit.key,
        "status": unit.status.value,
        "reasons": [reason_to_json(one) for one in unit.reasons],
    }


def reason_to_json(reason: Reason) -> Record:
    """Describe a reason."""
    return {
        "kind": reason.kind,
        "by": reason.by,
        "date": reason.date,
        "proof": proof_to_json(reason.proof),
        "register": known_to_json(reason.known),
    }


def ledger_to_json(states: Iterable[DelegationState]) -> Record:
    """Describe delegations and what became of them."""
    return versioned(delegations=[state_to_json(one) for one in states])


def state_to_json(state: DelegationState) -> Record:
    """Describe one delegation."""
    one = state.delegation
    return {
        "key": one.key,
        "home": one.home,
        "page": one.page,
        "text": one.text,
        "matter": one.matter,
        "printed": one.printed,
        "ordered": list(one.ordered),
        "passable": one.passable,
        "blanket": one.blanket,
        "states": list(state.states),
        "due": state.due,
        "fulfilments": [fulfilment_to_json(other) for other in state.fulfilments],
        "wrong": [fulfilment_to_json(other) for other in state.wrong],
        "passed_on": [order_to_json(other) for other in state.passed_on],
    }


def fulfilment_to_json(one: Fulfilment) -> Record:
    """Describe an act that carries out a delegation, with the citation that ties it."""
    return {"id": one.id, "how": one.how, "edge": edge_to_json(one.edge)}


def order_to_json(one: Delegation) -> Record:
    """Describe a clause that passes a matter on."""
    return {"key": one.key, "page": one.page, "text": one.text, "printed": one.printed}


def circles_to_json(circles: Iterable[Sequence[Step]], total: int) -> Record:
    """Describe circles of citations; ``total`` counts those not listed too."""
    return versioned(
        total=total, circles=[[step_to_json(step) for step in steps] for steps in circles]
    )


def orphans_to_json(rows: Iterable[OrphanRow]) -> Record:
    """Describe the rules whose parents are repealed."""
    return versioned(
        orphans=[
            {
                "id": id_,
                "parents": list(parents),
                "repealers": list(repealers),
                "kept": proof_to_json(kept),
            }
            for id_, parents, repealers, kept in rows
        ]
    )
