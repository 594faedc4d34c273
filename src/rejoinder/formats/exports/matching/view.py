"""What is exported: two documents and what was found between them."""

from __future__ import annotations

from dataclasses import dataclass

from rejoinder.model import Comparison, Document, Matrix


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
