"""What a database says went wrong -> a StoreError that names the desk and the remedy (``problems``)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from rejoinder.model import StoreError
from rejoinder.store import problems

_FULL = ("disk is full", "no space left", "disk full")
_LOCKED = ("locked", "busy")
_READ_ONLY = ("readonly", "read-only", "unable to open database file", "permission denied")
_DAMAGED = ("malformed", "disk image", "corrupt")


@contextmanager
def said_by_driver(shown: str) -> Iterator[None]:
    """Errors of SQLite's driver inside become StoreErrors that name the desk ``shown``."""
    try:
        yield
    except sqlite3.Error as error:
        raise reading_of(str(error), shown) from error


@contextmanager
def said(shown: str) -> Iterator[None]:
    """The same of the driver and of Django."""
    from django.db import DatabaseError, InterfaceError

    try:
        with said_by_driver(shown):
            yield
    except (DatabaseError, InterfaceError) as error:
        raise reading_of(str(error), shown) from error


def reading_of(message: str, shown: str) -> StoreError:
    """What the database means by a message."""
    low = message.lower()
    for signs, make in (
        (_FULL, problems.full),
        (_LOCKED, problems.locked),
        (_READ_ONLY, problems.read_only),
        (_DAMAGED, problems.damaged),
    ):
        if any(sign in low for sign in signs):
            return make(shown)
    if "not a database" in low:
        return problems.foreign(shown)
    return problems.unreachable(shown, " ".join(message.split()).rstrip("."))
