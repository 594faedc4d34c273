"""Downloads: the docket as it is looked at, in every format that exports know."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from rejoinder.desk.viewing import export as write
from rejoinder.formats.exports import SUFFIXES
from rejoinder.model import AskedError
from rejoinder.web.page import open_page

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


@require_safe
def export(request: HttpRequest, docket: str, suffix: str) -> HttpResponse:
    """The docket as of the moment and on the footing that the address asks for."""
    page = open_page(request, docket)
    if f".{suffix}" not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise AskedError("export-format", f"No export is called .{suffix}.", f"Take one of {known}.")
    name = f"{docket}-{page.day.isoformat()}.{suffix}"
    with TemporaryDirectory(prefix="rejoinder-") as folder:
        path = Path(folder) / f"export.{suffix}"
        write(page.desk, docket, path, page.at, confirmed=page.confirmed)
        data = path.read_bytes()
    response = HttpResponse(data, content_type=MEDIA.get(suffix, "application/octet-stream"))
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
