"""How numbers can be read, and which one comes after which."""

from __future__ import annotations

import pytest

from rejoinder.matching.outline.numerals import Reading, follows, is_first, read_number, read_word


@pytest.mark.parametrize(
    ("printed", "readings"),
    [
        ("4", [("number", (4, 0))]),
        ("4 bis", [("number", (4, 1))]),
        ("4ter", [("number", (4, 2))]),
        ("4a", [("number", (4, 1))]),
        ("4th", []),
        ("1.2.3", [("decimal", (1, 2, 3))]),
        ("b", [("letter", (2,))]),
        ("bb", [("letter", (28,))]),
        ("B", [("LETTER", (2,))]),
        ("i", [("letter", (9,)), ("roman", (1,))]),
        ("IV", [("ROMAN", (4,))]),
        ("xcix", [("roman", (99,))]),
        ("iiii", []),
        ("Iv", []),
        ("word", []),
        ("é", []),
        ("1-2", []),
    ],
)
def test_a_number_has_all_its_readings(printed: str, readings: list[tuple[str, tuple[int, ...]]]) -> None:
    assert list(read_number(printed)) == readings


@pytest.mark.parametrize(
    ("printed", "value"),
    [("One", 1), ("TWELVE", 12), ("Twenty two", 22), ("twenty-two", 22), ("Third", 3), ("Many", None)],
)
def test_numbers_are_written_out(printed: str, value: int | None) -> None:
    assert read_word(printed) == ((Reading("number", (value, 0)),) if value else ())


@pytest.mark.parametrize(
    ("last", "value", "next_one"),
    [
        ((4, 0), (5, 0), True),
        ((4, 0), (4, 1), True),
        ((4, 1), (4, 2), True),
        ((4, 1), (5, 0), True),
        ((4, 0), (6, 0), False),
        ((4, 0), (4, 0), False),
        ((1, 2), (1, 3), True),
        ((1, 2), (2, 1), True),
        ((1, 2), (2, 2), False),
        ((1, 2), (1, 2, 1), False),
        ((8,), (9,), True),
    ],
)
def test_what_comes_next(last: tuple[int, ...], value: tuple[int, ...], next_one: bool) -> None:
    assert follows(last, value) is next_one


@pytest.mark.parametrize(
    ("printed", "first"), [("1", True), ("2", False), ("a", True), ("2.1", True), ("1.2", False), ("1a", False)]
)
def test_what_can_open_a_list(printed: str, first: bool) -> None:
    assert any(is_first(reading) for reading in read_number(printed)) is first
