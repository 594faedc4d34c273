"""Ids as people give them -> records and sources of a snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rejoinder.docket import Snapshot, find_matter
from rejoinder.docket.kept import RecordKept, StatementKept
from rejoinder.docket.payloads import Held, Record, read_payload, read_record
from rejoinder.model import AskedError, EntryKind, RecordKind

PARTS: dict[RecordKind, str] = {
    RecordKind.STATEMENT: "statements",
    RecordKind.COMMITMENT: "commitments",
    RecordKind.CONTINGENCY: "contingencies",
    RecordKind.MEETING: "meetings",
    RecordKind.TEXT: "texts",
    RecordKind.REFERRAL: "referrals",
    RecordKind.RELEASE: "releases",
    RecordKind.CHARACTERISATION: "characterisations",
    RecordKind.ANSWER: "answers",
}
SHORTEST = 3


def kept_record(snapshot: Snapshot, subject: str) -> StatementKept | RecordKept | None:
    """The record with this id, or None."""
    for part in PARTS.values():
        if subject in getattr(snapshot, part):
            kept: StatementKept | RecordKept = getattr(snapshot, part)[subject]
            return kept
    return None


def kind_of_record(snapshot: Snapshot, subject: str) -> RecordKind | None:
    """The kind of the record with this id, or None if there is none."""
    return next((kind for kind, part in PARTS.items() if subject in getattr(snapshot, part)), None)


def record_in(payload: str) -> Record:
    """The record that a payload holds. TypeError for one that holds none."""
    held = read_payload(EntryKind.RECORD, payload)
    if not isinstance(held, Held):
        raise TypeError(payload)
    return read_record(held.kind, held.record)


def find_id(snapshot: Snapshot, asked: str, day: date) -> str:
    """The whole id of a record or source that a person gives in short: the first digits are enough, the kind before
    them may be left out. AskedError if there is none, or more than one."""
    asked = asked.strip().strip("[]")
    found = sorted(subject for subject in _ids(snapshot) if subject == asked)
    if not found and find_matter(snapshot, asked, day) is not None:
        return asked
    if not found and "." in asked:
        found = sorted(subject for subject in snapshot.items if _begins(subject, asked))
    if not found and len(asked.rpartition(":")[2]) >= SHORTEST:
        found = sorted(subject for subject in _ids(snapshot) if _begins(subject, asked))
    if len(found) == 1:
        return found[0]
    if not found:
        raise AskedError("id-unknown", f"There is no record {asked} in the docket then.", "Take an id from its status.")
    some = ", ".join(found[:3]) + (" ..." if len(found) > 3 else "")
    raise AskedError("id-ambiguous", f"{asked} could be {some}.", "Give more of its digits.")


def _begins(subject: str, asked: str) -> bool:
    return subject.startswith(asked) or subject.partition(":")[2].startswith(asked)


def _ids(snapshot: Snapshot) -> Iterator[str]:
    yield from snapshot.sources
    for part in PARTS.values():
        yield from getattr(snapshot, part)
