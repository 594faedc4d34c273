"""A table of a few columns, every line of it cited -> a file to read, send or print; by the ending of its name.

``sheet``   the table itself: cells of words with their sources, in bands
``pages``   as HTML       ``papers``  as DOCX       ``prints``  as PDF       ``grids``  as XLSX and CSV
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rejoinder.formats.exports.sheets.grids import write_grid_csv, write_grid_xlsx
from rejoinder.formats.exports.sheets.pages import write_page
from rejoinder.formats.exports.sheets.papers import write_paper
from rejoinder.formats.exports.sheets.prints import write_print
from rejoinder.formats.exports.sheets.sheet import Sheet

Writer = Callable[[Sheet], bytes]
TO_READ: Mapping[str, Writer] = {".html": write_page, ".docx": write_paper, ".pdf": write_print}
TO_WORK_ON: Mapping[str, Writer] = {".xlsx": write_grid_xlsx, ".csv": write_grid_csv}

__all__ = ["TO_READ", "TO_WORK_ON", "Sheet", "Writer"]
