"""Referrals: what a sentence moves to which forum, by whom."""

from __future__ import annotations

import pytest

from rejoinder.model import Act
from rejoinder.reading.business.referrals import find_referrals
from tests.reading.business.building import told

OSTMARK = "Ostmark and Halvern share the Lenn. "


def row(words: str, acts: dict[str, Act] | None = None) -> list[tuple[object, ...]]:
    return [
        (item.what and item.what.exact, item.origin, item.destination, item.by and item.by.name, item.tabler_agrees)
        for item in find_referrals(told(words, acts))
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "France referred the dispute over fish to the Court of Arbitration in May.",
            ("the dispute over fish", None, "Court of Arbitration", "France", None),
        ),
        (
            "The matter has been passed to the prime ministers of both countries.",
            ("The matter", None, "prime ministers of both countries", None, None),
        ),
        (
            "[[Russia]] {{said}} <<there were attempts to dump this issue onto the OSCE>>.",
            ("this issue", None, "OSCE", None, False),
        ),
        (
            "The two sides agreed to move the question of status from the working group to a summit.",
            ("the question of status", "working group", "summit", "two sides", True),
        ),
        (
            "[[France]] {{demanded}} <<that the quarrel be settled in the WTO>>.",
            ("the quarrel", None, "WTO", "France", None),
        ),
        (
            "[[France]] {{said}} <<the quarrel must be settled in the WTO>>.",
            ("the quarrel", None, "WTO", "France", None),
        ),
        (
            "[[France]] {{said}} <<the border belongs before the court>>.",
            ("the border", None, "court", "France", None),
        ),
        (
            "Spain refused to submit the case to arbitration.",
            ("the case", None, "arbitration", None, False),
        ),
        ("[[France]] {{said}} <<it must be discussed at the OSCE>>.", ("it", None, "OSCE", "France", None)),
        ("Spain waited and referred the case to the court.", ("the case", None, "court", None, None)),
        (
            "[[France]] {{demanded}} <<binding arbitration on the nets>>.",
            ("the nets", None, "binding arbitration", "France", None),
        ),
        (
            "France and Spain accept binding arbitration on the nets.",
            ("the nets", None, "binding arbitration", "Spain", None),
        ),
        (
            "[[France]] {{called}} on Spain <<to accept a mediator>>.",
            (None, None, "mediator", "France", None),
        ),
        ("[[France]] {{said}} <<it would go to court>>.", (None, None, "court", "France", None)),
        ("[[France]] {{said}} <<it would go to Madrid>>.", None),
        ("France has set up a joint commission on nets.", ("nets", None, "joint commission", "France", None)),
        ("France has set up a joint commission.", None),
        ("France has set up, with a commission, a shop.", None),
        (
            "Spain asked the Security Council to examine the quarrel.",
            ("the quarrel", None, "Security Council", "Spain", None),
        ),
        (
            "Spain proposed that an independent panel look at the nets.",
            ("the nets", None, "independent panel", "Spain", None),
        ),
        ("Spain asked the council to examine.", None),
        ("Spain asked the council to leave.", None),
        ("Spain asked the court for a map.", None),
        ("Ask the court to decide.", None),
        (
            "[[Spain]] {{answered}} <<all but the one on nets, which France wants to refer to the court>>.",
            ("one on nets", None, "court", "France", None),
        ),
        ("[[Spain]] {{said}} <<the men whom and the ball which it wants to refer to the court>>.", None),
        ("Spain wants to refer to the court.", None),
        ("Spain sent the case to London on Friday.", None),
        ("Spain took the ball to the court.", None),
        ("Spain sent the draft to the press.", None),
        ("Spain took the issue up. It went to the court.", None),
        ("The minister was sent to the committee.", None),
        ("The issue must be discussed on Friday.", None),
        ("They must be discussed at the OSCE.", None),
        ("Spain will put it before the", None),
        ("It was settled in the court.", None),
        ("The dispute should be settled by Friday.", None),
        ("France moved the talks.", None),
        ("Move to the court.", None),
        ("The talks took place on the issue of nets, according to the council.", None),
        # handled elsewhere
        (
            "[[France]] {{said}} <<that fishing should be dealt with by the joint committee rather than in the pay talks>>.",
            ("fishing", "pay talks", "joint committee", "France", None),
        ),
        (
            "[[France]] {{said}} <<fishing was being dealt with locally by the joint council>>.",
            ("fishing", None, "joint council", "France", None),
        ),
        (
            "[[France]] {{suggested}} <<that fishing be taken up by a joint group set up in May>>.",
            ("fishing", None, "joint group", "France", None),
        ),
        ("[[France]] {{said}} <<fishing should not be dealt with by the council>>.", None),
        ("[[France]] {{said}} <<fishing should be dealt with, of course, by the council>>.", None),
        ("[[France]] {{said}} <<disputes should be settled by a panel>>.", None),
        ("[[France]] {{said}} <<fish were taken up to the council>>.", ("fish", None, "council", "France", None)),
        # a matter for somebody else
        (
            "[[France]] {{said}} <<the limit was “a matter for the court in Lisk, not for negotiators”>>.",
            ("the limit", None, "court", "France", None),
        ),
        (
            "[[France]] {{said}} <<nets were a matter for the council and not for local talks>>.",
            ("nets", "local talks", "council", "France", None),
        ),
        ("[[France]] {{said}} <<nets were no matter for the council>>.", None),
        ("[[France]] {{said}} <<nets were a matter for, perhaps, the council>>.", None),
        ("[[France]] {{said}} <<it is a matter of nets>>. A matter for the council.", None),
        (
            "[[France]] {{said}} <<nets were a matter for the council, not only>>.",
            ("nets", None, "council", "France", None),
        ),
        (
            "[[France]] {{said}} <<nets were a matter for the council, not for that>>.",
            ("nets", None, "council", "France", None),
        ),
        # the matter goes
        (
            "[[France]] {{said}} <<the question of boundaries has to go to the court instead of to talks>>.",
            ("the question of boundaries", "talks", "court", "France", None),
        ),
        # by words of its own
        (
            "Nets were moved to a committee at Spain's own request, with the consent of both.",
            ("Nets", None, "committee", "Spain", True),
        ),
        ("Nets were moved to a committee at her suggestion.", ("Nets", None, "committee", None, None)),
        ("Nets were moved to a committee at noon.", ("Nets", None, "committee", None, None)),
        (
            "Spain proposed referring the reefs to the council, a suggestion that France turned down.",
            ("the reefs", None, "council", "Spain", False),
        ),
        (
            "Spain referred the reefs to the council, in which France sits.",
            ("the reefs", None, "council", "Spain", None),
        ),
        ("Spain referred the reefs to the council, which sits in May.", ("the reefs", None, "council", "Spain", None)),
        (
            "The questions on nets had been forwarded to the ministry.",
            ("The questions on nets", None, "ministry", None, None),
        ),
        ("Spain buried the reefs in a committee.", ("the reefs", None, "committee", "Spain", False)),
        ("[[Berg]] {{said}} <<“Spain wants to bury it in a committee”>>.", ("it", None, "committee", "Spain", False)),
        ("Spain moved 4,000 men to the council. The minutes were handed to the council.", None),
    ],
)
def test_a_sentence_and_its_referral(words, expected):
    assert row(words) == ([expected] if expected else [])


