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
            ("the question of status", "working group", "summit", None, True),
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
        ("France has set up a joint commission.", (None, None, "joint commission", "France", None)),
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
            ("one on nets", None, "court", "Spain", None),
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
