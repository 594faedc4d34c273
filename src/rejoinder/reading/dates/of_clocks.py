"""Words -> the meaning of a time of day that is told without figures of a clock: "half past eight", "8 in the
morning", "before dawn Tuesday", "the early hours of Friday". One function per pattern of the grammar; None where the
words are no time after all.
"""

from __future__ import annotations

from rejoinder.reading.dates.found import Found
from rejoinder.reading.dates.meaning import Clock, Day, Meaning, Shift
from rejoinder.reading.dates.of_days import point, weekday

FIRST_HOURS = ("early", "small", "first", "wee", "predawn")


def _day_of(found: Found) -> Day | None:
    """The day named among the words, if one is."""
    if found.has("DAYWORD"):
        return Shift("D", found.value("DAYWORD") or 0)
    if found.has("MONTH", "MABBR"):
        return point(found)
    return weekday(found) if found.has("WEEKDAY") else None


def half_past(found: Found) -> Meaning | None:
    """ "half past eight", "a quarter to nine"; the half of the day is not told."""
    hour = found.value("CARD", "DNUM") or 0
    if not 1 <= hour <= 12 or (found.has("UNIT") and found.code("UNIT") != "Q"):
        return None
    minutes = 30 if found.has("HALF") else 15
    if found.has("TO"):
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return Clock(f"T{hour:02}:{minutes:02}")


def hour_of_part(found: Found) -> Meaning | None:
    """ "8 this morning", "10 o'clock tonight", "nine in the evening"."""
    hour = found.value("CARD", "DNUM") or 0
    if not 1 <= hour <= 12:
        return None
    part = "NI" if found.has("TONIGHT") else found.code("PART")
    if part == "MO" or (part == "NI" and hour in (12, 1, 2, 3)):
        hour %= 12
    else:
        hour = hour % 12 + 12
    behind = Found(found.words, found.first + 1, found.last)
    return Clock(f"T{hour:02}:00", _day_of(behind) or (None if found.has("IN") else Shift("D", 0)))


def dawn(found: Found) -> Meaning | None:
    """ "at dawn", "before dawn Tuesday"; Dawn is a name too."""
    if found.shown("DAWN")[0].istitle():
        return None
    return Clock(f"T{found.code('DAWN')}", _day_of(found))


def middle_of_part(found: Found) -> Meaning | None:
    """ "midafternoon", "mid-morning"."""
    return Clock(f"T{found.code('MIDPART', 'PART')}", _day_of(found))


def hours_of(found: Found) -> Meaning | None:
    """ "the early hours of Friday", "the wee hours of the morning"; "the hours of work" are none."""
    kind = found.words.word(found.at("TUNITS")[0] - 1)
    if found.code("TUNITS") != "TH" or (kind not in FIRST_HOURS and kind != "late" and not found.has("PART")):
        return None
    part = found.code("PART") or ("NI" if kind == "late" else "MO")
    return Clock(f"T{part}", _day_of(found))
