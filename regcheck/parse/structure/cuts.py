"""Places where a mark must have stood: a list that goes on, an ayat that cites itself.

The last mark of a run leaves no gap in the numbers when it is lost; the text around it tells.
"""

from __future__ import annotations

import re

from regcheck.domain import Kind, Regulation, Unit

ITEMS = (Kind.HURUF, Kind.ANGKA, Kind.SUBHURUF, Kind.SUBANGKA)

#: The end of the item before the last one, and text that follows in the same item.
#:
#: takes    ; dan mewujudkan peradilan      ; dan/atau Pejabat
#: refuses  , dan mewujudkan
GOES_ON = re.compile(r";\s*(?:dan|atau|dan/atau)\s+(?=[a-zA-Z]{3})")

#: A sentence behind another that cites an ayat of its own pasal.
#:
#: takes    izin. Pelaksanaan sebagaimana dimaksud pada ayat (2) diatur
#: refuses  izin. Pelaksanaan sebagaimana dimaksud dalam Pasal 3 ayat (2)
CITES_AYAT = re.compile(r"[a-z)]\.\s+[A-Z][^.]{0,200}?\b(?:pada|dalam)\s+ayat\s+\((?P<label>\d+)\)")


def goes_on(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether an item without items of its own goes on behind the *dan* that ends it."""
    if unit.kind not in ITEMS or regulation.children.get(unit.key):
        return False
    return bool(GOES_ON.search(regulation.text, unit.span.start, unit.span.end))


def cites_itself(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the last ayat of a pasal cites itself by number in a second sentence.

    An ayat never cites itself, so that sentence belongs to a further one whose number is lost.
    """
    if unit.kind is not Kind.AYAT or regulation.children[unit.parent][-1].key != unit.key:
        return False
    found = CITES_AYAT.finditer(regulation.text, unit.span.start, unit.span.end)
    return any(match["label"] == unit.label for match in found)
