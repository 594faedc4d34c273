"""A meaning and the day of speaking -> a TIMEX3 value and an interval of calendar days, with the rule.

Weeks are ISO weeks, Monday to Sunday. Early, mid and late month are the 1st-10th, 11th-20th and 21st to
the end; the end of a stretch is its last day. What no anchor fixes keeps an X in its value and no interval.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from rejoinder.model import Interval, TimeExpression, TimexType
from rejoinder.reading.dates import values as s
from rejoinder.reading.dates.calendars import holiday_day
from rejoinder.reading.dates.found import period_value
from rejoinder.reading.dates.meaning import (
    Between,
    Clock,
    Edge,
    Either,
    Holiday,
    Lasting,
    Meaning,
    Nth,
    Part,
    Point,
    Reference,
    Repeating,
    Shift,
    Step,
    Stretch,
    TimePhrase,
    Weekday,
    WeekOf,
)
from rejoinder.reading.dates.tense import Tense, tense_near

DURATION = re.compile(r"PT?[0-9X]")
FORWARD_LEADS = frozenset({"by", "until", "till"})


class Resolved(NamedTuple):
    """A TIMEX3 value, the days it covers (None where there are none) and the rule that gave them."""

    value: str | None
    interval: Interval | None
    rule: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase is resolved from: the day of speaking, the tense near it, the date last mentioned in the
    text, the unit of time the text is about (its TIMEX3 value), the first month of the fiscal year, and whether "since"
    or "from" stands before the phrase."""

    anchor: date | None
    tense: Tense | None = None
    mentioned: Interval | None = None
    topic: str | None = None
    fiscal_month: int | None = None
    is_since: bool = False


def resolve_phrase(
    phrase: TimePhrase,
    anchor: date | None,
    *,
    published: date | None = None,
    context: str = "",
    mentioned: Interval | None = None,
    fiscal_month: int | None = None,
) -> TimeExpression:
    """The phrase as read from ``anchor``, the day of speaking (``published``, the day of the report, stands in
    for it). ``context`` is the sentence around the phrase: the tense in it decides between past and future.
    ``mentioned`` is the date last named before it ("the day before"),
    ``fiscal_month`` the first month of the fiscal year, if known."""
    at = context.find(phrase.exact)
    tense = tense_near(context, at, at + len(phrase.exact)) if at >= 0 else None
    return read_phrase(phrase, Frame(anchor or published, tense, mentioned, None, fiscal_month))


def read_phrase(phrase: TimePhrase, frame: Frame) -> TimeExpression:
    """The phrase as read in ``frame``."""
    if _points_forward(phrase, frame.tense):
        frame = replace(frame, tense=Tense.APPOINTED)
    elif frame.tense is Tense.APPOINTED and not phrase.lead and _is_month(phrase.meaning):
        frame = replace(frame, tense=Tense.FUTURE)  # "the September figures are due"
    elif phrase.lead == "through" or (phrase.lead == "from" and not _is_ahead(frame) and _is_day(phrase.meaning)):
        frame = replace(frame, tense=None)  # "through March", "from 1 July": the nearest, whatever the verb
    found = resolve_meaning(phrase.meaning, replace(frame, is_since=phrase.lead in ("since", "from")))
    rule = f"{phrase.rule}: {found.rule}" + (f", after {phrase.lead!r}" if phrase.lead else "")
    is_length = isinstance(phrase.meaning, Shift) and DURATION.match(found.value or "")
    kind = TimexType.DURATION if is_length else phrase.type
    return TimeExpression(phrase.start, phrase.end, phrase.exact, kind, found.value, found.interval, rule)


def _is_month(meaning: Meaning) -> bool:
    return isinstance(meaning, Point) and meaning.day is None


def _is_day(meaning: Meaning) -> bool:
    return isinstance(meaning, Point) and meaning.month is not None and meaning.day is not None


def _is_ahead(frame: Frame) -> bool:
    return frame.tense is not None and frame.tense.is_ahead


def _points_forward(phrase: TimePhrase, tense: Tense | None) -> bool:
    """Whether the preposition says that the day lies ahead: "by", "until"; "for" a weekday; "before" without a verb."""
    if phrase.lead in FORWARD_LEADS:
        return tense is not Tense.PERFECT
    return (phrase.lead == "for" and isinstance(phrase.meaning, Weekday)) or (
        phrase.lead == "before" and tense in (None, Tense.FUTURE)
    )


