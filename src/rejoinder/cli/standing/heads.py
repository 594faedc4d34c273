"""The head: which docket, as of when, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rich.text import Text

from rejoinder.cli.brief.page import Line, flow
from rejoinder.cli.brief.wording import clean, shown_day
from rejoinder.cli.standing.sheet import Sheet
from rejoinder.docket import Standing


@dataclass(frozen=True, slots=True)
class Head:
    """What a standing does not know of itself: the docket's title, whether a past day was asked for, and the moment of
    the record, if one was."""

    title: str
    past: bool = False
    recorded: datetime | None = None


def head(sheet: Sheet, standing: Standing, told: Head) -> Iterator[Line]:
    """The title, the day, and a warning where it is the past that is shown."""
    yield Line(Text(clean(told.title), "bold"))
    yield Line(Text(f"as of {shown_day(standing.today)} · entry {standing.seq}"))
    if told.past or told.recorded:
        for row in flow([(_past(standing, told), "reverse")], (sheet.width, sheet.width), 3):
            yield Line(row)
    yield Line(Text())


def _past(standing: Standing, told: Head) -> str:
    """What of the past is shown."""
    known = f"THE PAST: only what was out by the end of {shown_day(standing.today)}" if told.past else ""
    if told.recorded is None:
        return f"{known}, with today's record of it."
    moment = f"{shown_day(told.recorded.date())} {told.recorded:%H:%M}"
    if not told.past:
        return f"THE PAST: our record as it was at {moment}."
    return f"{known}, in our record as it was at {moment}."
