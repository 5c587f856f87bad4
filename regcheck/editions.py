"""The corridor to the text that is compared: a regulation as it stands on a day, or as printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from regcheck.consolidate import consolidate_id, is_changed
from regcheck.current import is_gone
from regcheck.domain import Regulation
from regcheck.domain.consolidation import Consolidated
from regcheck.errors import RegcheckError
from regcheck.intake import parse_file
from regcheck.law import as_regulation
from regcheck.settings import Settings
from regcheck.standings import open_corpus

#: The forms of a text: the file or act as it is printed, or with its amendments applied.
PRINTED, STANDING = "printed", "standing"


@dataclass(frozen=True)
class Edition:
    """The regulations of a file, or one of the corpus, in one form.

    ``acts`` are the amending acts that were applied, ``unapplied`` counts what of them could not
    be, ``gone`` the units that were left out because they are no longer law.
    """

    regulations: tuple[Regulation, ...]
    form: str = PRINTED
    acts: tuple[str, ...] = ()
    unapplied: int = 0
    gone: int = 0

    def describe(self, as_of: str) -> Mapping[str, Any]:
        """Return what a report says of the form."""
        day = as_of if self.form == STANDING else ""
        return {
            "id": self.regulations[0].id,
            "form": self.form,
            "as_of": day,
            "acts": list(self.acts),
            "unapplied": self.unapplied,
        }


def find_edition(name: str, settings: Settings, *, printed: bool = False) -> Edition:
    """Return a file as it is printed, or a regulation of the corpus as it stands.

    Args:
        name: A file, or the id of a regulation in the corpus.
        settings: ``as_of`` is the day on which the text stands; empty for all that is known.
        printed: Leave a regulation of the corpus as it is printed, too.

    Raises:
        RegcheckError: The name is neither a file nor an id in the corpus.
        UnreadableFileError: A file cannot be read.
        CorpusError: An id was given and the corpus cannot be used.
    """
    if Path(name).exists():
        return Edition(parse_file(Path(name), settings=settings))
    with open_corpus(settings) as corpus:
        if not corpus.has(name):
            raise unknown(name)
        if printed or not is_changed(corpus, name):
            return Edition((corpus.regulation(name),))
        return standing_edition(consolidate_id(corpus, name, settings.as_of))


def standing_edition(consolidated: Consolidated) -> Edition:
    """Return a consolidated text without the units that are no longer law."""
    text = as_regulation(consolidated)
    living = tuple(unit for unit in text.units if not is_gone(consolidated, unit.key))
    return Edition(
        regulations=(replace(text, units=living),),
        form=STANDING,
        acts=tuple(act.id for act in consolidated.acts),
        unapplied=sum(not remark.applied for remark in consolidated.remarks),
        gone=len(text.units) - len(living),
    )


def unknown(name: str) -> RegcheckError:
    """The name is neither that of a file nor the id of a regulation."""
    return RegcheckError(
        id=f"{name}: bukan berkas dan tidak ada di korpus. Lihat regcheck corpus list.",
        en=f"{name}: neither a file nor in the corpus. See regcheck corpus list.",
    )
