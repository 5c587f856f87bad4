"""Headings that must have stood where none is read, and leave no gap in the numbers.

The last pasal, bab or bagian is not missed by the next: what tells is a bab without a pasal, the
closing clause behind another sentence, and a title that stands alone. Order of the parts: UU
12/2011 Lampiran II nos. 62-76.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from regcheck.domain import Anomaly, Kind, Regulation, Unit
from regcheck.parse.gaps import NAMES, leaves_out
from regcheck.parse.marks.lost_patterns import NAMING

#: The divisions below a bab; and so many titles without a number are lost headings, not a custom.
DIVISIONS = (Kind.BAGIAN, Kind.PARAGRAF)
FEW_TITLES = 2
#: What a bab holds pasal in.
HOLDERS = (Kind.BAB, *DIVISIONS)

#: The words of a title that take no capital (UU 12/2011 Lampiran II no. 73).
SMALL_WORDS = frozenset(
    (
        *("dan", "atau", "di", "ke", "dari", "untuk", "dalam", "bagi", "yang", "dengan", "oleh"),
        *("pada", "bukan", "tentang", "serta", "kepada", "antar", "antara", "terhadap", "tanpa"),
    )
)
#: A word of a title, perhaps doubled (*Bagian-Bagian*).
TITLE_WORD = re.compile(r"[A-Z][^\WA-Z]*(?:-\w[^\WA-Z]+)*[,/-]?")
#: The word of a heading at the end of a page, which the next page prints again.
CATCHWORDS = frozenset(("bab", "bagian", "paragraf", "pasal"))
#: A title is no longer than this many words, and stands on so many lines.
TITLE_WORDS = 24
TITLE_CHARS = 300
#: One word of a title in capitals is at least so long; shorter ones are misreadings.
LONG_WORD = 7
#: So many words make the heading of a pasal and its title (*Pasal 12 A. Saat mulai berlaku*).
HEADING_WORDS = 8

#: The end of the last sentence of a pasal.
LAST_SENTENCE = re.compile(r"(?<=[A-Za-z0-9)”\"])\s?\.\s+(?=[A-Z])")

#: What stands in capitals at the head of a page, however it is read.
#:
#: takes    P R E S I DEN      REPUBLIK      SALINAN
#: refuses  RETRIBUSI      PENATAAN RUANG
RUNNING_HEAD = re.compile(r"P\s?R\s?E\s?S|I\s?D\s?E\s?N|REP|INDON|LEMBARAN|SALINAN|MENTERI")

#: The closing clause of an act behind another sentence, perhaps under the title of its bab.
#:
#: takes    diatur Menteri. Undang-undang ini mulai berlaku pada hari
#: takes    retribusi.\nPeraturan Daerah ini berlaku surut
#: takes    laut. Penutup\nPeraturan Pemerintah ini mulai berlaku pada tanggal
#: refuses  (2) Undang-undang ini mulai berlaku pada      sebelum Undang-undang ini mulai berlaku
CLOSING = re.compile(
    r"(?:(?<=[a-z)”\".])|(?<=[12]\d{3}))\s?[.;]\s+(?:(?:Ketentuan\s)?Penutup\.?\s+)?"
    r"(?:Undang|Peraturan|Qanun|Keputusan|Perpu)[^.;:()\d]{0,60}?\s"
    r"ini\s+(?:mulai\s+)?ber[li]aku\s+(?:pada|sejak|surut|sampai|mulai|untuk)\b"
)

#: What stands under the heading of a division that is no longer there.
EMPTY = re.compile(r"\b(?:dihapus|dicabut)\b|\.{5}", re.IGNORECASE)


def lost_headings(regulation: Regulation, body: Sequence[Unit]) -> Iterator[Anomaly]:
    """Report the lost headings of an act's own pasal and divisions that its text betrays."""
    pasal = [unit for unit in body if unit.kind is Kind.PASAL and "/" not in unit.path]
    if not pasal:
        return
    own = [unit for unit in body if unit.kind in HOLDERS and not unit.target]
    yield from lost_titles(regulation, pasal, own)
    for unit in own:
        yield from without_pasal(regulation, unit, own)
    yield from closing_inside(regulation, pasal[-1])


