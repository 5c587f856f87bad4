"""Named arrays in folders: written whole or not at all, read back without copying."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MANIFEST = "manifest.json"
#: Raised whenever the arrays or the words they are made of change their meaning.
FORMAT = 3
#: A folder that no manifest names and nobody has touched for so long is a killed process's.
ABANDONED_S = 3600.0

Arrays = Mapping[str, NDArray[Any]]
Manifest = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """Arrays that are written together and never changed.

    ``saved_as`` is the folder they were read from; empty if they were made in memory.
    """

    arrays: Arrays
    saved_as: str = ""


def save_parts(folder: Path, digest: str, parts: Mapping[str, Part]) -> None:
    """Write parts so that a killed process leaves the old ones or the new.

    Each part that is not there yet goes into a folder of its own; replacing the manifest that
    points to the folders is the one step that counts.

    Args:
        folder: Created if absent.
        digest: What the parts were made from; ``load_parts`` asks for it.
        parts: By name.

    Raises:
        OSError: The folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    old = {entry["folder"]: entry for entry in _entries(_read_manifest(folder)).values()}
    entries = {
        name: old[part.saved_as] if part.saved_as in old else _write(folder, part.arrays)
        for name, part in parts.items()
    }
    draft = folder / next(reversed(entries.values()))["folder"] / MANIFEST
    draft.write_text(
        json.dumps({"format": FORMAT, "digest": digest, "parts": entries}), encoding="utf-8"
    )
    draft.replace(folder / MANIFEST)
    _clear(folder, set(old), {entry["folder"] for entry in entries.values()})


def _write(folder: Path, arrays: Arrays) -> dict[str, Any]:
    """Write arrays into a new folder; return what the manifest keeps of it."""
    part = Path(tempfile.mkdtemp(prefix="index-", dir=folder))
    for name, array in arrays.items():
        np.save(part / f"{name}.npy", array, allow_pickle=False)
    files = {path.name: [*_look(path), _checksum(path)] for path in sorted(part.iterdir())}
    return {"folder": part.name, "files": files}


def load_parts(folder: Path, digest: str = "") -> Mapping[str, Part] | None:
    """Map the parts saved for ``digest``; ``None`` if they are missing, stale or damaged.

    A file is read for its checksum only if its size or time is not what it was when it was
    written: so loading does not grow with the corpus. Without a digest, any will do.
    """
    manifest = _read_manifest(folder)
    if manifest.get("format") != FORMAT or (digest and manifest.get("digest") != digest):
        return None
    try:
        return {
            name: Part(_map(folder / entry["folder"], entry["files"]), entry["folder"])
            for name, entry in _entries(manifest).items()
        }
    except (OSError, ValueError, KeyError, TypeError):
        # Between reading the manifest and mapping the files another process may have saved.
        return None if _read_manifest(folder) == manifest else load_parts(folder, digest)


def _map(part: Path, files: Mapping[str, list[int]]) -> Arrays:
    """Map the arrays of a folder.

    Raises:
        OSError: A file is missing.
        ValueError: A file is damaged.
    """
    for name, (size, time_ns, checksum) in files.items():
        path = part / name
        if _look(path) != [size, time_ns] and _checksum(path) != checksum:
            raise ValueError(path)
    return {
        Path(name).stem: np.load(part / name, mmap_mode="r", allow_pickle=False) for name in files
    }


def _read_manifest(folder: Path) -> Manifest:
    """Return the manifest; empty if there is none that can be read."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    whole = isinstance(manifest, dict) and manifest.keys() >= {"format", "digest", "parts"}
    return manifest if whole else {}


def _entries(manifest: Manifest) -> Mapping[str, Any]:
    """Return the parts a manifest of this format names."""
    named: Mapping[str, Any] = manifest["parts"] if manifest.get("format") == FORMAT else {}
    return named


def _look(path: Path) -> list[int]:
    """Return the size of a file and the time it was written."""
    seen = path.stat()
    return [seen.st_size, seen.st_mtime_ns]


def _checksum(path: Path) -> int:
    """Return the CRC-32 of a file: it guards against accidents, not against an attacker."""
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            checksum = zlib.crc32(block, checksum)
    return checksum


def _clear(folder: Path, stale: set[str], current: set[str]) -> None:
    """Remove the folders a new manifest has made useless, and abandoned ones."""
    for path in folder.glob("index-*"):
        try:
            old = time.time() - path.stat().st_mtime > ABANDONED_S
        except OSError:
            continue
        if path.name not in current and (path.name in stale or old):
            # A reader may still map these files; Windows then refuses, and the next save tries.
            shutil.rmtree(path, ignore_errors=True)
