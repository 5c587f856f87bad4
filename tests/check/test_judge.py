"""The judge: what is set aside, which finding stands for a fault, and what a T-06 explains."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from regcheck.check.catalogue import Evidence, make_finding
from regcheck.check.judge import settle, sort_pairs
from regcheck.check.overlap_findings import MAX_LISTED, find_overlaps
from regcheck.domain import Finding, Link, Pair, Quote, Role, Severity, Status, Superseded
from regcheck.settings import Settings

CaseBuilder = Any  # of conftest, which tests cannot import

SETTINGS = Settings()
DRAFT = "perda/sagara-raya/2026/9"
OLD = "perda/sagara-raya/2019/2"
DUTY = "Pengelola terminal wajib menyediakan ruang tunggu khusus ibu menyusui di dekat peron."
RAMP = "Operator bus wajib memasang ramp lipat pada pintu tengah untuk penumpang berkursi roda."


def codes(builder: CaseBuilder) -> list[str]:
    """Return the N-codes of the pairs set aside."""
    return [one.code for one in sort_pairs(builder.build(), SETTINGS).aside]


def overlap_codes(builder: CaseBuilder) -> list[str]:
    """Return the codes of the overlaps of a case, after sorting."""
    case = builder.build()
    case = replace(case, pairs=sort_pairs(case, SETTINGS).open)
    return sorted(one.code for one in find_overlaps(case, SETTINGS)[0])


def test_a_pair_of_operative_norms_stays_open(builder: CaseBuilder) -> None:
    """Nothing is set aside without a reason."""
    builder.add(f"{DRAFT}#pasal-4", DUTY)
    builder.add(f"{OLD}#pasal-8", DUTY)

    assert codes(builder) == []
    assert overlap_codes(builder) == ["T-01"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("sama", "N-07"),
        ("versi", "N-07"),
        ("mengubah", "N-07"),
        ("diubah", "N-07"),
        ("mencabut", "N-07"),
        ("dicabut", "N-07"),
        ("tahunan", "N-08"),
        ("organisasi", "N-09"),
    ],
)
def test_relations_explain_likeness(builder: CaseBuilder, kind: str, code: str) -> None:
    """Versions, annual series and offices are alike by design."""
    builder.add(f"{DRAFT}#pasal-4", DUTY)
    builder.add(f"{OLD}#pasal-8", DUTY)
    builder.relate(OLD, kind)

    assert codes(builder) == [code]
    assert overlap_codes(builder) == []


def test_repealed_and_superseded_texts_are_versions(builder: CaseBuilder) -> None:
    """A repealed regulation, and a replaced unit with all below it, are no counterparts."""
    builder.add(f"{DRAFT}#pasal-4", DUTY)
    builder.add(f"{OLD}#pasal-8", DUTY)
    builder.register(OLD, status=Status.DICABUT)
    key = builder.add("perda/sagara-raya/2020/1#pasal-3", DUTY)
    builder.superseded[key] = Superseded(key, "replace", "perda/sagara-raya/2022/7")

    assert codes(builder) == ["N-07", "N-07"]


def test_formulae_and_transition_are_set_aside(builder: CaseBuilder) -> None:
    """N-03 for formulae, N-06 for transition; only noteworthy likeness is counted."""
    builder.add(f"{DRAFT}#pasal-9", "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.")
    builder.add(f"{OLD}#pasal-9", "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.")
    key = builder.add(f"{OLD}#pasal-7", "Izin trayek dinyatakan tetap berlaku sampai berakhir.")
    weak = Pair(f"{DRAFT}#pasal-9", key, 0.31)
    docket = sort_pairs(builder.build({(weak.left, weak.right): weak}), SETTINGS)

    assert [one.code for one in docket.aside] == ["N-03"]
    assert docket.open == ()


def test_acts_that_found_bodies_are_siblings(builder: CaseBuilder) -> None:
    """Two companies' statutes are alike but for the name."""
    identity = replace(builder.draft.identity, tentang="Perusahaan Umum Daerah Terminal")
    builder.draft = replace(builder.draft, identity=identity)
    builder.add(f"{DRAFT}#pasal-4", DUTY)
    builder.add(f"{OLD}#pasal-8", DUTY)
    builder.register(OLD, "Perusahaan Umum Daerah Pasar")

    assert codes(builder) == ["N-09"]


