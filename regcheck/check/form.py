"""Form of titles, lists, delegations, penal clauses, amending acts (M-17, M-29, M-31, M-34-36)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.drafting import AT, Places, is_article, is_readable, say
from regcheck.domain import Case, Finding, Kind, Passage, Quote, Regulation, Unit
from regcheck.settings import Settings

#: A delegation that names no matter, or nobody's form (nos. 200 and 207).
#:
#: takes    Ketentuan lebih lanjut diatur dengan Peraturan Gubernur
#: takes    Ketentuan lebih lanjut akan diatur oleh Gubernur
#: takes    Ketentuan pelaksanaan ditetapkan dengan Peraturan Bupati
#: refuses  Ketentuan lebih lanjut mengenai tata cara pemungutan diatur dengan Peraturan Gubernur
#: refuses  Ketentuan lebih lanjut sebagaimana dimaksud pada ayat (1) diatur dengan Peraturan
MATTERLESS = re.compile(
    r"""
    ^\W* ketentuan \s+ (?: (?: lebih | teknis | pelaksanaan ) \s+ (?: lanjut | lanjutan ) \s+
        | lebih \s+ lanjut \s+ | pelaksanaan \s+ )
    (?: akan \s+ )? (?: diatur | ditetapkan ) \s+
    (?: (?: lebih \s+ lanjut | kemudian | tersendiri ) \s+ )?
    (?: dengan | (?: di \s+ )? dalam | oleh | berdasarkan ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A delegation in an elucidation: it belongs into the articles (nos. 177 and 186).
#:
#: takes    Tata cara pendaftaran diatur lebih lanjut dengan Peraturan Gubernur
#: takes    besarnya iuran ditetapkan dengan Keputusan Bupati
#: refuses  yang diatur dengan Peraturan Gubernur      telah diatur dengan Peraturan Bupati
#: refuses  sebagaimana diatur dengan Peraturan Gubernur      diatur dengan Undang-Undang
DELEGATING = re.compile(
    r"""
    (?<! yang \s ) (?<! telah \s ) (?<! sudah \s ) (?<! sebagaimana \s ) (?<! dapat \s )
    \b (?: diatur | ditetapkan ) \s+ (?: lebih \s+ lanjut \s+ )? (?: dengan | dalam ) \s+
    (?: peraturan | keputusan ) \s+ (?: gubernur | bupati | wali \s? kota | kepala \s+ daerah ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A penalty for a breach of a whole regulation: which of its norms is not said (no. 118).
#:
#: takes    Setiap orang yang melanggar ketentuan dalam Peraturan Daerah ini dipidana
#: takes    Pelanggaran terhadap Peraturan Daerah ini diancam pidana kurungan
#: refuses  melanggar ketentuan Pasal 5 Peraturan Daerah ini dipidana
#: refuses  Tindak pidana sebagaimana dimaksud dalam Peraturan Daerah ini adalah pelanggaran
WHOLESALE = re.compile(
    r"""
    \b (?: melanggar | pelanggaran | pelanggar ) \b
    (?: (?! pasal \b | \b ayat \b ) [^.;] ){0,80}? \b peraturan \s+ daerah \s+ ini \b
    (?: (?! pasal \b ) [^.;] ){0,60}? \b (?: dipidana | diancam | dihukum ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What joins the items of a list, at the end of the last item but one (nos. 88 to 90).
#:
#: takes    sekretaris; dan      bendahara; dan/atau      ketua; atau
#: refuses  sekretaris dan bendahara;
JOINED = re.compile(r"\b(?:dan|atau|dan\s?/\s?atau|serta|maupun)\s*[;,.]?\s*\Z", re.IGNORECASE)
#: A tree that is sure enough to tell where a list ends.
SURE_TREE = 0.9
#: A list has so many items at least; so many words of one are shown.
FEWEST_ITEMS, ENDING_WORDS = 2, 4
#: An abbreviation in brackets behind the name that it stands for, or one that is no word.
#:
#: takes    PERUSAHAAN DAERAH AIR MINUM (PDAM)      Badan Layanan Umum Daerah (BLUD)
#: refuses  TAHUN (2020)      IZIN MENDIRIKAN BANGUNAN
BRACKETED = re.compile(r"\((?P<short>[A-Z][A-Za-z]{1,9})\)")
#: What an amending act does to a pasal that is there already.
CHANGING = frozenset(("replace", "delete", "reword", "renumber"))
#: Share of the pasal of the base beyond which it should be replaced (no. 237 letter b).
MOST = 0.5
#: A base of fewer pasal is changed in half by any amendment.
FEWEST_PASAL = 8

TITLE = ("“{title}”: {short}", "“{title}”: {short}")
CHANGED = (
    "{changed} dari {all} pasal {base} diubah atau dihapus",
    "{changed} of {all} articles of {base} are amended or deleted",
)


def find_form_faults(case: Case, settings: Settings) -> Iterator[Finding]:
    """Find faults of form, one row for each code.

    Delegations without a matter (M-17), lists whose items nothing joins (M-29), delegations in the
    elucidation (M-31), amendments of more than half of an act (M-34), penalties for a breach of a
    whole act (M-35), and abbreviations in the title (M-36).
    """
    if not is_readable(case, settings):
        return
    body = [one for one in case.passages.values() if is_article(case, one) and not one.target]
    yield from say(case, "M-17", AT, find_places(body, MATTERLESS))
    yield from say(case, "M-29", AT, find_unjoined(case.draft))
    yield from find_elucidated(case)
    yield from find_overhaul(case)
    if case.draft.identity.jenis == "perda":
        yield from say(case, "M-35", AT, find_places(body, WHOLESALE))
    yield from find_short_title(case)


def find_places(body: Sequence[Passage], pattern: re.Pattern[str]) -> Places:
    """Return the passages in which a pattern is found, with what it takes."""
    found = ((one, pattern.search(one.text)) for one in body)
    return [(one, match[0]) for one, match in found if match]


def find_unjoined(draft: Regulation) -> Places:
    """Return the lists whose last item but one does not say *dan*, *atau* or *dan/atau*.

    Only lists of letters that end as the manual has it: the items with a semicolon, the last with
    a full stop. Where the tree is doubtful, nothing is said.
    """
    if draft.structure < SURE_TREE:
        return []
    items: dict[str, list[Unit]] = {}
    for unit in draft.units:
        if unit.path.startswith("pasal-"):
            items.setdefault(unit.parent, []).append(unit)
    found: Places = []
    for units in items.values():
        if len(units) < FEWEST_ITEMS or any(one.kind is not Kind.HURUF for one in units):
            continue
        last_but_one, last = (
            draft.text[one.span.start : one.span.end].strip() for one in units[-2:]
        )
        open_end = last_but_one.endswith(";") and last.endswith(".")
        if open_end and not JOINED.search(last_but_one):
            unit = units[-2]
            printed = " ".join(last_but_one.split()[-ENDING_WORDS:])
            found.append((Passage(unit.key, unit.kind, last_but_one, unit.page), f"… {printed}"))
    return found


def find_elucidated(case: Case) -> Iterator[Finding]:
    """Find delegations in the elucidation of articles (M-31)."""
    draft, places = case.draft, []
    for unit in draft.units:
        if not unit.path.startswith("penjelasan/pasal-") or unit.kind is not Kind.PASAL:
            continue
        text = draft.text[unit.span.start : unit.span.end]
        if match := DELEGATING.search(text):
            places.append((Passage(unit.key, unit.kind, text, unit.page), match[0]))
    yield from say(case, "M-31", AT, places)


def find_overhaul(case: Case) -> Iterator[Finding]:
    """Find an act of the corpus of which the draft changes more than half (M-34)."""
    changed: dict[str, set[str]] = {}
    for one in case.draft.amendments:
        base, _, path = one.target.partition("#")
        pasal = path.partition("/")[0]
        if one.op in CHANGING and pasal.startswith("pasal-"):
            changed.setdefault(base, set()).add(pasal)
    for base, places in changed.items():
        known = pasal_of_act(case, base)
        touched = places & known
        if len(known) < FEWEST_PASAL or len(touched) <= MOST * len(known):
            continue
        english, head = case.lang == "en", case.heads[base]
        words = CHANGED[english].format(
            changed=len(touched), all=len(known), base=head.identity.tentang or base
        )
        first = case.draft.amendments[0]
        text = case.draft.text[first.span.start : first.span.end]
        quote = Quote(case.draft.id, text, 1)
        yield make_finding("M-34", Evidence(quote, None, 0.8, words, about=base), case.lang)


def pasal_of_act(case: Case, act: str) -> set[str]:
    """Return the pasal of an act of the corpus; none where it is not there."""
    if act not in case.heads:
        return set()
    paths = (key.partition("#")[2] for key in case.library if key.startswith(f"{act}#pasal-"))
    return {path.partition("/")[0] for path in paths}


def find_short_title(case: Case) -> Iterator[Finding]:
    """Find an abbreviation in the title behind the name that it stands for (M-36)."""
    title = " ".join(case.draft.identity.tentang.split())
    for match in BRACKETED.finditer(title):
        if not is_short_for(match["short"], title[: match.start()]):
            continue
        words = TITLE[case.lang == "en"].format(title=title, short=match["short"])
        quote = Quote(case.draft.id, title, 1)
        yield make_finding("M-36", Evidence(quote, None, 0.9, words), case.lang)
        return


def is_short_for(short: str, name: str) -> bool:
    """Tell whether letters are the first of the last words of a name.

    >>> is_short_for("PDAM", "PERUSAHAAN DAERAH AIR MINUM "), is_short_for("BARU", "PASAR IKAN ")
    (True, False)
    """
    first = [word[0].lower() for word in re.findall(r"[^\W\d_]+", name)]
    return first[-len(short) :] == list(short.lower())
