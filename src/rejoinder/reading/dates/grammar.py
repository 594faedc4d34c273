"""The grammar of time phrases: patterns over classes of words, each with what it means.

A pattern is a regular expression whose capital names are classes of tokens (words.py) and whose small
names are the abbreviations of ``MACROS``; white space is ignored. Builders (builders.py) turn the words
of a match into a meaning, or into None where they make none after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rejoinder.reading.dates import builders as b
from rejoinder.reading.dates.lexicon import load_lexicon
from rejoinder.reading.dates.meaning import Meaning

MACROS = {
    "month": "(?:MONTH|MABBR DOT?)",
    "day": "(?:DNUM|ORDNUM)",
    "wd": "(?:WEEKDAY|WDABBR DOT?)",
    "anywd": "(?:(?:WEEKDAY|WDABBR DOT?) COMMA?)",
    "year": "COMMA? YEARNUM",
    "unit": "[UNIT TUNIT]",
    "units": "[UNITS TUNITS]",
    "anyunit": "[UNIT UNITS TUNIT TUNITS]",
    "digits": "(?:[DNUM YEARNUM NUM DEC] FRAC? | FRAC)",
    "words": "CARD (?:[HYPH AND]? CARD){0,3}",
    "count": "(?:digits|words|A HALF|HALF A|A CARD (?:AND? CARD){0,2})",
    "vague": "(?:A? (?:VAGUE | COUPLE) OF? )",
    "amount": "(?:digits|words|A CARD (?:AND? CARD){0,2}|vague|A)",
    "to": "[HYPH TO AND]",
    "dir": "[LAST THIS NEXT COMING PAST PREVIOUS FOLLOWING CURRENT]",
    "about": "(?:ABOUT|MORE THAN|LESS THAN|AT LEAST|AT MOST|UP TO|NO MORE THAN|NO LESS THAN|DURING(?=amount))",
    "clock": "(?:(?:CLOCK|DNUM|DEC) AMPM|CLOCK|(?:DNUM|CARD) OCLOCK|NOON|[YEARNUM NUM] (?=ZONE))",
    "zoned": "clock (?:LPAR? ZONE RPAR?)?",
    "numbered": "(?:[ORDW ORDNUM])",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the letters of the words, what it means, and its name."""

    name: str
    pattern: re.Pattern[str]
    build: Callable[[b.Found], Meaning | None]


DATES: tuple[tuple[str, str, Callable[[b.Found], Meaning | None]], ...] = (
    ("date in figures", "ISO", b.iso_date),
    ("date in figures", "SLASH", b.slash_date),
    ("day and month", "anywd? THE? day OF? month (?:year(?!HYPH))?", b.point),
    ("day and month", "anywd? THE numbered OF month (?:year)?", b.point),
    ("month and day", "(?:THIS? COMING|THIS|NEXT|LAST)? anywd? month THE? day(?! DEC) (?:year)?", b.point),
    ("month and day", "(?:THIS? COMING)? anywd month THE? numbered", b.point),
    ("month and day", "month ORDW (?:year)?(?!UNIT)", b.point),
    ("weekday and day", "wd COMMA? THE? ORDNUM (?!OTHER)", b.point),
    ("day of the month", "(?<=[ON BY UNTIL SINCE FROM TO AND BEFORE AFTER]) THE ORDNUM (?![OTHER UNIT HYPH FISCAL CARD DNUM])", b.point),
    ("range of days", "anywd? day to day OF? month (?:year)?", b.between_days),
    ("range of days", "month day HYPH day (?:year)?", b.between_days),
    ("range of days", "month day (?:TO|AND) day(?![OTHER UNITS UNIT]) (?:year)?", b.between_days),
    ("range of days", "day month (?:year)? HYPH day month (?:year)?", b.between_dates),
    ("range of days", "month day (?:year)? HYPH month day (?:year)?", b.between_dates),
    ("range of months", "month HYPH month (?:year)?", b.between_months),
    ("month", "month (?:COMMA|OF)? YEARNUM", b.point),
    ("month", "MONTH|MABBR DOT", b.point),
    ("month", "MONTH OF? [LAST THIS NEXT] UNIT", b.month_of_year),
    ("day of month", "month DNUM OF? [LAST THIS NEXT] UNIT|day OF? month [LAST THIS NEXT] UNIT", b.month_of_year),
    ("month", "THIS? [LAST THIS NEXT COMING PAST PREVIOUS FOLLOWING] MONTH", b.point),
    ("month", "THE UNIT OF month (?:year)?", b.month_named),
    ("year", "YEARNUM", b.year),
    ("year", "THE UNIT YEARNUM", b.year),
    ("year", "(?:THE UNIT)? CARD CARD(?:HYPH? CARD){0,2}", b.spoken_year),
    ("years", "YEARNUM HYPH [YEARNUM DNUM NUM](?!DNUM)", b.between_years),
    ("fiscal year", "THE? FISCAL UNIT? YEARNUM", b.fiscal_year),
    ("year", "THE YEARNUM PERIOD", b.year),
    ("decade", "THE? DECADE", b.decade),
    ("decade", "THE DECADEW", b.decade),
    ("century", "THE? numbered HYPH? UNIT", b.century),
)

