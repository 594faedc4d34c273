"""A draft and a reply side by side, and the matrix that is expected of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.matching.matrix import match_texts
from rejoinder.model import Disposition, ReplyKind

DRAFT = """DRAFT TREATY ON THE FERRY AT OSSA

CHAPTER I
TRAFFIC

Article 1
Timetable
1. The ferry shall cross the lake twice a day in summer and once a day in winter.
2. The fare shall be five crowns for each passenger and two for a bicycle.

Article 2
The harbour masters shall publish a common table of depths every three years.

CHAPTER II
FINAL PROVISIONS

Article 3
Disputes shall be settled by an arbitrator.

Article 4
Either Party may denounce this Treaty with twelve months' notice.
"""


def stands(matrix):
    return {row.item.label: str(row.disposition) for row in matrix.rows}


def answers(matrix, label):
    return [link.passage.exact for row in matrix.rows if row.item.label == label for link in row.links]


def test_a_note():
    reply = """The Ministry presents its compliments to the Embassy and has the honour to convey the following.

With regard to Article 1, the Ministry agrees to paragraph 1 as it stands. It cannot accept paragraph 2; it would propose that it read: "The fare shall be six crowns for all."

The common table of depths is being studied by the harbour masters, and the Ministry will revert to it.

The two remaining provisions of Chapter II give rise to no observations.

The weather on the lake was mild this spring.

The Ministry avails itself of this opportunity to renew the assurances of its highest consideration.
"""
    matrix = match_texts(DRAFT, reply)
    assert stands(matrix) == {
        "chp_I__art_1__para_1": "accepted",
        "chp_I__art_1__para_2": "countered",
        "chp_I__art_2": "deferred",
        "chp_II__art_3": "accepted",
        "chp_II__art_4": "accepted",
    }
    (link,) = [link for row in matrix.rows if row.item.label.endswith("para_2") for link in row.links]
    assert link.counter.exact == "The fare shall be six crowns for all."
    assert link.reason.startswith("Cites the item; says “")
    assert link.passage.holds_in(reply)
    assert "The weather on the lake was mild this spring." in [passage.exact for passage in matrix.unlinked]
    assert matrix.kind is ReplyKind.FULL


def test_what_is_passed_over_is_shown_as_such():
    matrix = match_texts(
        DRAFT, "We agree to Article 2.\n\nThank you for your kind letter; we look forward to meeting you in Ossa.\n"
    )
    assert [row.item.label for row in matrix.with_disposition(Disposition.NOT_ADDRESSED)] == [
        "chp_I__art_1__para_1",
        "chp_I__art_1__para_2",
        "chp_II__art_3",
        "chp_II__art_4",
    ]
    assert [passage.exact for passage in matrix.unlinked] == [
        "Thank you for your kind letter; we look forward to meeting you in Ossa."
    ]


def test_an_item_that_only_introduces_others_is_not_counted():
    matrix = match_texts(
        "1. The Office:\n(a) shall count the boats;\n(b) shall weigh the fish.\n", "We agree to point (a)."
    )
    assert [row.introduces for row in matrix.rows] == [True, False, False]
    assert [row.item.label for row in matrix.with_disposition(Disposition.NOT_ADDRESSED)] == ["para_1__point_b"]


HOLDING = """I acknowledge receipt of the draft treaty on the ferry.

The draft raises questions of law and of cost. Until their views have been received it would be premature to comment on its substance. You may expect our considered answer in May.

One thing I can say now: the fare for a bicycle is fine by us.

