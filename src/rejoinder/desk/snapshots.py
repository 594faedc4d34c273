"""A docket and a moment -> its snapshot: that of today continued from what was kept, that of a past
day made of it, and one of our record as it was folded anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from rejoinder.desk.desk import Desk
from rejoinder.desk.memory import Memory
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.standings import Question, standing_kept
from rejoinder.docket import (
    EMPTY,
    PROJECTION,
    Since,
    Snapshot,
    Standing,
    Views,
    decode_snapshot,
    encode_snapshot,
    fold,
)
from rejoinder.docket.changes import find_changes
from rejoinder.docket.ledger import Ledger
from rejoinder.docket.past import as_known
from rejoinder.docket.snapshot import name_of_shelf
from rejoinder.docket.standing import MOST, Wanted, standing_of
from rejoinder.model import Entry, StoreError

T = TypeVar("T")
KEEP_AFTER = 100
"""So many new entries make it worth while to keep the snapshot anew."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """As of when a docket is seen: what was out at the end of the day ``known``, as our record stood at the moment
    ``recorded``. None is now."""

    known: date | None = None
    recorded: datetime | None = None

    @property
    def now(self) -> bool:
        """Whether nothing past is asked for."""
        return self.known is None and self.recorded is None


NOW = AsOf()


def end_of(day: date) -> datetime:
    """The last moment of a day, in UTC: evidence of which only the day is known counts from its beginning."""
    return datetime.combine(day + timedelta(days=1), time(), UTC) - timedelta(microseconds=1)


def day_of(desk: Desk, at: AsOf) -> date:
    """The day for which states are reckoned: the one asked for, else that of the record asked for, else today."""
    if at.known is not None:
        return at.known
    return desk.today if at.recorded is None else at.recorded.astimezone(desk.clock().tzinfo).date()


def snapshot_as_of(desk: Desk, docket: str, at: AsOf = NOW) -> Snapshot:
    """What the docket held then. StoreError ``docket-unknown``."""
    ask(desk, Deed.READ, docket)
    if desk.memory is not None:
        return _remembered(desk, desk.memory, docket, at)
    return _snapshot_then(desk.ledger, docket, at, _snapshot_now(desk.ledger, docket) if at.recorded is None else None)


def _snapshot_then(ledger: Ledger, docket: str, at: AsOf, now: Snapshot | None) -> Snapshot:
    """What the docket held then: made of what it holds ``now``, where that is given and it can be, else of its
    entries."""
    known = None if at.known is None else end_of(at.known)
    past = None if now is None else now if known is None else as_known(now, known)
    if past is not None:
        return past
    return fold(ledger.entries(docket, known_until=known, recorded_until=at.recorded))


def _remembered(desk: Desk, memory: Memory, docket: str, at: AsOf) -> Snapshot:
    """The snapshot that is remembered, if nothing was entered since; that of now goes on from what is remembered."""
    head = desk.ledger.head(docket)
    now: Snapshot | None = memory.recall((docket, NOW))
    if now is None:
        now = _snapshot_now(desk.ledger, docket)
    elif now.seq < (head.seq if head else 0):
        now = fold(desk.ledger.entries(docket, after=now.seq), now)
    memory.hold((docket, NOW), now)
    if at.now:
        return now
    held: tuple[int, Snapshot] | None = memory.recall((docket, at))
    if held is None or held[0] != now.seq:
        past = _snapshot_then(desk.ledger, docket, at, now if at.recorded is None else None)
        held = (now.seq, past)
        memory.hold((docket, at), held)
    return held[1]


def views_as_of(desk: Desk, docket: str, at: AsOf = NOW) -> Views:
    """All views of what the docket held then."""
    snapshot, day = snapshot_as_of(desk, docket, at), day_of(desk, at)
    return of_snapshot(desk, ("views", docket, at, day), snapshot, lambda: Views(snapshot, day))


def of_snapshot(desk: Desk, key: Hashable, snapshot: Snapshot, make: Callable[[], T]) -> T:
    """What is made of a snapshot: the one that is remembered under a key, as long as it is of this very snapshot."""
    if desk.memory is None:
        return make()
    held: tuple[Snapshot, T] | None = desk.memory.recall(key)
    if held is None or held[0] is not snapshot:
        held = (snapshot, make())
        desk.memory.hold(key, held)
    return held[1]


def standing_as_of(desk: Desk, docket: str, at: AsOf = NOW, since: Since | None = None, most: int = MOST) -> Standing:
    """Where the docket stood then; no part of it lists more than ``most``."""
    if desk.memory is not None or not at.now:
        return _standing_found(desk, docket, at, since, most)
    ask(desk, Deed.READ, docket)
    question = Question(day_of(desk, at), since, most)
    return standing_kept(desk.ledger, docket, question, lambda: _standing_found(desk, docket, at, since, most))


def narrowed_as_of(desk: Desk, docket: str, wanted: Wanted, at: AsOf = NOW, most: int = MOST) -> Standing:
    """Where what is wanted of the docket stood then: the first ``most`` of each part of all that there is."""
    views = views_as_of(desk, docket, at)
    key = ("narrowed", docket, at, views.today, most, wanted)
    return of_snapshot(desk, key, views.snapshot, lambda: standing_of(views, most, wanted))


def _standing_found(desk: Desk, docket: str, at: AsOf, since: Since | None, most: int) -> Standing:
    views = views_as_of(desk, docket, at)

    def find() -> Standing:
        return standing_of(views, most)

    def look() -> Standing:
        question = Question(views.today, None, most)
        if desk.memory is None or not at.now:
            return find()
        kept = standing_kept(desk.ledger, docket, question, find)
        return kept if kept.seq == views.snapshot.seq else find()

    standing = of_snapshot(desk, ("standing", docket, at, views.today, most), views.snapshot, look)
    return standing if since is None else replace(standing, changed=tuple(find_changes(views, since)))


@dataclass(frozen=True, slots=True)
class _Behind:
    """Where a snapshot was kept, for what it leaves there."""

    ledger: Ledger
    docket: str

    def shelf(self, month: str) -> bytes | None:
        kept = self.ledger.projection(self.docket, name_of_shelf(month))
        return kept[1] if kept else None

    def entries(self) -> Iterable[Entry]:
        return self.ledger.entries(self.docket)

    def payloads(self, numbers: Sequence[int]) -> Mapping[int, str]:
        return self.ledger.payloads(self.docket, numbers)


def _snapshot_now(ledger: Ledger, docket: str) -> Snapshot:
    start = kept_snapshot(ledger, docket)
    snapshot = fold(ledger.entries(docket, after=start.seq), start)
    if snapshot.seq - start.seq >= KEEP_AFTER:
        keep_snapshot(ledger, docket, snapshot)
    return snapshot


def kept_snapshot(ledger: Ledger, docket: str) -> Snapshot:
    """The snapshot that was kept last; an empty one where there is none that this version can read, or where it is none
    of this docket as it stands: its last entry is not there with the same hash."""
    kept = ledger.projection(docket, PROJECTION)
    if kept is None:
        return EMPTY
    try:
        snapshot = decode_snapshot(kept[1], _Behind(ledger, docket))
    except ValueError:
        return EMPTY
    last = next(iter(ledger.entries(docket, after=snapshot.seq - 1)), None)
    return snapshot if last and (last.seq, last.hash) == (snapshot.seq, snapshot.hash) else EMPTY


def keep_snapshot(ledger: Ledger, docket: str, snapshot: Snapshot) -> None:
    """Keep it if the store lets us: it can be worked out again, so one that is locked or read-only is no error."""
    try:
        ledger.keep_projections(docket, snapshot.seq, encode_snapshot(snapshot))
    except StoreError:
        return


def first_day(snapshot: Snapshot) -> date | None:
    """The day from which on the docket knows anything, None where it is empty."""
    return min((kept.known.date() for kept in snapshot.sources.values()), default=None)
