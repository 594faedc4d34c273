"""Long stories in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.learned.endpoint.pieces import cut_pieces
from rejoinder.model import Span

TEXT = "A headline.\n\nShare\n\nOne sentence here. Another one.\n\nThe end is near."
BLOCKS = [Span(0, 11), Span(20, 51), Span(53, 69)]


def test_a_short_story_is_one_piece_without_what_stands_around_it() -> None:
    (piece,) = cut_pieces(TEXT, BLOCKS)
    assert piece.text == "A headline.\n\nOne sentence here. Another one.\n\nThe end is near."
    assert piece.span == (0, 69)


def test_pieces_are_cut_between_paragraphs_then_sentences_then_words() -> None:
    assert [piece.text for piece in cut_pieces(TEXT, BLOCKS, 45)] == [
        "A headline.\n\nOne sentence here. Another one.",
        "The end is near.",
    ]
    assert [piece.text for piece in cut_pieces(TEXT, BLOCKS, 20)] == [
        "A headline.",
        "One sentence here.",
        "Another one.",
        "The end is near.",
    ]
    assert [piece.text.strip() for piece in cut_pieces(TEXT, BLOCKS[2:], 9)] == ["The end", "is near."]


def test_a_story_without_blocks_has_no_piece() -> None:
    assert cut_pieces("", []) == []


@given(st.text(alphabet="ab. ", min_size=1, max_size=80).filter(str.strip), st.integers(1, 20))
def test_nothing_is_lost_and_no_piece_is_longer(text: str, size: int) -> None:
    block = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    pieces = cut_pieces(text, [block], size)
    assert "".join("".join(piece.text.split()) for piece in pieces) == "".join(text.split())
    assert all(sum(part.length for part in piece.blocks) <= size for piece in pieces)
