"""What is read of a whole corpus is kept, and never outlives a write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from regcheck.store import Corpus

PERDA, PERGUB = "perda/nusa-kencana/2020/5", "pergub/nusa-kencana/2021/7"
Maker = Callable[..., Any]


def test_links_are_read_once(corpus: Corpus, make: Maker) -> None:
    """Asking twice gives the very same records."""
    corpus.add(*make())

    assert corpus.links() is corpus.links()
    assert corpus.amendments() is corpus.amendments()


def test_a_write_of_ones_own_is_seen(corpus: Corpus, make: Maker) -> None:
    """After adding and removing, the lists are those of the corpus as it is."""
    corpus.add(*make())
    before = corpus.links()
    corpus.add(*make(PERGUB, path="/arsip/lain.pdf", sha256="cd34"))

    assert len(corpus.links()) == 2 * len(before)
    assert list(corpus.identities()) == [PERDA, PERGUB]

    corpus.remove(PERGUB)

    assert corpus.links() == before


def test_a_write_of_another_process_is_seen(corpus: Corpus, path: Path, make: Maker) -> None:
    """So is what another connection commits in between."""
    corpus.add(*make())
    before = corpus.links()
    with Corpus.open(path) as other:
        other.add(*make(PERGUB, path="/arsip/lain.pdf", sha256="cd34"))

    assert len(corpus.links()) == 2 * len(before)