@pytest.mark.parametrize(
    ("path", "left", "right", "code"),
    [
        ("pasal-1/angka-2", "Peron adalah tempat naik.", "Peron adalah tempat naik.", "N-01"),
        ("pasal-4", f"{DUTY[:-1]} dan musala.", DUTY, "N-02"),
        ("pasal-4", DUTY, f"{DUTY[:-1]} berukuran cukup bagi tiga keluarga.", "N-05"),
    ],
)
def test_likeness_to_the_parent_is_no_overlap(
    builder: CaseBuilder, path: str, left: str, right: str, code: str
) -> None:
    """An implementing draft may repeat definitions and lead-ins, and set delegated details."""
    builder.add(f"{DRAFT}#{path}", left)
    builder.add(f"{OLD}#{path}", right)
    builder.relate(OLD, "melaksanakan", level="lebih tinggi")
    case = builder.build()

    findings, aside, _ = find_overlaps(case, SETTINGS)

    assert findings == ()
    assert [one.code for one in aside] == [code]


def finding(code: str, left: str, right: str, confidence: float = 0.8) -> Finding:
    """Return a finding between two units."""
    quotes = Quote(f"{DRAFT}#{left}", left, 1), Quote(right, right, 1)
    return make_finding(code, Evidence(*quotes, confidence, right), "id")


def test_a_conflict_beats_an_overlap_with_the_same_regulation() -> None:
    """One fault is one finding."""
    both = [
        finding("T-02", "pasal-4", f"{OLD}#pasal-8"),
        finding("K-03", "pasal-4", f"{OLD}#pasal-9"),
        finding("T-02", "pasal-5", f"{OLD}#pasal-8"),
    ]

    kept = settle(both, "id")

    assert sorted((one.code, one.left.text) for one in kept) == [
        ("K-03", "pasal-4"),
        ("T-02", "pasal-5"),
    ]


def test_the_strongest_counterpart_names_the_others() -> None:
    """Several counterparts of one unit under one code make one finding."""
    kept = settle(
        [
            finding("T-01", "pasal-4", f"{OLD}#pasal-8", 0.9),
            finding("T-01", "pasal-4", "perda/sagara-raya/2012/5#pasal-3", 0.7),
        ],
        "id",
    )

    assert len(kept) == 1
    assert kept[0].right is not None
    assert kept[0].right.key == f"{OLD}#pasal-8"
    assert "Lihat juga Pasal 3 Perda" in kept[0].reason


def test_findings_come_gravest_and_surest_first() -> None:
    """Severity decides, then confidence."""
    ranked = settle(
        [
            finding("T-01", "pasal-1", f"{OLD}#pasal-1", 0.9),
            finding("K-02", "pasal-2", f"{OLD}#pasal-2", 0.6),
            finding("K-02", "pasal-3", f"{OLD}#pasal-3", 0.7),
        ],
        "id",
    )

    assert [one.left.text for one in ranked] == ["pasal-3", "pasal-2", "pasal-1"]
    assert ranked[0].severity is Severity.TINGGI


def test_the_same_title_without_repeal_is_regulated_again(builder: CaseBuilder) -> None:
    """A regulation in force of the same subject that the draft leaves alone gives one T-06."""
    builder.add(f"{DRAFT}#pasal-4", RAMP)
    builder.register(OLD, "Penyelenggaraan Terminal")
    builder.register("perda/sagara-raya/2020/3", "Pengelolaan Pasar")

    findings, *_ = find_overlaps(builder.build(), SETTINGS)

    assert [(one.code, one.right and one.right.key) for one in findings] == [("T-06", OLD)]
    assert findings[0].left.key == DRAFT


@pytest.mark.parametrize("kind", ["mencabut", "mengubah", "melaksanakan", "tahunan"])
def test_a_lawful_relation_is_no_second_regime(builder: CaseBuilder, kind: str) -> None:
    """Repealing, amending or carrying out the older rule is the right way."""
    builder.register(OLD, "Pengelolaan Terminal")
    builder.relate(OLD, kind)

    assert overlap_codes(builder) == []


