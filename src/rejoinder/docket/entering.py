"""A reading -> the entries that it makes: the source, and a finding for each record, each with its evidence.

The subject of a finding is worked out from its source and its words, so that the same source read again by the same
program gives the same subjects; ids that hold within a reading ("s3") are replaced by subjects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from hashlib import sha256

from rejoinder.docket.payloads import Record, SourceReceived, encode, hold
from rejoinder.model import (
    Answer,
    Characterisation,
    Commitment,
    Contingency,
    Document,
    EntryKind,
    Evidence,
    Interval,
    Meeting,
    NewEntry,
    Passage,
    Reading,
    RecordKind,
    Referral,
    Release,
    Statement,
    TabledText,
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where findings come from: the source's id, the moment its evidence was out, who adds it, and the program."""

    source: str
    known_at: datetime
    recorded_by: str
    produced_by: str


def entries_of(reading: Reading, name: str, now: datetime, recorded_by: str, program: str) -> list[NewEntry]:
    """The entry of a source and those of its findings, in the order of the text. ``name`` is the file's or address's
    own, ``program`` says which version of what made the findings. ValueError for a document without an id."""
    document = reading.document
    if document.id is None:
        raise ValueError("a source needs the digest of its bytes")
    origin = Origin(document.id, known_at(document, now), recorded_by, f"{program} {reading.produced_by}".strip())
    received = NewEntry(
        kind=EntryKind.SOURCE,
        subject=document.id,
        happened=Interval.day(document.published) if document.published else None,
        known_at=origin.known_at,
        recorded_by=recorded_by,
        payload=encode(received_of(document, name)),
    )
    return [received, *_findings(reading, origin)]


def known_at(document: Document, now: datetime) -> datetime:
    """The moment from which a document's evidence was out: the wire's, else the beginning of its day in UTC, else
    that of recording. One under embargo is known from its publication all the same: it was received."""
    if document.published is not None:
        return min(datetime.combine(document.published, time(), UTC), now)
    return now


def received_of(document: Document, name: str) -> SourceReceived:
    """What an entry says of a source."""
    source = document.source
    return SourceReceived(
        name=name,
        media_type=source.media_type,
        text=f"sha256:{sha256(document.text.encode('utf-8', 'surrogatepass')).hexdigest()}",
        title=document.title,
        publisher=document.publisher,
        place=document.place,
        published=document.published,
        published_basis=document.published_basis,
        language=document.language,
        uri=source.uri,
        version=source.version,
        status=source.status,
        embargoed=source.embargoed,
        corrects=source.corrects,
    )


def subject_of(kind: RecordKind, source: str, passages: Sequence[Passage], tell_apart: str = "") -> str:
    """The subject of a record: its kind, and twelve digits over its source and its words."""
    places = ";".join(f"{passage.start}:{passage.end}" for passage in passages)
    return f"{kind.value}:{sha256(f'{source} {kind.value} {places} {tell_apart}'.encode()).hexdigest()[:12]}"


def _findings(reading: Reading, origin: Origin) -> Iterator[NewEntry]:
    subjects = {item.id: _subject(item, origin) for item in reading.statements}
    for item in reading.statements:
        yield _entry(_with_subjects(item, subjects), origin)
    business = reading.business
    for commitment in business.commitments:
        yield _entry(_with_subjects(commitment, subjects), origin)
    for characterisation in business.characterisations:
        yield _entry(_with_subjects(characterisation, subjects), origin)
    for kind in (business.contingencies, business.meetings, business.texts, business.referrals, business.releases):
        for record in kind:
            yield _entry(_with_subjects(record, subjects), origin)


def _with_subjects(record: Record, subjects: dict[str, str]) -> Record:
    """The record with the subjects of statements in place of their ids within the reading."""
    if isinstance(record, Statement):
        return replace(record, id=subjects[record.id], repeats=subjects.get(record.repeats or ""))
    if isinstance(record, Commitment):
        return replace(record, statements=tuple(subjects[item] for item in record.statements if item in subjects))
    if isinstance(record, Characterisation):
        return replace(record, statement=subjects.get(record.statement or ""))
    return record


def _entry(record: Record, origin: Origin) -> NewEntry:
    kind = kind_of(record)
    subject = record.id if isinstance(record, Statement) else _subject(record, origin)
    if isinstance(record, Commitment):
        record = replace(record, id=subject)
    return NewEntry(
        kind=EntryKind.FINDING,
        subject=subject,
        happened=happened_of(record),
        known_at=origin.known_at,
        recorded_by=origin.recorded_by,
        payload=encode(hold(kind, record)),
        evidence=tuple(Evidence(origin.source, passage) for passage in passages_of(record)),
        produced_by=origin.produced_by,
    )


def _subject(record: Record, origin: Origin) -> str:
    return subject_of(kind_of(record), origin.source, passages_of(record)[:1], _tell_apart(record))


def _tell_apart(record: Record) -> str:
    """What tells a record from others of its kind that rest on the same words: "both sides sent replies"."""
    if isinstance(record, Statement):
        return f"{record.act} {record.speaker.name}" if record.speaker else record.act.value
    if isinstance(record, Commitment):
        return record.debtor.name
    if isinstance(record, Characterisation):
        return record.standing.value
    if isinstance(record, TabledText):
        return record.by.name if record.by else ""
    if isinstance(record, Meeting):
        return f"{' '.join(actor.name for actor in record.participants)} {record.when}"
    return ""


KINDS: dict[type[Record], RecordKind] = {
    Statement: RecordKind.STATEMENT,
    Commitment: RecordKind.COMMITMENT,
    Contingency: RecordKind.CONTINGENCY,
    Meeting: RecordKind.MEETING,
    TabledText: RecordKind.TEXT,
    Referral: RecordKind.REFERRAL,
    Release: RecordKind.RELEASE,
    Characterisation: RecordKind.CHARACTERISATION,
    Answer: RecordKind.ANSWER,
}


def kind_of(record: Record) -> RecordKind:
    """The kind of a record."""
    return KINDS[type(record)]


def passages_of(record: Record) -> tuple[Passage, ...]:
    """The words that a record rests on, the weightiest first."""
    if isinstance(record, Statement):
        found: tuple[Passage | None, ...] = (record.content, record.cue, record.mention)
    elif isinstance(record, Commitment):
        found = (record.action, record.condition, *(item for item in record.mentions if item != record.action))
    elif isinstance(record, Contingency):
        found = (record.step, record.trigger)
    elif isinstance(record, Characterisation):
        found = (record.words, record.of)
    elif isinstance(record, Answer) and record.links:
        found = tuple(link.passage for link in record.links)
    else:
        found = (record.passage,)
    return tuple(passage for passage in found if passage is not None)


def happened_of(record: Record) -> Interval | None:
    """The days on which what a record tells took place, as far as it says so."""
    if isinstance(record, Statement):
        return record.said_on.interval if record.said_on else None
    if isinstance(record, Commitment):
        return record.made_on
    if isinstance(record, Meeting | TabledText):
        return record.when
    return None
