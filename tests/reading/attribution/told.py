"""What is found in the sentences of a story whose tagger finds what is marked (see ``tests.reading.marked``)."""

from __future__ import annotations

from collections.abc import Mapping

from rejoinder.model import Act
from tests.reading.marked import attributed, marked

OPENING = "OSLO, March 3, 2022 (Reuters) - "
NAMES = "\n\nAnna Berg, the foreign minister of Norway, met Jan Lind of Denmark.\n"


def said(words: str, acts: Mapping[str, Act] | None = None) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and content of each draft of a story's own level."""
    story, drafts, _ = attributed(marked(OPENING + words + NAMES, acts))

    def exact(span: tuple[int, int] | None) -> str | None:
        return story.text[slice(*span)] if span else None

    return [
        (exact(draft.source), exact(draft.cue), " | ".join(story.text[slice(*part)] for part in draft.parts))
        for draft in drafts
        if draft.outer is None
    ]
