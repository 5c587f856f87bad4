"""The words and marks by which a regulation shows its structure; citations have their own grammar.

Every pattern tolerates the misreadings that scanners make of its words, because a heading read
wrongly loses a whole pasal. None decides anything alone: they offer candidates, and the sequence
of numbers chooses among them. The lines a pattern takes and refuses are read by a test.
"""

from __future__ import annotations

import re

#: The word and number of a pasal, wherever they stand.
#:
#: takes    Pasal 12      PASAL 12A      Pasal 13 A      Pasa1 2l      PasalT2      Pasal I 1
#: takes    P a s a l 4      Pasal\n1
#: refuses  Pasar 12      pasalnya 3
PASAL = re.compile(
    r"""
    (?<![A-Za-z])
    (?P<word>
        [PpF][ao][sS][ae] [ ]? (?: [l1Iij!|tJL\]}] | d(?=\s) | l\. )
      | [Pp] [ ] a [ ] s [ ] a [ ] l
      | PASA[LI1]
      | Pasd | Pa[.,]sal | Pqsal | Pasai
    )
    \s{0,3}
    (?P<number>
        (?P<digits> [0-9OQDIJLTZSBGlitoszbgq|!\]]{1,4} (?P<torn> [ ] [0-9lIO]{1,2} (?![0-9A-Za-z]) )? )
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
        (?: ayat | aya[tl]s? | huruf | angka | sampai | s/d | s\.d | s[.]?[ ]d | dan | atau | juncto | jo
          | yo | sub | tersebut | di[ ]?atas | diubah | dihapus | dicabut | berbunyi | disisipkan
          | ditambah\w* | ini | tentang | KUHP\w* | dalam | pada (?! \s+ saat ) | dari | yang | sebagaimana | alinea
          | beserta | serta | dengan | untuk | tetap | dinyatakan | menjadi | dst | dan/atau | mengenai
          | terdiri | lama | baru | ke- | dimaksud
        ) (?![A-Za-z])
      | [,;] | \)
      | " | ”
    )
    """,
    re.VERBOSE,
)

#: Another regulation's name directly after the number: the pasal is that regulation's.
NAMED_AFTER = re.compile(
    r"\s*(?:Undang|UU\b|UUD|Peraturan|Perda\b|Perpu|PP\b|Ordonansi|Kitab|Keputusan|Qanun|Staatsblad)"
)

#: The act's own name after the number: the pasal is its own (``Pasal 9 Peraturan Daerah ini``).
SELF_AFTER = re.compile(r"\s*(?:Undang|Peraturan|Keputusan|Qanun)[A-Za-z -]{0,60}?\s+(?:ini|inl|lni)\s")

#: A word before the number that makes it a citation, whatever follows.
#:
#: takes    dalam      dan      Ketentuan      dimaksud      ayat
CITING_WORDS = frozenset(
    """
    dalam didalam dan atau dengan pada dari ketentuan ketentuan-ketentuan oleh menurut berdasarkan
    tersebut dimaksud dimaksudkan termaksud sampai jo juncto jis yo serta melanggar melaksanakan
    pelaksanaan atas bunyi penjelasan lihat antara diantara setelah sesudah sebelum angka ayat pasal
    pasal-pasal huruf bab bagian yakni yaitu menjadi isi rumusan sesuai s/d sd ialah sepanjang selain
    kecuali mengubah merubah mencabut menghapus menyisipkan ke lampiran judul oieh daiam dala daram
    dalarn untuk khususnya memenuhi dan/atau danlatau bahwa terhadap mengenai dst tentang seperti
    memperhatikan mengingat berlakunya naskah kepada karena ex eks bagi adalah menyimpang vide c.q nomor
    undang-undang bunyinya
    """.split()
)

