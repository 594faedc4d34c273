"""Commitments: stories on the left, where each stands as of a day on the right."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.docket import Reckoning, find_matter, where_it_stands
from rejoinder.docket.commitments import PART
from rejoinder.docket.matters import Change, CommitmentState, Footing
from rejoinder.docket.views import Views
from rejoinder.model import Actor, Decision, MeetingStatus, Relation, Standing, TabledText, TextKind
from tests.docket.dockets import Docket, days, side

REPLY = "will hand over written replies to the drafts"
NEXT_WEEK = ("next week", "2022-01-24/2022-01-30")
THIS_WEEK = ("this week", "2022-01-24/2022-01-30")


def the_one(docket, day, until=None):
    """The one commitment of a docket, as of a day."""
    standing = where_it_stands(docket.fold(until), date.fromisoformat(day))
    (matter,) = [*standing.promises, *standing.settled]
    return matter


def told_twice():
    docket = Docket()
    first = docket.story("2022-01-21")
    first.promise("United States", "Russia", REPLY, NEXT_WEEK, "2022-01-21", by=["Sergey Lavrov"])
    second = docket.story("2022-01-24")
    second.promise("Antony Blinken, United States", "Russia", "expects to share its paper", THIS_WEEK, "2022-01-24")
    third = docket.story("2022-01-26T18:00")
    third.text("United States", ["Russia"], TextKind.REPLY, "2022-01-26", title="written reply")
    return docket


@pytest.mark.parametrize(
    ("day", "state", "tellings", "reason"),
    [
        ("2022-01-22", CommitmentState.ACTIVE, 1, "It is due from 2022-01-24 until 2022-01-30."),
        ("2022-01-25", CommitmentState.DUE, 2, "It is due from 2022-01-24 until 2022-01-30."),
        (
            "2022-01-27",
            CommitmentState.DISCHARGED,
            2,
            "The reply of 2022-01-26 seems to be what was promised; found, not confirmed.",
        ),
    ],
)
def test_a_promise_that_is_told_twice_is_one(day, state, tellings, reason):
    matter = the_one(told_twice(), day, day)
    assert (matter.state, len(matter.utterances), matter.reason) == (state, tellings, reason)
    assert matter.id == "commitment:1-0"
    assert {said.change for said in matter.dues[1:]} <= {Change.RESTATED}


def test_what_the_machine_suggests_is_marked_until_a_person_says_so():
    docket = told_twice()
    matter = the_one(docket, "2022-01-27")
    assert matter.settled.suggested
    assert matter.since == date(2022, 1, 26)
    docket.link(matter.settled.by_record, Relation.DISCHARGES, matter.id, "2022-01-26")
    linked = the_one(docket, "2022-01-27")
    assert linked.state is CommitmentState.DISCHARGED
    assert not linked.settled.suggested
    assert (linked.settled.backing.by, linked.since) == ("Ilse", date(2022, 1, 26))
    assert linked.reason == "Ilse: it discharges this."


def test_a_suggestion_that_a_person_turns_down_is_made_no_more():
    docket = told_twice()
    matter = the_one(docket, "2022-02-02")
    docket.judge(matter.settled.by_record, Decision.SPLIT, matter.id)
    assert the_one(docket, "2022-02-02").state is CommitmentState.OVERDUE


PROMISES = [
    # due, condition, day -> state, since
    (None, None, "2022-01-25", CommitmentState.ACTIVE, None),
    (NEXT_WEEK, None, "2022-01-30", CommitmentState.DUE, "2022-01-24"),
    (NEXT_WEEK, None, "2022-01-31", CommitmentState.OVERDUE, "2022-01-31"),
    (("by Monday", "/2022-01-31"), None, "2022-01-23", CommitmentState.ACTIVE, None),
    (("by Monday", "/2022-01-31"), None, "2022-01-24", CommitmentState.DUE, None),
    (("by Monday", "/2022-01-31"), None, "2022-02-01", CommitmentState.OVERDUE, "2022-02-01"),
    (("from February", "2022-02-01/"), None, "2022-06-01", CommitmentState.DUE, "2022-02-01"),
    (("in due course", "/"), None, "2022-06-01", CommitmentState.ACTIVE, None),
    (None, "if it asks", "2022-01-25", CommitmentState.CONDITIONAL, None),
    (NEXT_WEEK, "if it asks", "2022-01-30", CommitmentState.CONDITIONAL, None),
    (NEXT_WEEK, "if it asks", "2022-01-31", CommitmentState.LAPSED, "2022-01-30"),
]


@pytest.mark.parametrize(("due", "condition", "day", "state", "since"), PROMISES)
def test_a_state_hangs_on_the_day(due, condition, day, state, since):
    docket = Docket()
    docket.story("2022-01-21").promise(
        "Ostmark", "Lower Halvern", "will open the sluices", due, "2022-01-21", condition=condition
    )
    matter = the_one(docket, day)
    assert matter.state is state
    assert matter.since == (date.fromisoformat(since) if since else None)
    assert matter.backing.footing is Footing.FOUND


@pytest.mark.parametrize(
    ("relation", "on", "state"),
    [
        (Relation.DISCHARGES, "2022-01-28", CommitmentState.DISCHARGED),
        (Relation.DISCHARGES, "2022-02-04", CommitmentState.DISCHARGED_LATE),
        (Relation.DISCHARGES, None, CommitmentState.DISCHARGED),
        (Relation.PARTLY_DISCHARGES, "2022-01-28", CommitmentState.PART_DISCHARGED),
        (Relation.CANCELS, "2022-01-28", CommitmentState.CANCELLED),
        (Relation.RELEASES, "2022-01-28", CommitmentState.RELEASED),
        (Relation.ANSWERS, "2022-01-28", CommitmentState.OVERDUE),
    ],
)
def test_a_person_says_what_became_of_it(relation, on, state):
    docket = Docket()
    story = docket.story("2022-01-21")
    made = story.promise("Ostmark", "Lower Halvern", "will open the sluices", NEXT_WEEK)
    number = docket.link("meeting:1", relation, made, on)
    assert the_one(docket, "2022-02-10").state is state
    docket.undo(number)
    assert the_one(docket, "2022-02-10").state is CommitmentState.OVERDUE


def test_a_condition_that_happened_makes_it_due():
    docket = Docket()
    made = docket.story("2022-01-21").promise(
        "Ostmark", None, "will open the sluices", NEXT_WEEK, condition="if it rains"
    )
    docket.link("statement:1", Relation.DETACHES, made, "2022-01-23")
    docket.link("statement:2", Relation.ANSWERS, made)
    matter = the_one(docket, "2022-01-25")
    assert matter.state is CommitmentState.DUE
    assert matter.detached.on == date(2022, 1, 23)


def test_dates_that_are_said_anew_are_kept():
    docket = Docket()
    said = [
        ("2022-01-21", ("next week", "2022-01-24/2022-01-30")),
        ("2022-01-24", ("this week", "2022-01-24/2022-01-30")),
        ("2022-01-25", ("on Friday", "2022-01-28")),
        ("2022-01-28", ("next week", "2022-01-31/2022-02-06")),
        ("2022-01-29", ("by 31 January", "/2022-01-31")),
        ("2022-01-30", None),
    ]
    for day, due in said:
        docket.story(day).promise("Ostmark", "Lower Halvern", "will open the northern sluices", due, day)
    matter = the_one(docket, "2022-02-01")
    changes = [Change.FIRST, Change.RESTATED, Change.NARROWED, Change.SLIPPED, Change.ADVANCED]
    assert [one.change for one in matter.dues] == changes
    assert matter.due.due.text == "next week"
    assert matter.state is CommitmentState.DUE
    assert matter.differs == ("due",)
    docket.link(matter.id, Relation.EXTENDS, matter.id)
    assert the_one(docket, "2022-02-01").dues[3].change is Change.EXTENDED


def test_what_is_promised_anew_after_it_was_done_is_to_be_done_again():
    docket = told_twice()
    docket.story("2022-01-28").promise(
        "United States", "Russia", REPLY, ("next month", "2022-02-01/2022-02-28"), "2022-01-28"
    )
    assert the_one(docket, "2022-01-29").state is CommitmentState.ACTIVE
    docket.story("2022-02-12").text("United States", ["Russia"], TextKind.REPLY, "2022-02-12")
    matter = the_one(docket, "2022-02-13")
    assert (matter.state, matter.since) == (CommitmentState.DISCHARGED, date(2022, 2, 12))


SUGGESTED = [
    # what is promised, what is done -> whether it is taken for that
    (REPLY, "text", True),
    ("will answer", "text", True),
    ("will share its views in writing", "text", True),
    ("will not answer", "text", False),
    ("the reply will be published", "text", False),
    ("will study the replies", "text", False),
    ("will meet", "meeting", True),
    ("will meet", "text", False),
    ("will open the sluices", "meeting", False),
    ("to", "text", False),
]


@pytest.mark.parametrize(("action", "done", "taken"), SUGGESTED)
def test_what_is_seen_to_be_done_is_suggested(action, done, taken):
    docket = Docket()
    docket.story("2022-01-21").promise("Ostmark", "Lower Halvern", action, None, "2022-01-21")
    story = docket.story("2022-01-28")
    if done == "text":
        story.text("Ostmark", ["Lower Halvern"], TextKind.LETTER, "2022-01-27")
    else:
        story.meet(["Ostmark", "Lower Halvern"], "2022-01-27", MeetingStatus.HELD)
    assert (the_one(docket, "2022-02-01").state is CommitmentState.DISCHARGED) is taken


@pytest.mark.parametrize(
    ("by", "to", "on"),
    [
        ("Lower Halvern", ["Ostmark"], "2022-01-27"),
        ("Ostmark", ["Upper Halvern"], "2022-01-27"),
        ("Ostmark", ["Lower Halvern"], "2022-01-20"),
        ("Ostmark", ["Lower Halvern"], "2022-06-20"),
        ("Ostmark", ["Lower Halvern"], None),
    ],
)
def test_what_somebody_else_did_or_at_another_time_is_not(by, to, on):
    docket = Docket()
    docket.story("2022-01-21").promise("Ostmark", "Lower Halvern", REPLY, NEXT_WEEK, "2022-01-21")
    docket.story("2022-06-28").text(by, to, TextKind.REPLY, on)
    assert the_one(docket, "2022-07-01").state is CommitmentState.OVERDUE


def test_a_reply_went_to_all_to_whom_any_story_says():
    docket = Docket()
    docket.story("2022-01-21").promise("Ostmark", "Lower Halvern", REPLY, NEXT_WEEK, "2022-01-21")
    both = ["Upper Halvern", "Lower Halvern"]
    docket.story("2022-01-26T10:00").text("Ostmark", ["Upper Halvern"], TextKind.REPLY, "2022-01-26")
    assert the_one(docket, "2022-02-01").state is CommitmentState.OVERDUE
    docket.story("2022-01-26T12:00").text("Ostmark", both, TextKind.REPLY, "2022-01-26")
    matter = the_one(docket, "2022-02-01")
    assert (matter.state, matter.since) == (CommitmentState.DISCHARGED, date(2022, 1, 26))


@pytest.mark.parametrize("creditors", [(None, "Lower Halvern"), ("Lower Halvern", None)])
def test_a_promise_is_made_to_all_to_whom_any_story_says(creditors):
    docket = Docket()
    for day, creditor in zip(("2022-01-21", "2022-01-22"), creditors, strict=True):
        docket.story(day).promise("Ostmark", creditor, REPLY, NEXT_WEEK, "2022-01-21")
    docket.story("2022-01-26").text("Ostmark", ["Upper Halvern"], TextKind.REPLY, "2022-01-26")
    assert the_one(docket, "2022-02-01").state is CommitmentState.OVERDUE
    docket.story("2022-01-27").text("Ostmark", ["Lower Halvern"], TextKind.REPLY, "2022-01-27")
    assert the_one(docket, "2022-02-01").since == date(2022, 1, 27)


def test_an_addressee_who_is_not_named_may_be_anybody():
    docket = Docket()
    docket.story("2022-01-21").promise("Ostmark", "Lower Halvern", REPLY, NEXT_WEEK, "2022-01-21")
    story = docket.story("2022-01-26")
    words = story.words("a reply")
    neighbours = Actor("neighbours", None, None, named=False)
    story.find(
        TabledText(side("Ostmark"), (neighbours,), TextKind.REPLY, None, days("2022-01-26"), (), words, ""), words
    )
    assert the_one(docket, "2022-02-01").state is CommitmentState.DISCHARGED


def test_what_is_overdue_tells_of_what_went_to_others():
    docket = Docket()
    docket.story("2022-01-21").promise("Ostmark", "Lower Halvern", REPLY, NEXT_WEEK, "2022-01-21")
    passed = "The latest reading of its date, 2022-01-30, has passed."
    assert the_one(docket, "2022-02-01").reason == passed
    docket.story("2022-01-27").text("Ostmark", ["Upper Halvern"], TextKind.REPLY, "2022-01-26")
    told = f"{passed} Its reply of 2022-01-26 went to upper halvern, as it is told."
    assert the_one(docket, "2022-02-01").reason == told
    docket.story("2022-01-28").promise("Upper Halvern", "Ostmark", "will meet", NEXT_WEEK, "2022-01-21")
    docket.story("2022-04-09").text("Ostmark", ["Lower Halvern"], TextKind.REPLY, "2022-04-09")
    reasons = {
        matter.debtor.party: matter.reason for matter in where_it_stands(docket.fold(), date(2022, 6, 1)).promises
    }
    assert reasons == {"Ostmark": told, "Upper Halvern": passed}


def test_one_side_says_that_it_was_done_and_the_other_that_it_was_not():
    docket = Docket()
    story = docket.story("2022-01-21")
    made = story.promise("Ostmark", "Lower Halvern", REPLY, NEXT_WEEK)
    story.call("Ostmark", Standing.ANSWERED, "the drafts")
    assert the_one(docket, "2022-01-25").state is CommitmentState.DUE
    story.call("Lower Halvern", Standing.NOT_ANSWERED, "the drafts")
    matter = the_one(docket, "2022-01-25")
    assert matter.state is CommitmentState.DISPUTED
    assert matter.reason == "ostmark calls it answered, lower halvern calls it not answered."
    docket.link("text:1", Relation.DISCHARGES, made, "2022-01-25")
    assert the_one(docket, "2022-01-25").state is CommitmentState.DISCHARGED


def test_nobody_is_named_as_two():
    docket = Docket()
    story = docket.story("2022-01-21")
    heard = story.say("two", "to meet again", party=None)
    named = story.say("Ilse Varga", "they would meet again")
    story.promise("Ostmark", None, "will open the sluices", NEXT_WEEK, said=[heard, named])
    (told,) = the_one(docket, "2022-01-25").utterances
    assert told.speakers == ("Ilse Varga",)


def test_reports_that_differ_stand_side_by_side():
    docket = Docket()
    said = docket.story("2022-01-21")
    heard = said.say("Sergey Lavrov, Russia", "she promised it", via=["a newspaper"], venue="Geneva")
    said.promise("Ostmark", None, "will open the sluices", NEXT_WEEK, said=[heard, "statement:gone"], condition="if so")
    docket.story("2022-01-22").promise("Ostmark", "Lower Halvern", "will open all sluices at once", made="2022-01-21")
    matter = the_one(docket, "2022-01-25")
    first, second = matter.utterances
    assert (first.speakers, first.via, first.venue) == (("Sergey Lavrov",), ("a newspaper",), "Geneva")
    assert (second.speakers, second.via, second.venue) == ((), (), None)
    assert matter.differs == ("condition",)
    assert matter.creditor.name == "Lower Halvern"
    assert matter.condition.exact == "if so"
    assert matter.words == "will open the sluices"


def test_promises_to_two_sides_are_two():
    docket = Docket()
    for creditor in ("Lower Halvern", "Upper Halvern"):
        docket.story("2022-01-21").promise("Ostmark", creditor, "will open the sluices")
    standing = where_it_stands(docket.fold(), date(2022, 1, 25))
    assert [matter.creditor.name for matter in standing.promises] == ["Lower Halvern", "Upper Halvern"]


def test_the_most_pressing_come_first():
    docket = Docket()
    story = docket.story("2022-01-21")
    story.promise("Ostmark", "A", "will sing", None)
    story.promise("Ostmark", "B", "will dance", ("by June", "/2022-06-30"))
    story.promise("Ostmark", "C", "will open the sluices", ("tomorrow", "2022-01-22"))
    story.promise("Ostmark", "D", "will plant trees", NEXT_WEEK)
    story.promise("Ostmark", "E", "will fish", None, condition="if asked")
    story.promise("Ostmark", "F", "will build a weir", ("today", "2022-01-21"))
    standing = where_it_stands(docket.fold(), date(2022, 1, 25))
    assert [matter.creditor.name for matter in standing.promises] == ["F", "C", "D", "B", "A", "E"]
    assert standing.counts["overdue"] == 2
    assert [matter.creditor.name for matter in where_it_stands(docket.fold(), date(2022, 1, 25), most=2).promises] == [
        "F",
        "C",
    ]


def test_working_days_are_counted_by_the_calendars_of_the_sides():
    docket = Docket()
    # Ten working days from 13 April 2022, over Easter: 27 April on weekdays, 29 April by the German holidays.
    term = ("within ten working days", "2022-04-13/2022-04-27")
    made = docket.story("2022-04-13").promise("Germany", "France", "will open the sluices", term, "2022-04-13")
    views = Views(docket.fold(), date(2022, 4, 28), Reckoning(countries={"Germany": "DE"}))
    assert views.commitments.position(made, [made]).state is CommitmentState.DUE
    matter = views.commitment(made)
    assert matter.due.reckoned.latest == date(2022, 4, 29)
    assert the_one(docket, "2022-04-28").state is CommitmentState.OVERDUE


def test_a_commitment_that_counts_no_more_is_still_found_by_its_id():
    docket = Docket()
    made = docket.story("2022-01-21").promise("Ostmark", "Lower Halvern", "will open the sluices", NEXT_WEEK)
    docket.judge(made, Decision.REJECT)
    snapshot = docket.fold()
    assert where_it_stands(snapshot, date(2022, 1, 25)).promises == ()
    matter = find_matter(snapshot, made, date(2022, 1, 25))
    assert matter.reports[0].out == "rejected"
    assert matter.backing.footing is Footing.REJECTED
    assert list(Views(snapshot, date(2022, 1, 25)).live.matters(PART)) == []


def test_days_at_the_end_of_the_calendar_raise_nothing():
    docket = Docket()
    docket.story("2022-01-21").promise("Ostmark", None, REPLY, ("ever", "9999-12-31"), "9999-12-01")
    assert the_one(docket, "9999-12-31").state is CommitmentState.DUE
