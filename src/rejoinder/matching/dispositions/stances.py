"""What each trait and the meaning of a passage count for each disposition: traits in, how likely each is out.

The numbers stand in ``tables/stances.toml``, fitted by ``python -m evaluation.fit_stances`` on sentences that were
written for that and on the project's own pairs of drafts and replies; one set for use with an encoder, one without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rejoinder.matching.dispositions.traits import TRAITS
from rejoinder.matching.tables import table
from rejoinder.model import Disposition

Matrix = NDArray[np.float64]
STANCES = (
    Disposition.ACCEPTED,
    Disposition.ACCEPTED_WITH_CHANGE,
    Disposition.COUNTERED,
    Disposition.DECLINED,
    Disposition.DEFERRED,
    Disposition.DEFLECTED,
    Disposition.NOTED,
)
SCALE = 100.0
"""The table has whole numbers, so many for one."""


@dataclass(frozen=True, slots=True)
class Stances:
    """``always`` (one for each of STANCES), ``traits`` (TRAITS x STANCES) and ``meaning`` (the length of a vector x
    STANCES; of length zero without an encoder)."""

    always: Matrix
    traits: Matrix
    meaning: Matrix

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> Stances:
        """From a table that names each trait."""
        meaning = raw.get("meaning", {})
        directions = [meaning[str(stance)] for stance in STANCES] if meaning else [[] for _ in STANCES]
        return cls(
            np.array([raw["always"][str(stance)] for stance in STANCES]) / SCALE,
            np.array([raw["traits"][name] for name in TRAITS]) / SCALE,
            np.array(directions, dtype=np.float64).T / SCALE,
        )

    def weigh(self, traits: Matrix, vectors: Matrix) -> Matrix:
        """Passages x STANCES: how likely each is. ``vectors`` are those of the passages, or of length zero."""
        length = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        total = self.always + traits @ self.traits + (vectors / length) @ self.meaning
        likely = np.exp(total - total.max(axis=1, keepdims=True))
        found: Matrix = likely / likely.sum(axis=1, keepdims=True)
        return found


@cache
def shipped_stances(meaning: bool) -> Stances:
    """The numbers of the package, with an encoder or without."""
    return Stances.read(table("stances")["with_meaning" if meaning else "without_meaning"])
