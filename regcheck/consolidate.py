"""The corridor to the law as it stands: a corpus, an id and a date become a consolidated text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from regcheck.dated import dates_of, drafts_of, reliable_date
from regcheck.domain import Amendment, Regulation
from regcheck.domain.consolidation import Act, Changes, Consolidated
from regcheck.errors import RegcheckError
from regcheck.law import consolidate, find_endings, find_unread, forward
from regcheck.parse import find_operations
from regcheck.standings import LawOfDay, annulled_parts
from regcheck.store import Corpus

__all__ = ["consolidate_all", "consolidate_id", "has_own_text", "reliable_date", "to_act"]


def consolidate_id(
    corpus: Corpus,
    regulation_id: str,
    as_of: str = "",
    drafts: Sequence[Regulation] = (),
    without: Collection[str] = (),
) -> Consolidated:
    """Return a regulation of the corpus as it stands on a date.

    Args:
        corpus: Where the base, and the acts that amended or repealed it, are looked for.
        regulation_id: The base.
        as_of: ISO date; empty for all that is known.
        drafts: Amending acts to apply last as if they were law.
        without: Acts that are left out: copies of the drafts.

    Raises:
        CorpusError: A record is damaged.
        RegcheckError: The base is not in the corpus, the id is that of an amending act, or a
            draft changes nothing of the base.
    """
    require_base(corpus, regulation_id, without)
    identities = corpus.identities()
    dates = {id_: reliable_date(id_, date) for id_, date in dates_of(identities).items()}
    not_law = drafts_of(identities)
    orders = orders_of(corpus)
    acts = tuple(
        to_act(corpus.regulation(by), dates, [one for act, one in orders if act == by])
        for by in amending_acts(corpus, regulation_id)
        if by not in not_law and by not in without
    )
    links = [one for one in corpus.links() if one.target.partition("#")[0] == regulation_id]
    repeals = find_endings(links, regulation_id, dates, not_law | set(without))
    changes = Changes(
        acts,
        (*repeals, *annulled_parts(law_of(corpus), regulation_id)),
        tuple(draft_act(draft, regulation_id) for draft in drafts),
        find_unread(links, orders, not_law | set(without)).get(regulation_id, ()),
    )
    base = corpus.regulation(regulation_id)
    return consolidate(base, changes, as_of, dates[regulation_id])


def consolidate_all(regulations: Iterable[Regulation], as_of: str = "") -> dict[str, Consolidated]:
    """Return, by id, every regulation of a set that others of the set amend, as it stands."""
    known = {one.id: one for one in regulations}
    dates = {
        id_: reliable_date(id_, date)
        for id_, date in dates_of({id_: one.identity for id_, one in known.items()}).items()
    }
    acts: dict[str, list[Act]] = {}
    for one in known.values():
        bases = dict.fromkeys(amendment.target.partition("#")[0] for amendment in one.amendments)
        for base in bases:
            if base in known and base != one.id and not one.identity.draft:
                acts.setdefault(base, []).append(to_act(one, dates))
    return {
        base: consolidate(known[base], Changes(tuple(found)), as_of, dates[base])
        for base, found in acts.items()
    }


def to_act(
    regulation: Regulation,
    dates: Mapping[str, str],
    orders: Sequence[Amendment] = (),
    *,
    draft: bool = False,
) -> Act:
    """Make an amending act ready to be applied.

    Args:
        regulation: The act.
        dates: From when acts count.
        orders: Its amendments with the targets that they have in the end; empty for the printed.
        draft: It is no law yet.
    """
    date = dates.get(regulation.id, regulation.identity.tahun)
    operations = find_operations(regulation)
    if len(orders) == len(operations):
        pairs = zip(operations, orders, strict=True)
        operations = tuple(replace(one, amendment=order) for one, order in pairs)
    return Act(regulation, operations, date, draft)


def draft_act(draft: Regulation, base: str) -> Act:
    """Make a draft ready to be applied to a base.

    Raises:
        RegcheckError: It changes nothing of the base.
    """
    act = to_act(draft, {}, draft=True)
    if not any(amendment.target.partition("#")[0] == base for amendment in draft.amendments):
        raise RegcheckError(
            id=f"{draft.id}: tidak mengubah {base}. Periksa judul rancangan, atau beri id dasar "
            "yang disebut judul itu.",
            en=f"{draft.id}: does not amend {base}. Check the draft's title, or give the id of the "
            "base that the title names.",
        )
    return act


def orders_of(corpus: Corpus) -> tuple[tuple[str, Amendment], ...]:
    """Return what acts of a corpus order, with the targets that they have in the end."""
    read = partial(forward, corpus.amendments())
    found: tuple[tuple[str, Amendment], ...] = corpus.memory.answer(corpus.state(), "orders", read)
    return found


def law_of(corpus: Corpus) -> LawOfDay:
    """Return what a corpus says of the state of the law, worked out once."""
    found: LawOfDay = corpus.memory.answer(corpus.state(), "law", partial(LawOfDay, corpus))
    return found


def amending_acts(corpus: Corpus, base: str) -> tuple[str, ...]:
    """Return the acts of the corpus that order something of a regulation."""
    found = (by for by, one in orders_of(corpus) if one.target.partition("#")[0] == base)
    return tuple(dict.fromkeys(by for by in found if by != base))


def bases_of(corpus: Corpus, act: str) -> tuple[str, ...]:
    """Return the regulations that an act of the corpus amends."""
    targets = (one.target.partition("#")[0] for by, one in orders_of(corpus) if by == act)
    return tuple(dict.fromkeys(target for target in targets if target))


def has_own_text(corpus: Corpus, regulation_id: str, without: Collection[str] = ()) -> bool:
    """Tell whether a regulation of the corpus has a text to consolidate, not only amendments."""
    amended = set(amending_acts(corpus, regulation_id)) - set(without)
    return bool(amended) or not bases_of(corpus, regulation_id)


def is_changed(corpus: Corpus, regulation_id: str) -> bool:
    """Tell whether acts of the corpus, or courts, changed a part of a regulation."""
    if not has_own_text(corpus, regulation_id):
        return False
    identities = corpus.identities()
    dates, drafts = dates_of(identities), drafts_of(identities)
    if set(amending_acts(corpus, regulation_id)) - drafts:
        return True
    repeals = find_endings(corpus.links(), regulation_id, dates, drafts)
    parts = (*repeals, *annulled_parts(law_of(corpus), regulation_id))
    return any("#" in ending.key for ending in parts)


def require_base(corpus: Corpus, regulation_id: str, without: Collection[str] = ()) -> None:
    """Refuse an id under which there is nothing to consolidate.

    Raises:
        RegcheckError: The corpus lacks the regulation, or it only amends another.
    """
    amending = tuple(by for by in amending_acts(corpus, regulation_id) if by not in without)
    if not corpus.has(regulation_id):
        raise missing_base(regulation_id, amending) if amending else unknown(regulation_id)
    bases = bases_of(corpus, regulation_id)
    if bases and not amending:
        raise only_amends(regulation_id, bases[0], known=corpus.has(bases[0]))


def unknown(regulation_id: str) -> RegcheckError:
    """Neither the regulation nor an act that amends it is there."""
    return RegcheckError(
        id=f"{regulation_id}: tidak ada di korpus. Lihat `regcheck corpus list`.",
        en=f"{regulation_id}: not in the corpus. See `regcheck corpus list`.",
    )


def missing_base(regulation_id: str, amending: Sequence[str]) -> RegcheckError:
    """Only acts that amend the regulation are there."""
    named = ", ".join(amending)
    return RegcheckError(
        id=f"{regulation_id}: naskah dasarnya tidak ada di korpus, hanya perubahannya ({named}). "
        "Tambahkan naskah dasarnya dengan `regcheck corpus add`.",
        en=f"{regulation_id}: the base is not in the corpus, only acts that amend it ({named}). "
        "Add the base with `regcheck corpus add`.",
    )


def only_amends(regulation_id: str, base: str, *, known: bool) -> RegcheckError:
    """The regulation is an amending act; the text that it changes stands elsewhere."""
    step = (
        (f"Jalankan `regcheck consolidate {base}`.", f"Run `regcheck consolidate {base}`.")
        if known
        else (
            "Naskah dasar itu tidak ada di korpus; tambahkan dengan `regcheck corpus add`.",
            "That base is not in the corpus; add it with `regcheck corpus add`.",
        )
    )
    return RegcheckError(
        id=f"{regulation_id}: peraturan perubahan atas {base}. {step[0]}",
        en=f"{regulation_id}: an act that amends {base}. {step[1]}",
    )
