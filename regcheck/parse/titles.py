"""Patterns of the title block and of the dates of the closing."""

from __future__ import annotations

import re

#: The words that open the name of an instrument in a title, in capitals.
OPENERS = r"""
    (?: PERATURAN | UNDANG\s?-?\s?UNDANG(?!\s+DASAR) | KEPUTUSAN | INSTRUKSI | QANUN | PENETAPAN
      | KETETAPAN | MAKLUMAT | SURAT\s+EDARAN | EDARAN )
"""

#: A title block: name of the instrument, number, year, TENTANG. The name holds no second opener
#: in front of its number, so a repeated running head is skipped.
#:
#: takes    PERATURAN GUBERNUR BALI NOMOR 5 TAHUN 2012 TENTANG
#: takes    RANCANGAN PERATURAN DAERAH KOTA BITUNG NOMOR ... TAHUN ... TENTANG
TITLE = re.compile(
    rf"""
    (?P<draft> RANCANGAN \s+ (?: AKHIR \s+ )? )?
    (?<![A-Za-z-]) (?P<name> {OPENERS}
        (?: (?! \b (?: NOMOR | NOMER | TENTANG | MENIMBANG | Menimbang | PERATURAN | KEPUTUSAN
                    | INSTRUKSI | QANUN ) \b | \bNO \s* [.:] ) [^:;()] ){{0,200}}? )
    \s* (?: N\s?O\s?M\s?O\s?R | NOMER | NO \s* \.? | Nomor ) (?![A-Za-z]) \s* [:.]{{0,2}} \s*
    (?P<nomor> .{{0,80}}? )
    (?: \s* (?<![A-Za-z]) (?: T\s?A\s?H\s?U\s?N | Tahun ) \s* [:.]? \s*
        (?P<tahun> [0-9OoIlLSZBQ …._-]{{0,14}} ) )?
    \s* (?: T\s?E\s?N\s?T\s?A\s?N\s?G | Tentang | TENTANC ) (?![A-Za-z]) \s* :?
    """,
    re.VERBOSE | re.DOTALL,
)

#: Where the name of a regulation ends: the invocation, the maker with a comma, the preamble.
TITLE_END = re.compile(
    r"""
    \s* (?: DENGAN \s* R[A-Z]{2,6}[TI] | ATAS \s+ (?: BERKAT \s+ )? RAHMAT | BISMILLAH
      | (?<= \n ) (?: Pj\.? \s* | PJ\.? \s* | PENJABAT \s+ | PELAKSANA [ ] TUGAS \s+ )?
        (?: GUBERNUR | BUPATI | WALI \s? KOTA | PRESIDEN | MENTERI | KEPALA | DEWAN | KETUA
          | PIMPINAN )
        [^\n]{0,120} (?: \n [^\n]{0,60} )? ,  [ ]* \n
      | \b (?: PRESIDEN | Presiden ) \s+ (?: REPUBLIK | Republik )
      | \b (?: Menimbang | MENIMBANG | Mengingat | MEMUTUSKAN ) \b
      # The heading of a gloss; UMUM alone may be the last word of a name (RETRIBUSI JASA UMUM).
      | (?<= \s ) (?: I \s? \. \s* (?: PENJELASAN \s+ )? | PENJELASAN \s+ ) UMUM (?: \b | [.:] )
      | (?<= \n ) UMUM [ ]* [.:]? [ ]* \n (?= \s* [A-Z][a-z] )
      | M \s e \s n \s i \s m
    )
    """,
    re.VERBOSE,
)

#: The maker of a regional regulation in its title block or signature.
MAKER = re.compile(
    r"""
    (?<![A-Za-z]) (?P<office> GUBERNUR | BUPATI | WALI \s? KOTA | WALIKOTAMADYA )
    (?: \s+ KEPALA \s+ DAERAH (?: \s+ TINGKAT \s+ I{1,2} )? )?
    \s+ (?P<name> (?! TENTANG | NOMOR ) [A-Z][A-Z -]{2,40} [A-Z] ) (?= \s* , | \s* \n | \s* $ )
    """,
    re.VERBOSE,
)

