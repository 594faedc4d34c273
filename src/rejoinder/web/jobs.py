"""Long work beside the pages: sources that are being read in by a thread of their own, with how far it has come."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import date
from secrets import token_urlsafe
from threading import Event, Lock, Thread

from django.db import connections

from rejoinder.desk.adding import Outcome, add_sources
from rejoinder.desk.desk import Desk
from rejoinder.desk.gathering import Gathered
from rejoinder.model import AskedError, RejoinderError, StoreError

KEPT = 50
"""So many jobs can be looked at; the oldest that is done is forgotten first."""


class Job:
    """Sources on their way into a docket. ``outcomes`` grows while it runs; ``error`` is what stopped it."""

    def __init__(self, docket: str, count: int | None) -> None:
        self.id = token_urlsafe(12)
        self.docket = docket
        self.count = count
        self.outcomes: list[Outcome] = []
        self.error: RejoinderError | None = None
        self._done = Event()

    @property
    def done(self) -> bool:
        """Whether nothing more will come."""
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """Whether it is done after so long at most."""
        return self._done.wait(seconds)

    def run(self, work: Callable[[], Iterable[Outcome]]) -> None:
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
        job = Job(docket, count)
        with self._lock:
            self._jobs[job.id] = job
            finished = [name for name, held in self._jobs.items() if held.done]
            for name in finished[: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[name]

        def work() -> Iterable[Outcome]:
            return add_sources(opener(), docket, inputs, day)

        Thread(target=job.run, args=(work,), name=f"adding {job.id}", daemon=True).start()
        return job

    def find(self, docket: str, name: str) -> Job:
        """A job of a docket. AskedError if there is none."""
        with self._lock:
            job = self._jobs.get(name)
        if job is None or job.docket != docket:
            message = "This work is not known any more: what was acknowledged is in the list of sources."
            raise AskedError("job-unknown", message, "See the list of sources.")
        return job


JOBS = Jobs()
