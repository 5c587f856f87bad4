"""The patterns of instructions: their verbs, their openings, and the units they name.

Formulae: UU 12/2011 Lampiran II nos. 233-236c, and the older *menambah*, *mengubah*, *dijadikan*.
"""

from __future__ import annotations

import re

#: The verbs that make a numbered sentence an instruction.
#:
#: takes    disisipkan      diubah      dihapus      ditambahkan      dijadikan
#: refuses  perubahan      terhapus
VERB = re.compile(
    r"""
    (?<![A-Za-z]) (?:
        (?P<insert> di ?sisip(?:kan)? | menyisip(?:kan)? | disipkan )
      | (?P<renumber> dijadikan | (?: berubah | digeser | bergeser ) [ ] menjadi )
      | (?P<append> di ?tambah(?:kan|i)? | menambah(?:kan)? | ditambahan )
      | (?P<delete> di ?hapus(?:kan)? | menghapus(?:kan)? | dihilangkan | dicabut | dihapuskan )
      | (?P<replace> di ?ubah | dirubah | mengubah | merubah | diganti | mengganti
        | diadakan[ ]perubahan
            | disempurnakan | (?:sehingga[ ]|selanjutnya[ ])? (?:harus[ ])? berbunyi | dibaca
              | diperbaharui | diperbaiki )
    ) (?![A-Za-z])
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: The first words of an instruction.
#:
#: takes    Ketentuan Pasal 5      Di antara Pasal 5      Judul BAB II
#: refuses  Setiap orang      Bupati
OPENING = re.compile(
    r"""
    \s* ["“]? (?:
        [Kk]ete?nt?entuan | [Kk]eten[a-z]+an | [Dd]i\s?antara | Setelah | Sesudah | Sebelum
          | [Pp]asal | Judul
      | BAB | Bab | Bagian | Paragraf | Penjelasan | Lampiran | Menambah\w* | Mengubah | Merubah
      | Menghapus\w* | Menyisipkan | [Aa]yat | [Hh]uruf | [Aa]ngka | Frasa | Frase | Kata
        | Perkataan | Semua
      | Seluruh | Pada | Dalam | Antara | Mencabut | Mengganti | Rumusan | Bunyi | Substansi
        | Istilah
      | Sebutan | Kalimat | Konsideran\w* | Dasar | Nama | Format | Bentuk | Diktum | Ditambah\w*
      | Disisip\w* | Terhadap
    ) (?![A-Za-z])
    """,
    re.VERBOSE,
)

#: Where the instruction ends and the quoted text begins; the colon may be lost.
#:
#: takes    sehingga berbunyi sebagai berikut:      berbunyi sebagai berikut Kapal
#: takes    diubah sebagai berikut “Pasal 5
#: refuses  berbunyi sebagai berikut dan      ketentuan sebagai berikut Kapal
QUOTE = re.compile(
    r"""
    (?: sebagai \s* (?: mana \s+ )? berikut | (?<! [a-z5!] ) [a-z5!]* [ ]? berikut
      | berbunyi [^:.]{0,25}
      | seperti \s+ berikut | sbb | seperti \s+ di \s? bawah \s+ ini
      | berbunyi (?: \s+ (?: Pasal | menjadi | yaitu )[^:.]{0,60} )? | berikut \s+ ini | dibaca
        | menjadi ) \s* [:;]
    | sebagai \s* berikut \s* [.]? (?= \s* \n )
    | berbunyi \s+ sebagai \s+ berikut (?= \s+ (?-i: [A-Z(] ) )
    | sebagai \s+ berikut (?= \s* ["“] )
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: The full stop that ends an instruction: at the end of a line, or before the next number.
#:
#: takes    Pasal 16 dihapus.\n      dihapus. 3. Ketentuan Pasal 4
#: refuses  ayat (2) dan Pasal 3. a kapal
STOP = re.compile(r"\.\s*(?:\n|$|(?=\d{1,3}\s?[.)]\s?(?:Ketentuan|Di\s?antara|Pasal)\b))")
#: A range of pasal (``Pasal 5 sampai dengan Pasal 9``).
#:
#: takes    Pasal 5 sampai dengan Pasal 9      Pasal 5 s.d. 9
#: refuses  Pasal 5 dan Pasal 9
PASAL_RANGE = re.compile(
    r"[Pp]asal\s?(?P<first>\d+)\s+(?:sampai(?:\s+dengan)?|s/d|s\.d\.?)\s+(?:[Pp]asal\s?)?(?P<last>\d+)"
)
#: The small letter of an inserted pasal in acts before 1990 (``Pasal 3a``).
#:
#: takes    Pasal 3a      Pasal 5 b
#: refuses  Pasal 3 a. kapal      Pasal 3 dan
SMALL_LETTER = re.compile(r"(?<=[Pp]asal\s)\d{1,3}\s?[a-f](?=[\s,;:.)]|$)(?!\.\s[a-z])")
#: The words after which an instruction names what is new.
#:
#: takes    yakni Pasal 5A      menjadi
#: refuses  yang
NEW_PART = re.compile(
    r"(?<![A-Za-z])(?:yakni|yaitu|ialah|menjadi|dijadikan|sebagai)\b", re.IGNORECASE
)
#: A pasal as what is new; *Pasal 42 ayat (4)* is an ayat.
#:
#: takes     Pasal 4A      1 (satu) Pasal 4A      ketentuan Pasal 14A
#: refuses   Pasal 42 ayat (4)      ayat (4)
NEW_PASAL = re.compile(
    r"^\W{0,20}(?:\d{1,2}\s?\([a-z ]+\)\s*)?(?:ketentuan\s)?[Pp]asa"
    r"(?!\S?\s?\d{1,3}\s?[A-Z]?,?\s+(?:ayat|huruf)\b)"
)
#: A part of a pasal as what is new.
#:
#: takes    yakni ayat (4)      yang dijadikan ayat (2a)      disisipkan huruf d1
#: takes    menjadi Pasal 4 ayat (3)
#: refuses  disisipkan 1 (satu) pasal      yakni Pasal 4A      mengubah ayat (2)
NEW_BIT = re.compile(
    r"""
    \b (?: yakni | yaitu | ialah | menjadi | dijadikan | di ?sisip(?:kan)? | menyisip(?:kan)?
      | di ?tambah(?:kan)? | menambah(?:kan)? ) \s+
    (?: pasal \s \d{1,3} [A-Z]? \s )? (?: ayat | huruf | angka | butir ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The neighbours of something inserted, which are not new themselves.
#:
#: takes    di antara Pasal 4 dan Pasal 5      antara ketentuan Pasal 4A dan Pasal 5
#: refuses  Pasal 4A dan Pasal 4B
NEIGHBOURS = re.compile(
    r"antara\s(?:ketentuan\s)?pasal\s?\d{1,3}\s?[A-Z]{0,2}\s(?:dan|dengan)\s(?:ketentuan\s)?"
    r"pasal\s?\d{1,3}(?:\s?[A-Z]{1,2}(?![A-Za-z]))?",
    re.IGNORECASE,
)
#: The verb before a bab or bagian that is new, where no *yakni* names it.
#:
#: takes    disisipkan BAB IIIA      ditambahkan 1 (satu) bab baru BAB VA
#: refuses  disisipkan 1 (satu) pasal dalam BAB V
NEW_DIVISION = re.compile(
    r"(?:di ?sisip|menyisip|di ?tambah|menambah)(?:kan)?\s(?:\d{1,2}\s\([a-z ]{2,20}\)\s)?"
    r"(?:(?:bab|bagian)\s)?(?:baru\s)?(?=BAB\s|Bab\s|Bagian\s)"
)
#: A bab or bagian that an instruction names.
#:
#: takes    BAB IV A      Bagian Kedua      Bab II
#: refuses  bagian kedua      BAB 2
DIVISION = re.compile(
    r"(?<![A-Za-z])(?P<word>BAB|Bab|Bagian)\s+(?P<label>[IVXL]+(?:\s?[A-Z])?(?![A-Za-z])|Ke[a-z]+(?:\s(?:belas|puluh))?|Pertama)"
)
#: The same where a bagian or paragraf is the end of what an instruction names.
#:
#: takes    Paragraf 2 dihapus      Bagian Kedua, Paragraf 1 diubah
#: refuses  paragraf 2      Bagian Kedua dari
SUBDIVISION = re.compile(
    r"(?<![A-Za-z])(?P<word>Bagian|Paragraf)\s+(?P<label>\d{1,2}|[Kk]e[a-z]+(?:\s(?:belas|puluh))?|[Pp]ertama)(?=,|\s(?:dihapus|diubah|dan|Paragraf|pada|dalam|berbunyi|BAB|Bab))"
)
#: A unit below the pasal that an instruction names.
#:
#: takes    ayat (2)      huruf b      angka 3
#: refuses  huruf besar      ayat dua
PART = re.compile(
    r"(?<![A-Za-z])(?P<word>ayat|huruf|angka|butir)\s*\(?\s*(?P<label>\d+[a-z]?|[a-z]{1,2})\s*\)?(?![A-Za-z])"
)
#: How many units an instruction inserts or appends.
#:
#: takes    2 (dua) pasal      1 (satu) ayat
#: refuses  2 pasal      2 (dua) orang
COUNTED = re.compile(
    r"(?<!\d)\d++\s*+\([a-z ]+\)\s*+(?:buah\s+)?"
    r"(?P<what>pasal|ayat|huruf|angka|bab|bagian|paragraf|butir)",
    re.IGNORECASE,
)
#: What is changed is a phrase, not a unit.
#:
#: takes    frasa “a”      kata “b”      sebutan
#: refuses  berkata      kalimatnya
WORDING = re.compile(
    r"(?<![A-Za-z])(?:frasa|frase|kata|kata-kata|perkataan|istilah|sebutan|kalimat)(?![A-Za-z])",
    re.IGNORECASE,
)
#: Words between quotation marks.
#:
#: takes    “Bupati”      "izin usaha"
#: refuses  Bupati      “”
QUOTED = re.compile(r"[\"“‘?](?P<words>[^\"“”‘’?]{1,400})[\"”’?]")
#: What is changed is the gloss only.
#:
#: takes    Ketentuan Penjelasan Pasal 5 diubah      tetap, Penjelasan Pasal 5 diubah
#: takes    Ketentuan pada penjelasan Pasal 7 ditambah
#: refuses  Pasal 5 diubah dan penjelasannya
GLOSS = re.compile(
    r"^\W*(?:Ketentuan\s+)?(?:(?:pada|dalam)\s+)?Penjelasan\b|tetap[^.:]{0,60}\bPenjelasan\b",
    re.IGNORECASE,
)
#: Words after which a pasal is quoted, whatever is said of its gloss.
#:
#: takes    Pasal 5 berbunyi sebagai berikut:      Pasal 5 dibaca:
#: refuses  Penjelasan Pasal 5 berbunyi:      Pasal 5 diubah
PRINTS_PASAL = re.compile(r"(?<!enjelasan )[Pp]asal\s?\S+\s(?:ber|di)?(?:bunyi|baca)[^:]{0,40}:")
#: What is changed is an annex.
#:
#: takes    Lampiran II diubah      Ketentuan dalam Lampiran
#: refuses  dalam Lampiran
ANNEX = re.compile(r"^\W*(?:Mengubah\s+|Ketentuan\s+(?:dalam\s+)?)?Lampiran\b", re.IGNORECASE)
#: A pasal that gets another number.
#:
#: takes    Pasal 14 lama selanjutnya dijadikan ketentuan Pasal 13      Pasal 9 menjadi Pasal 10
#: takes    Pasal 14 D diubah menjadi Pasal 14 B
#: refuses  Pasal 9 menjadi sebagai berikut      Pasal 4 diubah sehingga Pasal 4 berbunyi
RENUMBER = re.compile(
    r"""
    [Pp]asal \s? (?P<old> \d+ (?: \s? [A-Z]{1,2} (?! \w ) )? )
    (?: \s \(? (?: yang \s )? lama \)? )? [\s,]{1,2}
    (?: dan \s )?
    (?: (?: yang | selanjutnya | nomornya | urutannya | letaknya | diubah | berubah | digeser
      | bergeser ) [\s,]{1,2} ){0,4}
    (?: menjadi | dijadikan ) \s (?: ketentuan \s )? [Pp]asal \s?
    (?P<new> \d+ (?: \s? [A-Z]{1,2} (?! \w ) )? )
    """,
    re.VERBOSE,
)
#: Several pasal in a row that get other numbers.
#:
#: takes    Pasal 8 sampai dengan Pasal 12 diubah menjadi Pasal 9 sampai dengan Pasal 13
#: takes    Pasal 3 sampai dengan pasal 17 (lama) diubah menjadi pasal-pasal 4 sampai dengan 18
#: refuses  Pasal 8 sampai dengan Pasal 12 diubah menjadi berbunyi
RENUMBER_RANGE = re.compile(
    r"""
    pasal (?: -pasal )? \s? (?P<first> \d{1,3} ) \s (?: sampai \s dengan | s/d | s\.d\.? ) \s
    (?: pasal \s? )? (?P<last> \d{1,3} ) (?: \s \(? lama \)? )? [\s,]{1,2}
    (?: (?: yang | selanjutnya | nomornya | urutannya | diubah | berubah | digeser | bergeser )
      [\s,]{1,2} ){0,4}
    (?: menjadi | dijadikan ) \s pasal (?: -pasal )? \s? (?P<new> \d{1,3} ) \s
    (?: sampai \s dengan | s/d | s\.d\.? ) \s (?: pasal \s? )? (?P<newlast> \d{1,3} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Words that say that a quotation prints the pasal as a whole, not only the part that changed.
#:
#: takes    sehingga Pasal 12 berbunyi      sehingga keseluruhan Pasal 3 berbunyi
#: takes    hingga seluruhnya berbunyi      sehingga Pasal 1 secara keseluruhan berbunyi
#: refuses  diubah seluruhnya, sehingga berbunyi
#: refuses  sehingga berbunyi      sehingga Pasal 1 angka 16 berbunyi      hingga ayat (2) berbunyi
WHOLE = re.compile(
    r"""
    \b (?: se )? hingga \s [^:]{0,60}? \b (?: ke )? seluruh (?: an )? nya \b
  | \b (?: se )? hingga \s (?: (?: ke )? seluruh (?: an )? \s | bunyi \s | rumusan \s | ketentuan \s
      | isi \s ){0,3}
    [Pp]asal \s? \S+ \s (?: secara \s keseluruhan \s | seluruhnya \s | harus \s | menjadi \s ){0,2}
    (?: di )? (?: berbunyi | baca | menjadi ) \b
    """,
    re.VERBOSE,
)


#: What an instruction can change.
#:
#: takes    pasal      frasa      Konsiderans
#: refuses  pasalnya      orang
OBJECT = re.compile(
    r"(?<![A-Za-z])(?:pasa[li1]|ayat|huruf|angka|bab|bagian|paragraf|lampiran|judul|fras[ae]|kata|konsideran\w*"
    r"|istilah|sebutan|kalimat|penjelasan|diktum)(?![A-Za-z])",
    re.IGNORECASE,
)
