"""Quotations: a text and its paragraphs in, the quotations with their marks and pieces out.

All styles are read: "…", “…”, „…“, «…», ``…'', ‘…’ and '…'. Double marks are paired first; single ones, which
may as well be apostrophes (don't, the workers' demands, ’90s), are then paired within each level of those. A
quotation over several paragraphs opens each of them and closes the last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rejoinder.model import Problem, Span
from rejoinder.reading.blocks import trim
from rejoinder.reading.quotation_marks import Pair, find_marks, opening_family, pair_doubles, pair_singles


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, with what is known of it from its marks alone.

    ``span``    from its first mark to the end of its last, marks included
    ``inner``   the same without the first and the last mark
    ``pieces``  its part in each paragraph, marks included; one piece unless it goes over several
    ``closed``  False if its closing mark is missing: it then ends with its paragraph, or before the next mark
    ``depth``   the number of quotations that it stands in
    """

    span: Span
    inner: Span
    pieces: tuple[Span, ...]
    closed: bool = True
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quotation's part in one paragraph; ``goes_on``: it is not closed, and the next paragraph opens again."""

    pair: Pair
    span: Span
    goes_on: bool = False


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations in ``paragraphs``, by their start; one may stand in another, none straddle.

    Linear in the length of the text.
    """
    found: list[list[_Piece]] = []
    open_row: list[_Piece] | None = None
    for at, paragraph in enumerate(paragraphs):
        following = opening_family(text, paragraphs[at + 1]) if at + 1 < len(paragraphs) else None
        going_on = None
        for piece in _find_pieces(text, paragraph, following):
            if open_row and piece.span.start == paragraph.start:
                row = open_row
                row.append(piece)
            else:
                row = [piece]
                found.append(row)
            going_on = row if piece.goes_on else going_on
        open_row = going_on
    quotations = (_assemble(row) for row in found)
    return tuple(_nest(quotation for quotation in quotations if quotation.inner.length))


def _find_pieces(text: str, paragraph: Span, following: str | None) -> list[_Piece]:
    """The quotations of one paragraph, by their start. ``following``: the family of mark that opens the next one."""
    marks = find_marks(text, paragraph)
    doubles = pair_doubles(marks)
    pairs = sorted([*doubles, *pair_singles(marks, doubles, following == "single")], key=lambda pair: pair.opening.span)
    openings = [pair.opening.span.start for pair in pairs]
    open_pairs = [pair for pair in pairs if pair.closing is None and pair.opening.family == following]
    pieces: list[_Piece] = []
    for pair in pairs:
        goes_on = bool(open_pairs) and pair is open_pairs[-1]
        if pair.closing is not None:
            end = pair.closing.span.end
        elif goes_on:
            end = paragraph.end
        else:
            after = bisect_right(openings, pair.opening.span.start)
            end = trim(text, pair.opening.span.end, openings[after] if after < len(openings) else paragraph.end).end
        pieces.append(_Piece(pair, Span(pair.opening.span.start, end), goes_on))
    return pieces


def _assemble(row: list[_Piece]) -> Quotation:
    """One quotation of its pieces."""
    first, last = row[0].pair, row[-1].pair
    span = Span(row[0].span.start, row[-1].span.end)
    start = first.opening.span.end
    inner = Span(start, max(start, last.closing.span.start if last.closing else span.end))
    return Quotation(span, inner, tuple(piece.span for piece in row), last.closing is not None)


def _nest(quotations: Iterable[Quotation]) -> Iterable[Quotation]:
    """The quotations in order with their depth; one that straddles the end of another is left out."""
    ends: list[int] = []
    for quotation in sorted(quotations, key=lambda each: (each.span.start, -each.span.end)):
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        if not ends or quotation.span.end <= ends[-1]:
            yield replace(quotation, depth=len(ends))
            ends.append(quotation.span.end)


def inside_quotes(quotations: Iterable[Quotation], length: int) -> bytearray:
    """``length`` bytes: 1 for each code point within a quotation, its marks included, else 0."""
    mask = bytearray(length)
    for quotation in quotations:
        if quotation.depth == 0:
            for piece in quotation.pieces:
                mask[piece.start : piece.end] = b"\x01" * piece.length
    return mask


def quotation_problems(quotations: Iterable[Quotation]) -> tuple[Problem, ...]:
    """A doubt for each quotation whose closing mark is missing."""
    message = "The quotation that opens here is not closed; it is read to the end of its paragraph or the next mark."
    return tuple(
        Problem("quotation-unclosed", message, quotation.span.start, quotation.span.end)
        for quotation in quotations
        if not quotation.closed
    )
