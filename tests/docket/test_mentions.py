"""Mentions of items: counted by week and side, those that went quiet first."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.docket.mentions import count_all, sides_of, week_of, weeks_between
from tests.docket.stories import REUTER, Docket, may, met, on, said, tabled

DATA, WEIRS = "flow data every hour", "a survey of the old weirs"


def example() -> Docket:
    docket = Docket()
    docket.story(2, tabled("handed over the draft compact", on(2), (DATA, WEIRS)))
    docket.story(4, said("flow data every hour would cost much", 4))
    docket.story(11, said("hourly flow data can be had every hour", 11, REUTER), met("the two met", on(11)))
    docket.story(20, met("they met once more", on(20)))
    return docket


def test_quiet_items_come_first_with_their_mentions():
    found, count = count_all(example().views(30), 10)
    assert count == 2
    assert [(item.item.words, item.meetings_since, item.last_on) for item in found] == [
        (WEIRS, 2, None),
        (DATA, 1, may(11)),
    ]
    assert dict(found[1].weeks) == {("2022-W18", "Lower Halvern"): 1, ("2022-W19", "Ostmark"): 1}
    assert found[1].last_statement is not None
    assert sides_of(found) == ("Lower Halvern", "Ostmark")


def test_a_page_of_them():
    found, count = count_all(example().views(30), 1, 1)
    assert (len(found), count) == (1, 2)
    assert found[0].item.words == DATA
    assert count_all(Docket().views(1), 10) == ((), 0)


def test_only_what_a_person_stands_behind():
    docket = example()
    assert count_all(docket.views(30), 10, confirmed=True) == ((), 0)
    text = next(iter(docket.views(30).live.texts))
    docket.judge(text)
    found, count = count_all(docket.views(30), 10, confirmed=True)
    assert (len(found), count) == (2, 2)


def test_weeks_are_those_of_iso_8601():
    assert list(weeks_between(date(2021, 12, 30), date(2022, 1, 10))) == ["2021-W52", "2022-W01", "2022-W02"]
    assert week_of(date(2022, 1, 1)) == "2021-W52"
    assert list(weeks_between(date.min, date.min)) == ["1-W01"]


@given(st.dates(max_value=date(9999, 1, 1)), st.integers(0, 400))
def test_every_week_between_two_days_is_named_once(first, days):
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    weeks = list(weeks_between(first, last))
    assert weeks[0] == week_of(first)
    assert weeks[-1] == week_of(last)
    assert len(set(weeks)) == len(weeks)
