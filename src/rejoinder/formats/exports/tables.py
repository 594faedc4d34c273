"""Rows -> CSV and XLSX, for people who work in a spreadsheet. No cell of them is ever a formula."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rejoinder.formats.exports.rows import COLUMNS, Row, rows_of
from rejoinder.formats.exports.view import DocketView

_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
HEADINGS = {
    "id": "Id",
    "kind": "Kind",
    "by": "By",
    "to": "To",
    "what": "What",
    "condition": "If",
    "said": "Date as said",
    "earliest": "Earliest",
    "latest": "Latest",
    "standing": "Where it stands",
    "since": "Since",
    "note": "Note",
    "on_whose_word": "On whose word",
    "known_on": "Known on",
    "words": "Exact words",
    "source": "Source",
    "published": "Published",
    "start": "From character",
    "end": "To character",
    "reports": "Reports",
    "source_id": "Source id",
}
WIDTHS = {"what": 48, "words": 56, "source": 36, "condition": 30, "note": 30, "by": 22, "to": 22, "on_whose_word": 22}
SHEETS = {
    "commitment": "Promises",
    "text": "Texts",
    "item": "Items",
    "meeting": "Meetings",
    "referral": "Referrals",
    "release": "Publication",
    "contingency": "What hangs on what",
    "characterisation": "Called",
    "answer": "Answers",
}


def write_csv(view: DocketView) -> bytes:
    """All rows as CSV in UTF-8 with a byte order mark, so that Excel reads the letters right."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows_of(view):
        writer.writerow([plain_cell(getattr(row, name)) for name in COLUMNS])
    return out.getvalue().encode("utf-8-sig", "replace")


def plain_cell(value: object) -> str:
    """A cell's text; one that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def write_xlsx(view: DocketView) -> bytes:
    """A workbook with a sheet for each kind of matter, and one that says what it is."""
    book = Workbook()
    about = book.worksheets[0]
    _write_about(about, view)
    kinds: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows_of(view):
        kinds[row.kind].append(row)
    for kind, title in SHEETS.items():
        if kinds[kind]:
            _write_sheet(book.create_sheet(title), kinds[kind])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def about_view(view: DocketView) -> list[tuple[str, str | date | int]]:
    """What is to be known of an export: names and values."""
    inside = "confirmed records only" if view.confirmed else "records, and findings marked as not confirmed"
    return [
        ("Docket", view.title),
        ("As of", view.today),
        ("Record of", view.recorded.isoformat(" ", "minutes") if view.recorded else "now"),
        ("What is in it", inside),
        ("Matters", len(view.matters)),
        ("Sources", len(view.sources)),
    ]


def _write_about(sheet: Worksheet, view: DocketView) -> None:
    sheet.title = "About"
    for number, (name, value) in enumerate(about_view(view), 1):
        _fill(sheet.cell(number, 1), name)
        _fill(sheet.cell(number, 2), value)
        sheet.cell(number, 1).font = Font(bold=True)
        sheet.cell(number, 2).alignment = Alignment(horizontal="left", wrap_text=True)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 70


def _write_sheet(sheet: Worksheet, rows: list[Row]) -> None:
    """Headings and rows; columns that are empty in all rows are left out."""
    shown = [name for name in COLUMNS if name != "kind" and any(getattr(row, name) not in (None, "") for row in rows)]
    for column, name in enumerate(shown, 1):
        heading = sheet.cell(1, column)
        _fill(heading, HEADINGS[name])
        heading.font = Font(bold=True)
        heading.fill = PatternFill("solid", start_color="EEEEEE")
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(name, 14)
        for number, row in enumerate(rows, 2):
            cell = sheet.cell(number, column)
            _fill(cell, getattr(row, name))
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _fill(cell: Cell, value: object) -> None:
    """Put a value into a cell; text is text, whatever it begins with, without characters that XML cannot hold."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = printable(value)
    cell.data_type = "s"


def printable(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _UNHELD.sub("", text)
