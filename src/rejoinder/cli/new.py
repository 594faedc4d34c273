"""``rejoinder new DOCKET``: a docket without entries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import Database, Named, User, address_of, open_the_desk, split_place, telling


def new(
    context: typer.Context,
    docket: Named,
    title: Annotated[
        str | None, typer.Option("--title", help="What it is about, in a line.", show_default=False)
    ] = None,
    database: Database = None,
    user: User = None,
) -> None:
    """Make a docket: the record of one negotiation.

    A desk that is not there yet is made: your own, or the file that is named.
    """
    with telling():
        from rejoinder.desk.dockets import make_docket

        address, name = split_place(docket, database)
        name = name or Path(docket).stem
        desk = open_the_desk(context, address, user, create=True)
        make_docket(desk, name, title)
    put(f"Docket “{name}” is made, in {address_of(address)}.\n")
