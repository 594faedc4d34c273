"""From the words of a match to a meaning: one small function per pattern of the grammar.

Each takes the words found and returns what they mean, or None where they are no time after all.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

from rejoinder.reading.dates.lexicon import load_lexicon
from rejoinder.reading.dates.meaning import (
    Between,
    Clock,
    Day,
    Either,
    Holiday,
    Lasting,
    Meaning,
    Point,
    Reference,
    Repeating,
    Shift,
    Stretch,
    Toward,
    Weekday,
    WeekOf,
)
from rejoinder.reading.dates.words import Words

LEAP_YEAR = 2000
TOWARD = {
    "LAST": Toward.LAST,
    "PAST": Toward.LAST,
    "THIS": Toward.THIS,
    "CURRENT": Toward.THIS,
    "NEXT": Toward.NEXT,
    "COMING": Toward.COMING,
    "FOLLOWING": Toward.COMING,
    "PREVIOUS": Toward.PREVIOUS,
}
STEPS = {Toward.LAST: -1, Toward.THIS: 0, Toward.NEXT: 1, Toward.COMING: 1, Toward.PREVIOUS: -1}
PERIODS = {"TH": "PT{}H", "TM": "PT{}M", "TS": "PT{}S", "E": "P{}E", "C": "P{}C"}


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
    def toward(self) -> Toward | None:
        for index in range(self.last - 1, self.first - 1, -1):
            if self.words.kinds[index] in TOWARD:
                return TOWARD[self.words.kinds[index]]
        return None

    def _worth(self, index: int) -> int:
        word = self.words.word(index)
        if word in load_lexicon().values:
            return int(load_lexicon().values[word])
        return int("".join(sign for sign in word if sign in "0123456789"))


def make_point(year: int | None, month: int | None, day: int | None, weekday: int | None = None) -> Point | None:
    """A point of the calendar; None where there is no such day."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= (monthrange(year or LEAP_YEAR, month)[1] if month else 31):
        return None
    return Point(year, month, day, weekday)


def iso_date(found: Found) -> Meaning | None:
    words = found.shown("ISO")[0]
    year, month, day = int(words[:4]), int(words[5:7]), int(words[8:10])
    point = make_point(year, month, day) if year else None
    if point is None or len(words) == 10:
        return point
    return Clock(words[10:].removesuffix("Z").removesuffix(":00") + ("Z" if words.endswith("Z") else ""), point)


def slash_date(found: Found) -> Meaning | None:
    first, second, year = (int(part) for part in found.shown("SLASH")[0].replace(".", "/").split("/"))
    year = year if year >= 100 else year + (2000 if year < 70 else 1900)
    day_first = make_point(year, second, first) if year <= 9999 else None
    month_first = make_point(year, first, second)
    if day_first and month_first and first != second:
        return Either(day_first, month_first)
    return day_first or month_first


def point(found: Found) -> Meaning | None:
    day = found.value("DNUM", "ORDNUM") or found.value("ORDW")
    made = make_point(found.value("YEARNUM"), found.value("MONTH", "MABBR"), day, found.value("WEEKDAY", "WDABBR"))
    if made is None or made.year:
        return made
    return Point(None, made.month, made.day, made.weekday, found.toward)


def month_of_year(found: Found) -> Meaning | None:
    """ "January this year", "17 May last year"."""
    made = make_point(None, found.value("MONTH", "MABBR"), found.value("DNUM", "ORDNUM"))
    if made is None or found.code("UNIT") != "Y":
        return None
    return Point(None, made.month, made.day, years=STEPS[found.toward or Toward.THIS])


def month_named(found: Found) -> Meaning | None:
    """ "the month of May"."""
    return point(found) if found.code("UNIT") == "M" else None


def between_days(found: Found) -> Meaning | None:
    days, month, year = found.values("DNUM", "ORDNUM"), found.value("MONTH", "MABBR"), found.value("YEARNUM")
    first, last = make_point(year, month, days[0]), make_point(year, month, days[1])
    return Between(first, last) if first and last and days[0] < days[1] else None


def between_dates(found: Found) -> Meaning | None:
    days, months, years = found.values("DNUM", "ORDNUM"), found.values("MONTH", "MABBR"), found.values("YEARNUM")
    last = make_point(years[-1] if years else None, months[1], days[1])
    first = make_point(years[0] if years else None, months[0], days[0])
    return Between(first, last) if first and last else None


def between_months(found: Found) -> Meaning | None:
    months, year = found.values("MONTH", "MABBR"), found.value("YEARNUM")
    return Between(Point(year, months[0]), Point(year, months[1])) if months[0] < months[1] else None


def year(found: Found) -> Meaning | None:
    if found.has("UNIT") and found.code("UNIT") != "Y":
        return None
    return Point(found.value("YEARNUM"))


