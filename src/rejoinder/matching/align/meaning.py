"""How alike items and passages are in meaning: the port to an encoder, and the cosines of what it gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

LEAST_PART = 3
_CUT = re.compile(r"[,;:–—]\s+|\s+[–—]\s+|\s+(?:and|but|while|though|as|so)\s+(?=\w)")
Matrix = NDArray[np.float64]


class Embedder(Protocol):
    """Gives texts as vectors: texts that mean the like point the same way.

    The rows of the array are the texts in their order; their length does not matter. It may be called from several
    threads at a time.
    """

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]: ...


def shared_meanings(items: Sequence[str], passages: Sequence[str], embedder: Embedder) -> tuple[Matrix, Matrix]:
    """The cosines (passages x items) of whole passages, and of that part of each which is nearest to the item."""
    parts = [parts_of(words) for words in passages]
    found = shared_meaning(items, [*passages, *(part for each in parts for part in each)], embedder)
    whole, rest = found[: len(passages)], found[len(passages) :]
    nearest, at = whole.copy(), 0
    for row, each in enumerate(parts):
        if each:
            nearest[row] = rest[at : at + len(each)].max(axis=0)
        at += len(each)
    return whole, nearest


def parts_of(words: str) -> list[str]:
    """The parts of a passage between commas and words that join clauses, none of few words; empty if it has one."""
    found: list[str] = []
    for piece in _CUT.split(words):
        if found and min(len(piece.split()), len(found[-1].split())) < LEAST_PART:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found if len(found) > 1 else []


def shared_meaning(items: Sequence[str], passages: Sequence[str], embedder: Embedder) -> Matrix:
    """The cosines (passages x items) of what ``embedder`` gives for each text."""
    vectors = np.asarray(embedder.embed([*items, *passages]), dtype=np.float64)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    cosines: Matrix = vectors[len(items) :] @ vectors[: len(items)].T
    return cosines
