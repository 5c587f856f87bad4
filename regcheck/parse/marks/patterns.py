"""The words and marks by which a regulation shows its structure; citations have their own grammar.

Every pattern tolerates the misreadings that scanners make of its words, because a heading read
wrongly loses a whole pasal. None decides anything alone: they offer candidates, and the sequence
of numbers chooses among them. The lines a pattern takes and refuses are read by a test.
"""

from __future__ import annotations

import re

#: The word and number of a pasal, wherever they stand. Its first letter comes before the look
#: back at the letter before it, since a search for a letter is quick and one for a place is not.
#:
#: takes    Pasal 12      PASAL 12A      Pasal 13 A      Pasa1 2l      PasalT2      Pasal I 1
#: takes    P a s a l 4      Pasal\n1
#: refuses  Pasar 12      pasalnya 3
PASAL = re.compile(
    r"""
    (?P<word> [PpF] (?<! [A-Za-z] . ) (?:
        [ao][sS][ae] [ ]? (?: [l1Iij!|tJL\]}] | d(?=\s) | l\. )
      | [ ] a [ ] s [ ] a [ ] l
      | ASA[LI1]
      | asd | a[.,]sal | qsal
    ) )
    \s{0,3}
    (?P<number>
        (?P<digits> [0-9OQDIJLTZSBGlitoszbgq|!\]]{1,4}
            (?P<torn> [ ] [0-9lIO]{1,2} (?![0-9A-Za-z]) )? )
        (?P<suffix> [ ]? [A-Z]{1,2} (?![A-Za-z]) )?
      | (?P<roman> [IVXLlU]{1,6} (?: [ ]? [A-C] )? )
    )
    (?![A-Za-z0-9])
    """,
    re.VERBOSE,
)

#: What stands after the number when the pasal is only cited.
#:
#: takes     ayat (1)      huruf a      sampai dengan Pasal 9      , Pasal 7      dan Pasal 8
#: refuses   (1) Setiap      Setiap Orang
CITED_AFTER = re.compile(
    r"""
    \s* (?:
        (?: ayat | aya[tl]s? | huruf | angka | sampai | s/d | s\.d | s[.]?[ ]d | dan | atau
          | juncto | jo
          | yo | sub | tersebut | di[ ]?atas | diubah | dihapus | dicabut | berbunyi | disisipkan
          | ditambah\w* | ini | tentang | KUHP\w* | dalam | pada (?! \s+ saat ) | dari | yang
            | sebagaimana | alinea
          | beserta | serta | dengan | untuk | tetap | dinyatakan | menjadi | dst | dan/atau
            | mengenai
          | terdiri | lama | baru | ke- | dimaksud
        ) (?![A-Za-z])
      | [,;] | \)
      | " | ”
    )
    """,
    re.VERBOSE,
)

#: Another regulation's name directly after the number: the pasal is that regulation's.
#:
#: takes     Undang-Undang       Perda
#: refuses   Undangan
NAMED_AFTER = re.compile(
    r"\s*(?:Undang(?!an)|UU\b|UUD|Peraturan|Perda\b|Perpu|PP\b|Ordonansi|Kitab|Keputusan|Qanun"
    r"|Staatsblad)"
)

#: The act's own name after the number: the pasal is its own (``Pasal 9 Peraturan Daerah ini``).
#:
#: takes     Peraturan Daerah ini       Undang-Undang inl
#: refuses   Peraturan Daerah Nomor 5
SELF_AFTER = re.compile(
    r"\s*(?:Undang|Peraturan|Keputusan|Qanun)[A-Za-z -]{0,60}?\s+(?:ini|inl|lni)\s"
)

