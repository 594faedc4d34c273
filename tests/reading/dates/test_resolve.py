"""One phrase, or a row of them, read from a day of speaking, from another date in the text, or from none."""

from datetime import date, timedelta

import pytest

from rejoinder.model import Interval, TimexType
from rejoinder.reading.dates import find_dates, find_time_phrases, resolve_phrase, resolve_phrases
from rejoinder.reading.dates.calendars import easter_sunday

SPOKEN = date(2022, 1, 26)


def values(text: str, anchor: date | None = SPOKEN) -> list[str | None]:
    return [each.value for each in find_dates(text, anchor)]


UNKNOWN = [
    ("on Wednesday", "XXXX-WXX-3"),
    ("next week", "XXXX-WXX"),
    ("this month", "XXXX-XX"),
    ("last year", "XXXX"),
    ("today", "XXXX-XX-XX"),
    ("this quarter", "XXXX-QX"),
    ("this weekend", "XXXX-WXX-WE"),
    ("over the weekend", "XXXX-WXX-WE"),
    ("in March", "XXXX-03"),
    ("on 12 March", "XXXX-03-12"),
    ("on the 17th", "XXXX-XX-17"),
    ("early March", "XXXX-03"),
    ("10-12 January", "XXXX-01-10/XXXX-01-12"),
    ("the week of 9 February", "XXXX-WXX"),
    ("the third quarter", "XXXX-Q3"),
    ("the fiscal third quarter", "XXXX-Q3"),
    ("the fiscal year", "XXXX"),
    ("last summer", "XXXX-SU"),
    ("Christmas", None),
    ("at 10 a.m.", "XXXX-XX-XXT10:00"),
    ("Tuesday morning", "XXXX-WXX-2TMO"),
    ("noon on 14 April", "XXXX-04-14T12:00"),
    ("ten days ago", "P10D"),
    ("three days later", "P3D"),
    ("a year ago", "XXXX"),
]


@pytest.mark.parametrize(("text", "value"), UNKNOWN)
def test_what_hangs_on_an_unknown_day_has_no_interval(text: str, value: str | None) -> None:
    (found,) = find_dates(text, None)
    assert (found.value, found.interval) == (value, None)


KNOWN = ["12 March 2022", "in 1998", "2022-01-26", "the 1990s", "Q1 2022", "Christmas 2020", "week 4 of 2022"]


@pytest.mark.parametrize("text", KNOWN)
def test_an_absolute_date_needs_no_day_of_speaking(text: str) -> None:
    (found,) = find_dates(text, None)
    assert found.interval is not None


IN_TEXT = [
    ("They met on 5 January. The day before, he wrote.", ["2022-01-05", "2022-01-04"]),
    ("They met on 5 January. The following day he wrote.", ["2022-01-05", "2022-01-06"]),
    ("They met on 5 January and left the same day.", ["2022-01-05", "2022-01-05"]),
    ("They met on 5 January and left three days later.", ["2022-01-05", "2022-01-08"]),
    ("They met on 5 January; two weeks earlier they had not.", ["2022-01-05", "2021-12-22"]),
    ("They met on 5 January and signed that evening.", ["2022-01-05", "2022-01-05TEV"]),
    ("They met on 5 January and the following Monday.", ["2022-01-05", "2022-01-10"]),
    ("They met on 5 January and the previous Monday.", ["2022-01-05", "2022-01-03"]),
    ("They met in 2019 and signed the following year.", ["2019", "2020"]),
    ("They met in March 2019 and signed the following month.", ["2019-03", "2019-04"]),
    ("They met in 2019; that year was cold.", ["2019", "2019"]),
    ("They met in 2019 and again the day before.", ["2019", "XXXX-XX-XX"]),
    ("They met in 2019 and again the previous week.", ["2019", "2022-W03"]),
    ("He left in the previous quarter.", ["2021-Q4"]),
    ("Sales rose in the third quarter of 2020 from a year earlier.", ["2020-Q3", "2019-Q3"]),
    ("Sales in the third quarter of 2020 beat the year-ago quarter.", ["2020-Q3", "2019-Q3"]),
    ("In the third quarter of 2020 they beat the same period last year.", ["2020-Q3", "2019-Q3"]),
    ("In Q3 2020 sales rose. The latest quarter was good.", ["2020-Q3", "2020-Q3"]),
    ("In Q3 2020 they fell; the 2019 quarter was better.", ["2020-Q3", "2019-Q3"]),
    ("The 2019 quarter was better.", ["2019"]),
    ("They fell in the quarter.", ["2021-Q4"]),
    ("By the end of the quarter they will sign.", ["2022-Q1"]),
    ("The month was cold; in the month they met.", ["2022-01"]),
    ("from Monday to Wednesday", ["2022-01-24", "2022-01-26"]),
    ("Friday through Tuesday", ["2022-01-21", "2022-01-25"]),
    ("from Jan. 18 to 22, they met", ["2022-01-18", "2022-01-22"]),
    ("from Jan. 18 to 12, they met", ["2022-01-18"]),
    ("from Jan. 18 to 22 people", ["2022-01-18", "2022-01-22"]),
    ("from Monday to 22 January", ["2022-01-24", "2022-01-22"]),
    ("from Jan. 18 to nowhere", ["2022-01-18"]),
    ("on Tuesday (0735 GMT)", ["2022-01-25", "2022-01-25T07:35Z"]),
    ("at 10:35 a.m. (0735 GMT) Tuesday", ["2022-01-25T10:35", "2022-01-25T07:35Z", "2022-01-25"]),
    ("at 10:35 a.m. in March", ["2022-01-26T10:35", "2022-03"]),
    ("the year ended March 31, 2021", ["P1Y", "2021-03-31"]),
    ("8:30 tomorrow morning and 9 o'clock this evening", ["2022-01-27T08:30", "2022-01-26T21:00"]),
    ("fiscal 1989 and the 1990 fiscal year", ["1989", "1990"]),
    ("the current fiscal year", ["2022"]),
    ("a few days later", ["PXD"]),
    ("three days later this year", ["P3D", "2022"]),
    ("two three weeks", ["P2W"]),
    ("January this week", ["2022-01", "2022-W04"]),
    ("the week 2019", ["2019"]),
    ("Friday week", ["2022-02-04"]),
    ("Easter Tuesday", ["2022-01-25"]),
    ("the third half of 2020", ["2020"]),
    ("In Q3 2020 they fell; the latest period was good.", ["2020-Q3", "2020-Q3"]),
    ("this past week", ["2022-W03"]),
    ("in the first half", ["2022-H1"]),
    ("Labor Day, Memorial Day, Veterans Day", ["2021-09-06", "2022-05-30", "2021-11-11"]),
    ("New Year's Eve and New Year's Day", ["2021-12-31", "2022-01-01"]),
]


