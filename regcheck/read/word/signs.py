"""Signs of the fonts Symbol and Wingdings, which Word stores as places in a font."""

from __future__ import annotations

from collections import Counter

#: Printed as nothing: soft hyphens, joiners, byte order marks.
INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\u2060\ufeff")) | {0x2011: "-"}
#: Signs of a font stand at their place in it, or this far above.
FONT_AREA = 0xF000
UNKNOWN = "\ufffd"

GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
CAPITALS = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
#: The font Symbol: figures and punctuation at their usual places, Greek, and mathematics.
SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x40)},
    **GREEK,
    **CAPITALS,
    0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xD7: "⋅", 0xDE: "⇒",
    0xE5: "∑",
}  # fmt: skip
#: The font Wingdings: the bullets, ticks and boxes that people use.
WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def to_common_signs(text: str, font: str, seen: Counter[str]) -> str:
    r"""Replace the signs of a sign font in a text; one that is not known is counted.

    >>> to_common_signs("\uf0b7 5 \uf0b3 3", "Symbol", Counter())
    '• 5 ≥ 3'
    """
    if text.isascii() or not any(FONT_AREA <= ord(sign) < FONT_AREA + 256 for sign in text):
        return text
    return "".join(
        find_sign(font, ord(sign) - FONT_AREA, seen)
        if FONT_AREA <= ord(sign) < FONT_AREA + 256
        else sign
        for sign in text
    )


def read_sign(font: str, code: str, seen: Counter[str]) -> str:
    """Return the sign at a hexadecimal place of a font.

    >>> read_sign("Wingdings", "F0FC", Counter())
    '✓'
    """
    try:
        place = int(code, 16)
    except ValueError:
        place = 0
    if place < 256 or place >= FONT_AREA:
        return find_sign(font, place & 0xFF, seen)
    return chr(place) if place < 0xD800 else UNKNOWN


def find_sign(font: str, place: int, seen: Counter[str]) -> str:
    """Return the sign at a place of a font; one that is not known prints as a mark for it."""
    table = WINGDINGS if font.lower().startswith("wingdings") else SYMBOL
    if place not in table:
        seen["symbols"] += 1
    return table.get(place, UNKNOWN)
