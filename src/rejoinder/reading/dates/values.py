"""Arithmetic on TIMEX3 values: a value <-> the days it covers, steps from a day, the year of a date that
names none. Nothing here raises: what lies beyond the calendar is None."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rejoinder.model import Interval
from rejoinder.reading.dates.meaning import Edge, Nth, Point, Stretch, Toward, Weekday
from rejoinder.reading.dates.tense import Tense

UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE", "Y": "XXXX"}
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Seasons are those of the northern hemisphere, by whole months."""
VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def point_value(year: int | None, month: int | None, day: int | None) -> str:
    """The TIMEX3 value of a date, whole or in part; X for an unknown figure before a known one."""
    shown = "XXXX" if year is None else f"{year:04}"
    if month is None and day is None:
        return shown
    shown += f"-{month:02}" if month else "-XX"
    return f"{shown}-{day:02}" if day else shown


def week_value(day: date) -> str:
    """The ISO week of a day, as "2022-W04"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(day: date) -> str:
    """The quarter of a day, as "2022-Q1"."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def interval_of(value: str) -> Interval | None:
    """The days that a TIMEX3 value covers: None for a value with an X, or outside years 1 to 9999."""
    try:
        return _interval_of(value)
    except (ValueError, OverflowError):
        return None


def _interval_of(value: str) -> Interval | None:
    if value.isdecimal() and len(value) in (2, 3):
        first = int(value) * 100 + 1 if len(value) == 2 else int(value) * 10
        return Interval(date(first, 1, 1), date(first + (99 if len(value) == 2 else 9), 12, 31))
    match = VALUE.fullmatch(value)
    if match is None:
        return None
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return Interval(monday + timedelta(5 if match["weekend"] else 0), monday + timedelta(6))
    if match["day"]:
        return Interval.day(date(year, int(match["month"]), int(match["day"])))
    return _months(year, *_months_of(match))


def _months_of(match: re.Match[str]) -> tuple[int, int]:
    """The first month of a stretch in its year, and how many it has."""
    if match["quarter"]:
        return 3 * int(match["quarter"]) - 2, 3
    if match["half"]:
        return 6 * int(match["half"]) - 5, 6
    if match["season"]:
        return FIRST_MONTH[match["season"]], 3
    return (int(match["month"]), 1) if match["month"] else (1, 12)


def _months(year: int, month: int, count: int) -> Interval:
    """``count`` months from ``month`` (1 to 12) of ``year``."""
    return Interval(date(year, month, 1), month_start(year, month + count) - timedelta(1))


def month_start(year: int, month: int) -> date:
    """The first day of a month; ``month`` may run beyond 12 or below 1. ValueError beyond the calendar."""
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)


def shifted_value(base: date, unit: str, amount: int, counted: bool) -> str | None:
    """The value of ``amount`` units from ``base``. Counted weeks and days give a day, the others a stretch."""
    try:
        return _shifted_value(base, unit, amount, counted)
    except (ValueError, OverflowError):
        return None


def _shifted_value(base: date, unit: str, amount: int, counted: bool) -> str:
    if unit == "D":
        return (base + timedelta(amount)).isoformat()
    if unit in ("W", "F", "WE"):
        day = base + timedelta(amount * (14 if unit == "F" else 7))
        if counted:
            return day.isoformat()
        return week_value(day) + ("-WE" if unit == "WE" else "")
    start = month_start(base.year, base.month + amount * MONTHS_OF[unit])
    if unit == "M":
        return f"{start:%Y-%m}" if start.year >= 1000 else f"{start.year:04}-{start.month:02}"
    if unit == "Q":
        return quarter_value(start)
    return f"{start.year:04}"[: {"Y": 4, "E": 4 if counted else 3, "C": 4 if counted else 2}[unit]]


