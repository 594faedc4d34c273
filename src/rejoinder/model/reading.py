"""All that one document was found to say."""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.model.days import TimeExpression
from rejoinder.model.passages import Document, Problem
from rejoinder.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of one document, in the order of the text, and the doubts beside them.

    ``document`` carries the title, place and day as the reading found them. ``produced_by`` is the
    digest of the tagger's weights (``sha256:...``).
    """

    document: Document
    statements: tuple[Statement, ...]
    dates: tuple[TimeExpression, ...]
    problems: tuple[Problem, ...]
    produced_by: str
