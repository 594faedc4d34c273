"""A draft and a reply held against each other: for each item, what of the reply answers it, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.outlines import Item
from rejoinder.model.passages import Passage, Problem


class Disposition(StrEnum):
    """What a reply does with an item."""

    NOT_ADDRESSED = "not_addressed"
    DECLINED = "declined"
    DEFLECTED = "deflected"
    DEFERRED = "deferred"
    NOTED = "noted"
    COUNTERED = "countered"
    ACCEPTED_WITH_CHANGE = "accepted_with_change"
    ACCEPTED = "accepted"


class ReplyKind(StrEnum):
    """What kind of reply it is: to the matter itself, one that only says an answer will come, one in place of an
    earlier one, or one for several who were asked."""

    FULL = "full"
    HOLDING = "holding"
    CORRECTED = "corrected"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class Link:
    """A passage of the reply that answers an item.

    ``disposition``  what it does with the item
    ``score``        how likely it is that the passage answers the item, from 0 to 1
    ``reason``       why it is taken so, in a sentence for people
    ``counter``      the words that it puts in the place of the item's, or None
    """

    passage: Passage
    disposition: Disposition
    score: float
    reason: str
    counter: Passage | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item that needs an answer, and where it stands after the reply.

    ``around``       the items in which it stands, outermost first
    ``disposition``  what the reply does with it, all links taken together
    ``introduces``   whether it does no more than introduce the items in it, so that it needs no answer of its own
    """

    item: Item
    around: tuple[Item, ...]
    disposition: Disposition
    links: tuple[Link, ...]
    introduces: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """A whole draft against a whole reply.

    ``rows``      the items that may be answered, in the order of the draft
    ``unlinked``  the sentences of the reply that answer no item, in its order
    ``kind``      what kind of reply it is; ``kind_words`` the words that say so, or None
    ``problems``  what is doubtful; their places are in the reply
    """

    rows: tuple[ItemRow, ...]
    unlinked: tuple[Passage, ...]
    kind: ReplyKind = ReplyKind.FULL
    kind_words: Passage | None = None
    problems: tuple[Problem, ...] = ()

    def with_disposition(self, disposition: Disposition) -> Iterator[ItemRow]:
        """The rows that stand so; those that only introduce others are not counted as not addressed."""
        return (row for row in self.rows if row.disposition is disposition and not (row.introduces and not row.links))
