"""Judgements and ties: what a named person decides about records, each a further entry. Nothing is changed; what was
decided in error is undone by one more entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from rejoinder.desk.desk import Desk
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.records import kept_record, kind_of_record
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import Snapshot, find_matter
from rejoinder.docket.entering import happened_of, kind_of, passages_of, subject_of
from rejoinder.docket.payloads import Judged, Linked, Record, encode, hold
from rejoinder.model import (
    AskedError,
    Decision,
    Entry,
    EntryKind,
    Evidence,
    Interval,
    NewEntry,
    Relation,
)

WITH_OTHERS = (Decision.MERGE, Decision.SPLIT)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decides about a record: ``others`` are those it is merged with or split from, ``amended`` the
    record as it should be."""

    decision: Decision
    reason: str | None = None
    others: tuple[str, ...] = ()
    amended: Record | None = None

    @property
    def whole(self) -> bool:
        """Whether it has what its decision needs, and nothing else."""
        with_others = (self.decision in WITH_OTHERS) is bool(self.others)
        return with_others and (self.decision is Decision.AMEND) is (self.amended is not None)


def judge(desk: Desk, docket: str, subject: str, verdict: Verdict) -> Entry:
    """Enter what the desk's user decides about a record. AskedError for a record that is not there, or a decision
    without what it needs."""
    ask(desk, Deed.JUDGE, docket)
    if verdict.decision is Decision.UNDO or not verdict.whole:
        message = f"To {verdict.decision.value} needs what it is merged with, split from or amended to, and no more."
        raise AskedError("judgement-incomplete", message, "Give that; to take a judgement back, use undo.")
    snapshot = snapshot_as_of(desk, docket)
    moments = [_known_at(snapshot, item) for item in (subject, *verdict.others)]
    kind = kind_of_record(snapshot, subject)
    amended = hold(kind_of(verdict.amended), verdict.amended) if verdict.amended else None
    said = Judged(verdict.decision, verdict.reason, amended, kind, verdict.others)
    return _enter(desk, docket, NewEntry(EntryKind.JUDGEMENT, subject, None, max(moments), desk.user, encode(said)))


def undo(desk: Desk, docket: str, seq: int | None = None, reason: str | None = None) -> Entry:
    """Take back the judgement or tie with this number; without one the last judgement that the desk's user made
    and has not taken back. AskedError if there is none."""
    ask(desk, Deed.JUDGE, docket)
    snapshot = snapshot_as_of(desk, docket)
    taken = seq if seq is not None else last_judgement(snapshot, desk.user)
    done = (snapshot.judgements.get(taken) or snapshot.links.get(taken)) if taken is not None else None
    if done is None:
        raise AskedError("nothing-to-undo", "There is no judgement to undo.", "See the history of the record: show")
    known = _known_at(snapshot, done.subject)
    payload = encode(Judged(Decision.UNDO, reason, kind=kind_of_record(snapshot, done.subject)))
    entered = NewEntry(EntryKind.JUDGEMENT, done.subject, None, known, desk.user, payload, supersedes=taken)
    return _enter(desk, docket, entered)


def last_judgement(snapshot: Snapshot, user: str) -> int | None:
    """The number of the last judgement of a person that was not taken back."""
    return max((seq for seq in standing_judgements(snapshot) if snapshot.judgements[seq].by == user), default=None)


def standing_judgements(snapshot: Snapshot) -> list[int]:
    """The numbers of the judgements that were not taken back, those that take others back left out."""
    undone = {item.undoes for item in snapshot.judgements.values() if item.decision is Decision.UNDO}
    return [
        seq for seq, item in snapshot.judgements.items() if item.decision is not Decision.UNDO and seq not in undone
    ]


@dataclass(frozen=True, slots=True)
class Tie:
    """``subject`` does it to ``object`` (a text discharges a commitment), on the days ``happened``."""

    subject: str
    relation: Relation
    object: str
    happened: Interval | None = None
    reason: str | None = None


def link(desk: Desk, docket: str, tie: Tie) -> Entry:
    """Enter a tie between two records that the desk's user makes. AskedError if one of them is not there."""
    ask(desk, Deed.JUDGE, docket)
    snapshot = snapshot_as_of(desk, docket)
    known = max(_known_at(snapshot, tie.subject), _known_at(snapshot, tie.object))
    payload = encode(Linked(tie.relation, tie.object, tie.reason))
    return _enter(desk, docket, NewEntry(EntryKind.LINK, tie.subject, tie.happened, known, desk.user, payload))


def record_by_hand(
    desk: Desk, docket: str, record: Record, source: str | None = None, known_at: datetime | None = None
) -> Entry:
    """Enter a record that a person makes, with its words in ``source``; without one it rests on the person alone.
    AskedError for a source that the docket does not hold, or words that do not stand in it."""
    ask(desk, Deed.RECORD, docket)
    now = desk.clock()
    if source is None:
        return _enter_record(desk, docket, record, (), known_at or now)
    held = snapshot_as_of(desk, docket).sources.get(source)
    kept = desk.ledger.source(source)
    if held is None or kept is None or kept.text is None:
        raise AskedError("source-unknown", f"The docket does not hold the source {source}.", "Add it first.")
    for passage in passages_of(record):
        if not passage.holds_in(kept.text):
            message = f"“{passage.exact[:60]}” does not stand at {passage.start} in {held.name}."
            raise AskedError("anchor-broken", message, "Take the words as they stand in its text.")
    evidence = tuple(Evidence(source, passage) for passage in passages_of(record))
    return _enter_record(desk, docket, record, evidence, held.known)


def _enter_record(desk: Desk, docket: str, record: Record, evidence: tuple[Evidence, ...], known_at: datetime) -> Entry:
    kind = kind_of(record)
    moment = f"{desk.user} {desk.clock().isoformat()}"
    source = evidence[0].source if evidence else ""
    subject = subject_of(kind, source, passages_of(record)[:1], moment)
    payload = encode(hold(kind, record))
    days = happened_of(record)
    return _enter(desk, docket, NewEntry(EntryKind.RECORD, subject, days, known_at, desk.user, payload, evidence))


def _known_at(snapshot: Snapshot, subject: str) -> datetime:
    """When the words of a record were out: a judgement is seen in every past view in which its record is."""
    kept = kept_record(snapshot, subject)
    # An item is no record of its own: it stands in a text.
    matter = find_matter(snapshot, subject, date.max) if kept is None else None
    if matter is not None:
        return matter.reports[0].known_at
    if kept is None:
        message = f"There is no record {subject} in the docket."
        raise AskedError("id-unknown", message, "Take an id from its status.")
    return kept.known


def _enter(desk: Desk, docket: str, entered: NewEntry) -> Entry:
    (entry,) = desk.ledger.append(docket, [entered], desk.clock())
    return entry
