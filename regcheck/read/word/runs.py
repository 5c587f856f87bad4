"""The text within a paragraph of a Word file, as it is printed in one state of its changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from regcheck.read.word.equations import say_equation
from regcheck.read.word.markup import MC, Element, M, W, outermost
from regcheck.read.word.signs import INVISIBLE, read_sign, to_common_signs
from regcheck.read.word.styles import Styles, is_on, switch_of, value_of

#: Elements that only wrap text.
WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "bdo", "dir",
        "ins", "del", "moveFrom", "moveTo", "ruby", "rubyBase",
    )
)  # fmt: skip
INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
#: Signs of a text that have an element of their own.
MARKS = {
    f"{W}tab": " ", f"{W}ptab": " ", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
DRAWINGS = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
NOTE_MARKS = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
#: Fields whose number Word makes up when it prints, so that the file does not hold it.
UNSTORED = ("LISTNUM", "AUTONUM")
#: What names a picture within a drawing.
PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
            "{urn:schemas-microsoft-com:vml}imagedata")  # fmt: skip


@dataclass
class Pager:
    """The page, counted by the breaks that the author set and that Word noted when it printed."""

    page: int = 1
    fresh: bool = True
    broken: bool = False

    def print_text(self) -> None:
        """Note that something is printed on the page."""
        self.fresh = self.broken = False

    def break_page(self) -> None:
        """Start a page, as the author asked."""
        self.page += 1
        self.fresh = self.broken = True

    def turn_page(self) -> None:
        """Start a page where Word did; after the author's own break it is the same page."""
        if not self.broken:
            self.page += 1
            self.fresh = True
        self.broken = False


