"""All dockets of the desk, and a new one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from rejoinder.desk.dockets import list_dockets as all_dockets
from rejoinder.desk.dockets import make_docket
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.web.callers import desk_of
from rejoinder.web.page import address


@require_http_methods(["GET", "HEAD", "POST"])
def list_dockets(request: HttpRequest) -> HttpResponse:
    """The list; a posted name makes a docket and opens the page where its first story is dropped."""
    desk = desk_of(request)
    if request.method == "POST":
        title = " ".join(request.POST.get("title", "").split())
        name = request.POST.get("name", "").strip() or _name_for(title)
        make_docket(desk, name, title or None)
        return HttpResponseRedirect(address("import", name))
    dockets = [(name, title, snapshot_as_of(desk, name)) for name, title in all_dockets(desk)]
    return render(request, "rejoinder/dockets.html", {"dockets": dockets})


def _name_for(title: str) -> str:
    """The short name of a docket, by its title: "The river Lenn" -> "the-river-lenn"."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()
    return "-".join(words)[:60].strip("-")
