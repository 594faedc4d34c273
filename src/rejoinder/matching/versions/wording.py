"""The wording of an item in two versions -> its words that were kept, dropped and are new, and those that bind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from rejoinder.matching.tables import table
from rejoinder.model import Item, Passage, WordChange, WordingNote, Words

_TOKEN = re.compile(r"\w+(?:['’.,]\w+)*|[^\w\s]")
LONGEST = 2000
"""Wordings of more words than this are compared in a coarser way, so that no comparison takes long."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign, as it is compared, and its place."""

    word: str
    start: int
    end: int


def tokens_of(text: str, item: Item) -> list[Token]:
    """The words and signs of an item's own wording."""
    passages = [passage for passage in (item.wording, *item.further) if passage is not None]
    return [
        Token(match.group().lower().replace("’", "'"), match.start(), match.end())
        for passage in passages
        for match in _TOKEN.finditer(text, passage.start, passage.end)
    ]


def same_words(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether both have the same words, whatever the signs between them."""
    return [token.word for token in old if token.word[0].isalnum()] == [
        token.word for token in new if token.word[0].isalnum()
    ]


def compare_words(texts: tuple[str, str], old: Sequence[Token], new: Sequence[Token]) -> Iterator[Words]:
    """The stretches of both wordings, in order; dropped words stand before the new ones in their place."""
    for tag, first, last, start, end in _steps(old, new):
        if tag == "equal":
            yield Words(WordChange.KEPT, _passage(texts[1], new[start:end]))
            continue
        if first < last:
            yield Words(WordChange.DROPPED, _passage(texts[0], old[first:last]))
        if start < end:
            yield Words(WordChange.NEW, _passage(texts[1], new[start:end]))


def note_wording(texts: tuple[str, str], old: Sequence[Token], new: Sequence[Token]) -> Iterator[WordingNote]:
    """The changes that touch words that bind, or a term."""
    for tag, first, last, start, end in _steps(old, new):
        if tag == "equal" or not (_matters(old[first:last]) or _matters(new[start:end])):
            continue
        before = _passage(texts[0], old[first:last]) if first < last else None
        after = _passage(texts[1], new[start:end]) if start < end else None
        yield WordingNote(before, after)


def _steps(old: Sequence[Token], new: Sequence[Token]) -> Sequence[tuple[str, int, int, int, int]]:
    coarse = len(old) + len(new) > LONGEST
    matcher = SequenceMatcher(None, [token.word for token in old], [token.word for token in new], autojunk=coarse)
    return matcher.get_opcodes()


def _passage(text: str, tokens: Sequence[Token]) -> Passage:
    return Passage.of(text, tokens[0].start, tokens[-1].end)


def _matters(tokens: Sequence[Token]) -> bool:
    """Whether words that bind are among them, or a term is told."""
    words = {token.word for token in tokens}
    if words & _words("binding", "words"):
        return True
    return bool(words & _words("term", "words")) and bool(words & _words("term", "periods") or _has_number(words))


def _has_number(words: set[str]) -> bool:
    return any(word[0].isdigit() for word in words)


@cache
def _words(*keys: str) -> frozenset[str]:
    section, name = keys
    return frozenset(table("versions")[section][name])
