"""The shipped notebooks run from top to bottom and are committed without outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def read_notebook(path: Path) -> Any:
    """Read a notebook; nbformat ships no types."""
    read: Any = nbformat.read
    return read(path, as_version=4)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_has_no_outputs(path: Path) -> None:
    """Outputs are stripped, so that a difference shows only what somebody wrote."""
    cells = read_notebook(path).cells

    assert cells
    assert [cell.outputs for cell in cells if cell.cell_type == "code" and cell.outputs] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside jupyter's own packages
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_notebook_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every cell runs, and the overlaps and the graph are there."""
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    notebook = read_notebook(path)

    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": FOLDER}}).execute()

    texts = [str(output) for cell in notebook.cells if "outputs" in cell for output in cell.outputs]
    assert any("image/png" in text for text in texts)
    assert any("perda/nusa-kencana" in text for text in texts)
