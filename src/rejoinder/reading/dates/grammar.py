"""The grammar of time phrases: patterns over classes of words, each with what it means.

A pattern is a regular expression whose capital names are classes of tokens (words.py) and whose small
names are the abbreviations of ``MACROS``; white space is ignored. Builders (of_days.py, of_parts.py,
of_stretches.py, of_clocks.py, of_times.py) turn the words of a match into a meaning, or into None where
they make none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from rejoinder.reading.dates import of_clocks, of_days, of_parts, of_stretches, of_times
from rejoinder.reading.dates.found import Found
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
    "words": "[CARD BIGCARD] (?:[HYPH AND]? [CARD BIGCARD]){0,3}",
    "count": "(?:digits|words|A HALF|HALF A|A BIGCARD (?:AND? CARD){0,2})",
    "vague": "(?:A? (?:VAGUE | COUPLE) OF? )",
    "amount": "(?:digits|words|A BIGCARD (?:AND? CARD){0,2}|vague|A)",
    "to": "[HYPH TO AND]",
    "dir": "[LAST THIS NEXT COMING PAST PREVIOUS FOLLOWING CURRENT]",
    "clock": "(?:(?:CLOCK|DNUM|DEC) AMPM|CLOCK|(?:DNUM|CARD) OCLOCK|NOON|[YEARNUM NUM] (?=ZONE))",
    "zoned": "clock (?:ZONE|LPAR ZONE RPAR)?",
    "rolling": "(?:THE|(?<=[IN OVER FOR DURING WITHIN OF AND]))",
    "numbered": "(?:[ORDW ORDNUM]|CARD HYPH? ORDW)",
    "whole": "(?:month (?:year)?|YEARNUM|THE? [LAST THIS NEXT COMING PREVIOUS FOLLOWING CURRENT] UNIT|THE UNIT)",
    "era": "(?:month (?:year)?|THE? DECADE|THE DECADEW|THE? numbered UNIT|THE? [LAST THIS NEXT] UNIT|THE UNIT)",
    "hour": "(?:CARD|DNUM)",
    "atlead": "(?<=[AT BY ABOUT BEFORE UNTIL AFTER SINCE])",
}

Build: TypeAlias = Callable[[Found], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the letters of the words, what it means, and its name."""

    name: str
    pattern: re.Pattern[str]
    build: Build


