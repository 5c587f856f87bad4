"""Equations of a Word file as one line of text: ``T = (a + b) / 2``."""

from __future__ import annotations

from collections.abc import Callable

from regcheck.read.word.markup import Element, M

#: What an n-ary operator prints where the file does not say.
INTEGRAL = "∫"


def say_equation(element: Element) -> str:
    """Write an equation, or a part of one, from left to right."""
    write = WRITERS.get(element.tag)
    return "".join(map(say_equation, element)) if write is None else write(element)


def say_text(element: Element) -> str:
    """Write the signs of a run."""
    return element.text or ""


def say_fraction(element: Element) -> str:
    """Write a fraction as a division."""
    return f"{part(element, 'num')} / {part(element, 'den')}"


def say_raised(element: Element) -> str:
    """Write a base with what stands above and below it."""
    below, above = part(element, "sub"), part(element, "sup")
    base = element.find(f"{M}e")
    written = "" if base is None else say_equation(base)
    return written + (f"_{below}" if below else "") + (f"^{above}" if above else "")


def say_root(element: Element) -> str:
    """Write a root and its degree."""
    return f"{part(element, 'deg')}√{part(element, 'e')}"


def say_operator(element: Element) -> str:
    """Write a sum, a product or an integral with its bounds."""
    below, above = part(element, "sub"), part(element, "sup")
    bounds = (f"_{below}" if below else "") + (f"^{above}" if above else "")
    return f"{sign(element, 'naryPr', 'chr', INTEGRAL)}{bounds} {part(element, 'e')}"


def say_brackets(element: Element) -> str:
    """Write what stands in brackets."""
    inner = sign(element, "dPr", "sepChr", "|").join(map(say_equation, element.findall(f"{M}e")))
    return sign(element, "dPr", "begChr", "(") + inner + sign(element, "dPr", "endChr", ")")


def part(element: Element, name: str) -> str:
    """Write a part of an equation, in brackets where it is more than one thing."""
    child = element.find(f"{M}{name}")
    written = "" if child is None else say_equation(child).strip()
    return written if not written or written.isalnum() else f"({written})"


def sign(element: Element, properties: str, name: str, default: str) -> str:
    """Return a sign that properties name; an empty one is none."""
    child = element.find(f"{M}{properties}/{M}{name}")
    return default if child is None else child.get(f"{M}val", "")


WRITERS: dict[object, Callable[[Element], str]] = {
    f"{M}t": say_text,
    f"{M}f": say_fraction,
    f"{M}sSup": say_raised,
    f"{M}sSub": say_raised,
    f"{M}sSubSup": say_raised,
    f"{M}rad": say_root,
    f"{M}nary": say_operator,
    f"{M}d": say_brackets,
}
