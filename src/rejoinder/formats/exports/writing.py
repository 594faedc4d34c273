"""The one place where exports are wired: a view and a path in, a whole file or none out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from rejoinder.formats.exports.calendars import write_calendar
from rejoinder.formats.exports.chronology import write_chronology
from rejoinder.formats.exports.datasette import write_sqlite
from rejoinder.formats.exports.entities import write_entities
from rejoinder.formats.exports.provenance import write_provenance
from rejoinder.formats.exports.structured import write_json, write_jsonl
from rejoinder.formats.exports.tables import write_csv, write_xlsx
from rejoinder.formats.exports.view import DocketView
from rejoinder.model import InputError

_WRITERS: dict[str, Callable[[DocketView], bytes]] = {
    ".csv": write_csv,
    ".xlsx": write_xlsx,
    ".json": write_json,
    ".jsonl": write_jsonl,
    ".ics": write_calendar,
    ".md": write_chronology,
    ".jsonld": write_provenance,
    ".ftm": write_entities,
}
_SQLITE = (".sqlite", ".db")
SUFFIXES = (*_WRITERS, *_SQLITE)
"""What the name of an export may end in."""


def export_docket(view: DocketView, path: Path) -> None:
    """Write the docket to ``path`` in the format that its name asks for. The file is there whole or not at all.

    InputError ``export-format`` for another ending, ``unwritable`` where the file cannot be written.
    """
    suffix = suffix_of(path, SUFFIXES)
    put_file(path, lambda beside: _write(view, beside, suffix))


def _write(view: DocketView, path: Path, suffix: str) -> None:
    if suffix in _SQLITE:
        write_sqlite(view, path)
    else:
        path.write_bytes(_WRITERS[suffix](view))


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
