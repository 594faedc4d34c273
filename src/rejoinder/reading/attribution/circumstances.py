"""The circumstances of an attribution: to whom, where, on which day. Spoken drafts in, their circumstances out.

Each draft is read by itself here; what it does not tell it inherits (``inheriting``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rejoinder.model import Actor, SaidOn, Span
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.hearers import find_hearer
from rejoinder.reading.attribution.inheriting import inherit
from rejoinder.reading.attribution.occasions import find_day, find_venue
from rejoinder.reading.attribution.phrases import Scene
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.attribution.surroundings import Contents, Surroundings, look_around
from rejoinder.reading.attribution.tellings import Told, said_on
from rejoinder.reading.cues import words_of

_RECENT = 12
_LATER = (("after",), ("before",), ("without",), ("despite",))
"""What parts a cue from a day before it: "imposed the duty in January after accusing the League"."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """To whom, where and on which day something was said; each None where the story does not tell."""

    addressee: str | None
    venue: str | None
    said_on: SaidOn | None


def find_circumstances(story: Prepared, spoken: Sequence[Spoken]) -> list[Circumstances]:
    """The circumstances of each spoken draft, in the order given. Never raises; linear in the length of the text."""
    order = sorted(range(len(spoken)), key=lambda index: place_of(spoken[index].draft).start)
    told = without_borrowed_days(read_all(story, [spoken[index] for index in order]))
    found: list[Circumstances] = [Circumstances(None, None, None)] * len(spoken)
    for index, entry in zip(order, inherit(story, told, event_day(story, spoken)), strict=True):
        found[index] = Circumstances(entry.hearer.name if entry.hearer else None, entry.venue, entry.said_on)
    return found


def place_of(draft: Draft) -> Span:
    """Where a draft is attributed: its cue, else its source, else its content."""
    return draft.cue or draft.source or draft.content


def read_all(story: Prepared, spoken: Sequence[Spoken]) -> list[Told]:
    """What each draft tells by itself; ``spoken`` in the order of the text."""
    contents = Contents(item.draft for item in spoken)
    actors = {id(item.draft): item.actor for item in spoken}
    before: deque[Actor] = deque(maxlen=_RECENT)
    told = []
    for item in spoken:
        outer = actors.get(id(item.draft.outer)) if item.draft.outer is not None else None
        told.append(_read(story, item, contents, outer, tuple(before)))
        if item.actor is not None and not told[-1].heading:
            before.append(item.actor)
    return told


def _read(story: Prepared, item: Spoken, contents: Contents, outer: Actor | None, before: tuple[Actor, ...]) -> Told:
    draft, place = item.draft, place_of(item.draft)
    around = look_around(story, draft, place, contents)
    scene = Scene(story, item, around, outer, before)
    hearer = find_hearer(scene) if draft.cue is not None else None
    day = find_day(story, around)
    return Told(
        item=item,
        place=place,
        sentence=story.sentence_at(place.start),
        cue=tuple(words_of(story.text[slice(*draft.cue)])) if draft.cue is not None else (),
        lead_in=_lead_in(around),
        follows=around.low(around.cue[1]),
        heading=story.in_headings(place.start),
        hearer=hearer,
        venue=find_venue(story, around, hearer.name if hearer else None),
        day=day,
        said_on=said_on(day),
    )


def event_day(story: Prepared, spoken: Sequence[Spoken]) -> SaidOn | None:
    """The day on which the first sentence of the story's body has something happen, outside of what is said."""
    opening = story.layout.paragraphs[0] if story.layout.paragraphs else Span(0, 0)
    sentence = story.sentence_at(opening.start)
    around = look_around(story, Draft(None, None, (), 1.0), sentence, Contents(item.draft for item in spoken))
    return said_on(find_day(story, around)) if sentence.length else None


def _lead_in(around: Surroundings) -> tuple[str, ...]:
    """The three words before the cue, the nearest first, as far as they are in its clause and nobody's content."""
    return tuple(word.low for word in islice(around.clause_before(around.cue[0]), 3))


def without_borrowed_days(told: Sequence[Told]) -> list[Told]:
    """Without the days that stand nearer to somebody else's cue: "blamed France and refused last week to attend"."""
    places = sorted(entry.place for entry in told if entry.item.draft.cue is not None)
    return [replace(entry, day=None, said_on=None) if _is_borrowed(entry, places) else entry for entry in told]


def _is_borrowed(entry: Told, places: Sequence[Span]) -> bool:
    """Whether another cue stands between a cue and the day found for it, or the day is that of another clause."""
    if entry.day is None or entry.item.draft.outer is not None:
        return False
    if entry.day.start < entry.place.start and entry.lead_in[:1] in _LATER:
        return True
    low, high = sorted((entry.place, Span(entry.day.start, entry.day.end)))
    between = slice(bisect_right(places, (low.end, 0)), bisect_left(places, (high.start, 0)))
    return between.stop > between.start
