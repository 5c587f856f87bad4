"""An instruction changes the part that it names, and nothing around it."""

from __future__ import annotations

import pytest

from regcheck.domain import Regulation
from tests.consolidation.conftest import make_act, make_base, merge, state_at, text_at

BODY = """Pasal 1
Kapal melapor kepada petugas pelabuhan.
Pasal 2
(1) Permohonan izin memuat:
a. nama kapal;
b. nama nakhoda; dan
c. muatan.
(2) Izin berlaku bagi setiap orang.
(3) Izin diperpanjang oleh setiap orang.
Pasal 3
(1) Retribusi dibayar di muka.
(2) Retribusi dibayar tunai.
Pasal 4
Kapal wajib berlabuh.
Pasal 5
Kapal dilarang membuang jangkar.
"""


@pytest.fixture
def base() -> Regulation:
    """Return a base with ayat and items."""
    return make_base(BODY)


DELETIONS = [
    ("Ketentuan Pasal 2 ayat (1) huruf b dihapus.", ["pasal-2/ayat-1/huruf-b"]),
    (
        "Huruf a dan huruf b ayat (1) Pasal 2 dihapus.",
        ["pasal-2/ayat-1/huruf-a", "pasal-2/ayat-1/huruf-b"],
    ),
    (
        "Ketentuan Pasal 2 ayat (1) huruf a, Pasal 3 ayat (2), dan Pasal 5 dihapus.",
        ["pasal-2/ayat-1/huruf-a", "pasal-3/ayat-2", "pasal-5"],
    ),
    ("Ketentuan Pasal 2 ayat (2), dan Pasal 4 dihapus.", ["pasal-2/ayat-2", "pasal-4"]),
]


@pytest.mark.parametrize(("order", "paths"), DELETIONS)
def test_only_the_named_parts_are_deleted(base: Regulation, order: str, paths: list[str]) -> None:
    """Several pasal in one sentence, each with parts of its own; what holds a part stays."""
    found = merge(base, make_act(f"1. {order}\n"))

    gone = [unit.path for unit in found.units if unit.wording.op == "delete"]
    assert gone == paths
    assert not found.remarks


WORDS = [
    (
        "Kata “orang” dalam Pasal 2 ayat (2) diubah menjadi “badan”.",
        {
            "pasal-2/ayat-2": "(2) Izin berlaku bagi setiap badan.",
            "pasal-2/ayat-3": "(3) Izin diperpanjang oleh setiap orang.",
        },
    ),
    (
        "Di antara kata “petugas” dan kata “pelabuhan” dalam Pasal 1 disisipkan kata “jaga”.",
        {"pasal-1": "Pasal 1 Kapal melapor kepada petugas jaga pelabuhan."},
    ),
    (
        "Setelah frasa “setiap orang” dalam Pasal 2 ayat (2) ditambahkan frasa “atau badan”.",
        {"pasal-2/ayat-2": "(2) Izin berlaku bagi setiap orang atau badan."},
    ),
    (
        "Sebelum kata “petugas” dalam Pasal 1 disisipkan kata “kepala”.",
        {"pasal-1": "Pasal 1 Kapal melapor kepada kepala petugas pelabuhan."},
    ),
    (
        "Frasa “Pasal 9 ayat (1)” dan kata “tunai” dalam Pasal 3 ayat (2) diubah menjadi “lunas”.",
        {"pasal-3/ayat-2": "(2) Retribusi dibayar lunas."},
    ),
]


@pytest.mark.parametrize(("order", "texts"), WORDS)
def test_words_change_only_where_the_instruction_says(
    base: Regulation, order: str, texts: dict[str, str]
) -> None:
    """In the ayat that is named; a unit that is named between the quotation marks is none."""
    found = merge(base, make_act(f"1. {order}\n"))

    assert {path: text_at(found, path) for path in texts} == texts
    assert "Pasal 9" not in " ".join(one.target for one in found.remarks)


def test_a_row_of_pasal_moves_as_a_whole(base: Regulation) -> None:
    """The freed number is given to a new pasal by another instruction."""
    act = make_act(
        "1. Pasal 4 sampai dengan Pasal 5 diubah menjadi Pasal 5 sampai dengan Pasal 6.\n"
        "2. Di antara Pasal 3 dan Pasal 5 disisipkan 1 (satu) pasal, yakni Pasal 4 yang berbunyi "
        "sebagai berikut:\nPasal 4\nKapal ditambat.\n"
    )
    found = merge(base, act)

    assert text_at(found, "pasal-4") == "Pasal 4 Kapal ditambat."
    assert text_at(found, "pasal-5") == "Pasal 5 Kapal wajib berlabuh."
    assert state_at(found, "pasal-6") == "renumber"


def test_a_deleted_number_is_given_to_another_pasal(base: Regulation) -> None:
    """*Pasal 4 dihapus. Pasal 5 diubah menjadi Pasal 4*: one pasal 4 stands, in its new words."""
    act = make_act(
        "1. Pasal 4 dihapus.\n"
        "2. Pasal 5 diubah menjadi Pasal 4 sehingga berbunyi sebagai berikut:\nPasal 4\n"
        "Kapal dilarang membuang sauh.\n"
    )
    found = merge(base, act)

    assert text_at(found, "pasal-4") == "Pasal 4 Kapal dilarang membuang sauh."
    assert [unit.path for unit in found.units if unit.path.startswith("pasal-4")] == ["pasal-4"]
    assert f"{found.id}#pasal-5" not in found.by_key
    former = [one.text.split()[-1] for one in found.former[f"{found.id}#pasal-4"]]
    assert former == ["berlabuh.", "jangkar."]


def test_a_number_that_is_taken_is_remarked_on(base: Regulation) -> None:
    """Nothing is lost: both provisions stand, and the remark names the number."""
    found = merge(base, make_act("1. Pasal 5 diubah menjadi Pasal 4.\n"))

    assert [one.code for one in found.remarks] == ["number-taken"]
    assert "Pasal 4 (ke-2)" in found.remarks[0].say("id")


def test_what_an_instruction_deletes_by_name_needs_no_remark(base: Regulation) -> None:
    """The pasal is printed anew without the ayat; another that is left out is remarked on."""
    order = (
        "1. Ketentuan Pasal 2 ayat (1) diubah dan ayat (3) dihapus, sehingga Pasal 2 berbunyi "
        "sebagai berikut:\nPasal 2\n(1) Permohonan izin memuat:\na. nama kapal;\n"
        "b. nama nakhoda; dan\nc. muatan serta tujuan.\n"
    )
    found = merge(base, make_act(order))

    assert [one.target.partition("#")[2] for one in found.remarks] == ["pasal-2/ayat-2"]
    assert f"{found.id}#pasal-2/ayat-3" in found.former
