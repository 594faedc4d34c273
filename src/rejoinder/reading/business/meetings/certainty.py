"""How certain an occasion is: its clause and the day of the story go in; planned, held, cancelled, or no occasion."""

from __future__ import annotations

from rejoinder.model import MeetingStatus
from rejoinder.reading.business.meetings.occasions import Occasion, listed
from rejoinder.reading.business.scenes import Day, Scene
from rejoinder.reading.knowledge import load_table

_AHEAD = 8
_BEHIND = 22
_LONG = 100
"""Days of a time that is too long to be that of an occasion."""


def find_status(occasion: Occasion, day: Day | None, *, placed: bool, named: bool) -> MeetingStatus | None:
    """How certain it is; None where the words tell of no single occasion.

    ``placed``  whether a place is told; ``named`` whether those who take part are told with the noun
    """
    if _is_series(occasion):
        return None
    if is_cancelled(occasion):
        return MeetingStatus.CANCELLED
    if occasion.verb:
        return _status_of_verb(occasion, _compare(occasion.scene, day))
    if _is_aside(occasion) or not _is_told(occasion, day, placed=placed, named=named):
        return None
    return _status_of_noun(occasion, _compare(occasion.scene, day))


def _has(key: str, words: list[str]) -> bool:
    return not listed("status", key).isdisjoint(words)


