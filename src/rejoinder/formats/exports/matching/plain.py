"""A matrix or a comparison -> the JSON that ``rejoinder match --json`` and ``rejoinder compare --json`` print."""

from __future__ import annotations

from typing import Any

from rejoinder.model import Comparison, Item, ItemChange, ItemRow, Link, Matrix, Passage, Problem, WordingNote


def matrix_to_json(matrix: Matrix) -> dict[str, Any]:
    """Items with their links in the order of the draft, then the sentences that answer none. ``items`` and ``unlinked``
    are fixed by the contract; ``reply_kind`` and ``problems`` stand beside them."""
    return {
        "items": [_row(row) for row in matrix.rows],
        "unlinked": [_passage(passage) for passage in matrix.unlinked],
        "reply_kind": matrix.kind.value,
        "problems": [_problem(problem) for problem in matrix.problems],
    }


def _row(row: ItemRow) -> dict[str, Any]:
    return {
        "label": row.item.label,
        "start": row.item.start,
        "end": row.item.end,
        "disposition": row.disposition.value,
        "links": [_link(link) for link in row.links],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        **_passage(link.passage),
        "disposition": link.disposition.value,
        "score": link.score,
        "reason": link.reason,
        "counter": _passage(link.counter) if link.counter else None,
    }


def comparison_to_json(comparison: Comparison) -> dict[str, Any]:
    """All changes, in the order of the new version."""
    return {
        "changes": [_change(change) for change in comparison.changes],
        "problems": [_problem(problem) for problem in comparison.problems],
    }


def _change(change: ItemChange) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "old": _item(change.old),
        "new": _item(change.new),
        "words": [{"change": words.change.value, **_passage(words.passage)} for words in change.words],
        "notes": [_note(note) for note in change.notes],
    }


def _note(note: WordingNote) -> dict[str, Any]:
    return {
        "before": _passage(note.before) if note.before else None,
        "after": _passage(note.after) if note.after else None,
    }


def _item(item: Item | None) -> dict[str, Any] | None:
    return {"label": item.label, "start": item.start, "end": item.end} if item else None


def _passage(passage: Passage) -> dict[str, Any]:
    return {"start": passage.start, "end": passage.end, "exact": passage.exact}


def _problem(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "message": problem.message, "start": problem.start, "end": problem.end}
