"""The clauses of a sentence that can bind somebody, in their order: its words go in, clauses come out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rejoinder.reading.business.commitments.clauses import (
    CLAUSE_FINDERS,
    Clause,
    modal_endings,
    promising_verbs,
)
from rejoinder.reading.business.commitments.promises import (
    expected_delivery,
    noun_promise,
    passive_promise,
    thing_assured,
)
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_FINDERS = (thing_assured, *CLAUSE_FINDERS, noun_promise, passive_promise, expected_delivery)
_OTHER_OPENINGS = frozenset(["committed", "is", "are", "was", "were", "must", "has", "have", "had", "going"])


def find_clauses(words: Words) -> Iterator[Clause]:
    """The clauses of a sentence, in their order."""
    for at in range(words.first, words.last):
        if not _may_open(words.all[at].low):
            continue
        found = next((found for find in _FINDERS if (found := find(words, at)) is not None), None)
        if found is not None:
            yield found


@lru_cache(16_384)
def _may_open(word: str) -> bool:
    """Whether a clause can begin with a word in lower case; what cannot is passed over without a closer look."""
    modal = any(word in word_set(_TABLE, "modals", name) for name in ("will", "would", "refusing"))
    verbs = promising_verbs() | word_set(_TABLE, "binding", "oblige") | word_set(_TABLE, "binding", "expects")
    promising = word in word_set(_TABLE, "binding", "nouns") or not verbs.isdisjoint(base_forms(word))
    return modal or promising or word in _OTHER_OPENINGS or word.endswith(modal_endings())
