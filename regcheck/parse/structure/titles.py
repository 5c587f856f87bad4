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
    \s* (?: N\s?O\s?M\s?O\s?R | NOMER | NO \s* \.? | Nomor ) (?![A-Za-z])
    \s* (?: [:.] (?! \. ) ){{0,2}} \s*
    (?P<nomor> .{{0,80}}? )
    (?: \s* (?<![A-Za-z]) (?: T\s?A\s?H\s?U\s?N | Tahun ) \s* [:.]? \s*
        (?P<tahun> [0-9OoIlLSZBQ …._-]{{0,14}} ) )?
    \s* (?: T\s?E\s?N\s?T\s?A\s?N\s?G | Tentang | TENTANC ) (?![A-Za-z]) \s* :?
    """,
    re.VERBOSE | re.DOTALL,
)

#: Where the name of a regulation ends: the invocation, the maker with a comma, the preamble.
#:
#: takes    DENGAN RAHMAT TUHAN      BUPATI SAGARA,\n      Menimbang      I. UMUM
#: refuses  RETRIBUSI JASA UMUM
TITLE_END = re.compile(
    r"""
    (?: DENGAN \s* R[A-Z]{2,6}[TI] | ATAS \s+ (?: BERKAT \s+ )? RAHMAT | BISMILLAH
      | (?<= \n ) (?: Pj\.? \s* | PJ\.? \s* | PENJABAT \s+ | PELAKSANA [ ] TUGAS \s+ )?
        (?: GUBERNUR | BUPATI | WALI \s? KOTA | PRESIDEN | MENTERI | KEPALA | DEWAN | KETUA
          | PIMPINAN )
        [^\n]{0,120} (?: \n (?! GUBERNUR | BUPATI | WALI | PRESIDEN ) [^\n]{0,60} )? , [ ]* \n
      | \b (?: PRESIDEN | Presiden ) \s+ (?: REPUBLIK | Republik )
      | \b (?: Menimbang | MENIMBANG | Mengingat | MEMUTUSKAN ) \b
      # The heading of a gloss; UMUM alone may be the last word of a name (RETRIBUSI JASA UMUM).
      | (?<= \s ) (?: I \s? \. \s* (?: PENJELASAN \s+ )? | PENJELASAN \s+ ) UMUM (?: \b | [.:] )
      | (?<= \n ) UMUM [ ]* [.:]? [ ]* \n (?= \s* [A-Z][a-z] )
      | (?<= [.] [ ] ) UMUM [ ]? :
      # The heading of an annex below the title that it repeats.
      | (?<= [A-Z] \n ) (?<! TENTANG \n ) BAGAN \s+ (?: STRUKTUR | SUSUNAN | ORGANISASI ) \b
      | M \s e \s n \s i \s m
      # The maker without its comma, alone between the name and the preamble.
      | (?<= \n ) [|.:,—-]{0,2} [ ]? (?: GUBERNUR | BUPATI | WALI \s? KOTA | KEPALA \s DINAS )
        [ ] [^\n]{3,80} (?: \n [^\n]{3,60} )? \s* \Z
    )
    """,
    re.VERBOSE,
)

#: The maker of a regional regulation in its title block or signature.
#:
#: takes    BUPATI SAGARA ELOK,      GUBERNUR KEPALA DAERAH TINGKAT I KENCANA
#: refuses  BUPATI TENTANG      bupati sagara,
MAKER = re.compile(
    r"""
    (?<![A-Za-z]) (?P<office> GUBERNUR | BUPATI | WALI \s? KOTA | WALIKOTAMADYA )
    (?: \s+ KEPALA \s+ DAERAH (?: \s+ TINGKAT \s+ I{1,2} )? )?
    \s+ (?P<name> (?! TENTANG | NOMOR ) [A-Z][A-Z -]{2,40} [A-Z] ) (?= \s* , | \s* \n | \s* $ )
    """,
    re.VERBOSE,
)

#: The region behind an office in the name of an instrument.
#:
#: takes    PENDIDIKAN KABUPATEN SAGARA      KOMUNIKASI DAN INFORMATIKA PROVINSI BALI
#: refuses  KABUPATEN SAGARA      BALI
REGION_TAIL = re.compile(r"(?<=[A-Za-z] )(?:KABUPATEN|KOTA|PROVINSI|Kabupaten|Kota|Provinsi) .+$")

#: The region of the gazette in the formula of promulgation.
#:
#: takes    dalam Berita Daeralr Kota Sagara.      dalam Lembaran Daerah Provinsi\nTeluk Kenari.
#: refuses  dalam Berita Daerah.
PUBLISHED = re.compile(
    r"(?:Berita|Lembaran)\s+Dae[a-z]{2,5}\s+"
    r"(?P<name>(?:Kota|Kabupaten|Provinsi|Daerah)(?:\s+[A-Z][a-z]+){1,4})(?=\s*[.,])"
)

#: The act's name for itself in the formula of promulgation.
#:
#: takes    memerintahkan pengundangan Peraturan Daerah ini      pengundangan\nPeraturan Bupati ini
#: refuses  pengundangan ini
SELF_NAMED = re.compile(
    r"(?:pengundangan|perundangan|pengumuman)\s+"
    r"(?P<name>(?:Peraturan|Keputusan|Undang|Qanun|Instruksi)[A-Za-z\s-]{0,60}?)\s+ini\b"
)

#: A mark that a scanner makes of a speck or a rule, with a letter that sticks to it.
#:
#: takes    |      ——S
#: refuses  &      A
SPECK = re.compile(r"[|@=~*_\"'<>«»\u2014\u2013-]{2,}\w?|[|@=~*_\"'<>«»\u2014]")

#: Capitals printed with a space after each (``K E P U T U S A N``).
#:
#: takes    K E P U T U S A N      T E N T A N G
#: refuses  A B C      TENTANG
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
#: A word of a title in capitals, as OCR may have read it.
#:
#: takes    RETRIBUSI      PEMBERlAN
#: refuses  DAN      Retribusi
TITLE_WORD = re.compile(r"[A-Z][A-Z0-9l'.,|!\]\[-]{3,}[A-Zl!]")

#: Title words that a scanner has torn in two.
#:
#: takes    TENT ANG      TA HUN      NO MOR
#: refuses  TENTANG      TAHUN
PARTED = re.compile(r"(?<![A-Z])(?:TEN[ ]?T[ ]A[ ]?NG|T[ ]?A[ ]HUN|NO[ ]MOR|PERATU[ ]RAN)(?![A-Z])")

#: The office of a mayor, misread.
#:
#: takes    WALT KOTA      WALi KOTA      WALl KOTA
#: refuses  WALI KOTA      WALIKOTA
WALI_KOTA = re.compile(r"(?<![A-Za-z])(?:WAL[Til1!|]|\\?VALI|WALl) ?KOTA(?![a-z])")

#: What stands before the name of another regulation inside a title.
#:
#: takes    PERUBAHAN ATAS      PENCABUTAN       “
#: refuses  PENJELASAN ATAS      TENTANG
NAMING = re.compile(
    r"(?:(?<!LASAN )(?<!LASAN\n)\b"
    r"(?:ATAS|TERHADAP|PENCABUTAN|PELAKSANAAN|PENETAPAN|DARI|KETENTUAN|DALAM|DAN|BERLAKUNYA|MENGUBAH|PADA|PERUBAHAN|PENAMBAHAN)|[\"“])\s*$"
)

#: The name of a regulation in its decision formula.
#:
#: takes    Menetapkan : PERATURAN DAERAH TENTANG PARKIR.
#: takes    MENETAPKAN RANCANGAN PERATURAN BUPATI TENTANG PASAR.
#: refuses  Menetapkan : KESATU      menetapkan peraturan tentang parkir.
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

#: The number between NOMOR and TAHUN or TENTANG where the year stands inside: a joint regulation
#: of two makers, or a year with noise behind it.
#:
#: takes    14 TAHUN 2015 NOMOR 26      27 TAHUN 2018 Na
#: refuses  11/PMK.07/2010
INNER_YEAR = re.compile(
    r"""
    (?P<nomor> [^\n]{0,60}? ) \s* TAHUN \s* [:.]? \s* (?P<tahun> [12][0-9OoIlLSZBQ]{3} )
    (?: \s* (?: TAHUN \s* [:.]? \s* [12]\d{3} | DAN | , )? \s* NOMOR \s* [:.]? \s*
        (?P<second> \d{1,3} ) (?! \d ) )?
    """,
    re.VERBOSE,
)

#: The line of a catalogue above a text whose title block is missing: the year before the number.
#:
#: takes    Peraturan Pemerintah 1950 No. 34      Peraturan Pemerintah (PP) 1948 No. 17
#: refuses  Peraturan Pemerintah No. 34 Tahun 1950
LISTED = re.compile(
    r"\s*(?P<name>Peraturan Pemerintah|Undang-[Uu]ndang(?: Darurat)?)(?: \([A-Z]+\))?"
    r" (?P<tahun>19\d\d) No\. ?(?P<nomor>\d{1,3})\b"
)

#: The title above an annex, which prints the day of enactment between its year and TENTANG.
#:
#: takes    PERATURAN GUBERNUR BALI\nNOMOR : 4 TAHUN 2021\nTANGGAL 5 MEI 2021
#: refuses  PERATURAN GUBERNUR BALI\nTENTANG PASAR
ANNEX_TITLE = re.compile(
    rf"""
    (?<![A-Za-z-]) (?P<name> {OPENERS} (?: (?! \b (?: NOMOR | TENTANG ) \b ) [^;()] ){{0,120}}? )
    [\s:.]* \b NOMOR \b \s* [:.;]{{0,2}} \s* (?P<nomor> [^\n]{{0,40}}? ) \s*
    \b TA[HK]UN \s* [:.]? \s* (?P<tahun> [12][0-9OoIlLSZBQ]{{3}} )
    """,
    re.VERBOSE,
)

#: The heading of an annex wherever it stands, also beside other columns.
#:
#: takes    LAMPIRAN II PERATURAN      LAMPIRAN\nKEPUTUSAN
#: refuses  Lampiran II      LAMPIRAN II TARIF
LAMPIRAN_HEAD = re.compile(
    r"LAMPIRAN\b[ \t]*(?:[IVXl]{1,6}|\d{1,2})?[ \t.:]*\s*(?=PERATURAN|KEPUTUSAN)"
)

MONTHS = {
    "januari": 1, "februari": 2, "pebruari": 2, "febuari": 2, "maret": 3, "april": 4, "mei": 5,
    "juni": 6, "juli": 7, "agustus": 8, "september": 9, "oktober": 10, "nopember": 11,
    "november": 11, "desember": 12,
}  # fmt: skip

#: A date in the closing, after the place. Stamps and other columns may stand between.
#:
#: takes    Ditetapkan di Denpasar\npada tanggal 5 Mei 2012
#: takes    Ditetapkan di : Wates\nPada tanggal : 23 Juni 1997
#: takes    Diundangkan di Kenari\npadatanggal 05-02-2014
#: refuses  ditetapkan dengan Keputusan
DATED = re.compile(
    r"""
    (?P<act> Ditetapkan | DITETAPKAN | Disahkan | DISAHKAN | Diundangkan | DIUNDANGKAN )
    \s* (?: di | DI | dl | dalam ) (?![a-z]) (?: (?! Diundangkan | DIUNDANGKAN ) . ){0,160}?
    (?: [Tt]an[gq]?ga[l1IiJj|!] | TANGGAL ) \s* [:.]? \s*
    (?: (?P<day> [0-9lIOo]{1,2} ) \s* [-/.]? \s* )?
    (?: (?P<month> [A-Za-z0]{3,10} | \d{1,2} ) \s* [-/.]? \s* )?
    (?P<year> [12][0-9OolILSZ]{3} ) (?! \d )
    """,
    re.VERBOSE | re.DOTALL,
)

#: The day of enactment under the number of an annex.
#:
#: takes    \nTANGGAL : 30 Januari 2019      \nTanggal 5 MEI 2021
#: refuses  \nTENTANG PASAR
ANNEX_DATED = re.compile(
    r"""
    \s* (?: TANGGAL | Tanggal ) \s* [:.]? \s* (?P<day> [0-9lIOo]{1,2} ) \s* [-/.]? \s*
    (?P<month> [A-Za-z0]{3,10} | \d{1,2} ) \s* [-/.]? \s* (?P<year> [12][0-9OolILSZ]{3} ) (?! \d )
    """,
    re.VERBOSE,
)

#: Place and day alone on a line, as old acts close.
#:
#: takes    Wates, 13 Oktober 1986
#: refuses  Wates, 13 orang
PLACE_DATED = re.compile(
    r"""
    ^ [ \t]* [A-Z][a-z]{2,20} (?: [ ] [A-Z][a-z]+ )? , [ ]? (?: tanggal [ ] )?
    (?P<day> \d{1,2} ) [ ] (?P<month> [A-Z][a-z]{2,8} ) [ ] (?P<year> (?: 19 | 20 ) \d\d )
    [ \t.]* $
    """,
    re.VERBOSE | re.MULTILINE,
)
