"""The course of a docket: what stands on its line of time, on which day and whose line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rejoinder.docket.course import MarkKind, Stretch, course_of, stretch_of
from rejoinder.docket.matters import Footing
from rejoinder.model import Act, Actor, Consent, Decision, Interval, MeetingStatus, Publication
from tests.docket.stories import Docket, may, met, on, promised, released, said, tabled, words

WHOLE = Stretch(date(2022, 1, 1), date(2022, 12, 31))


def marks(docket: Docket, stretch: Stretch = WHOLE, *, confirmed: bool = False) -> list[tuple[str, date, date]]:
    found = course_of(docket.views(40), stretch, confirmed=confirmed)
    return [(mark.kind.value, mark.on, mark.until) for mark in found]


def test_an_empty_docket_has_no_stretch():
    assert stretch_of(Docket().views(1)) is None
    assert marks(Docket()) == []


def test_a_stretch_goes_from_the_first_day_to_the_last_due_day():
    docket = Docket()
    docket.story(10, said("the river is low", 4), met("met", on(12)), tabled("tabled", on(2)))
    docket.story(11, promised("will answer", on(11), on(20, 25)))
    assert stretch_of(docket.views(40)) == Stretch(may(2), may(25))


def test_what_is_said_stands_on_the_line_of_its_side():
    docket = Docket()
    docket.story(10, said("the river is low", 4, act=Act.REJECT), said("no", 5, Actor("a man")), said("yes", 6, None))
    found = course_of(docket.views(40), WHOLE)
    assert [mark.parties for mark in found] == [("Lower Halvern",), ("a man",), ()]
    assert (found[0].state, found[0].who) == ("reject", "Ilse Varga")
    assert all(mark.matter == mark.subject and mark.until == mark.on for mark in found)


def test_a_promise_stands_on_the_day_it_was_made_and_on_those_it_is_due():
    docket = Docket()
    docket.story(10, promised("will answer", on(9), on(20, 25)))
    assert marks(docket) == [("promise", may(9), may(9)), ("due", may(20), may(25))]


def test_a_promise_of_no_known_day_stands_on_that_of_its_story():
    docket = Docket()
    docket.story(10, promised("will answer"))
    assert marks(docket) == [("promise", may(10), may(10))]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (Interval(None, may(20)), (may(20), may(20))),
        (Interval(may(20), None), (may(20), may(20))),
        (Interval(None, None), (may(10), may(10))),
    ],
)
def test_days_that_are_open_at_an_end(due, expected):
    docket = Docket()
    docket.story(10, promised("will answer", on(9), due))
    assert marks(docket)[-1] == ("due", *expected)


def test_a_meeting_stands_on_the_lines_of_all_who_met():
    docket = Docket()
    docket.story(10, met("the two met", on(9)), met("they will meet", None, MeetingStatus.PLANNED, "Lenn"))
    (mark,) = course_of(docket.views(40), WHOLE)
    assert mark.parties == ("Lower Halvern", "Ostmark")
    assert (mark.state, mark.words) == ("held", "Brennau")


def test_a_meeting_without_a_place_is_told_in_its_words():
    docket = Docket()
    docket.story(10, met("the two met", on(9), place=None))
    assert course_of(docket.views(40), WHOLE)[0].words == "the two met"


def test_a_text_stands_on_the_day_it_was_tabled_and_on_that_it_came_out():
    docket = Docket()
    docket.story(10, tabled("handed over the draft compact", on(9)))
    docket.story(14, released("printed the leaked draft compact", Consent.NOT_ASKED, Publication.LEAKED))
    found = course_of(docket.views(40), WHOLE)
    assert [(mark.kind, mark.on, mark.state) for mark in found] == [
        (MarkKind.TEXT, may(9), "draft"),
        (MarkKind.PUBLIC, may(14), "leaked"),
    ]
    assert marks(docket, Stretch(may(14), may(14))) == [("public", may(14), may(14))]


def test_a_text_of_no_known_side_title_or_day():
    docket = Docket()
    docket.story(10, tabled("a paper was tabled", None, by=None, title=None))
    (mark,) = course_of(docket.views(40), WHOLE)
    assert (mark.on, mark.parties, mark.who, mark.words) == (may(10), (), "", "a paper was tabled")


def test_what_lies_outside_is_left_out():
    docket = Docket()
    records = (said("low", 4), met("met", on(4)), tabled("tabled", on(4)), promised("will answer", on(4), on(5)))
    docket.story(4, *records)
    assert marks(docket, Stretch(may(6), may(9))) == []
    assert len(marks(docket, Stretch(may(5), may(9)))) == 1


def test_the_weightiest_of_a_day_comes_first():
    docket = Docket()
    docket.story(4, said("low", 4), tabled("tabled", on(4)), met("met", on(4)), promised("will answer", on(4)))
    assert [kind for kind, _, _ in marks(docket)] == ["promise", "meeting", "text", "statement"]


def test_rejected_statements_and_superseded_sources_are_left_out():
    docket = Docket()
    _, rejected = docket.story(4, said("low", 4))
    docket.judge(rejected, Decision.REJECT)
    docket.story(5, said("old", 5), uri="urn:1")
    docket.story(6, said("new", 6), uri="urn:1")
    assert [mark.words for mark in course_of(docket.views(40), WHOLE)] == ["new"]
    assert stretch_of(docket.views(40)) == Stretch(may(4), may(6))


def test_only_what_is_confirmed_is_shown_where_that_is_asked():
    docket = Docket()
    _, confirmed, _ = docket.story(4, said("low", 4), replace(said("high", 5), content=words("high")))
    docket.judge(confirmed)
    docket.by_hand(6, said("by hand", 6))
    found = course_of(docket.views(40), WHOLE, confirmed=True)
    assert [(mark.words, mark.backing.footing) for mark in found] == [
        ("low", Footing.CONFIRMED),
        ("by hand", Footing.ENTERED),
    ]
    assert found[1].source == ""


def test_a_stretch_meets_what_shares_a_day_with_it():
    stretch = Stretch(may(5), may(9))
    assert stretch.meets(may(1), may(5))
    assert stretch.meets(None, may(9))
    assert stretch.meets(may(9), None)
    assert not stretch.meets(may(1), may(4))
    assert not stretch.meets(may(10), may(12))
    assert not stretch.meets(None, None)
