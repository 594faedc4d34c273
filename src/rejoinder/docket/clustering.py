"""Records that tell of one matter are put together: cards of records in, matters out, in an order that depends on
what the records say alone.

Each record is tied to the nearest earlier one with which it shares a key (``sameness``). The ties are taken from the
nearest to the farthest, and one that would join two sets of records whose claims differ is left. What a person
merged comes first, what a person split is never joined again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from rejoinder.docket.judging import Pair
from rejoinder.docket.kept import RecordKept
from rejoinder.docket.sameness import Claims

ClaimsOf = Callable[[RecordKept], Claims]


class Card(NamedTuple):
    """A record to be put with others: its place in the docket (the earliest known comes first), the day by which its
    nearness is reckoned, its keys, and what is kept of it, for its claims. ``apart`` names the whole of whose
    parts no two are the same."""

    known: datetime
    source: str
    start: int
    subject: str
    day: int
    keys: str
    kept: RecordKept | None = None
    apart: str = ""

    @property
    def own(self) -> str | None:
        """What an item of a text in hand is in all of its versions: two of which this differs are never one."""
        first = self.keys.partition("\n")[0]
        return first if first.startswith("=") else None


Matters = dict[str, tuple[str, ...]]
"""The id of a matter -> the subjects of its records, the earliest known first; matters of a single record are not
listed."""


@dataclass(slots=True)
class _Sets:
    """Records by number, and the sets that they have been joined to, which go by their first record: what each set
    claims, the wholes of which it has a part, and the sets that it must not be joined to."""

    cards: list[Card]
    claims_of: ClaimsOf | None
    parent: list[int]
    claims: dict[int, Claims] = field(default_factory=dict)
    wholes: dict[int, set[str]] = field(default_factory=dict)
    enemies: dict[int, set[int]] = field(default_factory=dict)

    def root(self, number: int) -> int:
        parent = self.parent
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    def join(self, one: int, other: int, *, judged: bool = False) -> None:
        first, second = self.root(one), self.root(other)
        if first == second:
            return
        if first > second:
            first, second = second, first
        if second in self.enemies.get(first, ()) or not (judged or self._agree(first, second)):
            return
        self.parent[second] = first
        self._add_claims(first, second)
        self._whole(first).update(self._whole(second))
        for enemy in self.enemies.pop(second, ()):
            self.keep_apart(first, enemy)

    def keep_apart(self, one: int, other: int) -> None:
        self.enemies.setdefault(one, set()).add(other)
        self.enemies.setdefault(other, set()).add(one)

    def _agree(self, first: int, second: int) -> bool:
        """Whether two sets claim nothing different, and have no two parts of one whole."""
        if self.claims_of is None:
            return self._whole(first).isdisjoint(self._whole(second))
        mine, theirs = self._claim(first), self._claim(second)
        return not any(name in mine and mine[name].isdisjoint(values) for name, values in theirs.items())

    def _add_claims(self, first: int, second: int) -> None:
        if self.claims_of is not None:
            mine = self._claim(first)
            for name, values in self._claim(second).items():
                mine[name] = mine[name] | values if name in mine else values

    def _claim(self, number: int) -> Claims:
        kept = self.cards[number].kept
        if number not in self.claims and self.claims_of is not None and kept is not None:
            self.claims[number] = self.claims_of(kept)
        return self.claims[number]

    def _whole(self, number: int) -> set[str]:
        if number not in self.wholes:
            card = self.cards[number]
            # Two items of texts in hand are one by what they are, never by their words.
            names = (card.apart, "=" if card.own else "")
            self.wholes[number] = {name for name in names if name}
        return self.wholes[number]


def cluster(
    cards: Iterable[Card],
    window: int,
    claims_of: ClaimsOf | None = None,
    merged: Collection[Pair] = (),
    split: Collection[Pair] = (),
) -> Matters:
    """The matters that the records of one kind tell of. ``window`` is how many days may lie between two records for a
    key that they share to tie them; ``claims_of`` reads from what is kept of them in what they may differ."""
    ordered = sorted(cards, key=_place)
    sets = _Sets(ordered, claims_of, list(range(len(ordered))))
    numbers = {card.subject: number for number, card in enumerate(ordered)} if merged or split else {}
    for one, other in sorted(split):
        if one in numbers and other in numbers:
            sets.keep_apart(numbers[one], numbers[other])
    for one, other in sorted(merged):
        if one in numbers and other in numbers:
            sets.join(numbers[one], numbers[other], judged=True)
    for first, later in _find_versions(ordered):
        sets.join(first, later, judged=True)
    for _, later, earlier in sorted(_find_ties(ordered, window)):
        sets.join(earlier, later)
    return _matters(sets)


def _place(card: Card) -> tuple[datetime, str, int, str]:
    return card[:4]


def _find_versions(ordered: Sequence[Card]) -> Iterator[tuple[int, int]]:
    """The items of texts in hand that are one in several versions: the number of the first, and of each later one."""
    first: dict[str, int] = {}
    for number, card in enumerate(ordered):
        if card.own is not None and first.setdefault(card.own, number) != number:
            yield first[card.own], number


def _find_ties(ordered: list[Card], window: int) -> set[tuple[int, int, int]]:
    """(days between, number of the later by day, of the earlier) for each record and the nearest earlier ones."""
    by_day = sorted(range(len(ordered)), key=lambda number: ordered[number].day)
    last: dict[str, int] = {}
    ties = set()
    for number in by_day:
        card = ordered[number]
        for key in card.keys.split("\n") if card.keys else ():
            near = _find_near(key, last, ordered, card.day - window)
            if near is not None:
                ties.add((card.day - ordered[near].day, number, near))
            if key[0] != "?" or near is None or f"~{key[1:]}" not in ordered[near].keys.split("\n"):
                last[key] = number
    return ties


def _find_near(key: str, last: dict[str, int], ordered: list[Card], since: int) -> int | None:
    """The record that one with this key means: one with the same key; for one that says little the nearest that says
    more, and for the first that says more those before it that said little."""
    keys: tuple[str, ...] = (key,)
    if key[0] == "?":
        keys = (f"~{key[1:]}", key)
    elif key[0] == "~":
        keys = (f"?{key[1:]}",)
    for meant in keys:
        near = last.pop(meant, None) if key[0] == "~" else last.get(meant)
        if near is not None and ordered[near].day >= since:
            return near
    return None


def _matters(sets: _Sets) -> Matters:
    members: dict[int, list[str]] = {}
    for number, card in enumerate(sets.cards):
        root = sets.root(number)
        if root != number:
            members.setdefault(root, [sets.cards[root].subject]).append(card.subject)
    return {subjects[0]: tuple(subjects) for subjects in members.values()}


def related(keys: Mapping[str, str], changed: Collection[str], merged: Collection[Pair]) -> set[str]:
    """The subjects that a changed one can be of one matter with: those that share a key with it or were merged with
    it, those that do so with them, and so on; the changed ones among them."""
    by_key: dict[str, list[str]] = {}
    for subject, own in keys.items():
        for key in own.splitlines():
            by_key.setdefault(key.lstrip("~?"), []).append(subject)
    beside: dict[str, list[str]] = {}
    for one, other in merged:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    found = set(changed)
    waiting = list(changed)
    while waiting:
        subject = waiting.pop()
        near = list(beside.get(subject, ()))
        for key in keys.get(subject, "").splitlines():
            near += by_key.pop(key.lstrip("~?"), ())
        waiting += [other for other in near if other not in found]
        found.update(near)
    return found
