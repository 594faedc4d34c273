"""The first day of an occasion of several days: an occasion and its days go in, the days on which it was come out."""

from __future__ import annotations

from datetime import timedelta

from rejoinder.model import Interval, MeetingStatus
from rejoinder.reading.business.meetings.days import Days
from rejoinder.reading.business.meetings.occasions import Occasion, listed
from rejoinder.reading.knowledge import load_table


def settle_when(occasion: Occasion, days: Days, status: MeetingStatus) -> Interval | None:
    """On which days it was or will be; of several days that are over, the first."""
    return _first_of_several(occasion, days.when) if status is MeetingStatus.HELD else days.when


def _first_of_several(occasion: Occasion, when: Interval | None) -> Interval | None:
    """The first day of what ended on a day: "after two days of talks", "wound up its three-day meeting on Friday"."""
    count = _count_days(occasion)
    if count is None or not _is_told_by_end(occasion):
        return when
    last = when.latest if when is not None else occasion.scene.told.story.day.day
    if last is None or (when is not None and when.earliest != when.latest):
        return when
    first = last - timedelta(days=count - 1)
    return Interval(first, first)


def _count_days(occasion: Occasion) -> int | None:
    """How many days the words say that it lasted; None where they do not."""
    words = occasion.scene.lows(occasion.begin - 3, occasion.at)
    numbers = load_table("meetings")["nouns"]["numbers"]
    for at, word in enumerate(words):
        counted = word.removesuffix("-day")
        if counted != word or words[at + 1 : at + 2] == ["days"]:
            found = numbers.index(counted) if counted in numbers else int(counted) if counted.isdigit() else 0
            return found if 1 < found < len(numbers) else None
    return None


def _is_told_by_end(occasion: Occasion) -> bool:
    """Whether the words tell of its end: "after", "wound up", "that ended here today"."""
    ends = listed("status", "ends") - {"opened", "began", "resumed", "came"}
    after = {"after", "following"} & set(occasion.scene.lows(occasion.begin - 4, occasion.begin))
    return bool(after) or not ends.isdisjoint([*occasion.ahead(4), *occasion.behind(12)])
