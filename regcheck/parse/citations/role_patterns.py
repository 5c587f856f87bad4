"""The formulae by which regulations amend, repeal, carry out, enact and keep in force.

UU 12/2011 Lampiran II nos. 7-10 (titles), 39-52 (legal bases), 143-149 and 221-229 (repeal),
198-210 (delegation), 233-236 (amendment), 282-283 (survival), and the older wordings of the same.
The patterns read the view of the text; those that end in ``$`` look back from a citation over a
text of bounded length.
"""

from __future__ import annotations

import re

from regcheck.parse.citations.patterns import UNDANG

#: How far before a citation the words that govern it are looked for, and how far behind.
BEFORE, AFTER = 300, 6000

#: An act named as the one that changed another.
#:
#: takes    telah diubah dengan      terakhir dengan      diubah beberapa kali, terakhir dengan
#: takes    diubah dengan peraturan pemerintah: a.      sttd      diubah dan diumumkan lagi dalam
#: refuses  diatur dengan
AMENDER_BEFORE = re.compile(
    r"""
    (?: (?: di?[ur]{1,2}bah | ditambah | disempurnakan | diganti | dicabut )
            (?: \s++ [a-z]+ ){0,5}? [\s,]*+ (?: dengan | oleh | dalam )
      | (?: terakhir | kedua | pertama | ketiga ) (?: \s++ kali(?:nya)? )? (?: \s++ diubah )?
            \s++ dengan
      | sttd\.? )
    (?: \s*+ (?: peraturan | undang | keputusan ) [a-z\s-]{0,40} : \s*+ [a-z0-9]{1,2} [.)] )?+
    \s*$
    """,
    re.VERBOSE,
)
#: The end of a rule's name: a citation after it is not part of the title before it.
#:
#: takes    (lembaran negara      ; dan      sebagaimana telah      jo. undang
#: refuses  tentang pengelolaan hutan
TITLE_ENDS = re.compile(
    r"""
    \( \s? (?: lembaran | l\.?\s?n\.? | berita | tambahan | t\.?l\.?n | b\.?n\.? | himpunan
         | disingkat )
  | ; | sebagaimana | sebagai\s++telah | diubah | dicabut | juncto | (?<![a-z])jo\.?(?![a-z])
  | \.\s | terakhir
    """,
    re.VERBOSE,
)
#: Words of a title right before a rule that the title speaks of.
#:
#: takes    perubahan kedua atas      pelaksanaan      penetapan      perubahan "ordonansi" (
#: refuses  pengelolaan hutan dan
TITLE_OF = re.compile(
    r"""
    (?: perubahan | perobahan | pencabutan | penetapan | pelaksanaan | pernyataan | mengubah
      | merubah | mencabut | pengganti | penggantian | tambahan | penambahan | penyempurnaan
      | penyesuaian | tindak \s lanjut | perpanjangan | berlakunya | pengesahan | perluasan
      | berdasarkan | menurut | termaksud | dimaksud )
    (?: \s++ [a-z()0-9/"-]+ ){0,8}? [\s"(]*$
    """,
    re.VERBOSE,
)
#: takes    perubahan kedua atas      mengubah      melengkapi      penambahan atas
#: takes    perubahan atas peraturan tentang uang makan sebagaimana diatur dengan
#: refuses  perubahan tentang hutan dan      penambahan penyertaan modal
TITLE_CHANGES = re.compile(
    r"""
    (?: perubahan | perobahan | pengubahan | mengubah | merubah | penyempurnaan ) (?![a-z])
        (?: (?! tentang ) [^.;] ){0,150} $
  | (?: perubahan | perobahan | pengubahan ) (?: \s+ dan \s+ [a-z]+ )? \s+ atas \s+ peraturan
        [^;]{0,200} \s (?: diatur | ditetapkan | dimaksud | termaktub ) [a-z]* \s+
        (?: dengan | dalam ) \s* $
  | (?: melengkapi | menambah | penambahan | tambahan )
        (?: \s+ (?: atas | pada | dalam | terhadap | dari ) )? (?: \s+ lampiran )? \s* $
    """,
    re.VERBOSE,
)
#: takes    pencabutan atas      mencabut      mencabut : 1.
#: refuses  pencabutan tentang hutan dan
TITLE_REPEALS = re.compile(
    r"(?:pencabutan|mencabut|tidak berlakunya)(?![a-z])(?:(?!tentang)[^.;]){0,60}"
    r"(?::\s*[a-z0-9]{1,2}\.\s*)?$"
)
#: takes    peraturan pelaksanaan      tata cara pelaksanaan
#: refuses  pelaksana tugas
TITLE_CARRIES_OUT = re.compile(r"(?:pelaksanaan|melaksanakan)(?![a-z])(?:(?!tentang)[^.;]){0,40}$")
#: takes    penetapan
#: refuses  penetapan tarif tentang
TITLE_ENACTS = re.compile(r"penetapan(?:(?!tentang)[^.;]){0,20}$")
#: The name of the regulation itself, as its considerations give it.
#:
#: takes    perlu menetapkan peraturan daerah tentang perubahan atas
#: refuses  untuk melaksanakan peraturan daerah
#: refuses  menetapkan peraturan daerah tentang danau bahwa untuk melaksanakan
OWN_TITLE = re.compile(
    r"""
    (?: menetapkan | membentuk | dituangkan \s+ dalam | ditetapkan \s+ dengan | mengatur )
    (?: \s+ (?: suatu | kembali ) )? \s+ (?: rancangan \s+ )?
    (?: peraturan | undang | keputusan | qanun )
    [^;.]{0,90}? \s tentang \s (?: (?! \s bahwa \s ) [^;.] ){0,160} $
    """,
    re.VERBOSE,
)
#: A legal basis among the considerations, where the page lost the heading between them.
#:
#: takes    ; 2.      ;
#: refuses  dan      mencabut :
STRAY_BASIS = re.compile(
    r"(?:;|(?<!mencabut)(?<!mencabut\s):|tahun \d{4})\s*(?:[a-z0-9]{1,2}\s*[.,)]\s*)?$"
)
#: A heading of the preamble; what follows *Memperhatikan* and the like is no legal basis.
#:
#: takes    memperhatikan :      mengingat:      mendengar :
#: refuses  memperhatikan pertimbangan
PREAMBLE_HEAD = re.compile(
    r"(?<![a-z])(?:(?P<basis>mengingat)|memperhatikan|mendengar|membaca)(?![a-z])\s*:"
)
#: The considerations' words for carrying out another rule.
#:
#: takes    untuk melaksanakan ketentuan      sebagai pelaksanaan dari      menindaklanjuti
#: takes    berdasarkan ketentuan      memenuhi ketentuan
#: refuses  berdasarkan pertimbangan
CARRIES_OUT = re.compile(
    r"""
    (?: (?: me)?laksana(?:kan|an)(?:nya)? | menindaklanjuti | tindak \s++ lanjut | menjalankan
      | memenuhi (?= \s++ ketentuan )
      | berdasarkan (?= (?: \s++ ketentuan )?+ \s*+ $ ) )
    (?: \s++ (?: lebih | lanjut | dari | atas | amanat | ketentuan | ketentuan-ketentuan | dalam
        | terhadap | maksud | bunyi | isi ) )*+ \s*$
    """,
    re.VERBOSE,
)
#: takes    peraturan pelaksanaan dari      pelaksanaannya
#: refuses  pelaksana tugas
IMPLEMENTING = re.compile(
    r"pelaksana(?:an)?(?:nya)?(?:\s+(?:dari|atas|untuk|ketentuan|terhadap))*\s*$"
)
#: Prepositions that make a rule something other than what is repealed or kept.
#:
#: takes    berdasarkan      sebagaimana dimaksud dalam      sesuai ketentuan      sejak berlakunya
#: takes    di daerah dimana      dimaksud dalam penjelasan      (vide ordonansi
#: refuses  beberapa ketentuan dalam      berlaku,
OBLIQUE = re.compile(
    r"""
    (?<![a-z])
    (?: (?: berdasarkan | dengan | menurut | pada | oleh | dimaksud(?:kan)? | atas | terhadap
          | vide (?: \s++ ordonansi ,?+ )?+ (?: \s++ dalam )?+
          | melalui | sesuai | untuk | tentang | kecuali | selain | sejak | setelah | sebelum
          | (?: berlaku | terbit | diundangkan | ditetapkan )nya | melanggar | di \s? mana
          | apabila | jika | bila | selama )
        (?: \s++ ketentuan )?
      | (?: dimaksud | diatur | ditetapkan | tercantum | termaktub | termaksud | tersebut
          | diterbitkan | ditentukan ) [a-z]*+ \s++ (?: pada | (?: di )?+ dalam )
          (?: \s++ penjelasan )?+ )
    \s*$
    """,
    re.VERBOSE,
)
#: A clause about acts under a rule's provisions, not about the provisions.
#:
#: takes    melanggar ketentuan pidana dalam      sesuai dengan ketentuan dalam
#: refuses  beberapa ketentuan dalam
UNDER = re.compile(
    r"(?:melanggar|memenuhi|sesuai|menurut|berdasarkan|melaksanakan|mentaati|menaati|dengan|oleh)"
    r"\s+(?:[a-z]+\s+){0,2}?ketentuan[^.;:]*$"
)
#: An exemption: for some, provisions of a rule do not apply, but they stay what they are.
#:
#: takes    terhadap valuta asing tersebut tidak berlaku ketentuan dalam
#: refuses  dengan berlakunya undang-undang ini tidak berlaku ketentuan dalam
EXEMPTS = re.compile(
    r"(?<![a-z])(?:terhadap|bagi|untuk)\s[^.;:]{3,300}\stidak\s+berlaku\s+(?:lagi\s+)?ketentuan"
    r"[^.;:]{0,120}$"
)
#: What an annex sets, and ends as a part of it.
#:
#: takes    tarif yang berlaku sebagaimana dimaksud dalam      pungutan perikanan dalam
#: refuses  izin sebagaimana dimaksud dalam
TARIFF = re.compile(r"(?<![a-z])(?:tarif|pungutan|biaya|besaran|ketentuan)(?![a-z])[^.;:]{0,200}$")
#: What stands within a rule and can be repealed or changed apart from it.
#:
#: takes    ketentuan mengenai izin dalam      pasal 5 dalam
#: refuses  kemungkinan bagi pegawai dalam
PROVISIONS = re.compile(
    r"(?<![a-z])(?:ketentuan|pasal|lampiran|rumusan|bunyi|frasa|kata|bab|ayat)(?![a-z])[^.;:]{0,120}$"
)
#: takes    dalam      di dalam
#: refuses  dalam hal
WITHIN = re.compile(r"(?<![a-z])(?:di\s?)?dalam\s*$")
#: takes    semua ketentuan dalam
#: refuses  ketentuan dalam
ALL_OF = re.compile(r"(?:semua|segala|seluruh)\s+ketentuan(?:[ -]ketentuan)?[^.;:]{0,30}$")
#: What joins a rule to the one before, so that it shares its part in the sentence.
#:
#: takes    dan      ,      jo.      ; b.      : 1.      ; dan c.
#: refuses  dalam
JOINED = re.compile(
    r"(?:,|;|(?<![a-z])(?:dan|serta|jo|jis|juncto|maupun|atau)(?![a-z])\.?|[:.](?=\s*[a-z0-9]{1,2}[.)]))"
    r"\s*(?:[a-z0-9]{1,2}[.)]\s*)?$"
)
#: The mark of the next item of a list, behind what a page break left between the two.
#:
#: takes    ); d.      ); dan e.      23); menetapkan d.
#: refuses  ; bahwa      ) dan
NEXT_ITEM = re.compile(r"[;)]\s*(?:[^\s;]{1,40}\s+){0,2}[a-z0-9]{1,2}[.)]\s*$")

