"""The words and numbers by which places in a rule are cited, as patterns over a simplified text.

All patterns read the view made by ``to_view``: same length as the text, lower case, one kind of
blank, page furniture blanked. They are used with ``match(view, position, limit)`` and possessive
quantifiers, so that none can backtrack over long blanks. Forms: UU 12/2011 Lampiran II nos. 77-86
and 271-283, and the older styles found in texts since 1945.
"""

from __future__ import annotations

import re

#: Marks that scanners drop between words, and the typographic signs of newer texts.
PLAIN_SIGNS = {
    "\n": " ", "\r": " ", "\t": " ", "\f": " ", "\xa0": " ", "^": " ", "\u00ad": "-",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    "\u2500": "-", "\u00e4": "-",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'",
}  # fmt: skip

#: Page furniture that falls into the middle of sentences; read before the signs are made plain.
#:
#: takes    \n- 5 -\n      \n-12-\n      republik indonesia - 3 -      sk no 012345 a\n
#: takes    \n: 1.\n
#: refuses  \n5. Setiap      presiden republik indonesia menetapkan
FURNITURE = re.compile(
    r"""
    \n [ \t]* (?: presiden [ ] republik [ ] indonesia [ \t\n]*+ )?
        [-–—] [ ]? \d{1,3} [ ]? [-–—] [ \t]* (?= \n )
  | presiden [ ] republik [ ] indonesia \s{1,3} [-–—] [ ]? \d{1,3} [ ]? [-–—]
  | republik [ ] indonesia \s{1,3} [-–—] [ ]? \d{1,3} [ ]? [-–—]
  | \n [ \t]* presiden \s? republik [ ] indonesia [ \t]* (?= \n )
  | \n [ \t]* : [ \t]* (?: \d{1,2} \. )? [ \t]* (?= \n )
  | _ (?<= [),;] [ ] _ ) _? (?= \s )
  | sk [ ] no\.? [ ]? \d{5,6} [ ]? [a-z]? (?= \s )
  | www\.djpp\.(?: depkumham | kemenkumham )\.go\.id
  | peraturan\.djpp\.(?: depkumham | kemenkumham )\.go\.id
  | djpp\.(?: depkumham | kemenkumham )\.go\.id
    """,
    re.VERBOSE,
)

#: The end of a word; the next is sometimes glued to a number.
END = r"(?: (?![a-z0-9]) | (?= peraturan | undang ) )"
#: *Undang-undang*, also over the end of a line.
UNDANG = r"undang[\s_-]{0,2}\s*+undang"
#: Words that join the items of a list.
AND = r"""
    (?: dan\s*[/lf]?\s*atau | dan | atau | serta | beserta | maupun | juncto | jis\.? | jo\.?
      | yo\.? ) (?: (?![a-z]) | (?= pasal | ayat | huruf ) )"""

#: What joins the places of a list; a range and an exception are told apart.
CONNECTOR = rf"""
    (?: \s*+ (?: ,\s*+ )?+
          (?P<range> (?: sampai | hingga ) (?: \s++ d[ec]ngan )?+ (?: \s++ pada )?+
                   | s\.?\s?/?\s?d\.? (?![a-z]) )
      | \s*+ (?: ,\s*+ )?+
          (?P<except> (?: dan\s++ )?+ (?: kecuali | terkecuali | dengan \s++ pengecualian )
              (?: \s++ (?: ketentuan | dalam | dari | pada | untuk | yang | dimaksud ) )*+ )
      | \s*+ (?: \( [a-z] [a-z\s]{{2,40}} \) \s*+ )?+
          (?P<list> (?: [,;] | \. (?= \s [0-9]{{1,3}} \s ayat ) ) \s*+ (?: {AND} )?+
              | {AND} (?: \s*+ , )?+ | & )
      | (?P<direct> \s*+ )
    )
    \s*+ (?: ketentuan \s++ )?+
"""

#: A number in digits and their look-alikes, with at least one real digit.
DIGITS = r"(?: [0-9oli|!]{0,3} [0-9] [0-9oli|!]{0,3} )"

