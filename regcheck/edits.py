"""Corrections by hand: a person gives a stored regulation another identity, and perhaps id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from regcheck.domain import Regulation
from regcheck.errors import RegcheckError
from regcheck.identify import EDIT, ID, parse_known
from regcheck.parse import find_passages
from regcheck.rekey import distinct
from regcheck.store import Corpus, Supplied


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did: the ids before and after, and old and new values by field."""

    before: str
    after: str
    fields: Mapping[str, tuple[str, str]]


def edit_identity(
    regulation_id: str, values: Mapping[str, str], corpus: Corpus, *, by: str = "", at: str = ""
) -> Change:
    """Give a regulation of the corpus other values, and every key the id that follows from them.

    Its text is parsed again as it was read, so that its own citations follow; those of other
    regulations stand as they are, and find it under its right id. The change is recorded, and
    kept when the file is read again.

    Args:
        regulation_id: The regulation.
        values: Fields of its identity, or ``id``, in the form of records.
        corpus: An open corpus.
        by: Who changes it.
        at: When.

    Raises:
        RegcheckError: There is no such regulation, nothing would change, or the id is taken.
    """
    regulation = corpus.regulation(regulation_id)
    changed = {
        name: (old, value)
        for name, value in values.items()
        if value != (old := regulation_id if name == ID else getattr(regulation.identity, name))
    }
    if not changed:
        raise RegcheckError(
            id=f"{regulation_id}: tidak ada yang berubah; nilainya sudah demikian.",
            en=f"{regulation_id}: nothing to change; the values are the same already.",
        )
    ids = corpus.ids_of_file(regulation_id)
    entry = Supplied(
        place=ids.index(regulation_id),
        kind=EDIT,
        values={name: new for name, (_, new) in changed.items()},
        before={name: old for name, (old, _) in changed.items()},
        by=by,
        at=at,
    )
    renewed = write(regulation, ids, entry, corpus)
    return Change(regulation_id, renewed.id, changed)


def write(
    regulation: Regulation, ids: Sequence[str], entry: Supplied, corpus: Corpus
) -> Regulation:
    """Store a file's regulations anew with one more thing said of them; return the one meant."""
    path = corpus.path_of(regulation.id)
    row = corpus.file_by_path(path)
    source = regulation.source_text
    said = (*corpus.supplied(path, source.source.sha256), entry)
    found = parse_known(source, said)
    if row is None or len(found) != len(ids):
        raise RegcheckError(
            id=f"{regulation.id}: berkasnya perlu dibaca ulang dahulu: "
            f'regcheck corpus add "{path}" --refresh',
            en=f"{regulation.id}: its file must be read again first: "
            f'regcheck corpus add "{path}" --refresh',
        )
    renewed = found[entry.place]
    refuse_taken(regulation.id, renewed.id, corpus)
    regulations = distinct(found, lambda id_: id_ not in ids and corpus.has(id_))
    passages = [passage for one in regulations for passage in find_passages(one)]
    row = replace(row, ids=tuple(one.id for one in regulations))
    corpus.add(row, regulations, passages, said)
    return regulations[entry.place]


def refuse_taken(old: str, new: str, corpus: Corpus) -> None:
    """Refuse an id that another regulation has.

    Raises:
        RegcheckError: It has.
    """
    if new in {old, old.partition("~")[0]} or not corpus.has(new):
        return
    raise RegcheckError(
        id=f"{new}: sudah ada di korpus (dari {corpus.path_of(new)}). Beri id lain dengan --id, "
        "atau hapus dulu yang itu dengan `regcheck corpus remove`.",
        en=f"{new}: already in the corpus (from {corpus.path_of(new)}). Give another id with "
        "--id, or remove that one first with `regcheck corpus remove`.",
    )
