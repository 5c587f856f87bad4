"""What catalogues say is kept beside the corpus."""

from __future__ import annotations

import pytest

from regcheck.domain import Identity, Role
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.errors import CorpusError
from regcheck.store import Corpus
from regcheck.store.catalogue import read_catalogue, write_catalogue

ENTRY = CatalogueEntry(
    "perda/nusa-kencana/2012/3",
    Identity("perda", "nusa-kencana", "3", "2012", "Pengelolaan Sampah"),
    status="Tidak Berlaku",
    subjects=("SAMPAH",),
    ties=((Role.DASAR_HUKUM, "uu/2008/18"),),
    fields={"idData": "17"},
)


def test_an_entry_is_read_back(corpus: Corpus) -> None:
    """A later one of the same id takes its place."""
    write_catalogue(corpus, [ENTRY], {ENTRY.id: "/arsip/a.pdf"})
    assert read_catalogue(corpus) == {ENTRY.id: ENTRY}

    later = CatalogueEntry(ENTRY.id, ENTRY.identity, status="Berlaku")
    write_catalogue(corpus, [later], {})
    assert read_catalogue(corpus) == {ENTRY.id: later}


def test_a_damaged_entry_is_told(corpus: Corpus) -> None:
    """As damage of the corpus."""
    corpus.connection.execute("INSERT INTO catalogue VALUES ('uu/1/1', '', '{')")

    with pytest.raises(CorpusError):
        read_catalogue(corpus)
