"""What is searched: the paragraphs of a text with their offsets, the words of a question, and how a database is asked
for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")
_WORD = re.compile(r"\w+")
_QUESTIONS = {
    "sqlite": (
        "SELECT source, CAST(first AS INTEGER), CAST(last AS INTEGER) FROM store_paragraph "
        "WHERE store_paragraph MATCH %s AND docket = %s ORDER BY rank LIMIT %s"
    ),
    "postgresql": (
        "SELECT source, first, last FROM store_paragraph, plainto_tsquery('simple', %s) AS asked "
        "WHERE to_tsvector('simple', words) @@ asked AND docket = %s "
        "ORDER BY ts_rank(to_tsvector('simple', words), asked) DESC LIMIT %s"
    ),
}


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text that hold anything, as offsets (code points, half open), without white space around them."""
    return (match.span() for match in _PARAGRAPH.finditer(text))


def search_words(question: str) -> list[str]:
    """The words that are asked for, in lower case; marks and operators of a query language are none."""
    return [word.lower() for word in _WORD.findall(question)]


def question_of(vendor: str, docket: str, words: str, limit: int) -> tuple[str, list[str | int]] | None:
    """How a database is asked for the paragraphs in which all words stand, the best first, with the values of the
    question; None where no word is asked for."""
    asked = search_words(words)
    if not asked:
        return None
    quoted = " ".join(f'"{word}"' for word in asked)
    return _QUESTIONS[vendor], [f"words : ({quoted})" if vendor == "sqlite" else " ".join(asked), docket, limit]
