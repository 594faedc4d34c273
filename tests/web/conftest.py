"""A served desk for the tests of the pages: in memory, with the invented story in it, and a browser without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from rejoinder.desk.memory import Memory
from rejoinder.web.serving import settle
from rejoinder.web.settings import Serving
from tests.desk.desks import new_desk


@pytest.fixture
def desk():
    """A desk with one docket without entries, served."""
    opened = replace(new_desk(), memory=Memory())
    settle(lambda: opened, Serving(""))
    return opened


@pytest.fixture
def client(desk):
    """A browser without scripts; forms are checked as those of a real one are."""
    return Client(SERVER_NAME="localhost")
