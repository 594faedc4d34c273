"""``rejoinder table DOCKET``: item, wording tabled, reply, where it stands, over all texts of all sides."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rejoinder.cli.in_hand import text_named
from rejoinder.cli.match import Output
from rejoinder.cli.output import put, put_json, rendered, screen
from rejoinder.cli.place import AsOfDay, Database, Named, Recorded, User, moment_of, open_docket, telling

A_SCREEN = 20
"""How many items are shown unless all are asked for."""


def table(
    context: typer.Context,
    docket: Named,
    as_of: AsOfDay = None,
    recorded: Recorded = None,
    text: Annotated[
        str | None,
        typer.Option(
            "--text", metavar="ID", help="Only the items of this text (its id, or its file), in all its versions."
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="SIDE", help="Only the items that this side tabled.")
    ] = None,
    confirmed: Annotated[
        bool, typer.Option("--confirmed", help="Only what a named person has entered or confirmed.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Match the replies in hand anew first. What persons judged stays.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show all items, not the first 20.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    output: Output = None,
    database: Database = None,
    user: User = None,
) -> None:
    """Show the table: each item of all texts, its wording, what was replied, and where it stands.

    Items that no reply in hand mentions come first. Where only a side or a story speaks of an item, it says who does.
    """
    if as_json and output:
        raise typer.BadParameter("--json prints, and -o writes a file: give one of them.")
    with telling():
        from rejoinder.desk.answering import match_pairs
        from rejoinder.desk.tables import export_table_as_of, table_as_of
        from rejoinder.docket.table import Asked

        desk, name = open_docket(context, docket, database, user)
        if anew:
            match_pairs(desk, name)
        whole = everything or as_json or output is not None
        asked = Asked(text_named(text) if text else None, by, confirmed, most=None if whole else A_SCREEN)
        at = moment_of(as_of, recorded)
        view = export_table_as_of(desk, name, Path(output), asked, at) if output else table_as_of(desk, name, asked, at)
    if as_json:
        from rejoinder.formats.exports.matching import table_to_json

        put_json(table_to_json(view), indent=2)
    elif output:
        put(f"{view.table.count} items, in {output}.\n")
    else:
        from rejoinder.cli.matching.tables import render_table

        console = screen()
        put(rendered(render_table(view, console.width), console))
