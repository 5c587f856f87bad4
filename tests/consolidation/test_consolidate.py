"""Each kind of operation, applied: what stands then, what stood before, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from regcheck.domain import Link, Regulation, Role
from regcheck.domain.consolidation import Act, Changes, Consolidated, Ending
from regcheck.law import as_regulation, consolidate, find_endings, lost_units
from regcheck.parse import find_passages
from tests.consolidation.conftest import (
    BASE,
    BODY,
    make_act,
    make_base,
    merge,
    pasal_of,
    state_at,
    text_at,
)

REPLACE_2 = (
    "1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:\n"
    "Pasal 2\nKapal besar sandar di dermaga dalam.\n"
)


def codes(found: Consolidated) -> list[str]:
    """Return the codes of what is said of a consolidation."""
    return [remark.code for remark in found.remarks]


def test_without_changes_the_text_is_that_of_the_base(base: Regulation) -> None:
    """Every character and every span is the base's own."""
    found = merge(base)
    again = as_regulation(found)

    assert again.text == base.text
    assert [(u.key, u.span) for u in again.units] == [(u.key, u.span) for u in base.units]
    assert again.citations == base.citations
    assert again.definitions == base.definitions
    assert not found.acts
    assert not found.remarks


def test_a_replaced_pasal_keeps_its_older_wording(base: Regulation) -> None:
    """The new words stand under the old key; the old ones are kept with the days they were law."""
    act = make_act(REPLACE_2)
    found = merge(base, act)
    unit = found.by_key[f"{BASE}#pasal-2"]
    (old,) = found.former[unit.key]

    assert text_at(found, "pasal-2") == "Pasal 2 Kapal besar sandar di dermaga dalam."
    assert (unit.wording.op, unit.wording.act) == ("replace", act.regulation.id)
    assert unit.wording.since == "2018-05-03"
    assert unit.wording.source == f"{act.regulation.id}#pasal-I/pasal-2"
    assert "Kapal sandar di dermaga." in old.text
    assert (old.until, old.ended_by, old.ending) == ("2018-05-03", act.regulation.id, "replace")
    assert [one.id for one in found.acts] == [act.regulation.id]


def test_words_printed_again_unchanged_keep_their_lineage(base: Regulation) -> None:
    """Of a pasal printed anew only the ayat with other words counts as changed."""
    act = make_act(
        "1. Ketentuan ayat (2) Pasal 3 diubah sehingga Pasal 3 berbunyi sebagai berikut:\nPasal 3\n"
        "(1) Kapal membayar retribusi kepada Kepala Dinas.\n(2) Retribusi dibayar di belakang.\n"
        "(3) Retribusi disetor setiap hari.\n"
    )
    found = merge(base, act)

    assert [state_at(found, f"pasal-3/ayat-{n}") for n in (1, 2, 3)] == ["base", "replace", "base"]
    assert found.by_key[f"{BASE}#pasal-3/ayat-1"].wording.reprints == (f"{BASE}#pasal-3/ayat-1",)


def test_a_quotation_of_one_ayat_leaves_the_others(base: Regulation) -> None:
    """Also where it is the first: what the instruction names is all that is printed."""
    act = make_act(
        "1. Ketentuan ayat (1) Pasal 3 diubah sehingga berbunyi sebagai berikut:\n"
        "(1) Kapal membayar retribusi kepada Gubernur.\n"
    )
    found = merge(base, act)

    assert "kepada Gubernur. (2) Retribusi dibayar di muka." in text_at(found, "pasal-3")
    assert text_at(found, "pasal-3").startswith("Pasal 3 (1)")


def test_a_part_that_is_not_printed_again_is_named(base: Regulation) -> None:
    """Nothing disappears silently: its words are kept and a remark names it."""
    act = make_act(
        "1. Ketentuan Pasal 3 diubah sehingga Pasal 3 berbunyi sebagai berikut:\nPasal 3\n"
        "(1) Kapal membayar retribusi kepada Kepala Dinas.\n(2) Retribusi dibayar di muka.\n"
    )
    found = merge(base, act)

    assert codes(found) == ["dropped"]
    assert found.remarks[0].applied
    assert "Pasal 3 ayat (3)" in found.remarks[0].say("en")
    assert f"{BASE}#pasal-3/ayat-3" in found.former


