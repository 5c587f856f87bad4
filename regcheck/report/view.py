"""What a report says of one check, worded and counted, before it is laid out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from regcheck.domain import Certainty, CheckResult, Finding, Quote, Regulation, Severity
from regcheck.naming import cite_path, cite_regulation, cite_unit, date, name_draft
from regcheck.report import terms
from regcheck.report.excerpt import Piece, compare_words, plain
from regcheck.report.look import Look
from regcheck.report.peers import Model, make_models
from regcheck.report.reading import describe_reading
from regcheck.report.shares import ShareRow, list_shares
from regcheck.report.terms import coverage_name, name_of
from regcheck.report.texts import (
    LOW_QUALITY,
    TextRow,
    describe_editions,
    full_name,
    list_texts,
    status_text,
)
from regcheck.report.words import number, say
from regcheck.settings import Settings

#: The codes whose two sides say nearly the same; where one side only proves what is said of the
#: other, words that differ mean nothing.
ALIKE = ("T-", "K-")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding: where it stands, on which page, in which state, and its words."""

    heading: str
    place: str
    regulation: str
    page: str
    status: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A finding, worded; ``severity`` is the word of the contract, ``level`` the one shown."""

    number: int
    fingerprint: str
    code: str
    name: str
    severity: str
    level: str
    certainty: str
    left: Side
    right: Side | None
    relation: str
    reason: str
    basis: str
    recommendation: str


@dataclass(frozen=True, slots=True)
class Count:
    """A named count; ``code`` where the thing has one."""

    name: str
    count: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A regulation the draft cites: its name, what for, and where first."""

    name: str
    roles: str
    places: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything a report of one check says, in reading order."""

    title: str
    file: str
    reading: str
    facts: tuple[tuple[str, str], ...]
    headline: str
    severities: tuple[Count, ...]
    codes: tuple[Count, ...]
    rows: tuple[Row, ...]
    shares: tuple[ShareRow, ...]
    compared: tuple[Count, ...]
    skipped: tuple[Count, ...]
    suppressed: tuple[Count, ...]
    suppressed_pairs: tuple[tuple[str, str, str, str], ...]
    notes: tuple[str, ...]
    citations: tuple[Cited, ...]
    undecided: int
    method: tuple[tuple[str, str], ...]
    texts: tuple[TextRow, ...]
    peers: tuple[Model, ...] | None
    peers_skipped: tuple[Count, ...]


def make_view(result: CheckResult, look: Look) -> View:
    """Word a result; nothing in it is left out silently, only ``suppressed_pairs`` on request."""
    lang, draft = look.lang, result.draft
    levels = Counter(finding.severity for finding in result.findings)
    codes = Counter(finding.code for finding in result.findings)
    return View(
        title=name_draft(draft),
        file=PurePath(draft.source_text.source.path).name,
        reading=(reading := read_how(result, lang)),
        facts=(*describe_draft(draft, reading, lang), *describe_editions(result, lang)),
        headline=headline(result, lang),
        severities=tuple(
            Count(name_of(terms.SEVERITIES, level.label, lang), levels[level], level.label)
            for level in sorted(Severity, reverse=True)
        ),
        codes=tuple(
            Count(name_of(terms.CODES, code, lang), count, code)
            for code, count in sorted(codes.items())
        ),
        rows=tuple(make_row(number, one, result, lang) for number, one in ordered(result.findings)),
        shares=list_shares(result, lang),
        compared=counts_of(result.coverage.compared, lang),
        skipped=counts_of(result.coverage.skipped, lang),
        suppressed=count_suppressed(result, lang),
        suppressed_pairs=tuple(list_suppressed(result, lang)) if look.show_suppressed else (),
        notes=tuple(list_notes(draft, lang)),
        citations=list_citations(draft, lang),
        undecided=sum(citation.target is None for citation in draft.citations),
        method=tuple(describe_method(result, look)),
        texts=list_texts(result, lang),
        peers=make_models(result.peers, lang) if result.peers else None,
        peers_skipped=counts_of(dict(result.peers.skipped) if result.peers else {}, lang),
    )


def ordered(findings: Iterable[Finding]) -> Iterable[tuple[int, Finding]]:
    """Number the findings, the gravest first, otherwise in the order given."""
    return enumerate(sorted(findings, key=lambda finding: -finding.severity), 1)


def headline(result: CheckResult, lang: str) -> str:
    """Say in one sentence how many findings there are; and if there are none, why."""
    total = len(result.findings)
    if total:
        return say("headline_one" if total == 1 else "headline", lang, n=number(total, lang))
    compared = result.coverage.compared
    return say("none_found" if any(compared.values()) else "none_compared", lang)


def read_how(result: CheckResult, lang: str) -> str:
    """Say how the pages of the draft were read, if not simply as the file's own text."""
    floor = result.settings.get("reading_floor", Settings().reading_floor)
    return describe_reading(result.draft.source_text, lang, floor)


