"""Texts, their days and answers; items and what becomes of them; how texts come to be public."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.docket import Views, find_matter, where_it_stands
from rejoinder.docket.matters import ItemState
from rejoinder.model import Consent, Decision, Publication, Relation, Standing, TabledText, TextItem, TextKind
from tests.docket.dockets import Docket, days, side

TODAY = date(2022, 2, 20)
DRAFT, REPLY = TextKind.DRAFT, TextKind.REPLY
MISSILES = "limits on intermediate missiles in border areas"
TROOPS = "withdrawal of foreign troops from the eastern members"


def exchange():
    docket = Docket()
    first = docket.story("2021-12-17")
    first.text("Russia", ["United States"], DRAFT, "2021-12-15", [MISSILES, TROOPS], published="2021-12-17")
    second = docket.story("2022-01-21")
    second.text("United States", ["Russia"], REPLY, None, title="written reply")
    third = docket.story("2022-01-26")
    third.text("United States", ["Russia"], REPLY, "2022-01-26", title="written reply on guarantees")
    third.text("Russia", [], DRAFT, None, title="the draft")
    fourth = docket.story("2022-02-17")
    fourth.text("Russia", ["United States"], REPLY, "2022-02-17", title="answer")
    return docket


def all_texts(docket):
    views = Views(docket.fold(), TODAY)
    return [views.text(matter) for matter, _ in views.live.matters("texts")]


def test_a_text_is_handed_over_answered_and_published():
    draft, reply, answer = all_texts(exchange())
    assert draft.handed_over == days("2021-12-15")
    assert (draft.published, draft.publication, draft.public_on) == (
        days("2021-12-17"),
        Publication.PUBLIC,
        date(2021, 12, 17),
    )
    assert len(draft.reports) == 2
    assert (reply.handed_over, reply.titles) == (
        days("2022-01-26"),
        ("written reply", "written reply on guarantees"),
    )
    assert (draft.answered_by, reply.answers) == ((reply.id,), (draft.id,))
    assert (answer.answers, reply.answered_by, reply.publication) == ((), (), None)
    assert where_it_stands(exchange().fold(), TODAY).public == (draft,)


def test_a_reply_to_somebody_else_answers_nothing():
    docket = Docket()
    docket.story("2022-01-10").text("Ostmark", ["Norland"], DRAFT, "2022-01-09")
    docket.story("2022-01-11").text("Ostmark", ["A"], DRAFT, "2022-01-10")
    docket.story("2022-01-12").text("Norland", ["Ostmark"], REPLY, "2022-01-12")
    docket.story("2022-01-13").text("A", ["Norland"], REPLY, "2022-01-13")
    docket.story("2022-01-14").text("Norland", ["Ostmark"], REPLY, None, title="pages")
    first, second, reply, other, undated = all_texts(docket)
    assert reply.answers == (first.id,)
    assert (first.answered_by, second.answered_by) == ((reply.id,), ())
    assert (other.answers, undated.answers) == ((), ())


def test_days_at_the_ends_of_the_calendar_raise_nothing():
    docket = Docket()
    story = docket.story("2022-01-10")
    story.text("Ostmark", ["Norland"], DRAFT, "0001-01-01")
    story.text("Norland", ["Ostmark"], REPLY, "9999-12-31")
    story.text("Norland", ["Ostmark"], REPLY, "0001-01-01")
    story.text("Ostmark", ["Norland"], DRAFT, "9999-12-31")
    draft, _, reply, _ = all_texts(docket)
    assert (draft.answered_by, reply.answers) == ((reply.id,), (draft.id,))


def test_what_a_person_ties_stands_before_what_is_guessed():
    docket = exchange()
    draft, reply, answer = all_texts(docket)
    docket.link(answer.id, Relation.ANSWERS, reply.id)
    docket.link(answer.id, Relation.SUPERSEDES, draft.id)
    draft, reply, answer = all_texts(docket)
    assert (answer.answers, reply.answered_by) == ((reply.id,), (answer.id,))
    assert (answer.supersedes, draft.superseded_by, reply.supersedes) == (draft.id, answer.id, None)


TOGETHER = [
    (("Ostmark", ["A"], DRAFT, "2022-01-10", None), ("Ostmark", [], DRAFT, "2022-01-10", None), True),
    (("Ostmark", ["A"], DRAFT, "2022-01-10", None), ("Ostmark", ["B"], DRAFT, "2022-01-10", None), False),
    (("Ostmark", ["A"], DRAFT, "2022-01-10", None), ("Ostmark", ["A"], REPLY, "2022-01-10", None), False),
    (("Ostmark", ["A"], DRAFT, "2022-01-10", "river"), ("Ostmark", [], DRAFT, None, "river levels"), True),
    (("Ostmark", ["A"], DRAFT, "2022-01-10", "river"), ("Ostmark", [], DRAFT, "2022-01-20", "river"), False),
    (("Ostmark", ["A"], DRAFT, None, None), ("Ostmark", [], DRAFT, "2022-01-20", None), True),
    (("Ostmark", ["A"], DRAFT, None, None), ("Ostmark", [], DRAFT, None, None), True),
    ((None, ["A"], DRAFT, "2022-01-10", "river"), (None, ["A"], DRAFT, "2022-01-10", "river"), False),
    (("Ostmark", [], DRAFT, "0001-01-01", "river"), ("Ostmark", [], DRAFT, "9999-12-31", "river"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), TOGETHER)
def test_two_records_tell_of_one_text(one, other, same):
    docket = Docket()
    for day, (by, to, kind, when, title) in zip(("2022-01-11", "2022-01-21"), (one, other), strict=True):
        docket.story(day).text(by, to, kind, when, title=title)
    assert len(all_texts(docket)) == (1 if same else 2)


def items_of(docket):
    views = Views(docket.fold(), TODAY)
    return [views.item(matter) for matter, _ in views.live.matters("items")]


def test_an_item_is_told_in_other_words():
    docket = Docket()
    story = docket.story("2022-01-10")
    story.text("Ostmark", ["A"], DRAFT, "2022-01-09", [MISSILES, ("parts", [TROOPS, "one"])])
    docket.story("2022-01-12").text("Ostmark", ["A"], DRAFT, "2022-01-09", ["intermediate missiles near border areas"])
    docket.story("2022-02-12").text("Ostmark", ["A"], DRAFT, "2022-02-10", ["intermediate missiles in border areas"])
    missiles, _, troops, *rest = items_of(docket)
    assert missiles.id == "item:1-0.1"
    assert troops.id == "item:1-0.2.1"
    assert [words.exact for words in missiles.wordings] == [
        MISSILES,
        "intermediate missiles near border areas",
        "intermediate missiles in border areas",
    ]
    assert [(event.state, event.on) for event in missiles.life] == [
        (ItemState.TABLED, date(2022, 1, 9)),
        (ItemState.AMENDED, date(2022, 2, 10)),
    ]
    assert (missiles.state, missiles.since, missiles.text) == (ItemState.AMENDED, date(2022, 2, 10), "text:1-0")
    assert find_matter(docket.fold(), "item:3-0.1", TODAY).id == missiles.id
    assert len(rest) == 1


@pytest.mark.parametrize(
    ("relation", "state", "still_open"),
    [
        (Relation.ANSWERS, ItemState.ANSWERED, False),
        (Relation.WITHDRAWS, ItemState.WITHDRAWN, False),
        (Relation.AGREES, ItemState.AGREED, False),
        (Relation.SUPERSEDES, ItemState.AMENDED, True),
        (Relation.EXTENDS, ItemState.TABLED, True),
    ],
)
def test_a_person_says_what_became_of_an_item(relation, state, still_open):
    docket = Docket()
    docket.story("2022-01-10").text("Ostmark", ["A"], DRAFT, "2022-01-09", [MISSILES])
    docket.link("text:2", relation, "item:1-0.1", "2022-01-20")
    (item,) = items_of(docket)
    assert (item.state, item.open) == (state, still_open)
    assert len(where_it_stands(docket.fold(), TODAY).items) == still_open


def test_an_item_that_goes_elsewhere_is_referred():
    docket = Docket()
    docket.story("2022-01-10").text("Ostmark", ["A"], DRAFT, "2022-01-09", [MISSILES, TROOPS])
    story = docket.story("2022-01-20")
    story.refer("intermediate missiles", "OSCE", "A", agrees=False)
    story.refer(None, "OSCE", "A")
    missiles, troops = items_of(docket)
    assert [(event.state, event.on) for event in missiles.life][1:] == [(ItemState.REFERRED, date(2022, 1, 20))]
    assert troops.state is ItemState.TABLED
    contested, plain = where_it_stands(docket.fold(), TODAY).referrals
    assert (contested.contested, contested.destination, plain.contested) == (True, "OSCE", False)


def test_the_items_of_a_text_follow_its_amendment():
    docket = Docket()
    story = docket.story("2022-01-10")
    told = story.text("Ostmark", ["A"], DRAFT, "2022-01-09", [MISSILES])
    parts = tuple(TextItem(story.words(words)) for words in (TROOPS, MISSILES))
    amended = TabledText(side("Ostmark"), (), DRAFT, None, days("2022-01-09"), parts, story.words("a text"), "so")
    number = docket.judge(told, Decision.AMEND, amended=amended)
    assert [item.words for item in items_of(docket)] == [TROOPS, MISSILES]
    assert items_of(docket)[0].backing.by == "Ilse"
    docket.undo(number)
    assert [item.words for item in items_of(docket)] == [MISSILES]
    docket.judge(told, Decision.REJECT)
    assert items_of(docket) == []
    assert find_matter(docket.fold(), "item:1-0.1", TODAY).reports[0].out == "rejected"
    assert find_matter(docket.fold(), "item:1-0.7", TODAY) is None


def test_a_text_that_is_found_again_takes_the_place_of_what_was_found():
    docket = Docket()
    docket.story("2022-01-10").text("Ostmark", ["A"], DRAFT, "2022-01-09", [MISSILES, TROOPS])
    docket.story("2022-01-10", "sha256:1").text("Ostmark", ["A"], DRAFT, "2022-01-09", [MISSILES])
    assert [item.words for item in items_of(docket)] == [MISSILES]


def test_consent_and_publication_over_time():
    docket = Docket()
    docket.story("2022-01-26").text("United States", ["Russia"], REPLY, "2022-01-26")
    told = [
        ("2022-01-21", "the American answer", "Russia", None, Consent.NOT_ASKED, None),
        ("2022-01-22", "the answer", None, "United States", Consent.ASKED, None),
        ("2022-01-26", "the replies", None, "United States", Consent.REFUSED, None),
        ("2022-01-27", "the reply", "Russia", "United States", Consent.NOT_ASKED, None),
        ("2022-02-02", "the confidential reply", None, None, Consent.NOT_ASKED, Publication.LEAKED),
        ("2022-02-03", "the reply", None, None, Consent.NOT_ASKED, Publication.PUBLIC),
    ]
    for day, of, wanted_by, consent_of, state, publication in told:
        docket.story(day).release(of, wanted_by, consent_of, state, publication)
    (release,) = where_it_stands(docket.fold("2022-02-01"), date(2022, 2, 1)).releases
    assert (release.state, release.publication, release.text) == (Consent.REFUSED, None, "text:1-0")
    assert [said.state for said in release.said][:3] == [Consent.NOT_ASKED, Consent.ASKED, Consent.REFUSED]
    standing = where_it_stands(docket.fold("2022-02-02"), date(2022, 2, 2))
    assert standing.releases == ()
    (text,) = standing.public
    assert (text.id, text.publication, text.public_on) == ("text:1-0", Publication.LEAKED, date(2022, 2, 2))
    (text,) = where_it_stands(docket.fold(), TODAY).public
    assert (text.publication, text.public_on) == (Publication.PUBLIC, date(2022, 2, 2))


RELEASES = [
    # texts (by, kind, day), of, wanted_by, consent_of -> the text in question
    ([("A", REPLY, "2022-01-26"), ("B", REPLY, "2022-01-26")], "the replies", None, None, None),
    ([("A", REPLY, "2022-01-25"), ("B", REPLY, "2022-01-26")], "the reply", None, None, "text:2-0"),
    ([("A", REPLY, "2022-01-26"), ("B", REPLY, "2022-01-26")], "the reply", "A", None, "text:1-0"),
    ([("A", DRAFT, "2022-01-26"), ("A", REPLY, "2022-01-27")], "the draft", "B", "A", "text:1-0"),
    ([("A", DRAFT, "2022-01-26")], None, "B", "A", "text:1-0"),
    ([("A", DRAFT, "2021-01-26")], "it", "B", "A", None),
    ([("A", DRAFT, "2022-03-26")], "it", None, "A", None),
    (
        [("A", REPLY, "2022-01-26"), ("B", DRAFT, "2022-01-27"), ("B", REPLY, "2021-01-26")],
        "the reply",
        None,
        None,
        "text:1-0",
    ),
    ([], None, None, None, None),
]


@pytest.mark.parametrize(("texts", "of", "wanted_by", "consent_of", "about"), RELEASES)
def test_which_text_is_in_question(texts, of, wanted_by, consent_of, about):
    docket = Docket()
    for by, kind, day in texts:
        docket.story("2022-02-01").text(by, ["C"], kind, day)
    docket.story("2022-02-02").release(of, wanted_by, consent_of, Consent.ASKED, Publication.LEAKED)
    standing = where_it_stands(docket.fold(), TODAY)
    (public,) = standing.public
    assert public.id == (about or public.reports[0].subject)
    assert standing.counts["releases"] == 1


def test_what_a_side_publishes_itself_is_not_the_answer_that_is_still_in_question():
    docket = Docket()
    docket.story("2022-01-26").text("A", ["B"], REPLY, "2022-01-26")
    docket.story("2022-01-27").release("the answer", "B", "A", Consent.REFUSED)
    docket.story("2022-02-17").text("B", ["A"], REPLY, "2022-02-17")
    docket.story("2022-02-17").release("its answer", "B", None, Consent.NOT_ASKED, Publication.UNILATERAL)
    docket.story("2022-02-18").release("the letter", "B", None, Consent.NOT_ASKED, Publication.UNILATERAL)
    standing = where_it_stands(docket.fold(), TODAY)
    assert [(one.state, one.text) for one in standing.releases] == [(Consent.REFUSED, "text:1-0")]
    assert standing.counts["releases"] == 3
    assert ("text:3-0", Publication.UNILATERAL) in [(one.id, one.publication) for one in standing.public]


def test_a_lapsed_consent_is_done_with():
    docket = Docket()
    docket.story("2022-02-02").release("the reply", "A", "B", Consent.LAPSED)
    assert where_it_stands(docket.fold(), TODAY).releases == ()


def test_what_hangs_on_what_and_what_each_side_calls_main():
    docket = Docket()
    story = docket.story("2022-01-26")
    story.text("Ostmark", ["A"], DRAFT, "2022-01-09", [MISSILES, TROOPS])
    hangs = story.hang("depending on what the reply says", "the cabinet decides", ["Ostmark"], "A B, Ostmark")
    story.hang("once it rains", "the cabinet decides")
    again = docket.story("2022-01-27").hang("it depends on what the reply says", "they decide", ["Ostmark", "Norland"])
    called = story.call("Ostmark", Standing.MAIN, "intermediate missiles", "the main question")
    story.call(None, Standing.SECONDARY, "missiles and troops")
    story.call("Norland", Standing.SECONDARY, None)
    docket.link("text:9", Relation.ANSWERS, hangs)
    standing = where_it_stands(docket.fold(), TODAY)
    later, rain = standing.contingencies
    assert ([report.subject for report in later.reports], later.happened) == ([hangs, again], None)
    assert ([actor.name for actor in later.actors], later.decider.name) == (["Ostmark", "Norland"], "A B")
    assert rain.trigger.exact == "once it rains"
    docket.link("text:9", Relation.DETACHES, hangs, "2022-01-28")
    assert where_it_stands(docket.fold(), TODAY).contingencies[0].happened.on == date(2022, 1, 28)
    own, norland, main = standing.characterised
    assert (own.about, own.by, norland.about) == (None, None, None)
    assert (main.id, main.about, main.quoted.exact) == (called, "item:1-0.1", "the main question")
    assert main.reports[0].reported_by == ("Ostmark",)
