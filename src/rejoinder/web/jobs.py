"""Long work beside the pages: sources that are being read in by a thread of their own, with how far it has come."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from secrets import token_urlsafe
from threading import Event, Lock, Thread

from django.db import connections

from rejoinder.desk.adding import Outcome, add_sources
from rejoinder.desk.desk import Desk
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.tabling import SaidOfText, Tabled, table_text
from rejoinder.model import AskedError, RejoinderError, StoreError

_ID = re.compile(r"(\d{1,15})-(\d{1,6})-[\w-]{16}")
KEPT = 50
"""So many jobs can be looked at; the oldest that is done is forgotten first."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known of a job whose program has ended: the number of the last entry before it, and how many sources it
    was given, where that was known. What it acknowledged is in the docket."""

    after: int
    count: int | None


class Job:
    """Sources on their way into a docket. ``outcomes`` grows while it runs; ``error`` is what stopped it."""

    def __init__(self, docket: str, count: int | None, after: int) -> None:
        self.id = f"{after}-{count or 0}-{token_urlsafe(12)}"
        self.docket = docket
        self.count = count
        self.outcomes: list[Outcome | Tabled] = []
        self.error: RejoinderError | None = None
        self._done = Event()

    @property
    def done(self) -> bool:
        """Whether nothing more will come."""
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it is done after so long at most."""
        return self._done.wait(seconds)

    def run(self, work: Callable[[], Iterable[Outcome | Tabled]]) -> None:
        """Do it, to its end or to the error that stops it."""
        try:
            for outcome in work():
                self.outcomes.append(outcome)
        except RejoinderError as error:
            self.error = error
        except Exception:
            self.error = StoreError(
                "adding-failed", "The program made an error while it read.", "See what it printed where it runs."
            )
            raise
        finally:
            connections.close_all()
            self._done.set()


class Jobs:
    """The jobs of a running program."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()

    def start(
        self, opener: Callable[[], Desk], docket: str, inputs: Iterable[Gathered], count: int | None, day: date | None
    ) -> Job:
        """Read sources in, in a thread of their own that opens the desk for itself."""
        job = Job(docket, count, _last(opener, docket))
        return self._start(job, lambda: add_sources(opener(), docket, inputs, day))

    def start_text(
        self, opener: Callable[[], Desk], docket: str, given: Gathered, said: SaidOfText, day: date | None
    ) -> Job:
        """Take a text in hand in, and hold it against those that it answers, or that answer it."""
        job = Job(docket, 1, _last(opener, docket))
        return self._start(job, lambda: [table_text(opener(), docket, given, said, day)])

    def _start(self, job: Job, work: Callable[[], Iterable[Outcome | Tabled]]) -> Job:
        with self._lock:
            self._jobs[job.id] = job
            finished = [name for name, held in self._jobs.items() if held.done]
            for name in finished[: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[name]
        Thread(target=job.run, args=(work,), name=f"adding {job.id}", daemon=True).start()
        return job

    def find(self, docket: str, name: str) -> Job | Begun:
        """A job of a docket, or what the id of one that is forgotten tells. AskedError for what is no such id."""
        with self._lock:
            job = self._jobs.get(name)
        if job is not None and job.docket == docket:
            return job
        told = _ID.fullmatch(name)
        if told is None or job is not None:
            raise AskedError("job-unknown", "There is no such work.", "See the list of sources.")
        return Begun(int(told[1]), int(told[2]) or None)


def _last(opener: Callable[[], Desk], docket: str) -> int:
    """The number of the last entry of a docket."""
    head = opener().ledger.head(docket)
    return head.seq if head else 0


JOBS = Jobs()
