"""What an instrument may not contain, and from when it may hold (K-10, K-13; M-01 to M-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.ceilings import TAX_CAPS, TAXES_SINCE, UNDIVIDED, Penalty, ceiling_on
from regcheck.check.drafting import is_article
from regcheck.check.pointing import listed, path_of
from regcheck.check.wording import quote_of
from regcheck.domain import (
    Case,
    Finding,
    Identity,
    Kind,
    Norm,
    Pair,
    Passage,
    Quantity,
    Quote,
    Severity,
)

#: The rules of heads of regions and of ministers: no criminal law (UU 12/2011 Pasal 15).
EXECUTIVE = ("pergub", "perbup", "perwal", "perwali", "perkada")
#: A clause that punishes by itself.
#:
#: takes    melanggar ketentuan Pasal 5 dipidana dengan pidana kurungan paling lama
#: takes    diancam dengan pidana denda paling banyak      diancam pidana kurungan selama
#: refuses  dipidana penjara berdasarkan putusan pengadilan      dihukum penjara karena lalai
#: refuses  pernah dipidana penjara      tindak pidana yang diancam dengan pidana penjara paling
#: refuses  dipidana sesuai dengan ketentuan
PUNISHES = re.compile(
    r"""
    (?<! yang \s ) (?<! pernah \s ) (?<! telah \s ) (?<! tidak \s ) (?<! sedang \s )
    \b (?: dipidana | diancam | dihukum ) \s+ (?: dengan \s+ )?
    (?: (?: hukuman | pidana ) \s+ ){0,2}
    (?P<kind> kurungan | penjara | denda ) \b
    (?! \s+ (?: administra | karena | oleh | (?: yang | berdasarkan | dengan ) \s+
        (?: \w+ \s+ ){0,3}? (?: putusan | keputusan ) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Another act from which the penalty may be taken.
#:
#: takes    Peraturan Daerah Nomor 5 Tahun 2017      sesuai dengan ketentuan peraturan
#: refuses  Peraturan Gubernur ini
BORROWED = re.compile(
    r"\b(?:peraturan\s+daerah|undang-\s?undang)\s+(?:\w+\s+){0,4}?nomor\b"
    r"|\bsesuai\s+(?:dengan\s+)?(?:ketentuan\s+)?(?:peraturan|undang)",
    re.IGNORECASE,
)
#: The heading of a chapter of criminal law or procedure.
#:
#: takes    KETENTUAN PIDANA      PENYIDIKAN      KETENTUAN PENYIDIKAN
#: refuses  KETENTUAN PENUTUP      TINDAK PIDANA RINGAN DI PASAR
CRIMINAL = re.compile(r"^\s*(?:ketentuan\s+)?(?:pidana|penyidikan)\s*$", re.IGNORECASE)
#: Those who owe a tax: for them statutes set penalties of their own (UU 12/2011 Pasal 15 (3)).
#:
#: takes    Wajib Pajak yang karena kealpaannya      tidak melebihi pajak terutang
#: refuses  Setiap orang yang membuang sampah
TAXED = re.compile(r"\bwajib\s+(?:pajak|retribusi)\b|\b(?:pajak|retribusi)\b.*\bterutang\b", re.I)
#: Light imprisonment, as regional rules may set it.
#:
#: takes    kurungan paling lama
#: refuses  dalam kurung
KURUNGAN = re.compile(r"\bkurungan\b", re.IGNORECASE)
#: A rule on the rate of a tax.
#:
#: takes    Tarif PKB ditetapkan sebesar      besarnya tarif
#: refuses  dikenakan denda
RATE = re.compile(r"\btarif\b", re.IGNORECASE)
#: The rules of heads of regions.
HEADS_OF_REGIONS = ("pergub", "perbup", "perwal", "perwali", "perkada")
#: A clause that sets the rate of a tax; the rate of interest or of a discount is another matter.
#:
#: takes    Tarif Pajak Air Permukaan ditetapkan sebesar 10%      tarif PBBKB sebesar
#: refuses  tarif retribusi ditetapkan sebesar      bunga sebesar 2% dari pajak
OWN_RATE = re.compile(
    r"\btarif\s+(?:pajak|pkb|bbnkb|pbbkb|pap|pab|pbb\w*|bphtb|pbjt)\b"
    r"[^.;]{0,120}?\bsebesar\b",
    re.IGNORECASE,
)
#: What names the Perda whose rate it is.
#:
#: takes    sebagaimana diatur dalam Peraturan Daerah      sesuai Perda
#: refuses  Daerah
OF_PERDA = re.compile(r"\bperaturan\s+daerah\b|\bperda\b", re.IGNORECASE)
#: A rule that holds for the past.
#:
#: takes    mulai berlaku surut sejak tanggal      dan berlaku surut terhitung
#: takes    mempunyai daya laku surut sejak
#: refuses  tidak berlaku surut      tidak dapat diberlakukan surut
#: refuses  sertifikat yang berlaku surut sejak tanggal penerimaan
BACKWARD = re.compile(
    r"(?<!tidak )(?<!dapat )(?<!yang )\b(?:berlaku|(?<!tidak mempunyai )daya\s+laku)\s+surut\b"
    r"(?P<since>(?:\s+(?:sejak|terhitung|mulai|dari)[^.;,]{0,60})?)",
    re.IGNORECASE,
)
#: A title on what must never hold for the past (Lampiran II nos. 132 and 155).
#:
#: takes    Retribusi Jasa Umum      Pajak Daerah
#: refuses  Pengelolaan Sampah
BURDENS = re.compile(r"\b(?:pajak|retribusi|iuran|pungutan|bea)\b", re.IGNORECASE)
DAYS = {"day": 1.0, "workday": 1.0, "month": 30.0, "year": 365.0}

IN_EXECUTIVE = (
    "{place} memuat {what}, yang hanya boleh dimuat dalam undang-undang dan peraturan daerah",
    "{place} contains {what}, which only statutes and Perda may contain",
)
CHAPTER = ("bab “{title}”", "a chapter “{title}”")
CLAUSE = ("ketentuan pidana (“{words}”)", "a criminal provision (“{words}”)")
JAIL = ("pidana penjara", "imprisonment (penjara)")
NO_CUSTODY = (
    "pidana kurungan, yang sejak 2 Januari 2026 diganti dengan pidana denda, dalam {place}",
    "kurungan, which fines replace from 2 January 2026, in {place}",
)
ABOVE = ("{printed}, di atas batas umum Perda", "{printed}, above the general limit for a Perda")
UNLESS = (
    "{place}: {what}; boleh hanya bila undang-undang lain menentukannya",
    "{place}: {what}; allowed only where another statute so provides",
)
OVER_CAP = (
    "{place}: tarif {printed}, di atas batas {cap}%",
    "{place}: a rate of {printed}, above the cap of {cap}%",
)
SET_RATE = (
    "{place} menetapkan sendiri tarif pajak {printed}; tarif pajak diatur dengan Perda",
    "{place} sets a tax rate of {printed} by itself; tax rates are set by a Perda",
)
RATES_IN_PERDA = ("UU 1/2022 Pasal 94 (M-03)", "UU 1/2022 Article 94 (M-03)")
PAST = (
    "{place} menyatakan naskah ini berlaku surut{since}",
    "{place} says that this text holds for the past{since}",
)
FORBIDDEN = (
    "UU 12/2011 Pasal 15 dan Lampiran II angka 117 dan 217 (M-01)",
    "UU 12/2011 Article 15 and Annex II nos. 117 and 217 (M-01)",
)


def find_excesses(case: Case, as_of: str = "") -> Iterator[Finding]:
    """Find what the instrument may not contain (K-10), and rules for the past (K-13)."""
    body = [one for one in case.passages.values() if is_article(case, one)]
    jenis = case.draft.identity.jenis
    if jenis in EXECUTIVE:
        yield from find_criminal(case, body)
        if day_of(case.draft.identity, as_of) >= TAXES_SINCE:
            yield from find_own_rates(case, body)
    elif jenis == "perda":
        day = day_of(case.draft.identity, as_of)
        ceiling = ceiling_on(day)
        if ceiling:
            yield from find_penalties(case, body, ceiling)
        if day >= TAXES_SINCE:
            yield from find_rates(case, body)
    yield from find_backward(case, body)


def day_of(identity: Identity, as_of: str) -> str:
    """Return the day whose law a text must follow: that of its making; of a draft, of the check."""
    made = identity.tanggal_penetapan or (f"{identity.tahun}-12-31" if identity.tahun else "")
    return (as_of or date.today().isoformat()) if identity.draft or not made else made


def find_criminal(case: Case, body: Sequence[Passage]) -> Iterator[Finding]:
    """Find criminal law in a rule of the executive (M-01), one row for the first place."""
    english = case.lang == "en"
    for unit in case.draft.units:
        if unit.kind is Kind.BAB and CRIMINAL.match(unit.heading) and not unit.target:
            what = CHAPTER[english].format(title=" ".join(unit.heading.split()))
            quote = Quote(unit.key, unit.heading, unit.page)
            break
    else:
        clause = next(
            (one for one in body if punishes(one) and not BORROWED.search(one.text)), None
        )
        if clause is None:
            return
        match = PUNISHES.search(clause.text)
        what = CLAUSE[english].format(words=match[0] if match else "")
        quote = quote_of(clause)
    words = IN_EXECUTIVE[english].format(place=path_of(quote.key), what=what)
    evidence = Evidence(quote, None, 0.9, words, basis=FORBIDDEN[english])
    yield make_finding("K-10", evidence, case.lang)


def punishes(passage: Passage) -> bool:
    """Tell whether a passage sets a penalty of its own."""
    return PUNISHES.search(passage.text) is not None


def find_penalties(case: Case, body: Sequence[Passage], ceiling: Penalty) -> Iterator[Finding]:
    """Find penalties of a Perda above the ceiling of its day (M-02).

    One row for all *kurungan* where there is none any more, and one for each passage that goes
    beyond the measure, unless it is on taxes: the statutes on regional taxes set those.
    """
    penal = [one for one in body if punishes(one) and not BORROWED.search(one.text)]
    custody = [one for one in penal if KURUNGAN.search(one.text)]
    english, basis = case.lang == "en", f"{ceiling.basis[case.lang == 'en']} (M-02)"
    if custody and not ceiling.days:
        places = listed([path_of(one.key) for one in custody], english=english)
        words = NO_CUSTODY[english].format(place=places)
        yield penal_finding(case, custody[0], (words, basis), about="kurungan")
    if BURDENS.search(case.draft.identity.tentang):
        return
    for passage in penal:
        what = excess(passage.text, case.norms[passage.key], ceiling, english=english)
        if what and not TAXED.search(passage.text):
            words = UNLESS[english].format(place=path_of(passage.key), what=what)
            yield penal_finding(case, passage, (words, basis))


def penal_finding(
    case: Case, passage: Passage, said: tuple[str, str], about: str = "ukuran"
) -> Finding:
    """Word one K-10 on a penalty; ``said`` are the detail and the basis."""
    quote, severity = quote_of(passage), Severity.SEDANG
    evidence = Evidence(quote, None, 0.7, said[0], severity=severity, basis=said[1], about=about)
    return make_finding("K-10", evidence, case.lang)


def excess(text: str, norm: Norm, ceiling: Penalty, *, english: bool) -> str:
    """Return how a penalty exceeds the measure of a ceiling, or an empty text."""
    match = PUNISHES.search(text)
    if match is None:
        return ""
    if match["kind"].lower() == "penjara":
        return JAIL[english]
    for one in norm.quantities:
        if one.span.start >= match.start() and is_above(one, ceiling):
            printed = " ".join(text[one.span.start : one.span.end].split())
            return ABOVE[english].format(printed=printed)
    return ""


def is_above(quantity: Quantity, ceiling: Penalty) -> bool:
    """Tell whether a measure of a penalty is above the ceiling."""
    if quantity.unit == "rupiah":
        return quantity.value > ceiling.rupiah
    return bool(ceiling.days) and quantity.value * DAYS.get(quantity.unit, 0) > ceiling.days


def find_rates(case: Case, body: Sequence[Passage]) -> Iterator[Finding]:
    """Find rates of provincial taxes above the cap of UU 1/2022 (M-04)."""
    wilayah = case.draft.identity.wilayah
    if wilayah.startswith(("kab-", "kota-")) or wilayah in UNDIVIDED:
        return
    english = case.lang == "en"
    for passage in body:
        tax = next((one for one in TAX_CAPS if one.tax.search(passage.text)), None)
        if tax is None or not RATE.search(passage.text):
            continue
        for one in case.norms[passage.key].quantities:
            if one.unit == "percent" and one.value > tax.percent and one.bound != "ge":
                words = OVER_CAP[english].format(
                    place=path_of(passage.key),
                    printed=passage.text[one.span.start : one.span.end],
                    cap=f"{tax.percent:g}".replace(".", "." if english else ","),
                )
                basis = f"{tax.basis[english]} (M-04)"
                evidence = Evidence(
                    quote_of(passage), None, 0.7, words, severity=Severity.TINGGI, basis=basis
                )
                yield make_finding("K-10", evidence, case.lang)
                break


def find_own_rates(case: Case, body: Sequence[Passage]) -> Iterator[Finding]:
    """Find a rate of a tax that a rule of a head of region sets by itself (M-03), one row.

    A rate that it repeats is the Perda's: it names the Perda, or the corpus has the same there.
    """
    if case.draft.identity.jenis not in HEADS_OF_REGIONS:
        return
    english = case.lang == "en"
    for passage in body:
        rates = [one for one in case.norms[passage.key].quantities if one.unit == "percent"]
        if not rates or not OWN_RATE.search(passage.text) or OF_PERDA.search(passage.text):
            continue
        if any(is_rate_of_perda(case, pair, rates) for pair in case.pairs):
            continue
        printed = passage.text[rates[0].span.start : rates[0].span.end]
        words = SET_RATE[english].format(place=path_of(passage.key), printed=printed)
        quote, basis = quote_of(passage), RATES_IN_PERDA[english]
        evidence = Evidence(quote, None, 0.7, words, severity=Severity.TINGGI, basis=basis)
        yield make_finding("K-10", evidence, case.lang)
        return


def is_rate_of_perda(case: Case, pair: Pair, rates: Sequence[Quantity]) -> bool:
    """Tell whether a Perda of the pairs has one of the rates."""
    right = case.passages[pair.right]
    if not right.regulation.startswith("perda/"):
        return False
    known = {one.value for one in case.norms[pair.right].quantities if one.unit == "percent"}
    return bool(known & {one.value for one in rates})


def find_backward(case: Case, body: Sequence[Passage]) -> Iterator[Finding]:
    """Find a closing clause that holds for the past (K-13): never for burdens."""
    found = ((one, BACKWARD.search(one.text)) for one in body)
    clause, match = next(((one, match) for one, match in found if match), (None, None))
    if clause is None or match is None:
        return
    since = " ".join(match["since"].split())
    since = f" (“{since}”)" if since else ""
    words = PAST[case.lang == "en"].format(place=path_of(clause.key), since=since)
    burden = BURDENS.search(case.draft.identity.tentang)
    severity = Severity.TINGGI if burden else Severity.SEDANG
    evidence = Evidence(quote_of(clause), None, 0.8, words, severity=severity)
    yield make_finding("K-13", evidence, case.lang)