STRETCHES: tuple[tuple[str, str, Callable[[b.Found], Meaning | None]], ...] = (
    ("quarter", "[THE ITS]? FISCAL? ORDW HYPH? UNIT (?:OF? FISCAL? (?:YEARNUM|[LAST THIS NEXT] UNIT))?", b.quarter),
    ("quarter", "THE? FISCAL HYPH? ORDW HYPH? UNIT (?:OF? YEARNUM)?", b.quarter),
    ("quarter", "THE? YEARNUM ORDW? UNIT", b.quarter),
    ("quarter", "[LAST THIS NEXT] UNIT POSS (?:ORDW UNIT|UNIT)", b.quarter),
    ("quarter", "QTR (?:COMMA? OF? YEARNUM)?|YEARNUM QTR", b.quarter),
    ("half", "[THE ITS]? ORDW HALF (?:OF (?:YEARNUM|[LAST THIS NEXT] UNIT|THE UNIT))", b.half),
    ("season", "[LAST THIS NEXT COMING PAST THE] PAST? SEASON(?! OF (?!YEARNUM)) (?:OF? YEARNUM)?", b.season),
    ("season", "SEASON OF? YEARNUM", b.season),
    ("week by number", "(?:THE)? UNIT DNUM (?:OF|COMMA)? YEARNUM?", b.numbered_week),
    ("week of a day", "THE UNIT (?:OF|BEGIN) (?:month day|day OF? month) (?:year)?", b.week_of),
    ("stretch", "THE? dir [UNIT WEEKEND PERIOD]", b.shifted),
    ("stretch", "THE? FISCAL UNIT|THE? (?:CURRENT|LATEST|LAST|NEXT) FISCAL UNIT", b.shifted),
    ("stretch", "THE (?:LATEST|SAME|COMPARABLE) [UNIT PERIOD]", b.text_stretch),
    ("stretch", "THE? COMPARABLE UNIT HYPH (?:AGO|EARLIER) [UNIT PERIOD]", b.year_before),
    ("stretch", "THE COMPARABLE PERIOD (?:OF)? LAST UNIT", b.year_before),
    ("stretch", "THE? UNIT HYPH (?:AGO|EARLIER) [UNIT PERIOD]?", b.year_before),
    ("stretch", "THAT [UNIT]", b.text_stretch),
    ("stretch", "THE (?:full_year) UNIT".replace("full_year", "ANOTHER"), b.text_stretch),
    ("stretch", "(?<=[IN FOR DURING SINCE WITHIN OF]) THE UNIT(?![BEFORE AFTER OF])", b.text_stretch),
    ("stretch", "(?:THE|THIS)? WEEKEND", b.weekend),
    ("year's end", "UNIT HYPH END|UNIT END|UNIT POSS END", b.year_end),
    ("weekday", "wd", b.weekday),
    ("weekday", "THE? THIS? [LAST THIS NEXT COMING PAST PREVIOUS FOLLOWING] wd", b.weekday),
    ("weekday", "THIS (?:LAST|PAST|COMING) wd", b.weekday),
    ("weekday", "wd OF? [LAST THIS NEXT] UNIT|wd UNIT", b.weekday_of_week),
    ("day", "DAYWORD", b.day_word),
    ("day", "THE UNIT (?:BEFORE|AFTER) DAYWORD", b.day_beyond),
    ("day in the text", "THE UNIT (?:BEFORE|AFTER|EARLIER|LATER)", b.next_in_text),
    ("day in the text", "THE (?:PREVIOUS|FOLLOWING|NEXT|SAME) UNIT", b.next_in_text),
    ("ago", "about? amount anyunit (?:OR SO)? AGO", b.ago),
    ("ago", "anyunit (?:OR SO)? AGO", b.ago),
    ("later", "about? amount anyunit (?:LATER|EARLIER)", b.later),
    ("from now", "amount anyunit FROM NOW", b.from_now),
    ("holiday", "(?:LAST|THIS|NEXT)? HOLIDAY (?:[UNIT EVE WEEKDAY])? (?:YEARNUM)?", b.holiday),
    ("reference", "RIGHT? NOW", b.reference),
    ("reference", "MORE NOW", b.reference),
    ("reference", "THE [PAST FUTURE](?=[COMMA DOT STOP OTHER AND RPAR PARA TO OF])", b.reference),
    ("reference", "THESE UNITS", b.these_days),
    ("reference", "THE? [RECENT COMING] UNITS (?:AND UNITS)?", b.reference),
    ("reference", "THE UNITS LATER", b.reference),
    ("reference", "(?<=AT) THE (?:TIME|MOMENT)(?=[COMMA DOT STOP OTHER AND RPAR PARA])|(?<=AT) THIS (?:TIME|MOMENT)", b.moment),
)

