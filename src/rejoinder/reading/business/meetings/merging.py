"""Occasions -> meetings: what is told of each, and several tellings of one put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rejoinder.model import Actor, Interval, Meeting, MeetingStatus, Passage
from rejoinder.reading.business.meetings.certainty import event_end, find_status
from rejoinder.reading.business.meetings.days import Days, find_days
from rejoinder.reading.business.meetings.occasions import Occasion, find_occasions, listed, trigger_words
from rejoinder.reading.business.meetings.participants import find_participants
from rejoinder.reading.business.meetings.places import Where, find_where, place_of_story
from rejoinder.reading.business.meetings.spans import settle_when
from rejoinder.reading.business.scenes import find_scenes
from rejoinder.reading.business.told import Told

_MOST = 400
_RECENT = 30
_FEW = 6
_NEAR = 300
_TOLD = {
    MeetingStatus.HELD: "tells of an occasion that took place",
    MeetingStatus.PLANNED: "tells of an occasion that is to come",
    MeetingStatus.CANCELLED: "tells of an occasion that was called off, refused or broken off",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an occasion, or several of the same put together.

    ``named``     whether the words tell two of those who take part; ``definite`` whether they point back
    ``facts``     how much the best of them tells; ``count`` how often it is told
    """

    meeting: Meeting
    named: bool
    definite: bool
    call: bool
    facts: int
    count: int = 1


def find_meetings(told: Told) -> tuple[Meeting, ...]:
    """The meetings and calls of a story, in the order of the text. Never raises on any text."""
    sides = told.meeting_sides
    occasions = (one for scene in find_scenes(told, trigger_words()) for one in find_occasions(scene))
    merged: list[Telling] = []
    for occasion in islice(occasions, _MOST):
        for telling in _read_tellings(occasion, sides):
            _put(merged, _as_before(occasion, telling, merged))
    kept = [_explained(telling) for telling in merged if telling.meeting.participants]
    return tuple(sorted(kept, key=lambda meeting: meeting.passage.start))


def _as_before(occasion: Occasion, telling: Telling, merged: Sequence[Telling]) -> Telling:
    """The telling with those of the meeting told before it, where "the next meeting" names nobody."""
    follows = not listed("nouns", "following").isdisjoint(occasion.inside()) and not occasion.verb
    named = [one for one in merged[-_FEW:] if one.named and not one.call] if follows and not telling.named else []
    if not named:
        return telling
    of_sides = [one for one in named if all(actor.post is None for actor in one.meeting.participants)]
    last = (of_sides or named)[-1]
    return replace(telling, meeting=replace(telling.meeting, participants=last.meeting.participants))


def _explained(telling: Telling) -> Meeting:
    words = " ".join(telling.meeting.passage.exact.split())
    often = "" if telling.count == 1 else f"; the same is told {telling.count} times"
    return replace(telling.meeting, reason=f"“{words}” {_TOLD[telling.meeting.status]}{often}.")


def _read_tellings(occasion: Occasion, sides: Sequence[Actor]) -> list[Telling]:
    """What one telling tells, as a list; none where it tells of no occasion, two for two calls told at once."""
    days = find_days(occasion)
    place, forum = find_where(occasion)
    actors, named = find_participants(occasion, sides)
    if days.moved_from or (days.day and occasion.scene.low(days.day.first - 1) == "until"):
        status: MeetingStatus | None = MeetingStatus.PLANNED
    else:
        status = find_status(occasion, days.day, placed=bool(place or forum), named=named)
    if status is None:
        return []
    definite = occasion.scene.low(occasion.begin) in ("the", "this", "these") and not occasion.verb
    facts = (days.day is not None) * 2 + (place is not None) * 2 + named * 2 + (not definite)
    passage = _passage(occasion, place or forum, days)
    when = settle_when(occasion, days, status)
    place_name, forum_name = place.name if place else None, forum.name if forum else None
    if place_name is None and forum_name is None and status is MeetingStatus.HELD and not occasion.call:
        place_name = place_of_story(occasion, days, when)
    return [
        Telling(
            Meeting(who, place_name, forum_name, when, status, passage, "", days.moved_from),
            named,
            definite,
            occasion.call,
            facts,
        )
        for who in _one_by_one(occasion, actors)
    ]


def _one_by_one(occasion: Occasion, actors: tuple[Actor, ...]) -> list[tuple[Actor, ...]]:
    """Those who take part; two calls where one person "telephoned Delmar and Farrant"."""
    if not occasion.verb or not occasion.call or occasion.scene.low(occasion.at) == "spoke" or len(actors) < 3:
        return [actors]
    return [(actors[0], other) for other in actors[1:]]


