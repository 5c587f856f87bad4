"""What an amending act quotes, made ready to stand in the text of the base."""

from __future__ import annotations

import re
from dataclasses import replace

from regcheck.domain import Kind, Regulation, Unit
from regcheck.law.consolidation_tree import LABELS, Node, Origin, step_of, unit_node

#: The heading that a quoted pasal begins with, after the quotation mark or dirt before it.
#:
#: takes    Pasal 12      "Pasal 9A      Pasal __ 9      Pasal l0      Pasal 3 1
#: refuses  Setiap orang      (2) Izin      Pasal ini
HEADING = re.compile(
    r"""
    [^A-Za-z]{0,60} p \s? [ao] \s? s \s? [ae] \s? (?: [l1ij|\]}!t] | -l | (?= \W ) ) [\W_]{0,12}
    (?-i: (?= \S{0,3} \d | [IlO]{1,3} (?! \w ) ) [0-9IlOoSBZTJ|!\]]{1,4}
      (?: [ ] [0-9lIO]{1,2} (?! \w ) )? (?: [ ]? [A-Z]{1,2} (?! [A-Za-z] ) )? (?! [a-z]{2} ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The number before the words of an ayat or item.
#:
#: takes    (2) Izin      b. kapal      3. Dinas      2.a. Selama
#: refuses  Menteri ialah      kapal besar
NUMBERED = re.compile(r"\(?\d{1,2}[a-z]?[.)]|[a-z]{1,2}[.)]\s")
#: What closes a quotation behind its last word, perhaps with the number of the next instruction.
#:
#: takes    .”      ." 2.      ” ;
CLOSING = re.compile(
    r"(?P<stop>[.;:]?)\s{0,4}[\"“”?][\s\"“”'’_?^.;]{0,20}(?:\b\d{1,3}\s?[.)])?[\s_^]{0,9}$"
)
#: The next instruction behind the end of a sentence, up to the words that announce its quotation.
#:
#: takes    batubara. 4 Ketentuan Pasal 97 diubah sehingga berbunyi sebagai berikut:
#: takes    ini. Pasal 41 tetap dengan perubahan penjelasan Pasal 41 sehingga menjadi
#: refuses  kapal. Ketentuan lebih lanjut diatur sebagai berikut:      izin dihapus.
NEXT_ORDER = re.compile(
    r"""
    (?P<stop> [.;] ) ["”)]{0,2} \s (?: [^.;]{0,60}? \s )?? (?: \d{1,3} \s? [.)] \s? )?
    (?: (?: \w{0,3} k?e? [ ]? ten [ ]? tuan | pasa \S{0,2} l? | judul | di \s? antara | ayat | bab
        | bagian ) \s [^.;]{0,400}? )?
    \b (?: di \s? ubah | dihapus | di \s? sisip\w* | di \s? tambah\w* ) \b
    [^.;]{0,300}? (?: sebagai \s+ ber \w+ | berbunyi ) \s* :? [\s\W_]{0,20} $
  | (?<= [.;] ) \s [^.;]{0,30} pasal \s \S{1,5} \s tetap \s dengan \s perubahan
    \s penjelasan \b [^;]* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The act's own closing pasal behind the end of a quotation.
#:
#: takes    final." Pasal II Peraturan Pemerintah ini mulai berlaku pada tanggal diundangkan.
#: refuses  sebagaimana dimaksud dalam Pasal II.
NEXT_CLOSING = re.compile(
    r"(?P<stop>[.;]?)[\"”]\s{0,4}(?:PASAL|Pasal) II\s[^;]{0,80}\bmulai berlaku\b"
)
#: How far back the next instruction is looked for.
LONGEST_ORDER = 900
#: The number of the next instruction, behind the end of a sentence.
#:
#: takes    kefarmasian. 2.      terapung;\n3.
#: refuses  dalam Pasal 5.
NEXT_NUMBER = re.compile(r"(?P<stop>[.;])\s[\s_^]{0,20}\d{1,3}\s?[.)]\s{0,9}$")


def quoted_node(regulation: Regulation, unit: Unit, origin: Origin) -> Node:
    """Return the node of a quoted unit, with its heading, and without what closes the quotation."""
    node = unit_node(regulation, unit, origin)
    node.step = step_of(unit.key)
    if node.kind is Kind.PASAL and not HEADING.match(node.wording.text):
        text = f"Pasal {node.label}\n{node.wording.text}"
        node.wording = replace(node.wording, text=text)
    last = list(node.walk())[-1]
    quote = regulation.text[max(0, unit.span.start - 2) : unit.span.end]
    last.wording = replace(last.wording, text=close(cut_order(last.wording.text), quote))
    return node


def cut_order(text: str) -> str:
    r"""Cut off the next instruction, whose number was lost, from the words of a quotation.

    >>> cut_order("Kapal sandar. 3 Ketentuan Pasal 82 diubah sehingga berbunyi sebagai berikut:")
    'Kapal sandar.\n'
    """
    start = max(0, len(text) - LONGEST_ORDER)
    found = NEXT_ORDER.search(text, start) or NEXT_CLOSING.search(text, start)
    return text[: found.start()] + (found["stop"] or "") + "\n" if found else text


def part_node(regulation: Regulation, unit: Unit, path: str, origin: Origin) -> Node:
    """Return the node of a quoted ayat or item; it may be printed without its number.

    Then the words are those of a pasal without heading, and the path says which part they are.
    """
    if unit.kind is not Kind.PASAL:
        return quoted_node(regulation, unit, origin)
    step = path.rpartition("/")[2]
    kind, _, label = step.partition("-")
    node = unit_node(regulation, unit, origin)
    node.kind, node.label, node.step = Kind(kind), label, step
    last = list(node.walk())[-1]
    quote = regulation.text[max(0, unit.span.start - 2) : unit.span.end]
    last.wording = replace(last.wording, text=close(cut_order(last.wording.text), quote))
    if not NUMBERED.match(node.wording.text):
        text = LABELS.get(node.kind, "{label}. ").format(label=label) + node.wording.text
        node.wording = replace(node.wording, text=text)
    return node


def close(text: str, quoted: str) -> str:
    r"""Cut off what closes a quotation, where it is no part of the words.

    Args:
        text: The words of the last unit of a quotation.
        quoted: The whole quotation with the two characters before it.

    >>> close("Kapal sandar.” 2. ", "“Kapal sandar.” 2. ")
    'Kapal sandar.\n'
    >>> close("disebut “Kapal”", ": disebut “Kapal”"), close("dalam Pasal 5.", ": dalam Pasal 5.")
    ('disebut “Kapal”', 'dalam Pasal 5.')
    """
    opened = quoted[:2].strip()[:1] in ("“", '"', "?") and bool(quoted[:2].strip())
    pairs = quoted.count("“") - quoted.count("”"), quoted.count('"') % 2
    found = CLOSING.search(text) if opened or pairs != (0, 0) else NEXT_NUMBER.search(text)
    return text[: found.start()] + found["stop"] + "\n" if found else text


def keys_inside(regulation: Regulation, unit: Unit) -> tuple[str, ...]:
    """Return the keys of a unit and everything in it."""
    found = [unit.key]
    for child in regulation.children.get(unit.key, ()):
        found += keys_inside(regulation, child)
    return tuple(found)
