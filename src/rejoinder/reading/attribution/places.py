"""Where a span stands: in which heading or paragraph, and beside which quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rejoinder.model import Span
from rejoinder.reading.quotations import Quotation


class Places:
    """In which block (heading or paragraph) an offset stands."""

    def __init__(self, blocks: Sequence[Span]) -> None:
        self._blocks = blocks
        self._starts = [block.start for block in blocks]

    def of(self, offset: int) -> int:
        """The number of the block (0 is the first); -1 before all of them."""
        return bisect_right(self._starts, offset) - 1

    def hold(self, span: Span) -> bool:
        """Whether a span lies wholly within one block."""
        index = self.of(span.start)
        return index >= 0 and self._blocks[index].holds(span)

    def touch(self, span: Span) -> bool:
        """Whether a span shares a code point with any block."""
        return any(block.overlaps(span) for block in self._blocks[max(0, self.of(span.start)) : self.of(span.end) + 1])

    def cut(self, span: Span) -> list[Span]:
        """What of the span lies within blocks, a piece for each."""
        near = self._blocks[max(self.of(span.start), 0) : self.of(span.end) + 1]
        return [Span(max(span.start, block.start), min(span.end, block.end)) for block in near if block.overlaps(span)]

    def beside(self, pieces: list[Span], cue: Span | None) -> list[Span]:
        """The pieces in the block of the cue; all of them where none is there."""
        near = [piece for piece in pieces if cue is not None and self.of(piece.start) == self.of(cue.start)]
        return near or pieces


class QuotationEdges:
    """Where quotations begin and end, to be asked by offset."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        pieces = [piece for quotation in quotations for piece in quotation.pieces]
        self.by_start = {piece.start: piece for piece in pieces}
        self.by_end = {piece.end: piece for piece in pieces}
