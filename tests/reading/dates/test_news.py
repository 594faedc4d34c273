"""Sentences as a wire or a business page has them, marked as TimeML marks them: the words, their type and their value.

All were printed on Wednesday 18 March 1998, and are of our own making.
"""

from datetime import date

import pytest

from rejoinder.reading.dates import find_dates

PRINTED = date(1998, 3, 18)
Found = tuple[str, str, str | None]


def marked(text: str) -> list[Found]:
    """The words, type and value of every time expression, the vague adverbs too."""
    return [(each.exact, str(each.type), each.value) for each in find_dates(text, PRINTED, adverbs=True)]


WEEKDAYS = [
    ("The envoy flew to Geneva on Monday.", "Monday", "1998-03-16"),
    ("The rebels released two hostages Friday, the Red Cross said.", "Friday", "1998-03-13"),
    ("Ministers met to discuss the draft Tuesday.", "Tuesday", "1998-03-17"),
    ("The two sides failed to agree on Sunday.", "Sunday", "1998-03-15"),
    ("Officials declined to comment Tuesday.", "Tuesday", "1998-03-17"),
    ("The cabinet fled the capital Saturday.", "Saturday", "1998-03-14"),
    ("The offer had been due to lapse Monday.", "Monday", "1998-03-16"),
    ("A hearing is set for Friday.", "Friday", "1998-03-20"),
    ("The envoys are set to meet Monday.", "Monday", "1998-03-23"),
    ("The court set Monday as the last day.", "Monday", "1998-03-16"),
    ("The king will fly home on Saturday.", "Saturday", "1998-03-21"),
    ("The pact was signed on Wednesday.", "Wednesday", "1998-03-18"),
    ("Earlier Tuesday, police fired on a crowd.", "Earlier Tuesday", "1998-03-17"),
    ("Shares fell on Friday the 13th.", "Friday the 13th", "1998-03-13"),
    ("He left on Tuesday the 10th.", "Tuesday the 10th", "1998-03-10"),
    ("The strike began on Good Friday.", "Good Friday", "1998-04-10"),
]

YEARS_AND_QUARTERS = [
    ("1997's fourth quarter was weak.", "1997's fourth quarter", "1997-Q4"),
    ("Sales rose in fiscal 1997's third quarter.", "fiscal 1997's third quarter", "1997-Q3"),
    ("The firm had a loss in the fiscal 1997 second quarter.", "the fiscal 1997 second quarter", "1997-Q2"),
    ("Output fell in the first half of fiscal 1998.", "the first half of fiscal 1998", "1998-H1"),
    ("Profit doubled in the 1997 second half.", "the 1997 second half", "1997-H2"),
    ("Net rose in the fiscal-first quarter.", "the fiscal-first quarter", "1998-Q1"),
    ("Late 1997 brought a truce.", "Late 1997", "1997"),
    ("They have fought since the mid-1980s.", "the mid-1980s", "198"),
    ("Debt grew in the 1990s.", "the 1990s", "199"),
    ("He ruled in the late '70s.", "the late '70s", "197"),
    ("Prices rose from a month earlier.", "a month earlier", "1998-02"),
    ("The mine closed half a century ago.", "half a century ago", "1948"),
    ("The loan ran out half a decade ago.", "half a decade ago", "1993"),
    ("The credit runs through May.", "May", "1998-05"),
    ("The truce has held through January.", "January", "1998-01"),
    ("Voters chose him on Election Day 1996.", "Election Day 1996", "1996-11-05"),
    ("Banks shut on Presidents' Day.", "Presidents' Day", "1998-02-16"),
    ("They married last Valentine's Day.", "last Valentine's Day", "1998-02-14"),
    ("The blast came on Halloween 1997.", "Halloween 1997", "1997-10-31"),
    ("Shops closed on Boxing Day 1997.", "Boxing Day 1997", "1997-12-26"),
    ("They dined on Thanksgiving Eve 1997.", "Thanksgiving Eve 1997", "1997-11-26"),
    ("The firm is based on a plan of a year ago.", "a year ago", "1997"),
    ("Recruiting fell this year.", "this year", "1998"),
    ("The bill passed last December.", "last December", "1997-12"),
]

