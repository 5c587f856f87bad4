"""The words that open the parts of a regulation: preamble, decision, closing, gloss, annex.

As in ``patterns``, the lines a pattern takes and refuses are read by a test.
"""

from __future__ import annotations

import re

#: The opening of the considerations.
#:
#: takes    Menimbang :      M e n i m b a n g
#: refuses  dengan menimbang
MENIMBANG = re.compile(
    r"(?:(?<=\n)|\A|(?<=[.,] )|(?<=\b[A-Z]{4} ))[ \t]*"
    r"(?:M\s?e\s?n\s?i\s?m\s?b\s?a\s?n\s?g|MENIMBANG)\b"
)

#: The opening of the legal bases.
#:
#: takes    Mengingat : 1.      MENGINGAT:      M e n g i n g a t :
#: refuses  Mengingat kembali
MENGINGAT = re.compile(
    r"(?:M\s?e\s?n\s?g\s?i\s?n\s?g\s?a\s?t|MENGINGAT)\b(?=\s*(?::|;|[1-9aI]\b|\n|Pasal|Undang))"
)

#: The opening of one consideration.
#:
#: takes    a. bahwa tarif      Bahwa
#: refuses  sebahwa
BAHWA = re.compile(r"(?<![A-Za-z])bahwa\b", re.IGNORECASE)

#: The first numbered basis of a preamble whose word *Mengingat* is elsewhere.
#:
#: takes    : 1. Undang-Undang      ; l. Pasal 18
#: refuses  ; 2. Undang-Undang      ; 1. Bupati
FIRST_BASIS = re.compile(
    r"(?<=\s)(?:1|l|I)\s?\.\s+(?=Pasal|Undang|Peraturan|Ketetapan|Keputusan|Ketentuan)"
)

#: The decision formula, spaced or not.
#:
#: takes    MEMUTUSKAN:      M E M U T U S K A N :      Memutuskan :      MEMUTUSI(AN:
#: takes    MEMUT1JSKAN
#: refuses  dapat memutuskan
MEMUTUSKAN = re.compile(
    r"""
    (?<![A-Za-z]) (?:
        M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N (?![A-Za-z])
      | M\s?E\s?N\s?G\s?I\s?N\s?S\s?T\s?R\s?U\s?K\s?S\s?I\s?K\s?A\s?N (?![A-Za-z])
      | (?: Memutuskan | Menginstruksikan ) [ ]* (?= [:;] | \n )
      | MEMUTU[A-Z]{3,5} (?![A-Za-z])
      | MEMUT [A-Z0-9(<]{3,6} N (?![A-Za-z])
    ) [ \t]* [:;]?
    """,
    re.VERBOSE,
)

#: The word before the title in the decision formula.
#:
#: takes    Menetapkan :      MENETAPKAN:
#: refuses  menetapkan      DITETAPKAN
MENETAPKAN = re.compile(r"(?:(?<=\n)|\A|(?<=\s))(?:Menetapkan|MENETAPKAN)\b[ \t]*[:;]?")

#: The first heading of a body without a decision formula: alone on its line.
#:
#: takes    BAB I      Pasal l
#: refuses  BAB II      dalam Pasal 1
FIRST_HEADING = re.compile(r"^[ \t]*(?:BAB[ \t]+[I1l]|Pasal[ \t]+[1Il])[ \t.]*$", re.MULTILINE)

#: A heading's word and number, wherever it stands: the decision formula is over.
#:
#: takes    BAB I KETENTUAN UMUM      KESATU :
#: refuses  Pasal 12      BAB IV
HEADING_WORD = re.compile(
    r"(?<![A-Za-z])(?:BAB\s+[I1l]|Pasal\s+[1Il]|KESATU|PERTAMA)(?![A-Za-z0-9])"
)

#: The word before a regulation's name in its title block.
#:
#: takes    TENTANG      T E N T A N G      Tentang
#: refuses  tentang      BINTENTANG
TENTANG = re.compile(
    r"(?<![A-Za-z])(?:T\s?E\s?N\s?T\s?A\s?N\s?G|Tentang)(?![A-Za-z])[ \t]*:?[ \t]*\n?"
)

#: A title block between a misplaced *Menimbang* and the first consideration.
#:
#: takes    NOMOR 4 TAHUN 2012 TENTANG PARKIR
#: refuses  TENTANG PARKIR
TENTANG_TITLE = re.compile(r"(?:NOMOR|NO\.)\s.{1,60}?TENTANG\s", re.DOTALL)

