"""``regcheck graph central|communities|neighbours``: what is relied on, by whom, and where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from regcheck.cli.graph import atlas_of, graph
from regcheck.cli.options import Run, examples, takes
from regcheck.cli.output import emit, emit_record, look_of

FORMS = ("text", "json", "csv")
ROLES = (
    "dasar_hukum", "mengubah", "mencabut", "mencabut_sebagian", "melaksanakan", "mendelegasikan",
    "menetapkan", "tetap_berlaku", "merujuk",
)  # fmt: skip


@graph.command(
    short_help="Peraturan paling diandalkan (centrality)",
    epilog=examples(
        "regcheck graph central",
        "regcheck graph central --jenis perda --jenis pergub --top 50",
        "regcheck graph central --format csv -o terpusat.csv",
    ),
)
@click.option(
    "--jenis",
    "kinds",
    multiple=True,
    metavar="JENIS",
    help="Hanya jenis ini, mis. perda; dapat diulang. Only this kind; repeatable.",
)
@click.option(
    "--top",
    type=click.IntRange(1),
    default=20,
    help="Banyaknya yang ditampilkan; baku: 20. How many are shown; default: 20.",
)
@takes("corpus", "lang", "output", "as_of", forms=FORMS)
def central(run: Run, kinds: tuple[str, ...], top: int) -> None:
    """Daftar peraturan yang paling banyak diandalkan peraturan lain, dengan bobotnya.

    List the regulations that others rely on most: how many cite them, for how many they are a
    legal basis, and their share of all citations (PageRank).
    """
    from regcheck.graph_ranks import leading
    from regcheck.report import graph_tables

    with atlas_of(run) as atlas:
        rows, total = leading(atlas, top, kinds)
    show(
        run,
        json=lambda: graph_tables.central_to_json(rows, total),
        csv=lambda: graph_tables.central_to_csv(rows, run.lang),
        text=lambda: graph_tables.render_central(rows, total, look_of(run)),
    )


@graph.command(
    short_help="Kelompok yang saling merujuk (communities)",
    epilog=examples(
        "regcheck graph communities",
        "regcheck graph communities --top 5 --json",
        "regcheck graph communities --format csv -o kelompok.csv",
    ),
)
@click.option(
    "--top",
    type=click.IntRange(1),
    default=20,
    help="Banyaknya yang ditampilkan; baku: 20. How many are shown; default: 20.",
)
@takes("corpus", "lang", "output", "as_of", forms=FORMS)
def communities(run: Run, top: int) -> None:
    """Daftar kelompok peraturan yang lebih banyak saling merujuk, yang terbesar dahulu.

    List the groups of regulations that cite each other more than others (Louvain method), the
    largest first, with the words of their titles and their leading members.
    """
    from regcheck.graph_ranks import group_regulations
    from regcheck.report import graph_tables

    with atlas_of(run) as atlas:
        groups = group_regulations(atlas)
    show(
        run,
        json=lambda: graph_tables.communities_to_json(groups[:top], len(groups)),
        csv=lambda: graph_tables.communities_to_csv(groups[:top], run.lang),
        text=lambda: graph_tables.render_communities(groups, top, look_of(run)),
    )


@graph.command(
    short_help="Rujukan di sekitar satu ketentuan (neighbours)",
    epilog=examples(
        "regcheck graph neighbours perda/nusa-kencana/2020/5",
        "regcheck graph neighbours perda/nusa-kencana/2019/5#pasal-12",
        "regcheck graph neighbours uu/2011/16 --role dasar_hukum --format csv -o dasar.csv",
    ),
)
@click.argument("key", metavar="ID")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice(ROLES),
    help="Hanya hubungan ini; dapat diulang. Only this relation; repeatable.",
)
@click.option(
    "--top",
    type=click.IntRange(1),
    default=20,
    help="Banyaknya yang ditampilkan tiap arah; baku: 20. How many are shown each way.",
)
@takes("corpus", "lang", "output", forms=FORMS)
def neighbours(run: Run, key: str, roles: tuple[str, ...], top: int) -> None:
    """Daftar rujukan dari dan ke satu peraturan atau ketentuan, dengan kutipan dan halamannya.

    List what a regulation or provision cites and what cites it, each with its sentence and page.
    JSON and CSV list all of them.
    """
    from regcheck.report import graph_tables

    with atlas_of(run) as atlas:
        steps = atlas.neighbours(key, roles)
    show(
        run,
        json=lambda: graph_tables.neighbours_to_json(key, steps),
        csv=lambda: graph_tables.neighbours_to_csv(steps, run.lang),
        text=lambda: graph_tables.render_neighbours(key, steps, top, look_of(run)),
    )


def show(
    run: Run, *, json: Callable[[], Any], csv: Callable[[], str], text: Callable[[], str]
) -> None:
    """Emit a result in the form that was asked for; only that form is made."""
    if run.form == "json":
        emit_record(run, json())
    else:
        emit(run, csv() if run.form == "csv" else text())
