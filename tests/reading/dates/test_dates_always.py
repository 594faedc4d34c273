"""What holds of every text: offsets, no errors, linear time, a table of words without doubles."""

import tomllib
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rejoinder.reading.dates import find_dates, find_time_phrases, resolve_within
from rejoinder.reading.dates.lexicon import load_lexicon
from tests.growth import grows_in_proportion

WORDS = [
    *load_lexicon().kinds,
    "May",
    "March",
    "Sept.",
    "1998",
    "12",
    "26th",
    "2,000",
    "10:35",
    "p.m.",
    "GMT",
    "1990s",
    "Q1",
]
SIGNS = [" ", " ", " ", "-", ", ", ". ", "/", "'s ", "\n\n", "(", "é", "\u0130"]
ROWS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS))).map(
    lambda pairs: "".join(word.title() + sign if sign == ", " else word + sign for word, sign in pairs)
)
DAYS = st.none() | st.dates()


@settings(deadline=None)
@given(st.text() | ROWS, DAYS)
def test_offsets_hold_and_nothing_raises(text: str, anchor: date | None) -> None:
    end = 0
    for found in find_dates(text, anchor, adverbs=True):
        assert text[found.start : found.end] == found.exact
        assert end <= found.start < found.end
        end = found.end
        if found.interval is not None and found.interval.earliest and found.interval.latest:
            assert found.interval.earliest <= found.interval.latest


@settings(deadline=None)
@given(ROWS, st.dates())
def test_terms_never_raise(text: str, anchor: date) -> None:
    for phrase in find_time_phrases(text):
        term = resolve_within(phrase, anchor)
        assert term is None or (term.earliest == anchor and term.latest is not None and term.latest >= anchor)


@settings(deadline=None)
@given(ROWS)
def test_without_a_day_of_speaking_only_the_absolute_has_days(text: str) -> None:
    for found in find_dates(text, None):
        assert found.interval is None or "XXXX" not in (found.value or "")


HOSTILE = ["1 ", "the end of ", '"', "a hundred ", "\n ", "(", "May, ", "1/", "12 January ", "Monday to ", "early "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def prepare(characters: int) -> Callable[[], object]:
        return partial(find_dates, piece * (characters // len(piece)), date(2022, 1, 26))

    assert grows_in_proportion(prepare, 10_000)


def test_every_word_of_the_table_is_in_one_class_and_in_lower_case() -> None:
    table = tomllib.loads(files("rejoinder.reading").joinpath("tables/dates.toml").read_text(encoding="utf-8"))
    words = [word for group in table["values"].values() for word in group]
    words += [word for group in table["words"].values() for word in group]
    assert sorted(words) == sorted(set(words))
    assert all(word == word.lower() for word in words)
