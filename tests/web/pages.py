"""What tests ask of pages: their text, their links, records by their words."""

from __future__ import annotations

from lxml import html

from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import all_matters
from tests.desk.desks import DOCKET

HOME = f"/d/{DOCKET}/"


def read(response, status=200):
    """The page as a tree."""
    assert response.status_code == status, response.content.decode()[:2000]
    return html.fromstring(response.content.decode())


def text_of(page, path="//main"):
    """The words of a part of a page, with single blanks."""
    return " ".join(" ".join(part.text_content() for part in page.xpath(path)).split())


def matter(desk, words):
    """The matter with these words."""
    return next(item for item in all_matters(snapshot_as_of(desk, DOCKET), desk.today) if words in item.words)


def links(page):
    """Where the links of a page lead."""
    return [str(link) for link in page.xpath("//main//a/@href")]