def test_repealed_amending_and_foreign_regulations_are_no_rivals(builder: CaseBuilder) -> None:
    """Only regulations in force, of the same kind and region, stand beside the draft."""
    builder.register(OLD, "Pengelolaan Terminal", Status.DICABUT)
    builder.register("perda/sagara-raya/2021/4", "Perubahan atas Perda tentang Terminal")
    builder.register("pergub/sagara-raya/2021/5", "Pengelolaan Terminal")
    builder.register("perda/kota-lembah/2021/6", "Pengelolaan Terminal")

    assert overlap_codes(builder) == []


NORMS = [
    f"Petugas {who} wajib memeriksa {what} sebelum {when} dan mencatat hasilnya di buku {book}."
    for who, what, when, book in (
        ("parkir", "karcis kendaraan", "palang dibuka", "harian"),
        ("kebersihan", "saluran limbah", "kios dicuci", "sanitasi"),
        ("keamanan", "bagasi penumpang", "bus berangkat", "keamanan"),
        ("mekanik", "tekanan ban", "mesin dinyalakan", "bengkel"),
        ("loket", "identitas pembeli", "tiket dicetak", "penjualan"),
        ("peron", "jarak antrean", "pintu tertutup", "peron"),
        ("menara", "kamera pengawas", "sif berakhir", "menara"),
    )
]


def test_few_copies_are_listed_beside_the_regime(builder: CaseBuilder) -> None:
    """Up to a limit the copied norms of a re-regulated matter are listed, each run once."""
    for number, norm in zip((2, 3, 7), NORMS, strict=False):
        builder.add(f"{DRAFT}#pasal-{number}", norm)
        builder.add(f"{OLD}#pasal-{number}", norm)
    builder.register(OLD, "Penyelenggaraan Terminal")

    findings, *_ = find_overlaps(builder.build(), SETTINGS)
    copies = [one for one in findings if one.code == "T-01"]

    assert sorted(one.code for one in findings) == ["T-01", "T-01", "T-06"]
    assert any("Pasal 2 dengan Pasal 2; Pasal 3 dengan Pasal 3" in one.reason for one in copies)
    assert all("tentang Penyelenggaraan Terminal" in one.reason for one in copies)


def test_many_copies_are_folded_into_the_regime(builder: CaseBuilder) -> None:
    """Beyond the limit the T-06 stands for them and names the units, amending acts included."""
    amending = "perda/sagara-raya/2021/4"
    builder.links.append(Link(amending, OLD, Role.MENGUBAH))
    for number, norm in enumerate(NORMS, 2):
        builder.add(f"{DRAFT}#pasal-{number}", norm)
        source = OLD if number % 2 else f"{amending}"
        builder.add(f"{source}#pasal-{number}", norm)
    builder.register(OLD, "Penyelenggaraan Terminal")

    findings, *_ = find_overlaps(builder.build(), SETTINGS)

    assert len(NORMS) > MAX_LISTED
    assert [one.code for one in findings] == ["T-06"]
    assert "Pasal 2 dengan Pasal 2; Pasal 3 dengan Pasal 3" in findings[0].reason


def test_many_copies_of_another_matter_are_one_finding(builder: CaseBuilder) -> None:
    """Where much but not most is copied, the surest finding names the other units."""
    for number, norm in enumerate(NORMS, 2):
        builder.add(f"{DRAFT}#pasal-{number}", norm)
        builder.add(f"{OLD}#pasal-{number}", norm)
    for number, norm in enumerate(NORMS, 20):
        builder.add(f"{DRAFT}#pasal-{number}", norm.replace("memeriksa", "menjual"))
    builder.add(f"{DRAFT}#pasal-40", RAMP)
    builder.register(OLD, "Ketertiban Angkutan")

    case = builder.build()
    findings, *_ = find_overlaps(case, SETTINGS)

    assert [one.code for one in findings] == ["T-01"]
    assert "Pasal 2 dengan Pasal 2; Pasal 3 dengan Pasal 3" in findings[0].reason


def test_mass_copying_under_another_title_is_regulated_again(builder: CaseBuilder) -> None:
    """Where most norms are the same, titles need not be."""
    for number, norm in enumerate(NORMS, 2):
        builder.add(f"{DRAFT}#pasal-{number}", norm)
        builder.add(f"{OLD}#pasal-{number}", norm)
    builder.register(OLD, "Ketertiban Angkutan")

    assert overlap_codes(builder) == ["T-06"]
