"""Matters -> iCalendar (RFC 5545): promises with a date as to-dos, meetings with a day as events.

A meeting or a date that has been moved keeps its UID and counts its SEQUENCE up, so that calendars move it too; the old
days stand in the description.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Todo

from rejoinder.docket.matters import Change, CommitmentMatter, CommitmentState, MeetingMatter
from rejoinder.formats.exports.rows import on_whose_word, one_line, source_name
from rejoinder.formats.exports.view import DocketView
from rejoinder.model import Interval, MeetingStatus

_STATUS = {MeetingStatus.HELD: "CONFIRMED", MeetingStatus.PLANNED: "TENTATIVE", MeetingStatus.CANCELLED: "CANCELLED"}
_MOVED = frozenset({Change.EXTENDED, Change.SLIPPED, Change.ADVANCED})


def write_calendar(view: DocketView) -> bytes:
    """The calendar of a docket. What has no day is not in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Rejoinder//docket//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(view.title))
    stamp = datetime.combine(view.today, time(), UTC)
    for matter in view.matters:
        part: Todo | Event | None = None
        if isinstance(matter, CommitmentMatter):
            part = _promise(matter, view)
        elif isinstance(matter, MeetingMatter):
            part = _meeting(matter, view)
        if part is not None:
            part.add("uid", f"{matter.id}@{view.docket}.rejoinder")
            part.add("dtstamp", stamp)
            calendar.add_component(part)
    return bytes(calendar.to_ical())


def _promise(matter: CommitmentMatter, view: DocketView) -> Todo | None:
    due = matter.due
    if due is None or due.reckoned.latest is None:
        return None
    todo = Todo()
    to = f" → {matter.creditor.name}" if matter.creditor else ""
    todo.add("summary", one_line(f"{matter.debtor.name}{to}: {matter.action.exact}"))
    if due.reckoned.earliest is not None and due.reckoned.earliest < due.reckoned.latest:
        todo.add("dtstart", due.reckoned.earliest)
    todo.add("due", due.reckoned.latest)
    done = matter.state in (CommitmentState.DISCHARGED, CommitmentState.DISCHARGED_LATE)
    todo.add("status", "COMPLETED" if done else "NEEDS-ACTION" if matter.state.open else "CANCELLED")
    todo.add("sequence", sum(said.change in _MOVED for said in matter.dues))
    before = [f"“{said.due.text}” ({_shown(said.reckoned)})" for said in matter.dues[:-1]]
    said = [f"As said: “{due.due.text}”", matter.reason, *([f"Before: {'; '.join(before)}"] if before else [])]
    todo.add("description", _description(said, matter, view))
    return todo


def _meeting(matter: MeetingMatter, view: DocketView) -> Event | None:
    if matter.when is None or (day := matter.when.earliest or matter.when.latest) is None:
        return None
    event = Event()
    names = ", ".join(actor.name for actor in matter.participants)
    event.add("summary", one_line(matter.forum or names or matter.words))
    event.add("dtstart", day)
    event.add("dtend", (matter.when.latest or day) + timedelta(days=1))
    event.add("status", _STATUS[matter.status])
    event.add("sequence", matter.slipped)
    if matter.place:
        event.add("location", one_line(matter.place))
    before = [_shown(said.when) for said in matter.said if said.change in _MOVED or said.change is Change.FIRST]
    moved = [f"Before: {'; '.join(before[:-1])}"] if matter.slipped else []
    event.add("description", _description([names, f"{matter.status.value}", *moved], matter, view))
    return event


def _description(lines: list[str], matter: CommitmentMatter | MeetingMatter, view: DocketView) -> str:
    report = matter.reports[0]
    quote = f"“{one_line(report.passage.exact)}” ({source_name(view, report.source)})"
    return "\n".join([*(line for line in lines if line), quote, on_whose_word(matter), matter.id])


def _shown(interval: Interval | None) -> str:
    days = (interval.earliest, interval.latest) if interval else (None, None)
    return " to ".join(sorted({day.isoformat() for day in days if isinstance(day, date)})) or "no day"
