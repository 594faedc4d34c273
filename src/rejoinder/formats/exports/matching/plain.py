"""A matrix, a comparison or a docket's table -> the JSON that ``rejoinder match``, ``compare`` and ``table`` print."""

from __future__ import annotations

from typing import Any

from rejoinder.docket.claims import Claim
from rejoinder.docket.matters import AnswerMatter, Backing, TextMatter
from rejoinder.docket.table import TableRow
from rejoinder.formats.exports.matching.view import TableView
from rejoinder.model import (
    Actor,
    Comparison,
    Interval,
    Item,
    ItemChange,
    ItemRow,
    Link,
    Matrix,
    Passage,
    Problem,
    WordingNote,
)


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


def table_to_json(view: TableView) -> dict[str, Any]:
    """All rows of a docket's table, each with its words, their sources and who says so."""
    return {
        "schema": "rejoinder.table/1",
        "docket": view.docket,
        "title": view.title,
        "as_of": view.day.isoformat(),
        "recorded": view.recorded.isoformat() if view.recorded else None,
        "confirmed_only": view.confirmed,
        "count": view.table.count,
        "counts": {standing.value: count for standing, count in view.table.counts.items()},
        "texts": [_text(text) for text in view.table.texts],
        "replies": [_text(text) for text in view.table.replies],
        "items": [_table_row(row) for row in view.table.rows],
        "unlinked": [
            {"reply": one.reply.id, "source": one.source, "passages": [_passage(words) for words in one.passages]}
            for one in view.unlinked
        ],
    }


def _text(text: TextMatter) -> dict[str, Any]:
    return {
        "id": text.id,
        "kind": text.text_kind.value,
        "title": text.titles[0] if text.titles else None,
        "by": _actor(text.by),
        "to": [_actor(actor) for actor in text.to],
        "handed_over": _days(text.handed_over),
        "in_hand": bool(text.in_hand),
    }


def _table_row(row: TableRow) -> dict[str, Any]:
    place = row.item.place
    return {
        "id": row.item.id,
        "text": row.text.id,
        "label": place.label if place else None,
        "name": place.name if place else None,
        "heading": place.heading if place else None,
        "standing": row.standing.value,
        "wordings": [
            {
                "source": one.source,
                "in_hand": one.in_hand,
                "on": one.on.isoformat() if one.on else None,
                **_passage(one.passage),
                "further": [_passage(words) for words in one.further],
            }
            for one in row.wordings
        ],
        "answers": [_answer(answer) for answer in row.answers],
        "claims": [_claim(claim) for claim in row.claims],
        "claims_not_shown": row.unshown,
        "dropped_in": row.dropped.id if row.dropped else None,
    }


def _answer(answer: AnswerMatter) -> dict[str, Any]:
    return {
        "id": answer.id,
        "reply": answer.reply,
        "by": _actor(answer.by),
        "on": _days(answer.on),
        "reply_kind": answer.reply_kind.value,
        "disposition": answer.disposition.value,
        "reason": answer.reason,
        "footing": _footing(answer.backing),
        "source": answer.reports[0].source,
        "links": [_link(link) for link in answer.links],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.subject,
        "kind": claim.kind.value,
        "what": claim.what,
        "by": _actor(claim.by),
        "on": claim.on.isoformat(),
        "tabler_agrees": claim.agrees,
        "footing": _footing(claim.backing),
        "source": claim.source,
        **_passage(claim.passage),
    }


def _footing(backing: Backing) -> dict[str, Any]:
    return {"footing": backing.footing.value, "by": backing.by}


def _actor(actor: Actor | None) -> dict[str, Any] | None:
    return {"name": actor.name, "party": actor.party} if actor else None


def _days(interval: Interval | None) -> dict[str, Any] | None:
    if interval is None:
        return None
    first, last = interval.earliest, interval.latest
    return {"from": first.isoformat() if first else None, "to": last.isoformat() if last else None}
