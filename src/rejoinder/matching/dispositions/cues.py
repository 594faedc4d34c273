"""The phrases by which a reply says what becomes of an item: a passage in, the cues in it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rejoinder.matching.phrases import phrases_of, plain
from rejoinder.matching.tables import table

KINDS = ("accepted", "change", "premise", "substitute", "countered", "declined", "deferred", "deflected", "noted")
NEAR = 4
"""A word of negation turns an accepting phrase that begins so many words after it."""
_BREAK = re.compile(r"[;:]|,?\s+(?:but|though|although|yet)\b|[.!?](?=\s)")
_QUOTED = re.compile(r"[\"“”][^\"“”]*[\"“”]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a kind; ``strong`` if it is enough by itself. Offsets are those of the passage."""

    kind: str
    strong: bool
    start: int
    end: int


def find_cues(words: str) -> list[Cue]:
    """The cues of a passage, in their order. An accepting phrase that is negated is a declining one; readiness to talk
    and what was agreed before are no consent; what stands in quotation marks is proposed wording, and none."""
    plainly = _QUOTED.sub(lambda match: "\x00" * len(match.group()), plain(words))
    found: list[Cue] = []
    for kind in KINDS:
        strong = [match.span() for match in phrases_of("dispositions", kind, "strong").finditer(plainly)]
        weak = [match.span() for match in phrases_of("dispositions", kind, "weak").finditer(plainly)]
        found.extend(_cue(kind, True, span, plainly) for span in strong)
        found.extend(_cue(kind, False, span, plainly) for span in weak if not _within(span, strong))
    others = [match.span() for match in phrases_of("dispositions", "no_consent", "phrases").finditer(plainly)]
    found = [cue for cue in found if cue.kind != "accepted" or not _touches(cue, others)]
    return sorted(found, key=lambda cue: (cue.start, -cue.end))


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _touches(cue: Cue, others: list[tuple[int, int]]) -> bool:
    return any(start < cue.end and cue.start < end for start, end in others)


def _cue(kind: str, strong: bool, span: tuple[int, int], words: str) -> Cue:
    if kind == "accepted" and _is_negated(words, *span):
        return Cue("declined", strong, *span)
    return Cue(kind, strong, *span)


def _is_negated(words: str, start: int, end: int) -> bool:
    """Whether a word of negation stands close before a phrase, in the same clause, and is no part of another phrase."""
    opening = 0
    for match in _BREAK.finditer(words, max(0, start - 80), start):
        opening = match.end()
    opening = max(opening, start - 80, 0)
    masked = phrases_of("dispositions", "not_negated", "phrases").sub(
        lambda match: "_" * len(match.group()), words[opening:end]
    )
    before = masked[: start - opening].replace(",", "").split()[-NEAR:]
    return any(word in _negations() for word in before)


@cache
def _negations() -> frozenset[str]:
    return frozenset(table("dispositions")["negation"]["words"])
