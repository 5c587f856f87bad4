"""Regions: the table, the ways a region is written, and who contains whom."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.regions import (
    KAB,
    KOTA,
    PROVINSI,
    Region,
    all_regions,
    comparable,
    contains,
    find_region,
    level_of,
    province_of,
    region_name,
    region_slug,
)

SLUGS = [region.slug for region in all_regions()]


def test_the_table_has_every_region_once() -> None:
    """38 provinces, 416 kabupaten and 98 kota, the administrative ones of Jakarta included."""
    assert Counter(region.level for region in all_regions()) == {PROVINSI: 38, KAB: 416, KOTA: 98}
    assert len(set(SLUGS)) == len(SLUGS)


@pytest.mark.parametrize("region", all_regions(), ids=lambda region: region.slug)
def test_every_region_is_found_however_it_is_printed(region: Region) -> None:
    """In full, in capitals, without spaces, and with the words of the old law, the slug is one."""
    found = find_region(region.slug)
    assert found is not None
    old = {PROVINSI: "Propinsi Daerah Tingkat I", KAB: "Kabupaten Daerah Tingkat II"}
    word = {PROVINSI: "Provinsi", KAB: "Kabupaten", KOTA: "Kota"}[found.level]

    spellings = (
        f"{word} {found.name}",
        f"{word} {found.name}".upper(),
        f"{word} {found.name.replace(' ', '')}",
        f"{old.get(found.level, 'Kotamadya Daerah Tingkat II')} {found.name}",
        f"Pemerintah Daerah {word} {found.name}",
    )
    assert {region_slug(spelling) for spelling in spellings} == {found.slug}
    assert region_slug(found.name, found.level) == found.slug
    assert region_slug(region_name(found.slug)) == found.slug
    assert contains(found.province, found.slug) is (found.level != PROVINSI)


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Provinsi Sulawesi Utara", "sulawesi-utara"),
        ("PROVINSI SULAWESl UTARA", "sulawesi-utara"),
        ("Prov. Riau", "riau"),
        ("Provsu", "sumatera-utara"),
        ("DKI", "daerah-khusus-ibukota-jakarta"),
        ("Daerah Khusus Jakarta", "daerah-khusus-ibukota-jakarta"),
        ("DIY", "daerah-istimewa-yogyakarta"),
        ("D.I. Yogyakarta", "daerah-istimewa-yogyakarta"),
        ("Daerah Istimewa Yogyakarta", "daerah-istimewa-yogyakarta"),
        ("Kota Yogyakarta", "kota-yogyakarta"),
        ("KABUPATEN KULONPROGO", "kab-kulon-progo"),
        ("Kab. Kulon Progo", "kab-kulon-progo"),
        ("Kabupaten Daerah Tingkat II Kulon Progo", "kab-kulon-progo"),
        ("Propinsi Djawa Tengah", "jawa-tengah"),
        ("Kotapraja Surabaya", "kota-surabaya"),
        ("Medan", "kota-medan"),
        ("Kotabaru", "kab-kotabaru"),
        ("Irian Jaya", "papua"),
        ("Provinsi Nusa Kencana", "nusa-kencana"),
        ("Kabupaten Tirta Kencana", "kab-tirta-kencana"),
        ("Bandung", "bandung"),
    ],
)
def test_names_become_slugs(printed: str, slug: str) -> None:
    """Real and invented names; a bare name borne by a kabupaten and a kota belongs to neither."""
    assert region_slug(printed) == slug


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Kabupaten Daerah Tingkat II Sangihe Talaud", "kab-kepulauan-sangihe"),
        ("Kotamadya Daerah Tingkat II Ujung Pandang", "kota-makassar"),
        ("Kabupaten Limapuluh Kota", "kab-lima-puluh-kota"),
        ("Kabupaten Kota Baru", "kab-kotabaru"),
        ("Kabupaten/Kota Bandung", "kota-bandung"),
        ("Kabupaten OKU Timur", "kab-ogan-komering-ulu-timur"),
        ("Propinsi Irian Jaya", "papua"),
        ("Kabupaten Maluku Tenggara Barat", "kab-kepulauan-tanimbar"),
    ],
)
def test_old_and_short_names_are_known(printed: str, slug: str) -> None:
    """A region is the same under the name it had before, or has for short."""
    assert region_slug(printed) == slug


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ("bali", "bali", True),
        ("bali", "kota-denpasar", True),
        ("bali", "", True),
        ("", "kab-badung", True),
        ("bali", "riau", False),
        ("kab-badung", "kota-denpasar", False),
        ("nusa-kencana", "nusa-kencana", True),
        ("nusa-kencana", "kab-badung", False),
    ],
)
def test_rules_meet_where_a_region_contains_another(left: str, right: str, meet: bool) -> None:
    """Equal, one inside the other, or one national."""
    assert comparable(left, right) is comparable(right, left) is meet


@given(st.sampled_from([*SLUGS, "", "nusa-kencana"]), st.sampled_from([*SLUGS, "", "kab-entah"]))
def test_containing_is_an_order(outer: str, inner: str) -> None:
    """Nothing contains itself, and two regions do not contain each other."""
    assert not (contains(outer, inner) and contains(inner, outer))
    assert not contains(outer, outer)


@given(st.text(max_size=40), st.sampled_from(["", PROVINSI, KAB, KOTA]))
def test_any_name_gives_a_slug_of_plain_letters(name: str, level: str) -> None:
    """An id never breaks on a strange name."""
    slug = region_slug(name, level)

    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert level_of(slug) in ("", PROVINSI, KAB, KOTA)
    assert province_of(slug) in ("", slug, *SLUGS)
