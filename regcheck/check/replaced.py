"""Acts that a later one of the same title replaced, though no clause of it is known (N-07).

A statute that rules a matter anew ends the older one on it (*lex posterior*); which clause says so
stands in the later act, and that may not be in the corpus. Its title often is: in the legal bases
of others.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from regcheck.check.families import family_of
from regcheck.check.siblings import is_periodic
from regcheck.domain import Head, RegulationId
from regcheck.domain.state import Named

#: The N-code of what such an act says.
REPLACED = "N-07"
#: An act that is known from legal bases alone is named so by at least so many others.
MIN_NAMED = 2
#: A title with fewer letters was cut off.
MIN_LETTERS = 4
#: Words that titles have or lack without being of another matter.
FILLING = frozenset(
    ("dan", "atau", "yang", "tentang", "di", "dalam", "pada", "untuk", "republik", "indonesia")
)
#: The old spelling of a sound, and digits that stand for letters in recognised text.
SPELLINGS = (("dj", "j"), ("tj", "c"), ("oe", "u"), ("0", "o"), ("1", "l"), ("i", "l"))

#: The title of an act that decides one case, or changes or carries out another act: the next of
#: that title decides another case.
#:
#: takes    perubahan kedua atas undang-undang nomor 7 tahun 1989 tentang peradilan agama
#: takes    penentuan perusahaan perkebunan yang dikenakan nasionalisasi      persetujuan perjanjian
#: takes    pelaksanaan undang-undang nomor 5 tahun 1960
#: refuses  perindustrian      pelaksanaan haji      pengelolaan sampah
ONE_CASE = re.compile(
    r"""
      ^ \W* (?: peng? ubahan | perubahan | pencabutan | pembatalan | penetapan | penentuan
        | penunjukan | pernyataan | penghapusan | penyerahan | pengeluaran | pembentukan
        | pembubaran | pengesahan | persetu d? juan | perpanjangan | penundaan | penambahan
        | tambahan | pengumuman | pemindahan | pengalihan | pembelian | penjualan | peleburan
        | penggabungan | nasionalisasi | batas | anggaran | penyesuaian | kenaikan | pinjaman ) \b
    | \b (?: nomor | no ) \b
    | \b (?: bagian | tahap | hari \s raya )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Titled:
    """An act with a matter, by its title; ``named`` tells that it is known well enough."""

    id: RegulationId
    named: bool

    @property
    def year(self) -> int:
        """The year of the act."""
        return int(self.id.tahun)


def find_replaced(
    heads: Mapping[str, Head],
    named: Iterable[Named],
    until: int = 9999,
    void: Container[str] = (),
) -> dict[str, str]:
    """Return the acts of whose title there is a later one of the same kind and region, with that.

    Not counted are acts that decide one case, amend, are made for a period, or found a body, and
    numbers that differ in the year alone: they may be misread.

    Args:
        heads: The regulations of a corpus, by id.
        named: How they and others are named in the legal bases of regulations.
        until: The last year that counts.
        void: Acts that a court annulled, and that so replace nothing.
    """
    series: dict[tuple[str, str, frozenset[str]], list[Titled]] = defaultdict(list)
    for act, title, known in list_titles(heads, named):
        matter = matter_of(title)
        if matter and int(act.tahun) <= until and str(act) not in void:
            series[act.jenis, act.wilayah, matter].append(Titled(act, known))
    found = {}
    for acts in series.values():
        newest = max((one for one in acts if one.named), key=order, default=None)
        for one in acts:
            if newest and one.year < newest.year and one.id.nomor != newest.id.nomor:
                found[str(one.id)] = str(newest.id)
    return found


def order(one: Titled) -> tuple[int, str]:
    """Return the place of an act in time; of those of one year the last in the alphabet's order."""
    return one.year, one.id.nomor


def list_titles(
    heads: Mapping[str, Head], named: Iterable[Named]
) -> Iterator[tuple[RegulationId, str, bool]]:
    """List the acts that are known by title: by their own, or as most others name them."""
    for head in heads.values():
        act = read_id(head.id)
        if act and not head.identity.draft:
            yield act, head.identity.tentang, True
    told: dict[str, dict[frozenset[str], set[str]]] = defaultdict(lambda: defaultdict(set))
    worded: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for one in named:
        if one.target not in heads:
            words = words_of(one.title)
            told[one.target][words].add(one.source)
            worded[words][one.title] += 1
    for target, titles in told.items():
        words, sources = max(titles.items(), key=lambda row: (len(row[1]), len(row[0])))
        if act := read_id(target):
            title = worded[words].most_common(1)[0][0]
            yield act, title, len(sources) >= MIN_NAMED


def read_id(id_: str) -> RegulationId | None:
    """Return an id in its parts; ``None`` for the repeat of a number, or one without a year."""
    try:
        act = RegulationId.from_str(id_)
    except ValueError:
        return None
    return act if act.tahun.isdecimal() and "~" not in id_ else None


def matter_of(title: str) -> frozenset[str]:
    """Return the words of a title that name a matter ruled for good; none of other titles.

    >>> matter_of("Hak Cipta") == matter_of("HAK CLPTA"), matter_of("Pembentukan Desa Sagara")
    (True, frozenset())
    """
    plain = " ".join(re.findall(r"\w+", title.lower()))
    if ONE_CASE.search(plain) or family_of(title) or is_periodic(title):
        return frozenset()
    words = words_of(title)
    return words if sum(map(len, words)) >= MIN_LETTERS else frozenset()


@lru_cache(maxsize=20_000)
def words_of(title: str) -> frozenset[str]:
    """Return the words of a title in one spelling, however it was read."""
    words = (word for word in re.findall(r"[^\W_]+", title.lower()) if word not in FILLING)
    return frozenset(map(spell, words))


@lru_cache(maxsize=20_000)
def spell(word: str) -> str:
    """Return a word in one spelling.

    >>> spell("persetudjuan") == spell("PERSETUJUAN".lower()), spell("hak1m") == spell("hakim")
    (True, True)
    """
    for old, new in SPELLINGS:
        word = word.replace(old, new)
    return word
