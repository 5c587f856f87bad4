"""From when acts and their pasal are in force, by their closing clauses."""

from __future__ import annotations

import pytest

from regcheck.domain import Kind, Passage
from regcheck.law.commencement import find_commencement

ACT, DAY = "perda/nusa-kencana/2020/5", "2020-03-02"


def clause(text: str, path: str = "pasal-40", target: str = "") -> Passage:
    """Return a passage of the act."""
    return Passage(f"{ACT}#{path}", Kind.PASAL, text, 12, target=target)


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.", DAY),
        ("Peraturan Daerah ini mulai berlaku sejak tanggal pengundangan.", DAY),
        ("Peraturan Daerah ini mulai berlaku pada tanggal 1 Januari 2021.", "2021-01-01"),
        ("Peraturan Daerah ini mulai berlaku setelah 30 (tiga puluh) hari terhitung sejak tanggal "
         "diundangkan.", "2020-04-01"),
        ("Peraturan Daerah ini mulai berlaku 1 (satu) tahun sejak tanggal diundangkan.",
         "2021-03-02"),
        ("Peraturan Daerah Provinsi Nusa Kencana ini mulai berlaku 6 (enam) bulan setelah "
         "diundangkan.", "2020-09-02"),
        ("Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan dan berlaku surut sejak "
         "tanggal 2 Januari 2020.", DAY),
        ("Peraturan Daerah ini mulai berlaku 2 (dua) tahun setelah Undang-Undang Nomor 1 Tahun "
         "2022 berlaku.", ""),
    ],
)  # fmt: skip
def test_the_act_says_when(text: str, since: str) -> None:
    """A day, a time after promulgation, or an unknown day where another act decides."""
    found = find_commencement([clause(text)], DAY)

    assert found.printed
    assert found.general.date == since
    assert found.general.proof is not None
    assert found.general.proof.page == 12


def test_without_a_clause_it_is_the_day_of_promulgation() -> None:
    """UU 12/2011 Pasal 87; a repeal clause that speaks of coming into force is none."""
    text = "Pada saat Peraturan Daerah ini mulai berlaku, Peraturan Daerah Nomor 3 Tahun 2012 "
    found = find_commencement([clause(f"{text}dicabut dan dinyatakan tidak berlaku.")], DAY)

    assert (found.general.date, found.printed) == (DAY, False)


def test_stages_are_kept_apart() -> None:
    """Single pasal may begin later than the act."""
    found = find_commencement(
        [
            clause("Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.", "pasal-41"),
            clause(
                "Ketentuan sebagaimana dimaksud dalam Pasal 5 sampai dengan Pasal 7 mulai berlaku "
                "pada tanggal 1 Januari 2022.",
                "pasal-40",
            ),
        ],
        DAY,
    )

    assert found.general.date == DAY
    assert {
        key.partition("#")[2]: start.date for key, start in found.pasal.items()
    } == dict.fromkeys(("pasal-5", "pasal-6", "pasal-7"), "2022-01-01")


def test_an_exception_in_the_same_sentence() -> None:
    """*kecuali Pasal 12 yang mulai berlaku* speaks of that pasal alone."""
    text = (
        "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan, kecuali Pasal 12 yang mulai "
        "berlaku pada tanggal 1 Juli 2021."
    )
    found = find_commencement([clause(text)], DAY)

    assert found.general.date == DAY
    assert {key: start.date for key, start in found.pasal.items()} == {
        f"{ACT}#pasal-12": "2021-07-01"
    }


def test_quoted_clauses_are_not_the_acts_own() -> None:
    """An amending act quotes its base's clauses."""
    quoted = clause(
        "Peraturan Daerah ini mulai berlaku pada tanggal 1 Januari 2030.",
        "pasal-I/pasal-9",
        "perda/nusa-kencana/2014/2#pasal-9",
    )

    assert find_commencement([quoted], DAY).general.date == DAY


def test_a_deadline_counted_from_the_coming_into_force_is_no_commencement() -> None:
    """What must be done within years after the act begins says nothing of when it begins."""
    found = find_commencement(
        [
            clause(
                "Pada saat Peraturan Daerah ini mulai berlaku, dalam jangka waktu paling lama "
                "5 (lima) tahun sejak diundangkannya Peraturan Daerah ini dermaga lama dibongkar.",
                "pasal-39",
            ),
            clause("Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.", "pasal-41"),
        ],
        DAY,
    )

    assert found.general.date == DAY


def test_when_an_act_is_to_be_carried_out_is_not_when_it_begins() -> None:
    """The time given for carrying it out does not put off its coming into force."""
    found = find_commencement(
        [
            clause(
                "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan dan dilaksanakan "
                "paling lambat 1 (satu) tahun sejak ditetapkan.",
                "pasal-41",
            )
        ],
        DAY,
    )

    assert found.general.date == DAY
