"""What speakers call answered, not answered, main or secondary."""

from __future__ import annotations

import pytest

from rejoinder.model import Standing
from rejoinder.reading.business.characterisations import find_characterisations
from tests.reading.business.building import told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "[[France]] {{said}} <<there was no positive reaction on the main issue>>.",
            [
                (Standing.NOT_ANSWERED, "no positive reaction", "the main issue"),
                (Standing.MAIN, "main issue", "the main issue"),
            ],
        ),
        (
            "[[France]] {{said}} <<that Spain had not yet answered its letter>>.",
            [(Standing.NOT_ANSWERED, "not yet answered", "its letter")],
        ),
        (
            "[[Spain]] {{said}} <<every point has been fully answered>>.",
            [(Standing.ANSWERED, "been fully answered", None)],
        ),
        (
            "[[Spain]] {{called}} nets <<a secondary technical matter>>.",
            [(Standing.SECONDARY, "secondary technical matter", "a secondary technical matter")],
        ),
        ("[[Spain]] {{said}} <<the main road was closed and there was no>>.", []),
        (
            "[[France]] {{said}} <<Spain was brushing it under the carpet>>.",
            [(Standing.PLAYED_DOWN, "brushing it under the carpet", None)],
        ),
        ("There was no answer to the letter.", []),
        (
            "[[Spain]] {{said}} <<there was no answer>>. [[Spain]] {{said}} <<there was no answer>>.",
            [(Standing.NOT_ANSWERED, "no answer", None)],
        ),
    ],
)
def test_a_statement_and_its_characterisations(words, expected):
    found = find_characterisations(told(words))
    assert [(item.standing, item.words.exact, item.of and item.of.exact) for item in found] == expected
    assert all(item.by and item.statement and item.words.exact in item.reason for item in found)
