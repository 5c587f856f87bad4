"""The operations of an amending act with all that their instructions say: places, moves, phrases.

An ``Amendment`` names an operation and its target; to apply it one must also know beside which
unit an insertion stands, which number becomes which, and which words replace which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.domain import Amendment, Kind, Regulation, Span
from regcheck.domain.consolidation import NOWHERE, Operation
from regcheck.parse.marks.numbering import from_ordinal
from regcheck.parse.structure.instructions import first_sentence, moved_range
from regcheck.parse.structure.named_parts import named_steps
from regcheck.parse.structure.order_patterns import QUOTE, QUOTED, VERB

#: A unit that an instruction names, with its number.
PLACE = r"""
    (?P<{0}word> pasal | ayat | huruf | angka | butir | bab | bagian | paragraf ) \s* \(? \s*
    (?P<{0}label> \d+ (?-i: \s? [A-Z]{{1,2}} )? (?![A-Za-z]) | \d+ \s? [a-z]? (?![A-Za-z])
      | (?-i: [IVXL]+ \s? [A-E]? ) (?![A-Za-z]) | ke [a-z]+ (?: \s (?: belas | puluh ) )? | pertama
      | [a-z]{{1,2}} \d? (?![A-Za-z]) ) \s* \)?
"""

#: What stands before an insertion, or behind it.
#:
#: takes    Di antara Pasal 4 dan Pasal 5      Setelah ayat (2)      Sebelum Pasal 44
#: refuses  Setelah berlakunya peraturan ini
BESIDE = re.compile(
    r"""
    (?<![A-Za-z]) (?: (?P<after> di \s? antara | antara | setelah | sesudah )
      | (?P<before> sebelum ) ) \s+ (?: ketentuan \s+ )?
    """
    + PLACE.format(""),
    re.VERBOSE | re.IGNORECASE,
)

#: A number that becomes another.
#:
#: takes    Pasal 9 diubah menjadi Pasal 10      Pasal 14 lama selanjutnya dijadikan Pasal 13
#: refuses  Pasal 9 diubah menjadi berbunyi      Pasal 4 menjadi wewenang
MOVE = re.compile(
    PLACE.format("old")
    + r"""
    (?: \s* \(? (?: yang \s )? lama \)? )? [\s,]* (?: dan \s+ )?
    (?: (?: yang | selanjutnya | nomornya | urutannya | letaknya | kedudukannya | di \s? ubah
      | berubah | bergeser | diganti ) [\s,]+ ){0,4}
    (?: menjadi | dijadikan ) \s+ (?: ketentuan \s+ )?
    """
    + PLACE.format("new"),
    re.VERBOSE | re.IGNORECASE,
)

#: Verbs that make what follows *dijadikan* a new unit and not a moved one.
#:
#: takes    disisipkan      menambah
#: refuses  diubah
INSERTS = re.compile(r"disisip|menyisip|ditambah|menambah", re.IGNORECASE)
#: What puts the second of two quotations in the place of the first.
#:
#: takes    diganti dengan      dibaca
#: refuses  dihapus
BECOMES = re.compile(
    r"\b(?:diganti|diubah|dirubah|menjadi|dibaca|dimaknai|mengganti|mengubah)", re.IGNORECASE
)
#: What takes the quotation before it out of the text.
STRUCK = re.compile(r"^[^.;]{0,120}?\b(?:dihapus|dihilangkan|ditiadakan)", re.IGNORECASE)
#: What stands before the words beside which others are put.
#:
#: takes    Di antara kata      antara frasa      Setelah frasa      sebelum perkataan
#: refuses  antara lain
BESIDE_WORDS = re.compile(
    r"\b(?P<where>antara|setelah|sesudah|sebelum)\s+(?:(?:kata|frasa|frase|perkataan)\S*\s*)?$",
    re.IGNORECASE,
)
#: What puts words beside others.
ADDED = re.compile(r"\b(?:disisip|ditambah|menyisip|menambah)", re.IGNORECASE)
#: An ayat that an instruction names.
#:
#: takes    ayat (3)      ayat ( 1a )
#: refuses  ayat tiga
AYAT_NAMED = re.compile(r"\bayat\s*\(\s*(\d+\s?[a-zA-Z]?)\s*\)")
DIVISIONS = ("buku", "bab", "bagian", "paragraf")


def find_operations(regulation: Regulation) -> tuple[Operation, ...]:
    """List the operations of an amending act in printed order."""
    return tuple(to_operation(regulation, one) for one in regulation.amendments)


def to_operation(regulation: Regulation, amendment: Amendment) -> Operation:
    """Read what the instruction of one operation says of the place."""
    sentence = " ".join(first_sentence(regulation.slice(amendment.span)).split())
    step = amendment.target.partition("#")[2].rpartition("/")[2]
    kind = step.partition("-")[0]
    after, before = find_beside(sentence, kind)
    return Operation(
        amendment,
        sentence,
        phrases=tuple(find_phrases(sentence)) if amendment.op == "reword" else (),
        moves=tuple(find_moves(sentence, amendment, step)),
        after=after,
        before=before,
        within=find_within(sentence, kind),
        annex=step if step.startswith("lampiran-") else "",
        title=find_title(regulation, amendment) if kind in DIVISIONS else NOWHERE,
        struck=tuple(find_struck(sentence)),
    )


def find_title(regulation: Regulation, amendment: Amendment) -> Span:
    """Return where the title of a bab or bagian is printed, if no pasal is printed with it."""
    if amendment.op not in ("replace", "insert") or amendment.units:
        return NOWHERE
    quote = QUOTE.search(regulation.text, amendment.span.start, amendment.span.end)
    return Span(quote.end(), amendment.span.end) if quote else NOWHERE


def find_beside(sentence: str, kind: str) -> tuple[str, str]:
    """Return the steps after and before which a unit of a kind is inserted; empty if unsaid.

    >>> find_beside("Di antara Pasal 4 dan Pasal 5 disisipkan 1 (satu) pasal", "pasal")
    ('pasal-4', '')
    >>> find_beside("Sebelum Pasal 44 dalam BAB IX disisipkan 1 (satu) pasal", "pasal")
    ('', 'pasal-44')
    """
    for match in BESIDE.finditer(sentence):
        step = to_step(match["word"], match["label"])
        if step.startswith(f"{kind}-"):
            return (step, "") if match["after"] else ("", step)
    return "", ""


def find_moves(sentence: str, amendment: Amendment, step: str) -> Iterator[tuple[str, str]]:
    """Yield the old and the new step of every unit that an instruction renumbers.

    >>> one = Amendment("renumber", "perda/bali/2011/5#pasal-9", "9", (), None)
    >>> list(find_moves("Ketentuan Pasal 9 diubah menjadi Pasal 10", one, "pasal-9"))
    [('pasal-9', 'pasal-10')]
    """
    inserts = INSERTS.search(sentence)
    for before, after in () if inserts else moved_range(sentence):
        if step == f"pasal-{before}":
            yield step, f"pasal-{after}"
            return
    for match in () if inserts else MOVE.finditer(sentence):
        old = to_step(match["oldword"], match["oldlabel"])
        new = to_step(match["newword"], match["newlabel"])
        same = old.partition("-")[0] == new.partition("-")[0]
        concerned = old == step and (amendment.op == "renumber" or not amendment.units)
        if same and old != new and concerned:
            yield old, new


def find_phrases(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the old and the new words of every replacement; the new are empty if struck out.

    >>> list(find_phrases('Frasa "Kepala Dinas" dalam Pasal 6 diubah menjadi "Gubernur".'))
    [('Kepala Dinas', 'Gubernur')]
    >>> list(find_phrases('kata "wajib" dalam Pasal 3 dihapus'))
    [('wajib', '')]
    >>> list(find_phrases('Setelah frasa "orang" dalam Pasal 4 disisipkan frasa "atau badan".'))
    [('orang', 'orang atau badan')]
    """
    found = list(QUOTED.finditer(sentence))
    words = [" ".join(one["words"].split()) for one in found]
    ends = [*(one.start() for one in found[1:]), len(sentence)]
    gaps = [sentence[one.end() : end] for one, end in zip(found, ends, strict=False)]
    place = 0
    while place < len(found):
        beside = BESIDE_WORDS.search(sentence[: found[place].start()])
        added = put_beside(beside["where"].lower(), words[place:], gaps[place:]) if beside else None
        if added:
            yield added
            place += 1 + (beside is not None and beside["where"].lower() == "antara")
        elif place + 1 < len(found) and BECOMES.search(gaps[place]):
            yield words[place], words[place + 1]
            place += 1
        elif STRUCK.search(gaps[place]):
            yield words[place], ""
        place += 1


