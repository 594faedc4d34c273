"""Dates as a reader of news meets them: words on the left, what they mean on the right.

All are spoken on Wednesday 26 January 2022, unless a row says otherwise.
"""

from datetime import date

import pytest

from rejoinder.model import TimeExpression, TimexType
from rejoinder.reading.dates import find_dates

SPOKEN = date(2022, 1, 26)


def days_of(found: TimeExpression) -> str | None:
    """The interval in one word: a day, or two with an arrow between."""
    if found.interval is None:
        return None
    first, last = str(found.interval.earliest), str(found.interval.latest)
    return first if first == last else f"{first} > {last}"


def read(text: str, anchor: date | None = SPOKEN, *, adverbs: bool = False) -> list[tuple[str, str | None, str | None]]:
    found = find_dates(text, anchor, adverbs=adverbs)
    assert all(text[each.start : each.end] == each.exact for each in found)
    return [(each.exact, each.value, days_of(each)) for each in found]


DATES = [
    # British, American and other forms
    ("They met on 12 March 2021.", "12 March 2021", "2021-03-12", "2021-03-12"),
    ("They met on March 12, 2021, in Oslo.", "March 12, 2021", "2021-03-12", "2021-03-12"),
    ("They met on the 26th of November.", "the 26th of November", "2021-11-26", "2021-11-26"),
    ("the second of December 2021", "the second of December 2021", "2021-12-02", "2021-12-02"),
    ("GENEVA, Sept. 3 (Reuters)", "Sept. 3", "2021-09-03", "2021-09-03"),
    ("on Tuesday, Jan 10, they met", "Tuesday, Jan 10", "2023-01-10", "2023-01-10"),
    ("Monday, 24 January", "Monday, 24 January", "2022-01-24", "2022-01-24"),
    ("this coming Sunday, March sixth", "this coming Sunday, March sixth", "2022-03-06", "2022-03-06"),
    ("signed 2021-12-17", "2021-12-17", "2021-12-17", "2021-12-17"),
    ("stamped 2021-12-17T14:30Z", "2021-12-17T14:30Z", "2021-12-17T14:30Z", "2021-12-17"),
    ("stamped 2021-12-17T14:30:00", "2021-12-17T14:30:00", "2021-12-17T14:30", "2021-12-17"),
    ("signed 25/12/2021", "25/12/2021", "2021-12-25", "2021-12-25"),
    ("signed 12/25/2021", "12/25/2021", "2021-12-25", "2021-12-25"),
    ("signed 05/05/21", "05/05/21", "2021-05-05", "2021-05-05"),
    ("signed 05/05/89", "05/05/89", "1989-05-05", "1989-05-05"),
    ("signed 11.10.2021", "11.10.2021", "2021-10-11", "2021-10-11"),
    ("signed 03/04/2021", "03/04/2021", None, None),
    ("He replied on the 17th.", "the 17th", "2022-01-17", "2022-01-17"),
    ("He will reply on the 17th.", "the 17th", "2022-02-17", "2022-02-17"),
    ("Monday the 24th.", "Monday the 24th", "2022-01-24", "2022-01-24"),
    # ranges
    ("talks on 10-12 January", "10-12 January", "2022-01-10/2022-01-12", "2022-01-10 > 2022-01-12"),
    ("talks on January 10-12, 2020", "January 10-12, 2020", "2020-01-10/2020-01-12", "2020-01-10 > 2020-01-12"),
    ("between 3 and 5 May 2021", "3 and 5 May 2021", "2021-05-03/2021-05-05", "2021-05-03 > 2021-05-05"),
    ("28 December-2 January", "28 December-2 January", "2021-12-28/2022-01-02", "2021-12-28 > 2022-01-02"),
    ("Dec. 28, 2020-Jan. 2, 2021", "Dec. 28, 2020-Jan. 2, 2021", "2020-12-28/2021-01-02", "2020-12-28 > 2021-01-02"),
    ("March-May 2021", "March-May 2021", "2021-03/2021-05", "2021-03-01 > 2021-05-31"),
    ("the 2014-15 round", "2014-15", "2014/2015", "2014-01-01 > 2015-12-31"),
    ("in 2014-2016", "2014-2016", "2014/2016", "2014-01-01 > 2016-12-31"),
    ("the 2023/24 offer", "2023/24", "2023/2024", None),
    # months
    ("They met in October.", "October", "2021-10", "2021-10-01 > 2021-10-31"),
    ("They will meet in October.", "October", "2022-10", "2022-10-01 > 2022-10-31"),
    ("in October 2019", "October 2019", "2019-10", "2019-10-01 > 2019-10-31"),
    ("last May", "last May", "2021-05", "2021-05-01 > 2021-05-31"),
    ("next January", "next January", "2023-01", "2023-01-01 > 2023-01-31"),
    ("this September", "this September", "2022-09", "2022-09-01 > 2022-09-30"),
    ("June last year", "June last year", "2021-06", "2021-06-01 > 2021-06-30"),
    ("17 June last year", "17 June last year", "2021-06-17", "2021-06-17"),
    ("the month of May", "the month of May", "2022-05", "2022-05-01 > 2022-05-31"),
    ("early March", "early March", "2022-03", "2022-03-01 > 2022-03-10"),
    ("mid-January", "mid-January", "2022-01", "2022-01-11 > 2022-01-20"),
    ("in late February 2020", "late February 2020", "2020-02", "2020-02-21 > 2020-02-29"),
    ("the end of February 2020", "the end of February 2020", "2020-02", "2020-02-29"),
    ("the beginning of June 2021", "the beginning of June 2021", "2021-06", "2021-06-01"),
    ("the middle of June 2021", "the middle of June 2021", "2021-06", "2021-06-11 > 2021-06-20"),
    ("by the end of the month", "the end of the month", "2022-01", "2022-01-31"),
    # years and longer
    ("since 1985", "1985", "1985", "1985-01-01 > 1985-12-31"),
    ("the year 2000", "the year 2000", "2000", "2000-01-01 > 2000-12-31"),
    ("the year two thousand", "the year two thousand", "2000", "2000-01-01 > 2000-12-31"),
    ("in nineteen ninety-four", "nineteen ninety-four", "1994", "1994-01-01 > 1994-12-31"),
    ("in twenty twenty", "twenty twenty", "2020", "2020-01-01 > 2020-12-31"),
    ("the 1989 period", "the 1989 period", "1989", "1989-01-01 > 1989-12-31"),
    ("the 1990s", "the 1990s", "199", "1990-01-01 > 1999-12-31"),
    ("the nineties", "the nineties", "199", "1990-01-01 > 1999-12-31"),
    ("the 20th century", "the 20th century", "19", "1901-01-01 > 2000-12-31"),
    ("earlier this year", "earlier this year", "2022", "2022-01-01 > 2022-01-26"),
    ("later this year", "later this year", "2022", "2022-01-26 > 2022-12-31"),
    ("earlier this month", "earlier this month", "2022-01", "2022-01-01 > 2022-01-26"),
    ("early next year", "early next year", "2023", None),
    ("by year-end", "year-end", "2022", "2022-12-31"),
    ("by the year's end", "year's end", "2022", "2022-12-31"),
    # quarters, halves, seasons
    ("the third quarter of 2020", "the third quarter of 2020", "2020-Q3", "2020-07-01 > 2020-09-30"),
    ("in Q1 2022", "Q1 2022", "2022-Q1", "2022-01-01 > 2022-03-31"),
    ("third-quarter sales fell", "third-quarter", "2021-Q3", "2021-07-01 > 2021-09-30"),
    ("Output will rise in the third quarter.", "the third quarter", "2022-Q3", "2022-07-01 > 2022-09-30"),
    ("next year's first quarter", "next year's first quarter", "2023-Q1", "2023-01-01 > 2023-03-31"),
    ("the first half of 2021", "the first half of 2021", "2021-H1", "2021-01-01 > 2021-06-30"),
    ("the second half of the year", "the second half of the year", "2022-H2", "2022-07-01 > 2022-12-31"),
    ("last summer", "last summer", "2021-SU", "2021-06-01 > 2021-08-31"),
    ("this winter", "this winter", "2021-WI", "2021-12-01 > 2022-02-28"),
    ("this spring", "this spring", "2022-SP", "2022-03-01 > 2022-05-31"),
    ("next spring", "next spring", "2022-SP", "2022-03-01 > 2022-05-31"),
    ("summer of 1964", "summer of 1964", "1964-SU", "1964-06-01 > 1964-08-31"),
    ("in the fall of 1989", "the fall of 1989", "1989-FA", "1989-09-01 > 1989-11-30"),
    ("He will decide by the autumn.", "the autumn", "2022-FA", "2022-09-01 > 2022-11-30"),
    # weeks and weekends
    ("this week", "this week", "2022-W04", "2022-01-24 > 2022-01-30"),
    ("next week", "next week", "2022-W05", "2022-01-31 > 2022-02-06"),
    ("early next week", "early next week", "2022-W05", "2022-01-31 > 2022-02-06"),
    ("by the end of the week", "the end of the week", "2022-W04", "2022-01-30"),
    ("week 4 of 2022", "week 4 of 2022", "2022-W04", "2022-01-24 > 2022-01-30"),
    ("the week of 9 February", "the week of 9 February", "2022-W06", "2022-02-07 > 2022-02-13"),
    ("They met over the weekend.", "the weekend", "2022-W03-WE", "2022-01-22 > 2022-01-23"),
    ("They will meet at the weekend.", "the weekend", "2022-W04-WE", "2022-01-29 > 2022-01-30"),
    ("this weekend", "this weekend", "2022-W04-WE", "2022-01-29 > 2022-01-30"),
    ("next weekend", "next weekend", "2022-W05-WE", "2022-02-05 > 2022-02-06"),
    # weekdays
    ("He said on Wednesday.", "Wednesday", "2022-01-26", "2022-01-26"),
    ("He left on Thursday.", "Thursday", "2022-01-20", "2022-01-20"),
    ("He will leave on Thursday.", "Thursday", "2022-01-27", "2022-01-27"),
    ("A reply is due by Monday.", "Monday", "2022-01-31", "2022-01-31"),
    ("no later than Friday", "Friday", "2022-01-28", "2022-01-28"),
    ("last Monday", "last Monday", "2022-01-24", "2022-01-24"),
    ("last Wednesday", "last Wednesday", "2022-01-19", "2022-01-19"),
    ("this Friday", "this Friday", "2022-01-28", "2022-01-28"),
    ("next Tuesday", "next Tuesday", "2022-02-01", "2022-02-01"),
    ("the coming Wednesday", "the coming Wednesday", "2022-02-02", "2022-02-02"),
    ("Monday last week", "Monday last week", "2022-01-17", "2022-01-17"),
    ("Friday of next week", "Friday of next week", "2022-02-04", "2022-02-04"),
    # steps from the day of speaking
    ("today", "today", "2022-01-26", "2022-01-26"),
    ("yesterday", "yesterday", "2022-01-25", "2022-01-25"),
    ("the day after tomorrow", "the day after tomorrow", "2022-01-28", "2022-01-28"),
    ("the day before yesterday", "the day before yesterday", "2022-01-24", "2022-01-24"),
    ("ten days ago", "ten days ago", "2022-01-16", "2022-01-16"),
    ("two weeks ago", "two weeks ago", "2022-01-12", "2022-01-12"),
    ("a fortnight ago", "a fortnight ago", "2022-01-12", "2022-01-12"),
    ("two months ago", "two months ago", "2021-11", "2021-11-01 > 2021-11-30"),
    ("40 years ago", "40 years ago", "1982", "1982-01-01 > 1982-12-31"),
    ("a year ago", "a year ago", "2021", "2021-01-01 > 2021-12-31"),
    ("two decades ago", "two decades ago", "2002", None),
    ("two quarters ago", "two quarters ago", "2021-Q3", "2021-07-01 > 2021-09-30"),
    ("several years ago", "several years ago", "PAST_REF", None),
    ("9999 years ago", "9999 years ago", "PAST_REF", None),
    ("three days from now", "three days from now", "2022-01-29", "2022-01-29"),
    # feasts
    ("since Christmas", "Christmas", "2021-12-25", "2021-12-25"),
    ("on Christmas Eve 2020", "Christmas Eve 2020", "2020-12-24", "2020-12-24"),
    ("Thanksgiving Day", "Thanksgiving Day", "2021-11-25", "2021-11-25"),
    ("They will meet after Easter.", "Easter", "2022-04-17", "2022-04-17"),
    ("Easter Monday 2021", "Easter Monday 2021", "2021-04-05", "2021-04-05"),
    ("Easter Eve 2021", "Easter Eve 2021", "2021-04-03", "2021-04-03"),
]


