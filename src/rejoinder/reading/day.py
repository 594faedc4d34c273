"""The day of a document: its text, layout and what is known from outside in, the day and its basis out.

What is given from outside goes before metadata, and metadata before the dateline. A dateline without a year
takes it from the weekday on which the story's speakers spoke; that the year is worked out is said in the basis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rejoinder.model import Problem, Severity, Span
from rejoinder.reading.calendar_forms import day_in, weekday_name
from rejoinder.reading.datelines import Dateline
from rejoinder.reading.layout import Layout
from rejoinder.reading.said_weekdays import Sign, Written, find_signs, past_days, past_years, written_days

YEARS_BACK = 60
CLOSE_BY = timedelta(days=120)
MORNING_AFTER = timedelta(days=1)
_RIGHTS_YEAR = re.compile(r"(?:\(c\)|©|copyright)\D{0,12}((?:19|20)\d\d)(?!\s?[-–]\s?\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DocumentDay:
    """The day of publication, how it is known in a few words, and the doubts; None where it is not known."""

    day: date | None
    basis: str | None
    problems: tuple[Problem, ...] = ()


def document_day(
    text: str,
    layout: Layout,
    given: date | None = None,
    metadata: tuple[date, str] | None = None,
    today: date | None = None,
) -> DocumentDay:
    """The day of a document.

    ``given``     the day from outside; it wins
    ``metadata``  the day that the file's metadata give, and which field says so
    ``today``     the day after which no story can be; without it a year is worked out only from a day that
                  the story names with its year
    """
    if given is not None:
        return DocumentDay(given, "given", _conflicts(layout.dateline, given))
    if metadata is not None:
        return DocumentDay(metadata[0], metadata[1], _conflicts(layout.dateline, metadata[0]))
    dateline = layout.dateline
    if dateline is None or dateline.date_span is None or dateline.day is None or dateline.month is None:
        return _unknown(text, dateline, "Nothing in the document says on which day it was published.")
    if dateline.year is None:
        return _work_out_year(text, layout, dateline, today)
    words = text[slice(*dateline.date_span)]
    day = day_in(dateline.year, dateline.month, dateline.day)
    if day is None:
        return _unknown(text, dateline, f"There is no such day as {words}.")
    return DocumentDay(day, f"dateline {words}", _weekday_doubt(dateline, day))


def _conflicts(dateline: Dateline | None, day: date) -> tuple[Problem, ...]:
    """A doubt if the dateline names another day; the day before is a morning paper's and only noted."""
    if dateline is None or dateline.date_span is None:
        return ()
    years = (dateline.year,) if dateline.year else (day.year - 1, day.year, day.year + 1)
    written = [found for year in years if (found := day_in(year, dateline.month, dateline.day))]
    nearest = min(written, key=lambda found: abs(found - day), default=day)
    if nearest == day:
        return ()
    severity = Severity.NOTE if day - nearest == MORNING_AFTER else Severity.DOUBT
    message = f"The document is dated {day.isoformat()}, but its dateline says {nearest.day} {nearest:%B}."
    return (Problem("day-conflict", message, *dateline.date_span, severity),)


def _unknown(text: str, dateline: Dateline | None, message: str) -> DocumentDay:
    span = dateline.date_span if dateline and dateline.date_span else Span(0, min(len(text), 1))
    return DocumentDay(None, None, (Problem("day-unknown", message, *span),))


def _doubt(message: str, dateline: Dateline) -> Problem:
    return Problem("day-year", message, *(dateline.date_span or dateline.span))


def _weekday_doubt(dateline: Dateline, day: date) -> tuple[Problem, ...]:
    """A doubt if the dateline names a weekday that its day was not."""
    if dateline.weekday is None or dateline.weekday == day.weekday():
        return ()
    message = f"{day.isoformat()} was a {weekday_name(day.weekday())}, not a {weekday_name(dateline.weekday)}."
    return (Problem("day-weekday", message, *(dateline.date_span or dateline.span)),)


