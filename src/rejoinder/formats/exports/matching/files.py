"""A view and a path -> a file in the format that its name asks for, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from rejoinder.formats.exports.matching.filled import comparison_sheet, matrix_sheet
from rejoinder.formats.exports.matching.plain import comparison_to_json, matrix_to_json, table_to_json
from rejoinder.formats.exports.matching.tabled import table_sheet
from rejoinder.formats.exports.matching.view import ComparisonView, MatrixView, TableView
from rejoinder.formats.exports.putting import put_file, suffix_of
from rejoinder.formats.exports.sheets import TO_READ, TO_WORK_ON, Sheet

_WRITERS = {**TO_READ, **TO_WORK_ON}
_JSON = ".json"
TABLE_SUFFIXES = (*_WRITERS, _JSON)
"""What the name of such a table may end in."""


View = MatrixView | ComparisonView | TableView


def export_table(view: View, path: Path) -> None:
    """Write the view to ``path``. InputError ``export-format`` for another ending, ``unwritable`` where the file cannot
    be written."""
    suffix = suffix_of(path, TABLE_SUFFIXES)
    data = _json(view) if suffix == _JSON else _WRITERS[suffix](_sheet(view))
    put_file(path, lambda beside: beside.write_bytes(data))


def _sheet(view: View) -> Sheet:
    if isinstance(view, TableView):
        return table_sheet(view)
    return matrix_sheet(view) if isinstance(view, MatrixView) else comparison_sheet(view)


def _json(view: View) -> bytes:
    value: dict[str, Any]
    if isinstance(view, TableView):
        value = table_to_json(view)
    elif isinstance(view, MatrixView):
        value = matrix_to_json(view.matrix)
    else:
        value = comparison_to_json(view.comparison)
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
