"""Matters -> FollowTheMoney entities, a line each, as Aleph and its like take them in: sides, events, documents."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import msgspec

from rejoinder.docket.matters import CommitmentMatter, Matter, MeetingMatter, TextMatter
from rejoinder.formats.exports.rows import Row, row_of
from rejoinder.formats.exports.view import DocketView
from rejoinder.model import Actor


def write_entities(view: DocketView) -> bytes:
    """Documents, sides and events as JSON lines."""
    found: dict[str, dict[str, Any]] = {}
    for entity in _entities(view):
        found.setdefault(entity["id"], entity)
    return b"".join(msgspec.json.encode(entity) + b"\n" for entity in found.values())


def _entities(view: DocketView) -> Iterator[dict[str, Any]]:
    for id_, kept in view.sources.items():
        properties = {
            "fileName": kept.name,
            "title": kept.title,
            "publisher": kept.publisher,
            "publishedAt": kept.published.isoformat() if kept.published else None,
            "contentHash": id_.partition(":")[2],
        }
        yield _entity(id_, "Document", properties)
    for matter in view.matters:
        actors = _actors(matter)
        yield from map(_side, actors)
        yield _event(matter, row_of(matter, view), actors)


def _actors(matter: Matter) -> list[Actor]:
    """Those whom a matter involves."""
    if isinstance(matter, CommitmentMatter):
        return [actor for actor in (matter.debtor, matter.creditor) if actor is not None]
    if isinstance(matter, MeetingMatter):
        return list(matter.participants)
    if isinstance(matter, TextMatter):
        return [actor for actor in (matter.by, *matter.to) if actor is not None]
    by = getattr(matter, "by", None)
    return [by] if isinstance(by, Actor) else []


def _side(actor: Actor) -> dict[str, Any]:
    is_person = actor.post is not None
    properties = {"name": actor.name, "position": actor.post, "notes": actor.party if is_person else None}
    return _entity(_id_of(actor), "Person" if is_person else "Organization", properties)


def _event(matter: Matter, row: Row, actors: list[Actor]) -> dict[str, Any]:
    properties = {
        "name": f"{row.kind}: {row.what or row.words}",
        "summary": row.words,
        "description": row.standing,
        "startDate": row.earliest.isoformat() if row.earliest else None,
        "endDate": row.latest.isoformat() if row.latest else None,
        "keywords": row.kind,
        "involved": [_id_of(actor) for actor in actors],
        "proof": sorted({report.source for report in matter.reports if report.source}),
    }
    return _entity(matter.id, "Event", properties)


def _entity(id_: str, schema: str, properties: dict[str, Any]) -> dict[str, Any]:
    """An entity; every property is a list of values, and what is not known is left out."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    return {"id": id_, "schema": schema, "properties": listed}


def _id_of(actor: Actor) -> str:
    return f"actor:{sha256(f'{actor.name}|{actor.party}'.encode()).hexdigest()[:16]}"
