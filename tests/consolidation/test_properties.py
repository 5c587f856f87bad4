"""What holds for any base and any amendments: nothing is lost, order is time, undoing restores."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from regcheck.domain import Regulation
from regcheck.domain.consolidation import Act, Changes, Consolidated
from regcheck.law import as_regulation, consolidate, lost_units
from tests.consolidation.conftest import make_act, make_base

WORDS = ("kapal", "dermaga", "retribusi", "gubernur", "petugas", "muatan", "izin", "sandar")
sentences = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map(
    lambda words: f"Setiap {' '.join(words)}."
)
#: The ayat of a pasal: none for a plain sentence.
bodies = st.lists(sentences, min_size=1, max_size=3)
#: The generated pasal stand behind some that nobody changes.
OPS = ("replace", "insert", "delete", "reword")
#: Operations on a pasal that has ayat.
AYAT_OPS = ("replace-ayat", "insert-ayat", "delete-ayat", "reword-ayat")
OPENING, FIRST = "Pasal 1\nUmum satu.\nPasal 2\nUmum dua.\nPasal 3\nUmum tiga.\n", 4


@dataclass(frozen=True, slots=True)
class Change:
    """One generated operation: the pasal that is changed, or behind which one is put."""

    op: str
    pasal: int
    body: tuple[str, ...]


@st.composite
def changes(draw: st.DrawFn, pasal: list[list[str]], *, ayat: bool = False) -> list[Change]:
    """Draw operations on different pasal of a base, on single ayat too if asked for."""
    last = FIRST + len(pasal) - 1
    numbers = draw(st.lists(st.integers(FIRST, last), min_size=1, max_size=len(pasal), unique=True))
    return [
        Change(
            draw(st.sampled_from(OPS + AYAT_OPS * (ayat and len(pasal[number - FIRST]) > 1))),
            number,
            tuple(draw(bodies)),
        )
        for number in sorted(numbers)
    ]


def print_pasal(label: str, body: tuple[str, ...] | list[str]) -> str:
    """Print a pasal with its ayat, or with its only sentence."""
    if len(body) == 1:
        return f"Pasal {label}\n{body[0]}\n"
    ayat = "".join(f"({number}) {words}\n" for number, words in enumerate(body, start=1))
    return f"Pasal {label}\n{ayat}"


def print_base(pasal: list[list[str]]) -> Regulation:
    """Print and parse a base."""
    body = "".join(print_pasal(str(n), one) for n, one in enumerate(pasal, start=FIRST))
    return make_base(OPENING + body)


def print_change(number: int, change: Change) -> str:
    """Print an instruction with what it quotes."""
    label = str(change.pasal)
    if change.op in AYAT_OPS:
        return f"{number}. {order_on_ayat(change)}"
    if change.op == "delete":
        return f"{number}. Pasal {label} dihapus.\n"
    if change.op == "reword":
        return f"{number}. {print_words(label, 'Setiap', 'Semua')}"
    if change.op == "replace":
        order = f"Ketentuan Pasal {label} diubah sehingga Pasal {label} berbunyi sebagai berikut:"
        return f"{number}. {order}\n{print_pasal(label, change.body)}"
    new = f"{label}A"
    order = (
        f"Di antara Pasal {label} dan Pasal {change.pasal + 1} disisipkan 1 (satu) pasal, yakni "
        f"Pasal {new} yang berbunyi sebagai berikut:"
    )
    return f"{number}. {order}\n{print_pasal(new, change.body)}"


def order_on_ayat(change: Change) -> str:
    """Print an order about one ayat; it names only that, or prints only that."""
    label, words = change.pasal, change.body[0]
    orders = {
        "replace-ayat": f"Ketentuan ayat (1) Pasal {label} diubah sehingga berbunyi sebagai "
        f"berikut:\n(1) {words}\n",
        "insert-ayat": f"Di antara ayat (1) dan ayat (2) Pasal {label} disisipkan 1 (satu) ayat, "
        f"yakni ayat (1a) yang berbunyi sebagai berikut:\n(1a) {words}\n",
        "delete-ayat": f"Ketentuan Pasal {label} ayat (2) dihapus.\n",
        "reword-ayat": f"Kata “Setiap” dalam Pasal {label} ayat (2) diubah menjadi “Semua”.\n",
    }
    return orders[change.op]


def undo_on_ayat(change: Change, old: list[str]) -> str:
    """Print the order that takes a change of one ayat back."""
    label = change.pasal
    if change.op == "replace-ayat":
        return order_on_ayat(Change(change.op, label, (old[0],)))
    if change.op == "insert-ayat":
        return f"Pasal {label} ayat (1a) dihapus.\n"
    if change.op == "reword-ayat":
        return f"Kata “Semua” dalam Pasal {label} ayat (2) diubah menjadi “Setiap”.\n"
    return (
        f"Ketentuan ayat (2) Pasal {label} diubah sehingga berbunyi sebagai berikut:\n"
        f"(2) {old[1]}\n"
    )


def print_words(label: str, old: str, new: str) -> str:
    """Print an order to put one word for another."""
    return f"Kata “{old}” dalam Pasal {label} diubah menjadi kata “{new}”.\n"


def print_act(found: list[Change], tahun: int = 2018) -> Act:
    """Print and parse an amending act."""
    items = "".join(print_change(number, one) for number, one in enumerate(found, start=1))
    return make_act(items, tahun=tahun)


def undo(change: Change, pasal: list[list[str]]) -> str:
    """Print the instruction that takes a change back."""
    label = str(change.pasal)
    if change.op in AYAT_OPS:
        return undo_on_ayat(change, pasal[change.pasal - FIRST])
    if change.op == "insert":
        return f"Pasal {label}A dihapus.\n"
    if change.op == "reword":
        return print_words(label, "Semua", "Setiap")
    old = print_pasal(label, pasal[change.pasal - FIRST])
    order = f"Ketentuan Pasal {label} diubah sehingga Pasal {label} berbunyi sebagai berikut:"
    return f"{order}\n{old}"


def words_in_force(found: Consolidated) -> dict[str, str]:
    """Return the words of every unit that is not gone, by path."""
    return {
        unit.path: " ".join(unit.wording.text.split()) for unit in found.units if not unit.is_gone
    }


bases = st.lists(bodies, min_size=2, max_size=4)


@given(st.data(), bases)
@settings(max_examples=30)
def test_an_amendment_and_its_inverse_are_the_identity(
    data: st.DataObject, pasal: list[list[str]]
) -> None:
    """What is in force after both is what was in force before; deleted numbers stay empty."""
    base = print_base(pasal)
    found = data.draw(changes(pasal, ayat=True))
    items = "".join(f"{n}. {undo(one, pasal)}" for n, one in enumerate(found, start=1))
    inverse = make_act(items, nomor=9, tahun=2020)
    act = print_act(found)
    once, both = consolidate(base, Changes((act,))), consolidate(base, Changes((act, inverse)))

    assert words_in_force(both) == words_in_force(consolidate(base))
    assert all(remark.applied for remark in both.remarks)
    changed = [one for one in found if print_act([one]).operations[0].amendment.op != "replace"]
    assert not changed or words_in_force(once) != words_in_force(consolidate(base))


@given(st.data(), bases)
@settings(max_examples=30)
def test_nothing_is_lost_and_every_change_stands(
    data: st.DataObject, pasal: list[list[str]]
) -> None:
    """Every unit is in the text or among its wordings; each change is what the act printed."""
    base = print_base(pasal)
    found = data.draw(changes(pasal))
    act = print_act(found)
    result = consolidate(base, Changes((act,)))
    words = words_in_force(result)

    assert lost_units(result, base, (act,)) == ()
    for change in found:
        path = f"pasal-{change.pasal}{'A' if change.op == 'insert' else ''}"
        assert (path in words) == (change.op != "delete")
        if change.op != "delete":
            text = " ".join(result.text_of(f"{base.id}#{path}").split())
            body = pasal[change.pasal - FIRST] if change.op == "reword" else change.body
            printed = " ".join(print_pasal(path.removeprefix("pasal-"), body).split())
            assert text == (
                printed.replace("Setiap", "Semua") if change.op == "reword" else printed
            )


@given(st.data(), bases)
@settings(max_examples=25)
def test_the_order_is_that_of_the_dates(data: st.DataObject, pasal: list[list[str]]) -> None:
    """Acts may be given in any order, and twice; before the first of them the base stands."""
    base = print_base(pasal)
    first, second = (print_act(data.draw(changes(pasal)), tahun=tahun) for tahun in (2016, 2020))
    forward = consolidate(base, Changes((first, second)))
    backward = consolidate(base, Changes((second, first, second)))
    early = consolidate(base, Changes((first, second)), "2016-05-02")
    between = consolidate(base, Changes((first, second)), "2019-12-31")

    assert forward.units == backward.units
    assert forward.earlier == backward.earlier
    assert as_regulation(early).text == base.text
    assert between.units == consolidate(base, Changes((first,))).units


@given(st.data(), bases)
@settings(max_examples=25)
def test_what_is_printed_again_changes_nothing(data: st.DataObject, pasal: list[list[str]]) -> None:
    """Replacing a pasal by its own words twice gives the same text, and no unit counts as new."""
    base = print_base(pasal)
    number = data.draw(st.integers(FIRST, FIRST + len(pasal) - 1))
    same = Change("replace", number, tuple(pasal[number - FIRST]))
    once = consolidate(base, Changes((print_act([same]),)))

    assert words_in_force(once) == words_in_force(consolidate(base))
    assert {unit.wording.op for unit in once.units} == {"base"}
    assert once.earlier == ()
