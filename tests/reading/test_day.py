"""The day of a document: datelines and stories, with the day, its basis and the doubts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from rejoinder.model import Severity
from rejoinder.reading.day import document_day
from rejoinder.reading.layout import find_layout

TODAY = date(2026, 11, 23)

# text | the day, or None | the basis | codes of the problems
STORIES = [
    (
        "MOSCOW, January 26. /TASS/. They promised it, the minister told the State Duma on Wednesday.",
        date(2022, 1, 26),
        "dateline January 26, said on a Wednesday; year from the weekday: 2022 is the latest that fits",
        [],
    ),
    ("GENEVA, Jan 10, 2022 (AFP) - They met.", date(2022, 1, 10), "dateline Jan 10, 2022", []),
    ("Talks go on\n\nFriday 24 February 2023\n\nThey met.", date(2023, 2, 24), "dateline Friday 24 February 2023", []),
    (
        "GENEVA, Monday, Jan 10, 2023 (AFP) - They met.",
        date(2023, 1, 10),
        "dateline Monday, Jan 10, 2023",
        ["day-weekday"],
    ),
    ("GENEVA, Feb. 29, 2022 (AFP) - They met.", None, None, ["day-unknown"]),
    ("GENEVA (AP) — They met on Wednesday.", None, None, ["day-unknown"]),
    ("GENEVA, Wednesday (AP) — They met.", None, None, ["day-unknown"]),
    ("", None, None, ["day-unknown"]),
    ("GENEVA, Jan 26 (Reuters) - They meet.\n\nRelated stories\n\n(c) AFP", None, None, ["day-unknown"]),
    ("GENEVA, Jan 26 (Reuters) - They will meet on Friday.", None, None, ["day-unknown"]),
    (
        "GENEVA, Wednesday, Jan 26 (AP) - They met.",
        date(2022, 1, 26),
        "dateline Wednesday, Jan 26, a Wednesday; year from the weekday: 2022 is the latest that fits",
        [],
    ),
    (
        "GENEVA, Jan 26 (Reuters) - They met again, after Friday, Jan. 21, the mediator said.",
        date(2022, 1, 26),
        "dateline Jan 26, with Friday, Jan. 21 in the text; year from the weekday: 2022 is the latest that fits",
        [],
    ),
    (
        "GENEVA, Jan 26 (Reuters) - He said Tuesday it was over. The drafts were published on December 17, 2021.",
        date(2022, 1, 26),
        "dateline Jan 26, said on a Tuesday, the day before; year from the weekday: 2022 is the latest that fits",
        ["day-year"],
    ),
    (
        "GENEVA, Jan 26 (Reuters) - He said Wednesday it was over. The drafts were published on December 17, 2015.",
        date(2022, 1, 26),
        "dateline Jan 26, said on a Wednesday; year from the weekday: 2022 is the latest that fits",
        [],
    ),
    (
        "GENEVA, May 14 (Reuters) - He said on Tuesday it was over. The duty was brought in in January 2018.",
        date(2019, 5, 14),
        "dateline May 14, said on a Tuesday; year from the weekday: 2019 fits and is nearest to 2018 in the text",
        ["day-year"],
    ),
    (
        "GENEVA, May 14 (Reuters) - He said on Tuesday it was over. The drafts were sent on 2 April 2019.",
        date(2019, 5, 14),
        "dateline May 14, said on a Tuesday; year from the weekday: 2019 fits and is nearest to 2019-04-02 in the text",
        ["day-year"],
    ),
    (
        "GENEVA, Jan 26 (Reuters) - They met on Wednesday.\n\n(c) 2011 Thomson Reuters",
        date(2011, 1, 26),
        "dateline Jan 26, said on a Wednesday; year from the weekday: 2011 fits, as the copyright line says",
        [],
    ),
    (
        "GENEVA, Jan 26 (Reuters) - They met.\n\n(c) 2011 Thomson Reuters",
        date(2011, 1, 26),
        "dateline Jan 26; year from the copyright line: 2011",
        [],
    ),
    ("GENEVA, Feb 29 (Reuters) - They met.\n\n(c) 2011 Thomson Reuters", None, None, ["day-unknown"]),
    ("GENEVA, Dec 30 (Reuters) - They met on Wednesday, she said in 2026.", None, None, ["day-unknown"]),
    (
        "GENEVA, Jan 26 (Reuters) - They meet.\n\nNo.\n\nThey met Monday.\n\nHe spoke Wednesday. He left Wednesday.",
        date(2022, 1, 26),
        "dateline Jan 26, said on a Wednesday; year from the weekday: 2022 is the latest that fits",
        [],
    ),
]


@pytest.mark.parametrize(("text", "day", "basis", "codes"), STORIES)
def test_the_day_by_what_the_story_says(text: str, day: date | None, basis: str | None, codes: list[str]) -> None:
    found = document_day(text, find_layout(text), today=TODAY)
    assert (found.day, found.basis) == (day, basis)
    assert [problem.code for problem in found.problems] == codes


# what stands before the weekday, in the lead of a story of Jan 26 | whether it tells the story's weekday
LEADS = [
    ("On Wednesday the ministers met.", True),
    ("The ministers agreed to it on Wednesday.", True),
    ("The ministers spoke to reporters on Wednesday.", True),
    ("The ministers agreed to meet on Wednesday.", False),
    ("The ministers are due in Lisk on Wednesday.", False),
    ("The ministers met last Wednesday.", False),
    ("The ministers met every Wednesday.", False),
    ("Wednesday.", False),
    ("The ministers need it Wednesday.", False),
    ('"We met on Wednesday," the ministers say.', False),
]


@pytest.mark.parametrize(("lead", "tells"), LEADS)
def test_a_weekday_beside_a_past_tense_is_the_day_of_the_report(lead: str, tells: bool) -> None:
    text = f"GENEVA, Jan 26 (Reuters) - {lead}"
    assert (document_day(text, find_layout(text), today=TODAY).day is not None) is tells


def test_what_is_given_goes_before_metadata_and_metadata_before_the_dateline() -> None:
    text = "GENEVA, Jan 10, 2022 (AFP) - They met."
    layout = find_layout(text)
    metadata = (date(2022, 1, 11), "article:published_time")
    assert document_day(text, layout, date(2022, 1, 10), metadata).basis == "given"
    assert document_day(text, layout, None, metadata).basis == "article:published_time"
    assert document_day(text, layout).basis == "dateline Jan 10, 2022"


@pytest.mark.parametrize(
    ("dateline", "given", "severities"),
    [
        ("GENEVA, Jan 10, 2022 (AFP) - ", date(2022, 1, 10), []),
        ("GENEVA, Jan 10, 2022 (AFP) - ", date(2022, 1, 11), [Severity.NOTE]),
        ("GENEVA, Jan 10, 2022 (AFP) - ", date(2023, 1, 10), [Severity.DOUBT]),
        ("GENEVA, Dec 31 (Reuters) - ", date(2022, 1, 1), [Severity.NOTE]),
        ("GENEVA, Dec 31 (Reuters) - ", date(2022, 1, 15), [Severity.DOUBT]),
        ("GENEVA, Feb 29, 2022 (Reuters) - ", date(2022, 3, 1), []),
        ("GENEVA (AP) — ", date(2022, 3, 1), []),
        ("", date(2022, 3, 1), []),
    ],
)
def test_a_dateline_of_another_day_is_a_doubt(dateline: str, given: date, severities: list[Severity]) -> None:
    text = f"{dateline}They met."
    found = document_day(text, find_layout(text), given)
    assert found.day == given
    assert [problem.severity for problem in found.problems] == severities


def test_without_today_only_a_day_of_the_story_can_tell_the_year() -> None:
    text = "MOSCOW, January 26. /TASS/. He told the Duma on Wednesday."
    assert document_day(text, find_layout(text)).day is None
    text += " The drafts were published on December 17, 2021."
    assert document_day(text, find_layout(text)).day == date(2022, 1, 26)


WORDS = [
    "GENEVA, Feb 29",
    "(AP)",
    " - ",
    "Monday",
    "said",
    "Jan 5, 2021",
    "in 2020",
    "(c) 2016",
    "\n\n",
    "31.12.0001",
    "1/2/1999",
    '"',
]


@given_by(st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=12).map(" ".join), st.none() | st.dates())
def test_any_text_has_a_day_or_a_reason_why_not(text: str, today: date | None) -> None:
    found = document_day(text, find_layout(text), today=today)
    assert (found.day is None) == (found.basis is None)
    assert found.day is not None or found.problems
    assert all(0 <= problem.start <= problem.end <= len(text) for problem in found.problems)
