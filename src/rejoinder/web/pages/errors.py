"""Errors as pages: what is wrong, and what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from rejoinder.model import AccessError, RejoinderError
from rejoinder.web.sentences import told

_STATUS = {
    "docket-unknown": 404,
    "id-unknown": 404,
    "source-unknown": 404,
    "job-unknown": 404,
    "export-format": 404,
    "docket-moved": 409,
    "docket-exists": 409,
}


def tell_error(request: HttpRequest, error: RejoinderError) -> HttpResponse:
    """The page of an error that has a remedy; for a part of a page a message in it."""
    status = _STATUS.get(error.code, 403 if isinstance(error, AccessError) else 400)
    return _page(request, told(error.message), told(error.remedy), status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what the browser sent makes no sense."""
    del exception
    return _page(request, gettext("This request cannot be read."), gettext("Go back and try again."), 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    del exception
    return _page(request, gettext("This is not allowed."), gettext("Ask the owner of the desk."), 403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that did not come from our own page, or from one that is too old."""
    del reason
    message = gettext("This form is no longer good, so nothing was changed.")
    return _page(request, message, gettext("Load the page anew and try again; cookies must be allowed."), 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    del exception
    return _page(request, gettext("There is no such page."), gettext("Go to a docket and start from there."), 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program."""
    message = gettext("The program made an error. Nothing was half done: what it had entered, it had entered whole.")
    remedy = gettext("Try again; if it stays, send what the program printed where it runs to its makers.")
    return _page(request, message, remedy, 500)


def _page(request: HttpRequest, message: str, remedy: str, status: int) -> HttpResponse:
    context = {"message": message, "remedy": remedy}
    if not getattr(request, "htmx", False):
        return render(request, "rejoinder/error.html", context, status=status)
    part = render(request, "rejoinder/parts/message.html", context, status=status)
    part.headers["HX-Retarget"], part.headers["HX-Reswap"] = "#message", "innerHTML"
    return part
