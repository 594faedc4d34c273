"""What is looked at to tell what a passage does with an item: both sides' words in, a number for each trait out.

How many phrases of ``tables/dispositions.toml`` there are, of each kind strong and weak; kinds that stand beside each
other; and what else tells: whether a question is answered, figures, conditions, times, turns such as "but".
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rejoinder.matching.dispositions.cues import KINDS, Cue, find_cues
from rejoinder.matching.phrases import phrases_of, plain
from rejoinder.matching.words import figures_of, stems_of

Vector = NDArray[np.float64]
PHRASES = tuple(f"{kind}.{strength}" for kind in KINDS for strength in ("strong", "weak"))
BESIDE = (
    ("accepted", "change"),
    ("accepted", "declined"),
    ("accepted", "countered"),
    ("accepted", "deferred"),
    ("declined", "countered"),
    ("declined", "substitute"),
    ("declined", "change"),
    ("deferred", "deflected"),
)
"""Kinds of phrases that tell something else together than each by itself."""
WORDS = ("turns", "terms", "later", "would")
OTHERS = ("question", "other_figures", "same_figures", "shared", *WORDS)
TRAITS = (*PHRASES, *(f"{one}+{other}" for one, other in BESIDE), *OTHERS)


@dataclass(frozen=True, slots=True)
class Passed:
    """What is judged: the words of a passage, those of the item that it answers, and whether that is a question."""

    words: str
    asked: str
    question: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """The cues that were found, and a number for each of TRAITS."""

    cues: Sequence[Cue]
    values: Vector


def find_traits(passed: Passed) -> Traits:
    """The traits of one passage against one item."""
    cues = find_cues(passed.words)
    told = Counter(map(name_of, cues))
    kinds = {cue.kind for cue in cues}
    phrases = [math.log2(1 + told[name]) for name in PHRASES]
    beside = [float({*both} <= kinds) for both in BESIDE]
    others = _others(passed)
    return Traits(cues, np.array([*phrases, *beside, *(others[name] for name in OTHERS)]))


def name_of(cue: Cue) -> str:
    """The trait that a cue is."""
    return f"{cue.kind}.{'strong' if cue.strong else 'weak'}"


def other_figures(passed: Passed) -> list[str]:
    """The figures of a passage that the item does not have, where it has some."""
    asked = set(figures_of(passed.asked))
    return sorted(set(figures_of(passed.words)) - asked) if asked else []


def _others(passed: Passed) -> dict[str, float]:
    words = plain(passed.words)
    asked = set(stems_of(passed.asked))
    shared = len(asked & set(stems_of(passed.words))) / max(1, len(asked))
    found: dict[str, float] = {
        "question": passed.question,
        "other_figures": bool(other_figures(passed)),
        "same_figures": bool(set(figures_of(passed.words)) & set(figures_of(passed.asked))),
        "shared": shared,
    }
    for name in WORDS:
        found[name] = phrases_of("dispositions", name, "phrases").search(words) is not None
    return {name: float(value) for name, value in found.items()}
