"""Dates: a text -> time phrases (TIMEX3 extents with a meaning) -> time expressions resolved from the day of
speaking, with their intervals.

``find_time_phrases`` finds, ``resolve_phrases`` reads the phrases of a text, each from its own day of speaking,
``find_dates`` finds and reads a whole text from one day, ``resolve_phrase`` reads a single phrase, and
``resolve_within`` counts a term ("within 90 days") from a known day.
"""

from rejoinder.reading.dates.calendars import Calendar, CountryCalendar, WeekdayCalendar, resolve_within
from rejoinder.reading.dates.meaning import TimePhrase
from rejoinder.reading.dates.phrases import find_time_phrases
from rejoinder.reading.dates.resolve import resolve_phrase
from rejoinder.reading.dates.sweep import find_dates, resolve_phrases

__all__ = [
    "Calendar",
    "CountryCalendar",
    "TimePhrase",
    "WeekdayCalendar",
    "find_dates",
    "find_time_phrases",
    "resolve_phrase",
    "resolve_phrases",
    "resolve_within",
]
