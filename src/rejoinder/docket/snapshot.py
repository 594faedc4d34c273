"""What a docket holds at one moment, to bytes and back: what ``folding`` makes, and all views start from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
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
    ReferralKept,
    ReleaseKept,
    SourceKept,
    TextKept,
)
from rejoinder.docket.shelves import Behind, Payloads, Shelf, Statements, sealed, shelve, unsealed

PROJECTION = "snapshot/5"
"""The name and version under which a store keeps a snapshot: another version is folded anew from the entries. Its
shelves stand beside it, each under this name and its month."""


@dataclass(frozen=True)
class Snapshot:
    """What a docket holds up to the entry ``seq``, by the ids of sources and records.

    ``hash``       that of the entry ``seq``
    ``appended``    (number of the first entry, moment) of each append, in order
    ``judgements``, ``links``   by the number of their entry
    ``matters``    the records that tell of one matter, for each part
    ``payloads``   what the entries say, for the records that are shown whole
    """

    seq: int = 0
    hash: str = field(default="", compare=False)
    appended: list[tuple[int, datetime]] = field(default_factory=list)
    sources: dict[str, SourceKept] = field(default_factory=dict)
    statements: Statements = field(default_factory=Statements)
    commitments: dict[str, CommitmentKept] = field(default_factory=dict)
    contingencies: dict[str, RecordKept] = field(default_factory=dict)
    meetings: dict[str, MeetingKept] = field(default_factory=dict)
    texts: dict[str, TextKept] = field(default_factory=dict)
    referrals: dict[str, ReferralKept] = field(default_factory=dict)
    releases: dict[str, ReleaseKept] = field(default_factory=dict)
    characterisations: dict[str, RecordKept] = field(default_factory=dict)
    answers: dict[str, AnswerKept] = field(default_factory=dict)
    items: dict[str, ItemKept] = field(default_factory=dict)
    judgements: dict[int, JudgementKept] = field(default_factory=dict)
    links: dict[int, LinkKept] = field(default_factory=dict)
    matters: dict[str, Matters] = field(default_factory=dict)
    payloads: Payloads = field(default_factory=Payloads, compare=False, repr=False)

    def recorded_at(self, seq: int) -> datetime:
        """When the entry with this number was made."""
        return self.appended[bisect_right(self.appended, seq, key=lambda made: made[0]) - 1][1]


EMPTY = Snapshot()
"""A docket without entries."""


class _Core(msgspec.Struct, array_like=True):
    """A snapshot without what stands in shelves and in the entries."""

    seq: int
    hash: str
    appended: list[tuple[int, datetime]]
    sources: dict[str, SourceKept]
    shelves: tuple[Shelf, ...]
    commitments: dict[str, CommitmentKept]
    contingencies: dict[str, RecordKept]
    meetings: dict[str, MeetingKept]
    texts: dict[str, TextKept]
    referrals: dict[str, ReferralKept]
    releases: dict[str, ReleaseKept]
    characterisations: dict[str, RecordKept]
    answers: dict[str, AnswerKept]
    items: dict[str, ItemKept]
    judgements: dict[int, JudgementKept]
    links: dict[int, LinkKept]
    matters: dict[str, Matters]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Core)
_SAME = [name for name in _Core.__struct_fields__ if name != "shelves"]


def encode_snapshot(snapshot: Snapshot) -> dict[str, bytes]:
    """A snapshot as bytes by the names under which they are kept: its own under ``PROJECTION``, and those of the
    shelves that are new or are others than before."""
    shelves = {shelf.month: shelf for shelf in snapshot.statements.shelves}
    rows = dict(_fill_shelves(snapshot.statements, shelves))
    parts = {name: getattr(snapshot, name) for name in _SAME}
    core = _Core(shelves=tuple(shelves[month] for month in sorted(shelves)), **parts)
    return {**rows, PROJECTION: sealed(_ENCODER.encode(core))}


def _fill_shelves(statements: Statements, shelves: dict[str, Shelf]) -> Iterator[tuple[str, bytes]]:
    for month, said in statements.months().items():
        shelves.pop(month, None)
        if said:
            shelves[month], data = shelve(month, said)
            yield name_of_shelf(month), data


def decode_snapshot(data: bytes, behind: Behind) -> Snapshot:
    """The snapshot that was kept; what of it is in shelves and in the entries is asked for ``behind`` it when it is
    needed. ValueError if the bytes are none of this version."""
    core = _DECODER.decode(unsealed(data))
    parts = {name: getattr(core, name) for name in _SAME}
    return Snapshot(**parts, statements=Statements(core.shelves, behind), payloads=Payloads(behind))


def name_of_shelf(month: str) -> str:
    """Under which name the shelf of a month is kept."""
    return f"{PROJECTION}/{month}"
