"""A ledger in memory: for tests, for looking at a few stories without keeping them, and as the plainest telling of
what every ledger must do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from rejoinder.docket.chain import seal
from rejoinder.docket.ledger import Found, KeptSource, Ledger
from rejoinder.model import Entry, EntryKind, NewEntry
from rejoinder.store.problems import docket_exists, docket_moved, docket_unknown
from rejoinder.store.searching import paragraphs, search_words


class MemoryLedger:
    """A ``docket.ledger.Ledger`` that forgets everything with its process."""

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._entries: dict[str, list[Entry]] = {}
        self._sources: dict[str, KeptSource] = {}
        self._projections: dict[tuple[str, str], tuple[int, bytes]] = {}
        self._lock = Lock()

    @contextmanager
    def whole(self) -> Iterator[Ledger]:
        before = (dict(self._titles), {name: list(held) for name, held in self._entries.items()}, dict(self._sources))
        try:
            yield self
        except BaseException:
            self._titles, self._entries, self._sources = before
            raise

    def create(self, docket: str, title: str, created_at: datetime) -> None:
        del created_at
        if docket in self._titles:
            raise docket_exists(docket)
        self._titles[docket] = title
        self._entries[docket] = []

    def dockets(self) -> Sequence[tuple[str, str]]:
        return sorted(self._titles.items())

    def _of(self, docket: str) -> list[Entry]:
        if docket not in self._entries:
            raise docket_unknown(docket)
        return self._entries[docket]

    def head(self, docket: str) -> Entry | None:
        return next(reversed(self._of(docket)), None)

    def append(
        self,
        docket: str,
        new: Sequence[NewEntry],
        recorded_at: datetime,
        sources: Sequence[KeptSource] = (),
        expected_seq: int | None = None,
    ) -> Sequence[Entry]:
        with self._lock:
            entries = self._of(docket)
            if expected_seq is not None and expected_seq != len(entries):
                raise docket_moved(docket, expected_seq, len(entries))
            sealed = seal(docket, new, recorded_at, self.head(docket))
            for source in sources:
                self._sources.setdefault(source.id, source)
            entries.extend(sealed)
            return sealed

    def entries(
        self,
        docket: str,
        after: int = 0,
        known_until: datetime | None = None,
        recorded_until: datetime | None = None,
    ) -> Iterator[Entry]:
        for entry in self._of(docket)[after:]:
            known = known_until is None or entry.entered.known_at <= known_until
            if known and (recorded_until is None or entry.recorded_at <= recorded_until):
                yield entry

    def about(self, docket: str, subjects: Sequence[str]) -> Sequence[Entry]:
        wanted = frozenset(subjects)
        return [entry for entry in self._of(docket) if entry.entered.subject in wanted]

    def close(self) -> None:
        """There is nothing to let go."""

    def damage(self) -> Sequence[str]:
        return []

    def source(self, source: str) -> KeptSource | None:
        return self._sources.get(source)

    def withdraw(self, source: str) -> None:
        kept = self._sources.get(source)
        if kept is not None:
            self._sources[source] = KeptSource(kept.id, kept.name, None, None)

    def payloads(self, docket: str, numbers: Sequence[int]) -> Mapping[int, str]:
        entries = self._of(docket)
        return {seq: entries[seq - 1].entered.payload for seq in numbers if 0 < seq <= len(entries)}

    def projection(self, docket: str, name: str) -> tuple[int, bytes] | None:
        return self._projections.get((docket, name))

    def keep_projections(self, docket: str, seq: int, rows: Mapping[str, bytes]) -> None:
        self._projections.update({(docket, name): (seq, data) for name, data in rows.items()})

    def search(self, docket: str, words: str, limit: int) -> Sequence[Found]:
        wanted = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE) for word in search_words(words)]
        found: list[Found] = []
        ids = [entry.entered.subject for entry in self._of(docket) if entry.entered.kind is EntryKind.SOURCE]
        for source in filter(None, map(self._sources.get, ids)):
            for start, end in paragraphs(source.text or ""):
                passage = (source.text or "")[start:end]
                if wanted and all(word.search(passage) for word in wanted):
                    found.append(Found(source.id, start, end))
        return found[:limit]