#: A word before the number that makes it a citation, whatever follows.
#:
#: takes    dalam      dan      Ketentuan      dimaksud      ayat
CITING_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    dalam didalam dan atau dengan pada dari ketentuan ketentuan-ketentuan oleh menurut
    berdasarkan tersebut dimaksud dimaksudkan termaksud sampai jo juncto jis yo serta
    melanggar melaksanakan pelaksanaan atas bunyi penjelasan lihat antara diantara setelah
    sesudah sebelum angka ayat pasal pasal-pasal huruf bab bagian yakni yaitu menjadi isi
    rumusan sesuai s/d sd ialah sepanjang selain kecuali mengubah merubah mencabut menghapus
    menyisipkan ke lampiran judul oieh daiam dala daram dalarn untuk khususnya memenuhi
    dan/atau danlatau bahwa terhadap mengenai dst tentang seperti memperhatikan mengingat
    berlakunya naskah kepada karena ex eks bagi adalah menyimpang vide c.q nomor
    undang-undang bunyinya
        """,
    )
)

#: BAB and its Roman number, perhaps with the letter of an inserted bab.
#:
#: takes    BAB IV      BAB - II      BAB Vlll      BAB XI A      BAB 11      BABIX
#: refuses  Bab kedua      BABAK II
BAB = re.compile(
    r"""
    [BEt8] (?<! [A-Za-z] . )
    (?: (?<= B ) (?: A[BE8] | ab | [ ]A[ ]B ) | (?<= [E8] ) AB | (?<= t ) sAB )
    [ \t]* (?: [-–:] [ \t]*)? \n? [ \t]*
    (?P<raw> [IVXLlivx1|!TUJ]{1,8} | \d{1,2} )
    (?P<suffix> [ ]? [A-E] (?![A-Za-z]) )?
    (?![A-Za-z0-9]) \.?
    """,
    re.VERBOSE,
)

#: BUKU and its ordinal or Roman number.
#:
#: takes    BUKU KETIGA      BUKU II
BUKU = re.compile(
    r"B(?<![A-Za-z].)UKU[ \t]+"
    r"(?P<raw>KE[A-Z]+(?:[ ](?:BELAS|PULUH))?|PERTAMA|[IVX]{1,4})(?![A-Za-z])"
)

#: Bagian and its ordinal; old texts count with digits or Roman numbers.
#:
#: takes    Bagian Kesatu      BAGIAN KEDUA BELAS      BAGIAN 2      Bagian Pertama
#: refuses  Bagian Umum      bagian kedua
BAGIAN = re.compile(
    r"""
    B (?<! [A-Za-z] . )
    (?: agian | AGIAN | agiarr | agran | agtan | agia[nm] )
    [ \t]* (?: [-–] [ \t]* )? \n? [ \t]*
    (?P<raw>
        (?: [Kk][Ee] (?: satu | dua | tiga | empat | lima | enam | tujuh | delapan | sembilan
                     | sepuluh | sebelas | SATU | DUA | TIGA | EMPAT | LIMA | ENAM | TUJUH
                     | DELAPAN | SEMBILAN | SEPULUH | SEBELAS )
          | [Pp](?:ertama|ERTAMA) )
        (?: [ ]? (?: [Bb](?:elas|ELAS) | [Pp](?:uluh|ULUH) (?: [ ] [A-Za-z]{3,8} (?= \s) )? ) )?
      | \d{1,2} | [IVX]{1,5}
    )
    (?P<suffix> [ ]? [A-E] (?![A-Za-z]) )?
    (?![A-Za-z0-9])
    """,
    re.VERBOSE,
)

#: Paragraf and its number.
#:
#: takes    Paragraf 1      PARAGRAF 12      Paragraf Kesatu      Paragraf l
#: refuses  paragraf 2      Paragraf ini
PARAGRAF = re.compile(
    r"""
    P (?<! [A-Za-z] . )
    (?: aragraf | ARAGRAF | aragrat | arag[rt]al )
    [ \t]* \n? [ \t]*
    (?P<raw> [0-9lIiOo]{1,3} | (?: [Kk]e|KE ) [a-zA-Z]{3,8} | [Pp]ertama )
    (?P<suffix> [ ]? [A-E] (?![A-Za-z]) )?
    (?![A-Za-z0-9])
    """,
    re.VERBOSE,
)

#: The number of an ayat in brackets, whole or damaged.
#:
#: takes    (1)      (12)      (1a)      (21      (2l      (l)      {3)      ( 4 )      l2)
#: refuses  (satu)      (1945)      1 (satu)
AYAT = re.compile(
    r"""
    (?P<open> [({\[] [ ]? )
    (?P<raw> [0-9lIiOoSLTJ|]{1,3} ) [ ]? (?P<suffix> [a-kA-K] )? [ ]? [.']?
    (?P<close> [)}\]] )
  | [({\[] (?P<cut> \d{1,2} [1lIt!] ) (?= \s+ [\^"“]* [A-Z] )
  | (?<! \S ) [lItf] (?P<late> \d{1,2} ) \) (?= \s+ [A-Z] )
    """,
    re.VERBOSE,
)

#: The numbers of several ayat that a scanner has gathered behind the text of their pasal.
#:
#: takes    modal. (3) (4t      modal.\n(3) (1) (2t (3) (4)
#: refuses  (3) Kapal      ayat (1) dan ayat (2)      (2)
GATHERED = re.compile(
    r"(?<=\s)(?:[({\[][ ]?[0-9a-zA-Z]{1,2}[)}\]tlI1!]?\s+)+"
    r"[({\[][ ]?[0-9a-zA-Z]{1,2}[)}\]tlI1!]?\s*\Z"
)

#: A list mark at the start of a line, or after the end of the item before.
#:
#: takes    a.      12.      b)      3)      aa.      10 Undang-Undang      11 Peraturan Menteri
#: refuses  a,      iv.      A.      10 orang      2011 Peraturan
ITEM = re.compile(
    r"""
    (?: (?<![^\s;:.,"(]) )
    (?:
        (?P<letter> [a-z] | [ab][a-z] | cc | dd | ee | ff | gg | hh ) (?P<letter_close> [.)] )
      | (?P<number> \d{1,3} [a-c]? ) (?P<number_close> [.)] )
      | (?<= \n ) (?P<bare> \d{1,2} ) (?= [ ] (?: Undang-? | Peraturan | Keputusan | Instruksi ) )
    )
    (?= \s | ["“A-Z(] )
    """,
    re.VERBOSE,
)

#: The label of a diktum in a decision: an ordinal in capitals, mostly with a colon.
#:
#: takes    KESATU :      KEDUA BELAS      PERTAMA:
#: refuses  Kesatu      KESATUAN
DIKTUM = re.compile(
    r"""
    (?P<label> (?: KE (?: SATU | DUA | TIGA | EMPAT | LIMA | ENAM | TUJUH | DELAPAN | SEMBILAN
      | SEPULUH | SEBELAS )
        | PERTAMA )
      (?: [ ]? (?: BELAS | PULUH (?: [ ] (?: SATU | DUA | TIGA | EMPAT | LIMA | ENAM | TUJUH
        | DELAPAN | SEMBILAN ) )? ) )? )
    (?![A-Za-z]) [ \t]* (?P<colon> \n? [:;] )?
    """,
    re.VERBOSE,
)

#: A bab heading whose word is damaged; only sought where a number is missing.
#:
#: takes    BAR III PERLINDUNGAN      tsAB IV KETENTUAN
GARBLED_BAB = re.compile(
    r"(?<![A-Za-z])(?:BA\S|\S{1,2}AB|B\SB|BB)[ ]+(?P<raw>[IVXLlivx1|!TUJ]{1,6})(?=[ \n]+[A-Z]{3})"
)

#: A title in capitals directly above the first bagian or pasal of a bab whose heading is lost.
#:
#: takes    selesai. PEMBINAAN DAN PENGAWASAN\nPasal 9
#: refuses  KEPALA DINAS menetapkan
LOST_BAB = re.compile(
    r"""
    (?: (?<= [.;:] [ ] ) | (?<= \n ) | (?<= \d [ ] ) )
    (?! PRES | P[FR][A-Z]*ES | LEMBARAN | MENTERI | BAB[ ] )
    (?P<title> [A-Z] [A-Z,/()-]{2,} (?: [ \n] (?: [A-Z] [A-Z,/()-]+ ) ){1,14} ) [.]? \s+
    (?= Bagian \s+ Kesatu | Pasa[a-z] \s [0-9IlO]+ \s )
    """,
    re.VERBOSE,
)

#: What the last bab of a regulation is called (UU 12/2011 Lampiran II no. 62).
#:
#: takes    KETENTUAN PENUTUP      KETENTUAN PIDANA
#: refuses  KETENTUAN UMUM
FINAL_BAB = re.compile(r"KETENTUAN\s+(?:PENUTUP|PERALIHAN|LAIN|PIDANA)|PENUTUP")

#: The lead-in of definitions (UU 12/2011 Lampiran II no. 98), old and new.
#:
#: takes    yang dimaksud dengan      yang dimaksud adalah      yang dimaksud di dalam ini dengan
#: refuses  sebagaimana dimaksud dalam Pasal 3
DEFINING = re.compile(
    r"""
    yang \s+ di \s? maksud (?: kan )? \s* (?: dengan | adalah | ialah | : )
  | yang \s+ di \s? maksud (?: kan )? \s+ (?: dalam | di ) \s [^.;]{2,60}
    (?: dengan | adalah | ialah )
  | \b diartikan \b
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: The whole lead-in of the first pasal, where its heading is lost.
#:
#: takes    Dalam Undang-Undang ini yang dimaksud dengan
#: takes    Dalam Peraturan Gubernur ini, yang dimaksud dengan
#: refuses  dalam Peraturan Gubernur ini      yang dimaksud dengan
DEFINITIONS = re.compile(
    r"(?<!\w)Dalam\s+(?:Undang|Peraturan|Qanun)[-\w\s]{0,40}\s+ini\s*,?\s+yang\s+di\s?maksud"
)
