"""What can be asked of a docket: where it stands, its matters, one record, its sources, places, changes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpRequest, HttpResponseBase
from ninja import Query, Schema
from pydantic import Field

from rejoinder.desk.dockets import list_dockets
from rejoinder.desk.following import entries_after
from rejoinder.desk.listing import Wanted, list_matters
from rejoinder.desk.receiving import list_sources
from rejoinder.desk.searching import Narrowed
from rejoinder.desk.searching import search as find
from rejoinder.desk.showing import show
from rejoinder.desk.snapshots import end_of, standing_as_of
from rejoinder.desk.tables import table_as_of
from rejoinder.docket import Since
from rejoinder.docket.matters import MatterKind
from rejoinder.docket.table import Asked as Rows
from rejoinder.model import Act
from rejoinder.web.api import shapes
from rejoinder.web.api.answering import about, answer, send
from rejoinder.web.api.contract import answers
from rejoinder.web.api.routes import router
from rejoinder.web.callers import desk_of
from rejoinder.web.page import Page

Limit = Annotated[int, Field(ge=1, le=500)]


class Moment(Schema):
    """As of when: the same words as in the addresses of the pages."""

    as_of: str | None = Field(None, description="What was out by the end of this day, YYYY-MM-DD.")
    recorded: str | None = Field(None, description="What our record said at this moment, or the end of this day.")
    confirmed: str | None = Field(None, description="1: only what a named person stands behind.")


class SinceWhen(Moment):
    """Where it stands, and what changed since a day."""

    since: date | None = Field(None, description="Tell what became known after this day.")


class WhichMatters(Moment):
    """Which matters."""

    kind: MatterKind | None = None
    after: str = Field("", description="The cursor of the page before.")
    limit: Limit = 100


class WhichItems(Moment):
    """Which items of the table."""

    text: str | None = Field(None, description="Only the items of this text, in all its versions.")
    by: str | None = Field(None, description="Only the items that this side tabled.")
    after: Annotated[int, Field(ge=0)] = Field(0, description="The cursor of the page before.")
    limit: Limit = 100


class WhichPlaces(Moment):
    """What is looked for, and by what it is narrowed."""

    q: str = Field("", description="Words that stand together in a paragraph; none: statements by day.")
    speaker: str | None = None
    act: Act | None = None
    first: date | None = Field(None, description="Said on this day or later.")
    last: date | None = Field(None, description="Said on this day or earlier.")
    limit: Limit = 50


class Further(Moment):
    """A page of what is numbered."""

    after: Annotated[int, Field(ge=0)] = Field(0, description="The cursor of the page before.")
    limit: Limit = 100


@router.get("/dockets", openapi_extra=answers(shapes.DocketsShown), tags=["Read"], summary="The dockets")
def dockets(request: HttpRequest) -> HttpResponseBase:
    """All dockets that may be read."""
    found = tuple(shapes.DocketShown(name, title) for name, title in list_dockets(desk_of(request)))
    return send(shapes.DocketsShown(found))


@router.get(
    "/dockets/{docket}/standing", openapi_extra=answers(shapes.StandingShown), tags=["Read"], summary="Where it stands"
)
def standing(request: HttpRequest, docket: str, asked: Query[SinceWhen]) -> HttpResponseBase:
    """Promises due and overdue first, meetings, items, what is quiet and newly public; no more than a hundred each."""
    since = Since(known=end_of(asked.since)) if asked.since else None

    def make(page: Page) -> shapes.StandingShown:
        found = standing_as_of(page.desk, docket, page.at, since)
        return shapes.shown_standing(about(page), found, confirmed=page.confirmed)

    return answer(request, docket, make)


@router.get("/dockets/{docket}/table", openapi_extra=answers(shapes.TableShown), tags=["Read"], summary="The table")
def table(request: HttpRequest, docket: str, asked: Query[WhichItems]) -> HttpResponseBase:
    """Each item of all texts with its wordings, what replies in hand do with it and what is said of it; what no reply
    mentions comes first, page by page."""

    def make(page: Page) -> shapes.TableShown:
        wanted = Rows(asked.text, asked.by, page.confirmed, asked.after, asked.limit)
        view = table_as_of(page.desk, docket, wanted, page.at)
        last = asked.after + asked.limit
        return shapes.shown_table(about(page), view, last if last < view.table.count else None)

    return answer(request, docket, make)


@router.get(
    "/dockets/{docket}/matters", openapi_extra=answers(shapes.MattersShown), tags=["Read"], summary="The matters"
)
def matters(request: HttpRequest, docket: str, asked: Query[WhichMatters]) -> HttpResponseBase:
    """Commitments, meetings, texts, items and so on, in the order of their ids, page by page."""

    def make(page: Page) -> shapes.MattersShown:
        wanted = Wanted(asked.kind, asked.after, asked.limit, page.confirmed)
        return shapes.shown_matters(about(page), list_matters(page.desk, docket, wanted, page.at))

    return answer(request, docket, make)


@router.get(
    "/dockets/{docket}/records/{record}", openapi_extra=answers(shapes.RecordShown), tags=["Read"], summary="One record"
)
def record(request: HttpRequest, docket: str, record: str, asked: Query[Moment]) -> HttpResponseBase:
    """What stands under an id, or its first digits: with its words in context and all that happened to it."""
    del asked
    return answer(
        request, docket, lambda page: shapes.shown_record(about(page), show(page.desk, docket, record, page.at))
    )


@router.get(
    "/dockets/{docket}/sources", openapi_extra=answers(shapes.SourcesShown), tags=["Read"], summary="The sources"
)
def sources(request: HttpRequest, docket: str, asked: Query[Further]) -> HttpResponseBase:
    """The sources, the latest known first, page by page."""

    def make(page: Page) -> shapes.SourcesShown:
        every = list_sources(page.desk, docket, page.at)
        last = asked.after + asked.limit
        shown = tuple(shapes.shown_source(item) for item in every[asked.after : last])
        return shapes.SourcesShown(about(page), shown, last if last < len(every) else None)

    return answer(request, docket, make)


@router.get("/dockets/{docket}/search", openapi_extra=answers(shapes.HitsShown), tags=["Read"], summary="Search")
def search(request: HttpRequest, docket: str, asked: Query[WhichPlaces]) -> HttpResponseBase:
    """Places with all of the words, in their context; by speaker, act and day."""

    def make(page: Page) -> shapes.HitsShown:
        narrowed = Narrowed(asked.speaker, asked.act, asked.first, asked.last)
        hits = find(page.desk, docket, asked.q, narrowed, asked.limit + 1, page.at)
        shown = tuple(shapes.shown_hit(hit) for hit in hits[: asked.limit])
        return shapes.HitsShown(about(page), shown, len(hits) > asked.limit)

    return answer(request, docket, make)


@router.get(
    "/dockets/{docket}/changes", openapi_extra=answers(shapes.ChangesShown), tags=["Read"], summary="The changes"
)
def changes(request: HttpRequest, docket: str, asked: Query[Further]) -> HttpResponseBase:
    """Every entry after a number, the earliest first: keep the cursor and ask again later for what came since."""

    def make(page: Page) -> shapes.ChangesShown:
        told = entries_after(page.desk, docket, asked.after, asked.limit, page.at)
        return shapes.ChangesShown(about(page), told.events, told.cursor, told.more)

    return answer(request, docket, make)
