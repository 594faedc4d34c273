"""Where dockets are kept: the append-only entries and the bytes they rest on, behind ``docket.ledger.Ledger``.

``accounts_of(ledger)``   who may come in to the desk that a ledger belongs to
``open_ledger(address)``  a SQLite file (a path), a PostgreSQL database (``postgresql://...``) or memory (``memory:``)

``database`` keeps them with Django's models; ``memory`` in plain dictionaries. Django is configured here where no
web application has configured it before.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.docket.ledger import Ledger

if TYPE_CHECKING:
    from rejoinder.store.accounts import Accounts

MEMORY = "memory:"
POSTGRESQL = ("postgresql://", "postgres://")


def open_ledger(address: str | Path, *, create: bool = False) -> Ledger:
    """The ledger at an address; with ``create`` a SQLite file that is not there yet is made.

    StoreError where it is missing, locked, read-only, foreign, damaged or of a newer version.
    """
    if str(address) == MEMORY:
        from rejoinder.store.memory import MemoryLedger

        return MemoryLedger()
    from rejoinder.store.connecting import connect

    return connect(str(address), create=create)


def accounts_of(ledger: Ledger) -> Accounts | None:
    """The accounts that are kept beside the dockets of a ledger; None where it is not in a database."""
    held: Accounts | None = getattr(ledger, "accounts", None)
    return held