#: Capitals printed with a space after each (``K E P U T U S A N``).
SPACED = re.compile(r"(?<![A-Za-z])(?:[A-Z][ \t]){3,}[A-Z](?![A-Za-z])")

#: Words of a title that a scanner has run together with the next.
#:
#: takes    PERATURANWALI      WALIKOTAKENDARI      RAHMATTUHAN
#: refuses  PERATURAN WALI      DAERAH
GLUED = re.compile(
    r"(?<![A-Z])(PERATURAN|KEPUTUSAN|INSTRUKSI|GUBERNUR|BUPATI|WALI ?KOTA|DENGAN|RAHMAT|TENTANG)"
    r"(?=[A-Z])"
)

#: The words of title blocks; a scanned word close to one of them is read as that word.
VOCABULARY = (
    "PERATURAN", "UNDANG-UNDANG", "PEMERINTAH", "PENGGANTI", "DAERAH", "GUBERNUR", "BUPATI",
    "WALIKOTA", "PRESIDEN", "MENTERI", "KEPUTUSAN", "INSTRUKSI", "PROVINSI", "KABUPATEN",
    "REPUBLIK", "INDONESIA", "NOMOR", "TAHUN", "TENTANG", "PERUBAHAN", "RANCANGAN", "DENGAN",
    "RAHMAT", "TUHAN",
)  # fmt: skip
TITLE_WORD = re.compile(r"[A-Z][A-Z'.,|\]\[-]{3,}[A-Z]")

#: What stands before the name of another regulation inside a title.
NAMING = re.compile(
    r"(?:(?<!LASAN )(?<!LASAN\n)\b"
    r"(?:ATAS|TERHADAP|PENCABUTAN|PELAKSANAAN|PENETAPAN|DARI|KETENTUAN|DALAM|DAN|BERLAKUNYA|MENGUBAH|PADA|PERUBAHAN|PENAMBAHAN)|[\"“])\s*$"
)

#: The name of a regulation in its decision formula.
MENETAPKAN_NAME = re.compile(
    rf"""
    (?: Menetapkan | MENETAPKAN ) \s* :? \s* (?P<draft> RANCANGAN \s+ )?
    (?P<name> {OPENERS} (?: (?! \b (?: TENTANG | NOMOR ) \b ) [^:;()] ){{0,120}}? )
    \s+ TENTANG \s+ (?P<tentang> .{{3,600}}? )
    (?= \. \s | \. $ | \n \s* (?: BAB | Pasal | KESATU | PERTAMA ) | \Z
      | (?<= [A-Z.] ) \s+ (?: BAB [ ] | Pasal [ ] [1I] ) )
    """,
    re.VERBOSE | re.DOTALL,
)

MONTHS = {
    "jan": "01", "peb": "02", "feb": "02", "mar": "03", "apr": "04", "mei": "05", "jun": "06",
    "jul": "07", "agu": "08", "ags": "08", "sep": "09", "okt": "10", "nop": "11", "nov": "11",
    "des": "12",
}  # fmt: skip

#: A date in the closing, after the place.
#:
#: takes    Ditetapkan di Denpasar\npada tanggal 5 Mei 2012
DATED = re.compile(
    r"""
    (?P<act> Ditetapkan | DITETAPKAN | Disahkan | DISAHKAN | Diundangkan | DIUNDANGKAN
      | Ditetapkan\sdl )
    \s+ (?: di | DI | dl | dalam ) (?![A-Za-z]) .{0,160}?
    (?: tanggal | TANGGAL | tangga1 ) \s* [:.]? \s*
    (?P<day> [0-9lIOo]{1,2} ) \s* [-/.]? \s*
    (?P<month> [A-Za-z]{3,10} | \d{1,2} ) \s* [-/.]? \s* (?P<year> [12][0-9OolILSZ ]{3,4} )
    """,
    re.VERBOSE | re.DOTALL,
)
