"""``rejoinder status DOCKET`` and ``rejoinder due DOCKET``: where a docket stands, now or as of any past day."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rejoinder.cli.output import put, put_json, rendered, screen
from rejoinder.cli.place import AsOfDay, Database, Named, Recorded, User, moment_of, open_docket, telling
from rejoinder.model import StoreError

if TYPE_CHECKING:
    from rejoinder.cli.standing.heads import Head
    from rejoinder.desk.desk import Desk
    from rejoinder.docket import Standing

A_WEEK = timedelta(days=7)
A_SCREEN = 20
"""How many records of a part are shown unless all are asked for."""
ALL = 1_000_000
Everything = Annotated[bool, typer.Option("--all", help="Show all of each part, not the first 20.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, with all that each line says.")]


def status(
    context: typer.Context,
    docket: Named,
    as_of: AsOfDay = None,
    recorded: Recorded = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Tell what changed since this day.",
            show_default="a week before",
        ),
    ] = None,
    everything: Everything = False,
    as_json: AsJson = False,
    database: Database = None,
    user: User = None,
) -> None:
    """Tell where a docket stands: what is overdue and due, open, planned, quiet, public, changed.

    Every line ends in its id, for show. Nothing counts as confirmed until a named person has confirmed it.
    """
    with telling():
        standing, told, name = _stand(context, (docket, database, user), as_of, recorded, since, everything or as_json)
    if as_json:
        put_json({**_about(name, told, standing), **_sections(standing)}, indent=2)
        return
    from rejoinder.cli.standing import render_standing

    console = screen()
    put(rendered(render_standing(standing, told, console.width), console))


def due(
    context: typer.Context,
    docket: Named,
    as_of: AsOfDay = None,
    recorded: Recorded = None,
    everything: Everything = False,
    as_json: AsJson = False,
    database: Database = None,
    user: User = None,
) -> None:
    """Tell who owes what, overdue and due first."""
    with telling():
        standing, told, name = _stand(context, (docket, database, user), as_of, recorded, None, everything or as_json)
    if as_json:
        put_json({**_about(name, told, standing), "promises": _sections(standing)["promises"]}, indent=2)
        return
    from rejoinder.cli.standing import render_due

    console = screen()
    put(rendered(render_due(standing, told, console.width), console))


def _stand(
    context: typer.Context,
    place: tuple[str, str | None, str | None],
    as_of: datetime | None,
    recorded: datetime | None,
    since: datetime | None,
    everything: bool,
) -> tuple[Standing, Head, str]:
    """Where the docket stands, what its head tells, and its name."""
    from rejoinder.cli.standing.heads import Head
    from rejoinder.desk.dockets import title_of
    from rejoinder.desk.snapshots import day_of, end_of, standing_as_of
    from rejoinder.docket import Since

    desk, name = open_docket(context, *place)
    at = moment_of(as_of, recorded)
    day = day_of(desk, at)
    start = since.date() if since else day - A_WEEK
    standing = standing_as_of(desk, name, at, Since(known=end_of(start)), ALL if everything else A_SCREEN)
    past = at.known is not None and at.known < desk.today
    return standing, Head(title_of(desk, name), past, at.recorded), name


def look_ahead(desk: Desk, docket: str) -> None:
    """Find where a large docket stands after something was entered, so that the next look is quick."""
    from rejoinder.desk.snapshots import NOW, end_of, standing_as_of
    from rejoinder.desk.standings import is_large
    from rejoinder.docket import Since

    # What was added is kept, whatever comes of this.
    with suppress(StoreError):
        if is_large(desk.ledger, docket):
            standing_as_of(desk, docket, NOW, Since(known=end_of(desk.today - A_WEEK)), A_SCREEN)


def _about(name: str, told: Head, standing: Standing) -> dict[str, Any]:
    return {
        "schema": "rejoinder.standing/1",
        "docket": name,
        "title": told.title,
        "as_of": standing.today.isoformat(),
        "past": told.past or told.recorded is not None,
        "recorded": told.recorded.isoformat() if told.recorded else None,
        "seq": standing.seq,
        "counts": dict(standing.counts),
    }


def _sections(standing: Standing) -> dict[str, Any]:
    """All sections as plain values; of the mentions of a quiet item a list, since a pair is no key."""
    from dataclasses import fields, replace

    import msgspec

    whole = {
        part.name: msgspec.to_builtins(getattr(standing, part.name))
        for part in fields(standing)
        if part.name not in ("today", "seq", "counts", "quiet")
    }
    quiet = []
    for item in standing.quiet:
        weeks = [{"week": week, "party": party, "mentions": count} for (week, party), count in item.weeks.items()]
        quiet.append({**msgspec.to_builtins(replace(item, weeks={})), "weeks": weeks})
    return {**whole, "quiet": quiet}
