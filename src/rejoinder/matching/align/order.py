"""Answers tend to follow the order of the items: how likely each passage is to answer each item, given all passages.

A chain of states, one for each item and one for answering nothing. A passage tends to stay with the item of the one
before it, or to go on to the next; how far it goes, and whether a new paragraph begins, is weighed. What comes out is
the probability of each state at each passage given all of them (the forward-backward algorithm, Baum et al. 1970).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Moves:
    """What a move from one passage to the next is worth, as logarithms; ``none`` stands for answering nothing.

    ``stay``, ``settle``  with the same item; a new paragraph takes ``turn`` from it
    ``on``                to the next item
    ``ahead``, ``back``   to a later or an earlier one, less ``far`` for each doubling of the way
    ``leave``, ``enter``  from an item to none, from none to an item
    ``idle``              from none to none
    """

    stay: float
    turn: float
    on: float
    ahead: float
    back: float
    far: float
    leave: float
    enter: float
    idle: float


def place_passages(scores: Matrix, idle: NDArray[np.float64], turns: Sequence[bool], moves: Moves) -> Matrix:
    """Passages x items: how likely each passage is to answer each item.

    ``scores``  passages x items, the worth of each by itself, as logarithms
    ``idle``    the worth of answering nothing, for each passage
    ``turns``   whether a new paragraph begins with the passage
    """
    states = np.concatenate([scores, idle[:, None]], axis=1)
    states = np.exp(states - states.max(axis=1, keepdims=True))
    ways = {turn: _ways(scores.shape[1], moves, turn) for turn in set(turns)}
    before = _forward(states, turns, ways)
    after = _backward(states, turns, ways)
    both = before * after
    likely: Matrix = (both / both.sum(axis=1, keepdims=True))[:, :-1]
    return likely


def log_worth(scores: Matrix, idle: NDArray[np.float64], turns: Sequence[bool], moves: Moves) -> float:
    """The logarithm of the worth of all ways through the passages together."""
    states = np.concatenate([scores, idle[:, None]], axis=1)
    tops = states.max(axis=1)
    states = np.exp(states - tops[:, None])
    ways = {turn: _ways(scores.shape[1], moves, turn) for turn in set(turns)}
    worth, total = states[0], float(tops.sum())
    for row in range(1, len(states)):
        weight = worth.sum()
        total += float(np.log(weight))
        worth = (worth / weight) @ ways[turns[row]] * states[row]
    return total + float(np.log(worth.sum()))


def _ways(count: int, moves: Moves, turn: bool) -> Matrix:
    """The worth of each move from state to state; the last state is none. Each row sums to one."""
    step = np.arange(count)[None, :] - np.arange(count)[:, None]
    width = np.log2(np.maximum(np.abs(step), 1))
    worth = np.full((count + 1, count + 1), moves.idle)
    worth[:count, :count] = np.where(step > 0, moves.ahead, moves.back) - moves.far * width
    worth[:count, :count][step == 1] = moves.on
    worth[:count, :count][step == 0] = moves.stay - (moves.turn if turn else 0.0)
    worth[:count, count] = moves.leave
    worth[count, :count] = moves.enter - np.log(max(count, 1))
    ways: Matrix = np.exp(worth - worth.max())
    return ways


def _forward(states: Matrix, turns: Sequence[bool], ways: dict[bool, Matrix]) -> Matrix:
    found = np.empty_like(states)
    found[0] = states[0] / states[0].sum()
    for row in range(1, len(states)):
        here = (found[row - 1] @ ways[turns[row]]) * states[row]
        found[row] = here / here.sum()
    return found


def _backward(states: Matrix, turns: Sequence[bool], ways: dict[bool, Matrix]) -> Matrix:
    found = np.ones_like(states)
    for row in range(len(states) - 2, -1, -1):
        here = ways[turns[row + 1]] @ (states[row + 1] * found[row + 1])
        found[row] = here / here.sum()
    return found
