"""Texts in hand: what a person says of them is entered once, amended by saying it otherwise, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rejoinder.desk.answering import match_pairs
from rejoinder.desk.desk import Desk
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.judging import Verdict, judge, undo
from rejoinder.desk.matchers import shipped_matcher
from rejoinder.desk.showing import record_with_id, show
from rejoinder.desk.snapshots import AsOf, snapshot_as_of, views_as_of
from rejoinder.desk.stories import story_of
from rejoinder.desk.tables import table_as_of
from rejoinder.desk.tabling import table_text
from rejoinder.desk.verifying import verify_desk
from rejoinder.docket.matters import Footing, MatterKind
from rejoinder.docket.table import Asked
from rejoinder.matching.matrix import match_outline
from rejoinder.matching.outline import outline_text
from rejoinder.model import (
    AskedError,
    Decision,
    Disposition,
    EntryKind,
    InputError,
    NewEntry,
    Problem,
    Relation,
    StoreError,
    TextKind,
)
from rejoinder.store import MEMORY, open_ledger
from tests.desk.desks import DOCKET, add, new_desk, read
from tests.desk.texts import ANSWER, DRAFTED, LATER, LENN, NORLAND, OSTMARK, answered, drafted


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def desk(request, tmp_path):
    address = MEMORY if request.param == "memory" else tmp_path / "desk.db"
    if request.param == "postgresql":
        address = request.getfixturevalue("server").new_database()
    opened = new_desk(address)
    yield opened
    opened.ledger.close()


def rows(desk, at=None, **asked):
    """By the name of its item: where it stands."""
    view = table_as_of(desk, DOCKET, Asked(**asked), at or AsOf())
    return {row.wordings[0].name: row.standing.value for row in view.table.rows}


def row(desk, name, at=None):
    view = table_as_of(desk, DOCKET, None, at or AsOf())
    return next(row for row in view.table.rows if row.wordings[0].name == name)


MATCHED = {
    "Article 3, paragraph 2": "not_addressed",
    "Article 4": "not_addressed",
    "Article 1": "declined",
    "Article 3, paragraph 1": "deferred",
    "Article 2": "accepted",
}


def test_a_draft_and_its_reply_make_the_table(desk):
    draft = drafted(desk)
    assert (draft.entries, draft.parts, draft.matched, draft.problems) == (2, 5, (), ())
    reply = answered(desk, answers=(draft.text,))
    (matched,) = reply.matched
    assert (reply.parts, matched.entries, matched.judged) == (0, 5, 0)
    assert matched.counts[Disposition.NOT_ADDRESSED] == 2
    assert rows(desk) == MATCHED
    declined = row(desk, "Article 1")
    assert declined.wordings[0].passage.holds_in(LENN)
    (answer,) = declined.answers
    assert all(link.passage.holds_in(ANSWER) for link in answer.links)
    assert (answer.backing.footing, answer.reports[0].source) == (Footing.FOUND, reply.source)
    assert list(verify_desk(desk)) == []


def test_the_same_text_again_enters_nothing(desk):
    draft = drafted(desk)
    answered(desk, answers=(draft.source,))
    head = desk.ledger.head(DOCKET).seq
    assert (drafted(desk).entries, answered(desk, answers=(draft.text[:12],)).entries) == (0, 0)
    assert desk.ledger.head(DOCKET).seq == head


def test_what_is_said_otherwise_amends_the_record(desk):
    drafted(desk)
    again = drafted(desk, title="The Lenn compact")
    assert again.entries == 1
    views = views_as_of(desk, DOCKET)
    assert views.text(again.text).titles == ("The Lenn compact",)
    undo(desk, DOCKET)
    assert views_as_of(desk, DOCKET).text(again.text).titles == ("Draft Compact on the River Lenn",)


def test_a_text_that_was_taken_out_comes_back_when_it_is_added_again(desk):
    draft = drafted(desk)
    judge(desk, DOCKET, draft.text, Verdict(Decision.REJECT))
    assert rows(desk) == {}
    assert drafted(desk).entries == 1
    assert len(rows(desk)) == 5


def test_a_tie_is_taken_back_and_what_rested_on_it_goes(desk):
    draft = drafted(desk)
    answered(desk, answers=(draft.text,))
    (tie,) = snapshot_as_of(desk, DOCKET).links
    undo(desk, DOCKET, tie)
    assert set(rows(desk).values()) == {"no_reply"}
    answered(desk, answers=(draft.text,))
    assert rows(desk) == MATCHED


def test_a_reply_that_came_first_is_matched_when_its_draft_comes_to_hand(desk):
    draft = drafted(desk)
    judge(desk, DOCKET, draft.text, Verdict(Decision.REJECT))
    assert answered(desk, answers=(draft.text,)).matched == ()
    assert len(drafted(desk).matched) == 1
    assert rows(desk) == MATCHED


def test_as_of_a_day_before_the_letter_there_is_no_answer(desk):
    draft = drafted(desk, published=date(2022, 5, 4))
    answered(desk, answers=(draft.text,))
    assert rows(desk, AsOf(date(2022, 5, 3))) == {}
    assert set(rows(desk, AsOf(date(2022, 5, 9))).values()) == {"no_reply"}
    assert rows(desk, AsOf(date(2022, 5, 10))) == MATCHED
    assert rows(desk, AsOf(recorded=datetime(2022, 5, 20, tzinfo=UTC))) == {}


def test_a_judgement_is_kept_when_the_match_is_worked_out_anew(desk):
    draft = drafted(desk)
    answered(desk, answers=(draft.text,))
    (answer,) = row(desk, "Article 2").answers
    record = record_with_id(desk, DOCKET, answer.id)
    mine = replace(record, disposition=Disposition.COUNTERED)
    judge(desk, DOCKET, answer.id, Verdict(Decision.AMEND, amended=mine))
    silent = replace(desk, matcher=lambda outline, reply: desk.matcher(outline, "Norland thanks Ostmark."))
    (matched,) = match_pairs(silent, DOCKET)
    assert (matched.entries, matched.judged) == (2, 1)
    assert rows(desk)["Article 2"] == "countered"
    assert rows(desk)["Article 1"] == "not_addressed"
    shown = show(desk, DOCKET, row(desk, "Article 1").answers[0].id)
    assert [event.what for event in shown.history] == ["found", "found anew"]
    assert shown.record.links == ()
    story = story_of(desk, DOCKET, answer.reports[0].source)
    assert len({finding.subject for finding in story.findings}) == len(story.findings)
    assert list(verify_desk(desk)) == []


def test_items_stay_the_same_items_in_a_later_version(desk):
    draft = drafted(desk)
    later = drafted(desk, LATER, "later.txt", when=date(2022, 5, 8), replaces=draft.text)
    assert (later.entries, later.parts) == (3, 4)
    assert rows(desk) == {
        "Article 1": "no_reply",
        "Article 2, paragraph 1": "no_reply",
        "Article 2, paragraph 2": "no_reply",
        "Article 3": "no_reply",
        "Article 2": "dropped",
    }
    water = row(desk, "Article 1")
    assert ["thirty" in one.passage.exact for one in water.wordings] == [True, False]
    assert water.item.id.startswith(f"item:{draft.text.partition(':')[2]}.")
    assert drafted(desk, LATER, "later.txt", when=date(2022, 5, 8), replaces=draft.text).entries == 0
    third = drafted(desk, LATER.replace("thirty", "twenty"), "third.txt", when=date(2022, 5, 9), replaces=later.source)
    assert len(row(desk, "Article 1").wordings) == 3
    reply = answered(desk, answers=(draft.text,))
    assert len(reply.matched) == 1
    assert row(desk, "Article 1").standing.value == "declined"
    assert third.parts == 4


def test_a_later_version_of_a_text_that_is_only_told_of_is_the_first_in_hand(desk):
    story = add(desk, "Ostmark: It is so")[0].source
    with pytest.raises(AskedError, match="is no text"):
        drafted(desk, replaces=story)
    told = drafted(desk)
    withdraw(desk, told.source)
    later = drafted(desk, LATER, "later.txt", replaces=told.text)
    assert later.parts == 4


def withdraw(desk, source):
    """Take the bytes of a source away."""
    moment = desk.clock()
    payload = '{"reason":"a court order"}'
    desk.ledger.append(DOCKET, [NewEntry(EntryKind.WITHDRAWAL, source, None, moment, desk.user, payload)], moment)
    desk.ledger.withdraw(source)


def test_a_withdrawn_text_is_held_against_nothing(desk):
    draft = drafted(desk)
    answered(desk, answers=(draft.text,))
    withdraw(desk, draft.source)
    assert match_pairs(desk, DOCKET) == ()


def test_what_cannot_be_is_said(desk):
    draft = drafted(desk)
    with pytest.raises(AskedError, match="neither answers nor replaces itself"):
        drafted(desk, answers=(draft.text,), replaces=None)
    with pytest.raises(AskedError, match="no record"):
        answered(desk, answers=("text:none",))
    with pytest.raises(InputError):
        drafted(desk, "")
    error = InputError("x", "not-found", "There is no file x.", "Check the path.")
    with pytest.raises(InputError, match="no file x"):
        table_text(desk, DOCKET, Gathered("x", error), DRAFTED)
    with pytest.raises(AskedError, match="no text in the docket"):
        table_as_of(desk, DOCKET, Asked(text=add(desk, "Ostmark: It is so")[0].source))
    assert len(rows(desk, text=draft.source[7:19])) == 5


def test_a_source_that_is_held_as_a_story_becomes_a_text_in_hand(desk):
    add(desk, LENN)
    draft = drafted(desk)
    assert (draft.entries, len(rows(desk))) == (1, 5)


def test_a_counter_draft_is_a_text_with_items_that_answers_another(desk):
    draft = drafted(desk)
    counter = answered(desk, LATER, "counter.txt", kind=TextKind.COUNTER, answers=(draft.text,))
    assert (counter.parts, len(counter.matched)) == (4, 1)
    links = snapshot_as_of(desk, DOCKET).links.values()
    assert [link.relation for link in links] == [Relation.ANSWERS]
    assert len(rows(desk, by="Norland")) == 4


def test_a_reply_to_another_draft_is_said_to_be_one(desk):
    def foreign(outline, reply):
        silent = match_outline(outline, "Norland thanks Ostmark.")
        return replace(silent, problems=(Problem("another-draft", "It seems to answer another one.", 0, 9),))

    draft = drafted(desk)
    (matched,) = answered(replace(desk, matcher=foreign), answers=(draft.text,)).matched
    assert [problem.code for problem in matched.problems] == ["another-draft"]
    assert set(rows(desk).values()) == {"not_addressed"}
    assert row(desk, "Article 1").answers[0].reason == "It seems to answer another one."


def test_a_text_without_numbers_or_title_has_its_paragraphs_as_items(desk):
    draft = drafted(desk, "Norland opens the upper dam.\n\nOstmark pays for it.\n")
    assert (draft.parts, [problem.code for problem in draft.problems]) == (2, ["no-numbers"])


def test_the_sentences_of_a_reply_that_answer_nothing_are_listed(desk):
    draft = drafted(desk)
    answered(desk, answers=(draft.text,))
    (unlinked,) = table_as_of(desk, DOCKET).unlinked
    assert "Norland thanks Ostmark for its patience." in [passage.exact for passage in unlinked.passages]
    assert all("cannot accept" not in passage.exact for passage in unlinked.passages)
    withdraw(desk, unlinked.source)
    assert table_as_of(desk, DOCKET).unlinked == ()


def test_where_somebody_else_enters_something_meanwhile_it_is_tried_again():
    desk = new_desk()
    ledger, append = desk.ledger, desk.ledger.append
    waiting = ["Norland: It rains"]

    def busy(docket, new, moment, sources=(), expected_seq=None):
        if waiting and expected_seq is not None:
            line = waiting.pop()
            ledger.append = append
            add(desk, line)
        return append(docket, new, moment, sources, expected_seq)

    ledger.append = busy
    assert drafted(desk).entries == 2
    ledger.append = lambda *_, **__: (_ for _ in ()).throw(StoreError("full", "The disk is full.", "Make room."))
    with pytest.raises(StoreError, match="disk is full"):
        drafted(desk, LATER, "later.txt")


def test_a_desk_matches_by_the_package_unless_another_matcher_is_given():
    matrix = shipped_matcher(outline_text(LENN), ANSWER)
    assert {row.disposition for row in matrix.rows} > {Disposition.DECLINED}
    assert Desk(open_ledger(MEMORY), "Ilse", new_desk().clock, read).matcher is shipped_matcher


def promised(desk):
    """The promises of the docket: who is bound, to whom, in which words, and who stands behind that."""
    views = views_as_of(desk, DOCKET, AsOf())
    found = [matter for matter in views.all() if matter.kind is MatterKind.COMMITMENT]
    return [(one.debtor.name, one.creditor.name, one.action.exact, one.backing.footing) for one in found]


TOLLS = "will come back to the tolls"


def test_what_a_reply_promises_is_found_and_not_confirmed(desk):
    drafted(desk)
    assert answered(desk).promises == 1
    assert promised(desk) == [("Norland", "Ostmark", TOLLS, Footing.FOUND)]
    assert answered(desk).promises == 0
    assert len(promised(desk)) == 1
    assert not list(verify_desk(desk))


def test_another_author_is_bound_by_the_promises_of_a_letter_save_where_they_are_judged(desk):
    drafted(desk)
    words = ANSWER.replace("Norland will", "We will") + "\nWe shall also open the ladders at once.\n"
    answered(desk, words)
    first, *_ = [matter for matter in views_as_of(desk, DOCKET, AsOf()).all() if matter.kind is MatterKind.COMMITMENT]
    judge(desk, DOCKET, first.reports[0].subject, Verdict(Decision.CONFIRM))
    assert answered(desk, words, by=OSTMARK, to=(NORLAND,)).promises == 1
    assert [(debtor, footing) for debtor, _, _, footing in promised(desk)] == [
        ("Norland", Footing.CONFIRMED),
        ("Ostmark", Footing.FOUND),
    ]


def test_a_draft_promises_nothing(desk):
    assert (
        drafted(desk, LENN + "\nArticle 5\nWe will meet again in June and will publish the readings.\n").promises == 0
    )
    assert promised(desk) == []
