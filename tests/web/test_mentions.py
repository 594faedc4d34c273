"""The mentions of items: quiet ones first, with bars, numbers and a table."""

from __future__ import annotations

from rejoinder.desk.judging import Verdict, judge
from rejoinder.model import Decision
from tests.desk.desks import DOCKET, add, added
from tests.web.pages import HOME, links, matter, read, text_of

ADDRESS = f"{HOME}mentions"


def test_an_empty_docket_says_where_items_come_from(client):
    assert "Items come from texts" in text_of(read(client.get(ADDRESS)))


def test_items_with_their_mentions(desk, client):
    added(desk)
    add(desk, "Jan Reuter: flow data every hour would be a survey of weirs")
    page = read(client.get(ADDRESS))
    assert [text_of(card, ".//h2") for card in page.xpath("//section")] == [
        "those of the upper dam",
        "flow data every hour",
        "a survey of the old weirs",
    ]
    words = text_of(page)
    assert "at 0 of 1 meeting since" in words
    assert "Never mentioned" in words
    assert text_of(page, "//section[2]//tbody/tr/td") == "2022-W20 Jan Reuter 1"
    assert page.xpath("//section//svg//rect")


def test_only_confirmed_items_where_that_is_asked(desk, client):
    added(desk)
    assert read(client.get(f"{ADDRESS}?confirmed=1")).xpath("//section") == []


def test_confirmed_items_are_found_on_whatever_page_they_would_stand(desk, client, monkeypatch):
    added(desk)
    monkeypatch.setattr("rejoinder.web.pages.mentions.A_PAGE", 1)
    item = matter(desk, "a survey of the old weirs")
    judge(desk, DOCKET, item.text, Verdict(Decision.CONFIRM))
    page = read(client.get(f"{ADDRESS}?confirmed=1"))
    seen = [text_of(card, ".//h2") for card in page.xpath("//section")]
    while following := page.xpath("//a[@rel='next']/@href"):
        page = read(client.get(following[0]))
        seen += [text_of(card, ".//h2") for card in page.xpath("//section")]
    assert "a survey of the old weirs" in seen
    assert len(seen) == len(set(seen))
    assert all("confirmed by" in text_of(read(client.get(link))) for link in links(page) if "/item:" in link)


def test_a_page_behind_the_last_is_empty(desk, client):
    added(desk)
    assert read(client.get(f"{ADDRESS}?from=50")).xpath("//section") == []
