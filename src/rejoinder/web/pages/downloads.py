"""Downloads: the docket as it is looked at, in every format that exports know."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from rejoinder.desk.narrowing import Asked
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


FILTERS = ("party", "forum", "words", "state", "source")
"""By what an address may narrow an export, as pages are narrowed."""


@require_safe
def export(request: HttpRequest, docket: str, suffix: str) -> HttpResponse:
    """The docket as of the moment and on the footing that the address asks for, or what it is narrowed to there."""
    page = open_page(request, docket)
    if f".{suffix}" not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise AskedError("export-format", f"No export is called .{suffix}.", f"Take one of {known}.")
    given = {name: " ".join(request.GET.get(name, "").split()) for name in FILTERS}
    asked = Asked(**given, confirmed=page.confirmed)
    name = f"{docket}-{page.day.isoformat()}{'-part' if asked.at_all else ''}.{suffix}"
    with TemporaryDirectory(prefix="rejoinder-") as folder:
        path = Path(folder) / f"export.{suffix}"
        write(page.desk, docket, path, page.at, asked)
        data = path.read_bytes()
    media = MEDIA.get(suffix, "application/octet-stream")
    return download(data, name, media)


def download(data: bytes, name: str, media: str) -> HttpResponse:
    """A file to be kept under a name."""
    response = HttpResponse(data, content_type=media)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
