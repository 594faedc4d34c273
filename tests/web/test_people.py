"""People and posts: by side, with the days of their first and last mention."""

from __future__ import annotations

from tests.desk.desks import add, added
from tests.web.pages import HOME, links, read, text_of

ADDRESS = f"{HOME}people"


def test_an_empty_docket_says_what_to_do(client):
    assert "Nobody is told to have said anything yet." in text_of(read(client.get(ADDRESS)))


def test_speakers_and_posts(desk, client):
    source = added(desk).source
    page = read(client.get(ADDRESS))
    words = text_of(page)
    assert "Lower Halvern" in words
    assert "water minister" in words
    assert "Fri 20 May 2022" in words
    assert any(source in link.replace("%3A", ":") for link in links(page))
    assert any("speaker=Ilse" in link for link in links(page))


def test_many_are_told_page_by_page(desk, client):
    add(desk, *(f"Speaker {number}: the river is low" for number in range(101)))
    page = read(client.get(ADDRESS))
    (further,) = [link for link in links(page) if "from=100" in link]
    assert "from=0" in " ".join(links(read(client.get(further))))
