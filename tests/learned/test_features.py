"""What the encoder is fed: pieces with their offsets, their marks, and the windows over them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from rejoinder.learned.features import BREAKS, MARKS, encode, encode_all, marks_of, quoted_mask, shape_of, windows

LOWER, TITLE, UPPER, MIXED, DIGIT, PUNCTUATION, OTHER = range(7)


def tokenizer() -> Tokenizer:
    """Word pieces of a tiny vocabulary: "talks" is cut in two, what is unknown is 0."""
    vocabulary = {
        piece: number for number, piece in enumerate(["[UNK]", "the", "talk", "##s", "said", '"', "“", "”", "."])
    }
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - a piece, no password
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


TOKENIZER = tokenizer()


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        *[("talks", LOWER), ("don't", LOWER), ("é", LOWER), ("Talks", TITLE), ("A", TITLE), ("NATO", UPPER)],
        *[("U.S", UPPER), ("McKay", MIXED), ("漢字", MIXED), ("2022", DIGIT), ("²", DIGIT), ("½", OTHER)],
        *[('"', PUNCTUATION), ("—", PUNCTUATION), ("", PUNCTUATION), ("12%", OTHER)],
    ],
)
def test_the_letter_shape_of_a_piece(word: str, shape: int) -> None:
    assert shape_of(word) == shape


# text | what stands within quotation marks is given in capitals
QUOTED = [
    ('he said "we go" now', 'he said "WE GO" now'),
    ("“we go” he said “on", "“WE GO” he said “ON"),
    ("„wir“ «nous» ‘they’", "„WIR“ «NOUS» ‘THEY’"),
    ("‘the workers’ demands’", "‘THE WORKERS’ demands’"),
    ("‘don’t go’ he said", "‘DON’T GO’ he said"),
    ("don‘t go", "don‘t go"),
    ('"one\ntwo\n\nthree"', '"ONE\nTWO\n\nthree"'),
    ("no ” at all", "no ” at all"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "shown"), QUOTED)
def test_what_stands_within_quotation_marks(text: str, shown: str) -> None:
    mask = quoted_mask(text)
    assert "".join(char.upper() if inside else char for char, inside in zip(text, mask, strict=True)) == shown


@given(st.text(st.sampled_from("a “”‘’\"„«»\n'")))
def test_any_text_has_a_mask_that_a_blank_line_ends(text: str) -> None:
    mask = quoted_mask(text)
    assert len(mask) == len(text)
    assert set(mask) <= {0, 1}
    assert not any(mask[index] and text[index : index + 2] == "\n\n" for index in range(len(text)))


def test_pieces_stand_at_their_offsets_with_their_marks() -> None:
    text = 'The talks.\n"The talks\n\nsaid" X'
    encoded = encode(text, TOKENIZER)
    assert [text[start:end] for start, end in encoded.offsets] == [
        *("The", "talk", "s", ".", '"', "The", "talk", "s", "said", '"', "X"),
    ]
    assert encoded.ids.tolist() == [1, 2, 3, 8, 5, 1, 2, 3, 4, 5, 0]
    shapes, rest = np.divmod(encoded.marks, 2 * BREAKS)
    inside, breaks = np.divmod(rest, BREAKS)
    assert shapes.tolist() == [TITLE, 0, 0, PUNCTUATION, PUNCTUATION, TITLE, 0, 0, 0, PUNCTUATION, TITLE]
    assert inside.tolist() == [0, 0, 0, 0, 1, 1, 1, 1, 0, 1, 1]
    assert breaks.tolist() == [2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0]


def test_texts_are_encoded_in_their_order_the_empty_one_too() -> None:
    first, empty, last = encode_all(["The talks", "", "said"], TOKENIZER)
    assert (len(first.ids), len(empty.ids), empty.offsets.shape, last.ids.tolist()) == (3, 0, (0, 2), [4])


@given(st.text(max_size=60))
def test_any_text_has_marks_in_range_and_offsets_in_order(text: str) -> None:
    encoded = encode(text, TOKENIZER)
    assert len(encoded.ids) == len(encoded.marks) == len(encoded.offsets)
    assert all(0 <= mark < MARKS for mark in encoded.marks)
    assert all(0 <= start <= end <= len(text) for start, end in encoded.offsets)
    assert all(before[0] <= after[0] for before, after in pairwise(encoded.offsets.tolist()))


def test_a_piece_beyond_the_text_is_not_quoted() -> None:
    assert marks_of('"', [(0, 1), (1, 1)]).tolist() == [
        (PUNCTUATION * 2 + 1) * BREAKS + 2,
        PUNCTUATION * 2 * BREAKS,
    ]


def marks(*paragraphs: int) -> np.ndarray:
    """Marks of paragraphs of so many pieces."""
    return np.array([2 if piece == 0 else 0 for length in paragraphs for piece in range(length)], dtype=np.int64)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((), []),
        ((5,), [(0, 5)]),
        ((8,), [(0, 8)]),
        ((5, 5), [(0, 5), (5, 10)]),
        ((2, 3, 2, 5), [(0, 7), (7, 12)]),
        # no paragraph ends in the second half of the window: two windows overlap by a quarter
        ((12,), [(0, 8), (6, 12)]),
        ((3, 12), [(0, 8), (6, 14), (12, 15)]),
    ],
)
def test_windows_end_where_paragraphs_do(paragraphs: tuple[int, ...], expected: list[tuple[int, int]]) -> None:
    assert windows(marks(*paragraphs), 8) == expected


@given(st.lists(st.integers(1, 30), max_size=12), st.integers(4, 16))
def test_windows_cover_every_piece_and_none_is_too_long(paragraphs: list[int], size: int) -> None:
    length = sum(paragraphs)
    found = windows(marks(*paragraphs), size)
    assert {piece for start, end in found for piece in range(start, end)} == set(range(length))
    assert all(0 < end - start <= size for start, end in found)
    assert all(before[0] < after[0] for before, after in pairwise(found))
