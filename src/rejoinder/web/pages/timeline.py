"""The timeline: what was said, tabled, met about, promised and due, by party, in a month, a week or at all; the same
as a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.overviews import Extent, course_as_of, extent_of
from rejoinder.docket.course import MarkKind, Stretch
from rejoinder.web.drawing import draw_course
from rejoinder.web.page import day_given, number_given, open_page, show_page

A_PAGE = 200
CLEAR = 400
"""With more marks than this a timeline without a zoom opens on its last month."""
ZOOMS = ("all", "month", "week")


@dataclass(frozen=True, slots=True)
class Looked:
    """The stretch that is looked at. ``before`` and ``after`` are the days that show the one before and behind, None
    where nothing is there."""

    zoom: str
    stretch: Stretch
    before: date | None
    after: date | None


@require_safe
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """The page. ``zoom`` and ``on`` of the address say which days are looked at, ``kind`` what of them."""
    page = open_page(request, docket)
    extent = extent_of(page.desk, docket, page.at)
    whole = extent.stretch
    zoom, on = request.GET.get("zoom", ""), day_given(request.GET.get("on"))
    kinds = [kind for kind in MarkKind if kind.value in request.GET.getlist("kind")]
    if whole is None:
        return show_page(request, page, "timeline", "timeline", kinds=list(MarkKind), chosen=kinds)
    looked = look_at(whole, zoom if zoom in ZOOMS else _fitting(extent, whole), on or min(whole.last, page.day))
    marks = course_as_of(page.desk, docket, looked.stretch, page.at, confirmed=page.confirmed)
    shown = [mark for mark in marks if not kinds or mark.kind in kinds]
    first = number_given(request.GET.get("from"), 0)
    context = {
        "looked": looked,
        "picture": draw_course(shown, looked.stretch),
        "rows": shown[first : first + A_PAGE],
        "count": len(shown),
        "next": first + A_PAGE if first + A_PAGE < len(shown) else None,
        "previous": max(0, first - A_PAGE) if first else None,
        "kinds": list(MarkKind),
        "chosen": kinds,
        "asked_kinds": [("kind", kind.value) for kind in kinds],
    }
    return show_page(request, page, "timeline", "timeline", **context)


def look_at(whole: Stretch, zoom: str, on: date) -> Looked:
    """The month or the ISO week of a day, or all days; a day outside of what is told is brought into it."""
    inside = min(max(on, whole.first), whole.last)
    if zoom == "month":
        first = inside.replace(day=1)
        last = _last_of_month(first)
    elif zoom == "week":
        first = date.fromordinal(max(1, inside.toordinal() - inside.weekday()))
        last = date.fromordinal(min(date.max.toordinal(), first.toordinal() + 6))
    else:
        return Looked("all", whole, None, None)
    before = first - timedelta(1) if first > whole.first else None
    after = last + timedelta(1) if last < whole.last else None
    return Looked(zoom, Stretch(first, last), before, after)


def _last_of_month(first: date) -> date:
    if first.year == date.max.year and first.month == date.max.month:
        return date.max
    following = first.replace(day=28) + timedelta(4)
    return following - timedelta(following.day)


def _fitting(extent: Extent, whole: Stretch) -> str:
    """All days where that is clear to see, else a month."""
    return "month" if extent.records > CLEAR or (whole.last - whole.first).days > 400 else "all"
