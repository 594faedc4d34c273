"""Where an occasion is and in which forum: an occasion goes in, the words of its clause are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rejoinder.model import Interval
from rejoinder.reading.actors.names import Name, strip_article
from rejoinder.reading.actors.parties import Form
from rejoinder.reading.business.meetings.days import Days, find_turn, first_word
from rejoinder.reading.business.meetings.occasions import Occasion, listed
from rejoinder.reading.business.scenes import Scene
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
    turn = find_turn(occasion)
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
    turn = find_turn(occasion)
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
    purpose = occasion.ahead(1) == ["for"]
    return purpose or occasion.begin - found.last <= 2 or found.first - start <= 2 or start < occasion.clause.first


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