#: What follows *tetap berlaku* where the rule is in truth changed.
WITH_CHANGES = r"""\s++ dengan \s++ (?: beberapa \s++ )?+ p[eo]r[uo]bahan (?: -p[eo]r[uo]bahan )?+
    \s++ (?: tersebut | sebagai | seperti | yang | berikut | di \s? bawah )"""
#: The verbs by which an act does something to another; the kind is the name of the group. The
#: active ones, whose kind ends in *s*, stand before the rule.
#:
#: takes    tetap berlaku      dicabut dan dinyatakan      tidak berlaku lagi
#: takes    sepanjang mengenai
#: takes    diubah sebagai berikut      diubah sehingga      ditetapkan menjadi undang-undang
#: takes    ditambah dengan ayat (2) baru, yang berbunyi
#: takes    mengalami perubahan-perubahan sebagai berikut
#: takes    tetap berlaku dengan perubahan tersebut dalam
#: refuses  diubah dengan      tidak berlaku bagi      mulai berlaku
#: refuses  7. dihapus      (2) dihapus
#: refuses  dicabut apabila syarat tidak dipenuhi      dapat dicabut izin usahanya
VERB = re.compile(
    rf"""
    (?P<keep> (?: tetap (?<! yang\stetap ) | masih (?<! yang\smasih ) )
                (?: \s++ (?: dinyatakan | tetap ) )? \s++ berlaku (?! {WITH_CHANGES} )
            | dinyatakan \s++ (?: tetap | masih )
            | (?: tetap | masih ) \s++ (?: di )? laksanakan )
  | (?P<partly> sepanjang (?: \s++ yang )? \s++
            (?: mengenai | mengatur | menyangkut | ber(?:kaitan|hubungan) ) )
  | (?P<repeals> mencabut | menghapus(?:kan)? )
  | (?P<changes> mengubah | merubah )
  | (?P<repeal> (?<! dapat\s ) dicabut (?! \s++ (?: kembali \s++ )?+ (?: apabila | jika | bila
                | kalau | dalam \s++ hal | (?: izin | ijin | hak ) (?: nya )? ) (?![a-z]) )
            | ditarik \s++ kembali | (?<! [\da-z]\.\s ) (?<! \(\d\)\s ) di?hapus(?:kan)?
            | tidak \s++ berlaku (?! \s++ (?: bagi | terhadap | untuk | apabila | jika | dalam
                | pada | surut | mutlak | sah ) )
            | tidak \s++ (?: lagi \s++ berlaku | mempunyai \s++ (?: kekuatan | daya) ) )
  | (?P<change> (?: di(?:u|ru)bah | diadakan \s++ perubahan (?:-perubahan)?+ ) \s*+ ,?+
            (?: \s*+ (?: dan | serta ) \s++ (?: di | pen )?+ (?: tambah | sempurna ) \w*+ )?+ \s*+
            (?: (?: lagi | lebih \s++ lanjut | seluruhnya | seterusnya ) \s*+ )?+ ,?+ \s*+
            (?= sebagai \s | (?: se )?+ hingga | menjadi | berturut | seperti \s | : )
            | di (?: tambah | sisip ) (?: kan )? (?= \s [^.;:]{{0,60}} \s berbunyi (?![a-z]) )
            | mengalami (?= \s++ perubahan [^.;:]{{0,50}} \s sebagai \s++ berikut )
            | berlaku (?= {WITH_CHANGES} ) )
  | (?P<enact> (?: ditetapkan | disahkan | dijadikan ) \s++ (?: menjadi | sebagai ) \s++ undang )
    """,
    re.VERBOSE,
)
#: The opening of a repeal, which also tells a closing article that lies among the gloss's pages.
#:
#: takes    pada saat peraturan pemerintah ini mulai berlaku,
#: takes    dengan berlakunya undang-undang ini
#: refuses  pada saat izin mulai berlaku
COMING_INTO_FORCE = re.compile(
    r"(?:saat|dengan|sejak|tanggal|mulai)\s[^.;]{0,60}?"
    r"(?:\sini\s[^.;]{0,12}berlaku|berlakunya\s[^.;]{0,40}\sini)"
)
#: A full stop before a new sentence, in the text as printed; list marks end none.
#:
#: takes    2012. Bupati      (2). Bupati
#: refuses  No. Bupati      Jo. Undang      7 Drt. Tahun
SENTENCE_END = re.compile(
    r"""\. (?<! \s[Jj]o\. ) (?<! \s[Dd]rt\. ) (?<! \s[Pp]rp\. )
        (?: (?<= [a-z][a-z]\. ) | (?<= [)\]"]\. ) | (?<= \d{4}\. ) )
        (?= \s+ (?: \d{1,2}\. \s+ )? ["'(]? [A-Z] )""",
    re.VERBOSE,
)

