"""Set P: real provincial PDFs - identity, headings, ayat, amendments, cited ids, first words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.set_d import count_ayat, find_pasal, own_bab, own_pasal
from regcheck.domain import Amendment, Regulation, Role

#: How many first words of a pasal a prediction carries.
FIRST_WORDS = 20
HEADING = re.compile(r"^\W*pas\w*\s*\w{1,5}(?:\s[A-Z](?=\s))?\W", re.IGNORECASE)


def predict(rows: list[dict[str, Any]], data: Any) -> Iterator[dict[str, Any]]:
    """Yield one prediction for each PDF in the scorer's format."""
    for row in rows:
        regulation = data.regulation(row["path"])
        identity = regulation.identity
        yield {
            "path": row["path"],
            "jenis": identity.jenis,
            "nomor": identity.nomor,
            "tahun": identity.tahun,
            "draft": identity.draft,
            "n_bab": len(own_bab(regulation)),
            "pasal_labels": own_pasal(regulation),
            "amended": operations(regulation),
            "ayat": {label: count_ayat(regulation, label) for label in row["ayat"]},
            "first_words": {label: first_words(regulation, label) for label in row["first_words"]},
            "mengingat": cited(regulation, Role.DASAR_HUKUM),
            "mengubah": cited(regulation, Role.MENGUBAH),
            "mencabut": cited(regulation, Role.MENCABUT),
        }


def cited(regulation: Regulation, role: Role) -> list[str]:
    """List the regulations cited in a role, each once, in order."""
    targets = (c.target for c in regulation.citations if c.role is role and c.target)
    return list(dict.fromkeys(target.partition("#")[0] for target in targets))


def operations(regulation: Regulation) -> list[dict[str, str]]:
    """List the operations by pasal; several on one pasal count as one, as the gold does."""
    found: dict[str, str] = {}
    for amendment in regulation.amendments:
        if amendment.label:
            found.setdefault(amendment.label, pasal_op(amendment))
    return [{"op": op, "label": label} for label, op in found.items()]


def pasal_op(amendment: Amendment) -> str:
    """Write an operation as the gold does: what changes a part of a pasal replaces the pasal."""
    part = amendment.target.partition("#")[2].count("/") > 0
    if amendment.op == "delete" and part:
        return "replace"
    return {"lampiran": "replace", "reword": "replace"}.get(amendment.op, amendment.op)


def first_words(regulation: Regulation, label: str) -> str:
    """Return the first words after a pasal's heading."""
    pasal = find_pasal(regulation, label)
    if pasal is None:
        return ""
    text = HEADING.sub("", regulation.slice(pasal.span), count=1)
    return " ".join(text.split()[:FIRST_WORDS])
