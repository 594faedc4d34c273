"""Answers tend to follow the order of the items: how likely each passage is to answer each item, given all passages.

A chain of states, one for each item and one for answering nothing. A passage tends to stay with the item of the one
before it, or to go on to the next; how far it goes, whether a new paragraph begins, and whether its words go on about
"it" is weighed. What comes out is the probability of each state at each passage given all of them (the
forward-backward algorithm, Baum et al. 1970).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


class Opening(NamedTuple):
    """How a passage begins: with a new paragraph (``turn``), with words that go on about the passage before it."""

    turn: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Moves:
    """What a move from one passage to the next is worth, as logarithms; ``none`` stands for answering nothing.

    ``stay``             with the same item
    ``turn``             what a new paragraph adds to it
    ``goes_on``          what words that go on add to staying, with an item or with none
    ``on``               to the next item
    ``ahead``, ``back``  to a later or an earlier one; ``far`` for each doubling of the way
    ``leave``, ``enter``  from an item to none, from none to an item
    ``idle``             from none to none
    ``jump``             to any other item, in a reply that does not follow the order; ``loose`` that it is one
    """

    stay: float
    turn: float
    goes_on: float
    on: float
    ahead: float
    back: float
    far: float
    leave: float
    enter: float
    idle: float
    jump: float
    loose: float

    def loosened(self) -> Moves:
        """The moves of a reply that does not follow the order: any other item is a ``jump`` away."""
        return replace(self, on=self.jump, ahead=self.jump, back=self.jump, far=0.0)


MOVES = tuple(each.name for each in fields(Moves))


class Course(NamedTuple):
    """The chain gone through: ``states`` (passages x items and none) as factors, the ``ways`` into each passage, what
    came ``before`` and ``after``, and the logarithm of the ``worth`` of all ways through it."""

    states: Matrix
    ways: Sequence[Matrix]
    before: Matrix
    after: Matrix
    worth: float

    @property
    def placed(self) -> Matrix:
        """Passages x items and none: how likely each state is."""
        both = self.before * self.after
        found: Matrix = both / both.sum(axis=1, keepdims=True)
        return found


def place_passages(scores: Matrix, idle: Vector, openings: Sequence[Opening], moves: Moves) -> Matrix:
    """Passages x items: how likely each passage is to answer each item.

    ``scores``    passages x items, the worth of each by itself, as logarithms
    ``idle``      the worth of answering nothing, for each passage
    ``openings``  how each passage begins
    """
    orderly = run_chain(scores, idle, openings, moves)
    loose = run_chain(scores, idle, openings, moves.loosened())
    share = 1.0 / (1.0 + np.exp(np.clip(orderly.worth - loose.worth - moves.loose, -50.0, 50.0)))
    found: Matrix = ((1.0 - share) * orderly.placed + share * loose.placed)[:, :-1]
    return found


def run_chain(scores: Matrix, idle: Vector, openings: Sequence[Opening], moves: Moves) -> Course:
    """The chain of ``place_passages``, gone through forwards and backwards."""
    states = np.concatenate([scores, idle[:, None]], axis=1)
    tops = states.max(axis=1)
    states = np.exp(states - tops[:, None])
    known = {opening: _ways(scores.shape[1], moves, opening) for opening in set(openings)}
    ways = [known[opening] for opening in openings]
    before, worth = _forward(states, ways)
    return Course(states, ways, before, _backward(states, ways), worth + float(tops.sum()))


@lru_cache(maxsize=32)
def move_features(count: int, opening: Opening) -> Matrix:
    """What counts for a move from state to state: a matrix for each of MOVES; the last state is none."""
    step = np.arange(count)[None, :] - np.arange(count)[:, None]
    found = np.zeros((len(MOVES), count + 1, count + 1))
    named = dict(zip(MOVES, found, strict=True))
    named["stay"][:count, :count] = step == 0
    named["turn"][:count, :count] = (step == 0) * opening.turn
    named["goes_on"][:] = np.eye(count + 1) * opening.goes_on
    named["on"][:count, :count] = step == 1
    named["ahead"][:count, :count] = step > 1
    named["back"][:count, :count] = step < 0
    named["far"][:count, :count] = np.log2(np.maximum(np.abs(step), 1))
    named["leave"][:count, count] = 1.0
    named["enter"][count, :count] = 1.0
    named["idle"][count, count] = 1.0
    return found


def _ways(count: int, moves: Moves, opening: Opening) -> Matrix:
    """The worth of each move from state to state, as a factor. To enter one of many items is worth less for each."""
    worth = np.tensordot(np.array(astuple(moves)), move_features(count, opening), axes=1)
    worth[count, :count] -= np.log(max(count, 1))
    ways: Matrix = np.exp(worth)
    return ways


def _forward(states: Matrix, ways: Sequence[Matrix]) -> tuple[Matrix, float]:
    found = np.empty_like(states)
    worth = 0.0
    for row, here in enumerate(states):
        reached = here if row == 0 else (found[row - 1] @ ways[row]) * here
        total = reached.sum()
        found[row] = reached / total
        worth += float(np.log(total))
    return found, worth


def _backward(states: Matrix, ways: Sequence[Matrix]) -> Matrix:
    found = np.ones_like(states)
    for row in range(len(states) - 2, -1, -1):
        here = ways[row + 1] @ (states[row + 1] * found[row + 1])
        found[row] = here / here.sum()
    return found
