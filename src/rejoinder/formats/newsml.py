"""IPTC NewsML-G2 -> Document: a newsItem alone, in a newsMessage, or beside a packageItem.

Of several items the one with text is read, and of several versions of it the last. Two different
texts in one message are refused: a docket needs one source for one document.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rejoinder.formats.markup import local_name, paragraphs, parse_html, parse_xml, split_paragraphs
from rejoinder.formats.wire import WireItem, document_of, note
from rejoinder.model import Document, InputError, Problem

MEDIA_TYPES = {
    "newsitem": "application/vnd.iptc.g2.newsitem+xml",
    "packageitem": "application/vnd.iptc.g2.packageitem+xml",
    "newsmessage": "application/vnd.iptc.g2.newsmessage+xml",
}
_NOT_BODY = frozenset(
    ("head", "hedline", "hl1", "hl2", "byline", "distributor", "tobject", "docdata", "media", "title")
)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# The elements of an item's metadata (all but its content), by lower-case local name.
_Fields = dict[str, list[etree._Element]]


def read_newsml(data: bytes, name: str) -> Document:
    """The one text item of a NewsML-G2 file.

    Raises InputError ``xml-entities``, ``xml-broken``, ``xml-unknown``, ``several-texts`` or ``item-without-text``.
    """
    root = parse_xml(data, name)
    kind = MEDIA_TYPES.get(local_name(root))
    if kind is None:
        message = f"{name} is XML with the root <{local_name(root)}>, not NewsML-G2."
        raise InputError(name, "xml-unknown", message, "Give the story as NewsML-G2, ninjs, HTML or plain text.")
    items = list(_items(root))
    chosen, body = _chosen([(item, _body_of(item)) for item in items], name)
    return document_of(_wire_item(chosen, body, kind, _left_out(len(items) - 1)), name, "versionCreated")


def _items(root: etree._Element) -> Iterator[etree._Element]:
    """The newsItems of a message: the root, its children, or the children of its itemSet."""
    inner = [child for element in root if local_name(element) == "itemset" for child in element]
    return (element for element in (root, *root, *inner) if local_name(element) == "newsitem")


def _chosen(items: list[tuple[etree._Element, list[str]]], name: str) -> tuple[etree._Element, list[str]]:
    latest: dict[str, tuple[etree._Element, list[str]]] = {}
    for item, body in [pair for pair in items if pair[1]] or [pair for pair in items if _is_text(pair[0])]:
        guid = item.get("guid") or ""
        if guid not in latest or _version(item) >= _version(latest[guid][0]):
            latest[guid] = (item, body)
    if not latest:
        remedy = "Give the newsItem that holds the text; packages, pictures and recordings are not read."
        raise InputError(name, "item-without-text", f"{name} holds no text item.", remedy)
    if len(latest) > 1:
        titles = "; ".join(_text(_fields(item), "headline") or guid for guid, (item, _) in list(latest.items())[:5])
        message = f"{name} holds {len(latest)} different stories ({titles})."
        raise InputError(name, "several-texts", message, "Save each newsItem in a file of its own and give those.")
    return next(iter(latest.values()))


def _left_out(count: int) -> tuple[Problem, ...]:
    if count < 1:
        return ()
    message = f"{count} other item(s) of the message (pictures, earlier versions and the like) were not read."
    return (note("items-left-out", message),)


def _wire_item(item: etree._Element, body: list[str], kind: str, problems: tuple[Problem, ...]) -> WireItem:
    fields = _fields(item)
    return WireItem(
        media_type=kind,
        body=body,
        uri=item.get("guid"),
        version=item.get("version"),
        version_created=_text(fields, "versioncreated") or _text(fields, "firstcreated"),
        created=_text(fields, "firstcreated") or _text(fields, "contentcreated"),
        status=_code(fields, "pubstatus"),
        embargoed=_embargo(fields),
        headline=_text(fields, "headline") or _nitf_headline(item) or _text(fields, "title"),
        summary=_text(fields, "description"),
        place=_name(fields, "located"),
        publisher=_name(fields, "provider") or _name(fields, "copyrightholder") or _name(fields, "infosource"),
        language=next((tag for element in fields.get("language", []) if (tag := element.get("tag"))), item.get(_LANG)),
        slug=_text(fields, "slugline"),
        editors_note=_text(fields, "ednote"),
        signals=tuple(_local_code(found) for found in fields.get("signal", [])),
        problems=problems,
    )


def _fields(item: etree._Element) -> _Fields:
    found: _Fields = {}
    for part in item:
        if local_name(part) not in ("contentset", "newsitem"):
            for element in part.iter():
                found.setdefault(local_name(element), []).append(element)
    return found


def _contents(item: etree._Element) -> list[etree._Element]:
    """The children of the contentSet that hold text: inlineXML before inlineData."""
    held = [content for part in item if local_name(part) == "contentset" for content in part]
    xml = [content for content in held if local_name(content) == "inlinexml"]
    return xml + [content for content in held if local_name(content) == "inlinedata"]


def _body_of(item: etree._Element) -> list[str]:
    """The paragraphs of the first content that has any, the dateline first where only the metadata give it."""
    found = next((body for content in _contents(item) if (body := _paragraphs_of(content))), [])
    dateline = _text(_fields(item), "dateline") if found else None
    return [dateline, *found] if dateline and not any(dateline in paragraph for paragraph in found[:3]) else found


def _paragraphs_of(content: etree._Element) -> list[str]:
    if local_name(content) == "inlinexml":
        return paragraphs(content, skip=_NOT_BODY)
    kind, words = content.get("contenttype") or "text/plain", content.text or ""
    if kind.startswith("text/plain") and not content.get("encoding"):
        return split_paragraphs(words)
    tree = parse_html(words) if "html" in kind and words.strip() else None
    return paragraphs(tree, skip=frozenset(("head",))) if tree is not None else []


def _nitf_headline(item: etree._Element) -> str | None:
    found = (element for content in _contents(item) for element in content.iter("{*}hl1", "{*}title"))
    return next((words for element in found if (words := _words(element))), None)


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _text(fields: _Fields, name: str) -> str | None:
    """The words of the first element of that name that has any, on one line."""
    return next((words for element in fields.get(name, []) if (words := _words(element))), None)


def _name(fields: _Fields, name: str) -> str | None:
    """The name of a concept: its <name> or its literal. A code alone ("city:MOW") is no name."""
    for element in fields.get(name, []):
        names = (_words(child) for child in element if local_name(child) == "name")
        if found := next(filter(None, names), None) or element.get("literal"):
            return found
    return None


def _code(fields: _Fields, name: str) -> str | None:
    return next((code for element in fields.get(name, []) if (code := _local_code(element))), None)


def _local_code(element: etree._Element) -> str:
    """``correction`` of ``qcode="sig:correction"`` or of a URI that ends so."""
    code = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return code.rpartition(":")[2].rpartition("/")[2].strip().lower()


def _embargo(fields: _Fields) -> str | None:
    """Empty (not None) where the element is there without a date: an embargo until further notice."""
    found = fields.get("embargoed")
    return (found[0].text or "") if found else None


def _is_text(item: etree._Element) -> bool:
    return _code(_fields(item), "itemclass") in ("text", None)


def _version(item: etree._Element) -> int:
    version = item.get("version") or ""
    return int(version) if version.isdecimal() and len(version) < 10 else 0
