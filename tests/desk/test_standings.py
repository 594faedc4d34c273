"""Where a docket stands is kept between commands, and is never other than what would be found anew."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

import rejoinder
from rejoinder.cli.app import app
from rejoinder.desk import snapshots, standings
from rejoinder.desk.memory import Memory
from rejoinder.desk.snapshots import AsOf, end_of, snapshot_as_of, standing_as_of
from rejoinder.docket import Since
from rejoinder.docket.shelves import sealed
from rejoinder.model import StoreError
from rejoinder.store import open_ledger
from tests.desk.desks import DOCKET, add, new_desk, read
from tests.halvern import TEXT


@pytest.fixture(params=["memory", "file"])
def desk(request, tmp_path, monkeypatch):
    monkeypatch.setattr(standings, "LARGE", 1)
    monkeypatch.setattr(snapshots, "KEEP_AFTER", 1)
    desk = new_desk(tmp_path / "desk.db") if request.param == "file" else new_desk()
    add(desk, TEXT)
    yield desk
    desk.ledger.close()


def anew(desk, *asked):
    """As it is found without anything that was kept."""
    views = snapshots.Views(snapshots.fold(desk.ledger.entries(DOCKET)), desk.today)
    return snapshots.standing_of(views, *asked)


def counting(monkeypatch):
    """How often it was worked out where something stands."""
    found = []
    work_out = snapshots.standing_of
    monkeypatch.setattr(snapshots, "standing_of", lambda *asked, **more: found.append(1) or work_out(*asked, **more))
    return found


def since(desk):
    return Since(known=end_of(desk.today - timedelta(30)))


def test_it_is_worked_out_once_and_is_the_same_again(desk, monkeypatch):
    found = counting(monkeypatch)
    first = standing_as_of(desk, DOCKET, since=since(desk))
    assert first.changed
    assert standing_as_of(desk, DOCKET, since=since(desk)) == first
    assert len(found) == 1
    assert replace(first, changed=()) == anew(desk)


def test_another_question_or_day_or_entry_is_worked_out_anew(desk, monkeypatch):
    found = counting(monkeypatch)
    standing_as_of(desk, DOCKET)
    standing_as_of(desk, DOCKET, since=since(desk))
    standing_as_of(desk, DOCKET, most=1)
    assert len(found) == 3
    desk.clock.moment += timedelta(1)
    assert standing_as_of(desk, DOCKET) == anew(desk)
    add(desk, "Jan Reuter: the sluices are sound")
    assert standing_as_of(desk, DOCKET).counts["sources"] == 2
    assert standing_as_of(desk, DOCKET, AsOf(known=desk.today)) == anew(desk)


def test_what_is_kept_by_another_program_or_is_damaged_is_let_be(desk, monkeypatch):
    first = standing_as_of(desk, DOCKET)
    seq, data = desk.ledger.projection(DOCKET, "standing/100")
    found = counting(monkeypatch)
    for broken in (data[:-1], sealed(b"\xc1"), b""):
        desk.ledger.keep_projections(DOCKET, seq, {"standing/100": broken})
        assert standing_as_of(desk, DOCKET) == first
    monkeypatch.setattr(standings, "program", lambda: "another")
    assert standing_as_of(desk, DOCKET) == first
    assert len(found) == 4


def test_a_kept_snapshot_of_other_entries_is_let_be(desk):
    before = snapshot_as_of(desk, DOCKET)
    rows = snapshots.encode_snapshot(replace(before, hash="0" * 64, sources={}))
    desk.ledger.keep_projections(DOCKET, before.seq, rows)
    assert snapshot_as_of(desk, DOCKET) == before
    desk.ledger.keep_projections(DOCKET, before.seq, {snapshots.PROJECTION: b"rubbish"})
    assert snapshot_as_of(desk, DOCKET) == before


def test_a_program_that_runs_on_looks_at_what_is_kept_too(desk, monkeypatch):
    first = standing_as_of(desk, DOCKET)
    found = counting(monkeypatch)
    running = replace(desk, memory=Memory())
    assert standing_as_of(running, DOCKET) == standing_as_of(running, DOCKET) == first
    assert found == []
    assert standing_as_of(running, DOCKET, most=5) == standing_as_of(running, DOCKET, most=5)
    assert len(found) == 1


def test_a_store_that_is_busy_is_no_error(desk, monkeypatch):
    def refuse(*asked):
        raise StoreError("store-locked", "It is in use.", "Wait.")

    monkeypatch.setattr(type(desk.ledger), "keep_projections", refuse)
    assert standing_as_of(desk, DOCKET) == anew(desk)


def test_what_is_kept_can_be_deleted_at_any_time(tmp_path, monkeypatch):
    monkeypatch.setattr(standings, "LARGE", 1)
    monkeypatch.setattr(snapshots, "KEEP_AFTER", 1)
    desk = new_desk(tmp_path / "desk.db")
    add(desk, TEXT, "Jan Reuter: the sluices are sound")
    first = standing_as_of(desk, DOCKET)
    with sqlite3.connect(tmp_path / "desk.db") as other:
        other.execute("DELETE FROM store_projection")
    other.close()
    assert standing_as_of(desk, DOCKET) == first
    desk.ledger.close()
    again = replace(desk, ledger=open_ledger(tmp_path / "desk.db"))
    assert standing_as_of(again, DOCKET) == first
    again.ledger.close()


def test_what_is_added_is_looked_at_ahead(tmp_path, monkeypatch):
    monkeypatch.setattr(standings, "LARGE", 1)
    place, story = f"{tmp_path / 'desk.db'}#{DOCKET}", tmp_path / "story.txt"
    new_desk(tmp_path / "desk.db").ledger.close()
    story.write_text(TEXT, encoding="utf-8")
    assert CliRunner().invoke(app, ["add", place, str(story)], obj=read).exit_code == 0
    found = counting(monkeypatch)
    told = CliRunner().invoke(app, ["status", place], obj=read)
    assert (told.exit_code, found) == (0, [])
    assert "PROMISES" in told.output


def test_a_command_loads_only_what_it_takes_to_look(tmp_path):
    desk = new_desk(tmp_path / "desk.db")
    add(desk, TEXT)
    desk.ledger.close()
    look = (
        "import sys; from rejoinder.cli.app import app; app(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
    )
    command = [sys.executable, "-c", look, "status", str(tmp_path / "desk.db"), "--user", "Ilse"]
    environment = {**os.environ, "PYTHONPATH": str(Path(rejoinder.__file__).parents[1])}
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    loaded = {name.partition(".")[0] for name in told.stdout.splitlines()[-1].split()}
    assert {"rejoinder", "sqlite3"} <= loaded
    heavy = {"django", "numpy", "openpyxl", "docx", "lxml", "trafilatura", "onnxruntime", "holidays", "scipy"}
    assert loaded & heavy == set()
