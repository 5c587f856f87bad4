"""Several words that say together what one says, or nothing; and how often something recurs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.check.vocabulary import EVERY
from regcheck.domain import Quantity, Span

#: How often something recurs.
#:
#: takes    setiap bulan      tiap triwulan      setiap 3 (tiga) bulan
#: refuses  setiap hari kerja      setiap orang      setiap tahun anggaran
RECURRING = re.compile(
    r"""
    \b (?: setiap | tiap-tiap | tiap ) \s+
    (?: (?P<count> \d{1,2} ) \s* (?: \( [^()]{2,20} \) )? \s* )?
    (?P<unit> hari | minggu | bulan | triwulan | semester | tahun ) \b
    (?! \s+ (?: kerja | kalender | anggaran | pajak | ajaran | akademik | takwim | buku | [A-Z] ) )
    """,
    re.VERBOSE,
)
DAYS = {"hari": 1, "minggu": 7, "bulan": 365 / 12, "triwulan": 365 / 4, "semester": 365 / 2,
        "tahun": 365}  # fmt: skip

#: To be entitled.
#:
#: takes    mempunyai hak      memiliki hak memilih
#: refuses  memiliki hak milik      hak pengelolaan
ENTITLED = re.compile(
    r"\b (?: mempunyai | memiliki | diberi | diberikan ) \s+ hak \b (?! \s+ milik )",
    re.VERBOSE | re.IGNORECASE,
)
#: To be empowered.
#:
#: takes    memiliki kewenangan      diberi wewenang
#: refuses  pelimpahan kewenangan
EMPOWERED = re.compile(
    r"\b (?: mempunyai | memiliki | diberi | diberikan ) \s+ (?: kewenangan | wewenang ) \b",
    re.VERBOSE | re.IGNORECASE,
)
#: To be bound.
#:
#: takes    mempunyai kewajiban
#: refuses  kewajiban perpajakan
BOUND = re.compile(r"\b mem (?: punyai | iliki ) \s+ kewajiban \b", re.VERBOSE | re.IGNORECASE)
#: To be over.
#:
#: takes    tidak berlaku lagi      tidak lagi berlaku
#: refuses  tidak berlaku bagi
OVER = re.compile(
    r"\b tidak \s+ (?: berlaku \s+ lagi | lagi \s+ berlaku ) \b", re.VERBOSE | re.IGNORECASE
)
#: To cost nothing.
#:
#: takes    tidak dipungut biaya      dibebaskan dari biaya      tanpa dikenakan biaya
#: refuses  dibebaskan dari tugas
FREE = re.compile(
    r"""
    \b (?: (?: tidak | tanpa ) \s+ (?: dipungut | dikenai | dikenakan )
         | dibebaskan \s+ dari (?: \s+ pengenaan )? )
    \s+ biaya \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The tail of every clause on sources of money.
#:
#: takes    sumber lain yang sah dan tidak mengikat
#: refuses  putusan yang tidak mengikat
LAWFUL = re.compile(r"\b yang \s+ sah \s+ dan \s+ tidak \s+ mengikat \b", re.VERBOSE | re.I)
#: A bound in the negative before the number with which it is read.
#:
#: takes    tidak lebih dari 5      tidak melebihi Rp50      tidak boleh kurang dari dua
#: refuses  tidak melebihi tarif
NEGATED_BOUND = re.compile(
    r"""
    \b tidak \s+ (?: (?: boleh | dapat ) \s+ )?
    (?: (?: lebih | kurang ) \s+ dari | melebihi | melampaui )
    (?= \s+ (?: rp | \d | sepuluh | sebelas | seratus | dua | tiga | empat | lima | enam | tujuh
        | delapan | sembilan ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: The tail that refers to legislation in general (Lampiran II no. 281).
#:
#: takes    sesuai dengan ketentuan peraturan perundang-undangan yang berlaku
#: takes    sesuai peraturan perundang- undangan
#: refuses  peraturan perundang-undangan      berdasarkan peraturan daerah
LEGISLATION = re.compile(
    r"""
    \b (?: sesuai (?: \s+ dengan )? | berdasarkan | menurut ) \s+ (?: ketentuan \s+ )?
    peraturan \s+ perundang \s? -? \s? undangan \b (?: \s+ yang \s+ berlaku \b )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A regulation that points to itself.
#:
#: takes    sebagaimana dimaksud dalam Peraturan Daerah ini      dalam Undang-Undang ini
#: refuses  dalam Peraturan Daerah      dalam Pasal ini
ITSELF = re.compile(
    r"""
    \b (?: sebagaimana \s+ (?: dimaksud | diatur ) \s+ )? (?: dalam | menurut | berdasarkan ) \s+
    (?: peraturan \s+ (?: daerah | gubernur | bupati | wali \s? kota | pemerintah | presiden
        | menteri | badan ) | undang \s? - \s? undang | qanun ) \s+ ini \b
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: What stands for the phrases of each pattern.
ONE_WORD = (
    (ENTITLED, "berhak"),
    (EMPOWERED, "berwenang"),
    (BOUND, "wajib"),
    (OVER, "berakhir"),
    (FREE, "gratis"),
    (LAWFUL, ""),
    (LEGISLATION, ""),
    (ITSELF, ""),
    (NEGATED_BOUND, ""),
)


def find_phrases(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the phrases of a text with the one word, or nothing, that they say.

    >>> [(match[0], word) for match, word in find_phrases("Pedagang mempunyai hak pindah.")]
    [('mempunyai hak', 'berhak')]
    """
    for pattern, word in ONE_WORD:
        for match in pattern.finditer(text):
            yield match, word


def find_recurring(text: str) -> Iterator[Quantity]:
    """Yield how often something recurs, in days.

    >>> [one.value for one in find_recurring("setiap triwulan, atau setiap 3 (tiga) bulan")]
    [91, 91]
    """
    for match in RECURRING.finditer(text):
        days = round(int(match["count"] or 1) * DAYS[match["unit"]])
        yield Quantity(days, EVERY, "eq", Span(*match.span()))
