"""A path and what writes a file -> a whole file there, or none; its ending is one of those known."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from rejoinder.model import InputError


def suffix_of(path: Path, known: Sequence[str]) -> str:
    """The ending of a path, if it is one of those known. InputError ``export-format`` for another."""
    suffix = path.suffix.lower()
    if suffix not in known:
        message = f"No export is called {suffix or path.name}."
        raise InputError(str(path), "export-format", message, f"Use one of {', '.join(known)}.")
    return suffix


def put_file(path: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` make the file beside its path first, and put it in its place when it is complete.

    InputError ``unwritable`` where the file cannot be written.
    """
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".rejoinder-") as folder:
            beside = Path(folder) / path.name
            write(beside)
            beside.replace(path)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(
            str(path), "unwritable", f"{path} cannot be written: {why}.", "Check the folder and the room on the disk."
        ) from error
