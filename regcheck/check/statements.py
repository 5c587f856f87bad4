"""A provision as the single statements it makes: its lead-in completed by each of its items."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from regcheck.check.vocabulary import KNOWN_UNITS, MODAL_WORDS, SYNONYMS
from regcheck.check.words import PLAIN, content_keys, key_of, marked_key
from regcheck.domain import Kind, Norm, Passage, Quantity, Span

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
POINTER = re.compile(r"\bdimaksud\b|\btersebut\s+(?:pada|dalam)\b", re.I)

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

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Bounds in one word, which say nothing of the matter.
#:
#: takes    selambat-lambatnya      sekurang- kurangnya      maksimal
#: refuses  sehari-hari
BOUND = re.compile(
    r"\bse\w+-\s?\w+nya\b|\b(?:maksimal|minimal|maksimum|minimum|sedikitnya|selambatnya)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Statement:
    """One thing a passage says.

    ``text`` is the lead-in and one item, or the whole passage; ``lead`` the lead-in alone, empty
    where there are no items; ``bare`` is the same without
    quantities and bounds and with one word for synonyms. The quantities of ``norm`` are those of
    the text, the rest of the frame is the passage's. ``head`` is the printed noun that names the
    addressee, empty where nobody is named. ``acts``, ``addressee`` and ``object`` are keys,
    ``content`` those of every word of the text that carries meaning.
    """

    text: str
    lead: str
    bare: str
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
    def ruled(self) -> str:
        """What follows the word that binds, bare; everything where there is none."""
        return after_modal(self.bare)

    @property
    def ruling(self) -> str:
        """What stands before the word that binds, bare: the subject and its conditions."""
        match = MODAL.search(self.bare)
        return self.bare[: match.start()] if match else ""

    @property
    def act_phrase(self) -> str:
        """The first words after the one that binds: the act and, in the active, its object."""
        return " ".join(PHRASE_END.split(after_modal(self.text), 1)[0].split()[:MAX_PHRASE])

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text in lower case."""
        return frozenset(WORD.findall(self.text.lower()))


def after_modal(text: str) -> str:
    """Return what follows the word that binds; the whole text where there is none."""
    match = MODAL.search(text)
    return text[match.end() :] if match else text


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
    bare = bare_text(text, quantities)
    content = frozenset(content_keys(bare))
    return Statement(
        text=text,
        lead=start,
        bare=bare,
        norm=replace(norm, quantities=quantities),
        head=head_of(norm, text),
        addressee=keys_of(norm.addressee, text),
        acts=acts_of(norm, text[len(start) :], text),
        object=keys_of(norm.object, text) & content,
        content=content,
    )


def bare_text(text: str, quantities: tuple[Quantity, ...]) -> str:
    """Take the quantities and their bounds out of a text, and make synonyms one word.

    A counted noun stays: *2 (dua) perahu* still speaks of boats.
    """
    pieces, position = [], 0
    for one in sorted(quantities, key=lambda one: one.span):
        if one.span.start >= position:
            noun = "" if one.unit in KNOWN_UNITS else one.unit
            pieces += [text[position : one.span.start], f" {noun} "]
            position = one.span.end
    pieces.append(text[position:])
    return WORD.sub(canonical, BOUND.sub(" ", "".join(pieces)))


def canonical(match: re.Match[str]) -> str:
    """Return the word that stands for the synonyms of a match."""
    return canonical_word(match[0])


def canonical_word(word: str) -> str:
    """Return the word that stands for a group of synonyms."""
    return SYNONYMS.get(word.lower(), word)


def head_of(norm: Norm, text: str) -> str:
    """Return the noun that names the addressee as it is printed, in lower case."""
    return printed(norm.addressee[0], text.lower()) if norm.addressee else ""


def printed(stem: str, text: str) -> str:
    """Return the first word of a text with a stem; the stem itself where there is none."""
    root = key_of(stem)
    return next((word for word in WORD.findall(text) if key_of(word) == root), stem)


def key(word: str) -> str:
    """Return the key under which a word of content is found, synonyms included."""
    return marked_key(word).removeprefix(PLAIN)


def moved(quantity: Quantity, shift: int) -> Quantity:
    """Return a quantity whose text now begins ``shift`` characters later."""
    span = Span(quantity.span.start + shift, quantity.span.end + shift)
    return replace(quantity, span=span)


def keys_of(stems: tuple[str, ...], text: str) -> frozenset[str]:
    """Return the keys of the words of a text that have the stems."""
    return frozenset(key(canonical_word(printed(stem, text))) for stem in stems)


def acts_of(norm: Norm, item: str, text: str) -> frozenset[str]:
    """Return the acts of a passage that one of its statements names, the item's own first."""
    stems = {key_of(stem) for stem in norm.act.split()}
    for part in (item, text):
        named = [word for word in WORD.findall(part) if key_of(word) in stems]
        if named:
            return frozenset(key(canonical_word(word)) for word in named)
    return frozenset(map(key, norm.act.split()))


def is_definition(passage: Passage) -> bool:
    """Tell whether a passage defines a term; definitions differ by field (N-10)."""
    return passage.norm_type == "definisi" or passage.kind is Kind.ANGKA
