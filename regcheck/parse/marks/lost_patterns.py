"""The marks of damaged and lost headings; only sought between numbers that leave one out.

As in ``patterns``, the lines a pattern takes and refuses are read by a test.
"""

from __future__ import annotations

import re

#: A heading whose word or number is damaged.
#:
#: takes    Paseri 41      Pasal'77      Pasal 1.06      Irasal ,3O4      Pasal 2 I 1      Pasa-l 38
#: takes    Pasal L?97      l'asal 4 i8      PasaT 142      Pa-sa1 16
#: refuses  Pasal ini      Setiap Orang
GARBLED = re.compile(
    r"""
    (?<![A-Za-z])
    (?P<word> [PpFIil] [A-Za-z"'.,^-]{2,8} [1!]? ) (?![A-Za-z]) [ ]? [^\w\s(]{0,2} [ ]?
    (?= \S* [0-9] | [IlLiOor]{1,3} \s )
    (?P<number> [0-9IlLiOor] [0-9A-Za-z.,:'"^?+-]{0,5} (?: [ ] [0-9lIiLOo.]{1,3} ){0,2} )
    (?= \s )
    """,
    re.VERBOSE,
)

#: A heading whose number cannot be read at all; only sought where a single number is missing.
#:
#: takes    Pasal'/3 Ketentuan      Pasai Z6 (1) Dalam      P*sal 145 (1) Sistem
#: takes    Pasal r 10 Alih      Pasal ^)8iJ (1) Setiap      Fasal ^+1 1.r' Remediasi
#: takes    Pasa! : 3I 7 (1) Setiap
#: refuses  Pasal ini Menteri      Bagian Kedua Umum
DAMAGED = re.compile(
    r"""
    (?<![A-Za-z])
    (?P<word> [PpFIil?] [^\s\d]{2,8}? ) (?: [ ] | (?=['"] ) )
    (?P<number> (?! ini\b | itu\b ) \S{1,6} (?: [ ] [^\s(]{1,4} ){0,2}? )
    (?= \s [\^]? (?: [A-Z] | [({\[] ) )
    """,
    re.VERBOSE,
)

#: The first ayat behind the number of a heading, its mark whole or damaged.
#:
#: takes    (1) Setiap      tl) ^Menteri      (1t Pemegang      .. (1) Dalam      (U Pembiayaan
#: refuses  (1) dan      (2) Orang
AYAT_OPENING = re.compile(
    r"""
    [\s.,:;_^'*~-]{0,6}
    (?: [({\[] [ ]? (?: [1lIitf] [)}\]1lIt]? | U ) | [1lItif] [1lI]? [)] )
    \s+ [\^"“]* [A-Z]
    """,
    re.VERBOSE,
)

#: What follows a number that is only cited, whatever stands before it.
#:
#: takes    ayat (1)      huruf a      sampai dengan Pasal 9      dan Pasal 8      ini
#: refuses  Setiap Orang      yang menyelenggarakan      , Struktur
CITED_CLOSELY = re.compile(
    r"""
    \s* (?:
        (?: a[yv]a[tlr]s? | huruf | angka | sampai | s/d | s\.d | s[.]?[ ]d | dan | atau | juncto
          | jo | yo | sub | tersebut | di[ ]?atas | diubah | dihapus | dicabut | ini | KUHP\w*
          | alinea | sebagaimana | tentang | dan/atau ) (?![A-Za-z])
      | [);"”] | , \s* (?: [a-z] | Pasal )
    )
    """,
    re.VERBOSE,
)

#: The heading of a bab, bagian or paragraf, however damaged.
#:
#: takes    BAB IV      Bagran Keenam      Paragraf6      Bagiarr Kesatu
#: refuses  bagian kedua      Bagian Umum
DIVISION = re.compile(
    r"(?<![A-Za-z])(?:BAB\s?[IVXLl]{1,6}|Bag[a-z]{2,5}\s?[Kk]e[a-z]{2,10}|Parag[a-z]{2,4}\s?[\dlI]{1,2})"
    r"(?![A-Za-z0-9])"
)

