"""The comparison with hand-cleaned texts counts what agrees and names what does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF

from benchmarks import gold
from benchmarks.data import Segment

BODY = (
    "PERATURAN MENTERI KELAUTAN NUSA KENCANA",
    "NOMOR 4 TAHUN 2020",
    "TENTANG",
    "TAMBAT KAPAL",
    "Pasal 1",
    "Setiap kapal wajib bertambat di dermaga yang",
    "ditunjuk oleh kepala pelabuhan.",
    "Pasal 2",
    "Kapal yang bertambat dikenai uang tambat.",
)


def draw(texts: tuple[str, ...]) -> Callable[[FPDF], None]:
    """Draw rows one below the other."""

    def typeset(pdf: FPDF) -> None:
        for number, text in enumerate(texts):
            pdf.text(100, 100 + 16 * number, text)

    return typeset


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Lay out a folder with one act and its text by hand, in which pasal 2 lost its end."""
    articles = {
        "1": {
            "text": "Setiap kapal wajib bertambat di dermaga yang ditunjuk oleh kepala pelabuhan."
        },
        "2": {"text": "Kapal yang bertambat"},
        "3": {"text": "Cukup jelas."},
    }
    acts = [{"download_name": "TAMBAT", "content": {"articles": articles}}]
    (tmp_path / gold.PDFS).mkdir(parents=True)
    (tmp_path / gold.GOLD).parent.mkdir(parents=True)
    (tmp_path / gold.GOLD).write_text(json.dumps(acts), encoding="utf-8")
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    draw(BODY)(pdf)
    pdf.output(str(tmp_path / gold.PDFS / "TAMBAT.pdf"))
    return tmp_path


def test_each_pasal_of_the_gold_text_is_compared(root: Path) -> None:
    """A pasal read as printed agrees; one that was not found agrees in nothing."""
    found = {one.pasal: one for one in gold.compare_all(root)}

    assert found["1"].agreement == 1.0
    assert 0.4 < found["2"].agreement < 0.6
    assert found["3"].agreement == 0.0
    assert not found["1"].recognised


def test_the_report_lists_what_is_below_the_bar(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each low pasal is named with the passage that only one side has."""
    assert gold.main(["--data", str(root)]) == 0

    report = capsys.readouterr().out
    assert "TAMBAT pasal 2: + dikenai uang tambat." in report
    assert "pasal 1:" not in report


def test_of_several_pasal_with_one_number_the_most_alike_counts() -> None:
    """An amending act quotes pasal whose numbers it uses itself."""
    segments = [Segment("5", "", "Menteri menetapkan."), Segment("5", "", "Bupati menetapkan.")]
    articles = {"5": {"text": "Bupati  menetapkan."}}

    found = list(gold.compare_act("X", articles, segments, recognised=False))

    assert [one.agreement for one in found] == [1.0]


def test_without_data_it_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder without the gold text is refused in a sentence."""
    with pytest.raises(SystemExit):
        gold.main(["--data", str(tmp_path)])

    assert "REGCHECK_DATA" in capsys.readouterr().err
