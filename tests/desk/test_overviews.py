"""What is to come, for a calendar: open promises with a day that is not long past, meetings that are not held."""

from __future__ import annotations

from datetime import UTC, datetime

from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.overviews import Part, extent_of, mentions_as_of, news_as_of, speakers_as_of, to_come_as_of
from rejoinder.model import Decision
from tests.desk.desks import DOCKET, added, new_desk


def kinds(desk):
    return [matter.kind.value for matter in to_come_as_of(desk, DOCKET)]


def test_promises_with_a_day_and_meetings_that_are_not_held_are_to_come():
    desk = new_desk()
    assert kinds(desk) == []
    added(desk)
    promise, meeting = to_come_as_of(desk, DOCKET)
    assert promise.words == "will answer the draft compact point by point"
    assert meeting.words.startswith("a second meeting")


def test_what_is_long_past_or_rejected_is_not():
    desk = new_desk()
    added(desk)
    promise, _ = to_come_as_of(desk, DOCKET)
    judge(desk, DOCKET, promise.id, Verdict(Decision.REJECT))
    assert kinds(desk) == ["meeting"]
    desk.clock.moment = datetime(2024, 5, 20, tzinfo=UTC)
    assert kinds(desk) == []


def test_overviews_of_an_empty_docket_are_empty():
    desk = new_desk()
    assert extent_of(desk, DOCKET).stretch is None
    assert mentions_as_of(desk, DOCKET, Part(10)) == ((), 0)
    assert speakers_as_of(desk, DOCKET) == ()
    assert news_as_of(desk, DOCKET, 10) == ()
