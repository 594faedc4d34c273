"""Signing in and out, and the page of one's own account: the password, tokens for programs, secret feed addresses."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rejoinder.desk import accounts
from rejoinder.desk.accounts import Purpose
from rejoinder.desk.dockets import list_dockets
from rejoinder.model import AccessError, AskedError
from rejoinder.store.sessions import SessionStore
from rejoinder.web.callers import desk_of, person, way_back

BACKEND = "rejoinder.web.callers.Backend"


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; who posts the right name and password is signed in and goes on to the page that was asked for."""
    desk = desk_of(request)
    back = way_back(request, request.POST.get("next") or request.GET.get("next") or "")
    if desk.user:
        return HttpResponseRedirect(back)
    if request.method != "POST":
        return _form(request, back)
    try:
        place = str(request.META.get("REMOTE_ADDR", ""))
        found = accounts.sign_in(desk, request.POST.get("name", ""), request.POST.get("password", ""), place)
    except AccessError as error:
        return _form(request, back, error)
    SessionStore.clear_expired()
    login(request, found, BACKEND)
    return HttpResponseRedirect(back)


def _form(request: HttpRequest, back: str, error: AccessError | None = None) -> HttpResponse:
    context: dict[str, Any] = {"back": back, "name": request.POST.get("name", "")}
    status = 200
    if error is not None:
        throttled = error.code == "sign-in-throttled"
        status = 429 if throttled else 403
        context["message"] = gettext("There were too many attempts.") if throttled else gettext("This is not right.")
        context["remedy"] = (
            gettext("Wait a quarter of an hour, then try again.")
            if throttled
            else gettext("Check the name and the password, or ask whoever keeps this desk for a new password.")
        )
    return render(request, "rejoinder/sign_in.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session of this browser."""
    if person(request)["person"]:
        logout(request)
    return HttpResponseRedirect(reverse("sign-in"))


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The page of the account that is signed in."""
    return _show(request)


@sensitive_post_parameters("before", "password", "again")
@require_POST
def change_password(request: HttpRequest) -> HttpResponse:
    """Another password; all other sessions of the account end."""
    desk = desk_of(request)
    name = _own_name(request)
    password = request.POST.get("password", "")
    if password != request.POST.get("again", ""):
        raise AskedError("password-differs", "The two new passwords are not the same.", "Type them again.")
    account = accounts.change_password(desk, name, password, before=request.POST.get("before", ""))
    login(request, account, BACKEND)
    return _show(request, changed=True)


@require_POST
def give_token(request: HttpRequest) -> HttpResponse:
    """A token for the API, or secret addresses of the feed and the calendar of a docket; shown on this answer alone."""
    desk, name = desk_of(request), _own_name(request)
    docket = request.POST.get("docket", "")
    purpose = Purpose.FEED if docket else Purpose.API
    secret = accounts.give_token(desk, name, purpose, request.POST.get("label", ""), docket)
    if purpose is Purpose.API:
        return _show(request, secret=secret)
    made = [
        request.build_absolute_uri(f"{reverse(outlet, args=[docket])}?key={secret}") for outlet in ("feed", "calendar")
    ]
    return _show(request, feed=made[0], calendar=made[1])


@require_POST
def revoke_token(request: HttpRequest, token: str) -> HttpResponse:
    """Take a token back."""
    accounts.revoke_token(desk_of(request), _own_name(request), token)
    return HttpResponseRedirect(reverse("account"))


def _own_name(request: HttpRequest) -> str:
    """The name of the account that is signed in. AskedError on a desk without accounts."""
    name: str | None = person(request)["person"]
    if name is None:
        remedy = "Whoever keeps it makes them: rejoinder account add NAME"
        raise AskedError("accounts-none", "This desk has no accounts.", remedy)
    return name


def _show(request: HttpRequest, **given: object) -> HttpResponse:
    desk, name = desk_of(request), person(request)["person"]
    tokens = accounts.list_tokens(desk, name) if name else ()
    context = {"tokens": tokens, "dockets": list_dockets(desk), **given}
    return render(request, "rejoinder/account.html", context)
