"""What a story's words tell of its day: paragraphs in, weekdays of speaking and days named with their year out.

A weekday beside a past tense ("told the State Duma on Wednesday") is the day of the report; one beside "will"
or "due" is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rejoinder.model import Span
from rejoinder.reading.calendar_forms import WrittenDay, day_in, find_days, weekday_name
from rejoinder.reading.knowledge import word_set
from rejoinder.reading.quotations import find_quotations, inside_quotes
from rejoinder.reading.sentences import split_sentences

FIRST_PARAGRAPHS = 60
LONGEST = 20_000
WINDOW = 120
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_YEAR = re.compile(r"\b(?:in|since|during|of)\s+(?:[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b(?![-/]\d)")


@dataclass(frozen=True, slots=True)
class Sign:
    """What tells the weekday of a document's day.

    ``weekday``  0 is Monday
    ``span``     where it stands
    ``words``    how the basis speaks of it
    ``written``  month and day whose weekday it is, where that is not the document's own day
    ``shift``    how many days before the document's day the weekday is
    """

    weekday: int
    span: Span
    words: str
    written: tuple[int, int] | None = None
    shift: int = 0

    def fits(self, day: date) -> bool:
        """Whether a document of ``day`` could say so."""
        if self.written is None:
            return (day - timedelta(days=self.shift)).weekday() == self.weekday
        near = [found for year in (day.year - 1, day.year, day.year + 1) if (found := day_in(year, *self.written))]
        return bool(near) and min(near, key=lambda found: abs(found - day)).weekday() == self.weekday


Written = Sequence[tuple[Span, WrittenDay]]
"""Paragraphs, each with a day that stands in it."""


def written_days(text: str, paragraphs: Sequence[Span]) -> Written:
    """The days that the beginning of a story names, in the order of the text."""
    return [(paragraph, day) for paragraph in _beginning(paragraphs) for day in find_days(text, *paragraph)]


def find_signs(text: str, paragraphs: Sequence[Span], written: Written) -> tuple[Sign, ...]:
    """The signs of a story's words, the surest first: a weekday with its date, then the weekday of the lead,
    then the one most often beside a past tense; last, that the report came out on the morning after."""
    dated: list[Sign] = []
    spoken: list[Sign] = []
    paragraphs = _beginning(paragraphs)
    mask = inside_quotes(find_quotations(text, paragraphs), paragraphs[-1].end if paragraphs else 0)
    for paragraph, day in written:
        if day.weekday is None or mask[day.span.start]:
            continue
        if day.month is not None and day.day is not None and day.year is None:
            words = f"with {text[slice(*day.span)]} in the text"
            dated.append(Sign(day.weekday, day.span, words, written=(day.month, day.day)))
        elif day.month is None and _is_of_report(text, day, paragraph):
            spoken.append(Sign(day.weekday, day.span, f"said on a {weekday_name(day.weekday)}"))
    spoken = _rank(spoken, paragraphs)
    return (*dated, *spoken, *(_morning_after(sign) for sign in spoken[:1]))


def _beginning(paragraphs: Sequence[Span]) -> list[Span]:
    """The first paragraphs, none longer than a story's: enough to tell its day."""
    return [Span(each.start, min(each.end, each.start + LONGEST)) for each in paragraphs[:FIRST_PARAGRAPHS]]


def _morning_after(sign: Sign) -> Sign:
    return Sign(sign.weekday, sign.span, f"{sign.words}, the day before", shift=1)


def _rank(signs: list[Sign], paragraphs: Sequence[Span]) -> list[Sign]:
    """One sign for each weekday: those of the first two paragraphs in order, then the others by their number."""
    count = Counter(sign.weekday for sign in signs)
    lead = paragraphs[min(1, len(paragraphs) - 1)].end if paragraphs else 0
    ranked = sorted(signs, key=lambda sign: (0, 0) if sign.span.start < lead else (1, -count[sign.weekday]))
    return list({sign.weekday: sign for sign in reversed(ranked)}.values())[::-1]


def past_days(text: str, written: Written) -> tuple[date, ...]:
    """The days that the story names as past, with their year."""
    return tuple(
        day.date for paragraph, day in written if day.date is not None and _tense(text, paragraph, day.span) == "past"
    )


def past_years(text: str, paragraphs: Sequence[Span]) -> tuple[int, ...]:
    """The years that the story names as past: "in 2019", "since January 2018"."""
    return tuple(
        int(match["year"])
        for paragraph in _beginning(paragraphs)
        for match in _YEAR.finditer(text, *paragraph)
        if _tense(text, paragraph, Span(*match.span())) == "past"
    )


def _is_of_report(text: str, day: WrittenDay, paragraph: Span) -> bool:
    """Whether a weekday can be the report's: in this week, beside a past tense."""
    before = _WORD.findall(text[max(0, day.span.start - 30) : day.span.start])
    if before and before[-1].lower() in word_set("days", "elsewhere"):
        return False
    return _tense(text, paragraph, day.span) == "past"


def _tense(text: str, paragraph: Span, span: Span) -> str | None:
    """Past or future by the nearest verb before the words within their sentence, else the nearest after them."""
    window = Span(max(paragraph.start, span.start - WINDOW), min(paragraph.end, span.end + WINDOW))
    sentences = split_sentences(text, window)
    sentence = next((each for each in sentences if each.start <= span.start and span.end <= each.end), window)
    before = _WORD.findall(text, sentence.start, span.start)
    after = _WORD.findall(text, span.end, sentence.end)
    return _nearest_tense([*zip(before, [*before[1:], ""], strict=False)][::-1]) or _nearest_tense(
        [*zip(after, [*after[1:], ""], strict=False)]
    )


def _nearest_tense(words: list[tuple[str, str]]) -> str | None:
    """The tense of the first telling word; each word comes with the one after it."""
    for word, following in words:
        if word in word_set("days", "future"):
            return "future"
        if word == "to" and following.islower() and following not in word_set("days", "addressed"):
            return "future"
        if word in word_set("days", "past") or (word.endswith("ed") and word not in word_set("days", "unlike")):
            return "past"
    return None
