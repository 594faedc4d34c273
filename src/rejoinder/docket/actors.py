"""Actors and posts over time: what is said in a docket in, who held which post from first to last mention out.

A post is held by the day on which somebody is told to hold it. A later holder of the same post of the same side is a
change of holder; the posts of unnamed people ("a senior official") are told of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rejoinder.docket.live import Live
from rejoinder.docket.matters import PostHeld

_Post = tuple[str, str, str]


def posts_held(live: Live) -> tuple[PostHeld, ...]:
    """Posts as they were held, by side and post, in the order of their first mention."""
    days: dict[_Post, tuple[date, date]] = {}
    for post, on in _mentions(live):
        first, last = days.get(post, (on, on))
        days[post] = (min(first, on), max(last, on))
    held = [PostHeld(party or None, title, name, first, last) for (party, title, name), (first, last) in days.items()]
    return tuple(sorted(held, key=lambda one: (one.party or "", one.post, one.first, one.name)))


def parties_of(live: Live) -> tuple[str, ...]:
    """The sides that speak in a docket."""
    said = live.statements.values()
    return tuple(sorted({one.party for one in said if one.party and one.source not in live.superseded}))


def _mentions(live: Live) -> Iterator[tuple[_Post, date]]:
    for subject, said in live.statements.items():
        counts = said.source not in live.superseded and not live.verdicts.rejected(subject)
        if counts and said.post and said.name and said.name != said.party:
            yield (said.party or "", said.post, said.name), said.on
