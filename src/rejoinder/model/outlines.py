"""A tabled text as its numbered parts: each with the words that are its own, its place, and names that can be cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.passages import Passage, Problem, Span


class ItemKind(StrEnum):
    """What a part of a text is. The words are those of Akoma Ntoso where it has one."""

    PREAMBLE = "preamble"
    INTRODUCTION = "introduction"
    RECITAL = "recital"
    PROTOCOL = "protocol"
    ANNEX = "annex"
    SCHEDULE = "schedule"
    APPENDIX = "appendix"
    BOOK = "book"
    PART = "part"
    TITLE = "title"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    CLAUSE = "clause"
    RULE = "rule"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    POINT = "point"
    INDENT = "indent"
    DEFINITION = "definition"
    ALTERNATIVE = "alternative"
    QUESTION = "question"
    PROPOSAL = "proposal"
    ITEM = "item"
    SIGNATURES = "signatures"

    @property
    def frames(self) -> bool:
        """Whether such a part stands around what is tabled and needs no answer of its own."""
        return self in _FRAMING


_FRAMING = frozenset((ItemKind.PREAMBLE, ItemKind.INTRODUCTION, ItemKind.RECITAL, ItemKind.SIGNATURES))


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a text, with the parts in it.

    ``key``        names the item by its wording: the same after renumbering, unique within the outline
    ``label``      Akoma Ntoso style, as it is cited: ``art_4__para_2__point_a``; unique within the outline
    ``number``     as printed, without the word before it and the marks around it (``4``, ``IV``, ``1.2``), or None
    ``heading``    on one line, or None
    ``start``      ``start`` and ``end`` hold the whole item: its number, heading, words and the items in it
    ``mark``       the number as it stands in the text (``Article 4.``, ``(a)``), or None
    ``wording``    its own words, from after number and heading to the first item in it; None if it has none there
    ``further``    its own words that stand after an item in it, or after the foot of a page
    ``bracketed``  the words in square brackets that are not agreed yet, among its own
    """

    key: str
    label: str
    kind: ItemKind
    number: str | None
    heading: str | None
    start: int
    end: int
    mark: Passage | None = None
    wording: Passage | None = None
    further: tuple[Passage, ...] = ()
    bracketed: tuple[Passage, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def own_words(self) -> str:
        """Its heading and its own words, on one line, without those of the items in it."""
        passages = (self.wording, *self.further)
        words = (self.heading or "", *(passage.exact for passage in passages if passage))
        return " ".join(" ".join(words).split())

    def walk(self) -> Iterator[Item]:
        """The item and all in it, in the order of the text."""
        waiting = [self]
        while waiting:
            item = waiting.pop()
            yield item
            waiting.extend(reversed(item.items))


@dataclass(frozen=True, slots=True)
class Outline:
    """All parts of one text, in its order; what is doubtful in them is in ``problems``.

    ``title``  the words over the text, or None
    """

    title: Passage | None
    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()

    def walk(self) -> Iterator[Item]:
        """Every item, those in others too, in the order of the text."""
        for item in self.items:
            yield from item.walk()

    def item(self, label: str) -> Item | None:
        """The item of that label or key, or None."""
        return next((item for item in self.walk() if label in (item.label, item.key)), None)
