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
from rejoinder.docket.live import PARTS, Live
from rejoinder.docket.matters import Backing, Footing
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


@dataclass(frozen=True)
class Claims:
    """What was said of the items of a docket up to ``today``."""

    live: Live
    spoken: Spoken
    texts: Texts
    today: date

    @cached_property
    def of_items(self) -> dict[str, tuple[Claim, ...]]:
        """Items -> what was said of them, in the order of the days."""
        found: dict[str, dict[str, Claim]] = {}
        for item, claim in self._all():
            found.setdefault(item, {})[claim.subject] = claim
        return {
            item: tuple(sorted(claims.values(), key=lambda claim: (claim.on, claim.subject)))
            for item, claims in found.items()
        }

    def _all(self) -> Iterator[tuple[str, Claim]]:
        yield from self._called()
        yield from self._moved()
        yield from self._said()

    def _called(self) -> Iterator[tuple[str, Claim]]:
        live = self.live
        kept = live.parts["characterisations"]
        for _, members in live.matters("characterisations"):
            for subject in members:
                told = read_as(Characterisation, live, kept[subject])
                words = self._statement_of(told) or told.words
                for item in self._characterised(told, words):
                    yield item, self._claim(ClaimKind.CALLED, told.standing.value, told.by, subject, words)

    def _statement_of(self, told: Characterisation) -> Passage | None:
        """The whole words in which a side calls a thing so."""
        said = self.live.statements.get(told.statement or "")
        return Passage(said.start, said.end, said.words) if said else None

    def _characterised(self, told: Characterisation, words: Passage) -> set[str]:
        """The items that are called so: by the words for what is called, else by those around them ("the main issue,
        the enlargement of the alliance")."""
        named = self.spoken.find_named
        return (named(item_stems(told.of.exact)) if told.of else set()) or named(stems_in(words.exact))

    def _moved(self) -> Iterator[tuple[str, Claim]]:
        live = self.live
        kept = live.parts["referrals"]
        for item, referrals in self.texts.referred.items():
            for matter in referrals:
                for subject in live.members("referrals", matter):
                    told = read_as(Referral, live, kept[subject])
                    to = told.destination or ""
                    yield item, self._claim(ClaimKind.MOVED, to, told.by, subject, told.passage, told.tabler_agrees)

    def _claim(
        self, kind: ClaimKind, what: str, by: Actor | None, subject: str, passage: Passage, agrees: bool | None = None
    ) -> Claim:
        kept = self.live.parts[PARTS[subject.partition(":")[0]]][subject]
        backing = backing_of(self.live, subject)
        return Claim(kind, what, by, kept.known.date(), subject, kept.source, passage, backing, agrees)

    def _said(self) -> Iterator[tuple[str, Claim]]:
        """The statements of other sides that speak of an item after it was tabled."""
        live, today = self.live, self.today
        for subject, said in live.statements.items():
            side = name_of_side(said.party or said.name or "")
            if said.act in ANSWERING and side and said.on <= today and self._counts(subject, said):
                for item in self.spoken.find_named(stems_in(said.words)):
                    author, tabled = self._tabled[item]
                    if side != author and said.on >= tabled:
                        yield item, self._statement(subject, said)

    def _counts(self, subject: str, said: StatementKept) -> bool:
        live = self.live
        return said.source not in live.superseded and not live.verdicts.rejected(subject)

    def _statement(self, subject: str, said: StatementKept) -> Claim:
        judged = self.live.verdicts.backings.get(subject)
        found = Backing(Footing.FOUND) if said.by is None else Backing(Footing.ENTERED, said.by)
        by = Actor(said.name or said.party or "", said.post, said.party)
        words = Passage(said.start, said.end, said.words)
        return Claim(ClaimKind.SAID, said.act, by, said.on, subject, said.source, words, judged or found)

    @cached_property
    def _tabled(self) -> dict[str, tuple[str | None, date]]:
        """Items -> the side whose text they stand in, and the day on which they were first tabled."""
        live = self.live
        found = {}
        for item, members in live.matters("items"):
            texts = [live.texts[live.items[name].text] for name in members]
            days = [text.on for text in texts if text.on]
            found[item] = (next((text.side for text in texts if text.side), None), min(days, default=date.min))
        return found
