"""The formats in which a docket can be downloaded, as they are offered on every page."""

from __future__ import annotations

from rejoinder.formats.exports import SUFFIXES

NAMES = {
    "docx": "Word",
    "xlsx": "Excel",
    "csv": "CSV",
    "pdf": "PDF",
    "html": "Page",
    "ics": "Calendar",
    "md": "Chronology",
    "json": "JSON",
    "jsonl": "JSON lines",
    "jsonld": "JSON-LD",
    "ftm": "FollowTheMoney",
    "sqlite": "SQLite",
}
"""The formats that are offered, in the order in which people ask for them, and what they are called."""


def formats_offered() -> list[tuple[str, str]]:
    """(suffix, name) of each format that can be written."""
    return [(suffix, name) for suffix, name in NAMES.items() if f".{suffix}" in SUFFIXES]
