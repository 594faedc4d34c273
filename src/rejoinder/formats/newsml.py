"""IPTC NewsML-G2 -> Document: a newsItem alone, in a newsMessage, or beside a packageItem.

Of several items the one with text is read, and of several versions of it the last. Two different
texts in one message are refused: a docket needs one source for one document.
"""

from __future__ import annotations

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


def read_newsml(data: bytes, name: str) -> Document:
    """The one text item of a NewsML-G2 file.

    Raises InputError ``xml-entities``, ``xml-broken``, ``xml-unknown``, ``several-texts`` or ``item-without-text``.
    """
    root = parse_xml(data, name)
    kind = MEDIA_TYPES.get(local_name(root))
    if kind is None:
        message = f"{name} is XML with the root <{local_name(root)}>, not NewsML-G2."
        raise InputError(name, "xml-unknown", message, "Give the story as NewsML-G2, ninjs, HTML or plain text.")
    items = [element for element in root.iter() if local_name(element) == "newsitem"]
    chosen = _chosen(items, name)
    return document_of(_wire_item(chosen, kind, _left_out(len(items) - 1)), name, "versionCreated")


def _chosen(items: list[etree._Element], name: str) -> etree._Element:
    candidates = [item for item in items if _body_of(item)] or [item for item in items if _is_text(item)]
    latest: dict[str, etree._Element] = {}
    for item in candidates:
        guid = item.get("guid") or ""
        if guid not in latest or _version(item) >= _version(latest[guid]):
            latest[guid] = item
    if not latest:
        raise InputError(
            name,
            "item-without-text",
            f"{name} holds no text item.",
            "Give the newsItem that holds the text; packages, pictures and recordings are not read.",
        )
    if len(latest) > 1:
        titles = "; ".join(_text(item, "headline") or guid for guid, item in list(latest.items())[:5])
        message = f"{name} holds {len(latest)} different stories ({titles})."
        raise InputError(name, "several-texts", message, "Save each newsItem in a file of its own and give those.")
    return next(iter(latest.values()))


def _left_out(count: int) -> tuple[Problem, ...]:
    if count < 1:
        return ()
    return (
        note(
            "items-left-out",
            f"{count} other item(s) of the message (pictures, earlier versions and the like) were not read.",
        ),
    )


def _wire_item(item: etree._Element, media_type: str, problems: tuple[Problem, ...]) -> WireItem:
    return WireItem(
        media_type=media_type,
        body=_body_of(item),
        uri=item.get("guid"),
        version=item.get("version"),
        version_created=_text(item, "versioncreated") or _text(item, "firstcreated"),
        created=_text(item, "firstcreated") or _text(item, "contentcreated"),
        status=_code(item, "pubstatus"),
        embargoed=_embargo(item),
        headline=_text(item, "headline") or _text(item, "hl1") or _text(item, "title"),
        summary=_text(item, "description"),
        place=_name(item, "located"),
        publisher=_name(item, "provider") or _name(item, "copyrightholder") or _name(item, "infosource"),
        language=_language(item),
        slug=_text(item, "slugline"),
        editors_note=_text(item, "ednote"),
        signals=tuple(_local_code(found) for found in _all(item, "signal")),
        problems=problems,
    )


def _body_of(item: etree._Element) -> list[str]:
    """The paragraphs of the first content that has any: inlineXML (NITF, XHTML), then inlineData."""
    for content in [*_all(item, "inlinexml"), *_all(item, "inlinedata")]:
        found = _paragraphs_of(content)
        if found:
            dateline = _text(item, "dateline")
            return (
                [dateline, *found] if dateline and not any(dateline in paragraph for paragraph in found[:3]) else found
            )
    return []


def _paragraphs_of(content: etree._Element) -> list[str]:
    if local_name(content) == "inlinexml":
        return paragraphs(content, skip=_NOT_BODY)
    kind, words = content.get("contenttype") or "text/plain", content.text or ""
    if kind.startswith("text/plain") and not content.get("encoding"):
        return split_paragraphs(words.replace("\r\n", "\n"))
    tree = parse_html(words) if "html" in kind and words.strip() else None
    return paragraphs(tree, skip=frozenset(("head",))) if tree is not None else []


def _all(item: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in item.iter() if local_name(element) == name]


def _text(item: etree._Element, name: str) -> str | None:
    """The words of the first element of that name that has any, on one line."""
    for element in _all(item, name):
        if words := " ".join("".join(map(str, element.itertext())).split()):
            return words
    return None


def _name(item: etree._Element, name: str) -> str | None:
    """The name of a concept: its <name>, its literal, or the last part of its code ("geoloc:MOW" says too little to count)."""
    for element in _all(item, name):
        if found := _text(element, "name") or element.get("literal"):
            return found
    return None


def _code(item: etree._Element, name: str) -> str | None:
    return next((code for element in _all(item, name) if (code := _local_code(element))), None)


def _local_code(element: etree._Element) -> str:
    """``correction`` of ``qcode="sig:correction"`` or of a URI that ends so."""
    code = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return code.rpartition(":")[2].rpartition("/")[2].strip().lower()


def _embargo(item: etree._Element) -> str | None:
    """Empty (not None) where the element is there without a date: an embargo until further notice."""
    found = _all(item, "embargoed")
    return (found[0].text or "") if found else None


def _language(item: etree._Element) -> str | None:
    tags = [element.get("tag") for element in _all(item, "language")]
    return next((tag for tag in tags if tag), None) or item.get("{http://www.w3.org/XML/1998/namespace}lang")


def _is_text(item: etree._Element) -> bool:
    return _code(item, "itemclass") in ("text", None)


def _version(item: etree._Element) -> int:
    version = item.get("version") or ""
    return int(version) if version.isdecimal() and len(version) < 10 else 0