@pytest.mark.parametrize(("text", "words", "value", "days"), DATES)
def test_a_date_gives_its_value_and_days(text: str, words: str, value: str | None, days: str | None) -> None:
    assert read(text) == [(words, value, days)]
    assert find_dates(text, SPOKEN)[0].type is (TimexType.TIME if ":" in (value or "") else TimexType.DATE)


TIMES = [
    ("at 10 a.m. GMT", "10 a.m. GMT", "2022-01-26T10:00Z", "2022-01-26"),
    ("at 10 a.m. EST Tuesday", "10 a.m. EST Tuesday", "2022-01-25T10:00", "2022-01-25"),
    ("at 10 a.m. on Tuesday", "10 a.m. on Tuesday", "2022-01-25T10:00", "2022-01-25"),
    ("next Thursday, 7 p.m.", "next Thursday, 7 p.m.", "2022-02-03T19:00", "2022-02-03"),
    ("yesterday at 7pm", "yesterday at 7pm", "2022-01-25T19:00", "2022-01-25"),
    ("12 January 2022, 17:45 GMT", "12 January 2022, 17:45 GMT", "2022-01-12T17:45Z", "2022-01-12"),
    ("5 p.m. EST Nov. 9", "5 p.m. EST Nov. 9", "2021-11-09T17:00", "2021-11-09"),
    ("1430 GMT", "1430 GMT", "2022-01-26T14:30Z", "2022-01-26"),
    ("10.30 pm", "10.30 pm", "2022-01-26T22:30", "2022-01-26"),
    ("at 7 o'clock", "7 o'clock", "2022-01-26T07:00", "2022-01-26"),
    ("at seven o’clock", "seven o’clock", "2022-01-26T07:00", "2022-01-26"),
    ("noon on 14 January", "noon on 14 January", "2022-01-14T12:00", "2022-01-14"),
    ("midnight today", "midnight today", "2022-01-26T24:00", "2022-01-26"),
    ("this morning", "this morning", "2022-01-26TMO", "2022-01-26"),
    ("last night", "last night", "2022-01-25TNI", "2022-01-25"),
    ("tomorrow evening", "tomorrow evening", "2022-01-27TEV", "2022-01-27"),
    ("tonight", "tonight", "2022-01-26TNI", "2022-01-26"),
    ("overnight", "overnight", "2022-01-25TNI", "2022-01-25"),
    ("Tuesday night", "Tuesday night", "2022-01-25TNI", "2022-01-25"),
    ("late Tuesday night", "late Tuesday night", "2022-01-25TNI", "2022-01-25"),
]


