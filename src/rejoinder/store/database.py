"""The ledger of a desk in a database, SQLite or PostgreSQL: Django's models, and rows read without them for speed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

import msgspec
from django.db import DatabaseError, connections, transaction
from django.db.models import Max

from rejoinder.docket.chain import seal
from rejoinder.docket.ledger import Found, KeptSource
from rejoinder.model import Entry, EntryKind, Evidence, Interval, NewEntry
from rejoinder.store import models, problems
from rejoinder.store.accounts import Accounts
from rejoinder.store.connecting import said
from rejoinder.store.guards import guards_of
from rejoinder.store.search_index import SearchIndex, index_for

_EVIDENCE = msgspec.json.Decoder(tuple[Evidence, ...])
_ENCODER = msgspec.json.Encoder()
_COLUMNS = (
    "seq, kind, subject, happened_from, happened_to, known_at, recorded_at, recorded_by, payload, evidence, "
    "produced_by, supersedes, prev_hash, hash"
)
# Text as it is stored, past the slow converters for days and moments that Django registers with sqlite3.
_PLAIN_COLUMNS = _COLUMNS
for _name in ("happened_from", "happened_to", "known_at", "recorded_at"):
    _PLAIN_COLUMNS = _PLAIN_COLUMNS.replace(_name, f"CAST({_name} AS TEXT)")
_KINDS = {kind.value: kind for kind in EntryKind}
BATCH = 2_000


class DatabaseLedger:
    """A ``docket.ledger.Ledger`` in a database: ``alias`` is its name to Django, ``shown`` its address for people."""

    def __init__(self, alias: str, shown: str) -> None:
        self.alias = alias
        self.shown = shown

    @cached_property
    def _index(self) -> SearchIndex:
        return index_for(connections[self.alias])

    @cached_property
    def accounts(self) -> Accounts:
        """Who may come in."""
        return Accounts(self.alias, self.shown)

    def close(self) -> None:
        """Let the database go; the next question opens it again."""
        connections[self.alias].close()

    def create(self, docket: str, title: str, created_at: datetime) -> None:
        with said(self.shown), transaction.atomic(self.alias):
            row, made = models.Docket.objects.using(self.alias).get_or_create(
                name=docket, defaults={"title": title, "created_at": created_at}
            )
        if not made:
            raise problems.docket_exists(row.name)

    def dockets(self) -> Sequence[tuple[str, str]]:
        with said(self.shown):
            return list(models.Docket.objects.using(self.alias).order_by("name").values_list("name", "title"))

    def head(self, docket: str) -> Entry | None:
        with said(self.shown):
            self._check(docket)
            return self._head(docket)

    def _head(self, docket: str) -> Entry | None:
        last = models.Entry.objects.using(self.alias).filter(docket=docket).aggregate(last=Max("seq"))["last"]
        if last is None:
            return None
        return next(self._rows(docket, "seq = %s", [last]))

    def _check(self, docket: str) -> None:
        if not models.Docket.objects.using(self.alias).filter(name=docket).exists():
            raise problems.docket_unknown(docket)

    def append(
        self,
        docket: str,
        new: Sequence[NewEntry],
        recorded_at: datetime,
        sources: Sequence[KeptSource] = (),
        expected_seq: int | None = None,
    ) -> Sequence[Entry]:
        with said(self.shown), transaction.atomic(self.alias):
            if not models.Docket.objects.using(self.alias).select_for_update().filter(name=docket).exists():
                raise problems.docket_unknown(docket)
            head = self._head(docket)
            last = head.seq if head else 0
            if expected_seq is not None and expected_seq != last:
                raise problems.docket_moved(docket, expected_seq, last)
            sealed = seal(docket, new, recorded_at, head)
            self._keep_sources(sources)
            models.Entry.objects.using(self.alias).bulk_create([_row_of(entry) for entry in sealed], BATCH)
            self._index.add(docket, [kept for kept in sources if kept.text])
            return sealed

    def _keep_sources(self, sources: Sequence[KeptSource]) -> None:
        """Keep the sources that are not kept yet; one that was withdrawn stays so."""
        ids = [source.id for source in sources]
        held = set(models.Source.objects.using(self.alias).filter(id__in=ids).values_list("id", flat=True))
        fresh = {source.id: source for source in sources if source.id not in held}.values()
        models.Source.objects.using(self.alias).bulk_create(
            [models.Source(id=source.id, name=source.name) for source in fresh]
        )
        models.SourceContent.objects.using(self.alias).bulk_create(
            [
                models.SourceContent(source_id=source.id, data=source.data or b"", text=source.text or "")
                for source in fresh
            ]
        )

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
                values.append(connections[self.alias].ops.adapt_datetimefield_value(until.astimezone(UTC)))
        with said(self.shown):
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
        except DatabaseError as error:
            if "decode" not in str(error):
                raise
            raise problems.entry_changed(docket, self._undecodable(docket, last)) from error

    def _undecodable(self, docket: str, last: int) -> int:
        """The number of the first entry after ``last`` that holds bytes that are no text."""
        question = "SELECT seq FROM store_entry WHERE docket_id = %s AND seq > %s ORDER BY seq"
        with connections[self.alias].cursor() as cursor:
            cursor.execute(question, [docket, last])
            numbers = [row[0] for row in cursor.fetchall()]
        for number in numbers:
            try:
                list(self._fetch(docket, "seq = %s", [number]))
            except DatabaseError:
                return int(number)
        return last + 1

    def _fetch(self, docket: str, terms: str, values: Sequence[Any], order: str = "seq") -> Iterator[Sequence[Any]]:
        columns = _PLAIN_COLUMNS if connections[self.alias].vendor == "sqlite" else _COLUMNS
        question = f"SELECT {columns} FROM store_entry WHERE docket_id = %s AND {terms} ORDER BY {order}"  # noqa: S608 - no word of it comes from outside
        with connections[self.alias].cursor() as cursor:
            cursor.execute(question, [docket, *values])
            while rows := cursor.fetchmany(BATCH):
                yield from rows

    def about(self, docket: str, subjects: Sequence[str]) -> Sequence[Entry]:
        found: list[Entry] = []
        with said(self.shown):
            self._check(docket)
            for start in range(0, len(subjects), BATCH // 4):
                some = subjects[start : start + BATCH // 4]
                # By "seq" alone SQLite would go through the whole docket in its order, and past the index of subjects.
                found.extend(self._rows(docket, f"subject IN ({', '.join(['%s'] * len(some))})", some, "+seq"))
        return sorted(set(found), key=lambda entry: entry.seq)

    def damage(self) -> Sequence[str]:
        connection = connections[self.alias]
        with said(self.shown), connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA integrity_check(20)")
                found = [str(row[0]) for row in cursor.fetchall()]
                cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            else:
                found = []
                cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
            guards = {row[0] for row in cursor.fetchall()}
        gone = [
            f"The guard {name} against changes is missing." for name in sorted(guards_of(connection.vendor) - guards)
        ]
        return [*(line for line in found if line != "ok"), *gone]

    def source(self, source: str) -> KeptSource | None:
        with said(self.shown):
            row = models.Source.objects.using(self.alias).select_related("content").filter(id=source).first()
        if row is None:
            return None
        content = getattr(row, "content", None)
        if content is None:
            return KeptSource(row.id, row.name, None, None)
        # A file in which somebody wrote text for the bytes is still to be read: verifying tells what is wrong.
        data = content.data.encode() if isinstance(content.data, str) else bytes(content.data)
        return KeptSource(row.id, row.name, data, content.text)

    def withdraw(self, source: str) -> None:
        with said(self.shown), transaction.atomic(self.alias):
            models.SourceContent.objects.using(self.alias).filter(source=source).delete()
            self._index.remove(source)

    def projection(self, docket: str, name: str) -> tuple[int, bytes] | None:
        with said(self.shown):
            row = models.Projection.objects.using(self.alias).filter(docket=docket, name=name).first()
        return None if row is None else (row.seq, bytes(row.data))

    def keep_projection(self, docket: str, name: str, seq: int, data: bytes) -> None:
        with said(self.shown), transaction.atomic(self.alias):
            models.Projection.objects.using(self.alias).update_or_create(
                docket_id=docket, name=name, defaults={"seq": seq, "data": data}
            )

    def search(self, docket: str, words: str, limit: int) -> Sequence[Found]:
        with said(self.shown):
            self._check(docket)
            return self._index.find(docket, words, limit)


def _row_of(entry: Entry) -> models.Entry:
    entered = entry.entered
    happened = entered.happened
    return models.Entry(
        docket_id=entry.docket,
        seq=entry.seq,
        kind=entered.kind.value,
        subject=entered.subject,
        happened_from=happened.earliest if happened else None,
        happened_to=happened.latest if happened else None,
        known_at=entered.known_at,
        recorded_at=entry.recorded_at,
        recorded_by=entered.recorded_by,
        payload=entered.payload,
        evidence=_ENCODER.encode(entered.evidence).decode("utf-8"),
        produced_by=entered.produced_by,
        supersedes=entered.supersedes,
        prev_hash=entry.prev_hash,
        hash=entry.hash,
    )


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
