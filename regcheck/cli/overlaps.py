"""``regcheck corpus overlaps``: what the regulations of a corpus say twice."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Any

import click

from regcheck.cli.options import Run, examples, takes
from regcheck.cli.output import emit, emit_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regcheck.ranked import Overlap, Ranked
    from regcheck.store import Corpus

DEFAULT_SCORE = 0.5
#: Pairs of regulations that are listed unless more are asked for.
DEFAULT_LIMIT = 100
#: What was set aside is millions of pairs in a large corpus; so many pairs of regulations of each
#: code are listed where ``--limit 0`` asks for all.
MOST_ASIDE = 1_000
LABEL = {"id": "Membandingkan", "en": "Comparing"}


@click.command(
    short_help="Tumpang tindih di korpus (all overlaps)",
    epilog=examples(
        "regcheck corpus overlaps",
        "regcheck corpus overlaps --threshold 0.7 --limit 0 -o tumpang-tindih.csv",
        "regcheck corpus overlaps --new-only --json",
        "regcheck corpus overlaps --limit 20 --show-suppressed",
        "regcheck corpus overlaps --scheduler tcp://10.0.0.5:8786",
    ),
)
@click.option(
    "--threshold",
    type=click.FloatRange(0.2, 1),
    default=DEFAULT_SCORE,
    show_default=True,
    help="Kemiripan paling rendah. Least similarity of two provisions.",
)
@click.option(
    "--new-only",
    is_flag=True,
    help="Hanya peraturan yang baru atau berubah sejak terakhir kali. Only regulations added or "
    "changed since the last time.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=DEFAULT_LIMIT,
    show_default=True,
    help="Banyaknya pasang peraturan yang didaftar, hanya yang kemungkinan besar tumpang tindih; 0 "
    "berarti semua. Pairs of regulations that are listed, likely ones only; 0 for all.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    default="",
    help="Bandingkan di pekerja penjadwal Dask ini. Compare on the workers of this Dask scheduler.",
)
@click.option(
    "--show-suppressed",
    is_flag=True,
    help="Daftar juga yang disisihkan, dengan kode N, paling banyak 1000 pasang peraturan per "
    "kode. List what was set aside too, with its N-code, at most 1000 pairs of regulations of "
    "each.",
)
@takes("corpus", "lang", "output", forms=("text", "json", "csv"))
def overlaps(run: Run, *, limit: int, show_suppressed: bool, **options: Any) -> None:
    """Bandingkan semua ketentuan di korpus satu sama lain; hanya yang berubah dihitung ulang.

    Compare all provisions of the corpus with each other, exactly; what was compared before is not
    compared again. What a lawyer would most likely call an overlap comes first; formulae, versions,
    annual series and the like are set aside and counted.
    """
    from regcheck import pipeline
    from regcheck.report.overlaps import Listing, render_overlaps
    from regcheck.report.overlaps_data import overlaps_csv, overlaps_to_json

    with pipeline.open_corpus(run.settings) as corpus:
        ranked, counts = compare(run, corpus, **options)
        listing = Listing(
            shown=likely_ones(ranked)[:limit] if limit else ranked.groups,
            counts=counts,
            hidden=ranked.hidden,
            aside=tuple(ranked.suppressed(limit or MOST_ASIDE)) if show_suppressed else (),
            texts=ranked.library.texts,
            reason=ranked.reason,
            titles=ranked.matter.titles,
        )
    if run.form == "json":
        emit_record(run, overlaps_to_json(listing, options["threshold"], run.lang))
    elif run.form == "csv":
        emit(run, overlaps_csv(listing, run.lang))
    else:
        emit(run, render_overlaps(listing, run.lang))


def likely_ones(ranked: Ranked) -> Sequence[Overlap]:
    """Return the pairs of regulations with a likely overlap, the weightiest first."""
    return tuple(one for one in ranked.groups if one.likely)


def compare(
    run: Run, corpus: Corpus, threshold: float, scheduler: str, *, new_only: bool
) -> tuple[Ranked, dict[str, int]]:
    """Return what was found and judged, and its counts."""
    from regcheck.overlaps import Crew, find_overlaps
    from regcheck.ranked import rank_overlaps

    bar = click.progressbar(
        length=sum(head.passages for head in corpus.heads()),
        label=LABEL[run.lang],
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    )
    with bar:
        crew = Crew(scheduler, bar.update)
        found = find_overlaps(corpus, run.settings, threshold, new_only=new_only, crew=crew)
    ranked = rank_overlaps(corpus, found)
    counts = {
        "groups": len(ranked.groups),
        "likely": ranked.likely,
        "pairs": len(ranked.opinions) - ranked.untold,
        "untold": ranked.untold,
        "apart": found.apart,
    }
    if share := found.index.unfitted:
        counts["unfitted"] = math.ceil(100 * share)
    if new_only:
        counts["changed"] = found.changed
    return ranked, counts
