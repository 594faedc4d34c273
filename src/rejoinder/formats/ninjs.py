"""IPTC ninjs (News in JSON) -> Document: versions 1, 2 and 3, and what content systems make of them.

Version 1 has ``headline`` and ``body_text``, version 2 ``headlines`` and ``bodies``, version 3 the same with
capitals within the names (``versionCreated``); names are therefore compared in lower case.
"""

from __future__ import annotations

import json
from typing import Any

from rejoinder.formats.encodings import decode
from rejoinder.formats.markup import paragraphs, parse_html, parse_xml, split_paragraphs
from rejoinder.formats.wire import WireItem, document_of
from rejoinder.model import Document, InputError

MEDIA_TYPE = "application/json"
_IDENTITY = ("uri", "guid")
_SIGNS = (
    "headline",
    "headlines",
    "bodies",
    "versioncreated",
    "pubstatus",
    "standard",
    "$standard",
    "body_text",
    "body_xhtml",
    "body_html",
)
_BODY_ORDER = ("text/plain", "application/xhtml+xml", "text/html", "nitf")
_REMEDY = "Give one ninjs item (an object with uri, versioncreated, headline and a body), or the story as plain text."


def read_ninjs(data: bytes, name: str) -> Document:
    """The one text item of a ninjs file, also where it stands in a list of one.

    Raises InputError ``json-broken``, ``json-not-ninjs``, ``several-texts`` or ``item-without-text``.
    """
    items = [_lowered(item) for item in _listed(_parsed(data, name))]
    items = [item for item in items if any(key in item for key in _IDENTITY) and any(key in item for key in _SIGNS)]
    texts = [item for item in items if _body_of(item, name)] or items
    if not items:
        raise InputError(name, "json-not-ninjs", f"{name} is JSON, but not a ninjs news item.", _REMEDY)
    if len(texts) > 1:
        remedy = "Save each item in a file of its own and give those."
        raise InputError(name, "several-texts", f"{name} holds {len(texts)} stories in one file.", remedy)
    return document_of(_wire_item(texts[0], name), name, "versioncreated")


def _parsed(data: bytes, name: str) -> Any:
    try:
        return json.loads(decode(data, name).text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        message = f"{name} is not sound JSON: line {error.lineno}, column {error.colno}: {error.msg}."
    except (ValueError, RecursionError) as error:
        message = f"{name} is not sound JSON: {str(error) or 'nested too deeply'}."
    raise InputError(name, "json-broken", message, "Ask the sender for the file again; it may have been cut off.")


def _listed(parsed: Any) -> list[dict[str, Any]]:
    if isinstance(parsed, dict):
        for key in ("items", "_items"):
            if isinstance(parsed.get(key), list):
                return _listed(parsed[key])
        return [parsed]
    return [item for item in parsed if isinstance(item, dict)] if isinstance(parsed, list) else []


def _lowered(item: dict[str, Any]) -> dict[str, Any]:
    return {key.lower(): value for key, value in item.items()}


def _wire_item(item: dict[str, Any], name: str) -> WireItem:
    return WireItem(
        media_type=MEDIA_TYPE,
        body=_body_of(item, name),
        uri=_words(item.get("uri")) or _words(item.get("guid")),
        version=_words(item.get("version")),
        version_created=_words(item.get("versioncreated")) or _words(item.get("firstcreated")),
        created=_words(item.get("firstcreated")) or _words(item.get("contentcreated")),
        status=_words(item.get("pubstatus")),
        embargoed=_words(item.get("embargoed")),
        headline=_words(item.get("headline")) or _main(item.get("headlines")) or _words(item.get("title")),
        summary=_words(item.get("description_text")) or _main(item.get("descriptions")),
        place=_named(item.get("located")),
        publisher=_named(item.get("copyrightholder"))
        or _named(item.get("infosources"))
        or _named(item.get("infosource"))
        or _named(item.get("source")),
        language=_words(item.get("language")),
        slug=_words(item.get("slugline")),
        editors_note=_words(item.get("ednote")),
    )


def _body_of(item: dict[str, Any], name: str) -> list[str]:
    """The paragraphs of the best body: plain text, else XHTML, else HTML, else NITF."""
    bodies = [(_kind(body), _words(body.get("value"))) for body in map(_lowered, _listed(item.get("bodies")))]
    flat = {
        "body_text": "text/plain",
        "body_xhtml": "application/xhtml+xml",
        "body_html": "text/html",
        "body_nitf": "nitf",
    }
    bodies += [(kind, _words(item.get(key))) for key, kind in flat.items()]
    bodies.sort(key=lambda body: _BODY_ORDER.index(body[0]))
    for kind, words in bodies:
        found = _paragraphs_of(kind, words, name) if words else []
        if found:
            return found
    return []


def _kind(body: dict[str, Any]) -> str:
    """The kind of a body by its content type and role; the unknown is taken as HTML, which plain text survives."""
    said = f"{body.get('contenttype') or ''} {body.get('role') or ''}".lower()
    if "nitf" in said:
        return "nitf"
    if "xhtml" in said:
        return "application/xhtml+xml"
    return "text/plain" if "plain" in said or said.strip() == "text" else "text/html"


def _paragraphs_of(kind: str, words: str, name: str) -> list[str]:
    if kind == "text/plain":
        return split_paragraphs(words.replace("\r\n", "\n").replace("\r", "\n"))
    if kind == "nitf":
        return paragraphs(parse_xml(words.encode(), name), skip=frozenset(("head", "hedline", "byline", "distributor")))
    tree = parse_html(words)
    return paragraphs(tree, skip=frozenset(("head",))) if tree is not None else []


def _main(values: Any) -> str | None:
    """The value with the role ``main`` among several, else the first."""
    listed = [_lowered(value) for value in _listed(values)]
    listed.sort(key=lambda value: value.get("role") != "main")
    return next((words for value in listed if (words := _words(value.get("value")))), None)


def _named(value: Any) -> str | None:
    if isinstance(value, str):
        return _words(value)
    return next((words for item in _listed(value) if (words := _words(_lowered(item).get("name")))), None)


def _words(value: Any) -> str | None:
    """A string or number as words, or None. Half of a surrogate pair, which JSON can hold, becomes U+FFFD."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip() or None
