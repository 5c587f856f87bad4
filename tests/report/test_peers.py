"""Models from other regions and the trust in each text, on every kind of report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from regcheck.domain import CheckResult, Departure, Kind, Passage, Peer, Peers, PeerUnit, Status
from regcheck.report import html, terminal
from regcheck.report.data import result_to_json
from regcheck.report.look import Look
from regcheck.report.peers import DEPARTURES
from regcheck.report.terms import COVERAGE

MODEL = "perda/bali/2019/4"


def clause(regulation: str, place: str, text: str) -> Passage:
    """Return a provision."""
    return Passage(f"{regulation}#{place}", Kind.PASAL, text, 2)


@pytest.fixture
def modelled(result: CheckResult) -> CheckResult:
    """A check with one model: a unit that is the same, one that differs, and a missing one."""
    ours = clause(result.draft.id, "pasal-7", "Petugas datang paling lama 7 (tujuh) hari.")
    theirs = clause(MODEL, "pasal-3", "Petugas datang paling lama 3 (tiga) hari.")
    peer = Peer(
        id=MODEL,
        tentang="KEBERSIHAN PANTAI",
        status=Status.DIUBAH,
        share=0.5,
        quality=0.62,
        structure=1.0,
        units=(
            PeerUnit(clause(result.draft.id, "pasal-2", "Pantai dibersihkan."), theirs, 0.9),
            PeerUnit(ours, theirs, 0.8, (Departure("period", "7 hari", "3 hari"),)),
            PeerUnit(None, clause(MODEL, "pasal-9", "Karang dilindungi.")),
        ),
    )
    return replace(result, peers=Peers((peer,), (("peers_further", 2),)))


def test_the_screen_shows_departures_first(modelled: CheckResult) -> None:
    """What differs and what is missing is told in words, what is the same in one line."""
    text = terminal.render_result(modelled, Look())

    assert "Perda Provinsi Bali Nomor 4 Tahun 2019 tentang Kebersihan Pantai [diubah]" in text
    assert "1 sama, 1 berbeda; 1" in text
    assert "jangka waktu: di rancangan “7 hari”, di model “3 hari”" in " ".join(text.split())
    assert "Karang dilindungi." in text
    assert "2 model lain, kurang mirip" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_long_list_of_what_is_missing_is_cut_on_the_screen_only(modelled: CheckResult) -> None:
    """The screen says how many it leaves out; the page has all."""
    lacking = tuple(
        PeerUnit(None, clause(MODEL, f"pasal-{n}", f"Aturan ke-{n}.")) for n in range(20, 32)
    )
    assert modelled.peers
    peer = replace(modelled.peers.models[0], units=lacking)
    long = replace(modelled, peers=Peers((peer,)))
    text = " ".join(terminal.render_result(long, Look()).split())

    assert "7 ketentuan lain tidak ada di rancangan" in text
    assert "Aturan ke-31." not in text
    assert "Aturan ke-31." in html.render_result(long, Look())


def test_the_page_sets_both_sides_beside_each_other(modelled: CheckResult) -> None:
    """The model, the draft and what differs stand in one row."""
    page = html.render_result(modelled, Look(lang="en"))

    assert "Models from other regions" in page
    assert "period: draft “7 hari”, model “3 hari”" in page
    assert "missing in the draft" in page


def test_no_model_is_said_and_not_asked_is_silent(result: CheckResult) -> None:
    """Whoever asks for models and gets none learns so; nobody else sees a word of them."""
    none = replace(result, peers=Peers(()))

    assert "cukup mirip" in terminal.render_result(none, Look())
    assert "cukup mirip" in html.render_result(none, Look())
    assert "Model dari daerah lain" not in terminal.render_result(result, Look())
    assert "peers" not in result_to_json(result)


def test_every_departure_and_count_has_a_name(modelled: CheckResult) -> None:
    """No reader sees a bare key."""
    record = result_to_json(modelled)["peers"]
    kinds = {d["kind"] for m in record["models"] for u in m["units"] for d in u["departures"]}

    assert kinds <= set(DEPARTURES)
    assert set(record["skipped"]) <= set(COVERAGE)


def test_the_texts_are_shown_with_what_is_doubtful(modelled: CheckResult) -> None:
    """Draft, counterpart and model each with both figures; a poor one is marked."""
    text = " ".join(terminal.render_result(modelled, Look()).split())
    page = html.render_result(modelled, Look())

    assert "mutu teks 0,98, struktur 0,90" in text
    assert "mutu teks 0,71, struktur 0,55 (mutu teks rendah (hasil pindai); susunan" in text
    assert "mutu teks 0,62, struktur 1,00 (mutu teks rendah" in text
    assert page.count("mutu teks rendah") == 2
    assert "susunan meragukan" in page
