"""When something was undertaken: a clause and its ground go in, a day or a longer interval comes out.

A day beside the verb of promising, else one with which its sentence opens, else the day on which the debtor's side
says so; what a lead tells, and what both sides of a story undertake together, is undertaken on the day of the lead.
"""

from __future__ import annotations

from datetime import date, timedelta

from rejoinder.model import Interval, TimexType
from rejoinder.reading.business.commitments.clauses import Clause, terms_at
from rejoinder.reading.business.commitments.creditors import are_opposed
from rejoinder.reading.business.commitments.dues import day_between
from rejoinder.reading.business.commitments.grounds import Ground, brings_in, same_side, under_agreement
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import word_set

_TABLE = "commitments"
_CLAUSE = 16
"""Words before a verb of promising that may tell its day: "at a meeting in Geneva on January 21 promised"."""
_TERMS = 24
"""Words behind "under the deal" that may tell its day."""
_STOPS = frozenset(["that", ",", ";", "said", "says", '"', "“"])
_RECENT = timedelta(7)


def made_on(told: Told, words: Words, clause: Clause, ground: Ground) -> Interval | None:
    """When it was undertaken."""
    if clause.modal == "expected":
        return _told_on(told, words, clause) or _lead_day(told)
    cue = clause.cue if clause.cue is not None else ground.governor
    if cue is not None:
        day = _beside(told, words, cue, clause.begin)
        if day is not None:
            return day
    if under_agreement(words, clause):
        return _day_of_terms(told, words) or _lead_day(told)
    return _spoken_on(clause, words, ground) or (_lead_day(told) if _is_news(told, words, ground) else None)


def _told_on(told: Told, words: Words, clause: Clause) -> Interval | None:
    """The day on which the outermost speaker tells of it."""
    around = told.speech_around(words.all[clause.begin].start)
    return around[0].said_on.interval if around and around[0].said_on is not None else None


def _beside(told: Told, words: Words, cue: int, end: int) -> Interval | None:
    """The day that stands beside a verb of promising, or opens its sentence."""
    today = told.story.day.day
    day = day_between(told, words.span(_cue_clause(words, cue), end), today)
    if day is not None:
        return day
    opening = next((at for at in range(words.first, cue) if words.low(at) == ","), None)
    opens = words.low(words.first) in word_set(_TABLE, "making", "openings")
    if opening is not None and opening > words.first and opens:
        return day_between(told, words.span(words.first, opening), today)
    return _back_then(told, words, cue, end)


def _back_then(told: Told, words: Words, cue: int, end: int) -> Interval | None:
    """The time of the sentence before, which "promised at the time" points back to."""
    near = [words.low(at) for at in range(cue, min(cue + 5, end))]
    if near[1:4] != ["at", "the", "time"] and near[1:3] != ["that", "day"] and near[1:2] != ["then"]:
        return None
    before = told.sentence_at(max(0, words.all[words.first].start - 2))
    return day_between(told, before, told.story.day.day) if before.length else None


def _spoken_on(clause: Clause, words: Words, ground: Ground) -> Interval | None:
    """The day on which the debtor's side says so."""
    speech = ground.speech
    if speech is None or (clause.cue is not None and not brings_in(words, clause.cue, speech)):
        return None
    theirs = same_side(speech.speaker, ground.debtor) or (bool(ground.others) and clause.cue is not None)
    told_on = speech.said_on is not None and theirs
    return speech.said_on.interval if told_on and speech.said_on is not None else None


def _day_of_terms(told: Told, words: Words) -> Interval | None:
    """The day of the agreement under which something is due: "under a deal reached on Wednesday"."""
    begin = next((at for at in range(words.first, words.last) if terms_at(words, at)), None)
    if begin is None:
        return None
    return day_between(told, words.span(begin, min(words.last, begin + _TERMS)), told.story.day.day)


def _is_news(told: Told, words: Words, ground: Ground) -> bool:
    """Whether something was undertaken on the day of the lead: what the lead tells, and what sides do together."""
    lead = told.lead
    in_lead = lead is not None and lead.holds_at(words.all[words.first].start)
    agreed = len(ground.others) == 1 and are_opposed(told, ground.debtor, ground.others[0])
    return in_lead or agreed


def _lead_day(told: Told) -> Interval | None:
    """The day that the lead tells, or else the story's."""
    today = told.story.day.day
    if today is None:
        return None
    days = (
        (item.interval for item in told.dates_in(told.lead) if item.type is not TimexType.DURATION) if told.lead else ()
    )
    recent = (day for day in days if day and day.earliest == day.latest and _is_recent(day, today))
    return next(recent, Interval.day(today))


def _is_recent(day: Interval, today: date) -> bool:
    return day.earliest is not None and today - _RECENT < day.earliest <= today


def _cue_clause(words: Words, cue: int) -> int:
    """Where the clause of a verb of promising begins: behind a mark, "that" or a verb of saying."""
    at = cue
    while at > max(words.first, cue - _CLAUSE) and words.low(at - 1) not in _STOPS:
        at -= 1
    return at
