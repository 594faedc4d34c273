"""All numbers that were fitted, together: those of alignment and those of dispositions."""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.matching.align.weighing import Weights, shipped_weights
from rejoinder.matching.dispositions.stances import Stances, shipped_stances


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of alignment and of dispositions."""

    weights: Weights
    stances: Stances


def shipped(meaning: bool) -> Fitted:
    """Those of the package, for use with an encoder or without."""
    return Fitted(shipped_weights(meaning), shipped_stances(meaning))
