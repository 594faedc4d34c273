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
_DAYS_BACK = 1
_HOSTS = ("countries", "hosting", "states")


class Where(NamedTuple):
    """A place or a forum, with the words that tell it."""

    name: str
    first: int
    last: int


def find_where(occasion: Occasion) -> tuple[Where | None, Where | None]:
    """The place and the forum that the clause tells, those behind the occasion first; a call has no place."""
    place: Where | None = place_inside(occasion)
    forum: Where | None = None
    for found in _names(occasion):
        if is_forum(found.name):
            forum = forum or found
        elif place is None and (found.first >= occasion.end or _leads(occasion, found)):
            place = found
    turn = _turn(occasion)
    online = turn is not None and occasion.scene.low(turn + 1) == "online"
    return None if occasion.call or online else place, forum


def place_inside(occasion: Occasion) -> Where | None:
    """The place that stands right before the noun: "the Jeddah talks", "their Singapore summit"."""
    scene = occasion.scene
    name = scene.told.story.cast.story.page.name_over(occasion.at - 1)
    if occasion.verb or name is None or name.last != occasion.at or name.first < occasion.begin or name.body:
        return None
    if scene.told.story.cast.story.persons_named(name):
        return None
    seat = name.known is None or name.known.form is Form.SEAT
    host = name.known is not None and name.known.form is Form.NAME and name.known.name in word_set(*_HOSTS)
    return Where(name.text, name.first, name.last) if seat or host else None


def _names(occasion: Occasion) -> Iterator[Where]:
    """The places and bodies named behind prepositions, and "here"."""
    scene, start = occasion.scene, first_word(occasion)
    behind = range(occasion.end, min(occasion.clause.last, occasion.end + _REACH))
    turn = _turn(occasion)
    moved = range(turn, min(scene.last, turn + _REACH)) if turn is not None else ()
    for at in (*moved, *behind, *range(occasion.begin - 1, max(start, occasion.begin - 16) - 1, -1)):
        island = scene.low(at) == "on" and "island" in scene.lows(at + 1, at + 4)
        to_place = at in moved and scene.low(at) == "to"
        if island or to_place or scene.low(at) in listed("places", "prepositions"):
            found = _named_at(scene, at)
            yield from [found] if found is not None else []
        elif scene.low(at) == "there" and at >= occasion.end and (before := _place_before(scene, at)):
            yield Where(before.name, at, at + 1)
        elif scene.low(at) == "here" and at >= occasion.end and (home := _home(scene)):
            yield Where(home, at, at + 1)


def _place_before(scene: Scene, at: int) -> Where | None:
    """The place that "there" means: the last one that its sentence names before it."""
    behind = (place for place in range(at - 1, scene.first, -1) if scene.low(place) == "in")
    return next((found for place in behind if (found := _named_at(scene, place)) is not None), None)


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


def place_of_story(occasion: Occasion, days: Days, when: Interval | None) -> str | None:
    """The place of the dateline, for what was held on the day of the story or the day before, the place not being
    told; None where that tells nothing of it."""
    scene = occasion.scene
    today = scene.told.story.day.day
    back = _DAYS_BACK if days.day is not None and days.day.last > days.day.first else 0
    if today is None or when is None or when.latest is None or not 0 <= (today - when.latest).days <= back:
        return None
    return _home(scene)


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


def _turn(occasion: Occasion) -> int | None:
    """The word that tells that the occasion is moved: "was moved to Friday", "will now be held on Friday"."""
    scene = occasion.scene
    for at in range(occasion.begin - 5, occasion.end + 20):
        now = scene.low(at) == "now" and scene.low(at - 1) in ("will", "would", "is")
        if now or scene.low(at) in listed("status", "moved"):
            return at
    return None


def _moved_to(occasion: Occasion) -> Day | None:
    """The day to which an occasion is moved; None where it is not moved."""
    scene, turn = occasion.scene, _turn(occasion)
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
        return _day_of_speech(scene) if not before else None
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
