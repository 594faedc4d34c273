"""Killed at any point of adding, a desk holds all that was acknowledged and nothing by half; two may add at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import rejoinder
from rejoinder.desk.copying import back_up
from rejoinder.desk.desk import Desk
from rejoinder.desk.verifying import verify_desk
from rejoinder.model import EntryKind
from rejoinder.store import open_ledger
from tests.desk.desks import DOCKET, Clock, add, new_desk, read

ROOT = Path(__file__).parents[2]
STORIES = 12
ADD = """
import sys
from rejoinder.cli.app import app
from tests.desk.desks import read
app(sys.argv[1:], obj=read)
"""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(STORIES):
        text = f"Ilse Varga: the sluices of weir {number} are sound\n" + "The river runs.\n" * 50
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def start(*arguments: object) -> subprocess.Popen[str]:
    """``rejoinder`` with these arguments, in a process of its own, with the reader of the tests."""
    paths = os.pathsep.join([str(Path(rejoinder.__file__).parents[1]), str(ROOT)])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", ADD, *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def acknowledged(lines: Iterator[str]) -> set[str]:
    """The sources of whole lines that say that they are kept."""
    return {
        line.rpartition("[")[2].rstrip("]\n") for line in lines if line.startswith("added") and line.endswith("]\n")
    }


def kill_after_lines(adding: subprocess.Popen[str], count: int) -> set[str]:
    """Kill the process when it has acknowledged so many; all that it has acknowledged."""
    assert adding.stdout is not None
    lines = [adding.stdout.readline() for _ in range(count)]
    adding.send_signal(signal.SIGKILL)
    rest, _ = adding.communicate()
    return acknowledged(iter([*lines, *rest.splitlines(keepends=True)]))


def kill_after_seconds(adding: subprocess.Popen[str], seconds: float) -> set[str]:
    """Kill the process after a time; all that it has acknowledged by then."""
    try:
        adding.wait(seconds)
    except subprocess.TimeoutExpired:
        adding.send_signal(signal.SIGKILL)
    out, _ = adding.communicate()
    return acknowledged(iter(out.splitlines(keepends=True)))


def look(address: object) -> dict[str, int]:
    """The sources that a desk holds (twelve digits) with their number of findings; nothing in it is changed."""
    desk = Desk(open_ledger(str(address)), "Ilse", Clock(), read)
    assert list(verify_desk(desk)) == []
    held: dict[str, int] = {}
    for entry in desk.ledger.entries(DOCKET):
        if entry.entered.kind is EntryKind.SOURCE:
            held[entry.entered.subject[7:19]] = 0
        else:
            held[entry.entered.evidence[0].source[7:19]] += 1
    desk.ledger.close()
    return held


def check_and_go_on(path: Path, stories: Path, kept: set[str]) -> None:
    """Nothing acknowledged is lost, nothing is there by half, and adding again completes it."""
    held = look(path)
    assert kept <= set(held)
    assert set(held.values()) <= {1}
    adding = start("add", f"{path}#{DOCKET}", stories)
    out, errors = adding.communicate()
    assert (adding.returncode, errors) == (0, "")
    assert out.count("held ") == len(held)
    assert len(look(path)) == STORIES


@pytest.mark.parametrize("count", [0, 1, 2, 5, 11])
def test_killed_after_an_acknowledgement(tmp_path, stories, count):
    new_desk(tmp_path / "desk.db").ledger.close()
    kept = kill_after_lines(start("add", f"{tmp_path / 'desk.db'}#{DOCKET}", stories), count)
    assert len(kept) >= count
    check_and_go_on(tmp_path / "desk.db", stories, kept)


@pytest.mark.parametrize("seconds", [0.31, 0.4, 0.47, 0.53, 0.6, 0.68, 0.77, 0.9])
def test_killed_at_any_moment(tmp_path, stories, seconds):
    new_desk(tmp_path / "desk.db").ledger.close()
    kept = kill_after_seconds(start("add", f"{tmp_path / 'desk.db'}#{DOCKET}", stories), seconds)
    check_and_go_on(tmp_path / "desk.db", stories, kept)


@pytest.mark.parametrize("seconds", [0.26, 0.33, 0.4, 0.46, 0.53, 0.6])
def test_killed_while_a_desk_is_made(tmp_path, seconds):
    path = tmp_path / "desk.db"
    making = start("new", f"{path}#{DOCKET}")
    kill_after_seconds(making, seconds)
    again = start("new", f"{path}#{DOCKET}")
    _, errors = again.communicate()
    assert again.returncode == 0 or "already" in errors
    assert look(path) == {}


def test_two_processes_add_at_once(tmp_path, stories):
    new_desk(tmp_path / "desk.db").ledger.close()
    place = f"{tmp_path / 'desk.db'}#{DOCKET}"
    others = tmp_path / "others"
    others.mkdir()
    for number in range(STORIES):
        (others / f"{number}.txt").write_text(f"Jan Reuter: weir {number} is not", encoding="utf-8")
    first, second = start("add", place, stories, others), start("add", place, others, stories)
    told = [*first.communicate(), *second.communicate()]
    assert (first.returncode, second.returncode, told[1], told[3]) == (0, 0, "", "")
    assert len(acknowledged(iter((told[0] + told[2]).splitlines(keepends=True)))) == 2 * STORIES
    assert set(look(tmp_path / "desk.db").values()) == {1}
    assert len(look(tmp_path / "desk.db")) == 2 * STORIES


def test_two_make_a_desk_at_once(tmp_path):
    makers = [start("new", f"{tmp_path / 'desk.db'}#{name}") for name in (DOCKET, "dock")]
    told = [maker.communicate() for maker in makers]
    assert [maker.returncode for maker in makers] == [0, 0], told
    assert [name for name, _ in open_ledger(tmp_path / "desk.db").dockets()] == ["dock", DOCKET]


@pytest.mark.parametrize("moment", [0.3, 0.6, 0.8, 0.95])
def test_killed_while_it_is_restored_to_a_server(server, tmp_path, moment):
    desk = new_desk(tmp_path / "desk.db")
    add(desk, *(f"Ilse Varga: the sluices of weir {number} are sound" for number in range(60)))
    back_up(desk, tmp_path / "backup.db")
    desk.ledger.close()
    begun = time.monotonic()
    start("restore", tmp_path / "backup.db", "--db", server.new_database()).communicate()
    address = server.new_database()
    kill_after_seconds(start("restore", tmp_path / "backup.db", "--db", address), moment * (time.monotonic() - begun))
    held = open_ledger(address, create=True)
    if held.dockets():
        assert len(look(address)) == 60
    else:
        again = start("restore", tmp_path / "backup.db", "--db", address)
        _, errors = again.communicate()
        # The server may still be at what the killed process had sent.
        assert again.returncode == 0 or "already" in errors
        assert len(look(address)) == 60
    held.close()


def test_eight_write_at_once_on_a_server(server, tmp_path):
    address = server.new_database()
    desk = new_desk(address)
    folders = []
    for writer in range(8):
        folder = tmp_path / str(writer)
        folder.mkdir()
        for number in range(5):
            (folder / f"{number}.txt").write_text(f"Writer {writer}: this is story {number}", encoding="utf-8")
        folders.append(folder)
    writers = [start("add", f"{address}#{DOCKET}", folder) for folder in folders]
    told = [writer.communicate() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8, told
    held = look(address)
    assert (len(held), set(held.values())) == (40, {1})
    assert acknowledged(iter("".join(out for out, _ in told).splitlines(keepends=True))) == set(held)
    add(desk, "A: one more")
    desk.ledger.close()