#: takes    pasal 12      pasal 12a      pasal2l      pasa1 7      pasal-pasal 5      pasal ii
#: takes    pasal, 26
#: refuses  pasal ini      pasalnya 3      pasal 4.3.3
PASAL = rf"""
    (?: pas[ae] (?: l | 1 | i | j | ! | \| | t(?=[0-9]) | d(?=\s) ) (?: \s?-\s? pasa[l1] )?+ )
    (?: [\s.]*+ | ,\s ) (?: ke-?\s? )?+
    (?P<pasal>
        {DIGITS} (?: [a-z]{{1,2}} (?![a-z0-9]) )?+
      | [ivx]{{1,4}} (?: [a-c] (?![a-z0-9]) )?+
      | l | pertama | ke(?:satu|dua|tiga|empat|lima)
    ) (?! \.[0-9]\.[0-9] ) {END}
"""

#: takes    ayat (1)      ayat (1a)      ayat 2      ayat (21      ayat (l)      ayat ke-1
#: takes    ayat pertama      ajat (3)      ay'at (4)      ayat ke-tiga      ayat l3)
#: takes    ayat ayat (2)      ayat (4)belum      ayat l2l      ayat (2|      ayat (21dapat
#: takes    ayat (2"      ayat ii      ayat iv      ayat (r)      ayat (t)
#: refuses  ayat ini      ayat suci      ayat ixora      ayat (b)
AYAT = r"""
    (?: a[jyv]['`]?a[tli!] | alyat ) (?: [\s-]{1,3} ayat )?+ [\s.,]*+ (?: ke\s?-?\s? )?+
    (?P<ayat>
        \( [0-9]{1,2} [1l] (?= [a-z]{4} | dan\s )
      | [(\[{] \s? (?: [0-9oli|!sz]{1,3} \s? [a-k]?+ | [art] ) \s?
            (?: [)\]}l"] | (?<=[1l!|]) | (?= [,;.] | \s?(?:dan|atau|sampai)\s ) )
      | [li|] [0-9]{1,2} (?: \) | [l|] (?![a-z0-9]) )
      | [0-9]{1,2} [a-k]?+ (?: \) )?+
      | (?: i{1,3} | iv | vi{0,3} | ix | x ) (?![a-z0-9])
      | pertama | terakhir
      | satu | dua | tiga | empat | lima | enam | tujuh | delapan | sembilan | sepuluh
    ) (?: (?![a-z0-9]) | (?<= \) ) | (?<=[0-9][1l]) (?= [a-z]{4} | dan\s ) )
"""

#: takes    huruf a      huruf aa      huruf d1      huruf-huruf b      hurufc      sub a
#: takes    huruf a)
#: refuses  huruf besar      huruf kapital
HURUF = r"""
    (?: hur[ui][ft] (?: \s?-\s? huruf )?+
      | sub (?: \s? -? huruf )?+ (?=[\s"'])
      | butir (?= \s++ [a-z] [\s,;.)] ) )
    \s*+ ["'(]?
    (?P<huruf> [a-z] (?: [a-z] | [1-9] )?+ ) (?P<huruf_close> \) )?+ ["']?+ (?![a-z0-9])
"""

#: takes    angka 1      angka 9a      angka romawi ii      angl<a 2      butir 3      angka 1)
#: refuses  angka kemiskinan      angka 1945
ANGKA = rf"""
    (?: an(?:gk|gl<|g\)<|gl)a | butir | nomor \s++ urut
      | (?P<below> sub ) (?: \s?-?\s? angka )?+ (?= \s*+ [0-9] ) )
    (?: \s?-\s? angka )?+ \s*+ (?: romawi \s++ )?+ ["'(]?
    (?P<angka> (?! [0-9]{{4}} ) {DIGITS} [a-c]?+ | [ivx]{{1,5}} | l )
    (?P<angka_close> \) )?+ (?![a-z0-9])
"""

ONES = r"(?: satu | dua | tiga | empat | lima | enam | tujuh | delapan | sembilan )"
ORDINAL = rf"""
    (?: pertama
      | ke (?: {ONES} | sepuluh | sebelas ) (?: \s? (?: belas | puluh (?: \s {ONES} )? ) )?
    )"""
