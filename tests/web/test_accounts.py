"""A desk with accounts: nobody comes in without one, by any address; sessions, tokens and secret addresses end when they
are to end. On SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from rejoinder.desk.accounts import (
    WINDOW,
    Purpose,
    add_account,
    change_password,
    enable_account,
    give_token,
    list_tokens,
    revoke_token,
)  # fmt: skip
from rejoinder.desk.memory import Memory
from rejoinder.store import open_ledger
from rejoinder.web import callers
from rejoinder.web.serving import settle
from rejoinder.web.settings import Serving
from tests.desk.desks import DOCKET, added, new_desk
from tests.halvern import TEXT
from tests.web.pages import HOME, matter, read, text_of

NAME, PASSWORD = "Milo Ostrander", "nine grey herons"
OPEN = {"/sign-in", "/sign-out", "/language/setlang/"}
"""The addresses that need no session."""


@pytest.fixture(autouse=True)
def quick_hashes():
    """Hashing is slow on purpose; not here."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request, tmp_path):
    """A desk with an account and a story in it, served."""
    address = tmp_path / "desk.db" if request.param == "sqlite" else request.getfixturevalue("server").new_database()
    opened = replace(new_desk(address, user="the owner"), memory=Memory())
    added(opened)
    add_account(opened, NAME, PASSWORD)
    # A database is used by the thread that opened it: each opens the desk for itself.
    settle(lambda: replace(opened, ledger=open_ledger(address)), Serving(""))
    yield opened
    opened.ledger.close()


@pytest.fixture
def client(desk):
    return Client(SERVER_NAME="localhost", enforce_csrf_checks=False)


def sign_in(client, name=NAME, password=PASSWORD, **more):
    return client.post("/sign-in", {"name": name, "password": password, **more})


@pytest.fixture
def inside(client):
    """A browser that is signed in."""
    assert sign_in(client).status_code == 302
    return client


