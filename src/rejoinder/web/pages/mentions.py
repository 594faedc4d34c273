"""Mentions: how often which side spoke of each item in which week. Items that went quiet come first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.overviews import Part, mentions_as_of
from rejoinder.docket.mentions import sides_of
from rejoinder.web.drawing import bars
from rejoinder.web.page import number_given, open_page, show_page

A_PAGE = 50


@require_safe
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """The page; ``from`` of the address is the number of the first item shown."""
    page = open_page(request, docket)
    first = number_given(request.GET.get("from"), 0)
    shown, count = mentions_as_of(page.desk, docket, Part(A_PAGE, first), page.at, confirmed=page.confirmed)
    sides = sides_of(shown)
    context = {
        "items": [(item, bars(item, page.day, sides)) for item in shown],
        "sides": sides,
        "count": count,
        "next": first + A_PAGE if first + A_PAGE < count else None,
        "previous": max(0, first - A_PAGE) if first else None,
    }
    return show_page(request, page, "mentions", "mentions", **context)
