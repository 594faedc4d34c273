"""Text -> what the tagger's encoder is fed: word pieces, their offsets, and a mark for each.

The encoder's vocabulary is uncased and blind to line breaks, so each piece carries a mark that says what
the vocabulary loses: its letter shape, whether it stands inside quotation marks, and the break before it.
The same function serves training and reading: a change here asks for a new model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

SHAPES = 7
BREAKS = 3
MARKS = SHAPES * 2 * BREAKS
"""How many marks there are: shape (7) x inside quotation marks (2) x break before the piece (3)."""

_LOWER, _TITLE, _UPPER, _MIXED, _DIGIT, _PUNCTUATION, _OTHER = range(SHAPES)
_OPENING = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’"}
_TURN = re.compile("[{}]".format("".join({*_OPENING, *"".join(_OPENING.values()), "\n"})))


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text in word pieces: ``ids`` and ``marks`` (int64, one a piece) and ``offsets`` (n x 2 code points)."""

    ids: NDArray[np.int64]
    marks: NDArray[np.int64]
    offsets: NDArray[np.int64]


def encode(text: str, tokenizer: Tokenizer) -> Encoded:
    """The pieces of ``text``, without special tokens."""
    return encode_all([text], tokenizer)[0]


def encode_all(texts: list[str], tokenizer: Tokenizer) -> list[Encoded]:
    """The pieces of each text, without special tokens."""
    found = []
    for text, encoding in zip(texts, tokenizer.encode_batch(texts, add_special_tokens=False), strict=True):
        offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        ids = np.array(encoding.ids, dtype=np.int64)
        found.append(Encoded(ids, marks_of(text, encoding.offsets), offsets))
    return found


def marks_of(text: str, offsets: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """The mark of each piece: ``(shape * 2 + quoted) * 3 + break``."""
    quoted = quoted_mask(text)
    marks: list[int] = []
    before = 0
    for start, end in offsets:
        lines = min(text.count("\n", before, start), 2) if before < start or marks else 2
        inside = quoted[start] if start < len(quoted) else 0
        marks.append((shape_of(text[start:end]) * 2 + inside) * BREAKS + lines)
        before = end
    return np.array(marks, dtype=np.int64)


@lru_cache(16_384)
def shape_of(word: str) -> int:
    """The letter shape of a piece: lower, title, upper, mixed, digit, punctuation, other."""
    if word.islower():
        return _LOWER
    if word.isupper():
        return _TITLE if len(word) == 1 else _UPPER
    if word.istitle():
        return _TITLE
    if word.isdigit():
        return _DIGIT
    if word.isalpha():
        return _MIXED
    return _OTHER if any(char.isalnum() for char in word) else _PUNCTUATION


def quoted_mask(text: str) -> bytearray:
    """One byte a code point: 1 inside quotation marks, the marks included. A blank line closes a quotation.

    A coarse signal for the encoder, in one pass; ``reading.quotations`` knows quotations exactly.
    """
    mask = bytearray(len(text))
    closing = ""
    opened = 0
    padded = f" {text} "
    for match in _TURN.finditer(text):
        index, char = match.start(), match.group()
        if closing:
            if char in closing and not (char == "’" and padded[index + 2].isalnum()):
                mask[opened : index + 1] = b"\x01" * (index + 1 - opened)
                closing = ""
            elif char == "\n" and padded[index + 2] == "\n":
                mask[opened:index] = b"\x01" * (index - opened)
                closing = ""
        elif char in _OPENING and not (char == "‘" and padded[index].isalnum()):
            closing, opened = _OPENING[char], index
    if closing:
        mask[opened:] = b"\x01" * (len(text) - opened)
    return mask


def windows(marks: NDArray[np.int64], size: int) -> list[tuple[int, int]]:
    """Windows of at most ``size`` pieces that together cover a text: [(start, end), ...].

    A window ends where a paragraph does, so that none is cut in two; only within a paragraph that fills more
    than half a window do two windows overlap, by a quarter.
    """
    breaks = np.flatnonzero(marks % BREAKS == BREAKS - 1)
    found, start, length = [], 0, len(marks)
    while start < length:
        end = min(start + size, length)
        following = end
        if end < length:
            edges = breaks[np.searchsorted(breaks, start + size // 2) : np.searchsorted(breaks, end, "right")]
            end = following = int(edges[-1]) if len(edges) else end
            if not len(edges):
                following = end - size // 4
        found.append((start, end))
        start = following
    return found
