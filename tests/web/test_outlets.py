"""The feed and the calendar: what matters, and everything where that is asked; whole XML, stable ids."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from icalendar import Calendar
from lxml import etree

from rejoinder.desk.judging import Verdict, judge
from rejoinder.desk.viewing import view_docket
from rejoinder.formats.exports.calendars import write_calendar
from rejoinder.model import Decision
from tests.desk.desks import DOCKET, add, added
from tests.web.pages import HOME, matter

FEED, CALENDAR = f"{HOME}feed.atom", f"{HOME}calendar.ics"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(client, address=FEED):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    return etree.fromstring(answer.content).xpath("//a:entry", namespaces=ATOM)


def titles(client, address=FEED):
    return [entry.findtext("a:title", namespaces=ATOM) for entry in entries(client, address)]


def test_an_empty_docket_has_an_empty_feed(client):
    assert entries(client) == []
    assert entries(client, f"{FEED}?all=1") == []


def test_the_feed_tells_what_matters(desk, client):
    added(desk)
    told = titles(client)
    assert any(title.startswith("promised: Lower Halvern → Ostmark: will answer") for title in told)
    assert any(title.startswith("leaked: ") for title in told)
    assert any(title.startswith("meeting: ") for title in told)
    assert not any("criticism" in title for title in told)
    desk.clock.moment = datetime(2022, 6, 20, tzinfo=UTC)
    assert any(title.startswith("overdue: Lower Halvern") for title in titles(client))


def test_an_entry_leads_to_its_record_and_says_on_whose_word_it_stands(desk, client):
    added(desk)
    (entry,) = [one for one in entries(client) if "point by point" in one.findtext("a:title", namespaces=ATOM)]
    link = entry.find("a:link", ATOM).get("href")
    assert link.startswith("http://localhost/d/lenn/commitment")
    assert client.get(link.removeprefix("http://localhost")).status_code == 200
    assert "found, not confirmed" in entry.findtext("a:summary", namespaces=ATOM)
    promise = matter(desk, "point by point").id
    judge(desk, DOCKET, promise, Verdict(Decision.CONFIRM))
    (entry,) = entries(client, f"{FEED}?confirmed=1")
    assert promise in entry.findtext("a:id", namespaces=ATOM)
    assert "found, not confirmed" not in entry.findtext("a:summary", namespaces=ATOM)


def test_ids_are_told_once_and_stay(desk, client):
    added(desk)
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries(client)]
    assert len(set(ids)) == len(ids)
    add(desk, "Jan Reuter: the river is low")
    assert [entry.findtext("a:id", namespaces=ATOM) for entry in entries(client)] == ids


def test_every_entry_is_told_where_that_is_asked(desk, client):
    added(desk)
    told = titles(client, f"{FEED}?all=1")
    assert len(told) == desk.ledger.head(DOCKET).seq
    assert "received as 0.txt" in told[-1]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "\x08", "]]>", "&lt;", "\ufffe"])
def test_hostile_words_keep_the_feed_whole(desk, client, words):
    added(desk, f"Ilse {words} Varga: the river is low {words} and will be low again\n\nSo it was said.")
    assert entries(client, f"{FEED}?all=1")
    entries(client)


def test_the_calendar_holds_what_is_to_come(desk, client):
    added(desk)
    answer = client.get(CALENDAR)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    parts = [part for part in Calendar.from_ical(answer.content).walk() if part.name in ("VTODO", "VEVENT")]
    assert {str(part["STATUS"]) for part in parts} == {"NEEDS-ACTION", "TENTATIVE"}
    every = Calendar.from_ical(client.get(f"{CALENDAR}?all=1").content).walk("VEVENT")
    assert "CONFIRMED" in {str(part["STATUS"]) for part in every}


def test_the_whole_calendar_leaves_nothing_out_that_has_a_day(desk, client):
    added(desk)
    every = write_calendar(view_docket(desk, DOCKET))
    assert b"BEGIN:VEVENT" in every
    assert b"BEGIN:VTODO" in every
    uids = [
        sorted(str(part["UID"]) for name in ("VTODO", "VEVENT") for part in Calendar.from_ical(data).walk(name))
        for data in (every, client.get(f"{CALENDAR}?all=1").content)
    ]
    assert uids[0] == uids[1]


@pytest.mark.parametrize("address", [FEED, f"{FEED}?all=1", CALENDAR])
def test_what_is_unchanged_is_not_sent_again(desk, client, address):
    added(desk)
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    add(desk, "Jan Reuter: the river is low")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_what_cannot_be_posted(client):
    assert client.post(FEED).status_code in (403, 405)
