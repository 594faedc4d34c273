"""What every request and answer passes: the policy of what a page may load, who asks, and errors told as pages."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from rejoinder.model import AccessError, RejoinderError
from rejoinder.web.api.answering import tell
from rejoinder.web.callers import API, send_to_sign_in, take_seat
from rejoinder.web.pages.errors import tell_error
from rejoinder.web.settings import POLICY

Answer = Callable[[HttpRequest], HttpResponseBase]
UNKNOWN = ("not-signed-in", "token-refused")
"""The errors of who did not say who they are."""
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def guard_answers(answer: Answer) -> Answer:
    """Put the policy on every answer; pages are not kept by anybody in between."""

    def guarded(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return guarded


def know_who(answer: Answer) -> Answer:
    """Find out who asks before anything else is done. Who is not signed in is sent to the page for that; a program is
    told so with 401."""

    def asked(request: HttpRequest) -> HttpResponseBase:
        # Refuses names that are not ours: a site elsewhere whose name is made to point to this machine reads nothing.
        request.get_host()
        try:
            take_seat(request)
        except AccessError as error:
            return _refuse(request, error)
        except RejoinderError as error:
            return _tell(request, error)
        return answer(request)

    return asked


def _refuse(request: HttpRequest, error: AccessError) -> HttpResponseBase:
    if not _is_for_programs(request) and error.code == "not-signed-in":
        return send_to_sign_in(request)
    response = _tell(request, error)
    if error.code in UNKNOWN:
        response.status_code = 401
        response.headers["WWW-Authenticate"] = 'Bearer realm="Rejoinder"'
    return response


def _tell(request: HttpRequest, error: RejoinderError) -> HttpResponse:
    return tell(error) if _is_for_programs(request) else tell_error(request, error)


def _is_for_programs(request: HttpRequest) -> bool:
    """Whether JSON is answered under an address: all of the API but the page that tells of it."""
    return request.path_info.startswith(API) and request.path_info != API


class tell_errors:  # noqa: N801 - named as Django's settings name it, like the function above
    """An error of ours becomes a page that says what is wrong and what to do."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of an error that has a remedy; others are Django's."""
        return tell_error(request, error) if isinstance(error, RejoinderError) else None
