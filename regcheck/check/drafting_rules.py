"""The codes on drafting technique and on what an instrument may contain: names, bases, advice."""

from __future__ import annotations

from regcheck.check.citation_rules import hint, lampiran, rule
from regcheck.domain import Severity

DRAFTING_RULES = (
    hint(
        "K-10",
        Severity.KRITIS,
        ("BPHN dimensi 2 (ketepatan jenis)", "BPHN dimension 2 (the proper kind of instrument)"),
        (
            (
                "Hapus, pindahkan ke Perda, atau turunkan sampai batasnya",
                "Delete, move it to a Perda, or lower it to the limit",
            ),
            (
                "Terindikasi melampaui materi muatan:",
                "Appears to exceed what this instrument may contain:",
            ),
        ),
    ),
    hint(
        "K-13",
        Severity.SEDANG,
        lampiran("132, 133, 155, dan 156", "M-32"),
        (
            (
                "Tentukan saat berlaku pada atau sesudah pengundangan, atau muat alasannya",
                "Let it begin on promulgation or later, or give the reasons",
            ),
            ("Terindikasi mengatur waktu yang lampau:", "Appears to regulate the past:"),
        ),
    ),
    rule(
        "M-23",
        Severity.RENDAH,
        lampiran("98 sampai dengan 108"),
        (
            (
                "Hapus definisi yang tidak dipakai, tulis istilah dengan huruf kapital, dan "
                "jelaskan singkatan",
                "Delete definitions without use, write terms with capitals, explain abbreviations",
            ),
            ("Pemakaian istilah:", "Use of terms:"),
        ),
    ),
    rule(
        "M-15",
        Severity.RENDAH,
        lampiran("251"),
        (
            (
                "Rumuskan hubungan kedua ketentuan dengan tegas, misalnya dengan “kecuali”",
                "State how the two provisions stand to each other, such as by “kecuali”",
            ),
            (
                "Frasa yang tidak menentukan hubungan antarketentuan:",
                "Phrases that leave open how provisions stand to each other:",
            ),
        ),
    ),
    rule(
        "M-26",
        Severity.SEDANG,
        lampiran("86 dan 270c"),
        (
            ("Samakan angka dengan hurufnya", "Make the figures and the words agree"),
            ("Angka dan hurufnya berbeda:", "Figures and words disagree:"),
        ),
    ),
    rule(
        "M-27",
        Severity.RENDAH,
        lampiran("270c"),
        (
            ("Tulis jumlah uang juga dengan huruf", "Write amounts of money in words too"),
            ("Jumlah uang tanpa huruf:", "Amounts of money without words:"),
        ),
    ),
    rule(
        "M-28",
        Severity.RENDAH,
        lampiran("270b"),
        (
            ("Sebut secara lengkap apa yang dicakup", "List in full what is covered"),
            ("Cakupan norma dibiarkan terbuka:", "The scope of the norm is left open:"),
        ),
    ),
    rule(
        "M-33",
        Severity.RENDAH,
        lampiran("192 dan 194"),
        (
            (
                "Lengkapi berkas dengan lampirannya, atau sesuaikan rujukannya",
                "Add the annex to the file, or correct the reference",
            ),
            ("Lampiran dan rujukannya tidak cocok:", "Annex and reference do not match:"),
        ),
    ),
    rule(
        "M-17",
        Severity.RENDAH,
        lampiran("200 dan 207"),
        (
            (
                "Sebutkan materi yang didelegasikan dan jenis peraturannya",
                "Name the matter that is delegated, and the kind of rule",
            ),
            ("Delegasi tanpa materi:", "Delegation without a matter:"),
        ),
    ),
    rule(
        "M-29",
        Severity.RENDAH,
        lampiran("88, 89, dan 90"),
        (
            (
                "Tambahkan “dan”, “atau”, atau “dan/atau” di belakang rincian kedua dari belakang",
                "Add “dan”, “atau” or “dan/atau” behind the last item but one",
            ),
            (
                "Rincian tanpa kata penghubung, sehingga tidak jelas kumulatif atau alternatif:",
                "Lists without a connective, so that all or any may be meant:",
            ),
        ),
    ),
    rule(
        "M-31",
        Severity.RENDAH,
        lampiran("177 dan 186"),
        (
            (
                "Pindahkan pendelegasian ke batang tubuh",
                "Move the delegation into the articles",
            ),
            ("Penjelasan memuat pendelegasian:", "The elucidation delegates:"),
        ),
    ),
    rule(
        "M-34",
        Severity.RENDAH,
        lampiran("237 huruf b"),
        (
            (
                "Pertimbangkan untuk mencabut dan menggantinya dengan peraturan baru",
                "Consider repealing it and enacting a new regulation",
            ),
            (
                "Perubahan melebihi separuh pasal peraturan yang diubah:",
                "More than half of the articles of the amended act change:",
            ),
        ),
    ),
    rule(
        "M-35",
        Severity.SEDANG,
        lampiran("118"),
        (
            (
                "Sebutkan pasal yang memuat norma yang dilanggar",
                "Name the articles with the norms whose breach is punished",
            ),
            (
                "Ketentuan pidana tidak menyebut pasal yang dilanggar:",
                "The penal clause does not name the articles breached:",
            ),
        ),
    ),
    rule(
        "M-36",
        Severity.RENDAH,
        lampiran("5"),
        (
            ("Tulis namanya tanpa singkatan", "Write the name without the abbreviation"),
            ("Judul memuat singkatan atau akronim:", "The title carries an abbreviation:"),
        ),
    ),
)
