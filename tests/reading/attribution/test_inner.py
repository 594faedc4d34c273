"""Speech inside speech: which contents are read anew, as which text, and what is found there."""

from __future__ import annotations

import pytest

from rejoinder.model import Span
from rejoinder.reading.attribution.drafts import Draft
from rejoinder.reading.attribution.inner import find_inner, inner_text, may_hold_speech
from rejoinder.reading.attribution.places import QuotationEdges
from rejoinder.reading.quotations import find_quotations
from tests.reading.marked import MarkedText, marked, moved


def whole(text: str) -> Draft:
    return Draft(None, Span(0, 0), (Span(0, len(text)),), 0.9)


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        ("that Denmark had refused to sign it", True),
        ("“Denmark has asked us for help,”", True),
        ("that Denmark had signed a new treaty", False),
        ("that Denmark refused it", False),
        ("refused by nobody in the land", False),
        ("that Denmark has the only offer of help", True),
        ("that Denmark has read the offer of help", False),
        ("“Denmark has read the offer,” she said. “It is thin.”", True),
        ("", False),
    ],
)
def test_a_content_is_read_anew_if_it_may_hold_speech(content: str, asked: bool) -> None:
    assert may_hold_speech(content, whole(content)) is asked


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("that Denmark refused", "Denmark refused"),
        ("That\u00a0Denmark refused", "That\u00a0Denmark refused"),
        ("“Denmark refused.”", "Denmark refused.”"),
        ("'“that Denmark refused.”'", "Denmark refused.”'"),
        ("thatched roofs", "thatched roofs"),
        ("“““", ""),
    ],
)
def test_it_is_read_without_its_opening(content: str, read: str) -> None:
    assert content[slice(*inner_text(content, whole(content)))] == read


# content, with what the tagger finds in it | source, cue and pieces of what counts
FOUND = [
    ("that [a[Denmark]a] {a{refused}a} <a<to sign>a>", [("Denmark", "refused", ["to sign"])]),
    ('that [a[Denmark]a] {a{said}a}: "<a<No>a>" to it', [("Denmark", "said", ['"No"'])]),
    ("“<a<No>a>” [a[Denmark]a] {a{said}a} “<a<and no>a>” to it", [("Denmark", "said", ["“No”", "“and no”"])]),
    ("<a<No>a>, {a{said}a} [a[Denmark]a], to all of it", [("Denmark", "said", ["No"])]),
    ("that [a[US envoys]a] {a{refused}a} <a<to sign>a>", [("US envoys", "refused", ["to sign"])]),
    # who is not named does not count, nor do the speaker's own words, nor the content over again
    ("that it {a{refused}a} <a<to sign>a>", []),
    ("that [a[we]a] {a{refused}a} <a<to sign>a>", []),
    ("that [a[my country]a] {a{refused}a} <a<to sign>a>", []),
    (
        "<a<that the ships had left the port of Nordby when the [a[fog]a] came down in the evening of the day, {a{he}a}>a>",
        [],
    ),
]


@pytest.mark.parametrize(("words", "expected"), FOUND)
def test_what_is_found_in_a_content(words: str, expected: list[tuple[str, str, list[str]]]) -> None:
    before = "Berg said on Monday "
    story = marked(before + words + ".")
    outer = Draft(Span(0, 4), Span(5, 9), (Span(len(before), len(story.text) - 1),), 0.9)
    edges = QuotationEdges(find_quotations(story.text, [Span(0, len(story.text))]))
    at = inner_text(story.text, outer).start
    read = MarkedText(tuple(moved(item, -at) for item in story.inner), story)
    found = find_inner(story.text, outer, read, at, edges)
    text = story.text
    assert [
        (text[slice(*item.source)], text[slice(*item.cue)], [text[slice(*part)] for part in item.parts])
        for item in found
    ] == expected
    assert all(item.outer is outer and outer.content.holds(item.content) for item in found)


def test_no_mark_outside_the_content_is_taken_in() -> None:
    story = marked('He said "that [a[Denmark]a] {a{refused}a} <a<to sign>a>" in May')
    outer = Draft(None, story.span("said"), (story.span("that Denmark refused to sign"),), 0.9)
    edges = QuotationEdges(find_quotations(story.text, [Span(0, len(story.text))]))
    (found,) = find_inner(story.text, outer, MarkedText(story.inner, story), 0, edges)
    assert story.text[slice(*found.content)] == "to sign"
