"""Places where a mark must have stood: the last of a run leaves no gap in the numbers when lost.

The text around it tells: a list that goes on, a pasal with nothing but an ayat (1), an ayat that
cites itself or holds a second paragraph.
"""

from __future__ import annotations

import re

from regcheck.domain import Kind, Regulation, Unit
from regcheck.parse.marks.marks import gathered_from, line_start
from regcheck.parse.marks.numbering import order_of

ITEMS = (Kind.HURUF, Kind.ANGKA, Kind.SUBHURUF, Kind.SUBANGKA)

#: The end of an item, and text that follows in the same item.
#:
#: takes    ; dan mewujudkan peradilan      ; dan/atau Pejabat      ;\nmewujudkan
#: takes    layak.\nmewujudkan      ;\ndi sebelah Barat      ;\n"Direksi" ialah      ;\n50% (lima
#: refuses  , dan mewujudkan      ;\nPRESIDEN
GOES_ON = re.compile(
    r";\s*(?:dan/atau|dan\s+atau|dan|atau|serta)\s+(?!atau\s)(?=[a-zA-Z]{3}|(?:ke|di)\s|\d+(?:%|\s\())"
    r"|;\s*\n\s*(?=[a-z]{3}|(?:ke|di)\s|[A-Z][a-z]{2}|[A-Z]{2,6}\s[A-Za-z][a-z]|[\"“]\w|\d+(?:%|\s\())"
    r"|[a-z)]\.\s*\n\s*(?=[a-z]{3})"
)

#: A definition behind another in the same item.
#:
#: takes    Menteri Kesehatan;\n"Direksi" ialah      Perusahaan "B.P.U." adalah
#: refuses  "Menteri" ialah Menteri Kesehatan
DEFINES = re.compile(r"(?<=[a-zA-Z;.\"”])\s+[\"“][A-Z][^\"”]{0,40}[\"”]\s*(?:ialah|adalah)\s")

#: The end of an item that is not the last.
#:
#: takes    berlabuh; dan      berlabuh; dan/atau
#: refuses  berlabuh dan menyala
NOT_LAST = re.compile(r";\s*(?:dan/atau|dan\s+atau|dan|atau|serta)\s*\Z")

#: A sentence behind another that cites an ayat of its own pasal.
#:
#: takes    izin. Pelaksanaan sebagaimana dimaksud pada ayat (2) diatur
#: takes    (2) Tata...\nKeputusan sebagaimana dimaksud pada ayat (2) diumumkan
#: takes    izin. Pungutan tersebut dalam ayat 2 di atas      izin. Tarif pada ayat (1) dan (2)
#: refuses  izin. Pelaksanaan sebagaimana dimaksud dalam Pasal 3 ayat (2)
#: refuses  izin. Pungutan tersebut dalam ayat 2 Pasal 3      b. Surat yang dimaksud dalam ayat (2)
CITES_AYAT = re.compile(
    r"[^\s(][a-z)](?:\.{1,3}|…)\s+[A-Z](?:[^.P]|\.(?=\d)|P(?!asal)){0,300}?"
    r"\b(?:pada|dalam)\s+ayat\s+(?P<labels>\(\d+\)(?:\s?(?:,|dan|atau)\s?(?:ayat\s)?\(\d+\))*"
    r"|\d+)(?!\d|\s+(?:dari\s+)?[Pp]asal\s+\d)"
)

#: A paragraph behind another: a full stop at the end of a line, and a sentence on the next.
#:
#: takes    dengan izin.\nGubernur menetapkan tarif bagi kapal.
#: takes    Pemerintah ini.\n"Direksi" ialah Direksi Perusahaan.
#: takes    setiap hari;\nKapal wajib melapor lagi kepada syahbandar.
#: takes    rupiah).\nJumlah anggaran ditetapkan sebesar Rp1.500,00 (seribu lima ratus rupiah).
#: refuses  dengan izin. Gubernur menetapkan tarif bagi kapal.      izin.\nTata Cara Sandar
PARAGRAPH = re.compile(
    r"[A-Za-z0-9)]\s?[.;]\s*(?:- \d+ -\s*)?\n\s*"
    r"(?=[\"“]?[A-Z][a-z]+[\"”]?[\s,-](?:[^.;:]|[.:](?=\d)){12,900}[A-Za-z0-9)]\s?[.;:])"
)

#: What the first item of a list is called.
FIRST_LABELS = ("a", "1")
#: So many words make the heading of a pasal (*Pasal 12 A*).
HEADING_WORDS = 3
#: What a scan leaves between the end of a sentence and a number.
SPECKS = " ,\n"