def resolve_meaning(meaning: Meaning, frame: Frame) -> Resolved:
    """The value and interval of ``meaning`` in ``frame``; never raises."""
    match meaning:
        case Point():
            return _point(meaning, frame)
        case Weekday() | Stretch() | Holiday():
            return _named(meaning, frame)
        case Shift():
            return _shift(meaning, frame)
        case Part() | Clock() | Between() | WeekOf() | Nth() | Step():
            return _built_on_another(meaning, frame)
        case _:
            return _without_days(meaning)


def _named(meaning: Weekday | Stretch | Holiday, frame: Frame) -> Resolved:
    if isinstance(meaning, Weekday):
        return _weekday(meaning, frame)
    return _stretch(meaning, frame) if isinstance(meaning, Stretch) else _holiday(meaning, frame)


def _built_on_another(meaning: Part | Clock | Between | WeekOf | Nth | Step, frame: Frame) -> Resolved:
    if isinstance(meaning, Nth | Step):
        return _nth(meaning, frame) if isinstance(meaning, Nth) else _step(meaning, frame)
    if isinstance(meaning, Part):
        return _part(meaning, frame)
    if isinstance(meaning, Clock):
        return _clock(meaning, frame)
    return _between(meaning, frame) if isinstance(meaning, Between) else _week_of(meaning, frame)


def _without_days(meaning: Either | Lasting | Repeating | Reference) -> Resolved:
    if isinstance(meaning, Either):
        return _either(meaning)
    if isinstance(meaning, Lasting):
        value = period_value(meaning.unit, meaning.amount)
        return Resolved(value, None, "a duration has no days until its anchor is known")
    is_set = isinstance(meaning, Repeating)
    return Resolved(meaning.value, None, "a set has no days of its own" if is_set else "vague")


def _plain(value: str, rule: str) -> Resolved:
    return Resolved(value, s.interval_of(value), rule)


def _point(point: Point, frame: Frame) -> Resolved:
    if point.year is not None:
        return _plain(s.point_value(point.year, point.month, point.day), "as written")
    if frame.anchor is None:
        return Resolved(s.point_value(None, point.month, point.day), None, "no day of speaking to give the year")
    if point.month is None:
        return _day_of_month(point, frame.anchor, frame.tense)
    if point.from_text:
        return _in_year_of_text(point, frame.anchor, frame.mentioned)
    if point.years is not None:
        return _plain(
            s.point_value(frame.anchor.year + point.years, point.month, point.day),
            "year counted from the day of speaking",
        )
    year, rule = s.choose_year(point, frame.anchor, frame.tense)
    return _plain(s.point_value(year, point.month, point.day), rule)


def _in_year_of_text(point: Point, anchor: date, mentioned: Interval | None) -> Resolved:
    """ "May of that year"."""
    told = (mentioned.earliest if mentioned else None) or anchor
    return _plain(s.point_value(told.year, point.month, point.day), "in the year last mentioned")


def _day_of_month(point: Point, anchor: date, tense: Tense | None) -> Resolved:
    """ "the 17th": the one of this month, or of the month that the tense points to."""
    day = s.nearest_day_of_month(point.day or 1, anchor, tense, point.weekday)
    return _plain(day.isoformat(), "day of the month nearest the day of speaking")


def _weekday(weekday: Weekday, frame: Frame) -> Resolved:
    unknown = f"XXXX-WXX-{weekday.number}"
    if frame.anchor is None:
        return Resolved(unknown, None, "no day of speaking")
    day, rule = s.weekday_from(weekday, frame.anchor, frame.tense, frame.mentioned)
    return _plain(day.isoformat(), rule) if day else Resolved(unknown, None, "beyond the calendar")


