"""The codes on legal bases, references and delegations: names, bases, advice."""

from __future__ import annotations

from regcheck.check.rule import Rule
from regcheck.domain import Certainty, Severity

Pair = tuple[str, str]


def lampiran(numbers: str, mark: str = "") -> Pair:
    """Return the basis of a code: points of the drafting manual, and the M number it answers."""
    tail = f" ({mark})" if mark else ""
    english = numbers.replace(" dan ", " and ").replace(" sampai dengan ", " to ")
    return (
        f"UU 12/2011 Lampiran II angka {numbers}{tail}",
        f"UU 12/2011 Annex II no. {english}{tail}",
    )


def rule(code: str, severity: Severity, basis: Pair, words: tuple[Pair, Pair]) -> Rule:
    """Describe a code that a rule proves; ``words`` are the advice and the opening."""
    return Rule(code, severity, severity, Certainty.PASTI, basis, *words)


def hint(code: str, severity: Severity, basis: Pair, words: tuple[Pair, Pair]) -> Rule:
    """Describe a code that calls for a lawyer's eye; ``words`` are the advice and the opening."""
    return Rule(code, severity, severity, Certainty.INDIKASI, basis, *words)


CITATION_RULES = (
    rule(
        "R-02",
        Severity.SEDANG,
        lampiran("41a sampai dengan 41d", "M-10"),
        (
            (
                "Lengkapi “sebagaimana telah diubah (terakhir) dengan …”",
                "Complete “as (last) amended by …”",
            ),
            ("Dasar hukum dikutip tanpa perubahannya:", "Legal basis cited without amendment:"),
        ),
    ),
    rule(
        "R-05",
        Severity.TINGGI,
        (
            "UU 12/2011 Lampiran II angka 236; Penjelasan Pasal 72 ayat (1a) UU 12/2011 jo. "
            "UU 13/2022 (M-13)",
            "UU 12/2011 Annex II no. 236; Elucidation of Article 72(1a) UU 12/2011 as amended by "
            "UU 13/2022 (M-13)",
        ),
        (
            (
                "Sesuaikan rujukan dengan ketentuan yang kini berlaku, atau hapus",
                "Refer to the provision now in force, or delete the reference",
            ),
            ("Merujuk ketentuan yang tidak ada:", "Refers to a provision that is not there:"),
        ),
    ),
    hint(
        "R-06",
        Severity.SEDANG,
        (
            "UU 12/2011 Pasal 5 huruf f (kejelasan rumusan); BPHN dimensi 4",
            "UU 12/2011 Article 5 letter f (clarity of wording); BPHN dimension 4",
        ),
        (
            (
                "Rumuskan normanya di salah satu ketentuan",
                "State the norm in one of the provisions",
            ),
            ("Rujukan melingkar:", "Circular reference:"),
        ),
    ),
    rule(
        "R-07",
        Severity.TINGGI,
        lampiran("41", "M-05"),
        (
            ("Hapus dari Mengingat", "Remove it from the legal bases"),
            (
                "Dasar hukum lebih rendah dari naskah ini:",
                "Legal basis of lower rank than the text:",
            ),
        ),
    ),
    rule(
        "R-08",
        Severity.SEDANG,
        lampiran("278", "M-11"),
        (
            (
                "Ganti dengan pengacuan ke peraturan setingkat atau lebih tinggi, atau rumuskan "
                "normanya",
                "Refer to a regulation of equal or higher rank, or state the norm itself",
            ),
            ("Mengacu ke peraturan yang lebih rendah:", "Refers to a regulation of lower rank:"),
        ),
    ),
    hint(
        "R-09",
        Severity.SEDANG,
        lampiran("198 sampai dengan 205"),
        (
            (
                "Periksa apakah peraturan pelaksanaannya sudah ada; bila belum, susun",
                "Check whether the implementing rule exists; if not, draft it",
            ),
            (
                "Belum ditemukan di korpus peraturan pelaksanaan atas",
                "No implementing rule was found in the corpus for",
            ),
        ),
    ),
    hint(
        "R-10",
        Severity.TINGGI,
        lampiran("198 sampai dengan 205 dan 256 huruf a"),
        (
            (
                "Segera tetapkan peraturan pelaksanaannya, atau periksa apakah sudah ada",
                "Make the implementing rule without delay, or check whether it exists",
            ),
            (
                "Tenggat telah lewat dan di korpus belum ditemukan peraturan pelaksanaan atas",
                "The time has passed, and no implementing rule was found in the corpus for",
            ),
        ),
    ),
    hint(
        "R-11",
        Severity.TINGGI,
        lampiran("148 dan 282"),
        (
            (
                "Cabut atau ganti peraturan pelaksana, atau tambahkan klausul bahwa peraturan "
                "pelaksana tetap berlaku sepanjang tidak bertentangan",
                "Repeal or replace the implementing rule, or add a clause that implementing rules "
                "stay in force as far as they do not conflict",
            ),
            ("Peraturan pelaksana kehilangan induknya:", "Implementing rule without its parent:"),
        ),
    ),
    rule(
        "R-12",
        Severity.SEDANG,
        lampiran("143 sampai dengan 145"),
        (
            (
                "Rumuskan ulang: sebut dengan tegas peraturan setingkat atau lebih rendah yang "
                "dicabut",
                "Reword: name expressly the regulations of equal or lower rank that are repealed",
            ),
            ("Pencabutan cacat:", "Defective repeal:"),
        ),
    ),
    hint(
        "R-13",
        Severity.TINGGI,
        (
            "UU 12/2011 Lampiran II angka 201, 203, dan 212; UU 30/2014 Pasal 13 (M-18)",
            "UU 12/2011 Annex II nos. 201, 203 and 212; UU 30/2014 Article 13 (M-18)",
        ),
        (
            ("Atur materinya dalam peraturan ini", "Regulate the matter in this regulation"),
            (
                "Terindikasi mendelegasikan lagi materi yang harus diatur sendiri menurut",
                "Appears to pass on a matter that is to be regulated here according to",
            ),
        ),
    ),
    rule(
        "R-14",
        Severity.SEDANG,
        lampiran("210", "M-16"),
        (
            (
                "Sebut materi yang didelegasikan, atau hapus",
                "Name the matter that is delegated, or delete the clause",
            ),
            (
                "Mendelegasikan segala hal yang belum diatur kepada",
                "Delegates whatever is not regulated to",
            ),
        ),
    ),
    rule(
        "R-15",
        Severity.SEDANG,
        lampiran("41 dan 47", "M-09"),
        (
            (
                "Betulkan nomor, tahun, judul, atau Lembaran peraturan yang dikutip",
                "Correct number, year, title or gazette of the cited regulation",
            ),
            ("Identitas peraturan tidak cocok:", "The identity of the regulation does not match:"),
        ),
    ),
    rule(
        "R-16",
        Severity.RENDAH,
        lampiran("279", "M-12"),
        (
            (
                "Susun ulang agar ketentuan yang dirujuk mendahului, bila mungkin",
                "Reorder so that what is referred to comes first, where possible",
            ),
            ("Merujuk ke ketentuan sesudahnya:", "Refers to provisions that come later:"),
        ),
    ),
    hint(
        "R-17",
        Severity.TINGGI,
        lampiran("198 sampai dengan 203"),
        (
            (
                "Ganti bentuknya dengan peraturan yang diperintahkan",
                "Use the form of regulation that was ordered",
            ),
            (
                "Terindikasi melaksanakan dalam bentuk yang tidak diperintahkan:",
                "Appears to carry out in a form that was not ordered:",
            ),
        ),
    ),
    hint(
        "R-18",
        Severity.SEDANG,
        lampiran("205, 221, dan 222"),
        (
            (
                "Satukan, atau cabut peraturan yang lama dengan tegas",
                "Merge them, or repeal the earlier one expressly",
            ),
            (
                "Terindikasi melaksanakan delegasi yang sama dengan",
                "Appears to carry out the same delegation as",
            ),
        ),
    ),
    rule(
        "M-06",
        Severity.TINGGI,
        lampiran("42"),
        (
            (
                "Tunggu sampai berlaku, atau ganti dengan peraturan yang kini berlaku",
                "Wait until it is in force, or replace it with what is in force now",
            ),
            ("Dasar hukum belum berlaku:", "Legal basis not yet in force:"),
        ),
    ),
    rule(
        "M-07",
        Severity.RENDAH,
        lampiran("43"),
        (
            (
                "Susun menurut tingkatan, lalu menurut tanggal",
                "Order by rank, then by date",
            ),
            ("Urutan Mengingat tidak sesuai:", "The legal bases are out of order:"),
        ),
    ),
    rule(
        "M-08",
        Severity.RENDAH,
        lampiran("39"),
        (
            ("Tambahkan ke Mengingat", "Add to the legal bases"),
            ("Dasar hukum Perda tidak memuat", "The legal bases of the Perda lack"),
        ),
    ),
    rule(
        "M-09",
        Severity.RENDAH,
        lampiran("47 dan 49"),
        (
            (
                "Lengkapi dengan Lembaran dan Tambahan Lembaran",
                "Add gazette and supplement",
            ),
            ("Dasar hukum dikutip tanpa Lembaran:", "Legal bases cited without their gazette:"),
        ),
    ),
    rule(
        "M-14",
        Severity.RENDAH,
        lampiran("275 dan 280"),
        (
            ("Sebut nomor pasal atau ayatnya", "Give the number of the pasal or ayat"),
            ("Pengacuan tidak menyebut nomor:", "The reference gives no number:"),
        ),
    ),
)
