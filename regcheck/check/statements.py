"""A provision as the single statements it makes: its lead-in completed by each of its items."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from regcheck.check.vocabulary import MODAL_WORDS
from regcheck.check.words import content_keys, key_of
from regcheck.domain import Norm, Passage, Quantity, Span

#: The label of an item, after what ends the lead-in or the item before.
#:
#: takes    dilarang: a. membuang      sampah; dan b. membakar      ; 2) menjual
#: refuses  sampah basah dan sampah kering
ITEM = re.compile(
    r"(?:\A|[:;,]\s|\b(?:dan/atau|dan|atau)\s)\s*(?:(?:dan/atau|dan|atau)\s+)?"
    r"(?P<label>[a-z]|\d{1,2})[.)]\s+"
)
FIRST_LABELS = frozenset({"a", "1"})

#: What a statement leaves to another place: *Izin sebagaimana dimaksud pada ayat (1)*.
#:
#: takes    sebagaimana dimaksud      tersebut pada
#: refuses  dimaksudkan untuk
POINTER = re.compile(r"\bsebagaimana\s+(?:telah\s+)?dimaksud\b|\btersebut\s+(?:pada|dalam)\b", re.I)

#: The word that binds.
#:
#: takes    dilarang      tidak boleh      dapat
#: refuses  mendapat      larangan
MODAL = re.compile(rf"\b(?:tidak\s+)?(?:{'|'.join(sorted(MODAL_WORDS))})\b", re.IGNORECASE)

#: Where the phrase of the act ends.
#:
#: takes    membakar jerami | di lahan      menerima pembayaran | dari
#: refuses  disewa
PHRASE_END = re.compile(
    r"\s(?:di|ke|pada|dalam|dari|kepada|untuk|dengan|yang|oleh|paling|sejak|tanpa|apabila|jika|"
    r"terhadap|selama|bagi|secara|melalui|sebelum|setelah)\b|[:;.]",
    re.IGNORECASE,
)
MAX_PHRASE = 9


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a passage says.

    ``text`` is the lead-in and one item, or the whole passage; the quantities of ``norm`` are
    those of the text, the rest of the frame is the passage's. ``head`` is the key of the noun
    that names the addressee, empty where nobody is named. ``acts``, ``addressee`` and
    ``object`` are keys, ``content`` those of every word of the text that carries meaning.
    """

    text: str
    norm: Norm
    head: str
    addressee: frozenset[str]
    acts: frozenset[str]
    object: frozenset[str]
    content: frozenset[str]

    @property
    def points(self) -> bool:
        """Whether what it speaks of stands in another place."""
        return POINTER.search(self.text) is not None

    @property
    def after_modal(self) -> str:
        """What follows the word that binds; the whole text where there is none."""
        match = MODAL.search(self.text)
        return self.text[match.end() :] if match else self.text

    @property
    def act_phrase(self) -> str:
        """The first words after the one that binds: the act and, in the active, its object."""
        return " ".join(PHRASE_END.split(self.after_modal, 1)[0].split()[:MAX_PHRASE])


@lru_cache(maxsize=20_000)
def find_statements(passage: Passage, norm: Norm) -> tuple[Statement, ...]:
    """List the statements of a passage; one for each item where it lists any.

    >>> from regcheck.domain import Kind, Modality
    >>> text = "Pedagang dilarang: a. menginap di pasar; dan b. membakar arang."
    >>> passage = Passage("perda/x/2020/1#pasal-4", Kind.PASAL, text, 1)
    >>> norm = Norm(("dagang",), Modality.DILARANG, "inap bakar", (), ())
    >>> [one.text for one in find_statements(passage, norm)]
    ['Pedagang dilarang: menginap di pasar', 'Pedagang dilarang: membakar arang.']
    >>> [sorted(one.acts) for one in find_statements(passage, norm)]
    [['inap'], ['bakar']]
    """
    marks = item_marks(passage.text)
    if not marks:
        spans = [Span(0, len(passage.text))]
        head = Span(0, 0)
    else:
        ends = [*(mark.start() for mark in marks[1:]), len(passage.text)]
        spans = [Span(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
        head = Span(0, marks[0].start("label"))
    return tuple(make_statement(passage, norm, head, span) for span in spans)


def item_marks(text: str) -> list[re.Match[str]]:
    """Return the marks of the items of the first list of a text."""
    marks = list(ITEM.finditer(text))
    while marks and marks[0]["label"] not in FIRST_LABELS:
        marks.pop(0)
    return marks if len(marks) > 1 else []


def make_statement(passage: Passage, norm: Norm, head: Span, item: Span) -> Statement:
    """Join the lead-in and one item, with the quantities of both moved to where they now stand."""
    start = f"{passage.lead} " if passage.lead else ""
    start += passage.text[head.start : head.end]
    text = start + passage.text[item.start : item.end]
    lead = len(start) - (head.end - head.start)
    quantities = tuple(
        moved(one, shift)
        for span, shift in ((head, lead - head.start), (item, len(start) - item.start))
        for one in norm.quantities
        if span.start <= one.span.start and one.span.end <= span.end
    )
    content = frozenset(content_keys(text))
    return Statement(
        text=text,
        norm=replace(norm, quantities=quantities),
        head=key_of(norm.addressee[0]) if norm.addressee else "",
        addressee=keys_of(norm.addressee),
        acts=acts_of(norm, text[len(start) :], text),
        object=keys_of(norm.object) & content,
        content=content,
    )


def moved(quantity: Quantity, shift: int) -> Quantity:
    """Return a quantity whose text now begins ``shift`` characters later."""
    span = Span(quantity.span.start + shift, quantity.span.end + shift)
    return replace(quantity, span=span)


def keys_of(stems: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of stems, in which the words of a text can be found again."""
    return frozenset(map(key_of, stems))


def acts_of(norm: Norm, item: str, text: str) -> frozenset[str]:
    """Return the acts of a passage that one of its statements names, the item's own first."""
    acts = keys_of(tuple(norm.act.split()))
    for part in (item, text):
        named = acts & {key_of(word) for word in re.findall(r"[^\W\d_]+", part)}
        if named:
            return frozenset(named)
    return acts
