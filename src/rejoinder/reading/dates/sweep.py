"""A whole text with one anchor -> its time expressions, in order, each read in the light of those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rejoinder.model import Interval, TimeExpression
from rejoinder.reading.dates.meaning import (
    Clock,
    Lasting,
    Meaning,
    Nth,
    Point,
    Shift,
    Stretch,
    TimePhrase,
    Toward,
    Weekday,
)
from rejoinder.reading.dates.phrases import find_time_phrases
from rejoinder.reading.dates.resolve import Frame, read_phrase
from rejoinder.reading.dates.tense import Tense, tense_near
from rejoinder.reading.dates.values import quarter_value

TOPIC_REACH = 1200
"""Code points over which a quarter stays what the text is about."""
NEAR_TOPIC = 300
"""Code points within which "the quarter ended 30 September" is the fiscal quarter told before."""
COMPARING = ("from",)
"""What stands before a quarter that is only compared with."""
QUARTER = re.compile(r"\d{4}-Q[1-4]")
CLOCK_REACH = 40
"""Code points between a time of day and the day it belongs to."""
DAY_REACH = 250
"""Code points over which a day that was told stays the day of the times of day behind it."""
DAY_MEMORY = 1200
"""Code points over which "the next day" is counted from a day that was told."""
LIMITS = ("by", "until", "till", "before")
"""What points ahead, unless it opens a sentence that looks back."""
PARAGRAPH = re.compile(r"\n\s*\n")
ENDED = re.compile(r",?\s(?:that\s|which\s)?(?:just\s)?end(?:ed|ing|s)\s(?:on\s|in\s)?")
FORGONE = re.compile(r",?\sdid")
"""What became of a day that something was planned for: "did not take place"."""
BESIDE_DAY = re.compile(r"\s(before|after)\s(?:the\s)?")
"""What stands between the two days of "the Friday before Labor Day"."""
RANGE = re.compile(r",?\s(?:to|through|until)\s(?:on\s)?")
PAIR = re.compile(r"\s(?:and|or)\s(?:on\s)?")
PAIR_DAYS = 4
"""Days between the two of "Friday and Monday"; "Tuesday and Monday" are told backwards."""
RANGE_REACH = 10
"""Code points between the two ends of a range of weekdays."""
BESIDE = re.compile(r"[\s,()]*(?:\([^()\n]*\))?[\s,]*(?:(?:on|at|of|local time|early|late)[\s,]+){0,2}")
"""All that may stand between them: "10:35 a.m. (0735 GMT) Friday"."""


@dataclass(slots=True)
class _Thread:
    """What the text has said so far: the date last mentioned, and the quarter it is about."""

    mentioned: Interval | None = None
    mentioned_at: int = 0
    day: Interval | None = None
    day_at: int = 0
    topic: str | None = None
    topic_at: int = 0
    is_fiscal: bool = False
    ended_at: int | None = None

    def note(self, phrase: TimePhrase, found: TimeExpression, anchor: date | None) -> None:
        meaning = phrase.meaning
        if _is_longer_account(meaning, found):
            self.topic = None
        if found.interval and found.value:
            self.mentioned, self.mentioned_at = found.interval, found.end
            if found.interval.earliest == found.interval.latest:
                self.day, self.day_at = found.interval, found.end
        if quarter := self._quarter(phrase, found, anchor):
            self.topic, self.topic_at = quarter, found.end
            self.is_fiscal = isinstance(meaning, Stretch) and meaning.fiscal
        self.ended_at = found.end + len(" ended ") if _is_quarter_ended(meaning) else None

    def _quarter(self, phrase: TimePhrase, found: TimeExpression, anchor: date | None) -> str | None:
        """The quarter that the text is about from this phrase on; None where it stays as it was."""
        meaning, value = phrase.meaning, found.value or ""
        if self.ended_at == phrase.start and found.interval and found.interval.latest:
            return None if self.has_topic_at(found.start) else quarter_value(found.interval.latest)
        if not isinstance(meaning, Stretch | Shift) or meaning.unit != "Q" or not QUARTER.fullmatch(value):
            return None
        if not self.topic:
            return value
        is_compared = phrase.lead in COMPARING or (value[4:] == self.topic[4:] and value < self.topic)
        return None if is_compared or _is_to_come(found.interval, anchor) else value

    def day_before(self, phrase: TimePhrase, text: str) -> date | None:
        """The day told last, if it is one day and told in the paragraph of the phrase."""
        told, at = self.mentioned, self.mentioned_at
        if told is None or told.earliest != told.latest or phrase.start - at > DAY_REACH:
            return None
        return told.earliest if PARAGRAPH.search(text, at, phrase.start) is None else None

    def told_for(self, phrase: TimePhrase) -> Interval | None:
        """What a step in the text counts from: for "the next day" the day told last, over years and months between."""
        meaning = phrase.meaning.day if isinstance(phrase.meaning, Clock) else phrase.meaning
        is_step = isinstance(meaning, Shift) and meaning.unit == "D" and (meaning.from_text or meaning.told)
        return self.day if is_step and self.day and phrase.start - self.day_at < DAY_MEMORY else self.mentioned

    def has_topic_at(self, start: int) -> bool:
        """Whether a fiscal quarter was told close before."""
        return self.is_fiscal and self.topic is not None and start - self.topic_at < NEAR_TOPIC

    def topic_near(self, start: int) -> str | None:
        return self.topic if start - self.topic_at < TOPIC_REACH else None


def _is_quarter_ended(meaning: Meaning) -> bool:
    """Whether the phrase is "the quarter" of "the quarter ended 30 September", or its three months."""
    return isinstance(meaning, Lasting) and (meaning.unit, meaning.amount) in (("Q", 1), ("M", 3))


def _is_to_come(days: Interval | None, anchor: date | None) -> bool:
    """Whether a quarter has not ended by the day of speaking, so that no account of it can be given."""
    return bool(anchor and days and days.latest and days.latest > anchor)


def find_dates(text: str, anchor: date | None, *, adverbs: bool = False) -> tuple[TimeExpression, ...]:
    """Every time expression of ``text``, resolved from ``anchor``, the day of speaking (or None: what is relative
    then has no interval). The tense near each phrase, and the dates named before it, are looked at. ``adverbs``
    adds "now", "recently", "soon", "current" and the like, and takes "nearly", "more than" and the like into a count,
    as TimeML does and a docket has no use for."""
    phrases = find_time_phrases(text, adverbs=adverbs)
    return resolve_phrases(text, phrases, [anchor] * len(phrases))


def resolve_phrases(
    text: str, phrases: Sequence[TimePhrase], anchors: Sequence[date | None]
) -> tuple[TimeExpression, ...]:
    """The ``phrases`` of ``text`` in its order, each read from its own day of speaking (``anchors``, one for each)
    and in the light of those before it."""
    return tuple(_read(text, phrases, anchors))


def _read(text: str, phrases: Sequence[TimePhrase], anchors: Sequence[date | None]) -> Iterator[TimeExpression]:
    thread = _Thread()
    for index, found_phrase in enumerate(phrases):
        phrase, tense = _with_tense(text, found_phrase, phrases[index - 1] if index else None)
        frame = Frame(anchors[index], tense, thread.told_for(phrase), thread.topic_near(phrase.start))
        meant = replace(_as_end_of_range(_with_day(phrases, index, text), phrases, index, text), lead=phrase.lead)
        meant = _as_ended(meant, _end_told(phrases, index, text, frame), thread.has_topic_at(phrase.start))
        if tense in (Tense.PAST, Tense.PERFECT):
            meant = _on_day_told(meant, thread.day_before(phrase, text), anchors[index])
        meant, frame = _beside_named(meant, phrases, index, text, frame)
        found = read_phrase(meant, frame)
        thread.note(phrase, found, anchors[index])
        yield found


def _with_tense(text: str, phrase: TimePhrase, other: TimePhrase | None) -> tuple[TimePhrase, Tense | None]:
    """The phrase and the tense near it. "By noon" and "before dawn" tell of an hour, not of a tense; and where "By
    Monday" opens a sentence in the past, it looks back. The tense of "the day before Christmas" stands before all
    of it."""
    if other and _stands_beside(other, phrase, text):
        return replace(phrase, lead=""), tense_near(text, other.start, phrase.end)
    at = phrase.start - len(phrase.lead) - 1
    opens = phrase.lead in LIMITS and text[at].isupper()
    is_hour = phrase.lead == "before" and isinstance(phrase.meaning, Clock)
    tense = tense_near(text, at if opens or is_hour else phrase.start, phrase.end)
    is_told = opens and (tense is Tense.PERFECT or (tense is Tense.PAST and phrase.lead in ("by", "before")))
    if phrase.lead == "for" and FORGONE.match(text, phrase.end):
        return replace(phrase, lead=""), Tense.PAST
    return (replace(phrase, lead="") if is_told else phrase), tense


def _with_day(phrases: Sequence[TimePhrase], index: int, text: str) -> TimePhrase:
    """A bare time of day with the day that stands beside it ("10:35 a.m. (0735 GMT) Friday")."""
    phrase = phrases[index]
    if not isinstance(phrase.meaning, Clock) or phrase.meaning.day is not None:
        return phrase
    for other in (*phrases[index + 1 : index + 3], *phrases[max(0, index - 1) : index]):
        first, last = min(phrase.end, other.end), max(phrase.start, other.start)
        if last - first <= CLOCK_REACH and _is_day(other.meaning) and BESIDE.fullmatch(text, first, last):
            return replace(phrase, meaning=replace(phrase.meaning, day=other.meaning))
    return phrase


def _on_day_told(phrase: TimePhrase, day: date | None, anchor: date | None) -> TimePhrase:
    """A bare time of day, in a past that is told, on the day told last ("He came on Friday. At 10 p.m. he left")."""
    meaning = phrase.meaning
    if not isinstance(meaning, Clock) or meaning.day is not None or phrase.lead != "at":
        return phrase
    if day is None or anchor is None or day > anchor:
        return phrase
    return replace(phrase, meaning=replace(meaning, day=Point(day.year, day.month, day.day)))


def _as_end_of_range(phrase: TimePhrase, phrases: Sequence[TimePhrase], index: int, text: str) -> TimePhrase:
    """The second weekday of "from Monday to Wednesday", "Monday and Tuesday": the one that follows the first."""
    if index == 0:
        return phrase
    first, meaning = phrases[index - 1], phrase.meaning
    between = text[first.end : phrase.start][: RANGE_REACH + 1]
    if len(between) > RANGE_REACH or not isinstance(meaning, Weekday) or not isinstance(first.meaning, Weekday):
        return phrase
    is_range = RANGE.fullmatch(between)
    is_pair = PAIR.fullmatch(between) and (meaning.number - first.meaning.number) % 7 <= PAIR_DAYS
    if meaning.toward is None and (is_range or is_pair):
        return replace(phrase, meaning=replace(meaning, toward=Toward.FOLLOWING))
    return phrase


def _beside_named(
    phrase: TimePhrase, phrases: Sequence[TimePhrase], index: int, text: str, frame: Frame
) -> tuple[TimePhrase, Frame]:
    """ "The day before" of "the day before Christmas", and the Friday of "the Friday before Labor Day", with the day
    that stands behind as the date to count from."""
    if index + 1 == len(phrases) or not _stands_beside(phrase, phrases[index + 1], text):
        return phrase, frame
    meaning, (other, tense) = phrase.meaning, _with_tense(text, phrases[index + 1], phrase)
    if isinstance(meaning, Weekday):
        is_before = text[phrase.end : other.start].startswith(" before")
        phrase = replace(phrase, meaning=replace(meaning, toward=Toward.PREVIOUS if is_before else Toward.FOLLOWING))
    return phrase, replace(frame, mentioned=read_phrase(other, replace(frame, tense=tense)).interval)


def _stands_beside(phrase: TimePhrase, other: TimePhrase, text: str) -> bool:
    """Whether the phrase is told by the day behind it ("the day before", "the Friday before" and so on)."""
    if other.start - phrase.end > RANGE_REACH:
        return False
    between = text[phrase.end : other.start]
    if isinstance(phrase.meaning, Weekday):
        is_definite = text[phrase.start - 4 : phrase.start].lower() == "the "
        return is_definite and phrase.meaning.toward is None and BESIDE_DAY.fullmatch(between) is not None
    return between == " " and phrase.exact.endswith((" before", " after"))


def _as_ended(phrase: TimePhrase, days: Interval | None, is_told: bool) -> TimePhrase:
    """The quarter of "the quarter ended Sept. 30", "its fourth quarter, ended June 30": that of the year in which it
    ends, and where it has no number the quarter that was told (``is_told``) or that of its last day."""
    meaning = phrase.meaning
    if days is None or days.latest is None:
        return phrase
    if meaning == Lasting("Q", 1):
        quarter = (days.latest.month + 2) // 3
        return replace(
            phrase, meaning=Shift("Q", 0, from_text=True) if is_told else Stretch("Q", quarter, days.latest.year)
        )
    if isinstance(meaning, Stretch) and meaning.unit == "Q" and meaning.year is None and meaning.years is None:
        return replace(phrase, meaning=replace(meaning, year=days.latest.year))
    return phrase


def _end_told(phrases: Sequence[TimePhrase], index: int, text: str, frame: Frame) -> Interval | None:
    """The days of the date in "ended Sept. 30" behind the phrase, if that stands there."""
    if index + 1 == len(phrases):
        return None
    phrase, end = phrases[index], phrases[index + 1]
    is_end = isinstance(end.meaning, Point) and ENDED.fullmatch(text, phrase.end, end.start)
    return read_phrase(end, frame).interval if is_end else None


def _is_longer_account(meaning: Meaning, found: TimeExpression) -> bool:
    """Whether a report goes over from a quarter to a longer stretch ("for the nine months", "the year ended")."""
    return (
        isinstance(meaning, Lasting)
        and meaning.unit in ("M", "Y")
        and not _is_quarter_ended(meaning)
        and found.exact.lower().startswith("the ")
        and not found.exact.lower().startswith(("the past", "the next", "the last", "the coming"))
    )


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Point):
        return meaning.day is not None
    if isinstance(meaning, Nth):
        return meaning.unit == "D"
    return isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.unit == "D")
