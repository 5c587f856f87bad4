"""Read from a corpus which national acts are no longer in force, for the built-in register.

    python models/bygones.py CORPUS             write regcheck/data/tidak_berlaku.tsv anew
    python models/bygones.py CORPUS --show 40   print a sample with its sentences, change nothing

The rows that were read from texts before are replaced; those written by hand stay where no text
speaks of the act. What a text says otherwise than a row of hand is printed, and so are the repeals
that were read but not taken, counted by reason.

Only repeals of whole acts are taken that nothing speaks against: the pasal (or the decree) of an
act that is in force repeals an older act of its own kind, names it with number, year and title, and
that title is the one which the repealed act, or other texts that cite it, have.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from regcheck.check.misnamed import share, words_of
from regcheck.check.repealed import REVIVED
from regcheck.domain import Bygone, RegulationId, Role, Status
from regcheck.domain.graph import Edge
from regcheck.graphs import Atlas, open_atlas
from regcheck.law.bygones import load_bygones, write_row
from regcheck.law.proofs import cited_title
from regcheck.naming import FROM_TEXT
from regcheck.store import Corpus

TABLE = Path(__file__).resolve().parent.parent / "regcheck" / "data" / "tidak_berlaku.tsv"
HEAD = """\
# National acts that are no longer in force as a whole: what ended them, and how that is known.
# id, dicabut or dibatalkan, by (an act, or a ruling), its pasal, since, source.
# source: naskah = read by models/bygones.py in the text of the repealing act; another name = the
# text or page that says so; empty = written from knowledge, to be checked against JDIHN.
"""
#: Kinds that repeal each other.
FAMILIES = ({"uu", "perpu", "uudrt"}, {"pp"}, {"perpres", "keppres"})
#: Where an act ends others: in a pasal, or in the decree of an older one.
PLACES = re.compile(r"#(?:pasal|memutuskan)\b")
#: The year in which the Republic and the federation both numbered their acts from 1, and those in
#: which statutes and emergency rules with the force of one had two series.
TWO_SERIES = ("1950", "1959", "1960")
#: Words by which a repeal is not one of the whole, or not yet one.
#:
#: takes    sepanjang mengatur      kecuali Pasal 5      Bab III
#: refuses  dicabut dan dinyatakan tidak berlaku
PARTLY = re.compile(
    r"\b(?:sepanjang|kecuali|pasal\s+\d+|bab\s+[ivx]+|ketentuan\s+mengenai|tetap\s+berlaku)\b", re.I
)
#: Where a sentence or an item ends.
#:
#: takes    ; b.      tidak berlaku. Agar      tidak berlaku.\n
#: refuses  No. 5
NEXT = re.compile(r";|\.\s+(?=[A-Z])|\.\s*\n|\n\s*(?=Pasal\b|BAB\b)")
#: So many characters after a citation hold a title.
LONGEST_TITLE = 300
#: So many characters before a citation hold the sentence that it stands in.
LONGEST_SENTENCE = 600
#: Two titles are one from this share of words on, or if one of so many words is inside the other.
SAME_TITLE, FEWEST_WORDS = 0.8, 2
#: A text of this quality prints the numbers of acts without misreadings.
CLEAN = 0.97
#: Older acts are not national ones of the Republic, but misread years.
FIRST_YEAR = "1945"
SEED = 7


@dataclass
class Reader:
    """A corpus, from which repeals are read."""

    atlas: Atlas
    refused: Counter[str] = field(default_factory=Counter)

    @cached_property
    def qualities(self) -> Mapping[str, float]:
        """How well each text reads, by id."""
        return {head.id: head.quality for head in self.atlas.corpus.heads()}

    def bygones(self) -> Iterator[tuple[Bygone, Edge]]:
        """Yield what the acts of the corpus end, the first repeal of each act, with its edge."""
        taken: dict[str, tuple[Bygone, Edge]] = {}
        for edge in self.atlas.printed:
            if edge.role is Role.MENCABUT and "#" not in edge.target and not edge.own:
                why = next((why for why, holds in self.doubts(edge) if holds), "")
                self.refused[why] += bool(why)
                if not why:
                    one, known = self.to_bygone(edge), taken.get(edge.base)
                    if known is None or comes_first(one, known[0]):
                        taken[one.id] = one, edge
        yield from taken.values()

    def doubts(self, edge: Edge) -> Iterator[tuple[str, bool]]:
        """Yield what may speak against a repeal, and whether it does, the plainest first."""
        act, by = to_id(edge.base), to_id(edge.source)
        if act is None or by is None:
            yield "an id without a plain number and year", True
            return
        kinds = {act.jenis, by.jenis}
        yield "acts of different kinds", not any(kinds <= family for family in FAMILIES)
        yield "an emergency rule ends it", by.jenis == "perpu"
        yield "a year with two series of numbers", act.tahun in TWO_SERIES
        yield "a year before the Republic", act.tahun < FIRST_YEAR
        yield "older than what it ends", order_in_time(by) <= order_in_time(act)
        yield "told outside a pasal or the decree", not PLACES.search(edge.holder)
        fell = load_bygones().get(edge.source)
        annulled = fell is not None and fell.status is Status.TIDAK_MENGIKAT
        revived = (edge.base, edge.source) in REVIVED
        yield "a repeal that fell with its act", annulled or revived
        yield "no repeal by the state of the law", self.atlas.status(edge.base) != Status.DICABUT
        yield "in part, or with exceptions", bool(PARTLY.search(self.around(edge)))
        yield "another title, or none to compare", not self.is_named(edge)

    def around(self, edge: Edge) -> str:
        """Return the words around a citation, from its line up to the next item or sentence."""
        text = self.atlas.regulation(edge.source).text
        after = text[edge.span.end : edge.span.end + LONGEST_TITLE]
        before = text[max(0, edge.span.start - LONGEST_SENTENCE) : edge.span.start]
        return re.split(r"\n|;", before)[-1] + NEXT.split(after)[0]

    def is_named(self, edge: Edge) -> bool:
        """Tell whether the title beside a repeal is the one that the act has elsewhere.

        Where there is none to compare, a number that a clean text prints is believed.
        """
        printed = self.title_after(edge)
        own = self.atlas.title(edge.base)
        known = (
            [own]
            if own
            else [
                self.title_after(one)
                for one in self.atlas.printed_at.get(edge.base, ())
                if one.source != edge.source
            ]
        )
        if not any(known):
            return bool(printed) and self.qualities[edge.source] >= CLEAN
        return any(are_one(printed, one) for one in known)

    def title_after(self, edge: Edge) -> str:
        """Return the title that a text prints after a citation."""
        text = self.atlas.regulation(edge.source).text
        return cited_title(text[edge.span.end : edge.span.end + LONGEST_TITLE])

    def to_bygone(self, edge: Edge) -> Bygone:
        """Return a repeal as an entry of the register, in effect when the repealer is."""
        path = edge.holder.partition("#")[2]
        pasal = re.match(r"pasal-(\d+[A-Z]?)(?:/|$)", path)
        return Bygone(
            id=edge.base,
            status=Status.DICABUT,
            by=edge.source,
            since=self.since(edge.source),
            pasal=pasal[1] if pasal else "",
            source=FROM_TEXT,
        )

    def since(self, by: str) -> str:
        """Return from when an act is in force; only its year where the day may be misread."""
        year = int(by.split("/")[-2])
        start = self.atlas.law.starts[by].general
        near = start.date and year - 1 <= int(start.date[:4]) <= year + 1
        printed = start.proof is not None and start.date[:4] in start.proof.text
        return start.date if near or (start.date and printed) else str(year)


def are_one(title: str, other: str) -> bool:
    """Tell whether two titles are those of one act.

    >>> are_one("Perusahaan Umum", "PERUSAHAAN UMUM (PERUM)"), are_one("Pos", "Telekomunikasi")
    (True, False)
    """
    left, right = words_of(title), words_of(other)
    inside = len(left) >= FEWEST_WORDS and (left <= right or right <= left)
    return share(title, other) >= SAME_TITLE or (inside and len(right) >= FEWEST_WORDS)


def comes_first(one: Bygone, other: Bygone) -> bool:
    """Tell whether an entry for an act is better: earlier, or of the same act with its pasal."""
    if one.by == other.by:
        return bool(one.pasal) and not other.pasal
    return (one.since, one.by) < (other.since, other.by)


def to_id(text: str) -> RegulationId | None:
    """Return an id with a plain number and year, none for another."""
    try:
        found = RegulationId.from_str(text)
    except ValueError:
        return None
    plain = found.nomor.isdigit() and len(found.tahun) == 4 and found.tahun.isdigit()
    return found if plain and not found.wilayah else None


def order_in_time(act: RegulationId) -> tuple[int, int]:
    """Return the sort key of an act in time; numbers of different kinds do not compare."""
    return int(act.tahun), int(act.nomor)


def sort_key(one: Bygone) -> tuple[str, int, int]:
    """Return the place of an entry in the table."""
    act = RegulationId.from_str(one.id)
    return act.jenis, int(act.tahun), int(act.nomor)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the table anew, or show a sample of what is read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print a sample of so many")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    with Corpus.open(chosen.corpus) as corpus:
        reader = Reader(open_atlas(corpus))
        read = {one.id: (one, edge) for one, edge in reader.bygones()}
        print(f"{len(read)} acts ended; not taken: {dict(reader.refused.most_common())}")
        if chosen.show:
            size = min(chosen.show, len(read))
            for id_ in random.Random(chosen.seed).sample(sorted(read), size):
                one, edge = read[id_]
                print(f"\n{write_row(one)}\n   {reader.atlas.prove(edge).text[:400]}")
                print(f"   title: {reader.atlas.title(id_)}")
            return
    write_table({id_: one for id_, (one, _) in read.items()})


def write_table(read: Mapping[str, Bygone]) -> None:
    """Write what was read beside the rows of hand, and print where the two differ."""
    by_hand = {id_: one for id_, one in load_bygones().items() if one.source != FROM_TEXT}
    for id_ in sorted(by_hand.keys() & read.keys()):
        if by_hand[id_].by != read[id_].by:
            print(f"by hand {by_hand[id_].by}, read {read[id_].by}: {id_}")
    rows = sorted({**by_hand, **read}.values(), key=sort_key)
    TABLE.write_text(HEAD + "".join(f"{write_row(one)}\n" for one in rows), encoding="utf-8")
    print(f"{len(rows)} rows, {len(read)} of them read from texts")


if __name__ == "__main__":
    main()
