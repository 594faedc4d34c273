"""Told stories for the tests of business records: a marked text in (tests.reading.marked), a Told out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rejoinder.model import Act
from rejoinder.reading.attribution.narrated import without_narrated
from rejoinder.reading.attribution.statements import build
from rejoinder.reading.business import Told
from rejoinder.reading.reader import spoken_dates
from tests.reading.marked import attributed, marked

DATELINE = "LISK, May 20, 2022 (Reuters) - "
"""A Friday."""


def told(words: str, acts: Mapping[str, Act] | None = None, published: date | None = None) -> Told:
    """The story whose sources, cues and contents are marked (``marked``), as the finders are given it. ``acts``: the
    act of words of a content. A text without a blank line gets a dateline of Friday 20 May 2022."""
    text = words if "\n" in words else DATELINE + words
    story, drafts, tagged = attributed(marked(text, acts), published)
    statements, _ = build(story, drafts, tagged)
    return Told(story, without_narrated(statements, drafts), spoken_dates(story, statements))
