"""Kind, number and year settled from all places that print them; what disagrees is reported.

In a text of letters the title block is followed, whatever the other places print. In a text
recognised from a picture, where a digit may be misread, the other places can outvote it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from regcheck.domain import Anomaly, SourceText
from regcheck.instruments import Instrument, split_instrument
from regcheck.parse.identity.dates import PENETAPAN, PENGUNDANGAN, Dated
from regcheck.parse.identity.doubts import (
    conflict,
    dates_disagree,
    doubtful_number,
    unreadable_number,
)
from regcheck.parse.identity.gazette import Gazette
from regcheck.parse.identity.hints import NameHint
from regcheck.parse.identity.numbers import agree
from regcheck.parse.identity.titles import unnumbered
from regcheck.parse.identity.witnesses import Witness
from regcheck.parse.structure.titles import SELF_NAMED
from regcheck.parse.structure.zones import Zones

#: A recognised number that nothing confirms is in doubt below this confidence.
SURE = 0.75
#: So many readings against the title's outvote it in a recognised text.
MAJORITY = 2


@dataclass(frozen=True)
class Print:
    """All that a document prints of its identity.

    ``first`` is the title that is followed, ``others`` the further places that print it;
    ``scanned`` tells whether the text was recognised from a picture.
    """

    source: SourceText
    zones: Zones
    first: Witness
    others: tuple[Witness, ...]
    dates: tuple[Dated, ...]
    gazette: Gazette
    scanned: bool

    def page(self, witness: Witness) -> int:
        """Return the page of a witness."""
        return self.source.page_of(witness.title.span.start)

    def date(self, act: str) -> Dated | None:
        """Return the date of penetapan or pengundangan, if printed."""
        return next((one for one in self.dates if one.act == act), None)


def settle_kind(seen: Print) -> tuple[Instrument, tuple[Anomaly, ...]]:
    """Return the instrument: the title's, unless decision and closing both name another."""
    own = seen.first.title.kind
    text, zones = seen.source.text, seen.zones
    decided = unnumbered(text, zones.memutuskan.start)
    if decided is None or same_family(decided.kind.slug, own.slug):
        return own, ()
    named = SELF_NAMED.search(text, zones.penutup.start, zones.penutup.end)
    closing = split_instrument(" ".join(named["name"].split()))[0] if named else None
    outvoted = closing is not None and closing.slug == decided.kind.slug
    page = seen.source.page_of(decided.span.start)
    title = (seen.first.place, own.name, "" if outvoted else own.slug)
    other = ("diktum", decided.kind.name, own.slug if outvoted else "")
    return decided.kind if outvoted else own, (conflict("jenis", title, other, page),)


def same_family(one: str, other: str) -> bool:
    """Tell whether the title may say more than the decision: permendagri, permen."""
    return other.startswith(one)


def settle_number(seen: Print, name: NameHint) -> tuple[str, tuple[Anomaly, ...]]:
    """Return the number as printed, empty if unreadable, and what is doubtful about it."""
    own = seen.first.title.number
    votes = [one for one in seen.others if one.title.number.nomor and sound(one)]
    if own.nomor and not own.doubtful:
        return confirm(seen, votes, name)
    return restore(seen, votes, name)


def sound(witness: Witness) -> bool:
    """Tell whether a witness prints its number plainly."""
    return not witness.title.number.doubtful


def confirm(
    seen: Print, votes: Sequence[Witness], name: NameHint
) -> tuple[str, tuple[Anomaly, ...]]:
    """Weigh a readable number against the other places that print one."""
    own = seen.first.title.number
    against = [one for one in votes if not same_number(one, own.leading, seen.scanned)]
    if against:
        rivals = Counter(one.title.number.leading for one in against)
        rival = rivals.most_common(1)[0][0]
        other = next(one for one in against if one.title.number.leading == rival)
        lost = seen.scanned and outvoted(votes, own.leading, rival, name)
        winner = other if lost else seen.first
        readings = [
            (one.place, quote(one), quote(one) if one is winner else "")
            for one in (seen.first, other)
        ]
        doubt = conflict("nomor", readings[0], readings[1], seen.page(other))
        return winner.title.number.nomor, (doubt,)
    gazette = {seen.gazette.number, seen.gazette.noreg, name.nomor}
    backed = bool(votes) or own.leading in gazette
    if seen.scanned and not backed and seen.source.confidence_of(seen.first.title.span) < SURE:
        why = ("tidak ada bagian lain yang mencetaknya", "no other place prints it")
        return own.nomor, (doubtful_number(own.printed, own.nomor, why, seen.page(seen.first)),)
    return own.nomor, ()


