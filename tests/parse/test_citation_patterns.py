"""The citation patterns: the examples in their comments are true."""

from __future__ import annotations

import pytest

from regcheck.parse.citations.patterns import to_view


@pytest.mark.parametrize(
    "text", ["", "İSTANBUL Pasal 5", "Pasal 5\n- 3 -\nPasal 6", "a\n: 1.\nb\u00ad"]
)
def test_the_view_has_the_length_of_the_text(text: str) -> None:
    """Offsets in the view are offsets in the text, whatever letters it has."""
    assert len(to_view(text)) == len(text)
