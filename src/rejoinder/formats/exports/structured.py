"""Matters -> JSON, whole: one object, or a line for each matter."""

from __future__ import annotations

from typing import Any

import msgspec

from rejoinder.formats.exports.view import DocketView

SCHEMA = "rejoinder.docket/1"


def write_json(view: DocketView) -> bytes:
    """One object with the docket, its sources and all its matters."""
    whole = {**_about(view), "sources": _sources(view), "matters": [msgspec.to_builtins(item) for item in view.matters]}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def write_jsonl(view: DocketView) -> bytes:
    """A line for each matter."""
    return b"".join(msgspec.json.encode(item) + b"\n" for item in view.matters)


def _about(view: DocketView) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "docket": view.docket,
        "title": view.title,
        "as_of": view.today.isoformat(),
        "recorded": view.recorded.isoformat() if view.recorded else None,
        "confirmed_only": view.confirmed,
    }


def _sources(view: DocketView) -> list[dict[str, Any]]:
    return [
        {
            "id": id_,
            "name": kept.name,
            "title": kept.title,
            "publisher": kept.publisher,
            "published": kept.published.isoformat() if kept.published else None,
            "known_at": kept.known.isoformat(),
            "status": kept.status,
            "version": kept.version,
            "withdrawn": kept.withdrawn,
        }
        for id_, kept in view.sources.items()
    ]
