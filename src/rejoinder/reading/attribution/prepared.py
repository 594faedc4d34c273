"""A story made ready for attribution: all that the earlier stages found, in one place, each found once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.model import Document, Span, TimeExpression
from rejoinder.reading.actors.cast import Cast
from rejoinder.reading.dates import TimePhrase
from rejoinder.reading.day import DocumentDay
from rejoinder.reading.layout import Layout
from rejoinder.reading.quotations import Quotation

_NO_BREAK = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the stages before attribution found in a document.

    ``headings``   headline and sub-headlines; ``blocks`` are these and the paragraphs, in the order of the text
    ``sentences``  of the blocks, in their order
    ``quoted``     a byte a code point: 1 within a quotation, its marks included
    ``phrases``    the time phrases of the story; ``dates`` are the same, resolved from the document's day
    """

    document: Document
    layout: Layout
    day: DocumentDay
    headings: tuple[Span, ...]
    blocks: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    quoted: bytes
    cast: Cast
    phrases: tuple[TimePhrase, ...]
    dates: tuple[TimeExpression, ...]

    @property
    def text(self) -> str:
        return self.document.text

    def in_headings(self, offset: int) -> bool:
        """Whether an offset stands in the headline or a sub-headline."""
        index = bisect_right(self.headings, (offset, len(self.text) + 1)) - 1
        return index >= 0 and self.headings[index].holds_at(offset)

    def sentence_at(self, offset: int) -> Span:
        """The sentence in which an offset stands; an empty span at the offset where it stands in none."""
        index = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return Span(offset, offset)

    def dates_within(self, span: Span) -> Sequence[TimeExpression]:
        """The time expressions that lie within a span."""
        first = bisect_right(self.dates, span.start - 1, key=lambda item: item.start)
        last = bisect_right(self.dates, span.end, key=lambda item: item.start)
        return [item for item in self.dates[first:last] if item.end <= span.end]


def masked_text(text: str, blocks: Sequence[Span]) -> str:
    """The text with all that is not the story blanked out, offsets kept: what the tagger reads.

    ``blocks`` are the headings and paragraphs in their order; none overlaps another.
    """
    pieces, at = [], 0
    for block in blocks:
        pieces += [_NO_BREAK.sub(" ", text[at : block.start]), text[slice(*block)]]
        at = block.end
    return "".join([*pieces, _NO_BREAK.sub(" ", text[at:])])
