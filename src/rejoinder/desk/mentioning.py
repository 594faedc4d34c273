"""How often an item is spoken of: a docket, an item and a moment in, its mentions by week and side out."""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.desk.desk import Desk
from rejoinder.desk.snapshots import NOW, AsOf, views_as_of
from rejoinder.docket.quiet import count_mentions


@dataclass(frozen=True, slots=True)
class Mention:
    """How many statements of a side spoke of the item in an ISO week (``2022-W04``)."""

    week: str
    side: str
    count: int


def mentions_of(desk: Desk, docket: str, item: str, at: AsOf = NOW) -> tuple[Mention, ...]:
    """The mentions of an item in the year before the day, by week and side."""
    views = views_as_of(desk, docket, at)
    weeks = count_mentions(views.live, views.spoken, [item], views.today)[item].weeks
    return tuple(Mention(week, side, count) for (week, side), count in sorted(weeks.items()))
