"""What a reply in hand promises: the letter and whose it is in, a finding for each promise out.

A promise goes by its words and its letter, whoever is said to have written it (``renewing``). It is found, and not
confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from rejoinder.desk.renewing import Renewed
from rejoinder.docket.entering import passages_of, subject_of
from rejoinder.docket.live import Live
from rejoinder.model import Actor, Document, Evidence, NewEntry, RecordKind


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
            promise = replace(found, id=subject)
            evidence = tuple(Evidence(self.source, passage) for passage in passages_of(promise))
            yield from Renewed(subject, promise, promise.made_on, self.known, evidence).entry(live, user)
