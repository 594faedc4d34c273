"""The search index: paragraphs by their words, in SQLite's FTS5 or PostgreSQL's text search. It can be dropped and
built again from the sources at any time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from rejoinder.docket.ledger import Found, KeptSource
from rejoinder.store.searching import paragraphs, search_words


class SearchIndex(Protocol):
    """What both kinds of index do."""

    def add(self, docket: str, sources: Sequence[KeptSource]) -> None:
        """Index the paragraphs of sources for a docket."""

    def remove(self, source: str) -> None:
        """Forget all paragraphs of a source."""

    def find(self, docket: str, words: str, limit: int) -> list[Found]:
        """The paragraphs in which all words stand, the best first."""


def index_for(connection: BaseDatabaseWrapper) -> SearchIndex:
    """The index of a database."""
    return Fts5Index(connection) if connection.vendor == "sqlite" else PostgresIndex(connection)


class _Index:
    """What both kinds share: a table ``store_paragraph`` with a row for each paragraph, its words cut by our own rule:
    the databases differ in what they take for part of a word."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection

    def add(self, docket: str, sources: Sequence[KeptSource]) -> None:
        rows = [
            (docket, source.id, start, end, " ".join(search_words((source.text or "")[start:end])))
            for source in sources
            for start, end in paragraphs(source.text or "")
        ]
        with self._connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO store_paragraph (docket, source, first, last, words) VALUES (%s, %s, %s, %s, %s)", rows
            )

    def remove(self, source: str) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute("DELETE FROM store_paragraph WHERE source = %s", [source])

    def _rows(self, question: str, values: Sequence[str | int]) -> list[Found]:
        with self._connection.cursor() as cursor:
            cursor.execute(question, values)
            return [Found(*row) for row in cursor.fetchall()]


class Fts5Index(_Index):
    """The index in SQLite."""

    def find(self, docket: str, words: str, limit: int) -> list[Found]:
        """See ``SearchIndex``."""
        asked = " ".join(f'"{word}"' for word in search_words(words))
        question = (
            "SELECT source, CAST(first AS INTEGER), CAST(last AS INTEGER) FROM store_paragraph "
            "WHERE store_paragraph MATCH %s AND docket = %s ORDER BY rank LIMIT %s"
        )
        return self._rows(question, [f"words : ({asked})", docket, limit]) if asked else []


class PostgresIndex(_Index):
    """The index in PostgreSQL."""

    def find(self, docket: str, words: str, limit: int) -> list[Found]:
        """See ``SearchIndex``."""
        asked = " ".join(search_words(words))
        question = (
            "SELECT source, first, last FROM store_paragraph, plainto_tsquery('simple', %s) AS asked "
            "WHERE to_tsvector('simple', words) @@ asked AND docket = %s "
            "ORDER BY ts_rank(to_tsvector('simple', words), asked) DESC LIMIT %s"
        )
        return self._rows(question, [asked, docket, limit]) if asked else []
