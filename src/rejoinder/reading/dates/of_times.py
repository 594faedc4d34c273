"""Words -> the meaning of a time of day, a duration or a set of times. One function per pattern of the grammar;
None where the words are no time after all.
"""

from __future__ import annotations

from rejoinder.reading.dates.found import Found, amount_of, make_point, period_value
from rejoinder.reading.dates.lexicon import load_lexicon
from rejoinder.reading.dates.meaning import Clock, Day, Lasting, Meaning, Repeating, Shift, Weekday
from rejoinder.reading.dates.of_days import point, weekday


def part_of_day(found: Found) -> Meaning | None:
    """ "last night", "this morning", "tonight", "overnight"."""
    if found.has("TONIGHT") and _ends_name(found):
        return None
    if found.has("OVERNIGHT"):
        return Clock("TNI", Shift("D", -1))
    if found.has("TONIGHT"):
        return Clock("TNI", Shift("D", 0))
    part = found.code("PART") or ""
    if found.has("THE", "THAT"):
        return Clock("T" + part, Shift("D", 0, from_text=True))
    day = found.value("DAYWORD") or (-1 if found.has("LAST") else 0)
    return Clock("T" + part, Shift("D", day))


def _ends_name(found: Found) -> bool:
    """Whether the word ends a name ("World News Tonight")."""
    words, at = found.words, found.first
    return words.shown(at).istitle() and words.kind(at - 1) == "OTHER" and words.shown(at - 1)[:1].isupper()


def part_of_weekday(found: Found) -> Meaning | None:
    number = found.value("WEEKDAY", "WDABBR") or 0
    return Clock(f"T{found.code('PART')}", Weekday(number, found.toward))


def part_of_day_named(found: Found) -> Meaning | None:
    """ "Sunday morning, Feb. 1"."""
    day = point(found)
    return Clock(f"T{found.code('PART')}", day) if day else None


def part_of_next(found: Found) -> Meaning | None:
    """ "the next morning", "the previous night": counted from the date last mentioned."""
    return Clock(f"T{found.code('PART')}", Shift("D", -1 if found.has("PREVIOUS") else 1, from_text=True))


def part_of_date(found: Found) -> Meaning | None:
    """ "the evening of 3 October", "the night of Tuesday"."""
    named = Found(found.words, found.at("OF")[0], found.last)
    day = point(named) if named.has("MONTH", "MABBR") else weekday(named)
    return Clock(f"T{found.code('PART')}", day) if day else None


def clock(found: Found) -> Meaning | None:
    """ "10 a.m. GMT", "1430 GMT Tuesday", "noon": None where the numbers are no time of day."""
    time = _clock_value(found)
    if time is None:
        return None
    zone = found.words.shown(found.at("ZONE")[0]) if found.has("ZONE") else ""
    return Clock(time + ("Z" if zone in ("GMT", "UTC") else ""), _clock_day(found))


def _clock_day(found: Found) -> Day | None:
    numbers = set(found.at("DNUM", "ORDNUM")) - {_clock_token(found)}
    days = [found.values("DNUM", "ORDNUM")[found.at("DNUM", "ORDNUM").index(index)] for index in sorted(numbers)]
    if found.has("THIS", "THE") and found.has("PART"):
        return Shift("D", 0)
    if found.has("DAYWORD", "TONIGHT"):
        return Shift("D", found.value("DAYWORD") or 0)
    if found.has("MONTH", "MABBR"):
        return make_point(
            found.value("YEARNUM"),
            found.value("MONTH", "MABBR"),
            days[0] if days else None,
            found.value("WEEKDAY", "WDABBR"),
        )
    return Weekday(found.value("WEEKDAY", "WDABBR") or 0, found.toward) if found.has("WEEKDAY", "WDABBR") else None


def _clock_token(found: Found) -> int:
    """Where the hour stands: at the front, or last but its a.m., its zone and the like."""
    if found.words.kind(found.first) in ("CLOCK", "NOON", "DEC", "NUM", "CARD"):
        return found.first
    if found.words.kind(found.first + 1) in ("AMPM", "OCLOCK", "ZONE", "LPAR"):
        return found.first
    return found.at("CLOCK", "NOON", "DEC", "NUM", "CARD", "DNUM", "YEARNUM")[-1]