LENGTHS = [
    ("The deal followed months of talks.", "months", "PXM"),
    ("After years of war they want peace.", "years", "PXY"),
    ("He gave them a week to leave.", "a week", "P1W"),
    ("Debate took a month.", "a month", "P1M"),
    ("Prices have doubled over the past decade.", "the past decade", "P10Y"),
    ("It has changed in the past century.", "the past century", "P100Y"),
    ("They have talked for the past two years.", "the past two years", "P2Y"),
    ("The yearlong boycott ended.", "yearlong", "P1Y"),
    ("She began a weeklong visit.", "weeklong", "P1W"),
    ("The month-old strike goes on.", "month-old", "P1M"),
    ("They settled a weeks-old dispute.", "weeks-old", "PXW"),
    ("The hour-long talk was frank.", "hour-long", "PT1H"),
    ("They have waited nearly two years.", "nearly two years", "P2Y"),
    ("The march lasted more than four hours.", "more than four hours", "PT4H"),
    ("They may stay no more than sixty days.", "no more than sixty days", "P60D"),
    ("The ban lasts up to 180 days.", "up to 180 days", "P180D"),
    ("They will wait at least 30 days.", "at least 30 days", "P30D"),
    ("The talks took less than two weeks.", "less than two weeks", "P2W"),
]

PARTS_AND_SETS = [
    ("He was shot on the night of Feb. 3.", "the night of Feb. 3", "TIME", "1998-02-03TNI"),
    ("They spoke on the evening of Thursday, March 5.", "the evening of Thursday, March 5", "TIME", "1998-03-05TEV"),
    ("Rain fell on the morning of Sunday.", "the morning of Sunday", "TIME", "1998-03-15TMO"),
    ("The mayor spoke Tuesday night.", "Tuesday night", "TIME", "1998-03-17TNI"),
    ("Shots were heard late Monday afternoon.", "late Monday afternoon", "TIME", "1998-03-16TAF"),
    ("The committee meets every few weeks.", "every few weeks", "SET", "PXW"),
    ("Trains leave every 10 minutes.", "every 10 minutes", "SET", "PT10M"),
    ("Rents rise annually.", "annually", "SET", "P1Y"),
]

REFERENCES = [
    ("Nothing in the recent past compares.", "the recent past", "PAST_REF"),
    ("The party is now split.", "now", "PRESENT_REF"),
    ("They currently hold ten seats.", "currently", "PRESENT_REF"),
    ("He recently quit.", "recently", "PAST_REF"),
    ("Rates may fall in the near future.", "the near future", "FUTURE_REF"),
    ("Exports fell in recent months.", "recent months", "PAST_REF"),
]

ROWS = [
    *[(text, (words, "DATE", value)) for text, words, value in (*WEEKDAYS, *YEARS_AND_QUARTERS, *REFERENCES)],
    *[(text, (words, "DURATION", value)) for text, words, value in LENGTHS],
    *[(text, (words, kind, value)) for text, words, kind, value in PARTS_AND_SETS],
]


@pytest.mark.parametrize(("text", "found"), ROWS)
def test_a_sentence_of_news_is_marked_as_timeml_marks_it(text: str, found: Found) -> None:
    assert marked(text) == [found]


ACCOUNTS = [
    (
        "In the third quarter of 1997 net fell from a year earlier. In the nine months it was up from a year earlier.",
        ["1997-Q3", "1996-Q3", "P9M", "1997"],
    ),
    ("For the nine months, sales rose. This quarter they fell from a year ago.", ["P9M", "1998-Q1", "1997-Q1"]),
    ("In the third quarter of 1997 net rose; year-earlier net was low.", ["1997-Q3", "1996-Q3"]),
    ("In the 1996 period it lost. The year-ago results had a charge.", ["1996", "1997"]),
    ("They met on March 5 and signed the next morning.", ["1998-03-05", "1998-03-06TMO"]),
    ("They met on March 5; the previous evening they had dined.", ["1998-03-05", "1998-03-04TEV"]),
]


@pytest.mark.parametrize(("text", "values"), ACCOUNTS)
def test_an_account_keeps_to_the_stretch_it_is_about(text: str, values: list[str]) -> None:
    assert [value for _, _, value in marked(text)] == values


NO_TIMES = [
    'He spoke on "This Week" and left.',
    "The tax costs $2 million a week.",
    "Quarters of it; the minutes of the meeting; the days of the king",
    "Columbus Ohio Day",
    "The Election Week",
    "the year-old boy",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert marked(text) == []


def test_a_good_friday_is_a_friday_like_others() -> None:
    assert marked("It was a good Friday for them. Good Monday!") == [
        ("Friday", "DATE", "1998-03-13"),
        ("Monday", "DATE", "1998-03-16"),
    ]


def test_a_docket_takes_the_count_without_its_limit() -> None:
    (found,) = find_dates("They have waited nearly two years.", PRINTED)
    assert (found.exact, found.value) == ("two years", "P2Y")
    assert marked("at least the first two months") == [("the first two months", "DURATION", "P2M")]
