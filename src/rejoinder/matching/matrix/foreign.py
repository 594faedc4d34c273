"""Whether a reply answers another draft: what both are on in, a yes or no out.

A reply to the draft shares many of its words, and some of its passages are on what items are on. The bounds stand in
``tables/matrix.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from rejoinder.matching.align.sides import Asked, Said
from rejoinder.matching.align.signs import SIGNS, Signs
from rejoinder.matching.tables import table
from rejoinder.matching.words import stems_of

OPENING, FEWEST_NAMED = 3, 2
_SUBJECT = re.compile(
    r"\b(?:draft|agreement|convention|treaty|proposals?|letter|note|text|paper)\b[^.;]{0,60}?"
    r"\b(?:on|concerning|regarding|about)\s+(?P<subject>(?!\d)[^.;,]{8,120})",
    re.IGNORECASE,
)


def answers_another(items: Sequence[Asked], passages: Sequence[Said], signs: Signs, *, meaning: bool) -> bool:
    """Whether the reply is to a text on something else. One of few passages is never said to be."""
    bounds = table("matrix")["another_draft"]
    if len(passages) < bounds["least_passages"]:
        return False
    worth: dict[str, float] = bounds["content"]
    content = np.tensordot(np.array(list(worth.values())), signs.pairs[[SIGNS.index(name) for name in worth]], axes=1)
    best = np.sort(content.max(axis=1))[::-1]
    near = float(best[: max(3, len(best) // 2)].mean())
    bound = float(bounds["with_meaning" if meaning else "without_meaning"])
    bound += float(bounds["named_otherwise"]) * _names_otherwise(items, passages)
    return near + float(bounds["shared"]) * _shared(items, passages) < bound


def _names_otherwise(items: Sequence[Asked], passages: Sequence[Said]) -> bool:
    """Whether one of the first passages names what the draft is on ("your draft agreement on the interconnection of
    our grids") in words of which the draft has none."""
    asked = {stem for item in items for stem in stems_of(f"{item.around} {item.words}")}
    for passage in passages[:OPENING]:
        match = _SUBJECT.search(passage.words)
        named = {stem for stem in stems_of(match["subject"]) if len(stem) > 3} if match else set()
        if len(named) >= FEWEST_NAMED:
            return not named & asked
    return False


def _shared(items: Sequence[Asked], passages: Sequence[Said]) -> float:
    """The part of the smaller side's longer stems that the other side has too."""
    asked = {stem for item in items for stem in stems_of(f"{item.around} {item.words}") if len(stem) > 3}
    said = {stem for passage in passages for stem in stems_of(f"{passage.heading} {passage.words}") if len(stem) > 3}
    return len(asked & said) / max(1, min(len(asked), len(said)))
