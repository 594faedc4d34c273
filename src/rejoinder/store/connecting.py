"""Addresses -> ledgers: opens the database, makes its tables or brings them up to date, refuses what is no desk."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from rejoinder.store import POSTGRESQL, problems
from rejoinder.store.looking import PATIENCE
from rejoinder.store.saying import said

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    from rejoinder.docket.ledger import Ledger
    from rejoinder.store.database import DatabaseLedger

APPLICATION = 0x524A4E44
"""The application id in the header of a desk's file ("RJND")."""
_HEADER = 100
"""Bytes that a file of SQLite has at least."""


def connect(address: str, *, create: bool) -> Ledger:
    """The ledger of a database. StoreError where it cannot be read, or would have to be made and cannot be."""
    if address.startswith(POSTGRESQL):
        return _connect(_server(address), address, _shown(address))
    return _connect_to_file(Path(address), address, create=create)


def _connect_to_file(path: Path, address: str, *, create: bool) -> Ledger:
    """A file of this version is only looked at; an older or an empty one is brought up to date."""
    from rejoinder.store.file import FileLedger, known_steps

    _check_place(path, create=create)
    ledger = FileLedger(path, address, connect_to_write)
    if path.exists() and ledger.application() not in (APPLICATION, 0):
        ledger.close()
        raise problems.foreign(address)
    steps = (ledger.steps() or set()) if path.exists() else set()
    known = known_steps()
    if steps - known:
        ledger.close()
        raise problems.newer(address)
    if known - steps:
        ledger.close()
        connect_to_write(path, address).close()
    return ledger


def connect_to_write(path: Path, shown: str) -> DatabaseLedger:
    """The ledger of a file as Django opens it, with its tables as this version has them."""
    return _connect(_file(path), str(path), shown)


def _connect(database: dict[str, Any], address: str, shown: str) -> DatabaseLedger:
    alias = _register(database, address)
    with said(shown):
        _bring_up_to_date(alias, shown)
    from rejoinder.store.database import DatabaseLedger

    return DatabaseLedger(alias, shown)


def _shown(address: str) -> str:
    """The address of a server without the password in it."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.hostname or 'localhost'}{parts.path}"


def _check_place(path: Path, *, create: bool) -> None:
    """StoreError where a file is missing and is not to be made.

    The file itself is looked into by SQLite alone: whoever opens it beside SQLite and closes it again takes all of its
    locks away from this process, and another one could then take the journal from under its feet.
    """
    try:
        if not path.exists() or path.stat().st_size == 0:
            if not create:
                raise problems.missing(str(path))
            path.parent.mkdir(parents=True, exist_ok=True)
        elif path.stat().st_size < _HEADER:
            raise problems.foreign(str(path))
    except OSError as error:
        raise problems.read_only(str(path)) from error


def _file(path: Path) -> dict[str, Any]:
    """How Django opens a SQLite file: writers wait for one another, readers for nobody, a commit reaches the disk."""
    start = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536"
    options = {"timeout": PATIENCE, "transaction_mode": "IMMEDIATE", "init_command": start}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path.absolute()), "OPTIONS": options}


def _server(address: str) -> dict[str, Any]:
    """How Django opens a PostgreSQL database; what the address asks for behind "?" goes to the driver."""
    try:
        import psycopg  # noqa: F401 - asked here whether the driver is installed, so that the error can say so
    except ImportError as error:
        raise problems.no_driver(_shown(address)) from error
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"connect_timeout": str(PATIENCE), **dict(parse_qsl(parts.query))},
    }


def _register(database: dict[str, Any], address: str) -> str:
    """Make a database known to Django under a name of its own; Django is set up where it is not yet."""
    from django.apps import apps
    from django.conf import settings
    from django.db import connections

    from rejoinder.store import settings as own

    if not settings.configured:
        settings.configure(**{name: getattr(own, name) for name in dir(own) if name.isupper()})
        # Not django.setup(): it loads the machinery of web requests, which would double the time to start.
        apps.populate(settings.INSTALLED_APPS)
    alias = sha256(address.encode()).hexdigest()[:16]
    if alias not in connections.settings:
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: database})[alias]
    return alias


def _bring_up_to_date(alias: str, shown: str) -> None:
    """Make the tables, or migrate those of an older version. StoreError for a newer version or another program's."""
    from django.db import connections

    connection = connections[alias]
    missing, unknown = _steps(connection)
    if unknown:
        raise problems.newer(shown)
    if missing:
        _migrate(connection, shown)


def _steps(connection: BaseDatabaseWrapper) -> tuple[set[str], set[str]]:
    """The migrations that the database does not have yet, and those that it has and this version does not know."""
    from django.db.migrations.executor import MigrationExecutor

    loader = MigrationExecutor(connection).loader
    known = {name for app, name in loader.disk_migrations if app == "store"}
    applied = {name for app, name in loader.applied_migrations if app == "store"}
    return known - applied, applied - known


def _migrate(connection: BaseDatabaseWrapper, shown: str) -> None:
    """All steps in one transaction: a process that is killed meanwhile leaves the database as it was, and a second
    one that comes at the same time waits and finds nothing left to do."""
    from django.db import transaction
    from django.db.migrations.executor import MigrationExecutor

    connection.disable_constraint_checking()
    try:
        with transaction.atomic(connection.alias):
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [APPLICATION])
            missing, _ = _steps(connection)
            executor = MigrationExecutor(connection)
            if missing and not executor.loader.applied_migrations and connection.introspection.table_names():
                raise problems.foreign(shown)
            if missing:
                executor.migrate([key for key in executor.loader.graph.leaf_nodes() if key[0] == "store"])
    finally:
        connection.enable_constraint_checking()
