"""Quiet items: what is said in a docket in, for each item how often which side spoke of it in which week out. Counted,
not characterised.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from rejoinder.docket.deeds import Deed, Deeds
from rejoinder.docket.kept import StatementKept
from rejoinder.docket.live import Live
from rejoinder.docket.spoken import Spoken
from rejoinder.docket.weighty import stems_in

HORIZON = timedelta(371)
"""How far back mentions are counted: fifty-three weeks."""
_NEVER = (date.min, "")


@dataclass(slots=True)
class Mentions:
    """Mentions of one item: by ISO week and party, and the last one (its day and its statement)."""

    weeks: Counter[tuple[str, str]] = field(default_factory=Counter)
    last: tuple[date, str] | None = None


def count_mentions(live: Live, spoken: Spoken, items: Iterable[str], today: date) -> dict[str, Mentions]:
    """The mentions of these items up to ``today``. Items that are known by the same words share theirs."""
    said = _count_words(live, spoken, today)
    spoken_of: dict[int, list[frozenset[int]]] = {}
    for numbers in said:
        for number in numbers:
            spoken_of.setdefault(number, []).append(numbers)
    told_by: dict[str, list[int]] = {}
    for number, signature in enumerate(spoken.known):
        for item in signature.items:
            told_by.setdefault(item, []).append(number)
    counted: dict[tuple[int, ...], Mentions] = {}
    found = {}
    for item in items:
        own = tuple(told_by.get(item, ()))
        if own not in counted:
            together = {numbers for number in own for numbers in spoken_of.get(number, ())}
            counted[own] = _add_up(said[numbers] for numbers in together)
        found[item] = counted[own]
    return found


def _count_words(live: Live, spoken: Spoken, today: date) -> dict[frozenset[int], Mentions]:
    """The mentions by all that they speak of at once."""
    found: dict[frozenset[int], Mentions] = {}
    first = today - HORIZON if today > date.min + HORIZON else date.min
    for subject, said in live.statements.said_between(first, today):
        if said.source not in live.superseded:
            numbers = spoken.signatures(stems_in(said.words))
            if numbers and not live.verdicts.rejected(subject):
                _note(found.setdefault(numbers, Mentions()), subject, said)
    return found


def _add_up(several: Iterable[Mentions]) -> Mentions:
    total = Mentions()
    for mentions in several:
        total.weeks.update(mentions.weeks)
        total.last = max(total.last or _NEVER, mentions.last or _NEVER)
    return total


def _note(mentions: Mentions, subject: str, said: StatementKept) -> None:
    week = said.on.isocalendar()
    mentions.weeks[f"{week.year}-W{week.week:02}", said.party or said.name or ""] += 1
    mentions.last = max(mentions.last or _NEVER, (said.on, subject))


def silence_of(deeds: Deeds, side: str | None, tabled: date, mentions: Mentions, today: date) -> int:
    """How many meetings its side has held without a word of an item: since its last mention, or since it was tabled."""
    since = max(mentions.last[0], tabled) if mentions.last else tabled
    held = deeds.held if side is None else deeds.meetings.get(side, [])
    return bisect_right(held, today, key=_day) - bisect_right(held, since, key=_day)


def _day(deed: Deed) -> date:
    return deed.on
