"""What can be asked of a told story by place."""

from __future__ import annotations

from rejoinder.model import Span
from tests.reading.business.building import told

STORY = told(
    "OSLO, March 3, 2022 (Reuters) - [[Norwegian Foreign Minister Anna Berg]] {{said}} on Tuesday <<that the talks would "
    "go on tomorrow and that [a[Denmark]a] {a{had promised}a} on Monday <a<to answer tomorrow>a>>>.\n\n"
    "The paper is due on Friday.\n\n"
    '"<<We will wait>>," [[she]] {{said}}.\n'
)


def at(words: str) -> int:
    return STORY.text.index(words)


def span(words: str) -> Span:
    return Span(at(words), at(words) + len(words))


def test_who_speaks_at_a_place():
    assert [item.speaker.name for item in STORY.speech_around(at("to answer")) if item.speaker] == [
        "Anna Berg",
        "Denmark",
    ]
    assert [item.content.exact for item in STORY.speech_around(at("to answer"))][1] == "to answer tomorrow"
    assert STORY.speech_at(at("to answer")) is STORY.speech_around(at("to answer"))[-1]
    assert STORY.speech_at(at("The paper")) is None
    assert STORY.speech_at(0) is None


def test_whom_words_mean_where_they_stand():
    assert STORY.whom(span("We")).party == "Norway"
    assert STORY.whom(span("Denmark")).name == "Denmark"
    assert STORY.whom(span("she")).name == "Anna Berg"
    assert [actor.name for actor in STORY.named_in(span("Minister Anna Berg said"))] == ["Anna Berg"]
    assert [actor.name for actor in STORY.speakers_before(at("We will"))][-1] == "Denmark"
    assert STORY.speakers_before(0) == ()


def test_days_sentences_and_speeches_by_place():
    assert [item.exact for item in STORY.dates_in(span("The paper is due on Friday"))] == ["Friday"]
    assert STORY.dates_in(span("due on Fri")) == []
    assert STORY.words(STORY.sentence_at(at("paper"))) == "The paper is due on Friday."
    assert [item.content.exact for item in STORY.speeches_in(span('"We will wait," she'))] == ['"We will wait,"']
    assert STORY.passage(span("paper")).exact == "paper"


def test_a_span_is_trimmed_to_what_is_said():
    assert STORY.words(STORY.trimmed(span('"We will wait,"'))) == "We will wait"
    assert STORY.words(STORY.trimmed(span("that the talks would"))) == "the talks would"
    assert STORY.trimmed(Span(3, 3)) == (3, 3)


def test_who_speaks_beside_a_quotation_that_nobody_is_said_to_speak():
    story = told("""LISK, May 20, 2022 (Reuters) - <<"It is over,">> [[Anna Berg]] {{said}}.

"We will see."

[[France]] {{said}} <<that it rained>>.""")
    berg = story.statements[0].speaker
    assert story.direct_speaker_near(story.text.index("We will")) == story.direct_speaker_near(0) == berg
    assert told("Nobody {{said}} <<that it rained>>.").direct_speaker_near(60) is None
