"""A docket as it could be known at a past moment: the snapshot of today and a moment in, that of the moment out.

It is the fold of the entries known by then, made without reading them again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol, TypeVar

from rejoinder.docket.grouping import group_all
from rejoinder.docket.kept import JudgementKept
from rejoinder.docket.live import PARTS, Live
from rejoinder.docket.shelves import Statements
from rejoinder.docket.snapshot import Snapshot


class _Known(Protocol):
    seq: int
    known: datetime


K = TypeVar("K", bound=_Known)
_RECORDS = ("sources", *(part for part in PARTS.values() if part != "items"))


def as_known(snapshot: Snapshot, until: datetime) -> Snapshot | None:
    """What was known by a moment, that moment included. None where a source was withdrawn: a snapshot does not tell
    since when, so that the entries have to be folded."""
    if any(source.withdrawn is not None for source in snapshot.sources.values()):
        return None
    parts: dict[str, Any] = {name: _filter(getattr(snapshot, name), until) for name in _RECORDS}
    parts["statements"] = snapshot.statements.known_by(until)
    known = {subject for name in _RECORDS for subject in parts[name]}
    texts = parts["texts"]
    parts["items"] = {name: item for name, item in snapshot.items.items() if item.text in texts}
    known.update(parts["items"])
    parts["links"] = {seq: link for seq, link in snapshot.links.items() if link.known <= until}
    judged = {seq: item for seq, item in snapshot.judgements.items() if _is_known(item, known, parts["statements"])}
    parts["judgements"] = judged
    last = [kept.seq for name in _RECORDS for kept in list(parts[name].values())[-1:]]
    seq = max([parts["statements"].last_seq(), *last, *parts["links"], *judged])
    past = replace(snapshot, seq=seq, matters={}, **parts)
    return replace(past, matters=group_all(Live(past), {}, known))


def _filter(records: dict[str, K], until: datetime) -> dict[str, K]:
    return {subject: kept for subject, kept in records.items() if kept.known <= until}


def _is_known(judged: JudgementKept, known: set[str], statements: Statements) -> bool:
    """A judgement is known when all is that it names."""
    return all(subject in known or subject in statements for subject in (judged.subject, *judged.others))
