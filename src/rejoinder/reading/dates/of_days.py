"""Words -> the meaning of a date: days, months, years, weekdays, feasts. One function per pattern of the
grammar; None where the words are no date after all.
"""

from __future__ import annotations

from rejoinder.reading.dates.calendars import EASTER_FEASTS
from rejoinder.reading.dates.found import STEPS, Found, make_point
from rejoinder.reading.dates.lexicon import load_lexicon
from rejoinder.reading.dates.meaning import (
    Between,
    Clock,
    Either,
    Holiday,
    Meaning,
    Point,
    Reference,
    Shift,
    Stretch,
    Toward,
    Weekday,
    WeekOf,
)

DEGREES_REACH = 6
"""Words from "highs" to "in the 80s"."""


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
    if day_first and month_first and first != second and "/" in found.shown("SLASH")[0]:
        return Either(day_first, month_first)
    return day_first or month_first


def point(found: Found) -> Meaning | None:
    day = found.value("DNUM", "ORDNUM") or _spoken_day(found)
    if day is None and found.has("ORDW"):  # "May forty-third"
        return None
    made = make_point(found.value("YEARNUM"), found.value("MONTH", "MABBR"), day, found.value("WEEKDAY", "WDABBR"))
    if made is None or made.year:
        return made
    return Point(None, made.month, made.day, made.weekday, found.toward)


def _spoken_day(found: Found) -> int | None:
    """ "sixth", "twenty-eighth": 28."""
    ones = found.value("ORDW")
    tens = found.value("CARD") or 0
    if ones is None or not tens:
        return ones
    return tens + ones if tens in (20, 30) and ones < 10 else None


def month_of_year(found: Found) -> Meaning | None:
    """ "January this year", "17 May last year"."""
    made = make_point(None, found.value("MONTH", "MABBR"), found.value("DNUM", "ORDNUM"))
    if made is None or found.code("UNIT") != "Y":
        return None
    return Point(None, made.month, made.day, years=STEPS[found.toward or Toward.THIS])


def month_of_that_year(found: Found) -> Meaning | None:
    """ "May of that year", "on 5 May that year": the year that the text is about."""
    made = make_point(None, found.value("MONTH", "MABBR"), found.value("DNUM", "ORDNUM"))
    if made is None or found.code("UNIT") != "Y":
        return None
    return Point(None, made.month, made.day, years=0, from_text=True)


def month_named(found: Found) -> Meaning | None:
    """ "the month of May"."""
    return point(found) if found.code("UNIT") == "M" else None


def between_days(found: Found) -> Meaning | None:
    """ "10-12 January", "3 and 5 May"; "from 3 to 5 May" is two dates, as "from Monday to Friday" is."""
    days, month, year = found.values("DNUM", "ORDNUM"), found.value("MONTH", "MABBR"), found.value("YEARNUM")
    if found.has("DURING") and found.shown("DURING")[0] != "through":
        return None
    if (
        found.has("TO")
        and found.words.kind(found.first - 1) == "FROM"
        and found.words.kind(found.first) in ("MONTH", "MABBR")
    ):
        return None
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
    if found.has("ANOTHER") and found.shown("ANOTHER")[0].lower() != "full":  # "the full year 1998"
        return None
    return Point(found.value("YEARNUM"))


def calendar_year(found: Found) -> Meaning | None:
    """ "calendar 1989", "the 1989 calendar year"."""
    is_calendar = found.shown("ANOTHER")[0].lower() == "calendar" and found.code("UNIT") in ("Y", None)
    return Point(found.value("YEARNUM")) if is_calendar else None


def between_years(found: Found) -> Meaning | None:
    numbers = found.values("YEARNUM", "DNUM", "NUM")
    last = numbers[1] if numbers[1] >= 100 else numbers[0] - numbers[0] % 100 + numbers[1]
    if found.has("SOLIDUS"):  # "2023/24" is a year of some office's own, which begins when that office says
        return Reference(f"{numbers[0]}/{last}") if last == numbers[0] + 1 else None
    return Between(Point(numbers[0]), Point(last)) if numbers[0] < last <= 2199 else None


def fiscal_year(found: Found) -> Meaning | None:
    return Stretch("Y", 0, found.value("YEARNUM"), fiscal=True) if found.code("UNIT") in ("Y", None) else None


