"""Words as they were given back, and the one place where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.learned.endpoint.locating import MOST, Missing, Quote, fold, holds_words, locate
from rejoinder.model import Passage, Span

TEXT = (
    "“We will reply,” he said on Monday.\n\nLater he said that “the reply…\nis late” — and he said no more.\n"
    "Share this\nHe will not go to Ostmark."
)


def find(quote: Quote, text: str = TEXT, *, near: tuple[Span, ...] = (), outside: tuple[Span, ...] = ()) -> object:
    found = locate(text, fold(text, [Span(0, len(text))]), quote, near, outside)
    return (found.start, found.exact) if isinstance(found, Passage) else found


@pytest.mark.parametrize(
    ("exact", "start", "words"),
    [
        ("on Monday", 25, "on Monday"),
        ('"We will reply," he', 0, "“We will reply,” he"),
        ('"the reply... is late" - and', 56, "“the reply…\nis late” — and"),
        ("  Later  he ", 37, "Later he"),
        ("“the reply…", 56, "“the reply…"),
    ],
)
def test_words_stand_as_they_are_in_the_text_whatever_the_shape_of_marks_and_space(
    exact: str, start: int, words: str
) -> None:
    assert find(Quote(exact)) == (start, words)
    assert TEXT[start : start + len(words)] == words


@pytest.mark.parametrize(
    "exact", ["We shall reply", "we will reply", "the rep", "e said", "…..", "no more. He will", " ", ""]
)
def test_other_words_parts_of_words_and_nothing_are_not_found(exact: str) -> None:
    assert find(Quote(exact)) is Missing.NOT_FOUND


@pytest.mark.parametrize(
    ("quote", "start"),
    [
        (Quote("he said", before="Later"), 43),
        (Quote("he said", after="on Monday"), 17),
        (Quote("he said", before="reply,”", after="on Monday"), 17),
        (Quote("he said", before="— and", after="something else"), 83),
    ],
)
def test_the_words_around_tell_places_apart(quote: Quote, start: int) -> None:
    assert find(quote) == (start, "he said")


@pytest.mark.parametrize(
    "quote",
    [
        Quote("he said"),
        Quote("he said", before="Nobody knows"),
        Quote("he said", before="Later", after="no more"),
    ],
)
def test_what_remains_ambiguous_has_no_place(quote: Quote) -> None:
    assert find(quote) is Missing.AMBIGUOUS


def test_what_must_be_near_decides_and_what_is_elsewhere_is_left_out() -> None:
    first, later = Span(0, 35), Span(37, 99)
    assert find(Quote("he said"), near=(first,)) == (17, "he said")
    assert find(Quote("he said"), near=(later, first)) is Missing.AMBIGUOUS
    assert find(Quote("he said"), near=(Span(0, 5), first)) == (17, "he said")
    assert find(Quote("he said"), near=(later,), outside=(Span(80, 99),)) == (43, "he said")
    assert find(Quote("on Monday"), near=(later,), outside=(first,)) == (25, "on Monday")


def test_words_that_stand_very_often_are_ambiguous() -> None:
    assert find(Quote("no", before="yes"), "yes no " + "no " * MOST) is Missing.AMBIGUOUS


def test_words_do_not_run_over_what_was_not_sent() -> None:
    text = "They met. Share this They left."
    piece = fold(text, [Span(0, 9), Span(21, 31)])
    assert locate(text, piece, Quote("met. They")) is Missing.NOT_FOUND
    assert locate(text, piece, Quote("Share this")) is Missing.NOT_FOUND


@given(st.text(alphabet=' ab“"…—\u200b\n.', max_size=40), st.data())
def test_a_place_that_is_found_says_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = locate(text, fold(text, [Span(0, len(text))]), Quote(text[start:end]))
    assert not isinstance(found, Passage) or found.holds_in(text)


@pytest.mark.parametrize(("words", "held"), [("go", False), ("goes", True), ("", False), ("gone", False)])
def test_whole_words_of_a_folded_text(words: str, held: bool) -> None:
    assert holds_words("he goes ago", words) is held
