"""The names and numbers by which whole rules are cited, as patterns over the view of a text.

See ``citation_patterns`` for the view and the way the patterns are used.
"""

from __future__ import annotations

import re

from regcheck.instruments import nicknames
from regcheck.parse.citations.patterns import UNDANG

#: A name may be glued to the number of a pasal before it.
START = r"(?<![a-z])"
#: The word *tahun* and its misreadings, where a year must follow.
TAHUN = r"t[a-z]{2,4}n"

#: The first words of instruments' names.
LONG_OPENERS = rf"""
    peraturan (?: \s++ pemerintah (?: \s++ republik \s++ indonesia )?+ )?+
        \s++ peng[a-z]{{2,5}}i \s++ {UNDANG}
  | {UNDANG} (?: \s++ darurat )?+
  | (?<![-\s]undang\s)(?<!undang-) undang (?= \s nomor \s [0-9] )
  | pe(?:ratur|rat\.ur|mtur|ratu\sr|rahrr|ratrr)a{{1,2}}n (?: \s?-\s? peraturan )?+
  | keputusan | ketetapan | instruksi | qanun | putusan | maklumat
  | surat \s++ (?: edaran | keputusan )
  | penetapan \s++ presiden
"""
SHORT_OPENERS = r"""
    uu (?: ri )?+ (?: \s?darurat )?+ | perp?pu | pp | perpres | penpres | kepp?res | inpres
  | perda (?: prov | kab | kota?+ | is | sus | si )?+ | pergub | perbup | perwal (?: i | kot )?+
  | perwako | perdes | kepgub | kepbup | kepwal | ingub | inbup | inwal
  | permen [a-z-]*+ | kepmen [a-z]*+ | inmen [a-z]*+ | perka (?: [a-z]++ )?+ | perban
  | pmk | kmk | pojk | seojk | pbi | pkpu | perma | sema | perja | perpol | perkap
  | tap \s++ mprs?
"""
#: Words that no instrument's name contains; the next instrument's name is among them.
STOP = r"""
    (?: ini | itu | tersebut | dimaksud | yang | di | ke | pada | dalam (?! \s++ negeri ) | dengan
      | untuk | sebagai\w* | oleh | tentang | mengenai | atau | adalah | telah | akan | dapat
      | wajib | harus | peraturan | undang | keputusan | ketetapan | instruksi | qanun | pasal
      | ayat | bab | huruf | lampiran | lembaran | berita | tambahan | atas | dari | bagi | agar
      | serta | perundang | mulai | berlaku | dinyatakan | diatur | ditetapkan | jo | juncto
      | kepada | tahun \s++ anggaran | lainnya | terkait | setempat | secara | merupakan | menjadi
      | nomor | no | tidak
    ) (?![a-z])
"""
NUMBER_WORD = r"(?: n[o0][a-z0]{2}r | nomer | nummer | no\.? (?![a-z]) | nr\.? (?![a-z]) )"
#: A number: with a code and slashes, plain, or left blank in a draft.
#:
#: takes    12      07      l2      11/pmk.07/2020      188.34-9060      p.10/menlhk/2018
#: takes    57 p/hum/2017      137/puu-xiii/2015      m.hh-01.pp.04.02      22a      ......
#: takes    p.48/menhut- ii/2010      pm 104      km. 52      050-5889
#: takes    kep- 574/mk/iv/9/1970      m.01-hc.03.01      xxv tahun
#: refuses  dua      tahun
NUMBER = rf"""
    (?: (?P<code>
            [0-9]{{1,4}} \s? p \s?/\s? hum \s?/\s? [0-9]{{4}}
          | (?: [a-z]{{1,5}} [.-] \s?+ )?+ [0-9ivxlo]++ [a-z]?+ (?: [.-] [0-9a-z]++ )*+
                (?: \s? / \s? (?! \s | tentang )
                    (?: [12][0-9]{{3}} (?= tentang ) | [a-z0-9] [a-z0-9.-]*+ )
                    (?: (?<=-) \s [a-z0-9.]++ )?+ ){{1,8}}+
          | [a-z]{{1,2}} \. [a-z0-9]{{1,3}} - [a-z0-9] [a-z0-9.-]*+ )
      | (?= (?: [a-z]{{1,3}} [\s.-]{{1,3}} )?+ [^\s0-9]{{0,3}} [0-9]
          | (?: [oliszb|!]{{1,3}} (?: \s [oliszb|!] )?+ | g ) \s*+ {TAHUN} )
        (?: (?: pm | km | kp | per | kep | sk | p | m | s (?=\.) ) [\s.-]{{1,3}} )?+
        (?P<simple> (?: [0-9oliszb|!]{{1,5}} | g ) (?: \s [0-9oli]{{1,2}} (?= \s*+ {TAHUN} ) )?+
            (?: \s? [a-h] (?![a-z0-9.]) )?+ (?: [.-] [0-9]++ )*+ )
        (?: (?![a-z0-9]) | (?= {TAHUN} ) )
      | (?P<roman> [ivxl]{{1,8}} ) (?= \s*+ {TAHUN} )
      | (?P<blank> [.…_]{{2,}}+ | \( \s? [.…_]{{2,}}+ \s? \) )
    )
"""
#: takes    tahun 2014      /2014      thn. 1999      tahun20l1      tanggal 5 mei 1957
#: takes    tah.: un 2016      th 2016      .. tahun 2011      / tahun 1965      tahun 2or9
#: takes    \x20- 1946
#: refuses  tahun anggaran 2014      2014
YEAR = r"""
    (?: \s*+ (?: [,.]{1,2} \s*+ )?+
            (?: ta[hl] [^0-9;()]{0,8}? | [tr][a-z.,]{2,5}[nt] | thn\.? | th\.? ) \s*+
            (?: tanggal \s++ )?+
      | \s?/\s?
      | (?<![0-9]{4}) \s*+ - \s*+ (?= 19[0-9]{2} (?![0-9]) )
      | (?: (?<=/tahun) | (?<=/\stahun) | \s? / \s? tahun ) \s*+
      | \s*+ ,?+ \s*+ \(? (?: tanggal | tgl\.? | ber?tanggal | tertanggal ) \s++ [0-9]{1,2} \s++
            [a-z]{3,9} \s++ (?: tahun \s++ )?+ )
    (?P<year> [12lif] [0-9oliszgqbtr|]{3} ) (?![0-9])
"""
#: What marks an emergency law or a presidential one by letters after its number.
LETTERS = r"""(?: \s*+ [/(]?+ \s*+
    (?P<letters> prps? | perpu | drt | darurat | pnps ) \.? (?![a-z]) \)?+ )?+"""

