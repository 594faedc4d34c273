"""How fast a large docket is: entries appended a second, where it stands now and as of a past day, a search; and
whether all of that grows no faster than the docket.

``python -m evaluation.docket_benchmark [--entries N] [--check]`` makes a desk of N entries (``evaluation.dockets``) in
a SQLite file, and one of half as many to compare with. Commands are measured as whole processes, as a user runs
them, by the median of several runs; what the start of Python itself takes stands beside them. With --check the exit
status is 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from evaluation.benchmark import BARE, REJOINDER, Line, median_run, run_child
from evaluation.dockets import generate
from rejoinder.docket.ledger import KeptSource, Ledger
from rejoinder.model import EntryKind, NewEntry
from rejoinder.store import open_ledger

DOCKET = "generated"
BATCH = 1_000
NOW = datetime(2024, 1, 1, tzinfo=UTC)
SEARCHES = ("reply", "written reply", "winter water", "meeting in May", "nothing at all like this")


def fill(path: Path, entries: int) -> float:
    """Make a desk with a docket of so many entries; how many were appended a second, in batches."""
    ledger = open_ledger(path, create=True)
    ledger.create(DOCKET, "A generated docket", NOW)
    batches = list(_batches(list(generate(entries))))
    begun = time.perf_counter()
    for batch in batches:
        ledger.append(DOCKET, batch, NOW, list(_sources(batch)))
    return entries / (time.perf_counter() - begun)


def _batches(entries: Sequence[NewEntry]) -> Iterator[list[NewEntry]]:
    left = iter(entries)
    while batch := list(islice(left, BATCH)):
        yield batch


def _sources(batch: Sequence[NewEntry]) -> Iterator[KeptSource]:
    """The sources of a batch, each with the words of its findings for a text, so that there is something to search."""
    words: dict[str, list[str]] = {entry.subject: [] for entry in batch if entry.kind is EntryKind.SOURCE}
    for entry in batch:
        for item in entry.evidence:
            if item.source in words:
                words[item.source].append(item.passage.exact)
    for source, told in words.items():
        text = "\n".join(told) or "empty"
        yield KeptSource(source, "generated.txt", text.encode(), text)


def search_time(ledger: Ledger) -> float:
    """The slowest of several searches, in milliseconds, each the median of five."""

    def once(words: str) -> float:
        begun = time.perf_counter()
        ledger.search(DOCKET, words, 20)
        return time.perf_counter() - begun

    return 1000 * max(statistics.median(once(words) for _ in range(5)) for words in SEARCHES)


def status(path: Path, *arguments: str, times: int, first: bool = False) -> float:
    """Seconds that ``rejoinder status`` takes, as a whole process; with ``first`` as on the first look of a day, when
    nothing is kept of what was answered before."""
    command = [*REJOINDER, "status", "--db", str(path), DOCKET, *arguments]
    if not first:
        return median_run(command, times).seconds
    return statistics.median(_first_run(path, command) for _ in range(times))


def _first_run(path: Path, command: Sequence[str]) -> float:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM store_projection WHERE name LIKE 'standing/%'")
    return run_child(command).seconds


@contextmanager
def _desks(entries: int) -> Iterator[tuple[Path, Path, float]]:
    """A desk of half as many entries, one of all, and how fast the latter was filled."""
    with tempfile.TemporaryDirectory() as folder:
        half, whole = Path(folder) / "half.db", Path(folder) / "whole.db"
        fill(half, entries // 2)
        yield half, whole, fill(whole, entries)


def measure(entries: int, times: int) -> Iterator[Line]:
    """All measurements."""
    with _desks(entries) as (half, whole, speed):
        bare = median_run(BARE, times).seconds
        start = "python -c pass"
        yield Line("entries appended a second", speed, "1/s", 2_000, "target", ">= 2000", speed >= 2_000)
        day = str(_middle_day(whole))
        asked = (
            ("status now, first look", (), 1.0, True),
            ("status now", (), 0.5, False),
            (f"status as of {day}", ("--as-of", day), 1.5, False),
        )
        for name, arguments, target, first in asked:
            seconds, before = (status(path, *arguments, times=times, first=first) for path in (whole, half))
            yield Line(name, seconds, "s", bare, start, f"< {target}", seconds < target)
            growth = seconds / before
            yield Line(f"{name}, growth", growth, "x", 2.0, "twice the entries", "<= 2.2", growth <= 2.2)
        found = search_time(open_ledger(whole))
        yield Line("search, slowest", found, "ms", 100.0, "target", "< 100", found < 100)


def _middle_day(path: Path) -> object:
    """A day in the middle of what is known."""
    known = sorted(entry.entered.known_at for entry in open_ledger(path).entries(DOCKET))
    return known[len(known) // 2].date()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.docket_benchmark", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--entries", type=int, default=100_000, help="entries of the docket (100,000)")
    parser.add_argument("--times", type=int, default=5, help="runs of each command (5); their median counts")
    parser.add_argument("--check", action="store_true", help="fail where a target is missed")
    chosen = parser.parse_args()
    print(f"a docket of {chosen.entries:,} entries in SQLite")
    lines = []
    for line in measure(chosen.entries, chosen.times):
        lines.append(line)
        print(line, flush=True)
    return int(chosen.check and not all(line.met for line in lines))


if __name__ == "__main__":
    sys.exit(main())
