"""The list of dockets, a new one, and pages of what is not there."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import clear_url_caches

from rejoinder.desk.dockets import list_dockets
from tests.web.pages import HOME, links, read, text_of


def test_all_dockets_are_listed(client):
    page = read(client.get("/"))
    assert HOME in links(page)
    assert "The river Lenn" in text_of(page)


def test_a_new_docket_is_named_by_its_title_and_opens_where_the_first_story_is_read_in(desk, client):
    response = client.post("/", {"title": "Locks & weirs, 2022"})
    assert response.status_code == 302
    assert response["Location"] == "/d/locks-weirs-2022/import"
    assert ("locks-weirs-2022", "Locks & weirs, 2022") in list_dockets(desk)
    assert "Nothing is in this docket yet." in text_of(read(client.get("/d/locks-weirs-2022/")))


def test_a_name_that_is_taken_or_none_is_said(client):
    assert "lenn" in text_of(read(client.post("/", {"name": "lenn", "title": "Again"}), 409))
    assert "is no name for a docket" in text_of(read(client.post("/", {"name": "/../", "title": "Odd"}), 400))


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere",
        "/d/none/",
        "/d/none/sources",
        "/d/none/import",
        f"{HOME}story/sha256:0",
        f"{HOME}commitment:0123",
        f"{HOME}export/exe",
        f"{HOME}import/job",
        f"{HOME}judge/commitment:0123",
    ],
)
def test_what_is_not_there_is_a_page_that_says_so(client, address):
    page = read(client.get(address), 404)
    assert "This did not work" in text_of(page)
    assert "/" in links(page)


def test_a_form_from_elsewhere_changes_nothing(desk):
    stranger = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    assert "This form is no longer good" in text_of(read(stranger.post("/", {"title": "Odd"}), 403))
    assert len(list_dockets(desk)) == 1


def test_a_name_of_the_machine_that_is_not_ours_is_refused(desk):
    assert read(Client(SERVER_NAME="evil.example").get("/"), 400) is not None


def test_a_fault_of_the_program_is_a_page_too(desk, monkeypatch):
    def break_down(*_arguments):
        raise ZeroDivisionError

    clear_url_caches()
    monkeypatch.setattr("rejoinder.web.pages.dockets.all_dockets", break_down)
    calm = Client(SERVER_NAME="localhost", raise_request_exception=False)
    page = read(calm.get("/"), 500)
    assert "The program made an error." in text_of(page)


def test_every_answer_has_the_policy(client):
    for address in ("/", HOME, "/nowhere", "/static/rejoinder/desk.css"):
        answer = client.get(address)
        answer.close()
        assert answer["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(HOME)["Cache-Control"] == "private, no-cache"


def test_nothing_is_loaded_from_elsewhere(client):
    page = read(client.get(HOME))
    loaded = page.xpath("//script/@src | //link[@rel != 'alternate']/@href | //img/@src")
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)
    assert not page.xpath("//style | //script[not(@src)] | //*[@style]")
    for address in loaded:
        answer = client.get(address)
        answer.close()
        assert answer.status_code == 200
