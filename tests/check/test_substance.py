"""The model of substance: what makes a pair likely, what sets it aside, and how it is explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.check.features import FEATURES, meet
from regcheck.check.overlap import Matter
from regcheck.check.substance import (
    LIKELY,
    acts_code,
    explain,
    find_substantive,
    judge,
    model,
    pair_code,
    probability_of,
)
from regcheck.check.words import weigh
from regcheck.domain import Kind, Modality, Norm, Pair, Passage, Quantity, Relation, Span, Status
from regcheck.settings import Settings

ACT, OTHER = "perda/sagara-raya/2018/4", "uu/2014/30"
LEFT, RIGHT = f"{ACT}#pasal-4", f"{OTHER}#pasal-8"
PLAIN = Norm((), Modality.WAJIB, "edia", ("ruang",), ())
ABOVE = Relation(frozenset(), "lebih tinggi", firm=True, comparable=True)
BESIDE = Relation(frozenset(), "setingkat", firm=True, comparable=True)
CARRIED = Relation(frozenset({"melaksanakan"}), "lebih tinggi", firm=True, comparable=True)
NURSING = "Pengelola terminal wajib menyediakan ruang tunggu khusus ibu menyusui di dekat peron."
KIOSK = "Pedagang wajib menutup kios paling lambat pada malam hari dan mengunci pintu pasar."
MODEL = Path(__file__).resolve().parents[2] / "models" / "overlap" / "pairs.tsv"


def matter(
    left: str,
    right: str,
    titles: tuple[str, str] = ("Penyelenggaraan Terminal", "Terminal"),
    norms: tuple[Norm, Norm] = (PLAIN, PLAIN),
    kind: Kind = Kind.PASAL,
) -> Matter:
    """Put two texts of two regulations together."""
    passages = {key: Passage(key, kind, text, 1) for key, text in ((LEFT, left), (RIGHT, right))}
    names = dict(zip((ACT, OTHER), titles, strict=True))
    frames = dict(zip((LEFT, RIGHT), norms, strict=True))
    return Matter(passages, frames, names, weigh(passages.values()))


def pair(score: float = 0.9, spread: int = 0) -> Pair:
    """Return the pair of the two texts."""
    return Pair(LEFT, RIGHT, score, score, spread)


def test_a_copied_duty_of_a_higher_act_on_one_subject_is_likely() -> None:
    """Same words, same subject, other rank: the overlap a lawyer looks for."""
    opinion = judge(pair(), matter(NURSING, NURSING), ABOVE)

    assert opinion.code == "T-01"
    assert opinion.probability >= LIKELY
    assert opinion.weight == opinion.probability


def test_one_pattern_about_two_objects_is_less_likely() -> None:
    """Siblings name an object each; the pattern around it proves nothing."""
    texts = (
        "Hak memakai lencana kebaktian sosial dicabut apabila pemegang dipidana.",
        "Hak memakai lencana perintis kelautan dicabut apabila pemegang dipidana.",
    )
    titles = ("Lencana Kebaktian Sosial", "Lencana Perintis Kelautan")
    sibling = judge(pair(0.6, 3), matter(*texts, titles), BESIDE)

    assert sibling.probability < judge(pair(), matter(NURSING, NURSING), ABOVE).probability
    assert sibling.probability < LIKELY


def told(
    texts: tuple[str, str], titles: tuple[str, str], spread: int = 0, share: float = 0.42
) -> bool:
    """Tell whether a lawyer would be told of two texts of a statute and a later one."""
    keys = ("uu/2019/4#pasal-4", "uu/2008/30#pasal-8")
    passages = {
        key: Passage(key, Kind.PASAL, text, 1) for key, text in zip(keys, texts, strict=True)
    }
    names = {key.partition("#")[0]: title for key, title in zip(keys, titles, strict=True)}
    national = Matter(passages, dict.fromkeys(keys, PLAIN), names, weigh(passages.values()))
    meeting = Pair(*keys, 0.9, 0.9, spread)
    return find_substantive(meeting, national, BESIDE, Settings(overlap_share=share)) is not None


def test_one_pattern_about_the_objects_of_two_titles_is_not_told() -> None:
    """Each text names the object of its own title where the other names its own."""
    texts = (KIOSK, KIOSK.replace("pasar", "terminal"))

    assert not told(texts, ("Penyelenggaraan Pasar", "Penyelenggaraan Terminal"))
    assert told((KIOSK, KIOSK), ("Penyelenggaraan Pasar", "Pasar Rakyat"))


def test_what_many_acts_say_is_told_within_one_field_only() -> None:
    """Acts that amend one rule time and again use one wording, and are no formula."""
    many = Settings().formula_spread

    assert told((KIOSK, KIOSK), ("Pasar", "Pengelolaan Pasar"), spread=many)
    assert not told((KIOSK, KIOSK), ("Pasar", "Terminal"), spread=many)


def test_texts_that_share_little_are_not_set_side_by_side() -> None:
    """The setting ``overlap_share`` is the least share of the shorter text."""
    titles = ("Pasar", "Pengelolaan Pasar")
    texts = (KIOSK, KIOSK.replace("mengunci pintu pasar", "memadamkan lampu lorong"))

    assert told((KIOSK, KIOSK), titles, share=0.9)
    assert not told(texts, titles, share=0.9)


def test_of_the_acts_of_a_region_the_rules_decide() -> None:
    """They bind the same people, whatever their titles say."""
    titles = ("Penyelenggaraan Pasar", "Terminal")

    assert find_substantive(pair(), matter(NURSING, NURSING, titles), BESIDE, Settings())


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        (("Narkotika", "Pelaksanaan Undang-Undang tentang Narkotika"), ""),
        (("Narkotika", "Cagar Budaya"), "N-03"),
    ],
)
def test_powers_of_investigation_are_a_formula_between_two_fields(
    titles: tuple[str, str], code: str
) -> None:
    """Within one field the same rule stands in two places."""
    text = "Penyidik pegawai negeri sipil berwenang menyita barang di gudang importir."

    assert pair_code(pair(), matter(text, text, titles), BESIDE) == code


def test_repeating_the_parent_is_told_and_stands_lower() -> None:
    """T-04 is a lesser fault than two rules that nobody linked."""
    opinion = judge(pair(), matter(NURSING, NURSING), CARRIED)

    assert opinion.code == "T-04"
    assert opinion.weight < opinion.probability


@pytest.mark.parametrize(
    ("left", "right", "relation", "kind", "code"),
    [
        ("Terminal adalah tempat.", "Terminal adalah tempat.", BESIDE, Kind.ANGKA, "N-03"),
        ("Terminal adalah tempat.", "Terminal adalah tempat.", CARRIED, Kind.ANGKA, "N-01"),
        ("Terminal adalah pangkalan bus.", "Terminal adalah halte.", BESIDE, Kind.ANGKA, "N-10"),
        (NURSING, "Cukup jelas.", BESIDE, Kind.PASAL, "N-03"),
        (NURSING, NURSING, BESIDE, Kind.PASAL, ""),
    ],
)
def test_what_can_be_no_overlap_is_named(
    left: str, right: str, relation: Relation, kind: Kind, code: str
) -> None:
    """Definitions and formulae are set aside with their reason."""
    assert pair_code(pair(), matter(left, right, kind=kind), relation) == code


def test_two_acts_of_which_one_is_repealed_are_versions() -> None:
    """Either side may be the repealed one."""
    titles = ("Terminal", "Terminal")
    gone, alive = Status.DICABUT, Status.BERLAKU

    assert acts_code(ABOVE, titles, (gone, alive)) == "N-07"
    assert acts_code(ABOVE, titles, (alive, gone)) == "N-07"
    assert acts_code(ABOVE, titles, (alive, alive)) == ""


def test_the_reason_names_words_subject_and_measures() -> None:
    """One line tells why a pair is listed, in either language."""
    three, five = (
        Norm((), Modality.WAJIB, "", (), (Quantity(n, "day", "le", Span(0, 1)),)) for n in (3, 5)
    )
    same = explain(pair(), matter(NURSING, NURSING, norms=(three, three)), ABOVE, "id")
    other = explain(pair(), matter(NURSING, NURSING, norms=(three, five)), ABOVE, "en")

    assert "pokok judul sama" in same
    assert "besaran sama" in same
    assert "tunggu" in same
    assert "DIFFER" in other
    assert "\n" not in same + other


@given(st.text(max_size=80), st.text(max_size=80), st.floats(0, 1), st.integers(0, 10_000))
def test_every_feature_is_a_share(left: str, right: str, score: float, spread: int) -> None:
    """Whatever the texts, features and probability stay in [0, 1]."""
    meeting = meet(pair(score, spread), matter(left, right), BESIDE)
    features = [feature(meeting) for feature in FEATURES.values()]

    assert all(0 <= value <= 1 for value in features)
    assert 0 <= probability_of(features) <= 1


def test_the_shipped_coefficients_fit_the_features() -> None:
    """Training data, coefficients and code speak of the same features in the same order."""
    head = MODEL.read_text(encoding="utf-8").partition("\n")[0].split("\t")

    assert head == ["source", "group", "label", "left", "right", *FEATURES]
    assert len(model()[1]) == len(FEATURES)
    assert json.dumps(model())
