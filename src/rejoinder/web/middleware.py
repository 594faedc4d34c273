"""What every request and answer passes: the policy of what a page may load, and errors told as pages."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from rejoinder.model import RejoinderError
from rejoinder.web.pages.errors import tell_error
from rejoinder.web.settings import POLICY

Answer = Callable[[HttpRequest], HttpResponseBase]
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


class tell_errors:  # noqa: N801 - named as Django's settings name it, like the function above
    """An error of ours becomes a page that says what is wrong and what to do."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Refuses names that are not ours: a site elsewhere whose name is made to point to this machine reads nothing.
        request.get_host()
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of an error that has a remedy; others are Django's."""
        return tell_error(request, error) if isinstance(error, RejoinderError) else None
