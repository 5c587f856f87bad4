"""Settings come from four places, later ones win, and impossible values are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.errors import RegcheckError
from regcheck.settings import Settings, load_settings


def write(folder: Path, text: str) -> Path:
    """Write a ``regcheck.toml`` and return its folder."""
    (folder / "regcheck.toml").write_text(text, encoding="utf-8")
    return folder


def test_defaults_need_nothing(tmp_path: Path) -> None:
    """Without file, environment and options the corpus lies in the user's data folder."""
    settings = load_settings(tmp_path)

    assert settings == Settings()
    assert settings.corpus_path.name == "korpus.sqlite"


def test_later_sources_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File, environment and option override each other in this order."""
    folder = write(tmp_path, 'corpus = "file.sqlite"\nlang = "en"\nduplicate_score = 0.8\n')
    monkeypatch.setenv("REGCHECK_CORPUS", "environment.sqlite")
    monkeypatch.setenv("REGCHECK_DUPLICATE_SCORE", "0.85")

    settings = load_settings(folder, corpus="option.sqlite", lang=None)

    assert settings.corpus_path == Path("option.sqlite")
    assert settings.lang == "en"
    assert settings.duplicate_score == 0.85


@pytest.mark.parametrize(
    "text",
    [
        "duplicate_score = 1.5",
        'lang = "fr"',
        "unknown = 1",
        "not toml",
        "duplicate_score = 'x'",
        'as_of = "31-12-2026"',
    ],
)
def test_bad_file_gets_one_sentence(tmp_path: Path, text: str) -> None:
    """An impossible value, an unknown name and broken TOML are refused in both languages."""
    with pytest.raises(RegcheckError) as caught:
        load_settings(write(tmp_path, text))

    assert caught.value.say("id")
    assert caught.value.say("en")


def test_bad_environment_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A score that is no number is named."""
    monkeypatch.setenv("REGCHECK_CANDIDATE_SCORE", "tinggi")

    with pytest.raises(RegcheckError, match="candidate_score"):
        load_settings(tmp_path)
