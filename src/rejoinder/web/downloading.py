"""What can be downloaded: the formats as they are offered on pages, and a written file as an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext, gettext_noop

from rejoinder.model import AskedError

NAMES = {
    "docx": "Word",
    "xlsx": "Excel",
    "csv": "CSV",
    "pdf": "PDF",
    "html": gettext_noop("Web page"),
    "ics": gettext_noop("Calendar"),
    "md": gettext_noop("Chronology"),
    "json": "JSON",
    "jsonl": "JSON lines",
    "jsonld": "JSON-LD",
    "ftm": "FollowTheMoney",
    "sqlite": "SQLite",
}
"""The formats that are offered, in the order in which people ask for them, and what they are called."""
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "ics": "text/calendar; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}


def formats_offered(suffixes: Collection[str]) -> list[tuple[str, str]]:
    """(ending, name) of each format among those that can be written (``.docx`` ...)."""
    return [(suffix, gettext(name)) for suffix, name in NAMES.items() if f".{suffix}" in suffixes]


def download(name: str, suffixes: Collection[str], write: Callable[[Path], object]) -> HttpResponse:
    """A file, to be kept under ``name``, that ``write`` makes at a path. AskedError where its ending is none of those
    that can be written."""
    suffix = Path(name).suffix
    if suffix not in suffixes:
        known = ", ".join(suffixes)
        raise AskedError("export-format", f"No export is called {suffix or name}.", f"Take one of {known}.")
    with TemporaryDirectory(prefix="rejoinder-") as folder:
        path = Path(folder) / f"export{suffix}"
        write(path)
        data = path.read_bytes()
    response = HttpResponse(data, content_type=MEDIA.get(suffix[1:], "application/octet-stream"))
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
