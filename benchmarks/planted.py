"""Faults planted into whole regulations, and look-alikes: what is found, and what is silent.

``python -m benchmarks.planted [FILE]`` makes of each line two fictional regulations of a province,
checks the first against the second by the whole program, and prints the lines that came out
otherwise than written down, then how many faults were found and how many look-alikes were silent.
A line is ``code @ title @ title of the other @ clause @ clause of the other``:

- the code must be among those of the findings on the clause; ``-`` asks for silence on every K
  and T code, ``M-0`` for silence on every M code;
- ``+`` behind the code: the draft is a Pergub that carries out the other, a Perda;
- ``=`` behind the code: both clauses stand in the draft, in two of its pasal.

What is said of the regulations' other articles is left out.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from regcheck.domain import Finding, Regulation
from regcheck.pipeline import check_regulations, parse_file
from regcheck.settings import Settings
from regcheck.shelf import shelve

#: Cases of our own, all fiction.
CASES = Path(__file__).with_name("planted.txt")
#: The pasal in which the clause stands, and the second clause of a draft that has both.
PLACE, SECOND = 4, 7
PERDA = "PERATURAN DAERAH PROVINSI LINTANG SAMUDRA"
PERGUB = "PERATURAN GUBERNUR LINTANG SAMUDRA"
FILLER = (
    "Arsip kegiatan disusun oleh sekretariat menurut tahun dan jenisnya.",
    "Balai latihan mengajarkan keterampilan menganyam kepada warga.",
    "Catatan rapat dibacakan pada akhir pertemuan oleh juru tulis.",
)
OTHER_FILLER = (
    "Daftar peserta ditempel pada papan pengumuman kantor desa.",
    "Embung dipelihara secara gotong royong oleh kelompok tani.",
    "Festival perahu diselenggarakan pada musim timur.",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the file."""

    code: str
    mode: str
    titles: tuple[str, str]
    clauses: tuple[str, str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what differs from the file, and both rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=CASES)
    cases = list(read_cases(parser.parse_args(arguments).file))
    right = {True: 0, False: 0}
    asked = {True: 0, False: 0}
    for case in cases:
        found = find_faults(case)
        is_fault = case.code not in {"-", "M-0"}
        asked[is_fault] += 1
        if is_met(case, found):
            right[is_fault] += 1
        else:
            said = ", ".join(f"{one.code}: {one.reason}" for one in found) or "nothing"
            print(
                f"{case.code}{case.mode}  {case.clauses[0]} | {case.clauses[1]}\n    said: {said}"
            )
    print(f"faults found: {right[True]} of {asked[True]}")
    print(f"look-alikes silent: {right[False]} of {asked[False]}")


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        code, title, other, clause, counter = (part.strip() for part in line.split("@"))
        mode = code[-1] if code[-1] in "+=" else ""
        yield Case(code.removesuffix(mode), mode, (title, other), (clause, counter))


def is_met(case: Case, found: Sequence[Finding]) -> bool:
    """Tell whether what was said is what the line asks for."""
    codes = {one.code for one in found}
    if case.code == "M-0":
        return not any(code.startswith("M-") for code in codes)
    if case.code == "-":
        return not any(code[0] in "KT" for code in codes)
    return case.code in codes


def find_faults(case: Case) -> list[Finding]:
    """Return what is said of the clauses of a case."""
    with tempfile.TemporaryDirectory() as folder:
        draft = parse(Path(folder) / "rancangan.txt", draft_text(case))
        other = parse(Path(folder) / "berlaku.txt", other_text(case))
    result = check_regulations([draft], shelve([other], "planted"), Settings())
    places = tuple(f"#pasal-{number}" for number in (1, PLACE, SECOND))
    return [one for one in result.findings if f"#{path_of(one)}".startswith(places)]


def parse(path: Path, text: str) -> Regulation:
    """Return the regulation of a text."""
    path.write_text(text, encoding="utf-8")
    return parse_file(path)[0]


def path_of(finding: Finding) -> str:
    """Return the path of the unit on the left of a finding."""
    return finding.left.key.partition("#")[2]


def draft_text(case: Case) -> str:
    """Return the draft of a case."""
    second = case.clauses[1] if case.mode == "=" else ""
    basis = f"{PERDA.title()} Nomor 3 Tahun 2018 tentang {case.titles[1]}"
    basis = f"{basis} (Lembaran Daerah Tahun 2018 Nomor 3)"
    if case.mode == "+":
        head = f"RANCANGAN\n{PERGUB}\nNOMOR ... TAHUN 2026"
        reason = f"bahwa untuk melaksanakan ketentuan Pasal 4 {basis}, perlu menetapkan"
        recital = f"{reason} Peraturan Gubernur tentang {case.titles[0]};"
        return document(head, case.titles[0], recital, basis, body(FILLER, case, second))
    head = f"RANCANGAN\n{PERDA}\nNOMOR ... TAHUN 2026"
    recital = "bahwa kesejahteraan warga perlu ditingkatkan;"
    bases = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    return document(head, case.titles[0], recital, bases, body(FILLER, case, second))


def other_text(case: Case) -> str:
    """Return the regulation in force of a case."""
    counter = case.clauses[1] if case.mode != "=" else ""
    clauses = Case(case.code, "", case.titles, (counter, ""))
    head = f"{PERDA}\nNOMOR 3 TAHUN 2018"
    bases = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    recital = "bahwa kehidupan warga perlu dijaga;"
    return document(head, case.titles[1], recital, bases, body(OTHER_FILLER, clauses, ""))


def body(filler: Sequence[str], case: Case, second: str) -> str:
    """Return the articles, with the clauses at their places."""
    clause, definition = case.clauses[0], ""
    if " adalah " in clause:
        clause, definition = "", clause
    by_number = {
        1: "Dalam Peraturan ini yang dimaksud dengan:\n1. Daerah adalah Provinsi Lintang Samudra.\n"
        + (f"2. {definition}\n" if definition else "2. Gubernur adalah Gubernur Lintang Samudra."),
        2: filler[0],
        3: filler[1],
        PLACE: clause,
        5: filler[2],
        SECOND: second,
    }
    texts = [text for _, text in sorted(by_number.items()) if text]
    if second:
        texts.insert(5, "Guru tari melatih anak desa setiap pekan.")
    pasal = [f"Pasal {number}\n{text}" for number, text in enumerate(texts, 1)]
    return "\n".join((pasal[0], "BAB II", "PELAKSANAAN", *pasal[1:]))


def document(head: str, title: str, recital: str, basis: str, articles: str) -> str:
    """Return a whole regulation."""
    count = articles.count("\nPasal ") + 2
    day = "..." if head.startswith("RANCANGAN") else "3 Maret 2018"
    return (
        f"{head}\nTENTANG\n{title.upper()}\nDENGAN RAHMAT TUHAN YANG MAHA ESA\n"
        f"GUBERNUR LINTANG SAMUDRA,\nMenimbang :\na. {recital}\nMengingat :\n1. {basis};\n"
        f"MEMUTUSKAN:\nMenetapkan : {head.splitlines()[-2]} TENTANG {title.upper()}.\n"
        f"BAB I\nKETENTUAN UMUM\n{articles}\nPasal {count}\n"
        "Peraturan ini mulai berlaku pada tanggal diundangkan.\n"
        f"Ditetapkan di Samudra\npada tanggal {day}\nGUBERNUR LINTANG SAMUDRA,\nttd\nNAMA\n"
    )


if __name__ == "__main__":
    main()
