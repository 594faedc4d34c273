"""How alike items and passages are in their words: two lists of texts in, matrices (passages x items) out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from rejoinder.matching.words import letter_groups, stems_of, words_of

Matrix = NDArray[np.float64]
RUN = 4
"""So many words in a row that stand in both texts are a quotation."""


def shared_stems(items: Sequence[str], passages: Sequence[str]) -> Matrix:
    """The cosine of the stems, each weighed by how few of all the texts have it."""
    return _cosines(items, passages, stems_of)


def shared_letters(items: Sequence[str], passages: Sequence[str]) -> Matrix:
    """The cosine of the groups of letters: alike where words are compounds or inflected."""
    return _cosines(items, passages, letter_groups)


def shared_runs(items: Sequence[str], passages: Sequence[str]) -> Matrix:
    """How much is quoted: one and the logarithm of how many runs of four words stand in both."""
    holders: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for at, item in enumerate(items):
        for run in _runs(item):
            holders[run].add(at)
    counts = np.zeros((len(passages), len(items)))
    for row, passage in enumerate(passages):
        for run in _runs(passage):
            for at in holders.get(run, ()):
                counts[row, at] += 1
    return np.log1p(counts)


def _runs(text: str) -> list[tuple[str, ...]]:
    words = words_of(text)
    return list(zip(*(words[at:] for at in range(RUN)), strict=False))


def _cosines(items: Sequence[str], passages: Sequence[str], parts_of: Callable[[str], list[str]]) -> Matrix:
    """Cosines of the logarithms of counts, weighed by rarity (tf-idf over both sides)."""
    counts = [Counter(parts_of(text)) for text in (*items, *passages)]
    spread: Counter[str] = Counter()
    for count in counts:
        spread.update(count.keys())
    columns = {part: at for at, part in enumerate(spread)}
    rarity = np.log1p(len(counts) / np.fromiter(spread.values(), dtype=np.float64, count=len(spread)))
    vectors = _unit_rows(counts, columns, rarity)
    cosines: Matrix = (vectors[len(items) :] @ vectors[: len(items)].T).toarray()
    return cosines


def _unit_rows(counts: Sequence[Counter[str]], columns: dict[str, int], rarity: Matrix) -> csr_array:
    """A row of length one (or zero) for each text."""
    values, places, ends = [], [], [0]
    for count in counts:
        at = np.fromiter((columns[part] for part in count), dtype=np.int64, count=len(count))
        row = np.log1p(np.fromiter(count.values(), dtype=np.float64, count=len(count))) * rarity[at]
        values.append(row / (np.linalg.norm(row) or 1.0))
        places.append(at)
        ends.append(ends[-1] + len(at))
    return csr_array((np.concatenate(values), np.concatenate(places), ends), shape=(len(counts), len(columns)))
