"""Shared fixtures: golden files, the external data folder, and two hypothesis profiles."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

GOLDEN = Path(__file__).resolve().parent / "data" / "golden"
#: A regulation of a province; ``body`` are its pasal.
PERDA = """\
PERATURAN DAERAH PROVINSI BALI
NOMOR {number} TAHUN {year}
TENTANG
{title}
DENGAN RAHMAT TUHAN YANG MAHA ESA
GUBERNUR BALI,
Menimbang :
a. bahwa dermaga perlu ditata;
Mengingat :
1. {basis};
MEMUTUSKAN:
Menetapkan : PERATURAN DAERAH TENTANG {title}.
{body}
Ditetapkan di Denpasar
pada tanggal 3 Maret {year}
GUBERNUR BALI,
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files and fail")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its golden file; a rewriting run fails, so it cannot pass as green."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            pytest.fail(f"rewrote {name}; look at the difference")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """Return the folder of external data named by ``REGCHECK_DATA``, or skip."""
    folder = os.environ.get("REGCHECK_DATA")
    if not folder or not Path(folder, "data").is_dir():
        pytest.skip("REGCHECK_DATA does not name a folder with data/")
    return Path(folder)


@pytest.fixture(scope="session")
def perda() -> Callable[..., str]:
    """Return a writer of regulations: number, year, title, one legal basis, and the pasal."""
    return PERDA.format
