"""People and posts: who speaks for which side, and who is told to hold which post from when to when."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.overviews import offices_as_of, speakers_as_of
from rejoinder.docket.people import Speaker
from rejoinder.web.page import number_given, open_page, show_page

A_PAGE = 100


@require_safe
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """The page; ``from`` of the address is the number of the first speaker shown."""
    page = open_page(request, docket)
    speakers = speakers_as_of(page.desk, docket, page.at, confirmed=page.confirmed)
    offices = offices_as_of(page.desk, docket, page.at, confirmed=page.confirmed)
    first = number_given(request.GET.get("from"), 0)
    context = {
        "sides": [(side, list(some)) for side, some in groupby(speakers[first : first + A_PAGE], key=_side)],
        "offices": offices[first : first + A_PAGE],
        "changes": [(office, *pair) for office in offices for pair in office.changes][:A_PAGE],
        "count": len(speakers),
        "next": first + A_PAGE if first + A_PAGE < max(len(speakers), len(offices)) else None,
        "previous": max(0, first - A_PAGE) if first else None,
    }
    return show_page(request, page, "people", "people", **context)


def _side(speaker: Speaker) -> str:
    return speaker.party or ""
