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
            None,
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
    ],
)
def test_a_sentence_and_its_referral(words, expected):
    assert row(words) == ([expected] if expected else [])


def test_what_a_side_blames_it_does_not_agree_to():
    words = "[[France]] {{accused}} <<Spain of taking the issue of nets to the EU>>."
    assert row(words, {"Spain": Act.ACCUSE}) == [("the issue of nets", None, "EU", "Spain", False)]


def test_one_told_again_is_one_and_keeps_what_is_moved():
    words = "Spain took it to the court. Spain took the case to the court."
    assert len(row(words)) == 1


def test_the_words_tell_where_it_begins():
    words = "[[Russia]] {{said}} <<there were attempts to dump this issue onto the OSCE>>."
    (referral,) = find_referrals(told(words))
    assert referral.passage.exact == "attempts to dump this issue onto the OSCE"
    assert "dump" in referral.reason
