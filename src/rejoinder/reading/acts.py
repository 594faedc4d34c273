"""The act of a statement: what the cue announces, weighed with what the words do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rejoinder.model import Act, Span
from rejoinder.reading.cues import CueReading, read_cue
from rejoinder.reading.tagging import TaggedText

DECISIVE, WEAK = 60.0, 5.0
"""How much more likely a cue makes its own act than any other."""

_CLAUSE_END = re.compile(r"[.,;:!?\n\"“”]")


@dataclass(frozen=True, slots=True)
class ActReading:
    """The act, how sure (0 to 1), and why in a few words."""

    act: Act
    score: float
    why: str


def read_act(text: str, cue: Span | None, content: Span, tagged: TaggedText) -> ActReading:
    """The act of ``content`` under ``cue`` (None for a claim without one)."""
    words = text[cue.start : cue.end] if cue else ""
    reading = read_cue(words, _clause_before(text, cue.start)) if cue else CueReading(None, None, known=False)
    weights = {
        act: score * (1.0 if act is not reading.act else WEAK if reading.weak else DECISIVE)
        for act, score in tagged.acts(content, cue).items()
    }
    act = max(weights, key=lambda key: weights[key])
    return ActReading(act, weights[act] / sum(weights.values()), _why(words, reading, act))


def _clause_before(text: str, offset: int) -> str:
    """The last words before an offset within its clause: "The talks failed. She promised" negates no promise."""
    return _CLAUSE_END.split(text[max(0, offset - 24) : offset])[-1]


def _why(words: str, reading: CueReading, act: Act) -> str:
    """Why it is this act, for people."""
    if not words:
        return "there is no cue, the words decide the act"
    if reading.act is act:
        return f"“{reading.word}” says which act it is"
    if reading.act is None:
        return f"“{words}” leaves the act to the words"
    return f"“{words}” suggests another act, but the words outweigh it"
