"""The weights of alignment, fitted on the project's own pairs: ``python -m evaluation.fit_align FOLDER [--write]``.

The chain of ``matching.align.order`` is fitted as a conditional random field (Lafferty et al. 2001): the weights make
the expected items of the passages likely, and stay near the ones that were set by hand (``prior``). A logistic step
then makes of the outcome a probability. No chance is involved, so that the same pairs give the same weights. Replies
to another draft and counter-drafts are left out; passages that answer more than three items at once too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evaluation.fitting import print_or_write
from evaluation.matching import find_rows, overlap
from evaluation.pairs import Pair, load_pairs
from rejoinder.matching.align import Said
from rejoinder.matching.align.meaning import Embedder
from rejoinder.matching.align.order import MOVES, Course, Moves, move_features, run_chain
from rejoinder.matching.align.signs import IDLE_SIGNS, SIGNS, Signs, find_signs
from rejoinder.matching.align.weighing import Weights, final_features, worth_alone
from rejoinder.matching.outline import outline_text
from rejoinder.matching.reply import cut_reply
from rejoinder.matching.rows import asked_of, rows_of

TABLE = Path("src/rejoinder/matching/tables/align.toml")
NEAR_PRIOR, NEAR_PLAIN = 0.2, 0.5
MOST_ITEMS = 3
NAMES = (*SIGNS, *IDLE_SIGNS, *MOVES)
IMPOSSIBLE = -60.0
FINAL = ("placed", "alone", "cited", "always")
HEADER = """\
# What each sign that a passage answers an item is worth, with an encoder's sign of meaning and without. The names are
# those of matching/align/signs.py, order.py and weighing.py. Fitted on the project's own pairs and written by
# python -m evaluation.fit_align tests/matching/pairs/dev --write

"""
Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A pair: its signs and the items that each passage answers."""

    signs: Signs
    right: list[set[int]]


PRIOR = {
    "stems": 5.0, "letters": 5.0, "runs": 0.7, "meaning": 3.0, "part": 3.0, "mutual": 0.5,
    "heading": 4.0, "around": 2.0, "cited": 4.0, "carried": 2.0, "numbered": 3.0,
    "always": 2.0, "courtesy": 2.0, "speaks": -0.5, "cites": 0.0, "edge": 1.0,
    "stay": 3.0, "turn": -1.5, "goes_on": 1.0, "on": 1.5, "ahead": 0.0, "back": -1.0, "far": -0.5,
    "leave": 0.5, "enter": 2.0, "idle": 2.0, "jump": 0.0, "loose": -1.0,
}  # fmt: skip
"""The weights as they were set by hand."""
WORDS_ALONE = {"stems": 7.0, "letters": 7.0, "meaning": 0.0, "part": 0.0, "always": 0.8}
"""Those that differ without an encoder."""


def prior(*, meaning: bool) -> Vector:
    """The weights as they were set by hand, in the order of NAMES."""
    named = PRIOR if meaning else PRIOR | WORDS_ALONE
    return np.array([named[name] for name in NAMES])


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
    return Example(find_signs([asked_of(row) for row in rows], said, embedder), right)


def weights_of(values: Vector, final: Sequence[float] = (1.0, 0.0, 0.0, 0.0)) -> Weights:
    """Weights from numbers in the order of NAMES."""
    signs, idle, moves = np.split(values, [len(SIGNS), len(SIGNS) + len(IDLE_SIGNS)])
    first, second, third, fourth = final
    return Weights(tuple(signs), tuple(idle), Moves(*map(float, moves)), (first, second, third, fourth))


def loss_of(example: Example, weights: Weights) -> tuple[float, Vector]:
    """How unlikely the expected items are, as a negative logarithm, and its slope along each weight."""
    alone, idle = worth_alone(example.signs, weights)
    held, held_idle = np.full_like(alone, IMPOSSIBLE), np.full_like(idle, IMPOSSIBLE)
    for row, right in enumerate(example.right):
        held[row, list(right)] = alone[row, list(right)]
        held_idle[row] = idle[row] if not right else IMPOSSIBLE
    free, counts = _both_ways(alone, idle, example.signs, weights.moves)
    bound, expected = _both_ways(held, held_idle, example.signs, weights.moves)
    return free - bound, counts - expected


