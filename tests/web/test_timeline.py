"""The timeline: its picture and its table hold the same marks, every one opens its words, and the days can be chosen."""

from __future__ import annotations

from datetime import date

import pytest

from rejoinder.docket.course import Stretch
from rejoinder.web.pages.timeline import look_at
from tests.desk.desks import add, added
from tests.web.pages import HOME, links, matter, read, text_of

ADDRESS = f"{HOME}timeline"


def test_an_empty_docket_says_what_to_do(client):
    assert "Add stories and documents." in text_of(read(client.get(ADDRESS)))


def test_every_mark_of_the_picture_is_a_line_of_the_table(desk, client):
    added(desk)
    page = read(client.get(f"{ADDRESS}?zoom=all"))
    drawn, told = (set(page.xpath(f"//{part}//a[contains(@href, 'mark=')]/@href")) for part in ("figure", "table"))
    crowded = sum(int(number.text) for number in page.xpath("//figure//text[starts-with(., '+')]"))
    assert len(told) >= 10
    assert drawn < told
    assert len(drawn) + crowded >= len(told)
    assert all(mark.get("aria-label") for mark in page.xpath("//figure//svg//a"))


def test_a_mark_opens_its_words(desk, client):
    source = added(desk).source
    page = read(client.get(ADDRESS))
    promise = matter(desk, "point by point").reports[0].subject
    (link,) = {one for one in page.xpath("//figure//a/@href") if promise in one.replace("%3A", ":")}
    assert source in link.replace("%3A", ":")
    assert promise in client.get(link).content.decode()


def test_only_some_kinds_are_shown_where_that_is_asked(desk, client):
    added(desk)
    page = read(client.get(f"{ADDRESS}?kind=meeting&kind=due"))
    kinds = {cell.text_content().partition(":")[0].strip() for cell in page.xpath("//tbody/tr/td[2]")}
    assert kinds == {"meeting", "due"}
    assert all("kind=meeting" in link for link in page.xpath("//nav[@aria-label='Days']/a/@href"))


def test_a_week_has_its_neighbours(desk, client):
    added(desk)
    page = read(client.get(f"{ADDRESS}?zoom=week&on=2022-05-20"))
    assert "Mon 16 May 2022" in text_of(page)
    (before,), (after,) = page.xpath("//a[@rel='prev']/@href"), page.xpath("//a[@rel='next']/@href")
    assert "on=2022-05-15" in before
    assert "on=2022-05-23" in after
    assert "zoom=week" in after


def test_the_past_and_the_record_are_kept_in_every_link(desk, client):
    added(desk)
    page = read(client.get(f"{ADDRESS}?as_of=2022-05-20&confirmed=1"))
    assert all("as_of=2022-05-20" in link for link in links(page) if link.startswith("/d/"))


def test_only_confirmed_marks_are_shown_where_that_is_asked(desk, client):
    added(desk)
    assert "Nothing in these days." in text_of(read(client.get(f"{ADDRESS}?confirmed=1")))


def test_many_marks_are_told_page_by_page(desk, client):
    add(desk, *(f"Ilse Varga: the river is low, {number}" for number in range(220)))
    page = read(client.get(f"{ADDRESS}?zoom=all"))
    assert len(page.xpath("//tbody/tr")) == 200
    assert page.xpath("//figure//text[starts-with(., '+')]")
    (further,) = [link for link in links(page) if "from=200" in link]
    assert len(read(client.get(further)).xpath("//tbody/tr")) == 20


@pytest.mark.parametrize(
    "asked", ["zoom=year", "zoom=week&on=1800-01-01", "zoom=month&on=2199-11-30", "from=x", "kind=x"]
)
def test_odd_questions_are_answered(desk, client, asked):
    added(desk)
    read(client.get(f"{ADDRESS}?{asked}"))


def test_what_is_no_day_is_said(desk, client):
    added(desk)
    assert "is no day" in text_of(read(client.get(f"{ADDRESS}?on=soon"), 400))


@pytest.mark.parametrize("day", [date.min, date(2022, 2, 28), date(2024, 2, 29), date.max])
@pytest.mark.parametrize("zoom", ["month", "week", "all"])
def test_any_day_is_in_its_stretch(zoom, day):
    looked = look_at(Stretch(date.min, date.max), zoom, day)
    assert looked.stretch.first <= day <= looked.stretch.last
    assert zoom != "month" or looked.stretch.last.month == day.month
