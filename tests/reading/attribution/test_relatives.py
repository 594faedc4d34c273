"""Sources with relative clauses: who speaks in "The Federation, whose delegate accused"."""

from __future__ import annotations

import pytest

from tests.reading.attribution.told import said

CASES = [
    ("[[Norway, whose delegate, Anna Berg,]] {{accused}} <<Denmark of theft>>.", ["delegate, Anna Berg"]),
    ("[[Norway, whose delegate]] left early, {{accused}} <<Denmark of theft>>.", ["Norway"]),
    ("[[Norway, which]] {{wants}} <<a list>>, left.", ["Norway, which"]),
    ("[[Berg, who had met Lind on Monday]], {{said}} <<that it was late>>.", ["Berg"]),
    ("[[An envoy who knows it]] {{said}} <<that it was late>>.", ["An envoy who knows it"]),
    ("[[, who met Lind]] {{said}} <<that it was late>>.", ["who met Lind"]),
]


@pytest.mark.parametrize(("words", "sources"), CASES)
def test_who_speaks_in_a_source_with_a_clause(words: str, sources: list[str]) -> None:
    assert [source for source, _, _ in said(words)] == sources
