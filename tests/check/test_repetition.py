"""Norms of the act that a draft carries out, printed anew (T-04)."""

from __future__ import annotations

from typing import Any

import pytest

from regcheck.check.overlap_findings import find_overlaps
from regcheck.settings import Settings

DRAFT, PARENT = "perda/sagara-raya/2026/9", "perda/sagara-raya/2019/2"
DUTIES = (
    "Pengelola terminal wajib menyediakan ruang tunggu khusus ibu menyusui di dekat peron.",
    "Pengemudi bus dilarang menaikkan penumpang di luar halte yang ditunjuk.",
    "Pedagang asongan dilarang berjualan di jalur keberangkatan bus antarkota.",
    "Petugas peron memeriksa kelayakan rem setiap bus sebelum keberangkatan.",
    "Pengelola terminal memasang papan jadwal keberangkatan bus di pintu utama.",
)


def fill(builder: Any, count: int, *kinds: str) -> None:
    """Let the draft copy so many duties of an act that it stands to in some way."""
    for number, duty in enumerate(DUTIES, 1):
        if number <= count:
            builder.add(f"{DRAFT}#pasal-{number}", duty)
        builder.add(f"{PARENT}#pasal-{number + 3}", duty)
    builder.relate(PARENT, *kinds, level="lebih tinggi")


def test_many_copied_duties_are_one_finding(builder: Any) -> None:
    """The finding names all copied provisions; they are not set aside as well."""
    fill(builder, 5, "melaksanakan")
    findings, aside, _ = find_overlaps(builder.build(), Settings())

    assert [one.code for one in findings] == ["T-04"]
    assert "Pasal 1; Pasal 2; Pasal 3; Pasal 4; Pasal 5" in findings[0].reason
    assert findings[0].right
    assert findings[0].right.key.startswith(PARENT)
    copied = {f"{DRAFT}#pasal-{n}": f"{PARENT}#pasal-{n + 3}" for n in range(1, 6)}
    assert all(copied.get(one.left) != one.right for one in aside)


@pytest.mark.parametrize(("count", "kinds"), [(3, ["melaksanakan"]), (5, ["dilaksanakan"])])
def test_a_lead_in_or_a_parent_s_own_text_is_none(
    builder: Any, count: int, kinds: list[str]
) -> None:
    """Lampiran II no. 216 allows a lead-in; a parent does not repeat its child."""
    fill(builder, count, *kinds)
    findings, aside, _ = find_overlaps(builder.build(), Settings())

    assert findings == ()
    assert aside
