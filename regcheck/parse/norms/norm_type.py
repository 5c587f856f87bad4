"""The type of a norm, by the words the drafting manual gives each (UU 12/2011 Lampiran II)."""

from __future__ import annotations

import re

#: The types, in the order in which their rules are tried: the first that matches wins.
NORM_TYPES = (
    "definisi",
    "penutup",
    "peralihan",
    "sanksi",
    "larangan",
    "kewajiban",
    "kewenangan",
    "kebolehan",
    "prosedur",
)
DEFAULT = "prosedur"

#: "T adalah D": a short capitalised term, then the copula, before any modal verb (nos. 98-109).
#:
#: takes    1. Pasar adalah tempat      Kios adalah bangunan
#: refuses  pasar adalah tempat      Pedagang wajib membayar
DEFINITION = re.compile(
    r"""
    ^ (?: \d+ [a-z]? [.)] \s* )?
    [A-Z0-9] [^.;:]{0,160}? ,? \s+
    (?: adalah | ialah | yaitu | merupakan
      | yang \s+ selanjutnya \s+ (?: disebut | disingkat ) )
    \s
    """,
    re.VERBOSE,
)
#: Commencement, repeal, short title, promulgation, further rules (nos. 136-159, 198-216).
#:
#: takes    mulai berlaku pada tanggal      diatur lebih lanjut dengan Peraturan Bupati
#: refuses  berlaku bagi pedagang
CLOSING = re.compile(
    r"""
    \b mulai \s+ berlaku \s+ (?: pada | sejak | setelah | \d )
    | \b berlaku \s+ (?: surut | sejak \s+ tanggal )
    | \b (?: dicabut | dinyatakan \s+ tidak \s+ berlaku )
    | ^ agar \s+ setiap \s+ orang \s+ mengetahuinya
    | \b dapat \s+ disebut \s+ peraturan
    | \b di(?: atur | tetapkan ) (?: \s+ lebih \s+ lanjut )?
        \s+ (?: dengan | dalam ) \s+ (?: atau \s+ berdasarkan \s+ )?
        (?: peraturan | keputusan ) \s+
        (?: daerah | gubernur | bupati | wali | menteri | pres | pem )
    | \b peraturan \s+ pelaksanaan \b .* \b ditetapkan \s+ paling
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What exists when the rule comes into force (nos. 127-135).
#:
#: takes    tetap berlaku      yang sedang diproses diselesaikan
#: refuses  mulai berlaku
TRANSITION = re.compile(
    r"""
    \b (?: tetap | masih ) \s+ (?: berlaku | sah | dapat | melaksanakan | menjalankan | disimpan
                               | dihormati | memiliki | berpedoman )
    | \b sampai (?: \s+ dengan )? \s+ (?: habis | masa | jangka | berakhir | terbentuk | diangkat
                                     | selesai | ditata )
    | \b menurut \s+ ketentuan \s+ (?: lama | sebelum )
    | \b berdasarkan \s+ (?: peraturan | ketentuan ) \s+ (?: sebelum | yang \s+ lama )
    | \b (?: menyesuaikan | disesuaikan | penyesuaian ) \b
    | \b sebelum \s+ (?: berlakunya \s+ )? (?: peraturan )
    | \b yang \s+ (?: telah | sudah | sedang | belum ) \b .* \b (?: dianggap | diselesaikan
        | disesuaikan | dilanjutkan | melanjutkan | menyesuaikan | diberi | berstatus )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A consequence of a breach; a fine, a penalty, a measure (nos. 64-66a, 112-126).
#:
#: takes    dipidana      dikenai sanksi      izin dicabut
#: refuses  sanksi sosial
SANCTION = re.compile(
    r"""
    \b dipidana \b | \b diancam \b | \b kurungan \b
    | \b (?: dikenai | dikenakan | dijatuhi | dijatuhkan | diberi ) \s+
        (?: \w+ \s+ ){0,3}? (?: sanksi | denda | teguran | peringatan | hukuman | pembekuan
            | penghentian | pembongkaran | penderekan | pemberhentian | pencabutan | pengosongan
            | pengurangan | penutupan | tindakan )
    | \b sanksi \b .* \b (?: berupa | dijatuhkan )
    | \b izin \s+ dicabut \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: nos. 270 and the older wordings.
#:
#: takes    dilarang      tidak diperbolehkan
#: refuses  larangan      boleh
PROHIBITION = re.compile(
    r"\bdilarang\b|\btidak\s+(?:boleh|diperbolehkan|dibolehkan|diperkenankan)\b", re.IGNORECASE
)
#: nos. 268-269; the nouns *Wajib Pajak*, *wajib belajar*, *urusan wajib* are no duties.
#:
#: takes    wajib      harus
#: refuses  wajib pajak      urusan wajib
DUTY = re.compile(
    r"""
    (?<! urusan \s ) (?<! tidak \s ) \b wajib \b
        (?! \s+ (?: pajak | retribusi | belajar | daftar | bayar ) \b )
    | \b (?: diwajibkan | berkewajiban | diharuskan | harus ) \b
    | \b mempunyai \s+ kewajiban \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: nos. 266; an office as the subject of an act of power.
#:
#: takes    berwenang      Bupati menetapkan
#: refuses  menetapkan harga
POWER = re.compile(
    r"""
    \b (?: berwenang | kewenangan \s+ (?: untuk | meng?\w+ | memberi ) | bertugas )
    | \b (?: mempunyai | memiliki | menyelenggarakan ) \s+ (?: tugas | fungsi | kewenangan )
    | \b bertanggung \s+ jawab \b
    | ^ (?: gubernur | bupati | wali \s? kota | menteri | kepala \s \w+ ) \s+
        (?: menetapkan | menunjuk | membentuk | mengangkat | mendelegasikan | menerbitkan )
    | \b dilaksanakan \s+ oleh \s+ (?: dinas | badan )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: nos. 265 and 267.
#:
#: takes    dapat      berhak
#: refuses  pendapatan
PERMISSION = re.compile(
    r"\b(?:dapat|boleh|berhak|diperbolehkan|dibolehkan)\b|\bmempunyai\s+hak\b", re.IGNORECASE
)
RULES = (
    ("definisi", DEFINITION),
    ("penutup", CLOSING),
    ("peralihan", TRANSITION),
    ("sanksi", SANCTION),
    ("larangan", PROHIBITION),
    ("kewajiban", DUTY),
    ("kewenangan", POWER),
    ("kebolehan", PERMISSION),
)
HEADINGS = (
    ("ketentuan umum", "definisi"),
    ("peralihan", "peralihan"),
    ("penutup", "penutup"),
    ("pidana", "sanksi"),
    ("sanksi", "sanksi"),
    ("larangan", "larangan"),
)


def classify(text: str, heading: str = "") -> str:
    """Return the norm type of a clause, one of ``NORM_TYPES``.

    The wording decides; the chapter's heading decides where the wording says nothing.

    >>> classify("Setiap orang dilarang menebang pohon pelindung.")
    'larangan'
    >>> classify("Wajib Pajak dapat mengajukan keberatan.")
    'kebolehan'
    """
    found = next((kind for kind, rule in RULES if rule.search(text)), "")
    if found and not (found == "definisi" and is_statement(text)):
        return found
    title = heading.lower()
    return next((kind for word, kind in HEADINGS if word in title), DEFAULT)


def is_statement(text: str) -> bool:
    """Tell whether a sentence with a copula states a fact or a purpose instead of defining.

    >>> is_statement("Tujuan penataan ini adalah ketertiban.")
    True
    """
    return bool(re.match(r"(?:maksud|tujuan|ruang lingkup|sasaran|setiap)\b", text, re.IGNORECASE))