INSERTIONS = [
    (
        "1. Di antara Pasal 3 dan Pasal 4 disisipkan 2 (dua) pasal, yakni Pasal 3A dan Pasal 3B "
        "yang berbunyi sebagai berikut:\nPasal 3A\nKapal A.\nPasal 3B\nKapal B.\n",
        ["1", "2", "3", "3A", "3B", "4", "5"],
    ),
    (
        "1. Setelah Pasal 5 ditambahkan 1 (satu) pasal, yakni Pasal 6 yang berbunyi sebagai "
        "berikut:\nPasal 6\nKapal baru.\n",
        ["1", "2", "3", "4", "5", "6"],
    ),
    (
        "1. Di antara BAB II dan BAB III disisipkan 1 (satu) bab, yakni BAB IIA yang berbunyi "
        "sebagai berikut:\nBAB IIA\nSANKSI\nPasal 4A\nKapal ditegur.\n",
        ["1", "2", "3", "4", "4A", "5"],
    ),
]


@pytest.mark.parametrize(("items", "labels"), INSERTIONS)
def test_inserted_pasal_stand_where_their_number_belongs(
    base: Regulation, items: str, labels: list[str]
) -> None:
    """Between the lower and the higher, in the order of their letters."""
    found = merge(base, make_act(items))

    assert pasal_of(found) == labels
    assert not found.remarks


def test_an_inserted_bab_holds_its_pasal(base: Regulation) -> None:
    """The bab stands between its neighbours with the pasal under it."""
    found = merge(base, make_act(INSERTIONS[2][0]))
    babs = [unit.label for unit in found.units if unit.kind == "bab"]

    assert babs == ["I", "II", "IIA", "III"]
    assert found.by_key[f"{BASE}#pasal-4A"].parent == f"{BASE}#bab-IIA"
    assert found.by_key[f"{BASE}#bab-IIA"].heading == "SANKSI"


def test_an_inserted_ayat_stands_after_the_one_it_follows(base: Regulation) -> None:
    """Ayat (1a) follows ayat (1), also where only it is printed."""
    act = make_act(
        "1. Di antara ayat (1) dan ayat (2) Pasal 3 disisipkan 1 (satu) ayat, yakni ayat (1a) yang "
        "berbunyi sebagai berikut:\n(1a) Retribusi dihitung menurut panjang kapal.\n"
    )
    found = merge(base, act)
    labels = [unit.label for unit in found.children[f"{BASE}#pasal-3"]]

    assert labels == ["1", "1a", "2", "3"]
    assert state_at(found, "pasal-3/ayat-1a") in ("insert", "append")


def test_a_definition_is_inserted_among_the_definitions(base: Regulation) -> None:
    """Angka 2a stands between 2 and 3; the lead-in is left alone."""
    act = make_act(
        "1. Di antara angka 2 dan angka 3 Pasal 1 disisipkan 1 (satu) angka, yakni angka 2a yang "
        "berbunyi sebagai berikut:\n2a. Perahu adalah kapal kecil.\n"
    )
    found = merge(base, act)

    assert [unit.label for unit in found.children[f"{BASE}#pasal-1"]] == ["1", "2", "2a", "3"]
    assert "Perahu" in [one.term for one in as_regulation(found).definitions]


def test_a_deleted_unit_keeps_its_number(base: Regulation) -> None:
    """The number stays and says so; what stood there is kept with its parts."""
    found = merge(base, make_act("1. Pasal 4 dihapus.\n2. Ketentuan ayat (2) Pasal 3 dihapus.\n"))

    assert text_at(found, "pasal-4") == "Pasal 4 Dihapus."
    assert text_at(found, "pasal-3/ayat-2") == "(2) Dihapus."
    assert found.by_key[f"{BASE}#pasal-4"].is_gone
    assert f"{BASE}#pasal-4/huruf-b" in found.former
    assert pasal_of(found) == ["1", "2", "3", "4", "5"]


def test_an_ayat_printed_as_deleted_is_deleted(base: Regulation) -> None:
    """*(2) Dihapus.* inside a pasal printed anew is a deletion."""
    act = make_act(
        "1. Ketentuan ayat (2) Pasal 3 dihapus, sehingga Pasal 3 berbunyi sebagai berikut:\n"
        "Pasal 3\n(1) Kapal membayar retribusi kepada Kepala Dinas.\n(2) Dihapus.\n"
        "(3) Retribusi disetor setiap hari.\n"
    )
    found = merge(base, act)

    assert state_at(found, "pasal-3/ayat-2") == "delete"
    assert state_at(found, "pasal-3/ayat-3") == "base"


