"""The corridor to the law as a draft would make it: a draft that amends, applied to its bases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from regcheck.consolidate import consolidate_id, has_own_text
from regcheck.current import is_gone, used_keys
from regcheck.domain import Anomaly, Passage, Regulation, Relation
from regcheck.domain.consolidation import Consolidated, Remark, StandingUnit
from regcheck.law import as_regulation
from regcheck.naming import cite_path, cite_regulation
from regcheck.parse import find_passages
from regcheck.shelf import Shelf
from regcheck.store import Corpus

#: What is said where a provision that stays refers to one that the draft deletes.
LEFT = (
    "{holder} {base}, yang tidak diubah rancangan, merujuk {target}, yang dihapus rancangan.",
    "{holder} {base}, which the draft leaves unchanged, refers to {target}, which it deletes.",
)
#: Remarks on what was applied that tell of a wrong number or place in the draft.
DOUBTS = ("target-missing", "part-placed", "present", "number-taken")


@dataclass(frozen=True)
class Preview:
    """What a draft would make of the regulations that it amends.

    ``draft`` has what could not be applied, or not where it says, among its anomalies.
    ``passages`` are those of the draft: of a base that was found, what would stand there, under
    the key of the quoted unit, with the key in the base as target. ``beside`` are the provisions
    of the bases that would stay as they are. ``counts`` has the names of the coverage.
    """

    draft: Regulation
    passages: tuple[Passage, ...]
    beside: tuple[Passage, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Bench:
    """What applying a draft needs: the corpus, the date, and the copies of the draft in it."""

    corpus: Corpus
    as_of: str = ""
    copies: frozenset[str] = frozenset()


def look_ahead(draft: Regulation, shelf: Shelf, relations: Mapping[str, Relation]) -> Preview:
    """Apply a draft to the regulations of a shelf that it amends, as if it were law.

    One that amends nothing, or is compared without a corpus, is left as it is printed.

    Raises:
        CorpusError: The corpus of the shelf cannot be read any more.
    """
    if shelf.corpus is None or not draft.amendments:
        return Preview(draft, find_passages(draft))
    copies = (id_ for id_, relation in relations.items() if "sama" in relation.kinds)
    with Corpus.open(shelf.corpus) as corpus:
        return preview(draft, Bench(corpus, shelf.as_of, frozenset(copies)))


def preview(draft: Regulation, bench: Bench) -> Preview:
    """Apply a draft to the regulations of a corpus that it amends, as if it were law.

    An enacted act is applied to its bases as they were on its day.
    """
    bench = replace(bench, copies=bench.copies | {draft.id})
    targets = (one.target.partition("#")[0] for one in draft.amendments)
    bases = [base for base in dict.fromkeys(targets) if base and base != draft.id]
    known = [base for base in bases if bench.corpus.has(base)]
    whole = [base for base in known if has_own_text(bench.corpus, base, bench.copies)]
    found = [apply_to(base, draft, bench) for base in whole]
    texts = [as_regulation(one) for one in found]
    sorted_out = [sort_passages(*pair, draft) for pair in zip(found, texts, strict=True)]
    new = {one.key: one for changed, _ in sorted_out for one in changed}
    printed, used = find_passages(draft), {key for one in found for key in used_keys(one)}
    kept = [one for one in printed if one.key in new or one.key not in used]
    remarks = tuple(remark for one in found for remark in to_anomalies(one, draft))
    cut = [one for pair in zip(found, texts, strict=True) for one in cut_references(*pair, draft)]
    return Preview(
        draft=replace(draft, anomalies=(*draft.anomalies, *remarks, *cut)),
        passages=tuple({**{one.key: one for one in kept}, **new}.values()),
        beside=tuple(one for _, same in sorted_out for one in same),
        counts={
            "bases_amended": len(found),
            "bases_absent": len(bases) - len(known),
            "bases_amending": len(known) - len(whole),
            "units_reprinted": len(printed) - len(kept),
            "instructions_unapplied": len(remarks),
        },
    )


def apply_to(base: str, draft: Regulation, bench: Bench) -> Consolidated:
    """Return a base as the draft would leave it."""
    identity = draft.identity
    made = identity.tanggal_pengundangan or identity.tanggal_penetapan or identity.tahun
    as_of = bench.as_of if identity.draft else made or bench.as_of
    return consolidate_id(bench.corpus, base, as_of, [draft], without=bench.copies)


def sort_passages(
    consolidated: Consolidated, text: Regulation, draft: Regulation
) -> tuple[list[Passage], list[Passage]]:
    """Return the passages that the draft would make, under its own keys, and those it leaves."""
    changed, same = [], []
    for passage in find_passages(text):
        if is_gone(consolidated, passage.key):
            continue
        touched = [
            unit for unit in consolidated.inside(passage.key) if unit.wording.act == draft.id
        ]
        if touched:
            changed.append(to_draft(passage, consolidated.by_key[passage.key], draft))
        else:
            same.append(passage)
    return changed, same


def cut_references(
    consolidated: Consolidated, text: Regulation, draft: Regulation
) -> Iterator[Anomaly]:
    """Yield the references of provisions that stay to what the draft deletes, one for a pair."""
    seen = set()
    for one in text.citations:
        target, holder = one.target or "", consolidated.by_key.get(one.holder)
        gone = deleted_around(consolidated, target, draft.id)
        if gone is None or holder is None or is_gone(consolidated, holder.key):
            continue
        apart = holder.wording.act == draft.id or "#pasal" not in holder.key
        if apart or (holder.key, gone.key) in seen:
            continue
        seen.add((holder.key, gone.key))
        span = next((a.span for a in draft.amendments if meets(a.target, gone.key)), None)
        page = draft.source_text.page_of(span.start) if span else 0
        names = {
            "holder": cite_path(holder.path),
            "base": cite_regulation(consolidated.id),
            "target": cite_path(target.partition("#")[2]),
        }
        message, english = (sentence.format(**names) for sentence in LEFT)
        yield Anomaly("reference-cut", message, english, page, holder.key)


def deleted_around(consolidated: Consolidated, key: str, draft: str) -> StandingUnit | None:
    """Return the unit that a draft deletes, if a key names it or something in it."""
    unit = consolidated.by_key.get(key)
    while unit is not None:
        if unit.wording.op == "delete" and unit.wording.act == draft:
            return unit
        unit = consolidated.by_key.get(unit.parent)
    return None


def to_draft(passage: Passage, unit: StandingUnit, draft: Regulation) -> Passage:
    """Return a passage of a base under the key of the draft's unit that prints it, or orders it."""
    home = f"{draft.id}#"
    prints = (unit.wording.source, *unit.wording.reprints)
    key = next((one for one in prints if one.startswith(home)), "")
    if key:
        return replace(passage, key=key, target=passage.key, page=draft.by_key[key].page)
    span = next((one.span for one in draft.amendments if meets(one.target, passage.key)), None)
    holder = next(
        (one for one in draft.units if span and one.span.start <= span.start < one.span.end), None
    )
    path = passage.key.partition("#")[2]
    pasal = holder.path.partition("/")[0] if holder else "pasal-I"
    page = draft.source_text.page_of(span.start) if span else 1
    return replace(passage, key=f"{home}{pasal}/{path}", target=passage.key, page=page)


def meets(target: str, key: str) -> bool:
    """Tell whether two units are one, or one of them holds the other.

    >>> meets("uu/2011/1#pasal-3", "uu/2011/1#pasal-3/ayat-2"), meets("a#pasal-3", "a#pasal-30")
    (True, False)
    """
    short, long = sorted((target, key), key=len)
    return long == short or long.startswith((f"{short}/", f"{short}#"))


def to_anomalies(consolidated: Consolidated, draft: Regulation) -> Iterator[Anomaly]:
    """Yield what of the draft could not be applied, or not where it says, with the page."""
    for remark in consolidated.remarks:
        if remark.act == draft.id and (not remark.applied or remark.code in DOUBTS):
            code = f"{'doubtful' if remark.applied else 'unapplied'}-{remark.code}"
            page = page_of(remark, draft)
            yield Anomaly(code, remark.message, remark.message_en, page, remark.target)


def page_of(remark: Remark, draft: Regulation) -> int:
    """Return the page of the draft that a remark is about."""
    units = [draft.by_key[key] for key in remark.units if key in draft.by_key]
    if units:
        return units[0].page
    spans = [one.span for one in draft.amendments if meets(one.target, remark.target)]
    return draft.source_text.page_of(spans[0].start) if spans else 0