def lost_titles(
    regulation: Regulation, pasal: Sequence[Unit], own: Sequence[Unit]
) -> Iterator[Anomaly]:
    """Report the title of a bab, bagian or paragraf above a pasal, whose number is lost.

    Old acts give the groups of their pasal titles without numbers: many of one rank are no loss,
    nor are those where nothing of their rank is numbered, or a bab with the next number follows.
    """
    found = [
        (title, before, after)
        for before, after in pairwise(pasal)
        if (title := stray_title(regulation, before))
    ]
    bab = [unit for unit in own if unit.kind is Kind.BAB]
    large = sum(title.isupper() for title, _, _ in found)
    names_bab = bool(bab) and not is_custom(large, len(bab))
    names_part = len(own) > len(bab) and not is_custom(len(found) - large, len(own) - len(bab))
    for title, before, after in found:
        if names_bab and not is_followed(bab, after) if title.isupper() else names_part:
            yield Anomaly(
                "judul-hilang",
                f'Judul "{title}" sebelum Pasal {after.label} tidak bernomor; bab, bagian atau '
                "paragrafnya tidak terbaca.",
                f'The title "{title}" before Pasal {after.label} has no number; its bab, bagian '
                "or paragraf is unreadable.",
                after.page,
                before.parent or after.key,
            )


def is_custom(titles: int, numbered: int) -> bool:
    """Tell whether an act leaves titles of a rank without numbers, as against those it numbers.

    >>> is_custom(1, 0), is_custom(5, 8), is_custom(5, 20)
    (False, True, False)
    """
    return titles > FEW_TITLES and 2 * titles > numbered


def holds_pasal(regulation: Regulation, unit: Unit) -> bool:
    """Tell whether a division holds pasal or further divisions."""
    children = regulation.children.get(unit.key, ())
    return any(one.kind in (Kind.PASAL, *HOLDERS) for one in children)


def without_pasal(regulation: Regulation, unit: Unit, own: Sequence[Unit]) -> Iterator[Anomaly]:
    """Report a division with a sentence but no pasal, unlike others: a heading is lost in it."""
    alike = (one for one in own if one.kind is unit.kind and one.parent == unit.parent)
    if holds_pasal(regulation, unit) or not any(holds_pasal(regulation, one) for one in alike):
        return
    text = regulation.slice(unit.span).rstrip()
    if EMPTY.search(text) or not text.endswith("."):
        return
    name = f"{NAMES[unit.kind]} {unit.label}"
    yield Anomaly(
        "pasal-hilang",
        f"Tidak terbaca satu Pasal pun di bawah {name}, padahal ada isinya.",
        f"No Pasal is read under {name}, though it has wording.",
        unit.page,
        unit.key,
    )


def closing_inside(regulation: Regulation, last: Unit) -> Iterator[Anomaly]:
    """Report a last pasal in which the closing clause stands behind another sentence.

    The Pasal II of an amending act may hold more than that clause, and so may the pasal that
    names the act.
    """
    if last.target or last.label in ("II", "III"):
        return
    for found in CLOSING.finditer(regulation.text, last.span.start, last.span.end):
        above = regulation.text[last.span.start : found.start()]
        if len(above.split()) > HEADING_WORDS and not NAMING.search(above):
            yield Anomaly(
                "pasal-hilang",
                f"Kalimat mulai berlaku berdiri di belakang isi Pasal {last.label}; judul Pasal "
                "penutup tidak terbaca.",
                f"The clause on coming into force stands behind the wording of Pasal {last.label};"
                " the heading of the closing Pasal is unreadable.",
                last.page,
                last.key,
            )
            return


def is_followed(bab: Sequence[Unit], pasal: Unit) -> bool:
    """Tell whether the bab before and behind a pasal bear numbers that follow each other."""
    index = bisect_right(bab, pasal.span.start, key=starting)
    return 0 < index < len(bab) and not leaves_out(bab[index - 1], bab[index])


def starting(unit: Unit) -> int:
    """Return where a unit begins."""
    return unit.span.start


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
    title = title.removesuffix(".")
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
