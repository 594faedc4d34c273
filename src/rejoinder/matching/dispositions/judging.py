"""Passages and the items that they answer -> what each does with the item, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rejoinder.matching.align.meaning import Embedder
from rejoinder.matching.dispositions.stances import STANCES, Stances, shipped_stances
from rejoinder.matching.dispositions.traits import TRAITS, Passed, Traits, find_traits, name_of, other_figures
from rejoinder.model import Disposition

SURE = 0.6
_READS = {
    Disposition.ACCEPTED: "reads like consent",
    Disposition.ACCEPTED_WITH_CHANGE: "reads like consent to part of it or on terms",
    Disposition.COUNTERED: "reads as if something else were put in its place",
    Disposition.DECLINED: "reads like a refusal",
    Disposition.DEFERRED: "reads as if an answer were to come later",
    Disposition.DEFLECTED: "reads as if it were for others to answer",
    Disposition.NOTED: "reads as if it were heard, and no more",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A disposition and the reason for it, in a sentence for people; ``sure`` if it is far likelier than others."""

    disposition: Disposition
    reason: str
    sure: bool


def judge(
    passed: Sequence[Passed], embedder: Embedder | None = None, stances: Stances | None = None
) -> list[Judgement]:
    """What each passage does with its item. ``stances`` stand in for those of the package."""
    if not passed:
        return []
    stances = stances or shipped_stances(embedder is not None)
    traits = [find_traits(each) for each in passed]
    vectors = embedder.embed([each.words for each in passed]) if embedder else np.zeros((len(passed), 0))
    likely = stances.weigh(np.array([each.values for each in traits]), np.asarray(vectors, dtype=np.float64))
    return [_judgement(*each, stances) for each in zip(passed, traits, likely, strict=True)]


def _judgement(passed: Passed, traits: Traits, likely: NDArray[np.float64], stances: Stances) -> Judgement:
    best = int(likely.argmax())
    return Judgement(STANCES[best], _reason(passed, traits, best, stances), bool(likely[best] >= SURE))


def _reason(passed: Passed, traits: Traits, stance: int, stances: Stances) -> str:
    """The phrase that speaks most for a disposition; where none does, what else tells."""
    worth = {cue: stances.traits[TRAITS.index(name_of(cue)), stance] for cue in traits.cues}
    cue = max(worth, key=worth.__getitem__, default=None)
    if cue is not None and worth[cue] > 0:
        return f"says “{' '.join(passed.words[cue.start : cue.end].split())}”"
    if passed.question and STANCES[stance] is Disposition.ACCEPTED:
        return "answers the question"
    figures = other_figures(passed)
    if figures and STANCES[stance] is Disposition.ACCEPTED_WITH_CHANGE:
        return f"has other figures ({', '.join(figures)})"
    return _READS[STANCES[stance]]
