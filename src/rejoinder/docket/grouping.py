"""Which records tell of one matter, over a whole docket: what counts in it goes in, matters come out.

A fold that goes on puts together anew only what the new entries can bear on: records that share a key with theirs,
or were of one matter with a judged one.
"""

from __future__ import annotations

from collections.abc import Collection

from rejoinder.docket.clustering import Card, Matters, cluster, related
from rejoinder.docket.live import PARTS, TOGETHER, Live, part_of


def group_all(live: Live, before: dict[str, Matters], touched: Collection[str]) -> dict[str, Matters]:
    """The matters of each part of the docket. ``before`` are those of the docket that it goes on from, ``touched``
    the subjects of records that are new, or were judged, or whose source came to count or not to count."""
    by_part: dict[str, set[str]] = {part: set() for part in PARTS.values()}
    for subject in touched:
        by_part.get(part_of(subject) or "", set()).add(subject)
    return {part: _regroup(live, part, before.get(part, {}), own) for part, own in by_part.items()}


def _regroup(live: Live, part: str, before: Matters, own: set[str]) -> Matters:
    if not own:
        return before
    cards = list(live.cards(part))
    if not before:
        return _cluster(live, part, cards)
    own |= {member for members in before.values() if not own.isdisjoint(members) for member in members}
    wanted = related({card.subject: card.keys for card in cards}, own, live.verdicts.merged)
    kept = {name: members for name, members in before.items() if wanted.isdisjoint(members)}
    return kept | _cluster(live, part, [card for card in cards if card.subject in wanted])


def _cluster(live: Live, part: str, cards: Collection[Card]) -> Matters:
    window, claims_of = TOGETHER[part]
    return cluster(cards, window, claims_of, live.verdicts.merged, live.verdicts.split)