def _both_ways(alone: Matrix, idle: Vector, signs: Signs, moves: Moves) -> tuple[float, Vector]:
    """The worth of all ways through a reply that follows the order or does not, and what is on them on average."""
    orderly = run_chain(alone, idle, signs.openings, moves)
    loose = run_chain(alone, idle, signs.openings, moves.loosened())
    worth = float(np.logaddexp(orderly.worth, loose.worth + moves.loose))
    share = np.exp(loose.worth + moves.loose - worth)
    jumped = _counts(signs, loose)
    at = {name: NAMES.index(name) for name in MOVES}
    jumped[at["jump"]] = jumped[[at["on"], at["ahead"], at["back"]]].sum()
    jumped[[at["on"], at["ahead"], at["back"], at["far"]]] = 0.0
    jumped[at["loose"]] = 1.0
    return worth, (1.0 - share) * _counts(signs, orderly) + share * jumped


def _counts(signs: Signs, course: Course) -> Vector:
    """How much of each sign and each move is on the ways through the chain, on average."""
    placed = course.placed
    steps = {opening: np.zeros_like(course.ways[0]) for opening in signs.openings}
    for row in range(1, len(placed)):
        both = course.before[row - 1][:, None] * course.ways[row] * (course.states[row] * course.after[row])[None, :]
        steps[signs.openings[row]] += both / both.sum()
    moves = sum(
        np.tensordot(move_features(placed.shape[1] - 1, opening), taken, axes=2) for opening, taken in steps.items()
    )
    pairs = np.tensordot(signs.pairs, placed[:, :-1], axes=2)
    return np.concatenate([pairs, placed[:, -1] @ signs.idle, np.asarray(moves)])


def fit_chain(examples: Sequence[Example], start: Vector, *, meaning: bool) -> Vector:
    """The weights of signs and moves. No sign speaks against an item."""

    def total(values: Vector) -> tuple[float, Vector]:
        told = [loss_of(example, weights_of(values)) for example in examples]
        loss = sum(loss for loss, _ in told) + NEAR_PRIOR * float(np.sum((values - start) ** 2))
        return loss, sum(slope for _, slope in told) + 2 * NEAR_PRIOR * (values - start)

    bounds = [(0.0, None if meaning or name not in ("meaning", "part") else 0.0) for name in SIGNS]
    bounds += [(None, None)] * (len(NAMES) - len(SIGNS))
    found: Vector = minimize(total, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 100}).x
    return found


def fit_final(examples: Sequence[Example], values: Vector) -> Vector:
    """The weights that make probabilities of the outcome."""
    weights = weights_of(values)
    stacked = [final_features(example.signs, weights).reshape(len(FINAL), -1) for example in examples]
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


def fit_weights(examples: Sequence[Example], *, meaning: bool) -> tuple[Vector, Vector]:
    """The weights of signs and moves, and those that make probabilities."""
    values = fit_chain(examples, prior(meaning=meaning), meaning=meaning)
    return values, fit_final(examples, values)


def fit(folder: Path) -> str:
    """The whole table, fitted on the pairs in ``folder``."""
    from rejoinder.desk.matching import shipped_embedder

    pairs = [pair for pair in load_pairs(folder) if teaches_order(pair)]
    found = []
    for name, embedder in (("with_meaning", shipped_embedder()), ("without_meaning", None)):
        examples = [load_example(pair, embedder) for pair in pairs]
        found.append(sections_of(name, *fit_weights(examples, meaning=embedder is not None)))
    return HEADER + "\n".join(found)


def teaches_order(pair: Pair) -> bool:
    """Whether the reply answers the draft in sentences: no counter-draft, nor a reply to another draft."""
    return bool(pair.expected["same_draft"]) and pair.expected["style"] != "counter_draft"


if __name__ == "__main__":
    print_or_write("evaluation.fit_align", __doc__, fit, TABLE)
