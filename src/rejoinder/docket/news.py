"""What matters of what happened: a docket as of a day in, its latest news out: new promises, dates that come near, that
passed or were moved, promises kept, texts that came out. What is merely said is no news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from heapq import nlargest

from rejoinder.docket.commitments import PART as COMMITMENTS
from rejoinder.docket.commitments import Position
from rejoinder.docket.matters import CommitmentState, Matter
from rejoinder.docket.views import Views
from rejoinder.model import MeetingStatus, Publication

SOON = timedelta(7)
"""So long before its last day a promise is told of again."""
_DAY = timedelta(1)
_DONE = (CommitmentState.DISCHARGED, CommitmentState.DISCHARGED_LATE, CommitmentState.PART_DISCHARGED)
_ENDED = (CommitmentState.CANCELLED, CommitmentState.RELEASED, CommitmentState.LAPSED)


class NewsKind(StrEnum):
    """The kinds of news. ``slipped`` is said of promises and meetings, ``ended`` of promises that nobody is held to
    any more."""

    PROMISED = "promised"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    SLIPPED = "slipped"
    DISCHARGED = "discharged"
    ENDED = "ended"
    MEETING = "meeting"
    CALLED_OFF = "called off"
    LEAKED = "leaked"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: what, since which day, and of which matter."""

    kind: NewsKind
    on: date
    matter: Matter


_Found = tuple[date, str, NewsKind]


def news_of(views: Views, most: int, *, confirmed: bool = False) -> tuple[News, ...]:
    """The latest ``most`` pieces of news up to the day of the views, the latest first; with ``confirmed`` those alone
    of which a named person stands behind the matter."""
    found = {*_of_promises(views), *_of_meetings(views), *_of_texts(views)}
    past = [item for item in found if item[0] <= views.today]
    if not confirmed:
        past = nlargest(most, past)
    shown = (News(kind, on, matter) for on, name, kind in sorted(past, reverse=True) if (matter := views.find(name)))
    kept = (item for item in shown if item.matter.backing.confirmed or not confirmed)
    return tuple(item for item, _ in zip(kept, range(most), strict=False))


def _of_promises(views: Views) -> Iterator[_Found]:
    kept = views.live.commitments
    for matter, members in views.live.matters(COMMITMENTS):
        yield kept[members[0]].known.date(), matter, NewsKind.PROMISED
        yield from _moved([(kept[name].known.date(), kept[name].latest) for name in members], matter)
        yield from _of_state(views.commitments.position(matter, members), matter)


def _moved(said: list[tuple[date, date | None]], matter: str) -> Iterator[_Found]:
    """Each time at which a later last day was told than any before. ``said`` are (known, last day)."""
    last: date | None = None
    for known, day in said:
        if day is not None:
            if last is not None and day > last:
                yield known, matter, NewsKind.SLIPPED
            last = max(last or day, day)


def _of_state(position: Position, matter: str) -> Iterator[_Found]:
    latest = position.term.latest if position.term else None
    if position.state in _DONE and position.since is not None:
        yield position.since, matter, NewsKind.DISCHARGED
    elif position.state in _ENDED and position.since is not None:
        yield position.since, matter, NewsKind.ENDED
    elif latest is not None and position.state is CommitmentState.OVERDUE:
        yield latest + _DAY, matter, NewsKind.OVERDUE
    elif latest is not None and position.state in (CommitmentState.DUE, CommitmentState.ACTIVE):
        yield latest - SOON if latest > date.min + SOON else latest, matter, NewsKind.DUE_SOON


def _of_meetings(views: Views) -> Iterator[_Found]:
    kept = views.live.meetings
    for matter, members in views.live.matters("meetings"):
        told = [kept[name] for name in members]
        if told[0].status is MeetingStatus.PLANNED:
            yield told[0].known.date(), matter, NewsKind.MEETING
        planned = [(one.known.date(), one.on) for one in told if one.status is MeetingStatus.PLANNED]
        yield from _moved(planned, matter)
        off = next((one for one in told if one.status is MeetingStatus.CANCELLED), None)
        if off is not None:
            yield off.known.date(), matter, NewsKind.CALLED_OFF


def _of_texts(views: Views) -> Iterator[_Found]:
    alone = {one.matter: one for one in views.releases.out if one.text is None}
    for matter, told in {**views.texts.published(), **views.releases.of_text, **alone}.items():
        if told.public_on is not None:
            leaked = told.publication is Publication.LEAKED
            yield told.public_on, matter, NewsKind.LEAKED if leaked else NewsKind.PUBLISHED
