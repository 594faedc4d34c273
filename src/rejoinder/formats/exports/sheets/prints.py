"""A table -> PDF, as its page is printed: A4 across, headings repeated, in the fonts of the machine."""

from __future__ import annotations

from typing import Never

from rejoinder.formats.exports.sheets.pages import write_page
from rejoinder.formats.exports.sheets.sheet import Sheet
from rejoinder.model import InputError


def write_print(sheet: Sheet) -> bytes:
    """The table as a PDF. InputError ``pdf-unavailable`` where the machine lacks Pango, which sets the letters."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise InputError(
            "PDF",
            "pdf-unavailable",
            f"No PDF can be set on this machine: {error}.",
            "Install Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0), or export .docx or .html and print that.",
        ) from error
    page = write_page(sheet).decode("utf-8")
    made: bytes = HTML(string=page, url_fetcher=fetch_nothing).write_pdf()
    return made


def fetch_nothing(url: str) -> Never:
    """A page that needs nothing else asks for nothing."""
    raise ValueError(f"nothing is fetched for a print: {url}")