def test_what_a_side_blames_it_does_not_agree_to():
    words = "[[France]] {{accused}} <<Spain of taking the issue of nets to the EU>>."
    assert row(words, {"Spain": Act.ACCUSE}) == [("the issue of nets", None, "EU", "Spain", False)]


DENIED = [
    ("Spain's minister Ortega said nets had been passed to the council. [[France]] {{rejected}} <<that>>.", False),
    ("Spain referred nets to the council. [[France]] {{said}} <<that was untrue>>.", False),
    ("Spain referred nets to the council. [[France]] {{said}} <<it had never agreed to this>>.", False),
    ("Spain referred nets to the council. [[France]] {{denied}} <<that it had been consulted>>.", False),
    ("Spain referred nets to the council. [[Spain]] {{said}} <<it had never been told of this>>.", None),
    ("Spain referred nets to the council. [[France]] {{said}} <<it was late>>.", None),
]


@pytest.mark.parametrize(("words", "agrees"), DENIED)
def test_what_the_other_side_says_next_tells_whether_it_agrees(words, agrees):
    assert [item[-1] for item in row(words, {"that": Act.REJECT})] == [agrees]


MORE = [
    (
        "The tunnel, dear to France, has been sent to a working group.",
        [("The tunnel", None, "working group", None, None)],
    ),
    (
        "Nets, the hardest of the subjects, were passed by France to a regional round table. Spain accepted the move.",
        [("Nets", None, "regional round table", "France", True)],
    ),
    (
        "The case was referred to the working group on finance.",
        [("The case", None, "working group on finance", None, None)],
    ),
    (
        "The case was referred to the court at the Chamber of Commerce.",
        [("The case", None, "court at the Chamber of Commerce", None, None)],
    ),
    ("The case was referred to the court on Monday.", [("The case", None, "court", None, None)]),
    (
        "The case was referred to the Sub-Committee on Prisoners.",
        [("The case", None, "Sub-Committee on Prisoners", None, None)],
    ),
    (
        "France referred the case to the African Union Peace and Security Council.",
        [("the case", None, "African Union Peace and Security Council", "France", None)],
    ),
    ("France submitted a draft to the council.", []),
    ("France would take the plan to the governor.", [("the plan", None, "governor", "France", None)]),
    (
        "France was trying to carry the question to the board and from there to the Security Council.",
        [("the question", None, "board", "France", None), ("the question", "board", "Security Council", None, None)],
    ),
    (
        "France was trying to carry the question to the board and from there on.",
        [("the question", None, "board", "France", None)],
    ),
    (
        "The issue had been taken out of the talks and handed over, at Spain's request, to a committee.",
        [("The issue", None, "committee", "Spain", None)],
    ),
    (
        "It was at the suggestion of Spain that the row over nets was handed to a panel.",
        [("the row over nets", None, "panel", "Spain", None)],
    ),
    ("The dispute was moved from the panel to the court.", [("The dispute", "panel", "court", None, None)]),
    (
        "Spain ruled out putting the dispute before the panel, a route that France suggested in June.",
        [("the dispute", None, "panel", "France", None)],
    ),
    (
        "Spain ruled out handing that clause to an arbitrator, an idea France raised with her.",
        [("that clause", None, "arbitrator", "France", None)],
    ),
    (
        "Spain ruled out handing that clause to an arbitrator, an idea of May.",
        [("that clause", None, "arbitrator", None, None)],
    ),
    (
        "Spain passed the question to the council, over the objections of France.",
        [("the question", None, "council", "Spain", False)],
    ),
    (
        "Spain has proposed that the border question, which was raised by France, be referred to the council. France rejects such a step.",
        [("the border question", None, "council", "Spain", False)],
    ),
    (
        "Spain has asked for the reefs to be taken up by the committee. France wants the point to stay there.",
        [("the reefs", None, "committee", "Spain", False)],
    ),
    ("Spain referred the dispute to the court. France slept.", [("the dispute", None, "court", "Spain", None)]),
    (
        "Spain referred the dispute to the court. France accepted an invitation to the sea.",
        [("the dispute", None, "court", "Spain", None)],
    ),
    (
        "Spain asked the Security Council in a letter to take up the dispute.",
        [("the dispute", None, "Security Council", "Spain", None)],
    ),
    ("Spain proposed that the case go to the tribunal.", [("the case", None, "tribunal", "Spain", None)]),
    ("Spain would go back to the court if France left.", [(None, None, "court", "Spain", None)]),
    ("Spain has reacted by asking the regulator to rule on the fee.", [("the fee", None, "regulator", "Spain", None)]),
    ("[[France]] {{said}} <<“they want to bury it in the committee”>>.", [("it", None, "committee", None, False)]),
    ("The issue of data was moved to a committee.", [("The issue of data", None, "committee", None, None)]),
    ("The matter, they said was referred to the court.", []),
    (
        "The question of nets moved by Spain was passed to a panel.",
        [("The question of nets moved by Spain", None, "panel", None, None)],
    ),
    ("The dispute was passed by the to the court.", [("The dispute", None, "court", None, None)]),
    ("The issue was discussed by France to the court.", []),
]


