"""Several utterances of one promise -> one commitment: the undertakings of a story go in, its commitments come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from rejoinder.model import Actor, Commitment, Due, Interval, Passage, Span
from rejoinder.reading.business.commitments.binding import Undertaking, find_undertakings
from rejoinder.reading.business.told import Told
from rejoinder.reading.cues import base_forms, words_of
from rejoinder.reading.knowledge import load_table, word_set

_TABLE = "commitments"
_Thing = TypeVar("_Thing")
_DO_SO = re.compile(r"(?:will|would|to|shall)(?: also| only)? do so\b", re.IGNORECASE)
"""A promise that names no deed but the one before."""
_COMPARED = 12
"""How many utterances of a commitment another one is compared with."""
_MOST = 60
"""How many commitments back an utterance is compared with."""


@dataclass
class _Group:
    """The utterances of one promise, with the weighty words of all of them."""

    items: list[Undertaking]
    words: list[frozenset[str]] = field(default_factory=list)


def find_commitments(told: Told) -> tuple[Commitment, ...]:
    """The commitments of a story, in the order of their first utterance. Never raises on any text."""
    groups: list[_Group] = []
    for item in find_undertakings(told):
        words = weighty(told.words(item.action))
        again = groups[-1] if groups and _DO_SO.match(told.words(item.action)) else None
        group = next((group for group in reversed(groups[-_MOST:]) if _belongs(group, item, words)), None)
        group = again if again is not None and _same_debtor(again, item) else group
        if group is None:
            group = _Group([])
            groups.append(group)
        group.items.append(item)
        group.words.append(words)
    told_in_full = [group for group in groups if not _only_in_headings(told, group)]
    return tuple(_commitment(told, f"c{number}", group.items) for number, group in enumerate(told_in_full, 1))


def _only_in_headings(told: Told, group: _Group) -> bool:
    """Whether a promise stands in headlines alone, which cut it short and name its debtor loosely."""
    return all(told.story.in_headings(item.action.start) for item in group.items)


def _same_debtor(group: _Group, item: Undertaking) -> bool:
    one, other = group.items[0].debtor, item.debtor
    return one.name == other.name or bool(one.party and one.party == other.party)


def _belongs(group: _Group, item: Undertaking, words: frozenset[str]) -> bool:
    return (
        _same_debtor(group, item)
        and all(_compatible(other.due, item.due) for other in group.items[:_COMPARED])
        and any(_alike(other, words) for other in group.words[:_COMPARED])
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared, smaller = len(one & other), min(len(one), len(other))
    return shared > 0 and (shared == smaller or (shared >= 2 and 3 * shared >= smaller))


def _compatible(one: Due | None, other: Due | None) -> bool:
    """Whether two due dates may be one: their days overlap, or one of them tells no days."""
    if one is None or other is None:
        return True
    a, b = one.interval, other.interval
    before = a.latest is not None and b.earliest is not None and a.latest < b.earliest
    after = b.latest is not None and a.earliest is not None and b.latest < a.earliest
    return not before and not after


@cache
def _classes() -> dict[str, str]:
    return {word: name for name, words in load_table(_TABLE)["alike"].items() if name != "weightless" for word in words}


def weighty(text: str) -> frozenset[str]:
    """The words that tell what is to be done, each in a base form, words of one meaning alike."""
    found = set()
    for word in words_of(text):
        if word in word_set(_TABLE, "alike", "weightless"):
            continue
        forms = base_forms(word)
        known = next((_classes()[form] for form in forms if form in _classes()), None)
        found.add(known or min(forms, key=len))
    return frozenset(found)


def _commitment(told: Told, number: str, items: Sequence[Undertaking]) -> Commitment:
    """One commitment: the fullest action, the earliest day of promising, the narrowest due date."""
    fullest = max(items, key=lambda item: (not told.story.in_headings(item.action.start), item.action.length))
    mentions = sorted({item.action for item in items})
    reporters = {actor.name: actor for item in items if (actor := item.reported_by) is not None}
    statements = dict.fromkeys(item.statement.id for item in items if item.statement is not None)
    return Commitment(
        id=number,
        debtor=_debtor(items, fullest),
        creditor=_first([item.creditor for item in (fullest, *items)]),
        action=told.passage(fullest.action),
        condition=_passage(told, fullest.condition or _first([item.condition for item in items])),
        made_on=_earliest([item.made_on for item in items]),
        due=_best([item.due for item in (fullest, *items)]),
        reported_by=tuple(reporters.values()),
        statements=tuple(statements),
        mentions=tuple(told.passage(span) for span in mentions),
        reason=_reason(items, fullest, tuple(reporters.values())),
    )


def _debtor(items: Sequence[Undertaking], fullest: Undertaking) -> Actor:
    """The one who is bound; the side where the utterances name it, for a minister binds his state."""
    sides = [item.debtor for item in items if item.debtor.name == item.debtor.party]
    return sides[0] if sides else fullest.debtor


def _first(things: Sequence[_Thing | None]) -> _Thing | None:
    return next((thing for thing in things if thing is not None), None)


def _passage(told: Told, span: Span | None) -> Passage | None:
    return told.passage(span) if span is not None else None


def _earliest(days: Sequence[Interval | None]) -> Interval | None:
    known = [day for day in days if day is not None and day.earliest is not None]
    return min(known, key=lambda day: str(day.earliest)) if known else _first(days)


def _best(dues: Sequence[Due | None]) -> Due | None:
    """The due date with days, the first of these."""
    known = [due for due in dues if due is not None]
    dated = [due for due in known if due.interval.earliest is not None or due.interval.latest is not None]
    return _first([*dated, *known])


def _reason(items: Sequence[Undertaking], fullest: Undertaking, reporters: Sequence[Actor]) -> str:
    times = f"told {len(items)} times" if len(items) > 1 else "told once"
    by = f", by {', '.join(actor.name for actor in reporters)}" if reporters else ", in the story's own words"
    return f"“{' '.join(fullest.binds.split())}” binds {fullest.debtor.name}; it is {times}{by}."