@pytest.mark.parametrize(("text", "expected"), IN_TEXT)
def test_a_date_is_read_in_the_light_of_those_before_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


TENSES = [
    ("A meeting was set for Monday.", date(2022, 1, 31)),
    ("They are to meet on Monday.", date(2022, 1, 31)),
    ("Talks resume Monday.", date(2022, 1, 31)),
    ("He said they hope to sign on Monday.", date(2022, 1, 31)),
    ("They had filed by Monday.", date(2022, 1, 24)),
    ("He had, he said, replied on Monday.", date(2022, 1, 24)),
    ("They will see. On Monday he spoke.", date(2022, 1, 24)),
    ("They will see Mr. Monti on Monday.", date(2022, 1, 31)),
    ("According to officials on Monday", date(2022, 1, 24)),
    ("to Monday", date(2022, 1, 24)),
    ("before Monday", date(2022, 1, 31)),
    ("Monday", date(2022, 1, 24)),
]


@pytest.mark.parametrize(("text", "day"), TENSES)
def test_the_tense_of_the_nearest_verb_points_the_way(text: str, day: date) -> None:
    (found,) = find_dates(text, SPOKEN)
    assert found.interval == Interval.day(day)


def test_the_year_nearest_is_taken_unless_the_verb_says_otherwise() -> None:
    said = [
        ("They met on 17 December.", "2021-12-17"),
        ("They will meet on 17 October.", "2022-10-17"),
        ("They will meet on 20 January.", "2022-01-20"),
        ("They met on 2 May.", "2021-05-02"),
        ("17 July", "2022-07-17"),
        ("31 June", "2022-06"),
        ("the 1st of May, 1998", "1998-05-01"),
        ("May, 1998", "1998-05"),
        ("earlier this September", "2022-09"),
    ]
    assert [find_dates(text, SPOKEN)[0].value for text, _ in said] == [value for _, value in said]


def test_next_week_on_friday_and_this_week_on_monday_are_the_same() -> None:
    friday, monday = date(2022, 1, 21), date(2022, 1, 24)
    assert find_dates("next week", friday)[0].interval == find_dates("this week", monday)[0].interval


def test_a_part_of_another_year_is_the_whole_of_it() -> None:
    _, later = find_dates("They met in 2019 and signed later that year.", SPOKEN)
    assert (later.value, later.interval) == ("2019", Interval(date(2019, 1, 1), date(2019, 12, 31)))


def test_a_winter_runs_over_the_new_year() -> None:
    assert values("this winter", date(2022, 11, 4)) == ["2022-WI"]
    assert values("this winter", date(2023, 1, 12)) == ["2022-WI"]


