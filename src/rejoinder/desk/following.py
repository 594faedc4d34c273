"""Following a docket from outside: what was entered after a number in, in the order of entry, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from rejoinder.desk.desk import Desk
from rejoinder.desk.history import Event, event_of
from rejoinder.desk.snapshots import NOW, AsOf, end_of, snapshot_as_of


@dataclass(frozen=True, slots=True)
class Followed:
    """Some entries, the earliest first. ``cursor`` is what the next question goes on from: the number of the last entry
    that was told, or the one that was asked for where nothing came after it; ``more`` whether more is there now."""

    events: tuple[Event, ...]
    cursor: int
    more: bool


def entries_after(desk: Desk, docket: str, after: int, most: int, at: AsOf = NOW) -> Followed:
    """The entries with numbers above ``after``, at most so many, as far as they were known and recorded then."""
    snapshot = snapshot_as_of(desk, docket, at)
    known = None if at.known is None else end_of(at.known)
    entries = desk.ledger.entries(docket, after=after, known_until=known, recorded_until=at.recorded)
    found = list(islice(entries, most + 1))
    undone = {item.undoes for item in snapshot.judgements.values() if item.undoes is not None}
    told = tuple(event_of(entry, entry.seq in undone) for entry in found[:most])
    return Followed(told, told[-1].seq if told else after, len(found) > most)


def latest_entries(desk: Desk, docket: str, most: int, at: AsOf = NOW) -> tuple[Event, ...]:
    """The latest entries, the last first."""
    last = snapshot_as_of(desk, docket, at).seq
    return tuple(reversed(entries_after(desk, docket, max(0, last - most), most, at).events))
