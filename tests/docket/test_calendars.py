"""Days as a desk reckons them: working days of countries, and days of one zone read in another."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.docket.calendars import AS_SAID, Reckoning, calendar_of, count_working_days, read_in_zone
from rejoinder.model import Interval
from tests.docket.dockets import days

GERMAN = Reckoning(countries={"Germany": "DE"})


@pytest.mark.parametrize(
    ("said", "said_in", "read_in", "read"),
    [
        ("2022-01-24/2022-01-30", "America/New_York", "Asia/Tokyo", "2022-01-24/2022-01-31"),
        ("2022-01-24/2022-01-30", "Asia/Tokyo", "America/New_York", "2022-01-23/2022-01-30"),
        ("2022-01-24/2022-01-30", "Europe/Moscow", "Europe/Moscow", "2022-01-24/2022-01-30"),
        ("/2022-01-30", "America/New_York", "Europe/Moscow", "/2022-01-31"),
        ("2022-01-24/", "America/New_York", "Europe/Moscow", "2022-01-24/"),
        ("0001-01-01/9999-12-31", "America/New_York", "Asia/Tokyo", "0001-01-01/9999-12-31"),
    ],
)
def test_a_week_of_one_zone_is_wider_in_another(said, said_in, read_in, read):
    assert read_in_zone(days(said), said_in, read_in) == days(read)


@pytest.mark.parametrize(
    ("reckoning", "text", "said", "parties", "reckoned"),
    [
        (AS_SAID, "within ten working days", "2022-04-13/2022-04-27", ["Germany"], "2022-04-13/2022-04-27"),
        (GERMAN, "within ten working days", "2022-04-13/2022-04-27", ["Germany"], "2022-04-13/2022-04-29"),
        (GERMAN, "within ten working days", "/2022-04-27", ["Germany"], "/2022-04-29"),
        (GERMAN, "within ten working days", "2022-04-13/2022-04-27", ["Ostmark"], "2022-04-13/2022-04-27"),
        (GERMAN, "within ten days", "2022-04-13/2022-04-23", ["Germany"], "2022-04-13/2022-04-23"),
        (GERMAN, "from ten working days on", "2022-04-13/", ["Germany"], "2022-04-13/"),
        (GERMAN, "on the last working day", "2022-04-13", ["Germany"], "2022-04-13"),
        (GERMAN, "in some business days", "2022-04-13/2099-01-01", ["Germany"], "2022-04-13/2099-01-01"),
        (
            Reckoning("Europe/Moscow", {"United States": "America/New_York", "Japan": "Asia/Tokyo"}),
            "this week",
            "2022-01-24/2022-01-30",
            ["United States", "Japan"],
            "2022-01-23/2022-01-31",
        ),
        (Reckoning("Europe/Moscow"), "this week", "2022-01-24/2022-01-30", ["Japan"], "2022-01-24/2022-01-30"),
        (Reckoning("Europe/Moscow", {"Japan": "Asia/Tokyo"}), "ever", "/", ["Japan"], "/"),
    ],
)
def test_days_are_reckoned_to_the_latest_reading(reckoning, text, said, parties, reckoned):
    assert reckoning.reckon(text, days(said), date(2022, 4, 13), parties) == days(reckoned)


def test_a_country_whose_holidays_are_not_known_works_from_monday_to_friday():
    assert calendar_of("XX").is_working_day(date(2022, 4, 15))
    assert not calendar_of("DE").is_working_day(date(2022, 4, 15))
    assert count_working_days(date(2022, 4, 13), date(2022, 4, 27), ["DE", "XX"]) == 8
    assert count_working_days(date(2022, 4, 13), date(2022, 4, 13), ()) == 0


def test_an_open_interval_stays_open():
    assert read_in_zone(Interval(None, None), "Asia/Tokyo", "Europe/Moscow") == Interval(None, None)
