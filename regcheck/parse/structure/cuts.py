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
#: takes    ; dan mewujudkan peradilan      ; dan/atau Pejabat      ;\nmewujudkan
#: takes    layak.\nmewujudkan
#: refuses  , dan mewujudkan      ;\nPRESIDEN
GOES_ON = re.compile(
    r";\s*(?:dan/atau|dan\s+atau|dan|atau|serta)\s+(?!atau\s)(?=[a-zA-Z]{3})"
    r"|;\s*\n\s*(?=[a-z]{3}|[A-Z][a-z]{2}|[A-Z]{2,6}\s[A-Za-z][a-z])|[a-z)]\.\s*\n\s*(?=[a-z]{3})"
)

#: The end of an item that is not the last.
#:
#: takes    berlabuh; dan      berlabuh; dan/atau
#: refuses  berlabuh dan menyala
NOT_LAST = re.compile(r";\s*(?:dan/atau|dan\s+atau|dan|atau|serta)\s*\Z")

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
    r"[A-Za-z0-9)]\s?\.\s*(?:- \d+ -\s*)?\n\s*"
    r"(?=[A-Z][a-z]+[\s,-](?:[^.;:]|[.:](?=\d)){12,900}[A-Za-z0-9)]\s?[.;:])"
)

#: The words of a title that take no capital (UU 12/2011 Lampiran II no. 73).
SMALL_WORDS = frozenset(
    ("dan", "atau", "di", "ke", "dari", "untuk", "dalam", "bagi", "yang", "dengan", "oleh", "pada")
)
#: A word of a title, perhaps doubled (*Bagian-Bagian*).
TITLE_WORD = re.compile(r"[A-Z][^\WA-Z]*(?:-\w[^\WA-Z]+)*[,/-]?")
#: What the first item of a list is called.
FIRST_LABELS = ("a", "1")
#: The word of a heading at the end of a page, which the next page prints again.
CATCHWORDS = frozenset(("bab", "bagian", "paragraf", "pasal"))
#: A title is no longer than this many words, and stands on so many lines.
TITLE_WORDS = 16
TITLE_CHARS = 300
#: One word of a title in capitals is at least so long; shorter ones are misreadings.
LONG_WORD = 7
#: The end of the last sentence of a pasal.
LAST_SENTENCE = re.compile(r"(?<=[A-Za-z0-9)”\"])\s?\.\s+(?=[A-Z])")
#: What stands in capitals at the head of a page, however it is read.
#:
#: takes    P R E S I DEN      REPUBLIK      SALINAN
#: refuses  RETRIBUSI      PENATAAN RUANG
RUNNING_HEAD = re.compile(r"P\s?R\s?E\s?S|I\s?D\s?E\s?N|REP|INDON|LEMBARAN|SALINAN|MENTERI")
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
    if GOES_ON.search(regulation.text, start, end) or holds_another(regulation, unit):
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
    """Tell whether the first item of a list is the only one, and a semicolon parts its text."""
    if unit.target or unit.label not in FIRST_LABELS:
        return False
    same = [one for one in regulation.children[unit.parent] if one.kind in ITEMS]
    announced = regulation.text[max(0, unit.span.start - 9) : unit.span.start].rstrip()
    parted = re.search(r";\s*[A-Za-z]", regulation.text[unit.span.start : unit.span.end])
    return len(same) == 1 and announced.endswith(":") and parted is not None


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


def stray_title(regulation: Regulation, unit: Unit) -> str:
    r"""Return the title that ends a pasal behind its last sentence; empty for none.

    Above the next pasal there stood a bab, bagian or paragraf, whose word and number are lost.
    """
    if unit.kind is not Kind.PASAL or unit.target:
        return ""
    text = regulation.slice(unit.span).rstrip()
    tail = LAST_SENTENCE.split(text[-TITLE_CHARS:])
    title = " ".join(tail[-1].split()) if len(tail) > 1 else ""
    if is_title(title):
        return "" if title.lower() in CATCHWORDS else title
    return title if is_bab_title(title) and regulation.text.count(title) == 1 else ""


def is_bab_title(text: str) -> bool:
    """Tell whether a text in capitals is the title of a bab, and no running head.

    >>> is_bab_title("KETENTUAN PIDANA"), is_bab_title("PRESIDEN REPUBLIK INDONESIA")
    (True, False)
    """
    words = text.split()
    capitals = all(word.strip(",-").isalpha() and word.isupper() for word in words)
    sure = 1 < len(words) <= TITLE_WORDS and len(max(words, key=len, default="")) >= LONG_WORD
    return capitals and sure and not RUNNING_HEAD.search(text)


def is_title(text: str) -> bool:
    """Tell whether a text is a title: all words but the small ones with a capital, no full stop.

    A short name in capitals may stand among them.

    >>> is_title("Tata Cara Pemungutan dan Penagihan"), is_title("Gubernur menetapkan tarif.")
    (True, False)
    """
    words = text.split()
    bare = [word.strip(",-/").replace("-", "") for word in words]
    if not words or len(words) > TITLE_WORDS or not all(word.isalnum() for word in bare):
        return False
    large = [word for word in words if word not in SMALL_WORDS]
    if not words[0][0].isupper() or all(word.isupper() for word in large):
        return False
    return all(TITLE_WORD.fullmatch(word) or (len(large) > 1 and word.isupper()) for word in large)
