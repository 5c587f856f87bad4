"""Set C: the relations of whole acts, and every citation inside short passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from regcheck.domain import Citation, Regulation, Role

#: The constitutions, which the scorer keeps apart, with the prefix it writes before a pasal.
CONSTITUTIONS = {"uud/1945": "", "uuds/1950": "uuds:", "kris/1949": "kris:"}
PASAL = re.compile(r"(?:.*/)?pasal-(?P<pasal>[^/]+)(?P<rest>.*)$")
AYAT = re.compile(r"/ayat-([^/]+)")
HURUF = re.compile(r"/huruf-([^/]+)")


def predict(rows: list[dict[str, Any]], data: Any) -> Iterator[dict[str, Any]]:
    """Yield one prediction for each act (relations) or passage (citations)."""
    for row in rows:
        if "mengingat" in row:
            yield relations(data.regulation(row["doc"]), row["doc"])
        else:
            yield {"id": row["id"], "citations": targets(data.regulation(row["doc"]), row["span"])}


def relations(regulation: Regulation, doc: str) -> dict[str, Any]:
    """Return what an act is based on, amends and repeals."""
    bases = cited(regulation.citations, Role.DASAR_HUKUM)
    return {
        "doc": doc,
        "mengingat": [one for one in whole(bases) if one not in CONSTITUTIONS],
        "uud": [short for target in bases if (short := constitutional(target))],
        "mengubah": whole(cited(regulation.citations, Role.MENGUBAH)),
        "mencabut": whole(cited(regulation.citations, Role.MENCABUT)),
    }


def cited(citations: Iterable[Citation], role: Role) -> list[str]:
    """List the targets cited in a role, each once, in order."""
    return list(dict.fromkeys(one.target for one in citations if one.role is role and one.target))


def whole(targets: Iterable[str]) -> list[str]:
    """List the regulations in which targets lie, each once, in order."""
    return list(dict.fromkeys(target.partition("#")[0] for target in targets))


def constitutional(target: str) -> str:
    """Write a unit of a constitution as the scorer does; nothing for another target.

    >>> constitutional("uud/1945#pasal-5/ayat-2"), constitutional("uu/2011/12#pasal-1")
    ('5(2)', '')
    """
    regulation, _, _ = target.partition("#")
    if regulation not in CONSTITUTIONS:
        return ""
    unit = scorer_key(target).partition("#")[2]
    return CONSTITUTIONS[regulation] + unit if unit else ""


def targets(regulation: Regulation, span: tuple[int, int]) -> list[str]:
    """List the targets of the citations that begin in a range of the file, in the scorer's form."""
    found = []
    for citation in regulation.citations:
        start = regulation.source_text.file_offset(citation.span.start)
        if citation.target and start is not None and span[0] <= start < span[1]:
            found.append(scorer_key(citation.target))
    return list(dict.fromkeys(key for key in found if key))


def scorer_key(target: str) -> str:
    """Write a target as the scorer does, down to the huruf.

    It has no form for what lies in no pasal: an annex counts as its act, and of pasal inside one
    another the inner one is named.

    >>> scorer_key("pp/2010/78#pasal-12A/ayat-3/huruf-b/angka-1")
    'pp/2010/78#12A(3)b'
    >>> scorer_key("pp/2010/78#pasal-29/huruf-b"), scorer_key("pp/2010/78#lampiran-1")
    ('pp/2010/78#29/b', 'pp/2010/78')
    >>> scorer_key("uu/1958/74#pasal-I/pasal-3/ayat-1")
    'uu/1958/74#3(1)'
    """
    regulation, mark, path = target.partition("#")
    if not mark:
        return target
    pasal = PASAL.match(path)
    if not pasal:
        return regulation
    ayat = AYAT.match(pasal["rest"])
    huruf = HURUF.match(pasal["rest"], ayat.end() if ayat else 0)
    written = f"{regulation}#{pasal['pasal']}" + (f"({ayat[1]})" if ayat else "")
    if huruf:
        written += huruf[1] if ayat else f"/{huruf[1]}"
    return written
