"""Until when a source may not be published."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rejoinder.docket.kept import SourceKept
from rejoinder.docket.sources import embargo_of

NOON = datetime(2022, 5, 20, 12, tzinfo=UTC)


def source(embargoed: datetime | None) -> SourceKept:
    return SourceKept(1, NOON, "a.txt", None, None, None, None, None, "usable", embargoed, None)


def test_an_embargo_holds_until_its_moment():
    assert embargo_of(source(NOON), NOON - timedelta(seconds=1)) == NOON
    assert embargo_of(source(NOON), NOON) is None


def test_what_has_no_embargo_may_be_published():
    assert embargo_of(source(None), NOON) is None
    assert embargo_of(None, NOON) is None
