"""For which side a group acts that a story does not name: "the army", "its ministers", "junior doctors", "the airline".

The noun at the head of a noun phrase goes in, with the one who speaks; the side of the story that has such people
comes out, or None where the story has none or several.
"""

from __future__ import annotations

from functools import cache

from rejoinder.model import Actor
from rejoinder.reading.business.told import Told
from rejoinder.reading.knowledge import load_table

_STATE = "state"


def side_of_group(told: Told, noun: str, speaker: Actor | None) -> Actor | None:
    """The side that has people of this noun: the speaker's where he is of one that has, else the only one."""
    sort = _sorts().get(noun)
    if sort is None:
        return None
    sides = _states(told) if sort == _STATE else _bodies(told, sort)
    if speaker is not None and speaker.party in sides:
        return sides[speaker.party]
    return next(iter(sides.values())) if len(sides) == 1 else None


@cache
def _sorts() -> dict[str, str]:
    return {noun: sort for sort, nouns in load_table("commitments")["groups"].items() for noun in nouns}


def _bodies(told: Told, sort: str) -> dict[str, Actor]:
    """The unions, companies or rebels of the story by their party."""
    held = told.story.cast.story.bodies.held.get(sort, [])
    return {party: Actor(party, None, party) for _, actor in held if (party := actor.party) is not None}


def _states(told: Told) -> dict[str, Actor]:
    """The states that act in the story; where one does far more than others, that one alone."""
    standing = told.story.cast.story.standing
    parties = [standing.main] if standing.main is not None else list(standing.states)
    return {party: Actor(party, None, party) for party in parties if party is not None}
