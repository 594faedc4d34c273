"""How a sentence speaks of making a text public: words in, the word of publishing with its text out.

"make Washington's answers public", "the leaked draft", "publication of the letter". The words stand in
tables/releases.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rejoinder.model import Publication
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.cues import base_forms
from rejoinder.reading.knowledge import word_set

REACH = 9
"""Words between a word of publishing and the text at most."""
MODALS = frozenset(["will", "would", "should", "shall", "must", "may", "can", "could", "to", "'ll"])
_PASSIVE = MODALS | frozenset(["be", "been", "being", "was", "were", "is", "are", "not", "never", "has", "have", "had"])
_BESIDE_VERB = frozenset(
    ["be", "not", "never", "also", "now", "probably", "then", "soon", "only", "publicly", "therefore"]
)


def listed(*keys: str) -> frozenset[str]:
    return word_set("releases", *keys)


@cache
def triggers() -> frozenset[str]:
    """The words of which one stands in every sentence that speaks of publishing, as base forms."""
    kinds = ("verbs", "public", "nouns", "adjectives")
    return frozenset(base for kind in kinds for word in listed("publish", kind) for base in base_forms(word))


@dataclass(frozen=True, slots=True)
class Publishing:
    """A word of publishing with its text: the words of its sentence, the place of the word, the range of the text."""

    words: Words
    at: int
    of: tuple[int, int]

    def has(self, *keys: str) -> bool:
        """Whether an inflection of one of the words of a table stands in the sentence."""
        return self.words.has(listed(*keys))


def find_publishings(words: Words) -> Iterator[Publishing]:
    """At most one for a sentence: the first word of publishing that has a text beside it."""
    for at in range(words.first, words.last):
        of = _text_beside(words, at)
        if of is not None:
            yield Publishing(words, at, of)
            return


def _text_beside(words: Words, at: int) -> tuple[int, int] | None:
    """The text that the word ``at`` publishes, if it is a word of publishing."""
    if words.is_one_of(at, listed("publish", "verbs")) and not words.all[at].capital:
        return _object(words, at + 1, words.last) or _subject(words, at) or _behind_of(words, at)
    if words.low(at) in listed("publish", "public"):
        return _made_public(words, at)
    if words.low(at) in listed("publish", "nouns"):
        return _behind_of(words, at)
    if words.low(at) in listed("publish", "adjectives") and words.has(listed("publish", "out")):
        return _object(words, at, words.last) or _subject(words, at)
    return None


def _made_public(words: Words, at: int) -> tuple[int, int] | None:
    """The text before "public": between "make" and it, or the subject of "made"."""
    for made in range(at - 1, max(words.first, at - REACH) - 1, -1):
        if _is_making(words, made):
            return (_object(words, made + 1, at) if made + 1 < at else None) or _subject(words, made)
    return None


def _is_making(words: Words, at: int) -> bool:
    return words.is_one_of(at, listed("publish", "make"))


def _object(words: Words, begin: int, limit: int) -> tuple[int, int] | None:
    """The text whose noun phrase begins at a word and ends before ``limit``."""
    if words.low(begin) in listed("texts", "pronouns"):
        other = words.is_one_of(begin - 1, listed("publish", "other"))
        return None if other and _text_in(words, words.first, begin) is None else (begin, begin + 1)
    return _text_in(words, begin, min(words.phrase_end(begin), limit))


def _subject(words: Words, verb: int) -> tuple[int, int] | None:
    """The text that is the subject of a passive verb: "the answer would be made public"."""
    end = verb
    while end > words.first and words.low(end - 1) in _PASSIVE:
        end -= 1
    begin = words.phrase_begin(end)
    return _text_in(words, begin, end) if end < verb else None


def _behind_of(words: Words, at: int) -> tuple[int, int] | None:
    """The text behind "publication of"."""
    return _object(words, at + 2, words.last) if words.low(at + 1) == "of" else None


def _text_in(words: Words, begin: int, end: int) -> tuple[int, int] | None:
    """The part of a noun phrase, from its beginning on, that means a text: up to the last noun of the table."""
    for at in range(end - 1, begin - 1, -1):
        if words.low(at) in listed("texts", "nouns"):
            return begin, at + 1
    return None


def publication_of(found: Publishing) -> Publication | None:
    """How the text has come to be known: leaked, where it is said to be, or is confidential and yet out."""
    leaks = found.words.is_one_of(found.at, listed("publish", "leak")) and not is_willed(found)
    secret = found.words.low(found.at) in listed("publish", "adjectives") and found.has("publish", "out")
    return Publication.LEAKED if leaks or secret else None


def is_willed(found: Publishing) -> bool:
    """Whether the publishing is still to come: "will publish", "to be made public", "should release"."""
    words, at = found.words, found.at
    if words.low(at) in listed("publish", "public"):
        at = next(back for back in range(at - 1, words.first - 1, -1) if _is_making(words, back))
    while words.low(at - 1) in _BESIDE_VERB:
        at -= 1
    return words.low(at - 1) in MODALS
