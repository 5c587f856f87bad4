"""How a report is to look, apart from what it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look: language, what to show, and the width of a screen in characters."""

    lang: str = "id"
    show_suppressed: bool = False
    version: str = ""
    width: int = 80
    colour: bool = False
