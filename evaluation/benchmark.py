"""How fast and how large: stories a second, a cold start, memory, the time to ``--help``; each beside a baseline.

``python -m evaluation.benchmark [--stories N] [--check]`` runs ``rejoinder`` as a whole process, as a user does, in
children held to two cores; every figure includes the start of the process. Baselines of the same run tell the program
from the machine: the start of Python itself, and a plain count of the words of the same stories. Stories of 500 words
are joined from those of the examples.
With --check the exit status is 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

EXAMPLES = Path("examples/2021-22")
WORDS = 500
CORES = 2
REJOINDER = [sys.executable, "-m", "rejoinder"]
BARE = [sys.executable, "-c", "pass"]
COUNT = [sys.executable, "-c", "import sys; [len(open(p, encoding='utf-8').read().split()) for p in sys.argv[1:]]"]


@dataclass(frozen=True, slots=True)
class Run:
    """One child: wall-clock seconds and its peak resident memory in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement for people: the figure, the baseline beside it, and the target (met where ``met``)."""

    name: str
    figure: float
    unit: str
    baseline: float
    baseline_name: str
    target: str
    met: bool

    def __str__(self) -> str:
        ratio = self.figure / self.baseline if self.baseline else 0.0
        mark = "" if self.met else "  MISSED"
        return (
            f"{self.name:30}{self.figure:10.2f} {self.unit:10}"
            f"{self.baseline:10.2f} {self.baseline_name:22}{ratio:8.2f} x   {self.target}{mark}"
        )


def run_child(command: Sequence[str]) -> Run:
    """Run ``command`` on two cores with its output thrown away. CalledProcessError if it fails."""
    measuring = [sys.executable, "-m", "evaluation.benchmark", "--child", *command]
    answer = subprocess.run(measuring, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    return Run(*json.loads(answer.stdout))


def be_child(command: Sequence[str]) -> int:
    """In a process of its own, so that the peak memory is that of ``command`` alone: run it, print what it took."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:CORES]))
    start = time.perf_counter()
    # As it is installed: with its modules compiled, whatever is told to this process.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    status = subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environment).returncode
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps([seconds, peak / (1024 * 1024 if sys.platform == "darwin" else 1024)]))
    return status


def median_run(command: Sequence[str], times: int) -> Run:
    """The median time and the highest memory of several runs, after one that warms the disk cache."""
    run_child(command)
    runs = [run_child(command) for _ in range(times)]
    return Run(statistics.median(run.seconds for run in runs), max(run.megabytes for run in runs))


def write_stories(folder: Path, count: int) -> list[Path]:
    """``count`` stories of about 500 words, each a different turn through the paragraphs of the examples."""
    from rejoinder.formats import open_document  # not at the top: its memory would be counted as the child's

    texts = [open_document(path).text for path in sorted(EXAMPLES.iterdir())]
    paragraphs = [part for text in texts for part in text.split("\n\n") if part.strip()]
    paths = []
    for number in range(count):
        path = folder / f"story-{number:04}.txt"
        path.write_text("\n\n".join(_to_length(paragraphs, number * 7)), encoding="utf-8")
        paths.append(path)
    return paths


def _to_length(paragraphs: Sequence[str], first: int) -> list[str]:
    """Paragraphs from ``first`` on, round and round, until there are 500 words."""
    chosen: list[str] = []
    words = 0
    for paragraph in islice(cycle(paragraphs), first % len(paragraphs), None):
        if words >= WORDS:
            break
        chosen.append(paragraph)
        words += len(paragraph.split())
    return chosen


def measure(folder: Path, count: int, times: int) -> list[Line]:
    """All measurements, with ``count`` stories in the batch and the median of ``times`` runs of what is short."""
    paths = [str(path) for path in write_stories(folder, count)]
    bare = median_run(BARE, times)
    helped = median_run([*REJOINDER, "--help"], times)
    cold = median_run([*REJOINDER, "read", "--json", paths[0]], times)
    batch = run_child([*REJOINDER, "read", "--jsonl", *paths])
    counted = run_child([*COUNT, *paths])
    speed = count / batch.seconds
    start = "python -c pass"
    return [
        Line("stories a second", speed, "1/s", count / counted.seconds, "words only counted", ">= 20", speed >= 20),
        Line("one story, cold start", cold.seconds, "s", bare.seconds, start, "< 1.5", cold.seconds < 1.5),
        Line("peak memory, one story", cold.megabytes, "MB", bare.megabytes, start, "< 450", cold.megabytes < 450),
        Line("peak memory, batch", batch.megabytes, "MB", bare.megabytes, start, "< 450", batch.megabytes < 450),
        Line("rejoinder --help", helped.seconds, "s", bare.seconds, start, "< 0.3", helped.seconds < 0.3),
    ]


def main() -> int:
    """Measure and print."""
    if sys.argv[1:2] == ["--child"]:
        return be_child(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m evaluation.benchmark", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--stories", type=int, default=100, help="stories in the batch (100)")
    parser.add_argument("--times", type=int, default=5, help="runs of the short commands (5); their median counts")
    parser.add_argument("--check", action="store_true", help="fail where a target is missed")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = measure(Path(folder), chosen.stories, chosen.times)
    print(f"{chosen.stories} stories of {WORDS} words; {CORES} cores")
    print(f"{'':30}{'rejoinder':>10}{'':11}{'baseline':>10}{'':23}{'ratio':>8}     target")
    print(*lines, sep="\n")
    return int(chosen.check and not all(line.met for line in lines))


if __name__ == "__main__":
    sys.exit(main())
