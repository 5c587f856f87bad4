"""The formulae of delegation (UU 12/2011 Lampiran II nos. 198-216), and the older ones."""

from __future__ import annotations

import re

#: Words between the verb of a delegation and its preposition.
FURTHER = r"(?: \s+ (?: lebih | lanjut | tersendiri | kemudian | secara | rinci | di ) )*"
#: The verb of a delegation with the words up to the instrument.
#:
#: takes    diatur dengan Peraturan Gubernur      diatur lebih lanjut dengan atau berdasarkan PP
#: takes    ditetapkan dengan Peraturan Bupati      diatur lebih lanjut oleh Gubernur
#: takes    sebelum ditetapkan dengan Peraturan Pemerintah
#: refuses  pengaturan dengan rambu      diatur kemudian hari
DELEGATES = re.compile(
    rf"""
    (?P<before> (?: \b(?: sebagaimana | yang | telah | sudah | belum | tidak | dapat | sesuai
          | sebelum | sesudah | setelah | hingga | sejak )
        (?: \s+ (?: telah | sudah | dapat | akan ) )? \s+ )? )
    \b (?P<verb> diatur | ditetapkan | ditentukan ) {FURTHER}
    \s+ (?: (?P<firm> dengan | oleh ) | dalam | melalui | berdasarkan )
    (?P<passable> \s+ (?: atau | dan/atau | dan ) \s+ berdasarkan )? \s+ (?: suatu \s+ )?
    (?= (?P<name> [A-Za-z][^.;:,()]{{3,120}} ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A rule named by its kind, and the end of that name.
#:
#: takes    Peraturan Gubernur      Undang-Undang      Keputusan Kepala Dinas
#: refuses  peraturan perundang-undangan      peraturan yang berlaku
RULE = re.compile(
    r"""
    \A (?: surat \s+ )? (?: peraturan (?! \s+ perundang | \s+ yang | \s+ ini | \s+ lain
        | \s+ tersendiri | \s+ tersebut )
      | keputusan (?! \s+ yang | \s+ ini ) | undang (?:-\s?| \s ) undang | qanun | petunjuk \s+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What begins the name of another rule, or of another maker of one.
MAKERS = (
    r"(?: menteri | gubernur | bupati | wali | kepala | presiden | peraturan | keputusan | undang )"
)
#: Where the name of an instrument without number ends.
#:
#: takes    Peraturan Gubernur | dengan memperhatikan      Peraturan Bupati | paling lama
#: refuses  Peraturan Menteri Dalam Negeri      Menteri Pertahanan dan Keamanan
NAME_END = re.compile(
    rf"""
    (?<! \s ) \s++ (?: yang | tersendiri | sendiri | sebagaimana | dengan | setelah | berdasarkan
      | sesuai | paling
      | tentang | mengenai | untuk | pada | dalam (?! \s+ negeri ) | bersangkutan | serta | di
      | oleh | sebagai | harus | wajib | tidak | selambat | selama | sebelum | atas | setempat
      | adalah | berpedoman | menurut | dan (?! /atau | \s+ (?! {MAKERS} ) (?-i: [A-Z] ) ) | atau
      | dan/atau | sepanjang | masing | maka ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What makes a named rule one that exists already.
#:
#: takes    Peraturan Gubernur ini      Peraturan Daerah tersebut      Peraturan Menteri Nomor 5
#: refuses  Peraturan Gubernur
EXISTING = re.compile(
    r"\b(?:ini|itu|tersebut|dimaksud|nomor|no\.?|berlaku|masing-masing)\b", re.IGNORECASE
)
#: The head of an office as the maker of a rule or decision.
#:
#: takes    Peraturan Kepala Dinas      Keputusan Kepala SKPD      Petunjuk Teknis Kepala Badan
#: takes    Keputusan Sekretaris Daerah      peraturan kepala lembaga
#: refuses  Peraturan Kepala Daerah      Peraturan Kepala Badan Nasional Narkotika
OFFICER = re.compile(
    r"""
    \A (?: peraturan | (?: surat \s+ )? keputusan | petunjuk (?: \s+ \w+ )? ) \s+ (?: dari \s+ )?
    (?: kepala \s+ (?: dinas | biro | bagian | kantor | unit | skpd | opd | satuan | perangkat
          | badan (?! \s+ (?: nasional | pusat | pengawas | koordinasi | siber | kepegawaian \s+
              negara | pembinaan | standardisasi | pertanahan | informasi | intelijen | sar ) ) )
      | kepala \s+ lembaga \s* \Z
      | sekretaris \s+ daerah | direktur \s+ (?: rumah | rsud | utama ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A rule of the head of the region, whatever the region is.
#:
#: takes    Peraturan Kepala Daerah      Keputusan Kepala Daerah
#: refuses  Peraturan Kepala Dinas
HEAD_OF_REGION = re.compile(r"\A(?P<kind>peraturan|keputusan)\s+kepala\s+daerah\b", re.IGNORECASE)
#: Officials who may make the rule, where the clause names them and no instrument.
#:
#: takes    Gubernur      Bupati      Menteri Keuangan      Kepala Daerah
#: takes    Gubernur Kepala Daerah Tingkat I Jambi dengan      Menteri Keuangan dan Menteri Negara
#: refuses  Gubernur dan DPRD bersama
MAKER = re.compile(
    r"""
    \A (?P<maker> (?: gubernur | bupati | wali\s?kota (?: madya )? )
            (?: \s+ kepala \s+ daerah (?: \s+ tingkat \s+ I{1,2} (?: \s+ [A-Z]\w+ ){0,3} )? )?
        | kepala \s+ daerah
        | menteri (?: \s+ (?: dan (?= \s+ (?! menteri ) (?-i: [A-Z] ) ) | [A-Z]\w+ ) ){0,5} )
    (?= [\s.;,]* \Z
      | \s+ (?: dengan | berdasarkan | paling | setelah | baik | sesuai | menurut
          | dan (?: /atau )? \s+ menteri ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A relative clause about what a law lays down anyway: no order to make one.
#:
#: takes    anggaran yang pengeluarannya      pungutan yang besarnya
#: refuses  tata cara pemungutan      anggaran yang besar
RELATIVE = re.compile(r"\byang\s+(?:\w+\s+)?\w+nya\s*\Z", re.IGNORECASE)
#: What parts a delegation from the sentence, or the item, before it.
#:
#: takes    berlaku. Tata      badan usaha. e. ketentuan lebih lanjut mengenai
#: refuses  PT. MEMBANGUN      Nomor 5 Tahun
SENTENCE = re.compile(
    r"(?<=[a-z\d)]{2})[.;]\s+(?=[A-Z(])|[.;]\s+(?:dan\s+)?[a-z]\.\s+(?=[Kk]etentuan\s)"
)
#: A clause that covers whatever is not regulated (no. 210).
#:
#: takes    Hal-hal yang belum diatur      Segala sesuatu yang belum cukup diatur
#: takes    Ketentuan lain yang belum diatur
#: refuses  Hal-hal yang diatur      ketentuan mengenai izin yang belum diatur besarannya
BLANKET = re.compile(
    r"""
    (?: \A | [.;(]\s* | \)\s* )
    (?: segala \s+ )? (?: hal [\s-]+ hal | hal | sesuatu | segala \s+ sesuatu
        | ketentuan (?: [\s-]+ ketentuan )? (?: \s+ lain )? ) (?: \s+ lain(?:nya)? )?
    \s+ yang \s+ (?: belum | tidak ) (?: \s+ (?: cukup | jelas | sempat ) )? \s+ (?: di )?atur
    (?! \w )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: The opening of a delegation, before its matter.
#:
#: takes    Ketentuan lebih lanjut mengenai      Ketentuan tentang      Pengaturan mengenai
#: refuses  Tata cara
OPENING = re.compile(
    r"""
    \A (?: ketentuan (?: [\s-]+ ketentuan )? | pengaturan | hal [\s-]+ hal | pelaksanaan )
    (?: \s+ (?: lebih \s+ lanjut | lain | teknis | rinci ) )*
    \s+ (?: mengenai | tentang | terkait (?: \s+ dengan )? ) \b [\s:]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A clause that orders rules without saying what about (no. 200).
#:
#: takes    Ketentuan lebih lanjut      Pelaksanaan Peraturan Daerah ini
#: takes    Ketentuan lebih lanjut yang diperlukan bagi pelaksanaan Peraturan Pemerintah ini
#: refuses  Ketentuan lebih lanjut mengenai izin
NO_MATTER = re.compile(
    r"""
    \A (?: (?: ketentuan (?: [\s-]+ ketentuan )? | pengaturan | hal [\s-]+ hal | tata \s+ cara )
          (?= \s+ (?: lebih | teknis | yang ) ) )?
    \s* (?: lebih \s+ lanjut (?: \s+ (?: dari | atas ) )? )?
    (?: \s* (?: teknis \s+ )? yang \s+ (?: di )? perlu (?: kan )? \s+
        (?: bagi | untuk | dalam (?: \s+ rangka )? ) )?
    \s* (?: (?: (?: ketentuan | petunjuk ) \s+ )? pelaksanaan (?: nya )?
        (?: \s+ (?: dari | atas | lebih \s+ lanjut ) )? )?
    \s* (?: (?: peraturan | undang [\s-]+ undang ) (?: \s+ \w+ ){0,3}? \s+ ini )?
    [\s,]* (?: akan )? \s* \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A matter that is nothing but the carrying out of what stands elsewhere.
#:
#: takes    Pelaksanaan ketentuan      pelaksanaan
#: refuses  Pelaksanaan ketentuan perizinan
BARE = re.compile(r"\A(?:pelaksanaan|ketentuan)(?:\s+ketentuan)?\s*\Z", re.IGNORECASE)
#: A pointer inside a matter, which names it by its place only.
#:
#: takes    sebagaimana dimaksud pada ayat (1) dan ayat (2)      dimaksud dalam Pasal 5 huruf a
#: takes    dimaksud dalam ayat (2) pasal ini
#: refuses  dimaksudkan untuk
POINTER = re.compile(
    r"""
    (?<! [\s,] ) [\s,]*+ \b (?: sebagaimana \s+ )? (?: dimaksud | tersebut )
    (?: \s+ (?: pada | dalam ) )?
    (?: \s+ (?: pasal \s+ ini | pasal | ayat | huruf | angka | bab | dan | atau | sampai | dengan
        | dan/atau | (?<= huruf \s ) [a-z] | \(? \d+[a-z]? \)? | [IVXL]+ \b | [a-z] \b )
        ,? )+
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A matter that is settled case by case, each time with a rule of its own.
#:
#: takes    Pembentukan kecamatan      Penggabungan, peleburan      Setiap penyertaan modal
#: refuses  Tata cara pembentukan kecamatan      besaran tarif
CASEWISE = re.compile(
    r"""
    \A (?: setiap \s+ )?
    (?: pembentukan | penghapusan | penggabungan | pemekaran | peleburan | pengambilalihan
      | pe(?:ng|r)ubahan \s+ (?: nama | batas | bentuk | status ) | perubahan \s+ anggaran
      | pendirian | pembubaran | penyertaan | penambahan | pengurangan | penunjukan | pengangkatan
      | pemberhentian | rencana | anggaran | rpj | apb )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Words of a matter that is regulated, not only determined.
#:
#: takes    Tata cara pembentukan      syarat pengangkatan      Ketentuan mengenai tarif
#: refuses  Dana cadangan      Pembubaran Perusahaan
REGULATED = re.compile(
    r"""
    \b (?: ketentuan | aturan | pengaturan | tata (?: \s+ (?: cara | kerja ))? | syarat
      | persyaratan | kriteria | pedoman | petunjuk | standar | tarif | jenis | bentuk
      | besar (?: an | nya )? | mekanisme | prosedur | susunan | organisasi | tugas | rincian
      | perincian | pelaksanaan | penyelenggaraan | pengelolaan | hal [\s-]+ hal ) (?! \w )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Marks before a clause that are no words of it: the number of its ayat, signs of the page.
#:
#: takes    (1 1) Ketentuan      (2) Ketentuan
#: refuses  Ketentuan (2)
STRAY_MARK = re.compile(r"\A\s*\(\s*\d[\d\s]{0,3}\)\s*")
#: How long the maker has.
#:
#: takes    paling lama 6 (enam) bulan      selambat-lambatnya 1 (satu) tahun
#: refuses  paling banyak 6 (enam) orang
DEADLINE = re.compile(
    r"""
    \b (?: paling \s+ (?: lama | lambat ) | selambat [\s-]+ lambatnya | dalam \s+ (?: jangka \s+ )?
        waktu (?: \s+ paling \s+ (?: lama | lambat ) )? )
    \s+ (?: dalam \s+ (?: jangka \s+ )? waktu \s+ )?
    (?P<count> \d{1,3} ) \s* (?: \( [^()]{0,40} \) )? \s+ (?P<unit> hari | bulan | tahun ) \b
    (?P<from> [^.;]{0,120} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What a deadline for a rule is counted from.
#:
#: takes    sejak Peraturan Daerah ini diundangkan      terhitung sejak tanggal pengundangan
#: refuses  sejak permohonan diterima
FROM_PROMULGATION = re.compile(
    r"\b(?:diundangkan|pengundangan|(?:mulai\s+)?berlaku)", re.IGNORECASE
)
#: A clause that gives all implementing rules one time (no. 256 huruf a).
#:
#: takes    Peraturan pelaksanaan dari Peraturan Daerah ini harus ditetapkan paling lama
#: takes    Peraturan Gubernur sebagai pelaksanaan Peraturan Daerah ini ditetapkan paling lambat
#: refuses  Peraturan Daerah ini ditetapkan
ALL_RULES = re.compile(
    r"""
    \b (?: peraturan \s+ pelaksana(?:an)? | (?: peraturan | ketentuan ) (?: \s+ \w+ ){0,3}?
        \s+ (?: sebagai \s+ )? pelaksana(?:an)? )
    \b [^.;]{0,160}? \b (?: ditetapkan | diterbitkan | dibentuk | disusun | diselesaikan
        | dikeluarkan | diundangkan ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A clause that gives the rules ordered in certain places their time.
#:
#: takes    Peraturan Gubernur sebagaimana dimaksud dalam Pasal 5 ayat (2) harus ditetapkan
#: takes    Peraturan Presiden mengenai rencana aksi sebagaimana dimaksud dalam Pasal 42 ditetapkan
#: refuses  Peraturan Gubernur ditetapkan      Izin sebagaimana dimaksud dalam Pasal 5 ditetapkan
RULES_OF = re.compile(
    r"""
    \b (?: peraturan | undang-undang | keputusan ) (?! \s+ pelaksana ) [^.;]{0,160}?
    \b (?: dimaksud | tersebut ) \s+ (?: dalam | pada ) \s+ (?P<places> pasal \s [^.;]{0,160}? )
    \s (?: harus \s+ | sudah \s+ | telah \s+ | wajib \s+ ){0,3}
    (?: ditetapkan | diterbitkan | dibentuk | disusun | diselesaikan | dikeluarkan ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A place named in such a clause.
#:
#: takes    Pasal 5 ayat (2)      Pasal 12A
#: refuses  ayat (2)
PLACE = re.compile(r"\bpasal\s+(?P<pasal>\d+[A-Z]?)(?:\s+ayat\s+\((?P<ayat>\w+)\))?", re.IGNORECASE)