@pytest.mark.parametrize(("text", "words", "value", "days"), TIMES)
def test_a_time_of_day_gives_its_value_and_its_day(text: str, words: str, value: str, days: str) -> None:
    assert read(text) == [(words, value, days)]
    assert find_dates(text, SPOKEN)[0].type is TimexType.TIME


DURATIONS = [
    ("within 90 days of signature", "90 days", "P90D"),
    ("within ten working days", "ten working days", "P10D"),
    ("for 2,000 years", "2,000 years", "P2000Y"),
    ("for two and a half years", "two and a half years", "P2Y6M"),
    ("a minute and a half", "a minute and a half", "PT1M30S"),
    ("for 5 1/2 hours", "5 1/2 hours", "PT5H30M"),
    ("for 2.3 weeks", "2.3 weeks", "P2.3W"),
    ("for 1.2.3 weeks", "1.2.3 weeks", "P1W"),
    ("for 5 1/0 hours", "5 1/0 hours", "PT5H"),
    ("half a day", "half a day", "P0.5D"),
    ("half an hour", "half an hour", "PT30M"),
    ("half a minute", "half a minute", "PT30S"),
    ("1/4 day", "1/4 day", "P0.25D"),
    ("twenty-four hours", "twenty-four hours", "PT24H"),
    ("a hundred years", "a hundred years", "P100Y"),
    ("two hundred and ten days", "two hundred and ten days", "P210D"),
    ("for a year", "a year", "P1Y"),
    ("for another week", "another week", "P1W"),
    ("two fortnights", "two fortnights", "P4W"),
    ("several fortnights", "several fortnights", "PXW"),
    ("two decades", "two decades", "P20Y"),
    ("for centuries", "centuries", "PXC"),
    ("for weeks", "weeks", "PXW"),
    ("a few days", "a few days", "PXD"),
    ("a couple of years", "a couple of years", "P2Y"),
    ("the past three months", "the past three months", "P3M"),
    ("the next few days", "the next few days", "PXD"),
    ("the first nine months", "the first nine months", "P9M"),
    ("two to three weeks", "two to three weeks", "P2W"),
    ("a three-day summit", "three-day", "P3D"),
    ("the 8-month-old truce", "8-month-old", "P8M"),
    ("a day-long meeting", "day-long", "P1D"),
    ("decades-long", "decades-long", "PXE"),
    ("weeks, not months", "weeks, not months", "PXW"),
    ("hours after the vote", "hours", "PTXH"),
    ("5000000 days", "5000000 days", "P5000000D"),
    ("four hours ago", "four hours ago", "PT4H"),
]


