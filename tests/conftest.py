"""Hypothesis for all tests: no deadline, since a busy machine is no failure. One PostgreSQL for those that ask for it.
Django as the pages need it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from rejoinder.web.serving import settle
from rejoinder.web.settings import Serving
from tests.postgres import Server, find_server

settings.register_profile("rejoinder", deadline=None)
settings.load_profile("rejoinder")


def _no_desk():
    raise AssertionError("a test of the pages names its desk itself: it asks for the fixture desk")


# Django is settled once in a process: with the pages, so that the tests of the store and of the pages go in any order.
settle(_no_desk, Serving("tests " * 10))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    programs = find_server()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: install the package postgresql to run these tests")
    running = Server(programs)
    running.start()
    yield running
    running.stop()
