"""Whole readings: what is promised of any text and any tagger, and how the stages join."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.formats.contract import reading_to_json, schema
from rejoinder.model import Act, Document, Passage, Problem, Reading, Span, Statement
from rejoinder.reading.reader import read_documents
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan, TaggedText
from tests.reading.marked import TODAY, Marked, MarkedTagger, marked

VALIDATOR = jsonschema.Draft202012Validator(schema())
STORY = marked(
    "Talks will go on in May — Berg\n\n"
    "OSLO, March 3, 2022 (Reuters) - [[Norwegian Foreign Minister Anna Berg]] {{said}} on Tuesday <<that the talks would "
    "go on tomorrow and that [a[Denmark]a] {a{had promised}a} on Monday <a<to answer tomorrow>a>>>.\n\n"
    "The paper is due on Friday.\n\n"
    '"<<We will wait>>," [[she]] {{said}}.\n\n'
    '"<<And then we will go.>>"\n\n'
    'He said "no and left.\n'
)


@dataclass(frozen=True)
class Whim:
    """Findings that have nothing to do with the text."""

    attributions: tuple[TaggedAttribution, ...]
    scores: Mapping[Act, float]

    def acts(self, content: Span, cue: Span | None) -> Mapping[Act, float]:
        return self.scores


class WhimsicalTagger:
    """A tagger that answers any text with spans drawn by chance."""

    digest = "sha256:whim"

    def __init__(self, data: st.DataObject) -> None:
        self.data = data

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        return [self.data.draw(whims(len(text))) for text in texts]


@st.composite
def whims(draw: st.DrawFn, length: int) -> Whim:
    chances = st.floats(0, 1)
    edges = st.integers(0, length)
    spans = st.tuples(edges, edges, chances).map(lambda drawn: TaggedSpan(*sorted(drawn[:2]), drawn[2]))
    found = st.builds(
        TaggedAttribution,
        cue=st.none() | spans,
        source=st.none() | spans,
        content=st.lists(spans, max_size=3).map(tuple),
        source_score=chances,
        content_score=chances,
    )
    scores = {act: draw(st.floats(0.01, 1)) for act in Act}
    return Whim(tuple(draw(st.lists(found, max_size=6))), scores)


WORDS = st.lists(
    st.sampled_from(
        [
            *("Anna Berg", "Norway", "the Foreign Ministry", "she", "Oslo", "the minister", "his counterpart"),
            *("said", "said on Monday", "refused", "promised", "told reporters in Geneva", "that", "no", ":", "—"),
            *('"', "“", "”", "'", "«", "»", ".", ",", "?", "\n", "\n\n", "\r\n\r\n", " ", "\u00a0", "\u2028"),
            *("OSLO, March 3, 2022 (Reuters) -", "BERLIN (AP) —", "on 31 February", "next week", "Talks will fail"),
        ]
    ),
    max_size=40,
).map(" ".join)
TEXTS = st.text(max_size=200) | WORDS


def passages(reading: Reading) -> list[Passage]:
    found = [Passage(item.start, item.end, item.exact) for item in reading.dates]
    for statement in reading.statements:
        found += [statement.content, *statement.parts]
        found += [passage for passage in (statement.mention, statement.cue) if passage]
    return found


def assert_sound(reading: Reading, text: str) -> None:
    """What holds of every reading: words at their places, records in order, the contract kept."""
    assert reading.document.text == text
    assert [passage for passage in passages(reading) if not passage.holds_in(text)] == []
    assert all(0 <= passage.start < passage.end <= len(text) for passage in passages(reading))
    assert [statement.id for statement in reading.statements] == [
        f"s{number}" for number in range(1, len(reading.statements) + 1)
    ]
    for statement in reading.statements:
        assert_whole(statement, reading.statements)
    assert list(reading.problems) == sorted(reading.problems, key=lambda problem: problem.start)
    assert all(0 <= problem.start <= problem.end <= len(text) for problem in reading.problems)
    VALIDATOR.validate(reading_to_json(reading))


def assert_whole(statement: Statement, others: Sequence[Statement]) -> None:
    parts = statement.parts
    assert len(parts) != 1
    if parts:
        assert (parts[0].start, parts[-1].end) == (statement.content.start, statement.content.end)
        assert all(before.end <= after.start for before, after in pairwise(parts))
    if statement.repeats is not None:
        first = next(other for other in others if other.id == statement.repeats)
        assert first.content.start <= statement.content.start
        assert first.repeats is None
        assert first.speaker == statement.speaker or first.speaker.name == statement.speaker.name


@given(TEXTS, st.data())
def test_any_text_is_read_whatever_the_tagger_finds(text: str, data: st.DataObject) -> None:
    (reading,) = read_documents([Document(text)], WhimsicalTagger(data), TODAY)
    assert_sound(reading, text)


@given(st.lists(TEXTS, max_size=3), st.data(), st.dates(), st.none() | st.dates())
def test_documents_are_read_together_in_their_order(
    texts: list[str], data: st.DataObject, today: date, published: date | None
) -> None:
    readings = read_documents([Document(text) for text in texts], WhimsicalTagger(data), today, published)
    for text, reading in zip(texts, readings, strict=True):
        assert_sound(reading, text)
        assert published is None or reading.document.published == published


def read(story: Marked, document: Document | None = None, published: date | None = None) -> Reading:
    (reading,) = read_documents([document or Document(story.text)], MarkedTagger([story]), TODAY, published)
    assert_sound(reading, story.text)
    return reading


def test_a_story_is_read_at_both_levels_with_its_headline() -> None:
    found = [
        (statement.content.exact, statement.speaker and statement.speaker.name, [actor.name for actor in statement.via])
        for statement in read(STORY).statements
    ]
    assert found == [
        ("Talks will go on in May", "Anna Berg", []),
        (
            "that the talks would go on tomorrow and that Denmark had promised on Monday to answer tomorrow",
            "Anna Berg",
            [],
        ),
        ("to answer tomorrow", "Denmark", ["Anna Berg"]),
        ('"We will wait," she said.\n\n"And then we will go."', "Anna Berg", []),
    ]


def test_dates_in_speech_count_from_the_day_of_speaking_and_what_is_retold_from_that_of_retelling() -> None:
    dates = [(item.exact, item.interval and item.interval.earliest) for item in read(STORY).dates]
    assert dates == [
        ("May", date(2022, 5, 1)),
        ("March 3, 2022", date(2022, 3, 3)),
        ("Tuesday", date(2022, 3, 1)),
        ("tomorrow", date(2022, 3, 2)),
        ("Monday", date(2022, 2, 28)),
        ("tomorrow", date(2022, 3, 2)),
        ("Friday", date(2022, 3, 4)),
    ]


def test_doubts_come_in_the_order_of_the_text_those_of_the_document_among_them() -> None:
    end = Problem("end", "It ends early.", len(STORY.text), len(STORY.text))
    start = Problem("start", "It starts late.", 0, 0)
    reading = read(STORY, Document(STORY.text, problems=(end, start)))
    assert [problem.code for problem in reading.problems] == ["start", "quotation-unclosed", "end"]


def test_the_document_tells_what_the_reading_found() -> None:
    document = read(STORY).document
    assert (document.title, document.publisher, document.place, document.published, document.language) == (
        "Talks will go on in May — Berg",
        "Reuters",
        "Oslo",
        date(2022, 3, 3),
        "en",
    )


def test_what_the_format_says_of_a_document_goes_before_what_is_found() -> None:
    told = Document(
        STORY.text, title="Talks", publisher="A wire", place="Bergen", published=date(2022, 3, 4), language="en-GB"
    )
    document = read(STORY, told).document
    assert (document.title, document.publisher, document.place, document.language) == (
        "Talks",
        "A wire",
        "Bergen",
        "en-GB",
    )
    assert (document.published, document.published_basis) == (date(2022, 3, 4), "metadata")


def test_the_basis_of_a_day_is_kept_and_a_day_from_outside_goes_before_all() -> None:
    told = Document(STORY.text, published=date(2022, 3, 4), published_basis="its file name")
    assert read(STORY, told).document.published_basis == "its file name"
    assert read(STORY, told, published=date(2022, 3, 5)).document.published == date(2022, 3, 5)


def test_a_text_without_headline_or_dateline_keeps_its_title() -> None:
    story = marked("they all left.")
    document = read(story, Document(story.text, title="A note")).document
    assert (document.title, document.publisher, document.place, document.published) == ("A note", None, None, None)


def test_readings_name_the_tagger_that_they_come_from() -> None:
    assert read(STORY).produced_by == "sha256:marked"


def test_no_documents_give_no_readings() -> None:
    assert read_documents([], MarkedTagger([]), TODAY) == []


@pytest.mark.parametrize(
    "heading", ["Geneva: what to know of the talks", "Oslo: the talks are to go on", "What now: the talks"]
)
def test_a_heading_that_names_no_speaker_claims_nothing(heading: str) -> None:
    story = marked(f"{heading}\n\nOSLO, March 3, 2022 (Reuters) - The talks are to go on.\n")
    assert read(story).statements == ()


def test_what_the_tagger_finds_in_a_claiming_headline_gives_way_to_the_claim() -> None:
    words = STORY.text.partition("\n\n")[2]
    (claim, *_) = read(marked(f"<1<Talks will go on>1> {{1{{in May}}1}} — [1[Berg]1]\n\n{words}")).statements
    assert (claim.content.exact, claim.cue) == ("Talks will go on in May", None)


def test_stories_are_told_apart_in_one_batch() -> None:
    other = marked("OSLO, March 3, 2022 (Reuters) - [[Ilse Varga]] {{promised}} <<to come>>.\n")
    readings = read_documents([Document(STORY.text), Document(other.text)], MarkedTagger([STORY, other]), TODAY)
    assert [len(reading.statements) for reading in readings] == [4, 1]