def shifted_day(day: date, days: int) -> date | None:
    """The day so many days on; None beyond the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def stepped_day(day: date, unit: str, amount: int) -> str | None:
    """The day so many units on, by the calendar ("a year ago today"); None beyond it."""
    try:
        if unit not in MONTHS_OF:
            return _shifted_value(day, unit, amount, counted=True)
        start = month_start(day.year, day.month + amount * MONTHS_OF[unit])
        last = month_start(start.year, start.month + 1) - timedelta(1)
        return start.replace(day=min(day.day, last.day)).isoformat()
    except (ValueError, OverflowError):
        return None


def move_quarter(value: str, amount: int) -> str:
    """A quarter's value moved by so many quarters."""
    index = int(value[:4]) * 4 + int(value[6]) - 1 + amount
    return f"{index // 4:04}-Q{index % 4 + 1}"


def weekday_from(
    weekday: Weekday, anchor: date, tense: Tense | None, mentioned: Interval | None
) -> tuple[date | None, str]:
    """The day that a weekday names, and the rule: the last one up to the day of speaking, or the next one."""
    try:
        return _weekday_from(weekday, anchor, tense, mentioned)
    except OverflowError:
        return None, "beyond the calendar"


def _weekday_from(weekday: Weekday, anchor: date, tense: Tense | None, mentioned: Interval | None) -> tuple[date, str]:
    in_week = anchor + timedelta(weekday.number - anchor.isoweekday())
    if weekday.weeks is not None:
        return in_week + timedelta(7 * weekday.weeks), "counted in weeks from the day of speaking"
    if weekday.toward in (Toward.THIS, Toward.NEXT):
        weeks = int(weekday.toward is Toward.NEXT)
        return in_week + timedelta(7 * weeks), f"in the week {'after' if weeks else 'of'} the day of speaking"
    if weekday.toward in (Toward.PREVIOUS, Toward.FOLLOWING) and mentioned:
        anchor = (mentioned.earliest if weekday.toward is Toward.PREVIOUS else mentioned.latest) or anchor
    back = (anchor.isoweekday() - weekday.number) % 7
    if weekday.toward is None:
        if back and _is_next(7 - back, tense):
            return anchor + timedelta(7 - back), "the next one, by the tense of its verb"
        return anchor - timedelta(back), "the last one up to the day of speaking"
    if weekday.toward in (Toward.LAST, Toward.PREVIOUS):
        return anchor - timedelta(back or 7), "the last one before"
    return anchor + timedelta(7 - back), "the first one after"


def _is_next(days: int, tense: Tense | None) -> bool:
    """Whether a weekday so many days ahead is the one meant: news names yesterday's more often than the one six days
    on, so that a far one needs a verb that appoints it, and tomorrow's needs none."""
    if tense is Tense.APPOINTED:
        return True
    return days <= NEAR_DAYS if tense is Tense.FUTURE else tense is None and days == 1


def choose_year(point: Point, anchor: date, tense: Tense | None) -> tuple[int | None, str]:
    """The year of a month, or of a month and day, that names none, and the rule."""
    if point.weekday is not None and (fitting := _year_of_weekday(point, anchor)):
        return fitting, "the year nearest whose weekday fits"
    starts = {year: _start_of(year, point) for year in range(anchor.year - 8, anchor.year + 9)}
    days = {start: year for year, start in starts.items() if start is not None}
    if point.toward is Toward.THIS:
        return anchor.year, "in the year of speaking"
    here = anchor if point.day else anchor.replace(day=1)
    day = choose_day(list(days), here, point.toward, tense)
    rule = f"{point.toward} one" if point.toward else "nearest in the tense of its verb"
    return (days[day] if day else None), rule


def _start(year: int, month_index: int, day: int) -> date | None:
    """The day of a year's month (0 for January); None where there is no such day."""
    try:
        return date(year, month_index + 1, day)
    except ValueError:
        return None


def _start_of(year: int, point: Point) -> date | None:
    return _start(year, (point.month or 1) - 1, point.day or 1)


def _year_of_weekday(point: Point, anchor: date) -> int | None:
    fitting = [
        start
        for step in range(-1, 2)
        if (start := _start_of(anchor.year + step, point)) and start.isoweekday() == point.weekday
    ]
    return min(fitting, key=lambda day: abs(day - anchor)).year if fitting else None


NEAR_DAYS = 4
JUST_ENDED = {"Q": timedelta(200), "H": timedelta(200), "S": timedelta(91)}
FAR_PAST, FAR_FUTURE, A_YEAR = timedelta(300), timedelta(270), timedelta(320)


