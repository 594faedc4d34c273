"""Mentions of items: a docket as of a day in, for each item how often which side spoke of it in which week out, those
that went quiet first. Counted, not characterised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rejoinder.docket.live import ITEMS
from rejoinder.docket.matters import QuietItem
from rejoinder.docket.quiet import Mentions, silence_of
from rejoinder.docket.reports import backing_of
from rejoinder.docket.views import Views


def count_all(views: Views, most: int, first: int = 0, *, confirmed: bool = False) -> tuple[tuple[QuietItem, ...], int]:
    """The items, those of which nothing was said at the most meetings first, then the rarer spoken of; ``most`` of
    them from number ``first`` on, and how many there are. ``confirmed``: only what a named person stands behind."""
    items = [matter for matter, members in views.live.matters(ITEMS) if not confirmed or _is_firm(views, members)]
    counted = views.mentions
    silences = {item: _silence(views, item, counted[item]) for item in items}
    last = {item: (counted[item].last or (date.min, ""))[0] for item in items}
    ordered = sorted(items, key=lambda item: (-silences[item], last[item], item))
    shown = (_show(views, item, counted[item], silences[item]) for item in ordered[first : first + most])
    return tuple(shown), len(items)


def weeks_between(first: date, last: date) -> Iterator[str]:
    """The ISO weeks from one day to another, the first and the last included."""
    for day in range(_monday(first), last.toordinal() + 1, 7):
        yield week_of(date.fromordinal(day))


def week_of(day: date) -> str:
    """The ISO week of a day, as mentions are counted by: ``2022-W04``."""
    week = day.isocalendar()
    return f"{week.year}-W{week.week:02}"


def sides_of(items: Iterable[QuietItem]) -> tuple[str, ...]:
    """The sides that spoke of any of these items, by name."""
    return tuple(sorted({side for item in items for _, side in item.weeks}))


def _monday(day: date) -> int:
    return max(1, day.toordinal() - day.weekday())


def _is_firm(views: Views, members: Iterable[str]) -> bool:
    return any(backing_of(views.live, member).confirmed for member in members)


def _silence(views: Views, item: str, mentions: Mentions) -> int:
    live = views.live
    text = live.texts[live.items[item].text]
    return silence_of(views.deeds, text.side, date.fromordinal(text.day), mentions, views.today)


def _show(views: Views, item: str, mentions: Mentions, silence: int) -> QuietItem:
    on, statement = mentions.last or (None, None)
    return QuietItem(views.item(item), dict(sorted(mentions.weeks.items())), on, statement, silence)