def _passage(occasion: Occasion, where: Where | None, days: Days) -> Passage:
    """The words of the occasion with its place and its day, from the first of them to the last."""
    scene, clause = occasion.scene, occasion.clause
    attended = occasion.ahead(1) in (["at"], ["after"], ["during"], ["following"])
    edges = [(occasion.begin - attended, occasion.end), *([where[1:]] if where else [])]
    if days.day and days.day.first >= clause.first:
        edges.append((days.day.first, days.day.last))
    if (ending := event_end(occasion)) is not None:
        edges.append((occasion.end, ending))
    before = scene.mentions_in(clause.first, occasion.at) if occasion.verb else []
    if occasion.verb:
        edges.append((before[0].first if before else max(clause.first, occasion.at - 12), occasion.end))
    edges += [(occasion.end, last) for last in _ends_of_others(occasion)]
    return scene.told.passage(scene.span(min(edge[0] for edge in edges), max(edge[1] for edge in edges)))


def _ends_of_others(occasion: Occasion) -> list[int]:
    """Where those are named who are met: right behind the verb, or behind "between", "with", "of"."""
    scene, last = occasion.scene, occasion.clause.last
    if occasion.verb:
        after = scene.mentions_in(occasion.end, last)
        return [mention.last for mention in after if mention.first <= occasion.end + 3][:1]
    if scene.low(occasion.end) not in ("between", "with", "of"):
        return []
    return [mention.last for mention in scene.mentions_in(occasion.end, min(last, occasion.end + 12))]


# Merging


def _put(merged: list[Telling], telling: Telling) -> None:
    """Add a telling: to the meeting of which it tells again, or as one of its own."""
    for index in range(len(merged) - 1, max(-1, len(merged) - 1 - _RECENT), -1):
        if _is_same(merged[index], telling):
            merged[index] = _joined(merged[index], telling)
            return
    if not telling.definite or telling.facts > 0:
        merged.append(telling)


def _is_same(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of one occasion: nothing in them differs, and enough is shared."""
    a, b = one.meeting, other.meeting
    if not _same_status(one, other) or not _same_days(a.when, b.when) or one.call != other.call:
        return False
    if a.place and b.place and a.place not in b.place and b.place not in a.place:
        return False
    sides_a, sides_b = _sides(a.participants), _sides(b.participants)
    if one.named and other.named and not (sides_a <= sides_b or sides_b <= sides_a):
        return False
    shared = bool(sides_a & sides_b)
    if a.when is not None and a.when == b.when:
        return shared
    undated = a.when is None and b.when is None
    alike = undated or a.place == b.place or b.passage.start - a.passage.end < _NEAR
    if not (one.definite or other.definite or alike) and (a.when is None) != (b.when is None):
        return False
    return other.definite or (shared and not (undated and one.named != other.named))


def _same_status(one: Telling, other: Telling) -> bool:
    """Whether two tellings may be of one occasion by their certainty: what was planned may be cancelled."""
    a, b = one.meeting, other.meeting
    if a.status == b.status:
        return True
    near = abs(a.passage.start - b.passage.start) < _NEAR
    alike = (a.when is not None and a.when == b.when) or (other.definite and near)
    return alike and {a.status, b.status} == {MeetingStatus.PLANNED, MeetingStatus.CANCELLED}


def _same_days(one: Interval | None, other: Interval | None) -> bool:
    """Whether two days may be one."""
    if one is None or other is None:
        return True
    starts = one.earliest is None or other.latest is None or one.earliest <= other.latest
    return starts and (other.earliest is None or one.latest is None or other.earliest <= one.latest)


def _sides(actors: Sequence[Actor]) -> frozenset[str]:
    return frozenset(actor.party or actor.name for actor in actors)


def _joined(one: Telling, other: Telling) -> Telling:
    """Both tellings as one: the passage with the most facts, and each fact from where it is told."""
    best, rest = (other, one) if other.facts > one.facts else (one, other)
    a, b = best.meeting, rest.meeting
    meeting = replace(
        a,
        participants=a.participants if best.named or not rest.named else b.participants,
        place=a.place or b.place,
        forum=a.forum or b.forum,
        when=a.when if a.when is not None and not _is_narrower(b.when, a.when) else b.when,
        status=MeetingStatus.CANCELLED if MeetingStatus.CANCELLED in (a.status, b.status) else a.status,
        moved_from=a.moved_from or b.moved_from,
    )
    named, definite = one.named or other.named, one.definite and other.definite
    return Telling(meeting, named, definite, one.call, best.facts, one.count + other.count)


def _is_narrower(one: Interval | None, other: Interval) -> bool:
    """Whether the first is one day and the other is longer."""
    return one is not None and one.earliest is not None and one.earliest == one.latest and one != other
