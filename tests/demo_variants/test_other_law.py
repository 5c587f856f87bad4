"""The findings follow the demo corpus when its drafts change region, repeals or values."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Change = Callable[[str], str]


# -- another region -----------------------------------------------------------------------------


def enact_in(kabupaten: str, head: str) -> Change:
    """Turn a provincial draft into one of a kabupaten; citations of provincial acts stay."""

    def change(text: str) -> str:
        start, mark, body = text.partition("Mengingat :")
        start = start.replace("PERATURAN DAERAH PROVINSI NUSA KENCANA", f"PERATURAN DAERAH {head}")
        start = start.replace("PERATURAN GUBERNUR NUSA KENCANA", f"PERATURAN BUPATI {kabupaten}")
        start = start.replace("GUBERNUR NUSA KENCANA", f"BUPATI {kabupaten}")
        body = body.replace("PERATURAN GUBERNUR TENTANG", "PERATURAN BUPATI TENTANG")
        body = body.replace("GUBERNUR NUSA KENCANA,", f"BUPATI {kabupaten},")
        body = body.replace("Peraturan Gubernur ini", "Peraturan Bupati ini")
        return start + mark + body

    return change


def test_kabupaten_of_another_province_is_not_compared(demo: Any, judge: Any) -> None:
    """A draft of a kabupaten elsewhere has faults of its own citations only."""
    demo = demo.rewrite(enact_in("SLEMAN", "KABUPATEN SLEMAN"), "drafts")

    results = judge(demo).results.values()

    assert {one.code[0] for result in results for one in result.findings} <= {"R", "M"}
    assert all(not result.coverage.compared["pairs"] for result in results)
    assert all(result.coverage.skipped["regulations_of_other_regions"] for result in results)


def test_kabupaten_within_the_province_is_compared(demo: Any, judge: Any) -> None:
    """A draft of a kabupaten of the same province meets the same provincial norms."""
    demo = demo.rewrite(enact_in("MINAHASA", "KABUPATEN MINAHASA"), "drafts")
    for stem, text in demo.drafts.items():
        demo.drafts[stem] = text.replace("Nusa Kencana", "Sulawesi Utara")
    for stem, text in demo.regulations.items():
        demo.regulations[stem] = text.replace("Nusa Kencana", "Sulawesi Utara").replace(
            "NUSA KENCANA", "SULAWESI UTARA"
        )
    expected = [row for row in demo.expected if row["code"] != "T-06"]
    demo.expected[:] = [
        {**row, "right": row["right"].replace("nusa-kencana", "sulawesi-utara")} for row in expected
    ]
    demo.lookalike.clear()

    assert not judge(demo).missed


# -- other citations ----------------------------------------------------------------------------


def test_repeal_makes_the_older_act_harmless(demo: Any, judge: Any) -> None:
    """With an express repeal of the older act, nothing in it is a fault any more."""
    stem, older = "ranpergub-penyelenggaraan-reklame", "pergub/nusa-kencana/2014/21"
    demo.drafts[stem] = demo.drafts[stem].replace(
        "Pasal 17\nPeraturan Gubernur ini mulai",
        "Pasal 17\nPada saat Peraturan Gubernur ini mulai berlaku:\n"
        "a. Peraturan Gubernur Nusa Kencana Nomor 21 Tahun 2014 tentang Penyelenggaraan Reklame"
        " di Ruas Jalan Provinsi (Berita Daerah Provinsi Nusa Kencana Tahun 2014 Nomor 21); dan\n"
        "b. Peraturan Gubernur Nusa Kencana Nomor 12 Tahun 2019 tentang Perubahan atas Peraturan"
        " Gubernur Nomor 21 Tahun 2014 tentang Penyelenggaraan Reklame di Ruas Jalan Provinsi"
        " (Berita Daerah Provinsi Nusa Kencana Tahun 2019 Nomor 12),\n"
        "dicabut dan dinyatakan tidak berlaku.\n\nPasal 18\nPeraturan Gubernur ini mulai",
    )
    demo.expected[:] = [row for row in demo.expected if not row["right"].startswith(older)]

    assert judge(demo).faults == ""


def test_repealed_act_in_the_closing_chapter_is_harmless(demo: Any, judge: Any) -> None:
    """The same citation of a repealed act is a fault in the body and none in a transition."""
    stem = "ranpergub-penyelenggaraan-reklame"
    text = demo.drafts[stem]
    clause = (
        "Bongkaran Reklame ditangani sesuai dengan Peraturan Daerah Provinsi Nusa Kencana"
        " Nomor 3 Tahun 2012 tentang Pengelolaan Sampah."
    )
    assert clause in text
    text = text.replace(clause, "Bongkaran Reklame ditangani oleh Dinas.").replace(
        "Izin Reklame yang diterbitkan sebelum Peraturan Gubernur ini berlaku dinyatakan",
        "Izin Reklame yang diterbitkan berdasarkan Peraturan Daerah Provinsi Nusa Kencana Nomor 3"
        " Tahun 2012 tentang Pengelolaan Sampah dinyatakan",
    )
    demo.drafts[stem] = text
    demo.expected[:] = [
        row for row in demo.expected if (row["draft"], row["code"]) != (stem, "R-01")
    ]

    assert judge(demo).faults == ""


def test_numbers_that_agree_are_no_conflict(demo: Any, judge: Any) -> None:
    """Corrected to the value of the counterpart, a K-03 or K-04 is a conflict no more."""
    values = {
        "75 (tujuh puluh lima) meter": "200 (dua ratus) meter",
        "7 (tujuh) hari sejak laporan": "3 (tiga) hari sejak laporan",
        "25 (dua puluh lima) meter": "50 (lima puluh) meter",
        "14 (empat belas) hari kerja": "7 (tujuh) hari kerja",
        "Rp225.000,00 (dua ratus dua puluh lima ribu rupiah)": "Rp150.000,00 (seratus lima puluh "
        "ribu rupiah)",
        "5 (lima) hari kerja sejak permohonan": "3 (tiga) hari kerja sejak permohonan",
        "Rp5.000.000,00 (lima juta rupiah)": "Rp8.000.000,00 (delapan juta rupiah)",
        "5 (lima) tahun sejak perkara": "10 (sepuluh) tahun sejak perkara",
    }

    def correct(text: str) -> str:
        for wrong, right in values.items():
            text = text.replace(wrong, right)
        return text

    results = judge(demo.rewrite(correct, "drafts")).results.values()

    found = [one for result in results for one in result.findings if one.code in {"K-03", "K-04"}]
    assert not found


def test_bans_that_agree_are_no_conflict(demo: Any, judge: Any) -> None:
    """A draft that forbids what the counterpart forbids too is at most an overlap."""

    def forbid(text: str) -> str:
        return re.sub(r"\bdapat (?=membakar|menimbun|memasang|menerima)", "dilarang ", text)

    results = judge(demo.rewrite(forbid, "drafts")).results.values()

    assert not [one for result in results for one in result.findings if one.code == "K-02"]
