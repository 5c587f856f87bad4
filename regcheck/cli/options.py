"""The options that commands share, and the record a command gets in their place."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from regcheck.cli.common import LANG_KEY, corpus_option, lang_option
from regcheck.domain import RegulationId, Severity
from regcheck.errors import LANGUAGES, RegcheckError
from regcheck.report.words import CLI_WORDS
from regcheck.settings import OCR_MODES, TRACK_CHANGES, Settings, load_settings

#: The exit code of a batch in which a file failed.
BATCH_FAILED = 5
#: Endings of files that hold plain text.
PLAIN = ("", "txt", "log")
PATH = click.Path(path_type=Path)
Command = Callable[..., None]
Decorator = Callable[[Command], Command]

OPTIONS: dict[str, Decorator] = {
    "corpus": corpus_option,
    "lang": lang_option,
    "output": click.option(
        "-o",
        "--output",
        type=PATH,
        help="Tulis ke berkas ini; akhirannya memilih bentuk. Write to this file; its suffix "
        "chooses the format.",
    ),
    "as_of": click.option(
        "--as-of",
        metavar="DATE",
        help="Keadaan hukum pada tanggal ini (2026-01-31). State of the law on this date.",
    ),
    "fail_on": click.option(
        "--fail-on",
        type=click.Choice([level.label for level in Severity]),
        help="Keluar dengan kode 1 mulai tingkat ini; baku: tinggi. Exit with 1 from this "
        "severity on; default: tinggi.",
    ),
    "show_suppressed": click.option(
        "--show-suppressed",
        is_flag=True,
        help="Daftar juga yang mirip tetapi bukan kesalahan. Also list what is similar but no "
        "fault.",
    ),
    "ocr": click.option(
        "--ocr",
        type=click.Choice(OCR_MODES),
        help="Kenali teks pada gambar: auto (baku) bila perlu, always semua halaman, never tidak "
        "sama sekali. Recognise text in pictures: where needed, on every page, or never.",
    ),
    "track_changes": click.option(
        "--track-changes",
        type=click.Choice(TRACK_CHANGES),
        help="Naskah Word dengan perubahan terlacak: bunyi akhir (baku) atau asal. Word files with "
        "tracked changes: the final text (default) or the original.",
    ),
    "override_id": click.option(
        "--id",
        "override_id",
        metavar="ID",
        default="",
        help="Id naskah bila tidak terbaca, mis. perda/nusa-kencana/2020/5. Id of the text.",
    ),
}


@dataclass(frozen=True, slots=True)
class Run:
    """How a command was called: its settings, the form of its output, and where that goes."""

    settings: Settings
    form: str = "text"
    output: Path | None = None
    show_suppressed: bool = False
    override_id: str = ""

    @property
    def lang(self) -> str:
        """The language of the output."""
        return self.settings.lang


def examples(*lines: str) -> str:
    """Return the end of a help text: calls a user can copy, one a line."""
    return "\n".join(("\b", "Contoh / Examples:", *(f"  {line}" for line in lines)))


def takes(*names: str, forms: tuple[str, ...] = ("text", "json")) -> Decorator:
    """Give a command the options ``names`` and ``--format``; it gets them as one ``Run``.

    Without ``forms`` there is only text, and no ``--format``.
    """

    def decorate(command: Command) -> Command:
        @wraps(command)
        def call(**values: Any) -> None:
            own = ("form", "as_json", *names) if forms else names
            shared = {name: values.pop(name) for name in own}
            command(make_run(shared, forms), **values)

        wrapped: Command = call
        for option in reversed([OPTIONS[name] for name in names] + format_options(forms)):
            wrapped = option(wrapped)
        return wrapped

    return decorate


def format_options(forms: tuple[str, ...]) -> list[Decorator]:
    """Return ``--format`` and its short form ``--json``, or nothing where there is no choice."""
    if not forms:
        return []
    return [
        click.option(
            "--format",
            "form",
            type=click.Choice(forms),
            help=f"Bentuk keluaran; baku: {forms[0]}. Format of the output; default: {forms[0]}.",
        ),
        click.option(
            "--json", "as_json", is_flag=True, help="Sama dengan --format json. Same as that."
        ),
    ]


def make_run(values: dict[str, Any], forms: tuple[str, ...]) -> Run:
    """Combine the options of a command with those before it and with the settings.

    Raises:
        RegcheckError: A setting is impossible.
    """
    context = click.get_current_context()
    before = context.find_root().params
    given = {name: values.get(name) or before.get(name) for name in ("corpus", "lang")}
    known = given["lang"] or os.environ.get("REGCHECK_LANG")
    context.meta[LANG_KEY] = known if known in LANGUAGES else LANGUAGES[0]
    given |= {name: values.get(name) for name in ("as_of", "fail_on", "ocr", "track_changes")}
    settings = load_settings(Path.cwd(), **given)
    context.meta[LANG_KEY] = settings.lang
    return Run(
        settings=settings,
        form=chosen_form(values, forms),
        output=values.get("output"),
        show_suppressed=bool(values.get("show_suppressed")),
        override_id=check_id(values.get("override_id") or ""),
    )


def chosen_form(values: dict[str, Any], forms: tuple[str, ...]) -> str:
    """Return the format that was asked for: by option, else by the suffix of the output file.

    Raises:
        RegcheckError: The suffix belongs to a format that the command does not write; its program
            could not open the file.

    >>> chosen_form({"output": Path("laporan.HTML")}, ("text", "html"))
    'html'
    >>> chosen_form({"form": "html", "output": Path("a.txt")}, ("text", "html"))
    'html'
    >>> chosen_form({}, ())
    'text'
    """
    output: Path | None = values.get("output")
    suffix = output.suffix.lower().lstrip(".") if output else ""
    asked = "json" if values.get("as_json") else values.get("form")
    if asked or suffix in forms:
        return asked or suffix
    if suffix not in PLAIN and len(forms) > 1:
        written = " ".join(f".{'txt' if form == 'text' else form}" for form in forms)
        raise sentence("no_such_form", path=output, suffix=suffix, forms=written)
    return next(iter(forms), "text")


def check_id(text: str) -> str:
    """Refuse an id that is none.

    Raises:
        RegcheckError: The text does not have the form of an id.
    """
    if text:
        try:
            RegulationId.from_str(text)
        except ValueError:
            raise sentence("bad_id", id=text) from None
    return text


def sentence(name: str, **values: object) -> RegcheckError:
    """Return an error that says one of the texts of the command line."""
    indonesian, english = CLI_WORDS[name]
    return RegcheckError(id=indonesian.format(**values), en=english.format(**values))


def finish(code: int) -> None:
    """End the command with an exit code.

    Raises:
        click.exceptions.Exit: Always, unless the code is 0.
    """
    if code:
        raise click.exceptions.Exit(code)
