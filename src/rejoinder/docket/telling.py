"""The records of one matter, read whole: what counts in a docket and the id of a matter in, its tellings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rejoinder.docket.live import Live
from rejoinder.docket.matters import Backing, Report
from rejoinder.docket.reports import firmest, read_as, report_of
from rejoinder.model import Answer, Characterisation, Commitment, Contingency, Meeting, Referral, Release, TabledText

R = TypeVar("R", Commitment, Contingency, Meeting, TabledText, Referral, Release, Characterisation, Answer)


@dataclass(frozen=True, slots=True)
class Telling(Generic[R]):
    """One record of a matter and how it is shown."""

    report: Report
    record: R


@dataclass(frozen=True, slots=True)
class Tellings(Generic[R]):
    """All records of a matter in the order of knowledge, and those among them that count; all of them if none does."""

    all: tuple[Telling[R], ...]
    counting: tuple[Telling[R], ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        return tuple(one.report for one in self.all)

    @property
    def backing(self) -> Backing:
        return firmest([one.report.backing for one in self.counting])

    def first(self, name: str) -> Any:
        """The first that a record which counts has in this place, or None."""
        return next((value for one in self.counting if (value := getattr(one.record, name)) is not None), None)

    def last(self, name: str) -> Any:
        """The last that a record which counts has in this place, or None."""
        found = (getattr(one.record, name) for one in reversed(self.counting))
        return next((value for value in found if value is not None), None)


def tell(live: Live, part: str, record: type[R], matter: str) -> Tellings[R]:
    """The tellings of a matter."""
    everyone = []
    subjects = live.everyone(part, matter)
    live.fetch(part, subjects)
    for subject in subjects:
        kept = live.parts[part][subject]
        read = read_as(record, live, kept)
        everyone.append(Telling(report_of(live, subject, kept, read), read))
    counting = tuple(one for one in everyone if one.report.out is None)
    return Tellings(tuple(everyone), counting or tuple(everyone))
