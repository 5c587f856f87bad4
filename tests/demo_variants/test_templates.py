"""One sentence pattern with many objects: only the same object with another value is a conflict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

import pytest

from regcheck.domain import CheckResult

#: A pattern, the code of two different values in it, and the two values.
PATTERNS = {
    "jarak": (
        "K-03",
        "{thing} dibangun paling dekat {value} meter dari tepi sungai.",
        ("15 (lima belas)", "40 (empat puluh)"),
    ),
    "tarif": (
        "K-03",
        "Tarif sewa {thing} ditetapkan sebesar {value} per hari.",
        ("Rp20.000,00 (dua puluh ribu rupiah)", "Rp35.000,00 (tiga puluh lima ribu rupiah)"),
    ),
    "izin": (
        "K-04",
        "Dinas menerbitkan izin {thing} paling lama {value} hari kerja sejak permohonan lengkap.",
        ("3 (tiga)", "8 (delapan)"),
    ),
    "masa": (
        "K-04",
        "Izin pemakaian {thing} berlaku selama {value} tahun.",
        ("2 (dua)", "5 (lima)"),
    ),
    "periksa": (
        "K-03",
        "Petugas memeriksa kebersihan {thing} paling sedikit {value} kali dalam setahun.",
        ("2 (dua)", "6 (enam)"),
    ),
    "luas": (
        "K-03",
        "Luas lahan untuk {thing} paling sedikit {value} meter persegi.",
        ("200 (dua ratus)", "350 (tiga ratus lima puluh)"),
    ),
    "larang": (
        "K-02",
        "Setiap orang {value} menggambari dinding {thing}.",
        ("dapat", "dilarang"),
    ),
    "wajib": (
        "K-02",
        "Pengelola {thing} {value} menutup pintu gerbang pada malam hari.",
        ("tidak wajib", "wajib"),
    ),
}
REGULATED = (
    "rumah pemotongan ayam", "gudang pupuk", "lapangan voli", "bengkel las", "kolam renang",
    "gedung kesenian",
)  # fmt: skip
DRAFTED = (
    "pabrik tahu", "menara suar", "balai nikah", "kebun bibit", "stasiun pompa", "studio musik",
)  # fmt: skip
ID = "perda/lintang/2015/3"
HEAD = """GUBERNUR LINTANG

{draft}PERATURAN DAERAH PROVINSI LINTANG
NOMOR {number} TAHUN {year}

TENTANG

{title}

DENGAN RAHMAT TUHAN YANG MAHA ESA

GUBERNUR LINTANG,

Menimbang : bahwa perlu menetapkan Peraturan Daerah tentang {title};

Mengingat : Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;

MEMUTUSKAN:

Menetapkan : PERATURAN DAERAH TENTANG {title}.

"""


def write(title: str, things: tuple[str, ...], side: int, *, draft: bool = False) -> str:
    """Write a regulation with every pattern for every thing, one pasal each."""
    clauses = [
        pattern.format(thing=thing, value=values[side])
        for thing in things
        for _, pattern, values in PATTERNS.values()
    ]
    pasal = (
        f"Pasal {number}\n{clause[0].upper()}{clause[1:]}\n"
        for number, clause in zip(count(1), clauses, strict=False)
    )
    head = HEAD.format(
        draft="RANCANGAN " * draft,
        number="…" if draft else "3",
        year="…" if draft else "2015",
        title=title,
    )
    return head + "\n".join(pasal)


@pytest.fixture(scope="module")
def check(court: Any, world_of: Callable[..., Any]) -> Callable[[str], CheckResult]:
    """Return a function that checks a draft against one regulation and the demo corpus."""
    regulations = {"penataan": write("PENATAAN SARANA", REGULATED, 1)}

    def run(text: str) -> CheckResult:
        results: Mapping[str, CheckResult] = court.check(world_of(regulations, {"d": text}))
        return results["d"]

    return run


@pytest.fixture(scope="module")
def same_things(check: Callable[[str], CheckResult]) -> set[tuple[str, str, str]]:
    """Return what is found where a draft says something else of the same things."""
    result = check(write("TERTIB BANGUNAN", REGULATED, 0, draft=True))
    return {
        (one.code, one.left.key.partition("#")[2], one.right.key if one.right else "")
        for one in result.findings
        if one.code[0] in "TK"
    }


@pytest.mark.parametrize("name", PATTERNS)
def test_other_value_for_the_same_thing_is_a_conflict(
    same_things: set[tuple[str, str, str]], name: str
) -> None:
    """Every clause of a pattern conflicts with the one on the same thing."""
    step, names = len(PATTERNS), list(PATTERNS)
    numbers = range(names.index(name) + 1, step * len(REGULATED) + 1, step)
    wanted = {(PATTERNS[name][0], f"pasal-{n}", f"{ID}#pasal-{n}") for n in numbers}

    assert not wanted - same_things


def test_clauses_on_other_things_are_left_alone(same_things: set[tuple[str, str, str]]) -> None:
    """No clause conflicts with a clause on another thing."""
    assert not [one for one in same_things if one[2] != f"{ID}#{one[1]}"]


def test_other_things_in_the_same_patterns_are_no_fault(
    check: Callable[[str], CheckResult],
) -> None:
    """A draft that uses the same patterns for other things has no overlap and no conflict."""
    result = check(write("TERTIB BANGUNAN", DRAFTED, 0, draft=True))

    assert [f"{one.code} {one.reason}" for one in result.findings if one.code[0] in "TK"] == []


def test_equal_clauses_on_other_things_are_no_fault(
    check: Callable[[str], CheckResult],
) -> None:
    """Not even where the values are the same too."""
    result = check(write("TERTIB BANGUNAN", DRAFTED, 1, draft=True))

    assert [f"{one.code} {one.reason}" for one in result.findings if one.code[0] in "TK"] == []
