"""Which items are spoken of: the items of a docket in, and the stems of any words; the matters of items out.

An item is spoken of where at least half of its weighty stems, and no fewer than two, stand together (the one stem of
an item that has but one), or all the words of the title of its text. Items are looked up by their rarest stems, as
in a join of similar sets with prefix filtering (Chaudhuri, Ganti and Kaushik 2006), so that common words cost little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rejoinder.docket.live import ITEMS, Live

_LEAST_TITLE = 3
"""Stems that a title has at least if it is to be known by."""

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Signature:
    """Stems by which some items are known, how many of them must stand together, and the items. ``whole``: they are
    those of the title of a text, so that all of its items are meant."""

    stems: frozenset[str]
    enough: int
    items: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True)
class Spoken:
    """The items of a docket, to be found by what is said of them."""

    live: Live

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """The rarest stems of the items -> the numbers of what they are known by."""
        often = Counter(stem for signature in self.known for stem in signature.stems)
        index: dict[str, list[int]] = {}
        for number, signature in enumerate(self.known):
            rarest = sorted(signature.stems, key=lambda stem: (often[stem], stem))
            for stem in rarest[: len(rarest) - signature.enough + 1]:
                index.setdefault(stem, []).append(number)
        return index

    def find(self, stems: Collection[str]) -> set[str]:
        """The items that words with these stems speak of."""
        return {item for number in self.signatures(stems) for item in self.known[number].items}

    def named(self, stems: Collection[str]) -> frozenset[int]:
        """The numbers of what items are known by, in words of their own and not only by the title of their text, that
        words with these stems speak of."""
        known = self.known
        return frozenset([number for number in self.signatures(stems) if not known[number].whole])

    @cached_property
    def numbers_of(self) -> dict[str, list[int]]:
        """Items -> the numbers of what they are known by in words of their own."""
        found: dict[str, list[int]] = {}
        for number, signature in enumerate(self.known):
            for item in () if signature.whole else signature.items:
                found.setdefault(item, []).append(number)
        return found

    def signatures(self, stems: Collection[str]) -> frozenset[int]:
        """The numbers of what the items are known by that words with these stems speak of."""
        index, known = self.index, self.known
        numbers = {number for stem in stems if stem in index for number in index[stem]}
        if not numbers:
            return _NONE
        said = frozenset(stems)
        return frozenset([number for number in numbers if len(known[number].stems & said) >= known[number].enough])

    @cached_property
    def known(self) -> list[Signature]:
        """All that the items are known by."""
        groups: dict[tuple[frozenset[str], int, bool], list[str]] = {}
        texts = self.live.parts["texts"]
        for item, members in self.live.matters(ITEMS):
            for name in members:
                kept = self.live.items[name]
                found = (_of_wording(kept.keys), _of_title(texts[kept.text].keys))
                for whole, signature in enumerate(found):
                    if signature is not None:
                        groups.setdefault((*signature, bool(whole)), []).append(item)
        return [Signature(key[0], key[1], tuple(dict.fromkeys(items)), key[2]) for key, items in groups.items()]


@lru_cache(16_384)
def _of_wording(keys: str) -> tuple[frozenset[str], int] | None:
    stems = frozenset(stem for key in keys.splitlines() if key[0] != "=" for stem in key.split("|")[1:])
    return (stems, min(len(stems), max(2, (len(stems) + 1) // 2))) if stems else None


@lru_cache(16_384)
def _of_title(keys: str) -> tuple[frozenset[str], int] | None:
    """The sort of a text and the stems of its title, which stand in the keys beside its days."""
    words = [key.rsplit("|", 2) for key in keys.splitlines() if key[0] not in "~?"]
    stems = frozenset(word for parts in words for word in parts[1:] if not word.isdigit())
    return (stems, len(stems)) if len(stems) >= _LEAST_TITLE else None
