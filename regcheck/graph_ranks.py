"""The corridor to what is relied on: the leading regulations of a graph, and its communities."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from regcheck.domain.graph import Community, Standpoint
from regcheck.errors import RegcheckError
from regcheck.graphs import Atlas
from regcheck.instruments import instrument

Standpoints = tuple[Standpoint, ...]
#: How many members of a community lead it, and how many words name it.
LEADING = 3
NAMING_WORDS = 5
#: Words of titles that tell nothing of a matter.
#:
#: takes    perubahan      undang      daerah      tahun      penetapan
#: refuses  pajak
FORMAL = re.compile(
    r"\b(?:per[uo]bahan|pencabutan|penetapan|pembentukan|pelaksanaan|undang|peraturan|daerah|pemerintah"
    r"|provinsi|propinsi|kabupaten|kota|tahun|nomor|tentang|republik|indonesia|negara|pengganti"
    r"|ketentuan|tata|cara|jenis|tarif|atas|dan|yang|di|dari|dalam|dengan|untuk|pada|oleh|bagi|ke"
    r"|serta|atau|antara|menjadi|sebagai|kedua|ketiga|keempat|pertama|tambahan|tingkat|lingkungan)\b",
    re.IGNORECASE,
)


def leading(atlas: Atlas, count: int, kinds: Iterable[str] = ()) -> tuple[Standpoints, int]:
    """Return the regulations most relied on, with their titles, and how many there are in all.

    The title of one whose text is not in the corpus is that by which others cite it.

    Raises:
        RegcheckError: A kind is that of no instrument.
    """
    ranked = rank_regulations(atlas, kinds)
    return titled(atlas, ranked[:count]), len(ranked)


def titled(atlas: Atlas, rows: Iterable[Standpoint]) -> Standpoints:
    """Return rows with the titles by which absent regulations are cited."""
    return tuple(replace(row, title=row.title or atlas.cited_title(row.id)) for row in rows)


def rank_regulations(atlas: Atlas, kinds: Iterable[str] = ()) -> Standpoints:
    """Return every regulation of the graph, the most relied on first.

    Args:
        atlas: The graph.
        kinds: Only regulations of these kinds (slugs, as ``perda``); all, if none are given.

    Raises:
        RegcheckError: A kind is that of no instrument.
    """
    wanted = frozenset(map(require_kind, kinds))
    nodes = atlas.nodes()
    citing: dict[str, set[str]] = defaultdict(set)
    cited: dict[str, set[str]] = defaultdict(set)
    roles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for edge in atlas.edges:
        if not edge.own:
            citing[edge.source].add(edge.base)
            cited[edge.base].add(edge.source)
            roles[edge.base][edge.role.value].add(edge.source)
    found = (
        Standpoint(
            id=id_,
            title=node.title,
            in_corpus=node.in_corpus,
            status=node.status,
            cited_by=len(cited[id_]),
            cites=len(citing[id_]),
            roles={role: len(ids) for role, ids in sorted(roles[id_].items())},
            weight=node.weight,
            group=node.group,
        )
        for id_, node in nodes.items()
        if not wanted or id_.partition("/")[0] in wanted
    )
    return tuple(sorted(found, key=lambda one: (-one.weight, -one.cited_by, one.id)))


def require_kind(kind: str) -> str:
    """Return a kind of regulation in small letters.

    Raises:
        RegcheckError: It is that of no instrument.

    >>> require_kind("PERDA")
    'perda'
    """
    if instrument(kind.lower()) is None:
        raise RegcheckError(
            id=f"{kind}: jenis peraturan tidak dikenal; tulis mis. uu, pp, perda, pergub.",
            en=f"{kind}: unknown kind of regulation; write uu, pp, perda, pergub or the like.",
        )
    return kind.lower()


def group_regulations(atlas: Atlas) -> tuple[Community, ...]:
    """Return the communities of the graph, the largest first, each named by its titles' words.

    The leading members have a title even where their text is not in the corpus.
    """
    members: dict[int, list[Standpoint]] = defaultdict(list)
    for one in rank_regulations(atlas):
        if one.group:
            members[one.group].append(one)
    counts = {number: count_words(some) for number, some in members.items()}
    spread = Counter(word for words in counts.values() for word in words)
    return tuple(
        Community(
            number,
            (*titled(atlas, some[:LEADING]), *some[LEADING:]),
            naming_words(counts[number], spread, len(counts)),
        )
        for number, some in sorted(members.items())
    )


def count_words(members: Iterable[Standpoint]) -> Counter[str]:
    """Count in how many titles each telling word stands.

    >>> count_words([Standpoint("uu/2008/18", "Pengelolaan Sampah", True, "", 0, 0, {}, 0.0, 1)])
    Counter({'pengelolaan': 1, 'sampah': 1})
    """
    return Counter(
        word
        for one in members
        for word in dict.fromkeys(re.findall(r"[a-z]{3,}", FORMAL.sub(" ", one.title).lower()))
    )


def naming_words(counts: Counter[str], spread: Counter[str], groups: int) -> tuple[str, ...]:
    """Return the words that are common in one community and in few others."""
    weights = {word: n * math.log((1 + groups) / spread[word]) for word, n in counts.items()}
    order = sorted(weights, key=lambda word: (-weights[word], word))
    return tuple(order[:NAMING_WORDS])
