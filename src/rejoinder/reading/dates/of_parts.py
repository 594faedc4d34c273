"""Words -> the meaning of a day or a stretch that is named by another one: "the first Monday of April", "the second
half of March", "a week from Tuesday", "all week". One function per pattern of the grammar; None where the words are no
time after all.
"""

from __future__ import annotations

from rejoinder.reading.dates.found import Found, amount_of, period_value
from rejoinder.reading.dates.meaning import (
    Day,
    Edge,
    Meaning,
    Nth,
    Part,
    Repeating,
    Shift,
    Step,
    Stretch,
    Toward,
    Weekday,
)
from rejoinder.reading.dates.of_days import century, decade, point, year
from rejoinder.reading.dates.of_stretches import shifted, text_stretch

LAST = -1
COUNTED_IN = {"D": "WMQYS", "W": "MQY", "WE": "MQY", "M": "QY"}
"""What is counted in what: the days of a week, but not the weeks of one."""


def _named_behind_of(found: Found) -> Day | None:
    """The stretch behind "of" or "in"."""
    whole = Found(found.words, found.at("OF", "IN")[0] + 1, found.last)
    if whole.has("MONTH", "MABBR"):
        return point(whole)
    if whole.has("DECADE", "DECADEW"):
        return decade(whole)
    if whole.has("YEARNUM"):
        return year(whole)
    if whole.has("ORDW", "ORDNUM"):
        return century(whole)
    return shifted(whole) if whole.toward else text_stretch(whole)


def _number(found: Found) -> int:
    number = Found(found.words, found.first, found.at("OF", "IN")[0]).value("ORDW", "ORDNUM")
    return LAST if number is None else number


def nth(found: Found) -> Meaning | None:
    """ "the last day of February", "the second week of the year", "the first Monday in April"."""
    whole, counted = _named_behind_of(found), Found(found.words, found.first, found.at("OF", "IN")[0])
    if whole is None:
        return None
    weekday = counted.value("WEEKDAY", "WDABBR")
    unit = "D" if weekday else "WE" if counted.has("WEEKEND") else counted.code("UNIT") or ""
    inside = whole.unit if isinstance(whole, Shift) else "M" if found.has("MONTH", "MABBR") else "Y"
    return Nth(_number(found), unit, whole, weekday) if inside in COUNTED_IN.get(unit, "") else None


def nth_of_each(found: Found) -> Meaning | None:
    """ "the first Monday of each month"."""
    return Repeating(period_value(found.codes("UNIT")[-1], 1))


def day_of_month(found: Found) -> Meaning | None:
    """ "the 5th of this month", "the first of the month"."""
    month = _named_behind_of(found)
    is_month = isinstance(month, Shift) and month.unit == "M"
    return Nth(_number(found), "D", month) if month and is_month else None


def half_of(found: Found) -> Meaning | None:
    """ "the first half of March", "the latter half of the 1980s"; a half of a year is one of its halves."""
    whole, number = _named_behind_of(found), _number(found)
    if whole is None or number > 2 or (isinstance(whole, Shift) and whole.unit not in "MEC"):
        return None
    return Part(Edge.FIRST_HALF if number == 1 else Edge.SECOND_HALF, whole)


def last_half(found: Found) -> Meaning | None:
    """ "the last half of 1997", "the latter half of the year"."""
    whole = _named_behind_of(found)
    if isinstance(whole, Shift):
        return Stretch("H", 2, years=whole.amount) if whole.unit == "Y" else None
    return Stretch("H", 2, found.value("YEARNUM"))


def from_day(found: Found) -> Meaning | None:
    """ "a week from Tuesday", "two weeks on Friday"."""
    split = found.at("FROM", "ON")[0]
    amount, unit = amount_of(Found(found.words, found.first, split)), found.code("UNIT", "UNITS") or ""
    if amount is None or amount != int(amount):
        return None
    behind = Found(found.words, split + 1, found.last)
    base = point(behind) if behind.has("MONTH", "MABBR") else Weekday(behind.value("WEEKDAY") or 0, behind.toward)
    return Step(unit, int(amount), base) if base else None


def ago_from_day(found: Found) -> Meaning | None:
    """ "a week ago today", "a year ago yesterday"."""
    amount, unit = amount_of(found), found.code("UNIT", "UNITS") or ""
    if amount is None or amount != int(amount):
        return None
    return Step(unit, -int(amount), Shift("D", found.value("DAYWORD") or 0))


def weekday_week(found: Found) -> Meaning | None:
    """ "Friday week": a week after the next Friday."""
    if found.code("UNIT") != "W":
        return None
    return Step("W", 1, Weekday(found.value("WEEKDAY") or 0, Toward.COMING))


def all_of(found: Found) -> Meaning | None:
    """ "all week", "all summer": this one; "all day" is no day of the calendar."""
    if found.has("SEASON"):
        return Stretch("S", found.code("SEASON") or "")
    unit = found.code("UNIT") or ""
    return Shift(unit, 0) if unit in "WMY" else None


def new_year(found: Found) -> Meaning | None:
    """ "in the new year": the one to come."""
    is_new = found.words.word(found.last - 2) == "new" and not found.words.shown(found.last - 1).istitle()
    return Shift("Y", 1) if is_new and found.code("UNIT") == "Y" else None


def this_unit(found: Found) -> Meaning | None:
    """ "month" of "by end of month"."""
    return Shift(found.code("UNIT") or "", 0)


def unit_over(found: Found) -> Meaning | None:
    """ "the year" of "before the year is out"."""
    is_over = found.words.word(found.last) in ("is", "was") and found.words.word(found.last + 1) in (
        "out",
        "over",
        "up",
    )
    return Shift(found.code("UNIT") or "", 0) if is_over else None


def day_of_text(found: Found) -> Meaning | None:
    """ "the day" of "later in the day" and "the day's end": the day that the text is about."""
    return Shift("D", 0, told=True) if found.code("UNIT") == "D" else None
