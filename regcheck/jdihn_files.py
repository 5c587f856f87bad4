"""The files of a folder matched with the documents of a JDIHN feed, by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from regcheck.domain.catalogue import CatalogueEntry


@dataclass(frozen=True)
class Match:
    """Which file of a folder belongs to which document of a feed.

    ``files`` is by id of the document; ``missing`` are documents without a file, ``spare`` files
    without a document.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    spare: tuple[Path, ...] = ()


def match_files(entries: Iterable[CatalogueEntry], files: Sequence[Path]) -> Match:
    """Find the file of each document by its name, whatever its capitals and spaces.

    A name that two documents or two files share matches nothing.
    """
    by_name: dict[str, list[Path]] = {}
    for path in files:
        by_name.setdefault(plain_name(path.name), []).append(path)
    wanted: dict[str, list[str]] = {}
    for entry in entries:
        wanted.setdefault(plain_name(entry.file), []).append(entry.id)
    found = {
        ids[0]: by_name[name][0]
        for name, ids in wanted.items()
        if name and len(ids) == 1 and len(by_name.get(name, ())) == 1
    }
    missing = tuple(id_ for ids in wanted.values() for id_ in ids if id_ not in found)
    used = set(found.values())
    return Match(found, missing, tuple(path for path in files if path not in used))


def match_abstracts(entries: Iterable[CatalogueEntry], files: Sequence[Path]) -> Mapping[str, Path]:
    """Find the file of each abstract that a feed only names, by id of the document."""
    by_name: dict[str, list[Path]] = {}
    for path in files:
        by_name.setdefault(plain_name(path.name), []).append(path)
    named = {entry.id: by_name.get(plain_name(entry.abstract_file), []) for entry in entries}
    return {id_: paths[0] for id_, paths in named.items() if len(paths) == 1}


def plain_name(name: str) -> str:
    """Return the letters and digits of a file's name, in lower case.

    >>> plain_name("PERDA No 5 (2011).PDF"), plain_name("perda_no_5_2011.pdf")
    ('perdano52011pdf', 'perdano52011pdf')
    """
    return "".join(re.findall(r"[a-z0-9]+", name.lower()))
