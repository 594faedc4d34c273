"""Two plain ways to score passages against items: BM25 and rapidfuzz. Both give a matrix of passages x items."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

K1, B = 1.5, 0.75
_WORD = re.compile(r"\w+")


def bm25_scores(items: Sequence[str], passages: Sequence[str]) -> NDArray[np.float64]:
    """BM25 (Robertson and Zaragoza 2009, with the idf of Lucene), a passage as the query over the items."""
    counts = [Counter(_WORD.findall(item.lower())) for item in items]
    lengths = [sum(count.values()) for count in counts]
    mean = sum(lengths) / max(1, len(lengths)) or 1.0
    spread = Counter(word for count in counts for word in count)
    scores = np.zeros((len(passages), len(items)))
    for row, passage in enumerate(passages):
        for word in _WORD.findall(passage.lower()):
            rarity = math.log(1 + (len(items) - spread[word] + 0.5) / (spread[word] + 0.5))
            for column, count in enumerate(counts):
                if word in count:
                    within = count[word] * (K1 + 1) / (count[word] + K1 * (1 - B + B * lengths[column] / mean))
                    scores[row, column] += rarity * within
    return scores


def fuzz_scores(items: Sequence[str], passages: Sequence[str]) -> NDArray[np.float64]:
    """rapidfuzz's token_set_ratio."""
    lowered = [passage.lower() for passage in passages], [item.lower() for item in items]
    return np.asarray(process.cdist(*lowered, scorer=fuzz.token_set_ratio), dtype=np.float64)
