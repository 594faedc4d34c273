"""Where noun phrases begin and end."""

from __future__ import annotations

import pytest

from rejoinder.model import Span
from rejoinder.reading.business.phrases import Words
from tests.reading.business.building import told

STORY = told("France sent the text of its reply to Spain's ministers of trade, who met. All of the. And of peace")


def words() -> Words:
    start = STORY.text.index("France")
    return STORY.words_in(Span(start, len(STORY.text)))


def place(word: str) -> int:
    found = words()
    return next(at for at in range(found.first, found.last) if found.low(at) == word)


def shown(first: int, last: int) -> str:
    return STORY.words(words().span(first, last)) if first < last else ""


@pytest.mark.parametrize(
    ("begin", "phrase"),
    [
        ("the", "the text of its reply"),
        ("spain", "Spain's ministers of trade"),
        ("its", "its reply"),
        ("to", ""),
        (",", ""),
        ("'s", ""),
        ("all", ""),
    ],
)
def test_a_noun_phrase_ends(begin, phrase):
    assert shown(place(begin), words().phrase_end(place(begin))) == phrase


def test_a_noun_phrase_may_end_before_of():
    assert shown(place("the"), words().phrase_end(place("the"), with_of=False)) == "the text"


@pytest.mark.parametrize(
    ("end", "phrase"),
    [("to", "the text of its reply"), (",", "Spain's ministers of trade"), ("who", ""), ("peace", "")],
)
def test_a_noun_phrase_begins(end, phrase):
    assert shown(words().phrase_begin(place(end)), place(end)) == phrase


def test_words_are_asked_by_their_base_forms():
    found = words()
    assert found.is_one_of(place("sent"), frozenset(["send", "sent"]))
    assert found.is_one_of(place("ministers"), frozenset(["minister"]))
    assert not found.is_one_of(found.last, frozenset(["send"]))
    assert found.has(frozenset(["meet"]))
    assert not found.has(frozenset(["promise"]))
    assert found.low(found.last) == ""
