"""The language of the phrase tables."""

import pytest

from rejoinder.matching.phrases import phrase_pattern


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["accept~"], "we accepted it", "accepted"),
        (["take ... up"], "we take the matter up", "take the matter up"),
        (["art|article one"], "see article one", "article one"),
        (["agree", "agree to"], "we agree to it", "agree to"),
        ([], "we agree", None),
    ],
)
def test_phrases_are_found(phrases, text, found):
    match = phrase_pattern(phrases).search(text)
    assert (match.group() if match else None) == found
