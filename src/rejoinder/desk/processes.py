"""Many stories -> a reader whose batches are read in several processes, so that the rules of some run on one core while
those of others run on another.

The processes are forked when the tagger and the modules that read are loaded, and share their memory. Where forking is
not safe (on another system than Linux, or beside threads), or is not worth it, the reader stays as it is.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from rejoinder.desk.reading import Reader, reader_with
from rejoinder.learned.runtime import LearnedTagger, available_cores
from rejoinder.model import Document, Reading, RejoinderError

MANY = 12
"""So many inputs are worth processes of their own."""
MOST = 8
"""Processes at most, however many cores there are."""
_child: list[Reader] = []
"""In a process of the pool, the reader that it reads with."""


@dataclass(frozen=True, slots=True)
class PooledReader:
    """A ``Reader`` that passes its documents on to the processes of a pool, and reads itself should one of them die."""

    pool: ProcessPoolExecutor
    here: Reader

    def __call__(
        self, documents: Sequence[Document], published: date | None, today: date
    ) -> Iterable[Reading | RejoinderError]:
        try:
            return self.pool.submit(_read, documents, published, today).result()
        except BrokenProcessPool:
            return self.here(documents, published, today)


@contextmanager
def reader_for(count: int, tagger: LearnedTagger) -> Iterator[tuple[Reader, int]]:
    """A reader for ``count`` inputs, and the number of processes that it reads in (1: this one).

    ModelError if the tagger is missing or damaged and processes would need it.
    """
    processes = min(available_cores(), MOST) if count >= MANY and may_fork() else 1
    if processes == 1:
        yield reader_with(tagger), 1
        return
    _load(tagger)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # else the tokenizer warns of each fork
    pool = ProcessPoolExecutor(processes, get_context("fork"), _begin, (tagger,))
    try:
        pool.submit(os.getpid).result()  # all processes are forked now, before any thread is there
        yield PooledReader(pool, reader_with(tagger)), processes
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _load(tagger: LearnedTagger) -> None:
    """Load the tagger, and beside it the modules with which all processes will read."""
    with ThreadPoolExecutor(1) as beside:
        loading = beside.submit(tagger.load)
        import rejoinder.formats
        import rejoinder.reading.reader  # noqa: F401 - for the processes to have it when they are forked
    loading.result()


def may_fork() -> bool:
    """Whether this process can be forked safely: on Linux, while it runs no thread but this."""
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(tagger: LearnedTagger) -> None:
    """In a new process: read with one thread, and leave it to the parent to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tagger.threads = 1
    _child.append(reader_with(tagger))


def _read(documents: Sequence[Document], published: date | None, today: date) -> list[Reading | RejoinderError]:
    return list(_child[-1](documents, published, today))