#: takes    bab iv      bab iiia      bab 3
#: refuses  bab ini
BAB = rf"bab \s++ (?P<bab> [ivxl1]{{1,7}} [a-c]?+ | [0-9]{{1,2}} ) {END}"
#: takes    bagian kedua      bagian kedua belas      bagian ke-3
#: refuses  bagian lain
BAGIAN = rf"""bagian \s++ (?: ke\s?-\s? )?+
              (?P<bagian> {ORDINAL} | [ivx]{{1,4}} | [0-9]{{1,2}} ) {END}"""
#: takes    paragraf 1      paragraf kesatu
#: refuses  paragraf ini
PARAGRAF = rf"paragraf \s++ (?: ke\s?-\s? )?+ (?P<paragraf> [0-9]{{1,2}} | {ORDINAL} ) {END}"
#: takes    lampiran      lampiran ii      lampiran iia      lampiran i.a
#: refuses  lampirannya
LAMPIRAN = rf"""
    lampiran (?: \s?-\s? lampiran )?+
    (?: \s++ (?: romawi \s++ )?+
        (?P<lampiran> [ivxl]{{1,6}} [a-c]?+ (?: \s?[.-]\s?[a-z0-9]{{1,2}} )?+ | [0-9]{{1,2}}
          | [a-h] ) {END}
    )?+ {END}
"""
#: takes    diktum kesatu      diktum pertama
#: refuses  diktum keputusan
DIKTUM = rf"diktum \s++ (?P<diktum> pertama | ke(?: {ONES} | sepuluh ) ) (?![a-z])"

LEVELS = rf"{PASAL} | {AYAT} | {HURUF} | {ANGKA} | {BAB} | {BAGIAN} | {PARAGRAF}"

#: The first place of a list, wherever it stands.
#:
#: takes    pasal 5 ayat (1)      lampiran ii
#: refuses  undang-undang
PLACE = re.compile(rf"(?: {LEVELS} | {LAMPIRAN} | {DIKTUM} )", re.VERBOSE)

#: What a number counts when it is no place: ``dan 3 (tiga) orang``, ``, 5 tahun``.
COUNTED = r"""
    \s*+ (?: [(%] (?! [0-9]{1,2} \) ) | persen | hari | orang | tahun | bulan | kali | jam | ayat\w
          | meter | buah | km | unsur | macam | rupiah )"""
#: A number without its place word, taken over from the item before.
#:
#: takes    (2)      6      b      ke-2
#: refuses  3 (tiga) orang      5 tahun      badan
BARE = rf"""
    (?: (?P<bare_ayat> [(\[{{] \s? [0-9oli|!]{{1,3}} [a-k]?+ \s?
            (?: [)\]}}] | (?<=[1l!]) (?= [\s,;.] ) ) ) (?! \s*+ [(%] )
      | (?: ke\s?-\s? )?+ (?P<bare_number> [0-9]{{1,3}} [a-z]?+ ) (?: \) )?+
            (?! [a-z0-9] | [.,/:] [0-9] | {COUNTED} )
      | (?P<bare_letter> [a-z] ) (?P<bare_close> \) )?+ (?! [a-z0-9)] | \s*+ [/&-] )
    )
"""

#: The next place of a list, with what joins it to the one before.
#:
#: takes    , huruf b      , pasal 7
NEXT = re.compile(rf"{CONNECTOR} (?: {LEVELS} | {BARE} )", re.VERBOSE)

