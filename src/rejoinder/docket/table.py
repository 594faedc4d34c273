"""The table of a docket: a snapshot's views in, a row for each item of all texts of all sides out.

A row has the item, its wordings, what was replied, and where it stands: what replies in hand do with it, and what is
said of it by whom. What no reply mentions comes first. Where no reply is in hand, no row says what became of an item:
it says who says what of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from rejoinder.docket.claims import Claim, Claims
from rejoinder.docket.live import ITEMS
from rejoinder.docket.matters import AnswerMatter, ItemMatter, TextMatter, Worded
from rejoinder.docket.reports import backing_of
from rejoinder.docket.sameness import name_of_side
from rejoinder.docket.views import Views
from rejoinder.model import Disposition, Relation

MOST_CLAIMS = 4
"""So many of the things said of an item are shown, the latest."""


class RowStanding(StrEnum):
    """Where an item stands, as rows are ordered and counted: by the replies in hand (``untold``: one is in hand, and
    what it does with the item is not on record); where there is none, by whether anything is said of it; what is
    done with last."""

    NOT_ADDRESSED = "not_addressed"
    UNTOLD = "untold"
    CLAIMED = "claimed"
    NO_REPLY = "no_reply"
    DECLINED = "declined"
    DEFLECTED = "deflected"
    DEFERRED = "deferred"
    NOTED = "noted"
    COUNTERED = "countered"
    ACCEPTED_WITH_CHANGE = "accepted_with_change"
    ACCEPTED = "accepted"
    INTRODUCES = "introduces"
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"


_WEIGHTIEST = (
    Disposition.COUNTERED,
    Disposition.DEFLECTED,
    Disposition.DECLINED,
    Disposition.DEFERRED,
    Disposition.ACCEPTED_WITH_CHANGE,
    Disposition.ACCEPTED,
    Disposition.NOTED,
)
"""By which of the dispositions of several sides a row goes."""
_STANDINGS = tuple(RowStanding)
_ORDER = {standing: order for order, standing in enumerate(_STANDINGS)}
_ENDS = {Relation.AGREES: RowStanding.AGREED, Relation.WITHDRAWS: RowStanding.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One item.

    ``wordings``  the latest first; those of texts in hand alone, where there are any
    ``answers``   what replies in hand do with it, the earliest first
    ``claims``    what is said of it, the latest first, no more than the last four; ``unshown`` counts the others
    ``rejected``  what a person said that a reply in hand does not do with it
    ``dropped``   the later version of its text that has it no more, or None
    """

    item: ItemMatter
    text: TextMatter
    wordings: tuple[Worded, ...]
    answers: tuple[AnswerMatter, ...]
    claims: tuple[Claim, ...]
    unshown: int
    standing: RowStanding
    dropped: TextMatter | None
    rejected: tuple[AnswerMatter, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as of ``today``, those that no reply mentions first. ``count`` is how many there are, ``counts`` how many of
    each standing, also of those not shown; ``texts`` the texts of the rows that are shown, ``replies`` those in hand
    that answer them."""

    today: date
    rows: tuple[TableRow, ...]
    count: int
    counts: Mapping[RowStanding, int]
    texts: tuple[TextMatter, ...]
    replies: tuple[TextMatter, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows are wanted: those of one text (in all its versions) or of one side; only what a named person stands
    behind; so many (None: all) from number ``first`` on."""

    text: str | None = None
    by: str | None = None
    confirmed: bool = False
    first: int = 0
    most: int | None = None


def table_of(views: Views, asked: Asked | None = None) -> Table:
    """The table of a docket as of the day of its views."""
    return _Making(views, asked or Asked()).table()


@dataclass(frozen=True)
class _Making:
    views: Views
    asked: Asked
    _texts: dict[str, TextMatter] = field(default_factory=dict)
    _places: dict[str, tuple[date, str]] = field(default_factory=dict)

    def table(self) -> Table:
        placed = sorted((_ORDER[self._standing(item)], self._place(item), item) for item in self._items)
        last = None if self.asked.most is None else self.asked.first + self.asked.most
        shown = [item for _, _, item in placed[self.asked.first : last]]
        texts = sorted({self._text_of(item) for item in shown}, key=self._place_of_text)
        replies = sorted(self._replies(shown), key=self._place_of_text)
        return Table(
            self.views.today,
            tuple(self._row(item) for item in shown),
            len(placed),
            Counter(_STANDINGS[order] for order, _, _ in placed),
            tuple(self._text(text) for text in texts),
            tuple(self._text(reply) for reply in replies),
        )

    @cached_property
    def _items(self) -> dict[str, tuple[str, ...]]:
        """The items that are wanted, each with the parts of texts that tell of it and count."""
        return {item: members for item, members in self.views.live.matters(ITEMS) if self._is_wanted(item, members)}

    def _is_wanted(self, item: str, members: tuple[str, ...]) -> bool:
        live, asked = self.views.live, self.asked
        if asked.by is not None or asked.text is not None:
            texts = [live.items[name].text for name in members]
            texts = [text for text in texts if text in self._hand] or texts
            if asked.by is not None and name_of_side(asked.by) not in {live.texts[text].side for text in texts}:
                return False
            if asked.text is not None and asked.text not in {live.matter_of(text) for text in texts}:
                return False
        return not asked.confirmed or any(backing_of(live, name).confirmed for name in (*members, item))

    @cached_property
    def _hand(self) -> set[str]:
        """The texts in hand."""
        return {name for name, kept in self.views.live.texts.items() if kept.in_hand}

    @cached_property
    def _in_hand(self) -> dict[str, list[str]]:
        """Items -> their parts of texts in hand, the latest text first."""
        items, hand = self.views.live.items, self._hand
        found = {}
        for item, members in self._items.items():
            own = [name for name in members if items[name].text in hand]
            found[item] = sorted(own, key=lambda name: self.views.texts.age(items[name].text), reverse=True)
        return found

    def _text_of(self, item: str) -> str:
        return self.views.live.matter_of(self.views.live.items[self._first(item)].text)

    def _first(self, item: str) -> str:
        """The part of a text by which an item is placed: that of the latest text in hand, else the first told of."""
        return (self._in_hand[item] or self._items[item])[0]

    def _place(self, item: str) -> tuple[tuple[date, str], int]:
        return self._place_of_text(self._text_of(item)), self.views.live.items[self._first(item)].start

    def _place_of_text(self, text: str) -> tuple[date, str]:
        if text not in self._places:
            texts = self.views.live.texts
            days = [texts[name].on or texts[name].known.date() for name in self._told.get(text, ())]
            self._places[text] = min(days, default=date.max), text
        return self._places[text]

    @cached_property
    def _told(self) -> dict[str, tuple[str, ...]]:
        """Texts -> the records that tell of them and count."""
        return dict(self.views.live.matters("texts"))

    def _text(self, matter: str) -> TextMatter:
        if matter not in self._texts:
            self._texts[matter] = self.views.text(matter)
        return self._texts[matter]

    @cached_property
    def _answers(self) -> dict[str, list[str]]:
        """Items -> the answers that are shown: not those of a reply that a later version took the place of."""
        live = self.views.live
        found = {}
        for item, names in self.views.answers.of_items.items():
            current = [name for name in names if live.matter_of(live.answers[name].reply) not in self._corrected]
            found[item] = [name for name in current if not self.asked.confirmed or backing_of(live, name).confirmed]
        return found

    def _is_replied(self, item: str) -> bool:
        """Whether a reply to its text is in hand, though what was found in it is not shown: nobody has confirmed it, or
        a person has rejected it."""
        answers = self.views.answers
        return item in answers.of_items or item in answers.rejected

    @cached_property
    def _corrected(self) -> set[str]:
        """The texts of which a later version is in hand."""
        links = self.views.live.links.items()
        return {text for text, made in links if any(link.relation is Relation.SUPERSEDES for link in made)}

    def _replies(self, items: list[str]) -> set[str]:
        live = self.views.live
        return {live.matter_of(live.answers[name].reply) for item in items for name in self._answers.get(item, ())}

    def _standing(self, item: str) -> RowStanding:
        if self._dropped(item) is not None:
            return RowStanding.DROPPED
        ends = [link.relation for link in self.views.live.links.get(item, ()) if link.relation in _ENDS]
        if ends:
            return _ENDS[ends[-1]]
        said = self._dispositions(item)
        return RowStanding(min(said, key=_WEIGHTIEST.index).value) if said else self._silence(item)

    def _silence(self, item: str) -> RowStanding:
        """How an item stands that no reply in hand does anything with."""
        if self._introduces(item):
            return RowStanding.INTRODUCES
        if self._answers.get(item):
            return RowStanding.NOT_ADDRESSED
        if self._is_replied(item):
            return RowStanding.UNTOLD
        return RowStanding.CLAIMED if self._claims.exist(item) else RowStanding.NO_REPLY

    def _dispositions(self, item: str) -> list[Disposition]:
        """What the last reply of each side that speaks of the item does with it."""
        live = self.views.live
        last: dict[str | None, Disposition] = {}
        for name in self._answers.get(item, ()):
            answer = live.answers[name]
            if answer.disposition is not Disposition.NOT_ADDRESSED:
                last[live.texts[answer.reply].side] = answer.disposition
        return list(last.values())

    def _introduces(self, item: str) -> bool:
        names = self._in_hand[item]
        place = self.views.texts.place_of(names[0]) if names else None
        return place is not None and place.introduces

    @property
    def _claims(self) -> Claims:
        return self.views.confirmed_claims if self.asked.confirmed else self.views.claims

    @cached_property
    def _latest(self) -> dict[str, str]:
        """The line of each text in hand -> its latest version."""
        live = self.views.live
        found: dict[str, str] = {}
        for text, kept in live.texts.items():
            if kept.in_hand and live.counts(text):
                line = self.views.texts.read(text).line or text
                if line not in found or self.views.texts.age(text) > self.views.texts.age(found[line]):
                    found[line] = text
        return found

    def _dropped(self, item: str) -> str | None:
        """The latest version of the item's text, if the item stands in an earlier one alone."""
        names = self._in_hand[item]
        if not names:
            return None
        text = self.views.live.items[names[0]].text
        latest = self._latest[self.views.texts.read(text).line or text]
        return None if latest == text else latest

    def _row(self, item: str) -> TableRow:
        views = self.views
        claims, unshown = self._claims.last(item, MOST_CLAIMS)
        dropped = self._dropped(item)
        return TableRow(
            item=views.item(item),
            text=self._text(self._text_of(item)),
            wordings=views.texts.wordings(item),
            answers=tuple(views.answers.view(name) for name in self._answers.get(item, ())),
            claims=claims[::-1],
            unshown=unshown,
            standing=self._standing(item),
            dropped=self._text(views.live.matter_of(dropped)) if dropped else None,
            rejected=tuple(views.answers.view(name) for name in views.answers.rejected.get(item, ())),
        )
