"""A docket as of a day -> files that other programs read. Every line leads back to its exact words.

``view``           what is exported: matters, sources, the day
``rows``           one matter -> one row for people
``tables``         CSV and XLSX
``structured``     JSON and JSON lines
``datasette``      a SQLite file of plain tables
``calendars``      iCalendar: promises as to-dos, meetings as events
``chronology``     Markdown
``provenance``     JSON-LD after PROV-O and Web Annotation
``entities``       FollowTheMoney entities

``export_docket(view, path)`` chooses by the name of the file.
"""

from __future__ import annotations

from rejoinder.formats.exports.view import DocketView
from rejoinder.formats.exports.writing import SUFFIXES, export_docket

__all__ = ["SUFFIXES", "DocketView", "export_docket"]