def describe_draft(draft: Regulation, reading: str, lang: str) -> Iterable[tuple[str, str]]:
    """Give the facts of the draft's identity and file that are known."""
    source, identity = draft.source_text.source, draft.identity
    yield say("file", lang), PurePath(source.path).name
    yield say("pages", lang).capitalize(), number(source.pages, lang)
    for name in ("tanggal_penetapan", "tanggal_pengundangan"):
        if value := getattr(identity, name):
            yield say(name, lang), date(value, lang)
    quality = draft.source_text.quality
    remark = f" - {say('low_quality', lang)}" if quality < LOW_QUALITY else ""
    yield say("quality", lang), number(quality, lang, 2) + remark
    if reading:
        yield say("reading", lang), reading
    yield say("structure", lang), number(draft.structure, lang, 2)


def describe_method(result: CheckResult, look: Look) -> Iterable[tuple[str, str]]:
    """Give what a reader needs to repeat the check: corpus, settings, version, file digest."""
    lang = look.lang
    if look.version:
        yield say("version", lang), look.version
    yield say("sha256", lang), result.draft.source_text.source.sha256
    shown = {"path", "digest", "regulations"}
    for name in ("path", "regulations", "digest"):
        if value := result.corpus.get(name):
            yield say(f"corpus_{name}", lang), in_words(value, lang)
    shown |= {"counterparts", "compared"}
    yield from ((name, str(value)) for name, value in result.corpus.items() if name not in shown)
    for name, value in result.settings.items():
        if name not in {"corpus", "lang"} and value != "":
            yield name_of(terms.SETTINGS, name, lang), in_words(value, lang)


def in_words(value: object, lang: str) -> str:
    """Write a value of the settings or of the corpus."""
    if isinstance(value, float):
        return number(value, lang, 2)
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value, lang)
    return date(str(value), lang)


def make_row(number_: int, finding: Finding, result: CheckResult, lang: str) -> Row:
    """Word one finding, with the words of its two sides compared where it says they are alike."""
    left, right = finding.left.text, finding.right
    right_text = right.text if right else ""
    alike = right is not None and finding.code.startswith(ALIKE)
    sides = compare_words(left, right_text) if alike else (plain(left), plain(right_text))
    return Row(
        number=number_,
        fingerprint=finding.fingerprint,
        code=finding.code,
        name=name_of(terms.CODES, finding.code, lang),
        severity=finding.severity.label,
        level=name_of(terms.SEVERITIES, finding.severity.label, lang),
        certainty=certainty_text(finding, lang),
        left=make_side(finding.left, sides[0], result, lang),
        right=make_side(right, sides[1], result, lang) if right else None,
        relation=finding.relation,
        reason=finding.reason,
        basis=finding.basis,
        recommendation=finding.recommendation,
    )


