"""Quantities: what is measured, how much, and on which side the limit lies."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regcheck.parse.norms.quantities import find_quantities

DAY_WORDS = {3: "tiga", 7: "tujuh", 12: "dua belas", 14: "empat belas", 21: "dua puluh satu",
             30: "tiga puluh", 60: "enam puluh", 100: "seratus"}  # fmt: skip


def read(text: str) -> list[tuple[float, str, str]]:
    """Return value, unit and bound of every quantity, values to six digits."""
    return [(round(one.value, 6), one.unit, one.bound) for one in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paling lama 30 (tiga puluh) hari kerja", (30, "workday", "le")),
        ("paling lama 30 (tiga puluh) hari kalender", (30, "day", "le")),
        ("dalam tiga puluh hari", (30, "day", "eq")),
        ("selama 2 (dua) minggu", (14, "day", "eq")),
        ("paling singkat 6 (enam) bulan", (6, "month", "ge")),
        ("masa jabatan 5 tahun", (5, "year", "eq")),
        ("paling lambat 1 x 24 (satu kali dua puluh empat) jam", (24, "hour", "le")),
        ("dalam 3x24 jam", (72, "hour", "eq")),
        ("paling lama 30 (tiga puluh) menit", (0.5, "hour", "le")),
        ("setelah pukul 18.30", (18.5, "clock", "eq")),
        ("setengah bulan", (0.5, "month", "eq")),
        ("7 (tujuh hari)", (7, "day", "eq")),
        ("4(empat) tahun", (4, "year", "eq")),
        ("paling rendah 17 tahun 6 bulan", (210, "month", "ge")),
        ("paling lama 1 (satu) tahun dan 6 (enam) bulan", (18, "month", "le")),
        ("paling lama 14 (empat belas) hari kcrja", (14, "workday", "le")),
        ("dua pertiga dari jumlah anggota", (0.666667, "part", "eq")),
        ("paling sedikit setengah dari jumlah suara", (0.5, "part", "ge")),
    ],
)
def test_times(text: str, expected: tuple[float, str, str]) -> None:
    """Days, working days, months and years stay apart; shorter and longer times are converted."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rp50.000.000,00 (lima puluh juta rupiah)", 50_000_000),
        ("Rp 50.000.000,-", 50_000_000),
        ("Rp. 1.000.000,-", 1_000_000),
        ("Rp50 juta", 50_000_000),
        ("Rp1,5 miliar", 1_500_000_000),
        ("Rp1.000.00O,0O (satu juta rupiah)", 1_000_000),
        ("Rp1.000.00O,0O", 1_000_000),
        ("Rp 1 0.000.000,00 (sepuluh juta rupiah)", 10_000_000),
        ("Rp1.5OO.0OO,00 (satujuta lima ratus ribu rupiah)", 1_500_000),
        ("Rp500.000,00 (lima ratus rlbu rupiah)", 500_000),
        ("RP5.000", 5_000),
        ("2.000.000,- (dua juta rupiah)", 2_000_000),
        ("750.000 rupiah", 750_000),
        ("12 (dua belas) juta rupiah", 12_000_000),
        ("lima juta rupiah", 5_000_000),
    ],
)
def test_money(text: str, value: float) -> None:
    """Every way to write an amount gives the amount; words beat broken digits."""
    assert read(text) == [(value, "rupiah", "eq")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,2% (satu koma dua persen)", (1.2, "percent", "eq")),
        ("25 persen", (25, "percent", "eq")),
        ("66 % (enam puluh enam persen)", (66, "percent", "eq")),
        ("paling tinggi 10% (sepuluh per seratus)", (10, "percent", "le")),
        ("5 (lima) permil", (0.5, "percent", "eq")),
        ("500 (lima ratus) meter", (500, "meter", "eq")),
        ("2 (dua) kilometer", (2_000, "meter", "eq")),
        ("15 cm", (0.15, "meter", "eq")),
        ("21.615 ha", (216_150_000, "square meter", "eq")),
        ("200 m2", (200, "square meter", "eq")),
        ("40 (empat puluh) km/jam", (40, "km/h", "eq")),
        ("8 (delapan) ton", (8_000, "kilogram", "eq")),
        ("lebih dari 2/3 (dua pertiga) anggota", (0.666667, "part", "ge")),
        ("paling banyak 5 (lima) orang", (5, "orang", "le")),
        ("3 (tiga) kali", (3, "kali", "eq")),
        ("7 (tujuh) ekor", (7, "ekor", "eq")),
        ("2 (dua) dermaga", (2, "dermaga", "eq")),
        ("berusia paling rendah 17 (tujuh belas) tahun", (17, "year", "ge")),
        ("sekurang-kurangnya dua orang", (2, "orang", "ge")),
    ],
)
def test_shares_lengths_and_counts(text: str, expected: tuple[float, str, str]) -> None:
    """Units of measure are converted to one; counted nouns are the unit themselves."""
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("paling lama", "le"), ("paling lambat", "le"), ("paling banyak", "le"),
        ("paling tinggi", "le"), ("paling jauh", "le"), ("selambat-lambatnya", "le"),
        ("selama-lamanya", "le"), ("setinggi-tingginya", "le"), ("sebanyak-banyaknya", "le"),
        ("maksimal", "le"), ("maksimum", "le"), ("kurang dari", "le"), ("di bawah", "le"),
        ("tidak lebih dari", "le"), ("tidak boleh lebih dari", "le"), ("tidak melebihi", "le"),
        ("paling sedikit", "ge"), ("paling singkat", "ge"), ("paling rendah", "ge"),
        ("paling kurang", "ge"), ("paling dekat", "ge"), ("paling cepat", "ge"),
        ("sekurang-kurangnya", "ge"), ("serendah-rendahnya", "ge"), ("minimal", "ge"),
        ("sedikitnya", "ge"), ("lebih dari", "ge"), ("melebihi", "ge"), ("tidak kurang dari", "ge"),
        ("paling lama dalam jangka waktu", "le"), ("sebesar", "eq"), ("selama", "eq"),
        ("paling lama diberikan kepada", "eq"),
    ],
)  # fmt: skip
def test_bounds(words: str, bound: str) -> None:
    """The words before a number say on which side the limit lies (Lampiran II nos. 255-256)."""
    assert read(f"ditetapkan {words} 30 (tiga puluh) hari") == [(30, "day", bound)]


