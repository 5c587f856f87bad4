"""What the reading of one page showed besides its rows."""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.domain import PageReading
from regcheck.read.quality import WORDS_PER_ROW

#: Fewer characters on a scanned page are a stamp or a page number.
MIN_CHARACTERS = 12


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the reading of one page showed besides its rows; characters are counted.

    ``ocr_layer`` tells whether the file's text is the unseen layer of a scan; ``score`` is that of
    the file's own text, -1 where there is none; ``ocr`` is the confidence of our recognition where
    it gave the text, else -1; ``noise`` counts the rows that it took for specks,
    ``doubts`` what was too much to be looked at twice,
    ``failed`` tells that it gave up, and ``tried`` that it finished.
    """

    page: int
    characters: int
    invisible: int = 0
    sideways: int = 0
    scanned: bool = False
    ocr_layer: bool = False
    tables_skipped: bool = False
    damaged: bool = False
    score: float = -1.0
    ocr: float = -1.0
    noise: int = 0
    doubts: int = 0
    failed: bool = False
    tried: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether the page is a picture, not recognised, with a stamp or number as text at most."""
        return self.scanned and self.characters < MIN_CHARACTERS and not self.tried

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on the page, as far as was seen."""
        return not (self.characters or self.damaged or (self.scanned and not self.tried))

    @property
    def reading(self) -> PageReading:
        """Where the text of the page comes from, and how sure it is."""
        if self.ocr >= 0:
            return PageReading(self.page, "ocr", round(self.score, 3), round(self.ocr, 3))
        if self.damaged or self.is_picture or self.is_blank:
            origin = "damaged" if self.damaged else "picture" if self.is_picture else "blank"
            return PageReading(self.page, origin, round(self.score, 3), 0.0)
        sure = round(self.score**WORDS_PER_ROW, 3) if self.ocr_layer else 1.0
        origin = "ocr-layer" if self.ocr_layer else "layer"
        return PageReading(self.page, origin, round(self.score, 3), sure)
