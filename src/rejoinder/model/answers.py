"""What a reply in hand does with one item of a text in hand: a row of the table, as it is kept in a docket."""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.model.matrices import Disposition, Link, ReplyKind
from rejoinder.model.passages import Passage


@dataclass(frozen=True, slots=True)
class Answer:
    """One item and one reply, also where the reply never mentions the item.

    ``item``         the id of the item; ``text`` and ``reply`` the ids of the records of the two texts in hand
    ``disposition``  what the reply does with the item, all links taken together
    ``links``        the passages of the reply that answer it; none where it is not addressed
    ``wording``      the item's words, in the text that was tabled
    ``passage``      the words of the reply that this rests on: of its first link, else those at its head
    ``reason``       why it is taken so, in a sentence for people
    ``kind``         what kind of reply it is
    """

    item: str
    text: str
    reply: str
    disposition: Disposition
    links: tuple[Link, ...]
    wording: Passage
    passage: Passage
    reason: str
    kind: ReplyKind = ReplyKind.FULL
