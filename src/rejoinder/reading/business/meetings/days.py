"""On which day an occasion is, and from which it was moved: an occasion goes in, the days that its clause or the deed
beside it tells come out."""

from __future__ import annotations

from typing import NamedTuple

from rejoinder.model import Interval
from rejoinder.reading.business.clauses import is_said_on
from rejoinder.reading.business.meetings.occasions import Occasion, listed
from rejoinder.reading.business.scenes import Day, Scene


class Days(NamedTuple):
    """The day of an occasion with the words that tell it, and the days for which it was called before."""

    day: Day | None
    when: Interval | None
    moved_from: Interval | None = None


def find_days(occasion: Occasion) -> Days:
    """On which day it is, and from which it was moved ("was moved from Monday to Friday")."""
    moved = _moved_to(occasion)
    if moved is not None:
        earlier = _nearest(occasion, [day for day in _days(occasion) if day is not moved and day.last <= moved.first])
        return Days(moved, moved.interval, earlier.interval if earlier else None)
    day = find_day(occasion)
    return Days(day, _interval_of(occasion, day))


def find_day(occasion: Occasion) -> Day | None:
    """The day that the clause tells of the occasion: in its noun phrase, or that which stands nearest."""
    days = _days(occasion)
    own = [day for day in days if occasion.begin <= day.first and day.last <= occasion.at]
    found = own[0] if own else _nearest(occasion, [day for day in days if not _is_of_other(occasion, day)])
    return found or _day_of_ending(occasion) or _day_of_deed(occasion)


def _days(occasion: Occasion) -> list[Day]:
    first, (_, last, hole) = first_word(occasion), occasion.clause
    return [day for day in occasion.scene.days if first <= day.first < last and not hole[0] <= day.first < hole[1]]


def _nearest(occasion: Occasion, days: list[Day]) -> Day | None:
    return min(days, key=lambda day: _distance(occasion, day), default=None)


def _distance(occasion: Occasion, day: Day) -> int:
    """How far a day stands from the occasion; one before it counts as farther, unless it opens the clause."""
    if day.first >= occasion.end:
        return day.first - occasion.end
    return occasion.begin - day.last + (0 if day.first - occasion.clause.first <= 2 else 4)


def first_word(occasion: Occasion) -> int:
    """Where its circumstances may begin: before "when", as in "in Brussels on Wednesday, when the Council meets"."""
    scene, first = occasion.scene, occasion.clause.first
    linked = scene.lows(first - 2, first) in ([",", "when"], [",", "where"])
    return max(scene.first, first - 8) if linked else first


def find_turn(occasion: Occasion) -> int | None:
    """The word that tells that the occasion is moved: "was moved to Friday", "will now be held on Friday"."""
    scene = occasion.scene
    for at in range(occasion.begin - 5, occasion.end + 20):
        now = scene.low(at) == "now" and scene.low(at - 1) in ("will", "would", "is")
        if now or scene.low(at) in listed("status", "moved"):
            return at
    return None


def _moved_to(occasion: Occasion) -> Day | None:
    """The day to which an occasion is moved; None where it is not moved."""
    scene, turn = occasion.scene, find_turn(occasion)
    later = [day for day in scene.days if turn is not None and day.first > turn]
    to_day = [day for day in later if scene.low(day.first - 1) in ("to", "until", "till")]
    opens = [day for day in later if turn is not None and _is_new_day(scene, turn, day)]
    return next(iter(to_day or opens), None)


def _is_new_day(scene: Scene, turn: int, day: Day) -> bool:
    """As in "will now be held on Friday", "has been moved to Nairobi, where it will open on Friday"."""
    between = scene.lows(turn, day.first)
    return between[:1] == ["now"] or "where" in between


def _is_of_other(occasion: Occasion, day: Day) -> bool:
    """Whether a day is of something else: behind "since", before an owner's ending, right behind a verb of saying."""
    scene = occasion.scene
    if not {"since", "until", "till"}.isdisjoint(scene.lows(day.first - 2, day.first)):
        return True
    if day.last < scene.last and scene.words[day.last].owner:
        return True
    if scene.low(occasion.begin - 2) == "to" and day.last <= occasion.begin:
        return True
    return is_said_on(scene, day, occasion.at)


def _day_of_ending(occasion: Occasion) -> Day | None:
    """The day of saying, as in "Moscow insisted on Monday, as eight hours of talks ended"."""
    scene, first = occasion.scene, occasion.clause.first
    ended = not listed("status", "ends").isdisjoint(occasion.behind(16))
    if scene.low(first - 1) not in ("as", "when") or not ended:
        return None
    return next((day for day in reversed(scene.days) if day.last <= first), None)


def _day_of_deed(occasion: Occasion) -> Day | None:
    """The day of what was done or said at the occasion or right after it: "agreed on Monday after talks in Tibu"."""
    scene = occasion.scene
    if _is_occasion_of_deed(occasion):
        before = [day for day in scene.days if day.last <= occasion.begin]
        fits = [day for day in before if scene.low(day.first - 1) not in listed("places", "bounds")]
        if fits and len(fits) == len(before) and fits[-1].interval.earliest == fits[-1].interval.latest:
            return fits[-1]
        in_general = occasion.mass and scene.low(occasion.begin) == "the"
        return _day_of_speech(scene) if not before and not in_general else None
    return None


def _is_occasion_of_deed(occasion: Occasion) -> bool:
    """Whether something is done or said at it or right after it: "after talks in Tibu", "in a meeting with"."""
    ahead, low = occasion.ahead(1), occasion.scene.low(occasion.begin)
    attended = not listed("status", "attended").isdisjoint(ahead) or (ahead == ["in"] and low in ("a", "an"))
    return attended and not occasion.verb


def _day_of_speech(scene: Scene) -> Day | None:
    """The day on which somebody speaks in the sentence, at the words of the speech."""
    cued = (item for end in scene.cue_ends for item in scene.told.cued_at(scene.words[end - 1].start))
    days = (item.said_on.interval for item in cued if item.said_on is not None)
    found = next((day for day in days if day.earliest is not None and day.earliest == day.latest), None)
    return Day(scene.first, scene.first, found) if found is not None else None


def _interval_of(occasion: Occasion, day: Day | None) -> Interval | None:
    """The days on which it may be: "before the end of April" has only a latest one."""
    if day is None:
        return None
    before = occasion.scene.lows(day.first - 2, day.first)
    if before[-1:] in (["before"], ["by"]) or before == ["before", "the"]:
        return Interval(None, day.interval.latest)
    return day.interval
