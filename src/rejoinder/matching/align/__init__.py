"""Passages of a reply -> the items of a draft that they answer.

``sides``     what is aligned: Asked and Said
``citing``    the parts that the words of a passage cite
``cited``     which items those are
``wording``   how alike both sides are in their words
``meaning``   the same for an encoder's vectors; the port to it
``signs``     all of that as matrices
``order``     answers follow the order of the items: the chain over the passages
``weighing``  the weights of the signs -> probabilities

Pure; time and room grow with the number of passages times that of items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rejoinder.matching.align.meaning import Embedder
from rejoinder.matching.align.sides import Asked, Said, Step
from rejoinder.matching.align.signs import find_signs
from rejoinder.matching.align.weighing import shipped_weights, weigh

__all__ = ["Asked", "Embedder", "Said", "Step", "align", "score_pairs"]

LISTED = 0.01
ANSWERS = 0.05
"""A passage whose best item is less likely than this answers nothing; items below LISTED are not listed for it."""
_HEAD = re.compile(
    r"\s*(?:(?P<kind>article|section|question|comment|point|paragraph|item|q|clause|rule)\.?\s*)?"
    r"(?P<number>\(?\d{1,3}(?:\.\d{1,3}){0,3}|\([a-z]{1,4}\)|[a-zA-Z](?=[.)])|[ivxIVX]{1,5}(?=[.)]))[.):]*(?=\s|$)",
    re.IGNORECASE,
)


def align(
    items: Sequence[str], passages: Sequence[str], embedder: Embedder | None = None
) -> list[list[tuple[int, float]]]:
    """For each passage the items that it answers as (index, probability), best first; empty for one that answers none.

    ``items`` and ``passages`` stand in the order of their texts; numbers at their heads are heeded. Without an
    ``embedder`` meaning is judged by the words alone.
    """
    asked = [Asked(item, path=_path_of(item)) for item in items]
    said = [Said(passage, number=_number_of(passage)) for passage in passages]
    return [_listed(row) for row in score_pairs(asked, said, embedder)]


def score_pairs(items: Sequence[Asked], passages: Sequence[Said], embedder: Embedder | None) -> NDArray[np.float64]:
    """Passages x items: the probability that the passage answers the item."""
    if not items or not passages:
        return np.zeros((len(passages), len(items)))
    return weigh(find_signs(items, passages, embedder), shipped_weights(embedder is not None))


def _listed(row: NDArray[np.float64]) -> list[tuple[int, float]]:
    order = np.argsort(-row, kind="stable")
    if not len(order) or row[order[0]] < ANSWERS:
        return []
    return [(int(at), float(row[at])) for at in order if row[at] >= LISTED]


def _path_of(words: str) -> tuple[Step, ...]:
    match = _HEAD.match(words)
    return (Step(match["kind"].lower() if match["kind"] else None, match["number"]),) if match else ()


def _number_of(words: str) -> str | None:
    match = _HEAD.match(words)
    return match["number"] if match else None
