"""Working days and feasts: deadlines that count from a known day ("within 90 days of signature")."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Protocol

import holidays

from rejoinder.model import Interval
from rejoinder.reading.dates.meaning import Lasting, TimePhrase
from rejoinder.reading.dates.values import MONTHS_OF, month_start

DAYS_OF = {"D": 1, "W": 7, "F": 14}
MOST_WORKING_DAYS = 5000
FIXED_FEASTS = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "inauguration day": (1, 20),
    "st patrick's day": (3, 17),
    "may day": (5, 1),
    "boxing day": (12, 26),
    "bastille day": (7, 14),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
}
"""Month and day."""
WEEKDAY_FEASTS = {
    "labor day": (9, 1, 1),
    "thanksgiving": (11, 22, 4),
    "thanksgiving day": (11, 22, 4),
    "columbus day": (10, 8, 1),
    "election day": (11, 2, 2),
    "memorial day": (5, 25, 1),
    "presidents day": (2, 15, 1),
    "mother's day": (5, 8, 7),
    "father's day": (6, 15, 7),
}
"""Month, the earliest day that it may be, and its weekday (1 Monday to 7 Sunday)."""
EASTER_FEASTS = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter": 0,
    "easter monday": 1,
}
"""Days from Easter."""


class Calendar(Protocol):
    """Which days are working days, somewhere."""

    def is_working_day(self, day: date) -> bool: ...


class WeekdayCalendar:
    """Monday to Friday are working days; no holidays."""

    def is_working_day(self, day: date) -> bool:
        return day.isoweekday() <= 5


class CountryCalendar:
    """The working days of a country (ISO 3166 code, with a subdivision where it matters), by the public
    holidays of the ``holidays`` library. NotImplementedError for a country that it does not know."""

    def __init__(self, country: str, subdivision: str | None = None) -> None:
        self._holidays = holidays.country_holidays(country, subdiv=subdivision)

    def is_working_day(self, day: date) -> bool:
        return self._holidays.is_working_day(day)


def add_working_days(day: date, count: int, calendar: Calendar) -> date | None:
    """The ``count``th working day after ``day``; None beyond the calendar, or for more than a lifetime of days."""
    if count > MOST_WORKING_DAYS:
        return None
    for _ in range(4 * MOST_WORKING_DAYS):
        if count <= 0:
            return day
        if day == date.max:
            return None
        day += timedelta(1)
        count -= calendar.is_working_day(day)
    return None


def resolve_within(phrase: TimePhrase, anchor: date, calendar: Calendar | None = None) -> Interval | None:
    """The days of a term that runs from ``anchor``: from that day to the term's last day. Days are calendar
    days unless the phrase says working days. None for a vague term, or one that is not counted in days."""
    meaning = phrase.meaning
    if not isinstance(meaning, Lasting) or meaning.amount is None or meaning.amount != int(meaning.amount):
        return None
    last = _last_day(meaning, int(meaning.amount), anchor, calendar or WeekdayCalendar())
    return Interval(anchor, last) if last else None


def _last_day(term: Lasting, count: int, anchor: date, calendar: Calendar) -> date | None:
    if term.working and term.unit == "D":
        return add_working_days(anchor, count, calendar)
    try:
        if term.unit in DAYS_OF:
            return anchor + timedelta(count * DAYS_OF[term.unit])
        if term.unit in MONTHS_OF:
            return add_months(anchor, count * MONTHS_OF[term.unit])
    except (ValueError, OverflowError):
        return None
    return None


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or that month's last day where it is shorter."""
    start = month_start(day.year, day.month + months)
    last = month_start(day.year, day.month + months + 1) - timedelta(1)
    return start.replace(day=min(day.day, last.day))


@cache
def easter_sunday(year: int) -> date:
    """Easter of the Gregorian calendar, after the algorithm of Butcher (1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def holiday_day(name: str, year: int) -> date:
    """The day of a feast in a year. Thanksgiving (the fourth Thursday of November), Memorial Day (the last Monday of
    May), Labor Day (the first Monday of September), Election Day (the Tuesday after the first Monday of November),
    Columbus Day, Presidents' Day, Mother's Day, Father's Day, Inauguration Day and Veterans Day are those of the United
    States."""
    if name in FIXED_FEASTS:
        return date(year, *FIXED_FEASTS[name])
    if name in WEEKDAY_FEASTS:
        month, earliest, weekday = WEEKDAY_FEASTS[name]
        first = date(year, month, earliest)
        return first + timedelta((weekday - first.isoweekday()) % 7)
    if name.endswith(" eve"):
        return holiday_day(name.removesuffix(" eve"), year) - timedelta(1)
    return easter_sunday(year) + timedelta(EASTER_FEASTS[name])
