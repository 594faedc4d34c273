"""A story made ready: what can be asked of it by place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from rejoinder.model import Document, Span
from rejoinder.reading.attribution.prepared import masked_text
from rejoinder.reading.reader import prepare
from tests.reading.marked import TODAY
from tests.reading.test_reader import TEXTS

TEXT = (
    "Talks end without a deal\n\n"
    "Borders stay closed\n\n"
    "By JAN LIND\n\n"
    "OSLO, March 3, 2022 (Reuters) - The talks ended on Tuesday. A new round comes on March 9.\n\n"
    "Nobody spoke on Wednesday.\n\n"
    "(Reporting by Jan Lind)\n"
)
STORY = prepare(Document(TEXT), TODAY, None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("The talks", "The talks ended on Tuesday."),
        ("Tuesday.", "The talks ended on Tuesday."),
        ("A new", "A new round comes on March 9."),
        ("Talks end", "Talks end without a deal"),
        ("spoke", "Nobody spoke on Wednesday."),
        ("JAN", ""),
        ("(Reporting", ""),
    ],
)
def test_the_sentence_at_an_offset(words: str, sentence: str) -> None:
    assert TEXT[slice(*STORY.sentence_at(TEXT.index(words)))] == sentence


@pytest.mark.parametrize(
    ("words", "within"), [("Talks", True), ("deal", True), ("stay", True), ("The talks", False), ("\n\nBy", False)]
)
def test_whether_an_offset_stands_in_a_heading(words: str, within: bool) -> None:
    assert STORY.in_headings(TEXT.index(words)) is within


def test_nothing_stands_before_the_first_heading() -> None:
    story = prepare(Document(f"\n\n{TEXT}"), TODAY, None)
    assert not story.in_headings(0)
    assert story.sentence_at(0) == (0, 0)


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("The talks ended on Tuesday.", ["Tuesday"]),
        ("on Tuesday. A new round comes on March 9", ["Tuesday", "March 9"]),
        ("on Tuesday. A new round comes on March", ["Tuesday"]),
        ("Nobody spoke", []),
        ("March 3, 2022", ["March 3, 2022"]),
    ],
)
def test_the_dates_within_a_span(words: str, dates: list[str]) -> None:
    start = TEXT.index(words)
    assert [item.exact for item in STORY.dates_within(Span(start, start + len(words)))] == dates


def test_what_the_tagger_reads_is_the_story_alone_at_its_offsets() -> None:
    masked = masked_text(TEXT, STORY.blocks)
    assert masked.split() == [
        *(
            [
                "Talks",
                "end",
                "without",
                "a",
                "deal",
                "Borders",
                "stay",
                "closed",
                "The",
                "talks",
                "ended",
                "on",
                "Tuesday.",
            ]
        ),
        *(["A", "new", "round", "comes", "on", "March", "9.", "Nobody", "spoke", "on", "Wednesday."]),
    ]
    assert [index for index, char in enumerate(masked) if char == "\n"] == [
        index for index, char in enumerate(TEXT) if char == "\n"
    ]


@given(TEXTS)
def test_any_text_keeps_its_offsets(text: str) -> None:
    story = prepare(Document(text), TODAY, None)
    masked = masked_text(text, story.blocks)
    assert len(masked) == len(text)
    assert all(masked[slice(*block)] == text[slice(*block)] for block in story.blocks)
    assert all(before.end <= after.start for before, after in pairwise(story.blocks))
    assert all(before.end <= after.start for before, after in pairwise(story.sentences))
    assert [phrase.span for phrase in story.phrases] == [item.span for item in story.dates]
    assert len(story.quoted) == len(text)
