"""The API in one place: its routes, its errors, and its contract at ``/api/openapi.json``."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from rejoinder._version import __version__
from rejoinder.model import RejoinderError
from rejoinder.web.api import entering as entering  # noqa: PLC0414 - it adds its routes when it is loaded
from rejoinder.web.api import reading as reading  # noqa: PLC0414 - so does this
from rejoinder.web.api.answering import refuse, tell
from rejoinder.web.api.contract import Api
from rejoinder.web.api.routes import router

DESCRIPTION = (
    "The dockets of this desk as JSON. All times have their zone, days are calendar days, offsets are code points. "
    "Whoever may read or judge on the pages may do so here, and nobody else."
)
api = Api(title="Rejoinder", version=__version__, description=DESCRIPTION, docs_url=None, urls_namespace="api")
api.add_router("", router)


@api.exception_handler(RejoinderError)
def _ours(request: HttpRequest, error: RejoinderError) -> HttpResponse:
    del request
    return tell(error)


@api.exception_handler(ValidationError)
def _unclear(request: HttpRequest, error: ValidationError) -> HttpResponse:
    del request
    wrong = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors)
    return refuse("request-unclear", wrong, "See /api/ for what can be asked.", 422)


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    del request
    return refuse("request-unclear", str(error), "See /api/ for what can be asked.", error.status_code)


@api.exception_handler(Http404)
def _nowhere(request: HttpRequest, error: Http404) -> HttpResponse:
    del request, error
    return refuse("address-unknown", "There is nothing at this address.", "See /api/ for what can be asked.", 404)
