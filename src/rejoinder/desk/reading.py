"""Reading stories: paths (or one text) in, Readings or the errors that stopped them out, in the order given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Protocol

from rejoinder.formats import open_document
from rejoinder.model import Document, InputError, Reading, RejoinderError
from rejoinder.reading.tagging import Tagger

BATCH_DOCUMENTS = 16
BATCH_LENGTH = 400_000


class Reader(Protocol):
    """Reads documents together, so that the tagger can batch across them.

    ``published``  the day of publication given from outside, for all of them, or None
    ``today``      the day after which no story can be
    """

    def __call__(self, documents: Sequence[Document], published: date | None, today: date) -> list[Reading]: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input: its path as it was given, and its Reading or the error that stopped it."""

    path: str
    result: Reading | RejoinderError


def read_inputs(paths: Sequence[str], published: date | None, reader: Reader, today: date) -> Iterator[Outcome]:
    """The outcome of each path, in order, as soon as its batch is read; ``-`` is the standard input.

    An input that cannot be read is an outcome and stops no other. ModelError if the tagger is missing or
    damaged, since then nothing can be read at all.
    """
    for batch in _batches(paths):
        documents = [opened for _, opened in batch if isinstance(opened, Document)]
        readings = iter(reader(documents, published, today) if documents else [])
        for path, opened in batch:
            yield Outcome(path, next(readings) if isinstance(opened, Document) else opened)


def read_text(
    text: str, published: date | None, title: str | None = None, tagger: Tagger | None = None, today: date | None = None
) -> Reading:
    """The Reading of a bare text. Without ``tagger`` the shipped one; without ``today`` that of the clock."""
    reader = reader_with(tagger or shipped_tagger())
    (reading,) = reader([Document(text, title=title)], published, today or today_here())
    return reading


def today_here() -> date:
    """The day by the clock, in the time zone of the machine."""
    return datetime.now(UTC).astimezone().date()


def shipped_reader() -> Reader:
    """The reader with the tagger that belongs to the package; nothing is loaded before the first document."""

    def read(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        return reader_with(shipped_tagger())(documents, published, today)

    return read


def reader_with(tagger: Tagger) -> Reader:
    """A reader that uses ``tagger``."""
    from rejoinder.reading.reader import read_documents

    def read(documents: Sequence[Document], published: date | None, today: date) -> list[Reading]:
        return read_documents(documents, tagger, today, published)

    return read


@cache
def shipped_tagger() -> Tagger:
    """The tagger of the package, loaded once in a process. ModelError if its files are missing or damaged."""
    from rejoinder.learned.runtime import LearnedTagger

    return LearnedTagger()


def _batches(paths: Sequence[str]) -> Iterator[list[tuple[str, Document | InputError]]]:
    """Opened inputs, so many at a time that neither their number nor their length (code points) is large."""
    batch: list[tuple[str, Document | InputError]] = []
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
    try:
        return open_document(path)
    except InputError as error:
        return error
