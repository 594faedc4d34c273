"""Who speaks, and who is told to hold which post from when to when."""

from __future__ import annotations

from rejoinder.docket.people import offices_of, speakers_of
from rejoinder.model import Actor, Decision
from tests.docket.stories import REUTER, VARGA, Docket, may, said

LENZ = Actor("Karl Lenz", "Water Minister", "Lower Halvern")


def example() -> Docket:
    docket = Docket()
    docket.story(4, said("low", 4), said("no", 5), said("yes", 5, REUTER), said("so", 5, Actor("a man")))
    docket.story(
        12, said("high", 12, LENZ), said("nothing", 12, None), said("bare", 13, Actor("Jan Reuter", None, "Ostmark"))
    )
    return docket


def test_speakers_by_side_the_most_heard_first():
    found = speakers_of(example().views(30))
    assert [(one.party, one.name, one.statements) for one in found] == [
        ("Lower Halvern", "Ilse Varga", 2),
        ("Lower Halvern", "Karl Lenz", 1),
        ("Ostmark", "Jan Reuter", 2),
        (None, "a man", 1),
    ]
    assert (found[0].first, found[0].last) == (may(4), may(5))
    assert found[2].posts[0].last == may(5)
    assert found[3].posts == ()
    assert found[0].latest.startswith("statement:")


def test_a_later_holder_of_the_same_post_is_a_change():
    offices = offices_of(speakers_of(example().views(30)))
    assert [(office.party, office.post, len(office.holders)) for office in offices] == [
        ("Lower Halvern", "water minister", 2),
        ("Ostmark", "envoy", 1),
    ]
    ((before, after),) = offices[0].changes
    assert (before.name, before.last, after.name, after.first) == ("Ilse Varga", may(5), "Karl Lenz", may(12))


def test_two_who_are_named_in_turn_hold_it_side_by_side():
    docket = example()
    docket.story(14, said("again", 14, VARGA))
    assert offices_of(speakers_of(docket.views(30)))[0].changes == ()


def test_rejected_and_superseded_statements_do_not_speak():
    docket = Docket()
    _, rejected = docket.story(4, said("low", 4))
    docket.judge(rejected, Decision.REJECT)
    docket.story(5, said("old", 5, REUTER), uri="urn:1")
    _, confirmed = docket.story(6, said("new", 6, REUTER), uri="urn:1")
    docket.story(7, said("found", 7, LENZ))
    docket.judge(confirmed)
    assert [one.name for one in speakers_of(docket.views(30))] == ["Karl Lenz", "Jan Reuter"]
    assert [one.name for one in speakers_of(docket.views(30), confirmed=True)] == ["Jan Reuter"]