#: The first words of the closing.
#:
#: takes    Agar setiap orang mengetahuinya      Ditetapkan di Denpasar      Disahkan di Jakarta
#: takes    Wates, 13 Oktober 1986
#: refuses  agar setiap orang tahu      yang ditetapkan di daerah
PENUTUP = re.compile(
    r"""
    (?: (?<= \n ) | (?<= [.;"] [ ] ) | (?<= [.;] ) | (?<= tanggal [ ] ) ) [ \t]* ["“]? (?:
        (?: Agar | Supaya ) \s+ (?: supaya \s+ )? (?: setiap | semua
          | tiap (?: - \s? tiap )? ) \s+ orang
        (?= [^.]{0,60} (?: mengeta | penge ) )
      | (?: Agar | Supaya ) [ ] (?: supaya | semua | setiap ) (?= [^.]{0,80} (?: pengundangan
        | pengumuman ) )
      | Agar [ ] Agar [ ] setiap (?= [^.]{0,60} pengundangan )
      | (?: Ditetapkan | Disahkan | Diundangkan | Dikeluarkan | Di[ ]?tetapkan ) \s+ (?: di | dl )\b
      | (?: DITETAPKAN | DISAHKAN | DIUNDANGKAN ) \s+ DI \b
      | Disahkan \s+ [Oo]leh \b
      | Diundang (?: kan )? \s+ (?: dalam | pada )\b
      | [A-Z][a-z]{2,20} (?: [ ] [A-Z][a-z]+ )? , [ ] (?: tanggal [ ] )? \d{1,2} [ ]
        [A-Z][a-z]{2,8} [ ] (?: 19 | 20 ) \d\d [ \t]* \n
    )
    """,
    re.VERBOSE,
)

#: A word or date that may open the closing; ``find_closing`` looks at its place.
#:
#: takes    Agar setiap orang      Ditetapkan di      DIUNDANGKAN
#: refuses  agar      ditetapkan
CLOSING_WORD = re.compile(r"Agar |Supaya |Di ?(?:tetap|sah|undang|keluar)|D(?:I[TU]|IS)[A-Z]{4}")
#: Place and date of a closing without words.
#:
#: takes    Sagara, 3 Mei 2012\n      Tanjung Elok, tanggal 3 Mei 2012\n
#: refuses  tanggal 3 Mei 2012
CLOSING_DATE = re.compile(
    r"[A-Z][a-z]{2,20}(?: [A-Z][a-z]+)?, (?:tanggal )?\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d[ \t]*\n"
)
BEFORE_CLOSING = ' \t"“'
#: More blanks before a word than this are no indentation.
BLANKS = 40

#: The heading of the official gloss.
#:
#: takes    PENJELASAN ATAS      PENJELASAN\nATAS      P E N J E L A S A N\nPERATURAN
#: takes    PENJELASAN PERATURAN PEMERINTAH NO. 12
#: refuses  Penjelasan Pasal 5      PENJELASAN PASAL      PENJELASAN PERATURAN INI
PENJELASAN = re.compile(
    r"""
    P (?<![A-Za-z].) (?:
        \s?E\s?N\s?J\s?E\s?L\s?A\s?S\s?A\s?N
        (?: \s* (?: A\s?T\s?A\s?S | TENTANG | MENGENAI ) (?![A-Za-z])
          | [ \t:]* \n+ \s* (?: RANCANGAN | PERATURAN | UNDANG | QANUN | I \. | UMUM | P\s?E\s?R )
          | [ ] (?= (?: PERATURAN | UNDANG-UNDANG ) [ ] [A-Z ]{0,40}? NO (?: \. | MOR ) ) )
      | ENJE[LI][-LI,.A-Z]{2,7} \s+ ATAS (?![A-Za-z])
      | enjelasan [ ] (?: Atas | atas ) [ \n] (?: PERATURAN | UNDANG )
    )
    """,
    re.VERBOSE,
)

#: The heading of the gloss on single pasal.
#:
#: takes    II. PASAL DEMI PASAL      Pasal demi pasal      PASALDEMIPASAL      PASAL DE}ytI PASAL
#: refuses  PASAL DEMIKIAN
PASAL_DEMI_PASAL = re.compile(
    r"(?<![A-Za-z])(?:II\s*[.,]?\s*)?"
    r"(?:PASAL\s*DE[^\sa-z]\S{0,4}?\s*PASAL|(?i:PASAL\s+DEMI\s+PASAL))(?![A-Za-z])"
)

#: The general part of a gloss whose own heading is lost.
#:
#: takes    I. UMUM      I UMUM
#: refuses  KETENTUAN UMUM      BAB I UMUM
GENERAL_PART = re.compile(r"(?<![A-Za-z])(?<!BAB )I\s?[.,]?\s?UMUM(?![A-Za-z])")