#: The words with which a citation may begin: of a place, or of a rule.
OPENING_WORDS = r"""
        (?P<place> pas[ae][l1ij!|td] | a[jyv]['`]?a[tli!] | alyat | hur[ui][ft] | angka | angl
                 | ang\) | butir | bab\s | bagian\s | paragraf\s | lampiran | diktum | sub\s )
      | (?P<act> undang | pe(?:ratur|rat\.ur|mtur|ratu\sr|rahrr|ratrr)a{1,2}n | keputusan
               | ketetapan | instruksi | qanun | putusan | maklumat | surat\s++(?:edaran|keputusan)
               | penetapan\s++pres | penpres | uu | pp | perp | perda | kepp?res
               | per(?:gub|bup|wal|des|men|ka|ban|ma|ja|pol) | kep(?:men|gub|bup|wal)
               | in(?:pres|men|gub|bup|wal) | [pk]mk | (?:se|p)ojk | pbi | pkpu | sema | tap\s
               | n[o0][a-z0]{2}r\s | no\.\s | sta+t?[sb] | stb | s\.\s?1[89] | lembaran | konstitusi
               | kuh | kitab | ordonansi | reglemen )
    """
#: The same at the beginning of a text.
#:
#: takes    pasal      undang      lampiran
#: refuses  bupati
FIRST_TRIGGER = re.compile(OPENING_WORDS, re.VERBOSE)
#: Where citations may begin, with the sign before; cheap, so that the rest of a text costs little.
#:
#: takes    dalam pasal      (undang      5undang      , lampiran
#: refuses  oleh bupati      sepasal      5pasal
TRIGGER = re.compile(
    rf"[^a-z] (?: (?<! [0-9] ) | (?= undang | peraturan ) ) (?: {OPENING_WORDS} )", re.VERBOSE
)

#: Words that may follow a place before the name of the rule it belongs to.
#:
#: takes    , pada undang-undang      di dalam peraturan
LINK = re.compile(
    r"""
    (?P<comma> \s*+ [,;] )?+ \s*+
    (?: yang \s++ (?: tercantum | termuat | terdapat | tersebut | termaktub | di\s?muat ) \s++
        (?= dalam | pada | di ) )?+
    (?: (?: dari | dalam | daripada | di\s++ dalam | pada ) \s++ )?+
    (?: (?: bab | buku ) \s++ [ivx0-9]{1,7} \s++ (?: (?: dari | dalam ) \s++ )?+ )?+
    (?: (?: ketentuan | naskah | (?: per)?aturan \s++ peralihan
        (?: \s++ dari )?+ ) \s++ )?+
    [("']?+ \s*+
    """,
    re.VERBOSE,
)

