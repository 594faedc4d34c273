"""What must hold of any text at all: nothing raises, and time grows with length alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rejoinder.model import Actor, Span
from rejoinder.reading.actors import find_cast, normalise_name
from rejoinder.reading.actors.words import split_words
from tests.growth import grows_in_proportion

PIECES = [
    "Russia",
    "Lavrov",
    "Sergey Lavrov",
    "the",
    "minister",
    "ministry",
    "'s",
    "'",
    "of",
    ",",
    ".",
    "(",
    ")",
    "he",
    "it",
    "his counterpart",
    "Halvern",
    "Halvernian",
    "said",
    "who",
    "leads",
    "union",
    "Mr",
    "\n\n",
    "“",
    "”",
    '"',
    "MOSCOW",
    "UN",
    "both sides",
    "and",
    "a",
    "Union",
    "von",
    "J",
    "president",
    "another official",
    "Ocean",
    "ABC",
    "2-UK",
    "Jan",
]
STORIES = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@given(STORIES | st.text(), st.integers(0, 200), st.integers(0, 60))
@example(text="Russia Russia the a and", start=17, length=4)
def test_resolving_never_raises_and_names_its_place(text: str, start: int, length: int) -> None:
    cast = find_cast(text)
    span = Span(min(start, len(text)), min(start + length, len(text)))
    before = (Actor("Sergey Lavrov", "minister", "Russia"), Actor("senior official", "senior official", named=False))
    answer = cast.resolve(span, before=before, speaker=before[0])
    assert answer.rule
    assert answer.actor is None or answer.problem is None
    if answer.problem is not None:
        assert 0 <= answer.problem.start < answer.problem.end <= len(text)
    assert all(actor.name for actor in cast.parties_in(span))


@given(STORIES | st.text())
def test_words_are_exactly_where_they_say(text: str) -> None:
    words = split_words(text, ())
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(left.end <= right.start for left, right in pairwise(words))


@given(st.text())
def test_normalising_never_raises(name: str) -> None:
    assert normalise_name(name) == normalise_name(name)


@pytest.mark.parametrize("piece", ['"', "the ministry's ", "minister, Ab Cd, ", "Ab Cd ", "Union of Ab and ", "it "])
def test_time_grows_with_length_alone(piece: str) -> None:
    def prepare(count: int) -> Callable[[], object]:
        text = piece * count
        return lambda: find_cast(text).resolve(Span(len(text) - len(piece), len(text)))

    assert grows_in_proportion(prepare, 4_000)
