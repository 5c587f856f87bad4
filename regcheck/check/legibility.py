"""How well both sides of a finding could be read, and what that leaves of its certainty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from regcheck.domain import Case, Certainty, Finding, Quote, Span
from regcheck.settings import Settings

SIDES = (("rancangan", "of the draft"), ("pembanding", "of the other text"))
WARNING = (
    "Halaman {page} {side} dibaca dengan OCR, keyakinan {sure}: cocokkan dengan naskah asli.",
    "Page {page} {side} was read by OCR, confidence {sure}: compare it with the original.",
)
#: For a finding on the whole text, which stands on no single page.
WARNING_WHOLE = (
    "Naskah {side} dibaca dengan OCR, keyakinan {sure}: cocokkan dengan naskah asli.",
    "The text {side} was read by OCR, confidence {sure}: compare it with the original.",
)


def weigh(findings: Iterable[Finding], case: Case, settings: Settings) -> Iterator[Finding]:
    """Lower the confidence of findings by that of the reading of both sides.

    What was read with less confidence than ``reading_floor`` proves nothing: a *pasti* finding
    becomes an *indikasi*, and the reason names the page to look at. Findings on texts that were
    not recognised from pictures stay as they are.
    """
    for finding in findings:
        sides = [(finding.left, SIDES[0])]
        sides += [(finding.right, SIDES[1])] if finding.right else []
        sure = [(confidence_of(quote, case), quote, name) for quote, name in sides]
        yield weighed(finding, sure, case, settings) if any(one[0] < 1 for one in sure) else finding


def confidence_of(quote: Quote, case: Case) -> float:
    """Return how sure the reader is of one side, in ``[0, 1]``.

    A counterpart named only by its id, such as a repealing act, is not quoted from its pages.
    """
    if passage := case.passages.get(quote.key):
        return passage.confidence
    source = case.draft.source_text
    if unit := case.draft.by_key.get(quote.key):
        return source.confidence_of(unit.span)
    if quote.key.partition("#")[0] == case.draft.id:
        return source.confidence_of(Span(0, len(source.text)))
    return 1.0


def weighed(
    finding: Finding,
    sure: list[tuple[float, Quote, tuple[str, str]]],
    case: Case,
    settings: Settings,
) -> Finding:
    """Return a finding as sure as its worst legible side allows, and say which side that is."""
    english = case.lang == "en"
    confidence, warnings = finding.confidence, []
    for one, quote, side in sure:
        confidence *= one
        if one < settings.reading_floor:
            template = WARNING if "#" in quote.key else WARNING_WHOLE
            figure = f"{one:.2f}" if english else f"{one:.2f}".replace(".", ",")
            words = {"page": quote.page, "side": side[english], "sure": figure}
            warnings.append(template[english].format(**words))
    return replace(
        finding,
        confidence=round(confidence, 2),
        certainty=Certainty.INDIKASI if warnings else finding.certainty,
        reason=" ".join((finding.reason, *warnings)),
    )
