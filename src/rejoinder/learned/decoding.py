"""Scores of the network -> spans and attributions.

Flow: label scores of a whole text -> best label path without broken spans (Viterbi) -> spans -> for each
content its cue, for each cue its source, by the link scores.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rejoinder.model import Span
from rejoinder.reading.tagging import TaggedAttribution, TaggedSpan

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
LAYERS = ("source", "cue", "content")
_BARRED = np.float32(-1e4)
_REACH = 400
"""How many pieces from its cue a source or content is looked for; a link is almost always within 100."""


LIKELY = 0.3
"""The least probability of the link between a source and its cue."""
DISTANCE = 0.05
"""What each word piece between a span and its cue takes off the link's logit."""


@dataclass(frozen=True, slots=True)
class PieceScores:
    """What the network says of one text: labels (n x 7), queries and keys (n x 2 x 64), acts (n x 2 x 10),
    and the pieces' offsets in the text (n x 2 code points)."""

    labels: Scores
    queries: Scores
    keys: Scores
    acts: Scores
    offsets: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Run:
    """A span in word pieces, half open, of one layer; ``score`` is its mean probability."""

    layer: str
    start: int
    end: int
    score: float


def may_follow(before: str, after: str) -> bool:
    """An I- label follows only the B- or I- of its own layer."""
    return not after.startswith("I-") or before[2:] == after[2:]


def barred_transitions(transitions: Scores) -> Scores:
    """The learned transitions with those that would break a span barred."""
    allowed = np.array([[may_follow(before, after) for after in LABELS] for before in LABELS])
    return np.where(allowed, transitions, _BARRED).astype(np.float32)


def best_paths(emissions: Sequence[Scores], transitions: Scores, starts: Scores) -> list[NDArray[np.int64]]:
    """The best label path of each text under the chain (Viterbi 1967), texts of like length side by side."""
    opening = np.where([label.startswith("I-") for label in LABELS], _BARRED, starts)
    found = [np.zeros(0, dtype=np.int64) for _ in emissions]
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for row, item in enumerate(emissions):
        if len(item):
            groups[len(item).bit_length()].append(row)
    for rows in groups.values():
        paths = _viterbi([emissions[row] for row in rows], transitions, opening)
        for row, path in zip(rows, paths, strict=True):
            found[row] = path
    return found


def _viterbi(emissions: Sequence[Scores], transitions: Scores, opening: Scores) -> list[NDArray[np.int64]]:
    """The best path of each text, none of them empty."""
    lengths = [len(item) for item in emissions]
    longest, count = max(lengths), len(LABELS)
    padded = np.zeros((longest, len(emissions), count), dtype=np.float32)
    for index, item in enumerate(emissions):
        padded[: len(item), index] = item
    best = np.zeros_like(padded)
    best[0] = opening + padded[0]
    step = np.empty((len(emissions), count, count), dtype=np.float32)
    for before, after, scores in zip(best, best[1:], padded[1:], strict=False):
        np.add(before[:, :, None], transitions, out=step)
        np.maximum.reduce(step, axis=1, out=after)
        np.add(after, scores, out=after)
    back = (best[:-1, :, :, None] + transitions).argmax(2)
    return [_trace(back[: length - 1, row], int(best[length - 1, row].argmax())) for row, length in enumerate(lengths)]


def _trace(back: NDArray[np.int64], last: int) -> NDArray[np.int64]:
    """The path that ends in the label ``last``, by the best label before each label of each piece but the first."""
    path = [last]
    for before in reversed(back.tolist()):
        path.append(before[path[-1]])
    return np.array(path[::-1], dtype=np.int64)


def find_runs(path: NDArray[np.int64], probabilities: Scores) -> list[Run]:
    """The spans of a label path."""
    found = []
    index = 0
    labels = path.tolist()
    mass = np.zeros((len(labels) + 1, len(LAYERS)))  # before each piece, what all pieces before it have of each layer
    np.cumsum(probabilities[:, 1::2] + probabilities[:, 2::2], 0, out=mass[1:])
    sums = mass.tolist()
    while index < len(labels):
        if not labels[index]:
            index += 1
            continue
        end = index + 1
        while end < len(labels) and labels[end] == labels[index] + 1:
            end += 1
        layer = (labels[index] - 1) // 2
        found.append(Run(LAYERS[layer], index, end, (sums[end][layer] - sums[index][layer]) / (end - index)))
        index = end
    return found