#: One rule by name and number.
#:
#: takes    undang-undang nomor 23 tahun 2014      uu 23/2014      uu23/2014      uu no. 23/2014
#: takes    peraturan daerah provinsi bali nomor 5 tahun 2011      undang- undang no. 5 tahun 1974
#: takes    undang-undang nomor 8 (drt) tahun 1956      peraturan pemerintah nomor ,79 tahun 2005
#: takes    undang-undang nomor 47 prp tahun 1960      undang-undang 1950 no. 5
#: takes    pergub dki 195 tahun 2014      peraturan-peraturan pemerintah no. 33
#: takes    peraturan-pemerintah no - 12 tahun 1969      tap mpr xxv tahun 1966
#: takes    ketetapan mpr nomor xvi tahun 1998
#: takes    peraturan pemerintah tanggal 5 maret 1951 nr 18
#: refuses  peraturan pemerintah ini      undang-undang di bidang perpajakan      keputusan rapat
#: refuses  peraturan pemerintah kepada tahun anggaran 1973/1974
ACT = re.compile(
    rf"""
    {START}
    (?P<name>
        (?: {LONG_OPENERS} | (?: {SHORT_OPENERS} ) (?![a-z]) )
        (?: (?: [\s,/&-]++ | \.\s? | (?= [0-9] ) ) (?! {STOP} ) [a-z]++ ){{0,16}}?
        (?: \s?\( [a-z\s]{{2,30}} \) )?
    )
    [\s,:']*+ \.? \s*+
    (?:
        {NUMBER_WORD} (?: \s {NUMBER_WORD} )?+ [\s:',-]*+ (?: \.(?!\.) )?+ \s*+ {NUMBER} {LETTERS}
      | (?: {TAHUN} \s++ | (?: ter | ber )?+ tanggal \s++ [0-9]{{1,2}} \s++ [a-z]{{3,9}} \s++ )?+
            (?P<year_first> [12] [0-9oli]{{3}} ) \s*+ ,? \s*+
            {NUMBER_WORD} \s*+ (?P<number_after> [0-9]++ ) (?! [/.-] [a-z0-9] )
      | (?P<short> [0-9]{{1,4}} [a-z]?+ (?: / [a-z]++ [a-z0-9./]*+ )?+ )
            (?= {YEAR.replace("year", "year_ahead")} )
      | (?P<coded> [0-9]{{1,4}} / [a-z0-9.]++ (?: / [a-z0-9.]++ )*+ )
      | (?<= mpr\s | prs\s | yat\s | ara\s ) (?P<unworded> [ivxl]{{1,8}} (?: /[a-z0-9.-]++ )*+ )
            (?= {YEAR.replace("year", "year_behind")} | (?<= / [0-9]{{4}} ) )
    )
    (?: {YEAR} )?+
    """,
    re.VERBOSE,
)
#: Further numbers under one name.
#:
#: takes     dan nomor 7 tahun 1970       jo. 120/2018      , 13       dan 29/p/hum/2019
#: refuses   dan 3 (tiga) orang      , dua
MORE = re.compile(
    rf"""
    \s*+ (?: [,;] \s*+ )?+
    (?: (?: dan | serta | jo\.? | juncto | jis\.? | yo\.? | s\.?/?d\.? | sampai \s++ dengan )
        (?![a-z]) )?+
    [\s.]*+ (?: {NUMBER_WORD} [\s:.]*+ )?+
    (?: (?P<simple> [0-9]{{1,4}} [a-z]?+ ) (?! [0-9/.-]* [a-z] | \s*+ [(%] )
            {LETTERS} (?: {YEAR} )?+
      | (?P<code> [0-9]{{1,4}} (?: /? p/hum | (?: / (?! [12][0-9]{{3}} (?![0-9a-z]) )
            [a-z0-9.-]++ ){{1,5}}+ ) / [12][0-9]{{3}} (?![0-9]) ) )
    """,
    re.VERBOSE,
)
#: takes    staatsblad 1921 no. 498      staatsblad tahun 1847 nomor 23      stbl. 1847: 23
#: takes    s. 1926 no. 226      lembaran negara tahun 1847 nomor 23      staatsblad 1940/228
#: takes    staatsblad untuk indonesia 1948 no. 141      staatsblad nomor 19 tahun 1890
#: takes    staatsblad negara indonesia timur 1950 no. 6      stb. 1926 : 226
#: takes    staasblad 1932 no. 517      stbl_ . tahun 1925 nomor 448
#: takes    staatsblad 1926 nummer 226      stbl. 1847.: 23      i.s. 1924 no. 487
#: refuses  staatsblad nomor 23      lembaran-negara 1798/1959
STAATSBLAD = re.compile(
    rf"""
    {START}
    (?: (?: sta+t?sbla*d?d | sta+tblads? ) ["']?+
            (?: (?: \s++ untuk )?+ (?: \s++ negara )?+ \s++ indonesia (?: \s++ timur )?+ )?+
      | stbl?\.? | (?: i\.\s? )?+ s\.
      | lembaran \s*-?\s* negara (?: \s++ hindia[\s-]++ belanda )?+ )
    [\s,_]*+ (?: \.\s )?+
    (?: {NUMBER_WORD} [\s:]*+ (?P<number_first> [0-9]{{1,4}} ) \s++ tahun \s++ (?P<year_last>
            1[789][0-9]{{2}} | 19[0-4][0-9] ) (?![0-9])
      | (?: tahun \s++ | th\. \s*+ )?+ (?P<year> 1[789][0-9]{{2}} | 19[0-4][0-9] | 1950 )
    \s*+ (?: \.?: | [,.-] | / (?! 1[89][0-9]{{2}} ) )?+ \s*+
    (?: (?: {NUMBER_WORD} | nos\.? ) [\s:]*+ )?+
    (?P<number> [0-9]{{1,4}} [a-z]?+ ) (?![a-z0-9]) )
    """,
    re.VERBOSE,
)
#: A further number of the Staatsblad under the word before.
#:
#: takes     dan 1940 nomor 14      , 1927: 449       jo. 1926-227       dan nomor 450
#: takes     dan 260)
#: refuses   dan 450 orang       dan 1940
STAATSBLAD_MORE = re.compile(
    rf"""
    (?: \s*+ [,;] )?+ \s*+
    (?: (?: dan | serta | jo\.? | juncto | jis\.? | yo\.? ) (?![a-z]) )?+ \s*+
    (?: (?: tahun \s++ )?+ (?P<year> 1[89][0-9]{{2}} ) \s*+
            (?: [:.,-] \s*+ (?: {NUMBER_WORD} \s*+ )?+ | {NUMBER_WORD} \s*+ )
      | {NUMBER_WORD} \s*+ | (?<= dan\s ) (?= [0-9]{{1,4}} \s?\) ) )
    (?P<number> [0-9]{{1,4}} [a-z]?+ ) (?! [a-z0-9] | \s*+ [/-] | \s++ tahun )
    """,
    re.VERBOSE,
)
#: A number of the Staatsblad behind a rule whose name ends in its year; ``YEAR_BEFORE`` tells it.
#:
#: takes    (staatsblad nr 35)      (stbl. no. 267)
#: refuses  staatsblad no. 391
STAATSBLAD_NAMED = re.compile(
    rf"""(?<= \( ) (?: staatsblad | stbl?\.? ) \s*+ {NUMBER_WORD} \s*+
         (?P<number> [0-9]{{1,4}} ) (?= \s?\) )""",
    re.VERBOSE,
)
#: The year that closes a rule's name before a bracket.
#:
#: takes    burgemeesterregeling 1928 (      tanggal 3 juli 1879 no. 27 (
#: refuses  ordonansi (      1949
YEAR_BEFORE = re.compile(
    rf"\s(?P<year>1[89][0-9]{{2}})(?:\s{NUMBER_WORD}\s?[0-9]{{1,3}})?\s?\($", re.VERBOSE
)
#: A rule by its date, whose year is that of its number in the Staatsblad.
#:
#: takes    peraturan pemerintah 3 juli 1916 no. 2 (staatsblad no. 475)
#: takes    ordonansi 15 desember 1949 (staatsblad no. 391)
#: takes    ordonansi tanggal 5 mei 1948 (stbl. nr 43)
#: refuses  ordonansi (staatsblad no. 391)      ordonansi 1949 (staatsblad no. 391)
STAATSBLAD_DATED = re.compile(
    rf"""(?: ordonansi | (?: peraturan | keputusan | ketetapan ) (?: \s++ [a-z]++ )?+ )
         \s++ (?: tanggal \s++ )?+ [0-9]{{1,2}} \s++ [a-z]{{3,9}} \s++
         (?P<year> 1[89][0-9]{{2}} ) \s*+ (?: {NUMBER_WORD} \s*+ [0-9]{{1,3}} \s*+ )?+ \( \s?
         (?: staatsblad | stbl?\.? ) \s*+ {NUMBER_WORD} \s*+
         (?P<number> [0-9]{{1,4}} ) (?= \s?\) )""",
    re.VERBOSE,
)
#: takes    undang-undang dasar negara republik indonesia tahun 1945      uud 1945      uuds
#: takes    konstitusi republik indonesia serikat      konstitusi sementara
#: takes    undang-undang sementara republik indonesia
#: refuses  undang-undang      konstitusional
UUD = re.compile(
    rf"""
    {START} (?:
        (?P<uud> {UNDANG}[\s-]++ (?: dasar | sementara (?= \s++ republik ) )
              | uud (?: s(?![a-z]) )?+ (?![a-z]) )
        (?P<uud_more> (?: \s++ (?: sementara | nomor | negara | republik | kesatuan | indonesia
            | serikat | tahun | nri | ri | ris | [1li]9[0-9oli]{{2}} ) (?![a-z]) )*+ )
      | (?P<konstitusi> konstitusi
            (?: \s++ sementara (?: \s++ (?: republik | indonesia | serikat | ris ) )*+
              | (?: \s++ (?: republik | indonesia | serikat | ris ) )++ ) (?![a-z]) )
    )
    """,
    re.VERBOSE,
)

