"""Title blocks as a scanner spells them, corrected for reading, with the way back to the print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from regcheck.parse.structure.titles import (
    GLUED,
    PARTED,
    SPACED,
    TITLE_WORD,
    VOCABULARY,
    WALI_KOTA,
)

#: How much a scanned word must resemble a title word, from 0 to 1.
LIKE_WORD = 0.8

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text with some pieces replaced; ``origins`` has the printed offset of each character."""

    text: str
    origins: Sequence[int]

    def back(self, offset: int) -> int:
        """Return the offset in the print of an offset in the text.

        >>> spelling = printed("TENT ANG PASAR").replaced([(0, 8, "TENTANG")])
        >>> spelling.text, spelling.back(spelling.text.index("PASAR"))
        ('TENTANG PASAR', 9)
        """
        return self.origins[offset]

    def replaced(self, edits: Iterable[Edit]) -> Spelling:
        """Replace pieces of the text, given in order as start, end and new words."""
        pieces: list[str] = []
        origins: list[int] = []
        position = 0
        for start, end, words in edits:
            pieces += [self.text[position:start], words]
            origins += [*self.origins[position:start], *[self.origins[start]] * len(words)]
            position = end
        if not pieces:
            return self
        origins += self.origins[position:]
        return Spelling("".join([*pieces, self.text[position:]]), origins)


def printed(text: str) -> Spelling:
    """Return a text as it is printed."""
    return Spelling(text, range(len(text) + 1))


def even(block: str) -> Spelling:
    """Close spaced capitals and part words that are printed together.

    >>> even("P E R A T U R A N  DAERAH").text, even("PERATURANWALI KOTA").text
    ('PERATURAN  DAERAH', 'PERATURAN WALI KOTA')
    """
    closed = printed(block).replaced(
        (match.start(), match.end(), re.sub(r"[ \t]", "", match[0]))
        for match in SPACED.finditer(block)
    )
    return closed.replaced((match.end(), match.end(), " ") for match in GLUED.finditer(closed.text))


def respell(block: Spelling) -> Spelling:
    """Correct scanned title words.

    >>> respell(printed("PERATURAN PEMERII.ITAH N0MOR 4 TA HUN 2017 TENT ANG")).text
    'PERATURAN PEMERINTAH NOMOR 4 TAHUN 2017 TENTANG'
    """
    closed = block.replaced(
        (match.start(), match.end(), re.sub(r"\s", "", match[0]))
        for match in PARTED.finditer(block.text)
    )
    spelt = closed.replaced(corrections(closed.text))
    return spelt.replaced(
        (match.start(), match.end(), "WALI KOTA") for match in WALI_KOTA.finditer(spelt.text)
    )


def corrections(text: str) -> Iterator[Edit]:
    """Yield the words of a text that are nearly, but not quite, a title word."""
    for match in TITLE_WORD.finditer(text):
        close = get_close_matches(match[0].upper(), VOCABULARY, n=1, cutoff=LIKE_WORD)
        if close and close[0] != match[0]:
            yield match.start(), match.end(), close[0]
