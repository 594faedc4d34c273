"""A matrix, a comparison or a docket's table -> a table for Word, Excel, LibreOffice, a browser, a printer, or JSON.

``view``    what is exported: two documents and what was found between them
``naming``  what items and dispositions are called for people
``filled``  a matrix or a comparison -> the table, a ``sheets.sheet`` of four columns
``tabled``  that of a docket -> the table, in the words of ``phrases``
``plain``   a view as JSON
``files``   chosen by the name of the file
"""

from __future__ import annotations

from rejoinder.formats.exports.matching.files import TABLE_SUFFIXES, export_table
from rejoinder.formats.exports.matching.plain import comparison_to_json, matrix_to_json, table_to_json
from rejoinder.formats.exports.matching.view import ComparisonView, MatrixView, TableView

__all__ = [
    "TABLE_SUFFIXES",
    "ComparisonView",
    "MatrixView",
    "TableView",
    "comparison_to_json",
    "export_table",
    "matrix_to_json",
    "table_to_json",
]
