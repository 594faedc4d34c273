"""The ledger of a desk in a database that Django has opened: what ``looking`` asks, and writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import msgspec
from django.db import DatabaseError, connections, transaction

from rejoinder.docket.chain import seal
from rejoinder.docket.ledger import KeptSource, Ledger
from rejoinder.model import Entry, NewEntry
from rejoinder.store import models, problems
from rejoinder.store.accounts import Accounts
from rejoinder.store.looking import BATCH, KEEP, Looking
from rejoinder.store.saying import said
from rejoinder.store.search_index import add_paragraphs, remove_paragraphs

_ENCODER = msgspec.json.Encoder()


class DatabaseLedger(Looking):
    """A ``docket.ledger.Ledger`` in a database: ``alias`` is its name to Django, ``shown`` its address for people."""

    failures = DatabaseError

    def __init__(self, alias: str, shown: str) -> None:
        self.alias = alias
        self.shown = shown
        self.vendor = connections[alias].vendor

    def _ask(self, question: str, values: Sequence[Any] = ()) -> Iterator[Sequence[Any]]:
        with connections[self.alias].cursor() as cursor:
            cursor.execute(question, values)
            while rows := cursor.fetchmany(BATCH):
                yield from rows

    def _said(self) -> AbstractContextManager[None]:
        return said(self.shown)

    def _as_stored(self, moment: datetime) -> Any:
        return connections[self.alias].ops.adapt_datetimefield_value(moment.astimezone(UTC))

    @cached_property
    def accounts(self) -> Accounts:
        """Who may come in."""
        return Accounts(self.alias, self.shown)

    def close(self) -> None:
        """Let the database go; the next question opens it again."""
        connections[self.alias].close()

    @contextmanager
    def whole(self) -> Iterator[Ledger]:
        with said(self.shown), transaction.atomic(self.alias):
            yield self

    def create(self, docket: str, title: str, created_at: datetime) -> None:
        with said(self.shown), transaction.atomic(self.alias):
            row, made = models.Docket.objects.using(self.alias).get_or_create(
                name=docket, defaults={"title": title, "created_at": created_at}
            )
        if not made:
            raise problems.docket_exists(row.name)

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
            add_paragraphs(connections[self.alias], docket, [kept for kept in sources if kept.text])
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

    def withdraw(self, source: str) -> None:
        with said(self.shown), transaction.atomic(self.alias):
            models.SourceContent.objects.using(self.alias).filter(source=source).delete()
            remove_paragraphs(connections[self.alias], source)

    def keep_projections(self, docket: str, seq: int, rows: Mapping[str, bytes]) -> None:
        with said(self.shown), transaction.atomic(self.alias), connections[self.alias].cursor() as cursor:
            cursor.executemany(KEEP, [(docket, name, seq, data) for name, data in rows.items()])


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
