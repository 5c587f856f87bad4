"""Legal bases: rank, order, gazettes, amendments, and what a Perda must cite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from regcheck.check.basis import find_basis_faults
from regcheck.domain import (
    Case,
    Citation,
    Finding,
    Head,
    Identity,
    Kind,
    Line,
    Link,
    Regulation,
    RegulationId,
    Role,
    Source,
    SourceText,
    Span,
    Standing,
    Status,
    Unit,
)

ID, PLACE = "perda/riau/2026/rancangan-0123abcd", "riau"
GAZETTE = "(Lembaran Negara Tahun 2000 Nomor 1, Tambahan Lembaran Negara Nomor 2);"
UUD = ("Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;", "uud/1945")
FOUNDING = (f"Undang-Undang Nomor 4 Tahun 1999 tentang Pembentukan Provinsi Riau {GAZETTE}",
            "uu/1999/4")  # fmt: skip
LOCAL = (f"Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah {GAZETTE}", "uu/2014/23")
GOOD = (UUD, FOUNDING, LOCAL)
Item = tuple[str, ...]


def make(items: Sequence[Item], jenis: str = "perda", year: str = "", body: str = "") -> Regulation:
    """Return a draft with these legal bases: words, then the acts that they name."""
    lines = ["Mengingat :", *(f"{n}. {item[0]}" for n, item in enumerate(items, 1))]
    lines += ["Pasal 9", body] if body else []
    text = "\n".join(lines)
    id_ = ID.replace("perda", jenis)
    units, citations, position = [], [], len(lines[0]) + 1
    for number, (line, item) in enumerate(zip(lines[1:], items, strict=False), 1):
        key = f"{id_}#mengingat/angka-{number}"
        span = Span(position, position + len(line))
        units.append(Unit(key, Kind.ANGKA, str(number), "", span, f"{id_}#mengingat"))
        for order, act in enumerate(item[1:]):
            role = Role.MERUJUK if order else Role.DASAR_HUKUM
            start = position + 3 + 40 * order
            citations.append(Citation(Span(start, start + 5), key, role, act))
        position += len(line) + 1
    units.insert(0, Unit(f"{id_}#mengingat", Kind.MENGINGAT, "", "", Span(0, position), ""))
    if body:
        pasal = Unit(f"{id_}#pasal-9", Kind.PASAL, "9", "", Span(position, len(text)), "")
        units.append(pasal)
    source = SourceText(tuple(Line(line, 1) for line in lines), Source("a.txt", "0" * 64, 1, "t"))
    identity = Identity(jenis, PLACE, "9" if year else "", year, "Terminal", draft=not year)
    return Regulation(id_, identity, source, tuple(units), tuple(citations))


def check(
    draft: Regulation, corpus: Sequence[str] = (), links: Sequence[Link] = ()
) -> list[Finding]:
    """Return the faults of a draft beside a corpus."""
    heads = {}
    for id_ in corpus:
        parts = RegulationId.from_str(id_)
        title = "Perubahan atas Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi"
        identity = Identity(parts.jenis, parts.wilayah, parts.nomor, parts.tahun, title)
        heads[id_] = Head(id_, identity, "", id_, 1, 1, 1.0, 1.0, Standing(id_, Status.BERLAKU))
    case = Case(draft, {}, (), {}, heads, {}, {}, tuple(links))
    return list(find_basis_faults(case))


def codes(found: Sequence[Finding]) -> list[str]:
    """Return the codes of findings."""
    return [one.code for one in found]


def test_good_bases_give_no_finding() -> None:
    """By rank, then by date, each with its gazette."""
    perda = f"Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi {GAZETTE}"

    assert check(make((*GOOD, (perda, f"perda/{PLACE}/2014/2")))) == []


def test_a_lower_basis() -> None:
    """A Pergub cannot carry a Perda of its province; a minister's rule is left alone."""
    items = (*GOOD, ("Peraturan Gubernur Nomor 3 Tahun 2015;", f"pergub/{PLACE}/2015/3"))
    (found,) = check(make(items))
    assert (found.code, found.left.key) == ("R-07", f"{ID}#mengingat/angka-4")

    minister = ("Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015;", "permendagri/2015/80")
    assert check(make((*GOOD, minister))) == []
    abroad = ("Peraturan Gubernur Lain Nomor 3 Tahun 2015;", "pergub/lain/2015/3")
    assert check(make((*GOOD, abroad))) == []


@pytest.mark.parametrize(
    ("swapped", "codes_"),
    [((UUD, LOCAL, FOUNDING), ["M-07"]), ((FOUNDING, UUD, LOCAL), ["M-07"]), (GOOD, [])],
)
def test_the_order_of_bases(swapped: tuple[Item, ...], codes_: list[str]) -> None:
    """An older statute behind a newer one, or the constitution behind a statute."""
    assert codes(check(make(swapped))) == codes_


