"""The law as it stands: a regulation with its amendments applied, each unit with its lineage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from regcheck.domain.comparison import Passage
from regcheck.domain.regulation import Amendment, Identity, Regulation
from regcheck.domain.text import Span
from regcheck.domain.words import Kind

#: No part of any text: a wording that nobody printed in this form.
NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of an amending act with what its instruction says of the place.

    ``text`` is the instruction on one line. ``phrases`` are pairs of old and new words; ``moves``
    pairs of steps, the old number and the new one (``pasal-9``, ``pasal-10``); ``after`` and
    ``before`` the step beside which an insertion stands; ``within`` the ayat that holds the huruf
    or angka that is meant (``ayat-2``), ``annex`` the step of an annex (``lampiran-2``), ``title``
    where the new title of a bab or bagian is printed; ``struck`` the steps of the parts that it
    deletes from a unit that is printed anew.
    """

    amendment: Amendment
    text: str = ""
    phrases: tuple[tuple[str, str], ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    after: str = ""
    before: str = ""
    within: str = ""
    annex: str = ""
    title: Span = NOWHERE
    struck: tuple[str, ...] = ()


@dataclass(frozen=True)
class Act:
    """An amending act, ready to be applied: its operations in printed order, and its date.

    ``date`` is ISO, or a year; a ``draft`` is applied as if it were law.
    """

    regulation: Regulation
    operations: tuple[Operation, ...]
    date: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """What ended a unit without printing a new one.

    ``op`` is ``repeal`` (another act) or ``annul`` (a court); ``by`` the id of the act or the name
    of the ruling; ``note`` what the ruling says of the meaning.
    """

    key: str
    op: str
    by: str
    date: str = ""
    note: str = ""


@dataclass(frozen=True)
class Changes:
    """What is known to have changed a regulation: amending acts and endings, in any order.

    ``drafts`` are applied after all others as if they were law, whatever their date. ``unread`` are
    the acts that say that they amend it but of which no order could be read.
    """

    acts: tuple[Act, ...] = ()
    endings: tuple[Ending, ...] = ()
    drafts: tuple[Act, ...] = ()
    unread: tuple[str, ...] = ()


NO_CHANGES = Changes()


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of one unit, without its children, and the time in which it was law.

    ``op`` is how it came about: base, replace, insert, append, reword, renumber, delete, repeal or
    annul; ``act`` did it on ``since``. ``source`` is the key of the unit that printed the words
    last, ``page`` and ``span`` where in its act; the span is empty for words that no act prints in
    this form. ``reprints`` are the keys of units that printed the same words before. An earlier
    wording has ``until``, the act that ended it, and how (``ending``).
    """

    key: str
    text: str
    op: str
    act: str
    since: str
    source: str = ""
    page: int = 0
    span: Span = NOWHERE
    reprints: tuple[str, ...] = ()
    until: str = ""
    ended_by: str = ""
    ending: str = ""


@dataclass(frozen=True, slots=True)
class StandingUnit:
    """A unit as it stands: a place in the tree, and the wording that is law there now."""

    key: str
    kind: Kind
    label: str
    heading: str
    parent: str
    wording: Wording

    @property
    def path(self) -> str:
        """The part of the key after ``#``."""
        return self.key.partition("#")[2]

    @property
    def is_gone(self) -> bool:
        """Whether only the number is left: deleted or repealed."""
        return self.wording.op in ("delete", "repeal")


@dataclass(frozen=True, slots=True)
class Remark:
    """What could not be applied, or only with a doubt; ``message`` is Indonesian.

    ``units`` are the quoted units that it concerns. ``applied`` tells whether the new words stand
    in the consolidated text all the same.
    """

    code: str
    act: str
    target: str
    message: str
    message_en: str
    units: tuple[str, ...] = ()
    applied: bool = False

    def say(self, lang: str) -> str:
        """Return the sentence in ``lang`` (``id`` or ``en``)."""
        return self.message_en if lang == "en" else self.message


@dataclass(frozen=True, slots=True)
class AppliedAct:
    """An act that changed the text: ``operations`` counts what it ordered."""

    id: str
    date: str
    operations: int
    tentang: str = ""
    draft: bool = False


@dataclass(frozen=True)
class Consolidated:
    """A regulation as it stands on a date.

    ``units`` are in document order; ``earlier`` holds every wording that is no longer law, oldest
    first; ``later`` the acts that are known but dated after ``as_of``.
    """

    id: str
    identity: Identity
    as_of: str
    acts: tuple[AppliedAct, ...]
    units: tuple[StandingUnit, ...]
    earlier: tuple[Wording, ...] = ()
    remarks: tuple[Remark, ...] = ()
    later: tuple[str, ...] = ()
    sources: Mapping[str, Regulation] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def by_key(self) -> Mapping[str, StandingUnit]:
        """The units by key."""
        return {unit.key: unit for unit in self.units}

    @cached_property
    def children(self) -> Mapping[str, tuple[StandingUnit, ...]]:
        """The units by the key of their parent, in document order."""
        found: dict[str, list[StandingUnit]] = {}
        for unit in self.units:
            found.setdefault(unit.parent, []).append(unit)
        return {key: tuple(units) for key, units in found.items()}

    @cached_property
    def former(self) -> Mapping[str, tuple[Wording, ...]]:
        """The wordings that are no longer law, by the key they had, oldest first."""
        found: dict[str, list[Wording]] = {}
        for wording in self.earlier:
            found.setdefault(wording.key, []).append(wording)
        return {key: tuple(wordings) for key, wordings in found.items()}

    def text_of(self, key: str) -> str:
        """Return a unit's text with its children's, as printed."""
        return join_wordings([unit.wording for unit in self.inside(key)])

    def inside(self, key: str) -> tuple[StandingUnit, ...]:
        """Return a unit and everything in it, in document order."""
        found = [self.by_key[key]]
        for child in self.children.get(key, ()):
            found += self.inside(child.key)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Rendition:
    """A regulation as it is compared on a date: the passages of its consolidated text.

    ``used`` are the keys of the units of amending acts whose words stand in the text, or stood in
    it; ``gone`` counts the passages that were deleted, repealed or annulled, ``unapplied`` the
    operations that could not be applied.
    """

    id: str
    passages: tuple[Passage, ...]
    used: tuple[str, ...] = ()
    gone: int = 0
    unapplied: int = 0


def join_wordings(wordings: Iterable[Wording]) -> str:
    """Join wordings in order; those that do not stand side by side in one act get a line each."""
    text, before = "", None
    for wording in wordings:
        if text and not text[-1].isspace() and not is_next(before, wording):
            text += "\n"
        text += wording.text
        before = wording
    return text


def is_next(before: Wording | None, wording: Wording) -> bool:
    """Tell whether a wording is printed directly after another."""
    return (
        before is not None
        and before.source.partition("#")[0] == wording.source.partition("#")[0]
        and before.span.end == wording.span.start
    )
