"""Which items a citation means: the ways to the items of a draft in, an index out that is asked for citations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rejoinder.matching.align.citing import Citation
from rejoinder.matching.align.sides import Asked, Step
from rejoinder.matching.tables import table

_ROMAN = re.compile(r"[ivxlc]+")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Citable:
    """The items of a draft by the numbers on the way to them."""

    def __init__(self, items: Sequence[Asked]) -> None:
        self.ways = [[(step.kind, plain_number(step.number)) for step in item.path] for item in items]
        self.kinds = {kind for way in self.ways for kind, _ in way}
        self.by_number: defaultdict[str, list[int]] = defaultdict(list)
        for at, way in enumerate(self.ways):
            for number in {number for _, number in way}:
                self.by_number[number].append(at)

    def find(self, citation: Citation, within: Sequence[int] = ()) -> list[int]:
        """The items that a citation names, those within the part it names among them; none where there are none.

        ``within``  the items of the part that was cited last: they go before others of the same number
        """
        steps = [self._resolved(step) for step in citation.path]
        found = [at for at in self._holders(steps) if self._fits(at, steps)]
        near = sorted(set(found) & set(within))
        return near or found

    def find_number(self, number: str) -> list[int]:
        """The items that a bare number at the head of a paragraph names: as the outermost step that has it."""
        steps = [(None, plain_number(piece)) for piece in re.findall(r"[^\s().]+", number)]
        found = [at for at in self._holders(steps) if self._fits(at, steps)]
        return found or list(self.by_number.get(plain_number(number), ()))

    def _holders(self, steps: Sequence[tuple[str | None, str]]) -> list[int]:
        """The items on whose way the last number stands, or all numbers as one ("5.1")."""
        joined = ".".join(number for _, number in steps)
        found = {*self.by_number.get(steps[-1][1], ()), *self.by_number.get(joined, ())}
        return sorted(found)

    def _resolved(self, step: Step) -> tuple[str | None, str]:
        """The step with a plain number; one that is counted ("#2", "#-1") gets the number of the part it counts to."""
        if not step.number.startswith("#"):
            return (step.kind, plain_number(step.number))
        parts: dict[tuple[str | None, str], None] = {}
        for way in self.ways:
            parts.update((each, None) for each in way if _kinds_fit(step.kind, each[0], self.kinds))
        at = int(step.number[1:])
        ordered = list(parts)
        place = at - 1 if at > 0 else len(ordered) + at
        return ordered[place] if 0 <= place < len(ordered) else (step.kind, "#")

    def _fits(self, at: int, steps: Sequence[tuple[str | None, str]]) -> bool:
        """Whether the steps stand on the way to an item, in their order."""
        way = iter(self.ways[at])
        for kind, number in steps:
            if not any(number == other and _kinds_fit(kind, its, self.kinds) for its, other in way):
                break
        else:
            return True
        joined = ".".join(number for _, number in steps)
        return "." in joined and any(joined == other for _, other in self.ways[at])


def _kinds_fit(cited: str | None, own: str | None, known: set[str | None]) -> bool:
    """Whether a part may be called so: by its kind, or by another where the draft has no part of that kind."""
    if cited is None or own is None or cited == own:
        return True
    loose = table("citing")["loose"]["kinds"]
    return cited not in known and cited in loose and own in loose


def plain_number(number: str) -> str:
    """A number without marks, in small letters; a Roman one in figures, save single letters that could be either."""
    bare = number.lower().strip("().§ ")
    if (len(bare) > 1 and _ROMAN.fullmatch(bare)) or bare in ("i", "v", "x"):
        return str(_roman(bare))
    return bare


def _roman(number: str) -> int:
    total = 0
    for at, letter in enumerate(number):
        value = _VALUES[letter]
        after = _VALUES.get(number[at + 1 : at + 2], 0)
        total += -value if value < after else value
    return total
