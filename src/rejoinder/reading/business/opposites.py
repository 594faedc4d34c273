"""The two sides that deal with each other in a story: who stands in it and who speaks go in, a pair comes out.

Those of whom a story speaks most, and those whom it names side by side ("Egypt and Sudan"); who hosts or mediates
comes last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise
from math import log

from rejoinder.model import Actor, Statement
from rejoinder.reading.actors.entries import Entry
from rejoinder.reading.actors.parties import known_body, same_stem
from rejoinder.reading.actors.story import Story
from rejoinder.reading.knowledge import word_set

_MOST = 8
"""How many parties of a story are looked at."""
_PAIR = 2
_BESIDE = 9
"""Words that may stand between two sides that are named together: "the Sudanese army and the paramilitary"."""
_BESIDE_MOST = 3
_BESIDE_WEIGHT = 0.7
_HOST_WEIGHT = 3.0


def opposed_parties(story: Story, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The two parties that deal with each other, the more often named first; fewer where a story has no two."""
    standing = [entry for entry in story.entries if _acts(story, entry.actor.party)]
    times = Counter(entry.actor.party or "" for entry in standing)
    speakers = (item.speaker.party for item in statements if item.speaker)
    times.update(party for party in speakers if party is not None and party in times)
    parties = [party for party, count in times.most_common(_MOST) if count > 1 or len(times) == _PAIR]
    beside = _named_together(story, standing)
    weights = {
        pair: _BESIDE_WEIGHT * min(_BESIDE_MOST, beside[frozenset(pair)]) + _weight(story, pair, times)
        for pair in combinations(parties, 2)
        if not _is_of(*pair)
    }
    return max(weights, key=lambda pair: weights[pair], default=tuple(parties[:1]))


def third_party(story: Story, pair: Sequence[Actor]) -> str | None:
    """The third party of a story that says of those who deal with each other that they are three."""
    words = story.page.words
    threes = word_set("scenes", "pairs", "three")
    told = any(one.low == "three" and other.low in threes for one, other in pairwise(words))
    if not told and not any(word.low in ("trilateral", "three-way", "tripartite") for word in words):
        return None
    taken = {actor.party for actor in pair}
    standing = (entry.actor.party for entry in story.entries if _acts(story, entry.actor.party))
    times = Counter(party for party in standing if party is not None and party not in taken)
    hosts = word_set("scenes", "groups", "hosts") | story.standing.between
    others = [party for party, count in times.most_common(_MOST) if count > 1 and party not in hosts]
    return others[0] if others and len(pair) == _PAIR else None


def _weight(story: Story, pair: tuple[str, str], times: Counter[str]) -> float:
    """How much a story speaks of both; who only hosts and mediates weighs little."""
    hosts = word_set("scenes", "groups", "hosts") | story.standing.between
    return sum(log(times[party]) - (_HOST_WEIGHT if party in hosts else 0) for party in pair)


def _acts(story: Story, party: str | None) -> bool:
    """Whether a party is one that can act: a state or body of the story, or one that the tables know, no person."""
    if party is None or party.lower() in story.people.full:
        return False
    return party in story.standing.states or party in story.sides.acting or known_body(party) is not None


def _is_of(party: str, side: str) -> bool:
    """Whether a party is told by the adjective of another: "Tarvian Water Agency" of "Tarvia"."""
    first, other = party.split(maxsplit=1)[0], side.split(maxsplit=1)[0]
    return first != other and (same_stem(first, other) or same_stem(other, first))


def _named_together(story: Story, standing: Sequence[Entry]) -> Counter[frozenset[str]]:
    """How often two parties are named side by side: "the government and the rebels", "India-UK"."""
    found: Counter[frozenset[str]] = Counter()
    for one, other in pairwise(standing):
        if one.sentence == other.sentence and one.actor.party != other.actor.party:
            between = {story.page.words[at].low for at in range(one.at + 1, min(other.at, one.at + _BESIDE + 1))}
            near = other.at - one.at <= _BESIDE and between.isdisjoint(word_set("scenes", "pairs", "apart"))
            if near and not between.isdisjoint(word_set("scenes", "pairs", "links")):
                found[frozenset([one.actor.party or "", other.actor.party or ""])] += 1
    return found
