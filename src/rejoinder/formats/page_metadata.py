"""The tree of a web page -> what it says of itself: title, publisher, day of publication with its basis, language.

Read from JSON-LD (schema.org), ``<meta>`` elements and ``<time>``, by the names in the table ``page_metadata``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import lxml.html

from rejoinder.formats.moments import read_day
from rejoinder.formats.tables import table

_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / ")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of itself; None where it says nothing."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_basis: str | None = None
    language: str | None = None
    address: str | None = None


def read_metadata(tree: lxml.html.HtmlElement) -> PageMetadata:
    """The metadata of a page. Nothing is guessed from its text: that is the reading's business."""
    article = _article_object(tree)
    metas = _meta_values(tree)
    publisher = _first(metas, "publisher") or _words(_one(article.get("publisher")).get("name"))
    published, basis = _published(tree, article, metas)
    return PageMetadata(
        title=_title(tree, article, metas, publisher),
        publisher=publisher,
        published=published,
        published_basis=f"metadata: {basis}" if basis else None,
        language=_language(tree, article, metas),
        address=_address(tree, metas),
    )


def _title(
    tree: lxml.html.HtmlElement, article: dict[str, Any], metas: dict[str, str], publisher: str | None
) -> str | None:
    headings = [_element_words(heading) for heading in tree.iter("h1")]
    only_heading = headings[0] if len(headings) == 1 else None
    page_title = next((_element_words(element) for element in tree.iter("title")), None)
    found = _words(article.get("headline")) or _first(metas, "title") or only_heading or page_title
    return _without_site(found, publisher, headings) if found else None


def _without_site(title: str, publisher: str | None, headings: list[str]) -> str:
    """The headline without the name of the site that pages put behind it ("... - The Daily")."""
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and head and (head in headings or tail.casefold() == (publisher or "").casefold()):
            return head.strip()
    return title


def _published(
    tree: lxml.html.HtmlElement, article: dict[str, Any], metas: dict[str, str]
) -> tuple[date | None, str | None]:
    """The day and the name of the field that gives it, the most deliberate field first."""
    names: list[str] = table("page_metadata")["published"]
    candidates = [(name, metas.get(name)) for name in names[:2]]
    candidates.append(("JSON-LD datePublished", _words(article.get("datePublished"))))
    candidates += [(name, metas.get(name)) for name in names[2:]]
    candidates.append(("<time>", _time_of(tree)))
    return next(((day, name) for name, value in candidates if value and (day := read_day(value))), (None, None))


def _time_of(tree: lxml.html.HtmlElement) -> str | None:
    """The ``<time>`` marked as the publication's, else the one that the page's only article begins with."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    marked = [
        time for time in times if time.get("pubdate") is not None or "publish" in (time.get("class") or "").lower()
    ]
    scope = next(tree.iter("article", "main"), None)
    within = [] if scope is None else [time for time in scope.iter("time") if time.get("datetime")]
    alone = times if len({(time.get("datetime") or "")[:10] for time in times}) == 1 else []
    return next((time.get("datetime") for time in [*marked, *within, *alone]), None)


def _language(tree: lxml.html.HtmlElement, article: dict[str, Any], metas: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    found = (
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _words(article.get("inLanguage"))
        or _first(metas, "language")
    )
    return found.strip().replace("_", "-") or None if found else None


def _address(tree: lxml.html.HtmlElement, metas: dict[str, str]) -> str | None:
    canonical = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next((href.strip() for href in canonical if href and href.strip()), None) or metas.get("og:url")


def _meta_values(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """The content of each named <meta> (and of elements with an itemprop and a content), the first of a name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta", "time", "span", "div"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = " ".join(
            (element.get("content") or (element.get("datetime") if element.get("itemprop") else "") or "").split()
        )
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], kind: str) -> str | None:
    return next((metas[name] for name in table("page_metadata")[kind] if name in metas), None)


def _article_object(tree: lxml.html.HtmlElement) -> dict[str, Any]:
    """The JSON-LD object of the article, or an empty one. A broken script is passed over."""
    wanted: list[str] = table("page_metadata")["article_types"]
    objects = [thing for script in tree.iter("script") for thing in _linked_data(script)]
    ranked = [
        (wanted.index(kind), place) for place, thing in enumerate(objects) for kind in _types(thing) if kind in wanted
    ]
    return objects[min(ranked)[1]] if ranked else {}


def _linked_data(script: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    if (script.get("type") or "").strip().lower() != "application/ld+json":
        return
    try:
        parsed = json.loads(script.text or "")
    except (ValueError, RecursionError):
        return
    for thing in parsed if isinstance(parsed, list) else [parsed]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _types(thing: dict[str, Any]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _one(value: Any) -> dict[str, Any]:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _words(value: Any) -> str | None:
    """A string on one line, or None; half of a surrogate pair, which JSON can hold, becomes U+FFFD."""
    if not isinstance(value, str):
        return None
    return " ".join(value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split()) or None


def _element_words(element: lxml.html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
