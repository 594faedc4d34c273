"""What a snapshot keeps of each entry: the entry comes in, the little that views need goes out, decoded once.

They are msgspec structs rather than dataclasses, for there are a hundred thousand of them in a docket and they go to
bytes and back with every command. Full entries stay in the ledger: ``seq`` says where.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Generic, TypeVar

import msgspec

from rejoinder.docket.payloads import Judged, Linked, SourceReceived, SourceWithdrawn
from rejoinder.docket.weighty import stems_in
from rejoinder.model import (
    Characterisation,
    Commitment,
    Contingency,
    Decision,
    Entry,
    EntryKind,
    Interval,
    Meeting,
    RecordKind,
    Referral,
    Relation,
    Release,
    TabledText,
)

R = TypeVar("R", Commitment, Contingency, Meeting, TabledText, Referral, Release, Characterisation)
Business = Commitment | Contingency | Meeting | TabledText | Referral | Release | Characterisation


class SourceKept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A source: the number of its entry, when it was known, what it says of itself, and why its bytes are gone."""

    seq: int
    known: datetime
    name: str
    title: str | None
    publisher: str | None
    published: date | None
    uri: str | None
    version: str | None
    status: str
    embargoed: datetime | None
    corrects: str | None
    withdrawn: str | None = None


class StatementKept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A statement, without its words: ``stems`` are the weighty stems of its content, with blanks between them;
    ``on`` is the day of speaking, else the day on which it was known. ``by`` is who entered it by hand."""

    seq: int
    source: str
    known: datetime
    by: str | None
    name: str | None
    post: str | None
    party: str | None
    via: tuple[str, ...]
    venue: str | None
    act: str
    on: date
    start: int
    end: int
    stems: str


class RecordKept(msgspec.Struct, Generic[R], frozen=True, array_like=True):
    """A record of the business of a docket, whole. ``source`` is empty for one entered by hand without evidence, ``by``
    who entered it so (None: the machine found it)."""

    seq: int
    source: str
    known: datetime
    by: str | None
    record: R


class JudgementKept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A judgement about ``subject``; ``undoes`` is the number of the entry that it takes back."""

    subject: str
    decision: Decision
    by: str
    at: datetime
    reason: str | None
    others: tuple[str, ...]
    kind: RecordKind | None
    amended: bytes | None
    undoes: int | None


class LinkKept(msgspec.Struct, frozen=True, array_like=True):
    """A tie from ``subject`` to ``object``, as a person made it, and on which days it came about."""

    subject: str
    relation: Relation
    object: str
    by: str
    at: datetime
    known: datetime
    reason: str | None
    happened: Interval | None


class _Speaker(msgspec.Struct, gc=False):
    name: str
    post: str | None = None
    party: str | None = None


class _Name(msgspec.Struct, gc=False):
    name: str


class _SaidOn(msgspec.Struct, gc=False):
    interval: Interval


class _Words(msgspec.Struct, gc=False):
    start: int
    end: int
    exact: str


class _Statement(msgspec.Struct, gc=False):
    speaker: _Speaker | None
    via: tuple[_Name, ...]
    act: str
    venue: str | None
    said_on: _SaidOn | None
    content: _Words


class _StatementHeld(msgspec.Struct, tag_field="kind", tag="statement", gc=False):
    part: ClassVar[str] = "statements"
    record: _Statement


class _CommitmentHeld(msgspec.Struct, tag_field="kind", tag="commitment", gc=False):
    part: ClassVar[str] = "commitments"
    record: Commitment


class _ContingencyHeld(msgspec.Struct, tag_field="kind", tag="contingency", gc=False):
    part: ClassVar[str] = "contingencies"
    record: Contingency


class _MeetingHeld(msgspec.Struct, tag_field="kind", tag="meeting", gc=False):
    part: ClassVar[str] = "meetings"
    record: Meeting


