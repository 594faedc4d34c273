"""A record as a form: what stands in the fields, and what comes of what is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rejoinder.desk.correcting import correct, form_of, typed_value
from rejoinder.model import (
    Actor,
    Answer,
    AskedError,
    Commitment,
    Disposition,
    Interval,
    Link,
    Meeting,
    Referral,
)
from tests.halvern import TEXT, business, commitments, meetings, on, passage, statements

PROMISE = commitments()[0]


def every_record():
    found = business()
    return [
        *statements(),
        *found.commitments,
        *found.contingencies,
        *found.meetings,
        *found.texts,
        *found.referrals,
        *found.releases,
        *found.characterisations,
    ]


@pytest.mark.parametrize("record", every_record())
def test_what_is_left_alone_changes_nothing(record):
    fields = form_of(record)
    assert fields
    with pytest.raises(AskedError, match="Nothing was changed"):
        correct(record, {field.name: field.value for field in fields}, TEXT)
    with pytest.raises(AskedError, match="Nothing was changed"):
        correct(record, {}, TEXT)
    for field in fields:
        assert not field.choices or field.value in ("", *field.choices)


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("due", "2022-06-03", replace(PROMISE, due=replace(PROMISE.due, interval=on(6, 3)))),
        ("due", "..2022-06-03", replace(PROMISE, due=replace(PROMISE.due, interval=Interval(None, on(6, 3).latest)))),
        ("due", "", replace(PROMISE, due=None)),
        ("debtor", "Ilse Varga (Ostmark)", replace(PROMISE, debtor=Actor("Ilse Varga", None, "Ostmark"))),
        ("creditor", "", replace(PROMISE, creditor=None)),
        ("creditor", "Ostmark (Union)", replace(PROMISE, creditor=Actor("Ostmark", None, "Union"))),
        ("made_on", "2022-05-19..2022-05-20", replace(PROMISE, made_on=Interval(on(5, 19).latest, on(5, 20).latest))),
    ],
)
def test_what_is_typed_takes_its_place(field, typed, expected):
    assert correct(PROMISE, {field: typed}, TEXT) == expected


def test_a_condition_is_taken_from_where_it_stands_nearest():
    start = TEXT.rindex("the answer")
    amended = correct(PROMISE, {"condition": "the  answer"}, TEXT)
    assert isinstance(amended, Commitment)
    assert amended.condition.holds_in(TEXT)
    assert amended.condition.start == TEXT.index("the answer")
    near = replace(PROMISE, action=replace(PROMISE.action, start=start, end=start))
    assert correct(near, {"condition": "the answer"}, TEXT).condition.start == start
    assert correct(commitments()[2], {"condition": ""}, TEXT).condition is None
    for text in (TEXT, None):
        with pytest.raises(AskedError, match="does not stand in the source"):
            correct(PROMISE, {"condition": "if pigs fly"}, text)


def test_choices_and_yes_or_no():
    assert correct(meetings()[1], {"status": "held"}, TEXT).status.value == "held"
    referral = business().referrals[0]
    assert isinstance(referral, Referral)
    assert typed_value(referral.tabler_agrees) == "no"
    assert correct(referral, {"tabler_agrees": "yes"}, TEXT).tabler_agrees is True
    assert correct(referral, {"tabler_agrees": ""}, TEXT).tabler_agrees is None
    with pytest.raises(AskedError, match="is no status"):
        correct(meetings()[1], {"status": "merry"}, TEXT)


def test_a_post_stays_with_its_person():
    said = correct(statements()[1], {"speaker": "Ilse Varga (Upper Halvern)"}, TEXT)
    assert said.speaker == Actor("Ilse Varga", "water minister", "Upper Halvern")
    assert typed_value(Interval(None, None)) == ""
    assert isinstance(meetings()[0], Meeting)


REPLY = "The ladders stay\nopen. We cannot take the tolls. The ladders stay open."
LINK = Link(passage("will answer the draft compact point by point"), Disposition.DECLINED, 0.9, "It says so.")
DECLINED = Answer(
    "item:1.a", "text:1", "text:2", Disposition.DECLINED, (LINK,), LINK.passage, LINK.passage, "So it is."
)
SILENT = replace(DECLINED, disposition=Disposition.NOT_ADDRESSED, links=())


def test_what_a_reply_does_with_an_item_is_amended_with_its_passages():
    assert [field.name for field in form_of(DECLINED)] == ["disposition", "passages"]
    noted = correct(DECLINED, {"disposition": "noted"}, REPLY)
    assert [link.disposition for link in noted.links] == [Disposition.NOTED]
    assert correct(DECLINED, {"disposition": "not_addressed"}, REPLY).links == ()
    typed = {"passages": f"{LINK.passage.exact} | The ladders stay open."}
    more = correct(DECLINED, typed, REPLY)
    assert (more.links[0], more.links[1].disposition) == (LINK, Disposition.DECLINED)
    assert all(link.passage.holds_in(REPLY) for link in more.links[1:])
    none = correct(DECLINED, {"passages": ""}, REPLY)
    assert (none.links, none.passage) == ((), DECLINED.passage)


def test_a_passage_that_answers_does_something():
    told = correct(SILENT, {"disposition": "accepted", "passages": "The ladders stay open."}, REPLY)
    assert told.links[0].passage.exact.split() == ["The", "ladders", "stay", "open."]
    with pytest.raises(AskedError, match="does something with it"):
        correct(SILENT, {"passages": "The ladders stay open."}, REPLY)
    with pytest.raises(AskedError, match="does not stand in the source"):
        correct(DECLINED, {"passages": "The ladders fall."}, REPLY)
