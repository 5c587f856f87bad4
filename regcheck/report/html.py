"""Results as one HTML file each: to read in a browser without a network, and to print."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from regcheck.domain import CheckResult
from regcheck.report import terms
from regcheck.report.look import Look
from regcheck.report.tables import LEVELS, DraftRow
from regcheck.report.terms import name_of
from regcheck.report.view import make_view
from regcheck.report.words import number, say


def render_result(result: CheckResult, look: Look) -> str:
    """Lay out one check as a page that needs no other file."""
    return render("report.html", look, view=make_view(result, look))


def render_summary(rows: Sequence[DraftRow], facts: Sequence[tuple[str, str]], look: Look) -> str:
    """Lay out a scan: a table of drafts with links to their reports, and files that failed.

    Args:
        rows: All files of the scan, in the order they were checked.
        facts: What is to be said of the whole scan, by name.
        look: The language.
    """
    levels = [(level, name_of(terms.SEVERITIES, level, look.lang)) for level in LEVELS]
    return render(
        "summary.html",
        look,
        facts=facts,
        levels=levels,
        checked=[row for row in rows if row.html],
        unread=[row for row in rows if not row.html],
        outcomes={row.outcome: name_of(terms.OUTCOMES, row.outcome, look.lang) for row in rows},
    )


def render(name: str, look: Look, **values: object) -> str:
    """Fill a template; it may say the texts and numbers of the report's language."""
    return (
        environment()
        .get_template(name)
        .render(
            look=look,
            say=lambda key, **gaps: say(key, look.lang, **gaps),
            number=lambda value, digits=0: number(value, look.lang, digits),
            **values,
        )
    )


@cache
def environment() -> Environment:
    """Return the template engine: everything is escaped but our own style and script."""
    loader = PackageLoader("regcheck.report")
    engine = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in ("style.css", "filter.js", "graph.css", "graph.js"):
        source = loader.get_source(engine, name)[0]
        engine.globals[name.replace(".", "_")] = Markup(source)  # files of ours
    return engine


def embed(record: Mapping[str, Any]) -> Markup:
    r"""Write data so that a script element of a page can hold it, whatever stands in it.

    >>> embed({"a": "</script>"})
    Markup('{"a":"\\u003c/script>"}')
    """
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028"))
