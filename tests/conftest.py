"""Hypothesis for all tests: no deadline, since a busy machine is no failure. One PostgreSQL for those that ask for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.postgres import Server, find_server

settings.register_profile("rejoinder", deadline=None)
settings.load_profile("rejoinder")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    programs = find_server()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: install the package postgresql to run these tests")
    running = Server(programs)
    running.start()
    yield running
    running.stop()
