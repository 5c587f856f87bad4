"""Errors a user can do something about: each says what is wrong, where, and the next step."""

from __future__ import annotations

#: The languages of every message; the first is the default.
LANGUAGES = ("id", "en")


class RegcheckError(Exception):
    """A bad call or file; the message is the whole sentence the user reads, in two languages.

    >>> RegcheckError(id="x.pdf: tidak ada.", en="x.pdf: not found.").say("en")
    'x.pdf: not found.'
    """

    exit_code = 2

    def __init__(self, *, id: str, en: str) -> None:  # noqa: A002 - the language code
        super().__init__(en)
        self.sentences = {"id": id, "en": en}

    def say(self, lang: str) -> str:
        """Return the sentence in ``lang`` (``id`` or ``en``)."""
        return self.sentences[lang]


class UnreadableFileError(RegcheckError):
    """A single input cannot be read."""

    exit_code = 3


class CorpusError(RegcheckError):
    """The corpus cannot be used."""

    exit_code = 4
