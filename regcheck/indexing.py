"""The index of a corpus, brought up to date: what changed is added, and the rest left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress

from regcheck.compare import Change, VectorIndex, find_family, list_contexts
from regcheck.current import Current, read_current
from regcheck.domain import Identity
from regcheck.glossaries import FORMAT, spell_corpus
from regcheck.store import Corpus

#: Where the index of contexts lies, in the folder of the index.
CONTEXTS = "contexts"


def families_of(identities: Mapping[str, Identity]) -> dict[str, str]:
    """Return the titles without their years, by regulation: a series uses a word only once."""
    return {id_: find_family(identity.tentang) for id_, identity in identities.items()}


def digest_of(current: Current) -> str:
    """Return the digest under which the index of these passages is kept."""
    return f"{current.digest}-{FORMAT}"


def load_index(corpus: Corpus, current: Current | None = None) -> VectorIndex:
    """Return the corpus's vector index, brought up to date and kept (see ``update_index``)."""
    return update_index(corpus, current)[0]


def update_index(corpus: Corpus, current: Current | None = None) -> tuple[VectorIndex, Change]:
    """Return the index and how it was brought up to date.

    It holds the passages as the law stands: those of ``current``, else all that is known. Only
    the latter is kept; the index of a date is made of it in memory.

    Abbreviations are spelled out in what is compared (see ``glossaries``).

    It is made anew if it is missing, damaged, or too much of it is new (see
    ``VectorIndex.refresh``). A corpus beside which nothing can be written is indexed in memory.
    """
    current = current or read_current(corpus)
    digest = digest_of(current)
    index = VectorIndex.load(corpus.index_folder, digest)
    if index is not None:
        return index, Change(share=index.unfitted)
    passages, families = spell_corpus(current.passages), families_of(corpus.identities())
    old = VectorIndex.load(corpus.index_folder)
    if old is None:
        index = VectorIndex.build(passages, families)
        change = Change(tuple(sorted(index.living())), refitted=True)
    else:
        index, change = old.refresh(passages, families)
    if current.as_of:
        return index, change
    with suppress(PermissionError):
        index.save(corpus.index_folder, digest)
    return index, change


def load_contexts(corpus: Corpus, current: Current) -> VectorIndex:
    """Return the index of the titles and headings that passages stand under (``list_contexts``).

    It is kept and brought up to date like that of the passages, in a folder beside it.
    """
    titles = {id_: identity.tentang for id_, identity in corpus.identities().items()}
    contexts = list_contexts(current.passages, titles)
    lines = "\n".join(f"{one.key}\t{one.lead}" for one in contexts)
    digest = hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    folder = corpus.index_folder / CONTEXTS
    index = VectorIndex.load(folder, digest)
    if index is not None:
        return index
    old = VectorIndex.load(folder)
    index = VectorIndex.build(contexts) if old is None else old.refresh(contexts)[0]
    if not current.as_of:
        with suppress(PermissionError):
            index.save(folder, digest)
    return index