#: The first pasal on a page bound before the preamble has ended.
#:
#: takes    BAB I KETENTUAN UMUM\nPasal 1\nDalam Undang-Undang ini yang dimaksud
#: refuses  Pasal 1 ayat (1) Undang-Undang ini
EARLY_BODY = re.compile(
    r"(?:BAB\s+[I1l]\s+KETENTUAN\s*UMUM\s+)?(?<![A-Za-z])Pasa[l1]\s*[1Il]\s+Dalam\s+"
    r"(?:Undang|Peraturan|Qanun)[-\w\s]{0,40}\s+ini\s*,?\s+yang\s+di\s?maksud"
)

#: The heading of the general part of the gloss.
#:
#: takes    I. UMUM      PENJELASAN UMUM      UMUM:
#: refuses  PENJELASAN      KETENTUAN Umum
UMUM = re.compile(
    r"(?<![A-Za-z])(?:I\s*+(?:[.,]\s*+)?)?(?:PENJELASAN\s++)?UMUM\b(?:\s*+:)?"
    r"|(?<=\n)\s{0,40}+(?:I\.|1\.|A\.)\s*+Umum\b"
)

#: The number of the instruction whose pasal a gloss of an amending act is about.
#:
#: takes    Angka 3\nPasal 7A      Angka 12 Pasal 4
#: refuses  Angka 3 Cukup jelas      Pasal 7
GLOSS_ANGKA = re.compile(r"\bangka\s{1,3}\d{1,3}\s{1,3}(?=pasal\s)", re.IGNORECASE)
#: A part of a pasal in the gloss, by its word and number.
#:
#: takes    Ayat (1)      Huruf a      Angka 12
#: refuses  ayat (1)
GLOSS_PART = re.compile(
    r"""
    (?P<word> [AH]
      (?: (?<= \n . ) | (?<= [.;:] [ ] . ) | (?<= \d [ ] . ) | (?<= [)] [ ] . ) )
      (?: yat | uruf | ngka ) ) [ ]? \(? (?P<label> \d{1,3}[a-z]?
      | [a-z]{1,2} ) \)? (?![A-Za-z0-9])
    """,
    re.VERBOSE,
)

#: The heading of an annex.
#:
#: takes    LAMPIRAN      LAMPIRAN I : PERATURAN GUBERNUR BALI      Lampiran II\n
#: refuses  Lampiran yang tidak terpisahkan
LAMPIRAN = re.compile(
    r"""
    (?: (?<= \n ) | \A ) [ \t]* (?: LAMPIRAN | Lampiran | L\sA\sM\sP\sI\sR\sA\sN )
    [ \t]* (?P<label> [IVXl]{1,6} | \d{1,2} )? [ \t]* (?: [.:] | - )? [ \t]*
    (?: \n | \Z | (?= (?: RANCANGAN | PERATURAN | Peraturan | KEPUTUSAN | Keputusan | UNDANG
      | QANUN | INSTRUKSI
                   | SURAT | : ) ) )
  | (?<= [a-z.0-9] [ ] ) LAMPIRAN [ ] (?P<roman> [IVX]{1,5} [ ] )?
    (?= (?: PERATURAN | UNDANG-UNDANG ) [ ] )
    """,
    re.VERBOSE,
)

#: The name of a regulation above an annex.
#:
#: takes    PERATURAN BUPATI      QANUN ACEH
#: refuses  peraturan      RETRIBUSI
INSTRUMENT = re.compile(
    r"\s*+(?:[:.]\s*+)?(?:PERATURAN|Peraturan|KEPUTUSAN|UNDANG|QANUN|INSTRUKSI|SURAT)"
)

#: A section of an annex: a Roman number with a full stop before a title.
#:
#: takes    I. PENDAHULUAN      IV. TATA CARA
#: refuses  I. umum      A. UMUM
ROMAN_SECTION = re.compile(r"(?:(?<=\n)|\A)[ \t]*(?P<label>[IVX]{1,6})\.[ \t]+(?=[A-Z]{2})")

#: The first of the footnotes at the end of a document, as word processors number them.
#:
#: takes    \n¹ Catatan kaki.
#: refuses  \n1 Catatan kaki.      luas 5 m² per orang
FOOTNOTE = re.compile(r"(?<=\n)[¹²³⁰⁴-⁹ⁱᵛˣˡᶜᵈᵐ]{1,6}(?=[ \t]?\S)")


def find_closing(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the closing formula as ``PENUTUP.search`` would, looking only where its words stand."""
    found = first_closing(CLOSING_WORD, text, start, end)
    limit = found.end() if found else end
    return first_closing(CLOSING_DATE, text, start, limit) or found


def first_closing(words: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the first word that opens a closing, with the blanks and quotes before it."""
    for word in words.finditer(text, start, end):
        begin, limit = word.start(), max(start, word.start() - BLANKS)
        while begin > limit and text[begin - 1] in BEFORE_CLOSING:
            begin -= 1
        for position in range(begin, word.start() + 1):
            if found := PENUTUP.match(text, position, end):
                return found
    return None
