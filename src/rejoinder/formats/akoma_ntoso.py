"""Akoma Ntoso 3.0 (OASIS LegalDocML): XML -> Document, and an Outline -> XML that is valid against its schema.

Written out, a draft is a ``bill`` with preface, preamble, body, conclusions and attachments. Parts that the standard
has an element for stand in it; questions, proposals and the like are ``hcontainer`` with that name. The ``eId`` is
the label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from lxml import etree

from rejoinder.formats.markup import local_name, parse_xml
from rejoinder.model import Document, InputError, Item, ItemKind, Outline, Passage, Source

MEDIA_TYPE = "application/akn+xml"
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_NAMESPACES: dict[Any, str] = {None: NAMESPACE}
_BODIES = ("coverpage", "preface", "preamble", "body", "mainbody", "conclusions", "attachments", "components")
_SKIPPED = frozenset(("meta", "authorialnote", "toc"))
_BLOCKS = frozenset(
    (
        "p",
        "heading",
        "subheading",
        "crossheading",
        "longtitle",
        "block",
        "listintroduction",
        "listwrapup",
        "li",
        "tocitem",
    )
)
_OWN = frozenset(
    kind.value
    for kind in ItemKind
    if kind
    in (
        *(ItemKind.BOOK, ItemKind.PART, ItemKind.TITLE, ItemKind.CHAPTER, ItemKind.SECTION, ItemKind.SUBSECTION),
        *(ItemKind.ARTICLE, ItemKind.CLAUSE, ItemKind.RULE, ItemKind.PARAGRAPH, ItemKind.SUBPARAGRAPH, ItemKind.POINT),
        ItemKind.INDENT,
    )
)
_ATTACHED = frozenset((ItemKind.ANNEX, ItemKind.SCHEDULE, ItemKind.APPENDIX, ItemKind.PROTOCOL))
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_akoma_ntoso(data: bytes, name: str) -> Document:
    """The text of an Akoma Ntoso document: each number before its heading or words, paragraphs parted by blank lines.

    Raises InputError ``xml-entities``, ``xml-broken`` or ``item-without-text``.
    """
    root = parse_xml(data, name)
    holders = [each for document in root for each in document if local_name(each) in _BODIES]
    text = "\n\n".join(paragraph for holder in holders for paragraph in _paragraphs(holder))
    if not text:
        message = f"{name} is Akoma Ntoso XML without the text of a document."
        raise InputError(name, "item-without-text", message, "Give the file that holds the text itself.")
    title = next((words for each in root.iter("{*}docTitle") if (words := _words(each))), None)
    uri = next((each.get("value") for each in root.iter("{*}FRBRuri")), None)
    return Document(text=text, title=title, source=Source(media_type=MEDIA_TYPE, uri=uri))


def write_akoma_ntoso(outline: Outline, uri: str, day: date, language: str = "eng") -> bytes:
    """The outline as an Akoma Ntoso ``bill``. ``uri`` names the work (``/akn/un/bill/2022-05-20/draft``), ``day`` is
    that of the text, ``language`` its ISO 639-2 code."""
    root = etree.Element(_tag("akomaNtoso"), nsmap=_NAMESPACES)
    bill = _within(root, "bill", name="draft")
    _write_references(_write_meta(bill, uri, day, language))
    top = outline.items
    framing = {kind: [item for item in top if item.kind is kind] for kind in ItemKind}
    _write_preface(bill, outline.title, framing[ItemKind.INTRODUCTION])
    for item in framing[ItemKind.PREAMBLE]:
        _write_preamble(bill, item)
    body = _within(bill, "body")
    inside = [item for item in top if not item.kind.frames and item.kind not in _ATTACHED]
    for item in inside:
        _write_item(body, item)
    if not inside:
        _write_paragraphs(_within(_within(body, "hcontainer", eId="hcontainer_1", name="empty"), "content"), ())
    ends = framing[ItemKind.SIGNATURES]
    if ends:
        conclusions = _within(bill, "conclusions", eId=ends[0].label)
        _write_paragraphs(conclusions, [passage for item in ends for passage in _own(item)])
    _write_attachments(bill, [item for item in top if item.kind in _ATTACHED], uri, day, language)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _paragraphs(holder: etree._Element) -> Iterator[str]:
    """The paragraphs of a part of the document, numbers and headings before what they belong to; without recursion."""
    waiting = [holder]
    number = ""
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if not name or name in _SKIPPED:
            continue
        if name == "num":
            if number:
                yield number
            number = _words(element)
        elif name in _BLOCKS:
            if words := _words(element):
                parted = " " if len(number.split()) < 2 else "\n" if name == "heading" else "\n\n"
                yield f"{number}{parted}{words}" if number else words
                number = ""
        else:
            waiting.extend(reversed(element))
    if number:
        yield number


def _words(element: etree._Element) -> str:
    """The words of an element on one line, without notes."""
    pieces: list[str] = [element.text or ""]
    waiting: list[tuple[etree._Element, bool]] = [(each, False) for each in reversed(element)]
    while waiting:
        each, left = waiting.pop()
        if left:
            pieces.append(each.tail or "")
            continue
        waiting.append((each, True))
        if local_name(each) and local_name(each) not in _SKIPPED:
            pieces.append(" " if local_name(each) in ("br", "eol") else each.text or "")
            waiting.extend((inner, False) for inner in reversed(each))
    return " ".join("".join(pieces).split())


def _write_item(parent: etree._Element, item: Item) -> None:
    """One item with those in it. What stands after the items in an item goes to the end of its element."""
    waiting = [(parent, item)]
    wraps: list[tuple[etree._Element, Item]] = []
    while waiting:
        holder, each = waiting.pop()
        element = _open_item(holder, each)
        inner = [below for below in each.items if below.kind is not ItemKind.RECITAL]
        if not inner:
            _write_paragraphs(_within(element, "content", eId=f"{each.label}__content"), _own(each))
            continue
        if each.wording:
            _write_paragraphs(_within(element, "intro", eId=f"{each.label}__intro"), [each.wording])
        waiting.extend((element, below) for below in reversed(inner))
        if each.further:
            wraps.append((element, each))
    for element, each in wraps:
        _write_paragraphs(_within(element, "wrapUp", eId=f"{each.label}__wrapup"), each.further)


def _open_item(parent: etree._Element, item: Item) -> etree._Element:
    if item.kind.value in _OWN:
        element = _within(parent, item.kind.value, eId=item.label)
    else:
        element = _within(parent, "hcontainer", eId=item.label, name=item.kind.value)
    if item.mark and item.number is not None:
        _within(element, "num").text = _clean(" ".join(item.mark.exact.split()))
    if item.heading:
        _within(element, "heading").text = _clean(item.heading)
    return element


def _write_preface(bill: etree._Element, title: Passage | None, introductions: Sequence[Item]) -> None:
    if title is None and not introductions:
        return
    preface = _within(bill, "preface", eId="preface")
    if title is not None:
        _within(_within(preface, "p"), "docTitle").text = _clean(" ".join(title.exact.split()))
    for item in introductions:
        _write_paragraphs(preface, _own(item))


def _write_preamble(bill: etree._Element, item: Item) -> None:
    preamble = _within(bill, "preamble", eId=item.label)
    if item.wording or not item.items:
        _write_paragraphs(preamble, [item.wording] if item.wording else [])
    if item.items:
        recitals = _within(preamble, "recitals", eId=f"{item.label}__recs")
        for each in item.items:
            recital = _within(recitals, "recital", eId=each.label)
            if each.mark:
                _within(recital, "num").text = _clean(each.mark.exact)
            _write_paragraphs(recital, _own(each))
    if item.further:
        _write_paragraphs(preamble, item.further)


def _write_attachments(bill: etree._Element, items: Sequence[Item], uri: str, day: date, language: str) -> None:
    if not items:
        return
    attachments = _within(bill, "attachments")
    for item in items:
        attachment = _within(attachments, "attachment", eId=f"att_{item.label}")
        document = _within(attachment, "doc", name=item.kind.value)
        _write_meta(document, f"{uri}/!{item.label}", day, language)
        _write_item(_within(document, "mainBody", eId=f"{item.label}__body"), item)


def _write_meta(holder: etree._Element, uri: str, day: date, language: str) -> etree._Element:
    """Who and what the document is, as the three levels of FRBR; the standard asks for all of it."""
    meta = _within(holder, "meta")
    identification = _within(meta, "identification", source="#rejoinder")
    for level, address in (
        ("Work", uri),
        ("Expression", f"{uri}/{language}@"),
        ("Manifestation", f"{uri}/{language}@.xml"),
    ):
        held = _within(identification, f"FRBR{level}")
        _within(held, "FRBRthis", value=address)
        _within(held, "FRBRuri", value=address)
        _within(held, "FRBRdate", date=day.isoformat(), name="text")
        _within(held, "FRBRauthor", href="#author")
        if level == "Work":
            _within(held, "FRBRcountry", value="un")
        elif level == "Expression":
            _within(held, "FRBRlanguage", language=language)
    return meta


def _write_references(meta: etree._Element) -> None:
    """Those that the identification refers to, once in a document."""
    references = _within(meta, "references", source="#rejoinder")
    _within(
        references, "TLCOrganization", eId="rejoinder", href="/akn/ontology/organization/rejoinder", showAs="Rejoinder"
    )
    _within(references, "TLCOrganization", eId="author", href="/akn/ontology/organization/author", showAs="Author")


def _write_paragraphs(holder: etree._Element, passages: Sequence[Passage]) -> None:
    """Each paragraph of the passages as ``p``; an empty one where there is none, as the schema asks for one."""
    written = [
        words
        for passage in passages
        for each in re.split(r"\n\s*\n", passage.exact)
        if (words := " ".join(each.split()))
    ]
    for words in written or [""]:
        _within(holder, "p").text = _clean(words)


def _own(item: Item) -> list[Passage]:
    return [passage for passage in (item.wording, *item.further) if passage]


def _within(parent: etree._Element, element: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, _tag(element), attributes)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _clean(words: str) -> str:
    """Words without the characters that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", words)