def _clock_value(found: Found) -> str | None:
    token = _clock_token(found)
    figures = found.words.shown(token)
    if found.words.kind(token) == "NOON":
        return f"T{found.value('NOON'):02}:00"
    if found.words.kind(token) == "CARD":
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
    elif hour < 12 and (found.has("TONIGHT") or found.code("PART") in ("AF", "EV", "NI")):
        hour += 12
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def age(found: Found) -> Meaning | None:
    """ "44-year-old" is nobody's date, nor is "an 8-month-old girl"; "8-month-old" is how long a thing has lasted."""
    after, lists = found.words.word(found.last), load_lexicon().lists
    if found.code("UNIT", "UNITS") == "Y":
        return lasting(found) if after in lists["aged_things"] else None
    return None if after in lists["persons"] else lasting(found)


def lasting(found: Found) -> Meaning | None:
    unit = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or ""
    plural = found.has("UNITS", "TUNITS")
    if unit == "Q" and found.words.kind(found.last - 2) == "HYPH" and plural:  # "three-quarters" is a fraction
        return None
    if not plural and not found.has("A", "ANOTHER", "HYPH", "CARD", "BIGCARD", "DNUM", "NUM", "DEC", "FRAC", "HALF"):
        return None
    working = any(word.lower() in ("working", "business", "trading") for word in found.shown("ANOTHER"))
    amount = amount_of(found)
    if unit == "Q" and found.has("A") and not found.has("COUPLE"):  # "a quarter of the bonds"
        return None
    if amount is None and not plural and found.has("HYPH") and not found.has("VAGUE"):
        amount = 1
    return Lasting(unit, amount, working=working)


def lasting_another(found: Found) -> Meaning | None:
    """ "another day"; but "on another day" is no length."""
    is_length = found.words.word(found.first) == "another" and found.words.kind(found.first - 1) not in ("ON", "AT")
    return Lasting(found.code("UNIT", "TUNIT") or "", 1) if is_length else None


def a_while(found: Found) -> Meaning | None:
    """ "for a while", "for some time", "in a long time"; "in a time of war" lasts no while."""
    first, last = found.words.word(found.first), found.words.word(found.last - 1)
    is_long = found.has("LONG") and last == "time"
    is_some = not found.has("LONG") and (first, last) in (("a", "while"), ("some", "time"))
    return Lasting("X", None) if is_long or is_some else None


def lasting_many(found: Found) -> Meaning | None:
    """ "hundreds of years"."""
    return Lasting(found.code("UNITS", "TUNITS") or "", None)


def part_of_hour(found: Found) -> Meaning | None:
    """ "a quarter of an hour", "three-quarters of an hour"."""
    if found.code("UNIT", "UNITS") != "Q" or found.code("TUNIT") != "TH":
        return None
    return Lasting("TM", 15.0 * (found.value("CARD") or 1))


def whole(found: Found) -> Meaning | None:
    """ "the entire year"."""
    return Lasting(found.code("UNIT") or "", 1)


def quarter_century(found: Found) -> Meaning | None:
    """ "a quarter century", "a quarter-century", "a quarter of a century"."""
    units = found.codes("UNIT")
    if units == ["Q", "Y"]:
        return Lasting("M", 3)
    return Lasting("Y", 25) if units == ["Q", "C"] else None


def lasting_before(found: Found) -> Meaning | None:
    """ "the year-earlier nine months"."""
    return Lasting(found.code("UNITS") or "", amount_of(found))


def lasting_word(found: Found) -> Meaning | None:
    """ "weeklong"."""
    return Lasting(found.code("LONGWORD") or "", 1)


def lasting_alone(found: Found) -> Meaning | None:
    """ "a week" behind a word that takes time ("gave him a week"), or before one ("a week away"); elsewhere it may be a
    rate or a quarter."""
    before, lists = found.words.word(found.first - 1), load_lexicon().lists
    if found.words.word(found.last) in lists["opens_one"]:
        return lasting(found)
    is_verb = before not in lists["given_time"]
    return lasting(found) if before in lists["takes_time"] and (is_verb or found.code("UNIT") != "D") else None