def goes_on(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the last item of a list goes on behind what ends it, before items of its own.

    It goes on as well where it ends with the *dan* before a further one. Between two items whose
    numbers follow each other none is lost.
    """
    if unit.kind not in ITEMS or not is_last(regulation, unit):
        return False
    parts = regulation.children.get(unit.key)
    start, end = unit.span.start, parts[0].span.start if parts else unit.span.end
    inside = start + len(unit.label) + 2
    if GOES_ON.search(regulation.text, start, end) or DEFINES.search(regulation.text, inside, end):
        return True
    if holds_another(regulation, unit):
        return True
    ends = not parts and not inside_list(regulation, unit)
    return ends and NOT_LAST.search(regulation.text[start:end].rstrip()) is not None


def inside_list(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether an item stands in another one that a further item follows."""
    parent = regulation.by_key.get(unit.parent)
    while parent is not None and parent.kind in ITEMS:
        if not is_last(regulation, parent):
            return True
        parent = regulation.by_key.get(parent.parent)
    return False


def holds_another(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the first item of a list that a colon announces is the only one.

    A list has two items at least; one that stands in such an item shares its remark.
    """
    if unit.target or unit.label not in FIRST_LABELS or unit.kind not in ITEMS:
        return False
    same = [one for one in regulation.children[unit.parent] if one.kind in ITEMS]
    announced = regulation.text[max(0, unit.span.start - 9) : unit.span.start].rstrip()
    outer = regulation.by_key.get(unit.parent)
    alone = len(same) == 1 and announced.endswith(":")
    return alone and not (outer and holds_another(regulation, outer))


def stands_alone(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether an ayat (1) is the only one of its pasal: one alone is not numbered.

    Inside a sentence the number is that of a unit which is quoted or cited.
    """
    if unit.kind is not Kind.AYAT or unit.label != "1" or unit.target:
        return False
    if sum(one.kind is Kind.AYAT for one in regulation.children[unit.parent]) != 1:
        return False
    above = regulation.text[regulation.by_key[unit.parent].span.start : unit.span.start]
    fresh = len(above.split()) <= HEADING_WORDS or above.rstrip(SPECKS).endswith(".")
    return fresh or line_start(regulation.text, unit.span.start)


def cites_itself(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the last ayat of a pasal cites itself or one before in a second sentence.

    An ayat never cites itself and holds one sentence (UU 12/2011 Lampiran II no. 83), so that
    sentence belongs to a further one whose number is lost.
    """
    if not is_last_ayat(regulation, unit):
        return False
    behind_label = unit.span.start + len(unit.label) + 3
    found = CITES_AYAT.finditer(regulation.text, behind_label, unit.span.end)
    cited = (int(label) for match in found for label in re.findall(r"\d+", match["labels"]))
    return any(number <= order_of(unit.label)[0] for number in cited)


def lacks_ayat(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the numbers of a pasal's ayat stand apart from their text, or are lost.

    They are gathered behind it, or it has none and a later sentence cites an ayat of it.
    """
    if unit.kind is not Kind.PASAL or unit.target:
        return False
    start, end = unit.span.start, unit.span.end
    if gathered_from(regulation.text, start, end) < end:
        return True
    kinds = {one.kind for one in regulation.children.get(unit.key, ())}
    numbered = kinds & {Kind.AYAT, Kind.ANGKA, Kind.PASAL}
    return not numbered and CITES_AYAT.search(regulation.text, start, end) is not None


def has_second_paragraph(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the last ayat of a pasal, or the last item of a list, holds a second paragraph.

    That of the ayat may stand behind its items.
    """
    if is_last_ayat(regulation, unit):
        return bool(PARAGRAPH.search(regulation.text, unit.span.start, unit.span.end))
    if unit.kind not in ITEMS or unit.target or not is_last(regulation, unit):
        return False
    parts = regulation.children.get(unit.key)
    end = parts[0].span.start if parts else unit.span.end
    return bool(PARAGRAPH.search(regulation.text, unit.span.start, end))


def is_last_ayat(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a unit is the last ayat of a pasal of the act itself."""
    return unit.kind is Kind.AYAT and not unit.target and is_last(regulation, unit)


def is_last(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a unit is the last one in its parent."""
    siblings = regulation.children.get(unit.parent, ())
    return bool(siblings) and siblings[-1].key == unit.key


def glossed_beyond(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the official gloss explains a further ayat or huruf than the last."""
    if unit.kind not in (Kind.AYAT, Kind.HURUF) or unit.target or not is_last(regulation, unit):
        return False
    parent = unit.parent.replace("#", "#penjelasan/", 1)
    last = order_of(unit.label)
    glossed = (one for one in regulation.children.get(parent, ()) if one.kind is unit.kind)
    return any(order_of(one.label) > last for one in glossed)
