"""Which share of a draft other regulations rule already, and where."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from regcheck.check.overlap_findings import find_overlaps
from regcheck.domain import Share
from regcheck.settings import Settings

DRAFT, OLD, NEW = "perda/sagara-raya/2026/9", "perda/sagara-raya/2019/2", "perda/sagara-raya/2022/4"
DUTIES = (
    "Pengelola terminal wajib menyediakan ruang tunggu khusus ibu menyusui di dekat peron.",
    "Pengemudi bus dilarang menaikkan penumpang di luar halte yang ditunjuk.",
    "Pedagang asongan dilarang berjualan di jalur keberangkatan bus antarkota.",
    "Petugas peron memeriksa kelayakan rem setiap bus sebelum keberangkatan.",
)


def shares(builder: Any) -> tuple[Share, ...]:
    """Return the shares of the built case."""
    return find_overlaps(builder.build(), Settings()).shares


def test_each_regulation_has_its_share_the_largest_first(builder: Any) -> None:
    """Definitions and formulae are no norms, so they do not count in the whole."""
    builder.add(f"{DRAFT}#pasal-1/angka-1", "Peron adalah tempat naik dan turun penumpang.")
    for number, duty in enumerate(DUTIES, 2):
        builder.add(f"{DRAFT}#pasal-{number}", duty)
    builder.add(f"{DRAFT}#pasal-9", "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.")
    builder.add(f"{NEW}#pasal-5", DUTIES[3])
    builder.add(f"{OLD}#pasal-7", DUTIES[0])
    builder.add(f"{OLD}#pasal-8", DUTIES[2])

    assert shares(builder) == (
        Share(OLD, (f"{DRAFT}#pasal-2", f"{DRAFT}#pasal-4"), 4),
        Share(NEW, (f"{DRAFT}#pasal-5",), 4),
    )


def test_what_is_copied_from_the_act_carried_out_counts(builder: Any) -> None:
    """The provisions that a T-04 stands for are regulated already."""
    for number, duty in enumerate(DUTIES, 1):
        builder.add(f"{DRAFT}#pasal-{number}", duty)
        builder.add(f"{OLD}#pasal-{number}", duty)
    builder.relate(OLD, "melaksanakan", level="lebih tinggi")

    (share,) = shares(builder)
    assert (share.regulation, len(share.units), share.total) == (OLD, 4, 4)


def test_a_draft_that_says_nothing_twice_has_no_shares(builder: Any) -> None:
    """Silence is the answer where nothing overlaps."""
    builder.add(f"{DRAFT}#pasal-2", DUTIES[0])
    builder.add(f"{OLD}#pasal-2", "Pemilik sapi mencatatkan kelahiran anak sapi di balai desa.")

    assert shares(builder) == ()


def test_abbreviations_are_judged_spelled_out_and_shown_as_printed(builder: Any) -> None:
    """*BUMD* and the words that it stands for are one thing; the quotation keeps the letters."""
    long = "Direksi badan usaha milik daerah air minum melaporkan kebocoran pipa kepada warga."
    short = long.replace("badan usaha milik daerah", "BUMD")
    left = builder.add(f"{DRAFT}#pasal-2", short)
    builder.add(f"{OLD}#pasal-2", long)
    builder.passages[left] = replace(builder.passages[left], spelled=long)

    found = find_overlaps(builder.build(), Settings())
    assert [one.code for one in found.findings] == ["T-01"]
    assert found.findings[0].left.text == short
