"""Somebody who waits sees what is being done; a pipe sees nothing."""

from __future__ import annotations

import io
import re
import sys
import time
from pathlib import Path

import pytest

from regcheck.cli import output
from regcheck.cli.output import Meter, patience


class Screen(io.StringIO):
    """A terminal that remembers everything that was written to it."""

    def isatty(self) -> bool:
        """Say that somebody is watching."""
        return True


def look_at(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Put a terminal in the place of stderr; only inside a test, as pytest sets it anew before."""
    shown = Screen()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("COLUMNS", "80")
    return shown


def longest(shown: Screen) -> int:
    """Return the length of the longest line that stood on the screen."""
    lines = re.sub(r"\x1b\[[?\d]*[a-zA-Z]", "", shown.getvalue()).replace("\r", "\n").splitlines()
    return max(map(len, lines))


def test_a_slow_file_is_named_with_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two files of a batch the bar tells which one is being read, within 80 columns."""
    screen = look_at(monkeypatch)
    meter = Meter(1200, "Menambahkan")
    for number in meter.follow(range(3)):
        if number == 1:
            name = f"{'pindaian-' * 9}.pdf"
            meter.watch([(Path("arsip") / name, 3725.0), (Path("b.pdf"), 2.0)])

    assert "pindaian-pindai... 1:02:05 +1" in screen.getvalue()
    assert "3/1200" in screen.getvalue()
    assert longest(screen) <= 80


def test_a_single_item_shows_the_time_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it takes long; and the line is wiped at the end."""
    screen = look_at(monkeypatch)
    monkeypatch.setattr(output, "PATIENCE_S", 0.0)
    monkeypatch.setattr(output, "TICK_S", 0.01)
    with patience("Membaca a.pdf"):
        time.sleep(0.1)

    assert "\rMembaca a.pdf 0:00" in screen.getvalue()
    assert screen.getvalue().endswith("\r")


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line flashes up for work that is done at once."""
    screen = look_at(monkeypatch)
    assert list(Meter(1, "Menambahkan").follow("a")) == ["a"]
    assert screen.getvalue() == ""


def test_a_pipe_gets_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither bar nor time is written where nobody looks."""
    meter = Meter(3, "Menambahkan")
    for _ in meter.follow("abc"):
        meter.watch([(Path("a.pdf"), 60.0)])
    with patience("Membaca"):
        pass

    assert capsys.readouterr().err == ""
