"""The patterns of the reading room."""

from __future__ import annotations

import re

#: A page number set off by dashes or words, as OCR may misread it.
#:
#: takes    - 2 -      -12-      – 3 –      -t2-      Page 1 of 4      Halaman 3 dari 10      _18_
#: takes    4 | P a g e      Page | 12      about:blank 1/3
#: refuses  2      - dua -      (2)      -      a. -
LABELLED_NUMBER = re.compile(
    r"""
    [-–—_•~.]{1,3} \s? [\dIlOotSZ]{1,4} \s? [-–—_•~.]{1,3}
    | (?: p \s? a \s? g \s? e | halaman | hal\.? ) \s? (?: \| \s? )? \d{1,4}
        (?: \s? (?: of | dari | / ) \s? \d{1,4} )?
    | \d{1,4} \s? \| \s? (?: p \s? a \s? g \s? e | halaman )
    | (?: about:blank \s )? \d{1,4} \s? / \s? \d{1,4}
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A number by itself, whose marks a recogniser may have lost on one side. A point after it makes
#: it the number of an item.
#:
#: takes    7      123      -5      38-      -2·      l2
#: refuses  12A      (1)      1.      - 2. -      Il
MARKED_NUMBER = re.compile(
    r"""
    [-–—_•~·.|]{0,3} \s? (?= [IlOotSZ]{0,3} \d ) ( [\dIlOotSZ]{1,4} ) \s? [-–—_•~·|]{0,3}
    """,
    re.VERBOSE,
)

#: A Roman number by itself, as recognition may misread it.
#:
#: takes    iv      - XII -      Vlll      x
#: refuses  v.      (ii)      IV A      MDC
MARKED_ROMAN = re.compile(r"[-–—_•~·|]{0,3} \s? ( [ivxlIVX]{1,6} ) \s? [-–—_•~·|]{0,3}", re.VERBOSE)

DIGITS = re.compile(r"\d+")

#: A row that can be a running head at all.
#:
#: takes    NOMOR      www.peraturan.go.id      2016, No.123
#: refuses  Rp.      1 2 3      a. b.
WORD = re.compile(r"[^\W\d_]{3} | \bNo\b", re.VERBOSE)

#: The start of a unit or of a gloss: never a running head, however often it opens a page.
#:
#: takes    Pasal 5      BAB IV      Ayat (2)      Huruf a      Cukup jelas.      (3) Gubernur
#: takes    a. bahwa      12. Undang-Undang      Paragraf 2      LAMPIRAN I
#: refuses  2016, No. 5      PRESIDEN      www.peraturan.go.id      PD. PASAR      R.EPUBUK
STRUCTURE = re.compile(
    r"""
    (?: pasal | bab | bagian | paragraf | ayat | huruf | angka | cukup | lampiran
      | menimbang | mengingat | menetapkan | memutuskan ) \b
    | \( \w{1,3} \)
    | (?: \d{1,3} | (?-i: [a-z]{1,2} ) ) [.)] | (?-i: [A-Z] [.)] (?! [A-Z] ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: Rows that are furniture by what they say, near the edge of a page.
#:
#: takes    SALINAN      www.jdih.example.go.id      SK No 065030 A      SK No 247M6 A
#: takes    Dipindai dengan CamScanner      http://www.example.org/?id=3 12/4/2009
#: takes    3/24/26, 10:15 AM Peraturan Daerah tentang Sampah
#: refuses  SALINAN Peraturan Daerah ini      sesuai dengan salinan aslinya      SK No urut
STAMP = re.compile(
    r"""
    ^ S \s? A \s? L \s? I \s? N \s? A \s? N $
    | ^ (?: https?:// | www\. ) \S+ (?: \s \S{1,12} )? $
    | ^ SK \s? No \.? \s? (?= [^\d]{0,3} \d ) [\dA-Za-z-]{5,8} \s? [A-C]? $
    | ^ (?: dipindai \s dengan | scanned \s (?: with | by ) ) \s
    | ^ \d{1,2} / \d{1,2} / \d{2,4} , \s \d{1,2} [:.] \d{2} \b
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: A row of the note that a document was signed electronically.
#:
#: takes    Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat
#: takes    sertifikat elektronik yang diterbitkan oleh balai
#: refuses  ditandatangani oleh Bupati      sertifikat laik fungsi
SIGNATURE = re.compile(
    r"""
    ditandatangani \s secara \s elektronik
    | sertifikat \s elektronik \s yang \s diterbitkan
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: The label of an item that stands alone in the first column of a table.
#:
#: takes    1.      12      a)      (3)      IV.      B.      5a.
#: refuses  Kios      1.000,00      1 2      a. Kios
LONE_LABEL = re.compile(
    r"[(]? (?: \d{1,3} [a-z]? | [a-zA-Z] | [IVXivx]{1,5} ) [.)]{0,2}", re.VERBOSE
)

#: The label with which an item begins in a table.
#:
#: takes    a. Kios      1) Los      (2) Pelataran      - sepeda motor      b.Gerbang
#: refuses  Kios      (satu) hari      1.000      dan/atau
ITEM_LABEL = re.compile(
    r"[(]? (?: \d{1,2} | [a-zA-Z] | [ivx]{1,4} ) [.)]{1,2} (?! \d ) | [-–•] \s", re.VERBOSE
)

#: The beginning of an amount in a table.
#:
#: takes    Rp5.000,00      Rp. 150.000      12.500      0,65      5%      3
#: refuses  a. Kios      per hari      Rupiah      1. Kios      2 (dua) hari
AMOUNT = re.compile(r"Rp [\s.]* \d | \d+ (?: [.,] \d | \s? % | $ )", re.VERBOSE)

#: The dots at the end of a catchword.
#:
#: takes    Pasal 5 . . .      BAB I …      Agar...
#: refuses  Pasal 5.      dan lain-lain
DOTS = re.compile(r"(?<! [….\s] ) \s* (?: \. \s? \. | … ) [….\s]* $", re.VERBOSE)

#: Punctuation around a word.
EDGE_MARKS = ".,;:()[]\"“”'‘’/-–—…?!"

#: A word of figures, which says nothing about the quality of a text.
#:
#: takes    2011      1.000.000,00      (3)      12/2014      5%
#: refuses  12A      Rp5
FIGURE = re.compile(r"[\d.,;:%/()+-]+")

#: takes    https://jdih.example.go.id      www.peraturan.go.id      warga@example.id
#: refuses  peraturan      go
ADDRESS = re.compile(
    r"(?: https?: | www\. | [\w.]+@ | [\w-]+ (?: \. [\w-]+ )* \. (?: id | com | org ) \b )",
    re.VERBOSE,
)

#: The ornament that closes a regulation.
#:
#: takes    ooo000ooo      Oooo0000oooO      ooo0ooo
#: refuses  oto      Pasal
DECORATION = re.compile(r"[oO]{2,}[oO0]+")

#: What stands alone in print: leader dots, dashes, list bullets, signs of a table.
#:
#: takes    :      -      ...      (……………).      •      =      ();
#: refuses  ,-      ;:'      !      "'
LONE_MARK = re.compile(
    r"""
    [(]? [.…_–—-] [.…_–—,-]* [)]? [.;,]?
    | [:;,()\[\]=+%&*•√“”"‘’/<>] | \( \) ;? | \) [.,;] | :- | ,, | \*{1,3} \)?
    """,
    re.VERBOSE,
)

LETTERS = re.compile(r"[a-z]{4,}")

#: Signs, capitals and figures where no Indonesian word has them.
#:
#: takes    Di^RAH      1©      PasaI      KENCANAl      pen5rusunan      8siang      tida.k
#: refuses  perundang-undangan      SiLPA      APBDes      12A      Rp5.000      dan/atau
ODD_SIGNS = re.compile(
    r"""
    [©®«»^~|\\{}<>*£¥§_•■♦]
    | [^\W\d_] [!?] [^\W\d_]
    | [a-z] [A-Z] (?! [a-z]? [A-Z] | [a-z] )      # PasaI, but SiLPA and glued words pass
    | [A-Z]{3} [a-z] (?! [a-z] )                  # KENCANAl
    | (?<! \b r ) [a-z]{2} \d                     # ayat2
    | \d [a-z]{3}                                 # 8siang
    | [a-z]{2} [.:'] [a-z]{1,3} \b                # tida.k
    """,
    re.VERBOSE,
)

#: Letters that do not follow each other in Indonesian, or in its names and loanwords.
#:
#: takes    dcngan      tcrscbut      bervvenang      terrnasuk      mcnctapkan      penggunaaan
#: refuses  terhadap      kesejahteraan      transparansi      struktur      olahraga      akhlak
HARD_TO_SPEAK = re.compile(
    r"""
    [jvwz] [bcdfgjklmnpqrtvwxz]
    | q [^u] | y [bcdfghjlpqrtvwxz]
    | c [bcdfgjlmnpqrsvwxz]
    | [bdfghjlmptvwxyz] c (?! h )
    | [bgpt] [xqvz] | [lnmr] x
    | (?<! [aiueo] ) rn | rn [nrm] | [aiueo]{5} | (.) \1 \1 | [bcdfghjklmnpqrstvwxyz]{6}
    | ^ (?! m [bp] | n [dj] ) [lrmn] [bcdfjpqstvwxz]
    | [jv] $
    """,
    re.VERBOSE,
)

#: A word printed with a space after each letter; a line feed stands for each longer word.
#:
#: takes    TENTANG      PasaI      Manado      Kesimpulan
#: refuses  VxIx      abcd      ABC
SPACED_LETTERS = re.compile(r"[A-Z]{4,} | [A-Z] [a-z]{2,} [a-zI1]", re.VERBOSE)

#: A line of a text file; all signs that end a line or a page part lines.
FILE_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")

TOKEN = re.compile(r"\S+")

#: Where text that was taken from printed pages shows the end of a page: a running head that says
#: so by its page number, by its spaced-out letters or by the number of the sheet, or the dots
#: after a catchword. ``PRESIDEN REPUBLIK INDONESIA`` by itself is the maker or the signer.
#:
#: takes    PRES I DEN REPUBLIK INDONESIA -3-      PRESIDEN REPUBLIK INDONESIA - 12 -
#: takes    SK No 065030 A      - 9 -      . . .      …
#: refuses  PRESIDEN REPUBLIK INDONESIA,      PRESIDEN REPUBLIK INDONESIA ttd      Nomor 5.
PAGE_BREAK = re.compile(
    r"""
    (?P<head>
        [PF]RES [ ] [I1l] [ ] DEN \s+ REP[A-Z]{4,6} \s IN[A-Z]{4,7} (?: \s IA )? \b
            (?! \s* , | \s* ttd )
            (?: \s* [-_–—]? \s? [\dt]{1,3} \s? [-_–—] )?
      | PRESIDEN \s+ REPUBLIK \s INDONESIA \s* [-_–—] \s? [\dt]{1,3} \s? [-_–—]
      | SK \s? No \s? [\dlIO]{2,6} [-\w]{0,5} (?: \s [A-C] \b )?
      | (?m: ^ [ \t]* [-–—] \s? \d{1,3} \s? [-–—] [ \t]* $ )
    )
    | (?: \. \s? \. \s? \. | … ) (?: [.…] | \s \. ){0,200}
    """,
    re.VERBOSE,
)
