"""The days that a dateline, a byline or a date line names: text at an offset in, month, day and year out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from rejoinder.model import Span
from rejoinder.reading.knowledge import load_table


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as written. ``month`` is None where the form leaves it open (03/04/2021); ``weekday`` counts from
    Monday as 0 and may stand alone."""

    span: Span
    month: int | None = None
    day: int | None = None
    year: int | None = None
    weekday: int | None = None

    @property
    def date(self) -> date | None:
        """The calendar day, or None if the year, the month or the day is missing or there is no such day."""
        return None if self.year is None else day_in(self.year, self.month, self.day)


def day_in(year: int, month: int | None, day: int | None) -> date | None:
    """The calendar day, or None if there is none (30 February) or a part is missing."""
    if month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """The names of months and their short forms -> 1 to 12."""
    values = load_table("dates")["values"]
    return {**values["MONTH"], **values["MABBR"]}


@cache
def _weekdays() -> dict[str, int]:
    """The names of weekdays and their short forms -> 0 (Monday) to 6."""
    values = load_table("dates")["values"]
    return {name: number - 1 for name, number in {**values["WEEKDAY"], **values["WDABBR"]}.items()}


def weekday_name(number: int) -> str:
    """The English name of a weekday, 0 for Monday."""
    return next(name for name, at in _weekdays().items() if at == number).capitalize()


@cache
def day_pattern() -> re.Pattern[str]:
    """Matches every form of a day that has at least a day and a month, or that is a weekday alone."""
    months = "|".join(sorted(_months(), key=len, reverse=True))
    weekdays = "|".join(sorted(_weekdays(), key=len, reverse=True))
    weekday = rf"(?:(?P<weekday>{weekdays})\b\.?)"
    initials = "".join(sorted({name[0] for name in (*_months(), *_weekdays())}))
    month, year = rf"(?:{months})\b\.?", r"(?:19|20)\d\d(?!\d)"
    return re.compile(
        rf"(?=[\d{initials}])(?:\b|(?=\d)|(?<=\d))"  # no form begins elsewhere: to try only here is much faster
        rf"(?:(?:{weekday},?\s*(?:the\s+)?)?(?:"
        rf"(?P<month1>{month})[ \xa0-]?\s?(?P<day1>[0-3]?\d)(?!\d)(?:st|nd|rd|th)?(?!:\d)"
        rf"(?:\s?[,.-]?\s?(?P<year1>{year}))?"
        rf"|(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?:\s?of)?[ \xa0-]?\s?(?P<month2>{month})"
        rf"(?:\s?[,.-]?\s?(?P<year2>{year}))?"
        r"|(?P<year3>(?:19|20)\d\d)[-/.](?P<month3>[01]?\d)[-/.](?P<day3>[0-3]?\d)(?!\d)"
        r"|(?P<first>[0-3]?\d)(?P<mark>[./])(?P<second>[0-3]?\d)(?P=mark)(?P<year4>(?:19|20)\d\d)(?!\d)"
        rf")|\b(?P<alone>{weekdays})\b\.?)",
        re.IGNORECASE,
    )


def read_day(match: re.Match[str]) -> WrittenDay | None:
    """What a match of ``day_pattern`` says, or None if no calendar has such a day (Feb 31, 41 May)."""
    part = match.groupdict()
    span = Span(*match.span())
    weekday = part["weekday"] or part["alone"]
    number = _weekdays()[weekday.lower()] if weekday else None
    if part["alone"]:
        return WrittenDay(span, weekday=number)
    if part["mark"]:
        month, day = _read_figures(int(part["first"]), int(part["second"]), part["mark"])
    else:
        name = part["month1"] or part["month2"] or part["month3"]
        month = int(name) if name.isdigit() else _months()[name.rstrip(".").lower()]
        day = int(part["day1"] or part["day2"] or part["day3"])
    year = part["year1"] or part["year2"] or part["year3"] or part["year4"]
    if month is not None and day_in(2000, month, day) is None:
        return None
    return WrittenDay(span, month, day, int(year) if year else None, number)


def _read_figures(first: int, second: int, mark: str) -> tuple[int | None, int | None]:
    """Month and day of 26.01 (day first), 1/26 and 26/1; 3/4 is open."""
    if mark == "." or first > 12 or first == second:
        return second, first
    return (first, second) if second > 12 else (None, None)


def match_day(text: str, start: int, end: int) -> WrittenDay | None:
    """The day written at ``start``, within ``end``."""
    match = day_pattern().match(text, start, end)
    return read_day(match) if match else None


def find_days(text: str, start: int, end: int) -> Iterator[WrittenDay]:
    """The days written between two offsets, in order."""
    for match in day_pattern().finditer(text, start, end):
        if (day := read_day(match)) is not None:
            yield day
