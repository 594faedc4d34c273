"""``rejoinder export DOCKET -o FILE``: a docket as a file that other programs read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import AsOfDay, Database, Named, Recorded, User, moment_of, open_docket, telling


def export(
    context: typer.Context,
    docket: Named,
    path: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="By its name: .docx .pdf .html .xlsx .csv .json .jsonl .sqlite .ics .md .jsonld .ftm",
            show_default=False,
        ),
    ],
    as_of: AsOfDay = None,
    recorded: Recorded = None,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="Only what a named person stands behind.")] = False,
    database: Database = None,
    user: User = None,
) -> None:
    """Write a docket to a file for Word, Excel, calendars, Datasette and other programs."""
    with telling():
        from rejoinder.desk.narrowing import Asked
        from rejoinder.desk.viewing import export as export_to

        desk, name = open_docket(context, docket, database, user)
        view = export_to(desk, name, Path(path), moment_of(as_of, recorded), Asked(confirmed=confirmed))
    put(f"{len(view.matters)} matters of “{name}” as of {view.today}, in {path}.\n")
