"""WordprocessingML without its namespaces, transitional or strict: elements and attributes by their local names."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def tag_of(element: etree._Element) -> str:
    """The name of an element without its namespace, empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute of that local name, or None."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, of it the first of the next name, and so on; or None."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if tag_of(each) == name), None)
    return element


def value(element: etree._Element | None, *path: str) -> str | None:
    """The ``val`` attribute of a descendant, or None."""
    return attribute(child(element, *path), "val")


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of that name."""
    return (each for each in (element if element is not None else ()) if tag_of(each) == name)


def number(written: str | None, otherwise: int = 0) -> int:
    """A whole number as written, or ``otherwise`` where none is."""
    return int(written) if written and written.lstrip("-").isdecimal() and len(written) < 10 else otherwise


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off (ECMA-376, ST_OnOff)."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")
