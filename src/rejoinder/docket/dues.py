"""By when things are due: dates as they were said one after another in, what each changed and which one holds out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rejoinder.docket.matters import Change
from rejoinder.model import Interval

COMING = timedelta(7)
"""How long before its day a promise without a first day ("by Monday") counts as due."""


class Term(NamedTuple):
    """The days within which something is due: all readings of the words that were said."""

    earliest: date | None
    latest: date | None

    def runs(self, today: date) -> bool:
        """Whether its days have come."""
        if self.earliest is not None:
            return self.earliest <= today
        return self.latest is not None and self.latest - COMING <= today

    def has_passed(self, today: date) -> bool:
        """Whether its latest reading is over; a term without an end never is."""
        return self.latest is not None and self.latest < today


def holding(terms: Sequence[Term]) -> Term | None:
    """Of all terms that were said the one that runs longest: nothing is overdue before it has passed. None of none."""
    return max(terms, key=lambda term: (term.latest or date.max, term.earliest or date.min), default=None)


def change_of(before: Interval | None, now: Interval, extended: bool) -> Change:
    """What a date changes when it is said after another one."""
    if before is None:
        return Change.FIRST
    if before == now:
        return Change.RESTATED
    if (now.latest or date.max) > (before.latest or date.max):
        return Change.EXTENDED if extended else Change.SLIPPED
    if (now.earliest or date.min) >= (before.earliest or date.min):
        return Change.NARROWED
    return Change.ADVANCED
