"""``rejoinder watch DOCKET URL...``: feeds read again and again, what is new in them added."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.add import tell
from rejoinder.cli.output import put
from rejoinder.cli.place import Database, Named, User, open_docket, telling
from rejoinder.cli.status import look_ahead

if TYPE_CHECKING:
    from rejoinder.desk.desk import Desk
    from rejoinder.desk.feeds import FeedItem
    from rejoinder.desk.fetching import Limits

_EVERY = re.compile(r"(\d+)\s*([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
SHORTEST = 30


def watch(
    context: typer.Context,
    docket: Named,
    addresses: Annotated[
        list[str], typer.Argument(metavar="URL", help="Feeds (RSS, Atom) and pages.", show_default=False)
    ],
    every: Annotated[str, typer.Option("--every", metavar="TIME", help="How often: 15m, 2h, 1d.")] = "15m",
    once: Annotated[bool, typer.Option("--once", help="Look once and leave.")] = False,
    private: Annotated[bool, typer.Option("--private", help="Ask machines of the inner network too.")] = False,
    database: Database = None,
    user: User = None,
) -> None:
    """Add what is new in feeds, on a schedule, until Ctrl-C.

    A page that the docket holds is fetched again only where the feed says that it was changed since. With --once
    the exit code is 2 if something could not be read.
    """
    pause = seconds_of(every)
    with telling():
        from rejoinder.desk.fetching import Limits

        desk, name = open_docket(context, docket, database, user)
        while True:
            failures = _look(desk, name, addresses, Limits(private=private))
            look_ahead(desk, name)
            if once:
                break
            put(f"Looked at {datetime.now(UTC).astimezone():%H:%M}; again in {every}. Ctrl-C ends.\n")
            time.sleep(pause)
    if failures:
        raise typer.Exit(2)


def seconds_of(every: str) -> int:
    """``15m`` in seconds. BadParameter for what is no time, or a shorter one than a server should be asked in."""
    found = _EVERY.fullmatch(every.strip().lower())
    seconds = int(found[1]) * _SECONDS[found[2]] if found else 0
    if seconds < SHORTEST:
        raise typer.BadParameter(f"--every is a time of {SHORTEST}s or more: 15m, 2h, 1d.")
    return seconds


def _look(desk: Desk, docket: str, addresses: list[str], limits: Limits) -> int:
    """Add what is new; how many inputs failed."""
    from rejoinder.desk.adding import Failed, HeldAlready, add_sources
    from rejoinder.desk.fetching import fetch
    from rejoinder.desk.gathering import gather
    from rejoinder.desk.snapshots import snapshot_as_of

    snapshot = snapshot_as_of(desk, docket)
    held = {kept.name: snapshot.recorded_at(kept.seq) for kept in snapshot.sources.values()}

    def wanted(item: FeedItem) -> bool:
        recorded = held.get(item.address)
        return recorded is None or (item.changed is not None and item.changed > recorded)

    failures = 0
    for outcome in add_sources(desk, docket, gather(addresses, lambda address: fetch(address, limits), wanted)):
        if not isinstance(outcome, HeldAlready):
            tell(outcome)
        failures += isinstance(outcome, Failed)
    return failures
