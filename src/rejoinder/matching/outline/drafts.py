"""An item while the outline is being built: what opened it, its words so far, the items in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rejoinder.matching.outline.marks import Mark
from rejoinder.matching.outline.numerals import Value
from rejoinder.model import ItemKind, Span

Style = tuple[str, str]
"""What tells the numbers of one list from those of another: their family and what stands around them."""

ROOT: Style = ("", "root")
LISTED = frozenset((ItemKind.POINT, ItemKind.INDENT, ItemKind.SUBPARAGRAPH, ItemKind.DEFINITION, ItemKind.ALTERNATIVE))
"""Kinds whose parts may be followed by words of the item around them."""


@dataclass(slots=True, eq=False)
class Draft:
    """An item that is not finished.

    ``worded``  whether a word ("Article") names its kind
    ``lead``    its own words before the first item in it, ``rest`` those after
    ``end``     the end of the last block that is its own
    """

    kind: ItemKind | None
    style: Style
    value: Value = ()
    start: int = 0
    end: int = 0
    mark: Mark | None = None
    heading: Span | None = None
    worded: bool = False
    lead: list[Span] = field(default_factory=list)
    rest: list[Span] = field(default_factory=list)
    items: list[Draft] = field(default_factory=list)

    def add(self, words: Span) -> None:
        """Take in words of its own."""
        (self.rest if self.items else self.lead).append(words)
        self.end = max(self.end, words.end)

    @property
    def own(self) -> list[Span]:
        return [*self.lead, *self.rest]
