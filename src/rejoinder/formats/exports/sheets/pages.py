"""A table -> one HTML file that needs nothing else: no script, no font, no picture from outside. It prints well."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from rejoinder.formats.exports.sheets.sheet import Band, Cell, Line, Look, Run, Sheet
from rejoinder.formats.exports.tables import printable

_ELEMENTS = {Look.QUOTED: "q", Look.GONE: "del", Look.NEW: "ins", Look.STRONG: "strong"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_page(sheet: Sheet) -> bytes:
    """The table as a page."""
    style = files("rejoinder.formats.exports.sheets").joinpath("table.css").read_text(encoding="utf-8")
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(sheet.title)}</title><style>{style}</style></head><body><main>",
        f"<h1>{_text(sheet.title)}</h1><dl>",
        *(f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>" for name, value in sheet.about),
        "</dl><table><thead><tr>",
        *(f'<th scope="col">{_text(name)}</th>' for name in sheet.columns),
        "</tr></thead>",
        *(_band(band, sheet.columns) for band in sheet.bands),
        "</table>",
        *(_below(title, cells) for title, cells in sheet.below),
        "</main></body></html>\n",
    ]
    return "\n".join(parts).encode("utf-8", "replace")


def _band(band: Band, columns: tuple[str, ...]) -> str:
    heading = f'<tr class="band"><th scope="rowgroup" colspan="{len(columns)}">{_text(band.title)}</th></tr>'
    return f"<tbody>{heading}" + "".join(_line(line, columns) for line in band.lines) + "</tbody>"


def _line(line: Line, columns: tuple[str, ...]) -> str:
    cells = zip(line.cells, columns, strict=True)
    return f'<tr class="{_text(line.standing)}">' + "".join(_cell(cell, name) for cell, name in cells) + "</tr>"


def _cell(cell: Cell, column: str) -> str:
    return f'<td data-column="{_text(column)}">{_paragraphs(cell)}</td>'


def _paragraphs(cell: Cell) -> str:
    words = "".join(f"<p>{''.join(_run(run) for run in paragraph)}</p>" for paragraph in cell.paragraphs)
    return words + (f"<cite>{_text(cell.source)}</cite>" if cell.source else "")


def _run(run: Run) -> str:
    if run.look in _ELEMENTS:
        name = _ELEMENTS[run.look]
        return f"<{name}>{_text(run.words)}</{name}>"
    return _text(run.words) if run.look is Look.OWN else f'<span class="{run.look}">{_text(run.words)}</span>'


def _below(title: str, cells: tuple[Cell, ...]) -> str:
    return f"<h2>{_text(title)}</h2><ul>" + "".join(f"<li>{_paragraphs(cell)}</li>" for cell in cells) + "</ul>"


def _text(words: str) -> str:
    return escape(printable(words))
