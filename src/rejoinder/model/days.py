"""Calendar days: an interval, and an expression that denotes one.

Types and values follow TimeML (ISO 24617-1, TIMEX3). An expression keeps its words as said beside the
interval it is read as; what is vague has no interval.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rejoinder.model.passages import Span


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Interval:
    """Calendar days from ``earliest`` to ``latest``, both included; None is open or unknown."""

    earliest: date | None
    latest: date | None

    @classmethod
    def day(cls, day: date) -> Interval:
        return cls(day, day)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: the words, the type, the TIMEX3 value (None when none can be given), the interval
    (None for what is vague, a duration, or hangs on an unknown anchor) and the rule that gave it."""

    start: int
    end: int
    exact: str
    type: TimexType
    value: str | None
    interval: Interval | None
    rule: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
