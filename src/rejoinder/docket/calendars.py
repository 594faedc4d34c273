"""Days as they are reckoned between sides: working days by the holidays of their countries, and a day of one time
zone as it is read in another.

A reading here is never shorter than what was said: where two countries or zones differ, the earliest and the latest
reading of both are taken, so that nothing is overdue while it is still in time for somebody. Holidays are loaded when
the first day is asked for: most dockets are reckoned without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rejoinder.model import Interval

if TYPE_CHECKING:
    from rejoinder.reading.dates.calendars import Calendar

_WORKING = re.compile(r"\b(?:working|business|banking)[ -]days?\b", re.IGNORECASE)
_LONGEST = timedelta(3660)
"""Longer terms are not counted in working days."""


@cache
def calendar_of(country: str) -> Calendar:
    """The working days of a country (ISO 3166), Monday to Friday for one whose holidays are not known."""
    from rejoinder.reading.dates.calendars import CountryCalendar, WeekdayCalendar

    try:
        return CountryCalendar(country)
    except NotImplementedError:
        return WeekdayCalendar()


def read_in_zone(days: Interval, said_in: str, read_in: str) -> Interval:
    """The days of one time zone as they fall in another (names of the IANA database): a week in Washington begins and
    ends fourteen hours later in Tokyo, which is on eight of its days."""
    try:
        earliest = days.earliest and _moment(days.earliest, time.min, said_in, read_in)
        latest = days.latest and _moment(days.latest, time.max, said_in, read_in)
    except OverflowError:
        return days
    return Interval(earliest, latest)


def count_working_days(first: date, last: date, countries: Iterable[str]) -> int:
    """The days after ``first`` up to ``last`` that are working days in all the countries; Monday to Friday of none."""
    calendars = _calendars(countries)
    days = (first + timedelta(by) for by in range(1, (last - first).days + 1))
    return sum(all(calendar.is_working_day(day) for calendar in calendars) for day in days)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a desk reckons: the zone that it reads days in, and the zones and countries of the parties.

    ``zone``       IANA name of the desk's zone, or None: days are taken as they were said
    ``zones``      party -> IANA name
    ``countries``  party -> ISO 3166 code, for holidays
    """

    zone: str | None = None
    zones: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)

    def reckon(self, text: str, days: Interval, said_on: date, parties: Sequence[str]) -> Interval:
        """The days by which something is due, as the desk reads them. A term in working days ends when it has passed
        by the calendars of all parties."""
        if not self.zone and not self.countries:
            return days
        return self._in_zones(self._in_working_days(text, days, said_on, parties), parties)

    def _in_working_days(self, text: str, days: Interval, said_on: date, parties: Sequence[str]) -> Interval:
        countries = [self.countries[party] for party in parties if party in self.countries]
        first = days.earliest or said_on
        if days.latest is None or not countries or not _WORKING.search(text):
            return days
        if not timedelta(0) < days.latest - first < _LONGEST:
            return days
        from rejoinder.reading.dates.calendars import add_working_days

        count = count_working_days(first, days.latest, ())
        ends = [add_working_days(first, count, calendar) for calendar in _calendars(countries)]
        return Interval(days.earliest, max([days.latest, *(end for end in ends if end)]))

    def _in_zones(self, days: Interval, parties: Sequence[str]) -> Interval:
        zone = self.zone
        if not zone:
            return days
        readings = [read_in_zone(days, self.zones[party], zone) for party in parties if party in self.zones]
        if not readings:
            return days
        return Interval(
            min((reading.earliest for reading in readings if reading.earliest), default=None),
            max((reading.latest for reading in readings if reading.latest), default=None),
        )


AS_SAID = Reckoning()
"""Days as they were said, working days from Monday to Friday."""


def _calendars(countries: Iterable[str]) -> list[Calendar]:
    from rejoinder.reading.dates.calendars import WeekdayCalendar

    return [calendar_of(country) for country in countries] or [WeekdayCalendar()]


def _moment(day: date, at: time, said_in: str, read_in: str) -> date:
    return datetime.combine(day, at, ZoneInfo(said_in)).astimezone(ZoneInfo(read_in)).date()
