"""What traits and meaning count for dispositions, fitted: ``python -m evaluation.fit_stances FOLDER [--write]``.

A multinomial logistic regression, kept small by a penalty, on the sentences of training/replies.toml, written for
that, and on the answers in the pairs of FOLDER. A phrase of a kind never speaks against its own disposition. No chance
is involved, so that the same sentences give the same numbers. ``evaluation.crosswise`` scores what is fitted so.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from evaluation.fit_align import teaches_order
from evaluation.fitting import print_or_write
from evaluation.matching import find_rows
from evaluation.pairs import Pair, load_pairs
from rejoinder.matching.align.meaning import Embedder
from rejoinder.matching.dispositions import Passed
from rejoinder.matching.dispositions.stances import SCALE, STANCES, Stances
from rejoinder.matching.dispositions.traits import PHRASES, TRAITS, find_traits
from rejoinder.matching.outline import outline_text
from rejoinder.matching.rows import rows_of

TABLE = Path("src/rejoinder/matching/tables/stances.toml")
SENTENCES = Path("training/replies.toml")
OWN = {"change": "accepted_with_change", "premise": "countered", "substitute": "countered"}
ANSWERED = "answered"
"""Sentences that answer a question; all others are told of no item in particular."""
PENALTY, PENALTY_MEANING = 1.0, 0.5
OF_PAIRS = 2.0
"""An answer in a pair counts for so many sentences by themselves."""
HEADER = """\
# What each trait of a passage, and the direction in which its meaning points, count for each disposition, in
# hundredths, in the order accepted, accepted with change, countered, declined, deferred, deflected, noted. The names
# are those of matching/dispositions/traits.py. Fitted on the project's own sentences and pairs and written by
# python -m evaluation.fit_stances tests/matching/pairs/dev --write

"""
Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Told:
    """Passages as they are learned from: their traits and vectors, the numbers of their STANCES, their weight."""

    traits: Matrix
    vectors: Matrix
    stances: NDArray[np.int64]
    counts: Matrix


def load_sentences(embedder: Embedder | None, path: Path = SENTENCES) -> Told:
    """The sentences that were written for this."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    passed = [
        (Passed(words, "", name == ANSWERED), "accepted" if name == ANSWERED else name)
        for name, section in raw.items()
        for words in section["sentences"]
    ]
    return _told(passed, embedder, 1.0)


def load_answers(pair: Pair, embedder: Embedder | None) -> Told:
    """The answers of a pair, each against its item; one that answers many items in the same way counts once."""
    rows = rows_of(outline_text(pair.draft))
    places = find_rows(pair.draft, pair.expected["items"], rows)
    found = {
        (link["exact"], link["disposition"]): Passed(link["exact"], row.asked, row.is_question)
        for link in pair.expected["links"]
        for row in [rows[places[link["item"]]]]
    }
    return _told([(passed, disposition) for (_, disposition), passed in found.items()], embedder, OF_PAIRS)


def _told(passed: Sequence[tuple[Passed, str]], embedder: Embedder | None, count: float) -> Told:
    names = [str(stance) for stance in STANCES]
    vectors = np.zeros((len(passed), 0))
    if embedder and passed:
        vectors = np.asarray(embedder.embed([each.words for each, _ in passed]), dtype=np.float64)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    traits = np.array([find_traits(each).values for each, _ in passed]).reshape(len(passed), len(TRAITS))
    stances = np.array([names.index(name) for _, name in passed], dtype=np.int64)
    return Told(traits, vectors, stances, np.full(len(passed), count))


def fit_stances(told: Sequence[Told]) -> Stances:
    """The numbers that make the dispositions of these passages likely."""
    whole = [each for each in told if len(each.stances)]
    traits, vectors = (np.concatenate([getattr(each, name) for each in whole]) for name in ("traits", "vectors"))
    right = np.eye(len(STANCES))[np.concatenate([each.stances for each in whole])]
    counts = np.concatenate([each.counts for each in whole])[:, None]
    seen = np.concatenate([np.ones((len(traits), 1)), traits, vectors], axis=1)
    near = np.repeat([0.0, PENALTY, PENALTY_MEANING], [1, len(TRAITS), vectors.shape[1]])[:, None]

    def total(flat: Matrix) -> tuple[float, Matrix]:
        values = flat.reshape(seen.shape[1], len(STANCES))
        odds = seen @ values
        odds -= odds.max(axis=1, keepdims=True)
        odds -= np.log(np.exp(odds).sum(axis=1, keepdims=True))
        loss = -float((counts * right * odds).sum()) + float((near * values**2).sum())
        slope = seen.T @ (counts * (np.exp(odds) - right)) + 2 * near * values
        return loss, slope.ravel()

    start = np.zeros(seen.shape[1] * len(STANCES))
    found = minimize(
        total, start, jac=True, method="L-BFGS-B", bounds=list(_bounds(seen.shape[1])), options={"maxiter": 150}
    ).x
    always, of_traits, meaning = np.split(found.reshape(seen.shape[1], -1), [1, 1 + len(TRAITS)])
    return Stances(always[0], of_traits, meaning)


def _bounds(count: int) -> Iterator[tuple[float | None, None]]:
    """No phrase speaks against the disposition of its kind."""
    own = [OWN.get(name.partition(".")[0], name.partition(".")[0]) for name in PHRASES]
    for row in range(count):
        for stance in STANCES:
            yield (0.0 if 1 <= row <= len(PHRASES) and own[row - 1] == stance else None, None)


def sections_of(name: str, stances: Stances) -> str:
    """The numbers as they stand in the table."""

    def line(key: str, values: Matrix) -> str:
        return f'"{key}" = [{", ".join(str(round(SCALE * value)) for value in values)}]'

    named = dict(zip(map(str, STANCES), stances.always, strict=True))
    always = [f"{key} = {round(SCALE * value)}" for key, value in named.items()]
    parts = [f"[{name}.always]", *always, "", f"[{name}.traits]"]
    parts += [line(trait, values) for trait, values in zip(TRAITS, stances.traits, strict=True)]
    if len(stances.meaning):
        parts += ["", f"[{name}.meaning]"]
        parts += [line(str(stance), values) for stance, values in zip(STANCES, stances.meaning.T, strict=True)]
    return "\n".join([*parts, ""])


def fit(folder: Path) -> str:
    """The whole table, fitted on the sentences and the pairs in ``folder``."""
    from rejoinder.desk.matching import shipped_embedder

    pairs = [pair for pair in load_pairs(folder) if teaches_order(pair)]
    found = []
    for name, embedder in (("with_meaning", shipped_embedder()), ("without_meaning", None)):
        told = [load_sentences(embedder), *(load_answers(pair, embedder) for pair in pairs)]
        found.append(sections_of(name, fit_stances(told)))
    return HEADER + "\n".join(found)


if __name__ == "__main__":
    print_or_write("evaluation.fit_stances", __doc__, fit, TABLE)
