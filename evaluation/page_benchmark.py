"""How fast the pages of a large docket are made: the time of each page at the server, now and as of a past day, and
many requests at once.

``python -m evaluation.page_benchmark [--entries N] [--check]`` makes a desk of N entries (``evaluation.dockets``) in a
SQLite file and asks for each page again and again, as a browser would; the first request after the start, which reads
what is kept of the docket, stands by itself. With --check the exit status is 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from django.test import Client

from evaluation.benchmark import Line
from evaluation.docket_benchmark import DOCKET, fill
from rejoinder.desk.desk import Desk, open_desk
from rejoinder.desk.memory import Memory
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import Snapshot
from rejoinder.web.serving import served_desk, settle
from rejoinder.web.settings import Serving

HOME = f"/d/{DOCKET}/"
AT_ONCE = 20


def pages_of(snapshot: Snapshot) -> dict[str, str]:
    """The pages, by their names: those of a docket, and that of one record of each kind."""
    source = sorted(snapshot.sources)[len(snapshot.sources) // 2]
    parts = ("commitments", "meetings", "texts", "items", "referrals", "releases", "statements")
    records = {part: next(iter(getattr(snapshot, part))) for part in parts if getattr(snapshot, part)}
    return {
        "where it stands": "",
        "where it stands, record only": "?confirmed=1",
        "sources": "sources",
        "changes": "changes",
        "matrix": "matrix",
        "import": "import",
        "timeline": "timeline",
        "timeline, a week": "timeline?zoom=week",
        "mentions": "mentions",
        "people": "people",
        "feed": "feed.atom",
        "calendar": "calendar.ics",
        "search": "search?q=written+reply",
        "story": f"story/{source}",
        **{f"one of the {part}": subject for part, subject in records.items()},
        "merge": f"judge/{records['commitments']}?form=merge",
    }


def time_of(client: Client, address: str) -> tuple[float, int]:
    """Milliseconds that a page takes, and its bytes."""
    begun = time.perf_counter()
    answer = client.get(HOME + address)
    taken = 1000 * (time.perf_counter() - begun)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return taken, len(answer.content)


def p95(times: list[float]) -> float:
    """The time that nineteen of twenty requests keep within."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def measure(times: int) -> Iterator[Line]:
    """All measurements."""
    client = Client(SERVER_NAME="localhost")
    first, size = time_of(client, "")
    yield Line("first page after the start", first, "ms", 1000.0, "target", "< 1000", first < 1000)
    yield Line("first page", size / 1000, "kB", 300.0, "target", "< 300", size < 300_000)
    snapshot = snapshot_as_of(served_desk(), DOCKET)
    pages = pages_of(snapshot)
    for name, address in pages.items():
        taken = p95([time_of(client, address)[0] for _ in range(times)])
        yield Line(name, taken, "ms", 250.0, "target", "< 250", taken < 250)
    days = sorted({kept.known.date() for kept in snapshot.sources.values()})
    for day in days[len(days) // 4 :: len(days) // 4][:3]:
        taken = time_of(client, f"?as_of={day}")[0]
        yield Line(f"as of {day}", taken, "ms", 1000.0, "target", "< 1000", taken < 1000)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        begun = time.perf_counter()
        list(pool.map(lambda _: time_of(Client(SERVER_NAME="localhost"), "sources"), range(AT_ONCE)))
        taken = 1000 * (time.perf_counter() - begun)
    yield Line(f"{AT_ONCE} at once", taken, "ms", 5000.0, "target", "< 5000", taken < 5000)


def _open(path: Path, memory: Memory) -> Desk:
    return replace(open_desk(path, "benchmark"), memory=memory)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.page_benchmark", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--entries", type=int, default=100_000, help="entries of the docket (100,000)")
    parser.add_argument("--times", type=int, default=10, help="requests for each page (10)")
    parser.add_argument("--check", action="store_true", help="fail where a target is missed")
    chosen = parser.parse_args()
    print(f"the pages of a docket of {chosen.entries:,} entries in SQLite")
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        path, memory = Path(folder) / "desk.db", Memory()
        # Django is settled once in a process, and filling a desk would settle it without pages.
        settle(partial(_open, path, memory), Serving("benchmark " * 6))
        fill(path, chosen.entries)
        # As after a look by any command: what is kept for speed is there.
        snapshot_as_of(open_desk(path, "benchmark"), DOCKET)
        for line in measure(chosen.times):
            lines.append(line)
            print(line, flush=True)
    return int(chosen.check and not all(line.met for line in lines))


if __name__ == "__main__":
    sys.exit(main())
