"""An HTML page -> Document: the article without menus, advertisements and comments, and what its metadata say.

The article is found by trafilatura, on a tree parsed here; nothing is fetched and no script is run.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import lxml.html
from lxml import etree

from rejoinder.formats.encodings import Decoded, decode
from rejoinder.formats.markup import join_story, paragraphs, parse_html
from rejoinder.formats.page_metadata import PageMetadata, read_metadata
from rejoinder.model import Document, InputError, Source

MEDIA_TYPE = "text/html"
_MAX_ELEMENTS = 20_000
_MAX_DEPTH = 200
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})|<\?xml[^>]{0,99}encoding=[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"<(/?)(div|section|article|main|span|a|table|ul|ol|blockquote|script|style|header|footer|em|strong|b|i)\b",
    re.IGNORECASE,
)
_OPTIONAL_END = re.compile(r"</(?:head|p|li)\s*>", re.IGNORECASE)
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_SENTENCE_END = re.compile("[.!?…。！？؟։।][\"'”’»」)]*(?:\\s|$)")


def read_web_page(data: bytes, name: str) -> Document:
    """The article of a page, its title first, its paragraphs parted by blank lines.

    Raises InputError ``html-truncated`` for a page that breaks off, ``html-without-article`` for one
    that has no text of an article.
    """
    decoded = decode(data, name, _declared_encoding(data))
    if is_truncated(decoded.text):
        message = f"{name} is an incomplete HTML page: it breaks off in line {decoded.text.count(chr(10)) + 1}."
        raise InputError(name, "html-truncated", message, "Save or download the page again, in full.")
    tree = parse_html(decoded.text.replace("\0", "").removeprefix("\ufeff"))
    if tree is None:
        raise _no_article(name)
    known = read_metadata(tree)
    body = article_paragraphs(tree)
    if not any(_is_prose(paragraph) for paragraph in body):
        raise _no_article(name)
    return _document(join_story(known.title, body), known, decoded)


def is_truncated(markup: str) -> bool:
    """Whether a page breaks off: within a tag, or with elements open, and without ``</body>`` or ``</html>``.

    HTML lets the end tags of ``html``, ``body``, ``head`` and ``p`` be left out (WHATWG HTML, 13.1.2.4); a
    page that leaves out the last two but writes the others was cut.
    """
    if _END.search(markup):
        return False
    if markup.rfind("<") > markup.rfind(">") or markup.rfind("<!--") > markup.rfind("-->"):
        return True
    tags = [closing for closing, _ in _TAG.findall(markup)]
    return len(tags) > 2 * tags.count("/") or ("<body" in markup.lower() and bool(_OPTIONAL_END.search(markup)))


def article_paragraphs(tree: lxml.html.HtmlElement) -> list[str]:
    """The paragraphs of the article. A page too large or deep for the search gives all its paragraphs."""
    if _is_unwieldy(tree):
        return paragraphs(tree, skip=frozenset(("head", "nav", "footer", "aside", "header")))
    body = _found_article(tree)
    return paragraphs(body) if body is not None else []


def _found_article(tree: lxml.html.HtmlElement) -> etree._Element | None:
    extracted = _extractor()(tree, include_comments=False, include_tables=True, with_metadata=False)
    return getattr(extracted, "body", None)


def _is_unwieldy(tree: lxml.html.HtmlElement) -> bool:
    """Whether the search for the article would take time out of proportion: very many elements, or very deep ones."""
    waiting = [(tree, 0)]
    count = 0
    while waiting:
        element, depth = waiting.pop()
        count += 1
        if count > _MAX_ELEMENTS or depth > _MAX_DEPTH:
            return True
        waiting.extend((child, depth + 1) for child in element)
    return False


@cache
def _extractor() -> Callable[..., Any]:
    """trafilatura's extraction, imported on first use: it takes half a second that other formats need not wait."""
    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    from trafilatura import bare_extraction

    return bare_extraction


def _document(text: str, known: PageMetadata, decoded: Decoded) -> Document:
    return Document(
        text=text,
        title=known.title,
        publisher=known.publisher,
        published=known.published,
        published_basis=known.published_basis,
        language=known.language,
        source=Source(media_type=MEDIA_TYPE, encoding=decoded.encoding, uri=known.address),
        problems=decoded.problems(),
    )


def _declared_encoding(data: bytes) -> str | None:
    """The encoding that the page states within its first 4,096 bytes."""
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph is a sentence of some length rather than a label of the page."""
    return len(paragraph) >= 40 and bool(_SENTENCE_END.search(paragraph))


def _no_article(name: str) -> InputError:
    message = f"{name} is an HTML page without the text of an article."
    return InputError(
        name,
        "html-without-article",
        message,
        "Save the page of the story itself, with its text shown, or copy the text into a .txt file.",
    )