def certainty_text(finding: Finding, lang: str) -> str:
    """Say whether a rule proves a finding or similarity suggests it, and then how strongly."""
    name = name_of(terms.CERTAINTIES, finding.certainty.value, lang)
    if finding.certainty is Certainty.PASTI:
        return name
    return f"{name}, {say('certainty', lang)} {number(finding.confidence, lang, 2)}"


def make_side(quote: Quote, pieces: tuple[Piece, ...], result: CheckResult, lang: str) -> Side:
    """Word one side: the draft's own units by their place only, others with their regulation."""
    regulation, _, path = quote.key.partition("#")
    own = regulation == result.draft.id
    known: Mapping[str, Any] = result.corpus.get("counterparts", {}).get(regulation, {})
    full = name_draft(result.draft) if own else full_name(regulation, known.get("tentang", ""))
    reviewed = "draft" if result.draft.identity.draft else "reviewed"
    return Side(
        heading=say(reviewed if own else "counterpart", lang),
        place=cite_path(path) or (say("whole", lang) if own else full),
        regulation=full if path and not own else "",
        page=page_text(quote, lang),
        status=status_text(known, lang),
        pieces=pieces,
    )


def page_text(quote: Quote, lang: str) -> str:
    """Say on which page a quotation stands, and which amending acts print it, on which page."""
    acts = dict.fromkeys(
        cite_regulation(place.key.partition("#")[0])
        + (f" ({say('page', lang)} {place.page})" if place.page else "")
        for place in quote.printed
    )
    own = quote.page and all(place.page != quote.page for place in quote.printed)
    page = f"{say('page', lang)} {quote.page}" if own else ""
    amended = say("as_amended", lang, acts=", ".join(acts)) if acts else ""
    return ", ".join(filter(None, (page, amended)))


def counts_of(counts: Mapping[str, int], lang: str) -> tuple[Count, ...]:
    """Name the counts of a coverage; remarks on the document are listed in full as notes."""
    return tuple(
        Count(coverage_name(name, lang), count)
        for name, count in counts.items()
        if not name.startswith(("note:", "anomaly:"))
    )


def count_suppressed(result: CheckResult, lang: str) -> tuple[Count, ...]:
    """Count what was examined and is no fault, by its N-code."""
    found = Counter(one.code for one in result.suppressed)
    return tuple(
        Count(name_of(terms.NON_FAULTS, code, lang), count, code)
        for code, count in sorted(found.items())
    )


def list_suppressed(result: CheckResult, lang: str) -> Iterable[tuple[str, str, str, str]]:
    """List code, both places and score of everything that was examined and is no fault."""
    for one in sorted(result.suppressed, key=lambda one: (one.code, one.left, one.right)):
        left = cite_path(one.left.partition("#")[2]) or cite_unit(one.left)
        right = cite_unit(one.right)
        right += f" ({say('ground', lang, act=cite_unit(one.by))})" if one.by else ""
        yield one.code, left, right, number(one.score, lang, 2)


def list_notes(draft: Regulation, lang: str) -> Iterable[str]:
    """List what the reader and the parser remarked, with the page."""
    for note in (*draft.source_text.notes, *draft.anomalies):
        place = f" ({say('page', lang)} {note.page})" if note.page else ""
        yield f"{note.say(lang)}{place}"


def list_citations(draft: Regulation, lang: str) -> tuple[Cited, ...]:
    """List the other regulations the draft cites, in the order of their first citation."""
    roles: dict[str, list[str]] = {}
    places: dict[str, list[str]] = {}
    for citation in draft.citations:
        target = (citation.target or "").partition("#")[0]
        if not target or target == draft.id:
            continue
        roles.setdefault(target, []).append(name_of(terms.ROLES, citation.role.value, lang))
        places.setdefault(target, []).append(cite_path(citation.holder.partition("#")[2]))
    return tuple(
        Cited(
            cite_regulation(target),
            ", ".join(dict.fromkeys(roles[target])),
            ", ".join(dict.fromkeys(filter(None, places[target]))),
        )
        for target in roles
    )
