"""Who asks: a request in, the desk as they sit at it out; who has to sign in first is sent to do so.

People come with a session, programs with a token (``Authorization: Bearer ...``), reader programs with the key in the
secret address of a feed. What each of them may do is asked of ``desk.permission``.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import get_user
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from rejoinder.desk.accounts import Purpose, account_numbered, has_accounts, holder_of, seat
from rejoinder.desk.desk import Desk
from rejoinder.desk.permission import Deed, ask
from rejoinder.model import AccessError
from rejoinder.store.models import Account
from rejoinder.web.serving import served_desk

OPEN = frozenset({"sign-in", "sign-out", "set_language"})
"""The pages, by name, that one need not be signed in for."""
OUTLETS = frozenset({"feed", "calendar"})
API = "/api/"
BEARER = "bearer "


class Backend:
    """How Django finds the account of a session: None for one that was disabled meanwhile."""

    def get_user(self, number: int) -> Account | None:
        """The enabled account with this number."""
        return account_numbered(served_desk(), number)


def take_seat(request: HttpRequest) -> None:
    """Note whose desk a request is. AccessError for who must sign in first, or has a token that is none."""
    desk = served_desk()
    match = _page_asked(request)
    if has_accounts(desk):
        desk = seat(desk, _account(request, desk, match))
    request.desk = desk  # type: ignore[attr-defined]  # Django hangs what its middleware finds on the request, too
    if match is None or match.url_name not in OPEN:
        ask(desk, Deed.ENTER)


def desk_of(request: HttpRequest) -> Desk:
    """The desk as whoever asks sits at it."""
    desk: Desk = request.desk  # type: ignore[attr-defined]  # take_seat has hung it there
    return desk


def person(request: HttpRequest) -> dict[str, Any]:
    """For templates: the name of the account that is signed in, None on a desk without accounts."""
    desk: Desk | None = getattr(request, "desk", None)
    return {"person": desk.user or None if desk is not None and has_accounts(desk) else None}


def send_to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the page where one signs in, and then back to the page that was asked for."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else ""
    if getattr(request, "htmx", False):
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = reverse("sign-in")
        return response
    return HttpResponseRedirect(f"{reverse('sign-in')}?{urlencode({'next': back})}" if back else reverse("sign-in"))


def way_back(request: HttpRequest, asked: str) -> str:
    """The page that was asked for before signing in: one of ours, else the first."""
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if ours and asked.startswith("/") else reverse("dockets")


def _page_asked(request: HttpRequest) -> ResolverMatch | None:
    try:
        return resolve(request.path_info)
    except Resolver404:
        return None


def _account(request: HttpRequest, desk: Desk, match: ResolverMatch | None) -> str | None:
    """The name of the account that asks, None for nobody. AccessError for a token that lets nobody in: who sends one is
    not taken for somebody else."""
    told = request.headers.get("Authorization", "")
    if request.path_info.startswith(API) and told:
        secret = told[len(BEARER) :].strip() if told.lower().startswith(BEARER) else ""
        return _holder(desk, secret, Purpose.API)
    key = request.GET.get("key")
    if key and match is not None and match.url_name in OUTLETS:
        return _holder(desk, key, Purpose.FEED, str(match.kwargs["docket"]))
    found = get_user(request)
    return found.name if isinstance(found, Account) else None


def _holder(desk: Desk, secret: str, purpose: Purpose, docket: str = "") -> str:
    name = holder_of(desk, secret, purpose, docket)
    if name is None:
        raise AccessError(
            "token-refused", "This token lets nobody in.", "Make another; this one may have been revoked."
        )
    return name
