"""The built-in register of national acts that are no longer in force, whatever a corpus holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from regcheck.domain import Bygone, Status

TABLE = "data/tidak_berlaku.tsv"
COLUMNS = ("id", "how", "by", "pasal", "since", "source")
#: What ends an act: a later act repeals it, or a court finds that it does not bind.
STATUS_OF = {"dicabut": Status.DICABUT, "dibatalkan": Status.TIDAK_MENGIKAT}


@cache
def load_bygones() -> Mapping[str, Bygone]:
    """Return the entries of the register by the id of the act that ended."""
    text = files("regcheck").joinpath(TABLE).read_text(encoding="utf-8")
    return MappingProxyType({one.id: one for one in read_rows(text.splitlines())})


def read_rows(lines: Iterable[str]) -> Iterable[Bygone]:
    r"""Read the rows of the register; lines that begin with ``#`` say what it is.

    Raises:
        ValueError: A row has another number of cells, or another word for how an act ended.

    >>> row = "uu/1999/22\tdicabut\tuu/2004/32\t239\t2004\tnaskah"
    >>> [one.clause for one in read_rows([row])]
    ['uu/2004/32#pasal-239']
    """
    for line in lines:
        if line and not line.startswith("#"):
            row = dict(zip(COLUMNS, line.split("\t"), strict=True))
            if row["how"] not in STATUS_OF:
                raise ValueError(line)
            status = STATUS_OF[row.pop("how")]
            yield Bygone(status=status, **row)


def write_row(one: Bygone) -> str:
    r"""Write an entry as a row of the register.

    >>> write_row(Bygone("uu/1999/22", Status.DICABUT, "uu/2004/32", "2004")).split("\t")
    ['uu/1999/22', 'dicabut', 'uu/2004/32', '', '2004', '']
    """
    how = next(word for word, status in STATUS_OF.items() if status is one.status)
    return "\t".join((one.id, how, one.by, one.pasal, one.since, one.source))