def lasting_loose(found: Found) -> Meaning | None:
    """ "months" in "spent months", "a period of months", "months away", "the months to come"."""
    words, lists = found.words, load_lexicon().lists
    if found.has("THE") and words.kind(found.last) == "OF":
        return None
    before, after = words.word(found.first - 1), words.word(found.last)
    if after in lists["opens_length"] or (after, words.word(found.last + 1)) in (("to", "come"), ("that", "followed")):
        return lasting_of(found)
    is_of = before == "of" and words.word(found.first - 2) in lists["spans"]
    takes = before in lists["takes_time"] and before not in ("of", "her", "last", "need", "needs")
    return lasting_of(found) if not found.has("THE") and (is_of or takes) else None


def over_time(found: Found) -> Meaning | None:
    """ "over the years"."""
    return lasting_of(found) if found.words.kind(found.last) != "OF" else None


def lasting_of(found: Found) -> Meaning | None:
    """ "months of talks"; but not "minutes of a meeting", "three quarters of it"."""
    unit = found.code("UNITS", "TUNITS")
    return lasting(found) if unit not in ("Q", "TM", "TS") else None


def ended(found: Found) -> Meaning | None:
    """ "the year ended March 31": a stretch with limits of its own."""
    unit = found.code("UNIT") or ""
    return Lasting(unit, 1) if unit != "D" else None


def not_longer(found: Found) -> Meaning | None:
    """ "weeks, not months"."""
    if found.words.word(found.first + 2) != "not":
        return None
    return Lasting(found.codes("UNITS", "TUNITS")[0], None)


def lasting_to(found: Found) -> Meaning | None:
    """ "two to three weeks", "ten or twelve days": the first amount is kept, as the earliest end."""
    split = found.at("TO", "OR", "HYPH")[0]
    amount = amount_of(Found(found.words, found.first, split))
    unit = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or ""
    return Lasting(unit, amount)


def lasting_half(found: Found) -> Meaning | None:
    """ "a minute and a half", "one and a half years"."""
    unit = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or ""
    return Lasting(unit, (found.value("CARD") or 1) + 0.5)


def every_unit(found: Found) -> Meaning | None:
    unit = found.code("UNIT", "UNITS", "TUNIT", "TUNITS") or ""
    amount = 2 if found.has("OTHER") else None if found.has("VAGUE") else amount_of(found) or 1
    if found.has("OTHER") and found.words.word(found.at("OTHER")[0]) != "other":
        return None
    return Repeating(period_value(unit, amount))


def every_nth(found: Found) -> Meaning | None:
    """ "every second Friday"."""
    number = found.value("ORDW") or 0
    return Repeating(period_value("W", number)) if number <= 4 else None


def every_named(found: Found) -> Meaning | None:
    part = found.code("PART", "PARTS")
    if found.has("WEEKEND", "WEEKENDS"):
        return Repeating("XXXX-WXX-WE")
    if found.has("WORKDAYS"):
        return Repeating("XXXX-WXX")
    if found.has("MONTH"):
        return Repeating(f"XXXX-{found.value('MONTH'):02}")
    if found.has("SEASON"):
        return Repeating(f"XXXX-{found.code('SEASON')}")
    weekday = found.value("WEEKDAY", "WEEKDAYS", "WDABBR")
    day = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
    return Repeating(day + (f"T{part}" if part else ""))


def _is_rate(found: Found) -> bool:
    """Whether so much is counted for each stretch ("$2 million annually", "average daily volume")."""
    words, at, lists = found.words, found.first, load_lexicon().lists
    counted = any(words.kind(index) in ("NUM", "DEC", "DNUM", "CARD") for index in range(at - 4, at))
    return (
        (counted and words.word(at) != "daily")
        or words.word(at - 1) == "average"
        or words.word(at + 1) in lists["rated"]
    )


def rate(found: Found) -> Meaning | None:
    """ "three days a week": so much of each week."""
    return Repeating(period_value(found.code("UNIT") or "", 1))


def often(found: Found) -> Meaning | None:
    if found.has("OFTEN") and (found.words.shown(found.last)[:1].isupper() or _is_rate(found)):  # "the daily Haaretz"
        return None
    return Repeating(period_value(found.code("OFTEN", "UNIT") or "", 1))
