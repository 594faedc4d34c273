"""Due dates that rest on an event: the words behind a promise go in, "before the recess", "prior to signature" go out.

What an event's words tell of days ("before parliament rises on March 26") limits the due date; of most they tell none.
"""

from __future__ import annotations

from datetime import timedelta

from rejoinder.model import Due, Interval
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.business.commitments.subjects import Range, is_agent
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import load_table, word_set

_TABLE = "commitments"
_LONGEST = 14
"""Words that the event of a due date has at most."""
OVER = frozenset(["out", "over", "up"])
"""Words that tell the end of a stretch of time: "before the year is out"."""


def event_due(told: Told, words: Words, part: Range) -> tuple[Due, Range] | None:
    """The due date in a range of words that rests on an event, and the words that it takes."""
    for at in range(part[0] + 1, part[1]):
        first = _opens(words, at)
        if first is None:
            continue
        end = _event_end(words, first, part[1])
        if end > first and not _is_somebody(told, words, (first, end)):
            text = " ".join(told.words(words.span(at, end)).split())
            return Due(text, _limit(told, words, (first, end)), "rests on an event"), (at, end)
    return None


def _opens(words: Words, at: int) -> int | None:
    """Where the event begins behind "before", "prior to", "ahead of"; None where no such words stand."""
    for phrase in load_table(_TABLE)["due"]["before_event"]:
        parts = phrase.split()
        if [words.low(at + step) for step in range(len(parts))] == parts:
            return at + len(parts)
    return None


def _is_somebody(told: Told, words: Words, part: Range) -> bool:
    """Whether "before" stands before people rather than an event: "put it before them", "before parliament"."""
    alone = words.phrase_end(part[0]) >= part[1] or part[1] == part[0] + 1
    return words.low(part[0]) in ("them", "us", "him", "her") or (alone and is_agent(told, words, part))


def _event_end(words: Words, first: int, limit: int) -> int:
    """Where the words of an event end: at a mark, at "and" or "but", at a condition."""
    end = first
    while end < min(limit, first + _LONGEST) and words.low(end) not in word_set(_TABLE, "due", "event_ends"):
        year = words.low(end) == "," and words.low(end + 1).isdigit()
        if not (words.all[end].text[0].isalnum() or words.all[end].owner or year):
            break
        end += 1
    return end


def _limit(told: Told, words: Words, part: Range) -> Interval:
    """The last day before an event whose words tell a day, or before a stretch of time is over."""
    over = words.low(part[1] - 1) in OVER
    for item in told.dates_in(words.span(*part)):
        days = item.interval
        first = words_within(words.all, item.span)[0]
        if days is None or days.earliest is None or words.low(first - 1) in ("of", "from", "than"):
            continue
        return Interval(None, days.latest if over else days.earliest - timedelta(1))
    return Interval(None, None)
