"""Which item of the new version each item of the old one is: rows of both in, pairs and how alike all are out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment

from rejoinder.matching.align.wording import shared_stems
from rejoinder.matching.rows import Row
from rejoinder.matching.tables import table
from rejoinder.matching.words import stems_of, words_of

Matrix = NDArray[np.float64]
WORTH_A_LOOK = 0.15
"""Items that share fewer stems than this are not held against each other word by word."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The numbers of an old row and a new one that are the same item, or one a part of the other."""

    old: int
    new: int


def pair_rows(old: Sequence[Row], new: Sequence[Row]) -> list[Pair]:
    """One to one: the pairs that together are most alike, without those that are hardly so; in the order of the new."""
    if not old or not new:
        return []
    alike = _alike(old, new)
    rows, columns = linear_sum_assignment(-alike)
    found = [Pair(int(row), int(column)) for row, column in zip(rows, columns, strict=True)]
    least = table("versions")["same"]["least"]
    return sorted((pair for pair in found if alike[pair.old, pair.new] >= least), key=lambda pair: pair.new)


def _alike(old: Sequence[Row], new: Sequence[Row]) -> Matrix:
    """Old x new: how alike the words are, with a little for the same number or heading."""
    bounds = table("versions")["same"]
    before, after = [_wording(row) for row in old], [_wording(row) for row in new]
    found = shared_stems(after, before)
    plain = [" ".join(words_of(text)) for text in before], [" ".join(words_of(text)) for text in after]
    for row, column in np.argwhere(found >= WORTH_A_LOOK):
        near = fuzz.ratio(plain[0][row], plain[1][column]) / 100.0
        one, other = old[row].item, new[column].item
        found[row, column] = (found[row, column] + near) / 2
        found[row, column] += bounds["number"] * (one.label == other.label)
        found[row, column] += bounds["heading"] * (one.heading is not None and one.heading == other.heading)
    return found


def _wording(row: Row) -> str:
    return row.words or row.item.heading or ""


def find_parts(whole: Sequence[Row], parts: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What was split: (whole, part) for each part that stands in no pair but within the words of a whole, with the
    part that is paired with that whole already, if its words stand there too. ``pairs`` are (whole, part)."""
    if not whole:
        return []
    partner = dict(pairs)
    taken = {part for _, part in pairs}
    stems = [set(stems_of(_wording(row))) for row in whole]
    found: dict[tuple[int, int], None] = {}
    for at, row in enumerate(parts):
        own = set(stems_of(_wording(row)))
        best = _holder(own, stems) if at not in taken and len(own) >= table("versions")["part"]["fewest"] else None
        if best is None or best not in partner:
            continue
        other = set(stems_of(_wording(parts[partner[best]])))
        if _share(other, stems[best]) >= table("versions")["part"]["least"] and len(stems[best] - other) > 0:
            found[best, partner[best]] = None
            found[best, at] = None
    return list(found)


def _holder(own: set[str], stems: Sequence[set[str]]) -> int | None:
    """The text that holds most of the stems, if it holds enough."""
    shares = [_share(own, other) for other in stems]
    best = int(np.argmax(shares))
    return best if shares[best] >= table("versions")["part"]["least"] else None


def _share(own: set[str], other: set[str]) -> float:
    return len(own & other) / max(1, len(own))


def moved_pairs(pairs: Sequence[Pair]) -> set[Pair]:
    """The pairs that stand out of order: all but the most that stand in the order of both versions."""
    ordered = sorted(pairs, key=lambda pair: (pair.new, pair.old))
    return set(ordered) - set(_longest_rise(ordered))


def _longest_rise(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A longest run of pairs whose old numbers rise with the new ones."""
    tails: list[int] = []
    at_tail: list[int] = []
    before: list[int] = []
    for at, pair in enumerate(pairs):
        place = bisect_left(tails, pair.old)
        before.append(at_tail[place - 1] if place else -1)
        tails[place : place + 1] = [pair.old]
        at_tail[place : place + 1] = [at]
    at = at_tail[-1] if at_tail else -1
    while at >= 0:
        yield pairs[at]
        at = before[at]