def test_the_rule_says_what_was_done_and_names_the_preposition() -> None:
    (due,) = find_dates("A reply is due by Monday.", SPOKEN)
    assert due.rule == "weekday: the next one, by the tense of its verb, after 'by'"
    (doubt,) = find_dates("signed 03/04/2021", SPOKEN)
    assert doubt.rule == "date in figures: ambiguous, 2021-04-03 or 2021-03-04"
    (within,) = find_time_phrases("within 90 days of signature")
    assert (within.lead, within.type, within.span) == ("within", TimexType.DURATION, (7, 14))


def test_a_phrase_alone_takes_its_tense_from_the_context() -> None:
    (phrase,) = find_time_phrases("Monday")
    assert resolve_phrase(phrase, SPOKEN, context="They will meet on Monday.").value == "2022-01-31"
    assert resolve_phrase(phrase, SPOKEN, context="They met on Monday.").value == "2022-01-24"
    assert resolve_phrase(phrase, None, published=SPOKEN).value == "2022-01-24"
    (after,) = find_time_phrases("the day after")
    assert resolve_phrase(after, SPOKEN, mentioned=Interval.day(date(2020, 2, 28))).value == "2020-02-29"
    assert resolve_phrase(after, SPOKEN, mentioned=Interval(None, SPOKEN)).value == "XXXX-XX-XX"


def test_each_phrase_may_have_a_day_of_its_own() -> None:
    text = "this week and this week"
    found = resolve_phrases(text, find_time_phrases(text), [date(2022, 1, 21), None])
    assert [each.value for each in found] == ["2022-W03", "XXXX-WXX"]


def test_a_fiscal_year_has_days_once_its_first_month_is_known() -> None:
    cases = [
        ("fiscal 2022", None, None),
        ("fiscal 2022", 4, Interval(date(2021, 4, 1), date(2022, 3, 31))),
        ("fiscal 2022", 1, Interval(date(2022, 1, 1), date(2022, 12, 31))),
        ("the first quarter of fiscal 2022", 10, Interval(date(2021, 10, 1), date(2021, 12, 31))),
        ("the first quarter of fiscal 2022", None, None),
        ("fiscal 1000", 4, Interval(date(999, 4, 1), date(1000, 3, 31))),
    ]
    for text, month, expected in cases:
        (phrase,) = find_time_phrases(text)
        assert resolve_phrase(phrase, SPOKEN, fiscal_month=month).interval == expected, text


def test_the_ends_of_the_calendar_raise_nothing() -> None:
    text = (
        "last week, next week, last Monday, the coming Sunday, by Friday, on the 31st, last year, next year, tomorrow, "
        "yesterday, last spring, the first quarter, the weekend, Easter, this Sunday, 29 February, next December, "
        "last January, fiscal 2022, the quarter, a year ago, the past fiscal year, two months ago, next weekend, "
        "Monday, 29 February and the 30th, the current fiscal year, in the quarter, "
        "at 10 a.m., last night, by Christmas, early this year, next decade"
    )
    for day in (date.min, date.max, date.min + timedelta(40), date.max - timedelta(40)):
        assert len(find_dates(text, day)) > 25
        for phrase in find_time_phrases(text):
            resolve_phrase(phrase, day, fiscal_month=4)
            resolve_phrase(phrase, day, fiscal_month=4, context=f"will {phrase.exact}")


def test_a_stretch_that_ends_before_it_begins_has_no_days() -> None:
    (found,) = find_dates("Jan. 2, 2021-Dec. 28, 2020", SPOKEN)
    assert (found.value, found.interval) == (None, None)


def test_easter_is_where_the_almanac_puts_it() -> None:
    almanac = [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2022, 4, 17), (2024, 3, 31), (2038, 4, 25)]
    assert [easter_sunday(year) for year, _, _ in almanac] == [date(*day) for day in almanac]


