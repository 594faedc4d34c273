"""A docket and a moment -> the view of it that exports write."""

from __future__ import annotations

from collections.abc import Mapping

from rejoinder.desk.desk import PROGRAM, Desk
from rejoinder.desk.dockets import title_of
from rejoinder.desk.snapshots import NOW, AsOf, day_of, end_of, snapshot_as_of
from rejoinder.docket import Snapshot, all_matters, where_it_stands
from rejoinder.docket.chain import GENESIS
from rejoinder.docket.kept import JudgementKept
from rejoinder.docket.matters import Backing, Footing
from rejoinder.docket.payloads import Held, SourceReceived, read_payload, read_record
from rejoinder.docket.view import DocketView, SourceView, StatementView
from rejoinder.model import Decision, Entry, EntryKind, RecordKind, Statement

_FOOTINGS = {
    Decision.CONFIRM: Footing.CONFIRMED,
    Decision.AMEND: Footing.AMENDED,
    Decision.REJECT: Footing.REJECTED,
    Decision.UNSURE: Footing.UNSURE,
}


def view_docket(desk: Desk, docket: str, at: AsOf = NOW) -> DocketView:
    """All of a docket as of a moment."""
    snapshot = snapshot_as_of(desk, docket, at)
    day = day_of(desk, at)
    known = None if at.known is None else end_of(at.known)
    entries = list(desk.ledger.entries(docket, known_until=known, recorded_until=at.recorded))
    return DocketView(
        docket=docket,
        title=title_of(desk, docket),
        as_of=day,
        recorded_until=at.recorded,
        seq=entries[-1].seq if entries else 0,
        hash=entries[-1].hash if entries else GENESIS,
        made_at=desk.clock(),
        made_by=PROGRAM,
        standing=where_it_stands(snapshot, day),
        matters=all_matters(snapshot, day),
        statements=_statements(entries, _judged(snapshot)),
        sources=_sources(entries, snapshot),
    )


def _sources(entries: list[Entry], snapshot: Snapshot) -> tuple[SourceView, ...]:
    found = []
    for entry in entries:
        entered = entry.entered
        if entered.kind is not EntryKind.SOURCE:
            continue
        said = read_payload(entered.kind, entered.payload)
        if isinstance(said, SourceReceived):
            gone = snapshot.sources[entered.subject].withdrawn
            found.append(
                SourceView(
                    entered.subject, entry.seq, entered.known_at, entry.recorded_at, entered.recorded_by, said, gone
                )
            )
    return tuple(found)


def _statements(entries: list[Entry], judged: Mapping[str, Statement | Backing]) -> tuple[StatementView, ...]:
    found = []
    for entry in entries:
        entered = entry.entered
        statement = _statement_in(entry)
        if statement is None:
            continue
        by_hand = entered.kind is EntryKind.RECORD
        own = Backing(Footing.ENTERED, entered.recorded_by, entry.recorded_at) if by_hand else Backing(Footing.FOUND)
        backing = judged.get(entered.subject, own)
        source = entered.evidence[0].source if entered.evidence else ""
        found.append(
            StatementView(
                entered.subject,
                source,
                entered.known_at,
                statement,
                backing if isinstance(backing, Backing) else own,
                entered.produced_by,
            )
        )
    return tuple(found)


def _statement_in(entry: Entry) -> Statement | None:
    if not entry.entered.subject.startswith(f"{RecordKind.STATEMENT.value}:"):
        return None
    said = read_payload(entry.entered.kind, entry.entered.payload)
    record = read_record(said.kind, said.record) if isinstance(said, Held) else None
    return record if isinstance(record, Statement) else None


def _judged(snapshot: Snapshot) -> dict[str, Backing]:
    """Who stands behind each record that was judged, by the last judgement that was not taken back."""
    undone = {item.undoes for item in snapshot.judgements.values() if item.undoes is not None}
    backings = {}
    for seq, item in sorted(snapshot.judgements.items()):
        if seq not in undone and item.decision in _FOOTINGS:
            backings[item.subject] = _backing(item)
    return backings


def _backing(item: JudgementKept) -> Backing:
    return Backing(_FOOTINGS[item.decision], item.by, item.at, item.reason)