def softmax(scores: Scores) -> Scores:
    shifted = np.exp(scores - np.maximum.reduce(scores, -1, keepdims=True))
    return np.asarray(shifted / np.add.reduce(shifted, -1, keepdims=True), dtype=np.float32)


def mean(rows: Scores) -> Scores:
    """The mean of some rows, at least one."""
    return np.asarray(np.add.reduce(rows) / np.float32(len(rows)), dtype=np.float32)


def link(scores: PieceScores, runs: Sequence[Run]) -> list[TaggedAttribution]:
    """Attributions: every cue with its source and contents; a content that no cue claims stands alone."""
    if not runs:
        return []
    cues = [run for run in runs if run.layer == "cue"]
    offered: dict[int, tuple[float, Run]] = {}
    for run, claims in _claims(scores, cues, [run for run in runs if run.layer == "source"], 0):
        for index, claim in claims.items():
            if claim >= LIKELY and (index not in offered or claim > offered[index][0]):
                offered[index] = (claim, run)
    found = []
    contents: defaultdict[int, list[tuple[float, Run]]] = defaultdict(list)
    for run, claims in _claims(scores, cues, [run for run in runs if run.layer == "content"], 1):
        if claims:
            index = max(claims, key=lambda index: claims[index])
            contents[index].append((claims[index], run))
        else:
            found.append(TaggedAttribution(None, None, (_span(scores, run),), 0.0, 0.0))
    found += [_attribution(scores, cue, offered.get(index), contents[index]) for index, cue in enumerate(cues)]
    return sorted(found, key=_first)


def _attribution(
    scores: PieceScores, cue: Run, source: tuple[float, Run] | None, contents: Sequence[tuple[float, Run]]
) -> TaggedAttribution:
    """The attribution of a cue with its source and contents, each with the strength of its link."""
    return TaggedAttribution(
        cue=_span(scores, cue),
        source=_span(scores, source[1]) if source else None,
        content=tuple(_span(scores, run) for _, run in contents),
        source_score=source[0] if source else 1.0,
        content_score=min((claim for claim, _ in contents), default=0.0),
    )


def _claims(
    scores: PieceScores, cues: Sequence[Run], targets: Sequence[Run], relation: int
) -> list[tuple[Run, dict[int, float]]]:
    """For each target the probability with which each cue near it claims it."""
    starts, ends = (np.array([getattr(cue, edge) for cue in cues], dtype=np.int64) for edge in ("start", "end"))
    queries = scores.queries[starts, relation] / scores.queries.shape[-1] ** 0.5
    found = []
    for run in targets:
        first = int(ends.searchsorted(run.start - _REACH))
        last = int(starts.searchsorted(run.end + _REACH, "right"))
        logits = queries[first:last] @ mean(scores.keys[run.start : run.end, relation])
        between = np.maximum(run.start - ends[first:last], starts[first:last] - run.end)
        claims = 1 / (1 + np.exp(DISTANCE * np.maximum(between, 0) - logits))
        found.append((run, dict(enumerate(claims.tolist(), first))))
    return found


def _span(scores: PieceScores, run: Run) -> TaggedSpan:
    return TaggedSpan(int(scores.offsets[run.start, 0]), int(scores.offsets[run.end - 1, 1]), run.score)


def spans_by_layer(scores: PieceScores, runs: Sequence[Run]) -> dict[str, tuple[Span, ...]]:
    """All spans of each layer, in the order of the text."""
    return {layer: tuple(_span(scores, run).span for run in runs if run.layer == layer) for layer in LAYERS}


def _first(item: TaggedAttribution) -> int:
    spans = [*item.content, *(span for span in (item.cue, item.source) if span)]
    return min(span.start for span in spans)
