"""The floor plan holds: rooms do not see each other, and each library has one door a room."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "regcheck"
ROOMS = ("read", "parse", "store", "law", "compare", "check", "report")
GROUND_FLOOR = {
    "domain",
    "errors",
    "hyphens",
    "instruments",
    "lexicon",
    "naming",
    "regions",
    "repair",
    "settings",
}
EVERYWHERE = {"numpy"}  # the array type of the field, as plain as a list
MAX_LINES = 350


def imports_of(path: Path) -> set[str]:
    """Return the dotted names of all modules a file imports, lazy imports included."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            if node.module == "regcheck" or node.module.count(".") == 0:
                names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def ours(names: set[str]) -> set[str]:
    """Return the first part below ``regcheck`` of the package's own modules."""
    return {name.split(".")[1] for name in names if name.startswith("regcheck.")}


def third_party(names: set[str]) -> set[str]:
    """Return the top-level names that are neither ours nor the standard library's."""
    tops = {name.split(".")[0] for name in names}
    return tops - set(sys.stdlib_module_names) - {"regcheck", "__future__"} - EVERYWHERE


def trespasses(room: str, names: set[str]) -> set[str]:
    """Return the parts of the package that a module in ``room`` must not import."""
    return ours(names) - GROUND_FLOOR - {room}


def room_files() -> list[tuple[str, Path]]:
    """List every module of every room."""
    return [(room, path) for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))]


@pytest.mark.parametrize(("room", "path"), room_files(), ids=lambda value: str(value)[-30:])
def test_a_room_imports_itself_and_the_ground_floor(room: str, path: Path) -> None:
    """No room enters another; only the pipeline enters all of them."""
    assert trespasses(room, imports_of(path)) == set()


@pytest.mark.parametrize("name", sorted(GROUND_FLOOR))
def test_the_ground_floor_carries_the_house(name: str) -> None:
    """Ground-floor modules import only each other."""
    files = [PACKAGE / f"{name}.py", *(PACKAGE / name).glob("*.py")]

    assert all(ours(imports_of(path)) <= GROUND_FLOOR for path in files if path.exists())
    assert any(path.exists() for path in files)


def test_a_trespass_is_noticed(tmp_path: Path) -> None:
    """The check sees a planted violation, also inside a function and in either spelling."""
    planted = tmp_path / "planted.py"
    planted.write_text("def f():\n    from regcheck.store import corpus\n", encoding="utf-8")
    assert trespasses("check", imports_of(planted)) == {"store"}

    planted.write_text("from regcheck import pipeline\n", encoding="utf-8")
    assert trespasses("check", imports_of(planted)) == {"pipeline"}


def test_each_library_has_one_door_in_each_room() -> None:
    """Within a room one module imports a given third-party library."""
    doors: dict[tuple[str, str], list[str]] = defaultdict(list)
    for room, path in room_files():
        for library in third_party(imports_of(path)):
            doors[room, library].append(path.name)

    assert {key: files for key, files in doors.items() if len(files) > 1} == {}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    """No module is longer than the limit."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
