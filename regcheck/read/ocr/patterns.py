"""The patterns of recognition: what Tesseract makes of specks, labels, signs and headings."""

from __future__ import annotations

import re

#: Signs that Tesseract makes of specks, strokes and edges: noise where they stand alone at the end
#: of a row.
#:
#: takes    |      ©      ””      —      .      ”—
#: refuses  a      1      ;;;;      a.
NOISE = re.compile(r"""[|'"”“‘’«»@_~©£€$&°*=\\/`<>{}\[\]¢—–.,:;!^-]{1,3}""")

#: Signs that may stand alone at the end of a row: a colon, a bullet, a dash, dots.
#:
#: takes    :      -      •      ...
#: refuses  |      .      :-
MEANT = re.compile(r"[:•–—-]|\.{2,4}")

#: A dash that Tesseract sees twice.
#:
#: takes    -—      —-      —      -—-
#: refuses  -      -2-
DASHES = re.compile(r"—|[-–—]{2,3}")

#: A label as it is printed before an item.
#:
#: takes    (1)      (2a)      12.      c.      a)      -      •
#: refuses  (l)      Cc.      4,      dan
LABEL = re.compile(r"\(\d{1,3}[a-z]?\) | \d{1,3}[.)] | [a-z]{1,2}[.)] | [•-]", re.VERBOSE)

#: The first word of a row that may be a label, misread.
#:
#: takes    (l)      (I)      Cc.      S5.      &.      4,      j-.      ..c.      (1      €.
#: refuses  (1)      c.      12.      di      dan      2014      Rp.      No.
DAMAGED_LABEL = re.compile(
    r"""
    (?! \(\d{1,3}[a-z]?\)$ | \d{1,3}[.)]$ | [a-z][.)]$ | (?: Rp | No | Jo | jo | Yo )\.$ )
    (?: [^\w\s]{0,2} \w{0,2} [^\w\s]{1,2} | \(\w{1,3} )
    """,
    re.VERBOSE,
)

#: The last word of a sentence or item, which may end in a misread semicolon.
#:
#: takes    Daerah,      2907):      kemiskinanj
#: refuses  Daerah      Daerah.      ,
SEMICOLON_END = re.compile(r"\S*[\w)\]’”\"%/-][,:j]")

#: A number that may hide a per cent sign or a closing bracket.
#:
#: takes    7096      5046      50Y6      604      10096,      (4.083.030.000,001      0,596
#: refuses  (4.083.030.000,00)      5,779,894,028      abc      1      2014      1996
LIKE_NUMBER = re.compile(
    r"""
    (?! (?: 19 | 20[012] ) \d{1,2} [).,:]* $ )
    \d{1,3} (?: [.,] \d{1,3} )? (?: [Y946oO0/] [69oOe/0] | [A-Za-z/&$] \w? | 4 ) [).,:]*
    | \( \d [\d.,]{4,}
    """,
    re.VERBOSE,
)

#: A per cent, with what may stand around it.
#:
#: takes    70%      (50%),      2,5%;
#: refuses  70      %
PERCENT = re.compile(r"\(?(\d[\d.,]*)%[),.;:]*")

#: An amount in brackets.
#:
#: takes    (4.083.030.000,00)      (402.403.415.900);
#: refuses  (4.083.030.000,001      4.083
NUMBER = re.compile(r"\(\d[\d.,]{4,}\)[.,;]?")

#: Words that may follow the semicolon at the end of a row.
JOINS = frozenset({"dan", "atau", "dan/atau", "serta"})

#: The labels of a preamble and of an instruction, which a colon follows.
PREAMBLE = frozenset(
    [
        "Menimbang",
        "Mengingat",
        "Memperhatikan",
        "Membaca",
        "Menetapkan",
        "Kepada",
        "Untuk",
        "KESATU",
        "KEDUA",
        "KETIGA",
        "KEEMPAT",
        "KELIMA",
        "KEENAM",
        "KETUJUH",
        "KEDELAPAN",
        "KESEMBILAN",
        "KESEPULUH",
    ]
)

#: The heading of a pasal or bab, and the number of an act.
#:
#: takes    Pasal 5      Pasal 12A      Pasal II      BAB IV      PASAL 3      NOMOR 12 TAHUN 2018
#: refuses  Pasal      BABI      Pasal 5 ayat      Fasal 4      NOMOR ! TAHUN 2018
HEADING = re.compile(
    r"""
    (?: Pasal | PASAL ) \s (?: \d{1,3}[A-Z]? | [IVX]{1,5} )
    | BAB \s [IVXLC]{1,7}[A-Z]?
    | NOMOR \s:?\s? \d{1,4} \s TAHUN \s \d{4}
    """,
    re.VERBOSE,
)

#: A row that may be such a heading, misread.
#:
#: takes    Pasal      BABI      Fasal 4      Pasa1 5      Pasal S      BAB 1      Pasai l0
#: takes    NOMOR ! TAHUN 2021      NOMOR TAHUN 20I8      NOMOR: 1l TAHUN 2018
#: refuses  Pasal 5 ayat      Bagian Kesatu      PENUTUP      Pajak      NOMOR 4 TENTANG
LIKE_HEADING = re.compile(
    r"""
    \W? (?: [PFRB] [a4o] [s5z] [a4o] \w? | [PFR]ASA[L1I] ) [.,]? (?: \s? \S{1,4} )?
    | \W? [B8] A [B8] [.,]? \s? [\w|!]{0,7}
    | N[O0]M[O0]R \s?:? (?: \s \S{1,4} ){0,2} \s TA[HN]UN \s \S{2,5}
    """,
    re.VERBOSE,
)
