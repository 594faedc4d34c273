"""What the docket has received: versions, corrections, kills, embargoes, what was withdrawn."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.receiving import is_called, list_sources
from rejoinder.web.page import number_given, open_page, show_page

A_PAGE = 100


@require_safe
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """The list, page by page; ``words`` narrows it to titles, publishers and names with these words."""
    page = open_page(request, docket)
    every = list_sources(page.desk, docket, page.at)
    words = " ".join(request.GET.get("words", "").split())
    found = [item for item in every if is_called(item.kept, words)]
    first = min(number_given(request.GET.get("from"), 0), max(len(found) - 1, 0))
    return show_page(
        request,
        page,
        "sources",
        "sources",
        received=found[first : first + A_PAGE],
        count=len(found),
        every=len(every),
        first=first + 1,
        before=max(0, first - A_PAGE) if first else None,
        behind=first + A_PAGE if first + A_PAGE < len(found) else None,
        words=words,
        narrowed={"source": words},
    )
