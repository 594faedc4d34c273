"""The hash chain of a docket: new entries go in with the hash before them, sealed ones come out; a check of both.

Each hash is SHA-256 over the canonical JSON of all that the entry holds, its number and the hash before it included,
so that no entry can be changed, left out or moved without every hash after it changing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import msgspec

from rejoinder.model import Entry, Interval, NewEntry, Problem, Severity

GENESIS = "0" * 64
"""The hash before the first entry."""
_ENCODER = msgspec.json.Encoder()


def seal(docket: str, new: Sequence[NewEntry], recorded_at: datetime, after: Entry | None) -> list[Entry]:
    """The entries as they follow ``after`` (None: they are the first), all recorded at one moment. Moments
    are kept in UTC, and days of which neither end is known not at all: what is hashed is what a store gives back."""
    seq, before = (after.seq, after.hash) if after else (0, GENESIS)
    sealed = []
    for entered in new:
        seq += 1
        kept = replace(entered, happened=_known(entered.happened), known_at=entered.known_at.astimezone(UTC))
        entry = Entry(docket, seq, kept, recorded_at.astimezone(UTC), before, "")
        entry = replace(entry, hash=hash_of(entry))
        before = entry.hash
        sealed.append(entry)
    return sealed


def _known(days: Interval | None) -> Interval | None:
    return None if days == Interval(None, None) else days


def hash_of(entry: Entry) -> str:
    """The hash that an entry should have (64 hexadecimal digits)."""
    entered = entry.entered
    parts = (
        entry.docket,
        entry.seq,
        entered.kind,
        entered.subject,
        entered.happened,
        entered.known_at,
        entry.recorded_at,
        entered.recorded_by,
        entered.payload,
        entered.evidence,
        entered.produced_by,
        entered.supersedes,
        entry.prev_hash,
    )
    return hashlib.sha256(_ENCODER.encode(parts)).hexdigest()


def check_chain(entries: Iterable[Entry]) -> Iterator[Problem]:
    """What is wrong with the entries of one docket, in the order of their numbers: a hash that does not fit what the
    entry holds, a hash before it that is not that of the entry before, a number that is missing."""
    seq, before = 0, GENESIS
    for entry in entries:
        seq += 1
        if entry.seq != seq:
            yield _broken("entry-missing", f"Entry {seq} is missing: entry {entry.seq} follows entry {seq - 1}.")
            seq = entry.seq
        elif entry.prev_hash != before:
            yield _broken("chain-broken", f"Entry {entry.seq} does not follow the entry before it.")
        if entry.hash != hash_of(entry):
            yield _broken("entry-changed", f"Entry {entry.seq} ({entry.entered.subject}) has been changed.")
        before = entry.hash


def _broken(code: str, message: str) -> Problem:
    return Problem(code, message, 0, 0, Severity.WARNING)
