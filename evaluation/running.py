"""Runs the reader over stories with expected records and gives back objects of the contract."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.stories import Story
from rejoinder.formats.contract import reading_to_json
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.model import Document
from rejoinder.reading.reader import read_documents

TODAY = date(2026, 1, 1)
"""The day on which the stories are read: fixed, so that a year worked out from a weekday is reproducible."""


def read_stories(stories: Sequence[Story], model: Path | None = None) -> list[dict[str, Any]]:
    """The contract object of each story; the day given with a story is given to the reader."""
    tagger = LearnedTagger(model)
    days = sorted({story.given or "" for story in stories})
    found: dict[str, dict[str, Any]] = {}
    for day in days:
        batch = [story for story in stories if (story.given or "") == day]
        documents = [Document(story.text, path=story.name) for story in batch]
        readings = read_documents(documents, tagger, TODAY, date.fromisoformat(day) if day else None)
        found.update({story.name: reading_to_json(reading) for story, reading in zip(batch, readings, strict=True)})
    return [found[story.name] for story in stories]
