"""NEXT MEETINGS: who meets, where and when, and from which day it was moved."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rejoinder.cli.brief.page import Line
from rejoinder.cli.brief.wording import clean, shown_actor
from rejoinder.cli.standing.phrases import confirmed_among, facts_of, shown_interval
from rejoinder.cli.standing.sheet import Sheet
from rejoinder.docket import Standing
from rejoinder.docket.matters import Change, MeetingMatter


def next_meetings(sheet: Sheet, standing: Standing) -> Iterator[Line]:
    """The meetings to come, by day."""
    if standing.meetings:
        yield sheet.heading("NEXT MEETINGS", confirmed_among(standing.meetings))
    for meeting in standing.meetings:
        who = ", ".join(shown_actor(actor) for actor in meeting.participants) or clean(meeting.forum or "nobody named")
        facts = facts_of(meeting, meeting_facts(sheet, meeting), sheet.today)
        yield from sheet.row(Text("○ ", "cyan"), [(who, "bold")], facts, meeting.id)


def meeting_facts(sheet: Sheet, meeting: MeetingMatter) -> list[str | None]:
    """Where and when, and how its day was moved."""
    forum = meeting.forum if meeting.participants else None
    moved = None
    if meeting.slipped:
        first = next((said.when for said in meeting.said if said.change is not Change.RESTATED and said.when), None)
        moved = f"moved {meeting.slipped} times" if meeting.slipped > 1 else "moved once"
        moved += f", first {shown_interval(first, sheet.today)}" if first else ""
    return [
        shown_interval(meeting.when, sheet.today) or "no date",
        *(clean(part) for part in (meeting.place, forum) if part),
        moved,
    ]
