"""Promises that nouns, passives and several sides at once tell: who is bound, to do what, to whom, by when, since when.

Stories are of Friday 20 May 2022, and begin with a lead that promises nothing.
"""

from __future__ import annotations

import pytest

from rejoinder.model import Act
from rejoinder.reading.business.commitments import find_commitments
from tests.reading.business.building import told

CAST = "LISK, May 20, 2022 (Reuters) - France and Spain met for many hours in the town on Thursday.\n\n"


def day(value):
    return value.isoformat()[5:] if value else None


def read(words, acts=None, cast=CAST):
    return find_commitments(told(cast + words, acts))


def deeds(words, acts=None):
    return [(item.debtor.name, item.action.exact) for item in read(words, acts)]


def dues(words):
    return [item.due and (item.due.text, day(item.due.interval.latest)) for item in read(words)]


def made(words, cast=CAST):
    return [item.made_on and (item.made_on.earliest.isoformat()) for item in read(words, cast=cast)]


def creditors(words):
    return [item.creditor and item.creditor.name for item in read(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a passive: by whom, or with whom the sentence begins
        ("An answer was promised by Spain by Monday.", [("Spain", "An answer")]),
        ("Spain is silent, but an answer has been promised by Monday.", [("Spain", "an answer")]),
        ("An answer was promised by Monday.", []),
        ("No answer was promised by Spain.", []),
        ("Spain was promised an answer.", []),
        ("Was promised.", []),
        # what was promised stands before a relative clause
        ("The food which Spain promised in June is late.", [("Spain", "The food")]),
        ("The sum which promised to grow is late.", []),
        ("Which Spain promised in June.", []),
        # a noun with its giver behind
        ("France holds a pledge from Spain to send food.", [("Spain", "to send food")]),
        (
            "France holds a pledge from the Office on Trade (OT) for a port to be open.",
            [("Office", "for a port to be open")],
        ),
        ("A promise came from Spain alone: to send food.", [("Spain", "to send food")]),
        ("A promise came from Spain, which is calm, to send food.", [("Spain", "to send food")]),
        ("A promise came from Spain to Moscow.", []),
        ("A promise came from Spain.", []),
        ("A promise came from beyond the sea to send food.", []),
        ("A promise came from nowhere to send food.", []),
        ("Any promise from Spain to send food helps.", []),
        # a noun with a clause behind it
        ("The promise Spain gave in 2009 to send food is old.", [("Spain", "to send food is old")]),
        ("The promise, Spain gave it.", []),
        ("The promise Spain gave is old.", []),
        # a noun with its thing
        ("Spain came forward with fresh pledges of $5 million.", [("Spain", "pledges of $5 million")]),
        ("Spain came with pledges of aid to France.", [("Spain", "pledges of aid")]),
        ("Spain came with pledges of good will.", []),
        ("Spain came with pledges.", []),
        # an owner
        ("France cited the firms of Spain and Spain's promise to send food.", [("Spain", "to send food")]),
        ("France spoke of the strength of Spain's promise to send food.", [("Spain", "to send food")]),
        ("France spoke of Spain's promise.", []),
        # a thing of which somebody is assured
        ("Spain had assured France of a new offer.", [("Spain", "a new offer")]),
        ("Spain had not assured France of a new offer.", []),
        ("France was assured by Spain of a new offer.", []),
        ("Spain assured France of peace.", []),
        ("Spain promised the bishops a month of quiet.", [("Spain", "a month of quiet")]),
        # an aside between the verb and what is promised
        ("Spain promised, in a letter of May, to send food.", [("Spain", "to send food")]),
        ("Spain promised, in a letter of May.", []),
    ],
)
def test_a_promise_may_be_told_by_a_noun_or_a_passive(words, expected):
    assert deeds(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("France and Spain agreed to talk less.", [("France", "Spain"), ("Spain", "France")]),
        ("Spain (the kingdom) agreed to talk less.", [("Spain", "France")]),
        (
            "Italy, Malta and Albania undertook to help.",
            [("Italy", None), ("Malta", None), ("Albania", None)],
        ),
        ("Long ago, Malta and Albania undertook to help.", [("Malta", None), ("Albania", None)]),
        (
            "Both signed. On Friday, both sides signed an accord committing them to help.",
            [("France", "Spain"), ("Spain", "France")],
        ),
        ("An accord committing them to help was signed.", []),
    ],
)
def test_several_may_be_bound_at_once(words, expected):
    assert [(item.debtor.name, item.creditor and item.creditor.name) for item in read(words)] == expected


