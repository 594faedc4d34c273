"""What a docket holds at one moment, to bytes and back: what ``folding`` makes, and all views start from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from rejoinder.docket.clustering import Matters
from rejoinder.docket.kept import (
    AnswerKept,
    CommitmentKept,
    ItemKept,
    JudgementKept,
    LinkKept,
    MeetingKept,
    RecordKept,
    SourceKept,
    StatementKept,
    TextKept,
)

PROJECTION = "snapshot/4"
"""The name and version under which a store keeps a snapshot: another version is folded anew from the entries."""


@dataclass(frozen=True)
class Snapshot:
    """What a docket holds up to the entry ``seq``, by the ids of sources and records.

    ``appended``    (number of the first entry, moment) of each append, in order
    ``judgements``, ``links``   by the number of their entry
    ``matters``    the records that tell of one matter, for each part
    """

    seq: int = 0
    appended: list[tuple[int, datetime]] = field(default_factory=list)
    sources: dict[str, SourceKept] = field(default_factory=dict)
    statements: dict[str, StatementKept] = field(default_factory=dict)
    commitments: dict[str, CommitmentKept] = field(default_factory=dict)
    contingencies: dict[str, RecordKept] = field(default_factory=dict)
    meetings: dict[str, MeetingKept] = field(default_factory=dict)
    texts: dict[str, TextKept] = field(default_factory=dict)
    referrals: dict[str, RecordKept] = field(default_factory=dict)
    releases: dict[str, RecordKept] = field(default_factory=dict)
    characterisations: dict[str, RecordKept] = field(default_factory=dict)
    answers: dict[str, AnswerKept] = field(default_factory=dict)
    items: dict[str, ItemKept] = field(default_factory=dict)
    judgements: dict[int, JudgementKept] = field(default_factory=dict)
    links: dict[int, LinkKept] = field(default_factory=dict)
    matters: dict[str, Matters] = field(default_factory=dict)

    def recorded_at(self, seq: int) -> datetime:
        """When the entry with this number was made."""
        return self.appended[bisect_right(self.appended, seq, key=lambda made: made[0]) - 1][1]


EMPTY = Snapshot()
"""A docket without entries."""


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Snapshot)


def encode_snapshot(snapshot: Snapshot) -> bytes:
    """A snapshot as bytes, to be kept under ``PROJECTION``."""
    return _ENCODER.encode(snapshot)


def decode_snapshot(data: bytes) -> Snapshot:
    """The snapshot that was kept. ValueError if the bytes are none of this version."""
    return _DECODER.decode(data)
