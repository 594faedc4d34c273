"""The words of a story: a text and its paragraphs go in, words with their place, sentence and quotation come out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rejoinder.model import Span
from rejoinder.reading.knowledge import word_set

_WORD = re.compile(r"(?:[A-Z]\.){2,}|\d+(?=-[A-Z])|\w+(?:[-'’&]\w+)*\+?|\S")
_BREAK = re.compile(r"\n[^\S\n]*\n")
_SHORT_LINE = 40
_OPENING = '"“‘«•*:—–'
_APOSTROPHES = "'’"
_MARKS = frozenset("\"“«”»'‘’")
_ABBREVIATIONS = frozenset(
    ["No", "St", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "vs", "approx"]
)


class Word(NamedTuple):
    """A word or a mark. ``sentence`` counts from 0 through the story; ``opens`` it is the first word of a
    sentence, a line or a quotation; ``owner`` it is a possessive ending ("'s"), a word of its own here."""

    start: int
    end: int
    text: str
    low: str
    sentence: int
    opens: bool
    quoted: bool
    owner: bool

    @property
    def capital(self) -> bool:
        """Whether the word is written like a name: "Lavrov", "UN", "al-Assad"."""
        first = self.text[0]
        if first in "aeAE" and self.low.startswith(("al-", "el-")):
            first = self.text[3:4]
        return first.isupper()


class _Splitter:
    """The state of one pass over a text."""

    def __init__(self, text: str, starts: frozenset[int]) -> None:
        self.text = text
        self.starts = starts
        self.words: list[Word] = []
        self.sentence = 0
        self.double = False
        self.single = False

    def add(self, start: int, end: int, *, owner: bool = False) -> None:
        before = self.words[-1] if self.words else None
        broken = before is not None and self._breaks(before, start)
        if broken:
            self.sentence += 1
        opens = before is None or broken or before.text in _OPENING or (before.text == "'" and before.end == start)
        word = self.text[start:end]
        self._follow_quotes(word, start, end)
        quoted = self.double or self.single
        self.words.append(Word(start, end, word, word.lower(), self.sentence, opens, quoted, owner))

    def _breaks(self, before: Word, start: int) -> bool:
        gap = self.text[before.end : start]
        if (
            start in self.starts
            or (gap not in ("", " ") and _BREAK.search(gap))
            or ("\n" in gap and self._ends_short(before, start))
        ):
            self.double = self.single = False
            return True
        if not gap:
            return False
        last = before
        if before.text in "\"”'’)" and len(self.words) > 1:
            last = self.words[-2]
        return last.text in ".!?…" and not (last is before and self._abbreviates())

    def _ends_short(self, before: Word, start: int) -> bool:
        """Whether the line before is too short for one that was only broken: a heading, a byline."""
        line = self.text.rfind("\n", 0, before.end) + 1
        return before.end - line < _SHORT_LINE and self.text[start].isupper()

    def _abbreviates(self) -> bool:
        """Whether the full stop that stands last ends an abbreviation or an initial."""
        if len(self.words) < 2 or self.words[-2].end != self.words[-1].start:
            return False
        word = self.words[-2].text
        titles = word_set("people_nouns", "address", "either")
        short = word in _ABBREVIATIONS or word in ("Mr", "Mrs", "Ms") or (word in titles and len(word) < 5)
        return short or (len(word) == 1 and word.isupper())

    def _follow_quotes(self, word: str, start: int, end: int) -> None:
        if word not in _MARKS:
            return
        if word == '"':
            self.double = not self.double
        elif word in "“«":
            self.double = True
        elif word in "”»":
            self.double = False
        else:
            free_left = start == 0 or not (self.text[start - 1].isalnum() or self.text[start - 1] in ".,!?")
            self.single = free_left and self.text[end : end + 1].isalnum()

    def is_plural_owner(self, start: int, end: int) -> bool:
        """Whether the apostrophe at ``start`` is a possessive ("workers' union") rather than a closing quote."""
        before = self.words[-1] if self.words else None
        follows = self.text[end : end + 2]
        touching = before is not None and before.end == start and before.low.endswith(("s", "z", "x"))
        return touching and not self.single and follows[:1].isspace() and follows[1:].isalpha()


def split_words(text: str, paragraphs: Sequence[Span]) -> list[Word]:
    """The words of ``text`` in order; ``paragraphs`` start sentences, and so do blank lines."""
    splitter = _Splitter(text, frozenset(span.start for span in paragraphs))
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start > 2 and text[end - 1] in "sS" and text[end - 2] in _APOSTROPHES:
            splitter.add(start, end - 2)
            splitter.add(end - 2, end, owner=True)
        elif text[start] in _APOSTROPHES and splitter.is_plural_owner(start, end):
            splitter.add(start, end, owner=True)
        else:
            splitter.add(start, end)
    return splitter.words


def words_within(words: Sequence[Word], span: tuple[int, int]) -> tuple[int, int]:
    """The range of indices of the words that ``span`` touches."""
    first, last = bisect_left(words, (span[0],)), bisect_left(words, (span[1],))
    if first and words[first - 1].end > span[0]:
        first -= 1
    return first, max(first, last)
