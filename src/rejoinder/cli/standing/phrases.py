"""Short words for what a standing holds: on whose word, which days, between which sides. Nothing lays out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rejoinder.cli.brief.wording import clean, shown_actor, shown_day, shown_days
from rejoinder.docket.matters import Backing, Footing, Matter
from rejoinder.model import Actor, Interval


def shown_backing(backing: Backing) -> str:
    """ "not confirmed", "confirmed by Ilse Varga", "unsure, says Ilse Varga"."""
    if backing.footing is Footing.FOUND:
        return "not confirmed"
    by = clean(backing.by or "")
    return f"{backing.footing.value} by {by}" if backing.confirmed else f"{backing.footing.value}, says {by}"


def shown_sides(by: Actor | None, to: Sequence[Actor | None]) -> str:
    """``United States → Russia``."""
    others = ", ".join(shown_actor(actor) for actor in to if actor is not None)
    return " → ".join(part for part in (shown_actor(by) if by else "", others) if part)


def shown_interval(interval: Interval | None, today: date) -> str | None:
    """Days, without their year where it is that of the day asked for."""
    return shown_days(interval, today) if interval is not None else None


def told_times(matter: Matter) -> list[str]:
    """How many records of how many sources tell of it, where it is more than one."""
    counted = [report for report in matter.reports if report.out is None]
    sources = {report.source for report in counted}
    if len(counted) < 2:
        return []
    return [f"told {len(counted)} times" + (f" in {len(sources)} sources" if len(sources) > 1 else "")]


def told_embargo(matter: Matter, today: date) -> list[str]:
    """That all sources of it are still under embargo."""
    until = [report.embargoed for report in matter.reports if report.out is None]
    if until and all(moment is not None and moment.date() > today for moment in until):
        return [f"EMBARGO until {shown_day(min(moment for moment in until if moment is not None).date())}"]
    return []


def facts_of(matter: Matter, facts: Sequence[str | None], today: date) -> list[str]:
    """The facts of a matter with those that all matters have; what is not known is left out."""
    own = [fact for fact in facts if fact]
    return [*own, *told_times(matter), *told_embargo(matter, today), shown_backing(matter.backing)]


def in_quotes(words: str) -> str:
    """Words of a source, marked as such."""
    return f"“{clean(words)}”" if words else ""


def confirmed_among(matters: Sequence[Matter]) -> str:
    """ "3, 1 confirmed", "3 found, not confirmed"."""
    confirmed = sum(matter.backing.confirmed for matter in matters)
    return f"{len(matters)}, {confirmed} confirmed" if confirmed else f"{len(matters)} found, not confirmed"
