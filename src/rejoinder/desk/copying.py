"""Backup and restore: all dockets of a desk into another one, entry by entry, with the same numbers and hashes.

A copy to a file is written beside its place, checked whole and then put there; one to a server is written and checked
in one step of the database. What stands there is a whole copy or nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from rejoinder.desk.desk import Desk
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.verifying import verify_desk
from rejoinder.docket.ledger import KeptSource, Ledger
from rejoinder.model import Entry, EntryKind, StoreError

SIDE_FILES = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: its dockets with the number of entries in each."""

    address: str
    dockets: tuple[tuple[str, int], ...]


Progress = Callable[[int], None]
"""Told how many entries were copied since it was told last."""


def back_up(desk: Desk, path: Path, progress: Progress = lambda _: None) -> Copied:
    """A copy of the desk as one SQLite file at ``path``. StoreError if there is a file, or the copy is not the same."""
    ask(desk, Deed.COPY)
    return _copy_to_file(desk, path, progress)


def restore(backup: Desk, address: str, progress: Progress = lambda _: None) -> Copied:
    """The desk in ``backup`` as a new desk at ``address``. StoreError if there is one, or the backup is damaged."""
    ask(backup, Deed.COPY)
    _check_whole(backup, "The backup")
    if not _is_server(address):
        return _copy_to_file(backup, Path(address), progress)
    from rejoinder.store import open_ledger

    with open_ledger(address, create=True).whole() as ledger:
        if ledger.dockets():
            raise _there_already("a server that holds dockets")
        return _copy_all(backup, ledger, address.rpartition("@")[2], progress)


def _is_server(address: str) -> bool:
    from rejoinder.store import POSTGRESQL

    return address.startswith(POSTGRESQL)


def _there_already(what: str) -> StoreError:
    return StoreError("store-exists", f"There is {what} there already.", "Give the address of a new one.")


def _copy_to_file(desk: Desk, path: Path, progress: Progress) -> Copied:
    """Write the copy to a file beside ``path``, check it, and rename it."""
    from rejoinder.store import open_ledger

    if path.exists():
        raise _there_already(f"a file {path}")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        ledger = open_ledger(part, create=True)
        try:
            copied = _copy_all(desk, ledger, str(path), progress)
        finally:
            ledger.close()
        # A hard link refuses to take the place of a file that came meanwhile; a rename would not.
        os.link(part, path)
    except FileExistsError:
        raise _there_already(f"a file {path}") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError("copy-failed", f"{path} cannot be written: {reason}.", "Check the folder.") from error
    finally:
        for suffix in SIDE_FILES:
            with suppress(OSError):
                Path(f"{part}{suffix}").unlink()
    return copied


def _copy_all(desk: Desk, ledger: Ledger, address: str, progress: Progress) -> Copied:
    counts = []
    for docket, title in desk.ledger.dockets():
        ledger.create(docket, title, desk.clock())
        counts.append((docket, _copy_docket(desk.ledger, ledger, docket, progress)))
    _check_whole(replace(desk, ledger=ledger), "The copy")
    for docket, count in counts:
        made = ledger.head(docket)
        if (made.seq if made else 0) != count:
            raise StoreError("copy-differs", f"The copy of “{docket}” is not whole.", "Try again.")
    return Copied(address, tuple(counts))


def _copy_docket(old: Ledger, new: Ledger, docket: str, progress: Progress) -> int:
    """Copy one docket, all entries of one moment together; how many there are. StoreError if a hash comes out other."""
    count = 0
    withdrawn: list[str] = []
    for moment, group in groupby(old.entries(docket), key=lambda entry: entry.recorded_at):
        entries = list(group)
        made = new.append(docket, [entry.entered for entry in entries], moment, list(_sources(old, entries)), count)
        if made[-1].hash != entries[-1].hash:
            message = f"The copy of “{docket}” differs from entry {entries[0].seq} on."
            raise StoreError("copy-differs", message, "See what is changed with: rejoinder verify")
        withdrawn += [entry.entered.subject for entry in entries if entry.entered.kind is EntryKind.WITHDRAWAL]
        count += len(entries)
        progress(len(entries))
    for source in withdrawn:
        new.withdraw(source)
    return count


def _sources(old: Ledger, entries: list[Entry]) -> Iterator[KeptSource]:
    for entry in entries:
        kept = old.source(entry.entered.subject) if entry.entered.kind is EntryKind.SOURCE else None
        if kept is not None:
            yield kept


def _check_whole(desk: Desk, what: str) -> None:
    """StoreError naming the first fault, if there is one."""
    fault = next(verify_desk(desk), None)
    if fault is not None:
        raise StoreError("copy-damaged", f"{what} is damaged: {fault.message}", "See all with: rejoinder verify")
