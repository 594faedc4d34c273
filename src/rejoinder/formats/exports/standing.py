"""A docket's matters -> a table for people: when, who and what, in which exact words, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from rejoinder.formats.exports.rows import Row, rows_of
from rejoinder.formats.exports.sheets.sheet import Band, Cell, Line, Look, Run, Sheet
from rejoinder.formats.exports.tables import SHEETS, about_view
from rejoinder.formats.exports.view import DocketView

COLUMNS = ("When", "Who and what", "In which words", "Where it stands")
FIRST = ("overdue", "due", "planned", "active", "conditional", "disputed")
"""How matters stand that come first within their kind, in this order; what is settled comes last."""


def standing_sheet(view: DocketView) -> Sheet:
    """The table of a docket: a band for each kind of matter; what is overdue and due first, else as the view has it."""
    rows = sorted(rows_of(view), key=_place)
    bands = (
        Band(f"{SHEETS[kind]} ({len(members)})", tuple(_line(row) for row in members))
        for kind, members in ((kind, list(found)) for kind, found in groupby(rows, key=lambda row: row.kind))
    )
    about = tuple((name, str(value)) for name, value in about_view(view))
    return Sheet(f"{view.title}: where it stands", about, COLUMNS, tuple(bands))


def _place(row: Row) -> tuple[int, int, date]:
    rank = FIRST.index(row.standing) if row.standing in FIRST else len(FIRST)
    return list(SHEETS).index(row.kind), rank, row.latest or date.max


def _line(row: Row) -> Line:
    return Line((Cell(tuple(_when(row))), Cell(tuple(_what(row))), _words(row), Cell(tuple(_stands(row)))), "")


def _when(row: Row) -> Iterator[tuple[Run, ...]]:
    if row.earliest or row.latest:
        yield (Run(_days(row.earliest, row.latest)),)
    else:
        yield (Run("no date", Look.ABSENT),)
    if row.said:
        yield Run("“", Look.ASIDE), Run(row.said, Look.QUOTED), Run("”", Look.ASIDE)


def _days(first: date | None, last: date | None) -> str:
    """14 Mar 2026; 10 – 14 Mar 2026; by 14 Mar 2026; from 10 Mar 2026."""
    if first == last or first is None or last is None:
        day = first or last
        before = "by " if first is None else "from " if last is None else ""
        return before + (_day(day) if day else "")
    return f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _what(row: Row) -> Iterator[tuple[Run, ...]]:
    sides = " → ".join(side for side in (row.by, row.to) if side)
    if sides:
        yield (Run(sides, Look.STRONG),)
    if row.what and row.what not in row.words:
        yield (Run(row.what),)
    if row.condition:
        yield Run("if: ", Look.ASIDE), Run(row.condition, Look.QUOTED)


def _words(row: Row) -> Cell:
    place = f"characters {row.start}–{row.end}"
    source = ", ".join(part for part in (row.source, _day(row.published) if row.published else "", place) if part)
    more = f"; told in {row.reports} places" if row.reports > 1 else ""
    return Cell(((Run(row.words, Look.QUOTED),),), source + more)


def _stands(row: Row) -> Iterator[tuple[Run, ...]]:
    since = f" {_day(row.since)}" if row.since else ""
    yield Run(row.standing.replace("_", " ") or "on record", Look.STRONG), Run(since)
    if row.note:
        yield (Run(row.note),)
    yield (Run(row.on_whose_word, Look.ASIDE),)
