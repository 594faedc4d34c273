"""``rejoinder serve``: the desk in the browser, on this machine or for a team with accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import Database, User, address_of, name_of_user, open_the_desk, shown_address, telling
from rejoinder.model import AskedError

if TYPE_CHECKING:
    from rejoinder.desk.desk import Desk
    from rejoinder.web.settings import Serving

PORT = 8765
LOCAL = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - named here as the names of no machine


def serve(
    context: typer.Context,
    database: Database = None,
    host: Annotated[str, typer.Option("--host", metavar="NAME", help="Where to listen.")] = LOCAL,
    port: Annotated[int, typer.Option("--port", min=0, max=65_535, help="At which port; 0 takes a free one.")] = PORT,
    address: Annotated[
        str | None,
        typer.Option(
            "--address",
            metavar="URL",
            help="The address by which people reach it, where a proxy stands before it: https://desk.example.org",
            show_default=False,
        ),
    ] = None,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser.")] = True,
    user: User = None,
) -> None:
    """Open the desk in a browser: where dockets stand, stories with their findings, import and export.

    Without accounts it answers on this machine alone, to its owner. With accounts (rejoinder account add) it serves a
    team. Ctrl-C ends it.
    """
    with telling():
        from rejoinder.desk.accounts import has_accounts
        from rejoinder.web.serving import listen, secret_in, served_desk, settle
        from rejoinder.web.serving import serve as answer

        serving = serving_at(host, address, secret_in(Path(address_of(None)).parent))
        application = settle(_opener(context, database, user), serving)
        guarded = has_accounts(served_desk())
        if not guarded:
            check_alone(host, address, database)
        listener = listen(host, port)
    shown = address or f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
    put(f"The desk is open at {shown}  (Ctrl-C closes it)\n")
    if guarded and not serving.secure and not is_here(host):
        put("Passwords go over the network in the clear: put a proxy with https before it, and give --address.\n")
    if browser:
        typer.launch(shown)
    answer(application, listener, secure=serving.secure)
    put("The desk is closed.\n")


def serving_at(host: str, address: str | None, secret: str) -> Serving:
    """How the pages are served. AskedError for an address that is none."""
    from rejoinder.web.settings import Serving

    hosts: tuple[str, ...] = Serving(secret).hosts
    if address is not None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/"):
            message = f"“{address}” is no address of a desk."
            raise AskedError("address-unclear", message, "Give its scheme and name: https://desk.example.org")
        hosts = (*hosts, parts.hostname)
        return Serving(secret, hosts if host in EVERYWHERE else (*hosts, host), parts.scheme == "https")
    return Serving(secret, ("*",) if host in EVERYWHERE else (*hosts, host))


def check_alone(host: str, address: str | None, database: str | None) -> None:
    """AskedError where a desk without accounts is to answer to others than who sits at this machine."""
    if is_here(host) and address is None:
        return
    message = "This desk has no accounts, so it answers on this machine alone."
    place = f" --db {shown_address(database)}" if database else ""
    remedy = f"Make an account first: rejoinder account add NAME{place}; or serve it without --host and --address."
    raise AskedError("accounts-missing", message, remedy)


def is_here(host: str) -> bool:
    """Whether a name means this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _opener(context: typer.Context, database: str | None, user: str | None) -> Callable[[], Desk]:
    """What opens the desk, for each thread anew; all of them share what is remembered. A desk that is not there yet is
    made."""
    from rejoinder.desk.memory import Memory

    memory, name = Memory(), name_of_user(user)
    return lambda: replace(open_the_desk(context, database, name, create=True), memory=memory)
