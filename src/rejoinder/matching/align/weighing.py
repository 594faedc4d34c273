"""What each sign is worth: signs in, how likely each passage is to answer each item out.

The weights stand in ``tables/align.toml``, fitted on the project's own pairs of drafts and replies by
``python -m evaluation.fit_align``; one set for use with an encoder, one without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rejoinder.matching.align.order import Moves, place_passages
from rejoinder.matching.align.signs import IDLE_SIGNS, SIGNS, Signs
from rejoinder.matching.tables import table

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """``signs`` in the order of SIGNS, ``idle`` in that of IDLE_SIGNS, the moves, and what makes the outcome a
    probability (``final``: of the place in the order, of the signs alone, of a citation, and a constant)."""

    signs: tuple[float, ...]
    idle: tuple[float, ...]
    moves: Moves
    final: tuple[float, float, float, float]

    @classmethod
    def read(cls, raw: Mapping[str, Mapping[str, float]]) -> Weights:
        """From a table that names each weight."""
        return cls(
            tuple(raw["signs"][name] for name in SIGNS),
            tuple(raw["idle"][name] for name in IDLE_SIGNS),
            Moves(**raw["moves"]),
            (raw["final"]["placed"], raw["final"]["alone"], raw["final"]["cited"], raw["final"]["always"]),
        )


@cache
def shipped_weights(meaning: bool) -> Weights:
    """The weights of the package, with an encoder's sign of meaning or without."""
    return Weights.read(table("align")["with_meaning" if meaning else "without_meaning"])


def worth_alone(signs: Signs, weights: Weights) -> tuple[Matrix, NDArray[np.float64]]:
    """What each pair is worth by its signs, and for each passage what it is worth that it answers nothing."""
    return np.tensordot(np.array(weights.signs), signs.pairs, axes=1), signs.idle @ np.array(weights.idle)


def weigh(signs: Signs, weights: Weights) -> Matrix:
    """Passages x items: the probability that the passage answers the item."""
    features = final_features(signs, weights)
    total = np.tensordot(np.array(weights.final), features, axes=1)
    likely: Matrix = 1.0 / (1.0 + np.exp(-total))
    return likely


def final_features(signs: Signs, weights: Weights) -> NDArray[np.float64]:
    """What the last step weighs (4 x passages x items): the log odds of the place in the order, the margin of the
    signs over answering nothing, whether the item is cited, and one."""
    alone, idle = worth_alone(signs, weights)
    placed = np.clip(place_passages(alone, idle, signs.openings, weights.moves), 1e-6, 1 - 1e-6)
    margin = np.clip(alone - idle[:, None], -8.0, 8.0)
    named = np.maximum(signs.pairs[SIGNS.index("cited")], signs.pairs[SIGNS.index("numbered")])
    return np.stack([np.log(placed / (1 - placed)), margin, named, np.ones_like(placed)])