def spoken_year(found: Found) -> Meaning | None:
    """ "nineteen ninety-four", "the year two thousand"; None for any other row of numbers."""
    numbers = found.values("CARD", "BIGCARD")
    thousands = {(2, 1000): 2000, (19, 100): 1900, (18, 100): 1800}
    if tuple(numbers[:2]) in thousands and len(numbers) == 3 and numbers[2] < 100:
        return Point(thousands[numbers[0], numbers[1]] + numbers[2])
    if numbers in ([18, 100], [19, 100]) and found.words.kind(found.first - 1) in ("IN", "OF", "SINCE"):
        return Point(numbers[0] * 100)
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
    if found.has("CARD"):
        hundreds = found.value("CARD") or 0
        return Stretch("E", hundreds * 10 + number // 10) if hundreds in (18, 19) else None
    if _owns_something(found):
        return Point(number)
    if number >= 1000 and number % 100 == 0 and number < 1900:  # "the 1800s"
        return Stretch("C", number // 100)
    return Stretch("E", (number if number >= 100 else 1900 + number) // 10)


def _owns_something(found: Found) -> bool:
    """Whether "1990's" is a year and its own ("1990's budget"), not "the 1990's"."""
    word, before = found.words.shown(found.first), found.words.kind(found.first - 1)
    return len(word) > 5 and word.startswith(("19", "20")) and before not in ("EARLY", "MID", "LATE", "HYPH")


def short_decade(found: Found) -> Meaning | None:
    """ "the early 90s", "in the 60s"; degrees and scores are told so too, and what a man is in."""
    nearby = {found.words.word(at) for at in range(found.first - DEGREES_REACH, found.first)}
    if nearby & load_lexicon().lists["degrees"]:
        return None
    return Stretch("E", 190 + int(found.shown("SHORTDECADE")[0][0]))


def century(found: Found) -> Meaning | None:
    number = found.value("ORDW", "ORDNUM") or 0
    return Stretch("C", number - 1) if found.code("UNIT") == "C" and 1 <= number <= 22 else None


def one_of_centuries(found: Found) -> Meaning | None:
    """ "the 18th" and "19th centuries" of "the 18th and 19th centuries"."""
    number = found.value("ORDW", "ORDNUM") or 0
    unit = found.code("UNITS") or load_lexicon().values.get(found.words.word(found.last + 2))
    return Stretch("C", number - 1) if unit == "C" and 1 <= number <= 22 else None


def weekday(found: Found) -> Meaning | None:
    number = found.value("WEEKDAY", "WDABBR") or 0
    if found.has("WDABBR") and found.toward is None:
        return None
    return Weekday(number, found.toward)


def weekday_beside(found: Found) -> Meaning | None:
    """ "the Friday before", "the Monday after": counted from the date last mentioned."""
    toward = Toward.PREVIOUS if found.has("BEFORE", "EARLIER") else Toward.FOLLOWING
    return Weekday(found.value("WEEKDAY", "WDABBR") or 0, toward)


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


def holiday(found: Found) -> Meaning | None:
    if found.has("HOLIDAYDAY", "NEW"):
        return _named_day(found)
    name = found.code("HOLIDAY") or ""
    if found.has("WEEKDAY") and (name != "easter" or found.value("WEEKDAY") not in (1, 7)):
        return None
    if found.has("EVE"):
        name += " eve"
    if found.value("WEEKDAY") == 1:
        name += " monday"
    if found.codes("UNIT")[-1:] == ["Y"]:  # "Christmas last year"
        return Holiday(name, years=STEPS[found.toward]) if found.toward else None
    if found.code("UNIT") == "W":  # "Thanksgiving week"
        return WeekOf(Holiday(name, found.value("YEARNUM"), found.toward))
    if found.has("UNIT") and found.code("UNIT") != "D":
        return None
    return Holiday(name, found.value("YEARNUM"), found.toward)


def weekend_of_feast(found: Found) -> Meaning | None:
    """ "Labor Day weekend"."""
    if found.has("HOLIDAY"):
        return WeekOf(Holiday(found.code("HOLIDAY") or ""), weekend=True)
    feast = _named_day(found)
    return WeekOf(feast, weekend=True) if isinstance(feast, Holiday) else None


def holy_day(found: Found) -> Meaning | None:
    """ "Good Friday", "Palm Sunday"; not "a good Friday"."""
    adjective, weekday_name = found.shown("HOLY")[0], found.shown("WEEKDAY")[0]
    name = f"{adjective} {weekday_name}".lower()
    if not adjective.istitle() or name not in EASTER_FEASTS:
        return None
    return Holiday(name, found.value("YEARNUM"), found.toward)


def may_day(found: Found) -> Meaning | None:
    """ "May Day"."""
    is_feast = found.value("MONTH") == 5 and found.shown("UNIT") == ["Day"]
    return Holiday("may day", found.value("YEARNUM")) if is_feast else None


def _named_day(found: Found) -> Meaning | None:
    """ "Labor Day", "New Year's Eve"."""
    unit = found.code("UNIT")
    if found.has("OTHER") and found.shown("OTHER")[0] not in "'’":  # "Presidents' Day"
        return None
    if found.has("HOLIDAYDAY"):
        years = STEPS[found.toward or Toward.THIS] if found.codes("UNIT")[1:] == ["Y"] else None
        toward = found.toward if years is None else None
        return Holiday(found.code("HOLIDAYDAY") or "", found.value("YEARNUM"), toward, years) if unit == "D" else None
    if unit != "Y":
        return None
    return Holiday("new year's eve" if found.has("EVE") else "new year's day")