#: BAB and its Roman number, perhaps with the letter of an inserted bab.
#:
#: takes    BAB IV      BAB - II      BAB Vlll      BAB XI A      BAB 11      BABIX
#: refuses  Bab kedua      BABAK II
BAB = re.compile(
    r"""
    (?<![A-Za-z])
    (?: BAB | Bab | B[ ]A[ ]B | EAB | BAE | tsAB | BA8 | 8AB )
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
    r"(?<![A-Za-z])BUKU[ \t]+(?P<raw>KE[A-Z]+(?:[ ](?:BELAS|PULUH))?|PERTAMA|[IVX]{1,4})(?![A-Za-z])"
)

#: Bagian and its ordinal; old texts count with digits or Roman numbers.
#:
#: takes    Bagian Kesatu      BAGIAN KEDUA BELAS      BAGIAN 2      Bagian Pertama
#: refuses  Bagian Umum      bagian kedua
BAGIAN = re.compile(
    r"""
    (?<![A-Za-z])
    (?: Bagian | BAGIAN | Bagiarr | Bagran | Bagtan | Bagia[nm] )
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
    (?<![A-Za-z])
    (?: Paragraf | PARAGRAF | Paragrat | Parag[rt]al )
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
  | [({\[] (?P<cut> \d{1,2} [1lIt!] ) (?= \s+ [A-Z"] )
  | (?<! \S ) [lItf] (?P<late> \d{1,2} ) \) (?= \s+ [A-Z] )
    """,
    re.VERBOSE,
)

#: A list mark at the start of a line, or after the end of the item before.
#:
#: takes    a.      12.      b)      3)      aa.
#: refuses  a,      iv.      A.
ITEM = re.compile(
    r"""
    (?: (?<![^\s;:.,"(]) )
    (?:
        (?P<letter> [a-z] | [ab][a-z] ) (?P<letter_close> [.)] )
      | (?P<number> \d{1,3} [a-c]? ) (?P<number_close> [.)] )
    )
    (?= \s | ["“A-Z(] )
    """,
    re.VERBOSE,
)

#: The opening of the considerations.
MENIMBANG = re.compile(
    r"(?:(?<=\n)|\A|(?<=[.,] )|(?<=\b[A-Z]{4} ))[ \t]*(?:M\s?e\s?n\s?i\s?m\s?b\s?a\s?n\s?g|MENIMBANG)\b"
)

#: The opening of the legal bases.
MENGINGAT = re.compile(
    r"(?:M\s?e\s?n\s?g\s?i\s?n\s?g\s?a\s?t|MENGINGAT)\b(?=\s*(?::|;|[1-9aI]\b|\n|Pasal|Undang))"
)

#: The opening of one consideration.
BAHWA = re.compile(r"(?<![A-Za-z])bahwa\b", re.IGNORECASE)

#: The decision formula, spaced or not.
#:
#: takes    MEMUTUSKAN:      M E M U T U S K A N :      Memutuskan :
#: refuses  dapat memutuskan
MEMUTUSKAN = re.compile(
    r"""
    (?<![A-Za-z]) (?:
        M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N (?![A-Za-z])
      | M\s?E\s?N\s?G\s?I\s?N\s?S\s?T\s?R\s?U\s?K\s?S\s?I\s?K\s?A\s?N (?![A-Za-z])
      | (?: Memutuskan | Menginstruksikan ) [ ]* (?= [:;] | \n )
      | MEMUTU[A-Z]{3,5} (?![A-Za-z])
    ) [ \t]* [:;]?
    """,
    re.VERBOSE,
)

#: The word before the title in the decision formula.
MENETAPKAN = re.compile(r"(?:(?<=\n)|\A|(?<=\s))(?:Menetapkan|MENETAPKAN)\b[ \t]*[:;]?")

#: The first words of the closing.
#:
#: takes    Agar setiap orang mengetahuinya      Ditetapkan di Denpasar      Disahkan di Jakarta
#: takes    Wates, 13 Oktober 1986
#: refuses  agar setiap orang tahu      yang ditetapkan di daerah
PENUTUP = re.compile(
    r"""
    (?: (?<= \n ) | (?<= [.;"] [ ] ) | (?<= [.;] ) ) [ \t]* ["“]? (?:
        (?: Agar | Supaya ) \s+ (?: supaya \s+ )? (?: setiap | semua | tiap (?: - \s? tiap )? ) \s+ orang
        (?= [^.]{0,60} (?: mengeta | penge ) )
      | (?: Agar | Supaya ) [ ] (?: supaya | semua | setiap ) (?= [^.]{0,80} (?: pengundangan | pengumuman ) )
      | (?: Ditetapkan | Disahkan | Diundangkan | Dikeluarkan | Di[ ]?tetapkan ) \s+ (?: di | dl )\b
      | (?: DITETAPKAN | DISAHKAN | DIUNDANGKAN ) \s+ DI \b
      | Disahkan \s+ [Oo]leh \b
      | Diundang (?: kan )? \s+ (?: dalam | pada )\b
      | [A-Z][a-z]{2,20} (?: [ ] [A-Z][a-z]+ )? , [ ] (?: tanggal [ ] )? \d{1,2} [ ] [A-Z][a-z]{2,8} [ ] (?:19|20)\d\d [ \t]* \n
    )
    """,
    re.VERBOSE,
)

#: The heading of the official gloss.
#:
#: takes    PENJELASAN ATAS      PENJELASAN\nATAS      P E N J E L A S A N
PENJELASAN = re.compile(
    r"""
    (?<![A-Za-z]) (?:
        P\s?E\s?N\s?J\s?E\s?L\s?A\s?S\s?A\s?N
        (?: \s* (?: A\s?T\s?A\s?S | TENTANG | MENGENAI ) (?![A-Za-z])
          | [ \t:]* \n+ \s* (?: RANCANGAN | PERATURAN | UNDANG | QANUN | I \. | UMUM | P\s?E\s?R ) )
      | PENJE[LI][-LI,.A-Z]{2,7} \s+ ATAS (?![A-Za-z])
      | Penjelasan [ ] (?: Atas | atas ) [ \n] (?: PERATURAN | UNDANG )
    )
    """,
    re.VERBOSE,
)

#: The heading of the gloss on single pasal.
PASAL_DEMI_PASAL = re.compile(
    r"(?<![A-Za-z])(?:II\s*[.,]?\s*)?PASAL\s+DEMI\s+PASAL(?![A-Za-z])", re.IGNORECASE
)

#: The heading of an annex.
#:
#: takes    LAMPIRAN      LAMPIRAN I : PERATURAN GUBERNUR BALI      Lampiran II\n
#: refuses  Lampiran yang tidak terpisahkan
LAMPIRAN = re.compile(
    r"""
    (?: (?<= \n ) | \A ) [ \t]* (?: LAMPIRAN | Lampiran | L\sA\sM\sP\sI\sR\sA\sN )
    [ \t]* (?P<label> [IVXl]{1,6} | \d{1,2} )? [ \t]* (?: [.:] | - )? [ \t]*
    (?: \n | \Z | (?= (?: RANCANGAN | PERATURAN | Peraturan | KEPUTUSAN | Keputusan | UNDANG | QANUN | INSTRUKSI
                   | SURAT | : ) ) )
  | (?<= [a-z.0-9] [ ] ) LAMPIRAN [ ] (?P<roman> [IVX]{1,5} [ ] )? (?= (?: PERATURAN | UNDANG-UNDANG ) [ ] )
    """,
    re.VERBOSE,
)

#: The heading of the general part of the gloss.
UMUM = re.compile(
    r"(?<![A-Za-z])(?:I\s*[.,]?\s*)?(?:PENJELASAN\s+)?UMUM\b\s*:?|(?<=\n)\s*(?:I\.|1\.|A\.)\s*Umum\b"
)

#: A part of a pasal in the gloss, by its word and number.
#:
#: takes    Ayat (1)      Huruf a      Angka 12
#: refuses  ayat (1)
GLOSS_PART = re.compile(
    r"""
    (?: (?<= \n ) | (?<= [.;:] [ ] ) | (?<= \d [ ] ) | (?<= [)] [ ] ) )
    (?P<word> Ayat | Huruf | Angka ) [ ]? \(? (?P<label> \d{1,3}[a-z]? | [a-z]{1,2} ) \)? (?![A-Za-z0-9])
    """,
    re.VERBOSE,
)

#: The first numbered basis of a preamble whose word *Mengingat* is elsewhere.
FIRST_BASIS = re.compile(
    r"(?<=\s)(?:1|l|I)\s?\.\s+(?=Pasal|Undang|Peraturan|Ketetapan|Keputusan|Ketentuan)"
)

#: The first heading of a body without a decision formula: alone on its line.
FIRST_HEADING = re.compile(r"^[ \t]*(?:BAB[ \t]+[I1l]|Pasal[ \t]+[1Il])[ \t.]*$", re.MULTILINE)

#: The word before a regulation's name in its title block.
TENTANG = re.compile(r"(?<![A-Za-z])(?:T\s?E\s?N\s?T\s?A\s?N\s?G|Tentang)(?![A-Za-z])[ \t]*:?[ \t]*\n?")

#: The label of a diktum in a decision: an ordinal in capitals, mostly with a colon.
#:
#: takes    KESATU :      KEDUA BELAS      PERTAMA:
#: refuses  Kesatu      KESATUAN
DIKTUM = re.compile(
    r"""
    (?P<label> (?: KE (?: SATU | DUA | TIGA | EMPAT | LIMA | ENAM | TUJUH | DELAPAN | SEMBILAN | SEPULUH | SEBELAS )
        | PERTAMA )
      (?: [ ]? (?: BELAS | PULUH (?: [ ] (?: SATU | DUA | TIGA | EMPAT | LIMA | ENAM | TUJUH | DELAPAN | SEMBILAN ) )? ) )? )
    (?![A-Za-z]) [ \t]* (?P<colon> \n? [:;] )?
    """,
    re.VERBOSE,
)

#: A heading whose word or number is damaged; only sought where a number is missing.
#:
#: takes    Paseri 41      Pasal'77      Pasal 1.06      Irasal ,3O4      Pasal 2 I 1
#: refuses  Pasal ini      Setiap Orang
GARBLED = re.compile(
    r"""
    (?<![A-Za-z])
    (?P<word> [PpFIi] [A-Za-z"'.,^]{2,7} ) (?![A-Za-z]) [ ]? [^\w\s(]{0,2} [ ]?
    (?P<number> [0-9IlLiOor] [0-9A-Za-z.,:'"^?+-]{0,5} (?: [ ] [0-9lIiLOo.]{1,3} ){0,2} )
    (?= \s )
    """,
    re.VERBOSE,
)

#: A heading's word and number, wherever it stands: the decision formula is over.
HEADING_WORD = re.compile(r"(?<![A-Za-z])(?:BAB\s+[I1l]|Pasal\s+[1Il]|KESATU|PERTAMA)(?![A-Za-z0-9])")

#: A title block between a misplaced *Menimbang* and the first consideration.
TENTANG_TITLE = re.compile(r"(?:NOMOR|NO\.)\s.{1,60}?TENTANG\s", re.DOTALL)

#: A bab heading whose word is damaged; only sought where a number is missing.
#:
#: takes    BAR III PERLINDUNGAN      tsAB IV KETENTUAN
GARBLED_BAB = re.compile(
    r"(?<![A-Za-z])(?:BA\S|\S{1,2}AB|B\SB|BB)[ ]+(?P<raw>[IVXLlivx1|!TUJ]{1,6})(?=[ \n]+[A-Z]{3})"
)

#: A title in capitals directly above the first bagian or pasal of a bab whose heading is lost.
LOST_BAB = re.compile(
    r"""
    (?: (?<= [.;:] [ ] ) | (?<= \n ) | (?<= \d [ ] ) )
    (?! PRES | P[FR][A-Z]*ES | LEMBARAN | MENTERI )
    (?P<title> [A-Z] [A-Z,/()-]{2,} (?: [ \n] (?: [A-Z] [A-Z,/()-]+ ) ){1,14} ) [.]? \s+
    (?= Bagian \s+ Kesatu | Pasa[a-z] \s [0-9IlO]+ \s )
    """,
    re.VERBOSE,
)
