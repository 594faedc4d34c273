"""The search index: paragraphs by their words, in SQLite's FTS5 or PostgreSQL's text search. It can be dropped and
built again from the sources at any time.

Both are a table ``store_paragraph`` with a row for each paragraph, its words cut by our own rule (``searching``): the
databases differ in what they take for part of a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

from rejoinder.docket.ledger import KeptSource
from rejoinder.store.searching import paragraphs, search_words


def add_paragraphs(connection: BaseDatabaseWrapper, docket: str, sources: Sequence[KeptSource]) -> None:
    """Index the paragraphs of sources for a docket."""
    rows = [
        (docket, source.id, start, end, " ".join(search_words((source.text or "")[start:end])))
        for source in sources
        for start, end in paragraphs(source.text or "")
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO store_paragraph (docket, source, first, last, words) VALUES (%s, %s, %s, %s, %s)", rows
        )


def remove_paragraphs(connection: BaseDatabaseWrapper, source: str) -> None:
    """Forget all paragraphs of a source."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_paragraph WHERE source = %s", [source])
