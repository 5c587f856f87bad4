"""How the fictional acts of the demo province stand to each other."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from regcheck.domain import Identity, Link, RegulationId, Relation, Role
from regcheck.law import Register, relate
from regcheck.law.hierarchy import EQUAL, HIGHER

TITLES = {
    "perda/nusa-kencana/2012/3": "PENGELOLAAN SAMPAH",
    "perda/nusa-kencana/2014/2": "RETRIBUSI JASA USAHA",
    "perda/nusa-kencana/2018/4": "PERUBAHAN ATAS PERATURAN DAERAH NOMOR 2 TAHUN 2014 "
    "TENTANG RETRIBUSI JASA USAHA",
    "perda/nusa-kencana/2019/5": "BANTUAN HUKUM BAGI MASYARAKAT MISKIN",
    "perda/nusa-kencana/2020/5": "PENGELOLAAN SAMPAH",
    "pergub/nusa-kencana/2014/21": "PENYELENGGARAAN REKLAME DI RUAS JALAN PROVINSI",
    "pergub/nusa-kencana/2019/12": "PERUBAHAN ATAS PERATURAN GUBERNUR NOMOR 21 TAHUN 2014",
    "pergub/nusa-kencana/2017/15": "KEDUDUKAN, SUSUNAN ORGANISASI, TUGAS, DAN FUNGSI DINAS "
    "PERPUSTAKAAN DAN KEARSIPAN",
    "pergub/nusa-kencana/2017/16": "KEDUDUKAN, SUSUNAN ORGANISASI, TUGAS, DAN FUNGSI DINAS "
    "LINGKUNGAN HIDUP",
    "pergub/nusa-kencana/2024/7": "PEMBERIAN KERINGANAN POKOK PAJAK KENDARAAN BERMOTOR TAHUN 2024",
    "pergub/nusa-kencana/2025/6": "PEMBERIAN KERINGANAN POKOK PAJAK KENDARAAN BERMOTOR TAHUN 2025",
    "uu/2008/18": "PENGELOLAAN SAMPAH",
    "uu/2011/16": "BANTUAN HUKUM",
    "perda/tanjung-perca/2019/3": "PENGELOLAAN SAMPAH",
}
P12, P14, P18, P19, P20, G14, G19, G15, G16, G24, G25, UU_SAMPAH, UU_BANKUM, OTHER = TITLES
LINKS = (
    Link(P20, P12, Role.MENCABUT, f"{P20}#pasal-30"),
    Link(P19, "pergub/nusa-kencana/2013/8", Role.MENCABUT),
    Link(P18, P14, Role.MENGUBAH),
    Link(P18, f"{P14}#pasal-9", Role.MENGUBAH),
    Link(G19, G14, Role.MENGUBAH),
    Link(P20, UU_SAMPAH, Role.DASAR_HUKUM),
    Link(P19, UU_BANKUM, Role.DASAR_HUKUM),
)
DRAFT = "tanpa-identitas/0123456789ab"


def identity_of(id_: str, title: str) -> Identity:
    """Return the title block of an act with this id."""
    parsed = RegulationId.from_str(id_)
    return Identity(parsed.jenis, parsed.wilayah, parsed.nomor, parsed.tahun, title)


IDENTITIES = {id_: identity_of(id_, title) for id_, title in TITLES.items()}
REGISTER = Register(IDENTITIES, LINKS)


def draft(jenis: str, title: str, *links: tuple[str, Role, str]) -> dict[str, Relation]:
    """Relate a draft without a number; each link is target, role and the path of its holder."""
    identity = Identity(jenis, "nusa-kencana", tentang=title, draft=True)
    own = [Link(DRAFT, target, role, f"{DRAFT}#{path}") for target, role, path in links]
    return relate(DRAFT, identity, own, IDENTITIES, LINKS)


def kinds(relations: dict[str, Relation]) -> dict[str, set[str]]:
    """Return the relations that have a kind."""
    return {id_: set(one.kinds) for id_, one in relations.items() if one.kinds}


def existing(id_: str) -> dict[str, set[str]]:
    """Return the kinds of an act of the register to the others."""
    found = REGISTER.relate(id_, IDENTITIES[id_], [one for one in LINKS if one.source == id_])
    assert "sama" in found.pop(id_).kinds
    return kinds(found)


def test_every_regulation_gets_a_relation() -> None:
    """A draft that does nothing still has a level and a jurisdiction with every other act."""
    relations = draft("pergub", "Taman Kota")

    assert set(relations) == set(TITLES)
    assert kinds(relations) == {}
    assert (relations[P20].level, relations[P20].firm, relations[P20].comparable) == (
        HIGHER,
        True,
        True,
    )
    assert (relations[G14].level, relations[G14].firm) == (EQUAL, True)
    assert not relations[OTHER].comparable
    assert relations[UU_SAMPAH].comparable


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        (P18, {P14: {"mengubah", "versi"}}),
        (P14, {P18: {"diubah", "versi"}}),
        (P20, {P12: {"mencabut"}}),
        (P12, {P20: {"dicabut"}}),
        (G19, {G14: {"mengubah", "versi"}}),
        (G15, {G16: {"organisasi"}}),
        (G24, {G25: {"tahunan"}}),
        (UU_SAMPAH, {}),
        (UU_BANKUM, {}),
    ],
)
def test_relations_inside_the_register(id_: str, expected: dict[str, set[str]]) -> None:
    """Acts of the corpus stand to each other as their texts say."""
    assert existing(id_) == expected


def test_two_amendments_of_one_base_are_versions() -> None:
    """A second amendment amends the base and shares it with the first, by its title alone."""
    found = kinds(
        draft("perda", "Perubahan Kedua atas Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi")
    )

    assert found == {P14: {"mengubah", "versi"}, P18: {"versi"}}


def test_acts_amended_by_one_omnibus_are_no_versions_of_each_other() -> None:
    """Only acts that share a base are versions."""
    omnibus = "perda/nusa-kencana/2023/1"
    identities = IDENTITIES | {omnibus: identity_of(omnibus, "PENYEDERHANAAN PERIZINAN")}
    links = (*LINKS, Link(omnibus, P20, Role.MENGUBAH), Link(omnibus, P14, Role.MENGUBAH))

    found = kinds(Register(identities, links).relate(P20, IDENTITIES[P20]))

    assert P14 not in found
    assert P18 not in found
    assert found[omnibus] == {"diubah", "versi"}


def test_a_draft_that_repeals_also_replaces_what_was_repealed_before() -> None:
    """The chain of repeals, and the amendments of a repealed act, go with it."""
    sampah = draft("perda", "Pengelolaan Sampah", (P20, Role.MENCABUT, "pasal-19"))
    retribusi = draft("perda", "Retribusi Daerah", (P14, Role.MENCABUT, "pasal-60"))

    assert kinds(sampah) == {P20: {"mencabut"}, P12: {"mencabut"}}
    assert kinds(retribusi) == {P14: {"mencabut"}, P18: {"mencabut"}}


def test_the_repeal_of_a_pasal_is_not_the_repeal_of_the_act() -> None:
    """A partial repeal gives no relation to the whole."""
    found = draft("perda", "Retribusi Daerah", (f"{P14}#pasal-5", Role.MENCABUT, "pasal-60"))

    assert kinds(found) == {}


@pytest.mark.parametrize(
    "links",
    [
        [(f"{P19}#pasal-8/ayat-3", Role.MELAKSANAKAN, "menimbang")],
        [(P19, Role.MERUJUK, "menimbang/huruf-a")],
        [(P19, Role.DASAR_HUKUM, "mengingat/angka-6")],
    ],
)
def test_an_implementing_pergub(links: list[tuple[str, Role, str]]) -> None:
    """The considerations, or the title with the legal basis, tell what a Pergub carries out."""
    title = "Tata Cara Permohonan Bantuan Hukum bagi Masyarakat Miskin"

    assert kinds(draft("pergub", title, *links)) == {P19: {"melaksanakan"}}


def test_a_perda_named_by_number_is_carried_out() -> None:
    """*Peraturan Pelaksanaan Perda Nomor … Tahun …* needs no matching subject."""
    title = "Peraturan Pelaksanaan Peraturan Daerah Nomor 5 Tahun 2019"

    found = kinds(draft("pergub", title, (P19, Role.DASAR_HUKUM, "mengingat/angka-4")))

    assert found == {P19: {"melaksanakan"}}


@pytest.mark.parametrize(
    ("jenis", "title", "basis"),
    [
        ("pergub", "Penyelenggaraan Reklame di Ruas Jalan Provinsi", P14),
        ("perda", "Pengelolaan Sampah", UU_SAMPAH),
        ("perda", "Pengelolaan Sampah", P12),
        ("pergub", "Tata Cara Pemungutan Retribusi", P19),
    ],
)
def test_a_legal_basis_alone_is_not_carried_out(jenis: str, title: str, basis: str) -> None:
    """Resting on an act does not make a rule its implementation."""
    assert kinds(draft(jenis, title, (basis, Role.DASAR_HUKUM, "mengingat/angka-4"))) == {}


def test_an_implemented_act_sees_its_implementation() -> None:
    """The relation is the same from the other side, also by delegation."""
    pergub = "pergub/nusa-kencana/2021/7"
    identities = IDENTITIES | {pergub: identity_of(pergub, "TATA CARA PENGELOLAAN SAMPAH")}
    resting = Register(identities, (*LINKS, Link(pergub, P20, Role.DASAR_HUKUM)))
    delegated = Register(identities, (*LINKS, Link(P20, pergub, Role.MENDELEGASIKAN)))

    for register in (resting, delegated):
        assert register.relate(P20, IDENTITIES[P20])[pergub].kinds == {"dilaksanakan"}
        assert register.relate(pergub, identities[pergub])[P20].kinds == {"melaksanakan"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pemberian Keringanan Pokok Pajak Kendaraan Bermotor Tahun 2026", "tahunan"),
        ("Pemberian Keringanan Bea Balik Nama Tahun 2025", ""),
        ("Pemberian Keringanan Pokok Pajak Kendaraan Bermotor", ""),
    ],
)
def test_an_annual_series_differs_in_its_year_only(title: str, expected: str) -> None:
    """Another subject, or no year, is another title."""
    found = kinds(draft("pergub", title))

    assert found == ({G24: {expected}, G25: {expected}} if expected else {})


def test_the_changed_budget_of_a_year_is_a_version() -> None:
    """The change of a budget is of the same year; the budget of the next year is the series."""
    title = "Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran"
    one, change, next_ = (f"perda/nusa-kencana/{rest}" for rest in ("2017/9", "2018/6", "2018/9"))
    identities = {
        one: identity_of(one, f"{title} 2018"),
        change: identity_of(change, f"Perubahan {title} 2018"),
        next_: identity_of(next_, f"{title} 2019"),
    }

    found = kinds(Register(identities, ()).relate(change, identities[change]))

    assert found == {change: {"sama", "versi"}, one: {"versi"}, next_: {"tahunan"}}


def test_the_same_office_again_is_no_sister_office() -> None:
    """A second organisation of one office should repeal the first, so it is not excused."""
    found = kinds(draft("pergub", TITLES[G16]))

    assert found == {G15: {"organisasi"}}


def test_copies_are_the_same_act() -> None:
    """A repeat of an id with the same title is the same act, with another title it is not."""
    copy, stranger = f"{P20}~2", f"{P20}~3"
    identities = IDENTITIES | {
        copy: identity_of(P20, "Pengelolaan Sampan"),
        stranger: identity_of(P20, "Irigasi"),
    }

    found = kinds(Register(identities, LINKS).relate(P20, IDENTITIES[P20]))

    assert found[copy] == {"sama"}
    assert stranger not in found


def test_a_statute_and_the_emergency_rule_it_enacts_are_versions() -> None:
    """A *Perpu* and the UU that makes it permanent are one text."""
    uu, perpu = "uu/2023/6", "perpu/2022/2"
    identities = {id_: identity_of(id_, "CIPTA KERJA") for id_ in (uu, perpu)}
    register = Register(identities, [Link(uu, perpu, Role.MENETAPKAN)])

    assert register.relate(uu, identities[uu])[perpu].kinds == {"versi"}
    assert register.relate(perpu, identities[perpu])[uu].kinds == {"versi"}


def test_circles_end() -> None:
    """Acts that repeal and amend each other in a circle are related once."""
    ids = [f"perda/nusa-kencana/2020/{n}" for n in range(1, 4)]
    pairs = list(zip(ids, ids[1:] + ids[:1], strict=True))
    links = [Link(a, b, role) for a, b in pairs for role in (Role.MENCABUT, Role.MENGUBAH)]
    identities = {id_: identity_of(id_, f"Judul {id_}") for id_ in ids}

    found = kinds(Register(identities, links).relate(ids[0], identities[ids[0]]))

    assert found[ids[1]] >= {"mencabut", "dicabut", "mengubah", "versi"}


def large_corpus(size: int) -> tuple[dict[str, Identity], Iterable[Link]]:
    """Return a corpus of acts that each cite sixty others."""
    ids = [f"perda/nusa-kencana/{1950 + n % 70}/{n}" for n in range(size)]
    identities = {id_: identity_of(id_, f"PENGELOLAAN HAL NOMOR {id_}") for id_ in ids}
    links = [
        Link(id_, ids[(n * 7 + step) % size], Role.DASAR_HUKUM if step else Role.MENGUBAH)
        for n, id_ in enumerate(ids)
        for step in range(60)
    ]
    return identities, links


def test_a_draft_is_related_to_every_regulation() -> None:
    """Five thousand regulations with many links each get a relation, whatever they cite."""
    identities, links = large_corpus(5000)
    register = Register(identities, links)

    found = register.relate(DRAFT, Identity("pergub", "nusa-kencana", tentang="Sampah"))

    assert set(found) == set(identities)
