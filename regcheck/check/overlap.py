"""Overlap of single provisions: copies (T-01), paraphrases (T-02), one in another (T-03)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from regcheck.check.alignment import changed_blocks
from regcheck.check.boilerplate import formula_code
from regcheck.check.procedure import PROCEDURE_KEYS, has_same_object, shares_only_procedure
from regcheck.check.words import (
    WORD,
    Weights,
    content_keys,
    marked_key,
    strip_formulae,
    word_keys,
)
from regcheck.domain import Kind, Modality, Norm, Pair, Passage
from regcheck.settings import Settings

#: Fewer shared words of meaning than this can be chance: in a copy that sets the same measure, in
#: any copy, and in other words.
MIN_MEASURED, MIN_COPIED, MIN_SHARED = 2, 4, 5
#: Fewer things beside the procedure are too few for one norm in other words.
MIN_CONCEPTS = 4
#: Share of the words of meaning of the shorter statement, by weight, that the longer has too;
#: the second where so many words are shared that chance is out of the question.
MIN_SHORTER, MIN_SHORTER_LONG = 0.68, 0.6
MANY_SHARED = 8
#: Share of words in the same order from which the wording counts as copied.
COPIED = 0.72
#: From this share of common order, a word exchanged in its place changes the object.
ALIGNED = 0.7
#: Weight of exchanged words, relative to all, that is no slip of a copyist any more; the second
#: where the titles name one object, so that the words exchanged can hardly be another one.
EXCHANGED, EXCHANGED_WITHIN = 0.06, 0.25

DUTY = frozenset({Modality.WAJIB, Modality.HARUS})
PERMISSION = frozenset({Modality.DAPAT, Modality.BERHAK, Modality.BERWENANG, Modality.TIDAK_WAJIB})
#: Stems of those who are everybody.
EVERYBODY = frozenset({"orang", "badan"})
DEFINITION = "definisi"
#: A word by which a text defines; *adalah sebagai berikut* only opens a list.
#:
#: takes    adalah      selanjutnya disebut
#: refuses  merupakan      adalah sebagai berikut
DEFINING = re.compile(
    r"\b(?:adalah(?!\s+sebagai\s+berikut)|ialah|selanjutnya\s+dis|dimaksud\s+dengan)", re.IGNORECASE
)
#: What a rule names and a definition does not: who is bound, by what, how much, how long, and what
#: may or must be.
#:
#: takes    Subjek pajak adalah pemilik kendaraan      Masa jabatan adalah 5 (lima) tahun
#: takes    Persyaratan umum calon adalah: a. warga negara
#: takes    Jabatan yang dapat diduduki prajurit adalah jabatan sandi
#: refuses  Ruang menyusui adalah ruang tertutup
RULING = re.compile(
    r"""
    ^ (?: subjek | subyek | objek | obyek | wajib \s (?: pajak | retribusi ) | dasar | tarif | besar
      | besaran | besarnya | masa | jangka \s waktu | syarat | persyaratan | kriteria | jumlah
      | tugas ) \b
    | ^ (?: (?! adalah ) [^.;:] ){0,160} \b (?: dapat | wajib | harus | dilarang ) \b
      (?: (?! adalah ) [^.;:] ){0,160} \b adalah \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Stems of the acts by which somebody applies for something.
APPLYING = frozenset({"aju", "ajukan", "mohon"})


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two provisions that state one norm: the code, how sure, and the words they share."""

    code: str
    confidence: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts agree; shares are of weight, ``order`` is of words in the same order.

    ``exchanged`` is the weight, relative to all, of words that stand in each other's place.
    """

    shared: tuple[str, ...]
    shorter: float
    union: float
    order: float = 0.0
    exchanged: float = 0.0


@dataclass(frozen=True)
class Matter:
    """What a decision may look at: passages and their frames by key, titles by regulation.

    The passages are ``as_compared``.
    """

    passages: Mapping[str, Passage]
    norms: Mapping[str, Norm]
    titles: Mapping[str, str]
    weights: Weights


