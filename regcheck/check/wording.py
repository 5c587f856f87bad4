"""How a relation is worded and what is quoted in the sentences people read."""

from __future__ import annotations

import re

from regcheck.domain import Case, Citation, Passage, Quote, Regulation, Relation, Span
from regcheck.naming import cite_regulation, cite_unit, title_text

LEVELS_EN = {
    "lebih tinggi": "higher rank",
    "setingkat": "same rank",
    "lebih rendah": "lower rank",
    "tidak bertingkat": "no rank",
}
KINDS_EN = {
    "sama": "the same regulation",
    "mengubah": "amends it",
    "diubah": "amended by it",
    "mencabut": "repeals it",
    "dicabut": "repealed by it",
    "melaksanakan": "implements it",
    "dilaksanakan": "implemented by it",
    "versi": "a version of it",
    "tahunan": "annual series",
    "organisasi": "organisation of an office",
    "berdasarkan": "rests on it",
    "mendasari": "legal basis of it",
}

#: A title longer than this is cut.
MAX_TITLE = 120
NAMED = ("{counterpart} tentang {title}", "{counterpart} on {title}")
#: The label a unit begins with, a pasal's on a line of its own; empty where there is none.
#:
#: takes    (1) Bupati      Pasal 5\nBupati      Bupati
LABEL = re.compile(r"^(?:Pasal\s+\w+[ \t]*\n\s*)?(?:\(\w{1,3}\)\s*)?", re.IGNORECASE)


def relation_text(relation: Relation | None, lang: str) -> str:
    """Word how the counterpart stands to the draft; empty without a counterpart.

    >>> relation_text(Relation(frozenset({"melaksanakan"}), "lebih tinggi", True, True), "id")
    'lebih tinggi; melaksanakan'
    >>> relation_text(Relation(frozenset(), "lebih tinggi", False, True), "en")
    'higher rank; needs legal review'
    """
    if relation is None:
        return ""
    english = lang == "en"
    parts = [LEVELS_EN.get(relation.level, relation.level) if english else relation.level]
    parts += [KINDS_EN.get(kind, kind) if english else kind for kind in sorted(relation.kinds)]
    if not relation.firm and relation.level != "setingkat":
        parts.append("needs legal review" if english else "perlu kajian")
    return "; ".join(parts)


def quote_of(passage: Passage) -> Quote:
    """Return a passage as one side of a finding."""
    return Quote(passage.key, passage.text, passage.page, passage.printed)


def quote_title(case: Case, act: str) -> Quote:
    """Quote the title of an act; of one that the corpus lacks its name, on no page."""
    if (head := case.heads.get(act)) is None:
        return Quote(act, cite_regulation(act), 0)
    return Quote(act, head.identity.tentang or cite_regulation(act), 1)


def name_counterpart(case: Case, right: Passage) -> str:
    """Name the unit of a counterpart and the title of its act, as far as it was read."""
    head, counterpart = case.heads.get(right.regulation), cite_unit(right.key)
    title = title_text(head.identity.tentang) if head else ""
    if not title:
        return counterpart
    short = title if len(title) <= MAX_TITLE else title[:MAX_TITLE].rpartition(" ")[0] + " …"
    return NAMED[case.lang == "en"].format(counterpart=counterpart, title=short)


def quote_citation(draft: Regulation, citation: Citation) -> Quote:
    """Return the unit that holds a citation as one side of a finding."""
    unit = draft.by_key.get(citation.holder)
    span = unit.span if unit else citation.span
    page = unit.page if unit else draft.source_text.page_of(citation.span.start)
    return Quote(citation.holder, unlabelled(draft.slice(span)), page)


def sentence_of(draft: Regulation, citation: Citation) -> str:
    """Return the sentence around a citation, on one line."""
    unit = draft.by_key.get(citation.holder)
    whole = unit.span if unit else citation.span
    start = draft.text.rfind(". ", whole.start, citation.span.start)
    end = draft.text.find(".\n", citation.span.end, whole.end)
    start = whole.start if start < 0 else start + 2
    end = whole.end if end < 0 else end + 1
    return unlabelled(draft.slice(Span(start, end)))


def unlabelled(text: str) -> str:
    r"""Join the lines of a quotation and drop the label of its unit.

    >>> unlabelled("Pasal 4\n(2) Rekaman\ndisimpan."), unlabelled("Pasal 4 berlaku.")
    ('Rekaman disimpan.', 'Pasal 4 berlaku.')
    """
    return " ".join(LABEL.sub("", text.strip()).split())