def same_number(witness: Witness, leading: str, scanned: bool) -> bool:
    """Tell whether a witness prints the number; a scanned colon may stand as a 1 before it."""
    seen = witness.title.number.leading
    return seen == leading or (scanned and seen == f"1{leading}")


def outvoted(votes: Sequence[Witness], own: str, rival: str, name: NameHint) -> bool:
    """Tell whether more places, the file name counted as one, print the rival number."""
    places = {one.place for one in votes if one.title.number.leading == rival}
    backing = {one.place for one in votes if one.title.number.leading == own}
    support = len(places) + (name.nomor == rival)
    return support >= MAJORITY and support > 1 + len(backing) + (name.nomor == own)


def quote(witness: Witness) -> str:
    """Quote the number of a witness as printed."""
    number = witness.title.number
    return f"NOMOR {number.printed} TAHUN {number.tahun}".replace("  ", " ")


def restore(
    seen: Print, votes: Sequence[Witness], name: NameHint
) -> tuple[str, tuple[Anomaly, ...]]:
    """Make good a number that is badly printed or read, if something else confirms it.

    The file name confirms what can be read; it never stands alone for a number that cannot.
    """
    own = seen.first.title.number
    page = seen.page(seen.first)
    leading = {one.title.number.leading for one in votes}
    if own.nomor and (leading == {own.leading} or name.nomor == own.leading):
        return own.nomor, ()
    if len(leading) > 1:
        leading &= {name.nomor, seen.gazette.number, seen.gazette.noreg}
    if len(leading) == 1:
        vote = next(one for one in votes if one.title.number.leading in leading)
        why = (f"yang tercetak pada {vote.place}", f"as printed in the {vote.place}")
        taken = vote.title.number.nomor
        return taken, (doubtful_number(own.printed, taken, why, page),)
    if name.nomor and agree(own.printed, name.nomor):
        why = (f"yang cocok dengan nama berkas {name.file}", f"which fits the name {name.file}")
        return name.nomor, (doubtful_number(own.printed, name.nomor, why, page),)
    if own.nomor:
        why = ("tidak ada bagian lain yang mencetaknya", "no other place prints it")
        return own.nomor, (doubtful_number(own.printed, own.nomor, why, page),)
    return "", (unreadable_number(own.printed, page, name.file, name.nomor),)


def settle_year(seen: Print, name: NameHint) -> tuple[str, tuple[Anomaly, ...]]:
    """Return the year of the number, and what the dates say against it."""
    own = seen.first.title.number.tahun
    dated = [(f"tanggal {one.act}", one.year) for one in seen.dates if one.year]
    printed = [(one.place, one.title.number.tahun) for one in seen.others]
    if not own:
        return next((year for _, year in (*dated, *printed) if year), ""), ()
    gazette = [("lembaran", seen.gazette.year)] if seen.gazette.year else []
    others = [(place, year) for place, year in (*dated, *gazette, *printed) if year]
    against = [(place, year) for place, year in others if year != own]
    backed = len(against) < len(others) or name.tahun == own
    years = {year for _, year in against}
    if seen.scanned and not backed and len(against) >= MAJORITY and len(years) == 1:
        title = (seen.first.place, quote(seen.first), "")
        other = (against[0][0], against[0][1], against[0][1])
        return against[0][1], (conflict("tahun", title, other, seen.page(seen.first)),)
    return own, year_doubts(seen, own, backed)


def year_doubts(seen: Print, own: str, backed: bool) -> tuple[Anomaly, ...]:
    """Report an act enacted in another year than its number says.

    In a recognised text whose year another place confirms, the date is what is misread.
    """
    enacted = seen.date(PENETAPAN)
    if enacted is None or enacted.year in ("", own) or (seen.scanned and backed):
        return ()
    page = seen.source.page_of(enacted.start)
    day = enacted.day or enacted.year
    return (dates_disagree((f"tanggal {PENETAPAN}", day), ("tahun", own), page),)


def date_doubts(seen: Print) -> tuple[Anomaly, ...]:
    """Report an act promulgated before it was enacted."""
    enacted, promulgated = seen.date(PENETAPAN), seen.date(PENGUNDANGAN)
    if not (enacted and promulgated and promulgated.day and promulgated.day < enacted.day):
        return ()
    page = seen.source.page_of(promulgated.start)
    first = (f"tanggal {PENGUNDANGAN}", promulgated.day)
    return (dates_disagree(first, (f"tanggal {PENETAPAN}", enacted.day), page),)
