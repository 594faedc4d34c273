"""What every page of a docket needs: the docket, the moment that is looked at, and addresses that keep it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from rejoinder.desk.desk import Desk
from rejoinder.desk.dockets import list_dockets
from rejoinder.desk.snapshots import AsOf, day_of, first_day, snapshot_as_of
from rejoinder.docket import Snapshot
from rejoinder.model import AskedError, StoreError
from rejoinder.web.callers import desk_of

KEPT = ("as_of", "recorded", "confirmed")
"""What addresses keep from page to page."""
YEARS = range(1800, 3000)


@dataclass(frozen=True, slots=True)
class Page:
    """A docket as one request asks for it.

    ``at``         as of when; ``day`` is the day for which states are reckoned, ``today`` that of the clock
    ``first``      the day from which on the docket knows anything
    ``confirmed``  whether only what a named person stands behind is shown
    ``kept``       what the addresses of further pages carry on
    """

    desk: Desk
    docket: str
    title: str
    at: AsOf
    day: date
    today: date
    first: date
    confirmed: bool
    kept: Mapping[str, str]

    @property
    def past(self) -> bool:
        """Whether another moment than now is looked at."""
        return not self.at.now

    def snapshot(self) -> Snapshot:
        """What the docket held then."""
        return snapshot_as_of(self.desk, self.docket, self.at)

    def address(self, name: str, *parts: str, **asked: str) -> str:
        """The address of a page of this docket, as of the same moment; ``asked`` goes behind the "?"."""
        return address(name, self.docket, *parts, **{**self.kept, **asked})


def address(name: str, *parts: str, **asked: str) -> str:
    """The address of a page by its name; empty values of ``asked`` are left out."""
    given = {key: value for key, value in asked.items() if value}
    return _path(name, parts) + (f"?{urlencode(given)}" if given else "")


@lru_cache(maxsize=8192)
def _path(name: str, parts: tuple[str, ...]) -> str:
    """Kept, for a long page names hundreds of addresses."""
    return reverse(name, args=parts)


def open_page(request: HttpRequest, docket: str) -> Page:
    """The docket as a request asks for it. AskedError for a moment that is none, StoreError for no such docket."""
    desk = desk_of(request)
    title = dict(list_dockets(desk)).get(docket)
    if title is None:
        message = f"There is no docket “{docket}” here."
        raise StoreError("docket-unknown", message, "See the list of all dockets.")
    kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    at = AsOf(day_given(kept.get("as_of")), _moment(kept.get("recorded")))
    if at.known is not None and at.known >= desk.today and at.recorded is None:
        at, kept = AsOf(), {name: value for name, value in kept.items() if name != "as_of"}
    first = first_day(snapshot_as_of(desk, docket)) or desk.today
    confirmed = kept.get("confirmed") == "1"
    return Page(desk, docket, title, at, day_of(desk, at), desk.today, first, confirmed, kept)


def day_given(words: str | None) -> date | None:
    """A day as a form gives it; None for nothing. AskedError for what is no day, or none of this age."""
    if not words:
        return None
    try:
        day = date.fromisoformat(words)
    except ValueError:
        day = date.min
    if day.year not in YEARS:
        raise AskedError("day-unclear", f"“{words}” is no day.", "Write it as 2022-01-26.")
    return day


def number_given(words: str | None, otherwise: int) -> int:
    """A whole number from 0 on as an address gives it."""
    return int(words) if words and words.isdecimal() and len(words) < 12 else otherwise


def _moment(words: str | None) -> datetime | None:
    """A moment; of a day its end, in the zone of the machine."""
    if not words:
        return None
    try:
        moment = datetime.fromisoformat(words if "T" in words else f"{words}T23:59:59.999999")
        moment = moment if moment.tzinfo else moment.astimezone()
    except (ValueError, OverflowError):
        moment = datetime.min.replace(tzinfo=UTC)
    if moment.year not in YEARS:
        raise AskedError("moment-unclear", f"“{words}” is no moment.", "Write it as 2022-01-26.")
    return moment


def show_page(request: HttpRequest, page: Page, template: str, here: str, **context: object) -> HttpResponse:
    """A page of a docket; ``here`` is its name in the navigation."""
    asked = request.GET.copy()
    for name in ("as_of", "recorded"):
        asked.pop(name, None)
    today = f"{request.path}?{asked.urlencode()}" if asked else request.path
    given = {"today_address": today, "page": page, "here": here, "sources": page.snapshot().sources, **context}
    return render(request, f"rejoinder/{template}.html", given)
