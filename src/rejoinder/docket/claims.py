"""What sources say became of items: a docket in, for each item what was said of it, by whom and in which words, out.

Nothing here is what happened. A side says that a point was answered or was not, a story tells that it goes to another
forum, a speaker of another side rejects it: each stays a claim, with the name of who makes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from rejoinder.docket.kept import StatementKept
from rejoinder.docket.live import Live, part_of
from rejoinder.docket.matters import Backing, Footing
from rejoinder.docket.quiet import HORIZON
from rejoinder.docket.reports import backing_of, read_as
from rejoinder.docket.sameness import item_stems, name_of_side
from rejoinder.docket.spoken import Spoken
from rejoinder.docket.texts import Texts
from rejoinder.docket.weighty import stems_in
from rejoinder.model import Act, Actor, Characterisation, Passage, Referral


class ClaimKind(StrEnum):
    """By what an item was spoken of: a side calls it answered, main ..., it is moved elsewhere, or a statement of
    another side accepts it, rejects it, proposes something ..."""

    CALLED = "called"
    MOVED = "moved"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said of an item.

    ``what``      what it is called (``not answered``), where it is moved, or the act of the statement (``reject``)
    ``by``        whose word it is; None where the source tells it in its own voice
    ``agrees``    of a move: whether the side that tabled the item agrees, None where that is not said
    ``subject``   the record; its words are ``passage`` in ``source``
    """

    kind: ClaimKind
    what: str
    by: Actor | None
    on: date
    subject: str
    source: str
    passage: Passage
    backing: Backing
    agrees: bool | None = None


ANSWERING = (Act.AGREE, Act.REJECT, Act.PROPOSE, Act.PROMISE, Act.SUPPORT)
"""The acts by which a side that did not table an item can answer it in speech."""


Dated = tuple[date, str]
"""The id of what was said, after the day on which it was."""
Spoke = tuple[str, StatementKept]
"""A statement with its id."""
Groups = dict[frozenset[int], list[Spoke]]
"""What the items are known by that is spoken of at once (numbers of ``Spoken.known``) -> the statements that do so."""


