"""The words of one match of the grammar, and what they are worth as numbers, units and days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

from rejoinder.reading.dates.lexicon import load_lexicon
from rejoinder.reading.dates.meaning import Point, Toward
from rejoinder.reading.dates.words import Words

LEAP_YEAR = 2000
TOWARD = {
    "LAST": Toward.LAST,
    "PAST": Toward.LAST,
    "THIS": Toward.THIS,
    "CURRENT": Toward.THIS,
    "NEXT": Toward.NEXT,
    "COMING": Toward.COMING,
    "FOLLOWING": Toward.FOLLOWING,
    "PREVIOUS": Toward.PREVIOUS,
}
STEPS = {Toward.LAST: -1, Toward.THIS: 0, Toward.NEXT: 1, Toward.COMING: 1, Toward.PREVIOUS: -1, Toward.FOLLOWING: 1}
HALF_OF = {"TH": "PT30M", "TM": "PT30S", "Y": "P6M"}
PERIODS = {"TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S", "E": "P{}E", "C": "P{}C"}
HALVES = {"Y": "P{}Y6M", "TH": "PT{}H30M", "TM": "PT{}M30S"}
"""Values of "two and a half years" and the like."""


@dataclass(frozen=True, slots=True)
class Found:
    """The words of one match: tokens ``first`` to ``last`` (not included) of ``words``."""

    words: Words
    first: int
    last: int

    def at(self, *kinds: str) -> list[int]:
        """Where the tokens of these classes stand."""
        return [index for index in range(self.first, self.last) if self.words.kinds[index] in kinds]

    def has(self, *kinds: str) -> bool:
        return bool(self.at(*kinds))

    def shown(self, *kinds: str) -> list[str]:
        """The words of these classes as they stand."""
        return [self.words.shown(index) for index in self.at(*kinds)]

    def values(self, *kinds: str) -> list[int]:
        """What the words of these classes are worth as numbers."""
        return [self._worth(index) for index in self.at(*kinds)]

    def codes(self, *kinds: str) -> list[str]:
        """The TIMEX3 codes of the words of these classes ("D" for "days")."""
        return [str(load_lexicon().values[self.words.word(index)]) for index in self.at(*kinds)]

    def value(self, *kinds: str) -> int | None:
        found = self.values(*kinds)
        return found[0] if found else None

    def code(self, *kinds: str) -> str | None:
        found = self.codes(*kinds)
        return found[0] if found else None

    @property
    def is_one(self) -> bool:
        """Whether the amount is one: "a year", "one year"."""
        counts = self.values("CARD", "BIGCARD", "DNUM", "NUM", "YEARNUM")
        return counts == [1] or (self.has("A") and not counts)

    @property
    def toward(self) -> Toward | None:
        for index in range(self.last - 1, self.first - 1, -1):
            if self.words.kinds[index] in TOWARD:
                return TOWARD[self.words.kinds[index]]
        return None

    def _worth(self, index: int) -> int:
        word = self.words.word(index)
        if word in load_lexicon().values:
            return int(load_lexicon().values[word])
        if self.words.kinds[index] == "YEARNUM" and len(word) == 3:  # "'97"
            return int(word[1:]) + (1900 if word[1] >= "5" else 2000)
        return int("".join(sign for sign in word if sign in "0123456789"))


def make_point(year: int | None, month: int | None, day: int | None, weekday: int | None = None) -> Point | None:
    """A point of the calendar; None where there is no such day."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= (monthrange(year or LEAP_YEAR, month)[1] if month else 31):
        return None
    return Point(year, month, day, weekday)


def amount_of(found: Found) -> float | None:
    """The amount of a duration; None where it is vague. "A" is one, "couple" two."""
    if found.has("VAGUE"):
        return None
    figures = found.shown("DNUM", "NUM", "DEC", "YEARNUM")
    if figures:
        return _figure(figures[0]) + _fraction(found)
    words = found.values("CARD", "BIGCARD")
    if words:
        return _spell(words)
    worth = (("COUPLE", 2.0), ("FRAC", _fraction(found)), ("HALF", 0.5), ("A", 1.0), ("ANOTHER", 1.0))
    return next((amount for kind, amount in worth if found.has(kind)), None)


def _figure(words: str) -> float:
    try:
        return float(words.replace(",", ""))
    except ValueError:  # "1.2.3"
        return float(words.split(".", maxsplit=1)[0].replace(",", ""))


def _fraction(found: Found) -> float:
    parts = found.shown("FRAC")
    if not parts or parts[0].endswith("0"):
        return 0.0
    above, below = parts[0].split("/")
    return int(above) / int(below)


def _spell(words: list[int]) -> float:
    """ "two hundred and ten" is 210; "two three" stops at two."""
    total = words[0]
    for word in words[1:]:
        if word in (12, 100, 1000) and total < word:
            total *= word
        elif (total >= 20 and total % 10 == 0 and word < 10) or (total % 100 == 0 and word < 100):
            total += word
        else:
            break
    return float(total)


def period_value(unit: str, amount: float | None) -> str:
    """The TIMEX3 value of a duration: P90D, PT3H, P10Y for a decade, PXW where the amount is unknown."""
    if unit == "F":
        unit, amount = "W", None if amount is None else amount * 2
    if unit in "EC" and amount is not None:
        unit, amount = "Y", amount * (10 if unit == "E" else 100)
    if amount == 0.5 and unit in HALF_OF:
        return HALF_OF[unit]
    if amount is not None and amount != int(amount) and (amount * 2).is_integer() and unit in HALVES:
        return HALVES[unit].format(int(amount))
    shown = "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))
    return PERIODS.get(unit, "P{}" + unit).format(shown)
