"""Marked-up text -> paragraphs, and XML or HTML bytes -> a tree, from which nothing outside the file can be reached."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.parsers import expat

import lxml.html
from lxml import etree

from rejoinder.formats.tables import table
from rejoinder.model import InputError

_BREAKS = frozenset(("br", "lb"))
_XML_REMEDY = "Ask the sender for the file again, or save the story's text in a .txt file."


def paragraphs(root: etree._Element, skip: frozenset[str] = frozenset()) -> list[str]:
    """The paragraphs of a tree in their order, white space folded, a ``<br>`` kept as a line end.

    Scripts, comments and the elements named in ``skip`` are left out. Linear in the size of the tree.
    """
    return split_paragraphs("".join(_pieces(root, skip.union(table("elements")["silent"]))))


def split_paragraphs(text: str) -> list[str]:
    """Paragraphs as blank lines part them, without white space at the ends of lines."""
    found: list[str] = []
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if stripped := line.strip(" \t\r\f\v"):
            lines.append(stripped)
        elif lines:
            found.append("\n".join(lines))
            lines = []
    return found


def join_story(title: str | None, body: list[str]) -> str:
    """The text of a story: its paragraphs parted by blank lines, the title first unless they begin with it."""
    opening = [_letters(paragraph.partition("\n")[0]) for paragraph in body[:6]]
    wanted = _letters(title or "")
    # A page's title often carries more than its headline ("... | The Daily"): that is the same title.
    there = any(held in wanted and len(held) * 2 > len(wanted) for held in opening)
    return "\n\n".join(body if there or not wanted else [" ".join((title or "").split()), *body])


def local_name(element: etree._Element) -> str:
    """The lower-case name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def parse_html(markup: str) -> lxml.html.HtmlElement | None:
    """The tree of an HTML page or fragment, or None where there is nothing to parse."""
    parser = lxml.html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document.

    Raises InputError ``xml-entities`` for a document that declares entities (they can reach other
    files, or swell without end), ``xml-broken`` for one that is not well formed, with its line.
    """
    _refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"{name} is not well-formed XML: line {error.lineno}, {error.msg}."
        raise InputError(name, "xml-broken", message, _XML_REMEDY) from None
    except ValueError as error:
        raise InputError(name, "xml-broken", f"{name} is not well-formed XML: {error}.", _XML_REMEDY) from None


class _RootReachedError(Exception):
    """The document type declaration is over; what follows is the concern of the real parser."""


def _refuse_entities(data: bytes, name: str) -> None:
    """Read as far as the first element and refuse any entity declaration before it, without expanding one."""
    parser = expat.ParserCreate()

    def declares_entity(entity: str, *_: object) -> None:
        message = (
            f"{name} declares the XML entity '{entity}' (line {parser.CurrentLineNumber}); such files are not opened."
        )
        raise InputError(
            name,
            "xml-entities",
            message,
            "Remove the <!DOCTYPE ...> declaration, or ask the sender for a file without it.",
        )

    def reaches_root(*_: object) -> None:
        raise _RootReachedError

    parser.EntityDeclHandler = declares_entity
    parser.StartElementHandler = reaches_root
    try:
        parser.Parse(data, True)
    except (_RootReachedError, expat.ExpatError, LookupError, ValueError):
        return


def _pieces(root: etree._Element, skip: frozenset[str]) -> Iterator[str]:
    """The text of a tree from first to last, blocks set off by blank lines, without recursion."""
    blocks = frozenset(table("elements")["blocks"])
    waiting: list[tuple[etree._Element | str, bool]] = [(root, False)]
    while waiting:
        node, verbatim = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        name = local_name(node)
        if isinstance(node, etree._Entity):
            yield html.unescape(node.text or "")
        if not name or name in skip:
            continue
        around = "\n\n" if name in blocks else ""
        verbatim = verbatim or name == "pre"
        yield around + ("\n" if name in _BREAKS else "") + _folded(node.text, verbatim)
        waiting.append((around, verbatim))
        for child in reversed(node):
            waiting.append((_folded(child.tail, verbatim), verbatim))
            waiting.append((child, verbatim))


def _folded(text: str | None, verbatim: bool) -> str:
    if not text:
        return ""
    return text.replace("\r\n", "\n") if verbatim else re.sub(r"[ \t\r\n\f\v]+", " ", text)


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
