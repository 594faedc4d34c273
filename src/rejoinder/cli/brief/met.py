"""MET: meetings and calls, held, planned or called off, and whether their date has slipped."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line, Page, padded
from rejoinder.cli.brief.wording import clean, shown_actor, shown_days
from rejoinder.model import Meeting, MeetingStatus

# The sign and the colour of each status; the word is the status itself.
STATUSES: dict[MeetingStatus, tuple[str, str]] = {
    MeetingStatus.HELD: ("✓", "green"),
    MeetingStatus.PLANNED: ("○", "cyan"),
    MeetingStatus.CANCELLED: ("✕", "red"),
}


def met(page: Page) -> Iterator[Line]:
    """The meetings of the story: who, where, in which forum, when."""
    meetings = page.reading.business.meetings
    if meetings:
        yield page.heading("MET", len(meetings))
    width = padded([meeting.status.value for meeting in meetings])
    for meeting in meetings:
        sign, style = STATUSES[meeting.status]
        label = Text(f"{sign} {meeting.status.value:<{width}}  ", style)
        yield from page.row(label, [(_who(meeting), "bold")], _facts(meeting), meeting.passage.start)
        yield from page.reason(meeting.reason)


def _who(meeting: Meeting) -> str:
    """Those who meet; where the story names none of them, the forum that meets."""
    named = ", ".join(shown_actor(actor) for actor in meeting.participants)
    return named or clean(meeting.forum or "nobody named")


def _facts(meeting: Meeting) -> list[str]:
    forum = meeting.forum if meeting.participants else None
    facts = [clean(part) for part in (meeting.place, forum) if part]
    facts.append((shown_days(meeting.when, None) if meeting.when else None) or "no date")
    if meeting.moved_from is not None and (before := shown_days(meeting.moved_from, None)):
        facts.append(f"moved from {before}")
    return facts
