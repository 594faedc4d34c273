"""The port to wherever the entries and sources of dockets are kept: what is asked of a store, in plain types.

``store`` has it for SQLite, PostgreSQL and memory, and one suite of tests holds all of them to what is said here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from rejoinder.model import Entry, NewEntry


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source as it is kept: ``id`` is ``sha256:`` and the digest of its bytes; ``data`` (the bytes) and ``text`` (to
    which all offsets refer) are None once it is withdrawn."""

    id: str
    name: str
    data: bytes | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a search found: a source by its id, and a span of its text in code points."""

    source: str
    start: int
    end: int


class Ledger(Protocol):
    """Entries that are only ever added, and the bytes they rest on. All dockets of one desk.

    ``rejoinder.model.StoreError`` where the store is locked, read-only, full, foreign or of a newer version.
    """

    def create(self, docket: str, title: str, created_at: datetime) -> None:
        """A new docket without entries. StoreError ``docket-exists`` if there is one of that name."""

    def dockets(self) -> Sequence[tuple[str, str]]:
        """The names and titles of all dockets, by name."""

    def head(self, docket: str) -> Entry | None:
        """The last entry, None if there is none yet. StoreError ``docket-unknown``."""

    def append(
        self,
        docket: str,
        new: Sequence[NewEntry],
        recorded_at: datetime,
        sources: Sequence[KeptSource] = (),
        expected_seq: int | None = None,
    ) -> Sequence[Entry]:
        """Enter all of ``new`` and keep their sources, or nothing. The numbers follow one another without a gap, also
        under several processes. StoreError ``docket-moved`` if the last entry is not number ``expected_seq``."""

    def entries(
        self,
        docket: str,
        after: int = 0,
        known_until: datetime | None = None,
        recorded_until: datetime | None = None,
    ) -> Iterator[Entry]:
        """The entries in the order of their numbers: those after number ``after`` whose evidence was out at
        ``known_until`` and that were entered by ``recorded_until``, both moments included. EntryError for one that
        cannot be read any more."""

    def whole(self) -> AbstractContextManager[Ledger]:
        """A ledger in which all that is written until the end comes to be together, or not at all: if it ends with an
        error, or the process is killed, nothing of it is there."""

    def about(self, docket: str, subjects: Sequence[str]) -> Sequence[Entry]:
        """The entries about any of these subjects, in the order of their numbers."""

    def close(self) -> None:
        """Let the store go; the next question opens it again."""

    def damage(self) -> Sequence[str]:
        """What the store finds wrong with its own file or tables, in sentences; nothing where all is well."""

    def source(self, source: str) -> KeptSource | None:
        """A source by its id, None if it was never kept."""

    def withdraw(self, source: str) -> None:
        """Take away the bytes and the text of a source; its id and name stay. The entry that says so is the
        caller's to append first."""

    def payloads(self, docket: str, numbers: Sequence[int]) -> Mapping[int, str]:
        """What the entries with these numbers say, by their numbers; those that are not there are left out."""

    def projection(self, docket: str, name: str) -> tuple[int, bytes] | None:
        """What was kept under ``name``: up to which entry it goes, and its bytes; None if nothing is kept."""

    def keep_projections(self, docket: str, seq: int, rows: Mapping[str, bytes]) -> None:
        """Keep what can be worked out again at any time: bytes by their names, all of them or none, each in place of
        what was kept under its name before. It is not waited for long: StoreError where another one is writing."""

    def search(self, docket: str, words: str, limit: int) -> Sequence[Found]:
        """The paragraphs of the docket's sources in which all words stand, in whatever case; the best first."""
