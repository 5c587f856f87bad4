"""What a text that tells of a court ruling says to have been annulled, and what not."""

from __future__ import annotations

import pytest

from regcheck.domain import Role, Span
from regcheck.domain.graph import Edge
from regcheck.law.rulings import annulled_keys, find_verdicts

TELLER, ACT = "perda/bali/2019/6", "perda/bali/2012/3"
#: How a sentence names what it cites, and its key.
NAMES = {
    "Pasal 2 Perda 3": f"{ACT}#pasal-2",
    "Perda 3": ACT,
    "Perda 8": "perda/bali/2010/8",
    "Pasal 5 Perda 8": "perda/bali/2010/8#pasal-5",
    "UUD 1945": "uud/1945",
    "Pasal 9 Perda 4": "perda/bali/2014/4#pasal-9",
}
RULING = "Putusan Mahkamah Agung Nomor 57 P/HUM/2017"
VOID = "tidak mempunyai kekuatan hukum mengikat"


def annulled(text: str) -> list[str]:
    """Return what a text tells to have been annulled."""
    edges: list[Edge] = []
    for name, key in sorted(NAMES.items(), key=lambda one: -len(one[0])):
        start = text.find(name)
        taken = any(edge.span.start <= start < edge.span.end for edge in edges)
        if start >= 0 and not taken:
            span = Span(start, start + len(name))
            edges.append(Edge(TELLER, f"{TELLER}#pasal-1", key, Role.MERUJUK, 1, span))
    verdicts = find_verdicts(text, Span(0, len(text)))
    return [key for one in verdicts for key in annulled_keys(text, one, edges)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (f"{RULING} menyatakan Pasal 2 Perda 3 {VOID}.", [f"{ACT}#pasal-2"]),
        (f"Pasal 2 Perda 3 {VOID} berdasarkan {RULING}.", [f"{ACT}#pasal-2"]),
        (f"{RULING} menyatakan Perda 8 bertentangan dengan UUD 1945 sehingga {VOID}.",
         ["perda/bali/2010/8"]),
        (f"{RULING} menyatakan penjelasan Pasal 2 Perda 3 {VOID}.",
         [f"{ACT}#penjelasan/pasal-2"]),
        (f"{RULING} menyatakan ketentuan pengawasan dalam Perda 3 {VOID}.", []),
        (f"Perda 3 telah lama berlaku. {RULING} menyatakan Pasal 5 Perda 8 {VOID}. Pasal 9 Perda 4 "
         "disesuaikan.", ["perda/bali/2010/8#pasal-5"]),
        (f"Pasal 2 Perda 3 {VOID}.", []),
        (f"{RULING} menolak permohonan atas Perda 3.", []),
    ],
)  # fmt: skip
def test_only_what_the_sentence_names_is_annulled(text: str, keys: list[str]) -> None:
    """Between the ruling and its effect, before what it was measured by, and nothing else."""
    assert annulled(text) == keys
