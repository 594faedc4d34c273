"""A finding that is worked out anew: what was found in, an entry out where it is new or differs from the one before.

Such a finding goes by an id of its own, whatever is found: it takes the place of the one before, unless a named person
has judged that one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rejoinder.desk.desk import PROGRAM
from rejoinder.docket.entering import kind_of
from rejoinder.docket.live import Live, part_of
from rejoinder.docket.payloads import Record, encode, hold
from rejoinder.model import EntryKind, Evidence, Interval, NewEntry


@dataclass(frozen=True, slots=True)
class Renewed:
    """What was found: under which id, on which days it happened, and since when (``known``) by which evidence."""

    subject: str
    record: Record
    happened: Interval | None
    known: datetime
    evidence: tuple[Evidence, ...]

    def entry(self, live: Live, user: str) -> Iterator[NewEntry]:
        """The entry by which ``user`` enters it; none where it is held already, or judged."""
        payload = encode(hold(kind_of(self.record), self.record))
        before = live.parts[part_of(self.subject) or ""].get(self.subject)
        if self.subject in live.verdicts.backings or (before is not None and live.payload(before) == payload):
            return
        yield NewEntry(
            kind=EntryKind.FINDING,
            subject=self.subject,
            happened=self.happened,
            known_at=self.known,
            recorded_by=user,
            payload=payload,
            evidence=self.evidence,
            produced_by=PROGRAM,
            supersedes=before.seq if before is not None else None,
        )
