"""Downloads: the docket as it is looked at, in every format that exports know."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.narrowing import Asked
from rejoinder.desk.viewing import export as write
from rejoinder.formats.exports import SUFFIXES
from rejoinder.web.downloading import download
from rejoinder.web.page import open_page

FILTERS = ("party", "forum", "words", "state", "source")
"""By what an address may narrow an export, as pages are narrowed."""


@require_safe
def export(request: HttpRequest, docket: str, suffix: str) -> HttpResponse:
    """The docket as of the moment and on the footing that the address asks for, or what it is narrowed to there."""
    page = open_page(request, docket)
    given = {name: " ".join(request.GET.get(name, "").split()) for name in FILTERS}
    asked = Asked(**given, confirmed=page.confirmed)
    name = f"{docket}-{page.day.isoformat()}{'-part' if asked.at_all else ''}.{suffix}"
    return download(name, SUFFIXES, lambda path: write(page.desk, docket, path, page.at, asked))
