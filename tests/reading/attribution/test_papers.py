"""Papers that speak: stories that tell whose a text is, and the speaker of what "the letter" says."""

from __future__ import annotations

import pytest

from rejoinder.reading.attribution.papers import Papers, may_be_papers
from rejoinder.reading.attribution.speakers import Spoken, resolve_speakers
from rejoinder.reading.reader import find_papers
from tests.reading.marked import attributed, marked

OPENING = (
    "OSLO, March 3, 2022 (Reuters) - Denmark and Norway met. Norway sent Denmark a nine-page reply to its draft, "
    "[[Norwegian Foreign Minister Anna Berg]] {{said}} on Monday <<in Oslo>>. [9[Denmark]9] {9{called}9} <9<it short>9>.\n\n"
)


def spoken_in(words: str) -> list[Spoken]:
    story, drafts, _ = attributed(marked(OPENING + words))
    return resolve_speakers(story, drafts, find_papers(story, drafts))[2:]


def said(spoken: list[Spoken]) -> list[str]:
    """The speakers, each with who reports him."""
    return [
        (item.actor.name if item.actor else "nobody") + (f" via {item.reporter.name}" if item.reporter else "")
        for item in spoken
    ]


# the story after its opening | who speaks in it, in order
SPEAKING = [
    ("[[The reply]] {{says}} <<so>>.", ["Norway"]),
    ("[[The letter, seen by Reuters,]] {{says}} <<so>>.", ["Norway via Reuters"]),
    ("[[The letter]], a copy of which was obtained by the Gulf Times, {{says}} <<so>>.", ["Norway via Gulf Times"]),
    ("[[The draft]] {{demands}} <<fish>>.", ["Denmark"]),
    ("[[The reply of Norway]] {{says}} <<so>>.", ["Norway"]),
    # "it" is the text that the sentence before was about
    ("[[The reply]] {{accepts}} <<this>>. [1[It]1] {1{says}1} <1<that>1>.", ["Norway", "Norway"]),
    ("The reply is long. [[It]] {{says}} <<so>>.", ["Norway"]),
    ("[[The reply]] {{accepts}} <<this>>, while [1[Denmark]1] {1{wants}1} <1<that>1>. [2[It]2] {2{says}2} <2<so>2>.",
     ["Norway", "Denmark", "Norway"]),
    ("The reply is long, [[Denmark]] {{said}} <<so>>. [1[It]1] {1{said}1} <1<more>1>.", ["Denmark", "Denmark"]),
    ("Denmark read the reply. [[It]] {{said}} <<so>>.", ["Denmark"]),
    ("Denmark left. So [[it]] {{said}} <<so>>.", ["Denmark"]),
    # what speaks for a side stays the one who spoke for it
    ("[[The Norwegian Foreign Ministry]] {{said}} <<so>>. [1[The reply]1] {1{says}1} <1<so>1>.",
     ["Norwegian Foreign Ministry", "Norwegian Foreign Ministry"]),
    # no text of the story
    ("[[The draft writer]] {{said}} <<so>>.", ["draft writer"]),
    ("[[The reader of the reply]] {{said}} <<so>>.", ["reader of the reply"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), SPEAKING)
def test_whose_words_a_text_gives(words: str, expected: list[str]) -> None:
    assert said(spoken_in(words)) == expected


def test_what_stands_in_a_text_is_its_authors_who_reports_it() -> None:
    (outer, inner) = spoken_in(
        "[[The letter, seen by Reuters,]] {{says}} <<that [a[Denmark]a] {a{asked}a} <a<for it>a>>>."
    )
    assert said([outer, inner]) == ["Norway via Reuters", "Denmark via Norway"]


def test_it_is_the_text_of_the_first_sentence() -> None:
    story, drafts, _ = attributed(marked("The reply of Norway is long. [[It]] {{says}} <<so>>."))
    assert said(resolve_speakers(story, drafts, find_papers(story, drafts))) == ["Norway"]


def test_nobody_speaks_before_the_story_begins() -> None:
    story, drafts, _ = attributed(marked("[[It]] {{said}} <<that the reply of Norway was long>>."))
    assert resolve_speakers(story, drafts, find_papers(story, drafts))[0].actor is None


def test_a_story_in_which_no_paper_can_speak_is_not_asked_for_papers() -> None:
    story, drafts, _ = attributed(marked("[[Berg]] {{said}} <<so>>, {1{adding}1} <1<that>1>."))
    assert not may_be_papers(story.text, drafts)
    assert find_papers(story, drafts) == Papers()