class _TextHeld(msgspec.Struct, tag_field="kind", tag="text", gc=False):
    part: ClassVar[str] = "texts"
    record: TabledText


class _ReferralHeld(msgspec.Struct, tag_field="kind", tag="referral", gc=False):
    part: ClassVar[str] = "referrals"
    record: Referral


class _ReleaseHeld(msgspec.Struct, tag_field="kind", tag="release", gc=False):
    part: ClassVar[str] = "releases"
    record: Release


class _CharacterisationHeld(msgspec.Struct, tag_field="kind", tag="characterisation", gc=False):
    part: ClassVar[str] = "characterisations"
    record: Characterisation


_HELD = msgspec.json.Decoder(
    _StatementHeld
    | _CommitmentHeld
    | _ContingencyHeld
    | _MeetingHeld
    | _TextHeld
    | _ReferralHeld
    | _ReleaseHeld
    | _CharacterisationHeld
)
_SOURCE = msgspec.json.Decoder(SourceReceived)
_WITHDRAWN = msgspec.json.Decoder(SourceWithdrawn)
_JUDGED = msgspec.json.Decoder(Judged)
_LINKED = msgspec.json.Decoder(Linked)


def keep_record(entry: Entry) -> tuple[str, StatementKept | RecordKept[Any]]:
    """A finding or a record entered by hand as it is kept, and the part of the snapshot in which it is. ValueError if
    its payload is of no known kind."""
    entered = entry.entered
    held = _HELD.decode(entered.payload)
    source = entered.evidence[0].source if entered.evidence else ""
    by = None if entered.kind == EntryKind.FINDING else entered.recorded_by
    if isinstance(held, _StatementHeld):
        return held.part, _keep_statement(entry, held.record, source, by)
    return held.part, RecordKept(entry.seq, source, entered.known_at, by, held.record)


def _keep_statement(entry: Entry, said: _Statement, source: str, by: str | None) -> StatementKept:
    known = entry.entered.known_at
    speaker, content = said.speaker, said.content
    on = said.said_on.interval.latest or said.said_on.interval.earliest if said.said_on else None
    return StatementKept(
        entry.seq,
        source,
        known,
        by,
        speaker.name if speaker else None,
        speaker.post if speaker else None,
        speaker.party if speaker else None,
        tuple(name.name for name in said.via),
        said.venue,
        said.act,
        on or known.date(),
        content.start,
        content.end,
        " ".join(stems_in(content.exact)),
    )


def keep_source(entry: Entry) -> SourceKept:
    """A source as it is kept."""
    said = _SOURCE.decode(entry.entered.payload)
    return SourceKept(
        entry.seq,
        entry.entered.known_at,
        said.name,
        said.title,
        said.publisher,
        said.published,
        said.uri,
        said.version,
        said.status,
        said.embargoed,
        said.corrects,
    )


def withdraw_source(source: SourceKept, entry: Entry) -> SourceKept:
    """The source after its bytes were withdrawn."""
    return msgspec.structs.replace(source, withdrawn=_WITHDRAWN.decode(entry.entered.payload).reason)


def keep_judgement(entry: Entry) -> JudgementKept:
    """A judgement as it is kept."""
    said = _JUDGED.decode(entry.entered.payload)
    return JudgementKept(
        entry.entered.subject,
        said.decision,
        entry.entered.recorded_by,
        entry.recorded_at,
        said.reason,
        said.others,
        said.kind,
        bytes(said.amended.record) if said.amended is not None else None,
        entry.entered.supersedes if said.decision is Decision.UNDO else None,
    )


def keep_link(entry: Entry) -> LinkKept:
    """A link as it is kept."""
    said = _LINKED.decode(entry.entered.payload)
    entered = entry.entered
    return LinkKept(
        entered.subject,
        said.relation,
        said.object,
        entered.recorded_by,
        entry.recorded_at,
        entered.known_at,
        said.reason,
        entered.happened,
    )
