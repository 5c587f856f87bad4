"""Where instructions put things: divisions, lists inside ayat, lost numbers, what is ambiguous."""

from __future__ import annotations

import pytest

from regcheck.consolidate import consolidate_all, reliable_date
from regcheck.domain import Regulation
from regcheck.domain.consolidation import Ending
from tests.consolidation.conftest import (
    BASE,
    BODY,
    make_act,
    make_base,
    merge,
    parse_text,
    pasal_of,
    state_at,
    text_at,
)

LISTS = """\
Pasal 1
Umum.
Pasal 2
(1) Kapal wajib:
a. melapor;
b. membayar.
(2) Petugas wajib:
a. mencatat;
b. menagih.
Pasal 3
Penutup.
"""
SECTIONS = """\
BAB I
UMUM
Pasal 1
Umum.
BAB II
SANDAR
Bagian Kesatu
Kapal
Pasal 2
Kapal sandar.
Bagian Kedua
Petugas
Pasal 3
Petugas mencatat.
Pasal 4
Petugas menagih.
BAB III
PENUTUP
Pasal 5
Penutup.
"""


def codes(items: str, body: str = BODY) -> list[str]:
    """Return what is said of an act that is applied to a base."""
    return [remark.code for remark in merge(make_base(body), make_act(items)).remarks]


def test_an_item_is_found_in_the_ayat_that_the_instruction_names() -> None:
    """Two ayat have a huruf b; the words *ayat (2)* tell which one is meant."""
    act = make_act(
        "1. Ketentuan Pasal 2 ayat (2) huruf b diubah sehingga berbunyi sebagai berikut:\n"
        "b. menyetor.\n"
    )
    found = merge(make_base(LISTS), act)

    assert text_at(found, "pasal-2/ayat-2/huruf-b") == "b. menyetor."
    assert text_at(found, "pasal-2/ayat-1/huruf-b") == "b. membayar."


def test_an_item_in_two_ayat_is_ambiguous() -> None:
    """Without the ayat nothing is changed, and the remark names the quoted unit."""
    items = "1. Ketentuan Pasal 2 huruf b diubah sehingga berbunyi sebagai berikut:\nb. menyetor.\n"

    assert codes(items, LISTS) == ["ambiguous"]


def test_an_item_is_added_to_the_list_of_its_ayat() -> None:
    """Huruf c stands behind huruf b of the ayat that is named."""
    act = make_act(
        "1. Ketentuan Pasal 2 ayat (1) ditambah 1 (satu) huruf, yakni huruf c yang berbunyi "
        "sebagai berikut:\nc. sandar.\n"
    )
    found = merge(make_base(LISTS), act)

    assert [u.label for u in found.children[f"{BASE}#pasal-2/ayat-1"]] == ["a", "b", "c"]
    assert not found.remarks


def test_an_item_that_could_stand_in_two_lists_is_not_placed() -> None:
    """Which list it belongs to is not said."""
    items = (
        "1. Pasal 2 ditambah 1 (satu) huruf, yakni huruf c yang berbunyi sebagai berikut:\n"
        "c. sandar.\n"
    )

    assert codes(items, LISTS) == ["part-missing"]


def test_a_pasal_may_be_put_before_another() -> None:
    """*Sebelum* puts it into the bab of the one that follows."""
    act = make_act(
        "1. Sebelum Pasal 5 dalam BAB III disisipkan 1 (satu) pasal, yakni Pasal 4A yang berbunyi "
        "sebagai berikut:\nPasal 4A\nTransisi.\n"
    )
    found = merge(make_base(SECTIONS), act)

    assert found.by_key[f"{BASE}#pasal-4A"].parent == f"{BASE}#bab-III"
    assert pasal_of(found) == ["1", "2", "3", "4", "4A", "5"]


def test_a_bagian_is_added_behind_the_last() -> None:
    """It stands in the bab of the pasal before its own."""
    act = make_act(
        "1. Ketentuan BAB II ditambahkan 1 (satu) bagian, yakni Bagian Ketiga yang berbunyi "
        "sebagai berikut:\nBagian Ketiga\nSanksi\nPasal 4A\nKapal ditegur.\n"
    )
    found = merge(make_base(SECTIONS), act)

    assert pasal_of(found) == ["1", "2", "3", "4", "4A", "5"]
    assert [u.path for u in found.units if u.kind == "bagian"] == [
        "bab-II/bagian-1",
        "bab-II/bagian-2",
        "bab-II/bagian-3",
    ]
    assert found.by_key[f"{BASE}#pasal-4A"].parent == f"{BASE}#bab-II/bagian-3"


def test_a_bagian_is_deleted_with_its_pasal() -> None:
    """The numbers stay, and the other bagian is left alone."""
    found = merge(make_base(SECTIONS), make_act("1. Ketentuan BAB II Bagian Kedua dihapus.\n"))

    assert state_at(found, "pasal-3") == state_at(found, "pasal-4") == "delete"
    assert state_at(found, "pasal-2") == "base"
    assert state_at(found, "bab-II/bagian-1") == "base"


def test_a_bab_whose_pasal_come_by_other_instructions() -> None:
    """The title is printed alone; the pasal that follows goes under it."""
    act = make_act(
        "1. Di antara BAB II dan BAB III disisipkan 1 (satu) bab, yakni BAB IIA sehingga berbunyi "
        "sebagai berikut:\nBAB IIA\nSANKSI\n"
        "2. Di antara Pasal 4 dan Pasal 5 disisipkan 1 (satu) pasal, yakni Pasal 4A yang berbunyi "
        "sebagai berikut:\nPasal 4A\nKapal ditegur.\n"
    )
    found = merge(make_base(SECTIONS), act)

    assert found.by_key[f"{BASE}#bab-IIA"].heading == "SANKSI"
    assert found.by_key[f"{BASE}#pasal-4A"].parent == f"{BASE}#bab-IIA"


