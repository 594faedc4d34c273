"""A table -> XLSX and CSV, for people who work in a spreadsheet. No cell of them is ever a formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell as GridCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rejoinder.formats.exports.sheets.sheet import Band, Cell, Line, Look, Run, Sheet
from rejoinder.formats.exports.tables import plain_cell, printable

MOST = 32_000
"""A cell of a spreadsheet holds no more characters than 32,767."""
WIDTHS = (22, 52, 52, 34)
FILLS = {
    "not_addressed": "F3F1EC",
    "dropped": "F3F1EC",
    "declined": "F6E4E1",
    "deflected": "F4EBD9",
    "deferred": "F4EBD9",
    "countered": "E8EAF3",
    "accepted_with_change": "E9F0E4",
    "accepted": "E3F0E6",
    "new": "E3F0E6",
    "changed": "E8EAF3",
}
_FONTS = {
    Look.OWN: InlineFont(rFont="Calibri", sz=10),
    Look.QUOTED: InlineFont(rFont="Cambria", sz=10.5),
    Look.GONE: InlineFont(rFont="Cambria", sz=10.5, strike=True, color="9C2B20"),
    Look.NEW: InlineFont(rFont="Cambria", sz=10.5, u="single", color="1F5F3A"),
    Look.ABSENT: InlineFont(rFont="Calibri", sz=10, i=True, color="6B6B6B"),
    Look.ASIDE: InlineFont(rFont="Calibri", sz=9, color="5A5A5A"),
    Look.STRONG: InlineFont(rFont="Calibri", sz=10, b=True),
}
_SOURCE = InlineFont(rFont="Calibri", sz=8, color="7A7A7A")
_EDGE = Border(bottom=Side("thin", color="C9C6BF"))


def write_grid_csv(sheet: Sheet) -> bytes:
    """The table as CSV in UTF-8 with a byte order mark: the four columns, and beside each where it is from."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([name for column in sheet.columns for name in (column, f"{column}: source")][:-1])
    for band in sheet.bands:
        for line in band.lines:
            writer.writerow([plain_cell(text) for cell in line.cells for text in _with_source(cell)][:-1])
    for title, cells in sheet.below:
        for cell in cells:
            writer.writerow([plain_cell(text) for text in (title, "", "", "", *_with_source(cell), "")])
    return out.getvalue().encode("utf-8-sig", "replace")


def _with_source(cell: Cell) -> tuple[str, str]:
    return Cell(cell.paragraphs).text, cell.source


def write_grid_xlsx(sheet: Sheet) -> bytes:
    """A workbook with the table on its first sheet, what stands below it on the second, what it is on the third."""
    book = Workbook()
    _write_table(book.worksheets[0], sheet)
    for title, cells in sheet.below:
        _write_list(book.create_sheet("Answer nothing"), title, cells)
    _write_about(book.create_sheet("About"), sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write_table(page: Worksheet, sheet: Sheet) -> None:
    page.title = "Table"
    for column, (name, width) in enumerate(zip(sheet.columns, WIDTHS, strict=True), 1):
        heading = page.cell(1, column)
        _put(heading, name)
        heading.font = Font(bold=True)
        heading.fill = PatternFill("solid", start_color="EEEEEE")
        page.column_dimensions[get_column_letter(column)].width = width
    number = 2
    for band in sheet.bands:
        number = _write_band(page, number, band)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(number - 1, 1)}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"
    page.oddFooter.center.text = "Page &P of &N"


def _write_band(page: Worksheet, number: int, band: Band) -> int:
    for line in band.lines:
        _write_line(page, number, line)
        number += 1
    return number


def _write_line(page: Worksheet, number: int, line: Line) -> None:
    longest = 1
    for column, cell in enumerate(line.cells, 1):
        place = page.cell(number, column)
        _put_cell(place, cell)
        place.border = _EDGE
        if column == len(line.cells) and line.standing in FILLS:
            place.fill = PatternFill("solid", start_color=FILLS[line.standing])
        longest = max(longest, _height(cell, WIDTHS[column - 1]))
    page.row_dimensions[number].height = min(13.5 * longest + 4, 409)


def _height(cell: Cell, width: int) -> int:
    """About how many lines a cell takes; LibreOffice and Excel do not fit rows of rich text by themselves."""
    texts = ["".join(run.words for run in paragraph) for paragraph in cell.paragraphs] + (
        [cell.source] if cell.source else []
    )
    return sum(1 + int(1.15 * len(text)) // width for text in texts)


def _put_cell(place: GridCell, cell: Cell) -> None:
    """The words in their looks and the source below them; text is text, whatever it begins with."""
    blocks: list[TextBlock] = []
    room = MOST
    for at, paragraph in enumerate(cell.paragraphs):
        for run in (*([Run("\n")] if at else []), *paragraph):
            words = printable(run.words)[:room]
            room -= len(words)
            if words:
                blocks.append(TextBlock(_FONTS[run.look], words))
    if cell.source:
        blocks.append(TextBlock(_SOURCE, f"\n[{printable(cell.source)}]"))
    place.value = CellRichText(*blocks)
    place.alignment = Alignment(vertical="top", wrap_text=True)


def _put(place: GridCell, text: str) -> None:
    place.value = printable(text)[:MOST]
    place.data_type = "s"
    place.alignment = Alignment(vertical="top", wrap_text=True)


def _write_list(page: Worksheet, title: str, cells: tuple[Cell, ...]) -> None:
    _put(page.cell(1, 1), title)
    page.cell(1, 1).font = Font(bold=True)
    page.column_dimensions["A"].width = 110
    for number, cell in enumerate(cells, 2):
        _put_cell(page.cell(number, 1), cell)
        page.row_dimensions[number].height = min(13.5 * _height(cell, 110) + 4, 409)


def _write_about(page: Worksheet, sheet: Sheet) -> None:
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 18, 90
    for number, (name, value) in enumerate((("Table", sheet.title), *sheet.about), 1):
        _put(page.cell(number, 1), name)
        _put(page.cell(number, 2), value)
        page.cell(number, 1).font = Font(bold=True)
