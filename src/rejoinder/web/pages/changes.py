"""Every entry of the docket, the last first: what was done, by whom and when."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.entrylog import entries_until
from rejoinder.web.page import number_given, open_page, show_page


@require_safe
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """A page of entries; ``until`` says with which number it ends."""
    page = open_page(request, docket)
    asked = request.GET.get("until")
    log = entries_until(page.desk, docket, number_given(asked, 0) if asked else None, page.at)
    return show_page(request, page, "changes", "changes", log=log)
