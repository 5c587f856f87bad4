"""Whole regulations: a draft that regulates a matter again without a repeal (T-06)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.procedure import compare_subjects, subject_keys
from regcheck.check.siblings import sibling_code
from regcheck.check.words import key_of
from regcheck.domain import Case, Finding, Head, Identity, Link, Quote, Relation, Role, Status
from regcheck.naming import cite_regulation, title_text

#: Relations by which two regulations may share a subject without a fault.
LAWFUL = frozenset(
    (
        *("sama", "mengubah", "diubah", "mencabut", "dicabut", "melaksanakan", "dilaksanakan"),
        *("versi", "tahunan", "organisasi"),
    )
)
#: Roles by which a draft takes care of an older regulation.
CARES = frozenset({Role.MENGUBAH, Role.MENCABUT, Role.MENCABUT_SEBAGIAN})
#: Share of subject words from which two titles are one.
SAME_SUBJECT = 0.8
#: Share of the draft's own norms that a counterpart must state too, where titles differ.
SAME_NORMS = 0.6
#: With fewer norms in common, a differing title decides.
MIN_COMMON_NORMS = 4

REASONS = (
    "{counterpart} tentang {tentang}, yang masih {status}: {ground}, dan rancangan tidak "
    "mencabut atau mengubahnya",
    "{counterpart} on {tentang}, which is still {status}: {ground}, and the draft neither "
    "repeals nor amends it",
)
SAME_TITLE_GROUND = ("judul dan pokok pengaturannya sama", "title and subject are the same")
SAME_NORMS_GROUND = (
    "{count} dari {total} norma rancangan diatur pula di sana",
    "{count} of {total} norms of the draft are regulated there too",
)
STATUS_WORDS = {
    Status.BERLAKU: ("berlaku", "in force"),
    Status.DIUBAH: ("berlaku dan telah diubah", "in force and amended"),
    Status.DICABUT_SEBAGIAN: ("berlaku sebagian", "partly in force"),
    Status.BELUM_BERLAKU: ("belum berlaku", "not yet in force"),
}
#: Standings in which there is nothing left to repeal.
GONE = (Status.DICABUT, Status.TIDAK_MENGIKAT)


@dataclass(frozen=True, slots=True)
class Common:
    """How many of a draft's ``total`` norms each counterpart, by id, states too."""

    counts: Mapping[str, int]
    total: int


def find_regimes(case: Case, common: Common) -> tuple[Finding, ...]:
    """Find the regulations in force whose matter the draft regulates again (T-06).

    One finding for each regulation of the same kind and region with the same subject, or whose
    norms the draft repeats for the most part, unless the draft repeals, amends or implements it.
    Lampiran II nos. 143, 221 and 222 ask for an express repeal.
    """
    amending = amending_acts(case.links)
    if is_amending(case.draft.id, case.draft.identity, amending):
        return ()
    minded = amending | {
        link.target for link in case.links if link.source == case.draft.id and link.role in CARES
    }
    return tuple(
        to_finding(case, head, *ground)
        for head in case.heads.values()
        if is_rival(case, head, minded) and (ground := same_matter(case, head, common))
    )


def amending_acts(links: Iterable[Link]) -> frozenset[str]:
    """Return the regulations that amend another."""
    return frozenset(link.source for link in links if link.role is Role.MENGUBAH)


def is_same_matter(left: Head, right: Head, relation: Relation, amending: Collection[str]) -> bool:
    """Tell whether two regulations in force regulate one matter, and neither minds the other.

    They are of one kind and region, their titles name one subject, and neither amends.
    """
    both = (left, right)
    kinds = {(one.identity.jenis, one.identity.wilayah) for one in both}
    if len(kinds) > 1 or relation.kinds & LAWFUL or any(map(is_gone, both)):
        return False
    if compare_titles(left.identity, right.identity) < SAME_SUBJECT:
        return False
    return not any(is_amending(one.id, one.identity, amending) for one in both)


def is_gone(head: Head) -> bool:
    """Tell whether there is nothing left of a regulation to repeal."""
    return head.standing.status in GONE


def is_amending(id_: str, identity: Identity, amending: Collection[str]) -> bool:
    """Tell whether a regulation amends another; its matter is that of its base."""
    return id_ in amending or identity.tentang.lower().startswith(("perubahan", "pencabutan"))


def is_rival(case: Case, head: Head, minded: Collection[str]) -> bool:
    """Tell whether a regulation in force of the same kind and region is left untouched.

    ``minded`` are the acts that amend, and those that the draft takes care of.
    """
    relation, identity = case.relations.get(head.id), case.draft.identity
    if relation is None or relation.kinds & LAWFUL or is_gone(head):
        return False
    same_kind = (head.identity.jenis, head.identity.wilayah) == (identity.jenis, identity.wilayah)
    if not same_kind or is_amending(head.id, head.identity, minded):
        return False
    return not sibling_code(identity.tentang, head.identity.tentang)


def same_matter(case: Case, head: Head, common: Common) -> tuple[str, float] | None:
    """Return why two regulations govern the same matter, and how sure that is."""
    english = case.lang == "en"
    likeness = compare_titles(case.draft.identity, head.identity)
    if likeness >= SAME_SUBJECT:
        return SAME_TITLE_GROUND[english], 0.5 + 0.4 * likeness
    count = common.counts.get(head.id, 0)
    if count >= MIN_COMMON_NORMS and count >= SAME_NORMS * common.total:
        return SAME_NORMS_GROUND[english].format(count=count, total=common.total), 0.7
    return None


def compare_titles(left: Identity, right: Identity) -> float:
    """Return the share of subject words two titles have in common, in ``[0, 1]``.

    >>> one = Identity(tentang="PENGELOLAAN SAMPAH", wilayah="nusa-kencana")
    >>> compare_titles(one, Identity(tentang="Penyelenggaraan Pengelolaan Sampah"))
    1.0
    >>> compare_titles(one, Identity(tentang="Pengelolaan Air Tanah"))
    0.0
    """
    return compare_subjects(*map(keys_of, (left, right)))


def keys_of(identity: Identity) -> frozenset[str]:
    """Return the keys of the subject words of a title, years included, the region left out."""
    region = {key_of(word) for word in identity.wilayah.split("-")}
    years = {word for word in identity.tentang.split() if word.isdigit()}
    return subject_keys(identity.tentang) - region | years


def to_finding(case: Case, head: Head, ground: str, confidence: float) -> Finding:
    """Word one T-06."""
    english = case.lang == "en"
    detail = REASONS[english].format(
        counterpart=cite_regulation(head.id),
        tentang=title_text(head.identity.tentang),
        status=STATUS_WORDS[head.standing.status][english],
        ground=ground,
    )
    evidence = Evidence(
        left=Quote(case.draft.id, case.draft.identity.tentang, 1),
        right=Quote(head.id, head.identity.tentang, 1),
        confidence=confidence,
        detail=detail,
        relation=case.relations[head.id],
    )
    return make_finding("T-06", evidence, case.lang)