def as_compared(passages: Iterable[Passage]) -> dict[str, Passage]:
    """Return passages by key, the text of each with its abbreviations spelled out.

    >>> from regcheck.domain import Kind
    >>> one = Passage("uu/2011/1#pasal-1", Kind.PASAL, "BLU", 1, spelled="Badan Layanan Umum")
    >>> as_compared([one])[one.key].text
    'Badan Layanan Umum'
    """
    return {one.key: replace(one, text=one.spelled or one.text) for one in passages}


def find_overlap(pair: Pair, matter: Matter, settings: Settings) -> Overlap | None:
    """Decide whether two provisions of different regulations state the same operative norm.

    Silent for formulae, by their wording or because many regulations say the same, for
    definitions, norms of another force or measure, one sentence pattern about two objects, and
    mere procedure in regulations about different objects.
    """
    left, right = matter.passages[pair.left], matter.passages[pair.right]
    if not is_operative(left, right) or pair.spread >= settings.formula_spread:
        return None
    likeness = compare_content(left.text, right.text, matter.weights)
    norms = matter.norms[pair.left], matter.norms[pair.right]
    if not is_enough(likeness, settings.overlap_share, measured=sets_same_measure(*norms)):
        return None
    likeness = compare_order(left.text, right.text, likeness, matter.weights)
    names = [matter.titles.get(one.regulation, "") for one in (left, right)]
    if changes_object(likeness, *names) or is_elsewhere(left, right, matter.titles):
        return None
    if differs_in_force(*norms) or is_other_step(*norms):
        return None
    copied = is_copied(likeness) and pair.score >= settings.duplicate_score
    if not copied and count_concepts(left.text, right.text, likeness) < MIN_CONCEPTS:
        return None
    sure = likeness.union if copied else (likeness.shorter + likeness.union) / 2
    code = "T-01" if copied else "T-03" if is_within(*norms) else "T-02"
    return Overlap(code, 0.95 * sure, likeness.shared)


def is_within(left: Norm, right: Norm) -> bool:
    """Tell whether one norm binds everybody and the other somebody to the same act."""
    mine, theirs = (frozenset(one.addressee) for one in (left, right))
    if not mine or not theirs or left.act != right.act or not left.act:
        return False
    return (mine <= EVERYBODY) != (theirs <= EVERYBODY)


def is_elsewhere(left: Passage, right: Passage, titles: Mapping[str, str]) -> bool:
    """Tell whether two provisions are mere procedure about the objects of their own titles."""
    names = [titles.get(one.regulation, "") for one in (left, right)]
    return shares_only_procedure(left.text, right.text) and not has_same_object(*names)


def is_operative(left: Passage, right: Passage) -> bool:
    """Tell whether both provisions are norms of their own, not formulae or definitions.

    Equal definitions are what Lampiran II nos. 103 and 106 ask for, and unequal ones may be
    right in their own field (no. 104).
    """
    if is_definition(left) or is_definition(right):
        return False
    return not formula_code(left) and not formula_code(right)


def is_definition(passage: Passage) -> bool:
    """Tell whether a passage defines a term; only definitions are compared as *angka*.

    A classifier's guess counts only where the text has a defining word, and does not open with what
    a rule names (*subjek pajak adalah pemilik kendaraan*).
    """
    if passage.kind is Kind.ANGKA:
        return True
    guessed = passage.norm_type == DEFINITION and DEFINING.search(passage.text) is not None
    return guessed and not RULING.search(passage.text)


def compare_content(left: str, right: str, weights: Weights) -> Likeness:
    """Compare the words that carry meaning, whatever their order."""
    mine, theirs = set(content_keys(left)), set(content_keys(right))
    common = mine & theirs
    weight = weights.total(common)
    shorter = min(weights.total(mine), weights.total(theirs))
    return Likeness(
        shared=tuple(key for key in dict.fromkeys(content_keys(left)) if key in common),
        shorter=weight / shorter if shorter else 0.0,
        union=weight / weights.total(mine | theirs) if common else 0.0,
    )


