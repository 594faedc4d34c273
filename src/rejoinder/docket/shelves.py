"""What a snapshot leaves in the store until it is asked for: the statements of past months, and what the entries say.

Most questions are about lately, and most records are only counted. So statements stand in shelves by the month in
which they were known, and each shelf is fetched when something of it is asked for; whole records are fetched by the
numbers of their entries. What is fetched is no other than what the entries make: a shelf that is missing, damaged or
of another snapshot is made of the entries again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from threading import Lock
from typing import Any, Protocol, cast
from zlib import crc32

import msgspec

from rejoinder.docket.kept import HOLDING, StatementKept, keep_record
from rejoinder.model import Entry

BLOCK = 16
"""So many entries are asked for at once."""
_SUM = 4


class Behind(Protocol):
    """Where a snapshot was kept."""

    def shelf(self, month: str) -> bytes | None:
        """The shelf of a month, as it was encoded; None if there is none."""

    def entries(self) -> Iterable[Entry]:
        """All entries of the docket."""

    def payloads(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """What the entries with these numbers say."""


class Shelf(msgspec.Struct, frozen=True, array_like=True):
    """The statements that were known in a ``month``: their ids, one a line, between which days they were said, between
    which moments known, and the last of their entries."""

    month: str
    names: str
    said_from: date
    said_to: date
    known_from: datetime
    known_to: datetime
    seq: int

    @property
    def count(self) -> int:
        return self.names.count("\n") + 1

    def has(self, subject: str) -> bool:
        """Whether a statement stands in it."""
        return f"\n{subject}\n" in f"\n{self.names}\n"


Said = dict[str, StatementKept]
_SHELF = msgspec.msgpack.Decoder(Said)
_ENCODER = msgspec.msgpack.Encoder()


class Statements(Mapping[str, StatementKept]):
    """The statements of a docket by their ids: those in shelves, and those that came since or stand in the place of
    one in a shelf."""

    def __init__(self, shelves: Iterable[Shelf] = (), behind: Behind | None = None, fresh: Said | None = None) -> None:
        self.shelves = tuple(shelves)
        self._behind = behind
        self._opened: dict[str, Said] = {}
        self._fresh: Said = dict(fresh or {})
        self._instead: set[str] = {subject for subject in self._fresh if self._shelf_of(subject)}

    def __len__(self) -> int:
        return sum(shelf.count for shelf in self.shelves) + len(self._fresh) - len(self._instead)

    def __iter__(self) -> Iterator[str]:
        names = chain.from_iterable(shelf.names.split("\n") for shelf in self.shelves)
        return chain((name for name in names if name not in self._instead), self._fresh)

    def __contains__(self, subject: object) -> bool:
        return subject in self._fresh or (isinstance(subject, str) and self._shelf_of(subject) is not None)

    def __getitem__(self, subject: str) -> StatementKept:
        if subject in self._fresh:
            return self._fresh[subject]
        shelf = self._shelf_of(subject)
        if shelf is None:
            raise KeyError(subject)
        return self._open(shelf)[subject]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and len(self) == len(other) and dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]  # As any mapping that grows.

    def __copy__(self) -> Statements:
        return self.with_others({})

    def add(self, subject: str, kept: StatementKept) -> None:
        """Take a statement in, in the place of one with the same id."""
        self._fresh[subject] = kept
        if self._shelf_of(subject):
            self._instead.add(subject)

    def with_others(self, others: Said) -> Statements:
        """The same statements, with others in the place of some."""
        made = Statements(self.shelves, self._behind)
        made._opened = self._opened
        made._fresh, made._instead = dict(self._fresh), set(self._instead)
        for subject, kept in others.items():
            made.add(subject, kept)
        return made

    def said_between(self, first: date, last: date) -> Iterator[tuple[str, StatementKept]]:
        """The statements of these days."""
        near = [shelf for shelf in self.shelves if shelf.said_from <= last and shelf.said_to >= first]
        for subject, kept in chain(self._shelved(near), self._fresh.items()):
            if first <= kept.on <= last:
                yield subject, kept

    def known_by(self, until: datetime) -> Statements:
        """The statements that were known by a moment."""
        whole = [shelf for shelf in self.shelves if shelf.known_to <= until]
        parted = [shelf for shelf in self.shelves if shelf.known_from <= until < shelf.known_to]
        some = {subject: kept for subject, kept in self._shelved(parted) if kept.known <= until}
        some.update((subject, kept) for subject, kept in self._fresh.items() if kept.known <= until)
        gone = [shelf for shelf in whole if any(shelf.has(subject) for subject in self._instead)]
        some = {**dict(self._shelved(gone)), **some}
        known = Statements([shelf for shelf in whole if shelf not in gone], self._behind, some)
        known._opened = self._opened
        return known

    def last_seq(self) -> int:
        """The number of the last entry that is a statement, 0 if none is."""
        return max(chain((shelf.seq for shelf in self.shelves), (kept.seq for kept in self._fresh.values())), default=0)

    def months(self) -> dict[str, Said]:
        """By months: the statements of each month that has some that stand in no shelf."""
        months: dict[str, Said] = {}
        moved = [shelf.month for shelf in self.shelves if any(shelf.has(subject) for subject in self._instead)]
        for month in {*moved, *(_month_of(kept) for kept in self._fresh.values())}:
            months[month] = dict(self._shelved([shelf for shelf in self.shelves if shelf.month == month]))
        for subject, kept in self._fresh.items():
            months[_month_of(kept)][subject] = kept
        return months

    def _shelved(self, shelves: Iterable[Shelf]) -> Iterator[tuple[str, StatementKept]]:
        for shelf in shelves:
            if self._instead:
                yield from ((name, kept) for name, kept in self._open(shelf).items() if name not in self._instead)
            else:
                yield from self._open(shelf).items()

    def items(self) -> Any:
        """As of any mapping, without looking each one up."""
        return list(chain(self._shelved(self.shelves), self._fresh.items()))

    def values(self) -> Any:
        """As of any mapping, without looking each one up."""
        return [kept for _, kept in self.items()]

    def _shelf_of(self, subject: str) -> Shelf | None:
        return next((shelf for shelf in self.shelves if shelf.has(subject)), None)

    def _open(self, shelf: Shelf) -> Said:
        if shelf.month not in self._opened:
            data = self._behind.shelf(shelf.month) if self._behind else None
            self._opened[shelf.month] = _read(shelf, data) or self._make(shelf)
        return self._opened[shelf.month]

    def _make(self, shelf: Shelf) -> Said:
        entries = self._behind.entries() if self._behind else ()
        made: Said = {}
        for entry in entries:
            entered = entry.entered
            if entry.seq <= shelf.seq and entered.kind in HOLDING and shelf.has(entered.subject):
                made[entered.subject] = cast("StatementKept", keep_record(entry))
        return made


def _read(shelf: Shelf, data: bytes | None) -> Said | None:
    """What stands in a shelf, without what was put into it since; None if it cannot be told from its bytes."""
    try:
        said = _SHELF.decode(unsealed(data or b""))
    except ValueError:
        return None
    said = {subject: kept for subject, kept in said.items() if kept.seq <= shelf.seq}
    return said if len(said) == shelf.count else None


def shelve(month: str, said: Said) -> tuple[Shelf, bytes]:
    """Statements that were known in a month as a shelf, and its bytes."""
    days = [kept.on for kept in said.values()]
    moments = [kept.known for kept in said.values()]
    last = max(kept.seq for kept in said.values())
    shelf = Shelf(month, "\n".join(said), min(days), max(days), min(moments), max(moments), last)
    return shelf, sealed(_ENCODER.encode(said))


def sealed(data: bytes) -> bytes:
    """Bytes with a sum by which it is seen whether they are whole."""
    return crc32(data).to_bytes(_SUM, "big") + data


def unsealed(data: bytes) -> memoryview:
    """The bytes that were sealed. ValueError if they are not whole."""
    whole = memoryview(data)
    if len(data) < _SUM or crc32(whole[_SUM:]) != int.from_bytes(whole[:_SUM], "big"):
        raise ValueError("these bytes are not whole")
    return whole[_SUM:]


def _month_of(kept: StatementKept) -> str:
    return kept.known.date().isoformat()[:7]


class Payloads:
    """What the entries of a docket say, by their numbers: of those that were folded it is held, of others it is asked
    for, many at a time, since entries of one story stand together. For several threads at once."""

    def __init__(self, behind: Behind | None = None) -> None:
        self._behind = behind
        self._held: dict[int, str] = {}
        self._lock = Lock()

    def hold(self, seq: int, payload: str) -> None:
        """Keep what an entry says."""
        self._held[seq] = payload

    def of(self, seq: int) -> str:
        """What an entry says. KeyError for one that is not there."""
        if seq not in self._held:
            first = seq - seq % BLOCK
            self.fetch(range(first, first + BLOCK))
        return self._held[seq]

    def fetch(self, numbers: Iterable[int]) -> None:
        """Ask for what several entries say together, where it is not held."""
        wanted = [seq for seq in numbers if seq not in self._held]
        if wanted and self._behind is not None:
            with self._lock:
                self._held.update(self._behind.payloads(wanted))

    def __copy__(self) -> Payloads:
        made = Payloads(self._behind)
        made._held = dict(self._held)
        return made
