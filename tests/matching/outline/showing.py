"""Outlines as lines, so that a test can show a draft and what is found in it side by side."""

from __future__ import annotations

from collections.abc import Iterator

from rejoinder.model import Item, Outline


def shown(outline: Outline) -> str:
    """A line for each item, indented: the last step of its label, its heading after a slash, and its own words."""
    return "\n".join(line for item in outline.items for line in _lines(item, 0))


def _lines(item: Item, depth: int) -> Iterator[str]:
    passages = [passage for passage in (item.wording, *item.further) if passage]
    words = " + ".join(" ".join(passage.exact.split()) for passage in passages)
    heading = f" / {item.heading}" if item.heading else ""
    yield "  " * depth + item.label.rpartition("__")[2] + heading + (f": {words}" if words else "")
    for inner in item.items:
        yield from _lines(inner, depth + 1)