This letter is an interim reply.
"""


def test_a_holding_reply_puts_off_all_that_it_does_not_name():
    matrix = match_texts(DRAFT, HOLDING)
    assert matrix.kind is ReplyKind.HOLDING
    assert matrix.kind_words.exact == "This letter is an interim reply."
    told = stands(matrix)
    assert told.pop("chp_I__art_1__para_2") == "accepted"
    assert set(told.values()) == {"deferred"}
    assert answers(matrix, "chp_II__art_4")[0].startswith("The draft raises questions")


def test_a_holding_reply_that_puts_off_nothing_by_words():
    matrix = match_texts(DRAFT, "I acknowledge receipt of your draft.\n\nThis is an interim reply.\n")
    assert matrix.kind is ReplyKind.HOLDING
    assert set(stands(matrix).values()) == {"not_addressed"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("CORRECTED VERSION\n\nWe agree to Article 2.", ReplyKind.CORRECTED),
        ("I answer on behalf of all seven. We agree to Article 2.", ReplyKind.COLLECTIVE),
        ("I acknowledge receipt. We agree to Article 2.", ReplyKind.FULL),
    ],
)
def test_kinds_of_reply(words, kind):
    assert match_texts(DRAFT, words).kind is kind


def test_a_reply_to_another_draft_is_said_to_be_one():
    reply = """We refer to your draft agreement on the interconnection of power grids at Vann.

The voltage of 220 kilovolts is acceptable.

Losses should be borne in proportion to the energy drawn.

Transformers may be inspected by a joint team.

Our control room is studying the emergency deliveries.
"""
    matrix = match_texts(DRAFT, reply)
    assert [problem.code for problem in matrix.problems] == ["another-draft"]
    assert set(stands(matrix).values()) == {"not_addressed"}
    assert len(matrix.unlinked) == 5


COUNTER = """COUNTER-DRAFT

Article 1
The ferry shall cross the lake twice a day in summer and once a day in winter.

Article 2
The fare shall be seven crowns for each passenger and two for a bicycle.

Article 3
Disputes between the Parties shall be settled by the Permanent Commission, which hears both; it decides by a majority.
"""


def test_a_counter_draft_is_held_to_the_wording():
    matrix = match_texts(DRAFT, COUNTER)
    told = stands(matrix)
    assert told["chp_I__art_1__para_1"] == "accepted"
    assert told["chp_I__art_1__para_2"] == "accepted_with_change"
    assert told["chp_II__art_4"] == "not_addressed"
    (link,) = [link for row in matrix.rows if row.item.label.endswith("para_2") for link in row.links]
    assert link.counter == link.passage


def test_a_counter_draft_may_not_say_that_it_is_one():
    again = (
        "\n".join(DRAFT.splitlines()[5:])
        .replace("five crowns", "nine crowns")
        .replace("an arbitrator", "the Commission")
    )
    told = stands(match_texts(DRAFT, again))
    assert told["chp_I__art_1__para_2"] == "accepted_with_change"
    assert told["chp_II__art_4"] == "accepted"


def test_questions_are_answered():
    matrix = match_texts(
        "1. When was it known?\n2. How many boats sank?\n", "1. At four in the morning.\n\n2. Three boats sank.\n"
    )
    assert stands(matrix) == {"para_1": "accepted", "para_2": "accepted"}


def test_a_sentence_that_goes_on_belongs_to_the_answer():
    matrix = match_texts(
        DRAFT, "We cannot accept a fare of five crowns. It bears no relation to what a crossing costs us.\n"
    )
    (answer,) = answers(matrix, "chp_I__art_1__para_2")
    assert answer.endswith("costs us.")


@pytest.mark.parametrize(("draft", "reply"), [("", "We agree."), (DRAFT, ""), ("", "")])
def test_nothing_to_match(draft, reply):
    matrix = match_texts(draft, reply)
    assert all(row.disposition is Disposition.NOT_ADDRESSED for row in matrix.rows)
    assert matrix.problems == ()


lines = st.lists(
    st.sampled_from(
        [
            "Article 1",
            "1. We agree; we do not.",
            "(a) It is put off.",
            "Dear Sir,",
            "“Thank you.”",
            "",
            "The rest is agreed.",
        ]
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(lines, lines)
def test_any_texts_can_be_matched(draft, reply):
    text = "\n".join(reply)
    matrix = match_texts("\n".join(draft), text)
    assert all(link.passage.holds_in(text) for row in matrix.rows for link in row.links)
    assert all(passage.holds_in(text) for passage in matrix.unlinked)
