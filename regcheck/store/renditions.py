"""Consolidated passages, kept beside the index so that they are worked out once."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from regcheck.domain.consolidation import Rendition
from regcheck.store import records

#: The folder inside that of the index.
FOLDER = "renditions"
#: Renditions of one base that are kept: for several dates, and the last contents.
KEPT = 6


def path_of(folder: Path, base: str, stamp: str) -> Path:
    """Return the file of a rendition."""
    name = hashlib.sha256(base.encode()).hexdigest()[:20]
    return folder / FOLDER / f"{name}-{stamp[:32]}.bin"


def read_rendition(folder: Path, base: str, stamp: str) -> Rendition | None:
    """Return what was kept for a base under a stamp; ``None`` if nothing, or if it is damaged."""
    try:
        found = records.unpack(path_of(folder, base, stamp).read_bytes(), Rendition)
    except (OSError, ValueError):
        return None
    return found if found.id == base else None


def keep_rendition(folder: Path, rendition: Rendition, stamp: str) -> None:
    """Keep a rendition, whole or not at all; where nothing can be written, nothing is kept."""
    path = path_of(folder, rendition.id, stamp)
    with suppress(PermissionError):
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix="rendition-", dir=path.parent)
        with os.fdopen(number, "wb") as file:
            file.write(records.pack(rendition))
        Path(name).replace(path)
        clear_old(path)


def clear_old(path: Path) -> None:
    """Remove the oldest renditions of a base beyond those that are kept."""
    base = path.name.partition("-")[0]
    found = sorted(path.parent.glob(f"{base}-*.bin"), key=lambda one: one.stat().st_mtime_ns)
    for old in found[:-KEPT]:
        old.unlink(missing_ok=True)
