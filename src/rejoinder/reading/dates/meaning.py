"""What the words of a date mean before anybody knows the day on which they were spoken.

A meaning is one of the small frozen types below; ``TimePhrase`` ties it to its words. Units are the
letters of TIMEX3: D W M Q Y, E (decade), C (century), WE (weekend), F (fortnight), and TH TM TS for
hours, minutes and seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from rejoinder.model import Span, TimexType


class Toward(StrEnum):
    """Where a phrase says that its day lies: "last", "this", "next", "coming"; "previous" and "following" count from
    the date last mentioned."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    COMING = "coming"
    PREVIOUS = "previous"
    FOLLOWING = "following"


class Edge(StrEnum):
    """A part of a stretch of time."""

    START = "START"
    MID = "MID"
    END = "END"
    LAST_DAY = "last day"
    FIRST_DAY = "first day"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    SO_FAR = "earlier"
    STILL = "later"


@dataclass(frozen=True, slots=True)
class Point:
    """A date of the calendar, whole or in part. ``years`` moves the year of speaking ("May last year"), or with
    ``from_text`` that of the date last mentioned ("May of that year")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    toward: Toward | None = None
    years: int | None = None
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """A stretch from one date to another ("10-12 January"), both included."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Either:
    """A date in figures with two readings: day first and month first."""

    day_first: Point
    month_first: Point


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (1 Monday to 7 Sunday). ``weeks`` moves the week of speaking ("Monday last week")."""

    number: int
    toward: Toward | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A named stretch: ``unit`` Q, S (season), H (half), W (ISO week), E (decade) or C (century)."""

    unit: str
    number: int | str
    year: int | None = None
    toward: Toward | None = None
    years: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """``amount`` units from the day of speaking; ``from_text`` from the date last mentioned instead, and ``told`` too
    where a past is told ("the next year he came back")."""

    unit: str
    amount: int
    from_text: bool = False
    counted: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day ("the week of 24 January"), or the weekend nearest to it ("Labor Day weekend")."""

    day: Point | Holiday
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by its name."""

    name: str
    year: int | None = None
    toward: Toward | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration: ``amount`` None is vague ("several days"). ``working`` counts working days."""

    unit: str
    amount: float | None
    working: bool = False


@dataclass(frozen=True, slots=True)
class Repeating:
    """A set of times; ``value`` is its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: ``clock`` is the part of the value behind the day ("T14:30", "TMO"); ``day`` None is open."""

    clock: str
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The first, second ... (-1: the last) day, week, weekend or month of a stretch, or the so-manyth ``weekday`` in it
    ("the first Monday of April")."""

    number: int
    unit: str
    whole: Day
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """``amount`` units counted from a day that is named ("a week from Tuesday")."""

    unit: str
    amount: int
    base: Day


@dataclass(frozen=True, slots=True)
class Part:
    """A part of another stretch: "early March", "the end of next year", "earlier this month"."""

    edge: Edge
    whole: Day


Day: TypeAlias = (
    Point
    | Between
    | Either
    | Weekday
    | Stretch
    | Shift
    | WeekOf
    | Holiday
    | Reference
    | Lasting
    | Repeating
    | Clock
    | Part
    | Nth
    | Step
)
Meaning: TypeAlias = Day


def type_of(meaning: Meaning) -> TimexType:
    """The TIMEX3 type of a meaning."""
    match meaning:
        case Part(whole=whole):
            return type_of(whole)
        case Clock():
            return TimexType.TIME
        case Lasting():
            return TimexType.DURATION
        case Repeating():
            return TimexType.SET
        case _:
            return TimexType.DATE


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Words that denote a time, not yet resolved. ``lead`` is the preposition before them ("by", "until",
    "since", "within", ...; lower case, or empty); ``rule`` names the pattern that found them."""

    start: int
    end: int
    exact: str
    meaning: Meaning
    rule: str
    lead: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def type(self) -> TimexType:
        return type_of(self.meaning)