def _shift(shift: Shift, frame: Frame) -> Resolved:
    unit = shift.unit
    if shift.told and _tells_a_past(frame):
        shift = replace(shift, from_text=True)
    in_text = shift.from_text and (unit != "YQ" or (shift.told and _is_of_another_year(frame)))
    base = _named_before(shift, frame) if in_text else frame.anchor
    if base is None and shift.told:
        base = frame.anchor
    if unit in ("YQ", "Q") and frame.topic and (unit == "YQ" or shift.from_text):
        return _plain(
            s.move_quarter(frame.topic, shift.amount * (4 if unit == "YQ" else 1)), "the quarter that the text is about"
        )
    origin = "the date last mentioned" if shift.from_text else "the day of speaking"
    if base is None and shift.counted:
        return Resolved(period_value(unit, abs(shift.amount)), None, f"{origin} is not known")
    if base is None:
        return Resolved(s.UNKNOWN.get(unit, "XXXX"), None, f"{origin} is not known")
    value = s.shifted_value(base, "Y" if unit == "YQ" else unit, shift.amount, shift.counted)
    if value is None:
        return Resolved("PAST_REF" if shift.amount < 0 else "FUTURE_REF", None, "beyond the calendar")
    if shift.counted and unit in ("E", "C"):
        return Resolved(value, None, "a round number of years")
    return _plain(value, f"{shift.amount:+d} {unit} from {origin}" if shift.amount else f"the {unit} of {origin}")


def _tells_a_past(frame: Frame) -> bool:
    """Whether the verb is in the past, and so is the date last mentioned."""
    if frame.anchor is None or frame.mentioned is None or frame.mentioned.latest is None:
        return False
    return frame.tense in (Tense.PAST, Tense.PERFECT) and frame.mentioned.latest < frame.anchor


def _is_of_another_year(frame: Frame) -> bool:
    """Whether the date last mentioned lies in an earlier year ("In 1995 he left. A year earlier, he had joined")."""
    told = frame.mentioned.latest if frame.mentioned else None
    return told is not None and frame.anchor is not None and told.year < frame.anchor.year


def _named_before(shift: Shift, frame: Frame) -> date | None:
    """The day that a step in the text counts from: the date last mentioned, where it is fine enough; for what is no
    step of days, the day of speaking instead. A quarter that nobody has named is the one last ended."""
    if shift.unit == "Q" and shift.amount == 0 and frame.anchor:
        return s.shifted_day(frame.anchor, -60)
    is_compared = shift.counted and shift.amount < 0 and shift.unit in "MQY"  # "from 12 months earlier"
    other = frame.anchor if (shift.unit != "D" and not shift.counted) or is_compared else None
    if frame.mentioned is None or frame.mentioned.earliest is None or frame.mentioned.latest is None:
        return other
    days = (frame.mentioned.latest - frame.mentioned.earliest).days
    fine_enough = days < {"D": 1, "W": 7, "WE": 7, "F": 1, "M": 31, "Q": 92}.get(shift.unit, 366)
    return frame.mentioned.earliest if fine_enough else other


def _stretch(stretch: Stretch, frame: Frame) -> Resolved:
    if stretch.unit == "E":
        return _plain(f"{stretch.number}", "decade")
    if stretch.unit == "C":
        return _plain(f"{stretch.number:02}", "century, from its year 01")
    if stretch.unit == "Y":
        return _fiscal_year(stretch, frame)
    if stretch.unit == "WE":
        value = s.weekend_value(frame.anchor, _is_ahead(frame))
        rule = "weekend nearest in the tense of its verb"
        return _plain(value, rule) if value else Resolved("XXXX-WXX-WE", None, "no day of speaking")
    year = s.year_of_stretch(stretch, frame.anchor, frame.tense)
    if year is None:
        return Resolved(s.stretch_value("XXXX", stretch, frame.topic), None, "no day of speaking to give the year")
    found = _plain(s.stretch_value(year, stretch, frame.topic), "quarters, halves and seasons by the calendar")
    return _fiscal_part(found, int(year), stretch, frame.fiscal_month) if stretch.fiscal else found


def _fiscal_year(stretch: Stretch, frame: Frame) -> Resolved:
    year = stretch.year
    if year is None:
        if frame.anchor is None:
            return Resolved("XXXX", None, "no day of speaking")
        year = frame.anchor.year + (stretch.years or 0)
    interval = s.fiscal_interval(year, 1, 12, frame.fiscal_month)
    return Resolved(f"{year:04}", interval, "fiscal year, named for the year in which it ends")


def _fiscal_part(found: Resolved, year: int, stretch: Stretch, fiscal_month: int | None) -> Resolved:
    """A quarter of a fiscal year: its months count from the fiscal year's first month, where that is known."""
    number = int(stretch.number)
    interval = s.fiscal_interval(year, 3 * number - 2, 3 * number, fiscal_month)
    return Resolved(found.value, interval, "fiscal quarter, counted from the first month of the fiscal year")


