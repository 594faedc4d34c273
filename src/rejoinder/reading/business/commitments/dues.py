"""By when something is promised: the words of a promise go in; the due date, as said and as days, comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rejoinder.model import Due, Interval, Span, TimeExpression, TimexType
from rejoinder.reading.actors.words import words_within
from rejoinder.reading.business.commitments.clauses import Clause
from rejoinder.reading.business.commitments.events import OVER, event_due
from rejoinder.reading.business.commitments.subjects import Range
from rejoinder.reading.business.phrases import Words
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import load_table, word_set

_TABLE = "commitments"
_PERIOD = re.compile(
    r"P(?:T(?P<hours>\d{1,4})H|(?P<days>\d{1,4})D|(?P<weeks>\d{1,3})W|(?P<months>\d{1,3})M|(?P<years>\d{1,2})Y)$"
)
_WEEK = re.compile(r"\d{4}-W\d\d$")
_LONG = 36_500
_DAY_OF_HOURS = 24
_NO_TERM = ("since", "of", "than", "least")
_HOUR = 6
"""Words that tell an hour before its day at most: "the close of business on"."""
_AHEAD = 8
"""Words that a due date ahead of its subject has at most."""
_EVENT = frozenset(["of", "from", "after", "following"])


@dataclass(frozen=True, slots=True)
class Found:
    """A due date and the words that it takes, its preposition among them."""

    due: Due
    taken: Range
    weight: int


def due_in(told: Told, words: Words, part: Range, said_on: date | None) -> Found | None:
    """The due date in a range of words: one with "by", "before", "within" before others, the last of equals."""
    best: Found | None = None
    for found in _candidates(told, words, part, said_on):
        if best is None or found.weight >= best.weight:
            best = found
    event = event_due(told, words, part)
    if event is not None and (best is None or _is_inside(words, best.taken, event[1])):
        return Found(*event, weight=3)
    return best or _vague(words, part)


def _is_inside(words: Words, day: Range, event: Range) -> bool:
    """Whether a day is told by the words of an event: "before the house rises on March 26", "before this month is
    out", but not "before March 26"."""
    return event[0] < day[0] < event[1] or (event[0] == day[0] and words.low(event[1] - 1) in OVER)


def due_ahead(told: Told, words: Words, clause: Clause, subject: Range, said_on: date | None) -> Found | None:
    """The due date before the verb: "By May 2 the bank will reply", "The bank on May 2 will reply"."""
    if clause.cue is not None or clause.modal != "will":
        return None
    between = due_in(told, words, (min(subject[1], clause.begin), clause.begin), said_on)
    if between is not None:
        return between
    first = subject[0] - (words.low(subject[0] - 1) == ",")
    begin = next((at for at in range(first, max(words.first, first - _AHEAD) - 1, -1) if _opens(words, at)), None)
    found = due_in(told, words, (begin, first), said_on) if begin is not None and begin < first else None
    return found if found is not None and begin is not None and found.taken == (begin, first) else None


def _opens(words: Words, at: int) -> bool:
    """Whether a word stands at the head of its clause."""
    return at == words.first or not words.low(at - 1)[:1].isalnum() or words.low(at - 1) in ("that", "and", "but")


def _candidates(told: Told, words: Words, part: Range, said_on: date | None) -> Iterator[Found]:
    for item in told.dates_in(words.span(*part)):
        first, last = words_within(words.all, item.span)
        if item.type is TimexType.SET or (last < words.last and words.all[last].owner):
            continue
        sort, begin = _with_hour(words, *_preposition(words, first))
        before = words.low(begin - 1)
        bare = sort is None and (before in word_set("titles", "edges", "determiners") or before in ("'s", "’s"))
        if bare or before in _NO_TERM or (sort in (None, "at") and _is_told_of_past(words, part, first)):
            continue
        found = _reading(told, words, item, sort, last, said_on)
        if found is not None:
            due, end = found
            weight = 3 if sort in ("by", "before", "within") else 2 if sort is not None else 1
            begin += words.low(begin) == "already"
            text = told.words(words.span(begin, end))
            yield Found(Due(" ".join(text.split()), due.interval, due.rule), (begin, end), weight)


def _preposition(words: Words, first: int) -> tuple[str | None, int]:
    """What stands before a time expression ("by", "no later than", "from"): its sort and where it begins."""
    for length in (4, 3, 2, 1):
        begin = first - length
        phrase = " ".join(words.low(at) for at in range(begin, first))
        sort = _prepositions().get(phrase)
        if sort is not None:
            return sort, begin
    return None, first


def _is_told_of_past(words: Words, part: Range, date: int) -> bool:
    """Whether a date belongs to what a thing was before: "the tariffs that it had raised this spring"."""
    return any(words.low(at) in ("had", "was", "were", "who", "whose") for at in range(part[0] + 2, date))


def _with_hour(words: Words, sort: str | None, begin: int) -> tuple[str | None, int]:
    """What stands before a day and an hour of it: "by close of business Thursday" is by Thursday."""
    first = begin
    while first > begin - _HOUR and words.low(first - 1) in word_set(_TABLE, "due", "hours"):
        first -= 1
    found, opening = _preposition(words, first)
    return (found, opening) if first < begin and found in ("by", "before") else (sort, begin)


