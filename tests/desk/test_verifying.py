"""Verifying finds a changed byte anywhere; a backup is the same desk again."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from hashlib import sha256

import pytest

from rejoinder.desk.copying import back_up, restore
from rejoinder.desk.desk import Desk
from rejoinder.desk.snapshots import keep_snapshot, snapshot_as_of
from rejoinder.desk.verifying import verify_desk
from rejoinder.docket.payloads import SourceWithdrawn, encode
from rejoinder.docket.shelves import Statements
from rejoinder.model import EntryKind, NewEntry, StoreError
from rejoinder.store import open_ledger
from tests.desk.desks import DOCKET, add, added, new_desk
from tests.halvern import TEXT


@pytest.fixture
def path(tmp_path):
    """A closed file with a docket of two sources."""
    desk = new_desk(tmp_path / "desk.db")
    add(desk, TEXT, "Jan Reuter: the sluices are sound")
    keep_snapshot(desk.ledger, DOCKET, snapshot_as_of(desk, DOCKET))
    desk.ledger.close()
    return tmp_path / "desk.db"


def faults(path):
    ledger = open_ledger(path)
    desk = Desk(ledger, "Ilse", lambda: None, None)
    found = [(fault.code, fault.message) for fault in verify_desk(desk)]
    ledger.close()
    return found


def tamper(path, statement, values=()):
    with sqlite3.connect(path) as other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            other.execute(f"DROP TRIGGER {name}")
        other.execute(statement, values)
        for _, guard in triggers:
            other.execute(guard)
    other.close()


def test_a_whole_docket_has_no_fault(path):
    assert faults(path) == []


COLUMNS = [
    "kind", "subject", "happened_from", "known_at", "recorded_at", "recorded_by", "payload", "evidence", "produced_by",
    "prev_hash", "hash",
]  # fmt: skip


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("seq", [1, 9])
def test_every_changed_character_of_an_entry_is_found(path, column, seq):
    with sqlite3.connect(path) as other:
        ((old,),) = other.execute(f"SELECT {column} FROM store_entry WHERE seq = ?", [seq]).fetchall()
    other.close()
    if not old:
        new = "2022-01-01" if column == "happened_from" else "x"
    else:
        at = len(old) // 2
        new = f"{old[:at]}{'1' if old[at] != '1' else '2'}{old[at + 1 :]}"
    tamper(path, f"UPDATE store_entry SET {column} = ? WHERE seq = ?", [new, seq])
    found = faults(path)
    assert found
    assert any(f"Entry {seq} " in message or f"entry {seq}" in message.lower() for _, message in found)


def test_every_byte_of_a_payload_counts(path):
    """Each of some hundred places of a payload, also where the JSON breaks."""
    ledger = open_ledger(path)
    entry = list(ledger.entries(DOCKET))[8]
    payload = entry.entered.payload
    for at in range(0, len(payload), 7):
        other = "~" if payload[at] != "~" else "!"
        tamper(path, "UPDATE store_entry SET payload = ? WHERE seq = 9", [payload[:at] + other + payload[at + 1 :]])
        assert any(
            fault.code == "entry-changed" and "Entry 9 " in fault.message
            for fault in verify_desk(Desk(ledger, "Ilse", lambda: None, None))
        )
    ledger.close()


@pytest.mark.parametrize(
    ("statement", "code", "said"),
    [
        ("DELETE FROM store_entry WHERE seq = 5", "entry-missing", "Entry 5 is missing"),
        ("UPDATE store_entry SET seq = 99 WHERE seq = 5", "entry-missing", "Entry 5 is missing"),
        ("UPDATE store_sourcecontent SET data = data || x'20'", "source-changed", "The bytes of source sha256:"),
        ("UPDATE store_sourcecontent SET text = replace(text, 'sluices', 'sluicez')", "text-changed", "have been|has"),
        ("UPDATE store_sourcecontent SET text = replace(text, 'sluices', 'sluicez')", "anchor-broken", "Anchor broken"),
        ("UPDATE store_sourcecontent SET text = CAST(x'ff20' AS TEXT)", "source-changed", "cannot be read"),
        ("DELETE FROM store_sourcecontent", "source-missing", "are missing"),
        ("UPDATE store_entry SET payload = CAST(x'7bff7d' AS TEXT) WHERE seq = 1", "entry-changed", "Entry 1 "),
    ],
)  # fmt: skip
def test_what_is_changed_is_named(path, statement, code, said):
    tamper(path, statement)
    assert [message for found, message in faults(path) if found == code]
    assert any(part in message for found, message in faults(path) if found == code for part in said.split("|"))


def test_a_kept_snapshot_that_says_otherwise_is_found(path):
    ledger = open_ledger(path)
    desk = Desk(ledger, "Ilse", lambda: None, None)
    snapshot = snapshot_as_of(desk, DOCKET)
    keep_snapshot(ledger, DOCKET, replace(snapshot, statements=Statements()))
    ledger.close()
    assert [code for code, _ in faults(path)] == ["projection-changed"]


def test_a_source_that_was_withdrawn_is_no_fault(tmp_path):
    desk = new_desk(tmp_path / "desk.db")
    source = added(desk).source
    gone = NewEntry(EntryKind.WITHDRAWAL, source, None, desk.clock(), "Jan", encode(SourceWithdrawn("an order")))
    desk.ledger.append(DOCKET, [gone], desk.clock())
    desk.ledger.withdraw(source)
    assert list(verify_desk(desk)) == []
    copied = back_up(desk, tmp_path / "copy.db")
    assert copied.dockets == ((DOCKET, desk.ledger.head(DOCKET).seq),)
    assert open_ledger(tmp_path / "copy.db").source(source).data is None


def test_a_backup_holds_all_and_comes_back(path, tmp_path):
    ledger = open_ledger(path)
    desk = Desk(ledger, "Ilse", new_desk().clock, None)
    told = []
    copied = back_up(desk, tmp_path / "copy.db", told.append)
    assert sum(told) == copied.dockets[0][1] == ledger.head(DOCKET).seq
    assert sorted(item.name for item in tmp_path.iterdir()) == ["copy.db", "desk.db", "desk.db-shm", "desk.db-wal"]
    backup = Desk(open_ledger(tmp_path / "copy.db"), "Ilse", desk.clock, None)
    restore(backup, str(tmp_path / "again.db"))
    again = open_ledger(tmp_path / "again.db")
    assert list(again.entries(DOCKET)) == list(ledger.entries(DOCKET))
    source = f"sha256:{sha256(TEXT.encode()).hexdigest()}"
    assert again.source(source) == ledger.source(source)
    assert again.search(DOCKET, "sluices", 9) == ledger.search(DOCKET, "sluices", 9)
    for item in (ledger, backup.ledger, again):
        item.close()


def test_nothing_that_is_there_is_overwritten(path, tmp_path):
    desk = Desk(open_ledger(path), "Ilse", new_desk().clock, None)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="There is a file"):
        back_up(desk, tmp_path / "notes.txt")
    with pytest.raises(StoreError, match="There is a file"):
        restore(desk, str(path))
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    desk.ledger.close()


def test_a_damaged_backup_is_not_restored(path, tmp_path):
    tamper(path, "UPDATE store_entry SET recorded_by = 'Jan' WHERE seq = 3")
    damaged = Desk(open_ledger(path), "Ilse", new_desk().clock, None)
    with pytest.raises(StoreError, match="The backup is damaged: Entry 3"):
        restore(damaged, str(tmp_path / "again.db"))
    assert not (tmp_path / "again.db").exists()
    with pytest.raises(StoreError, match="entry"):
        back_up(damaged, tmp_path / "copy.db")
    assert not [item for item in tmp_path.iterdir() if "copy" in item.name]
    damaged.ledger.close()


def test_a_folder_that_is_not_there_is_one_error(path, tmp_path):
    desk = Desk(open_ledger(path), "Ilse", new_desk().clock, None)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        back_up(desk, tmp_path / "file" / "copy.db")
    desk.ledger.close()


def test_a_desk_moves_to_a_server_and_back(path, tmp_path, server):
    file = Desk(open_ledger(path), "Ilse", new_desk().clock, None)
    address = server.new_database()
    restore(file, address)
    there = Desk(open_ledger(address), "Ilse", file.clock, None)
    assert list(verify_desk(there)) == []
    with pytest.raises(StoreError, match="holds dockets"):
        restore(file, address)
    back_up(there, tmp_path / "back.db")
    back = open_ledger(tmp_path / "back.db")
    assert list(back.entries(DOCKET)) == list(file.ledger.entries(DOCKET))
    for ledger in (file.ledger, there.ledger, back):
        ledger.close()