@pytest.mark.parametrize(("words", "expected"), MORE)
def test_who_moves_it_and_who_agrees(words, expected):
    assert row(words) == expected


def test_what_the_headline_moves_is_told_in_the_story():
    headed = "France refers dispute over nets to court\n\nLISK, May 20, 2022 (Reuters) - "
    assert row(headed + "France referred the dispute over nets to the Court of Arbitration.\n") == [
        ("the dispute over nets", None, "Court of Arbitration", "France", None)
    ]
    assert len(row(headed + "It rained in France.\n")) == 1


def test_a_referral_by_nobody_is_that_by_a_side():
    words = "[[France]] {{said}} <<“they want to bury it in the joint committee”>>. "
    clear = "[1[Spain]1] {1{said}1} <1<that nets should be dealt with by the joint committee>1>."
    assert row(words + clear) == [("nets", None, "joint committee", "Spain", None)]
    assert row("[1[Berg]1] {1{said}1} <1<so>1>. France referred it to the court. Norway referred it to the court.") == [
        ("it", None, "court", "France", None),
        ("it", None, "court", "Norway", None),
    ]


def test_a_referral_that_somebody_refuses_is_one():
    words = (
        "[[France]] {{said}} <<nets should be dealt with by the Council of Fish>>. "
        "[1[Spain]1] {1{rejects}1} <1<referring nets to the Council of Fish>1>. "
    )
    assert row(words, {"referring": Act.REJECT}) == [("nets", None, "Council of Fish", "France", False)]
    again = "[2[Norway]2] {2{said}2} <2<it would refer nets to the Council of Fish>2>."
    assert row(words.split(" [1[", maxsplit=1)[0] + " " + again) == [("nets", None, "Council of Fish", "France", None)]


def test_one_told_again_is_one_and_keeps_what_is_moved():
    words = "Spain took it to the court. Spain took the case to the court."
    assert len(row(words)) == 1


def test_the_words_tell_where_it_begins():
    words = "[[Russia]] {{said}} <<there were attempts to dump this issue onto the OSCE>>."
    (referral,) = find_referrals(told(words))
    assert referral.passage.exact == "attempts to dump this issue onto the OSCE"
    assert "dump" in referral.reason
