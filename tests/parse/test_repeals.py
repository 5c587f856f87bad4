"""A repeal takes the whole of a rule, a part of it, or ends it only for some."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regcheck.domain import Regulation, Role

Parse = Callable[[str], Regulation]
HEAD = """\
PERATURAN DAERAH PROVINSI BALI
NOMOR 4 TAHUN 2022
TENTANG
PENGELOLAAN DERMAGA
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR BALI,
Menimbang :
a. bahwa dermaga perlu dikelola;
Mengingat :
1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG PENGELOLAAN DERMAGA.
Pasal 1
Dermaga dikelola Pemerintah Daerah.
Pasal 2
{clause}
Pasal 3
Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
"""
OPENING = "Pada saat Peraturan Daerah ini mulai berlaku, "
SAILS = "Peraturan Daerah Provinsi Bali Nomor 5 Tahun 2001 tentang Layar"
OARS = "Peraturan Daerah Provinsi Bali Nomor 6 Tahun 2002 tentang Dayung"
END = "dicabut dan dinyatakan tidak berlaku."


def roles(parse: Parse, clause: str) -> dict[str, Role]:
    """Return what a closing article does to each rule, where it names the rule first."""
    found: dict[str, Role] = {}
    for one in parse(HEAD.format(clause=clause)).citations:
        if "#pasal-2" in one.holder:
            found.setdefault((one.target or "").partition("#")[0], one.role)
    return found


@pytest.mark.parametrize(
    "clause",
    [
        f"{OPENING}{SAILS} {END}",
        f"{OPENING}maka {SAILS} (Lembaran Daerah Tahun 2001 Nomor 7), {END}",
        f"Terhitung sejak dermaga diserahkan sebagaimana dimaksud dalam Pasal 1, {SAILS} {END}",
        f"Terhitung sejak dermaga dibuka sebagaimana dimaksud dalam Pasal 1 ayat (2) jo. Pasal 1 "
        f"ayat (3), {SAILS} {END}",
        f"Semua ketentuan dalam {SAILS} {END}",
        f"{OPENING}semua ketentuan yang bertentangan dengan Peraturan Daerah ini dan {SAILS} {END}",
    ],
)
def test_a_rule_named_as_such_is_repealed_as_a_whole(parse: Parse, clause: str) -> None:
    """What stands around the name of the rule does not lessen the repeal."""
    assert roles(parse, clause)["perda/bali/2001/5"] is Role.MENCABUT


@pytest.mark.parametrize(
    "clause",
    [
        f"{OPENING}{SAILS} dinyatakan tidak berlaku lagi terhadap kapal motor.",
        f"{OPENING}{SAILS} dinyatakan tidak berlaku lagi bagi nelayan.",
        f"{OPENING}{SAILS} dicabut untuk wilayah pantai utara.",
        f"{OPENING}{SAILS} {END[:-1]}, kecuali ketentuan tentang layar besar.",
        f"{OPENING}{SAILS} kecuali Pasal 5, {END}",
        f"{OPENING}{SAILS} sepanjang mengenai layar besar {END}",
        f"Semua ketentuan dalam {SAILS} sepanjang mengenai layar besar {END}",
        f"{OPENING}tarif layar sebagaimana dimaksud dalam Lampiran II angka (3) Nomor 1, 2, dan 3 "
        f"{SAILS}, {END}",
        f"{OPENING}ketentuan mengenai layar besar dalam {SAILS} {END}",
        f"{OPENING}Bab Kedua Bagian Kesatu {SAILS} {END}",
        f"Kalimat kedua dalam diktum {SAILS} dihapuskan.",
    ],
)
def test_a_part_or_a_field_of_a_rule_is_a_repeal_in_part(parse: Parse, clause: str) -> None:
    """A repeal for some persons, of some provisions, or with an exception leaves the rest."""
    assert roles(parse, clause)["perda/bali/2001/5"] is Role.MENCABUT_SEBAGIAN


@pytest.mark.parametrize(
    ("clause", "second"),
    [
        (f"{OPENING}{SAILS} dan {OARS} {END}", Role.MENCABUT),
        (f"{OPENING}Pasal 5 {SAILS} dan {OARS} {END}", Role.MENCABUT),
        (f"{OPENING}{SAILS} sepanjang mengenai layar besar, dan {OARS} {END}", Role.MENCABUT),
        (f"{OPENING}ketentuan mengenai tali dalam {SAILS} dan {OARS} {END}",
         Role.MENCABUT_SEBAGIAN),
    ],
)  # fmt: skip
def test_the_second_rule_of_a_list_is_judged_for_itself(
    parse: Parse, clause: str, second: Role
) -> None:
    """A limit of the first rule is the second one's only where both have the same subject."""
    assert roles(parse, clause)["perda/bali/2002/6"] is second


def test_the_gazette_in_brackets_is_the_rule_before_it(parse: Parse) -> None:
    """A pasal of a code that is named with its gazette is no repeal of the code."""
    clause = f"{OPENING}Pasal 6 Kitab Undang-undang Hukum Dagang (Staatsblad 1847 : 23) {END}"

    assert roles(parse, clause) == {"stb/1847/23": Role.MENCABUT_SEBAGIAN}


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("", Role.MENCABUT),
        (" tentang Perubahan atas Peraturan Daerah Nomor 5 Tahun 2001 tentang Layar",
         Role.MENCABUT),
        (" tentang Penyederhanaan Perizinan (Lembaran Daerah Tahun 2010 Nomor 9)",
         Role.MENCABUT_SEBAGIAN),
    ],
)  # fmt: skip
def test_an_amender_with_a_matter_of_its_own_is_not_repealed(
    parse: Parse, title: str, role: Role
) -> None:
    """With a rule its amendments fall; an omnibus rule loses only the part that amended it."""
    amender = f"Peraturan Daerah Provinsi Bali Nomor 9 Tahun 2010{title}"
    clause = f"{OPENING}{SAILS} sebagaimana telah diubah dengan {amender} {END}"

    found = roles(parse, clause)

    assert found["perda/bali/2001/5"] is Role.MENCABUT
    assert found["perda/bali/2010/9"] is role