NAMED_BY_ANOTHER = [
    ("in the first week of April 2022", "2022-04-04 > 2022-04-10"),
    ("in the last week of April 2022", "2022-04-25 > 2022-05-01"),
    ("on the first Monday of April 2022", "2022-04-04 > 2022-04-04"),
    ("on the last Friday in April 2022", "2022-04-29 > 2022-04-29"),
    ("the last weekend of April 2022", "2022-04-30 > 2022-05-01"),
    ("the first day of next month", "2022-02-01 > 2022-02-01"),
    ("the 5th of next month", "2022-02-05 > 2022-02-05"),
    ("the last day of 2021", "2021-12-31 > 2021-12-31"),
    ("the second month of 2021", "2021-02-01 > 2021-02-28"),
    ("the final month of 2021", "2021-12-01 > 2021-12-31"),
    ("the end of the first week of April 2022", "2022-04-10 > 2022-04-10"),
    ("the first half of April 2022", "2022-04-01 > 2022-04-15"),
    ("the second half of April 2022", "2022-04-16 > 2022-04-30"),
    ("the latter half of the 1980s", "1985-01-01 > 1989-12-31"),
    ("the first half of the 20th century", "1901-01-01 > 1950-12-31"),
    ("a week from Tuesday", "2022-02-08 > 2022-02-08"),
    ("two weeks from Feb. 8", "2022-02-22 > 2022-02-22"),
    ("the weekend of 5 February", "2022-02-05 > 2022-02-06"),
    ("Thanksgiving weekend", "2021-11-27 > 2021-11-28"),
    ("Labor Day weekend", "2021-09-04 > 2021-09-05"),
    ("Election Day next year", "2023-11-07 > 2023-11-07"),
    ("They have talked all week.", "2022-01-24 > 2022-01-30"),
    ("in the new year", "2023-01-01 > 2023-12-31"),
    ("In the quarter ended Dec. 31, sales rose.", "2021-10-01 > 2021-12-31"),
]


@pytest.mark.parametrize(("text", "days"), NAMED_BY_ANOTHER)
def test_a_day_may_be_named_by_its_place_in_another_stretch(text: str, days: str) -> None:
    found = find_dates(text, SPOKEN)[0].interval
    assert found is not None
    assert f"{found.earliest} > {found.latest}" == days


def test_what_no_day_of_speaking_fixes_stays_open() -> None:
    texts = [
        "the first Monday of April",
        "a week from Tuesday",
        "Labor Day weekend",
        "the weekend of 5 May",
        "the week of 5 May",
    ]
    assert [find_dates(text, None)[0].value for text in texts] == [
        "XXXX-WXX-1",
        "XXXX-WXX",
        "XXXX-WXX-WE",
        "XXXX-WXX-WE",
        "XXXX-WXX",
    ]


def test_the_calendar_ends() -> None:
    assert values("the fifth Sunday of the month", date(9999, 12, 15)) == ["XXXX-WXX-7"]
    assert values("the thirtieth Sunday of the month", date(9999, 11, 15)) == ["XXXX-WXX-7"]
    assert values("in the fall", date(1, 1, 1)) == ["0001-FA"]
    assert values("nine years ago today", date(5, 1, 1)) == ["XXXX"]
    assert values("in the fall", date(9999, 12, 31)) == ["9999-FA"]
    assert values("the weekend of December 31", date(9999, 12, 31)) == ["XXXX-WXX-WE"]


MORE_TENSES = [
    ("They won't meet on Monday.", date(2022, 1, 31)),
    ("They didn\N{RIGHT SINGLE QUOTATION MARK}t meet on Monday.", date(2022, 1, 24)),
    ("The envoy is meeting them Saturday.", date(2022, 1, 29)),
    ("He has a speech in Berlin Saturday.", date(2022, 1, 22)),
    ("Friday's trading was slow.", date(2022, 1, 21)),
    ("He hopes they lose if they vote on Saturday.", date(2022, 1, 29)),
    ("By Monday, the strike had spread.", date(2022, 1, 24)),
    ("By Monday, the strike will have spread.", date(2022, 1, 31)),
    ("Until Monday, the port stays shut.", date(2022, 1, 31)),
    ("A call, announced for Monday, did not take place.", date(2022, 1, 24)),
    ("A call was announced for Monday.", date(2022, 1, 31)),
    ("They proposed direct flights from 1 July.", date(2022, 7, 1)),
    ("They will fly direct from 1 September.", date(2022, 9, 1)),
    ("The session brings them to Oslo on Saturday.", date(2022, 1, 29)),
    ("Before dawn Monday, troops came.", date(2022, 1, 24)),
]


@pytest.mark.parametrize(("text", "day"), MORE_TENSES)
def test_the_verb_is_read_with_what_stands_by_it(text: str, day: date) -> None:
    assert find_dates(text, SPOKEN)[0].interval == Interval.day(day)


def test_a_day_is_told_over_years_in_between() -> None:
    assert values("They met on 20 January. In 2014 they had fought. The next day they signed.") == [
        "2022-01-20",
        "2014",
        "2022-01-21",
    ]
    far = (
        "They met on 20 January. " + "They spoke of their work. " * 60 + "In 2014 they fought. The next day they left."
    )
    assert values(far) == ["2022-01-20", "2014", "XXXX-XX-XX"]


def test_two_weekdays_follow_one_another_unless_they_are_told_backwards() -> None:
    assert values("It may rain Wednesday or Thursday.") == ["2022-01-26", "2022-01-27"]
    assert values("They met on Tuesday and Monday.") == ["2022-01-25", "2022-01-24"]
    assert values("They met on Monday with Tuesday's men.") == ["2022-01-24", "2022-01-25"]