def test_each_of_several_persons_binds_his_side():
    words = "[[President Anna Berg of France and Prime Minister Ruben Diaz of Spain]] {{agreed}} <<to help>>."
    assert {item.debtor.party for item in read(words)} == {"France", "Spain"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[[Spain]] {{told}} France <<that [1[Malta]1] {1{let}1} Italy know that it will send food>>.", ["Malta"]),
        ("According to Spain, France gave an assurance that Malta would be consulted.", ["France"]),
        ("The commission of Malta, which is to report to France, was named.", ["commission of Malta"]),
        ("[[Spain]] {{said}} <<its sum would be made known>>.", ["Spain"]),
        ("[[Spain]] {{said}} <<it will be published>>.", ["Spain"]),
        ("[[Spain]] {{said}} <<it will be asked>>.", []),
        ("Malta, whose envoy, Petr Ivanov, blamed all, will send food.", ["Malta"]),
        ("Spain — the kingdom — will send food.", ["Spain"]),
        ("France and Spain spoke. [[Malta]] {{said}} <<that both had agreed to help>>.", ["France", "Spain"]),
        ("[[Malta]] {{hopes}} <<that France promised to help>>.", []),
        ("Spain will only sign what is fair.", []),
        ("Spain will only sign if France does.", ["Spain"]),
        ("Spain will reconvene.", []),
        ("Spain will not threaten or use force, under a deal of Thursday.", ["Spain"]),
        ("Spain will not threaten or use force.", []),
    ],
)
def test_who_is_bound(words, expected):
    acts = {"it will be published": Act.ANNOUNCE}
    found = read(words, {key: act for key, act in acts.items() if key in words})
    assert [item.debtor.name for item in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Spain will send food, under a deal reached on Thursday.", ["2022-05-19"]),
        ("Under the deal, Spain will send food.", ["2022-05-19"]),
        ("In an accord with France, Spain will send food.", ["2022-05-19"]),
        ("In 2017, when it was calm, Spain gave a pledge to send food.", ["2017-01-01"]),
        ("When it was calm, Spain gave a pledge to send food.", [None]),
        ("In 2019 all was calm. Spain promised at the time to send food.", ["2019-01-01"]),
        ("France and Spain agreed to send food.", ["2022-05-19", "2022-05-19"]),
        ("Malta and Albania agreed to send food.", [None, None]),
        ("Spain agreed to send food.", [None]),
    ],
)
def test_when_something_was_undertaken(words, expected):
    assert made(words) == expected


def test_what_a_lead_tells_was_undertaken_on_its_day():
    assert made("", "LISK, May 20, 2022 (Reuters) - Spain will send food to all of them.\n\nIt is late.\n") == [
        "2022-05-20"
    ]
    assert made("", "Spain will send food to all of them, they say, soon enough.\n") == [None]
    assert made("", "Then Spain promised then to send food to them.\n") == [None]


def test_what_a_thing_is_due_by_stands_behind_the_promise():
    assert dues("An answer was promised by Spain by Monday; not on Tuesday.") == [("by Monday", "05-23")]
    assert dues("Spain came with pledges of $5 million, to be paid by June 1.") == [("by June 1", "06-01")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Spain will reply before the house rises on March 26, 2023.",
            ("before the house rises on March 26, 2023", "03-25"),
        ),
        ("Spain will reply before this month is out.", ("before this month is out", "05-31")),
        ("Spain will reply before the week is out.", ("before the week is out", "05-22")),
        ("Spain will reply before the month is over.", ("before the month is over", "05-31")),
        ("Spain will reply before the year is out.", ("before the year is out", "12-31")),
        ("Spain will reply before the game is up.", ("before the game is up", None)),
        ("Spain will reply prior to signature.", ("prior to signature", None)),
        (
            "Spain will reply ahead of the opening of the pits in the town of May.",
            ("ahead of the opening of the pits in the town of May", None),
        ),
        ("Spain will put it before them.", None),
        ("Spain will reply before.", None),
        ("Spain will reply before “it.”", None),
        ("Spain will reply before June 1.", ("before June 1", "05-31")),
        ("Spain will reply by close of business Monday.", ("by close of business Monday", "05-23")),
        ("Spain will reply in 72 hours.", ("in 72 hours", "05-23")),
        ("Spain will reply inside six weeks.", ("inside six weeks", "07-01")),
        ("Spain will reply within a fortnight of the session.", ("within a fortnight of the session", "06-03")),
        ("Spain will reply within two weeks of the vote.", ("within two weeks of the vote", None)),
        ("Spain will reply within four months.", ("within four months", "09-20")),
        ("Spain will reply on Thursday.", ("on Thursday", "05-26")),
        ("[[Malta]] {{said}} <<Spain had undertaken to let ships through from Tuesday>>.", ("from Tuesday", None)),
        ("[[Malta]] {{said}} <<Spain had undertaken to let ships through from May 2>>.", None),
        ("Spain will reply, before the year is out, to a proposal.", ("before the year is out", "12-31")),
        ("Spain will reply, by June 1, but not well.", ("by June 1", "06-01")),
        ("Spain will reply, by June 1, if asked.", ("by June 1", "06-01")),
        ("Spain will reply, by June 1, Italy said.", ("by June 1", "06-01")),
        ("Spain will reply, by and by, to a proposal.", None),
        ("Spain will reply, on the other hand.", None),
    ],
)
def test_by_when_a_promise_is_due(words, expected):
    found = [each for each in dues(words) if each is not None]
    assert found == ([expected] if expected else [])


