"""A whole text with one anchor -> its time expressions, in order, each read in the light of those before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rejoinder.model import TimeExpression
from rejoinder.reading.dates.meaning import Clock, Meaning, Point, Shift, TimePhrase, Weekday
from rejoinder.reading.dates.phrases import find_time_phrases
from rejoinder.reading.dates.resolve import resolve_phrase

REACH = 200
"""Code points on either side of a phrase in which its tense is looked for."""
TOPIC_REACH = 800
"""Code points over which a quarter stays what the text is about."""
CLOCK_REACH = 16
"""Code points between a time of day and the day it belongs to."""


@dataclass(slots=True)
class _Thread:
    """What the text has said so far: the date last mentioned, and the quarter it is about."""

    mentioned: date | None = None
    topic: str | None = None
    topic_at: int = 0

    def note(self, found: TimeExpression) -> None:
        if found.interval and found.interval.latest and found.value:
            self.mentioned = found.interval.earliest
            if found.value[4:6] == "-Q":
                self.topic, self.topic_at = found.value, found.end

    def topic_near(self, start: int) -> str | None:
        return self.topic if start - self.topic_at < TOPIC_REACH else None


def find_dates(text: str, anchor: date | None) -> tuple[TimeExpression, ...]:
    """Every time expression of ``text``, resolved from ``anchor``, the day of speaking (or None: what is relative
    then has no interval). The tense near each phrase, and the dates named before it, are looked at."""
    return tuple(_read(text, anchor))


def _read(text: str, anchor: date | None) -> Iterator[TimeExpression]:
    thread = _Thread()
    phrases = find_time_phrases(text)
    for index, phrase in enumerate(phrases):
        found = resolve_phrase(
            _with_day(phrases, index),
            anchor,
            context=text[max(0, phrase.start - REACH) : phrase.end + REACH],
            mentioned=thread.mentioned,
            topic=thread.topic_near(phrase.start),
        )
        thread.note(found)
        yield found


def _with_day(phrases: tuple[TimePhrase, ...], index: int) -> TimePhrase:
    """A bare time of day with the day that stands beside it ("Tuesday at 10 a.m.", "10 a.m. on Tuesday")."""
    phrase = phrases[index]
    if not isinstance(phrase.meaning, Clock) or phrase.meaning.day is not None:
        return phrase
    for other in (*phrases[index + 1 : index + 2], *phrases[max(0, index - 1) : index]):
        gap = max(other.start - phrase.end, phrase.start - other.end)
        if gap <= CLOCK_REACH and _is_day(other.meaning):
            return replace(phrase, meaning=replace(phrase.meaning, day=other.meaning))
    return phrase


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Point):
        return meaning.day is not None
    return isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.unit == "D")