def _holds_phrase(key: str, words: list[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in load_table("meetings")["status"][key])


def _is_series(occasion: Occasion) -> bool:
    """As in "have met five times", "meets every Tuesday", "have met for two years", "three rounds of talks"."""
    if not occasion.verb:
        return _has("several", occasion.inside())
    behind = occasion.behind(5)
    years = "for" in behind and not {"years", "months", "weeks"}.isdisjoint(behind)
    return years or _has("series", behind)


def is_cancelled(occasion: Occasion) -> bool:
    """Whether words of calling off stand with the occasion: behind it as its verb, or before it as what governs it."""
    before = occasion.scene.lows(occasion.begin - _AHEAD, occasion.end)
    behind = occasion.behind(_BEHIND)
    if _holds_phrase("cancelled_before", before):
        return True
    if _holds_phrase("cancelled_phrases", before) or _holds_phrase("cancelled_phrases", behind):
        return not _holds_phrase("other_objects", behind)
    return _has("cancelled", [*occasion.ahead(4), *behind])


def _compare(scene: Scene, day: Day | None) -> str | None:
    """Whether a day is past, coming or that of the story ("now"); None where that is not known."""
    today = scene.told.story.day.day
    if today is None or day is None:
        return None
    first, last = day.interval.earliest, day.interval.latest
    if first is not None and first > today:
        return "coming"
    return "past" if last is not None and last < today else "now"


def _status_of_verb(occasion: Occasion, when: str | None) -> MeetingStatus | None:
    scene = occasion.scene
    group = scene.lows(max(occasion.clause.first, occasion.at - 7), occasion.at)
    if _has("refusals", group[-4:]):
        return None
    if scene.low(occasion.clause.first - 1) in listed("status", "conditions") and when != "past":
        return None
    if scene.low(occasion.at) in listed("verbs", "past") and group[-1:] != ["be"]:
        return MeetingStatus.HELD
    hopes = scene.low(occasion.at) in listed("verbs", "see") and _has("hopes", group)
    if hopes or "ready" in group or "willing" in group or (_has("unsure", group) and when != "coming"):
        return None
    planned = _has("planned", group) or _holds_phrase("planned_phrases", [*group, "meet"])
    return MeetingStatus.PLANNED if planned or when == "coming" else None


def _status_of_noun(occasion: Occasion, when: str | None) -> MeetingStatus | None:
    before, behind = occasion.scene.lows(occasion.begin - _AHEAD, occasion.end), occasion.behind(_BEHIND)
    if when == "coming" or _has("proposed", before):
        return MeetingStatus.PLANNED if when != "past" or "next" in behind else MeetingStatus.HELD
    if when is None and _is_unsure(occasion):
        return None
    if when == "past":
        return MeetingStatus.HELD
    resumes = when == "now" and _has("events_now", behind[:1])
    if resumes or (_is_ahead(occasion, before, behind) and not _is_over(occasion, behind)):
        return MeetingStatus.PLANNED
    return MeetingStatus.HELD


def _is_unsure(occasion: Occasion) -> bool:
    """As in "could take place", "asked him to open talks": nobody has agreed to it."""
    scene = occasion.scene
    if _has("unsure", [*scene.lows(occasion.begin - 4, occasion.at), *occasion.behind(8)]):
        return True
    holds = (at for at in range(occasion.begin - 1, occasion.begin - 4, -1) if scene.low(at) in listed("verbs", "hold"))
    verb = next(holds, None)
    return verb is not None and scene.low(verb - 1) == "to" and not _has("planned", scene.lows(verb - 7, verb))


def _is_ahead(occasion: Occasion, before: list[str], behind: list[str]) -> bool:
    planned = _has("coming", occasion.inside()) or _has("planned", [*before[-5:], *behind])
    return planned or _holds_phrase("planned_phrases", [*before, *behind])


def _is_over(occasion: Occasion, behind: list[str]) -> bool:
    """As in "after talks in Geneva", "talks that will be remembered ended"."""
    attended = _has("attended", occasion.ahead(1)) or _has("closing", occasion.ahead(4))
    return attended or (not _has("future", behind[:3]) and _has("events", behind[:4]))


def _is_aside(occasion: Occasion) -> bool:
    """As in "close to the talks", "briefed on the talks", "its side in the talks": talks that are only spoken of."""
    before, definite = occasion.ahead(1), occasion.scene.low(occasion.begin) == "the"
    if _is_purpose(occasion):
        return False
    if before == ["in"] and occasion.mass and definite and not _has_event(occasion):
        return True
    if not _has("aside", before) or _lasts(occasion):
        return False
    return occasion.mass or (definite and before[0] in ("on", "of", "about", "with"))


def _is_purpose(occasion: Occasion) -> bool:
    """As in "is expected in Skopje on Thursday for talks with the minister"."""
    return occasion.ahead(1) == ["for"] and occasion.behind(1) == ["with"]


def _is_told(occasion: Occasion, day: Day | None, *, placed: bool, named: bool) -> bool:
    """Whether enough is told of it to be one occasion: a day, a place, an event, how long it lasted."""
    if day is not None and not _is_short(day):
        return False
    near = day is not None and (not occasion.mass or day.last > occasion.begin or _has("around", occasion.ahead(1)))
    told = near or _has_event(occasion) or _lasts(occasion) or (day is not None and _is_purpose(occasion))
    if occasion.mass:
        return told or (placed and (_has("around", occasion.ahead(1)) or "of" in occasion.inside()))
    if _is_closing(occasion):
        return False
    return told or placed or _has("due", occasion.behind(10)) or (named and _has("attended", occasion.ahead(1)))


def _is_short(day: Day) -> bool:
    """Whether a time is no longer than that of an occasion may be: not "in 1986"."""
    first, last = day.interval.earliest, day.interval.latest
    return first is None or last is None or (last - first).days < _LONG


def _has_event(occasion: Occasion) -> bool:
    """Whether a verb of an event follows the noun, or one of holding governs it."""
    behind = occasion.behind(14)
    governed = occasion.scene.lows(max(occasion.clause.first, occasion.begin - 4), occasion.begin)
    events = _has("events", behind) or not {"due", "scheduled", "planned", "set"}.isdisjoint(behind)
    return events or not listed("verbs", "hold").isdisjoint(governed)


def _lasts(occasion: Occasion) -> bool:
    """As in "a four-day round of talks", "almost eight hours of talks", "a 14-hour meeting"."""
    words = occasion.scene.lows(occasion.begin - 4, occasion.at)
    return any(word.endswith(("-day", "-hour", "-minute")) or word in ("hours", "hour", "days") for word in words)


def _is_closing(occasion: Occasion) -> bool:
    """As in "the conference is due to close on Friday": it is on, and its first day is not told."""
    behind = occasion.behind(14)
    return "due" in behind and not {"close", "end"}.isdisjoint(behind)


def event_end(occasion: Occasion) -> int | None:
    """The word behind the verb that tells what became of it ("ended", "is due"); None where none follows soon."""
    if occasion.verb:
        return None
    telling = listed("status", "events") | listed("status", "cancelled") | frozenset(["due", "off"])
    limit = min(occasion.clause.last, occasion.end + 12)
    return next((at + 1 for at in range(occasion.end, limit) if occasion.scene.low(at) in telling), None)
