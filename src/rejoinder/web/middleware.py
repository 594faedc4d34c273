"""What every request and answer passes: the policy of what a page may load, who asks, and errors told as pages."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from rejoinder.model import AccessError, RejoinderError
from rejoinder.web.api.answering import JSON, refuse, tell
from rejoinder.web.callers import API, send_to_sign_in, take_seat
from rejoinder.web.pages.errors import tell_error
from rejoinder.web.settings import POLICY

Answer = Callable[[HttpRequest], HttpResponseBase]
UNKNOWN = ("not-signed-in", "token-refused")
"""The errors of who did not say who they are."""
_SEE = "See /api/ for what can be asked."
_UNCLEAR = ("request-unclear", "This request cannot be answered.", _SEE)
_TOLD = {
    404: ("address-unknown", "There is nothing at this address.", _SEE),
    405: ("method-unknown", "This cannot be asked of this address in this way.", _SEE),
    413: ("request-long", "What was sent is too long.", "Send less at a time."),
    500: ("program-failed", "The program made an error.", "Try again; if it stays, see what it printed where it runs."),
}
"""What programs are told, by the status of the answer."""
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


def speak_json(answer: Answer) -> Answer:
    """Under the address of the API, tell programs in its own shape what Django tells people as a page: there is nothing
    here, this is not how one asks, the program made an error."""

    def asked(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        wrong = response.status_code >= HTTPStatus.BAD_REQUEST
        if not wrong or not _is_for_programs(request) or response.headers.get("Content-Type") == JSON:
            return response
        code, message, remedy = _TOLD.get(response.status_code, _UNCLEAR)
        told = refuse(code, message, remedy, response.status_code)
        if "Allow" in response.headers:
            told.headers["Allow"] = response.headers["Allow"]
        return told

    return asked


class tell_errors:  # noqa: N801 - named as Django's settings name it, like the function above
    """An error of ours becomes a page that says what is wrong and what to do."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of an error that has a remedy; others are Django's."""
        return tell_error(request, error) if isinstance(error, RejoinderError) else None