def choose_day(days: list[date], anchor: date, toward: Toward | None, tense: Tense | None) -> date | None:
    """The day meant by a name that comes back every year: the nearest, unless "last", "next" or the tense
    of the verb points the other way."""
    before = [day for day in days if day < anchor or (day == anchor and toward is None)]
    after = [day for day in days if day > anchor or (day == anchor and toward is None)]
    if toward in (Toward.LAST, Toward.PREVIOUS):
        return max(before, default=None)
    if toward in (Toward.NEXT, Toward.COMING, Toward.FOLLOWING):
        return min(after, default=None)
    last, following = max(before, default=None), min(after, default=None)
    if last is None or following is None:
        return last or following
    if tense and tense.is_ahead:
        return following if following - anchor < (A_YEAR if tense is Tense.APPOINTED else FAR_FUTURE) else last
    if tense in (Tense.PAST, Tense.PERFECT):
        return last if anchor - last < FAR_PAST else following
    return last if anchor - last <= following - anchor else following


def nearest_day_of_month(day: int, anchor: date, tense: Tense | None, weekday: int | None = None) -> date:
    """The day of that number (1 to 31) in this month, or in the month that the tense points to; where its weekday is
    named, the nearest that fits."""
    months = [_start(*divmod(12 * anchor.year + anchor.month - 1 + step, 12), day) for step in (-2, -1, 0, 1, 2)]
    days = [each for each in months if each is not None]
    fitting = [each for each in days if each.isoweekday() == weekday]
    if fitting:
        return min(fitting, key=lambda each: abs(each - anchor))
    before = [each for each in days if each <= anchor]
    after = [each for each in days if each >= anchor]
    if tense and tense.is_ahead and after:
        return min(after)
    if tense in (Tense.PAST, Tense.PERFECT) and before:
        return max(before)
    return min(days, key=lambda each: abs(each - anchor))


def weekend_value(anchor: date | None, future: bool) -> str | None:
    """The value of "the weekend": the last one begun, or the next."""
    day = weekday_from(Weekday(6), anchor, Tense.APPOINTED if future else Tense.PAST, None)[0] if anchor else None
    return f"{week_value(day)}-WE" if day else None


def weekend_beside(day: date) -> str | None:
    """The value of the weekend nearest a day."""
    saturday = shifted_day(day, (9 - day.isoweekday()) % 7 - 3)
    return f"{week_value(saturday)}-WE" if saturday else None


def year_of_stretch(stretch: Stretch, anchor: date | None, tense: Tense | None) -> str | None:
    """The year, in four figures, of a quarter, half, season or week; None if there is no day of speaking."""
    year = stretch.year if stretch.year is not None or anchor is None else _year_from(stretch, anchor, tense)
    return None if year is None else f"{year:04}"


def _year_from(stretch: Stretch, anchor: date, tense: Tense | None) -> int | None:
    if stretch.years is not None:
        return max(anchor.year + stretch.years, 0)
    first = FIRST_MONTH[str(stretch.number)] if stretch.unit == "S" else max(3 * int(stretch.number) - 2, 1)
    if stretch.toward is Toward.THIS:
        return anchor.year - (first == 12 and anchor.month <= 2)
    starts = [day for year in range(anchor.year - 2, anchor.year + 3) if (day := _start(year, first - 1, 1))]
    if stretch.toward:
        chosen = choose_day(starts, anchor, stretch.toward, tense)
    else:
        chosen = _stretch_start(starts, anchor, tense, stretch.unit)
    return chosen.year if chosen else None


def _stretch_start(starts: list[date], anchor: date, tense: Tense | None, unit: str) -> date | None:
    """The start of the stretch last begun; of the next one where the verb is in the future, unless the last one
    is still going on, or is a quarter that has only just ended (results are announced after it). A season without a
    verb is the nearest."""
    last = max((day for day in starts if day <= anchor), default=None)
    following = min((day for day in starts if day > anchor), default=last)
    if last is None or following is None:
        return following
    is_over = anchor - last > JUST_ENDED[unit]
    is_nearer = unit == "S" and tense is None and following - anchor < anchor - last - JUST_ENDED[unit]
    return following if is_over and (is_nearer or (tense is not None and tense.is_ahead)) else last


