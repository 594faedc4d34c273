"""The words of a sentence and the noun phrases among them, without a parser: where one ends, where one begins.

A noun phrase runs over articles, adjectives, names and nouns, with their "'s" and with "of ..." behind them, up to
a mark or a word that belongs to something else (a verb of the commonest, a preposition, a conjunction).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rejoinder.model import Span
from rejoinder.reading.actors.words import Word, words_within
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

LONGEST = 14
"""Words that a noun phrase has at most."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words ``first`` to ``last`` of a story: those of one sentence, or of a part of it."""

    all: Sequence[Word]
    first: int
    last: int

    @classmethod
    def within(cls, words: Sequence[Word], span: Span) -> Words:
        """The words that a span touches."""
        return cls(words, *words_within(words, span))

    @property
    def asks(self) -> bool:
        """Whether the words end in a question mark."""
        return any(self.low(at) == "?" for at in (self.last - 1, self.last - 2))

    def low(self, at: int) -> str:
        """The word ``at`` in lower case; nothing outside of the range."""
        return self.all[at].low if self.first <= at < self.last else ""

    def bases(self, at: int) -> tuple[str, ...]:
        """The base forms that the word ``at`` may be an inflection of; none outside of the range."""
        return base_forms(self.all[at].low) if self.first <= at < self.last else ()

    def is_one_of(self, at: int, bases: frozenset[str]) -> bool:
        """Whether the word ``at`` is an inflection of one of these base forms."""
        return self.first <= at < self.last and not bases.isdisjoint(base_forms(self.all[at].low))

    def all_bases(self) -> frozenset[str]:
        """The base forms of all words of the range."""
        return frozenset(base for at in range(self.first, self.last) for base in base_forms(self.all[at].low))

    def has(self, bases: frozenset[str]) -> bool:
        """Whether an inflection of one of these base forms stands in the range."""
        return any(self.is_one_of(at, bases) for at in range(self.first, self.last))

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from the word ``first`` up to and without the word ``last``."""
        return Span(self.all[first].start, self.all[last - 1].end)

    def phrase_end(self, begin: int, *, with_of: bool = True) -> int:
        """Where the noun phrase that begins at the word ``begin`` ends; ``begin`` where none begins."""
        at = begin
        while at < min(self.last, begin + LONGEST) and self._goes_on(at, begin, with_of):
            at += 1
        while at > begin and (self.low(at - 1) in _determiners() or self.low(at - 1) in ("of", "'s", "’s")):
            at -= 1
        return at

    def phrase_begin(self, end: int) -> int:
        """Where the noun phrase that ends before the word ``end`` begins; ``end`` where none ends there."""
        at = end
        while at > max(self.first, end - LONGEST):
            word = self.all[at - 1]
            if word.low in _determiners() and self.low(at - 2) != "of":
                return at - 1
            if not (word.text[0].isalnum() or word.owner) or (_stops(word) and word.low not in _inside()):
                break
            at -= 1
        while at < end and self.low(at) == "of":
            at += 1
        return at

    def _goes_on(self, at: int, begin: int, with_of: bool) -> bool:
        word = self.all[at]
        if word.owner:
            return at > begin
        if not word.text[0].isalnum():
            return False
        if word.low == "of":
            return with_of and at > begin
        if word.low in _determiners():
            return at == begin or self.low(at - 1) in ("of", "all", "both", "each")
        return not _stops(word)


def _determiners() -> frozenset[str]:
    return word_set("titles", "edges", "determiners")


@cache
def _inside() -> frozenset[str]:
    return _determiners() | {"of"}


def _stops(word: Word) -> bool:
    """Whether a word stands in no noun phrase: a preposition, a conjunction, a verb of the commonest."""
    return word.low in _stop_words() and not (word.capital and not word.opens)


@cache
def _stop_words() -> frozenset[str]:
    return word_set("titles", "edges", "stops") - word_set("circumstances", "phrases", "goes_on")