TIMES: tuple[tuple[str, str, Callable[[b.Found], Meaning | None]], ...] = (
    ("part of a day", "(?:DAYWORD|THIS|LAST) PART", b.part_of_day),
    ("part of a day", "(?:LAST|NEXT|THIS)? wd PART", b.part_of_weekday),
    ("part of a day", "TONIGHT|OVERNIGHT", b.part_of_day),
    ("part of a day", "(?<=[IN DURING]) THE PART", b.part_of_day),
    ("time of day", "zoned", b.clock),
    ("time of day", "zoned COMMA? (?:DAYWORD|wd|month day (?:year)?|day month (?:year)?)", b.clock),
    ("time of day", "zoned COMMA? wd COMMA? (?:month day|day month) (?:year)?", b.clock),
    ("time of day", "zoned COMMA? ON wd", b.clock),
    ("duration", "about? count HYPH? ANOTHER? anyunit(?! HYPH? OLD)(?! AGO)", b.lasting),
    ("duration", "about? count (?:MORE|ANOTHER) anyunit", b.lasting),
    ("duration", "about? count (?:OR|TO|HYPH) count HYPH? ANOTHER? anyunit", b.lasting_to),
    ("duration", "count HYPH anyunit HYPH OLD(?= OTHER)", b.lasting),
    ("duration", "vague ANOTHER? [UNITS TUNITS]", b.lasting),
    ("duration", "THE? [LAST PAST NEXT COMING FOLLOWING] (?:amount) (?:OR count)? HYPH? anyunit (?:OR SO)?", b.lasting),
    ("duration", "THE ORDW (?:count)? [UNITS TUNITS]", b.lasting),
    ("duration", "THE count [UNITS TUNITS]", b.lasting),
    ("duration", "(?<=[FOR WITHIN IN AFTER THAN DURING ABOUT BY]) (?:A|ANOTHER) ANOTHER? [UNIT TUNIT]", b.lasting),
    ("duration", "A? (?:UNIT|TUNIT) AND A HALF|CARD AND A HALF anyunit", b.lasting_half),
    ("duration", "(?<=[FOR WITHIN AFTER IN]) anyunit(?:(?:AND|OR) anyunit)?(?! AGO)", b.lasting),
    ("duration", "(?:UNIT|UNITS) HYPH LONG", b.lasting),
    ("set", "EVERY OTHER? (?:count)? (?:UNIT|UNITS|TUNIT)", b.every_unit),
    ("set", "EVERY (?:wd|MONTH|SEASON|WEEKEND|PART) PART?", b.every_named),
    ("set", "WEEKDAYS|WEEKENDS|(?:WEEKDAY) PARTS", b.every_named),
    ("set", "OFTEN", b.often),
    ("set", "(?:ONCE|CARD TIMES) (?:A|EVERY) UNIT", b.often),
)


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The regular expression over letters for a pattern of class names and macros."""
    codes = load_lexicon().codes
    while re.search(r"[a-z]", pattern):
        pattern = re.sub(r"[a-z]+", lambda name: MACROS[name[0]], pattern)
    return re.compile(re.sub(r"[A-Z_]+", lambda name: codes[name[0]], pattern).replace(" ", ""))


@cache
def load_rules() -> tuple[Rule, ...]:
    """The rules in the order in which they win over one another at the same words."""
    return tuple(Rule(name, compile_pattern(pattern), build) for name, pattern, build in (*DATES, *STRETCHES, *TIMES))
