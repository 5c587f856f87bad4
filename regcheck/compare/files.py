"""Named arrays in a folder: written whole or not at all, read back without copying."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MANIFEST = "manifest.json"
#: Raised whenever the arrays or the words they are made of change their meaning.
FORMAT = 1
#: A folder that no manifest names and nobody has touched for so long is a killed process's.
ABANDONED_S = 3600.0

Arrays = Mapping[str, NDArray[Any]]


def save_arrays(folder: Path, digest: str, arrays: Arrays, names: list[str]) -> None:
    """Write arrays and a list of names so that a killed process leaves the old or the new.

    They go into a folder of their own; replacing the manifest that points to it is the one step
    that counts.

    Args:
        folder: Created if absent.
        digest: What the arrays were made from; ``load_arrays`` asks for it.
        arrays: Written as they are.
        names: The names of the rows.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    old = _read_manifest(folder)
    part = Path(tempfile.mkdtemp(prefix="index-", dir=folder))
    for name, array in arrays.items():
        np.save(part / f"{name}.npy", array, allow_pickle=False)
    (part / "names.json").write_text(json.dumps(names), encoding="utf-8")
    manifest = {
        "format": FORMAT,
        "digest": digest,
        "folder": part.name,
        "files": {path.name: _checksum(path) for path in sorted(part.iterdir())},
    }
    draft = part / MANIFEST
    draft.write_text(json.dumps(manifest), encoding="utf-8")
    draft.replace(folder / MANIFEST)
    _clear(folder, {str(old.get("folder", ""))}, part.name)


def load_arrays(folder: Path, digest: str) -> tuple[Arrays, list[str]] | None:
    """Map the arrays saved for ``digest``; ``None`` if they are missing, stale or damaged."""
    manifest = _read_manifest(folder)
    if manifest.get("format") != FORMAT or manifest.get("digest") != digest:
        return None
    part = folder / str(manifest["folder"])
    files: Mapping[str, int] = manifest["files"]
    try:
        if any(_checksum(part / name) != checksum for name, checksum in files.items()):
            return None
        arrays = {
            Path(name).stem: np.load(part / name, mmap_mode="r", allow_pickle=False)
            for name in files
            if name.endswith(".npy")
        }
        return arrays, json.loads((part / "names.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest; empty if there is none that can be read."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    whole = isinstance(manifest, dict) and manifest.keys() >= {
        "format",
        "digest",
        "folder",
        "files",
    }
    return manifest if whole else {}


def _checksum(path: Path) -> int:
    """Return the CRC-32 of a file: it guards against accidents, not against an attacker."""
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum


def _clear(folder: Path, stale: set[str], current: str) -> None:
    """Remove the folders a new manifest has made useless, and abandoned ones."""
    for path in folder.glob("index-*"):
        try:
            old = time.time() - path.stat().st_mtime > ABANDONED_S
        except OSError:
            continue
        if path.name != current and (path.name in stale or old):
            # A reader may still map these files; Windows then refuses, and the next save tries.
            shutil.rmtree(path, ignore_errors=True)
