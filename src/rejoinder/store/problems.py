"""The errors of a store, each with its remedy: what goes wrong with a desk's database, said for people."""

from __future__ import annotations

from rejoinder.model import EntryError, StoreError


def docket_exists(docket: str) -> StoreError:
    return StoreError("docket-exists", f"There is a docket “{docket}” already.", "Add to it, or take another name.")


def docket_unknown(docket: str) -> StoreError:
    return StoreError("docket-unknown", f"There is no docket “{docket}” here.", f"Make it with: rejoinder new {docket}")


def docket_moved(docket: str, expected: int, found: int) -> StoreError:
    return StoreError(
        "docket-moved",
        f"Docket “{docket}” has gone on meanwhile: its last entry is number {found}, not {expected}.",
        "Look at what was entered, and try again.",
    )


def missing(address: str) -> StoreError:
    return StoreError("store-missing", f"There is no desk at {address}.", "Check the path, or make one: rejoinder new")


def locked(address: str) -> StoreError:
    return StoreError(
        "store-locked", f"The desk {address} is in use by another program.", "Wait until it is done, and try again."
    )


def read_only(address: str) -> StoreError:
    return StoreError(
        "store-read-only",
        f"The desk {address} cannot be written to.",
        "Give yourself the right to write the file and its folder, or copy it to a folder of yours.",
    )


def full(address: str) -> StoreError:
    return StoreError("store-full", f"There is no room left for the desk {address}.", "Make room on the disk.")


def foreign(address: str) -> StoreError:
    return StoreError(
        "store-foreign", f"{address} is not a desk of Rejoinder.", "Check the path: it belongs to another program."
    )


def newer(address: str) -> StoreError:
    return StoreError(
        "store-newer", f"The desk {address} was made by a newer version of Rejoinder.", "Install the newest version."
    )


def damaged(address: str) -> StoreError:
    return StoreError("store-damaged", f"The desk {address} is damaged.", "Restore a backup: rejoinder restore BACKUP")


def unreachable(address: str, why: str) -> StoreError:
    return StoreError(
        "store-unreachable", f"The desk {address} does not answer: {why}.", "Check the address and that it runs."
    )


def no_driver(address: str) -> StoreError:
    return StoreError(
        "store-driver",
        f"The desk {address} needs the driver for PostgreSQL.",
        "Install it: pip install 'rejoinder[postgres]'",
    )


def entry_changed(docket: str, seq: int) -> EntryError:
    return EntryError(
        seq,
        f"Entry {seq} of docket “{docket}” has been changed and cannot be read any more.",
        "See what else was changed with: rejoinder verify; then restore a backup.",
    )


def account_exists(name: str) -> StoreError:
    return StoreError(
        "account-exists", f"There is an account “{name}” already.", "Take another name, or give it a password anew."
    )