def test_an_undated_story_tells_no_end_of_the_year():
    (found,) = read("Spain will reply before the year is out.", cast="France and Spain met.\n\n")
    assert found.due is not None
    assert (found.due.text, found.due.interval.latest) == ("before the year is out", None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[[Malta]] {{said}} <<Spain gave us its word to help>>.", "Malta"),
        ("[[Malta]] {{said}} <<[1[Spain]1] {1{had promised}1} us <1<a say in it>1>>>.", "Malta"),
        ("Spain promised us a say in it.", "France"),
        ("Spain gave Malta its word to help.", "Malta"),
        ("Spain promised parliament to help.", "parliament"),
        ("[[Spain]] {{told}} lawmakers <<it will help>>.", "France"),
        ("Spain accepted an invitation from Malta to return.", "Malta"),
        ("Spain accepted an invitation to return.", "France"),
        ("According to Spain, France gave an assurance that Malta would be consulted.", "Malta"),
        ("According to Spain, France gave an assurance that the list would be published.", "Spain"),
        ("Spain will help.", "France"),
    ],
)
def test_to_whom_something_is_promised(words, expected):
    assert creditors(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Spain will keep its word.", []),
        ("Spain will give up nothing until Monday.", []),
        ("Spain offered to host the talks.", []),
        ("A contract under which Spain would pay is old.", []),
        ("Talks between France and Spain will run to Friday.", []),
        ("[[Malta]] {{said}} <<Anna Berg of Spain had told Italy on a call that her side would help>>.", ["Anna Berg"]),
        ("[[Spain]] {{said}} <<the letter would be published once Malta consents>>.", ["Spain"]),
        ("[[Spain]] {{said}} <<it would go home and be back in May>>.", ["Spain", "Spain"]),
        ("Spain undertook that day to help.", ["Spain"]),
        ("The 50,000 tons which Spain promised are late.", ["Spain"]),
    ],
)
def test_what_binds_nobody_and_what_does(words, expected):
    assert [item.debtor.name for item in read(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Spain will consult Italy, Malta and Albania about it.", "Italy and Malta and Albania"),
        ("Spain will consult Italy, and rain.", "Italy"),
        ("[[Spain]] {{told}} Halvern News <<it will help>>.", None),
    ],
)
def test_a_list_of_sides_is_one_creditor_and_a_paper_none(words, expected):
    assert creditors(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[[Spain]] {{said}} <<the government would help>>.", ["Spain"]),
        ("Spain will speak again.", []),
        ("Spain will meet Malta.", []),
        ("Spain will host the talks.", ["Spain"]),
        ("Without word from its allies Spain will help.", ["Spain"]),
        ("The people of the towns of Spain will help.", ["people of the towns of Spain"]),
        ("Spain offered talks on commitments to help.", []),
        ("The union of Spain voted by twelve to nine for it.", []),
    ],
)
def test_for_whom_a_plain_noun_stands_and_what_is_a_meeting(words, expected):
    assert [item.debtor.name for item in read(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("France expects to hand over its answer next week, the ministry said.", ["over its answer"]),
        ("France expects to hand over its answer, the ministry said.", []),
        ("France expects to win its case next week.", []),
        ("France expects to give a ball next week.", []),
        ("France is expected to hand over its answer next week.", []),
        ("France does not expect to hand over its answer next week.", []),
        ("France expects Spain to hand over its answer next week.", []),
    ],
)
def test_a_side_can_be_held_to_the_day_by_which_it_expects_to_deliver(words, expected):
    assert [action.removeprefix("to hand ") for _, action in deeds(words)] == expected


def test_what_is_expected_is_undertaken_when_it_is_told():
    assert made("France expects to send its answer next week.") == ["2022-05-19"]
    assert made("<<France expects to send its answer next week>>, [[Ann Roe]] {{said}} on Friday.") == ["2022-05-20"]
    assert made("<<France expects to send its answer next week>>, [[Ann Roe]] {{said}}.") == ["2022-05-19"]
