"""Words -> the meaning of a stretch of time, or of a step from one: quarters, seasons, "last week", "three days
ago", "the day before", "recent weeks". One function per pattern; None where the words are no time after all.
"""

from __future__ import annotations

from rejoinder.reading.dates.found import STEPS, Found, amount_of
from rejoinder.reading.dates.lexicon import load_lexicon
from rejoinder.reading.dates.meaning import (
    Clock,
    Edge,
    Lasting,
    Meaning,
    Part,
    Point,
    Reference,
    Shift,
    Stretch,
    Toward,
    Weekday,
    WeekOf,
)
from rejoinder.reading.dates.of_days import point

VERB_REACH = 3
"""Words from "one day" to its verb."""
SUBJECTS = ("OTHER", "COMMA", "THE", "A", "ITS", "IN")
TIME_LEADS = ("IN", "BY", "SINCE", "UNTIL", "EARLY", "LATE", "MID", "DURING")


def _year_of(found: Found) -> tuple[int | None, int | None]:
    """The year of a stretch: as a number, or as steps from the year of speaking."""
    steps = STEPS[found.toward] if found.toward and "Y" in found.codes("UNIT") else None
    return found.value("YEARNUM", "DECADE"), steps


def quarter(found: Found) -> Meaning | None:
    year, years = _year_of(found)
    fiscal = found.has("FISCAL")
    if found.has("QTR"):
        return Stretch("Q", int(found.shown("QTR")[0][1]), year, years=years)
    if "Q" not in found.codes("UNIT"):
        return None
    number = found.value("ORDW", "ORDNUM")
    if number is None:
        return Stretch("Q", 0, year, years=years, fiscal=fiscal)
    return Stretch("Q", number, year, years=years, fiscal=fiscal) if number <= 4 else None


