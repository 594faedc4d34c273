"""Outlets of a docket for other programs: an Atom feed and a calendar, to be subscribed to. They tell only what matters
unless all is asked for (``?all=1``)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_safe

from rejoinder.desk.following import latest_entries
from rejoinder.desk.history import Event
from rejoinder.desk.overviews import dated_as_of, news_as_of, to_come_as_of
from rejoinder.desk.snapshots import of_snapshot
from rejoinder.desk.viewing import view_docket
from rejoinder.docket.kept import SourceKept
from rejoinder.docket.news import News
from rejoinder.formats.exports.calendars import write_calendar
from rejoinder.web import facts
from rejoinder.web.page import Page, open_page
from rejoinder.web.unchanged import unless_known

LATEST = 60
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@require_safe
def changes(request: HttpRequest, docket: str) -> HttpResponseBase:
    """The Atom feed: news, or with ``all=1`` every entry of the docket."""
    page = open_page(request, docket)
    every = request.GET.get("all") == "1"
    return unless_known(request, page, lambda: _feed(request, page, every=every))


@require_safe
def calendar(request: HttpRequest, docket: str) -> HttpResponseBase:
    """Promises and meetings as iCalendar: what is still to come, or with ``all=1`` all of them."""
    page = open_page(request, docket)
    every = request.GET.get("all") == "1"

    def make() -> HttpResponse:
        # A long docket takes seconds to write and does not change between two readers.
        key = ("calendar", docket, page.at, page.day, every, page.confirmed)
        data = of_snapshot(page.desk, key, page.snapshot(), lambda: _calendar(page, every=every))
        return HttpResponse(data, content_type="text/calendar; charset=utf-8")

    return unless_known(request, page, make)


def _calendar(page: Page, *, every: bool) -> bytes:
    find = dated_as_of if every else to_come_as_of
    matters = find(page.desk, page.docket, page.at)
    return write_calendar(view_docket(page.desk, page.docket, page.at, confirmed=page.confirmed, matters=matters))


def _feed(request: HttpRequest, page: Page, *, every: bool) -> HttpResponse:
    address = request.build_absolute_uri
    feed = Atom1Feed(
        title=_clean(page.title),
        link=address(page.address("where-it-stands")),
        description="",
        feed_url=address(request.get_full_path()),
        author_name="Rejoinder",
        feed_guid=f"urn:rejoinder:{quote(page.docket)}{':all' if every else ''}",
    )
    if every:
        for event in latest_entries(page.desk, page.docket, LATEST, page.at):
            _add_event(feed, page, event, address(page.address("record", event.subject)))
    else:
        snapshot = page.snapshot()
        for news in news_as_of(page.desk, page.docket, LATEST, page.at, confirmed=page.confirmed):
            source = snapshot.sources.get(news.matter.reports[0].source)
            _add_news(feed, page, news, source, address(page.address("record", news.matter.id)))
    body = feed.writeString("utf-8")
    return HttpResponse(body, content_type="application/atom+xml; charset=utf-8")


def _add_news(feed: Atom1Feed, page: Page, news: News, source: SourceKept | None, link: str) -> None:
    matter = news.matter
    line = facts.headline(matter)
    said = [f"“{facts.short(matter.words)}”"]
    if source is not None:
        said.append(": ".join(part for part in (source.publisher, source.title or source.name) if part))
    if not matter.backing.confirmed:
        said.append(gettext("found, not confirmed"))
    feed.add_item(
        title=_clean(": ".join(part for part in (pgettext("news", news.kind.value), line.who, line.words) if part)),
        link=link,
        description=_clean("\n".join(said)),
        unique_id=f"urn:rejoinder:{quote(page.docket)}:{matter.id}:{quote(news.kind.value)}:{news.on.isoformat()}",
        updateddate=datetime.combine(news.on, time(), UTC),
        pubdate=datetime.combine(news.on, time(), UTC),
    )


def _add_event(feed: Atom1Feed, page: Page, event: Event, link: str) -> None:
    feed.add_item(
        title=_clean(f"{event.seq}: {event.subject} {event.what}"),
        link=link,
        description=_clean("\n".join(part for part in (event.by, event.reason) if part)),
        unique_id=f"urn:rejoinder:{quote(page.docket)}:{event.seq}",
        updateddate=event.recorded_at,
        pubdate=event.recorded_at,
    )


def _clean(words: str) -> str:
    """Words without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
