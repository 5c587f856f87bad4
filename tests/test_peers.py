"""Models from other regions: found by what they say, compared unit by unit, never a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.domain import CheckResult, Peer, Peers
from regcheck.intake import add_files
from regcheck.peers import check_with_peers
from regcheck.settings import Settings
from regcheck.store import Corpus

HEAD = """{kind} {place}
NOMOR {number}

TENTANG

{title}

DENGAN RAHMAT TUHAN YANG MAHA ESA

MEMUTUSKAN:

Menetapkan : PERATURAN DAERAH TENTANG {title}.

"""
MOORING = "PENATAAN TAMBATAN PERAHU"
FERRIES = [
    "Setiap pemilik perahu di Provinsi Bali wajib mendaftarkan perahunya kepada Dinas Perhubungan "
    "paling lama 30 (tiga puluh) hari sejak perahu itu dimiliki.",
    "Perahu yang tertambat harus diberi lampu suar berwarna kuning pada malam hari.",
    "Nakhoda dilarang membuang jangkar di atas hamparan lamun.",
    "Setiap orang yang melanggar ketentuan dalam Pasal 3 dipidana dengan pidana denda paling "
    "banyak Rp20.000.000,00 (dua puluh juta rupiah).",
    "Dermaga tambat dilengkapi alat pemadam api dan pelampung penolong.",
]
DRAFT = [
    "Setiap pemilik perahu di Provinsi Riau wajib mendaftarkan perahunya kepada Dinas Perhubungan "
    "paling lama 14 (empat belas) hari sejak perahu itu dimiliki.",
    "Perahu yang tertambat harus diberi lampu suar berwarna kuning pada malam hari.",
    "Nakhoda dilarang membuang jangkar di atas hamparan lamun.",
    "Setiap orang yang melanggar ketentuan dalam Pasal 3 dipidana dengan pidana denda paling "
    "banyak Rp50.000.000,00 (lima puluh juta rupiah).",
]


def write(folder: Path, name: str, clauses: list[str], place: str = "BALI", **values: str) -> Path:
    """Write a regulation of one-clause pasal."""
    given = {"kind": "PERATURAN DAERAH PROVINSI", "number": "4 TAHUN 2019", "title": MOORING}
    pasal = [f"Pasal {n}\n{clause}\n" for n, clause in enumerate(clauses, 1)]
    path = folder / f"{name}.txt"
    head = HEAD.format(place=place, **(given | values))
    path.write_text(head + "\n".join(pasal), encoding="utf-8")
    return path


def check(folder: Path, *files: Path) -> CheckResult:
    """Check the draft of Riau against a corpus."""
    kind = "RANCANGAN PERATURAN DAERAH PROVINSI"
    draft = write(folder, "rancangan", DRAFT, "RIAU", kind=kind, number="... TAHUN ...")
    with Corpus.open(folder / "k.sqlite", create=True) as corpus:
        assert all(row.ids for row in add_files(list(files), corpus))
        return check_with_peers(draft, corpus, Settings())


def peers_of(result: CheckResult) -> Peers:
    """Return the models of a result."""
    assert result.peers is not None
    return result.peers


@pytest.fixture
def model(tmp_path: Path) -> Peer:
    """The only model of the draft."""
    (found,) = peers_of(check(tmp_path, write(tmp_path, "bali", FERRIES))).models
    return found


def test_a_model_is_compared_unit_by_unit(model: Peer) -> None:
    """Period and fine differ, two provisions are the same, and one is missing in the draft."""
    told = {
        unit.theirs.key.partition("#")[2]: [one.kind for one in unit.departures]
        for unit in model.units
        if unit.ours
    }

    assert model.id == "perda/bali/2019/4"
    assert model.share == 1
    assert told == {"pasal-1": ["period"], "pasal-2": [], "pasal-3": [], "pasal-4": ["sanction"]}
    assert [unit.theirs.key[-7:] for unit in model.units if not unit.ours] == ["pasal-5"]


def test_a_departure_quotes_both_sides(model: Peer) -> None:
    """The draft's words stand first; that each names its own province is no departure."""
    (period,) = model.units[0].departures

    assert "14" in period.ours
    assert "30" in period.theirs


def test_a_model_is_no_finding(tmp_path: Path) -> None:
    """Regions that do not meet never overlap in force."""
    result = check(tmp_path, write(tmp_path, "bali", FERRIES))

    assert not [one for one in result.findings if one.right and "bali" in one.right.key]
    assert result.coverage.skipped["pairs_of_other_regions"] >= 4


def test_the_own_region_and_national_law_are_no_models(tmp_path: Path) -> None:
    """They are compared as law, not offered as models."""
    own = write(tmp_path, "riau", FERRIES, "RIAU", number="7 TAHUN 2018")

    assert peers_of(check(tmp_path, own)).models == ()


def test_one_common_clause_makes_no_model(tmp_path: Path) -> None:
    """A regulation on another subject is only counted."""
    others = [f"Pedagang {word} menempati kios nomor {word}." for word in "abcdefghijkl"]
    found = peers_of(check(tmp_path, write(tmp_path, "pasar", [DRAFT[2], *others], title="PASAR")))

    assert found.models == ()
    assert dict(found.skipped) == {"peers_slight": 1}


def test_the_best_models_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    """The nearest comes first; no model is passed over in silence."""
    places = ("BALI", "JAMBI", "LAMPUNG", "MALUKU")
    files = [
        write(tmp_path, place.lower(), FERRIES[: 5 - n], place) for n, place in enumerate(places)
    ]
    found = peers_of(check(tmp_path, *files))

    assert len(found.models) == 3
    assert found.models[0].id == "perda/bali/2019/4"
    assert dict(found.skipped)["peers_further"] == 1


def test_a_repealed_regulation_is_no_model(tmp_path: Path) -> None:
    """What its own region no longer applies is only counted."""
    end = "Pada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Provinsi Bali Nomor 4 "
    end += "Tahun 2019 tentang Penataan Tambatan Perahu dicabut dan dinyatakan tidak berlaku."
    later = write(tmp_path, "baru", ["Perahu diatur lain.", end], number="9 TAHUN 2022")
    found = peers_of(check(tmp_path, write(tmp_path, "bali", FERRIES), later))

    assert found.models == ()
    assert dict(found.skipped) == {"peers_gone": 1}
