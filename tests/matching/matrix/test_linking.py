"""Which passages answer which items, by their probabilities."""

import numpy as np
import pytest

from rejoinder.matching.align.signs import SIGNS, Signs
from rejoinder.matching.matrix.linking import find_answers
from rejoinder.matching.reply import cut_reply


def answers(text, likely, **signs):
    units, _ = cut_reply(text)
    pairs = np.zeros((len(SIGNS), *np.shape(likely)))
    pairs[SIGNS.index("letters")] = 0.08
    for name, rows in signs.items():
        pairs[SIGNS.index(name)] = rows
    found = find_answers(units, np.array(likely), Signs(pairs, np.zeros((len(units), 0)), ()))
    return [(answer.row, answer.first, answer.end, answer.reason) for answer in found]


TWO = "We see the boats there. It is late."
ORDER = "is on the same subject, in its place in the order"


@pytest.mark.parametrize(
    ("likely", "found"),
    [
        ([[0.9, 0.0], [0.9, 0.0]], [(0, 0, 2, ORDER)]),
        ([[0.9, 0.0], [0.1, 0.0]], [(0, 0, 2, ORDER)]),
        ([[0.9, 0.0], [0.01, 0.0]], [(0, 0, 1, ORDER)]),
        ([[0.5, 0.45], [0.0, 0.0]], [(0, 0, 1, ORDER), (1, 0, 1, ORDER)]),
        ([[0.32, 0.1], [0.0, 0.0]], []),
    ],
)
def test_what_is_likely_is_linked(likely, found):
    assert answers(TWO, likely) == found


def test_order_alone_links_nothing():
    assert answers("We see the boats there.", [[0.9, 0.0]], letters=[[0.0, 0.0]]) == []


@pytest.mark.parametrize(("likely", "found"), [(0.35, [(0, 0, 1, "cites the item")]), (0.2, [])])
def test_what_is_cited_needs_less(likely, found):
    assert answers("We see the boats there.", [[likely, 0.0]], cited=[[1.0, 0.0]]) == found


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("numbered", "bears its number"),
        ("carried", "stands under its number"),
        ("runs", "quotes its words"),
        ("stems", "has its words"),
    ],
)
def test_the_plainest_reason_is_told(sign, reason):
    assert answers("We see the boats there.", [[0.9, 0.0]], **{sign: [[1.0, 0.0]]}) == [(0, 0, 1, reason)]
