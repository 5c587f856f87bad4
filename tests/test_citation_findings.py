"""Findings on references and legal bases, from the text of a draft to the report's rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from regcheck import pipeline
from regcheck.domain import Finding, Severity
from regcheck.settings import Settings
from regcheck.shelf import Shelf, shelve

PERDA = "Peraturan Daerah Provinsi Lintang Samudra"
GAZETTE = "(Lembaran Daerah Provinsi Lintang Samudra Tahun {year} Nomor {number})"


def act(number: int, year: int, title: str, body: str, kind: str = "DAERAH PROVINSI") -> str:
    """Return an enacted regulation of the fictional province."""
    maker = "GUBERNUR LINTANG SAMUDRA"
    own = "Peraturan Daerah" if kind.startswith("DAERAH") else "Peraturan Gubernur"
    return (
        f"PERATURAN {kind} LINTANG SAMUDRA\nNOMOR {number} TAHUN {year}\nTENTANG\n{title.upper()}\n"
        f"DENGAN RAHMAT TUHAN YANG MAHA ESA\n{maker},\n"
        f"{body}\nDitetapkan di Samudra\npada tanggal 4 Maret {year}\n{maker},\nttd\nNAMA\n"
        f"Diundangkan di Samudra\npada tanggal 5 Maret {year}\nSEKRETARIS DAERAH,\nttd\nNAMA\n"
        f"LEMBARAN DAERAH PROVINSI LINTANG SAMUDRA TAHUN {year} NOMOR {number}\n"
    ).replace("PERATURAN INI", own)


def recitals(*bases: str, why: str = "bahwa perlu menetapkan peraturan ini;") -> str:
    """Return considerations and legal bases."""
    items = "\n".join(f"{n}. {text};" for n, text in enumerate(bases, 1))
    return f"Menimbang :\na. {why}\nMengingat :\n{items}\nMEMUTUSKAN:\nMenetapkan : PERATURAN.\n"


BASE = act(
    3, 2012, "Pengelolaan Parkir",
    recitals("Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan")
    + "Pasal 1\nDalam Peraturan Daerah ini yang dimaksud dengan:\n"
    "1. Juru Parkir adalah orang yang membantu mengatur kendaraan di tempat parkir.\n"
    "2. Gubernur adalah Gubernur Lintang Samudra.\n"
    "Pasal 2\nTempat parkir dilengkapi marka.\nPasal 3\nTarif parkir dibayar tunai.\n"
    "Pasal 4\nKetentuan lebih lanjut mengenai marka parkir diatur dengan Peraturan Gubernur.\n"
    "Pasal 5\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
)  # fmt: skip
CHANGE = act(
    4, 2018, "Perubahan atas Peraturan Daerah Nomor 3 Tahun 2012 tentang Pengelolaan Parkir",
    recitals(f"{PERDA} Nomor 3 Tahun 2012 tentang Pengelolaan Parkir")
    + "Pasal I\nBeberapa ketentuan dalam Peraturan Daerah Nomor 3 Tahun 2012 tentang Pengelolaan "
    "Parkir diubah sebagai berikut:\n1. Pasal 3 dihapus.\n"
    "Pasal II\nPeraturan Daerah ini mulai berlaku pada tanggal diundangkan.\n",
)  # fmt: skip
CHILD = act(
    5, 2013, "Marka Parkir",
    recitals(
        f"{PERDA} Nomor 3 Tahun 2012 tentang Pengelolaan Parkir",
        why="bahwa untuk melaksanakan ketentuan Pasal 4 Peraturan Daerah Nomor 3 Tahun 2012 "
        "tentang Pengelolaan Parkir perlu menetapkan Peraturan Gubernur;",
    )
    + "Pasal 1\nMarka parkir berwarna putih.\n"
    "Pasal 2\nPeraturan Gubernur ini mulai berlaku pada tanggal diundangkan.\n",
    "GUBERNUR",
)  # fmt: skip
LATER = act(
    6, 2025, "Kebersihan Pantai",
    recitals("Undang-Undang Nomor 18 Tahun 2008 tentang Pengelolaan Sampah")
    + "Pasal 1\nPantai dibersihkan setiap pagi.\n"
    "Pasal 2\nPeraturan Daerah ini mulai berlaku pada tanggal 1 Januari 2028.\n",
)  # fmt: skip
UNTIL = "Pasal 2\nPeraturan ini mulai berlaku pada tanggal diundangkan.\n"
Check = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Return the small corpus of this province."""
    folder = tmp_path_factory.mktemp("corpus")
    found = []
    for name, text in (("a", BASE), ("b", CHANGE), ("c", CHILD), ("d", LATER)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        found.append(pipeline.parse_file(path)[0])
    assert [one.id for one in found] == [
        "perda/lintang-samudra/2012/3", "perda/lintang-samudra/2018/4",
        "pergub/lintang-samudra/2013/5", "perda/lintang-samudra/2025/6",
    ]  # fmt: skip
    return shelve(found, "kecil")


@pytest.fixture
def check(shelf: Shelf, tmp_path: Path) -> Check:
    """Return a check of a draft Perda, or Pergub, with this body: the findings of some codes."""

    def run(*codes: str, body: str, jenis: str = "PERATURAN DAERAH PROVINSI") -> list[Finding]:
        path = tmp_path / "draf.txt"
        path.write_text(
            f"RANCANGAN\n{jenis} LINTANG SAMUDRA\nNOMOR ... TAHUN 2026\nTENTANG\n"
            f"TERMINAL BARANG\n{body}",
            encoding="utf-8",
        )
        settings = Settings(as_of="2026-06-01")
        result = pipeline.check_regulations(pipeline.parse_file(path), shelf, settings)
        assert all(one.reason and one.basis and one.recommendation for one in result.findings)
        return [one for one in result.findings if one.code in codes]

    return run


def with_pasal(text: str, why: str = "bahwa perlu menetapkan peraturan ini;") -> str:
    """Return the body of a draft with one pasal of its own."""
    number = text.count("\nPasal ") + 2
    last = UNTIL.replace("Pasal 2", f"Pasal {number}")
    return f"{recitals('Undang-Undang Nomor 22 Tahun 2009', why=why)}Pasal 1\n{text}\n{last}"


def test_a_deleted_pasal_of_another_act(check: Check) -> None:
    """R-05 names the act that deleted it and quotes what stood there; its neighbour is no fault."""
    words = "Tarif dibayar menurut Pasal {n} Peraturan Daerah Nomor 3 Tahun 2012."
    (found,) = check("R-05", body=with_pasal(words.format(n=3)))

    assert found.left.key.endswith("#pasal-1")
    assert "Nomor 4 Tahun 2018" in found.reason
    assert found.right is not None
    assert "dibayar tunai" in found.right.text
    assert check("R-05", body=with_pasal(words.format(n=2))) == []


@pytest.mark.parametrize(("n", "wrong"), [(7, True), (5, False), (58, False), ("6A", False)])
def test_a_pasal_that_the_cited_act_never_had(check: Check, n: object, wrong: bool) -> None:
    """R-05 names the last pasal; a number that may be a misread letter is passed over."""
    words = (
        f"Tarif dipungut menurut Pasal {n} {PERDA} Nomor 3 Tahun 2012 tentang Pengelolaan Parkir."
    )
    found = check("R-05", body=with_pasal(words))

    assert [one.certainty for one in found] == ["indikasi"] * wrong
    assert all("hanya sampai Pasal 5" in one.reason for one in found)
    assert all(one.right and "mulai berlaku" in one.right.text for one in found)


def test_a_unit_that_the_draft_marks_as_deleted(check: Check) -> None:
    """A reference to *Dihapus* is one; the mark itself, and data that is deleted, are not."""
    text = "(1) Barang ditimbang.\n(2) Dihapus.\n(3) Hasil {what} dicatat."
    faulty = text.format(what="sebagaimana dimaksud pada ayat (2)")
    (found,) = check("R-05", body=with_pasal(faulty))

    assert found.left.key.endswith("ayat-3")
    sound = text.format(what="sebagaimana dimaksud pada ayat (1)")
    assert check("R-05", body=with_pasal(sound)) == []


def test_clauses_that_only_point_to_each_other(check: Check) -> None:
    """R-06 where neither states a norm; mutual references of clauses with words of their own."""
    pointer = "Tata cara bongkar muat diatur dalam Pasal 2.\nPasal 2\n{back}"
    circle = pointer.format(back="Ketentuan mengenai bongkar muat dilaksanakan sesuai Pasal 1.")
    (found,) = check("R-06", body=with_pasal(circle))

    assert "Pasal 1, Pasal 2" in found.reason
    assert found.right is not None
    assert found.right.key.endswith("#pasal-2")
    norm = pointer.format(back="Bongkar muat sebagaimana dimaksud dalam Pasal 1 wajib ditimbang.")
    assert check("R-06", body=with_pasal(norm)) == []


def test_a_repeal_that_leaves_children(check: Check) -> None:
    """R-11 names the Pergub that loses its parent; a clause on implementing rules settles it."""
    repeal = "Peraturan Daerah Nomor 3 Tahun 2012 tentang Pengelolaan Parkir dicabut dan dinyatakan"
    bare = f"Pada saat Peraturan Daerah ini mulai berlaku, {repeal} tidak berlaku."
    (found,) = check("R-11", body=with_pasal(bare))

    assert found.right is not None
    assert found.right.key == "pergub/lintang-samudra/2013/5"
    assert "M-21" in found.basis
    kept = (
        f"{bare}\nPasal 2\nSemua peraturan pelaksanaan dari Peraturan Daerah Nomor 3 Tahun 2012 "
        "dinyatakan tetap berlaku sepanjang tidak bertentangan dengan Peraturan Daerah ini."
    )
    assert check("R-11", "R-12", body=with_pasal(kept)) == []


@pytest.mark.parametrize(
    ("clause", "vague"),
    [
        ("semua ketentuan yang bertentangan dengan Peraturan Daerah ini dinyatakan tidak berlaku",
         True),
        ("peraturan lain yang mengatur hal yang sama dicabut", True),
        ("ketentuan yang ada tetap berlaku sepanjang tidak bertentangan dengan Peraturan Daerah "
         "ini", False),
        ("Peraturan Gubernur Nomor 5 Tahun 2013 dicabut dan dinyatakan tidak berlaku", False),
    ],
)  # fmt: skip
def test_a_vague_repeal(check: Check, clause: str, vague: bool) -> None:
    """R-12 for a repeal that names no rule, not for a survival clause."""
    found = check("R-12", body=with_pasal(f"Pada saat Peraturan Daerah ini berlaku, {clause}."))

    assert [one.basis.endswith("M-19") for one in found] == [True] * vague


def test_a_repeal_upward(check: Check) -> None:
    """A Pergub cannot repeal a Perda of its province; another Pergub it can."""
    words = "Pada saat Peraturan Gubernur ini mulai berlaku, {act} dicabut."
    upward = words.format(act="Peraturan Daerah Nomor 3 Tahun 2012 tentang Pengelolaan Parkir")
    (found,) = check("R-12", body=with_pasal(upward), jenis="PERATURAN GUBERNUR")

    assert (found.severity, "M-20" in found.basis) == (Severity.KRITIS, True)
    level = words.format(act="Peraturan Gubernur Nomor 5 Tahun 2013 tentang Marka Parkir")
    assert check("R-12", body=with_pasal(level), jenis="PERATURAN GUBERNUR") == []


def test_a_repeal_that_is_announced_and_left_out(check: Check) -> None:
    """The recitals say that the older Perda is to be replaced, and no article repeals it."""
    why = (
        "bahwa Peraturan Daerah Nomor 3 Tahun 2012 tentang Pengelolaan Parkir sudah tidak sesuai "
        "sehingga perlu {verb};"
    )
    text = "Barang ditimbang."
    (found,) = check("R-12", body=with_pasal(text, why.format(verb="diganti")))

    assert found.left.key.endswith("#menimbang/huruf-a")
    assert check("R-12", body=with_pasal(text, why.format(verb="ditinjau"))) == []
    repeal = "Peraturan Daerah Nomor 3 Tahun 2012 tentang Pengelolaan Parkir dicabut."
    assert check("R-12", body=with_pasal(repeal, why.format(verb="diganti"))) == []


@pytest.mark.parametrize(
    ("basis", "wrong"),
    [
        (f"{PERDA} Nomor 3 Tahun 2013 tentang Pengelolaan Parkir", True),
        (f"{PERDA} Nomor 8 Tahun 2012 tentang Pengelolaan Parkir", True),
        (f"{PERDA} Nomor 6 Tahun 2025 tentang Pengelolaan Parkir", False),
        (f"{PERDA} Nomor 3 Tahun 2012 tentang Pengelolaan Parkir", False),
        (f"{PERDA} Nomor 3 Tahun 1999 tentang Pengelolaan Parkir", False),
        (f"{PERDA} Nomor 3 Tahun 2013 tentang Pengelolaan Parkir Tepi Jalan", False),
    ],
)
def test_a_title_of_another_act(check: Check, basis: str, wrong: bool) -> None:
    """R-15 where only the number or the year is wrong; an older act may have the same title."""
    found = check("R-15", body=f"{recitals(basis)}Pasal 1\nBarang ditimbang.\n{UNTIL}")

    assert len(found) == wrong
    assert all(one.right and one.right.key == "perda/lintang-samudra/2012/3" for one in found)


def test_a_basis_that_is_not_in_force_yet(check: Check) -> None:
    """M-06 quotes the clause of commencement; an act in force has none, nor one as early."""
    later, now = (f"{PERDA} Nomor {rest}" for rest in ("6 Tahun 2025", "3 Tahun 2012"))
    (found,) = check("M-06", body=f"{recitals(later)}Pasal 1\nBarang ditimbang.\n{UNTIL}")

    assert "2028-01-01" in found.reason
    assert found.right is not None
    assert "1 Januari 2028" in found.right.text
    assert check("M-06", body=f"{recitals(now)}Pasal 1\nBarang ditimbang.\n{UNTIL}") == []
    waits = UNTIL.replace("tanggal diundangkan", "tanggal 1 Januari 2028")
    assert check("M-06", body=f"{recitals(later)}Pasal 1\nBarang ditimbang.\n{waits}") == []


@pytest.mark.parametrize(
    ("second", "conflict"),
    [
        ("Pasal 2\nPemeriksaan muatan barang berbahaya diselesaikan paling lama 10 (sepuluh) hari.",
         True),
        ("Pasal 2\nPemeriksaan muatan barang berbahaya diselesaikan paling lama 5 (lima) hari.",
         False),
        ("Pasal 2\nPemeriksaan muatan ternak hidup diselesaikan paling lama 10 (sepuluh) hari.",
         False),
    ],
)  # fmt: skip
def test_two_pasal_of_one_act_disagree(check: Check, second: str, conflict: bool) -> None:
    """K-12 for two periods of one step; another step, or the same period, is no conflict."""
    first = "Pemeriksaan muatan barang berbahaya diselesaikan paling lama 5 (lima) hari."
    found = check("K-12", body=with_pasal(f"{first}\n{second}"))

    assert len(found) == conflict
    assert all(one.right and one.right.key.endswith("#pasal-2") for one in found)


def test_what_a_pasal_points_to_is_its_own(check: Check) -> None:
    """*Dimaksud pada ayat (1)* is another thing in every pasal, unless it names the pasal."""
    text = "\n".join(
        f"{head}(1) Pemeriksaan muatan {muatan} dipimpin syahbandar.\n(2) Pemeriksaan muatan "
        f"sebagaimana dimaksud pada ayat (1) diselesaikan syahbandar paling lama {days} hari."
        for head, muatan, days in (
            ("", "garam", "5 (lima)"),
            ("Pasal 2\n", "ternak", "10 (sepuluh)"),
        )
    )

    assert check("K-12", body=with_pasal(text)) == []


def test_ayat_of_one_pasal_are_cases_of_one_rule(check: Check) -> None:
    """The same words with two periods inside one pasal are left alone."""
    text = (
        "(1) Pemeriksaan muatan barang berbahaya diselesaikan paling lama 5 (lima) hari.\n"
        "(2) Pemeriksaan muatan barang berbahaya diselesaikan paling lama 10 (sepuluh) hari."
    )

    assert check("K-12", body=with_pasal(text)) == []


def test_an_older_act_gets_one_row_for_later_repeals(tmp_path: Path) -> None:
    """What was repealed after an act was made is told in one row; a draft gets one for each."""
    bases = [f"{PERDA} Nomor {n} Tahun 2012 tentang {t}" for n, t in ((3, "Parkir"), (7, "Air"))]
    texts = {
        "a": act(9, 2020, "Pencabutan", recitals("Undang-Undang Nomor 23 Tahun 2014") + "".join(
            f"Pasal {n}\n{base} dicabut dan dinyatakan tidak berlaku.\n"
            for n, base in enumerate(bases, 1)
        )),
        "b": act(2, 2015, "Terminal", recitals(*bases) + "Pasal 1\nTerminal dibuka.\n"),
    }  # fmt: skip
    read = []
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        read.append(pipeline.parse_file(tmp_path / f"{name}.txt"))
    result = pipeline.check_regulations(read[1], shelve(read[0], "kecil"), Settings())
    (found,) = [one for one in result.findings if one.code == "R-01"]

    assert found.severity is Severity.RENDAH
    assert found.reason.count("telah dicabut dengan") == len(bases)
    draft = texts["b"].replace("PERATURAN DAERAH", "RANCANGAN\nPERATURAN DAERAH", 1)
    draft = draft.partition("Ditetapkan di")[0].replace(
        "NOMOR 2 TAHUN 2015", "NOMOR ... TAHUN 2026"
    )
    (tmp_path / "c.txt").write_text(draft, encoding="utf-8")
    made = pipeline.parse_file(tmp_path / "c.txt")
    result = pipeline.check_regulations(made, shelve(read[0], "kecil"), Settings())
    rows = [one for one in result.findings if one.code == "R-01"]

    assert [one.severity for one in rows] == [Severity.TINGGI] * len(bases)


@pytest.mark.parametrize(
    ("term", "clash"),
    [
        ("Juru Parkir adalah badan usaha pemegang izin pengelolaan terminal barang.", True),
        ("Juru Parkir adalah orang yang membantu mengatur kendaraan di tempat parkir.", False),
        ("Juru Parkir adalah orang yang membantu mengatur kendaraan pada tempat parkir umum.",
         False),
        ("Gubernur adalah kepala daerah yang memimpin pemerintahan provinsi.", False),
        ("Pengelola adalah badan usaha pemegang izin pengelolaan terminal barang.", False),
    ],
)  # fmt: skip
def test_a_term_with_another_meaning_than_in_the_parent(
    check: Check, term: str, clash: bool
) -> None:
    """K-06 for a Pergub that carries out the Perda; a standard term and a word more are none."""
    why = "bahwa untuk melaksanakan ketentuan Pasal 4 Peraturan Daerah Nomor 3 Tahun 2012;"
    text = f"Dalam Peraturan Gubernur ini yang dimaksud dengan:\n1. {term}\n2. Marka adalah garis."
    found = check("K-06", body=with_pasal(text, why), jenis="PERATURAN GUBERNUR")

    assert len(found) == clash
    assert check("K-06", body=with_pasal(text), jenis="PERATURAN GUBERNUR") == []


@pytest.mark.parametrize(("title", "repealed"), [("Grasi", True), ("Terminal Lama", False)])
def test_a_repeal_of_a_namesake(tmp_path: Path, title: str, repealed: bool) -> None:
    """Two acts may bear one number, as in 1950: the title of the repealing clause decides."""
    clause = "Undang-Undang Nomor 3 Tahun 1950 tentang Permohonan Grasi dicabut."
    texts = {
        "a": "UNDANG-UNDANG REPUBLIK INDONESIA\nNOMOR 22 TAHUN 2002\nTENTANG\nGRASI\n"
        f"Menimbang :\na. bahwa perlu;\nMEMUTUSKAN:\nPasal 1\nGrasi diberikan.\nPasal 2\n{clause}\n"
        "Disahkan di Jakarta\npada tanggal 22 Oktober 2002\nPRESIDEN,\nttd\nNAMA\n"
        "Diundangkan di Jakarta\npada tanggal 22 Oktober 2002\nLEMBARAN NEGARA TAHUN 2002\n",
        "b": "RANCANGAN\nPERATURAN DAERAH PROVINSI LINTANG SAMUDRA\nNOMOR ... TAHUN 2026\nTENTANG\n"
        f"TERMINAL\n{recitals(f'Undang-Undang Nomor 3 Tahun 1950 tentang {title}')}"
        f"Pasal 1\nTerminal dibuka.\n{UNTIL}",
    }
    read = []
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        read.append(pipeline.parse_file(tmp_path / f"{name}.txt"))
    result = pipeline.check_regulations(read[1], shelve(read[0], "kecil"), Settings())

    assert any(one.code == "R-01" for one in result.findings) == repealed
