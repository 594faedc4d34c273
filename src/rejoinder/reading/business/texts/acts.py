"""A verb and its clause go in; who does it, to whom, and whether it is done or only announced comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.reading.business.clauses import Clause, mentions_on, subjects_before
from rejoinder.reading.business.scenes import Mention, Scene
from rejoinder.reading.business.texts.edges import listed
from rejoinder.reading.cues import base_forms

_BACK = 9


@dataclass(frozen=True, slots=True)
class Act:
    """What is done with a text, told by the words ``first`` to ``last``.

    ``strength``   2 where it is tabled, written or announced; 1 where it is told of as somebody's, on the table;
                   0 where it is only spoken of
    ``at``         the word near which the day stands
    """

    strength: int
    authors: Sequence[Mention]
    to: Sequence[Mention]
    first: int
    last: int
    at: int
    announced: bool = False
    published: bool = False


def is_base(scene: Scene, at: int, *keys: str) -> bool:
    """Whether the word ``at`` is an inflection of one of a list of verbs."""
    return not listed(*keys).isdisjoint(base_forms(scene.low(at)))


def mood_of(scene: Scene, verb: int, clause: Clause) -> bool | None:
    """Whether a verb tells of what is only announced; None where somebody else wants it, or it is denied."""
    group = scene.lows(max(clause.first, verb - 4), verb)
    if not listed("announced", "wanted").isdisjoint(group) or _is_demanded(scene, verb, clause):
        return None
    return not listed("announced", "coming").isdisjoint(group[-3:])


def _is_demanded(scene: Scene, verb: int, clause: Clause) -> bool:
    """As in "called on both governments of the island to publish"."""
    if scene.low(verb - 1) != "to":
        return False
    for at in range(verb - 2, max(clause.first, verb - _BACK) - 1, -1):
        if is_base(scene, at, "verbs", "demand"):
            return True
        if scene.low(at) in (",", "and", "but") or scene.low(at) in listed("announced", "coming"):
            return False
    return False


def authors_of(scene: Scene, verb: int, clause: Clause) -> list[Mention]:
    """The subject of a verb: the first behind the last verb of saying, with those joined to it by "and"."""
    found = subjects_before(scene, clause, verb) or _opening_subject(scene, verb)
    for end in scene.cue_ends:
        if clause.first < end < verb:
            found = [item for item in found if item.first >= end] or found
    joined = found[:1]
    for item in found[1:]:
        if not {"and", ","}.issuperset(scene.lows(joined[-1].last, item.first)):
            break
        joined.append(item)
    return joined


def _opening_subject(scene: Scene, verb: int) -> list[Mention]:
    """The subject with which a sentence opens, for a verb that stands behind "and": "It regrets this and has sent"."""
    at = verb
    while scene.low(at - 1) in listed("verbs", "helping"):
        at -= 1
    if scene.low(at - 1) not in ("and", "but", ","):
        return []
    whole = Clause(scene.first, verb, (verb, verb))
    opening = [item for item in subjects_before(scene, whole, verb) if item.first <= scene.first + 1]
    quoted = any(mark in scene.lows(scene.first, verb) for mark in ('"', "“", "”", "‘"))
    return [] if quoted else opening


def to_behind(scene: Scene, at: int) -> list[Mention]:
    """Those behind "to" or "with" soon after a word."""
    for start in range(at, min(scene.last, at + 6)):
        if scene.low(start) in ("to", "with"):
            return mentions_on(scene, start + 1, scene.last)
        if scene.low(start) in (",", ";", "that"):
            break
    return []