def test_an_instruction_without_its_number_is_read() -> None:
    """A scanner has lost the second number; the third still counts as the third."""
    act = make_act(
        "1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:\nPasal 2\nKapal A.\n"
        "Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\nPasal 3\nKapal B.\n"
        "3. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:\nPasal 4\nKapal C.\n"
        "Pasal 5 dihapus.\n"
    )
    found = merge(make_base(SECTIONS), act)
    operations = [(one.amendment.op, one.amendment.label) for one in act.operations]

    assert operations == [("replace", "2"), ("replace", "3"), ("replace", "4"), ("delete", "5")]
    assert text_at(found, "pasal-2") == "Pasal 2 Kapal A."
    assert text_at(found, "pasal-3") == "Pasal 3 Kapal B."


def test_small_letters_of_old_acts_are_read() -> None:
    """*Pasal 4 a* is 4A, in the instruction and above its text."""
    act = make_act(
        "1. Di antara Pasal 4 dan Pasal 5 disisipkan ketentuan baru yang dijadikan Pasal 4a yang "
        "berbunyi sebagai berikut:\nPasal 4a\nKapal ditegur.\n2. Pasal 3 dihapus.\n"
    )

    assert "4A" in pasal_of(merge(make_base(SECTIONS), act))


def test_an_inserted_pasal_that_is_there_already_is_replaced(base: Regulation) -> None:
    """Its words are taken over, with a remark; a deleted number is simply filled again."""
    items = (
        "1. Di antara Pasal 1 dan Pasal 3 disisipkan 1 (satu) pasal, yakni Pasal 2 yang berbunyi "
        "sebagai berikut:\nPasal 2\nKapal baru.\n"
    )
    act = make_act(items, nomor=7, tahun=2020)
    filled = merge(base, make_act("1. Pasal 2 dihapus.\n2. Pasal 4 dihapus.\n"), act)

    assert codes(items) == ["present"]
    assert text_at(filled, "pasal-2") == "Pasal 2 Kapal baru."
    assert not filled.remarks


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ('1. Frasa "Kapal" dalam Pasal 9 diubah menjadi "Perahu".\n', "part-missing"),
        ("1. Kata-kata dalam Pasal 2 diubah seperlunya.\n", "phrase-unread"),
        ("1. Ketentuan Pasal 9 diubah menjadi Pasal 10.\n", "part-missing"),
        (
            "1. Ketentuan Pasal 2 dan Pasal 3 diubah sehingga berbunyi sebagai berikut:\n"
            "Pasal 2\nKapal baru.\n",
            "no-text",
        ),
    ],
)
def test_further_reasons(items: str, code: str) -> None:
    """Each is said once."""
    assert codes(items) == [code]


def test_a_gloss_is_made_where_the_base_has_none(base: Regulation) -> None:
    """An inserted pasal brings the first gloss of all."""
    gloss = (
        "PENJELASAN\nATAS\nPERATURAN DAERAH PROVINSI TELUK KENARI\nI. UMUM\nCukup.\n"
        "II. PASAL DEMI PASAL\nPasal I\nAngka 1\nPasal 2\nDermaga dalam di teluk.\n"
        "Pasal II\nCukup jelas.\n"
    )
    act = make_act(
        "1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:\nPasal 2\nKapal A.\n"
        "2. Pasal 4 dihapus.\n",
        after=gloss,
    )
    found = merge(base, act)

    assert "di teluk" in text_at(found, "penjelasan/pasal-2")
    assert found.by_key[f"{BASE}#penjelasan"].wording.op == "gloss"


def test_an_ending_of_a_missing_unit_is_said(base: Regulation) -> None:
    """A repeal of what the base does not have changes nothing."""
    ending = Ending(f"{BASE}#pasal-99", "repeal", "perda/teluk-kenari/2019/9", "2019")
    ruling = Ending(f"{BASE}#pasal-2", "annul", "Putusan MA 12 P/HUM/2020", "2020-02-02")
    found = merge(base, endings=(ending, ruling))

    assert [one.code for one in found.remarks] == ["ending-missing"]
    assert found.by_key[f"{BASE}#pasal-2"].wording.act == "Putusan MA 12 P/HUM/2020"


def test_a_set_of_regulations_is_consolidated_together(base: Regulation) -> None:
    """Only what others of the set amend has another text than its own."""
    act = make_act("1. Pasal 4 dihapus.\n2. Pasal 2 dihapus.\n")
    other = parse_text(
        "PERATURAN DAERAH PROVINSI TELUK KENARI\nNOMOR 9 TAHUN 2015\nTENTANG\nPASAR\n"
        "Menimbang : bahwa perlu;\nMEMUTUSKAN:\nMenetapkan : PERATURAN DAERAH TENTANG PASAR.\n"
        "Pasal 1\nPasar buka.\n"
    )
    found = consolidate_all([base, act.regulation, other])

    assert list(found) == [BASE]
    assert state_at(found[BASE], "pasal-4") == "delete"


def test_a_misread_date_gives_way_to_the_year_of_the_number() -> None:
    """An act is promulgated in its year or in the next."""
    assert reliable_date(BASE, "2041-05-03") == "2014"
    assert reliable_date(BASE, "2015-01-02") == "2015-01-02"
    assert reliable_date(BASE, "") == ""
