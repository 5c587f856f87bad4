"""The door to lxml: XML of office files and pages of the web to trees, with nothing fetched.

No entity is expanded, no DTD is read and nothing outside the text is opened; libxml2's own limits
on depth and on the length of a text stay in force.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from lxml import etree, html

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

#: ISO 29500 *strict* names the same elements in other namespaces.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class MarkupError(Exception):
    """Text that is no well-formed XML, or that uses what only an attack uses."""


def parse_xml(content: bytes) -> Element:
    """Return the root of an XML text in UTF-8 or UTF-16, the strict namespaces made the usual ones.

    Raises:
        MarkupError: The text is not well formed, nested too deeply, or declares a DTD.
    """
    content = to_utf8(content)
    if b"<!DOCTYPE" in content:
        raise MarkupError("DOCTYPE")
    for strict, usual in STRICT:
        content = content.replace(strict, usual)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError(error.msg or "XML") from None


def to_utf8(content: bytes) -> bytes:
    """Return an XML text in UTF-8, whichever of the two encodings of office files it has.

    Raises:
        MarkupError: It says that it is UTF-16 and is not.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif content.startswith(b"<\0"):
        encoding = "utf-16-le"
    elif content.startswith(b"\0<"):
        encoding = "utf-16-be"
    else:
        return content
    try:
        return content.decode(encoding).encode()
    except UnicodeDecodeError:
        raise MarkupError("UTF-16") from None


def parse_html(text: str) -> Element:
    """Return the root of a page of the web; a page without any element gives an empty one."""
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.ParserError:
        root = None
    return etree.Element("html") if root is None else root


def outermost(element: Element, tag: str) -> Iterator[Element]:
    """Yield the nearest descendants with a tag, not those within one of them.

    Of alternative contents only the first that has the tag is searched.
    """
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            for branch in child:
                found = list(outermost(branch, tag))
                yield from found
                if found:
                    break
        else:
            yield from outermost(child, tag)
