"""``rejoinder add DOCKET PATH...``: sources in, a line for each when it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.in_hand import (
    By,
    Draft,
    Kind,
    ReplyTo,
    SaidHere,
    TabledOn,
    Title,
    To,
    VersionOf,
    add_text,
    counted,
    said_of_text,
)
from rejoinder.cli.output import complain, put
from rejoinder.cli.place import Database, Named, User, open_docket, telling
from rejoinder.cli.status import look_ahead

if TYPE_CHECKING:
    from rejoinder.desk.adding import Outcome

MANY = 5


def add(
    context: typer.Context,
    docket: Named,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH", help="Files, folders, web archives, addresses of pages and feeds; - for the standard input."
        ),
    ],
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The day of publication of all of them, where it is known from elsewhere.",
            show_default=False,
        ),
    ] = None,
    private: Annotated[bool, typer.Option("--private", help="Ask machines of the inner network too.")] = False,
    draft: Draft = False,
    reply_to: ReplyTo = None,
    version_of: VersionOf = None,
    kind: Kind = None,
    by: By = None,
    to: To = None,
    tabled: TabledOn = None,
    title: Title = None,
    database: Database = None,
    user: User = None,
) -> None:
    """Read sources into a docket. A line for each is printed when it is kept with all of its findings.

    What the docket holds already is said and left. What cannot be read stops no other; the exit code is then 2.
    With --draft, --reply-to, --version-of or --kind the file is no story but the text itself: its items go into the
    table, and a reply is matched to the items of what it answers.
    """
    said = said_of_text(SaidHere(draft, reply_to, version_of, kind, by, to, tabled, title))
    if said is not None:
        add_text(context, (docket, database, user), paths, said, published.date() if published else None)
        return
    with telling():
        from rejoinder.desk.adding import Failed, add_sources
        from rejoinder.desk.fetching import Limits, fetch
        from rejoinder.desk.gathering import count_inputs, gather

        desk, name = open_docket(context, docket, database, user)
        gathered = gather(paths, lambda address: fetch(address, Limits(private=private)))
        failures = 0
        with progress(count_inputs(paths)) as advance:
            for outcome in add_sources(desk, name, gathered, published.date() if published else None):
                tell(outcome)
                advance()
                failures += isinstance(outcome, Failed)
        look_ahead(desk, name)
    if failures:
        raise typer.Exit(2)


def tell(outcome: Outcome) -> None:
    """The line of one input: what was found in it, that it is held already, or what is wrong with it."""
    from rejoinder.cli.brief.wording import clean
    from rejoinder.desk.adding import Added, Failed

    if isinstance(outcome, Failed):
        complain(outcome.error)
    elif isinstance(outcome, Added):
        found = ", ".join(counted(count, kind) for kind, count in outcome.found.items()) or "nothing found in it"
        put(f"added  {clean(outcome.name)}: {found}  [{outcome.source[7:19]}]\n")
    else:
        put(f"held   {clean(outcome.name)}: the docket holds it already  [{outcome.source[7:19]}]\n")


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[], None]]:
    """A bar on the standard error where there are many inputs and the lines go elsewhere."""
    import sys

    if (total is not None and total < MANY) or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("Adding", total=total)
        yield lambda: bar.advance(task)