DATES: tuple[tuple[str, str, Build], ...] = (
    ("date in figures", "ISO", of_days.iso_date),
    ("date in figures", "SLASH", of_days.slash_date),
    ("day and month", "anywd? THE? day OF? month (?:year(?!HYPH))?", of_days.point),
    ("day and month", "anywd? THE numbered OF month (?:year)?", of_days.point),
    ("month and day", "(?:THIS? COMING|THIS|NEXT|LAST)? anywd? month THE? day(?! DEC) (?:year)?", of_days.point),
    ("month and day", "(?:THIS? COMING|THIS|LAST|NEXT)? anywd month THE? numbered", of_days.point),
    ("month and day", "month THE numbered (?:year)?(?!UNIT)", of_days.point),
    ("month and day", "month (?:CARD HYPH?)? ORDW (?:year)?(?!UNIT)", of_days.point),
    ("day and month", "day HYPH [MONTH MABBR] HYPH YEARNUM", of_days.point),
    ("weekday and day", "wd HYPH THE HYPH ORDNUM", of_days.point),
    ("weekday and day", "wd COMMA? THE ORDNUM|wd COMMA? ORDNUM (?!OTHER)", of_days.point),
    (
        "day of the month",
        "(?<=[ON BY UNTIL SINCE FROM TO AND BEFORE AFTER]) THE ORDNUM (?![OTHER UNIT HYPH FISCAL CARD DNUM])",
        of_days.point,
    ),
    ("range of days", "anywd? day to day OF? month (?:year)?", of_days.between_days),
    ("range of days", "month day HYPH day (?:year)?", of_days.between_days),
    (
        "range of days",
        "month day AND day(?![OTHER UNITS UNIT]) (?:year)?|month day [TO DURING] day(?![UNITS UNIT]) (?:year)?",
        of_days.between_days,
    ),
    ("range of days", "day month (?:year)? HYPH day month (?:year)?", of_days.between_dates),
    ("range of days", "month day (?:year)? HYPH month day (?:year)?", of_days.between_dates),
    ("range of months", "month HYPH month (?:year)?", of_days.between_months),
    ("month", "month (?:COMMA|OF)? YEARNUM", of_days.point),
    ("month", "MONTH|MABBR DOT", of_days.point),
    ("month", "MONTH OF? [LAST THIS NEXT] UNIT", of_days.month_of_year),
    ("day of month", "month DNUM OF? [LAST THIS NEXT] UNIT|day OF? month [LAST THIS NEXT] UNIT", of_days.month_of_year),
    ("month", "THIS? [LAST THIS NEXT COMING PAST PREVIOUS FOLLOWING] MONTH", of_days.point),
    ("month", "month (?:day)? OF? THAT UNIT", of_days.month_of_that_year),
    ("month", "THE UNIT OF month (?:year)?", of_days.month_named),
    ("year", "YEARNUM", of_days.year),
    ("year", "THE UNIT YEARNUM|THE ANOTHER UNIT YEARNUM", of_days.year),
    ("year", "(?:THE UNIT)? CARD HYPH? [CARD BIGCARD] (?:HYPH? CARD){0,2}", of_days.spoken_year),
    (
        "year",
        "(?:THE UNIT|(?<=[IN OF SINCE BY UNTIL])) CARD BIGCARD AND? CARD(?![UNITS TUNITS BIGCARD])",
        of_days.spoken_year,
    ),
    ("years", "YEARNUM [HYPH SOLIDUS] [YEARNUM DNUM NUM](?![HYPH SOLIDUS])", of_days.between_years),
    ("fiscal year", "THE? FISCAL UNIT? YEARNUM|[THE ITS] YEARNUM FISCAL UNIT", of_days.fiscal_year),
    ("year", "[THE ITS]? YEARNUM ANOTHER UNIT|ANOTHER UNIT? YEARNUM", of_days.calendar_year),
    ("stretch", "THE YEARNUM PERIOD", of_stretches.same_of_year),
    ("decade", "THE? DECADE", of_days.decade),
    ("decade", "THE DECADEW|THE? CARD HYPH? DECADEW|(?<=MID HYPH) DECADEW", of_days.decade),
    ("decade", "(?<=[IN OF FROM SINCE UNTIL DURING BY]) THE SHORTDECADE", of_days.short_decade),
    ("decade", "(?<=[EARLY LATE]) SHORTDECADE", of_days.short_decade),
    ("century", "THE? numbered HYPH? UNIT", of_days.century),
    ("century", "THE? numbered(?=[AND TO] numbered UNITS)|(?<=[AND TO]) numbered UNITS", of_days.one_of_centuries),
)

