"""The ledgers that the contract suite runs on: in memory, in a SQLite file, and in a PostgreSQL of the tests' own."""

from __future__ import annotations

import pytest

from rejoinder.store import MEMORY, open_ledger


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def ledger(request, tmp_path):
    """An empty ledger of each kind."""
    if request.param == "memory":
        yield open_ledger(MEMORY)
        return
    address = tmp_path / "desk.db" if request.param == "sqlite" else request.getfixturevalue("server").new_database()
    opened = open_ledger(address, create=True)
    yield opened
    opened.close()
