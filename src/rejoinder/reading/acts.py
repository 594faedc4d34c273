"""The act of a statement: what the cue announces by itself, else what the words do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rejoinder.model import Act, Span
from rejoinder.reading.cues import CueReading, read_cue
from rejoinder.reading.tagging import TaggedText

DECIDED = 0.95
"""Confidence in an act that the cue announces by itself."""
STATE_PRIOR = 1.0
"""Weight of a bare assertion against the other acts, where the words must decide."""


@dataclass(frozen=True, slots=True)
class ActReading:
    """The act, how sure, and why in a few words."""

    act: Act
    score: float
    why: str


def read_act(text: str, cue: Span | None, content: Span, tagged: TaggedText) -> ActReading:
    """The act of ``content`` under ``cue`` (None for a claim without one)."""
    words = text[cue.start : cue.end] if cue else ""
    reading = (
        read_cue(words, text[max(0, cue.start - 24) : cue.start] if cue else "")
        if cue
        else CueReading(None, None, known=False)
    )
    if reading.act is not None:
        return ActReading(reading.act, DECIDED, f"“{words}” is a cue of this act")
    weights = weigh(tagged.acts(content, cue))
    act = max(weights, key=lambda key: weights[key])
    by = f"“{words}” leaves the act to the words" if cue else "no cue, the words decide"
    return ActReading(act, weights[act], by)


def weigh(scores: Mapping[Act, float]) -> dict[Act, float]:
    """The scores with a bare assertion weighted, summing to one."""
    weighted = {act: score * (STATE_PRIOR if act is Act.STATE else 1.0) for act, score in scores.items()}
    total = sum(weighted.values()) or 1.0
    return {act: value / total for act, value in weighted.items()}