def test_units_are_renumbered_at_once(base: Regulation) -> None:
    """Two numbers that move in one act do not run into each other."""
    act = make_act(
        "1. Ketentuan Pasal 4 diubah menjadi Pasal 5.\n"
        "2. Ketentuan Pasal 5 diubah menjadi Pasal 6.\n"
    )
    found = merge(base, act)

    assert pasal_of(found) == ["1", "2", "3", "5", "6"]
    assert text_at(found, "pasal-5").startswith("Pasal 5 Kepala Dinas mengawasi")
    assert found.by_key[f"{BASE}#pasal-5/huruf-a"].wording.op == "renumber"
    assert f"{BASE}#pasal-4" in found.former


REWORDINGS = [
    ('1. Frasa "Kepala Dinas" dalam Pasal 3 dan Pasal 4 diubah menjadi "Gubernur".\n', 2),
    ("1. Kata “Kepala Dinas” dalam Pasal 4 diganti dengan “Gubernur”.\n", 1),
    ('1. Frasa "Kepala Dinas" diganti menjadi "Gubernur".\n', 2),
]


@pytest.mark.parametrize(("items", "count"), REWORDINGS)
def test_phrases_are_replaced_where_they_are_named(
    base: Regulation, items: str, count: int
) -> None:
    """In the pasal that are named, or in the whole body."""
    found = merge(base, make_act(items))
    changed = [unit.key for unit in found.units if unit.wording.op == "reword"]

    assert len(changed) == count
    assert "Gubernur mengawasi dermaga" in text_at(found, "pasal-4")
    assert not found.remarks


def test_a_phrase_that_is_not_there_is_named(base: Regulation) -> None:
    """The text stays, and the remark says which words were looked for, in two languages."""
    found = merge(
        base, make_act('1. Frasa "Syahbandar" dalam Pasal 2 diubah menjadi "Gubernur".\n')
    )
    (remark,) = found.remarks

    assert (remark.code, remark.applied) == ("phrase-missing", False)
    assert "tidak ditemukan" in remark.say("id")
    assert "was not found" in remark.say("en")
    assert "Syahbandar" in remark.say("id")


def test_a_bab_gets_another_title(base: Regulation) -> None:
    """Only its heading changes; the pasal under it stay."""
    act = make_act(
        "1. Judul BAB II diubah sehingga berbunyi sebagai berikut:\nBAB II\nTAMBAT DAN SANDAR\n"
        "2. Pasal 4 dihapus.\n"
    )
    found = merge(base, act)

    assert found.by_key[f"{BASE}#bab-II"].heading == "TAMBAT DAN SANDAR"
    assert text_at(found, "pasal-2") == "Pasal 2 Kapal sandar di dermaga."


GLOSS = (
    "PENJELASAN\nATAS\nPERATURAN DAERAH PROVINSI TELUK KENARI\nI. UMUM\nCukup.\n"
    "II. PASAL DEMI PASAL\nPasal 1\nCukup jelas.\nPasal 2\n{two}\nPasal 3\nCukup jelas.\n"
)
NEW_GLOSS = (
    "PENJELASAN\nATAS\nPERATURAN DAERAH PROVINSI TELUK KENARI\nI. UMUM\nCukup.\n"
    "II. PASAL DEMI PASAL\nPasal I\nAngka 1\nPasal 2\nYang dimaksud dengan dermaga dalam adalah "
    "dermaga di teluk.\nPasal II\nCukup jelas.\n"
)


@pytest.mark.parametrize(
    "items", [REPLACE_2, "1. Penjelasan Pasal 2 diubah sebagaimana tercantum dalam penjelasan.\n"]
)
def test_the_gloss_follows_the_pasal(items: str) -> None:
    """An act that changes a pasal, or only its gloss, brings the gloss that counts from then on."""
    base = make_base(BODY, GLOSS.format(two="Cukup jelas."))
    found = merge(base, make_act(items, after=NEW_GLOSS))

    assert "dermaga di teluk" in text_at(found, "penjelasan/pasal-2")
    assert state_at(found, "penjelasan/pasal-2") == "gloss"
    assert state_at(found, "penjelasan/pasal-3") == "base"


def test_an_annex_is_replaced_as_a_whole() -> None:
    """The annex that the instruction names gets the words of the amending act's."""
    base = make_base(BODY, "LAMPIRAN I\nTarif lama\nLAMPIRAN II\nPeta lama\n")
    act = make_act(
        "1. Ketentuan Lampiran II diubah sehingga menjadi sebagaimana tercantum dalam Lampiran "
        "Peraturan Daerah ini.\n",
        after="LAMPIRAN\nPeta baru\n",
    )
    found = merge(base, act)

    assert "Peta baru" in text_at(found, "lampiran-2")
    assert "Tarif lama" in text_at(found, "lampiran-1")


