"""The two sides that deal with each other in a story."""

from __future__ import annotations

import pytest

from tests.reading.business.building import told


def opposites(words: str) -> list[str]:
    return [side.name for side in told(words).main_sides]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("France met Spain. France is ready. Spain is not.", ["France", "Spain"]),
        ("France answered. France waits.", ["France"]),
        ("Nobody answered.", []),
        # the host is named most often, the others side by side
        (
            "Oman received envoys. Oman spoke. Oman carried papers. Iran and Spain came closer. Oman told Iran. Spain and Iran wait. Oman too waits.",
            ["Iran", "Spain"],
        ),
        (
            "The United Nations invited both. The United Nations waits. The United Nations hopes. France came. Spain came. France spoke. Spain spoke.",
            ["France", "Spain"],
        ),
        # the person of a name is no side, nor is a body of a state a side beside it
        ("Tarvia wants peace. Tarvia and the Tarvian Water Agency wait. France answered Tarvia.", ["Tarvia", "France"]),
        ("France will go with Spain. France spoke. Italy and Spain spoke. Spain went to Italy.", ["Spain", "Italy"]),
    ],
)
def test_who_deals_with_whom(words, expected):
    assert opposites(words) == expected
