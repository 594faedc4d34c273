"""Words in their context: a passage of a kept source in, the words around it and its line and column out."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from rejoinder.docket.ledger import Ledger
from rejoinder.model import Passage

AROUND = 240
_LINE_END = re.compile(r"\r\n|\r|\n")
_PARAGRAPH_END = re.compile(r"\n\s*\n|\r\n\s*\r\n")


@dataclass(frozen=True, slots=True)
class InContext:
    """A passage with the words of its paragraph before and behind it. ``line`` and ``column`` count from 1.
    ``broken``: the words do not stand there, or the text is gone; then there is nothing around them."""

    source: str
    passage: Passage
    before: str = ""
    after: str = ""
    line: int = 0
    column: int = 0
    broken: str | None = None


class Texts:
    """The texts of a desk's sources, each fetched once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._texts: dict[str, _Text | None] = {}

    def text_of(self, source: str) -> str | None:
        """The text of a source; None where it is not kept or was withdrawn."""
        text = self._get(source)
        return text.words if text else None

    def in_context(self, source: str, passage: Passage) -> InContext:
        """A passage with what stands around it."""
        text = self._get(source) if source else None
        if text is None:
            why = "the source was withdrawn" if source else "entered without a source"
            return InContext(source, passage, broken=why)
        if not passage.holds_in(text.words):
            return InContext(source, passage, broken="anchor broken: the words do not stand there")
        first, last = text.paragraph(passage)
        line = bisect_right(text.starts, passage.start)
        column = passage.start - text.starts[line - 1] + 1
        before, after = text.words[first : passage.start], text.words[passage.end : last]
        return InContext(source, passage, before, after, line, column)

    def _get(self, source: str) -> _Text | None:
        if source not in self._texts:
            kept = self._ledger.source(source)
            self._texts[source] = _Text(kept.text) if kept and kept.text is not None else None
        return self._texts[source]


class _Text:
    def __init__(self, words: str) -> None:
        self.words = words

    @cached_property
    def starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.words))]

    def paragraph(self, passage: Passage) -> tuple[int, int]:
        """Where the paragraph of a passage begins and ends, within ``AROUND`` of it and at a word."""
        first, last = max(0, passage.start - AROUND), min(len(self.words), passage.end + AROUND)
        ends = [match.end() for match in _PARAGRAPH_END.finditer(self.words, first, passage.start)]
        following = _PARAGRAPH_END.search(self.words, passage.end, last)
        return (ends[-1] if ends else first), (following.start() if following else last)
