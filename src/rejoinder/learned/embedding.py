"""Texts -> vectors: the sentence vector that the shipped tagger gives (a ``matching.align.Embedder``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from rejoinder.learned.features import Encoded, encode_all, windows
from rejoinder.learned.runtime import CLS, SEP, WINDOW, Cut, LearnedTagger

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession


class LearnedEmbedder:
    """The sentence vectors of a tagger. ModelError if its files are missing or damaged."""

    def __init__(self, tagger: LearnedTagger) -> None:
        self.tagger = tagger

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row for each text; one of several windows has the mean of theirs, by their lengths. An empty text has the
        vector of no words."""
        encoded = encode_all(list(texts), self.tagger.tokenizer)
        cuts = [(row, *cut) for row, text in enumerate(encoded) for cut in windows(text.marks, WINDOW) or [(0, 0)]]
        vectors = self.tagger.run_all(partial(_pooled, self.tagger.session, encoded), cuts)
        rows: NDArray[np.float32] | None = None
        for (row, start, end), vector in zip(cuts, vectors, strict=True):
            if rows is None:
                rows = np.zeros((len(texts), len(vector)), dtype=np.float32)
            rows[row] += vector * np.float32(max(end - start, 1))
        return np.zeros((0, 1), dtype=np.float32) if rows is None else rows


def _pooled(session: InferenceSession, texts: Sequence[Encoded], cut: Cut) -> NDArray[np.float32]:
    """The vector of one window."""
    row, start, end = cut
    fed = {
        "ids": np.array([[CLS, *texts[row].ids[start:end], SEP]], dtype=np.int64),
        "marks": np.array([[0, *texts[row].marks[start:end], 0]], dtype=np.int64),
    }
    found: NDArray[np.float32] = session.run(["pooled"], fed)[0][0]
    return found
