"""An Outline -> the JSON object that ``rejoinder outline --json`` prints."""

from __future__ import annotations

from typing import Any

from rejoinder.model import Item, Outline


def outline_to_json(outline: Outline) -> dict[str, Any]:
    """``{"items": [{"label", "kind", "number", "heading", "start", "end", "items": [...]}]}``; null for none."""
    return {"items": [_item_to_json(item) for item in outline.items]}


def _item_to_json(item: Item) -> dict[str, Any]:
    return {
        "label": item.label,
        "kind": str(item.kind),
        "number": item.number,
        "heading": item.heading,
        "start": item.start,
        "end": item.end,
        "items": [_item_to_json(inner) for inner in item.items],
    }
