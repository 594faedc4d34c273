"""Acts that the narration tells and the tagger does not find."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import said

CASES = [
    ("Norway has asked Denmark to post a list.", [("Norway", "has asked", "to post a list")]),
    ("Norway is ready to go.", [("Norway", "is ready", "to go")]),
    ("It opened an offer by Norway to host the talks.", [("Norway", "an offer", "to host the talks")]),
    (
        "Berg gave a written assurance that Oslo would pay.",
        [("Berg", "gave a written assurance", "that Oslo would pay")],
    ),
    # deeds, and an object that is elsewhere
    ("Norway ordered two ships.", []),
    ("Norway ordered that it stop.", [("Norway", "ordered", "that it stop")]),
    ("The plan Norway rejected at the time was new.", []),
    ("The boats demanded calm.", []),
    # what stands in speech, or what the tagger has found
    ("“Norway has asked us to go,” it read.", []),
    ("[[Norway]] {{has asked}} <<to go>>.", [("Norway", "has asked", "to go")]),
    (
        "[[Berg]] {{said}} <<that Norway has asked Denmark to go>>.",
        [("Berg", "said", "that Norway has asked Denmark to go")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_acts_of_the_narration(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(words) == expected
