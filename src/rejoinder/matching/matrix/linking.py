"""Probabilities -> links: which passages answer which items, put together to whole answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rejoinder.matching.align.signs import SIGNS, Signs, goes_on
from rejoinder.matching.reply import Unit
from rejoinder.matching.tables import table
from rejoinder.model import Passage

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Answer:
    """A stretch of passages that answers an item: the row's number, the units from ``first`` to before ``end``, how
    likely it is, and why."""

    row: int
    first: int
    end: int
    score: float
    reason: str

    def passage(self, text: str, units: Sequence[Unit]) -> Passage:
        """The words, from the first passage to the last."""
        return Passage.of(text, units[self.first].passage.start, units[self.end - 1].passage.end)


def find_answers(units: Sequence[Unit], likely: Matrix, signs: Signs) -> list[Answer]:
    """The answers in the order of the reply; passages side by side in a paragraph that answer one item are one."""
    chosen = [_chosen(likely[at], signs.pairs[:, at]) for at in range(len(units))]
    for at in range(1, len(units)):
        if not chosen[at] and _goes_on(units[at - 1], units[at]):
            chosen[at] = {row for row in chosen[at - 1] if likely[at, row] >= table("matrix")["links"]["goes_on"]}
    found: list[Answer] = []
    for at, rows in enumerate(chosen):
        for row in sorted(rows):
            if at and row in chosen[at - 1] and units[at].paragraph == units[at - 1].paragraph:
                continue
            end = at + 1
            while end < len(units) and row in chosen[end] and units[end].paragraph == units[at].paragraph:
                end += 1
            score = float(likely[at:end, row].max())
            found.append(Answer(row, at, end, score, _reason(signs.pairs[:, at:end, row])))
    return found


def _chosen(likely: NDArray[np.float64], signs: Matrix) -> set[int]:
    """The rows that a passage answers."""
    bounds = table("matrix")["links"]
    likely = np.where(_has_ground(signs), likely, 0.0)
    best = int(likely.argmax())
    if likely[best] < bounds["best"] and not _is_named(signs[:, best]):
        return set()
    if likely[best] < bounds["cited"]:
        return set()
    others = np.flatnonzero(likely >= bounds["beside"])
    return {best, *(int(row) for row in others)}


def _goes_on(before: Unit, unit: Unit) -> bool:
    """Whether a passage stands in the paragraph of the one before it, and speaks of "it"."""
    return before.paragraph == unit.paragraph and goes_on(unit.passage.exact)


def _has_ground(signs: Matrix) -> NDArray[np.bool_]:
    """The rows with which a passage shares a number, a heading, words or meaning: order alone links nothing."""
    least = table("matrix")["ground"]
    found: NDArray[np.bool_] = np.logical_or.reduce([signs[SIGNS.index(name)] > bound for name, bound in least.items()])
    return found


def _is_named(signs: NDArray[np.float64]) -> bool:
    return bool(signs[SIGNS.index("cited")] or signs[SIGNS.index("numbered")])


def _reason(signs: Matrix) -> str:
    """What ties the passages to the item, the plainest first."""
    best = dict(zip(SIGNS, signs.max(axis=1), strict=True))
    if best["cited"]:
        return "cites the item"
    if best["numbered"]:
        return "bears its number"
    if best["carried"]:
        return "stands under its number"
    if best["runs"]:
        return "quotes its words"
    if best["stems"] >= 0.1:
        return "has its words"
    return "is on the same subject, in its place in the order"
