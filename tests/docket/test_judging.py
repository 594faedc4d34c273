"""Judgements: what named persons decide, one after another, and what holds in the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rejoinder.docket import Views, find_matter, where_it_stands
from rejoinder.docket.kept import amend_record, amend_statement
from rejoinder.docket.matters import Backing, Footing
from rejoinder.docket.payloads import encode, hold
from rejoinder.model import Act, Actor, Commitment, Decision, Passage, RecordKind
from tests.docket.dockets import ENTERED, Docket, side
from tests.halvern import passage, statement

TODAY = date(2022, 1, 25)


def one_promise():
    docket = Docket()
    return docket, docket.story("2022-01-21").promise("Ostmark", "Norland", "will open the sluices")


@pytest.mark.parametrize(
    ("decisions", "footing", "confirmed"),
    [
        ([], Footing.FOUND, False),
        ([Decision.CONFIRM], Footing.CONFIRMED, True),
        ([Decision.UNSURE], Footing.UNSURE, False),
        ([Decision.REJECT, Decision.CONFIRM], Footing.CONFIRMED, True),
        ([Decision.CONFIRM, Decision.REJECT], Footing.REJECTED, False),
    ],
)
def test_the_last_judgement_holds(decisions, footing, confirmed):
    docket, made = one_promise()
    for decision in decisions:
        docket.judge(made, decision)
    backing = find_matter(docket.fold(), made, TODAY).backing
    assert (backing.footing, backing.confirmed) == (footing, confirmed)
    assert backing.by == ("Ilse" if decisions else None)


def test_an_undo_may_be_undone():
    docket, made = one_promise()
    confirmed = docket.judge(made, Decision.CONFIRM)
    undone = docket.undo(confirmed)
    assert find_matter(docket.fold(), made, TODAY).backing == Backing(Footing.FOUND)
    docket.undo(undone)
    assert find_matter(docket.fold(), made, TODAY).backing.footing is Footing.CONFIRMED


def test_an_amended_record_takes_the_place_of_what_was_found():
    docket, made = one_promise()
    found = Commitment("c", side("Norland"), None, Passage(0, 9, "will open"), None, None, None, (), (), (), "so")
    amended = docket.judge(made, Decision.AMEND, amended=found)
    (matter,) = where_it_stands(docket.fold(), TODAY).promises
    assert (matter.debtor.name, matter.words, matter.backing.footing) == ("Norland", "will open", Footing.AMENDED)
    docket.undo(amended)
    assert where_it_stands(docket.fold(), TODAY).promises[0].debtor.name == "Ostmark"


def test_an_amended_statement_is_another_speakers():
    docket = Docket()
    said = docket.story("2022-01-21").say("Ostmark", "we wait")
    other = replace(statement(1, Act.STATE, passage("answer")), speaker=Actor("Norland", None, "Norland"))
    docket.judge(said, Decision.AMEND, amended=other)
    assert Views(docket.fold(), TODAY).live.statements[said].party == "Norland"


def test_a_record_of_another_kind_takes_no_place():
    docket, made = one_promise()
    story = docket.stories[0]
    said, met = story.say("Ostmark", "we wait"), story.meet(["Ostmark", "Norland"], None)
    snapshot = docket.fold()
    promise = snapshot.commitments[made]
    payload = encode(hold(RecordKind.STATEMENT, statement(1, Act.STATE, passage("answer"))))
    assert amend_record(promise, RecordKind.COMMITMENT, payload) == promise
    meeting = snapshot.payloads.of(snapshot.meetings[met].seq)
    assert amend_record(promise, RecordKind.COMMITMENT, meeting) == promise
    assert amend_statement(snapshot.statements[said], meeting) == snapshot.statements[said]


def test_an_amendment_of_what_is_not_there_is_let_be():
    docket, made = one_promise()
    found = Commitment("c", side("Norland"), None, Passage(0, 9, "will open"), None, None, None, (), (), (), "so")
    docket.judge("commitment:gone", Decision.AMEND, amended=found)
    docket.judge("treaty:gone", Decision.AMEND, amended=found)
    docket.judge("treaty:gone", Decision.REJECT)
    assert [matter.id for matter in where_it_stands(docket.fold(), TODAY).promises] == [made]


def test_what_a_person_enters_stands_on_that_person():
    docket = Docket()
    record = Commitment("c", side("Norland"), None, Passage(0, 9, "will open"), None, None, None, (), (), (), "so")
    made = docket.record("commitment:1", record)
    (matter,) = where_it_stands(docket.fold(), TODAY).promises
    assert matter.id == made
    assert matter.backing == Backing(Footing.ENTERED, "Ilse", ENTERED)
    assert matter.reports[0].source == ""
    assert where_it_stands(docket.fold(), TODAY).counts["unconfirmed"] == 0


def test_one_record_that_is_confirmed_confirms_the_matter():
    docket, made = one_promise()
    again = docket.story("2022-01-22").promise("Ostmark", "Norland", "would open the sluices")
    docket.judge(again, Decision.CONFIRM)
    (matter,) = where_it_stands(docket.fold(), TODAY).promises
    assert (matter.id, matter.backing.footing) == (made, Footing.CONFIRMED)
    assert where_it_stands(docket.fold(), TODAY).counts["unconfirmed"] == 1


def test_a_rejected_record_ties_nothing_together():
    docket = Docket()
    told = [
        docket.story(f"2022-01-2{day}").promise("Ostmark", "Norland", words, made=f"2022-01-2{day}")
        for day, words in enumerate(["will open the sluices", "will open the sluices and weirs", "will open the weirs"])
    ]
    assert len(where_it_stands(docket.fold(), TODAY).promises) == 1
    docket.judge(told[1], Decision.REJECT)
    assert [matter.id for matter in where_it_stands(docket.fold(), TODAY).promises] == [told[0], told[2]]