@dataclass(frozen=True)
class Claims:
    """What was said of the items of a docket in the fifty-three weeks before ``today``, or before the last of its
    sources; with ``confirmed`` what a named person stands behind alone. Claims are made for the items that are asked
    for: a docket may hold a million of them."""

    live: Live
    spoken: Spoken
    texts: Texts
    today: date
    confirmed: bool = False

    def exist(self, item: str) -> bool:
        """Whether anything was said of an item."""
        called, said = self._called, self._latest
        numbers = self.spoken.numbers_of.get(item, ())
        if any(number in called for number in numbers) or next(self._moving(item), None) is not None:
            return True
        author, tabled = self._tabled[item]
        latest = (sides for number in numbers for sides in said.get(number, ()))
        return any(on >= tabled for sides in latest for side, on in sides.items() if side != author)

    def last(self, item: str, most: int) -> tuple[tuple[Claim, ...], int]:
        """The last things said of an item, in the order of the days, and how many there are before them."""
        said = sorted({(day, subject) for day, subject in (*self._records(item), *self._saying(item))})
        subjects = [subject for _, subject in said[-most:]]
        return tuple(self._claim(subject) for subject in subjects), len(said) - len(subjects)

    @cached_property
    def _near(self) -> dict[str, StatementKept]:
        """The statements of these weeks."""
        last = max((source.known.date() for source in self.live.snapshot.sources.values()), default=self.today)
        end = min(last, self.today)
        first = end - HORIZON if end > date.min + HORIZON else date.min
        return dict(self.live.statements.said_between(first, self.today))

    def _is_wanted(self, subject: str) -> bool:
        return not self.confirmed or backing_of(self.live, subject).confirmed

    @cached_property
    def _called(self) -> dict[int, list[str]]:
        """The characterisations by what the items are known by."""
        kept = self.live.parts["characterisations"]
        found: dict[int, list[str]] = {}
        matters = self.live.matters("characterisations")
        subjects = [subject for _, members in matters for subject in members if self._is_wanted(subject)]
        self.live.fetch("characterisations", subjects)
        for subject in subjects:
            for number in self._characterised(read_as(Characterisation, self.live, kept[subject])):
                found.setdefault(number, []).append(subject)
        return found

    def _characterised(self, told: Characterisation) -> frozenset[int]:
        """What is called so: by the words for what is called, else by those around them ("the main issue, the
        enlargement of the alliance")."""
        named = self.spoken.named
        words = stems_in(self._words_of(told).exact)
        return (named(item_stems(told.of.exact)) if told.of else frozenset()) or named(words)

    def _words_of(self, told: Characterisation) -> Passage:
        """The whole words in which a side calls a thing so."""
        said = self._near.get(told.statement or "")
        return Passage(said.start, said.end, said.words) if said else told.words

    def _records(self, item: str) -> Iterator[Dated]:
        """The characterisations of an item and its moves, with the days from which on they were known."""
        numbers = self.spoken.numbers_of.get(item, ())
        called = (subject for number in numbers for subject in self._called.get(number, ()))
        for part, subjects in (("characterisations", called), ("referrals", self._moving(item))):
            kept = self.live.parts[part]
            for subject in subjects:
                yield kept[subject].known.date(), subject

    def _moving(self, item: str) -> Iterator[str]:
        """The records by which an item moves to another forum."""
        for matter in self.texts.referred.get(item, ()):
            yield from filter(self._is_wanted, self._referrals[matter])

    @cached_property
    def _referrals(self) -> dict[str, tuple[str, ...]]:
        """The matters that are referrals -> the records that tell of them and count."""
        return dict(self.live.matters("referrals"))

    def _claim(self, subject: str) -> Claim:
        """What is said by a characterisation, a move or a statement."""
        part = part_of(subject)
        if part is None:
            return self._statement(subject, self._near[subject])
        kept, backing = self.live.parts[part][subject], backing_of(self.live, subject)
        on, source = kept.known.date(), kept.source
        if part == "referrals":
            moved = read_as(Referral, self.live, kept)
            to, agrees = moved.destination or "", moved.tabler_agrees
            return Claim(ClaimKind.MOVED, to, moved.by, on, subject, source, moved.passage, backing, agrees)
        told = read_as(Characterisation, self.live, kept)
        called = told.standing.value
        return Claim(ClaimKind.CALLED, called, told.by, on, subject, source, self._words_of(told), backing)

    @cached_property
    def _said(self) -> Groups:
        """The statements by which sides can answer, by all that they speak of at once."""
        found: Groups = {}
        for subject, said in self._near.items():
            if said.act in ANSWERING and self._counts(subject, said):
                numbers = self.spoken.named(stems_in(said.words))
                if numbers:
                    found.setdefault(numbers, []).append((subject, said))
        return found

    def _counts(self, subject: str, said: StatementKept) -> bool:
        live = self.live
        rejected = said.source in live.superseded or live.verdicts.rejected(subject)
        wanted = not self.confirmed or self._backing(subject, said).confirmed
        return bool(_side_of(said)) and not rejected and wanted

    def _backing(self, subject: str, said: StatementKept) -> Backing:
        """Who stands behind a statement."""
        found = Backing(Footing.FOUND) if said.by is None else Backing(Footing.ENTERED, said.by)
        return self.live.verdicts.backings.get(subject, found)

    @cached_property
    def _by_number(self) -> dict[int, list[list[Spoke]]]:
        """The same statements by each thing that the items are known by, together as they were found."""
        found: dict[int, list[list[Spoke]]] = {}
        for numbers, spoken in self._said.items():
            for number in numbers:
                found.setdefault(number, []).append(spoken)
        return found

    @cached_property
    def _latest(self) -> dict[int, list[dict[str, date]]]:
        """On which day each side last spoke so, by the same."""
        found: dict[int, list[dict[str, date]]] = {}
        for numbers, spoken in self._said.items():
            sides: dict[str, date] = {}
            for _, said in spoken:
                sides[_side_of(said)] = max(said.on, sides.get(_side_of(said), date.min))
            for number in numbers:
                found.setdefault(number, []).append(sides)
        return found

    def _saying(self, item: str) -> Iterator[Dated]:
        """The statements of other sides that speak of an item after it was tabled, with their days."""
        author, tabled = self._tabled[item]
        for number in self.spoken.numbers_of.get(item, ()):
            for spoken in self._by_number.get(number, ()):
                for subject, said in spoken:
                    if said.on >= tabled and _side_of(said) != author:
                        yield said.on, subject

    def _statement(self, subject: str, said: StatementKept) -> Claim:
        by = Actor(said.name or said.party or "", said.post, said.party)
        words = Passage(said.start, said.end, said.words)
        backing = self._backing(subject, said)
        return Claim(ClaimKind.SAID, said.act, by, said.on, subject, said.source, words, backing)

    @cached_property
    def _tabled(self) -> dict[str, tuple[str | None, date]]:
        """Items -> the side whose text they stand in, and the day on which they were first tabled."""
        items, every = self.live.items, self.live.texts
        found = {}
        for item, members in self.live.matters("items"):
            texts = [every[items[name].text] for name in members]
            days = [text.on for text in texts if text.on]
            found[item] = (next((text.side for text in texts if text.side), None), min(days, default=date.min))
        return found


def _side_of(said: StatementKept) -> str:
    """The side for which a statement is made; empty where nobody is told."""
    return name_of_side(said.party or said.name or "")
