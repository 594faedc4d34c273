"""Words as they are compared: a text in, its words, stems or letter groups out; all in small letters."""

from __future__ import annotations

import re
from functools import lru_cache

from rejoinder.matching.tables import table

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w")
GROUP = 4
LEAST_STEM = 4


def words_of(text: str) -> list[str]:
    """The words and figures of a text."""
    return [match.group().replace("’", "'") for match in _WORD.finditer(text.lower())]


def stems_of(text: str) -> list[str]:
    """The stems of the words that say what a text is on, and its figures."""
    return [stem(word) for word in words_of(text) if word not in _stop_words()]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending; a number in words as its figure."""
    figure: str | None = table("words")["numbers"].get(word)
    if figure is not None:
        return figure
    word = word.removesuffix("'s")
    for ending in table("words")["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word[: -len(ending)]
    return word


def figures_of(text: str) -> list[str]:
    """The numbers in a text, in figures or in words, as figures."""
    numbers = table("words")["numbers"]
    found = [numbers.get(word, word) for word in words_of(text)]
    return [word for word in found if word[0].isdigit()]


def letter_groups(text: str) -> list[str]:
    """Every four letters that stand side by side, with a space between words."""
    line = f" {' '.join(words_of(text))} "
    return [line[at : at + GROUP] for at in range(len(line) - GROUP + 1)]


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(table("words")["stop"])
