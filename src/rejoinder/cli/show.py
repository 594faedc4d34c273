"""``rejoinder show DOCKET ID``: one matter, record or source, with its words in context and its history."""

from __future__ import annotations

from typing import Annotated

import typer

from rejoinder.cli.output import put, put_json, rendered, screen
from rejoinder.cli.place import AsOfDay, Database, Named, Recorded, User, moment_of, open_docket, telling


def show(
    context: typer.Context,
    docket: Named,
    subject: Annotated[
        str, typer.Argument(metavar="ID", help="As it stands at the end of a line; its first digits do.")
    ],
    as_of: AsOfDay = None,
    recorded: Recorded = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    database: Database = None,
    user: User = None,
) -> None:
    """Show what stands under an id: what it is, its exact words in their context, and all that happened to it."""
    with telling():
        from rejoinder.desk.showing import show as show_in

        desk, name = open_docket(context, docket, database, user)
        at = moment_of(as_of, recorded)
        shown = show_in(desk, name, subject, at)
    if as_json:
        import msgspec

        put_json(msgspec.to_builtins(shown), indent=2)
        return
    from rejoinder.cli.standing.single import render_shown
    from rejoinder.desk.snapshots import day_of

    console = screen()
    put(rendered(render_shown(shown, day_of(desk, at), console.width), console))
