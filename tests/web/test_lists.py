"""Sources, search, changes and downloads."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from rejoinder.desk.judging import Verdict, judge
from rejoinder.formats.exports import SUFFIXES
from rejoinder.model import Decision
from rejoinder.web.templatetags.searched import searched
from tests.desk.desks import DOCKET, add, added
from tests.halvern import TITLE
from tests.pango import marked
from tests.web.pages import HOME, links, matter, read, text_of


def test_sources_are_listed_with_what_was_found_in_them(desk, client):
    story = added(desk)
    page = read(client.get(f"{HOME}sources"))
    told = text_of(page)
    assert TITLE in told
    assert "6 statements, 14 records" in told
    assert f"{HOME}story/{story.source}" in links(page)
    assert "No source is called so." in text_of(read(client.get(f"{HOME}sources", {"words": "zebra"})))
    assert TITLE in text_of(read(client.get(f"{HOME}sources", {"words": "UPLAND"})))
    assert "No source is known here." in text_of(read(client.get(f"{HOME}sources", {"as_of": "2022-05-19"})))


def test_long_lists_come_page_by_page(desk, client, monkeypatch):
    monkeypatch.setattr("rejoinder.web.pages.sources.A_PAGE", 2)
    add(desk, *(f"Reuter: word {number}" for number in range(5)))
    seen = []
    address = f"{HOME}sources"
    while address:
        page = read(client.get(address))
        seen += page.xpath("//tbody//a[@class='matter']/text()")
        address = next(iter(page.xpath("//a[@rel='next']/@href")), None)
    seen = [part.text_content() if hasattr(part, "text_content") else part for part in seen]
    assert len(read(client.get(f"{HOME}sources", {"from": 4})).xpath("//tbody/tr")) == 1
    assert len(read(client.get(f"{HOME}sources", {"from": 99})).xpath("//tbody/tr")) == 1


def test_words_are_found_with_the_words_around_them(desk, client):
    story = added(desk)
    page = read(client.get(f"{HOME}search", {"q": "winter releases"}))
    assert "winter releases" in text_of(page, "//mark")
    assert any(f"{HOME}story/{story.source}" in link for link in links(page))
    for link in links(page):
        if "/story/" in link:
            assert read(client.get(link.partition("#")[0])).xpath("//mark[contains(@class, 'here')]")


@pytest.mark.parametrize(
    ("words", "query", "shown"),
    [
        ("No <b> winter\nreleases.", "Winter releases", "No &lt;b&gt; <mark>winter</mark> <mark>releases</mark>."),
        ("winter", "winter", "<mark>winter</mark>"),
        ("Midwinter it is", "winter", "<mark>Midwinter it is</mark>"),
        ("All of it", " (", "<mark>All of it</mark>"),
        (
            "a " * 400 + "winter " + "b " * 400,
            "winter",
            "… " + "a " * 100 + "<mark>winter</mark> " + "b " * 196 + "b …",
        ),
    ],
)
def test_the_words_searched_for_are_marked(words, query, shown):
    assert searched(words, query) == shown


def test_search_is_narrowed_and_keeps_to_the_day(desk, client):
    added(desk)
    assert "Ilse Varga" in text_of(read(client.get(f"{HOME}search", {"speaker": "varga", "act": "reject"})))
    assert "Nothing found." in text_of(read(client.get(f"{HOME}search", {"speaker": "varga", "act": "threaten"})))
    assert "Nothing found." in text_of(read(client.get(f"{HOME}search", {"q": "winter", "first": "2023-01-01"})))
    assert "Only what was known on that day" in text_of(
        read(client.get(f"{HOME}search", {"q": "winter", "as_of": "2022-05-19"}))
    )
    assert "Give words" in text_of(read(client.get(f"{HOME}search", {"act": "odd"})))
    assert client.get(f"{HOME}search", {"q": "winter", "first": "soon"}).status_code == 400


def test_more_is_shown_where_there_is_more(desk, client, monkeypatch):
    monkeypatch.setattr("rejoinder.web.pages.search.SHOWN", 2)
    add(desk, *(f"Reuter: the river {number}" for number in range(5)))
    page = read(client.get(f"{HOME}search", {"q": "river"}))
    assert len(page.xpath("//ol/li")) == 2
    (more,) = [link for link in links(page) if "all=1" in link]
    assert len(read(client.get(f"{HOME}search{more}")).xpath("//ol/li")) == 5


def test_every_entry_is_listed_with_who_made_it_and_can_be_taken_back(desk, client):
    added(desk)
    promise = matter(desk, "will answer the draft compact")
    entry = judge(desk, DOCKET, promise.id, Verdict(Decision.CONFIRM, "I heard it."))
    page = read(client.get(f"{HOME}changes"))
    first = page.xpath("//tbody/tr")[0]
    told = " ".join(" ".join(first.xpath(".//text()")).split())
    assert told.startswith(f"{entry.seq} ")
    assert "Ilse Varga confirmed promise" in told
    assert "I heard it." in told
    assert first.xpath(".//input[@name='seq']/@value") == [str(entry.seq)]
    assert client.post(f"{HOME}undo", {"seq": entry.seq, "back": "record"}).status_code == 302
    assert "taken back later" in text_of(read(client.get(f"{HOME}changes")))


def test_entries_come_page_by_page(desk, client):
    add(desk, *(f"Reuter: word {number}" for number in range(80)))
    page = read(client.get(f"{HOME}changes"))
    assert len(page.xpath("//tbody/tr")) == 100
    (earlier,) = page.xpath("//a[@rel='next']/@href")
    page = read(client.get(earlier))
    assert len(page.xpath("//tbody/tr")) == 60
    assert page.xpath("//a[@rel='prev']")
    assert not page.xpath("//a[@rel='next']")
    assert "Nothing was entered yet." in text_of(read(client.get(f"{HOME}changes", {"as_of": "2022-05-01"})))


@pytest.mark.parametrize("suffix", marked(tuple(name.removeprefix(".") for name in SUFFIXES)))
def test_every_export_is_downloaded(desk, client, suffix):
    added(desk)
    answer = client.get(f"{HOME}export/{suffix}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="lenn-2022-05-21.{suffix}"'
    assert answer.content


def test_exports_hold_what_the_page_is_narrowed_to(desk, client):
    added(desk)
    add(desk, "Jan Reuter: the river is low")

    def rows(address):
        answer = client.get(address)
        assert "-part.csv" in answer["Content-Disposition"]
        return answer.content.decode("utf-8-sig").splitlines()[1:]

    page = read(client.get(HOME, {"as_of": "2022-05-20", "party": "Ostmark", "state": "tabled"}))
    (address,) = [link for link in links(page) if "/export/csv" in link]
    assert address == f"{HOME}export/csv?as_of=2022-05-20&party=Ostmark&state=tabled"
    some = rows(address)
    assert 0 < len(some) < len(client.get(f"{HOME}export/csv").content.splitlines()) - 1
    assert all("Ostmark" in row and "tabled" in row for row in some)
    assert rows(f"{HOME}export/csv?party=Ostmark&confirmed=1") == []
    page = read(client.get(f"{HOME}sources", {"words": "reuter"}))
    (address,) = [link for link in links(page) if "/export/csv" in link]
    assert rows(address) == []
    page = read(client.get(f"{HOME}sources", {"words": "UPLAND wire"}))
    (address,) = [link for link in links(page) if "/export/csv" in link]
    assert len(rows(address)) > 5
    told = client.get(f"{HOME}export/md?party=Ostmark").content.decode()
    assert "The river Lenn · Ostmark" in told


def test_exports_hold_what_the_page_shows(desk, client):
    added(desk)
    page = read(client.get(HOME, {"as_of": "2022-05-20", "confirmed": "1"}))
    (address,) = [link for link in links(page) if "/export/csv" in link]
    assert address == f"{HOME}export/csv?as_of=2022-05-20&confirmed=1"
    assert len(client.get(address).content.decode("utf-8-sig").splitlines()) == 1
    assert "winter" in client.get(f"{HOME}export/csv").content.decode()
    book = load_workbook(BytesIO(client.get(f"{HOME}export/xlsx").content))
    assert "Promises" in book.sheetnames
