"""The demo corpus is complete, says that it is fiction, and matches ``expected.toml``."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
REGULATIONS = sorted((CORPUS / "regulations").glob("*.txt"))
DRAFTS = sorted((CORPUS / "drafts").glob("*.txt"))
EXPECTED = tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8"))
ROWS = EXPECTED["expected"] + EXPECTED["lookalike"]

NOTICE = "CONTOH FIKTIF - BUKAN PERATURAN SUNGGUHAN"
CODES = {"T-01", "T-02", "T-06", "K-02", "K-03", "K-04", "R-01", "R-03", "R-04"}
N_CODES = {f"N-{number:02}" for number in range(1, 17)} | {""}
NOT_IN_CORPUS = {"pergub/nusa-kencana/2013/8"}
ID = re.compile(r"(perda|pergub)/nusa-kencana/\d{4}/\d+")
STEP = re.compile(r"(pasal|ayat|huruf|angka|menimbang|mengingat)(?:-(\w+))?")


def stem(regulation: str) -> str:
    """Return the file stem of a regulation id."""
    kind, _, year, number = regulation.split("/")
    return f"{kind}-{year}-{number}"


def lines_of(path: Path) -> list[str]:
    """Return the lines of a text without *penjelasan* and *lampiran*."""
    text = path.read_text(encoding="utf-8")
    return re.split(r"^(?:PENJELASAN|LAMPIRAN)$", text, flags=re.MULTILINE)[0].splitlines()


def section(lines: list[str], kind: str, label: str) -> list[str]:
    """Return the lines that belong to one step of a unit key."""
    opening, closing = {
        "pasal": (rf"Pasal {label}$", r"Pasal |Agar setiap "),
        "ayat": (rf"\({label}\) ", r"\(\d+[a-z]?\) "),
        "huruf": (rf"(?:Menimbang : )?{label}\. ", r"[a-z]\. "),
        "angka": (rf"(?:Mengingat : )?{label}\. ", r"\d+\. "),
        "menimbang": (r"Menimbang : ", r"Mengingat : "),
        "mengingat": (r"Mengingat : ", r"Dengan Persetujuan|MEMUTUSKAN"),
    }[kind]
    if (kind, label) == ("pasal", "I"):
        closing = r"Pasal II$"
    start = next((i for i, line in enumerate(lines) if re.match(opening, line)), None)
    if start is None:
        return []
    rest = range(start + 1, len(lines))
    end = next((i for i in rest if re.match(closing, lines[i])), len(lines))
    return lines[start:end]


def exists(path: Path, key: str) -> bool:
    """Tell whether the unit ``key`` can be found in the text at ``path``."""
    lines = lines_of(path)
    for step in filter(None, key.split("/")):
        match = STEP.fullmatch(step)
        assert match, f"odd key {key}"
        lines = section(lines, match[1], match[2] or "")
    return bool(lines)


def source(name: str) -> Path:
    """Return the text file of a draft or regulation by its stem."""
    folder = "drafts" if name.startswith("ran") else "regulations"
    return CORPUS / folder / f"{name}.txt"


def test_corpus_has_the_announced_size() -> None:
    """There are 18 regulations and 3 drafts."""
    assert (len(REGULATIONS), len(DRAFTS)) == (18, 3)


@pytest.mark.parametrize("path", REGULATIONS + DRAFTS, ids=lambda path: path.stem)
def test_text_says_it_is_fiction_and_has_a_pdf(path: Path) -> None:
    """The first line is the notice and a small PDF lies beside the text."""
    pdf = CORPUS / "pdf" / path.parent.name / f"{path.stem}.pdf"

    assert path.read_text(encoding="utf-8").splitlines()[0] == NOTICE
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert pdf.stat().st_size < 60_000


@pytest.mark.parametrize("path", REGULATIONS + DRAFTS, ids=lambda path: path.stem)
def test_pasal_numbers_are_continuous(path: Path) -> None:
    """Articles count from 1 without a gap; amending acts have Pasal I and Pasal II."""
    labels = re.findall(r"^Pasal (\d+|I+)$", "\n".join(lines_of(path)), flags=re.MULTILINE)

    if labels[0] == "I":
        assert labels[-1] == "II"
    else:
        assert [str(number) for number in range(1, len(labels) + 1)] == labels
        assert len(labels) >= 8


@pytest.mark.parametrize("path", REGULATIONS + DRAFTS, ids=lambda path: path.stem)
def test_ayat_numbers_are_continuous(path: Path) -> None:
    """Every ayat is the first or follows the one before it."""
    numbers = [int(found) for found in re.findall(r"^\((\d+)\) ", "\n".join(lines_of(path)), re.M)]

    assert all(after in (1, before + 1) for before, after in pairwise([0, *numbers]))


def test_expected_rows_use_known_codes() -> None:
    """Codes come from the taxonomy and there are enough of both kinds."""
    assert {row["code"] for row in EXPECTED["expected"]} == CODES
    assert {row["n_code"] for row in EXPECTED["lookalike"]} <= N_CODES
    assert len(EXPECTED["expected"]) >= 16
    assert len(EXPECTED["lookalike"]) >= 14


def test_no_row_is_listed_twice() -> None:
    """A pair is either a fault or a look-alike, and is listed once."""
    pairs = [(row["draft"], row.get("code", "N"), row["left"], row["right"]) for row in ROWS]

    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['draft']}-{row['left']}")
def test_left_side_exists(row: dict[str, str]) -> None:
    """The unit on the left stands in the named text, and the row is explained."""
    assert row["note"]
    assert exists(source(row["draft"]), row["left"])


@pytest.mark.parametrize("row", [row for row in ROWS if row["right"]], ids=lambda row: row["right"])
def test_right_side_exists(row: dict[str, str]) -> None:
    """The unit on the right stands in a corpus text or in the draft itself."""
    regulation, _, key = row["right"].partition("#")

    if regulation in NOT_IN_CORPUS:
        assert not source(stem(regulation)).exists()
        return
    assert not regulation or ID.fullmatch(regulation)
    assert exists(source(stem(regulation) if regulation else row["draft"]), key)


def test_internal_faults_point_nowhere() -> None:
    """An R-03 row has no right side, and R-04 is one row for each draft."""
    assert all(not row["right"] for row in EXPECTED["expected"] if row["code"] == "R-03")
    drafts = [row["draft"] for row in EXPECTED["expected"] if row["code"] == "R-04"]
    assert sorted(drafts) == [path.stem for path in DRAFTS]
