"""``rejoinder backup FILE`` and ``rejoinder restore BACKUP``: a whole desk as one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import Database, User, address_of, open_the_desk, telling

if TYPE_CHECKING:
    from rejoinder.desk.copying import Copied


def backup(
    context: typer.Context,
    path: Annotated[str, typer.Argument(metavar="FILE", help="The file to be made.", show_default=False)],
    database: Database = None,
    user: User = None,
) -> None:
    """Copy a whole desk to one file, checked after it is written."""
    with telling():
        from rejoinder.desk.copying import back_up

        copied = back_up(open_the_desk(context, database, user), Path(path))
    _tell(copied)


def restore(
    context: typer.Context,
    path: Annotated[str, typer.Argument(metavar="BACKUP", help="A file that backup has made.", show_default=False)],
    database: Database = None,
    user: User = None,
) -> None:
    """Make a new desk of a backup. A desk that is there is never overwritten: take it away first, or give --db."""
    with telling():
        from rejoinder.desk.copying import restore as restore_desk

        copied = restore_desk(open_the_desk(context, path, user), address_of(database))
    _tell(copied)


def _tell(copied: Copied) -> None:
    for docket, entries in copied.dockets:
        put(f"{docket}: {entries} entries, checked.\n")
    put(f"Whole in {copied.address}.\n")