@pytest.mark.parametrize(("text", "words", "value"), DURATIONS)
def test_a_duration_has_a_length_and_no_days(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value, None)]
    assert find_dates(text, SPOKEN)[0].type is TimexType.DURATION


SETS = [
    ("daily talks", "daily", "P1D"),
    ("every month", "every month", "P1M"),
    ("every two weeks", "every two weeks", "P2W"),
    ("every other week", "every other week", "P2W"),
    ("every second Friday", "every second Friday", "P2W"),
    ("twice a week", "twice a week", "P1W"),
    ("every Tuesday", "every Tuesday", "XXXX-WXX-2"),
    ("every Tuesday at 6pm", "every Tuesday at 6pm", "XXXX-WXX-2"),
    ("on Mondays", "Mondays", "XXXX-WXX-1"),
    ("on Tuesday nights", "Tuesday nights", "XXXX-WXX-2TNI"),
    ("every evening", "every evening", "XXXX-XX-XXTEV"),
    ("each July", "each July", "XXXX-07"),
    ("every summer", "every summer", "XXXX-SU"),
    ("every weekend", "every weekend", "XXXX-WXX-WE"),
    ("on weekdays", "weekdays", "XXXX-WXX"),
]


@pytest.mark.parametrize(("text", "words", "value"), SETS)
def test_a_set_has_no_days_of_its_own(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value, None)]
    assert find_dates(text, SPOKEN)[0].type is TimexType.SET