#: A rule that speaks of itself, or points back to one just named.
#:
#: takes    peraturan daerah ini      undang-undang tersebut      peraturan gubernur dimaksud
#: refuses  peraturan perundang-undangan ini      keputusan yang
#: refuses  undang-undang sebagaimana dimaksud dalam huruf a
POINTING = re.compile(
    rf"""
    (?P<name> (?: {UNDANG} | peraturan (?! \s++ perundang ) | keputusan | ketetapan | instruksi
              | qanun | ordonansi | reglemen )
      (?: \s++ (?! (?: ini | itu | tersebut | dimaksud | yang | nomor | no | tentang | dan | atau
              | serta )
          (?![a-z]) ) [a-z/-]++ ){{0,6}}? )
    \s++ (?: (?P<self> ini ) | (?P<back> tersebut | itu | yang \s++ bersangkutan
        | dimaksud (?! \s++ (?: dalam | pada | di ) \s++ (?: huruf | ayat | pasal | angka ) ) ) )
    (?![a-z])
    """,
    re.VERBOSE,
)
#: A statute by its title alone, or by its title with its number in brackets.
#:
#: takes    undang-undang tentang kehutanan      undang-undang pokok kepegawaian (
#: takes    undang-undang tentang kepailitan (faillissements-verordening, staatsblad 1905
#: refuses  undang-undang ini      peraturan perundang-undangan
TITLED = re.compile(
    rf"""
    (?P<name> {UNDANG} | ordonansi | reglemen
            | peraturan \s++ (?: pemerintah | presiden | daerah ) )
    \s*-?\s*+
    (?! (?: ini | itu | yang | di | ke | dan | atau | nomor | no | perundang | tersebut | dimaksud
          | lain | tidak | pada | untuk ) (?![a-z]) )
    (?P<title> [a-z] (?: [^().;:,"] | (?<=\s[a-z]) \. | (?<=\.[a-z]) \. ){{2,110}} )
    "?+ \s*+
    (?P<bracket> \( \s*+ (?: (?: [a-z-]{{2,40}} ,? \s ){{1,5}}? (?= sta+t?sblad | stbl? ) )?+ )?+
    """,
    re.VERBOSE,
)
#: A kind of statute whose number stands in brackets, right behind it or behind its old title.
#:
#: takes    ordonansi (staatsblad 1940 no. 3      peraturan devisen 1940 (
#: takes    "krosok ordonnantie" (      indische bedrijvenwet (      "peraturan perjalanan dinas" (
#: refuses  ordonansi devisen (      peraturan perundang-undangan (      peraturan (
NAMELESS = re.compile(
    r"""
    (?: ordonansi | reglemen | peraturan (?! \s++ perundang ) (?: \s++ [a-z0-9-]++ ){1,6}
      | ["'] [^"'()]{3,80} ["']
      | (?: [a-z]++ \s ){0,3}? [a-z]*? (?: ordonn?antie | verordening | reglement | wet )
            (?: \s [a-z0-9]++ ){0,3} )
    \s*+ \( \s*+
    """,
    re.VERBOSE,
)
#: The title of a rule after its number.
#:
#: takes     tentang pengelolaan sampah      , tentang parkir
#: refuses   tentang (a
TITLE = re.compile(r"\s*+,?+\s*+tentang\s++(?P<title>[^(;]{4,140})")
#: The end of a lead-in that names the instrument of the numbers listed below it.
#:
#: takes    peraturan pemerintah: a.      undang-undang :\n1.
#: refuses  peraturan pemerintah nomor 1
NAMING_LEAD = re.compile(
    rf"(?P<name>(?:peraturan|{UNDANG}|keputusan)[a-z\s-]{{0,60}}?)\s*:\s*+(?=[a-z0-9]{{1,3}}[.)])"
)


def nickname_pattern() -> re.Pattern[str]:
    """Build the pattern of statutes known by a short name alone (KUHP, UU LLAJ)."""
    names = sorted((name.lower() for name in nicknames()), key=len, reverse=True)
    spelled = (
        r"\s++".join(re.escape(word).replace(r"\-", r"\s?-?\s*+") for word in name.split())
        for name in names
    )
    return re.compile(rf"{START}(?P<nickname>{'|'.join(spelled)})(?![a-z0-9])")


NICKNAME = nickname_pattern()