@dataclass
class Inline:
    """The printed lines of a paragraph so far, each with its page, and the boxes anchored in it."""

    lines: list[tuple[str, int]] = field(default_factory=lambda: [("", 0)])
    boxes: list[Element] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        """Whether anything is printed."""
        return any(text.strip() for text, _ in self.lines)

    def add(self, text: str, pager: Pager) -> None:
        """Print text; a newline in it starts a line."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self.lines.append(("", 0))
            printed, page = self.lines[-1]
            if part and not part.isspace():
                page = page or pager.page
                pager.print_text()
            self.lines[-1] = (printed + part, page)


@dataclass(frozen=True, slots=True)
class Look:
    """What matters of the look of a run: whether it is printed, in capitals, in a font of signs."""

    hidden: bool = False
    caps: bool = False
    font: str = ""


@dataclass
class RunReader:
    """Read the runs of paragraphs, one story after the other.

    ``original`` asks for the text before the tracked changes. ``seen`` counts what notes report;
    ``notes`` lists the footnotes in the order of their marks, each with its page; ``fields`` holds,
    for each field that is open, whether its result has begun.
    """

    styles: Styles
    original: bool
    pager: Pager = field(default_factory=Pager)
    seen: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def read(self, paragraph: Element, style: str, out: Inline) -> None:
        """Add the text of a paragraph to what is printed."""
        look = Look(self.styles.is_hidden(style), self.styles.has_caps(style))
        self.read_children(paragraph, look, out)

    def is_dropped(self, tag: object) -> bool:
        """Tell whether a wrapper holds text of the other state, and count it as a change."""
        if tag in INSERTED:
            self.seen["inserted"] += 1
            return self.original
        if tag in DELETED:
            self.seen["deleted"] += 1
            return not self.original
        return False

    def read_children(self, parent: Element, base: Look, out: Inline) -> None:
        """Read the runs within a paragraph or a wrapper."""
        for child in parent:
            if child.tag == f"{W}r":
                self.read_run(child, base, out)
            elif child.tag in WRAPPERS:
                if not self.is_dropped(child.tag):
                    self.read_children(child, base, out)
            elif child.tag in (f"{M}oMath", f"{M}oMathPara"):
                self.seen["equations"] += 1
                self.say(f" {say_equation(child)} ", base, out)
            elif child.tag == f"{MC}AlternateContent":
                self.read_children(chosen_branch(child), base, out)

    def read_run(self, run: Element, base: Look, out: Inline) -> None:
        """Read one run of equal look."""
        self.read_items(run, self.look_of(run.find(f"{W}rPr"), base), out)

    def read_items(self, parent: Element, look: Look, out: Inline) -> None:
        """Read what a run holds, up to a mark of a footnote that the author made himself."""
        for child in parent:
            if child.tag in HANDLERS:
                HANDLERS[child.tag](self, child, look, out)
            if is_on(child.get(f"{W}customMarkFollows", "0")):
                return

    def look_of(self, properties: Element | None, base: Look) -> Look:
        """Return the look of a run: its own properties, else its style's, else its paragraph's."""
        if properties is None:
            return base
        style = value_of(properties, "rStyle") or ""
        hidden = switch_of(properties, "vanish")
        caps = switch_of(properties, "caps")
        fonts = properties.find(f"{W}rFonts")
        return Look(
            hidden=(self.styles.is_hidden(style) or base.hidden) if hidden is None else hidden,
            caps=(self.styles.has_caps(style) or base.caps) if caps is None else caps,
            font="" if fonts is None else fonts.get(f"{W}ascii", ""),
        )

    def say(self, text: str, look: Look, out: Inline) -> None:
        """Print a text, unless it is hidden or belongs to the code of a field."""
        if not all(self.fields):
            return
        if look.hidden:
            self.seen["hidden"] += len(text.strip())
            return
        text = text.translate(INVISIBLE)
        out.add(text.upper() if look.caps else text, self.pager)

    def read_text(self, element: Element, look: Look, out: Inline) -> None:
        """Print a text, the signs of sign fonts by the common ones."""
        self.say(to_common_signs(element.text or "", look.font, self.seen), look, out)

    def read_mark(self, element: Element, look: Look, out: Inline) -> None:
        """Print a sign that has an element of its own."""
        self.say(MARKS[str(element.tag)], look, out)

    def mark_note(self, mark: Element, look: Look, _out: Inline) -> None:
        """Take down a footnote; its mark is left out, since ``Pasal 5`` and 1 would be 51."""
        if not look.hidden and all(self.fields):
            self.notes.append((NOTE_MARKS[str(mark.tag)], mark.get(f"{W}id", ""), self.pager.page))

    def break_line(self, element: Element, look: Look, out: Inline) -> None:
        """Start a line, a column or a page."""
        self.say("\n", look, out)
        if element.get(f"{W}type") == "page" and not look.hidden:
            self.pager.break_page()

    def turn_page(self, _element: Element, _look: Look, _out: Inline) -> None:
        """Note that Word started a page here."""
        self.pager.turn_page()

    def step_field(self, element: Element, _look: Look, _out: Inline) -> None:
        """Open a field, begin its result, or close it."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()

    def read_code(self, element: Element, _look: Look, _out: Inline) -> None:
        """Take down a field whose number is not stored."""
        if (element.text or "").strip().upper().startswith(UNSTORED):
            self.seen["fields"] += 1

    def read_symbol(self, element: Element, look: Look, out: Inline) -> None:
        """Print a sign of a font of signs."""
        font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        self.say(read_sign(font, code, self.seen), look, out)

    def read_drawing(self, element: Element, look: Look, out: Inline) -> None:
        """Take down the text boxes and the pictures of a drawing."""
        if look.hidden:
            return
        out.boxes += outermost(element, f"{W}txbxContent")
        self.seen["pictures"] += any(True for _ in element.iter(*PICTURES))

    def read_alternative(self, element: Element, look: Look, out: Inline) -> None:
        """Read one of several contents of the same thing."""
        self.read_items(chosen_branch(element), look, out)

    def read_ruby(self, element: Element, look: Look, out: Inline) -> None:
        """Read a text with a gloss above it, without the gloss."""
        for base in element.iter(f"{W}rubyBase"):
            self.read_children(base, look, out)


Handler = Callable[[RunReader, Element, Look, Inline], None]
HANDLERS: dict[object, Handler] = {
    f"{W}t": RunReader.read_text,
    f"{W}delText": RunReader.read_text,
    **dict.fromkeys(MARKS, RunReader.read_mark),
    **dict.fromkeys(NOTE_MARKS, RunReader.mark_note),
    f"{W}br": RunReader.break_line,
    f"{W}lastRenderedPageBreak": RunReader.turn_page,
    f"{W}fldChar": RunReader.step_field,
    f"{W}instrText": RunReader.read_code,
    f"{W}sym": RunReader.read_symbol,
    f"{MC}AlternateContent": RunReader.read_alternative,
    f"{W}ruby": RunReader.read_ruby,
    **dict.fromkeys(DRAWINGS, RunReader.read_drawing),
}


def chosen_branch(element: Element) -> Element:
    """Return the content to read of several: the first with a text box, a text, or at all."""
    branches = list(element)
    for tag in (f"{W}txbxContent", f"{W}t"):
        for branch in branches:
            if next(outermost(branch, tag), None) is not None:
                return branch
    return branches[0] if branches else element
