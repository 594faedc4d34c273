"""A draft with what it tells of its circumstances by itself: the record that is filled up by ``inheriting``."""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.model import Act, Interval, SaidOn, Span, TimeExpression
from rejoinder.reading.attribution.hearers import Hearer, Scope
from rejoinder.reading.attribution.speakers import Spoken
from rejoinder.reading.cues import base_forms, read_cue
from rejoinder.reading.knowledge import word_set


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with its circumstances as far as they are known.

    ``place``     where it is attributed, ``sentence`` the sentence around that
    ``cue``       the lower-case words of the cue, ``lead_in`` the few before it in its clause,
    ``follows`` the one after it
    ``heading``   whether it stands in the headline or a sub-headline
    ``day``       the expression in its own sentence that tells the day
    """

    item: Spoken
    place: Span
    sentence: Span
    cue: tuple[str, ...]
    lead_in: tuple[str, ...]
    follows: str
    heading: bool
    hearer: Hearer | None
    venue: str | None
    day: TimeExpression | None
    said_on: SaidOn | None

    @property
    def inner(self) -> bool:
        draft = self.item.draft
        return draft.outer is not None or draft.found == "grammar" or self.item.reporter is not None

    @property
    def speaker(self) -> str | None:
        return self.item.actor.name if self.item.actor else None

    @property
    def side(self) -> str | None:
        return self.item.actor.party if self.item.actor else None

    @property
    def passive(self) -> bool:
        """Whether it stands aside of what its sentence reports: "amendments requested by Lebanon"."""
        return self.follows == "by"

    @property
    def lasting(self) -> bool:
        """Whether it was said to an audience that hears what its speaker adds."""
        return self.hearer is not None and self.hearer.scope is not Scope.STATEMENT

    @property
    def act(self) -> Act | None:
        return read_cue(" ".join(self.cue)).act

    @property
    def standing(self) -> bool:
        """Whether the cue tells of a position or of an earlier time, not of this occasion: "wants", "has said"."""
        if {*self.lead_in, *self.cue} & word_set("circumstances", "days", "earlier"):
            return True
        present = bool(self.cue) and not self.cue[0].endswith(("ed", "ing")) and not read_past(self.cue[0])
        return present and bool(set(base_forms(self.cue[0])) & word_set("circumstances", "days", "positions"))


def read_past(word: str) -> bool:
    """Whether a word of saying is an irregular past form ("said", "told")."""
    return base_forms(word) != (word,) and len(base_forms(word)) == 1


def said_on(day: TimeExpression | None) -> SaidOn | None:
    """The day of speaking that an expression tells."""
    return SaidOn(day.exact, day.interval or Interval(None, None)) if day is not None else None


def is_one_day(said: SaidOn | None) -> bool:
    """Whether it is one day, known or not: what was said "last month" is background and goes no further."""
    return said is not None and said.interval.earliest == said.interval.latest
