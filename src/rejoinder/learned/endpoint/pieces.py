"""A story -> the pieces in which it is sent: cut between paragraphs, within one only if it is longer than a piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rejoinder.model import Span
from rejoinder.reading.sentences import split_sentences

PIECE = 12_000
"""The code points of a story that are sent at once, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a story: the blocks (or parts of a long one) in it, in order, and the text that is sent of it."""

    blocks: tuple[Span, ...]
    text: str

    @property
    def span(self) -> Span:
        return Span(self.blocks[0].start, self.blocks[-1].end)


def cut_pieces(text: str, blocks: Sequence[Span], size: int = PIECE) -> list[Piece]:
    """The pieces of a story. ``blocks`` are its headings and paragraphs in order; what stands around them (buttons,
    credits, addresses) is not sent."""
    pieces: list[list[Span]] = []
    used = size
    for part in (part for block in blocks for part in _parts(text, block, size)):
        if used + part.length > size:
            pieces.append([])
            used = 0
        pieces[-1].append(part)
        used += part.length
    return [Piece(tuple(piece), "\n\n".join(text[slice(*block)] for block in piece)) for piece in pieces]


def _parts(text: str, block: Span, size: int) -> Iterator[Span]:
    """A block, cut where it is longer than a piece: between sentences, in a long sentence between words."""
    if block.length <= size:
        yield block
        return
    start, end = block.start, block.start
    for sentence in split_sentences(text, block):
        if sentence.end - start > size and end > start:
            yield Span(start, end)
            start = sentence.start
        while sentence.end - start > size:
            cut = text.rfind(" ", start + 1, start + size)
            cut = cut if cut > 0 else start + size
            yield Span(start, cut)
            start = cut
        end = sentence.end
    yield Span(start, block.end)
