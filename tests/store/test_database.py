"""What the database itself refuses, and the errors of files and servers that are no desk."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connections, transaction

from rejoinder.docket.ledger import KeptSource
from rejoinder.docket.payloads import SourceWithdrawn, encode
from rejoinder.model import EntryError, EntryKind, NewEntry, StoreError
from rejoinder.store import open_ledger, problems
from rejoinder.store.connecting import _shown
from rejoinder.store.saying import reading_of

NOON = datetime(2022, 1, 26, 12, tzinfo=UTC)
STORY = KeptSource("sha256:" + "a" * 64, "story.txt", b"reply", "reply")
NEW = NewEntry(EntryKind.WITHDRAWAL, "a", None, NOON, "Ilse", encode(SourceWithdrawn("order")))


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request, tmp_path):
    address = tmp_path / "desk.db" if request.param == "sqlite" else request.getfixturevalue("server").new_database()
    ledger = open_ledger(address, create=True)
    ledger.create("lenn", "The river Lenn", NOON)
    ledger.append("lenn", [NEW, NEW], NOON, [STORY])
    yield ledger
    ledger.close()


COPY = (
    "SELECT docket_id, {seq}, kind, subject, happened_from, happened_to, known_at, recorded_at, recorded_by, payload, "
    "evidence, produced_by, supersedes, prev_hash, hash FROM store_entry WHERE seq = 2"
)
COLUMNS = (
    "(docket_id, seq, kind, subject, happened_from, happened_to, known_at, recorded_at, recorded_by, payload, evidence, "
    "produced_by, supersedes, prev_hash, hash)"
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE store_entry SET payload = '{}' WHERE seq = 1",
        "DELETE FROM store_entry WHERE seq = 2",
        "UPDATE store_source SET name = 'other'",
        "DELETE FROM store_source",
        "UPDATE store_sourcecontent SET text = 'other'",
        f"INSERT INTO store_entry {COLUMNS} {COPY.format(seq=2)}",
        f"INSERT INTO store_entry {COLUMNS} {COPY.format(seq=4)}",
        f"INSERT INTO store_entry {COLUMNS} {COPY.format(seq=0)}",
    ],
)
def test_the_database_refuses_to_change_or_delete(desk, statement):
    before = list(desk.entries("lenn"))
    with pytest.raises(DatabaseError), transaction.atomic(desk.alias), connections[desk.alias].cursor() as cursor:
        cursor.execute(statement)
    assert list(desk.entries("lenn")) == before
    assert desk.source(STORY.id) == STORY


@pytest.mark.parametrize(
    "statement",
    [
        f"INSERT OR REPLACE INTO store_entry {COLUMNS} {COPY.format(seq=2)}",
        f"REPLACE INTO store_entry {COLUMNS} {COPY.format(seq=1)}",
        f"INSERT OR IGNORE INTO store_entry {COLUMNS} {COPY.format(seq=9)}",
        "INSERT OR REPLACE INTO store_source (id, name) SELECT id, 'other' FROM store_source",
        "INSERT OR REPLACE INTO store_sourcecontent (source_id, data, text) SELECT source_id, x'00', 'other' FROM store_sourcecontent",
        "UPDATE OR REPLACE store_entry SET seq = 1 WHERE seq = 2",
    ],
)
def test_a_file_refuses_what_slips_past_the_triggers_of_others(tmp_path, statement):
    ledger = open_ledger(tmp_path / "desk.db", create=True)
    ledger.create("lenn", "The river Lenn", NOON)
    ledger.append("lenn", [NEW, NEW], NOON, [STORY])
    before = list(ledger.entries("lenn"))
    ledger.close()
    with sqlite3.connect(tmp_path / "desk.db") as other, pytest.raises(sqlite3.DatabaseError, match="never changed"):
        other.execute(statement)
    other.close()
    assert list(ledger.entries("lenn")) == before
    assert ledger.source(STORY.id) == STORY
    ledger.close()


def test_a_server_refuses_to_empty_a_table(server):
    ledger = open_ledger(server.new_database(), create=True)
    with pytest.raises(DatabaseError), transaction.atomic(ledger.alias), connections[ledger.alias].cursor() as cursor:
        cursor.execute("TRUNCATE store_entry CASCADE")
    ledger.close()


def test_a_desk_opens_again_with_all_that_it_held(tmp_path):
    ledger = open_ledger(tmp_path / "deep" / "desk.db", create=True)
    ledger.create("lenn", "The river Lenn", NOON)
    ledger.append("lenn", [NEW], NOON)
    held = list(ledger.entries("lenn"))
    ledger.close()
    again = open_ledger(tmp_path / "deep" / "desk.db")
    assert list(again.entries("lenn")) == held
    again.close()


def test_a_path_without_a_desk_is_missing(tmp_path):
    with pytest.raises(StoreError, match="no desk at"):
        open_ledger(tmp_path / "none.db")


@pytest.mark.parametrize("data", [b"not a database at all, only a note", b"SQLite format 3\x00" + b"\x01" * 84])
def test_another_file_is_foreign(tmp_path, data):
    path = tmp_path / "note.db"
    path.write_bytes(data)
    with pytest.raises(StoreError, match="not a desk of Rejoinder"):
        open_ledger(path, create=True)
    assert path.read_bytes() == data


def test_the_database_of_another_program_is_foreign(tmp_path):
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(StoreError, match="not a desk of Rejoinder"):
        open_ledger(tmp_path / "other.db", create=True)
    assert b"store_entry" not in before


def test_a_desk_of_a_newer_version_is_left_alone(tmp_path):
    open_ledger(tmp_path / "desk.db", create=True).close()
    with sqlite3.connect(tmp_path / "desk.db") as other:
        other.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('store', '0999_later', '2030-01-01')")
    other.close()
    with pytest.raises(StoreError, match="newer version"):
        open_ledger(tmp_path / "desk.db")


def test_a_damaged_desk_says_so(tmp_path):
    path = tmp_path / "desk.db"
    ledger = open_ledger(path, create=True)
    ledger.create("lenn", "The river Lenn", NOON)
    ledger.append("lenn", [NEW] * 3000, NOON)
    ledger.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x00" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        list(open_ledger(path).entries("lenn"))
    assert caught.value.code == "store-damaged"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_desk_that_cannot_be_written_says_so(tmp_path):
    ledger = open_ledger(tmp_path / "desk.db", create=True)
    ledger.close()
    (tmp_path / "desk.db").chmod(0o444)
    tmp_path.chmod(0o555)
    with pytest.raises(StoreError, match="cannot be written"):
        open_ledger(tmp_path / "desk.db").create("lenn", "The river Lenn", NOON)


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("database or disk is full", "store-full"),
        ("could not extend file: No space left on device", "store-full"),
        ("database is locked", "store-locked"),
        ("attempt to write a readonly database", "store-read-only"),
        ("unable to open database file", "store-read-only"),
        ("permission denied for table store_entry", "store-read-only"),
        ("database disk image is malformed", "store-damaged"),
        ("file is not a database", "store-foreign"),
        ("connection refused", "store-unreachable"),
    ],
)
def test_a_message_of_the_database_is_said_for_people(message, code):
    error = reading_of(message, "desk.db")
    assert error.code == code
    assert "desk.db" in str(error)


def test_a_password_is_never_shown():
    assert _shown("postgresql://ilse:secret@db.example/desk?x=1") == "postgresql://db.example/desk"


def test_a_server_that_does_not_answer_is_named(tmp_path):
    with pytest.raises(StoreError, match="does not answer"):
        open_ledger(f"postgresql://ilse:secret@/none?host={tmp_path}")


def test_a_missing_driver_is_said(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(StoreError, match="driver"):
        open_ledger("postgresql://db.example/desk")


def test_every_problem_has_a_remedy():
    for name in ("missing", "locked", "read_only", "full", "foreign", "newer", "damaged", "no_driver"):
        assert getattr(problems, name)("desk.db").remedy


def test_a_guard_that_is_gone_is_named(desk):
    with connections[desk.alias].cursor() as cursor:
        on = " ON store_source" if connections[desk.alias].vendor == "postgresql" else ""
        guard = "store_source_no_change" if on else "store_source_no_update"
        cursor.execute(f"DROP TRIGGER {guard}{on}")
    assert desk.damage() == [f"The guard {guard} against changes is missing."]


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "'wish'"), ("evidence", "'['"), ("known_at", "'soon'"), ("payload", "CAST(x'ff7b7d' AS TEXT)")],
)
def test_an_entry_that_is_none_any_more_is_named(tmp_path, column, value):
    ledger = open_ledger(tmp_path / "desk.db", create=True)
    ledger.create("lenn", "The river Lenn", NOON)
    ledger.append("lenn", [NEW] * 5, NOON)
    with sqlite3.connect(tmp_path / "desk.db") as other:
        other.execute("DROP TRIGGER store_entry_no_update")
        other.execute(f"UPDATE store_entry SET {column} = {value} WHERE seq = 3")
    other.close()
    with pytest.raises(EntryError, match="Entry 3 of docket “lenn” has been changed") as caught:
        list(ledger.entries("lenn"))
    assert caught.value.seq == 3
    assert [entry.seq for entry in ledger.entries("lenn", after=3)] == [4, 5]
    ledger.close()


def test_a_second_look_takes_no_lock_from_the_first(tmp_path):
    path = tmp_path / "desk.db"
    ledger = open_ledger(path, create=True)
    ledger.create("lenn", "The river Lenn", NOON)
    ledger.append("lenn", [NEW], NOON)
    open_ledger(path).close()
    # Another process that closes the file last would take the journal away with it.
    look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM store_docket').fetchall(); c.close()"
    subprocess.run([sys.executable, "-c", look, str(path)], check=True)
    assert path.with_name("desk.db-wal").exists()
    ledger.append("lenn", [NEW], NOON)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT COUNT(*) FROM store_entry").fetchone() == (2,)
    other.close()
    ledger.close()
