"""A small evaluation of our own: three acts, one of which changes another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.data import Data

BASE = """\
UNDANG-UNDANG REPUBLIK INDONESIA
NOMOR 3 TAHUN 2001
TENTANG
PENGELOLAAN TERUMBU KARANG

DENGAN RAHMAT TUHAN YANG MAHA ESA

PRESIDEN REPUBLIK INDONESIA,

Menimbang : a. bahwa terumbu karang perlu dijaga;
Mengingat : Pasal 5 ayat (1) Undang-Undang Dasar 1945;

MEMUTUSKAN:
Menetapkan : UNDANG-UNDANG TENTANG PENGELOLAAN TERUMBU KARANG.

BAB I
KETENTUAN UMUM

Pasal 1
Dalam Undang-Undang ini yang dimaksud dengan:
1. Terumbu Karang adalah kumpulan hewan karang yang membangun dasar laut.
2. Nelayan adalah orang yang mata pencahariannya menangkap ikan.

Pasal 2
(1) Nelayan dilarang menangkap ikan dengan bahan peledak di terumbu karang.
(2) Larangan sebagaimana dimaksud pada ayat (1) berlaku sepanjang tahun.

Pasal 3
Bupati menetapkan kawasan terumbu karang yang ditutup bagi kapal wisata.

Pasal 4
Undang-Undang ini mulai berlaku pada tanggal diundangkan.
"""

AMENDING = """\
UNDANG-UNDANG REPUBLIK INDONESIA
NOMOR 8 TAHUN 2009
TENTANG
PERUBAHAN ATAS UNDANG-UNDANG NOMOR 3 TAHUN 2001 TENTANG PENGELOLAAN TERUMBU KARANG

DENGAN RAHMAT TUHAN YANG MAHA ESA

PRESIDEN REPUBLIK INDONESIA,

Menimbang : a. bahwa ketentuan penangkapan ikan perlu diperbarui;
Mengingat : 1. Pasal 5 ayat (1) Undang-Undang Dasar 1945;
2. Undang-Undang Nomor 3 Tahun 2001 tentang Pengelolaan Terumbu Karang;

MEMUTUSKAN:
Menetapkan : UNDANG-UNDANG TENTANG PERUBAHAN ATAS UNDANG-UNDANG NOMOR 3 TAHUN 2001 TENTANG \
PENGELOLAAN TERUMBU KARANG.

Pasal I
Ketentuan Pasal 2 Undang-Undang Nomor 3 Tahun 2001 tentang Pengelolaan Terumbu Karang diubah \
sehingga berbunyi sebagai berikut:

Pasal 2
(1) Setiap nelayan dilarang menangkap ikan dengan bahan peledak dan racun di terumbu karang.
(2) Larangan sebagaimana dimaksud pada ayat (1) berlaku bagi semua kapal.

Pasal II
Undang-Undang ini mulai berlaku pada tanggal diundangkan.
"""

OTHER = """\
PERATURAN PEMERINTAH REPUBLIK INDONESIA
NOMOR 21 TAHUN 2010
TENTANG
RETRIBUSI PARKIR KENDARAAN

DENGAN RAHMAT TUHAN YANG MAHA ESA

PRESIDEN REPUBLIK INDONESIA,

Menimbang : bahwa parkir kendaraan perlu ditata;
Mengingat : Pasal 5 ayat (2) Undang-Undang Dasar 1945;

MEMUTUSKAN:
Menetapkan : PERATURAN PEMERINTAH TENTANG RETRIBUSI PARKIR KENDARAAN.

Pasal 1
Juru parkir wajib menyerahkan karcis kepada pengguna kendaraan.

Pasal 2
Tarif parkir dibayar di muka.
"""

MASK = """\
import re


def mask(text):
    return re.sub(r"\\\\b\\\\w*\\\\d\\\\w*\\\\b", " ", text)
"""

TEXTS = {"uu/2001/3": BASE, "uu/2009/8": AMENDING, "pp/2010/21": OTHER}


def write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write rows as JSON lines."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """Write the texts, the sets and the masking; return their folder."""
    for doc, text in TEXTS.items():
        path = tmp_path / "texts" / f"{doc}.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    (tmp_path / "pdf").mkdir()
    sets = tmp_path / "eval" / "open"
    sets.mkdir(parents=True)
    (tmp_path / "eval" / "mask.py").write_text(MASK, encoding="utf-8")
    start = AMENDING.index("(1) Setiap nelayan")
    span = [start, AMENDING.index("\nPasal II")]
    row_a = {"id": "A1", "query_doc": "uu/2009/8", "query_span": span, "target": "uu/2001/3#2"}
    write_rows(sets / "A_retrieval.jsonl", [row_a])
    row_b = {"id": "B1", "query_doc": "uu/2009/8", "targets": ["uu/2001/3"]}
    write_rows(sets / "B_repeal.jsonl", [row_b])
    return tmp_path


@pytest.fixture
def data(evaluation: Path) -> Data:
    """Return the texts of the evaluation."""
    return Data(evaluation / "texts", evaluation / "pdf", evaluation / "cache", evaluation / "eval")
