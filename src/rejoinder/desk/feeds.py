"""Feeds (RSS, Atom): what was fetched in, the pages that it names out."""

from __future__ import annotations

from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from rejoinder.desk.fetching import Fetched

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
MOST = 500


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A page that a feed names, and when the feed says that it was changed last."""

    address: str
    changed: datetime | None


def read_feed(page: Fetched) -> list[FeedItem] | None:
    """The pages of a feed, in its order and each once; None for what is no feed."""
    opening = page.data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if page.media_type not in FEED_TYPES and not opening.startswith((b"<?xml", b"<rss", b"<feed")):
        return None
    import feedparser

    parsed = feedparser.parse(page.data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version:
        return None
    items: dict[str, FeedItem] = {}
    for entry in parsed.entries:
        address = _address(page.address, entry.get("link"))
        if address is not None:
            items.setdefault(address, FeedItem(address, _changed(entry)))
    return list(items.values())[:MOST]


def _address(feed: str, link: str | None) -> str | None:
    """Where a page of a feed stands; None for what is no address."""
    try:
        return urljoin(feed, link) if link else None
    except ValueError:
        return None


def _changed(entry: Any) -> datetime | None:
    # Past the mapping of feedparser, which warns where it takes the one for the other.
    moment = dict.get(entry, "updated_parsed") or dict.get(entry, "published_parsed")
    try:
        return datetime.fromtimestamp(timegm(moment), UTC) if moment else None
    except (ValueError, OverflowError, OSError):
        return None
