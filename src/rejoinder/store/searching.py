"""What is searched: the paragraphs of a text with their offsets, and the words of a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")
_WORD = re.compile(r"\w+")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text that hold anything, as offsets (code points, half open), without white space around them."""
    return (match.span() for match in _PARAGRAPH.finditer(text))


def search_words(question: str) -> list[str]:
    """The words that are asked for, in lower case; marks and operators of a query language are none."""
    return [word.lower() for word in _WORD.findall(question)]
