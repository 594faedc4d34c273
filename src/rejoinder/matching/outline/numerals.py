"""The numbers of items: a number as printed in, the ways in which it can be read out.

``(i)`` is a letter after ``(h)`` and a Roman numeral before ``(ii)``: both readings are kept until the place decides.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rejoinder.matching.tables import table

Value = tuple[int, ...]
_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PLAIN = re.compile(r"(\d{1,4})(?:\s?-?\s?([a-z]{1,9}))?")


class Reading(NamedTuple):
    """One way to read a number: the family of numbers it is from, and its value there.

    ``family``  ``number``, ``decimal``, ``letter``, ``LETTER``, ``roman``, ``ROMAN``
    ``value``   parts that compare as the numbers do; ``4 bis`` is (4, 1), ``1.2`` the decimal (1, 2)
    """

    family: str
    value: Value


def read_number(printed: str) -> tuple[Reading, ...]:
    """All readings of a number without the marks around it; none if it is no number."""
    if re.fullmatch(r"\d{1,4}(?:\.\d{1,4})+", printed):
        return (Reading("decimal", tuple(int(part) for part in printed.split("."))),)
    if plain := _PLAIN.fullmatch(printed.lower()):
        inserted = _inserted(plain[2])
        return () if inserted is None else (Reading("number", (int(plain[1]), inserted)),)
    if not printed.isalpha() or not printed.isascii():
        return ()
    return _letters(printed)


def read_word(printed: str) -> tuple[Reading, ...]:
    """The reading of a number that is written out: ``One``, ``FIRST``, ``Twenty-two``."""
    value = _words().get("-".join(printed.lower().replace("-", " ").split()))
    return (Reading("number", (value, 0)),) if value else ()


def follows(last: Value, value: Value) -> bool:
    """Whether ``value`` is the next number after ``last``: 5 or 4 bis after 4; 1.3 or 2.1 after 1.2."""
    if len(last) != len(value):
        return False
    return any(
        value[:at] == last[:at] and value[at] == last[at] + 1 and all(part <= 1 for part in value[at + 1 :])
        for at in range(len(value))
    )


def is_first(reading: Reading) -> bool:
    """Whether a list can open with this number."""
    if reading.family == "decimal":
        return reading.value[-1] == 1
    return reading.value in ((1,), (1, 0))


def _letters(printed: str) -> tuple[Reading, ...]:
    lower = printed.lower()
    if printed not in (lower, printed.upper()):
        return ()
    upper = printed != lower
    readings = []
    if len(set(lower)) == 1 and len(lower) <= 2:
        readings.append(Reading("LETTER" if upper else "letter", (ord(lower[0]) - 96 + 26 * (len(lower) - 1),)))
    if _ROMAN.fullmatch(lower):
        readings.append(Reading("ROMAN" if upper else "roman", (_roman_value(lower),)))
    return tuple(readings)


def _roman_value(lower: str) -> int:
    digits = [_DIGITS[letter] for letter in lower]
    return sum(-here if here < after else here for here, after in zip(digits, [*digits[1:], 0], strict=True))


def _inserted(suffix: str | None) -> int | None:
    """Which place between two numbers a suffix stands for: bis and a the first, ter and b the second."""
    if suffix is None:
        return 0
    latin: list[str] = table("outline")["numbers"]["latin"]
    if suffix in latin:
        return latin.index(suffix) + 1
    return ord(suffix) - 96 if len(suffix) == 1 else None


@cache
def _words() -> dict[str, int]:
    numbers = table("outline")["numbers"]
    return {word: at + 1 for name in ("words", "ordinals") for at, word in enumerate(numbers[name])}
