"""A docket at one moment: entries in, a ``Snapshot`` out, and the snapshot to bytes and back.

``fold(a + b) == fold(b, fold(a))``. What the views make of a snapshot does not depend on the order in which sources
were entered, only on what is in them. A snapshot as of a past day is the fold of the entries known by then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

import msgspec

from rejoinder.docket.kept import (
    JudgementKept,
    LinkKept,
    RecordKept,
    SourceKept,
    StatementKept,
    keep_judgement,
    keep_link,
    keep_record,
    keep_source,
    withdraw_source,
)
from rejoinder.model import (
    Characterisation,
    Commitment,
    Contingency,
    Entry,
    EntryKind,
    Meeting,
    Referral,
    Release,
    TabledText,
)

PROJECTION = "snapshot/1"
"""The name and version under which a store keeps a snapshot: another version is folded anew from the entries."""


@dataclass(frozen=True)
class Snapshot:
    """What a docket holds up to the entry ``seq``, by the ids of sources and records.

    ``appended``    (number of the first entry, moment) of each append, in order
    ``judgements``, ``links``   by the number of their entry
    """

    seq: int = 0
    appended: list[tuple[int, datetime]] = field(default_factory=list)
    sources: dict[str, SourceKept] = field(default_factory=dict)
    statements: dict[str, StatementKept] = field(default_factory=dict)
    commitments: dict[str, RecordKept[Commitment]] = field(default_factory=dict)
    contingencies: dict[str, RecordKept[Contingency]] = field(default_factory=dict)
    meetings: dict[str, RecordKept[Meeting]] = field(default_factory=dict)
    texts: dict[str, RecordKept[TabledText]] = field(default_factory=dict)
    referrals: dict[str, RecordKept[Referral]] = field(default_factory=dict)
    releases: dict[str, RecordKept[Release]] = field(default_factory=dict)
    characterisations: dict[str, RecordKept[Characterisation]] = field(default_factory=dict)
    judgements: dict[int, JudgementKept] = field(default_factory=dict)
    links: dict[int, LinkKept] = field(default_factory=dict)

    def recorded_at(self, seq: int) -> datetime:
        """When the entry with this number was made."""
        return self.appended[bisect_right(self.appended, seq, key=lambda made: made[0]) - 1][1]


_HOLDING = (EntryKind.FINDING, EntryKind.RECORD)
EMPTY = Snapshot()
"""A docket without entries."""


def fold(entries: Iterable[Entry], start: Snapshot = EMPTY) -> Snapshot:
    """The snapshot after ``entries``, which follow those that ``start`` was folded from. ``start`` is not changed.
    ValueError for a payload that is not one of its kind."""
    growing = _copy(start)
    seq = start.seq
    for entry in entries:
        seq = entry.seq
        if not growing.appended or growing.appended[-1][1] != entry.recorded_at:
            growing.appended.append((seq, entry.recorded_at))
        _take(growing, entry)
    return replace(growing, seq=seq)


def _copy(snapshot: Snapshot) -> Snapshot:
    return Snapshot(**{part.name: copy(getattr(snapshot, part.name)) for part in fields(snapshot)})


def _take(growing: Snapshot, entry: Entry) -> None:
    entered = entry.entered
    kind = entered.kind
    if kind in _HOLDING:
        name, kept = keep_record(entry)
        getattr(growing, name)[entered.subject] = kept
    elif kind == EntryKind.SOURCE:
        growing.sources[entered.subject] = keep_source(entry)
    elif kind == EntryKind.JUDGEMENT:
        growing.judgements[entry.seq] = keep_judgement(entry)
    elif kind == EntryKind.LINK:
        growing.links[entry.seq] = keep_link(entry)
    elif entered.subject in growing.sources:
        growing.sources[entered.subject] = withdraw_source(growing.sources[entered.subject], entry)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Snapshot)


def encode_snapshot(snapshot: Snapshot) -> bytes:
    """A snapshot as bytes, to be kept under ``PROJECTION``."""
    return _ENCODER.encode(snapshot)


def decode_snapshot(data: bytes) -> Snapshot:
    """The snapshot that was kept. ValueError if the bytes are none of this version."""
    return _DECODER.decode(data)