def between_years(found: Found) -> Meaning | None:
    numbers = found.values("YEARNUM", "DNUM", "NUM")
    last = numbers[1] if numbers[1] >= 100 else numbers[0] - numbers[0] % 100 + numbers[1]
    return Between(Point(numbers[0]), Point(last)) if numbers[0] < last <= 2199 else None


def fiscal_year(found: Found) -> Meaning | None:
    return Stretch("Y", 0, found.value("YEARNUM"), fiscal=True) if found.code("UNIT") in ("Y", None) else None


def spoken_year(found: Found) -> Meaning | None:
    """ "nineteen ninety-four", "the year two thousand"; None for any other row of numbers."""
    numbers = found.values("CARD")
    if numbers == [2, 1000] and found.code("UNIT") == "Y":
        return Point(2000)
    if numbers[0] not in (18, 19, 20) or numbers[1] < 10 or numbers[1] > 90 or sum(numbers[1:]) > 99:
        return None
    small = numbers[2:]
    if len(small) > 1 or (small and (numbers[1] < 20 or small[0] > 9)):
        return None
    return Point(numbers[0] * 100 + sum(numbers[1:]))


def decade(found: Found) -> Meaning | None:
    number = found.value("DECADE", "DECADEW") or 0
    return Stretch("E", (number if number >= 100 else 1900 + number) // 10)


def century(found: Found) -> Meaning | None:
    number = found.value("ORDW", "ORDNUM") or 0
    return Stretch("C", number - 1) if found.code("UNIT") == "C" and 1 <= number <= 22 else None


def _year_of(found: Found) -> tuple[int | None, int | None]:
    """The year of a stretch: as a number, or as steps from the year of speaking."""
    steps = STEPS[found.toward] if found.toward and "Y" in found.codes("UNIT") else None
    return found.value("YEARNUM"), steps


def quarter(found: Found) -> Meaning | None:
    year, years = _year_of(found)
    fiscal = found.has("FISCAL")
    if found.has("QTR"):
        return Stretch("Q", int(found.shown("QTR")[0][1]), year, years=years)
    if "Q" not in found.codes("UNIT"):
        return None
    number = found.value("ORDW")
    if number is None:
        return Stretch("Q", 0, year, years=years, fiscal=fiscal)
    return Stretch("Q", number, year, years=years, fiscal=fiscal) if number <= 4 else None


def half(found: Found) -> Meaning | None:
    year, years = _year_of(found)
    number = found.value("ORDW") or 0
    if number > 2 or (found.has("UNIT") and found.code("UNIT") != "Y"):
        return None
    return Stretch("H", number, year, years=0 if years is None and year is None else years)


def season(found: Found) -> Meaning | None:
    """A season; "the fall" and "the spring" only where a preposition of time stands before them."""
    code = found.code("SEASON") or ""
    if found.words.kind(found.first) == "THE" and not found.has("YEARNUM") and found.words.word(found.last - 1) in ("fall", "spring"):
        if found.words.kind(found.first - 1) not in ("IN", "BY", "SINCE", "UNTIL", "EARLY", "LATE", "DURING"):
            return None
    return Stretch("S", code, found.value("YEARNUM"), found.toward)


def numbered_week(found: Found) -> Meaning | None:
    number = found.value("DNUM") or 0
    if found.code("UNIT") != "W" or not found.has("YEARNUM"):
        return None
    return Stretch("W", number, found.value("YEARNUM"))


def week_of(found: Found) -> Meaning | None:
    made = point(found)
    return WeekOf(made) if isinstance(made, Point) and found.code("UNIT") == "W" else None


def shifted(found: Found) -> Meaning | None:
    """ "last week", "this year", "the current fiscal year", "next weekend"."""
    toward = found.toward
    if found.has("PERIOD") or (found.has("UNIT") and found.code("UNIT") == "D"):
        return None
    steps = STEPS[toward or Toward.THIS]
    if found.has("WEEKEND"):
        return Shift("WE", steps)
    if found.has("FISCAL"):
        return Stretch("Y", 0, years=steps, fiscal=True) if found.code("UNIT") == "Y" else None
    return Shift(found.code("UNIT") or "", steps, from_text=found.has("FOLLOWING", "PREVIOUS"))


def text_stretch(found: Found) -> Meaning | None:
    """ "that year", "the latest quarter", "the month": the stretch that the text is about."""
    unit = found.code("UNIT")
    if found.has("PERIOD"):
        return Shift("Q", 0, from_text=True)
    if unit == "D" and not found.has("SAME", "THAT"):
        return None
    return Shift(unit or "", 0, from_text=True)


def year_before(found: Found) -> Meaning | None:
    """ "the year-ago quarter", "year-earlier": the stretch that the text is about, a year before."""
    return Shift("YQ", -1, from_text=True) if found.codes("UNIT")[:1] == ["Y"] else None


def weekend(found: Found) -> Meaning | None:
    return Shift("WE", 0) if found.has("THIS") else Stretch("WE", 0)


def year_end(found: Found) -> Meaning | None:
    return Point(None, 12, None) if found.code("UNIT") == "Y" else None


def weekday(found: Found) -> Meaning | None:
    number = found.value("WEEKDAY", "WDABBR") or 0
    if found.has("WDABBR") and found.toward is None:
        return None
    return Weekday(number, found.toward)


def weekday_of_week(found: Found) -> Meaning | None:
    """ "Wednesday last week", "Monday of next week"."""
    if found.code("UNIT") != "W" or found.toward is None:
        return None
    return Weekday(found.value("WEEKDAY", "WDABBR") or 0, weeks=STEPS[found.toward])


def day_word(found: Found) -> Meaning | None:
    return Shift("D", found.value("DAYWORD") or 0)


def day_beyond(found: Found) -> Meaning | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    step, day = (-1 if found.has("BEFORE") else 1), found.value("DAYWORD") or 0
    return Shift("D", day + step) if found.code("UNIT") == "D" else None


def next_in_text(found: Found) -> Meaning | None:
    """ "the day before", "the following month": a step from the date last mentioned."""
    if found.has("SAME"):
        return Shift(found.code("UNIT") or "", 0, from_text=True)
    step = -1 if found.has("BEFORE", "EARLIER", "PREVIOUS") else 1
    unit = found.code("UNIT") or ""
    in_text = unit == "D" or not found.has("NEXT")
    return Shift(unit, step, from_text=in_text)


def amount_of(found: Found) -> float | None:
    """The amount of a duration; None where it is vague. "A" is one, "couple" two."""
    if found.has("VAGUE"):
        return None
    if found.has("COUPLE"):
        return 2
    figures = found.shown("DNUM", "NUM", "DEC", "YEARNUM")
    if figures:
        return _figure(figures[0]) + _fraction(found)
    words = found.values("CARD")
    if words:
        return _spell(words)
    if found.has("FRAC"):
        return _fraction(found)
    if found.has("HALF"):
        return 0.5
    return 1 if found.has("A", "ANOTHER") else None


def _figure(words: str) -> float:
    try:
        return float(words.replace(",", ""))
    except ValueError:  # "1.2.3"
        return float(words.split(".")[0].replace(",", ""))


def _fraction(found: Found) -> float:
    parts = found.shown("FRAC")
    if not parts or parts[0].endswith("0"):
        return 0.0
    above, below = parts[0].split("/")
    return int(above) / int(below)


def _spell(words: list[int]) -> float:
    total = 0
    for word in words:
        total = max(total, 1) * word if word in (12, 100, 1000) and (total or word > 12) else total + word
    return float(total)


def ago(found: Found) -> Meaning | None:
    return _counted(found, -1, "PAST_REF", from_text=False)


def from_now(found: Found) -> Meaning | None:
    return _counted(found, 1, "FUTURE_REF", from_text=False)


def later(found: Found) -> Meaning | None:
    if found.has("EARLIER") and found.code("UNIT") == "Y" and found.has("A"):
        return Shift("YQ", -1)
    return _counted(found, -1 if found.has("EARLIER") else 1, "PAST_REF", from_text=True)


def _counted(found: Found, step: int, vague: str, from_text: bool) -> Meaning | None:
    unit, amount = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or "", amount_of(found)
    if found.has("A") and unit == "Y" and step < 0 and not from_text and not found.has("COUPLE", "VAGUE", "HALF"):
        return Shift("YQ", -1)
    if amount is None:
        return Reference(vague)
    if unit.startswith("T") or amount != int(amount):
        return Lasting(unit, amount)
    return Shift(unit, step * int(amount), from_text, counted=True)


def holiday(found: Found) -> Meaning | None:
    name = found.code("HOLIDAY") or ""
    if found.has("WEEKDAY") and (name != "easter" or found.value("WEEKDAY") not in (1, 7)):
        return None
    if found.has("EVE"):
        name += " eve"
    if found.value("WEEKDAY") == 1:
        name += " monday"
    return Holiday(name, found.value("YEARNUM"), found.toward)


def reference(found: Found) -> Meaning | None:
    """ "now", "the past", "recent weeks", "coming months"."""
    if found.has("NOW"):
        return Reference(found.code("NOW") or "")
    return Reference("PAST_REF" if found.has("PAST", "RECENT") else "FUTURE_REF")


def these_days(found: Found) -> Meaning | None:
    return Reference("PRESENT_REF") if found.codes("UNITS") == ["D"] and found.words.word(found.first) == "these" else None


def moment(found: Found) -> Meaning | None:
    return Reference("PAST_REF" if found.has("TIME") and found.has("THE") else "PRESENT_REF")


def part_of_day(found: Found) -> Meaning | None:
    """ "this morning", "last night", "tonight", "overnight"."""
    if found.has("OVERNIGHT"):
        return Clock("TNI", Shift("D", -1))
    if found.has("TONIGHT"):
        return Clock("TNI", Shift("D", 0))
    part = found.code("PART") or ""
    if found.has("THE"):
        return Clock("T" + part, Shift("D", 0, from_text=True))
    day = found.value("DAYWORD") or (-1 if found.has("LAST") else 0)
    return Clock("T" + part, Shift("D", day))


def part_of_weekday(found: Found) -> Meaning | None:
    number = found.value("WEEKDAY", "WDABBR") or 0
    return Clock(f"T{found.code('PART')}", Weekday(number, found.toward))


def clock(found: Found) -> Meaning | None:
    """ "10 a.m. GMT", "1430 GMT Tuesday", "noon": None where the numbers are no time of day."""
    time = _clock_value(found)
    if time is None:
        return None
    zone = found.words.shown(found.at("ZONE")[0]) if found.has("ZONE") else ""
    return Clock(time + ("Z" if zone in ("GMT", "UTC") else ""), _clock_day(found))


def _clock_day(found: Found) -> Day | None:
    if found.has("DAYWORD"):
        return Shift("D", found.value("DAYWORD") or 0)
    if found.has("MONTH", "MABBR"):
        return make_point(
            found.value("YEARNUM"),
            found.value("MONTH", "MABBR"),
            found.values("DNUM", "ORDNUM")[-1],
            found.value("WEEKDAY", "WDABBR"),
        )
    return Weekday(found.value("WEEKDAY", "WDABBR") or 0) if found.has("WEEKDAY", "WDABBR") else None


def _clock_value(found: Found) -> str | None:
    figures = found.words.shown(found.first)
    if found.words.kind(found.first) == "NOON":
        return f"T{found.value('NOON'):02}:00"
    if found.words.kind(found.first) == "CARD":
        hour, minute = found.values("CARD")[0], 0
    elif figures.isdigit() and len(figures) > 2:
        hour, minute = int(figures[:-2]), int(figures[-2:])
    else:
        parts = [int(part) for part in figures.replace(".", ":").split(":")]
        hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    if found.has("AMPM"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found.words.word(found.at("AMPM")[0]).startswith("p") else 0)
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def lasting(found: Found) -> Meaning | None:
    unit = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or ""
    plural = found.has("UNITS", "TUNITS")
    if not plural and not found.has("A", "ANOTHER", "HYPH", "CARD", "DNUM", "NUM", "DEC", "HALF"):
        return None
    working = any(word.lower() in ("working", "business", "trading") for word in found.shown("ANOTHER"))
    amount = amount_of(found)
    if amount is None and not plural and found.has("HYPH"):
        amount = 1
    return Lasting(unit, amount, working=working)


def lasting_to(found: Found) -> Meaning | None:
    """ "two to three weeks": vague between two amounts; the first is kept, as the earliest end."""
    return lasting(found)


def lasting_half(found: Found) -> Meaning | None:
    """ "a minute and a half", "one and a half years"."""
    unit = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or ""
    return Lasting(unit, (found.value("CARD") or 1) + 0.5)


def every_unit(found: Found) -> Meaning | None:
    unit = found.code("UNIT", "UNITS", "TUNIT") or ""
    amount = 2 if found.has("OTHER") else amount_of(found) or 1
    if found.has("OTHER") and found.words.word(found.at("OTHER")[0]) != "other":
        return None
    return Repeating(period_value(unit, amount))


def every_named(found: Found) -> Meaning | None:
    part = found.code("PART", "PARTS")
    if found.has("WEEKEND", "WEEKENDS"):
        return Repeating("XXXX-WXX-WE")
    if found.has("MONTH"):
        return Repeating(f"XXXX-{found.value('MONTH'):02}")
    if found.has("SEASON"):
        return Repeating(f"XXXX-{found.code('SEASON')}")
    weekday = found.value("WEEKDAY", "WEEKDAYS", "WDABBR")
    day = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
    return Repeating(day + (f"T{part}" if part else ""))


def often(found: Found) -> Meaning | None:
    return Repeating(period_value(found.code("OFTEN", "UNIT") or "", 1))


def period_value(unit: str, amount: float | None) -> str:
    """The TIMEX3 value of a duration: P90D, PT3H, P10Y for a decade, PXW where the amount is unknown."""
    if unit == "F":
        unit, amount = "W", None if amount is None else amount * 2
    if unit in "EC" and amount is not None:
        unit, amount = "Y", amount * (10 if unit == "E" else 100)
    shown = "X" if amount is None else f"{amount:g}" if amount < 1e6 else str(int(amount))
    return PERIODS.get(unit, "P{}" + unit).format(shown)
