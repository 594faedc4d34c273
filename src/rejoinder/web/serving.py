"""Settles Django for a desk and serves its pages.

A database is used by the thread that opened it, so each thread that answers opens the desk for itself.
"""

from __future__ import annotations

import errno
import secrets
import socket
from collections.abc import Callable
from pathlib import Path
from threading import local
from typing import Any

import django
import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application

from rejoinder.desk.desk import Desk
from rejoinder.desk.memory import let_dockets_stay
from rejoinder.model import AskedError
from rejoinder.web.settings import Serving, settings_for

THREADS = 8
WAITING = 128
Opener = Callable[[], Desk]


class _Served:
    """The desk that is served, opened once for each thread."""

    def __init__(self) -> None:
        self.open: Opener | None = None
        self.opened = local()

    def settle(self, opener: Opener) -> None:
        self.open, self.opened = opener, local()

    def desk(self) -> Desk:
        if self.open is None:
            raise RuntimeError("no desk is served: call settle first")
        desk: Desk | None = getattr(self.opened, "desk", None)
        if desk is None:
            desk = self.opened.desk = self.open()
        return desk


_served = _Served()


class ServedDatabase:
    """Tells Django that its own tables (sessions) stand in the database of the desk that is served."""

    def db_for_read(self, model: type[Any], **hints: object) -> str | None:
        """Its name to Django, or that of the database where the row stands already."""
        del model
        here: str | None = getattr(getattr(hints.get("instance"), "_state", None), "db", None)
        return here or getattr(served_desk().ledger, "alias", None)

    db_for_write = db_for_read


def settle(opener: Opener, serving: Serving) -> Any:
    """Tell Django how to serve the desk that ``opener`` opens; the WSGI application comes back.

    Django is settled once in a process: where that was done before, only the desk is another one from now on.
    """
    let_dockets_stay()
    _served.settle(opener)
    if not settings.configured:
        settings.configure(**settings_for(serving))
        django.setup(set_prefix=False)
    return get_wsgi_application()


def served_desk() -> Desk:
    """The desk, opened for the thread that asks."""
    return _served.desk()


def secret_in(folder: Path) -> str:
    """The secret that is kept in a folder, for its owner alone; a fresh one where it cannot be kept."""
    path = folder / "secret"
    try:
        kept = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        kept = ""
    if len(kept) >= 50:
        return kept
    made = secrets.token_urlsafe(50)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.chmod(0o600)
        path.write_text(made, "ascii")
    except OSError:
        return made
    return made


def listen(host: str, port: int) -> socket.socket:
    """A socket at an address. AskedError where it is taken, or not one of this machine."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(WAITING)
    except (OSError, OverflowError) as error:
        listener.close()
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            message = f"Port {port} of {host} is taken: the desk may be open already."
            raise AskedError("port-taken", message, f"Open it there, or give another: --port {port + 1}") from error
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise AskedError(
            "address-unusable", f"{host}:{port} cannot be served at: {why}.", "Give another --host or --port."
        ) from error
    return listener


def serve(application: Any, listener: socket.socket, *, secure: bool = False) -> None:
    """Answer requests until the process is interrupted. ``secure``: a proxy on this machine speaks https with people
    and tells from where they come."""
    behind = {"url_scheme": "https", "trusted_proxy": "127.0.0.1", "trusted_proxy_headers": {"x-forwarded-for"}}
    waitress.serve(
        application,
        sockets=[listener],
        threads=THREADS,
        ident="rejoinder",
        max_request_body_size=1 << 28,
        **(behind if secure else {}),
    )