STRETCHES: tuple[tuple[str, str, Build], ...] = (
    ("reference", "(?<=IN) THE PAST(?![CARD DNUM NUM VAGUE])|(?<=IN) THE? FUTURE|THE FUTURE", of_stretches.reference),
    ("reference", "(?<=AT) PRESENT|(?<=AT) THE PRESENT TIME|(?<=FOR) THE PRESENT", of_stretches.reference),
    ("reference", "(?<=FOR) THE MOMENT", of_stretches.moment),
    ("reference", "(?<=[AT BY SINCE]) THAT TIME|(?<=IN) THESE UNITS", of_stretches.then),
    ("half", "(?<=[IN FOR DURING OF]) THE ORDW HALF(?! OF)|ORDW HYPH HALF", of_stretches.half),
    ("stretch", "THIS [PAST COMING] [UNIT WEEKEND]", of_stretches.shifted),
    ("part of a stretch", "THE [ORDW ORDNUM LAST FINAL] (?:UNIT|WEEKEND|wd) [OF IN] whole", of_parts.nth),
    ("part of a stretch", "THE numbered OF (?:[LAST THIS NEXT COMING] UNIT|THE UNIT)", of_parts.day_of_month),
    ("part of a stretch", "THE? [ORDW LAST FINAL] HALF OF era", of_parts.half_of),
    ("half", "THE? [LAST FINAL] HALF OF (?:YEARNUM|[LAST THIS NEXT] UNIT|THE UNIT)", of_parts.last_half),
    ("stretch", "ALL [UNIT SEASON]", of_parts.all_of),
    ("stretch", "THE OTHER UNIT", of_parts.new_year),
    ("stretch", "(?<=[EARLY LATE EARLIER LATER] IN) THE UNIT", of_parts.day_of_text),
    ("stretch", "THE UNIT(?=POSS)|(?<=BY THE END OF) THE UNIT", of_parts.day_of_text),
    ("stretch", "(?<=END OF) UNIT", of_parts.this_unit),
    ("stretch", "(?<=BEFORE) THE UNIT", of_parts.unit_over),
    ("from a day", "amount [UNIT UNITS] [FROM ON] (?:[NEXT THIS]? wd|month day)", of_parts.from_day),
    ("from a day", "wd UNIT(?!HYPH)", of_parts.weekday_week),
    ("duration", "A [UNIT TUNIT] (?=[AFTER BEFORE])", of_times.lasting),
    ("duration", "THE [UNITS TUNITS] AHEAD", of_times.lasting),
    ("duration", "VAGUE HYPH [UNIT TUNIT]", of_times.lasting),
    ("duration", "[THE A]? FISCAL? UNIT (?=ENDING|TO month day|TO day month)", of_times.ended),
    (
        "quarter",
        "(?:THE? FISCAL HYPH?|THE)? numbered UNIT (?:OF? FISCAL? (?:YEARNUM|[LAST THIS NEXT] UNIT)|OF THE UNIT)?",
        of_stretches.quarter,
    ),
    ("quarter", "THE? ORDW FISCAL UNIT (?:OF? YEARNUM)?", of_stretches.quarter),
    ("quarter", "THE? MONTH UNIT", of_stretches.quarter_of_month),
    ("quarter", "THE UNIT HYPH [AGO EARLIER] ORDW UNIT", of_stretches.quarter_a_year_before),
    ("quarter", "THE UNIT POSS ORDW UNIT", of_stretches.quarter_of_this_year),
    ("half", "THE UNIT POSS ORDW HALF", of_stretches.half),
    ("quarter", "(?:FISCAL HYPH?)? ORDW HYPH? UNIT (?:OF? YEARNUM)?", of_stretches.quarter),
    ("quarter", "THE? ORDW (?=[AND OR] ORDW [UNIT UNITS])|(?<=[AND OR]) ORDW UNITS", of_stretches.one_of_quarters),
    (
        "quarter",
        "[THE ITS]? FISCAL? (?:[FINAL LAST] UNIT OF FISCAL? (?:THE UNIT|YEARNUM|[LAST THIS NEXT] UNIT)|FINAL UNIT)",
        of_stretches.last_quarter,
    ),
    ("quarter", "THE? FISCAL? YEARNUM ORDW? UNIT", of_stretches.quarter),
    ("quarter", "THE? month HYPH (?:TO HYPH)? month UNIT", of_stretches.quarter_of_months),
    ("quarter", "FISCAL? YEARNUM POSS FISCAL? ORDW HYPH? UNIT", of_stretches.quarter),
    ("half", "THE? FISCAL? YEARNUM POSS? ORDW HALF", of_stretches.half),
    ("half", "DECADE ORDW HALF", of_stretches.half),
    ("quarter", "DECADE ORDW UNIT", of_stretches.quarter),
    ("quarter", "[LAST THIS NEXT] UNIT POSS (?:ORDW UNIT|UNIT)", of_stretches.quarter),
    ("half", "[LAST THIS NEXT] UNIT POSS ORDW HALF", of_stretches.half),
    ("quarter", "QTR (?:COMMA? OF? YEARNUM)?|YEARNUM QTR", of_stretches.quarter),
    ("half", "[THE ITS]? ORDW HALF (?:OF (?:FISCAL? YEARNUM|[LAST THIS NEXT] UNIT|THE UNIT))", of_stretches.half),
    (
        "season",
        "[LAST THIS NEXT COMING PAST THE] PAST? SEASON(?! OF (?![YEARNUM CARD])) (?:OF? YEARNUM)?",
        of_stretches.season,
    ),
    ("season", "THE? SEASON OF? [LAST THIS NEXT] UNIT", of_stretches.season),
    (
        "season",
        "SEASON OF? YEARNUM|(?<=[IN BY SINCE OF EARLY LATE MID UNTIL BEFORE AFTER HYPH]) SEASON",
        of_stretches.season,
    ),
    ("week by number", "(?:THE)? UNIT DNUM (?:OF|COMMA)? YEARNUM?", of_stretches.numbered_week),
    (
        "week of a day",
        "THE [UNIT WEEKEND] (?:OF|BEGIN) (?:month day (?:HYPH day)?|day OF? month) (?:year)?",
        of_stretches.week_of,
    ),
    ("weekend of a feast", "HOLIDAYDAY [POSS OTHER]? UNIT WEEKEND|HOLIDAY WEEKEND", of_days.weekend_of_feast),
    ("stretch", "THE? dir [UNIT WEEKEND PERIOD] (?:OR SO)?", of_stretches.shifted),
    ("stretch", "THE? FISCAL UNIT|THE? (?:dir|LATEST|MOST RECENT) FISCAL UNIT", of_stretches.shifted),
    ("stretch", "THE (?:LATEST|MOST RECENT|SAME|COMPARABLE) [UNIT PERIOD](?! LAST UNIT)", of_stretches.text_stretch),
    ("stretch", "THE? COMPARABLE UNIT HYPH (?:AGO|EARLIER) [UNIT PERIOD]", of_stretches.year_before),
    ("stretch", "THE [COMPARABLE SAME LIKE] [PERIOD UNIT] (?:OF)? LAST UNIT", of_stretches.year_before),
    ("stretch", "THE [COMPARABLE SAME LIKE] [PERIOD UNIT] [OF IN] YEARNUM", of_stretches.same_of_year),
    ("stretch", "THE [COMPARABLE SAME LIKE]? [UNIT PERIOD] A UNIT [AGO EARLIER]", of_stretches.year_before),
    ("stretch", "THE UNIT HYPH BEFORE [UNIT PERIOD]|THE PREVIOUS HYPH UNIT [UNIT PERIOD]", of_stretches.year_before),
    ("stretch", "THE? ORDW UNIT A UNIT [AGO EARLIER]", of_stretches.quarter_a_year_before),
    ("stretch", "THE [UNIT WEEKEND] (?:BEFORE LAST|AFTER NEXT)", of_stretches.beyond),
    ("stretch", "THE UNIT (?=POSS (?!END))", of_stretches.text_stretch),
    ("stretch", "THE UNIT HYPH (?:AGO|EARLIER) [UNIT PERIOD]|UNIT HYPH (?:AGO|EARLIER)", of_stretches.year_before),
    ("stretch", "THE UNIT HYPH (?:AGO|EARLIER) [UNIT PERIOD]", of_stretches.month_before),
    ("stretch", "THAT SAME? UNIT", of_stretches.text_stretch),
    ("stretch", "THE ANOTHER UNIT", of_stretches.text_stretch),
    ("stretch", "(?<=[IN FOR DURING SINCE WITHIN OF]) THE UNIT(?![BEFORE AFTER OF])", of_stretches.text_stretch),
    ("stretch", "(?:THE|THIS)? WEEKEND", of_stretches.weekend),
    ("year's end", "(?:UNIT HYPH END|UNIT END|UNIT POSS END) YEARNUM?", of_stretches.year_end),
    ("weekday", "wd", of_days.weekday),
    ("weekday", "THE? THIS? [LAST THIS NEXT COMING PAST PREVIOUS FOLLOWING] wd", of_days.weekday),
    ("weekday", "THIS (?:LAST|PAST|COMING) wd", of_days.weekday),
    ("weekday", "THE wd [BEFORE AFTER EARLIER LATER] (?=[COMMA DOT STOP RPAR PARA])", of_days.weekday_beside),
    ("weekday", "wd OF? [LAST THIS NEXT] UNIT", of_days.weekday_of_week),
    ("day", "DAYWORD", of_days.day_word),
    ("day", "THE UNIT (?:BEFORE|AFTER) DAYWORD", of_days.day_beyond),
    ("day in the text", "THE UNIT (?:BEFORE|AFTER|EARLIER|LATER)", of_stretches.next_in_text),
    ("day in the text", "THE (?:PREVIOUS|FOLLOWING|NEXT) UNIT", of_stretches.next_in_text),
    ("ago", "(?:amount|HALF A|A? HALF HYPH) anyunit (?:OR SO)? AGO", of_stretches.ago),
    ("ago", "anyunit (?:OR SO)? AGO", of_stretches.ago),
    ("ago", "A? UNIT HYPH UNIT AGO|A UNIT OF A UNIT AGO", of_stretches.quarter_century_ago),
    ("ago", "(?:A? LONG TIME|LONG|ABOUT TIME) AGO", of_stretches.long_ago),
    ("ago", "amount anyunit BACK (?=[COMMA DOT STOP RPAR PARA])", of_stretches.ago),
    ("ago", "amount [OR TO HYPH] amount anyunit AGO", of_stretches.ago_or),
    ("ago", "A [UNIT TUNIT] OR CARD AGO", of_stretches.ago_or),
    ("ago", "CARD AND A HALF anyunit AGO|A [UNIT TUNIT] AND A HALF AGO", of_stretches.ago_and_half),
    ("later", "amount anyunit (?:LATER|EARLIER)", of_stretches.later),
    ("later", "amount anyunit [BEFORE PREVIOUS] (?=[COMMA DOT STOP RPAR PARA])", of_stretches.later),
    ("from now", "amount anyunit (?:FROM (?:NOW|DAYWORD)|HENCE)", of_stretches.from_now),
    ("ago", "(?:A|CARD) [UNIT UNITS] AGO wd", of_stretches.weekday_ago),
    ("ago", "amount [UNIT UNITS] AGO DAYWORD", of_parts.ago_from_day),
    (
        "holiday",
        "[LAST THIS NEXT]? HOLIDAY [UNIT EVE WEEKDAY]? (?:OF? YEARNUM)?|NEW UNIT POSS [UNIT EVE]",
        of_days.holiday,
    ),
    ("holiday", "HOLIDAY [UNIT EVE]? OF? [LAST THIS NEXT] UNIT|THE? YEARNUM HOLIDAY", of_days.holiday),
    ("holiday", "[LAST THIS NEXT]? HOLIDAYDAY [POSS OTHER]? UNIT (?:OF? YEARNUM)?", of_days.holiday),
    ("holiday", "HOLIDAYDAY [POSS OTHER]? UNIT OF? [LAST THIS NEXT] UNIT", of_days.holiday),
    ("holiday", "[LAST THIS NEXT]? HOLY WEEKDAY YEARNUM?", of_days.holy_day),
    ("holiday", "MONTH UNIT YEARNUM?", of_days.may_day),
    ("adverb", "RIGHT? NOW(?! [AFTER BEFORE])", of_stretches.reference),
    ("adverb", "MORE NOW|RECENT|CURRENT", of_stretches.reference),
    ("reference", "THE [PAST FUTURE](?=[COMMA DOT STOP OTHER AND RPAR PARA TO OF])", of_stretches.reference),
    ("reference", "THE RECENT PAST", of_stretches.reference),
    ("reference", "THE OTHER FUTURE|THE OTHER HYPH OTHER HYPH OTHER FUTURE", of_stretches.some_future),
    ("reference", "THE OTHER PAST", of_stretches.some_past),
    ("reference", "THESE UNITS", of_stretches.these_days),
    (
        "reference",
        "THE? [RECENT COMING] UNITS (?:AND UNITS)?|(?<=[IN OVER FROM OF]) PAST UNITS|(?<=IN) RECENT TIMES",
        of_stretches.reference,
    ),
    ("reference", "(?<=IN) [FOLLOWING LATER EARLIER PREVIOUS] UNITS|(?<=[IN OF]) UNITS PAST", of_stretches.some_years),
    ("adverb", "(?<=[FOR IN AFTER WITHIN]) [A ABOUT] LONG? [OTHER TIME]", of_times.a_while),
    ("adverb", "(?<=AT) A LATER [OTHER TIME]", of_stretches.some_later),
    ("reference", "THE UNITS LATER", of_stretches.reference),
    ("reference", "THE OTHER UNIT", of_stretches.other_day),
    ("reference", "CARD UNIT", of_stretches.one_day),
    ("stretch", "MIDWORD|MID HYPH UNIT", of_stretches.middle),
    (
        "reference",
        "(?<=AT) THE (?:TIME|MOMENT)(?=[COMMA DOT STOP OTHER AND RPAR PARA])|(?<=AT) THIS (?:TIME|MOMENT)",
        of_stretches.moment,
    ),
)

