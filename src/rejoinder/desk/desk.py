"""A desk: where its dockets are kept, who sits at it, the clock, and what reads and matches for it. All use cases are
functions over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder._version import __version__
from rejoinder.desk.matchers import Matcher, shipped_matcher
from rejoinder.desk.memory import Memory
from rejoinder.desk.permission import Permission, owner_may_all
from rejoinder.docket.ledger import Ledger

if TYPE_CHECKING:
    from rejoinder.desk.reading import Reader
    from rejoinder.model import Document, Reading, RejoinderError

PROGRAM = f"rejoinder {__version__}"
"""What made a finding, beside the digest of the tagger."""
Clock = Callable[[], datetime]
"""The moment now, with its zone: days of the desk are days of that zone."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a use case needs from outside. ``user`` is the name under which its entries are made;
    ``memory`` what a program that goes on running keeps of its dockets, None for one that ends after a command."""

    ledger: Ledger
    user: str
    clock: Clock
    reader: Reader
    permission: Permission = owner_may_all
    memory: Memory | None = None
    matcher: Matcher = shipped_matcher

    @property
    def today(self) -> date:
        """The day by the desk's clock, in its zone."""
        return self.clock().date()


def clock_here() -> datetime:
    """The moment by the machine's clock, in its time zone."""
    return datetime.now(UTC).astimezone()


def read_as_shipped(
    documents: Sequence[Document], published: date | None, today: date
) -> Iterable[Reading | RejoinderError]:
    """Read with the tagger of the package. What reads is loaded with the first document: most commands only look."""
    from rejoinder.desk.reading import shipped_reader

    return shipped_reader()(documents, published, today)


def open_desk(
    address: str | Path, user: str, *, create: bool = False, clock: Clock | None = None, reader: Reader | None = None
) -> Desk:
    """The desk at an address (a file, ``postgresql://...``, ``memory:``), with the machine's clock and the tagger of
    the package unless others are given. StoreError where it cannot be opened."""
    from rejoinder.store import open_ledger

    return Desk(open_ledger(address, create=create), user, clock or clock_here, reader or read_as_shipped)