#: The catchword at the foot of a page: an ayat's first words, or the *dan* of a list cut there.
#:
#: takes    (3) Selain      (4) Kewenangan PA untuk      ; dan      , dan/atau
#: refuses  Pemerintah dan      ayat (3) dalam
CATCHWORD = re.compile(
    r"""
    (?: (?<! ayat [ ] ) [({\[] \d{1,2} [)}\]1l]? \s+ [A-Z] \S* (?: [ ] \S+ ){0,3}
      | [;:,] \s+ (?: dan | atau | dan/atau | danlatau | danf[ ]atau ) )
    \s+ \Z
    """,
    re.VERBOSE,
)

#: The commencement behind its own heading, its words in order or shuffled.
#:
#: takes    Pasal 7 ini mulai berlaku      Pasal 122. Peraturan Pemerintah ini mulai berlaku
#: refuses  Pasal 7 dicabut
COMMENCING = re.compile(
    r"(?<![A-Za-z])(?P<word>Pasal)\s(?P<number>[0-9IlOo]{1,4})\.?\s+"
    r"(?:(?:Undang|Peraturan|Qanun)[A-Za-z -]{0,40}\s)?ini\s+mulai\s+berlaku"
)

#: The commencement behind a heading whose number has slipped into the text or is gone.
#:
#: takes    Pasal Peraturan Pemerintah diundangkan. mulai berlaku pada tanggal 89
#: refuses  Pasal 7 ini mulai berlaku
NUMBERLESS = re.compile(
    r"(?<![A-Za-z])Pasal\s+(?P<rest>(?:Undang|Peraturan|Qanun)[A-Za-z. -]{0,60}mulai\s+berlaku)"
)

#: The commencement at the start of a line without any heading.
#:
#: takes    .\nPeraturan Daerah ini mulai berlaku      ;\nUndang-Undang ini mulai berlaku
#: refuses  . Peraturan Daerah ini mulai berlaku
UNHEADED = re.compile(
    r"(?<=\n)(?:Undang|P[ea]raturan|Qanun)[A-Za-z –-]{0,60}(?:\sini)?\s+"
    r"(?:mulai\s+berlaku|(?<=ini )berlaku\s+pada)"
)

#: The commencement as a further sentence of the pasal before, with no label of an item.
#:
#: takes    Menteri. Peraturan Pemerintah ini mulai berlaku
#: refuses  Menteri.\n2. Peraturan Pemerintah ini mulai berlaku      (2) Peraturan ini mulai berlaku
RUN_ON = re.compile(
    r"(?<=[.;] )(?<!\b\d\. )(?<!\b\d\d\. )(?<!\b[a-z]\. )"
    r"(?:Undang|Peraturan|Qanun)[A-Za-z –-]{0,60}\sini\s+(?:mulai\s+berlaku|berlaku\s+pada)"
)
#: The name of an act, with which its commencement shares a pasal.
#:
#: takes    Undang-undang ini dapat disebut      dinamakan
#: refuses  tersebut
NAMING = re.compile(r"\b(?:disebut|dinamakan|dikutip)\b")

#: A heading directly before an offset.
#:
#: takes    Pasal II      Pasal 12
#: refuses  Pasal 12 ayat
HEADED = re.compile(r"(?<![A-Za-z])(?:Pasal|PASAL)\s+\w{1,4}\W*\Z")

#: A list that begins behind a full stop.
#:
#: takes    meliputi. a. penataan kios;\nb.
#: refuses  meliputi: a. penataan kios;\nb.
LIST_OPENING = re.compile(
    r"[a-z)]{3}\.\s+(?P<item>a\.\s+(?=\S))(?=[^:]{10,400}?[;,]\s*(?:dan\s+)?b\.)"
)

#: A citation of a pasal of this regulation, without its ayat.
#:
#: takes    dalam Pasal 32      dalam pasal 134      dan Pasal 22l      terhadap Pasal 87
#: refuses  sesuai Pasalnya
CITATION = re.compile(
    r"(?<![A-Za-z])(?:dalam|dan|terhadap|pada|dengan)\s+\^?[Pp]asa[li1]\s\^?(?P<number>[0-9IlOogTSZL]{1,4})(?![A-Za-z0-9])"
)
