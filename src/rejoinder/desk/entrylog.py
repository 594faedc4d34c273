"""The entries of a docket, page by page, the last first: what each did, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from rejoinder.desk.desk import Desk
from rejoinder.desk.history import Event, event_of
from rejoinder.desk.snapshots import NOW, AsOf, end_of, snapshot_as_of

A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Log:
    """Some entries. ``first`` and ``last`` are the numbers between which they lie; ``earlier`` and ``later`` those with
    which the pages before and behind end, None where there are none; ``undoable`` the numbers of those that can be
    taken back."""

    events: tuple[Event, ...]
    first: int
    last: int
    earlier: int | None
    later: int | None
    undoable: frozenset[int]


def entries_until(desk: Desk, docket: str, until: int | None = None, at: AsOf = NOW, size: int = A_PAGE) -> Log:
    """The entries up to number ``until`` (None: the last one), as far as they were known and recorded at a moment."""
    snapshot = snapshot_as_of(desk, docket, at)
    last = min(until, snapshot.seq) if until is not None else snapshot.seq
    first = max(0, last - size)
    known = None if at.known is None else end_of(at.known)
    entries = desk.ledger.entries(docket, after=first, known_until=known, recorded_until=at.recorded)
    undone = {item.undoes for item in snapshot.judgements.values() if item.undoes is not None}
    shown = [event_of(entry, entry.seq in undone) for entry in takewhile(lambda entry: entry.seq <= last, entries)]
    undoable = frozenset({*snapshot.judgements, *snapshot.links} - undone)
    later = min(last + size, snapshot.seq) if last < snapshot.seq else None
    return Log(tuple(reversed(shown)), first + 1, last, first or None, later, undoable)
