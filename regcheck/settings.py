"""Settings: one frozen record, from defaults, ``regcheck.toml``, the environment and options."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import platformdirs

from regcheck.domain import Severity
from regcheck.errors import LANGUAGES, RegcheckError

CONFIG_NAME = "regcheck.toml"
#: Whether pictures of text are recognised: where it helps, on every page, or on none.
OCR_MODES = ("auto", "always", "never")
#: Which state of a Word draft with tracked changes is read.
TRACK_CHANGES = ("final", "original")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every threshold, limit and path a user may change; scores are cosines in ``[0, 1]``.

    Limits bound the time and memory that one file may take, and are reported where they cut:
    ``max_pages`` pages are read, ``max_ocr_pages`` of them recognised from pictures, and a packed
    file may unfold to ``max_unpacked_mb`` megabytes; in a batch, a file that takes more than
    ``max_seconds``, or whose process takes more than ``max_memory_mb``, is given up. What was read
    with less confidence than ``reading_floor`` makes no finding that is called certain.
    ``tessdata`` names the folder of Tesseract's language files and ``soffice`` the LibreOffice
    program, where they are not found by themselves.

    Raises:
        RegcheckError: A score is outside ``[0, 1]``, a word is not one of the choices, or a date
            is none.
    """

    corpus: str = ""
    lang: str = "id"
    candidate_score: float = 0.25
    duplicate_score: float = 0.7
    noteworthy_score: float = 0.6
    overlap_share: float = 0.42
    formula_spread: int = 5
    structure_floor: float = 0.6
    reading_floor: float = 0.85
    fail_on: str = "tinggi"
    as_of: str = ""
    ocr: str = "auto"
    track_changes: str = "final"
    tessdata: str = ""
    soffice: str = ""
    max_pages: int = 2_000
    max_ocr_pages: int = 500
    max_unpacked_mb: int = 500
    max_seconds: int = 1_800
    max_memory_mb: int = 4_000

    def __post_init__(self) -> None:
        """Refuse impossible values at once."""
        for name, value in asdict(self).items():
            if name.endswith(("_score", "_floor")) and not (
                isinstance(value, int | float) and 0 <= value <= 1
            ):
                raise RegcheckError(
                    id=f"{name} = {value}: harus bilangan di antara 0 dan 1.",
                    en=f"{name} = {value}: must be a number between 0 and 1.",
                )
            if name.startswith("max_") and not (isinstance(value, int) and value > 0):
                raise RegcheckError(
                    id=f"{name} = {value}: harus bilangan bulat lebih dari 0.",
                    en=f"{name} = {value}: must be a whole number above 0.",
                )
        self.refuse_unless("lang", LANGUAGES)
        self.refuse_unless("ocr", OCR_MODES)
        self.refuse_unless("track_changes", TRACK_CHANGES)
        self.refuse_unless("fail_on", tuple(level.label for level in Severity))
        if self.as_of and not is_date(self.as_of):
            raise RegcheckError(
                id=f"as_of = {self.as_of}: tulis tanggal sebagai 2026-01-31.",
                en=f"as_of = {self.as_of}: write the date as 2026-01-31.",
            )

    def refuse_unless(self, name: str, choices: tuple[str, ...]) -> None:
        """Refuse a value that is not one of ``choices``."""
        if (value := getattr(self, name)) not in choices:
            listed = ", ".join(choices)
            raise RegcheckError(
                id=f"{name} = {value}: pilih salah satu dari {listed}.",
                en=f"{name} = {value}: choose one of {listed}.",
            )

    @property
    def corpus_path(self) -> Path:
        """The corpus file: the one set, or the one in the user's data folder."""
        return Path(self.corpus) if self.corpus else default_corpus()


def is_date(text: str) -> bool:
    """Tell whether a text is an ISO date.

    >>> is_date("2026-02-30")
    False
    """
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def default_corpus() -> Path:
    """Return the per-user corpus file, whether or not it exists."""
    return Path(platformdirs.user_data_dir("regcheck", appauthor=False)) / "korpus.sqlite"


def load_settings(folder: Path, **options: Any) -> Settings:
    """Combine defaults, ``regcheck.toml`` in ``folder``, ``REGCHECK_*`` variables and options.

    Later sources win; an option that is ``None`` was not given.

    Raises:
        RegcheckError: The file is not valid TOML, or a name in it is unknown.
    """
    values = read_config(folder / CONFIG_NAME)
    for field in fields(Settings):
        if text := os.environ.get(f"REGCHECK_{field.name.upper()}"):
            values[field.name] = to_value(text, field.name, str(field.type))
    values.update({name: value for name, value in options.items() if value is not None})
    return replace(Settings(), **values)


def to_value(text: str, name: str, kind: str) -> str | int | float:
    """Read a value of the environment as the kind its field has.

    Raises:
        RegcheckError: The text is not a number where one is needed.
    """
    if kind == "str":
        return text
    try:
        return int(text) if kind == "int" else float(text)
    except ValueError:
        raise RegcheckError(
            id=f"{name} = {text}: bukan bilangan.", en=f"{name} = {text}: not a number."
        ) from None


def read_config(path: Path) -> dict[str, Any]:
    """Read ``regcheck.toml``; an absent file gives no values.

    Raises:
        RegcheckError: The file is not valid TOML, or a name in it is unknown.
    """
    if not path.exists():
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegcheckError(
            id=f"{path}: bukan berkas TOML yang benar ({error}).",
            en=f"{path}: not valid TOML ({error}).",
        ) from None
    known = {field.name for field in fields(Settings)}
    if unknown := sorted(set(values) - known):
        raise RegcheckError(
            id=f"{path}: nama tidak dikenal: {', '.join(unknown)}.",
            en=f"{path}: unknown name: {', '.join(unknown)}.",
        )
    return values