@pytest.mark.parametrize(
    "text",
    [
        "sebagaimana dimaksud dalam Pasal 5 ayat (1) huruf a angka 3",
        "Undang-Undang Nomor 5 Tahun 2017 tentang Pemajuan Kebudayaan",
        "Peraturan Daerah Nomor 3 Tahun 2012 dan Nomor 7 Tahun 2013",
        "Tahun Anggaran 2018",
        "pada tanggal 1 Mei 2025 sampai dengan tanggal 30 Juni 2025",
        "paling lambat 31 Desember",
        "BAB 5 Bagian 2",
        "Pasal 12A",
        "jenis, syarat, dan tata cara",
        "antara satu papan dan papan lainnya",
        "kendaraan golongan 2",
        "tahun 2019",
    ],
)
def test_labels_years_and_dates_are_no_quantities(text: str) -> None:
    """A number that only names something measures nothing."""
    assert read(text) == []


def test_quantities_come_in_order_with_their_place() -> None:
    """Each span covers digits, words and unit as printed."""
    text = (
        "penjara paling singkat 3 (tiga) tahun dan paling lama 5 (lima) tahun dan denda paling "
        "banyak Rp100.000.000,00 (seratus juta rupiah)"
    )

    found = find_quantities(text)

    assert [text[one.span.start : one.span.end] for one in found] == [
        "3 (tiga) tahun",
        "5 (lima) tahun",
        "Rp100.000.000,00 (seratus juta rupiah)",
    ]
    assert [one.bound for one in found] == ["ge", "le", "le"]


def test_a_range_shares_its_unit() -> None:
    """The unit after the second number is also that of the first."""
    assert [one[:2] for one in read("3 (tiga) sampai dengan 5 (lima) tahun")] == [
        (3, "year"),
        (5, "year"),
    ]
    assert read("paling sedikit 7 dan paling banyak 11 orang") == [
        (7, "orang", "ge"),
        (11, "orang", "le"),
    ]


@given(st.sampled_from(sorted(DAY_WORDS)), st.sampled_from(["hari", "hari kerja", "bulan"]))
def test_reformatting_never_changes_a_quantity(number: int, unit: str) -> None:
    """Digits with words, digits alone, words alone, tight or wide: one quantity."""
    spelt = DAY_WORDS[number]
    forms = (
        f"paling lama {number} ({spelt}) {unit} sejak",
        f"paling lama {number}({spelt}) {unit} sejak",
        f"paling lama {number} {unit} sejak",
        f"paling lama {spelt} {unit} sejak",
        f"PALING LAMA {number} ({spelt.upper()}) {unit.upper()} SEJAK",
        f"paling lama {number} ({spelt} {unit.split(maxsplit=1)[0]}) {unit} sejak",
    )

    assert len({tuple(read(form)) for form in forms}) == 1


@given(st.integers(1, 10**12))
def test_money_is_read_in_any_form(amount: int) -> None:
    """Blanks after Rp, cents and dashes do not change an amount."""
    grouped = f"{amount:,}".replace(",", ".")
    forms = (f"Rp{grouped},00", f"Rp {grouped},00", f"Rp. {grouped},-", f"Rp{grouped}")

    assert {tuple(read(f"sebesar {form}.")) for form in forms} == {((amount, "rupiah", "eq"),)}


@given(st.text(alphabet="0123456789 ().,%/Rpxhari dua puluh\n-", max_size=200))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    """Whatever the text, spans are ordered, disjoint and not empty."""
    found = find_quantities(text)

    ends = [0, *(one.span.end for one in found)]
    assert all(ends[n] <= one.span.start < one.span.end for n, one in enumerate(found))
    assert ends[-1] <= len(text)


@pytest.mark.parametrize(
    "piece", ["1.", "Rp1", "(satu", "dua puluh ", "1 x ", "sebesar ", "30 (", "paling "]
)
def test_a_long_line_takes_linear_time(piece: str) -> None:
    """A line of 50,000 characters, however odd, is read in seconds."""
    started = time.perf_counter()

    find_quantities(piece * (50_000 // len(piece)))

    assert time.perf_counter() - started < 5
