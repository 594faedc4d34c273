"""``rejoinder account ...``: who may come in to a desk that is served, and what their programs come in with.

A password is asked for on the terminal, or read from the standard input; it is never an argument, for other people of
the machine see those.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import Database, User, open_the_desk, telling
from rejoinder.model import AskedError

account = typer.Typer(no_args_is_help=True, help="Accounts of a desk that serves a team: add, list, disable, tokens.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of the account.", show_default=False)]


@account.command()
def add(context: typer.Context, name: Name, database: Database = None, user: User = None) -> None:
    """Make an account. Entries that are made with it bear its name.

    The password is asked for, or read from the standard input.
    """
    with telling():
        from rejoinder.desk.accounts import add_account

        made = add_account(open_the_desk(context, database, user, create=True), name, _password())
        put(f"{made.name} may sign in now.\n")


@account.command("list")
def list_all(context: typer.Context, database: Database = None, user: User = None) -> None:
    """List the accounts: since when, when they last signed in, whether they are disabled."""
    with telling():
        from rejoinder.desk.accounts import list_accounts

        for one in list_accounts(open_the_desk(context, database, user)):
            last = f"last signed in {one.last_login:%Y-%m-%d}" if one.last_login else "never signed in"
            state = "" if one.is_active else ", disabled"
            put(f"{one.name}: since {one.created_at:%Y-%m-%d}, {last}{state}\n")


@account.command()
def disable(context: typer.Context, name: Name, database: Database = None, user: User = None) -> None:
    """Let an account in no more: its sessions and tokens end at once. What it entered stays."""
    _enable(context, name, database, user, enabled=False)


@account.command()
def enable(context: typer.Context, name: Name, database: Database = None, user: User = None) -> None:
    """Let a disabled account in again."""
    _enable(context, name, database, user, enabled=True)


@account.command()
def password(context: typer.Context, name: Name, database: Database = None, user: User = None) -> None:
    """Give an account another password: its sessions end."""
    with telling():
        from rejoinder.desk.accounts import change_password

        change_password(open_the_desk(context, database, user), name, _password())
        put(f"{name} has another password.\n")


@account.command()
def token(
    context: typer.Context,
    name: Name,
    label: Annotated[str, typer.Option("--label", metavar="WORDS", help="What it is for.")] = "",
    database: Database = None,
    user: User = None,
) -> None:
    """Make a token with which a program may ask the JSON API under the account's name.

    It is shown once: send it as "Authorization: Bearer TOKEN".
    """
    with telling():
        from rejoinder.desk.accounts import Purpose, give_token

        put(f"{give_token(open_the_desk(context, database, user), name, Purpose.API, label)}\n")


@account.command()
def feed(
    context: typer.Context,
    name: Name,
    docket: Annotated[str, typer.Argument(metavar="DOCKET", help="The docket.", show_default=False)],
    database: Database = None,
    user: User = None,
) -> None:
    """Make secret addresses of a docket's feed and calendar, for a reader program. They are shown once."""
    with telling():
        from rejoinder.desk.accounts import Purpose, give_token

        secret = give_token(open_the_desk(context, database, user), name, Purpose.FEED, docket=docket)
        for outlet in ("feed.atom", "calendar.ics"):
            put(f"/d/{docket}/{outlet}?key={secret}\n")


@account.command()
def tokens(context: typer.Context, name: Name, database: Database = None, user: User = None) -> None:
    """List the tokens and secret feed addresses of an account."""
    with telling():
        from rejoinder.desk.accounts import list_tokens

        for one in list_tokens(open_the_desk(context, database, user), name):
            what = f"feed of {one.docket}" if one.docket else "API"
            used = f"last used {one.used_on}" if one.used_on else "never used"
            label = f" ({one.label})" if one.label else ""
            put(f"{one.id}  {what}{label}, made {one.created_at:%Y-%m-%d}, {used}\n")


@account.command()
def revoke(
    context: typer.Context,
    name: Name,
    one: Annotated[str, typer.Argument(metavar="ID", help="As tokens lists it.", show_default=False)],
    database: Database = None,
    user: User = None,
) -> None:
    """Take a token or a secret feed address back."""
    with telling():
        from rejoinder.desk.accounts import revoke_token

        revoke_token(open_the_desk(context, database, user), name, one)
        put(f"{one} lets nobody in any more.\n")


def _enable(context: typer.Context, name: str, database: str | None, user: str | None, *, enabled: bool) -> None:
    with telling():
        from rejoinder.desk.accounts import enable_account

        enable_account(open_the_desk(context, database, user), name, enabled)
        put(f"{name} may sign in again.\n" if enabled else f"{name} is disabled.\n")


def on_terminal() -> bool:
    """Whether somebody can type."""
    return sys.stdin.isatty()


def _password() -> str:
    """What is typed twice on a terminal, else the first line of the standard input."""
    if on_terminal():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise AskedError("password-missing", "No password was given.", "Type it, or send it on the standard input.")
    return line
