"""Serving: the secret, the socket, the command, many requests at once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from rejoinder.desk.memory import Memory
from rejoinder.desk.searching import Narrowed, search
from rejoinder.desk.snapshots import AsOf, snapshot_as_of
from rejoinder.model import AskedError
from rejoinder.web import serving
from rejoinder.web.serving import listen, secret_in
from tests.desk.desks import DOCKET, START, add, added, new_desk

SOURCES = str(Path(__file__).parents[2] / "src")


def test_the_secret_is_kept_for_its_owner_alone(tmp_path):
    folder = tmp_path / "data"
    made = secret_in(folder)
    assert len(made) >= 50
    assert secret_in(folder) == made
    assert (folder / "secret").stat().st_mode & 0o777 == 0o600


def test_a_secret_that_is_damaged_or_cannot_be_kept_is_a_fresh_one(tmp_path):
    (tmp_path / "secret").write_bytes(b"\xff")
    made = secret_in(tmp_path)
    assert len(made) >= 50
    (tmp_path / "file").write_text("")
    fresh = {secret_in(tmp_path / "file") for _ in range(2)}
    assert len(fresh) == 2


def test_no_desk_is_served_before_one_is_named(monkeypatch):
    monkeypatch.setattr(serving, "_served", serving._Served())
    with pytest.raises(RuntimeError, match="call settle first"):
        serving.served_desk()


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_one_clear_error():
    with listen("127.0.0.1", 0) as first:
        first.listen()
        port = first.getsockname()[1]
        with pytest.raises(AskedError, match=f"Port {port} of 127.0.0.1 is taken") as caught:
            listen("127.0.0.1", port)
        assert f"--port {port + 1}" in caught.value.remedy
    with pytest.raises(AskedError, match="cannot be served at"):
        listen("192.0.2.1", 0)
    with pytest.raises(AskedError, match="cannot be served at"):
        listen("127.0.0.1", 70_000)


def command(folder, *arguments):
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": SOURCES, "XDG_DATA_HOME": str(folder), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "rejoinder", "serve", "--no-open", *arguments],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.enable_socket
def test_the_command_serves_until_it_is_interrupted(tmp_path):
    running = command(tmp_path, "--port", "0")
    try:
        line = running.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, (line, running.stderr.read() if running.poll() is not None else "")
        page = urllib.request.urlopen(address[0], timeout=20).read().decode()
        assert "There is no docket yet." in page
        with ThreadPoolExecutor(20) as pool:
            codes = list(pool.map(lambda _: urllib.request.urlopen(address[0], timeout=20).status, range(40)))
        assert codes == [200] * 40
        second = command(tmp_path, "--port", address[0].rstrip("/").rpartition(":")[2])
        _, complaint = second.communicate(timeout=60)
        assert second.returncode == 2
        assert len(complaint.splitlines()) == 1
        assert "is taken" in complaint
    finally:
        running.send_signal(signal.SIGINT)
        rest, complaint = running.communicate(timeout=60)
    assert "The desk is closed." in rest
    assert complaint == ""
    assert running.returncode == 0
    assert (tmp_path / "rejoinder" / "secret").stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_no_desk_is_one_clear_error(tmp_path):
    (tmp_path / "notes.db").write_text("These are notes, and no desk at all; they are longer than any header is." * 2)
    running = command(tmp_path, "--port", "0", "--db", str(tmp_path / "notes.db"))
    _, complaint = running.communicate(timeout=60)
    assert running.returncode == 2
    assert len(complaint.splitlines()) == 1


def test_what_is_remembered_is_what_the_entries_make(tmp_path):
    desk = replace(new_desk(tmp_path / "desk.db"), memory=Memory())
    bare = replace(desk, memory=None)
    moments = [AsOf(), AsOf(known=START.date()), AsOf(recorded=START)]
    for text in ("Reuter: one", "Varga: two"):
        add(desk, text)
        for at in moments:
            for _ in range(2):
                assert snapshot_as_of(desk, DOCKET, at) == snapshot_as_of(bare, DOCKET, at)
    desk.ledger.close()


def test_what_is_asked_for_least_is_forgotten_first():
    memory = Memory(2)
    for key in "ab":
        memory.hold(key, key)
    assert memory.recall("a") == "a"
    memory.hold("c", "c")
    assert [memory.recall(key) for key in "abc"] == ["a", None, "c"]


def test_search_keeps_to_the_day():
    desk = new_desk()
    added(desk)
    assert search(desk, DOCKET, "winter", Narrowed(), at=AsOf(known=START.date()))
    assert not search(desk, DOCKET, "winter", Narrowed(), at=AsOf(known=START.date().replace(day=19)))