def test_what_a_perda_must_cite() -> None:
    """Each missing basis is named, in one row; a Pergub need not cite them."""
    others = tuple(
        (f"Undang-Undang Nomor {n} Tahun 200{n} tentang Hal {GAZETTE}", f"uu/200{n}/{n}")
        for n in (1, 2, 3)
    )
    (found,) = check(make(others))

    assert found.code == "M-08"
    assert "Pasal 18 ayat (6)" in found.reason
    assert "pembentukan daerah" in found.reason
    assert "UU Nomor 23 Tahun 2014" in found.reason
    assert check(make(others, "pergub")) == []
    unknown = replace(make(others), identity=Identity("perda", "sagara-raya", draft=True))
    assert "pembentukan daerah" not in check(unknown)[0].reason
    assert check(make(others[:2])) == []


def test_a_basis_without_its_gazette() -> None:
    """Old acts and rules without a gazette in brackets are told apart."""
    bare = ("Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Hal;", "pp/2019/12")
    (found,) = check(make((*GOOD, bare)))
    assert (found.code, "Mengingat angka 4" in found.reason) == ("M-09", True)

    old = ("Peraturan Pemerintah Nomor 32 Tahun 1950 tentang Hal;", "pp/1950/32")
    assert check(make((*GOOD, old))) == []
    misread = ("Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Hal l-embaran 5;", "pp/2019/12")
    assert check(make((*GOOD, misread))) == []


def test_an_amendment_that_is_not_named() -> None:
    """The corpus holds it; naming it, or a later one, is enough."""
    base, first, second = (f"perda/{PLACE}/{rest}" for rest in ("2014/2", "2018/4", "2020/1"))
    words = f"Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi {GAZETTE}"
    links = [Link(first, base, Role.MENGUBAH), Link(second, f"{base}#pasal-3", Role.MENGUBAH)]

    (found,) = check(make((*GOOD, (words, base))), (base, first, second), links)
    assert found.code == "R-02"
    assert found.right is not None
    assert found.right.key == second
    assert check(make((*GOOD, (words, base, first, second))), (first, second), links) == []
    assert codes(check(make((*GOOD, (words, base, first))), (first, second), links)) == ["R-02"]
    assert check(make((*GOOD, (words, base))), (), links) == []


def test_amendments_that_do_not_count() -> None:
    """A later one than the text, one of another rank, and what could not be read."""
    base, later = f"perda/{PLACE}/2014/2", f"perda/{PLACE}/2018/4"
    words = f"Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi {GAZETTE}"
    link = Link(later, base, Role.MENGUBAH)
    assert check(make((*GOOD, (words, base)), year="2017"), (later,), [link]) == []

    lower = f"pergub/{PLACE}/2018/4"
    links = [Link(lower, base, Role.MENGUBAH)]
    assert check(make((*GOOD, (words, base))), (lower,), links) == []
    unread = words.replace(";", " sebagaimana telah diubah dengan Peraturan Daerah Nomor l;")
    assert check(make((*GOOD, (unread, base))), (later,), [link]) == []


def test_a_basis_that_the_draft_repeals() -> None:
    """Named among the bases and repealed in the closing article."""
    base = f"perda/{PLACE}/2014/2"
    words = f"Peraturan Daerah Nomor 2 Tahun 2014 tentang Retribusi {GAZETTE}"
    draft = make((*GOOD, (words, base)), body="Peraturan Daerah Nomor 2 Tahun 2014 dicabut.")
    repeal = Citation(Span(0, 5), f"{ID}#pasal-9", Role.MENCABUT, base)
    (found,) = check(replace(draft, citations=(*draft.citations, repeal)))

    assert found.code == "R-01"
    assert "Pasal 9" in found.reason


def test_an_item_whose_name_was_not_read_is_no_basis() -> None:
    """If the first act found stands far inside, the item's own name was lost."""
    draft = make((UUD, FOUNDING, ("3Undang-Undang Nomor 12 Tahun 2011 tentang Hal", "uu/2019/15"),
                  LOCAL))  # fmt: skip
    moved = tuple(
        replace(one, span=Span(one.span.start + 60, one.span.end + 60))
        if one.target == "uu/2019/15" else one
        for one in draft.citations
    )  # fmt: skip

    assert check(replace(draft, citations=moved)) == []


def test_older_acts_did_not_know_the_manual() -> None:
    """Acts before 2012 are not measured by it."""
    items = (LOCAL, UUD, ("Undang-Undang Nomor 5 Tahun 1974;", "uu/1974/5"))

    assert check(make(items, year="2003")) == []
