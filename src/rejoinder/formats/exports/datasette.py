"""Matters -> a SQLite file of plain tables, for Datasette and for questions in SQL."""

from __future__ import annotations

import sqlite3
from dataclasses import astuple
from datetime import date, datetime
from pathlib import Path

from rejoinder.docket.matters import CommitmentMatter
from rejoinder.formats.exports.rows import COLUMNS, rows_of
from rejoinder.formats.exports.view import DocketView

TABLES: dict[str, tuple[str, ...]] = {
    "sources": ("id", "name", "title", "publisher", "published", "known_at", "status", "version"),
    "matters": COLUMNS,
    "reports": (
        *("id", "matter", "source", "start", "end", "words", "known_at", "reported_by", "footing", "judged_by", "out"),
    ),
    "dates_said": ("matter", "said", "earliest", "latest", "known_at", "change", "report"),
}
"""The tables and their columns; days and moments are ISO 8601."""


def write_sqlite(view: DocketView, path: Path) -> None:
    """Write the tables to a new file."""
    rows = {
        "sources": _sources(view),
        "matters": [astuple(row) for row in rows_of(view)],
        "reports": _reports(view),
        "dates_said": _dates(view),
    }
    with sqlite3.connect(path) as database:
        for table, columns in TABLES.items():
            names = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" * len(columns))
            database.execute(f"CREATE TABLE {table} ({names})")
            # The names are those of this module, never a user's words.
            database.executemany(f"INSERT INTO {table} VALUES ({marks})", map(_texts, rows[table]))  # noqa: S608
    database.close()


def _texts(row: tuple[object, ...]) -> tuple[object, ...]:
    """A row in which days and moments are ISO 8601."""
    return tuple(value.isoformat() if isinstance(value, date | datetime) else value for value in row)


def _sources(view: DocketView) -> list[tuple[object, ...]]:
    return [
        (id_, kept.name, kept.title, kept.publisher, kept.published, kept.known, kept.status, kept.version)
        for id_, kept in view.sources.items()
    ]


def _reports(view: DocketView) -> list[tuple[object, ...]]:
    return [
        (
            report.subject,
            matter.id,
            report.source or None,
            report.passage.start,
            report.passage.end,
            report.passage.exact,
            report.known_at,
            "; ".join(report.reported_by),
            report.backing.footing.value,
            report.backing.by,
            report.out,
        )
        for matter in view.matters
        for report in matter.reports
    ]


def _dates(view: DocketView) -> list[tuple[object, ...]]:
    return [
        (
            matter.id,
            said.due.text,
            said.reckoned.earliest,
            said.reckoned.latest,
            said.known_at,
            said.change.value,
            said.subject,
        )
        for matter in view.matters
        if isinstance(matter, CommitmentMatter)
        for said in matter.dues
    ]
