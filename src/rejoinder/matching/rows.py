"""The rows of a table over a draft: an outline in, the items that may be answered out.

A row is what has words of its own, or no parts in it. What stands around the items (preamble, introduction, signatures)
is no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rejoinder.matching.align import Asked, Step
from rejoinder.model import Item, ItemKind, Outline


@dataclass(frozen=True, slots=True)
class Row:
    """An item that may be answered, with the items around it, outermost first."""

    item: Item
    around: tuple[Item, ...]

    @property
    def words(self) -> str:
        """Its own words without its heading, on one line."""
        passages = (self.item.wording, *self.item.further)
        return " ".join(" ".join(passage.exact for passage in passages if passage).split())

    @property
    def asked(self) -> str:
        """What it asks for: its words, or else its heading."""
        return self.words or self.item.heading or ""

    @property
    def is_question(self) -> bool:
        """Whether it asks for information."""
        return self.item.kind is ItemKind.QUESTION or self.asked.endswith("?")

    @property
    def introduces(self) -> bool:
        """Whether it does no more than introduce the items in it."""
        return bool(self.item.items) and self.words.endswith((":", ": -", "—", "–"))


def rows_of(outline: Outline) -> list[Row]:
    """The rows, in the order of the text."""
    return list(_rows(outline.items, ()))


def _rows(items: Sequence[Item], around: tuple[Item, ...]) -> Iterator[Row]:
    for item in items:
        if item.kind.frames:
            continue
        if item.wording is not None or not item.items:
            yield Row(item, around)
        yield from _rows(item.items, (*around, item))


def asked_of(row: Row) -> Asked:
    """The row as it is aligned: its words, the headings and opening words over it, the numbers on the way to it."""
    way = (*row.around, row.item)
    headings = [item.heading for item in way if item.heading]
    opening = [item.wording.exact for item in row.around if item.wording is not None]
    path = tuple(Step(str(item.kind), item.number) for item in way if item.number is not None)
    return Asked(row.words, " ".join(" ".join((*headings, *opening)).split()), path)