@cache
def _prepositions() -> dict[str, str]:
    table = load_table(_TABLE)["due"]
    return {phrase: sort for sort in ("by", "before", "from", "within", "after", "at") for phrase in table[sort]}


def _reading(
    told: Told, words: Words, item: TimeExpression, sort: str | None, last: int, said_on: date | None
) -> tuple[Due, int] | None:
    """The days of a time expression behind a preposition, and where its words end; None for a day that is past."""
    said = item.exact if sort in (None, "at") else f"{sort} {item.exact}"
    if item.type is TimexType.DURATION:
        return _period(words, item, sort, last, said_on)
    days = item.interval
    if days is None or days.latest is None:
        return (Due(said, Interval(None, None), None), last) if sort is not None else None
    if said_on is not None and days.latest < said_on:
        return None
    until = _until(told, words, last) if sort == "from" else None
    if until is not None:
        both = Interval(days.earliest, until[0].latest)
        return Due(said, both, f"from the first day to the last: {item.exact}"), until[1]
    return Due(said, _limits(days, sort, item.exact), _rule(item, sort)), last


def _until(told: Told, words: Words, at: int) -> tuple[Interval, int] | None:
    """The days behind "to" ("from Monday to Wednesday"), and where they end."""
    if words.low(at) not in ("to", "until", "till", "through") or at + 1 >= words.last:
        return None
    found = [item for item in told.dates_in(words.span(at + 1, min(at + 4, words.last))) if item.interval is not None]
    return (found[0].interval, words_within(words.all, found[0].span)[1]) if found and found[0].interval else None


def _limits(days: Interval, sort: str | None, exact: str) -> Interval:
    if sort == "by":
        return Interval(None, days.latest)
    if sort == "before" and days.earliest is not None:
        at_end = "end" in exact.lower().split()[:2]
        return Interval(None, days.latest if at_end else days.earliest - timedelta(1))
    if sort == "from" and " to " not in exact:
        return Interval(days.earliest, None)
    return days


def _rule(item: TimeExpression, sort: str | None) -> str | None:
    if sort in ("by", "before"):
        return f"latest day only: {sort} {item.exact}"
    if sort == "from":
        return f"earliest day only: from {item.exact}"
    if item.value is not None and _WEEK.match(item.value):
        return "ISO week of the utterance" if item.exact.lower().startswith("this") else "ISO week from the utterance"
    return item.rule


def _period(
    words: Words, item: TimeExpression, sort: str | None, last: int, said_on: date | None
) -> tuple[Due, int] | None:
    """As in "within 48 hours" (counted from the day of speaking), "within 30 days of signature", "in 90 days"."""
    said = item.exact
    if sort not in ("within", "by") and not item.exact.lower().startswith("within"):
        if words.low(words_within(words.all, item.span)[0] - 1) != "in":
            return None
        said = f"in {item.exact}"
    if words.low(last) in _EVENT:
        end = max(words.phrase_end(last + 1), last + 2)
        if words.low(last + 1) != "the" or words.low(last + 2) not in word_set(_TABLE, "verbs", "occasions"):
            return Due(said, Interval(None, None), "counted from an event"), min(end, words.last)
        last = min(end, words.last)
    until = _after_period(item.value or "", said_on)
    rule = f"{item.exact} from the day of the utterance" if until else None
    return Due(said, Interval(None, until), rule), last


def _after_period(value: str, start: date | None) -> date | None:
    match = _PERIOD.match(value)
    if match is None or start is None:
        return None
    size = {name: int(number) for name, number in match.groupdict().items() if number}
    if size.get("hours", _DAY_OF_HOURS) < _DAY_OF_HOURS:
        return None
    days = size.get("hours", 0) / 24 + size.get("days", 0) + 7 * size.get("weeks", 0)
    months = size.get("months", 0) + 12 * size.get("years", 0)
    return _months_later(start, months) + timedelta(days) if days + 31 * months < _LONG else None


def _months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(day.day, last))


@cache
def _vague_phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load_table(_TABLE)["due"]["vague"])


def _vague(words: Words, part: Range) -> Found | None:
    """A due date that is no day: "at the appropriate moment", "in the coming weeks"."""
    firsts = word_set(_TABLE, "due", "vague_firsts")
    for at in range(*part):
        if words.low(at) not in firsts:
            continue
        for phrase in _vague_phrases():
            end = at + len(phrase)
            if end <= part[1] and tuple(words.low(step) for step in range(at, end)) == phrase:
                return Found(Due(" ".join(phrase), Interval(None, None), None), (at, end), 0)
    return None


def without_due(words: Words, action: Range, verb: int, found: Found | None) -> Range:
    """The action without the words of its due date, where these stand at its end."""
    if found is None or not verb < found.taken[0] <= action[1] <= found.taken[1]:
        return action
    end = found.taken[0]
    end -= words.low(end - 1) == "already"
    while end > verb + 1 and (
        words.low(end - 1) in ("and", "but", ",", "not", "due")
        or not (words.low(end - 1)[0].isalnum() or words.low(end - 1) in ("%", "”", '"'))
    ):
        end -= 1
    return action[0], end


def day_between(told: Told, span: Span, latest: date | None) -> Interval | None:
    """The days of a time expression in a span that are not after a day: when something was undertaken."""
    days = (item.interval for item in told.dates_in(span))
    return next((day for day in days if day and day.latest and (latest is None or day.latest <= latest)), None)
