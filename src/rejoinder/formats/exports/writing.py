"""The one place where exports are wired: a view and a path in, a whole file or none out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
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
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise InputError(
            str(path), "export-format", f"No export is called {suffix or path.name}.", f"Use one of {known}."
        )
    try:
        _write_whole(view, path, suffix)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(
            str(path), "unwritable", f"{path} cannot be written: {why}.", "Check the folder and the room on the disk."
        ) from error


def _write_whole(view: DocketView, path: Path, suffix: str) -> None:
    """Write beside the path first, and put it in its place when it is complete."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".rejoinder-") as folder:
        beside = Path(folder) / path.name
        if suffix in _SQLITE:
            write_sqlite(view, beside)
        else:
            beside.write_bytes(_WRITERS[suffix](view))
        beside.replace(path)
