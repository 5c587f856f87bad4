"""Places where a mark must have stood: the last of a run leaves no gap in the numbers when lost.

The text around it tells: a list that goes on, a pasal with nothing but an ayat (1), an ayat that
cites itself or holds a second paragraph, a title in the middle of a text.
"""

from __future__ import annotations

import re

from regcheck.domain import Kind, Regulation, Unit
from regcheck.parse.marks.marks import line_start
from regcheck.parse.marks.numbering import order_of

ITEMS = (Kind.HURUF, Kind.ANGKA, Kind.SUBHURUF, Kind.SUBANGKA)

#: The end of an item, and text that follows in the same item.
#:
#: takes    ; dan mewujudkan peradilan      ; dan/atau Pejabat      ;\nmewujudkan      .\nmewujudkan
#: refuses  , dan mewujudkan      ;\nPRESIDEN
GOES_ON = re.compile(
    r";\s*(?:dan/atau|dan|atau|serta)\s+(?=[a-zA-Z]{3})"
    r"|;\s*\n\s*(?=[a-z]{3}|[A-Z][a-z]{2})|[a-z)]\.\s*\n\s*(?=[a-z]{3})"
)

#: The end of an item that is not the last.
#:
#: takes    berlabuh; dan      berlabuh; dan/atau
#: refuses  berlabuh dan menyala
NOT_LAST = re.compile(r";\s*(?:dan/atau|dan|atau|serta)\s*\Z")

#: A sentence behind another that cites an ayat of its own pasal.
#:
#: takes    izin. Pelaksanaan sebagaimana dimaksud pada ayat (2) diatur
#: takes    (2) Tata...\nKeputusan sebagaimana dimaksud pada ayat (2) diumumkan
#: refuses  izin. Pelaksanaan sebagaimana dimaksud dalam Pasal 3 ayat (2)
CITES_AYAT = re.compile(
    r"[a-z)](?:\.{1,3}|…)\s+[A-Z](?:[^.P]|\.(?=\d)|P(?!asal)){0,300}?"
    r"\b(?:pada|dalam)\s+ayat\s+\((?P<label>\d+)\)"
)

#: A paragraph behind another: a full stop at the end of a line, and a sentence on the next.
#:
#: takes    dengan izin.\nGubernur menetapkan tarif bagi kapal.
#: takes    rupiah).\nJumlah anggaran ditetapkan sebesar Rp1.500,00 (seribu lima ratus rupiah).
#: refuses  dengan izin. Gubernur menetapkan tarif bagi kapal.      izin.\nTata Cara Sandar
PARAGRAPH = re.compile(
    r"[a-z)]\s?\.\s*(?:- \d+ -\s*)?\n\s*"
    r"(?=[A-Z][a-z]+[\s,-](?:[^.;:]|[.:](?=\d)){20,900}[a-z)][.;:])"
)

#: The words of a title that take no capital (UU 12/2011 Lampiran II no. 73).
SMALL_WORDS = frozenset(
    ("dan", "atau", "di", "ke", "dari", "untuk", "dalam", "bagi", "yang", "dengan", "oleh", "pada")
)
#: A word of a title, perhaps doubled (*Bagian-Bagian*).
TITLE_WORD = re.compile(r"\w[^\WA-Z]+(?:-\w[^\WA-Z]+)*[,/-]?")
#: What the first item of a list is called.
FIRST_LABELS = ("a", "1")
#: A title is no longer than this many words, and stands on so many lines.
TITLE_WORDS = 16
TITLE_LINES = 3
#: So many words make the heading of a pasal (*Pasal 12 A*).
HEADING_WORDS = 3
#: What a scan leaves between the end of a sentence and a number.
SPECKS = " ,\n"


def goes_on(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether an item without items of its own goes on behind what ends it.

    The last of a list goes on as well where it ends with the *dan* before a further one.
    """
    if unit.kind not in ITEMS or regulation.children.get(unit.key):
        return False
    start, end = unit.span.start, unit.span.end
    if GOES_ON.search(regulation.text, start, end):
        return True
    last = is_last(regulation, unit)
    return last and NOT_LAST.search(regulation.text[start:end].rstrip()) is not None


def is_only_item(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a list consists of its first item: a list has two at least."""
    if unit.kind not in ITEMS or unit.target or unit.label not in FIRST_LABELS:
        return False
    same = [one for one in regulation.children[unit.parent] if one.kind in ITEMS]
    above = regulation.text[regulation.by_key[unit.parent].span.start : unit.span.start]
    return len(same) == 1 and above.rstrip().endswith(":")


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
    """Tell whether the last ayat of a pasal cites itself by number in a second sentence.

    An ayat never cites itself, so that sentence belongs to a further one whose number is lost.
    """
    if not is_last_ayat(regulation, unit):
        return False
    found = CITES_AYAT.finditer(regulation.text, unit.span.start, unit.span.end)
    return any(match["label"] == unit.label for match in found)


def has_second_paragraph(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the last ayat of a pasal holds a second paragraph outside its items."""
    if not is_last_ayat(regulation, unit):
        return False
    return bool(PARAGRAPH.search(regulation.text, unit.span.start, unit.span.end))


def is_last_ayat(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a unit is the last ayat of a pasal of the act itself."""
    return unit.kind is Kind.AYAT and not unit.target and is_last(regulation, unit)


def is_last(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a unit is the last one in its parent."""
    return regulation.children[unit.parent][-1].key == unit.key


def glossed_beyond(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether the official gloss explains a further ayat or huruf than the last."""
    if unit.kind not in (Kind.AYAT, Kind.HURUF) or unit.target or not is_last(regulation, unit):
        return False
    parent = unit.parent.replace("#", "#penjelasan/", 1)
    last = order_of(unit.label)
    glossed = (one for one in regulation.children.get(parent, ()) if one.kind is unit.kind)
    return any(order_of(one.label) > last for one in glossed)


def stray_title(regulation: Regulation, unit: Unit) -> str:
    r"""Return the title that ends a pasal behind its last sentence; empty for none.

    Above the next pasal there stood a bagian or paragraf, whose word and number are lost.
    """
    if unit.kind is not Kind.PASAL or unit.target:
        return ""
    lines = regulation.slice(unit.span).rstrip().split("\n")[1:]
    for count in range(1, min(TITLE_LINES, len(lines) - 1) + 1):
        title = " ".join(" ".join(lines[-count:]).split())
        if lines[-count - 1].rstrip().endswith((".", ";")):
            return title if is_title(title) else ""
    return ""


def is_title(text: str) -> bool:
    """Tell whether a text is a title: all words but the small ones with a capital, no full stop.

    >>> is_title("Tata Cara Pemungutan dan Penagihan"), is_title("Gubernur menetapkan tarif.")
    (True, False)
    """
    words = text.split()
    bare = [word.strip(",-/").replace("-", "") for word in words]
    if not words or len(words) > TITLE_WORDS or not all(word.isalpha() for word in bare):
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() and TITLE_WORD.fullmatch(word)
        for word in words
        if word not in SMALL_WORDS
    )