#: Words between a rule and a place in it: its title, its gazette, and what singles out the place.
#:
#: takes    , khususnya      tentang hutan, terutama ketentuan      (lembaran negara ..), khususnya
#: takes    (      dalam
#: refuses  ,      dan      tentang perubahan atas      , antara lain
BEHIND = re.compile(
    r"""
    \s*+ (?: dalam | pada ) \s*+ $
  | \s*+ (?: tentang (?! [^;()]{0,200} (?: perubahan | pencabutan ) ) [^;()]{3,160}? )?
    (?: \s*+ \( [^()]{4,160} \) )?+ \s*+ ,?+ \s*+
    (?: (?: khususnya | khusus | terutama | teristimewa | utamanya )
            (?: \s++ (?: pada | dalam | ketentuan | mengenai | untuk ) )*+
      | (?P<bracket> \( ) ) \s*+ $
    """,
    re.VERBOSE,
)
#: The same in a legal basis, where no word needs to single out the place.
#:
#: takes    tentang hutan      (lembaran negara 1957 no. 160) tentang bahaya,      :
#: refuses  tentang perubahan hutan      ; dan
BESIDE = re.compile(
    r"""
    \s*+ (?: \( [^()]{4,160} \) \s*+ )?+
    (?: tentang (?! [^;]* (?: perubahan | pencabutan | pajak\s ) ) [^;()]{3,100} )?+
    (?: \( [^()]{4,160} \) \s*+ )?+ [,:]?+ \s*+ $
    """,
    re.VERBOSE,
)
#: The ayat, or the pasal, before or behind the one that speaks.
#:
#: takes    ayat yang lalu      ayat sebelumnya      pasal sebelumnya      ayat tersebut di atas
#: takes    pasal di atas      pasal berikutnya      ayat berikut
#: refuses  ayat ini      pasal yang      ayat tersebut      pasal-pasal berikut
NEIGHBOUR = re.compile(
    r"""
    (?P<level> ayat | pasal | huruf ) \s++
    (?: yang \s++ (?: lalu | mendahuluinya ) | sebelumnya | (?: tersebut \s++ )?+ di \s?+ atas
      | (?P<next> berikut (?: nya )?+ ) ) (?![a-z])
    """,
    re.VERBOSE,
)
#: What shows that a huruf or angka stands further up, where the unit that speaks has none.
#:
#: takes    di atas      tersebut di atas
#: refuses  di atasnya      diatur
ABOVE = re.compile(r"\s*+(?:tersebut\s++)?+di\s?+atas(?![a-z])")
#: What places belong to that is no regulation, so that they lie in none.
#:
#: takes    konvensi      bab viii dari persetujuan      dari convention      piagam
#: refuses  persetujuan      perjanjian ini      dari
TREATY = re.compile(
    r"""
    (?: \s*+ bab \s++ [ivx0-9]++ )?+ [\s,]*+
    (?: (?: (?: dari | daripada | dalam ) \s++ )?+
          (?: konvensi | convention | piagam | protokol | statuta? | charter | traktat | verdrag
            | agreement | kovenan | covenant )
      | (?: dari | daripada ) \s++ (?: persetujuan | perjanjian | anggaran \s++ dasar ) ) (?![a-z])
    """,
    re.VERBOSE,
)
#: A Dutch rule by name, with no number of the Staatsblad behind it.
#:
#: takes    bedrijfsreglementeringsordonnantie 1934      "indische bedrijvenwet"
#: takes    dari reglement a
#: refuses  undang-undang      peraturan daerah      wetenschap
DUTCH = re.compile(
    r"""
    \s*+ (?: (?: dari | dalam ) \s++ )?+ ["'(]*+ (?: [a-z]{1,14} \s ){0,2}
    [a-z]{0,40}? (?: ordonn?antie | verordening | reglement | wet | statuut | besluit ) (?![a-z])
    """,
    re.VERBOSE,
)
#: A Dutch rule by name before a place in it.
#:
#: takes    zoutmonopolie-ordonnantie 1941",      indische bedrijvenwet,
#: refuses  ordonansi,      bedrijvenwet (
DUTCH_BEFORE = re.compile(
    r"(?:ordonn?antie|verordening|reglement|[a-z]wet|statuut|besluit)(?:\s[12][0-9]{3})?[\"']?,\s*$"
)
#: A rule by number whose maker is not named.
#:
#: takes    peraturan no. 2      dari keputusan nomor 12
#: refuses  peraturan daerah no. 2      peraturan
MAKERLESS = re.compile(
    r"\s*+(?:(?:dari|dalam)\s++)?+(?:peraturan|keputusan)\s++(?:nomor|no\.?|nr\.?)\s*+[0-9]"
)
#: A place named before: *Pasal 7 tersebut*.
#:
#: takes    tersebut      itu      dimaksud
#: refuses  tersebutlah      yang dimaksud
NAMED_BEFORE = re.compile(r"\s*+(?:tersebut|itu|dimaksud)(?![a-z])")

#: A catchword of the next page, which repeats its first words.
#:
#: takes     . .       …
#: refuses  .
CATCHWORD = re.compile(r"\s?(?:…|\.\s?\.)")
#: ``Pasal ini`` after an ayat.
#:
#: takes    (2) pasal ini      (2) dari pasal tersebut
#: refuses  (2) pasal 5
THIS_PASAL = re.compile(
    r"\s++ (?: dari \s++ )?+ pasal \s++ (?: ini | tersebut )(?![a-z])", re.VERBOSE
)


def to_view(text: str) -> str:
    r"""Return the text as the patterns read it: of equal length, so that offsets hold.

    >>> to_view("Pasal 5\n^AYAT (1)")
    'pasal 5  ayat (1)'
    """
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when lowered
        lower = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    lower = FURNITURE.sub(lambda found: " " * len(found[0]), lower)
    for sign, plain in PLAIN_SIGNS.items():
        lower = lower.replace(sign, plain)
    return lower