VAGUE = [
    ("in recent weeks", "recent weeks", "PAST_REF"),
    ("in the coming months", "the coming months", "FUTURE_REF"),
    ("in the past, they", "the past", "PAST_REF"),
    ("in the near future", "the near future", "FUTURE_REF"),
    ("these days", "these days", "PRESENT_REF"),
    ("at the time, he", "the time", "PAST_REF"),
    ("at this moment", "this moment", "PRESENT_REF"),
]


@pytest.mark.parametrize(("text", "words", "value"), VAGUE)
def test_the_vague_stays_vague(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value, None)]


NO_DATES = [
    "He may go and they march on.",
    "Theresa May said she would resign.",
    "Mrs May said no. May was angry. It was up to May.",
    "Mr. March agreed with April Jones.",
    "the resignation of May",
    "2,000 troops, resolution 1701, Article 2019, 2019 troops, 2000 villages",
    "No. 1987; 1500 were there; press release 17/2021; 2021% and $2000",
    "the S-300 and the A330, room 12",
    "as soon as he can",
    "a 44-year-old man, 20 years old",
    "three-quarters of them, a quarter of the bonds",
    "the fall of the government; a spring in his step",
    "2021-13-01, 99/99/2021, 0000-01-01",
    "at 13 p.m., 25:70, 2599 GMT",
    "the third way, the second day, the fifth quarter",
    "the 11th Circuit and the tenth centurion",
    "Sun and Sat and Mon are names; mar it",
    "last day, the previous period",
    "nineteen fourteen fifteen, nine ten",
    "the pause will last",
    "the bright future",
    "[1234567890123 days]",
    "the day of the vote",
    "week 4",
    "those days",
    "every bit",
    "second_1999 1999_x",
    "in the day; for day and for night",
    "New Day's Eve",
    "the fall came",
    "week-ago figures",
    "no more than a quarter of it",
    "days, say weeks",
    "the annual March for Life",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_adverbs_are_given_only_when_asked_for() -> None:
    assert read("He is now ready and will soon sign.") == []
    assert read("In the current talks he is now ready and will soon sign.", adverbs=True) == [
        ("current", "PRESENT_REF", None),
        ("now", "PRESENT_REF", None),
        ("soon", "FUTURE_REF", None),
    ]
