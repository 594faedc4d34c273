"""Matrix: each item of all texts against the replies, those that no reply mentions first, with the passages beside it;
what was found is judged here, by the same keys as beside a story."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rejoinder.desk.snapshots import views_as_of
from rejoinder.desk.tables import export_table_as_of, table_as_of, texts_as_of
from rejoinder.docket.matters import Footing
from rejoinder.docket.table import Asked, RowStanding, Table, TableRow
from rejoinder.formats.exports.matching import TABLE_SUFFIXES
from rejoinder.web.downloading import download, formats_offered
from rejoinder.web.facts import side
from rejoinder.web.page import number_given, open_page, show_page

A_PAGE = 40
MOST_TEXTS = 100
"""So many texts are offered to narrow the table to."""


@dataclass(frozen=True, slots=True)
class Band:
    """The rows that stand alike, and how many there are of them in the whole table."""

    standing: RowStanding
    count: int
    rows: tuple[TableRow, ...]


@require_safe
def show(request: HttpRequest, docket: str) -> HttpResponse:
    """The page; ``text`` and ``by`` of the address narrow it, ``from`` is the number of the first item shown."""
    page = open_page(request, docket)
    first = number_given(request.GET.get("from"), 0)
    text, by = request.GET.get("text", ""), request.GET.get("by", "")
    view = table_as_of(page.desk, docket, Asked(text or None, by or None, page.confirmed, first, A_PAGE), page.at)
    table = view.table
    texts = texts_as_of(page.desk, docket, MOST_TEXTS, page.at, with_items=True)
    asked = {"text": text, "by": by}
    context: dict[str, Any] = {
        "table": table,
        "bands": bands_of(table),
        "unlinked": [one for one in view.unlinked if one.passages],
        "asked": asked,
        "pairs": [(name, value) for name, value in asked.items() if value],
        "chosen": views_as_of(page.desk, docket, page.at).live.matter_of(text) if text else "",
        "texts": texts,
        "sides": sorted({side(one.by) for one in texts} - {""}),
        "current": current_of(table, request.GET.get("mark", "")),
        "next": first + A_PAGE if first + A_PAGE < table.count else None,
        "previous": max(0, first - A_PAGE) if first else None,
        "formats": formats_offered(TABLE_SUFFIXES),
    }
    return show_page(request, page, "matrix", "matrix", **context)


@require_safe
def export(request: HttpRequest, docket: str, suffix: str) -> HttpResponse:
    """The whole table as it is narrowed, as a file."""
    page = open_page(request, docket)
    asked = Asked(request.GET.get("text") or None, request.GET.get("by") or None, page.confirmed)
    name = f"{docket}-table-{page.day.isoformat()}.{suffix}"
    return download(name, TABLE_SUFFIXES, lambda path: export_table_as_of(page.desk, docket, path, asked, page.at))


def bands_of(table: Table) -> list[Band]:
    """The rows that are shown, those that stand alike together."""
    grouped = groupby(table.rows, key=lambda row: row.standing)
    return [Band(standing, table.counts[standing], tuple(rows)) for standing, rows in grouped]


def current_of(table: Table, mark: str) -> str:
    """The answer under the eye: the one in the address, else the first that nobody has judged."""
    answers = [answer for row in table.rows for answer in (*row.answers, *row.rejected)]
    asked = next((answer.id for answer in answers if answer.id == mark), "")
    return asked or next((answer.id for answer in answers if answer.backing.footing is Footing.FOUND), "")
