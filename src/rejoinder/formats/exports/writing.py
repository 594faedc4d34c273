"""The one place where exports are wired: a view and a path in, a whole file or none out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rejoinder.formats.exports.calendars import write_calendar
from rejoinder.formats.exports.chronology import write_chronology
from rejoinder.formats.exports.datasette import write_sqlite
from rejoinder.formats.exports.entities import write_entities
from rejoinder.formats.exports.provenance import write_provenance
from rejoinder.formats.exports.putting import put_file, suffix_of
from rejoinder.formats.exports.sheets import TO_READ
from rejoinder.formats.exports.standing import standing_sheet
from rejoinder.formats.exports.structured import write_json, write_jsonl
from rejoinder.formats.exports.tables import write_csv, write_xlsx
from rejoinder.formats.exports.view import DocketView

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
SUFFIXES = (*_WRITERS, *TO_READ, *_SQLITE)
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
    elif suffix in TO_READ:
        path.write_bytes(TO_READ[suffix](standing_sheet(view)))
    else:
        path.write_bytes(_WRITERS[suffix](view))