def test_a_later_act_changes_what_an_earlier_one_inserted(base: Regulation) -> None:
    """Acts count in the order of their dates, in whatever order they are given."""
    first = make_act(INSERTIONS[0][0])
    second = make_act(
        "1. Ketentuan Pasal 3A diubah sehingga berbunyi sebagai berikut:\nPasal 3A\nKapal C.\n",
        nomor=1,
        tahun=2021,
    )
    found = merge(base, second, first)
    (old,) = found.former[f"{BASE}#pasal-3A"]

    assert text_at(found, "pasal-3A") == "Pasal 3A Kapal C."
    assert (old.act, old.ended_by) == (first.regulation.id, second.regulation.id)
    assert [one.id for one in found.acts] == [first.regulation.id, second.regulation.id]


def test_acts_after_the_day_are_left_out_and_named(base: Regulation) -> None:
    """Before the first amendment the base stands as enacted."""
    act = make_act(REPLACE_2)
    before, after = (merge(base, act, as_of=day) for day in ("2018-05-02", "2018-05-03"))

    assert as_regulation(before).text == base.text
    assert before.later == (act.regulation.id,)
    assert state_at(after, "pasal-2") == "replace"


def test_a_draft_is_applied_last(base: Regulation) -> None:
    """What-if: a draft changes the text as if it were law, whatever the day that is looked at."""
    draft = make_act("1. Pasal 4 dihapus.\n", tahun=2026)
    found = consolidate(base, Changes(drafts=(draft,)), "2020-01-01")

    assert state_at(found, "pasal-4") == "delete"
    assert found.acts[0].draft


ENDINGS = [("repeal", "Pasal 4 Dicabut.", True), ("annul", "Pasal 4 Kepala Dinas", False)]


@pytest.mark.parametrize(("op", "words", "gone"), ENDINGS)
def test_single_pasal_can_be_repealed_or_annulled(
    base: Regulation, op: str, words: str, gone: bool
) -> None:
    """A repealed pasal leaves its number; the words of an annulled one stay, marked as void."""
    ending = Ending(f"{BASE}#pasal-4", op, "perda/teluk-kenari/2019/9", "2019-01-01")
    found = merge(base, endings=(ending,))

    assert text_at(found, "pasal-4").startswith(words)
    assert state_at(found, "pasal-4") == op
    assert found.by_key[f"{BASE}#pasal-4"].is_gone is gone
    assert f"{BASE}#pasal-4/huruf-a" in found.former


def test_repeals_come_from_the_links_between_acts() -> None:
    """Of a part, of the whole, and of a part that is not said."""
    by = "perda/teluk-kenari/2019/9"
    links = [
        Link(by, f"{BASE}#pasal-4", Role.MENCABUT),
        Link(by, BASE, Role.MENCABUT),
        Link(by, BASE, Role.MENCABUT_SEBAGIAN),
        Link("perda/lain/2019/1", BASE, Role.MENCABUT),
        Link(by, "perda/teluk-kenari/2001/1", Role.MENCABUT),
    ]
    found = find_endings(links, BASE, {by: "2019-02-03"})

    assert [(one.key, one.op) for one in found] == [
        (f"{BASE}#pasal-4", "repeal"),
        (BASE, "repeal"),
        (BASE, "repeal-part"),
    ]
    assert {one.date for one in found} == {"2019-02-03"}


def test_the_repeal_of_the_whole_is_said(base: Regulation) -> None:
    """The text stays readable; a remark says that it is law no longer."""
    ending = Ending(BASE, "repeal", "perda/teluk-kenari/2020/1", "2020-01-01")

    assert codes(merge(base, endings=(ending,))) == ["repealed"]


UNAPPLIED = [
    ("1. Ketentuan ayat (7) Pasal 2 diubah sehingga berbunyi sebagai berikut:\n(7) Kapal.\n",
     "part-missing"),
    ("1. Pasal 9 dihapus.\n", "part-missing"),
    ("1. Penjelasan Pasal 2 diubah sebagaimana tercantum dalam penjelasan.\n", "gloss-missing"),
    ("1. Ketentuan Lampiran II diubah sehingga menjadi sebagaimana tercantum dalam Lampiran.\n",
     "annex-missing"),
]  # fmt: skip


@pytest.mark.parametrize(("items", "code"), UNAPPLIED)
def test_what_cannot_be_applied_is_listed_with_its_reason(
    base: Regulation, items: str, code: str
) -> None:
    """The text is left as it was; the remark names the unit and the act."""
    act = make_act(items)
    found = merge(base, act)

    assert codes(found) == [code]
    assert not found.remarks[0].applied
    assert found.remarks[0].act == act.regulation.id
    assert as_regulation(found).text == base.text


