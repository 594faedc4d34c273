"""Many inputs are read in processes of their own, with the same readings as in this one."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from typing import cast

import pytest

import rejoinder
from rejoinder.desk import processes
from rejoinder.desk.processes import MANY, PooledReader, may_fork, reader_for
from rejoinder.desk.reading import reader_with, shipped_tagger
from rejoinder.learned.runtime import LearnedTagger
from rejoinder.model import Document, ModelError, Reading

TODAY = date(2026, 1, 2)
STORIES = [Document(f"Minister Anna Berg said on Monday that {number} ships would sail.") for number in range(MANY)]
IN_PROCESSES = """
import sys
from datetime import date
from rejoinder.desk.processes import reader_for
from rejoinder.desk.reading import shipped_tagger
from rejoinder.model import Document
texts = sys.stdin.read().split("\\n")
with reader_for(len(texts), shipped_tagger()) as (reader, processes):
    for text in texts:
        print(repr(list(reader([Document(text)], None, date(2026, 1, 2)))))
print(processes)
"""


def read_here() -> list[Reading]:
    (*readings,) = reader_with(shipped_tagger())(STORIES, None, TODAY)
    return [reading for reading in readings if isinstance(reading, Reading)]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_processes_read_as_this_one_does() -> None:
    texts = "\n".join(document.text for document in STORIES)
    where = os.environ | {"PYTHONPATH": str(Path(rejoinder.__file__).parents[1])}
    command = [sys.executable, "-c", IN_PROCESSES]
    done = subprocess.run(command, input=texts, capture_output=True, text=True, check=True, env=where)
    *readings, count = done.stdout.splitlines()
    assert readings == [repr([reading]) for reading in read_here()]
    assert int(count) >= 1
    assert done.stderr == ""


def test_a_few_inputs_are_read_here() -> None:
    with reader_for(MANY - 1, shipped_tagger()) as (reader, count):
        assert count == 1
        assert list(reader(STORIES[:1], None, TODAY)) == read_here()[:1]


def test_on_another_system_all_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not may_fork()
    with reader_for(100, shipped_tagger()) as (_, count):
        assert count == 1


def test_without_a_tagger_no_process_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(processes, "may_fork", lambda: True)
    monkeypatch.setattr(processes, "available_cores", lambda: 2)
    with pytest.raises(ModelError), reader_for(100, LearnedTagger(tmp_path)):
        pass  # pragma: no cover


def test_where_a_process_dies_its_stories_are_read_here() -> None:
    class Broken:
        def submit(self, *_: object) -> Future[object]:
            raise BrokenProcessPool

    reader = PooledReader(cast("ProcessPoolExecutor", Broken()), reader_with(shipped_tagger()))
    assert list(reader(STORIES, None, TODAY)) == read_here()
