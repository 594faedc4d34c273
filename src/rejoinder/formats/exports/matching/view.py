"""What is exported: two documents and what was found between them, or the table of a docket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import TextMatter
from rejoinder.docket.table import Table
from rejoinder.model import Comparison, Document, Matrix, Passage


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A draft and a reply with their matrix."""

    draft: Document
    reply: Document
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two versions of a text with their comparison."""

    old: Document
    new: Document
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Unlinked:
    """The sentences of a reply in hand that answer no item; ``source`` is the id of its source."""

    reply: TextMatter
    source: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """The table of a docket as of ``day``, and as its record was at ``recorded`` (None: now); ``confirmed``: of what
    named persons stand behind alone. ``sources`` are those that its cells cite, by their ids."""

    docket: str
    title: str
    day: date
    recorded: datetime | None
    confirmed: bool
    table: Table
    sources: Mapping[str, SourceKept]
    unlinked: tuple[Unlinked, ...]
