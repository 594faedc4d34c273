"""DOCKET, --db, --user and the days of a command -> an open desk, the docket that is meant, and as of when.

The environment is read here and in ``output`` and ``endpoint``, and nowhere else; never when the program is loaded.
"""

from __future__ import annotations

import getpass
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.output import complain
from rejoinder.model import AskedError, RejoinderError

if TYPE_CHECKING:
    from rejoinder.desk.desk import Desk
    from rejoinder.desk.snapshots import AsOf

FILE = "desk.db"
SERVERS = ("postgresql://", "postgres://")
SUFFIXES = (".db", ".sqlite", ".sqlite3")

Named = Annotated[
    str,
    typer.Argument(metavar="DOCKET", help="A docket by its name, a file, or FILE#NAME.", show_default=False),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--db", metavar="ADDRESS", help="The desk: a file or postgresql://... Without it, yours.", show_default=False
    ),
]
User = Annotated[
    str | None,
    typer.Option(
        "--user", metavar="NAME", help="Under whose name. Without it, that of the system.", show_default=False
    ),
]
AsOfDay = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="As of the end of this day: what was out by then.",
        show_default=False,
    ),
]
Recorded = Annotated[
    datetime | None,
    typer.Option(
        "--recorded",
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"],
        metavar="YYYY-MM-DD[THH:MM]",
        help="What our record said at the end of this day, or at this moment.",
        show_default=False,
    ),
]


@contextmanager
def telling() -> Iterator[None]:
    """An error that a person can mend becomes one line on the standard error, and exit code 2."""
    try:
        yield
    except RejoinderError as error:
        complain(error)
        raise typer.Exit(2) from None


def default_database(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    """The desk of a person on this machine: in the platform's folder for the data of programs."""
    if platform == "win32":
        folder = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        given = environment.get("XDG_DATA_HOME", "")
        # The standard: a path that is not absolute is to be ignored.
        folder = Path(given) if Path(given).is_absolute() else home / ".local" / "share"
    return folder / "rejoinder" / FILE


def split_place(named: str, database: str | None) -> tuple[str | None, str | None]:
    """(address of the desk, name of the docket) as DOCKET and --db give them; None for what they leave open."""
    if not is_place(named):
        return database, named
    if database is not None:
        raise typer.BadParameter(f"{named} names a desk itself: give it without --db.")
    address, _, docket = named.partition("#")
    return address, docket or None


def is_place(named: str) -> bool:
    """Whether DOCKET names a file or a server, and not only a docket."""
    address = named.partition("#")[0]
    return (
        "#" in named
        or address.startswith(SERVERS)
        or "/" in address
        or os.sep in address
        or address.lower().endswith(SUFFIXES)
        or Path(address).is_file()
    )


def address_of(database: str | None) -> str:
    """The address that is given, else that of the person's own desk."""
    return database or str(default_database(os.environ, sys.platform, Path.home()))


def shown_address(address: str) -> str:
    """An address as it may be shown: without the password in it."""
    return re.sub(r"(?<=://)([^:@/]*):[^@/]*@", r"\1:...@", address)


def name_of_user(given: str | None) -> str:
    """The name that is given, else that of the system's user."""
    if given is not None and not given.strip():
        raise typer.BadParameter("--user needs a name.")
    try:
        return given or getpass.getuser()
    except (OSError, KeyError) as error:
        raise AskedError(
            "user-unknown", "The system does not say who you are.", "Give your name: --user NAME"
        ) from error


def open_the_desk(context: typer.Context, address: str | None, user: str | None, *, create: bool = False) -> Desk:
    """The desk at an address; the reader is the context's object where a caller has put one there."""
    from rejoinder.desk.desk import open_desk

    desk = open_desk(address_of(address), name_of_user(user), create=create, reader=context.obj)
    context.call_on_close(desk.ledger.close)
    return desk


def open_docket(context: typer.Context, named: str, database: str | None, user: str | None = None) -> tuple[Desk, str]:
    """The desk and the docket that DOCKET and --db name."""
    from rejoinder.desk.dockets import only_docket

    address, docket = split_place(named, database)
    desk = open_the_desk(context, address, user)
    return desk, docket or only_docket(desk, address or named)


def moment_of(as_of: datetime | None, recorded: datetime | None) -> AsOf:
    """As of when a docket is asked for. A day of the record ends with the day of this machine."""
    from rejoinder.desk.snapshots import AsOf

    until = None
    if recorded is not None:
        whole_day = recorded.time() == time()
        until = recorded.astimezone() + (timedelta(days=1, microseconds=-1) if whole_day else timedelta())
    return AsOf(as_of.date() if as_of else None, until)
