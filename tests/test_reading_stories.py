"""The shipped model reads the stories of the example from end to end: nothing raises, every passage holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jsonschema
import pytest

from rejoinder.formats import open_document
from rejoinder.formats.contract import reading_to_json, schema
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.model import Document
from rejoinder.reading.reader import read_documents
from tests.reading.test_reader import assert_sound

FOLDER = Path(__file__).parents[1] / "examples" / "2021-22"
STORIES = sorted(path for path in FOLDER.iterdir() if path.is_file())
TODAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def tagger() -> LearnedTagger:
    return LearnedTagger()


def test_the_example_is_read_whole(tagger: LearnedTagger) -> None:
    documents = [open_document(str(path)) for path in STORIES]
    readings = read_documents(documents, tagger, TODAY)
    assert len(readings) == len(STORIES) >= 8
    for document, reading in zip(documents, readings, strict=True):
        assert_sound(reading, document.text)
        assert reading.statements, document.path
        assert reading.document.published is not None, document.path
        assert reading.produced_by == tagger.digest
        jsonschema.validate(reading_to_json(reading), schema())


def test_a_story_reads_the_same_alone_as_among_others(tagger: LearnedTagger) -> None:
    documents = [open_document(str(path)) for path in STORIES]
    first, *_ = read_documents(documents, tagger, TODAY)
    (alone,) = read_documents(documents[:1], tagger, TODAY)
    assert alone == first


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "“" * 500, "said " * 500, "\ud800", "Ο υπουργός είπε όχι.", "a" * 5000]
)
def test_odd_texts_are_read_too(tagger: LearnedTagger, text: str) -> None:
    (reading,) = read_documents([Document(text)], tagger, TODAY)
    assert_sound(reading, text)
