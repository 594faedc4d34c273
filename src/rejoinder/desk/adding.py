"""Adding sources: bytes in, for each one the acknowledgement that it and its findings are kept, that they were held
already, or the error that stopped it.

They are read in batches and entered one by one, each with all of its findings in one append: all or nothing. An
acknowledgement is given only after that. What the docket holds already is recognised by its digest, also when two
people add the same source at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rejoinder.desk.desk import PROGRAM, Desk
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.reading import BATCH_DOCUMENTS, BATCH_LENGTH, ahead
from rejoinder.desk.snapshots import kept_snapshot
from rejoinder.desk.storable import storable
from rejoinder.docket.entering import entries_of
from rejoinder.docket.ledger import KeptSource, Ledger
from rejoinder.formats import document_from_bytes
from rejoinder.model import Document, EntryKind, InputError, Problem, Reading, RejoinderError, StoreError


@dataclass(frozen=True, slots=True)
class Added:
    """A source that is kept: ``seq`` is the number of its entry, ``found`` the number of findings of each kind."""

    name: str
    source: str
    title: str | None
    seq: int
    found: Mapping[str, int]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class HeldAlready:
    """A source that the docket holds already, or that came twice."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be read. Nothing of it is kept."""

    name: str
    error: RejoinderError


Outcome = Added | HeldAlready | Failed


def add_sources(
    desk: Desk, docket: str, inputs: Iterable[Gathered], published: date | None = None
) -> Iterator[Outcome]:
    """Enter the inputs in their order. ``published`` is the day of publication of all of them, where it is known from
    elsewhere. StoreError where the store cannot take more: what was acknowledged before is kept."""
    ask(desk, Deed.ADD, docket)
    held = _Held(desk.ledger, docket)
    today = desk.today

    def read(batch: _Batch) -> tuple[_Batch, Iterator[Reading | RejoinderError]]:
        fresh = [item.document for item in batch if isinstance(item, _Opened)]
        return batch, iter(list(desk.reader(fresh, published, today)) if fresh else [])

    for batch, readings in ahead(_batches(inputs, held), read):
        for item in batch:
            yield _enter(desk, docket, item, next(readings), held) if isinstance(item, _Opened) else item


@dataclass(frozen=True, slots=True)
class _Opened:
    name: str
    data: bytes
    document: Document


_Batch = list[_Opened | HeldAlready | Failed]


class _Held:
    """Which sources the docket holds, as of its entry number ``seq``."""

    def __init__(self, ledger: Ledger, docket: str) -> None:
        self._ledger = ledger
        self._docket = docket
        kept = kept_snapshot(ledger, docket)
        self.sources = set(kept.sources)
        self.seq = kept.seq
        self.catch_up()

    def catch_up(self) -> None:
        """Take in what was entered since."""
        for entry in self._ledger.entries(self._docket, after=self.seq):
            self.seq = entry.seq
            if entry.entered.kind is EntryKind.SOURCE:
                self.sources.add(entry.entered.subject)


def _batches(inputs: Iterable[Gathered], held: _Held) -> Iterator[_Batch]:
    """Opened inputs, so many at a time that neither their number nor their length (code points) is large."""
    batch: _Batch = []
    length = 0
    coming: set[str] = set()
    for item in inputs:
        opened = _open(item, held.sources | coming if coming else held.sources)
        batch.append(opened)
        if isinstance(opened, _Opened):
            length += len(opened.document.text)
            coming.add(opened.document.id or "")
        if len(batch) == BATCH_DOCUMENTS or length >= BATCH_LENGTH:
            yield batch
            batch, length, coming = [], 0, set()
    if batch:
        yield batch


def _open(item: Gathered, held: set[str]) -> _Opened | HeldAlready | Failed:
    if isinstance(item.data, InputError):
        return Failed(item.name, item.data)
    try:
        document = storable(document_from_bytes(item.data, item.name))
    except InputError as error:
        return Failed(item.name, error)
    if document.id in held:
        return HeldAlready(item.name, document.id or "")
    return _Opened(item.name, item.data, document)


def _enter(desk: Desk, docket: str, opened: _Opened, reading: Reading | RejoinderError, held: _Held) -> Outcome:
    """Enter a source with its findings. Where somebody else has entered something meanwhile, look and try again."""
    if isinstance(reading, RejoinderError):
        return Failed(opened.name, reading)
    source = opened.document.id or ""
    kept = KeptSource(source, storable(opened.name), opened.data, opened.document.text)
    while source not in held.sources:
        now = desk.clock()
        new = entries_of(reading, kept.name, now, desk.user, PROGRAM)
        try:
            entries = desk.ledger.append(docket, new, now, [kept], expected_seq=held.seq)
        except StoreError as error:
            if error.code != "docket-moved":
                raise
            held.catch_up()
            continue
        held.seq = entries[-1].seq
        held.sources.add(source)
        found = Counter(entry.subject.partition(":")[0] for entry in new[1:])
        return Added(opened.name, source, reading.document.title, entries[0].seq, found, reading.problems)
    return HeldAlready(opened.name, source)
