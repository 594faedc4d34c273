"""Decoding: scores made by hand beside the spans and attributions that come of them."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rejoinder.learned.decoding import (
    LABELS,
    PieceScores,
    Run,
    barred_transitions,
    best_paths,
    find_runs,
    link,
    may_follow,
    softmax,
    spans_by_layer,
)

COUNT = len(LABELS)
FREE = np.zeros((COUNT, COUNT), dtype=np.float32)
NO_START = np.zeros(COUNT, dtype=np.float32)
NUMBERS = st.floats(-8, 8, width=32)
EMISSIONS = st.integers(0, 4).flatmap(lambda length: arrays(np.float32, (length, COUNT), elements=NUMBERS))


def emissions_of(labels: str) -> np.ndarray:
    """Scores that favour the labels, each given by a word ("O", "B-cue", ...)."""
    return np.array([[4.0 if each == label else 0.0 for each in LABELS] for label in labels.split()], dtype=np.float32)


def names(path: np.ndarray) -> str:
    return " ".join(LABELS[label] for label in path)


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("O", "B-cue", True),
        ("O", "I-cue", False),
        ("B-cue", "I-cue", True),
        ("I-cue", "I-cue", True),
        ("I-cue", "B-cue", True),
        ("B-source", "I-cue", False),
        ("B-source", "O", True),
    ],
)
def test_a_span_goes_on_only_in_its_own_layer(before: str, after: str, allowed: bool) -> None:
    assert may_follow(before, after) is allowed
    assert bool(barred_transitions(FREE)[LABELS.index(before), LABELS.index(after)] == 0) is allowed


@pytest.mark.parametrize(
    ("favoured", "path"),
    [
        ("O B-source I-source B-cue O", "O B-source I-source B-cue O"),
        ("B-content I-content B-content", "B-content I-content B-content"),
        ("O", "O"),
    ],
)
def test_what_is_favoured_and_whole_is_taken(favoured: str, path: str) -> None:
    (found,) = best_paths([emissions_of(favoured)], barred_transitions(FREE), NO_START)
    assert names(found) == path


@pytest.mark.parametrize("favoured", ["I-cue", "O I-cue O", "B-source I-cue", "I-source I-source"])
def test_a_broken_span_is_never_taken(favoured: str) -> None:
    (found,) = best_paths([emissions_of(favoured)], barred_transitions(FREE), NO_START)
    assert names(found) != favoured
    assert all(may_follow(before, after) for before, after in pairwise(["O", *names(found).split()]))


def score_of(path: tuple[int, ...], emissions: np.ndarray, transitions: np.ndarray, starts: np.ndarray) -> float:
    steps = sum(float(transitions[before, after]) for before, after in pairwise(path))
    return float(starts[path[0]]) + steps + sum(float(emissions[at, label]) for at, label in enumerate(path))


@given(
    st.lists(EMISSIONS, max_size=4),
    arrays(np.float32, (COUNT, COUNT), elements=NUMBERS),
    arrays(np.float32, COUNT, elements=NUMBERS),
)
def test_the_best_path_is_the_best_of_all_whole_ones(
    texts: list[np.ndarray], transitions: np.ndarray, starts: np.ndarray
) -> None:
    barred = barred_transitions(transitions)
    for emissions, found in zip(texts, best_paths(texts, barred, starts), strict=True):
        assert len(found) == len(emissions)
        whole = [
            path
            for path in product(range(COUNT), repeat=len(emissions))
            if path and all(may_follow(LABELS[a], LABELS[b]) for a, b in pairwise([0, *path]))
        ]
        if whole:
            best = max(score_of(path, emissions, transitions, starts) for path in whole)
            assert tuple(found) in whole
            assert score_of(tuple(found), emissions, transitions, starts) == pytest.approx(best, abs=1e-3)


def test_texts_of_all_lengths_are_decoded_side_by_side() -> None:
    rng = np.random.default_rng(1)
    texts = [rng.normal(size=(length, COUNT)).astype(np.float32) for length in (0, 1, 2, 3, 17, 30, 3, 0, 200)]
    barred = barred_transitions(FREE)
    together = best_paths(texts, barred, NO_START)
    assert [path.tolist() for path in together] == [best_paths([text], barred, NO_START)[0].tolist() for text in texts]


def test_runs_are_read_off_a_path_with_their_mean_probability() -> None:
    path = np.array(
        [LABELS.index(label) for label in ["B-source", "I-source", "O", "B-cue", "B-cue", "B-content", "I-content"]]
    )
    chances = np.full((7, COUNT), 0.1, dtype=np.float32)
    chances[0, 1], chances[1, 2], chances[3, 3] = 0.7, 0.5, 0.8
    assert [(run.layer, run.start, run.end) for run in find_runs(path, chances)] == [
        ("source", 0, 2),
        ("cue", 3, 4),
        ("cue", 4, 5),
        ("content", 5, 7),
    ]
    assert [run.score for run in find_runs(path, chances)] == pytest.approx([0.7, 0.9, 0.2, 0.2])


def test_a_path_without_labels_has_no_runs() -> None:
    assert find_runs(np.zeros(3, dtype=np.int64), np.zeros((3, COUNT), dtype=np.float32)) == []


@given(EMISSIONS)
def test_softmax_gives_probabilities_in_the_order_of_the_scores(scores: np.ndarray) -> None:
    chances = softmax(scores)
    assert chances.sum(1) == pytest.approx(np.ones(len(scores)), abs=1e-5)
    likeliest = np.take_along_axis(scores, chances.argmax(1)[:, None], 1)[:, 0]
    assert likeliest == pytest.approx(scores.max(1), abs=1e-5)  # as near as sums of float32 can tell


def linked(length: int, links: dict[tuple[int, int, int], float]) -> PieceScores:
    """Scores of pieces two code points long. ``links``: (cue, target, relation) -> the logit of their link; the query
    of each cue is a direction of its own, and other links are most unlikely."""
    width = 64
    queries, keys = (np.zeros((length, 2, width), dtype=np.float32) for _ in range(2))
    keys[:] = -30.0
    for piece in range(length):
        queries[piece, :, piece] = width**0.5
    for (cue, target, relation), logit in links.items():
        keys[target, relation, cue] = logit
    offsets = np.array([[2 * piece, 2 * piece + 2] for piece in range(length)], dtype=np.int64)
    return PieceScores(np.zeros((length, COUNT)), queries, keys, np.zeros((length, 2, 10)), offsets)


def run(layer: str, start: int, length: int = 1) -> Run:
    return Run(layer, start, start + length, 0.9)


SOURCE, CONTENT = 0, 1
# the runs of a text | the links that are likely | (source, cue, contents) of its attributions, by first piece
LINKED = [
    ([run("source", 0), run("cue", 1), run("content", 2)], {(1, 0, SOURCE): 5, (1, 2, CONTENT): 5}, [(0, 1, [2])]),
    # each content goes to one cue, a source to as many as claim it
    (
        [run("source", 0), run("cue", 1), run("content", 2), run("cue", 3), run("content", 4)],
        {(1, 0, SOURCE): 5, (3, 0, SOURCE): 5, (1, 2, CONTENT): 5, (3, 2, CONTENT): 3, (3, 4, CONTENT): 5},
        [(0, 1, [2]), (0, 3, [4])],
    ),
    # the likelier of two sources; none where both are unlikely
    (
        [run("source", 0), run("source", 1), run("cue", 2), run("content", 3)],
        {(2, 0, SOURCE): 3, (2, 1, SOURCE): 5, (2, 3, CONTENT): 5},
        [(1, 2, [3])],
    ),
    ([run("source", 0), run("cue", 1), run("content", 2)], {(1, 2, CONTENT): 5}, [(None, 1, [2])]),
    # a content in two pieces
    (
        [run("content", 0), run("source", 1), run("cue", 2), run("content", 3)],
        {(2, 0, CONTENT): 5, (2, 1, SOURCE): 5, (2, 3, CONTENT): 5},
        [(1, 2, [0, 3])],
    ),
    ([run("cue", 1)], {}, [(None, 1, [])]),
    ([run("source", 1)], {}, []),
    ([run("content", 1)], {}, [(None, None, [1])]),
    ([], {}, []),
]


@pytest.mark.parametrize(("runs", "links", "expected"), LINKED)
def test_spans_are_joined_by_their_links(
    runs: list[Run],
    links: dict[tuple[int, int, int], float],
    expected: list[tuple[int | None, int | None, list[int]]],
) -> None:
    found = [
        (
            item.source.start // 2 if item.source else None,
            item.cue.start // 2 if item.cue else None,
            [span.start // 2 for span in item.content],
        )
        for item in link(linked(6, links), runs)
    ]
    assert found == expected


def test_an_attribution_carries_the_strength_of_its_links() -> None:
    scores = linked(8, {(2, 1, SOURCE): 2.0, (2, 4, CONTENT): 1.0, (2, 5, CONTENT): 1.0, (2, 7, CONTENT): 4.0})
    (found,) = link(scores, [run("source", 1), run("cue", 2), run("content", 4, 2), run("content", 7)])
    assert (found.cue.start, found.cue.end, found.cue.score) == (4, 6, 0.9)
    assert (found.content[0].start, found.content[0].end) == (8, 12)
    assert found.source_score == pytest.approx(1 / (1 + np.exp(-2.0)), abs=0.05)
    assert found.content_score == pytest.approx(1 / (1 + np.exp(-1.0)), abs=0.05)


def alike() -> PieceScores:
    """Two thousand pieces, each of which any cue would claim."""
    length = 2000
    ones = np.ones((length, 2, 64), dtype=np.float32)
    offsets = np.array([[2 * piece, 2 * piece + 2] for piece in range(length)], dtype=np.int64)
    return PieceScores(np.zeros((length, COUNT)), ones, ones, np.zeros((length, 2, 10)), offsets)


def test_a_cue_far_away_claims_nothing() -> None:
    found = link(alike(), [run("cue", 0), run("content", 900), run("cue", 1800)])
    assert [(item.cue is None, len(item.content)) for item in found] == [(False, 0), (True, 1), (False, 0)]


def test_of_two_like_claims_the_nearer_cue_has_the_stronger() -> None:
    found = link(alike(), [run("cue", 0), run("content", 60), run("cue", 70)])
    assert [item.cue.start // 2 for item in found if item.content] == [70]


def test_all_spans_are_kept_by_layer() -> None:
    runs = [run("source", 0), run("cue", 1), run("content", 2, 2), run("content", 5)]
    assert spans_by_layer(linked(6, {}), runs) == {
        "source": ((0, 2),),
        "cue": ((2, 4),),
        "content": ((4, 8), (10, 12)),
    }
