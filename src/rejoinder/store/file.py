"""The ledger of a desk in a SQLite file: read by the driver alone, for Django takes longer to load than most questions
take to answer; written by ``database``, which is loaded when something is first written.

A file that cannot be written to, or in a folder that cannot, is read all the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rejoinder.docket.ledger import KeptSource, Ledger
from rejoinder.model import Entry, NewEntry
from rejoinder.store.looking import BATCH, KEEP, PATIENCE, Looking
from rejoinder.store.saying import said_by_driver

if TYPE_CHECKING:
    from rejoinder.store.accounts import Accounts
    from rejoinder.store.database import DatabaseLedger

_MODES = ("mode=rw", "mode=ro", "immutable=1")
_REFUSED = ("unable to open database file", "readonly", "disk I/O error")
"""What the driver says where a file cannot be opened so."""
_BRIEFLY = 1
"""Seconds to wait for another writer with what may as well be left unwritten."""


class FileLedger(Looking):
    """A ``docket.ledger.Ledger`` in a SQLite file, for one thread at a time. ``open_to_write`` gives the ledger that
    takes over where something is written."""

    failures = sqlite3.Error
    vendor = "sqlite"

    def __init__(self, path: Path, shown: str, open_to_write: Callable[[Path, str], DatabaseLedger]) -> None:
        self.path = path
        self.shown = shown
        self._open_to_write = open_to_write
        self._connection: sqlite3.Connection | None = None

    @cached_property
    def _writer(self) -> DatabaseLedger:
        return self._open_to_write(self.path, self.shown)

    @property
    def alias(self) -> str:
        """The name of the file to Django."""
        return self._writer.alias

    @property
    def accounts(self) -> Accounts:
        """Who may come in."""
        return self._writer.accounts

    def application(self) -> int:
        """The application id in the header of the file."""
        with self._said():
            ((number,),) = self._ask("PRAGMA application_id")
            return int(number)

    def steps(self) -> set[str] | None:
        """The migrations that the file has had; None where it has none of ours."""
        with self._said():
            tables = {row[0] for row in self._ask("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if "django_migrations" not in tables:
                return None
            return {row[0] for row in self._ask("SELECT name FROM django_migrations WHERE app = 'store'")}

    def close(self) -> None:
        """Let the file go; the next question opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if "_writer" in self.__dict__:
            self._writer.close()

    def whole(self) -> AbstractContextManager[Ledger]:
        return self._writer.whole()

    def create(self, docket: str, title: str, created_at: datetime) -> None:
        self._writer.create(docket, title, created_at)

    def append(
        self,
        docket: str,
        new: Sequence[NewEntry],
        recorded_at: datetime,
        sources: Sequence[KeptSource] = (),
        expected_seq: int | None = None,
    ) -> Sequence[Entry]:
        return self._writer.append(docket, new, recorded_at, sources, expected_seq)

    def withdraw(self, source: str) -> None:
        self._writer.withdraw(source)

    def keep_projections(self, docket: str, seq: int, rows: Mapping[str, bytes]) -> None:
        with self._said(), closing(_open(self.path, _MODES[0], _BRIEFLY)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(KEEP.replace("%s", "?"), [(docket, name, seq, data) for name, data in rows.items()])
            connection.execute("COMMIT")

    def _ask(self, question: str, values: Sequence[Any] = ()) -> Iterator[Sequence[Any]]:
        cursor = self._opened().execute(question.replace("%s", "?"), values)
        while rows := cursor.fetchmany(BATCH):
            yield from rows

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = open_to_read(self.path)
        return self._connection

    def _said(self) -> AbstractContextManager[None]:
        return said_by_driver(self.shown)

    def _as_stored(self, moment: datetime) -> Any:
        return str(moment.astimezone(UTC).replace(tzinfo=None))


def known_steps() -> set[str]:
    """The migrations that this version has."""
    names = (Path(item.name).stem for item in files("rejoinder.store.migrations").iterdir())
    return {name for name in names if name[:4].isdigit()}


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a file: as every program opens it; failing that, as one that may only be read; and where nobody
    can write beside it either, and nobody has left anything to be put into it, as one that does not change."""
    waiting = path.with_name(f"{path.name}-wal")
    for mode in _MODES[:-1]:
        try:
            return _open(path, mode, PATIENCE)
        except sqlite3.OperationalError as error:
            if not any(sign in str(error) for sign in _REFUSED):
                raise
    if waiting.exists() and waiting.stat().st_size:
        raise sqlite3.OperationalError(_REFUSED[0])
    return _open(path, _MODES[-1], PATIENCE)


def _open(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}", timeout=patience, isolation_level=None, check_same_thread=False, uri=True
    )
    try:
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