def addresses(patterns=None, before="/"):
    """Every address that the desk answers at, with something in the place of its parts."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        address = before + re.sub(r"<[^>]+>", "x", str(pattern.pattern)).replace("^", "").replace("$", "")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, address)
        else:
            assert isinstance(pattern, URLPattern)
            yield address


def test_every_address_asks_who_is_there(desk, client):
    every = sorted(set(addresses()))
    assert len(every) > 30
    assert f"{HOME}timeline".replace(DOCKET, "x") in every
    for address in [*every, "/nowhere", "/api/nowhere", HOME]:
        for method in ("get", "post", "put", "delete"):
            answer = getattr(client, method)(address)
            if address in OPEN:
                assert answer.status_code in (200, 302, 403, 405)
            elif address.startswith("/api/") and address != "/api/":
                assert answer.status_code == 401, (method, address)
                assert answer.json()["error"]["code"] == "not-signed-in"
                assert answer["WWW-Authenticate"].startswith("Bearer")
            else:
                assert answer.status_code == 302, (method, address)
                assert answer["Location"].startswith("/sign-in")
    assert TEXT[:40] not in client.get(HOME, follow=True).content.decode()


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(desk, client):
    answer = client.get(f"{HOME}import/x", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/sign-in")


def test_who_signs_in_goes_on_to_the_page_that_was_asked_for(desk, client):
    answer = client.get(f"{HOME}timeline?zoom=week")
    page = read(client.get(answer["Location"]))
    (back,) = page.xpath("//main//input[@name='next']/@value")
    answer = sign_in(client, next=back)
    assert (answer.status_code, answer["Location"]) == (302, f"{HOME}timeline?zoom=week")
    page = read(client.get(answer["Location"]))
    assert NAME in text_of(page, "//header")
    assert client.get("/sign-in")["Location"] == "/"


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", r"/\elsewhere.example", "javascript:1", "x", ""]
)
def test_nobody_is_sent_elsewhere(desk, client, back):
    assert sign_in(client, next=back)["Location"] == "/"


def test_what_is_not_right_is_not_told(desk, client):
    told = {text_of(read(sign_in(client, *given), 403)) for given in ((NAME, "wrong"), ("Nobody", PASSWORD), ("", ""))}
    enable_account(desk, NAME, enabled=False)
    told.add(text_of(read(sign_in(client), 403)))
    told.add(text_of(read(sign_in(client, NAME, "x" * 2_000), 403)))
    assert len(told) == 1
    assert client.get(HOME).status_code == 302


def test_a_name_is_compared_in_whatever_case(desk, client):
    assert sign_in(client, "  milo   OSTRANDER ").status_code == 302


def test_the_cookies_of_a_session(desk, client):
    answer = sign_in(client)
    cookie = answer.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    answer = client.get("/sign-in")
    with override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True):
        fresh = Client(SERVER_NAME="localhost")
        assert fresh.get("/sign-in").cookies["csrftoken"]["secure"]
        assert sign_in(fresh).cookies["sessionid"]["secure"]


def test_a_form_of_another_site_signs_nobody_in(desk):
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403
    token = strict.get("/sign-in").cookies["csrftoken"].value
    assert sign_in(strict, csrfmiddlewaretoken=token).status_code == 302


def test_guessing_is_stopped(desk, client):
    for _ in range(5):
        assert sign_in(client, password="guess").status_code == 403
    page = read(sign_in(client), 429)
    assert "too many attempts" in text_of(page)
    # Another place may still sign in, and so may this one when the window is over.
    assert client.post("/sign-in", {"name": NAME, "password": PASSWORD}, REMOTE_ADDR="192.0.2.7").status_code == 302
    desk.clock.moment += WINDOW + timedelta(seconds=1)
    assert sign_in(Client(SERVER_NAME="localhost")).status_code == 302


def test_one_place_cannot_try_many_names(desk, client):
    for number in range(40):
        assert sign_in(client, f"name {number}", "guess").status_code == 403
    assert sign_in(client, "one more", "guess").status_code == 429


def test_who_signs_in_well_is_not_counted(desk, client):
    for _ in range(12):
        assert sign_in(client).status_code == 302
        client.post("/sign-out")


def test_signing_out_ends_the_session_for_whoever_holds_its_cookie(desk, inside):
    held = inside.cookies["sessionid"].value
    assert inside.get(HOME).status_code == 200
    assert inside.post("/sign-out")["Location"] == "/sign-in"
    assert inside.get(HOME).status_code == 302
    inside.cookies["sessionid"] = held
    assert inside.get(HOME).status_code == 302
    assert inside.get("/sign-out").status_code == 405


def test_a_session_is_another_one_after_signing_in(desk, client):
    client.cookies["sessionid"] = "chosen" * 6
    sign_in(client)
    assert client.cookies["sessionid"].value != "chosen" * 6


def test_a_disabled_account_is_out_at_once(desk, inside):
    secret = give_token(desk, NAME, Purpose.API)
    key = give_token(desk, NAME, Purpose.FEED, docket=DOCKET)
    program = Client(SERVER_NAME="localhost", headers={"Authorization": f"Bearer {secret}"})
    reader = Client(SERVER_NAME="localhost")
    feed = f"{HOME}feed.atom?key={key}"
    assert (inside.get(HOME).status_code, program.get("/api/dockets").status_code, reader.get(feed).status_code) == (
        200,
        200,
        200,
    )
    enable_account(desk, NAME, enabled=False)
    assert (inside.get(HOME).status_code, program.get("/api/dockets").status_code, reader.get(feed).status_code) == (
        302,
        401,
        401,
    )
    enable_account(desk, NAME, enabled=True)
    assert inside.get(HOME).status_code == 200


def test_another_password_ends_the_sessions_with_the_one_before(desk, inside):
    change_password(desk, NAME, "ten brown otters")
    assert inside.get(HOME).status_code == 302
    assert sign_in(inside).status_code == 403
    assert sign_in(inside, password="ten brown otters").status_code == 302


def test_an_entry_bears_the_name_of_the_account(desk, inside):
    promise = matter(desk, "will answer the draft compact")
    inside.post(f"{HOME}judge/{promise.id}", {"decision": "confirm"})
    done = inside.post(f"{HOME}import", {"text": "Reuter: the river is low", "name": "low.txt"})
    assert "Done." in text_of(read(inside.get(done["Location"])))
    page = read(inside.get(f"{HOME}changes"))
    told = text_of(page)
    assert f"{NAME} confirmed promise" in told
    assert f"the program, for {NAME}" in told, told
    assert f"confirmed by {NAME}" in text_of(read(inside.get(f"{HOME}{promise.id}")))


def test_a_token_lets_a_program_in_until_it_is_revoked(desk, inside):
    page = read(inside.post("/account/tokens", {"label": "nightly copy"}))
    (secret,) = page.xpath("//main//input[@id='secret']/@value")
    program = Client(SERVER_NAME="localhost", headers={"Authorization": f"Bearer {secret}"})
    assert program.get("/api/dockets").json()["dockets"][0]["name"] == DOCKET
    promise = matter(desk, "will answer the draft compact")
    body = json.dumps({"decision": "confirm", "subject": promise.id})
    answer = program.post(f"/api/dockets/{DOCKET}/judgements", body, content_type="application/json")
    assert answer.status_code == 201
    assert f"{NAME} confirmed promise" in text_of(read(inside.get(f"{HOME}changes")))
    # It is for the API alone, and nothing of it is kept in the clear.
    assert program.get(HOME).status_code == 302
    assert secret not in text_of(read(inside.get("/account")))
    (token,) = list_tokens(desk, NAME)
    assert (token.label, token.used_on) == ("nightly copy", desk.today)
    assert secret not in (token.id, token.digest)
    assert inside.post(f"/account/tokens/{token.id}").status_code == 302
    answer = program.get("/api/dockets")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "token-refused")
    assert inside.post(f"/account/tokens/{token.id}").status_code == 400


def test_a_token_that_is_none_is_refused_also_beside_a_session(desk, inside):
    assert inside.get("/api/dockets").status_code == 200
    for told in ("Bearer nonsense", "Basic bWlsbzpwYXNz", "Bearer"):
        assert inside.get("/api/dockets", headers={"Authorization": told}).status_code == 401


def test_a_session_posts_to_the_api_from_our_own_pages_alone(desk, inside):
    body = json.dumps({"decision": "confirm", "subject": matter(desk, "will answer the draft compact").id})
    address = f"/api/dockets/{DOCKET}/judgements"
    strange = {"Sec-Fetch-Site": "cross-site"}
    assert inside.post(address, body, content_type="application/json", headers=strange).status_code == 403
    assert inside.post(address, body, content_type="text/plain").status_code == 403


def test_a_secret_address_holds_the_feed_and_calendar_of_one_docket(desk, inside):
    page = read(inside.post("/account/tokens", {"docket": DOCKET}))
    feed, calendar = page.xpath("//main//input[contains(@class, 'long')]/@value")
    reader = Client(SERVER_NAME="localhost")
    assert reader.get(feed)["Content-Type"].startswith("application/atom+xml")
    assert reader.get(calendar)["Content-Type"].startswith("text/calendar")
    key = feed.partition("=")[2]
    assert reader.get(f"{HOME}timeline?key={key}").status_code == 302
    assert reader.get(f"/d/other/feed.atom?key={key}").status_code == 401
    assert reader.get("/api/dockets", headers={"Authorization": f"Bearer {key}"}).status_code == 401
    assert reader.get(f"{HOME}feed.atom?key=nonsense").status_code == 401
    (token,) = list_tokens(desk, NAME)
    revoke_token(desk, NAME, token.id)
    assert reader.get(feed).status_code == 401
    assert inside.post("/account/tokens", {"docket": "unheard"}).status_code == 404


def test_one_changes_ones_own_password(desk, inside):
    other = Client(SERVER_NAME="localhost")
    sign_in(other)
    new = {"password": "ten brown otters", "again": "ten brown otters"}
    assert inside.post("/account/password", {"before": "wrong", **new}).status_code == 400
    assert inside.post("/account/password", {"before": PASSWORD, "password": "x", "again": "y"}).status_code == 400
    weak = {"before": PASSWORD, "password": "password", "again": "password"}
    assert "easy to guess" in text_of(read(inside.post("/account/password", weak), 400))
    assert "is changed" in text_of(read(inside.post("/account/password", {"before": PASSWORD, **new})))
    assert inside.get(HOME).status_code == 200
    assert other.get(HOME).status_code == 302
    assert sign_in(other, password="ten brown otters").status_code == 302


def test_the_page_of_the_account_lists_what_was_given(desk, inside):
    assert "None yet." in text_of(read(inside.get("/account")))
    give_token(desk, NAME, Purpose.FEED, docket=DOCKET)
    told = text_of(read(inside.get("/account")))
    assert f"feed and calendar of {DOCKET}" in told
    assert "never" in told


def test_the_first_account_closes_a_desk_that_is_open(tmp_path):
    opened = replace(new_desk(tmp_path / "open.db"), memory=Memory())
    settle(lambda: opened, Serving(""))
    client = Client(SERVER_NAME="localhost")
    assert client.get(HOME).status_code == 200
    assert "has no accounts" in text_of(read(client.get("/account")))
    assert client.get("/sign-in")["Location"] == "/"
    assert client.post("/account/tokens").status_code == 400
    assert "sessionid" not in client.cookies
    add_account(opened, NAME, PASSWORD)
    assert client.get(HOME).status_code == 302
    # A desk whose last account is disabled is not its owner's again.
    enable_account(opened, NAME, enabled=False)
    assert client.get(HOME).status_code == 302
    opened.ledger.close()


def test_what_needs_no_session_is_known():
    assert {"sign-in", "sign-out", "set_language"} == callers.OPEN
