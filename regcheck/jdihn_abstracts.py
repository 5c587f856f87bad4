"""What the abstract and the title of a catalogued document say that it does to other acts.

The layout of abstracts is that of the national legal documentation: the reason, the legal bases
(*Dasar Hukum Peraturan Daerah ini adalah: ...*), what is regulated, and notes (*CATATAN*) with the
repeals and amendments, all acts in short forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regcheck.domain import Identity, Line, RegulationId, Role, Source, SourceText
from regcheck.domain.catalogue import CatalogueEntry
from regcheck.domain.graph import FROM_CATALOGUE, Edge
from regcheck.instruments import normalise_nomor
from regcheck.law import titles
from regcheck.parse import parse_document

#: Where the legal bases of an abstract begin, and where they end.
#:
#: takes    Dasar Hukum Peraturan Daerah ini adalah:      DASAR HUKUM :
#: refuses  dasar pertimbangan
BASES = re.compile(r"dasar\s+hukum\b[^:;]{0,80}(?:adalah|:)", re.IGNORECASE)
#: takes    Dalam Peraturan Daerah ini diatur tentang      CATATAN:
#: refuses  dalam rangka
BASES_END = re.compile(
    r"\b(?:dalam\s+(?:peraturan|undang|keputusan|qanun)[^.;]{0,60}\bdiatur|materi\s+pokok|catatan\s*:)",
    re.IGNORECASE,
)
#: A sentence by which an act repeals others, as an abstract tells it.
#:
#: takes    mencabut Pergub Riau No. 7 Tahun 2010      dicabut dan dinyatakan tidak berlaku
#: refuses  pencabutan izin
REPEALS = re.compile(r"\b(?:mencabut|dicabut|dinyatakan\s+tidak\s+berlaku)\b", re.IGNORECASE)
#: A sentence by which an act amends others.
#:
#: takes    mengubah Perda No. 3 Tahun 2012
#: refuses  telah diubah dengan Perda
AMENDS = re.compile(r"\bmengubah\b", re.IGNORECASE)
#: That an act was itself repealed or amended by the one that is named.
#:
#: takes    dicabut dengan Perda      telah diubah dengan
#: refuses  dicabut dan dinyatakan tidak berlaku
SUFFERED = re.compile(
    r"\b(?:dicabut|diubah|diganti)\s+(?:dengan|oleh)\b[^.;]{0,60}$", re.IGNORECASE
)
#: Where a sentence of an abstract ends; the full stop of an abbreviation ends none.
#:
#: takes    sampah. Mencabut      CATATAN: -      2008; PP
#: refuses  Perda No. 5      Perda Prov. Riau
STOP = re.compile(r"(?<!\bno)(?<!\bprov)(?<!\bkab)[.;:](?:\s|$)", re.IGNORECASE)
#: So much of a sentence behind the act is read, and so much is quoted.
REACH, QUOTED = 400, 300
VERBS = {"perubahan": Role.MENGUBAH, "pencabutan": Role.MENCABUT}

Tie = tuple[Role, str]


def read_ties(abstract: str, id_: str, identity: Identity) -> tuple[Tie, ...]:
    """Return what a document does to other acts by its title and its abstract, each once.

    An abstract is a source of its own: it may tell what the text, unread or absent, does not.
    """
    found = dict.fromkeys(title_ties(identity))
    found |= {tie: None for tie, _ in find_ties(abstract, id_, identity)}
    return tuple(found)


def title_ties(identity: Identity) -> Iterator[Tie]:
    """List the act of the same kind and region that a title says is amended or repealed.

    >>> list(
    ...     title_ties(
    ...         Identity(
    ...             "perda",
    ...             "bali",
    ...             tentang="Perubahan atas Peraturan Daerah Nomor 3 Tahun 2012 tentang Sampah",
    ...         )
    ...     )
    ... )
    [(<Role.MENGUBAH: 'mengubah'>, 'perda/bali/2012/3')]
    """
    verb, nomor, tahun = titles.changed_act(identity.tentang)
    if verb:
        act = RegulationId(identity.jenis, identity.wilayah, tahun, normalise_nomor(nomor))
        yield VERBS[verb], str(act)


def find_ties(abstract: str, id_: str, identity: Identity) -> Iterator[tuple[Tie, str]]:
    """List the acts that an abstract names in a role, each with the sentence that names it."""
    if not abstract:
        return
    source = SourceText((Line(abstract, 1),), Source("", "0" * 64, 1, ""))
    for regulation in parse_document(source, id_, identity):
        for citation in regulation.citations:
            act = (citation.target or "").partition("#")[0]
            role = role_in(abstract, citation.span.start)
            if act and act != id_ and role is not None:
                yield (role, act), sentence_at(abstract, citation.span.start, citation.span.end)


def role_in(abstract: str, position: int) -> Role | None:
    """Return what an abstract says of an act named at a position; ``None`` for a mere mention."""
    opened = list(BASES.finditer(abstract, 0, position))
    if opened and not BASES_END.search(abstract, opened[-1].end(), position):
        return Role.DASAR_HUKUM
    start = sentence_start(abstract, position)
    before = abstract[start:position]
    if SUFFERED.search(before):
        return None
    end = STOP.search(abstract, position, position + REACH)
    clause = abstract[start : end.start() if end else position + REACH]
    if REPEALS.search(clause):
        return Role.MENCABUT
    return Role.MENGUBAH if AMENDS.search(before) else None


def sentence_start(abstract: str, position: int) -> int:
    """Return where the sentence around a position begins."""
    ends = [match.end() for match in STOP.finditer(abstract, 0, position)]
    return ends[-1] if ends else 0


def sentence_at(abstract: str, start: int, end: int) -> str:
    """Return the sentence around the name of an act, of a long one the words about the name."""
    first = max(sentence_start(abstract, start), end - QUOTED)
    found = STOP.search(abstract, end, end + QUOTED)
    return " ".join(abstract[first : found.start() if found else end].split())


def find_edges(entries: Iterable[CatalogueEntry], known: Iterable[Edge]) -> Iterator[Edge]:
    """List the ties of catalogued documents as edges, those that no text tells already.

    Each begins at the document as a whole, and is marked as the catalogue's word. A catalogue only
    adds to the graph: the state of the law is read from texts alone.
    """
    told = {(edge.source, edge.base, edge.role) for edge in known}
    for entry in entries:
        for role, act in entry.ties:
            if act != entry.id and (entry.id, act, role) not in told:
                yield Edge(entry.id, entry.id, act, role, origin=FROM_CATALOGUE)


def quote_tie(entry: CatalogueEntry, role: Role, act: str) -> str:
    """Return the words of a catalogue that tie a document to another act: a sentence, or a title.

    Empty where it says nothing of the kind.
    """
    for tie, sentence in find_ties(entry.abstract, entry.id, entry.identity):
        if tie == (role, act):
            return sentence
    return entry.identity.tentang if (role, act) in title_ties(entry.identity) else ""
