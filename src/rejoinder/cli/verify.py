"""``rejoinder verify [DOCKET]``: whether anything was changed."""

from __future__ import annotations

from typing import Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import Database, open_docket, open_the_desk, telling

SHOWN = 100
"""So many faults are named; of a desk that is all changed nobody reads more."""


def verify(
    context: typer.Context,
    docket: Annotated[
        str | None,
        typer.Argument(metavar="[DOCKET]", help="One docket; without it, all of the desk.", show_default=False),
    ] = None,
    database: Database = None,
) -> None:
    """Check that nothing was changed: the chain of entries, every source, every passage.

    The exit code is 1 if something was."""
    faults = 0
    with telling():
        from rejoinder.cli.brief.wording import clean
        from rejoinder.desk.verifying import verify_desk

        if docket is None:
            desk, names = open_the_desk(context, database, None), None
        else:
            desk, name = open_docket(context, docket, database)
            names = [name]
        for fault in verify_desk(desk, names):
            faults += 1
            if faults <= SHOWN:
                put(f"{clean(f'{fault.docket}: {fault.message}' if fault.docket else fault.message)}  [{fault.code}]\n")
        checked = names or [name for name, _ in desk.ledger.dockets()]
        heads = [(name, desk.ledger.head(name)) for name in checked] if not faults else []
    if faults:
        more = f" (the first {SHOWN} are named)" if faults > SHOWN else ""
        put(f"{faults} changed or damaged{more}. Restore a backup: rejoinder restore BACKUP\n")
        raise typer.Exit(1)
    for name, head in heads:
        what = f"{head.seq} entries, the last one with hash {head.hash}" if head else "no entries yet"
        put(f"{name}: nothing is changed; {what}.\n")