def stretch_value(year: str, stretch: Stretch, topic: str | None) -> str:
    """The TIMEX3 value of a quarter, half, season or week in a year."""
    if stretch.unit == "S":
        return f"{year}-{stretch.number}"
    if stretch.unit == "W":
        return f"{year}-W{int(stretch.number):02}"
    if stretch.number == 0:
        return f"{year}-Q{topic[6]}" if topic else year
    return f"{year}-{stretch.unit}{stretch.number}"


def fiscal_interval(year: int, first: int, last: int, fiscal_month: int | None) -> Interval | None:
    """Months ``first`` to ``last`` (1 to 12) of the fiscal year that ends in ``year``; None where its first
    month is not known."""
    if fiscal_month is None:
        return None
    try:
        start = fiscal_month - (12 if fiscal_month > 1 else 0)
        return Interval(month_start(year, start + first - 1), month_start(year, start + last) - timedelta(1))
    except (ValueError, OverflowError):
        return None


def part_of(whole: Interval, edge: Edge, anchor: date | None) -> Interval | None:
    """The part of a stretch: of a month the 1st-10th, 11th-20th, 21st to the end; its first or last day; what of it
    lies before or after the day of speaking. A day or a week stays whole; "early next year" is vague: None."""
    first, last = whole.earliest or date.min, whole.latest or date.max
    if edge in (Edge.FIRST_HALF, Edge.SECOND_HALF):
        return _half(first, last, edge)
    if edge is Edge.LAST_DAY:
        return Interval.day(last)
    if edge is Edge.FIRST_DAY:
        return Interval.day(first)
    if edge in (Edge.SO_FAR, Edge.STILL):
        if anchor is None or not first <= anchor <= last:
            return whole
        return Interval(first, anchor) if edge is Edge.SO_FAR else Interval(anchor, last)
    return _third(first, last, edge)


def _half(first: date, last: date, edge: Edge) -> Interval:
    """The half of a month (to the 15th), or of many years."""
    if (last - first).days <= 31:
        second = first + timedelta(15)
    else:
        second = first.replace(year=first.year + (last.year - first.year + 1) // 2)
    return Interval(first, second - timedelta(1)) if edge is Edge.FIRST_HALF else Interval(second, last)


def nth_value(whole: Interval, nth: Nth) -> str | None:
    """The value of the so-manyth day, week, weekend or month of a stretch; None if that has fewer. A week is that of
    most of its days, as the weeks of the year are."""
    try:
        day = _nth_day(whole.earliest or date.min, whole.latest or date.max, nth)
    except (ValueError, OverflowError):
        return None
    if not (whole.earliest or date.min) <= day <= (whole.latest or date.max):
        return None
    if nth.unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if nth.unit in ("W", "WE"):
        return week_value(day) + ("-WE" if nth.unit == "WE" else "")
    return day.isoformat()


def _nth_day(first: date, last: date, nth: Nth) -> date:
    weekday = 6 if nth.unit == "WE" else nth.weekday
    steps = max(nth.number - 1, 0)
    if nth.unit == "M":
        return month_start(last.year, last.month) if nth.number < 0 else month_start(first.year, first.month + steps)
    if weekday and nth.number < 0:
        return last - timedelta((last.isoweekday() - weekday) % 7)
    if weekday:
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * steps)
    if nth.unit == "W":
        return last - timedelta(3) if nth.number < 0 else first + timedelta(3 + 7 * steps)
    return last if nth.number < 0 else first + timedelta(steps)


def _third(first: date, last: date, edge: Edge) -> Interval | None:
    length = (last - first).days + 1
    if length <= 7:
        return Interval(first, last)
    if length > 31:
        return None
    second, third = first + timedelta(10), first + timedelta(20)
    if edge is Edge.START:
        return Interval(first, second - timedelta(1))
    return Interval(second, third - timedelta(1)) if edge is Edge.MID else Interval(third, last)
