"""``regcheck scan``: every draft of a folder, with one report each and a summary."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from regcheck.cli.check import exit_code
from regcheck.cli.options import BATCH_FAILED, PATH, Run, examples, finish, takes
from regcheck.cli.output import Meter, emit, emit_record, look_of, write_file
from regcheck.domain import CheckResult, FileRow, Severity
from regcheck.report.words import number, say

if TYPE_CHECKING:
    from regcheck.report.tables import DraftRow

SUMMARY = "ringkasan"
FINDINGS = "temuan"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reports of one draft lie."""

    html: Path
    json: Path


@click.command(
    epilog=examples(
        "regcheck scan rancangan -o hasil",
        "regcheck scan rancangan -o hasil --fail-on kritis --lang en",
        "regcheck scan rancangan -o hasil --ocr never",
    ),
)
@click.argument("folder", type=PATH)
@click.option(
    "-o",
    "--output",
    "out",
    type=PATH,
    required=True,
    help="Folder untuk laporan. Folder for the reports.",
)
@takes("corpus", "lang", "as_of", "fail_on", "show_suppressed", "ocr", "track_changes")
def scan(run: Run, folder: Path, out: Path) -> None:
    """Periksa semua rancangan di satu folder, terhadap korpus dan satu sama lain.

    Check all drafts of a folder against the corpus and against each other. The output folder gets
    one HTML and one JSON report for each draft, ringkasan.html and ringkasan.csv (one line for
    each draft), and temuan.csv (one line for each finding). Repeating the command redoes only what
    is not up to date.
    """
    from regcheck import pipeline
    from regcheck.pipeline import find_documents

    paths = find_documents(folder)
    with pipeline.open_corpus(run.settings) as corpus:
        stamp = pipeline.scan_stamp(paths, corpus, run.settings)
        places = place_reports(paths, folder, out)
        done = find_done(places, stamp)
        meter = Meter(len(paths), say("checking", run.lang))
        drafts = pipeline.scan_folder(paths, corpus, run.settings, done, meter.watch)
        rows = []
        for path, (row, result) in zip(paths, meter.follow(drafts), strict=True):
            if result is not None:
                write_reports(run, result, places[path], stamp)
            rows.append(replace(row, path=str(path)))
    finish(account(run, rows, places, out))


def place_reports(paths: Sequence[Path], folder: Path, out: Path) -> Mapping[Path, Place]:
    """Give each draft the names of its reports: its own name, made unique.

    >>> places = place_reports([Path("d/a.pdf"), Path("d/x/a.txt")], Path("d"), Path("o"))
    >>> [place.html.name for place in places.values()]
    ['a.html', 'x-a.html']
    """
    taken = {SUMMARY, FINDINGS}
    places = {}
    for path in paths:
        inner = path.relative_to(folder) if path.is_relative_to(folder) else Path(path.name)
        stem = "-".join(inner.with_suffix("").parts)
        name, count = stem, 2
        while name.casefold() in taken:
            name, count = f"{stem}-{count}", count + 1
        taken.add(name.casefold())
        places[path] = Place(out / f"{name}.html", out / f"{name}.json")
    return places


def find_done(places: Mapping[Path, Place], stamp: str) -> frozenset[str]:
    """Return the SHA-256 of the drafts whose reports are up to date.

    A draft of the same content whose own report is missing takes its content out again.
    """
    done, missing = set(), []
    for path, place in places.items():
        record = read_report(place)
        if record and record.get("stamp") == stamp and record["draft"]["path"] == str(path):
            done.add(record["draft"]["sha256"])
        else:
            missing.append(path)
    return frozenset(done - {hashlib.sha256(path.read_bytes()).hexdigest() for path in missing})


def read_report(place: Place) -> dict[str, Any] | None:
    """Return the record of a draft's check, if both its reports are there."""
    from regcheck.report.data import read_json

    return read_json(place.json) if place.html.exists() else None


def write_reports(run: Run, result: CheckResult, place: Place, stamp: str) -> None:
    """Write both reports of a draft; the JSON comes last, since its stamp says both are whole."""
    from regcheck.report import html
    from regcheck.report.data import result_to_json, to_json

    record = result_to_json(result, show_suppressed=run.show_suppressed)
    write_file(place.html, html.render_result(result, look_of(run)))
    write_file(place.json, to_json({**record, "stamp": stamp}))


def account(run: Run, rows: Sequence[FileRow], places: Mapping[Path, Place], out: Path) -> int:
    """Write the summaries, print what was done, and return the exit code."""
    from regcheck.report.html import render_summary
    from regcheck.report.tables import draft_row, findings_csv, summary_csv

    lang, records, drafts = run.lang, [], []
    for row in rows:
        place = places[Path(row.path)]
        record = read_report(place) if row.outcome in {"checked", "unchanged"} else None
        records += [record] if record else []
        drafts.append(draft_row(row, record, place.html.name, lang))
    write_file(out / f"{SUMMARY}.csv", summary_csv(drafts, lang))
    write_file(out / f"{FINDINGS}.csv", findings_csv(records, lang))
    write_file(
        out / f"{SUMMARY}.html", render_summary(drafts, scan_facts(records, lang), look_of(run))
    )
    print_account(run, drafts, out)
    if any(row.outcome == "failed" for row in rows):
        return BATCH_FAILED
    found = (Severity[one["severity"].upper()] for each in records for one in each["findings"])
    return exit_code(found, run.settings)


def scan_facts(records: Sequence[Mapping[str, Any]], lang: str) -> list[tuple[str, str]]:
    """Return what a summary says of the whole scan: corpus, its size, and the findings."""
    total = sum(len(record["findings"]) for record in records)
    facts = [(say("findings", lang), number(total, lang))]
    for name in ("path", "regulations", "digest"):
        if value := next((record["corpus"].get(name) for record in records), None):
            text = number(value, lang) if isinstance(value, int) else str(value)
            facts.append((say(f"corpus_{name}", lang), text))
    return facts


def print_account(run: Run, drafts: Sequence[DraftRow], out: Path) -> None:
    """Print one line for each draft, and where the reports are."""
    if run.form == "json":
        from regcheck.report.data import versioned

        rows = [
            {**asdict(one), "severities": dict(one.severities), "codes": dict(one.codes)}
            for one in drafts
        ]
        emit_record(run, versioned(output=str(out), drafts=rows))
        return
    from regcheck.report.terminal import render_drafts

    lines = [render_drafts(drafts, replace(look_of(run)))]
    lines += [say("reports_in", run.lang, path=out / f"{SUMMARY}.html")]
    emit(run, "\n".join(lines))