def _part(part: Part, frame: Frame) -> Resolved:
    meaning = part.whole
    if isinstance(meaning, Shift) and meaning.unit == "Q":  # "by the end of the quarter": of this one
        meaning = replace(meaning, from_text=False)
    if meaning == Shift("Y", 0) and part.edge is Edge.LAST_DAY and frame.is_since:  # "up 5% since year-end"
        meaning = Shift("Y", -1)
    whole = resolve_meaning(meaning, frame)
    if whole.interval is None:
        return whole
    interval = s.part_of(whole.interval, part.edge, frame.anchor)
    return Resolved(whole.value, interval, f"{part.edge.value.lower()} of {whole.rule}")


def _nth(nth: Nth, frame: Frame) -> Resolved:
    whole = resolve_meaning(nth.whole, frame)
    unknown = f"XXXX-WXX-{nth.weekday}" if nth.weekday else s.UNKNOWN[nth.unit]
    value = s.nth_value(whole.interval, nth) if whole.interval else None
    return _plain(value, f"counted in {whole.rule}") if value else Resolved(unknown, None, whole.rule)


def _step(step: Step, frame: Frame) -> Resolved:
    base = resolve_meaning(step.base, replace(frame, tense=Tense.APPOINTED))
    day = base.interval.earliest if base.interval else None
    value = s.stepped_day(day, step.unit, step.amount) if day else None
    rule = f"{step.amount:+d} {step.unit} from {base.rule}"
    return _plain(value, rule) if value else Resolved(s.UNKNOWN.get(step.unit, "XXXX"), None, rule)


def _clock(clock: Clock, frame: Frame) -> Resolved:
    day = resolve_meaning(clock.day or Shift("D", 0), frame)
    if day.interval is None and frame.anchor and isinstance(clock.day, Shift):  # "in the morning", and no day told
        day = resolve_meaning(Shift("D", clock.day.amount), frame)
    value = "XXXX-XX-XX" if day.interval is None and not str(day.value).startswith("XXXX") else day.value
    return Resolved(f"{value}{clock.clock}", day.interval, f"time of day on {day.rule}")


def _between(between: Between, frame: Frame) -> Resolved:
    last = _point(between.last, frame)
    if last.interval is None or last.interval.latest is None:
        first = _point(between.first, Frame(None))
        return Resolved(f"{first.value}/{last.value}", None, last.rule)
    year = last.interval.latest.year
    if between.first.year is not None:
        first = _point(between.first, frame)
    else:
        later = (between.first.month or 0) > last.interval.latest.month
        first = _plain(s.point_value(year - later, between.first.month, between.first.day), "year of its end")
    if first.interval is None or first.interval.earliest is None or first.interval.earliest > last.interval.latest:
        return Resolved(None, None, "the stretch ends before it begins")
    return Resolved(f"{first.value}/{last.value}", Interval(first.interval.earliest, last.interval.latest), last.rule)


def _either(either: Either) -> Resolved:
    a, b = either.day_first, either.month_first
    readings = " or ".join(s.point_value(reading.year, reading.month, reading.day) for reading in (a, b))
    return Resolved(None, None, f"ambiguous, {readings}")


def _week_of(week: WeekOf, frame: Frame) -> Resolved:
    day = resolve_meaning(week.day, frame)
    first = day.interval.earliest if day.interval else None
    if week.weekend:
        value = s.weekend_beside(first) if first else None
        return _plain(value, "weekend nearest the day named") if value else Resolved("XXXX-WXX-WE", None, day.rule)
    if first is None:
        return Resolved("XXXX-WXX", None, day.rule)
    return _plain(s.week_value(first), "ISO week of the day named")


def _holiday(holiday: Holiday, frame: Frame) -> Resolved:
    year = holiday.year
    if holiday.years is not None and frame.anchor:
        year = min(max(frame.anchor.year + holiday.years, 1), 9999)
    if year is None and frame.anchor is None:
        return Resolved(None, None, "no day of speaking to give the year")
    if year is not None or frame.anchor is None:
        return _plain(holiday_day(holiday.name, year or 1).isoformat(), "feast of that year")
    days = [
        holiday_day(holiday.name, frame.anchor.year + step) for step in (-1, 0, 1) if 1583 < frame.anchor.year < 9998
    ]
    day = s.choose_day(days, frame.anchor, holiday.toward, frame.tense)
    return (
        _plain(day.isoformat(), "feast nearest the day of speaking")
        if day
        else Resolved(None, None, "beyond the calendar")
    )
