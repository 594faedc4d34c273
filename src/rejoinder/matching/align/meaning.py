"""How alike items and passages are in meaning: the port to an encoder, and the cosines of what it gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


class Embedder(Protocol):
    """Gives texts as vectors: texts that mean the like point the same way.

    The rows of the array are the texts in their order; their length does not matter. It may be called from several
    threads at a time.
    """

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]: ...


def shared_meaning(items: Sequence[str], passages: Sequence[str], embedder: Embedder) -> Matrix:
    """The cosines (passages x items) of what ``embedder`` gives for each text."""
    vectors = np.asarray(embedder.embed([*items, *passages]), dtype=np.float64)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    cosines: Matrix = vectors[len(items) :] @ vectors[: len(items)].T
    return cosines
