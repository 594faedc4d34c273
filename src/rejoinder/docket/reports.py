"""Records as they are shown: what counts in a docket and a subject in, the record, its report and its backing out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from rejoinder.docket.kept import RecordKept
from rejoinder.docket.live import Live
from rejoinder.docket.matters import Backing, Footing, Report
from rejoinder.docket.payloads import RECORD_TYPES, Record
from rejoinder.model import (
    Actor,
    Answer,
    Characterisation,
    Commitment,
    Contingency,
    Meeting,
    Passage,
    Referral,
    Release,
    TabledText,
)

R = TypeVar("R", Commitment, Contingency, Meeting, TabledText, Referral, Release, Characterisation, Answer)
_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {
    record: msgspec.json.Decoder(msgspec.defstruct("Held", [("record", record)])) for record in RECORD_TYPES.values()
}
_FIRMNESS = (
    Footing.REJECTED,
    Footing.UNSURE,
    Footing.FOUND,
    Footing.ENTERED,
    Footing.CONFIRMED,
    Footing.AMENDED,
)


def read_as(record: type[R], live: Live, kept: RecordKept) -> R:
    """The whole record that is kept."""
    read: R = _DECODERS[record].decode(live.payload(kept)).record
    return read


def backing_of(live: Live, subject: str) -> Backing:
    """Who stands behind a record; an item stands on the footing of its text unless it was judged itself."""
    judged = live.verdicts.backings.get(subject)
    if judged is not None:
        return judged
    item = live.items.get(subject)
    if item is not None:
        return backing_of(live, item.text)
    kept = live.kept(subject)
    if kept is not None and kept.by is not None:
        return Backing(Footing.ENTERED, kept.by, live.snapshot.recorded_at(kept.seq))
    return Backing(Footing.FOUND)


_PLACES: dict[type[Any], str] = {Commitment: "action", Contingency: "step", Characterisation: "words"}


def passage_of(record: Record) -> Passage:
    """The words that a record of business rests on."""
    passage: Passage = getattr(record, _PLACES.get(type(record), "passage"))
    return passage


def firmest(backings: Sequence[Backing]) -> Backing:
    """The backing on the firmest footing, the first of equals."""
    return max(backings, key=lambda backing: _FIRMNESS.index(backing.footing))


def report_of(live: Live, subject: str, kept: RecordKept, record: Record) -> Report:
    """How one record is shown."""
    reported_by = tuple(actor.name for actor in _reporters(record))
    return make_report(live, subject, kept, passage_of(record), reported_by)


def make_report(live: Live, subject: str, kept: RecordKept, passage: Passage, reported_by: tuple[str, ...]) -> Report:
    """A report of the words of a record, or of a part of it."""
    source = live.snapshot.sources.get(kept.source)
    return Report(
        subject,
        kept.source,
        passage,
        kept.known,
        reported_by,
        backing_of(live, subject),
        source.embargoed if source else None,
        live.why_out(subject, kept),
    )


def _reporters(record: Record) -> tuple[Actor, ...]:
    if isinstance(record, Commitment):
        return record.reported_by
    return (record.by,) if isinstance(record, Characterisation) and record.by else ()
