"""One act that amends many: pasal of its own, each with instructions on another regulation.

The form is that of UU 12/2011 Lampiran II nos. 111b-111j (added by UU 13/2022): *Pasal 17.
Beberapa ketentuan dalam Undang-Undang Nomor ... diubah sebagai berikut:* with numbered items that
print pasal of the other act, whose numbers are often those of the act's own next pasal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import product

import pytest

from regcheck.domain import Kind, Regulation

Parse = Callable[[str], Regulation]

BASES = (
    ("4", "2001", "Peternakan Lebah"),
    ("11", "2003", "Kehutanan Rakyat"),
    ("26", "2007", "Penataan Dermaga"),
    ("8", "2009", "Angkutan Sungai"),
    ("31", "2012", "Usaha Garam"),
    ("15", "2014", "Pasar Rakyat"),
)
ROUNDS = 3
HEAD = """\
UNDANG-UNDANG REPUBLIK INDONESIA
NOMOR 19 TAHUN 2020
TENTANG
KEMUDAHAN BERUSAHA
DENGAN RAHMAT TUHAN YANG MAHA ESA
PRESIDEN REPUBLIK INDONESIA,
Menimbang : bahwa kemudahan berusaha perlu diwujudkan dengan Undang-Undang;
Mengingat : Pasal 5 ayat (1) dan Pasal 20 Undang-Undang Dasar 1945;
MEMUTUSKAN:
Menetapkan : UNDANG-UNDANG TENTANG KEMUDAHAN BERUSAHA.
BAB I
KETENTUAN UMUM
Pasal 1
Dalam Undang-Undang ini yang dimaksud dengan:
1. Pelaku Usaha adalah orang perseorangan atau badan usaha.
2. Perizinan Berusaha adalah legalitas untuk memulai usaha.
BAB II
ASAS
Pasal 2
Undang-Undang ini diselenggarakan berdasarkan asas kepastian hukum.
BAB III
PENYEDERHANAAN PERIZINAN
Bagian Kesatu
Umum
Pasal 3
Ruang lingkup Undang-Undang ini meliputi perizinan sebagaimana dimaksud dalam
Pasal 2.
Bagian Kedua
Perubahan
"""
TAIL = """\
BAB IV
KETENTUAN PENUTUP
Pasal {own}
Undang-Undang ini mulai berlaku pada tanggal diundangkan.
Disahkan di Jakarta
pada tanggal 2 November 2020
PRESIDEN REPUBLIK INDONESIA,
"""
LEADS = (
    "Beberapa ketentuan dalam {cited} diubah sebagai berikut:",
    "Beberapa ketentuan dalam {cited} sebagaimana telah beberapa kali diubah dengan "
    "Undang-Undang:\na. Nomor 9 Tahun 2015 tentang Perubahan atas {short}; dan\nb. Nomor 3 Tahun "
    "2016 tentang Perubahan Kedua atas {short},\ndiubah sebagai berikut:",
)
REPLACED = """\
{n}. Ketentuan Pasal {label} diubah sehingga berbunyi sebagai berikut:
Pasal {label}
(1) Setiap orang wajib memiliki izin.
(2) Izin sebagaimana dimaksud pada ayat (1) diberikan Pemerintah Pusat.
"""
OTHERS = """\
6. Di antara BAB V dan BAB VI disisipkan 1 (satu) bab, yakni BAB VA sehingga berbunyi sebagai
berikut:
BAB VA
PENGAWASAN
Pasal {a}A
Menteri mengawasi usaha.
Pasal {a}B
Pengawasan dilakukan setiap tahun.
7. Di antara ayat (2) dan ayat (3) Pasal {b} disisipkan 1 (satu) ayat, yakni ayat (2a), sehingga
Pasal {b} berbunyi sebagai berikut:
Pasal {b}
(1) Izin berlaku 5 (lima) tahun.
(2) Izin dapat diperpanjang.
(2a) Perpanjangan diajukan paling lambat 30 (tiga puluh) hari sebelumnya.
(3) Izin tidak dapat dialihkan.
8. Pasal {c}, Pasal {d}, dan Pasal {e} dihapus.
"""


def amending(own: int, base: tuple[str, str, str], lead: str) -> str:
    """Write a pasal that changes an act; the pasal it prints bear its own number and the next."""
    number, year, about = base
    short = f"Undang-Undang Nomor {number} Tahun {year}"
    cited = f"{short} tentang {about} (Lembaran Negara Republik Indonesia Tahun {year} Nomor 68)"
    lines = [f"Pasal {own}\n{lead.format(cited=cited, short=short)}\n"]
    for n, label in enumerate((own - 1, own, own + 1, own + 2, own + 5), 1):
        lines.append(REPLACED.format(n=n, label=label))
    numbers = {"a": own + 6, "b": own + 9, "c": own + 11, "d": own + 12, "e": own + 13}
    return "".join([*lines, OTHERS.format(**numbers)])


def omnibus(lead: str) -> tuple[str, int]:
    """Write an act that changes every base several times, and the number of its last pasal."""
    text, own = HEAD, 4
    for place, (_, base) in enumerate(product(range(ROUNDS), BASES), 1):
        text += f"Paragraf {place}\n{base[2]}\n{amending(own, base, lead)}"
        own += 1
        if place % ROUNDS == 0:
            text += f"Pasal {own}\n(1) Izin diberikan cepat.\n(2) Biayanya diatur kemudian.\n"
            own += 1
    return text + TAIL.format(own=own), own


@pytest.fixture(scope="module", params=LEADS, ids=["fresh", "amended-before"])
def act(request: pytest.FixtureRequest, parse: Parse) -> tuple[Regulation, int]:
    """A long omnibus act, and the number of its last pasal."""
    text, last = omnibus(request.param)
    return parse(text), last


def test_an_omnibus_act_has_its_own_pasal_once(act: tuple[Regulation, int]) -> None:
    """Its numbering is whole, whatever numbers the quoted pasal have; nothing is in doubt."""
    regulation, last = act
    own = [u.label for u in regulation.units if u.kind is Kind.PASAL and "/" not in u.path]

    assert own == [str(number) for number in range(1, last + 1)]
    assert [u.label for u in regulation.units if u.path.startswith("bab-")][:1] == ["I"]
    assert regulation.anomalies == ()
    assert regulation.structure == 1.0


def test_every_instruction_is_an_operation_on_its_own_base(act: tuple[Regulation, int]) -> None:
    """Each base has all its operations, on the numbers that the instruction names."""
    regulation, _ = act
    bases = Counter(one.target.partition("#")[0] for one in regulation.amendments)
    found = Counter(one.op for one in regulation.amendments)

    count = ROUNDS * len(BASES)
    assert bases == {f"uu/{year}/{number}": 12 * ROUNDS for number, year, _ in BASES}
    assert found == {"replace": 6 * count, "insert": 3 * count, "delete": 3 * count}


def test_quoted_pasal_stand_under_the_pasal_that_quotes_them(act: tuple[Regulation, int]) -> None:
    """They have their place in the base as target, also those of an inserted bab."""
    regulation, _ = act
    first = {u.path: u for u in regulation.units if u.path.startswith("pasal-4/pasal-")}

    assert first["pasal-4/pasal-5/ayat-2"].target == "uu/2001/4#pasal-5/ayat-2"
    assert first["pasal-4/pasal-10B"].target == "uu/2001/4#pasal-10B"
    assert first["pasal-4/pasal-13/ayat-2a"].label == "2a"
