"""``rejoinder serve``: the desk in the browser, on this machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import Database, User, address_of, name_of_user, open_the_desk, telling

if TYPE_CHECKING:
    from rejoinder.desk.desk import Desk

PORT = 8765
LOCAL = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - named here to be warned of


def serve(
    context: typer.Context,
    database: Database = None,
    host: Annotated[str, typer.Option("--host", metavar="NAME", help="Where to listen.")] = LOCAL[0],
    port: Annotated[int, typer.Option("--port", min=0, max=65_535, help="At which port; 0 takes a free one.")] = PORT,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser.")] = True,
    user: User = None,
) -> None:
    """Open the desk in a browser: where dockets stand, stories with their findings, import and export.

    It runs on this machine and asks nothing of the network. Ctrl-C ends it.
    """
    with telling():
        from rejoinder.web.serving import listen, secret_in, served_desk, settle
        from rejoinder.web.serving import serve as answer
        from rejoinder.web.settings import Serving

        listener = listen(host, port)
        secret = secret_in(Path(address_of(None)).parent)
        hosts = ("*",) if host in EVERYWHERE else (*Serving(secret).hosts, host)
        application = settle(_opener(context, database, user), Serving(secret, hosts))
        served_desk()
    shown = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
    put(f"The desk is open at {shown}  (Ctrl-C closes it)\n")
    if host not in LOCAL:
        put("Whoever reaches this address may do everything here: there are no accounts.\n")
    if browser:
        typer.launch(shown)
    answer(application, listener)
    put("The desk is closed.\n")


def _opener(context: typer.Context, database: str | None, user: str | None) -> Callable[[], Desk]:
    """What opens the desk, for each thread anew; all of them share what is remembered. A desk that is not there yet is
    made."""
    from rejoinder.desk.memory import Memory

    memory, name = Memory(), name_of_user(user)
    return lambda: replace(open_the_desk(context, database, name, create=True), memory=memory)
