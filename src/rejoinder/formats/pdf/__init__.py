"""A PDF -> Document: its paragraphs in reading order, without page numbers and what is repeated at head and foot.

``pages``   bytes -> lines with their places on the pages, by pdfium
``layout``  lines -> paragraphs: columns, words parted at line ends, paragraphs that go on overleaf
"""

from __future__ import annotations

from rejoinder.formats.pdf.layout import find_paragraphs
from rejoinder.formats.pdf.pages import Page, read_pages
from rejoinder.model import Document, InputError, Problem, Severity, Source

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, name: str) -> Document:
    """The text of a PDF, its paragraphs parted by blank lines.

    Raises InputError ``pdf-scanned`` for pictures of pages without text, ``encrypted``, ``pdf-broken``, ``too-large``.
    """
    pages = read_pages(data, name)
    text = "\n\n".join(find_paragraphs(pages))
    if not text.strip():
        message = f"{name} is a PDF without any text: its {len(pages)} page(s) are scanned pictures, or empty."
        remedy = "Run text recognition (OCR) over it, for example ocrmypdf, and give the file that this makes."
        raise InputError(name, "pdf-scanned", message, remedy)
    return Document(text=text, source=Source(media_type=MEDIA_TYPE), problems=_missing(pages))


def _missing(pages: tuple[Page, ...]) -> tuple[Problem, ...]:
    """A warning that names the pages that hold no text."""
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.lines]
    if not empty:
        return ()
    listed = ", ".join(empty[:20]) + (" ..." if len(empty) > 20 else "")
    message = f"There is no text on page {listed}: scanned pictures are not read."
    return (Problem("pages-without-text", message, 0, 0, Severity.WARNING),)


__all__ = ["MEDIA_TYPE", "read_pdf"]
