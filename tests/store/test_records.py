"""Any record at all survives the store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regcheck.domain import (
    Amendment,
    Anomaly,
    Citation,
    Definition,
    FileReading,
    FileRow,
    Identity,
    Kind,
    Line,
    Passage,
    Regulation,
    Role,
    Source,
    SourceText,
    Span,
    Table,
    Unit,
)
from regcheck.domain.state import READING_FORM
from regcheck.store import Corpus, records

text = st.text(max_size=12)
number = st.integers(0, 10_000)
real = st.floats(allow_nan=False, allow_infinity=False)
span = st.builds(Span, number, number)


def tuples(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw short tuples."""
    return st.lists(of, max_size=3).map(tuple)


anomalies = tuples(st.builds(Anomaly, text, text, text, number, text))
lines = tuples(st.builds(Line, text, number, real, real, real, real, real, st.integers(-1, 99)))
source_texts = st.builds(
    SourceText,
    lines,
    st.builds(Source, text, text, number, text),
    tuples(st.builds(Table, number, tuples(tuples(text)))),
    anomalies,
    real,
    number,
)
identities = st.builds(
    Identity, text, text, text, text, text, text, text, text, text, st.booleans()
)
regulations = st.builds(
    Regulation,
    text,
    identities,
    source_texts,
    tuples(st.builds(Unit, text, st.sampled_from(Kind), text, text, span, text, number, text)),
    tuples(
        st.builds(Citation, span, text, st.sampled_from(Role), st.none() | text, tuples(text), text)
    ),
    tuples(st.builds(Definition, text, text, text, span)),
    tuples(st.builds(Amendment, text, text, text, tuples(text), span)),
    anomalies,
    real,
)
share = st.floats(0, 1)
passages = st.builds(
    Passage, text, st.sampled_from(Kind), text, number, text, text, text, text, share
)
slow_machines = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@slow_machines
@given(regulations)
def test_any_regulation_is_read_back(regulation: Regulation) -> None:
    """Writing and reading a regulation gives the same one, computed parts or not."""
    assert regulation.by_key is not None  # fills the cache, which must not be stored
    assert regulation.source_text.starts is not None

    content = records.pack_regulation(regulation)
    again = records.unpack_regulation(content, records.pack_text(regulation.source_text))

    assert again == regulation
    assert again.source_text.text == regulation.text


@slow_machines
@given(st.lists(passages, max_size=4))
def test_any_passages_come_out_of_a_corpus(tmp_path_factory: Any, drawn: list[Passage]) -> None:
    """Adding and loading passages gives the same ones in the same order."""
    id_ = "perda/nusa-kencana/2020/5"
    found = [replace(passage, key=f"{id_}#pasal-{n}") for n, passage in enumerate(drawn)]
    source_text = SourceText((), Source("a.txt", "a", 1, "plain"))
    regulation = Regulation(id_, Identity(), source_text, ())
    path = tmp_path_factory.mktemp("korpus") / "korpus.sqlite"

    with Corpus.open(path, create=True) as corpus:
        row = FileRow("a.txt", "a", "added", (id_,), 1, reading=FileReading(form=READING_FORM))
        corpus.add(row, [regulation], found)

        assert corpus.passages() == tuple(found)
        assert [one.code for one in corpus.verify()] == ["file-missing"]


@given(st.lists(passages, max_size=6), st.randoms())
def test_the_digest_of_passages_ignores_their_order(found: list[Passage], random: Any) -> None:
    """A set of passages has one digest, and no passages have none."""
    rows = [records.passage_values(one) for one in found]
    shuffled = random.sample(rows, len(rows))

    assert records.digest(shuffled) == records.digest(rows)
    assert (records.digest(rows) == "") == (not rows)


@given(st.builds(FileReading, text, text, number, number, share), tuples(text))
def test_any_file_row_is_read_back_from_its_columns(
    reading: FileReading, ids: tuple[str, ...]
) -> None:
    """How a file was read, and what it gave, come back as they were."""
    row = FileRow("/arsip/a.pdf", "a", "added", ids, 3, "baik", "fine", reading)

    assert records.to_file(records.file_values(row)) == row


@given(identities)
def test_any_identity_is_read_back_from_its_columns(identity: Identity) -> None:
    """The columns of the title block give the title block."""
    row = tuple(
        int(value) if isinstance(value, bool) else value
        for value in records.identity_values(identity)
    )

    assert records.to_identity(row) == identity