#: Words between a delegating verb and its preposition.
FURTHER = r"(?: \s++ (?: lebih | lanjut | tersendiri | kemudian | secara | rinci ) )*+"
#: The words of a delegation before the instrument it names (nos. 198-207).
#:
#: takes    diatur dengan      diatur lebih lanjut dengan atau berdasarkan
#: refuses  diatur dalam
DELEGATED = re.compile(
    rf"""(?: diatur | ditetapkan ) {FURTHER}
         \s++ dengan (?: \s++ (?: atau | dan/atau ) \s++ berdasarkan )? \s*$""",
    re.VERBOSE,
)
#: Words that end the name of an instrument named without number.
NAME_ENDS = r"""
    (?: ini | itu | tersebut | dimaksud | yang | nomor | no | nr | tentang | dan | atau | mengenai
      | tersendiri | sebagaimana | dengan | setelah | berdasarkan | sesuai | paling | atas | untuk
      | pada | dalam (?! \s++ negeri ) | bersangkutan | serta | di | oleh | harus | wajib | tidak
    ) (?![a-z])
"""
#: A delegation to an instrument not made yet, named without number.
#:
#: takes    diatur dengan peraturan gubernur      ditetapkan dengan keputusan bupati
#: takes    diatur lebih lanjut dengan atau berdasarkan peraturan menteri dalam negeri
#: refuses  diatur dengan peraturan perundang-undangan      diatur dengan peraturan gubernur ini
DELEGATION = re.compile(
    rf"""
    di (?<! [a-z] di ) (?: atur | tetapkan | tentukan ) {FURTHER}
    \s++ (?: dengan | dalam | oleh | berdasarkan | melalui )
    (?: \s++ (?: atau | dan/atau | dan ) \s++ berdasarkan )?+ \s++ (?: suatu \s++ )?+
    (?P<name> (?: peraturan (?! \s++ perundang ) | keputusan | {UNDANG} | qanun )
        (?: \s++ (?! {NAME_ENDS} ) [a-z/-]++ ){{0,10}}+ )
    (?! \s++ (?: ini | itu | tersebut | n(?:omo)?r\.? | no\.? | tentang | yang \s++ berlaku
        ) (?![a-z]) )
    """,
    re.VERBOSE,
)