def is_enough(likeness: Likeness, least: float, *, measured: bool) -> bool:
    """Tell whether the shared words are many enough, and weigh ``least`` of all or more.

    Of a copy fewer words are enough if both texts set the same measure.
    """
    count = len(likeness.shared)
    copied = MIN_MEASURED if measured else MIN_COPIED
    return (
        count >= (copied if likeness.union >= COPIED else MIN_SHARED)
        and likeness.union >= least
        and likeness.shorter >= (MIN_SHORTER if count < MANY_SHARED else MIN_SHORTER_LONG)
    )


def compare_order(left: str, right: str, content: Likeness, weights: Weights) -> Likeness:
    """Add how far the words stand in the same order, and which stand in each other's place."""
    mine, theirs = word_keys(left), word_keys(right)
    mine_only, theirs_only = set(content_keys(left)), set(content_keys(right))
    mine_only, theirs_only = mine_only - theirs_only, theirs_only - mine_only
    exchanged: set[str] = set()
    equal = len(mine)
    for block in changed_blocks(mine, theirs):
        equal -= block.end - block.start
        gone = mine_only.intersection(mine[block.start : block.end])
        come = theirs_only.intersection(theirs[block.from_ : block.to])
        if gone and come:
            exchanged |= gone | come
    whole = weights.total(content_keys(left) + content_keys(right))
    return Likeness(
        content.shared,
        content.shorter,
        content.union,
        2 * equal / (len(mine) + len(theirs)) if mine or theirs else 0.0,
        weights.total(exchanged) / whole if whole else 0.0,
    )


def is_other_step(left: Norm, right: Norm) -> bool:
    """Tell whether one norm has somebody apply and the other answers him: two steps of one path."""
    return (left.act in APPLYING) != (right.act in APPLYING)


def count_concepts(left: str, right: str, likeness: Likeness) -> int:
    """Count the things beside procedure that both texts name; a capitalised term is one thing.

    Two norms on *Bea Balik Nama Kendaraan Bermotor* share five words and one concept.
    """
    shared = frozenset(likeness.shared) - PROCEDURE_KEYS
    return min(len(concepts_of(text, shared)) for text in (left, right))


def concepts_of(text: str, shared: frozenset[str]) -> set[str]:
    """Return the first shared key of each word or capitalised term of a text."""
    concepts, term = set(), ""
    for word in WORD.findall(strip_formulae(text)):
        key = marked_key(word)
        if not word[0].isupper():
            term = ""
        if key in shared and not term:
            concepts.add(key)
        if word[0].isupper() and key in shared:
            term = term or key
    return concepts


def is_copied(likeness: Likeness) -> bool:
    """Tell whether the wording is the same but for a slip or a supplement."""
    return likeness.order >= COPIED and likeness.union >= COPIED


def changes_object(likeness: Likeness, left: str, right: str) -> bool:
    """Tell whether the sentence pattern is the same but speaks of another object.

    ``left`` and ``right`` are the titles of the two regulations.
    """
    most = EXCHANGED_WITHIN if has_same_object(left, right) else EXCHANGED
    return likeness.order >= ALIGNED and likeness.exchanged > most


def differs_in_force(left: Norm, right: Norm) -> bool:
    """Tell whether two norms bind differently or set different limits.

    Such a pair is a conflict or two rules, never one rule stated twice.
    """
    forces = {force_of(left.modality), force_of(right.modality)} - {""}
    return len(forces) > 1 or differs_in_measure(left, right)


def force_of(modality: Modality) -> str:
    """Return the group of a modality; empty for a plain statement, which goes with any."""
    if modality in DUTY:
        return "duty"
    if modality in PERMISSION:
        return "permission"
    return "" if modality is Modality.NONE else modality.value


def differs_in_measure(left: Norm, right: Norm) -> bool:
    """Tell whether a unit that both use has no value in common."""
    for unit in {one.unit for one in left.quantities} & {one.unit for one in right.quantities}:
        mine = {one.value for one in left.quantities if one.unit == unit}
        theirs = {one.value for one in right.quantities if one.unit == unit}
        if not mine & theirs:
            return True
    return False


def sets_same_measure(left: Norm, right: Norm) -> bool:
    """Tell whether two norms set measures, and agree in one of each common unit."""
    units = {one.unit for one in left.quantities} & {one.unit for one in right.quantities}
    return bool(units) and not differs_in_measure(left, right)
