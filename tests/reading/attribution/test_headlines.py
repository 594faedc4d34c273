"""The headline's claim: headlines beside the speaker and the words that they set off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model import Span
from rejoinder.reading.attribution.headlines import claim_of

# headline | the speaker and the claim, None where it makes none
CLAIMS = [
    ("Talks will fail in May — Petrov", ("Petrov", "Talks will fail in May")),
    ("Talks will fail in May - foreign minister", ("foreign minister", "Talks will fail in May")),
    ("Talks will fail in May -- Anna Berg", ("Anna Berg", "Talks will fail in May")),
    ("Talks will fail in May | Petrov", ("Petrov", "Talks will fail in May")),
    ("Petrov: talks will fail in May", ("Petrov", "talks will fail in May")),
    ("“Talks will fail in May” – Petrov", ("Petrov", "“Talks will fail in May”")),
    ("'We go on' – Petrov: ‘Talks will fail’", None),
    ("Petrov: ‘talks will fail in May’", ("Petrov", "‘talks will fail in May’")),
    ("Berg: Petrov, not we, will fail — Lind", ("Lind", "Berg: Petrov, not we, will fail")),
    ("Talks will fail in May", None),
    ("Talks will fail in May — the very long name of somebody else", None),
    ("Anna, Berg: talks will fail in May", None),
    ("All fails — Petrov", None),
    ("Petrov: no", None),
    ("Well-known Petrov talks of May", None),
    ("Talks will fail in May — ”Petrov”", None),
    ("", None),
]


@pytest.mark.parametrize(("headline", "expected"), CLAIMS)
def test_a_claim_and_its_speaker(headline: str, expected: tuple[str, str] | None) -> None:
    text = f"WIRE\n\n{headline}\n\nOSLO, May 3 - Nothing."
    claim = claim_of(text, Span(6, 6 + len(headline)), lambda _: True)
    found = claim and (text[slice(*claim.source)], text[slice(*claim.content)])
    assert found == expected
    assert claim is None or (claim.cue, claim.found) == (None, "headline")


def test_only_somebody_of_the_story_claims() -> None:
    headline = "Talks in Geneva: what we know of them"
    assert claim_of(headline, Span(0, len(headline)), lambda span: headline[slice(*span)] != "Talks in Geneva") is None


@given(st.text(st.sampled_from('ab A—:|-"’\n ,'), max_size=60))
def test_a_claim_stands_within_its_headline(headline: str) -> None:
    claim = claim_of(headline, Span(0, len(headline)), lambda _: True)
    if claim is not None:
        assert claim.source.length >= 2
        assert claim.content.length >= 12
        assert not claim.source.overlaps(claim.content)
        assert max(claim.source.end, claim.content.end) <= len(headline)
