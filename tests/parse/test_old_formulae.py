"""How older acts amend and repeal: in the decision formula, by titles, and in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Kind, Regulation, Role

Parse = Callable[[str], Regulation]
HEAD = """\
PERATURAN PEMERINTAH REPUBLIK INDONESIA
NOMOR 90 TAHUN 1961
TENTANG
{title}
Presiden Republik Indonesia,
Menimbang :
a. bahwa urusan perahu perlu diatur;
Mengingat :
1. Pasal 5 ayat (2) Undang-Undang Dasar;
MEMUTUSKAN :
{formula}
{body}
"""
ENACTED = "Menetapkan : PERATURAN PEMERINTAH TENTANG URUSAN PERAHU."
BODY = "Pasal 1\nPerahu diawasi Menteri.\nPasal 2\nPeraturan Pemerintah ini mulai berlaku hari ini."


def roles(
    parse: Parse, formula: str = ENACTED, body: str = BODY, title: str = "URUSAN PERAHU"
) -> dict[str, set[Role]]:
    """Return what an act does to each rule that it names."""
    found: dict[str, set[Role]] = {}
    for one in parse(HEAD.format(title=title, formula=formula, body=body)).citations:
        found.setdefault((one.target or "").partition("#")[0], set()).add(one.role)
    return found


def test_the_formula_repeals_all_that_it_lists(parse: Parse) -> None:
    """Items under one name, a gazette behind a Dutch name and a second number share the verb."""
    formula = (
        "Dengan mencabut :\na. Undang-undang Darurat :\n1. No. 81 tahun 1957 tentang sampan;\n"
        '2. No. 82 tahun 1957 tentang rakit;\nb. "Ordonnantie op de Prauwen" serta perubahannya '
        "(Staatsblad 1931 No. 97 dan 260);\nc. Keputusan 8 Mei 1933 No. 26 (Staatsblad 1933-188);\n"
        f"{ENACTED}"
    )
    found = roles(parse, formula)

    for target in ("uudrt/1957/81", "uudrt/1957/82", "stb/1931/97", "stb/1931/260", "stb/1933/188"):
        assert Role.MENCABUT in found[target], target


def test_the_formula_repeals_in_part_where_it_says_so(parse: Parse) -> None:
    """A limit holds for the rule before it; what another is founded on is not repealed."""
    formula = (
        "Dengan mencabut Peraturan Pemerintah No. 22 tahun 1951 sepanjang mengenai sampan, "
        f"Peraturan Pemerintah No. 10 tahun 1956;\n{ENACTED}"
    )
    found = roles(parse, formula)

    assert found["pp/1951/22"] == {Role.MENCABUT_SEBAGIAN}
    assert found["pp/1956/10"] == {Role.MENCABUT}
    dissolved = (
        "Membubarkan Daerah Perahu yang dimaksud oleh Peraturan Pemerintah No. 42 tahun 1953;"
    )
    assert roles(parse, f"{dissolved}\n{ENACTED}")["pp/1953/42"] == {Role.MERUJUK}


@pytest.mark.parametrize(
    "title",
    [
        "MELENGKAPI PERATURAN PEMERINTAH NOMOR 14 TAHUN 1951 TENTANG PERAHU",
        "TAMBAHAN ATAS LAMPIRAN PERATURAN PEMERINTAH NOMOR 14 TAHUN 1951 TENTANG PERAHU",
        "PENGUBAHAN PERATURAN PEMERINTAH NOMOR 14 TAHUN 1951",
        "PEROBAHAN DAN PENAMBAHAN ATAS PERATURAN PEMERINTAH TENTANG UANG PERAHU SEBAGAIMANA DIATUR "
        "DENGAN PERATURAN PEMERINTAH NOMOR 14 TAHUN 1951",
    ],
)
def test_titles_that_amend(parse: Parse, title: str) -> None:
    """Older titles say in several words that they change an act."""
    assert Role.MENGUBAH in roles(parse, title=title)["pp/1951/14"]


@pytest.mark.parametrize(
    "body",
    [
        "Pasal 1\nKetentuan dalam pasal 1 Peraturan Pemerintah No. 14 tahun 1951 mengalami "
        "perubahan-perubahan dan penambahan sebagai berikut: sampan bebas.",
        "Pasal 1\nPeraturan Pemerintah No. 14 tahun 1951 tetap berlaku dengan perubahan-perubahan "
        "tersebut dalam pasal berikut.",
        "Pasal 1\nAyat 2 Peraturan Pemerintah No. 14 tahun 1951 diubah seluruhnya hingga menjadi "
        "sebagai berikut: sampan bebas.",
    ],
)
def test_bodies_that_amend(parse: Parse, body: str) -> None:
    """A rule that stays in force with changes is changed."""
    assert Role.MENGUBAH in roles(parse, body=body)["pp/1951/14"]


def test_an_act_without_pasal_amends_in_its_formula(parse: Parse) -> None:
    """What is changed *sebagai berikut* right behind *Menetapkan* is no legal basis."""
    formula = (
        'Menetapkan : Peraturan Pemerintah No. 42 tahun 1954 tentang "Perahu" (Lembaran Negara '
        "1954 No. 73) diubah sebagai berikut : kata sampan dihapuskan."
    )

    assert roles(parse, formula, body="")["pp/1954/42"] == {Role.MENGUBAH}


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("berdasarkan Undang-undang Nomor 7 Tahun 1960 tentang Bank, Undang-undang Nomor 17 Tahun "
         "1958 tentang Perahu tidak berlaku lagi.", Role.MENCABUT),
        ("wilayah sebagaimana ditentukan dalam Undang-undang Nomor 7 Drt. Tahun 1956 juncto "
         "Undang-undang Nomor 17 Tahun 1958, diubah sehingga meliputi dua desa.", Role.MERUJUK),
        ("izin sebagaimana dimaksud dalam Penjelasan Undang-undang Nomor 17 Tahun 1958 tidak "
         "berlaku lagi.", Role.MERUJUK),
    ],
)  # fmt: skip
def test_what_the_verb_speaks_of(parse: Parse, clause: str, role: Role) -> None:
    """A comma sets the repealed act apart from its ground; an abbreviation ends no sentence."""
    assert roles(parse, body=f"Pasal 1\nTerhitung hari ini, {clause}")["uu/1958/17"] == {role}


def test_bases_may_stand_before_the_considerations(parse: Parse) -> None:
    """The regulations of 1948 name their legal bases first."""
    act = parse(
        "PERATURAN PEMERINTAH NOMOR 91 TAHUN 1948\nPERAHU.\nPeraturan tentang perahu.\n"
        "Mengingat:\na. Peraturan Pemerintah Nomor 14 tahun 1947;\nb. Undang-Undang Dasar;\n"
        "Menimbang:\nBahwa perahu perlu diawasi;\nMemutuskan:\nMenetapkan peraturan sebagai "
        "berikut:\nPasal 1.\nPerahu diawasi.\nPasal 2.\nPeraturan ini mulai berlaku hari ini.\n"
    )
    kinds = [unit.kind for unit in act.units if unit.path in ("mengingat", "menimbang")]
    bases = {one.target for one in act.citations if one.role is Role.DASAR_HUKUM}

    assert kinds == [Kind.MENGINGAT, Kind.MENIMBANG]
    assert "pp/1947/14" in bases


def test_a_pasal_whose_word_is_missing(parse: Parse) -> None:
    """*Dalam 1 ayat (2)* lies in Pasal 1; a gazette may stand between a rule and its pasal."""
    body = (
        "Pasal 1\n(1) Perahu diawasi.\n(2) Sampan bebas.\nPasal 2\nAlasan tersebut dalam 1 ayat "
        "(2) dilaporkan.\nPasal 3\nPada saat Peraturan Pemerintah ini mulai berlaku, Undang-Undang "
        "Nomor 8 Tahun 1954 tentang Perahu (Lembaran Negara Tahun 1954 Nomor 5), Pasal 2 ayat (3) "
        "sepanjang mengenai tarif, dicabut."
    )
    act = parse(HEAD.format(title="URUSAN PERAHU", formula=ENACTED, body=body))
    targets = {one.target for one in act.citations}

    assert {"pp/1961/90#pasal-1/ayat-2", "uu/1954/8#pasal-2/ayat-3"} <= targets


def test_an_act_of_a_member_state_is_not_the_federation_s(parse: Parse) -> None:
    """In 1950 two series of numbers ran side by side, so the number alone tells no act."""
    formula = (
        'Dengan mencabut "Peraturan Perahu" (Peraturan Pemerintah Negara Bagian Republik Indonesia '
        f"No. 80 tahun 1950);\n{ENACTED}"
    )

    assert roles(parse, formula)[""] == {Role.MENCABUT}