def put_beside(where: str, words: list[str], gaps: list[str]) -> tuple[str, str] | None:
    """Return the old and the new words where some are put between, behind or before others.

    >>> put_beside("antara", ["Kepala", "Dinas", "Badan dan"], [" dan ", " disisipkan ", "."])
    ('Kepala Dinas', 'Kepala Badan dan Dinas')
    >>> put_beside("sebelum", ["izin", "perpanjangan"], [" ditambahkan kata ", "."])
    ('izin', 'perpanjangan izin')
    """
    last = 1 if where == "antara" else 0
    if len(words) < last + 2 or not ADDED.search(gaps[last]):
        return None
    old, new = " ".join(words[: last + 1]), words[last + 1]
    if where == "antara":
        return old, f"{words[0]} {new} {words[1]}"
    return old, f"{new} {old}" if where == "sebelum" else f"{old} {new}"


def find_struck(sentence: str) -> Iterator[str]:
    """Yield the steps of the parts that an instruction deletes, whatever else it changes.

    >>> list(find_struck("Pasal 8 ayat (1) diubah dan ayat (2) dihapus, sehingga berbunyi:"))
    ['ayat-2']
    """
    before = 0
    for verb in VERB.finditer(sentence):
        if verb["delete"]:
            yield from named_steps(sentence[before : verb.start()])
        before = verb.end()


def find_within(sentence: str, kind: str) -> str:
    """Return the step of the one ayat that holds the items an instruction is about, if it names it.

    >>> find_within("Ketentuan Pasal 5 ayat (2) huruf b diubah", "huruf")
    'ayat-2'
    """
    named = {label.replace(" ", "").lower() for label in AYAT_NAMED.findall(sentence)}
    return f"ayat-{named.pop()}" if len(named) == 1 and kind != Kind.AYAT else ""


def to_step(word: str, label: str) -> str:
    """Write a named unit as a step of a key.

    >>> to_step("Pasal", "12 A"), to_step("Bagian", "Kedua"), to_step("ayat", "1a")
    ('pasal-12A', 'bagian-2', 'ayat-1a')
    """
    kind = word.lower().replace("butir", "angka")
    bare = label.replace(" ", "")
    if kind in ("bagian", "paragraf") and bare.isalpha():
        value = from_ordinal(label)
        return f"{kind}-{value or bare}"
    return f"{kind}-{bare.upper() if kind in ('pasal', 'bab') else bare.lower()}"
