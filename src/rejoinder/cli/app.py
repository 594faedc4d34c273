"""The commands, wired in one place. Nothing heavy is imported here: ``--help`` and completion must be quick."""

from __future__ import annotations

from typing import Annotated

import typer

from rejoinder._version import __version__
from rejoinder.cli.account import account
from rejoinder.cli.add import add
from rejoinder.cli.compare import compare
from rejoinder.cli.copies import backup, restore
from rejoinder.cli.export import export
from rejoinder.cli.judge import judge, link, record, undo
from rejoinder.cli.match import match
from rejoinder.cli.new import new
from rejoinder.cli.outline import outline
from rejoinder.cli.publish import publish
from rejoinder.cli.read import read
from rejoinder.cli.review import review
from rejoinder.cli.schema import schema
from rejoinder.cli.search import search
from rejoinder.cli.serve import serve
from rejoinder.cli.show import show
from rejoinder.cli.status import due, status
from rejoinder.cli.table import table
from rejoinder.cli.text import text
from rejoinder.cli.verify import verify
from rejoinder.cli.watch import watch

app = typer.Typer(name="rejoinder", rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)
for _command in (
    read,
    outline,
    match,
    compare,
    new,
    add,
    review,
    judge,
    undo,
    link,
    record,
    status,
    due,
    table,
    show,
    search,
    export,
    publish,
    watch,
    serve,
    verify,
    backup,
    restore,
    text,
    schema,
):
    app.command()(_command)
app.add_typer(account, name="account")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rejoinder {__version__}")
        raise typer.Exit


@app.callback()
def rejoinder(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Keeps the docket of a negotiation: who said what to whom, and when, in which exact words."""