TIMES: tuple[tuple[str, str, Build], ...] = (
    (
        "part of a day",
        "(?:DAYWORD|THIS|LAST) PART|(?<=[IN AT BY EARLY LATE MID HYPH]) PART DAYWORD",
        of_times.part_of_day,
    ),
    ("part of a day", "(?:LAST|NEXT|THIS)? wd PART", of_times.part_of_weekday),
    ("part of a day", "wd PART COMMA (?:month day|day month) (?:year)?", of_times.part_of_day_named),
    ("part of a day", "THE (?:NEXT|FOLLOWING|PREVIOUS) PART", of_times.part_of_next),
    ("part of a day", "THE PART OF (?:anywd? (?:month day|day OF? month) (?:year)?|wd)", of_times.part_of_date),
    ("part of a day", "TONIGHT|OVERNIGHT", of_times.part_of_day),
    (
        "part of a day",
        "(?<=[IN DURING]) THE PART|THE SAME PART|THAT SAME? PART|(?<=[BY IN DURING UNTIL EARLY MID LATE]) PART",
        of_times.part_of_day,
    ),
    ("part of a day", "(?<=[AT BY BEFORE UNTIL AFTER SINCE]) DAWN (?:ON? wd|DAYWORD)?", of_clocks.dawn),
    ("part of a day", "(?<=[AT BY BEFORE UNTIL AFTER SINCE]) DAWN ON? (?:month day|day month)", of_clocks.dawn),
    ("part of a day", "(?:MIDPART|MID HYPH PART) (?:ON? wd|DAYWORD)?", of_clocks.middle_of_part),
    (
        "part of a day",
        "THE [EARLY LATE OTHER HOURS_OF] PART? TUNITS (?:OF (?:THE PART|wd PART?|DAYWORD|month day|day month))?",
        of_clocks.hours_of,
    ),
    ("time of day", "zoned", of_times.clock),
    ("time of day", "TONIGHT AT hour (?:OCLOCK|AMPM)?(?!COMMA? [UNITS TUNITS])", of_clocks.hour_of_part),
    (
        "time of day",
        "atlead (?:HALF PAST|A UNIT [PAST TO AFTER BEFORE]) hour(?![UNIT UNITS TUNIT TUNITS HYPH])",
        of_clocks.half_past,
    ),
    (
        "time of day",
        "atlead hour OCLOCK? (?:THIS PART|IN THE PART|TONIGHT|DAYWORD PART|wd PART)",
        of_clocks.hour_of_part,
    ),
    (
        "time of day",
        "zoned COMMA? (?:DAYWORD PART?|wd PART?|THIS PART|TONIGHT|IN THE PART|month day (?:year)?|day month (?:year)?)",
        of_times.clock,
    ),
    ("time of day", "zoned COMMA? wd COMMA? (?:month day|day month) (?:year)?", of_times.clock),
    (
        "time of day",
        "zoned COMMA? ON (?:(?:wd COMMA?)? (?:month day (?:year)?|day month (?:year)?)|wd)",
        of_times.clock,
    ),
    ("time of day", "anywd? (?:month day|day month) (?:year)? COMMA? AT? zoned", of_times.clock),
    ("time of day", "(?:wd|DAYWORD) COMMA? AT? ABOUT? zoned", of_times.clock),
    ("time of day", "(?:wd|DAYWORD) PART COMMA? AT ABOUT? zoned", of_times.clock),
    ("time of day", "[NEXT LAST THIS] wd COMMA? AT? zoned", of_times.clock),
    ("duration", "count HYPH? ANOTHER? anyunit(?! HYPH? OLD)(?! AGO)", of_times.lasting),
    ("duration", "count (?:MORE|ANOTHER) anyunit", of_times.lasting),
    ("duration", "A? HALF HYPH [UNIT TUNIT]", of_times.lasting),
    ("duration", "count (?:OR|TO|HYPH) count HYPH? ANOTHER? anyunit", of_times.lasting_to),
    ("duration", "(?:count HYPH)? [UNIT UNITS] HYPH OLD", of_times.age),
    ("duration", "vague ANOTHER? [UNITS TUNITS]", of_times.lasting),
    (
        "duration",
        "rolling [LAST PAST NEXT COMING FOLLOWING PREVIOUS] amount (?:OR count)? HYPH? anyunit (?:OR SO)?",
        of_times.lasting,
    ),
    ("duration", "THE ORDW (?:count)? [UNITS TUNITS]", of_times.lasting),
    ("duration", "THE [FINAL LATEST SAME]? count [UNITS TUNITS]", of_times.lasting),
    ("duration", "THE [EARLY FINAL LAST] [UNITS TUNITS] (?=[OF BEFORE AFTER])", of_times.lasting),
    ("duration", "count OR MORE [UNITS TUNITS]|count HYPH? PLUS HYPH? anyunit", of_times.lasting),
    ("duration", "MANY OF [UNITS TUNITS](?!HYPH)", of_times.lasting_many),
    ("duration", "A UNIT OF A TUNIT|CARD HYPH? UNITS OF A TUNIT", of_times.part_of_hour),
    ("duration", "ANOTHER [UNIT TUNIT]", of_times.lasting_another),
    ("duration", "THE? [UNITS TUNITS]", of_times.lasting_loose),
    ("duration", "(?<=[OVER DURING]) THE UNITS", of_times.over_time),
    ("duration", "THE UNIT HYPH (?:AGO|EARLIER) count UNITS", of_times.lasting_before),
    ("duration", "[THE A] ENTIRE UNIT", of_times.whole),
    ("duration", "A UNIT UNIT|A? UNIT HYPH UNIT|A UNIT OF A UNIT", of_times.quarter_century),
    (
        "duration",
        "(?<=[FOR WITHIN IN AFTER THAN DURING ABOUT NEARLY OVER LEAST UNDER TO]) (?:A|ANOTHER) ANOTHER? [UNIT TUNIT]",
        of_times.lasting,
    ),
    ("duration", "A? (?:UNIT|TUNIT) AND A HALF|CARD HYPH? AND HYPH? A HYPH? HALF HYPH? anyunit", of_times.lasting_half),
    ("duration", "(?<=[FOR WITHIN AFTER IN]) anyunit(?:(?:AND|OR) anyunit)?(?! AGO)", of_times.lasting),
    ("duration", "[UNITS TUNITS] COMMA OTHER [UNITS TUNITS]", of_times.not_longer),
    ("duration", "[UNITS TUNITS](?=[AFTER BEFORE LATER EARLIER])", of_times.lasting),
    ("duration", "[UNIT UNITS TUNIT TUNITS] HYPH LONG", of_times.lasting),
    ("duration", "LONGWORD", of_times.lasting_word),
    ("duration", "A [UNIT TUNIT]", of_times.lasting_alone),
    ("duration", "(?<![THE THESE EARLY LAST]) [UNITS TUNITS] (?=OF (?!THE))", of_times.lasting_of),
    ("set", "EVERY SINGLE? OTHER? (?:count|vague)? anyunit", of_times.every_unit),
    ("set", "EVERY ORDW wd", of_times.every_nth),
    ("set", "EVERY (?:wd|MONTH|SEASON|WEEKEND|PART) PART?", of_times.every_named),
    ("set", "EVERY wd AT zoned", of_times.every_named),
    ("set", "THE? [ORDW ORDNUM LAST FINAL] (?:UNIT|WEEKEND|wd) [OF IN] EVERY UNIT", of_parts.nth_of_each),
    ("set", "(?<=EVERY WEEKDAY AND) WEEKDAY", of_times.every_named),
    ("set", "count [UNITS TUNITS] A UNIT", of_times.rate),
    ("set", "WEEKDAYS|WEEKENDS|WORKDAYS|WEEKDAY PARTS", of_times.every_named),
    ("set", "OFTEN", of_times.often),
    ("set", "(?:ONCE|[CARD VAGUE] TIMES) (?:A|EVERY) UNIT", of_times.often),
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