def test_a_pasal_that_the_base_lacks_is_placed_and_remarked_on(base: Regulation) -> None:
    """New words for a pasal that was not found stand where its number belongs."""
    act = make_act(
        "1. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:\nPasal 7\nKapal.\n"
    )
    found = merge(base, act)

    assert pasal_of(found)[-1] == "7"
    assert codes(found) == ["target-missing"]
    assert found.remarks[0].applied


def test_an_act_that_may_not_amend_the_base_is_refused() -> None:
    """A Perda of another year before the base changes nothing, and is named."""
    base = make_base(BODY)
    act = make_act(REPLACE_2, tahun=2010)
    found = merge(base, act)

    assert codes(found) == ["ineffective"]
    assert as_regulation(found).text == base.text


def test_consolidated_text_is_compared_like_any_other(base: Regulation) -> None:
    """Its passages have the keys of the base and the words in force."""
    found = merge(base, make_act(REPLACE_2 + "2. " + INSERTIONS[0][0].removeprefix("1. ")))
    passages = {one.key: one.text for one in find_passages(as_regulation(found))}

    assert passages[f"{BASE}#pasal-2"] == "Kapal besar sandar di dermaga dalam."
    assert passages[f"{BASE}#pasal-3A"] == "Kapal A."
    assert list(passages).index(f"{BASE}#pasal-3A") < list(passages).index(f"{BASE}#pasal-4")


def test_spans_of_a_consolidated_text_hold_its_words(base: Regulation) -> None:
    """Each unit's span covers its own words and those of its parts."""
    regulation = as_regulation(merge(base, *many_acts()))

    for unit in regulation.units:
        for child in regulation.children.get(unit.key, ()):
            assert unit.span.start <= child.span.start <= child.span.end <= unit.span.end
    assert regulation.text == regulation.source_text.text


def many_acts() -> Iterator[Act]:
    """Yield acts that do a bit of everything."""
    yield make_act(
        REPLACE_2 + "2. " + INSERTIONS[0][0].removeprefix("1. ") + "3. Pasal 4 dihapus.\n"
    )
    yield make_act(REWORDINGS[0][0], nomor=1, tahun=2020)


def test_lost_units_are_noticed(base: Regulation) -> None:
    """The check itself sees a unit that is nowhere."""
    act = make_act(REPLACE_2)
    empty = consolidate(make_base("Pasal 1\nKapal.\n"), Changes())

    assert f"{BASE}#pasal-2" in lost_units(empty, base, (act,))
    assert f"{act.regulation.id}#pasal-I/pasal-2" in lost_units(empty, base, (act,))


def test_a_part_printed_without_heading_and_number_replaces_only_itself(base: Regulation) -> None:
    """Older acts print the words of one ayat alone; the rest of its pasal stays."""
    act = make_act(
        "1. Pasal 3 ayat (2) diubah sehingga berbunyi sebagai berikut:\n"
        "Retribusi dibayar di belakang.\n"
    )
    found = merge(base, act)

    assert text_at(found, "pasal-3/ayat-2") == "(2) Retribusi dibayar di belakang."
    assert [state_at(found, f"pasal-3/ayat-{n}") for n in (1, 2, 3)] == ["base", "replace", "base"]
    assert not found.remarks


def test_an_instruction_without_its_number_is_no_part_of_the_text(base: Regulation) -> None:
    """It is cut off the words before it; what is not applied quotes the instruction."""
    act = make_act(
        "1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:\n"
        "Pasal 2\nKapal besar sandar. 2 Ketentuan Pasal 9 diubah, sehingga berbunyi sebagai "
        "berikut:\n3. Frasa “perahu” dalam Pasal 4 diubah menjadi “kapal”.\n"
    )
    found = merge(base, act)
    remark = next(one for one in found.remarks if one.code == "phrase-missing")

    assert text_at(found, "pasal-2") == "Pasal 2 Kapal besar sandar."
    assert "Perintahnya: “3. Frasa “perahu” dalam Pasal 4" in remark.say("id")


def test_an_insertion_with_an_impossible_number_changes_nothing(base: Regulation) -> None:
    """Behind Pasal 3 no Pasal 2 can be inserted: the number is misread, and the text stays."""
    act = make_act(
        "1. Di antara Pasal 3 dan Pasal 4 disisipkan 1 (satu) pasal, yakni Pasal 2 yang berbunyi "
        "sebagai berikut:\nPasal 2\nKapal asing.\n"
    )
    found = merge(base, act)

    assert codes(found) == ["misnumbered"]
    assert text_at(found, "pasal-2") == "Pasal 2 Kapal sandar di dermaga."
