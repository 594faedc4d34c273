"""The weights of alignment, fitted on the project's own pairs: ``python -m evaluation.fit_align FOLDER [--write]``.

The chain of ``matching.align.order`` is fitted as a conditional random field (Lafferty et al. 2001): the weights make
the expected items of the passages likely, and stay near the ones that were set by hand (``prior``). A logistic step
then makes of the outcome a probability. No chance is involved, so that the same pairs give the same weights. Replies
to another draft and counter-drafts are left out; passages that answer more than three items at once too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evaluation.matching import find_rows, overlap
from evaluation.pairs import Pair, load_pairs
from rejoinder.matching.align import Said
from rejoinder.matching.align.meaning import Embedder
from rejoinder.matching.align.order import Moves, log_worth
from rejoinder.matching.align.signs import IDLE_SIGNS, SIGNS, Signs, find_signs
from rejoinder.matching.align.weighing import Weights, final_features, worth_alone
from rejoinder.matching.outline import outline_text
from rejoinder.matching.reply import cut_reply
from rejoinder.matching.rows import asked_of, rows_of

TABLE = Path("src/rejoinder/matching/tables/align.toml")
NEAR_PRIOR, NEAR_PLAIN = 0.2, 0.5
MOST_ITEMS = 3
MOVES = tuple(each.name for each in fields(Moves))
FINAL = ("placed", "alone", "cited", "always")
HEADER = """\
# What each sign that a passage answers an item is worth, with an encoder's sign of meaning and without. The names are
# those of matching/align/signs.py, order.py and weighing.py. Fitted on the project's own pairs and written by
# python -m evaluation.fit_align tests/matching/pairs/dev --write

"""
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A pair: its signs, where paragraphs begin, and the items that each passage answers."""

    signs: Signs
    turns: list[bool]
    right: list[set[int]]


def prior(*, meaning: bool) -> Vector:
    """The weights as they were set by hand, in the order of SIGNS, IDLE_SIGNS and MOVES."""
    words = 5.0 if meaning else 7.0
    signs = (words, words, 0.7, 5.0 if meaning else 0.0, 4.0, 2.0, 4.0, 2.0, 3.0)
    return np.array(
        [*signs, 2.0 if meaning else 0.8, 2.0, -0.5, 0.0, 1.0, 3.0, 1.5, 1.5, 0.0, -1.0, 0.5, 0.5, 2.0, 2.0]
    )


def load_example(pair: Pair, embedder: Embedder | None) -> Example:
    """A pair as it is learned from."""
    rows = rows_of(outline_text(pair.draft))
    places = find_rows(pair.draft, pair.expected["items"], rows)
    units, _ = cut_reply(pair.reply)
    links = pair.expected["links"]
    many = Counter((link["start"], link["end"]) for link in links)
    few = [link for link in links if many[link["start"], link["end"]] <= MOST_ITEMS]
    right = [{places[link["item"]] for link in few if overlap(unit.passage, link)} for unit in units]
    said = [Said(unit.passage.exact, unit.paragraph, unit.heading, unit.number, unit.last) for unit in units]
    turns = [True, *(one.paragraph != other.paragraph for one, other in pairwise(said))]
    return Example(find_signs([asked_of(row) for row in rows], said, embedder), turns, right)


def weights_of(values: Vector, final: Sequence[float] = (1.0, 0.0, 0.0, 0.0)) -> Weights:
    """Weights from numbers in the order of ``prior``; no sign speaks against an item."""
    signs, idle = values[: len(SIGNS)], values[len(SIGNS) : len(SIGNS) + len(IDLE_SIGNS)]
    moves = Moves(*(float(value) for value in values[len(SIGNS) + len(IDLE_SIGNS) :]))
    first, second, third, fourth = final
    return Weights(tuple(np.maximum(signs, 0.0)), tuple(idle), moves, (first, second, third, fourth))


def loss_of(example: Example, weights: Weights) -> float:
    """How unlikely the expected items are, as a negative logarithm."""
    alone, idle = worth_alone(example.signs, weights)
    held, held_idle = np.full_like(alone, -60.0), np.full_like(idle, -60.0)
    for row, right in enumerate(example.right):
        held[row, list(right)] = alone[row, list(right)]
        held_idle[row] = idle[row] if not right else -60.0
    free = log_worth(alone, idle, example.turns, weights.moves)
    return free - log_worth(held, held_idle, example.turns, weights.moves)


def fit_chain(examples: Sequence[Example], start: Vector, *, meaning: bool) -> Vector:
    """The weights of signs and moves."""
    fixed = np.zeros(len(start), dtype=bool)
    fixed[SIGNS.index("meaning")] = not meaning

    def total(values: Vector) -> float:
        weights = weights_of(np.where(fixed, start, values))
        near = NEAR_PRIOR * float(np.sum((values - start) ** 2))
        return sum(loss_of(example, weights) for example in examples) + near

    found = minimize(total, start, method="L-BFGS-B", options={"maxiter": 40})
    return np.where(fixed, start, found.x)


def fit_final(examples: Sequence[Example], values: Vector) -> Vector:
    """The weights that make probabilities of the outcome."""
    weights = weights_of(values)
    stacked = [final_features(example.signs, example.turns, weights).reshape(len(FINAL), -1) for example in examples]
    features = np.concatenate(stacked, axis=1).T
    right = np.array(
        [at in chosen for example in examples for chosen in example.right for at in range(example.signs.pairs.shape[2])]
    )
    plain = np.array([1.0, 0.0, 0.0, 0.0])

    def total(final: Vector) -> float:
        odds = features @ final
        return float(np.sum(np.logaddexp(0, odds) - right * odds) + NEAR_PLAIN * np.sum((final - plain) ** 2))

    bounds = [(0, 2), (0, 1), (0, 3), (-3, 3)]
    found: Vector = minimize(total, plain, method="L-BFGS-B", bounds=bounds).x
    return found


def sections_of(name: str, values: Vector, final: Vector) -> str:
    """The weights as they stand in the table."""
    weights = weights_of(values)
    told = {
        "signs": dict(zip(SIGNS, weights.signs, strict=True)),
        "idle": dict(zip(IDLE_SIGNS, weights.idle, strict=True)),
        "moves": {move: getattr(weights.moves, move) for move in MOVES},
        "final": dict(zip(FINAL, final, strict=True)),
    }
    return "\n".join(
        "\n".join((f"[{name}.{section}]", *(f"{key} = {float(value):.3f}" for key, value in named.items()), ""))
        for section, named in told.items()
    )


def fit(folder: Path) -> str:
    """The whole table, fitted on the pairs in ``folder``."""
    from rejoinder.desk.matching import shipped_embedder

    pairs = [pair for pair in load_pairs(folder) if _teaches(pair)]
    found = []
    for name, embedder in (("with_meaning", shipped_embedder()), ("without_meaning", None)):
        examples = [load_example(pair, embedder) for pair in pairs]
        values = fit_chain(examples, prior(meaning=embedder is not None), meaning=embedder is not None)
        found.append(sections_of(name, values, fit_final(examples, values)))
    return HEADER + "\n".join(found)


def _teaches(pair: Pair) -> bool:
    return bool(pair.expected["same_draft"]) and pair.expected["style"] != "counter_draft"


def main() -> None:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.fit_align", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE}")
    chosen = parser.parse_args()
    table = fit(chosen.folder)
    if chosen.write:
        TABLE.write_text(table, encoding="utf-8")
    else:
        print(table)


if __name__ == "__main__":
    main()
