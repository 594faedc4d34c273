"""Two versions of a text, item by item: what was kept, changed, moved, split, merged, added and dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.outlines import Item
from rejoinder.model.passages import Passage, Problem


class ChangeKind(StrEnum):
    """What became of an item. ``moved`` stands among other neighbours, whatever else changed in it; one that is
    renumbered among the same neighbours is ``kept`` or ``changed``."""

    DROPPED = "dropped"
    NEW = "new"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    KEPT = "kept"


class WordChange(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    DROPPED = "dropped"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words that were kept, dropped or are new. ``passage`` is in the old text for words that are
    dropped, else in the new one."""

    change: WordChange
    passage: Passage


@dataclass(frozen=True, slots=True)
class WordingNote:
    """A change of words that bind, or of a term: the words themselves, without a verdict on them.

    ``before``  the words of the old version, or None where words were added
    ``after``   those of the new one, or None where words were taken out
    """

    before: Passage | None
    after: Passage | None


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item of the old version and what it became. An item that is split or merged has a change for each pair.

    ``words``  both wordings, in stretches; empty for what is new or dropped, and for what is kept
    ``notes``  those of the changes that touch words that bind ("shall" to "should") or a term ("within a year")
    ``old_around``, ``new_around``  the items in which each stands, outermost first
    """

    kind: ChangeKind
    old: Item | None
    new: Item | None
    words: tuple[Words, ...] = ()
    notes: tuple[WordingNote, ...] = ()
    old_around: tuple[Item, ...] = ()
    new_around: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, in the order of the new version; what was dropped stands where it stood.

    ``problems``  what is doubtful in the outlines of both; their places are in the text that they name
    """

    changes: tuple[ItemChange, ...]
    problems: tuple[Problem, ...] = ()

    def of_kind(self, kind: ChangeKind) -> Iterator[ItemChange]:
        return (change for change in self.changes if change.kind is kind)
