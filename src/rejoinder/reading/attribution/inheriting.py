"""What a statement takes over from others: drafts with what each tells by itself in, filled up, out.

Hearer and place hold as long as their speaker goes on; the day holds for what the speaker says on the occasion
at any later point of the story, and the lead's day for those who speak for the lead's sides. A headline takes
all from the statement that it anticipates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rejoinder.model import Act, Actor, SaidOn, Span
from rejoinder.reading.attribution.hearers import Hearer, Scope
from rejoinder.reading.attribution.leads import Lead, find_lead, speaks_for, with_own_words
from rejoinder.reading.attribution.prepared import Prepared
from rejoinder.reading.attribution.tellings import Told, is_one_day
from rejoinder.reading.cues import words_of
from rejoinder.reading.knowledge import word_set

_MODELS = 20
"""Statements of one speaker that a headline is compared with."""


@dataclass(slots=True)
class _Occasion:
    """What a speaker's statements have told so far: audience, place, day. ``current`` as long as nobody else spoke;
    ``moved`` once there was a second occasion, ``spoken`` the sentence of the last one and to whom it was said."""

    hearer: Hearer | None = None
    venue: str | None = None
    said_on: SaidOn | None = None
    current: bool = False
    moved: bool = False
    spoken: tuple[Span, Hearer | None] | None = None


@dataclass(slots=True)
class _Course:
    """The state of one pass over a story."""

    story: Prepared
    lead: Lead | None
    occasions: dict[str, _Occasion] = field(default_factory=dict)
    last: Told | None = None
    sentence_day: tuple[Span, SaidOn] | None = None
    asker: Actor | None = None


def inherit(story: Prepared, told: Sequence[Told], event_day: SaidOn | None = None) -> list[Told]:
    """The drafts with what they inherit, in the order given, which is that of the text.

    ``event_day`` is the day on which the story's first sentence has something happen.
    """
    told = with_own_words(story, told)
    course = _Course(story, find_lead(story, told, event_day))
    body = [entry if entry.heading else _filled(course, entry) for entry in told]
    models = _models(body)
    return [
        _anticipated(story, entry, models.get(entry.speaker or "", []), course.lead) if entry.heading else entry
        for entry in body
    ]


def _filled(course: _Course, entry: Told) -> Told:
    """The entry with what it inherits; the course learns what it tells."""
    if entry.inner:
        course.asker = entry.item.actor if entry.act is Act.REQUEST else course.asker
        return entry
    speaker = entry.speaker
    known = course.occasions.setdefault(speaker, _Occasion()) if speaker is not None else _Occasion()
    known.current = known.current and course.last is not None and course.last.speaker == speaker
    if _opens_occasion(entry, known):
        known.said_on, known.moved = None, True
    entry = _with_day(course, _with_hearer(course, entry, known), known)
    _learn(course, entry, known)
    return entry


def _opens_occasion(entry: Told, known: _Occasion) -> bool:
    """Whether the draft tells of an audience other than the one its speaker had before."""
    return entry.lasting and known.hearer is not None and known.hearer != entry.hearer


def _with_hearer(course: _Course, entry: Told, known: _Occasion) -> Told:
    if entry.standing:
        return entry
    if known.current and not entry.lasting:
        entry = replace(entry, venue=entry.venue or known.venue)
    if entry.hearer is not None:
        return entry
    return replace(entry, hearer=_of_occasion(entry, known) or _of_sentence(entry, known) or _asker(course, entry))


def _of_occasion(entry: Told, known: _Occasion) -> Hearer | None:
    """The audience, while its speaker goes on; one without a name has no more than one occasion."""
    unnamed = entry.item.actor is not None and not entry.item.actor.named
    hearer = known.hearer
    holds = hearer is not None and (known.current or unnamed or hearer.scope is Scope.STORY)
    return hearer if holds else None


def _of_sentence(entry: Told, known: _Occasion) -> Hearer | None:
    """As in "rejected the Compact's offer, calling it a trick": the hearer goes with the participle."""
    goes_on = bool(entry.cue) and entry.cue[0].endswith("ing")
    same = known.spoken is not None and known.spoken[0] == entry.sentence
    return known.spoken[1] if known.spoken is not None and goes_on and same else None


def _asker(course: _Course, entry: Told) -> Hearer | None:
    """As in "turned down the request": whoever asked last, if it was another side."""
    content = words_of(course.story.text[slice(*entry.item.draft.content)][:40])
    asker = course.asker
    answers = entry.act in (Act.REJECT, Act.AGREE) and len(content) == 2 and content[0] == "the"
    if asker is None or not answers or content[1] not in word_set("circumstances", "answers", "definite"):
        return None
    return None if asker.party == entry.side else Hearer(asker.party or asker.name, Scope.STATEMENT)


def _with_day(course: _Course, entry: Told, known: _Occasion) -> Told:
    if entry.said_on is not None or entry.standing:
        return entry
    if course.sentence_day is not None and course.sentence_day[0] == entry.sentence:
        return replace(entry, said_on=course.sentence_day[1])
    if known.said_on is not None:
        return replace(entry, said_on=known.said_on)
    if course.lead is not None and entry.sentence == course.lead.sentence:
        return replace(entry, said_on=course.lead.said_on)
    if course.lead is not None and not known.moved and speaks_for(course.story, entry, course.lead):
        return replace(entry, said_on=course.lead.said_on)
    return entry


def _learn(course: _Course, entry: Told, known: _Occasion) -> None:
    if entry.lasting:
        known.hearer, known.venue, known.current = entry.hearer, entry.venue, True
    elif entry.venue is not None:
        known.venue, known.current = entry.venue, True
    if not entry.standing and is_one_day(entry.said_on):
        known.said_on = entry.said_on
    if entry.day is not None and entry.said_on is not None:
        course.sentence_day = (entry.sentence, entry.said_on)
    if entry.act is Act.REQUEST:
        course.asker = entry.item.actor
    known.spoken = (entry.sentence, entry.hearer)
    course.last = entry


def _models(body: Sequence[Told]) -> dict[str, list[Told]]:
    """The statements of each speaker of the body."""
    found: dict[str, list[Told]] = {}
    for entry in body:
        if not entry.heading and not entry.inner and entry.speaker is not None:
            found.setdefault(entry.speaker, []).append(entry)
    return found


def _anticipated(story: Prepared, entry: Told, models: Sequence[Told], lead: Lead | None) -> Told:
    """A claim of the headline with all of the statement that it repeats, or its speaker's first day, or the lead's."""
    if entry.inner:
        return entry
    same = next((model for model in models[:_MODELS] if _repeats(story, entry, model)), None)
    if same is not None:
        entry = replace(entry, hearer=entry.hearer or same.hearer, venue=entry.venue or same.venue)
    days = [model.said_on for model in (*([same] if same else []), *models) if is_one_day(model.said_on)]
    if lead is not None and entry.side in lead.sides and entry.item.actor is not None and entry.item.actor.named:
        days.append(lead.said_on)
    return replace(entry, said_on=entry.said_on or next(iter(days), None))


def _repeats(story: Prepared, one: Told, other: Told) -> bool:
    """Whether two statements have most of their weighty words in common."""
    first, second = _weighty(story, one), _weighty(story, other)
    return bool(first) and 5 * len(first & second) >= 3 * max(len(first), len(second))


def _weighty(story: Prepared, entry: Told) -> frozenset[str]:
    content = entry.item.draft.content
    return frozenset(word for word in words_of(story.text[slice(*content)]) if len(word) > 3)
