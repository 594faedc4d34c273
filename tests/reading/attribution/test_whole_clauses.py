"""Contents made whole: stories with what the tagger cut short, and what is read."""

from __future__ import annotations

import pytest

from tests.reading.marked import attributed, marked

OPENING = "OSLO, March 3, 2022 (Reuters) - "


def contents(words: str) -> list[str]:
    """The contents of the story's own level."""
    story, drafts, _ = attributed(marked(OPENING + words))
    return [story.text[slice(*draft.content)] for draft in drafts if draft.outer is None]


CASES = [
    # a clause that follows its cue goes on to its end
    ("[[Berg]] {{said}} <<that boats>> would come.", ["that boats would come"]),
    ("[[Berg]] {{said}} <<that boats>> would come, if late.", ["that boats would come"]),
    ("[[Berg]] {{said}} <<that boats would come>>, if late.", ["that boats would come"]),
    ("[[Berg]] {{said}} <<that boats would come>>.", ["that boats would come"]),
    ("[[Berg]] {{rejected}} <<the boats>> in May.", ["the boats"]),
    # no span ends within a word or with a conjunction
    ("[[Berg]] {{rejected}} <<the step>>-by-step talks.", ["the step-by-step talks"[:16]]),
    ("[[Berg]] {{said}} <<that it rains and>> left.", ["that it rains"]),
    # what is told behind begins with its sentence
    ("The boats will <<come in May>>, [[Berg]] {{said}} on Monday.", ["The boats will come in May"]),
    ("The “boats” will <<come in May>>, [[Berg]] {{said}}.", ["come in May"]),
    ("The boats will <<come in May>>, {{it was said}}.", ["come in May"]),
    ("The boats will <<come in May>>, [[Berg]] {{said}}, and left.", ["come in May"]),
    ("The boats will <<come in May>> as [[Berg]] {{said}}.", ["come in May"]),
    # what a whole clause takes in is left to it
    (
        "[1[Norway]1] {1{offered}1} <1<boats>1> to us, <<and more>>, [[Berg]] {{said}}.",
        ["Norway offered boats to us, and more"],
    ),
    (
        "<1<Boats came>1>, and the boats will <<come in May>>, [[Berg]] {{said}}.",
        ["Boats came, and the boats will come in May"],
    ),
    # behind "and" somebody else speaks
    (
        "[1[Berg]1] {1{insisted}1} <1<that it rains and [[Norway]] {{ruled out}} <<a toll>>>1>.",
        ["that it rains", "a toll"],
    ),
    (
        "[1[Berg]1] {1{insisted}1} <1<that it rains; [[Norway]] {{ruled out}} <<a toll>>>1>.",
        ["that it rains; Norway ruled out a toll"],
    ),
    # an aside of the reporter is none of it
    ("[[Berg]] {{agreed}} <<to go, a step that nobody had expected>>.", ["to go"]),
    ("[[Berg]] {{agreed}} “<<to go, a step that nobody expected>>”.", ["“to go, a step that nobody expected”"]),
    ("[[Berg]] {{urged}} <<peace>>, a plea <<that Norway heard>>.", ["peace"]),
    ("[[Berg]] {{agreed to}} <<, a step that nobody had expected>>.", ["a step that nobody had expected"]),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_contents_are_made_whole(words: str, expected: list[str]) -> None:
    assert contents(words) == expected


def test_what_a_heading_reports_ends_with_its_clause() -> None:
    words = "[[Anna Berg]] {{says}} <<Oslo>> will pay as rain falls\n\nOSLO, March 3, 2022 (Reuters) - Berg met Lind."
    story, drafts, _ = attributed(marked(words))
    assert [story.text[slice(*draft.content)] for draft in drafts] == ["Oslo will pay"]
