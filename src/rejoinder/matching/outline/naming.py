"""The names of items: labels as the Akoma Ntoso Naming Convention forms them, and keys from their wording.

A label says where an item stands and changes when it is renumbered. A key is a digest of the item's own words, without
its number and without the numbers of other items that it cites, so that it stays the same; where two items say the
same, the one they stand in is added, and at last their order.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from rejoinder.matching.outline.drafts import Draft
from rejoinder.matching.outline.marks import references
from rejoinder.matching.tables import table
from rejoinder.model import ItemKind

_DIGITS = 16
_UNCOUNTED = frozenset((ItemKind.PREAMBLE, ItemKind.INTRODUCTION, ItemKind.SIGNATURES))


def name_labels(root: Draft) -> dict[int, str]:
    """The label of every draft by its ``id``: unique, steps joined by two underscores."""
    labels: dict[int, str] = {id(root): ""}
    taken: Counter[str] = Counter()
    for parent, draft, place in _walk(root):
        above = labels[id(parent)]
        labels[id(draft)] = _free((f"{above}__" if above else "") + _step(draft, place), taken)
    return labels


def name_keys(root: Draft, words: dict[int, str]) -> dict[int, str]:
    """The key of every draft by its ``id``; ``words`` are the own words of each, or those of its items."""
    keys: dict[int, str] = {id(root): ""}
    said = {id(draft): _plain(words[id(draft)]) for _, draft, _ in _walk(root)}
    often = Counter(said.values())
    again: Counter[str] = Counter()
    for parent, draft, _ in _walk(root):
        own = said[id(draft)]
        material = own if often[own] == 1 else f"{keys[id(parent)]}|{draft.kind}|{own}"
        again[material] += 1
        keys[id(draft)] = _digest(material if again[material] == 1 else f"{material}|{again[material]}")
    return keys


def _walk(root: Draft) -> Iterator[tuple[Draft, Draft, int]]:
    """Every draft under ``root`` after its parent, in the order of the text, with its place among those of its kind."""
    waiting = [(root, draft, place) for draft, place in reversed(_placed(root))]
    while waiting:
        parent, draft, place = waiting.pop()
        yield parent, draft, place
        waiting.extend((draft, inner, at) for inner, at in reversed(_placed(draft)))


def _placed(parent: Draft) -> list[tuple[Draft, int]]:
    counts: dict[ItemKind | None, int] = {}
    placed = []
    for draft in parent.items:
        counts[draft.kind] = counts.get(draft.kind, 0) + 1
        placed.append((draft, counts[draft.kind]))
    return placed


def _step(draft: Draft, place: int) -> str:
    """One step of a label: the abbreviated kind and the number, or the place of what has no number."""
    short = table("outline")["abbreviations"][str(draft.kind)]
    if draft.kind in _UNCOUNTED:
        return str(short)
    number = draft.mark.number if draft.mark else ""
    return f"{short}_{re.sub(r'[^0-9A-Za-z]+', '-', number).strip('-') or place}"


def _free(label: str, taken: Counter[str]) -> str:
    """The label, with a count after it where it is taken already."""
    free = label
    while free in taken:
        taken[label] += 1
        free = f"{label}-{taken[label]}"
    taken[free] = max(taken[free], 1)
    return free


def _plain(words: str) -> str:
    """Words as a key sees them: letters and digits alone, and no number of another item."""
    return " ".join(re.findall(r"\w+", _citations().sub(r"\1", words.casefold())))


def _digest(material: str) -> str:
    return hashlib.sha256(material.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


@cache
def _citations() -> re.Pattern[str]:
    """A word for a part of a text and the number after it."""
    words = {word for named in table("outline")["words"].values() for word in named if len(word) > 2}
    named = sorted(words | (references() & {f"{word}s" for word in words}), key=len, reverse=True)
    listed = "|".join(re.escape(word) for word in named)
    return re.compile(rf"\b({listed})\s+\(?(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])\b\)?(?:\(\w{{1,4}}\))*")
