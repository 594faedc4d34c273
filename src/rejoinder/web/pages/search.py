"""Search: words, speaker, act and days in; places with the words around them, each with its way into the story, out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.searching import Hit, Narrowed
from rejoinder.desk.searching import search as find
from rejoinder.model import Act
from rejoinder.web.page import day_given, open_page, show_page

SHOWN = 50
MOST = 500


@require_safe
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """The form and what was found; nothing is looked for before something is asked."""
    page = open_page(request, docket)
    words, speaker = (" ".join(request.GET.get(name, "").split()) for name in ("q", "speaker"))
    act = request.GET.get("act", "")
    narrowed = Narrowed(
        speaker or None,
        Act(act) if act in set(Act) else None,
        day_given(request.GET.get("first")),
        day_given(request.GET.get("last")),
    )
    limit = MOST if request.GET.get("all") else SHOWN
    hits: list[Hit] = []
    if words or narrowed.at_all:
        hits = find(page.desk, docket, words, narrowed, limit + 1, page.at)
    return show_page(
        request,
        page,
        "search",
        "search",
        query=words,
        narrowed=narrowed,
        acts=list(Act),
        hits=hits[:limit],
        more=len(hits) > limit and limit < MOST,
        asked_at_all=bool(words) or narrowed.at_all,
    )
