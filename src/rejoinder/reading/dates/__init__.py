"""Dates: a text -> time phrases (TIMEX3 extents with a meaning) -> time expressions resolved from the day of
speaking, with their intervals.

``find_time_phrases`` finds, ``resolve_phrase`` reads one phrase from a known day, ``find_dates`` does both for a
whole text with one anchor, ``resolve_within`` counts a term ("within 90 days") from a known day.
"""

from rejoinder.reading.dates.calendars import Calendar, CountryCalendar, WeekdayCalendar, resolve_within
from rejoinder.reading.dates.meaning import TimePhrase
from rejoinder.reading.dates.phrases import find_time_phrases
from rejoinder.reading.dates.resolve import resolve_phrase
from rejoinder.reading.dates.sweep import find_dates

__all__ = [
    "Calendar",
    "CountryCalendar",
    "TimePhrase",
    "WeekdayCalendar",
    "find_dates",
    "find_time_phrases",
    "resolve_phrase",
    "resolve_within",
]
