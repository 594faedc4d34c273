"""Texts in hand with their items, what replies in hand do with them, and the table over all of them."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.docket import Views, fold, where_it_stands
from rejoinder.docket.claims import ClaimKind
from rejoinder.docket.live import UNTIED
from rejoinder.docket.matters import AnswerMatter, Footing, ItemState
from rejoinder.docket.past import as_known
from rejoinder.docket.table import Asked, RowStanding, table_of
from rejoinder.model import (
    Act,
    Answer,
    Decision,
    Disposition,
    Passage,
    Relation,
    Standing,
    Statement,
    TabledText,
    TextItem,
    TextKind,
)
from tests.docket.dockets import Docket, side

TODAY = date(2022, 3, 20)
WATER = "Norland shall release at least forty cubic metres of water from the upper dam in every dry month"
FISH = "Both Parties shall keep the fish ladders at the weirs open from March to May"
TOLLS = "No tolls shall be charged on barges that pass the lower locks"
GAUGES = "The Parties shall read the gauges together and publish the readings"
DRAFT, REPLY = TextKind.DRAFT, TextKind.REPLY
ITEMS = (("w", WATER), ("f", FISH), ("t", TOLLS), ("g", GAUGES))


def item(story, key):
    return f"item:{story.source.removeprefix('sha256:')}.{key}"


def exchange(tied: bool = True):
    """A draft in hand and a reply in hand that takes one item, refuses one and is silent on two."""
    docket = Docket()
    draft = docket.story("2022-03-01")
    text = draft.in_hand("Ostmark", ["Norland"], DRAFT, "2022-03-01", ITEMS, title="Draft compact on the river Lenn")
    reply = docket.story("2022-03-10")
    letter = reply.in_hand("Norland", ["Ostmark"], REPLY, "2022-03-10", title="Reply")
    if tied:
        docket.link(letter, Relation.ANSWERS, text)
    reply.answer(item(draft, "w"), text, Disposition.DECLINED, "We cannot release that much.", "Not in dry months.")
    reply.answer(item(draft, "f"), text, Disposition.ACCEPTED, "The ladders stay open.")
    reply.answer(item(draft, "t"), text, Disposition.NOT_ADDRESSED)
    reply.answer(item(draft, "g"), text, Disposition.NOT_ADDRESSED)
    return docket, draft, reply


def table(docket, asked=None, until=None, today=TODAY):
    return table_of(Views(docket.fold(until), today), asked)


def told(found):
    """The standing of each row, in their order, with the key of its item."""
    return [(row.item.id.rpartition(".")[2], row.standing.value) for row in found.rows]


def test_what_no_reply_mentions_comes_first():
    docket, draft, reply = exchange()
    found = table(docket)
    assert told(found) == [("t", "not_addressed"), ("g", "not_addressed"), ("w", "declined"), ("f", "accepted")]
    silent, _, declined, _ = found.rows
    assert (silent.item.place.name, silent.wordings[0].passage.exact, silent.wordings[0].source) == (
        "Article 3",
        TOLLS,
        draft.source,
    )
    assert [link.passage.exact for link in declined.answers[0].links] == [
        "We cannot release that much.",
        "Not in dry months.",
    ]
    (answer,) = declined.answers
    assert (answer.by, answer.reports[0].source, answer.tabled_in) == (side("Norland"), reply.source, draft.source)
    assert (answer.backing.footing, declined.item.state, declined.item.open) == (
        Footing.FOUND,
        ItemState.TABLED,
        True,
    )
    assert (found.count, dict(found.counts)) == (4, {"not_addressed": 2, "declined": 1, "accepted": 1})
    assert ([text.in_hand for text in found.texts], [text.in_hand for text in found.replies]) == (
        [("text:1",)],
        [("text:2",)],
    )


def test_a_part_of_the_table_and_one_text_or_side_of_it():
    docket, _, _ = exchange()
    other = docket.story("2022-03-05")
    other.text("Norland", ["Ostmark"], DRAFT, "2022-03-05", ["ten boats of the harbour police"])
    assert told(table(docket, Asked(first=1, most=2))) == [("g", "not_addressed"), ("1", "no_reply")]
    assert table(docket, Asked(first=1, most=2)).count == 5
    assert told(table(docket, Asked(by="norland"))) == [("1", "no_reply")]
    assert len(told(table(docket, Asked(text="text:1")))) == 4
    assert told(table(docket, Asked(text="text:none"))) == []


def test_a_judgement_stands_above_what_is_found_anew():
    docket, draft, reply = exchange()
    docket.judge("answer:2-t", Decision.CONFIRM)
    docket.judge("answer:2-f", Decision.CONFIRM)
    docket.judge("answer:2-w", Decision.REJECT)
    kept = Answer(
        item(draft, "g"), "text:1", "text:2", Disposition.DEFERRED, (), Passage(0, 1, "x"), Passage(0, 1, "x"), "Ilse"
    )
    docket.judge("answer:2-g", Decision.AMEND, amended=kept)
    reply.answer(item(draft, "g"), "text:1", Disposition.DECLINED, "Found again.")
    rows = {key: row for (key, _), row in zip(told(table(docket)), table(docket).rows, strict=True)}
    assert {key: row.standing.value for key, row in rows.items()} == {
        "t": "not_addressed",
        "f": "accepted",
        "w": "untold",
        "g": "deferred",
    }
    assert [answer.id for answer in rows["w"].rejected] == ["answer:2-w"]
    assert rows["t"].answers[0].backing.footing is Footing.CONFIRMED
    assert (rows["f"].item.state, rows["f"].item.open) == (ItemState.ANSWERED, False)
    assert rows["g"].item.open
    confirmed = table(docket, Asked(confirmed=True))
    assert dict(told(confirmed)) == {
        "t": "not_addressed",
        "f": "accepted",
        "w": "untold",
        "g": "deferred",
    }
    standing = where_it_stands(docket.fold(), TODAY)
    assert [one.id.rpartition(".")[2] for one in standing.items] == ["w", "t", "g"]


def test_only_the_record_shows_no_answer_that_is_merely_found():
    docket, _, _ = exchange()
    assert {standing for _, standing in told(table(docket, Asked(confirmed=True)))} == {"untold"}


def test_an_answer_counts_while_its_texts_do_and_are_tied():
    docket, _, _ = exchange(tied=False)
    assert {standing for _, standing in told(table(docket))} == {"no_reply"}
    view = Views(docket.fold(), TODAY).find("answer:2-w")
    assert isinstance(view, AnswerMatter)
    assert view.reports[0].out == UNTIED
    docket, _, _ = exchange()
    docket.undo(3 + 2)
    assert {standing for _, standing in told(table(docket))} == {"no_reply"}
    docket, _, _ = exchange()
    docket.judge("text:2", Decision.REJECT)
    assert {standing for _, standing in told(table(docket))} == {"no_reply"}
    docket, _, _ = exchange()
    docket.judge("text:1", Decision.REJECT)
    assert told(table(docket)) == []


def test_the_table_is_as_of_a_day():
    docket, _, _ = exchange()
    before = table(docket, until="2022-03-05", today=date(2022, 3, 5))
    assert {standing for _, standing in told(before)} == {"no_reply"}
    whole = docket.fold()
    known = as_known(whole, docket.stories[0].known)
    assert told(table_of(Views(known, date(2022, 3, 5)))) == told(before)


@pytest.mark.parametrize("at", range(1, 10))
def test_a_fold_that_goes_on_is_the_whole_fold(at):
    docket, _, _ = exchange()
    story = docket.story("2022-03-02")
    story.text("Ostmark", ["Norland"], DRAFT, "2022-03-01", ["release of water from the upper dam in dry months"])
    entries = docket.entries()
    first = fold(entries[:at])
    assert fold(entries[at:], first) == fold(entries)


def test_items_keep_their_lives_over_versions():
    docket = Docket()
    first = docket.story("2022-03-01")
    first.in_hand("Ostmark", ["Norland"], DRAFT, "2022-03-01", ITEMS)
    second = docket.story("2022-03-08")
    less = WATER.replace("forty", "thirty")
    later = second.in_hand(
        "Ostmark", ["Norland"], DRAFT, "2022-03-08", (("g", GAUGES), ("w", less), ("n", "New")), line="text:1"
    )
    docket.link(later, Relation.SUPERSEDES, "text:1")
    rows = {key: row for (key, _), row in zip(told(table(docket)), table(docket).rows, strict=True)}
    assert {key: row.standing for key, row in rows.items()} == {
        "g": RowStanding.NO_REPLY,
        "w": RowStanding.NO_REPLY,
        "n": RowStanding.NO_REPLY,
        "f": RowStanding.DROPPED,
        "t": RowStanding.DROPPED,
    }
    water = rows["w"]
    assert [one.passage.exact for one in water.wordings] == [less, WATER]
    assert (water.item.place.label, water.item.id, water.text.id) == ("art_2", item(first, "w"), "text:2")
    assert [event.state for event in water.item.life] == [ItemState.TABLED, ItemState.AMENDED]
    assert len(rows["g"].wordings) == 1
    assert (rows["f"].dropped.id, water.dropped) == ("text:2", None)
    early = table(docket, until="2022-03-05", today=date(2022, 3, 5))
    assert {standing for _, standing in told(early)} == {"no_reply"}


def test_a_version_that_comes_to_hand_late_is_none_the_later():
    docket = Docket()
    story = docket.story("2022-03-08")
    story.in_hand("Ostmark", ["Norland"], DRAFT, "2022-03-08", ITEMS[:2])
    before = docket.story("2022-03-09")
    before.in_hand("Ostmark", ["Norland"], DRAFT, "2022-03-01", ITEMS, line="text:1")
    assert {key: standing for key, standing in told(table(docket)) if standing == "dropped"} == {
        "t": "dropped",
        "g": "dropped",
    }


def test_two_texts_in_hand_are_two_and_their_items_too():
    docket = Docket()
    docket.story("2022-03-01").in_hand("Ostmark", ["Norland"], DRAFT, "2022-03-01", (("w", WATER),))
    docket.story("2022-03-01").in_hand("Ostmark", ["Norland"], DRAFT, "2022-03-01", (("v", WATER),))
    assert [row.item.id for row in table(docket).rows] == ["item:1.w", "item:2.v"]
    docket.judge("item:1.w", Decision.MERGE, "item:2.v")
    assert [row.item.id for row in table(docket).rows] == ["item:1.w"]


def test_what_a_story_tells_of_a_text_in_hand_is_the_same_text_and_item():
    docket, draft, _ = exchange()
    story = docket.story("2022-03-02")
    story.text("Ostmark", ["Norland"], DRAFT, "2022-03-01", ["forty metres of water from the upper dam"])
    story.text("Ostmark", ["Norland"], DRAFT, "2022-03-01", ["harbour police"], title="draft compact")
    rows = {row.item.id: row for row in table(docket).rows}
    water = rows[item(draft, "w")]
    assert (len(water.item.reports), len(water.wordings)) == (2, 1)
    assert [event.state for event in water.item.life] == [ItemState.TABLED]
    (police,) = [row for row in rows.values() if row.item.place is None]
    assert (police.wordings[0].name, police.wordings[0].in_hand, police.standing) == (None, False, "no_reply")


def test_claims_say_who_says_what():
    docket, _draft, _ = exchange(tied=False)
    story = docket.story("2022-03-12")
    said = story.say("Ada Lind, Ostmark", "nothing was said of the tolls on barges at the lower locks", "2022-03-12")
    story.call("Ada Lind, Ostmark", Standing.NOT_ANSWERED, "the main issue", "nothing", said)
    story.call("Ada Lind, Ostmark", Standing.MAIN, "tolls charged on barges at the locks", "main")
    story.call(None, Standing.SECONDARY, None, "trifles")
    story.refer("joint reading of the gauges and the readings that they publish", "the River Board", "Norland", False)
    story.refer("reading of the gauges together, to publish readings", None, None)
    refusal = "we will not keep the fish ladders at the weirs open"
    story.say("Norland", refusal, "2022-03-12", act=Act.REJECT)
    story.say("Ostmark", refusal, "2022-03-12", act=Act.REJECT)
    story.say("Norland", refusal, "2022-02-01", act=Act.REJECT)
    story.say("Norland", refusal, "2022-04-01", act=Act.REJECT)
    story.say(None, refusal, "2022-03-12", act=Act.REJECT)
    doubted = story.say("Norland", f"{refusal}, they say", "2022-03-13", act=Act.REJECT)
    docket.judge(doubted, Decision.REJECT)
    rows = {key: row for (key, _), row in zip(told(table(docket)), table(docket).rows, strict=True)}
    assert {key: row.standing.value for key, row in rows.items()} == {
        "t": "claimed",
        "g": "claimed",
        "f": "claimed",
        "w": "no_reply",
    }
    assert [(claim.kind, claim.what) for claim in rows["t"].claims] == [
        (ClaimKind.CALLED, "main"),
        (ClaimKind.CALLED, "not answered"),
    ]
    assert {(claim.what, claim.by, claim.agrees) for claim in rows["g"].claims} == {
        ("the River Board", side("Norland"), False),
        ("", None, None),
    }
    (claim,) = rows["f"].claims
    assert (claim.kind, claim.what, claim.by, claim.passage.exact) == (
        ClaimKind.SAID,
        "reject",
        side("Norland"),
        refusal,
    )
    assert (claim.source, claim.backing.footing) == (story.source, Footing.FOUND)
    assert {standing for _, standing in told(table(docket, Asked(confirmed=True)))} == {"no_reply"}


def test_statements_by_hand_and_judged_ones_are_claims_on_their_word():
    docket, _, _ = exchange(tied=False)
    story = docket.story("2022-03-12")
    judged = story.say("Norland", "the fish ladders at the weirs stay open", "2022-03-12", act=Act.AGREE)
    docket.judge(judged, Decision.CONFIRM)
    words = Passage(0, 9, "the fish ladders at the weirs are shut")
    record = Statement(
        "s", side("Norland"), None, (), Act.REJECT, None, None, False, None, None, words, (), 1.0, "heard"
    )
    docket.record("statement:ilse", record)
    claims = next(row for row in table(docket).rows if row.standing is RowStanding.CLAIMED).claims
    assert [(claim.what, claim.backing.footing) for claim in claims] == [
        ("agree", Footing.CONFIRMED),
        ("reject", Footing.ENTERED),
    ]
    shown = table(docket, Asked(confirmed=True))
    assert ("f", "claimed") in told(shown)


def test_no_more_than_the_last_claims_are_shown():
    docket, _, _ = exchange(tied=False)
    for day in range(11, 18):
        story = docket.story(f"2022-03-{day}")
        story.say("Norland", "the fish ladders at the weirs stay open", f"2022-03-{day}", act=Act.AGREE)
    row = next(row for row in table(docket).rows if row.claims)
    assert ([claim.on.day for claim in row.claims], row.unshown) == ([17, 16, 15, 14], 3)


def test_the_last_reply_of_each_side_tells_where_an_item_stands():
    docket, draft, _ = exchange()
    second = docket.story("2022-03-15")
    letter = second.in_hand("Norland", ["Ostmark"], REPLY, "2022-03-15")
    docket.link(letter, Relation.ANSWERS, "text:1")
    second.answer(item(draft, "w"), "text:1", Disposition.NOTED, "We have noted it.")
    third = docket.story("2022-03-16")
    other = third.in_hand("River Board", ["Ostmark"], REPLY, None)
    docket.link(other, Relation.ANSWERS, "text:1")
    third.answer(item(draft, "f"), "text:1", Disposition.DEFERRED, "Later.")
    assert dict(told(table(docket))) == {
        "t": "not_addressed",
        "g": "not_addressed",
        "w": "noted",
        "f": "deferred",
    }
    docket.link(letter, Relation.SUPERSEDES, "text:2")
    assert dict(told(table(docket))) == {"t": "untold", "g": "untold", "w": "noted", "f": "deferred"}


def test_ends_that_persons_tell_and_items_that_only_introduce():
    docket = Docket()
    story = docket.story("2022-03-01")
    story.in_hand("Ostmark", ["Norland"], DRAFT, None, ITEMS, introducing=("g",), headings={"f": "Fish ladders"})
    note = docket.record("text:ilse", TabledText(side("Norland"), (), REPLY, None, None, (), Passage(0, 1, "x"), "so"))
    docket.link(note, Relation.WITHDRAWS, item(story, "w"))
    docket.link(note, Relation.AGREES, item(story, "t"))
    docket.link(note, Relation.EXTENDS, item(story, "f"))
    found = table(docket)
    assert told(found) == [("f", "no_reply"), ("g", "introduces"), ("t", "agreed"), ("w", "withdrawn")]
    assert found.rows[0].item.place.heading == "Fish ladders"


def test_words_beside_the_wording_stand_with_it():
    docket = Docket()
    story = docket.story("2022-03-01")
    story.in_hand("Ostmark", ["Norland"], DRAFT, None, ITEMS[:1], further={"w": ["and in wet ones"]})
    (row,) = table(docket).rows
    assert [passage.exact for passage in row.wordings[0].further] == ["and in wet ones"]


def test_a_text_in_hand_may_be_amended_and_a_part_without_a_place_is_none():
    docket, draft, _ = exchange()
    record = TabledText(
        side("Ostmark"),
        (side("Norland"),),
        DRAFT,
        "Another title",
        None,
        (TextItem(Passage(0, 4, "Rain")),),
        Passage(0, 8, "the text"),
        "it is",
        None,
        True,
    )
    docket.judge("text:1", Decision.AMEND, amended=record)
    assert told(table(docket)) == []
    assert Views(docket.fold(), TODAY).text("text:1").titles == ("Another title",)
    assert draft.source == "sha256:1"
