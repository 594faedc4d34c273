"""A desk that may only be read: all that looks works, and what would write says so in one line."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rejoinder.cli.app import app
from rejoinder.desk import snapshots, standings
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.model import StoreError
from rejoinder.store import open_ledger
from rejoinder.store.file import FileLedger
from tests.desk.desks import DOCKET, add, new_desk, read
from tests.halvern import TEXT

NOBODY = 65534


@pytest.fixture
def mortal():
    """Root may write everywhere: for these tests it is somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


@pytest.fixture(params=["file", "folder"])
def path(request, monkeypatch):
    """A desk in a file, or in a file and its folder, that nobody may write to."""
    monkeypatch.setattr(snapshots, "KEEP_AFTER", 1)
    monkeypatch.setattr(standings, "LARGE", 1)
    # The folders of pytest are for the one who runs it alone.
    above = Path(tempfile.mkdtemp())
    folder = above / "desk"
    folder.mkdir()
    for one in (folder, above):
        one.chmod(0o777)
    desk = new_desk(folder / "desk.db")
    add(desk, TEXT)
    desk.ledger.close()
    # Somebody else may not be able to load what root has not.
    look(folder / "desk.db")
    (folder / "desk.db").chmod(0o444)
    if request.param == "folder":
        folder.chmod(0o555)
    yield folder / "desk.db"
    folder.chmod(0o755)
    shutil.rmtree(above)


def run(*arguments):
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], obj=read)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def look(path):
    """What each command that only looks says, with its exit code."""
    place = f"{path}#{DOCKET}"
    subject = next(iter(snapshot_as_of(new_look(path), DOCKET).commitments))
    out = path.parent.parent
    for made in ("out.json", "copy.db"):
        (out / made).unlink(missing_ok=True)
    return [
        run(*arguments)
        for arguments in (
            ("status", place),
            ("status", place, "--as-of", "2022-05-20"),
            ("status", place, "--recorded", "2032-05-20"),
            ("due", place),
            ("search", place, "answer"),
            ("show", place, subject),
            ("verify", place),
            ("export", place, "-o", out / "out.json"),
            ("backup", out / "copy.db", "--db", path),
        )
    ]


def test_what_looks_works(path, mortal):
    told = look(path)
    assert [answer for answer in told if answer[0]] == []
    assert "PROMISES" in told[0][1]
    assert all(output.strip() for _, output in told)


def new_look(path):
    desk = new_desk()
    return type(desk)(open_ledger(path), "Ilse", desk.clock, read)


def test_what_writes_says_so_in_one_line(path, mortal):
    story = path.parent.parent / "story.txt"
    story.write_text("Jan Reuter: the sluices are sound")
    place = f"{path}#{DOCKET}"
    for arguments in (("add", place, story), ("new", f"{path}#other")):
        code, told = run(*arguments)
        assert code == 2
        assert told.count("\n") == 1
        assert "cannot be written to" in told
    with pytest.raises(StoreError, match="cannot be written to"):
        open_ledger(path).keep_projections(DOCKET, 1, {"snapshot": b""})


def test_what_was_left_beside_a_file_is_not_passed_over(path, mortal):
    if path.parent.stat().st_mode & 0o200:
        pytest.skip("a folder that can be written to is read as ever")
    os.seteuid(os.getuid())
    path.parent.chmod(0o777)
    path.with_name("desk.db-wal").write_bytes(b"not empty")
    path.parent.chmod(0o555)
    os.seteuid(NOBODY if os.getuid() == 0 else os.getuid())
    with pytest.raises(StoreError, match="cannot be written to"):
        open_ledger(path)


def test_a_file_that_is_being_written_by_another_is_read(tmp_path):
    desk = new_desk(tmp_path / "desk.db")
    add(desk, TEXT)
    other = sqlite3.connect(tmp_path / "desk.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    shutil.copy(tmp_path / "desk.db", tmp_path / "copy.db")
    ledger = open_ledger(tmp_path / "desk.db")
    assert isinstance(ledger, FileLedger)
    assert ledger.head(DOCKET) == desk.ledger.head(DOCKET)
    other.close()
    ledger.close()
    desk.ledger.close()
