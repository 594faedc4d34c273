"""What happened to a record or matter in the docket: its entries in, what each of them did, in words, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rejoinder.desk.desk import Desk
from rejoinder.docket import Snapshot
from rejoinder.docket.payloads import Judged, Linked, SourceReceived, SourceWithdrawn, read_payload
from rejoinder.model import Decision, Entry, EntryKind, Interval

_DONE = {
    Decision.CONFIRM: "confirmed",
    Decision.AMEND: "amended",
    Decision.REJECT: "rejected",
    Decision.MERGE: "merged with",
    Decision.SPLIT: "split from",
    Decision.UNSURE: "left unsure",
    Decision.UNDO: "undone",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One entry: its number, what it did, by whom and why, and its times. ``others`` are the ids it names beside its
    subject; ``undone`` whether it was taken back later."""

    seq: int
    subject: str
    what: str
    by: str
    known_at: datetime
    recorded_at: datetime
    happened: Interval | None = None
    reason: str | None = None
    others: tuple[str, ...] = ()
    undone: bool = False


def history_of(desk: Desk, docket: str, snapshot: Snapshot, subjects: tuple[str, ...]) -> tuple[Event, ...]:
    """What happened to these records, and to others with them, in the order of entry, as far as the snapshot goes."""
    asked = frozenset(subjects)
    seqs = _named_in(snapshot, asked)
    abroad = sorted({snapshot.links[seq].subject for seq in seqs if seq in snapshot.links})
    abroad += sorted({snapshot.judgements[seq].subject for seq in seqs if seq in snapshot.judgements})
    entries = desk.ledger.about(docket, [*asked, *abroad])
    undone = {item.undoes for item in snapshot.judgements.values() if item.undoes is not None}
    told = (entry for entry in entries if entry.seq in seqs or entry.entered.subject in asked)
    return tuple(event_of(entry, entry.seq in undone) for entry in told if _is_in(snapshot, entry))


def _named_in(snapshot: Snapshot, asked: frozenset[str]) -> set[int]:
    """The numbers of the links and judgements that name these records beside their subject."""
    links = {seq for seq, item in snapshot.links.items() if item.object in asked}
    return links | {seq for seq, item in snapshot.judgements.items() if not asked.isdisjoint(item.others)}


def _is_in(snapshot: Snapshot, entry: Entry) -> bool:
    """Whether the snapshot holds an entry: one of a past day leaves out what came later."""
    kind = entry.entered.kind
    if kind is EntryKind.JUDGEMENT:
        return entry.seq in snapshot.judgements
    if kind is EntryKind.LINK:
        return entry.seq in snapshot.links
    return entry.seq <= snapshot.seq


def event_of(entry: Entry, undone: bool) -> Event:
    """What one entry did."""
    entered = entry.entered
    said = read_payload(entered.kind, entered.payload)
    what = "found"
    reason: str | None = None
    others: tuple[str, ...] = ()
    if isinstance(said, Judged):
        what, reason, others = _DONE[said.decision], said.reason, said.others
        if said.decision is Decision.UNDO:
            what = f"took entry {entered.supersedes} back"
    elif isinstance(said, Linked):
        what, reason, others = said.relation.value, said.reason, (said.object,)
    elif isinstance(said, SourceReceived):
        what = f"received as {said.name}"
    elif isinstance(said, SourceWithdrawn):
        what, reason = "bytes withdrawn", said.reason
    elif entered.kind is EntryKind.RECORD:
        what = "entered by hand"
    elif entered.supersedes is not None:
        what = "found anew"
    return Event(
        entry.seq,
        entered.subject,
        what,
        entered.recorded_by,
        entered.known_at,
        entry.recorded_at,
        entered.happened,
        reason,
        others,
        undone,
    )
