"""Who meets whom: meetings and telephone calls, held, planned or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.actors import Actor
from rejoinder.model.days import Interval
from rejoinder.model.passages import Passage


class MeetingStatus(StrEnum):
    """How certain a meeting is. A proposed one with a date is planned; a refused or suspended one is cancelled."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting or call, however often the story tells of it.

    ``participants``  those whom the story names: persons where persons meet, sides where sides meet
    ``place``         where; None where it is not known, and for calls
    ``forum``         the body or format in which it is held, or None
    ``when``          the day, or the days that it may be on; of a meeting of several days the first; None if not told
    ``moved_from``    the days for which it was called before its date was moved, or None
    ``passage``       the words that tell most of it
    ``reason``        why it is there, in a sentence for people
    """

    participants: tuple[Actor, ...]
    place: str | None
    forum: str | None
    when: Interval | None
    status: MeetingStatus
    passage: Passage
    reason: str
    moved_from: Interval | None = None
