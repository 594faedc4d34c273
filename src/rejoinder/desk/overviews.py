"""Overviews of a docket as of a moment: its course, the mentions of its items, who speaks in it, its news. What a
running program has worked out for one page it remembers for the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rejoinder.desk.desk import Desk
from rejoinder.desk.snapshots import NOW, AsOf, of_snapshot, views_as_of
from rejoinder.docket import Views
from rejoinder.docket.course import Mark, Stretch, course_of, stretch_of
from rejoinder.docket.live import Live
from rejoinder.docket.matters import Matter, QuietItem
from rejoinder.docket.mentions import count_all
from rejoinder.docket.news import News, news_of
from rejoinder.docket.people import Office, Speaker, offices_of, speakers_of
from rejoinder.model import MeetingStatus

LATELY = timedelta(371)
"""How long ago a promise that is still open may have been due if a calendar is to show it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list: so many, from a number on."""

    most: int
    first: int = 0


@dataclass(frozen=True, slots=True)
class Extent:
    """From when to when a docket goes (None: nothing is told in it), and of how many records."""

    stretch: Stretch | None
    records: int


def extent_of(desk: Desk, docket: str, at: AsOf = NOW) -> Extent:
    """How far a docket goes."""
    views = views_as_of(desk, docket, at)
    return of_snapshot(desk, ("extent", docket, at, views.today), views.snapshot, lambda: _extent(views))


def _extent(views: Views) -> Extent:
    live = views.live
    parts = ("texts", "meetings", "commitments")
    return Extent(stretch_of(views), len(live.statements) + sum(len(live.parts[part]) for part in parts))


def course_as_of(
    desk: Desk, docket: str, stretch: Stretch, at: AsOf = NOW, *, confirmed: bool = False
) -> tuple[Mark, ...]:
    """What was said, tabled, met about, promised and due in these days."""
    views = views_as_of(desk, docket, at)
    key = ("course", docket, at, views.today, stretch, confirmed)
    return of_snapshot(desk, key, views.snapshot, lambda: course_of(views, stretch, confirmed=confirmed))


def mentions_as_of(
    desk: Desk, docket: str, part: Part, at: AsOf = NOW, *, confirmed: bool = False
) -> tuple[tuple[QuietItem, ...], int]:
    """The items with their mentions, quiet ones first, and how many there are."""
    views = views_as_of(desk, docket, at)
    key = ("mentions", docket, at, views.today, part, confirmed)
    return of_snapshot(desk, key, views.snapshot, lambda: count_all(views, part.most, part.first, confirmed=confirmed))


def speakers_as_of(desk: Desk, docket: str, at: AsOf = NOW, *, confirmed: bool = False) -> tuple[Speaker, ...]:
    """Who speaks, by side."""
    views = views_as_of(desk, docket, at)
    key = ("speakers", docket, at, views.today, confirmed)
    return of_snapshot(desk, key, views.snapshot, lambda: speakers_of(views, confirmed=confirmed))


def offices_as_of(desk: Desk, docket: str, at: AsOf = NOW, *, confirmed: bool = False) -> tuple[Office, ...]:
    """The posts of all sides with their holders."""
    views = views_as_of(desk, docket, at)
    key = ("offices", docket, at, views.today, confirmed)
    speakers = speakers_as_of(desk, docket, at, confirmed=confirmed)
    return of_snapshot(desk, key, views.snapshot, lambda: offices_of(speakers))


def news_as_of(desk: Desk, docket: str, most: int, at: AsOf = NOW, *, confirmed: bool = False) -> tuple[News, ...]:
    """The latest news, the latest first."""
    views = views_as_of(desk, docket, at)
    key = ("news", docket, at, views.today, most, confirmed)
    return of_snapshot(desk, key, views.snapshot, lambda: news_of(views, most, confirmed=confirmed))


def dated_as_of(desk: Desk, docket: str, at: AsOf = NOW) -> tuple[Matter, ...]:
    """All promises that have, or had, a day, and all meetings with one, in the order of their ids."""
    views = views_as_of(desk, docket, at)
    live = views.live
    names = [
        matter
        for matter, members in live.matters("commitments")
        if matter in live.links or any(live.commitments[name].dated for name in members)
    ]
    names += [name for name, members in live.matters("meetings") if any(live.meetings[one].on for one in members)]
    return tuple(matter for name in sorted(names) if (matter := views.find(name)) is not None)


def to_come_as_of(desk: Desk, docket: str, at: AsOf = NOW) -> tuple[Matter, ...]:
    """The promises that are open, as far as they have a day that is not long past, and the meetings that are still
    planned or were called off lately."""
    views = views_as_of(desk, docket, at)
    since = views.today - LATELY if views.today > date.min + LATELY else date.min
    names = [*_open_promises(views, since), *_meetings_to_come(views.live, since)]
    return tuple(matter for name in names if (matter := views.find(name)) is not None)


def _open_promises(views: Views, since: date) -> list[str]:
    kept = views.live.commitments
    found = []
    for matter, members in views.live.matters("commitments"):
        lasts = [latest for name in members if (latest := kept[name].latest) is not None]
        if lasts and max(lasts) >= since and views.commitments.position(matter, members).state.open:
            found.append(matter)
    return found


def _meetings_to_come(live: Live, since: date) -> list[str]:
    found = []
    for matter, members in live.matters("meetings"):
        told = [live.meetings[name] for name in members]
        days = [one.on for one in told if one.on is not None]
        if days and days[-1] >= since and not any(one.status is MeetingStatus.HELD for one in told):
            found.append(matter)
    return found
