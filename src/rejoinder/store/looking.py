"""The questions of a ledger that change nothing, in SQL that both databases take: rows in, entries and sources out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import msgspec

from rejoinder.docket.ledger import Found, KeptSource
from rejoinder.model import Entry, EntryKind, Evidence, Interval, NewEntry
from rejoinder.store import problems
from rejoinder.store.guards import guards_of
from rejoinder.store.searching import question_of

_EVIDENCE = msgspec.json.Decoder(tuple[Evidence, ...])
_COLUMNS = (
    "seq, kind, subject, happened_from, happened_to, known_at, recorded_at, recorded_by, payload, evidence, "
    "produced_by, supersedes, prev_hash, hash"
)
# Text as it is stored, past the slow converters for days and moments that Django registers with sqlite3.
_PLAIN_COLUMNS = _COLUMNS
for _name in ("happened_from", "happened_to", "known_at", "recorded_at"):
    _PLAIN_COLUMNS = _PLAIN_COLUMNS.replace(_name, f"CAST({_name} AS TEXT)")
_KINDS = {kind.value: kind for kind in EntryKind}
PATIENCE = 20
"""Seconds to wait for another writer."""
BATCH = 2_000
KEEP = (
    "INSERT INTO store_projection (docket_id, name, seq, data) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (docket_id, name) DO UPDATE SET seq = excluded.seq, data = excluded.data"
)


class Looking(ABC):
    """What every ledger in a database does without writing. A subclass says how a question is put (``_ask``, with
    ``%s`` for each value) and how the database's errors are told (``_said``)."""

    vendor: str
    failures: ClassVar[type[Exception]]
    """What the driver raises."""

    @abstractmethod
    def _ask(self, question: str, values: Sequence[Any] = ()) -> Iterator[Sequence[Any]]:
        """The rows that answer a question."""

    @abstractmethod
    def _said(self) -> AbstractContextManager[None]:
        """Errors of the database inside become StoreErrors."""

    @abstractmethod
    def _as_stored(self, moment: datetime) -> Any:
        """A moment as the database compares it with what it holds."""

    def dockets(self) -> Sequence[tuple[str, str]]:
        with self._said():
            return [(row[0], row[1]) for row in self._ask("SELECT name, title FROM store_docket ORDER BY name")]

    def head(self, docket: str) -> Entry | None:
        with self._said():
            self._check(docket)
            return self._head(docket)

    def _head(self, docket: str) -> Entry | None:
        ((last,),) = self._ask("SELECT MAX(seq) FROM store_entry WHERE docket_id = %s", [docket])
        return None if last is None else next(self._rows(docket, "seq = %s", [last]))

    def _check(self, docket: str) -> None:
        if not list(self._ask("SELECT 1 FROM store_docket WHERE name = %s", [docket])):
            raise problems.docket_unknown(docket)

    def entries(
        self,
        docket: str,
        after: int = 0,
        known_until: datetime | None = None,
        recorded_until: datetime | None = None,
    ) -> Iterator[Entry]:
        terms, values = ["seq > %s"], list[Any]([after])
        for column, until in (("known_at", known_until), ("recorded_at", recorded_until)):
            if until is not None:
                terms.append(f"{column} <= %s")
                values.append(self._as_stored(until))
        with self._said():
            self._check(docket)
            yield from self._rows(docket, " AND ".join(terms), values)

    def _rows(self, docket: str, terms: str, values: Sequence[Any], order: str = "seq") -> Iterator[Entry]:
        """The entries of a docket for which ``terms`` (of this module, never a user's words) hold. EntryError for a
        row that is no entry any more."""
        last = 0
        try:
            for row in self._fetch(docket, terms, values, order):
                yield _entry_of(docket, row)
                last = row[0]
        except self.failures as error:
            if "decode" not in str(error):
                raise
            raise problems.entry_changed(docket, self._undecodable(docket, last)) from error

    def _undecodable(self, docket: str, last: int) -> int:
        """The number of the first entry after ``last`` that holds bytes that are no text."""
        question = "SELECT seq FROM store_entry WHERE docket_id = %s AND seq > %s ORDER BY seq"
        for number in [row[0] for row in self._ask(question, [docket, last])]:
            try:
                list(self._fetch(docket, "seq = %s", [number]))
            except self.failures:
                return int(number)
        return last + 1

    def _fetch(self, docket: str, terms: str, values: Sequence[Any], order: str = "seq") -> Iterator[Sequence[Any]]:
        columns = _PLAIN_COLUMNS if self.vendor == "sqlite" else _COLUMNS
        question = f"SELECT {columns} FROM store_entry WHERE docket_id = %s AND {terms} ORDER BY {order}"  # noqa: S608 - no word of it comes from outside
        return self._ask(question, [docket, *values])

    def about(self, docket: str, subjects: Sequence[str]) -> Sequence[Entry]:
        found: list[Entry] = []
        with self._said():
            self._check(docket)
            for start in range(0, len(subjects), BATCH // 4):
                some = subjects[start : start + BATCH // 4]
                # By "seq" alone SQLite would go through the whole docket in its order, and past the index of subjects.
                found.extend(self._rows(docket, f"subject IN ({', '.join(['%s'] * len(some))})", some, "+seq"))
        return sorted(set(found), key=lambda entry: entry.seq)

    def damage(self) -> Sequence[str]:
        with self._said():
            if self.vendor == "sqlite":
                found = [str(row[0]) for row in self._ask("PRAGMA integrity_check(20)")]
                triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            else:
                found = []
                triggers = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
            guards = {row[0] for row in self._ask(triggers)}
        gone = [f"The guard {name} against changes is missing." for name in sorted(guards_of(self.vendor) - guards)]
        return [*(line for line in found if line != "ok"), *gone]

    def source(self, source: str) -> KeptSource | None:
        question = (
            "SELECT store_source.id, name, data, text FROM store_source "
            "LEFT JOIN store_sourcecontent ON source_id = store_source.id WHERE store_source.id = %s"
        )
        with self._said():
            rows = list(self._ask(question, [source]))
        if not rows:
            return None
        own, name, data, text = rows[0]
        # A file in which somebody wrote text for the bytes is still to be read: verifying tells what is wrong.
        kept = data.encode() if isinstance(data, str) else data
        return KeptSource(own, name, None if kept is None else bytes(kept), text)

    def payloads(self, docket: str, numbers: Sequence[int]) -> Mapping[int, str]:
        found: dict[int, str] = {}
        with self._said():
            for start in range(0, len(numbers), BATCH // 4):
                some = numbers[start : start + BATCH // 4]
                marks = ", ".join(["%s"] * len(some))
                question = f"SELECT seq, payload FROM store_entry WHERE docket_id = %s AND seq IN ({marks})"  # noqa: S608 - as above
                found.update((row[0], row[1]) for row in self._ask(question, [docket, *some]))
        return found

    def projection(self, docket: str, name: str) -> tuple[int, bytes] | None:
        question = "SELECT seq, data FROM store_projection WHERE docket_id = %s AND name = %s"
        with self._said():
            rows = list(self._ask(question, [docket, name]))
        return (rows[0][0], bytes(rows[0][1])) if rows else None

    def search(self, docket: str, words: str, limit: int) -> Sequence[Found]:
        with self._said():
            self._check(docket)
            question = question_of(self.vendor, docket, words, limit)
            return [Found(*row) for row in self._ask(*question)] if question else []


def _entry_of(docket: str, row: Sequence[Any]) -> Entry:
    (seq, kind, subject, first, last, known, recorded, by, payload, evidence, producer, supersedes, before, own) = row
    try:
        happened = Interval(_day(first), _day(last)) if first is not None or last is not None else None
        seen = _EVIDENCE.decode(evidence)
        entered = NewEntry(_KINDS[kind], subject, happened, _moment(known), by, payload, seen, producer, supersedes)
        return Entry(docket, seq, entered, _moment(recorded), before, own)
    except (ValueError, KeyError, TypeError) as error:
        raise problems.entry_changed(docket, seq) from error


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _moment(value: datetime | str) -> datetime:
    """A moment as the driver gives it: text in UTC from SQLite, a datetime with its zone from PostgreSQL."""
    if isinstance(value, str):
        return datetime.fromisoformat(f"{value}+00:00")
    return value.astimezone(UTC)
