"""A docket as it goes to a file: all that an export may write, as of one moment. The port between desk and formats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from rejoinder.docket.matters import Backing, Matter
from rejoinder.docket.payloads import SourceReceived
from rejoinder.docket.standing import Standing
from rejoinder.model import Statement


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: its id, the number of its entry, when it was out, when and by whom it was entered, what it says of
    itself; ``withdrawn`` why its bytes are gone, or None."""

    id: str
    seq: int
    known_at: datetime
    recorded_at: datetime
    recorded_by: str
    received: SourceReceived
    withdrawn: str | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its id, its source, when it was out, what found it, and on whose word it stands."""

    id: str
    source: str
    known_at: datetime
    statement: Statement
    backing: Backing
    produced_by: str


@dataclass(frozen=True, slots=True)
class DocketView:
    """``as_of`` is the day for which states are reckoned, ``recorded_until`` the moment of our record (None: now);
    ``seq`` and ``hash`` the last entry that counts, by which the view can be made again; ``made_at`` when and
    ``made_by`` by which program. ``matters`` are all, by kind and then by when they became known."""

    docket: str
    title: str
    as_of: date
    recorded_until: datetime | None
    seq: int
    hash: str
    made_at: datetime
    made_by: str
    standing: Standing
    matters: tuple[Matter, ...]
    statements: tuple[StatementView, ...]
    sources: tuple[SourceView, ...]