def quarter_of_months(found: Found) -> Meaning | None:
    """ "the January-March quarter"."""
    first, last = found.values("MONTH", "MABBR")
    is_quarter = found.code("UNIT") == "Q" and last == first + 2 and first % 3 == 1
    return Stretch("Q", (first + 2) // 3) if is_quarter else None


def one_of_quarters(found: Found) -> Meaning | None:
    """ "the second" and "third quarters" of "the second and third quarters"."""
    ahead = found.words.word(found.last + 2)
    unit = found.code("UNITS") or load_lexicon().values.get(ahead)
    number = found.value("ORDW") or 0
    return Stretch("Q", number) if unit == "Q" and number <= 4 else None


def last_quarter(found: Found) -> Meaning | None:
    """ "the final quarter of 1997", "the last quarter of the year"."""
    if found.code("UNIT") != "Q":
        return None
    if not found.has("OF"):
        return Stretch("Q", 4)
    whole = Found(found.words, found.at("OF")[0] + 1, found.last)
    year, years = _year_of(whole)
    return Stretch("Q", 4, year, years=years) if whole.code("UNIT") in ("Y", None) else None


def quarter_of_month(found: Found) -> Meaning | None:
    """ "the September quarter": the one that ends in it."""
    number, rest = divmod(found.value("MONTH") or 0, 3)
    return Stretch("Q", number) if found.code("UNIT") == "Q" and not rest else None


def quarter_a_year_before(found: Found) -> Meaning | None:
    """ "the third quarter a year ago", "the year-ago third quarter"."""
    number = found.value("ORDW") or 0
    return Stretch("Q", number, years=-1) if sorted(found.codes("UNIT")) == ["Q", "Y"] and number <= 4 else None


def quarter_of_this_year(found: Found) -> Meaning | None:
    """ "the year's third quarter"."""
    number = found.value("ORDW") or 0
    return Stretch("Q", number) if found.codes("UNIT") == ["Y", "Q"] and number <= 4 else None


def month_before(found: Found) -> Meaning | None:
    """ "the month-earlier period"."""
    return Shift("M", -1) if found.code("UNIT") == "M" else None


def same_of_year(found: Found) -> Meaning | None:
    """ "the same period of 1997": the quarter that the text is about, in that year."""
    return Stretch("Q", 0, found.value("YEARNUM"))


def beyond(found: Found) -> Meaning | None:
    """ "the week before last", "the weekend after next"."""
    unit = "WE" if found.has("WEEKEND") else found.code("UNIT") or ""
    return Shift(unit, -2 if found.has("LAST") else 2) if unit != "D" else None


def half(found: Found) -> Meaning | None:
    year, years = _year_of(found)
    number = found.value("ORDW") or 0
    if number > 2 or (found.has("UNIT") and found.code("UNIT") != "Y"):
        return None
    return Stretch("H", number, year, years=0 if years is None and year is None else years)


def season(found: Found) -> Meaning | None:
    """A season; "the fall" and "the spring" only where a preposition of time stands before them."""
    code = found.code("SEASON") or ""
    bare = found.words.kind(found.first) in ("THE", "SEASON") and not found.has("YEARNUM")
    if (
        bare
        and found.words.word(found.last - 1) in ("fall", "spring")
        and found.words.kind(found.first - 1) not in TIME_LEADS
    ):
        return None
    if found.has("UNIT"):
        steps = STEPS[found.toward or Toward.THIS]
        return Stretch("S", code, years=steps) if found.code("UNIT") == "Y" else None
    return Stretch("S", code, found.value("YEARNUM"), found.toward)


def numbered_week(found: Found) -> Meaning | None:
    number = found.value("DNUM") or 0
    if found.code("UNIT") != "W" or not found.has("YEARNUM"):
        return None
    return Stretch("W", number, found.value("YEARNUM"))


def week_of(found: Found) -> Meaning | None:
    """ "the week of 24 January", "the weekend of Feb. 7-8"."""
    made = point(found)
    is_week = found.code("UNIT") in ("W", None)
    return WeekOf(made, found.has("WEEKEND")) if isinstance(made, Point) and is_week else None


def shifted(found: Found) -> Meaning | None:
    """ "last week", "this year", "the current fiscal year", "next weekend"."""
    toward = found.toward
    if found.has("PERIOD") or (found.has("UNIT") and found.code("UNIT") == "D"):
        return None
    if found.has("PAST") and found.code("UNIT") in ("E", "C"):  # "the past decade" ends today
        return Lasting(found.code("UNIT") or "", 1)
    if found.has("THIS") and _is_title(found):
        return None
    steps = STEPS[toward or Toward.THIS]
    if found.has("WEEKEND"):
        return Shift("WE", 0 if found.has("COMING") else steps)
    if found.has("FISCAL"):
        return Stretch("Y", 0, years=steps, fiscal=True) if found.code("UNIT") == "Y" else None
    told = found.has("THE") and found.has("NEXT")
    return Shift(found.code("UNIT") or "", steps, from_text=found.has("FOLLOWING", "PREVIOUS"), told=told)


def _is_title(found: Found) -> bool:
    """Whether the words are a programme's name, in quotation marks and capitals ("This Week")."""
    return found.words.shown(found.last - 1).istitle() and found.words.shown(found.first - 1) in ('"', "\u201c", "'")


def text_stretch(found: Found) -> Shift | None:
    """ "that year", "that same day", "the latest quarter", "the month": the stretch that the text is about."""
    unit = found.code("UNIT")
    if found.has("PERIOD"):
        return Shift("Q", 0, from_text=True)
    if found.has("ANOTHER") and found.shown("ANOTHER")[0].lower() != "full":
        return None
    if (unit == "D" and not found.has("SAME", "THAT")) or found.words.shown(found.last - 1).istitle():
        return None  # "Man of the Year"
    return Shift(unit or "", 0, from_text=unit == "Q" or found.has("SAME", "THAT", "COMPARABLE"))


def year_before(found: Found) -> Meaning | None:
    """ "the year-ago quarter", "year-earlier": the stretch that the text is about, a year before."""
    if found.codes("UNIT")[:1] != ["Y"] and found.codes("UNIT")[-1:] != ["Y"]:
        return None
    if found.codes("UNIT") == ["Y", "M"]:  # "the year-ago month"
        return Shift("M", -12, from_text=True)
    return Shift("YQ", -1, from_text=True)


def weekend(found: Found) -> Meaning | None:
    return Shift("WE", 0) if found.has("THIS") else Stretch("WE", 0)


def year_end(found: Found) -> Meaning | None:
    unit = found.code("UNIT") or ""
    if found.has("YEARNUM"):
        return Part(Edge.LAST_DAY, Point(found.value("YEARNUM"))) if unit == "Y" else None
    return Part(Edge.LAST_DAY, Shift(unit, 0)) if unit == "Y" or (unit in "MW" and found.has("POSS", "HYPH")) else None


def next_in_text(found: Found) -> Meaning | None:
    """ "the day before", "the following month": a step from the date last mentioned."""
    step = -1 if found.has("BEFORE", "EARLIER", "PREVIOUS") else 1
    unit = found.code("UNIT") or ""
    return Shift(unit, step, from_text=unit == "D" or not found.has("NEXT"))


def ago(found: Found) -> Meaning | None:
    return _counted(found, -1, "PAST_REF", from_text=False)


def long_ago(found: Found) -> Meaning | None:
    """ "long ago", "a long time ago", "some time ago"; not "the third time ago"."""
    is_time = not found.has("ABOUT") or found.words.word(found.first) == "some"
    if found.words.word(found.last) == "as":  # "as long ago as 1985"
        return None
    return Reference("PAST_REF") if is_time else None


def quarter_century_ago(found: Found) -> Meaning | None:
    """ "a quarter-century ago"."""
    return Shift("Y", -25, counted=True) if found.codes("UNIT") == ["Q", "C"] else None


def weekday_ago(found: Found) -> Meaning | None:
    """ "a week ago Monday"."""
    count = found.value("CARD") or 1
    is_week = found.code("UNIT", "UNITS") == "W"
    return Weekday(found.value("WEEKDAY", "WDABBR") or 0, weeks=-count) if is_week else None


def then(found: Found) -> Meaning | None:
    """ "at that time", "in those days"."""
    if found.has("UNITS") and (found.words.word(found.first) == "these" or found.codes("UNITS") != ["D"]):
        return None
    return Reference("PAST_REF")


def ago_and_half(found: Found) -> Meaning | None:
    """ "two and a half years ago", "a year and a half ago"."""
    return _stepped(found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or "", (found.value("CARD") or 1) + 0.5, -1)


def ago_or(found: Found) -> Meaning | None:
    """ "six or seven years ago", "a day or two ago", "six to eight weeks ago": the first is kept, as elsewhere."""
    amount = amount_of(Found(found.words, found.first, found.at("OR", "TO", "HYPH")[0]))
    unit = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or ""
    return Reference("PAST_REF") if amount is None else _stepped(unit, amount, -1)


def from_now(found: Found) -> Meaning | None:
    """ "a year from now", "two weeks from today"."""
    if found.has("DAYWORD") and found.value("DAYWORD") != 0:
        return None  # "a week from tomorrow" is rarer than the works of that name
    return _counted(found, 1, "FUTURE_REF", from_text=False)


def later(found: Found) -> Meaning | None:
    """ "three days later", "a year earlier", "a month before", "two weeks prior"."""
    is_back = found.has("EARLIER", "BEFORE", "PREVIOUS")
    if found.has("PREVIOUS") and found.words.word(found.last - 1) != "prior":
        return None
    if is_back and found.code("UNIT") == "Y" and found.is_one:
        opens = found.words.shown(found.first)[:1].isupper()  # elsewhere it compares: "from $2 million a year earlier"
        return Shift("YQ", -1, told=opens)
    if is_back and found.code("UNIT") == "M" and found.is_one and not found.has("HALF"):
        return Shift("M", -1, from_text=True)
    if amount_of(found) is None:
        return Lasting(found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or "", None)
    return _counted(found, -1 if is_back else 1, "PAST_REF", from_text=True)


def _counted(found: Found, step: int, vague: str, from_text: bool) -> Meaning | None:
    unit, amount = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or "", amount_of(found)
    if found.is_one and unit == "Y" and step < 0 and not from_text and not found.has("COUPLE", "VAGUE", "HALF"):
        return Shift("YQ", -1)
    if amount is None:
        return Reference(vague)
    if unit in ("E", "C") and amount == 0.5:
        unit, amount = "Y", 5 if unit == "E" else 50
    return _stepped(unit, amount, step, from_text=from_text)


def _stepped(unit: str, amount: float, step: int, *, from_text: bool = False) -> Meaning:
    """So many units on or back: half years by the month; hours and the like stay a length."""
    if unit.startswith("T"):
        return Lasting(unit, amount)
    if unit == "Y" and amount != int(amount):
        unit, amount = "M", amount * 12
    return Shift(unit, step * int(amount), from_text, counted=True)


def reference(found: Found) -> Meaning | None:
    """ "now", "at present", "the past", "recent weeks", "coming months"; but not "as soon as"."""
    if found.has("NOW"):
        if found.words.word(found.last) == "as" or found.words.word(found.first - 1) in ("as", "too", "how"):
            return None
        return Reference(found.code("NOW") or "")
    if found.has("CURRENT", "PRESENT"):
        return Reference("PRESENT_REF")
    return Reference("PAST_REF" if found.has("PAST", "RECENT") else "FUTURE_REF")


def some_future(found: Found) -> Meaning | None:
    """ "the near future", "the not-too-distant future"."""
    word = found.words.word(found.last - 2)
    return Reference("FUTURE_REF") if word in load_lexicon().lists["some_future"] else None


def some_past(found: Found) -> Meaning | None:
    """ "the distant past"."""
    return Reference("PAST_REF") if found.words.word(found.last - 2) in load_lexicon().lists["some_future"] else None


def some_later(found: Found) -> Meaning | None:
    """ "at a later date"."""
    return Reference("FUTURE_REF") if found.words.word(found.last - 1) in ("date", "time", "stage") else None


def other_day(found: Found) -> Meaning | None:
    """ "the other day"."""
    is_other = found.words.word(found.first + 1) == "other" and found.code("UNIT") == "D"
    return Reference("PAST_REF") if is_other and not found.words.shown(found.first + 1).istitle() else None


def one_day(found: Found) -> Meaning | None:
    """ "one day" beside a verb of what may come; at the head of a sentence, a day that was."""
    if found.value("CARD") != 1 or found.code("UNIT") != "D":
        return None
    tense = load_lexicon().tense
    near = (found.first - 1, *range(found.last, found.last + VERB_REACH))
    if any(found.words.word(at) in tense["certain"] | tense["modal"] for at in near):
        return Reference("FUTURE_REF")
    opens = found.words.kind(found.first - 1) in ("PARA", "DOT", "STOP") and found.words.kind(found.last) in SUBJECTS
    return Reference("PAST_REF") if opens else None


def middle(found: Found) -> Meaning | None:
    """ "midyear", "mid-week"; "mid-day" is noon."""
    if found.has("UNIT") and found.code("UNIT") == "D":
        return Clock("T12:00")
    return Part(Edge.MID, Shift(found.code("MIDWORD", "UNIT") or "", 0))


def some_years(found: Found) -> Meaning | None:
    """ "in previous years", "in years past"; "in later years" lasted some years."""
    if found.has("PREVIOUS", "PAST"):
        return Reference("PAST_REF")
    return Lasting(found.code("UNITS") or "", None)


def these_days(found: Found) -> Meaning | None:
    return (
        Reference("PRESENT_REF") if found.codes("UNITS") == ["D"] and found.words.word(found.first) == "these" else None
    )


def moment(found: Found) -> Meaning | None:
    """ "at the time", "at this moment", "for the moment"; but not "waited for the moment"."""
    if found.has("TIME") and found.words.kind(found.last) in ("LAST", "NEXT"):  # "at this time last year"
        return None
    if found.words.kind(found.first - 1) == "FOR" and found.words.word(found.first - 2).startswith("wait"):
        return None
    return Reference("PAST_REF" if found.has("TIME") and found.has("THE") else "PRESENT_REF")
