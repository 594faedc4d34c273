"""Contingencies: next steps that hang on something, with who acts and who decides."""

from __future__ import annotations

import pytest

from rejoinder.reading.business.commitments import find_contingencies
from tests.reading.business.building import told

CAST = "LISK, May 20, 2022 (Reuters) - France met Spain.\n\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            '<<"Depending on the reply we will draft proposals addressed to President Ana Ruiz of Spain,">> [[Carl Berg of Spain]] {{said}}.',
            [
                (
                    "Depending on the reply",
                    "we will draft proposals addressed to President Ana Ruiz of Spain",
                    ["Spain"],
                    "Ana Ruiz",
                )
            ],
        ),
        (
            "The talks will resume once the Spanish government approves the list.",
            [("once the Spanish government approves the list", "The talks will resume", [], "Spain")],
        ),
        (
            "The list will be published if it is approved by Spain.",
            [("if it is approved by Spain", "The list will be published", [], "Spain")],
        ),
        (
            "Whether France and Spain talk on will be decided after the vote, but nobody knows.",
            [("after the vote", "Whether France and Spain talk on", ["France", "Spain"], None)],
        ),
        (
            "Spain said that the next round depends on the reply.",
            [("on the reply", "the next round", [], None)],
        ),
        ("The next round will hinge on an approval.", [("on an approval", "The next round", [], None)]),
        (
            "The list will be published if approval is given.",
            [("if approval is given", "The list will be published", [], None)],
        ),
        (
            "The list will be published if approved by rain.",
            [("if approved by rain", "The list will be published", [], None)],
        ),
        ("The list will be published if approved by", [("if approved by", "The list will be published", [], None)]),
        ("Spain will not sell the list if France asks.", []),
        ("Will Spain sell the list if France asks?", []),
        ("Spain will sell the list until France asks.", []),
        ("The rain will help if it falls.", []),
        ("The rain will be a help if it falls.", []),
        ("Once more they promised to sell it.", []),
        ("It depends on them.", []),
        ("Depending on the day, it rained. It was decided. The coat will depend. They hang there.", []),
        ("It will be decided by them. It will be decided after", []),
        ("said depends on the reply of Spain.", []),
    ],
)
def test_a_step_and_what_it_hangs_on(words, expected):
    found = find_contingencies(told(CAST + words))
    rows = [
        (item.trigger.exact, item.step.exact, [actor.name for actor in item.actors], item.decider and item.decider.name)
        for item in found
    ]
    assert rows == expected
    assert all(item.trigger.exact in item.reason for item in found)
