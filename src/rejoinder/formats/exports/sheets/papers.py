"""A table -> DOCX, on A4 pages across: a heading row that is repeated, rows that do not break, each cell cited."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from rejoinder.formats.exports.sheets.grids import FILLS
from rejoinder.formats.exports.sheets.sheet import Band, Cell, Line, Look, Run, Sheet
from rejoinder.formats.exports.tables import printable

WIDTHS = (3.6, 8.4, 8.4, 5.3)
"""In centimetres; together the width of an A4 page across, without its margins."""
SERIF, SANS = "Cambria", "Calibri"
_COLOURS = {
    Look.GONE: RGBColor(0x9C, 0x2B, 0x20),
    Look.NEW: RGBColor(0x1F, 0x5F, 0x3A),
    Look.ABSENT: RGBColor(0x6B, 0x6B, 0x6B),
    Look.ASIDE: RGBColor(0x5A, 0x5A, 0x5A),
}


def write_paper(sheet: Sheet) -> bytes:
    """The table as a document for a word processor."""
    paper = Document()
    _lay_out(paper, sheet)
    paper.add_heading(printable(sheet.title), level=1)
    for name, value in sheet.about:
        paragraph = paper.add_paragraph()
        _add(paragraph, Run(f"{name}: ", Look.STRONG))
        _add(paragraph, Run(value))
        paragraph.paragraph_format.space_after = Pt(0)
    _add_table(paper, sheet)
    for title, cells in sheet.below:
        paper.add_heading(printable(title), level=2)
        for cell in cells:
            _fill_paragraphs(paper.add_paragraph(), cell)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _lay_out(paper: Paper, sheet: Sheet) -> None:
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(1.8)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = SANS, Pt(10)
    style.paragraph_format.space_after = Pt(3)
    paper.core_properties.title = printable(sheet.title)
    paper.core_properties.author = "Rejoinder"


def _add_table(paper: Paper, sheet: Sheet) -> None:
    paper.add_paragraph()
    table = paper.add_table(rows=1, cols=len(sheet.columns))
    table.style = "Table Grid"
    table.autofit = False
    for cell, name, width in zip(table.rows[0].cells, sheet.columns, WIDTHS, strict=True):
        cell.width = Cm(width)
        _add(cell.paragraphs[0], Run(name, Look.STRONG))
        _shade(cell, "EEEEEE")
    _mark(table.rows[0], "w:tblHeader")
    for band in sheet.bands:
        _add_band(table, band)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)


def _add_band(table: Table, band: Band) -> None:
    row = table.add_row()
    whole = row.cells[0].merge(row.cells[-1])
    _add(whole.paragraphs[0], Run(band.title, Look.STRONG))
    whole.paragraphs[0].paragraph_format.keep_with_next = True
    _shade(whole, "F7F6F3")
    for line in band.lines:
        _add_line(table, line)


def _add_line(table: Table, line: Line) -> None:
    row = table.add_row()
    _mark(row, "w:cantSplit")
    for place, cell, width in zip(row.cells, line.cells, WIDTHS, strict=True):
        place.width = Cm(width)
        _fill_paragraphs(place.paragraphs[0], cell, place)
    if line.standing in FILLS:
        _shade(row.cells[-1], FILLS[line.standing])


def _fill_paragraphs(first: Paragraph, cell: Cell, place: _Cell | None = None) -> None:
    """The paragraphs of a cell and its source; outside a table all in one paragraph."""
    for at, runs in enumerate(cell.paragraphs):
        paragraph = place.add_paragraph() if place is not None and at else first
        for run in runs:
            _add(paragraph, run)
    if cell.source:
        last = place.add_paragraph() if place is not None else first
        _add(last, Run(("" if place is not None else "  ") + f"[{cell.source}]", Look.ASIDE), Pt(7.5))


def _add(paragraph: Paragraph, run: Run, size: Pt | None = None) -> None:
    added = paragraph.add_run(printable(run.words))
    font = added.font
    if run.look in (Look.QUOTED, Look.GONE, Look.NEW):
        font.name = SERIF
    font.bold = run.look is Look.STRONG or None
    font.italic = run.look is Look.ABSENT or None
    font.strike = run.look is Look.GONE or None
    font.underline = run.look is Look.NEW or None
    if run.look in _COLOURS:
        font.color.rgb = _COLOURS[run.look]
    if run.look is Look.ASIDE:
        font.size = Pt(8.5)
    if size is not None:
        font.size = size


def _shade(cell: _Cell, colour: str) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - python-docx has no other way to shade a cell


def _mark(row: _Row, name: str) -> None:
    """Set a property of a row: that it is repeated on each page, or does not break across pages."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no other way to set it
