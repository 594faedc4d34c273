"""One request to the API -> one answer: what is unchanged is not sent again, errors are JSON, and nobody else's page
can post.

Who may do what is asked in ``desk.permission`` by the use cases. Here only one thing is seen to: that a request which
enters something comes from our own page or from a program, and not from a page of somebody else that a browser has
open (cross-site request forgery). Browsers say where a request comes from in ``Sec-Fetch-Site`` and ``Origin``, which a
page cannot change, and ask first before they send JSON to another site, which is never allowed here.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.model import AccessError, RejoinderError
from rejoinder.web.api.shapes import About, Failure, Trouble
from rejoinder.web.page import Page, open_page
from rejoinder.web.unchanged import unless_known

OWN = ("same-origin", "none")
"""What browsers say in ``Sec-Fetch-Site`` of our own pages, and of an address that a person typed."""
JSON = "application/json"
STATUS = {
    "docket-unknown": 404,
    "id-unknown": 404,
    "source-unknown": 404,
    "docket-moved": 409,
    "docket-exists": 409,
}


def answer(request: HttpRequest, docket: str, make: Callable[[Page], object]) -> HttpResponseBase:
    """What ``make`` says of a docket as the request asks for it, unless the asker has it already."""
    page = open_page(request, docket)
    return unless_known(request, page, lambda: send(make(page)))


def about(page: Page) -> About:
    """Which docket is shown, and as of when."""
    seq = snapshot_as_of(page.desk, page.docket, page.at).seq
    return About(page.docket, page.title, page.day, page.at.recorded, page.confirmed, seq)


def send(value: object, status: int = 200) -> HttpResponse:
    """A value as JSON."""
    return HttpResponse(msgspec.json.encode(value), content_type=JSON, status=status)


def refuse(code: str, message: str, remedy: str, status: int) -> HttpResponse:
    """What is wrong and what to do, as JSON."""
    return send(Failure(Trouble(code, message, remedy)), status)


def tell(error: RejoinderError) -> HttpResponse:
    """An error of ours as JSON."""
    status = STATUS.get(error.code, 403 if isinstance(error, AccessError) else 400)
    return refuse(error.code, error.message, error.remedy, status)


def check_origin(request: HttpRequest) -> None:
    """AccessError for a request that enters something and comes from somebody else's page, or is not JSON."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    strange = site is not None and site not in OWN
    if strange or (origin is not None and urlsplit(origin).netloc != request.get_host()):
        message = "A page of another site asked for this, so nothing was entered."
        raise AccessError("other-origin", message, "Ask from the desk's own pages, or from a program.")
    if request.content_type != JSON:
        message = f"What is posted here must be {JSON}, so nothing was entered."
        raise AccessError("not-json", message, f"Send the header Content-Type: {JSON}")
