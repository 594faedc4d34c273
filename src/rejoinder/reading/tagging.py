"""The port to the trained tagger: what reading asks of it, and what it answers.

The tagger finds sources, cues and contents and says which belong together; everything that needs the
story as a whole (who "he" is, on which day, speech inside speech) is done by the stages of this package.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rejoinder.model import Act, Span


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span of the text and the tagger's mean probability for it (0 to 1)."""

    start: int
    end: int
    score: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """One attribution: its cue, its source (None where the text names none) and the pieces of its content.

    ``source_score`` and ``content_score`` are the probabilities of the links to the cue (0 to 1).
    """

    cue: TaggedSpan | None
    source: TaggedSpan | None
    content: tuple[TaggedSpan, ...]
    source_score: float = 1.0
    content_score: float = 1.0


class TaggedText(Protocol):
    """What the tagger found in one text."""

    @property
    def attributions(self) -> tuple[TaggedAttribution, ...]:
        """In the order of their first span."""

    def acts(self, content: Span, cue: Span | None) -> Mapping[Act, float]:
        """The probability of each act for these words of content, read with the cue or without."""


class Tagger(Protocol):
    """A trained tagger. ``digest`` names its weights (``sha256:...``) in what it produces."""

    @property
    def digest(self) -> str: ...

    def tag(self, texts: Sequence[str]) -> Sequence[TaggedText]:
        """The findings for each text; all are read together. Any text is taken, the empty one too."""
