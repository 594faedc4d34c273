"""The bodies of a story by the common nouns for them: bodies and their places in, whom "the ministry" means out."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rejoinder.model import Actor
from rejoinder.reading.knowledge import word_set

_MOST = 12


def business_nouns() -> frozenset[str]:
    """Common nouns for companies."""
    return word_set("bodies", "nouns", "business")


@dataclass(slots=True)
class Bodies:
    """``held`` common noun -> the bodies that it may stand for, each with the word at which it is spoken of;
    ``main`` noun for companies -> the one that the story names most often."""

    held: dict[str, list[tuple[int, Actor]]] = field(default_factory=dict)
    main: dict[str, Actor] = field(default_factory=dict)

    def add(self, noun: str, at: int, actor: Actor) -> None:
        """Note that ``noun`` may stand for ``actor``, of whom the word ``at`` speaks."""
        self.held.setdefault(noun, []).append((at, actor))

    def set_in_order(self, nouns: Iterable[str]) -> None:
        """Put the bodies of some nouns, to which others were added late, in the order of the text."""
        self.main.clear()
        for noun in nouns:
            self.held[noun].sort(key=lambda item: item[0])

    def near(self, noun: str, at: int) -> Actor | None:
        """The body of that common noun that was spoken of last before the word ``at``, or else first after it."""
        held = self.held.get(noun, [])
        if noun in business_nouns() and held:
            return self._main_company(noun)
        where = bisect_left(held, at, key=lambda item: item[0])
        if where > 0:
            return held[where - 1][1]
        return held[0][1] if held else None

    def _main_company(self, noun: str) -> Actor:
        """Of several companies the one that the story names most often: wires keep "the company" for it."""
        if noun not in self.main:
            counts = Counter(actor.name for _, actor in self.held[noun])
            name = counts.most_common(1)[0][0]
            self.main[noun] = next(actor for _, actor in self.held[noun] if actor.name == name)
        return self.main[noun]

    def fullest(self, noun: str, phrase: str, party: str | None) -> str:
        """The longer name under which the story also has this body ("Russian Foreign Ministry"), or the phrase."""
        for _, actor in self.held.get(noun, [])[:_MOST]:
            if actor.party == party and actor.name.lower().endswith(" " + phrase.lower()):
                return actor.name
        return phrase
