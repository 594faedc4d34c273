"""What a reply in hand promises: the letter and whose it is in, a finding for each promise out.

A finding goes by its words and its letter, whoever is said to have written it: said otherwise later, it takes the place
of the one before, unless a named person has judged that one. It is found, and not confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from rejoinder.desk.desk import PROGRAM
from rejoinder.docket.entering import passages_of, subject_of
from rejoinder.docket.live import Live
from rejoinder.docket.payloads import encode, hold
from rejoinder.model import Actor, Document, EntryKind, Evidence, NewEntry, RecordKind


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in hand.

    ``by``, ``to``  whose it is, and to whom it goes
    ``written``     its day, or None
    ``known``       the moment from which it was out
    """

    source: str
    document: Document
    by: Actor
    to: tuple[Actor, ...]
    written: date | None
    known: datetime

    def promises(self, live: Live, user: str) -> Iterator[NewEntry]:
        """The findings that are new in a docket or differ from those before, as ``user`` enters them."""
        from rejoinder.reading.letters import find_promises

        addressee = self.to[0] if len(self.to) == 1 else None
        for found in find_promises(self.document, self.by, addressee, self.known.date(), self.written):
            subject = subject_of(RecordKind.COMMITMENT, self.source, (found.action,), "in hand")
            payload = encode(hold(RecordKind.COMMITMENT, replace(found, id=subject)))
            before = live.commitments.get(subject)
            same = before is not None and live.payload(before) == payload
            if not same and subject not in live.verdicts.backings:
                evidence = tuple(Evidence(self.source, passage) for passage in passages_of(found))
                yield NewEntry(
                    kind=EntryKind.FINDING,
                    subject=subject,
                    happened=found.made_on,
                    known_at=self.known,
                    recorded_by=user,
                    payload=payload,
                    evidence=evidence,
                    produced_by=PROGRAM,
                    supersedes=before.seq if before is not None else None,
                )
