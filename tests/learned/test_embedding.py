"""Texts as vectors by the shipped tagger."""

import numpy as np

from rejoinder.learned.embedding import LearnedEmbedder
from rejoinder.learned.runtime import LearnedTagger

EMBEDDER = LearnedEmbedder(LearnedTagger())


def cosine(one, other):
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_what_means_the_like_points_the_same_way():
    boats, ships, tax = EMBEDDER.embed(["Boats cross the lake.", "Ships sail over the water.", "The tax was raised."])
    assert cosine(boats, ships) > cosine(boats, tax)


def test_long_and_empty_texts_have_vectors_too():
    vectors = EMBEDDER.embed(["word " * 500, ""])
    assert vectors.shape == (2, 384)
    assert np.isfinite(vectors).all()


def test_no_texts():
    assert EMBEDDER.embed([]).shape[0] == 0
