"""Meetings: told by stories, held, moved and cancelled; which records tell of one."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.docket import find_matter, where_it_stands
from rejoinder.docket.matters import Change
from rejoinder.docket.views import Views
from rejoinder.model import Decision, MeetingStatus, Relation
from tests.docket.dockets import Docket, days

HELD, PLANNED, CANCELLED = MeetingStatus.HELD, MeetingStatus.PLANNED, MeetingStatus.CANCELLED
TODAY = date(2022, 2, 1)


def all_meetings(docket):
    snapshot = docket.fold()
    views = Views(snapshot, TODAY)
    return [views.meeting(matter) for matter, _ in views.live.matters("meetings")]


def test_a_meeting_that_is_moved_keeps_its_old_days():
    docket = Docket()
    first = docket.story("2022-01-21").meet(["Russia", "United States"], "2022-02-10", place="Geneva")
    docket.story("2022-01-25").meet(["Sergey Lavrov, Russia", "United States"], "2022-02-14", moved_from="2022-02-10")
    docket.story("2022-01-28").meet(["Russia", "United States"], "2022-02-14", place="Geneva", forum="bilateral")
    (meeting,) = all_meetings(docket)
    assert meeting.id == first
    assert [(said.when, said.change) for said in meeting.said] == [
        (days("2022-02-10"), Change.FIRST),
        (days("2022-02-14"), Change.SLIPPED),
        (days("2022-02-14"), Change.RESTATED),
    ]
    assert (meeting.when, meeting.slipped, meeting.status) == (days("2022-02-14"), 1, PLANNED)
    assert [actor.name for actor in meeting.participants] == ["Sergey Lavrov", "United States"]
    assert (meeting.place, meeting.forum) == ("Geneva", "bilateral")
    (found,) = where_it_stands(docket.fold(), TODAY).meetings
    assert found == meeting


TOGETHER = [
    # one, another -> whether they are one meeting
    ((["Russia", "NATO"], "2022-01-12", PLANNED, "Brussels"), (["NATO", "Russia"], "2022-01-12"), True),
    ((["Russia", "NATO"], "2022-01-12", PLANNED, "Brussels"), (["NATO", "Russia"], "2022-01-13"), False),
    ((["Russia", "NATO"], "2022-01-12", PLANNED, "Brussels"), (["NATO", "Russia"], "2022-01-12", HELD, "Lisk"), False),
    ((["Russia", "NATO"], "2022-01-10/2022-01-16"), (["NATO", "Russia"], "2022-01-12"), True),
    ((["Russia", "NATO"], None), (["NATO", "Russia"], None), True),
    ((["Russia", "NATO"], None), (["NATO", "Russia"], "2022-01-12"), False),
    ((["Russia", "NATO"], "2022-01-12"), (["Russia", "OSCE"], "2022-01-12"), False),
    ((["Russia"], "2022-01-12", PLANNED, "Lisk"), (["NATO", "Russia"], "2022-01-12", PLANNED, "Lisk"), True),
    ((["A B, Russia", "NATO"], "2022-01-12"), (["C D, Russia", "NATO"], "2022-01-12"), False),
    ((["A B, Russia", "NATO"], "2022-01-12"), (["Mr B, Russia", "C D, Russia", "NATO"], "2022-01-12"), True),
    ((["Russia", "NATO"], "2022-01-01/2022-03-31"), (["NATO", "Russia"], "2022-01-01/2022-03-31"), True),
    ((["Russia", "NATO"], "2022-01-12/"), (["NATO", "Russia"], "/2022-01-12"), True),
]


@pytest.mark.parametrize(("told", "then", "one"), TOGETHER)
def test_two_records_tell_of_one_meeting(told, then, one):
    docket = Docket()
    docket.story("2022-01-10").meet(*told)
    docket.story("2022-01-11").meet(*then)
    assert len(all_meetings(docket)) == (1 if one else 2)


def test_once_held_a_meeting_is_held():
    docket = Docket()
    docket.story("2022-01-10").meet(["Russia", "NATO"], "2022-01-12", PLANNED)
    docket.story("2022-01-13").meet(["Russia", "NATO"], "2022-01-12", HELD)
    docket.story("2022-01-14").meet(["Russia", "NATO"], None, CANCELLED)
    held, cancelled = all_meetings(docket)
    assert (held.status, cancelled.status, cancelled.when) == (HELD, CANCELLED, None)
    assert where_it_stands(docket.fold(), date(2022, 1, 1)).meetings == ()


def test_the_next_meetings_come_by_day_those_without_one_last():
    docket = Docket()
    story = docket.story("2022-01-10")
    story.meet(["Ostmark", "Lower Halvern"], None)
    story.meet(["Ostmark", "Upper Halvern"], "2022-03-01")
    story.meet(["Ostmark", "River Commission"], "2022-02-01")
    story.meet(["Ostmark", "Norland"], "2022-01-31")
    found = where_it_stands(docket.fold(), TODAY).meetings
    others = [{actor.name for actor in meeting.participants} - {"Ostmark"} for meeting in found]
    assert others == [{"River Commission"}, {"Upper Halvern"}, {"Lower Halvern"}]
    assert where_it_stands(docket.fold(), date(2022, 6, 1)).meetings == ()
    assert len(where_it_stands(docket.fold(), date.min).meetings) == 4


def test_records_that_a_person_merges_are_one_and_split_ones_are_two():
    docket = Docket()
    story = docket.story("2022-01-10")
    one = story.meet(["Ostmark", "Lower Halvern"], "2022-01-20")
    other = story.meet(["Ostmark", "Upper Halvern"], "2022-01-27")
    third = docket.story("2022-01-11").meet(["Ostmark", "Lower Halvern"], "2022-01-20")
    merged = docket.judge(one, Decision.MERGE, other)
    (meeting,) = all_meetings(docket)
    assert [report.subject for report in meeting.reports] == [one, other, third]
    assert find_matter(docket.fold(), third, TODAY).id == one
    docket.undo(merged)
    assert [len(meeting.reports) for meeting in all_meetings(docket)] == [2, 1]
    docket.judge(third, Decision.SPLIT, one)
    assert [len(meeting.reports) for meeting in all_meetings(docket)] == [1, 1, 1]
    docket.judge(third, Decision.MERGE, one)
    assert [len(meeting.reports) for meeting in all_meetings(docket)] == [2, 1]
    docket.judge(third, Decision.MERGE, "meeting:gone")
    docket.judge(third, Decision.SPLIT, "meeting:gone")
    assert [len(meeting.reports) for meeting in all_meetings(docket)] == [2, 1]


def test_what_is_split_stays_apart_from_all_that_it_was_one_with():
    docket = Docket()
    told = [docket.story(f"2022-01-1{day}").meet(["Ostmark", "Norland"], "2022-01-20") for day in range(4)]
    docket.judge(told[0], Decision.SPLIT, told[3])
    docket.judge(told[1], Decision.MERGE, told[0])
    docket.judge(told[2], Decision.MERGE, told[3])
    assert [[report.subject for report in one.reports] for one in all_meetings(docket)] == [told[:2], told[2:]]
    docket.judge(told[1], Decision.MERGE, told[2])
    assert [[report.subject for report in one.reports] for one in all_meetings(docket)] == [told[:3], told[3:]]


def test_a_meeting_is_no_party_to_a_link():
    docket = Docket()
    story = docket.story("2022-01-10")
    one = story.meet(["Ostmark", "Norland"], "2022-01-20")
    docket.link(one, Relation.SUPERSEDES, "meeting:gone")
    assert len(all_meetings(docket)) == 1
