"""Whole readings: what is promised of any text and any tagger, and how the stages join."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.formats.contract import reading_to_json, schema
from rejoinder.model import Act, Document, Passage, Problem, Reading, Span, Statement
from rejoinder.reading.attribution import statements
from rejoinder.reading.reader import read_documents
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan, TaggedText
from tests.reading.marked import TODAY, Marked, MarkedTagger, marked

VALIDATOR = jsonschema.Draft202012Validator(schema())


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
        assert all(before.end <= after.start for before, after in zip(parts, parts[1:], strict=False))
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
