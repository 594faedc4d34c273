"""What was sent is not sent again while nothing has changed: a request and a docket in, 304 or a fresh answer out."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from rejoinder._version import __version__
from rejoinder.web.page import Page


def unless_known(request: HttpRequest, page: Page, make: Callable[[], HttpResponse]) -> HttpResponseBase:
    """What ``make`` answers, with an ETag; 304, without its being made, where the asker has it already."""
    tag = etag_of(request, page)
    known = get_conditional_response(request, etag=tag)
    if known is not None:
        return known
    response = make()
    response.headers["ETag"] = tag
    return response


def etag_of(request: HttpRequest, page: Page) -> str:
    """It changes with the entries of the docket, the day, who asks, the question, the language and the program: with
    nothing else does an answer change."""
    head = page.desk.ledger.head(page.docket)
    parts = (
        __version__,
        head.hash if head else "",
        page.desk.today.isoformat(),
        page.desk.user,
        request.get_host() + request.get_full_path(),
        get_language() or "",
    )
    digest = sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f'"{digest[:32]}"'
