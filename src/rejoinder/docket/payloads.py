"""What entries say: payload types, to canonical JSON and back.

Records are the frozen types of ``rejoinder.model``; msgspec writes and reads them by their annotations. The JSON is
canonical (no white space, keys in the order of the fields), so that equal payloads have equal bytes and hashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from rejoinder.model import (
    Answer,
    Characterisation,
    Commitment,
    Contingency,
    Decision,
    EntryKind,
    Meeting,
    RecordKind,
    Referral,
    Relation,
    Release,
    Statement,
    TabledText,
)

Record = Statement | Commitment | Contingency | Meeting | TabledText | Referral | Release | Characterisation | Answer

RECORD_TYPES: dict[RecordKind, type[Record]] = {
    RecordKind.STATEMENT: Statement,
    RecordKind.COMMITMENT: Commitment,
    RecordKind.CONTINGENCY: Contingency,
    RecordKind.MEETING: Meeting,
    RecordKind.TEXT: TabledText,
    RecordKind.REFERRAL: Referral,
    RecordKind.RELEASE: Release,
    RecordKind.CHARACTERISATION: Characterisation,
    RecordKind.ANSWER: Answer,
}


@dataclass(frozen=True, slots=True)
class SourceReceived:
    """A source as received. ``name`` is the file's or address's own; ``text`` is the digest of the document's text, to
    which all offsets refer; the rest is what the document and its wire say of themselves."""

    name: str
    media_type: str
    text: str
    title: str | None = None
    publisher: str | None = None
    place: str | None = None
    published: date | None = None
    published_basis: str | None = None
    language: str | None = None
    uri: str | None = None
    version: str | None = None
    status: str = "usable"
    embargoed: datetime | None = None
    corrects: str | None = None


@dataclass(frozen=True, slots=True)
class SourceWithdrawn:
    """The bytes and the text of a source are gone; why, and on whose demand, is told here."""

    reason: str


@dataclass(frozen=True, slots=True)
class Held:
    """A record, found by the machine or entered by hand, and what kind it is."""

    kind: RecordKind
    record: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision. ``amended`` is the record as the person wants it; ``others`` the records that are merged with the
    subject, or split from it."""

    decision: Decision
    reason: str | None = None
    amended: Held | None = None
    kind: RecordKind | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """The subject of the entry bears on ``object`` so. ``happened`` of the entry is the day on which it does."""

    relation: Relation
    object: str
    reason: str | None = None


Payload = SourceReceived | SourceWithdrawn | Held | Judged | Linked

PAYLOAD_TYPES: dict[EntryKind, type[Payload]] = {
    EntryKind.SOURCE: SourceReceived,
    EntryKind.WITHDRAWAL: SourceWithdrawn,
    EntryKind.FINDING: Held,
    EntryKind.RECORD: Held,
    EntryKind.JUDGEMENT: Judged,
    EntryKind.LINK: Linked,
}
_PAYLOADS = {kind: msgspec.json.Decoder(payload) for kind, payload in PAYLOAD_TYPES.items()}
_RECORDS = {kind: msgspec.json.Decoder(record) for kind, record in RECORD_TYPES.items()}
_ENCODER = msgspec.json.Encoder()


def encode(value: Payload | Record) -> str:
    """The canonical JSON of a payload or a record."""
    return _ENCODER.encode(value).decode("utf-8")


def hold(kind: RecordKind, record: Record) -> Held:
    """The record as a payload."""
    return Held(kind, msgspec.Raw(_ENCODER.encode(record)))


def read_payload(kind: EntryKind, payload: str) -> Payload:
    """What an entry says. ValueError if the JSON is not one of its kind."""
    return _PAYLOADS[kind].decode(payload)


def read_record(kind: RecordKind, record: msgspec.Raw) -> Record:
    """The record of a payload. ValueError if the JSON is not one of its kind."""
    return _RECORDS[kind].decode(record)
