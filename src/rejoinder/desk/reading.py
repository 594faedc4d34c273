"""Reading stories: paths (or one text) in, Readings or the errors that stopped them out, in the order given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Protocol, TypeVar

from rejoinder.model import Document, InputError, Reading, RejoinderError
from rejoinder.reading.tagging import Tagger

if TYPE_CHECKING:
    from rejoinder.learned.endpoint import Endpoint
    from rejoinder.learned.runtime import LearnedTagger

BATCH_DOCUMENTS = 4
BATCH_LENGTH = 100_000
SIDE_BY_SIDE = 4
"""How many batches are read at a time: while the network is busy with some, the rules read the others."""
_LOADING = Lock()
B = TypeVar("B")
R = TypeVar("R")
Batch = list[tuple[str, Document | InputError]]
"""Paths, each with the document that was opened or the error that came of it."""


class Reader(Protocol):
    """Reads documents together: for each, in order, its reading, or the error that stopped this one and no other.
    It may be called from several threads at a time.

    ``published``  the day of publication given from outside, for all of them, or None
    ``today``      the day after which no story can be
    """

    def __call__(
        self, documents: Sequence[Document], published: date | None, today: date
    ) -> Iterable[Reading | RejoinderError]: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input: its path as it was given, and its Reading or the error that stopped it."""

    path: str
    result: Reading | RejoinderError


def read_inputs(
    paths: Sequence[str], published: date | None, reader: Reader, today: date, side_by_side: int = SIDE_BY_SIDE
) -> Iterator[Outcome]:
    """The outcome of each path, in order, as soon as its batch is read; ``-`` is the standard input.

    An input that cannot be read is an outcome and stops no other. ModelError if the tagger is missing or
    damaged, since then nothing can be read at all. Some batches are read ahead, ``side_by_side``; with 0 of them
    nothing is, and each outcome comes as soon as it is there.
    """
    if side_by_side == 0:
        for batch in _batches(paths):
            yield from _read_batch(batch, published, reader, today)
        return
    for outcomes in ahead(
        _batches(paths), lambda batch: list(_read_batch(batch, published, reader, today)), side_by_side
    ):
        yield from outcomes


def ahead(batches: Iterable[B], read: Callable[[B], R], side_by_side: int = SIDE_BY_SIDE) -> Iterator[R]:
    """What ``read`` makes of each batch, in order, with some batches read ahead in threads of their own."""
    pool = ThreadPoolExecutor(side_by_side)
    waiting: deque[Future[R]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(read, batch))
            if len(waiting) > side_by_side:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _read_batch(batch: Batch, published: date | None, reader: Reader, today: date) -> Iterator[Outcome]:
    documents = [opened for _, opened in batch if isinstance(opened, Document)]
    readings = iter(reader(documents, published, today)) if documents else iter(())
    for path, opened in batch:
        yield Outcome(path, next(readings) if isinstance(opened, Document) else opened)


def read_text(
    text: str, published: date | None, title: str | None = None, tagger: Tagger | None = None, today: date | None = None
) -> Reading:
    """The Reading of a bare text. Without ``tagger`` the shipped one; without ``today`` that of the clock."""
    from rejoinder.reading.reader import read_documents

    document = Document(text, title=title)
    (reading,) = read_documents([document], tagger or shipped_tagger(), today or today_here(), published)
    return reading


def today_here() -> date:
    """The day by the clock, in the time zone of the machine."""
    return datetime.now(UTC).astimezone().date()


def shipped_reader() -> Reader:
    """The reader with the tagger that belongs to the package; nothing is loaded before the first document."""

    def read(documents: Sequence[Document], published: date | None, today: date) -> Iterable[Reading | RejoinderError]:
        with _LOADING:
            tagger = shipped_tagger()
        return reader_with(tagger)(documents, published, today)

    return read


def reader_with(tagger: Tagger) -> Reader:
    """A reader that uses ``tagger``."""
    from rejoinder.reading.reader import read_documents

    def read(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        return read_documents(documents, tagger, today, published)

    return read


def endpoint_reader(endpoint: Endpoint) -> Reader:
    """A reader that sends each story to ``endpoint``. EndpointError if the extra ``llm`` is not installed."""
    from rejoinder.learned.endpoint import EndpointReader

    return EndpointReader(endpoint)


@cache
def shipped_tagger() -> LearnedTagger:
    """The tagger of the package, loaded once in a process. ModelError if its files are missing or damaged."""
    from rejoinder.learned.runtime import LearnedTagger

    return LearnedTagger()


def _batches(paths: Sequence[str]) -> Iterator[Batch]:
    """Opened inputs, so many at a time that neither their number nor their length (code points) is large."""
    batch: Batch = []
    length = 0
    for path in paths:
        opened = _open(path)
        batch.append((path, opened))
        length += len(opened.text) if isinstance(opened, Document) else 0
        if len(batch) == BATCH_DOCUMENTS or length >= BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _open(path: str) -> Document | InputError:
    from rejoinder.formats import open_document

    try:
        return open_document(path)
    except InputError as error:
        return error
