"""Where an occasion is, in which forum and on which day: an occasion goes in, the words of its clause are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rejoinder.model import Interval
from rejoinder.reading.actors.names import Name, strip_article
from rejoinder.reading.actors.parties import Form
from rejoinder.reading.business.clauses import is_said_on
from rejoinder.reading.business.meetings.occasions import Occasion, listed
from rejoinder.reading.business.scenes import Day, Scene
from rejoinder.reading.knowledge import word_set

_REACH = 25


class Where(NamedTuple):
    """A place or a forum, with the words that tell it."""

    name: str
    first: int
    last: int


def find_where(occasion: Occasion) -> tuple[Where | None, Where | None]:
    """The place and the forum that the clause tells, those behind the occasion first; a call has no place."""
    place: Where | None = None
    forum: Where | None = None
    for found in _names(occasion):
        if is_forum(found.name):
            forum = forum or found
        elif place is None and (found.first >= occasion.end or _leads(occasion, found)):
            place = found
    return None if occasion.call else place, forum


def _names(occasion: Occasion) -> Iterator[Where]:
    """The places and bodies named behind prepositions, and "here"."""
    scene, start = occasion.scene, first_word(occasion)
    behind = range(occasion.end, min(occasion.clause.last, occasion.end + _REACH))
    for at in (*behind, *range(occasion.begin - 1, max(start, occasion.begin - 16) - 1, -1)):
        island = scene.low(at) == "on" and "island" in scene.lows(at + 1, at + 4)
        if island or scene.low(at) in listed("places", "prepositions"):
            found = _named_at(scene, at)
            yield from [found] if found is not None else []
        elif scene.low(at) == "here" and at >= occasion.end and (home := _home(scene)):
            yield Where(home, at, at + 1)


def _leads(occasion: Occasion, found: Where) -> bool:
    """Whether a place before the occasion opens its clause or stands right before it."""
    start = first_word(occasion)
    return occasion.begin - found.last <= 2 or found.first - start <= 2 or start < occasion.clause.first


def first_word(occasion: Occasion) -> int:
    """Where its circumstances may begin: before "when", as in "in Brussels on Wednesday, when the Council meets"."""
    scene, first = occasion.scene, occasion.clause.first
    linked = scene.lows(first - 2, first) in ([",", "when"], [",", "where"])
    return max(scene.first, first - 8) if linked else first


def is_forum(name: str) -> bool:
    """Whether a name is that of a body in which one meets ("NATO-Russia Council")."""
    words = name.split()
    return words[-1] in listed("forums", "last") or words[0] in listed("forums", "first")


def _home(scene: Scene) -> str | None:
    dateline = scene.told.story.layout.dateline
    return dateline.place if dateline else None


def _named_at(scene: Scene, at: int) -> Where | None:
    """The place or body whose name follows the preposition at a word."""
    begin = at + 1
    while scene.low(begin) in listed("places", "before"):
        begin += 1
    named = begin < scene.last and scene.words[begin].capital and not _is_day(scene, begin)
    if not named and scene.low(begin - 1) == "capital" and (home := _home(scene)):
        return Where(home, at, begin)
    end = _name_end(scene, begin) if named else begin
    return Where(strip_article(scene.text(begin, end)), at, end) if end > begin else None


def _name_end(scene: Scene, begin: int) -> int:
    """Where the name of a place that begins at a word ends; ``begin`` where it is that of nobody's place."""
    story = scene.told.story.cast.story
    name = next((name for name in story.page.names_in(begin, begin + 1)), None)
    if name is not None and (story.persons_named(name) or _is_adjective(name)):
        return begin
    end = name.last if name is not None else begin + 1
    while end < scene.last and scene.words[end].capital and not _is_day(scene, end):
        end += 1
    return begin if end < scene.last and scene.words[end].owner else end


def _is_adjective(name: Name) -> bool:
    return name.known is not None and name.known.form is Form.ADJECTIVE


def _is_day(scene: Scene, at: int) -> bool:
    calendar = scene.words[at].text in word_set("people_nouns", "openers", "calendar")
    return calendar or any(day.first <= at < day.last for day in scene.days)


# Days


class Days(NamedTuple):
    """The day of an occasion with the words that tell it, and the days for which it was called before."""

    day: Day | None
    when: Interval | None
    moved_from: Interval | None = None


def find_days(occasion: Occasion) -> Days:
    """On which day it is, and from which it was moved ("was moved from Monday to Friday")."""
    moved = _moved_to(occasion)
    if moved is not None:
        earlier = _nearest(occasion, [day for day in _days(occasion) if day is not moved])
        return Days(moved, moved.interval, earlier.interval if earlier else None)
    day = find_day(occasion)
    return Days(day, _interval_of(occasion, day))


def find_day(occasion: Occasion) -> Day | None:
    """The day that the clause tells of the occasion: in its noun phrase, or that which stands nearest."""
    days = _days(occasion)
    own = [day for day in days if occasion.begin <= day.first and day.last <= occasion.at]
    found = own[0] if own else _nearest(occasion, [day for day in days if not _is_of_other(occasion, day)])
    return found or _day_of_ending(occasion)


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


def _moved_to(occasion: Occasion) -> Day | None:
    """The day to which an occasion is moved; None where it is not moved."""
    scene = occasion.scene
    verbs = [at for at in range(occasion.begin - 5, occasion.end + 16) if scene.low(at) in listed("status", "moved")]
    for day in _days(occasion):
        if verbs and day.first > verbs[0] and scene.low(day.first - 1) in ("to", "until", "till"):
            return day
    return None


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


def _interval_of(occasion: Occasion, day: Day | None) -> Interval | None:
    """The days on which it may be: "before the end of April" has only a latest one."""
    if day is None:
        return None
    before = occasion.scene.lows(day.first - 2, day.first)
    if before[-1:] in (["before"], ["by"]) or before == ["before", "the"]:
        return Interval(None, day.interval.latest)
    return day.interval