def _work_out_year(text: str, layout: Layout, dateline: Dateline, today: date | None) -> DocumentDay:
    """The day of a dateline that names day and month alone, by the first sign of the weekday that some year fits."""
    written = text[slice(*(dateline.date_span or dateline.span))]
    told = written_days(text, layout.paragraphs)
    named = _find_named(text, layout, told, today)
    possible = _possible_days(dateline, today, named.earliest)
    rights = _rights_year(text, layout)
    signs = [*_own_weekday(dateline), *find_signs(text, layout.paragraphs, told)]
    for sign in signs:
        if days := [day for day in possible if sign.fits(day)]:
            day, why, problems = _choose_day(days, named, rights, dateline)
            problems += (_passed_over(sign, signs[0], dateline),) if sign is not signs[0] else ()
            return DocumentDay(day, f"dateline {written}, {sign.words}; year from the weekday: {why}", problems)
    if not signs and rights and (day_then := day_in(rights, dateline.month, dateline.day)):
        return DocumentDay(day_then, f"dateline {written}; year from the copyright line: {rights}")
    found = "no year fits the weekdays of the story" if signs else "no weekday in the story tells it"
    return _unknown(text, dateline, f"The dateline says {written} without a year, and {found}.")


@dataclass(frozen=True, slots=True)
class _Named:
    """The latest day and the latest year that a story names as past."""

    day: date | None
    year: int | None

    @property
    def earliest(self) -> date | None:
        """The day before which the story cannot be."""
        first = date(self.year, 1, 1) if self.year else None
        return max((day for day in (self.day, first) if day), default=None)

    def stands_near(self, day: date) -> bool:
        """Whether a story of ``day`` would name them as of late: within four months, or the year before."""
        return bool((self.day and day - self.day <= CLOSE_BY) or (self.year and day.year == self.year + 1))


def _find_named(text: str, layout: Layout, written: Written, today: date | None) -> _Named:
    days = [day for day in past_days(text, written) if today is None or day <= today]
    years = [year for year in past_years(text, layout.paragraphs) if today is None or year <= today.year]
    return _Named(max(days, default=None), max(years, default=None))


def _possible_days(dateline: Dateline, today: date | None, named: date | None) -> list[date]:
    """The dateline's day in every year that can be, latest first: not after ``today``, and not before a day that
    the story names as past. Without ``today``, within a year of that day."""
    if today is None and named is None:
        return []
    last = today or (named or date.min) + timedelta(days=366)
    years = range(last.year, max(last.year - YEARS_BACK, 0), -1)
    days = (day_in(year, dateline.month, dateline.day) for year in years)
    return [day for day in days if day and (named or date.min) <= day <= last]


def _own_weekday(dateline: Dateline) -> tuple[Sign, ...]:
    if dateline.weekday is None:
        return ()
    return (Sign(dateline.weekday, dateline.date_span or dateline.span, f"a {weekday_name(dateline.weekday)}"),)


def _rights_year(text: str, layout: Layout) -> int | None:
    """The year of the copyright line, where it names one year and not a range."""
    for span in reversed(layout.furniture):
        if match := _RIGHTS_YEAR.search(text, span.start, min(span.end, span.start + 300)):
            return int(match[1])
    return None


def _choose_day(
    days: list[date], named: _Named, rights: int | None, dateline: Dateline
) -> tuple[date, str, tuple[Problem, ...]]:
    """The latest day that fits, unless the copyright line names another year, or the story a day shortly before."""
    latest = days[0]
    by_rights = next((day for day in days if day.year == rights), None)
    if by_rights is not None:
        return by_rights, f"{by_rights.year} fits, as the copyright line says", ()
    near = next((day for day in days if named.stands_near(day)), latest)
    if near == latest or named.stands_near(latest):
        return latest, f"{latest.year} is the latest that fits", ()
    told = named.day.isoformat() if named.day and near - named.day <= CLOSE_BY else named.year
    message = f"Both {near.year} and {latest.year} fit; {near.year} is taken, for the story names {told}."
    return near, f"{near.year} fits and is nearest to {told} in the text", (_doubt(message, dateline),)


def _passed_over(sign: Sign, first: Sign, dateline: Dateline) -> Problem:
    message = f"The year rests on the story being {sign.words}; no year that can be fits it being {first.words}."
    return _doubt(message, dateline)
