"""The codes on overlaps: names, severities, bases, advice."""

from __future__ import annotations

from regcheck.check.rule import Rule
from regcheck.domain import Certainty, Severity

OVERLAP_RULES = (
    Rule(
        "T-01",
        Severity.RENDAH,
        Severity.SEDANG,
        Certainty.INDIKASI,
        (
            "UU 12/2011 Lampiran II angka 215 dan 216; BPHN dimensi 3 dan 4",
            "UU 12/2011 Annex II nos. 215 and 216; BPHN dimensions 3 and 4",
        ),
        (
            "Hapus dan rujuk ketentuan pembanding, atau cabut ketentuan pembanding",
            "Delete and refer to the other provision, or repeal that provision",
        ),
        ("Terindikasi duplikasi pengaturan dengan", "Appears to duplicate"),
        above=(
            "Hapus dan rujuk ketentuan pembanding yang lebih tinggi",
            "Delete and refer to the other provision, which ranks higher",
        ),
    ),
    Rule(
        "T-02",
        Severity.SEDANG,
        Severity.SEDANG,
        Certainty.INDIKASI,
        (
            "UU 12/2011 Lampiran II angka 215 dan 216; BPHN dimensi 3 dan 4",
            "UU 12/2011 Annex II nos. 215 and 216; BPHN dimensions 3 and 4",
        ),
        (
            "Satukan rumusan, atau rujuk ketentuan pembanding",
            "Unify the wording, or refer to the other provision",
        ),
        (
            "Terindikasi mengatur norma yang sama, dengan rumusan lain, seperti",
            "Appears to state in other words the same norm as",
        ),
        above=(
            "Rujuk ketentuan pembanding yang lebih tinggi, atau ikuti rumusannya",
            "Refer to the other provision, which ranks higher, or take over its wording",
        ),
    ),
    Rule(
        "T-03",
        Severity.RENDAH,
        Severity.SEDANG,
        Certainty.INDIKASI,
        (
            "UU 12/2011 Lampiran II angka 215 dan 216; BPHN dimensi 3 dan 4",
            "UU 12/2011 Annex II nos. 215 and 216; BPHN dimensions 3 and 4",
        ),
        (
            "Tegaskan kekhususan norma (kecuali …), atau hapus",
            "Make the special norm explicit (except …), or delete",
        ),
        (
            "Terindikasi hanya sebagian dari, atau mencakup, norma",
            "Appears to lie within, or to cover, the norm of",
        ),
    ),
    Rule(
        "T-04",
        Severity.RENDAH,
        Severity.RENDAH,
        Certainty.INDIKASI,
        (
            "UU 12/2011 Lampiran II angka 215 dan 216; BPHN dimensi 4",
            "UU 12/2011 Annex II nos. 215 and 216; BPHN dimension 4",
        ),
        (
            "Ganti dengan pengacuan ke ketentuan itu",
            "Replace by a reference to that provision",
        ),
        (
            "Terindikasi mengulang norma peraturan yang dilaksanakannya,",
            "Appears to repeat the norms of the regulation it carries out",
        ),
    ),
    Rule(
        "T-05",
        Severity.TINGGI,
        Severity.SEDANG,
        Certainty.INDIKASI,
        (
            "BPHN dimensi 3 (disharmoni pengaturan: kewenangan)",
            "BPHN dimension 3 (disharmony of regulation: powers)",
        ),
        (
            "Integrasikan dalam satu rezim, atau cabut salah satu",
            "Merge into one regime, or repeal one of the two",
        ),
        (
            "Terindikasi rezim ganda untuk objek yang sama dengan",
            "Appears to set up a second regime for one thing beside",
        ),
    ),
    Rule(
        "T-06",
        Severity.SEDANG,
        Severity.SEDANG,
        Certainty.INDIKASI,
        (
            "UU 12/2011 Lampiran II angka 143, 221, dan 222",
            "UU 12/2011 Annex II nos. 143, 221 and 222",
        ),
        (
            "Tambahkan pencabutan: cabut atau ubah peraturan itu dengan tegas",
            "Add a repeal clause: repeal or amend that regulation expressly",
        ),
        (
            "Terindikasi mengatur kembali tanpa pencabutan materi",
            "Appears to regulate again, without repealing it, the matter of",
        ),
    ),
)
