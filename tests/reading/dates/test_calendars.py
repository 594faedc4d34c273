"""Terms counted from a known day, in calendar days, working days, months and years."""

from datetime import date

import pytest

from rejoinder.model import Interval
from rejoinder.reading.dates import Calendar, CountryCalendar, WeekdayCalendar, find_time_phrases, resolve_within
from rejoinder.reading.dates.calendars import MOST_WORKING_DAYS, add_working_days

SIGNED = date(2021, 12, 22)
"""A Wednesday."""

TERMS = [
    ("within 90 days of signature", date(2022, 3, 22)),
    ("within a week", date(2021, 12, 29)),
    ("within two fortnights", date(2022, 1, 19)),
    ("within two months", date(2022, 2, 22)),
    ("within a year", date(2022, 12, 22)),
    ("within ten working days", date(2022, 1, 5)),
    ("within two decades", date(2041, 12, 22)),
]


@pytest.mark.parametrize(("text", "last"), TERMS)
def test_a_term_runs_from_its_anchor_to_its_last_day(text: str, last: date) -> None:
    (phrase,) = find_time_phrases(text)
    assert resolve_within(phrase, SIGNED) == Interval(SIGNED, last)


UNCOUNTED = ["within several days", "within 2.5 days", "within 36 hours", "on Monday", "within 999999999 days"]


@pytest.mark.parametrize("text", UNCOUNTED)
def test_a_term_that_cannot_be_counted_in_days_has_none(text: str) -> None:
    (phrase,) = find_time_phrases(text)
    assert resolve_within(phrase, SIGNED) is None


def test_a_month_ends_where_the_shorter_month_ends() -> None:
    (phrase,) = find_time_phrases("within one month")
    assert resolve_within(phrase, date(2022, 1, 31)) == Interval(date(2022, 1, 31), date(2022, 2, 28))


def test_holidays_of_a_country_are_no_working_days() -> None:
    (phrase,) = find_time_phrases("within ten working days")
    assert resolve_within(phrase, SIGNED, CountryCalendar("GB", "ENG")) == Interval(SIGNED, date(2022, 1, 10))
    assert resolve_within(phrase, SIGNED, CountryCalendar("US")) == Interval(SIGNED, date(2022, 1, 7))


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(NotImplementedError):
        CountryCalendar("XX")


class NeverOpen:
    """A place where nobody works."""

    def is_working_day(self, day: date) -> bool:
        return day < date.min


@pytest.mark.parametrize(
    ("day", "count", "calendar"),
    [
        (date.max, 1, WeekdayCalendar()),
        (SIGNED, MOST_WORKING_DAYS + 1, WeekdayCalendar()),
        (SIGNED, 1, NeverOpen()),
    ],
)
def test_a_working_day_that_never_comes_is_none(day: date, count: int, calendar: Calendar) -> None:
    assert add_working_days(day, count, calendar) is None


def test_no_working_days_on_is_the_day_itself() -> None:
    assert add_working_days(SIGNED, 0, WeekdayCalendar()) == SIGNED
