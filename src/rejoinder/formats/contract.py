"""A Reading -> the JSON object of the public contract ``rejoinder.reading/1``, and the contract's JSON Schema.

The contract is described key by key in docs/reference/contract.md; nothing but it leaves the program as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from importlib import resources
from typing import Any

from rejoinder.model import (
    Actor,
    Commitment,
    Document,
    Due,
    Interval,
    Meeting,
    Passage,
    Problem,
    Reading,
    Referral,
    Release,
    SaidOn,
    Statement,
    TabledText,
    TextItem,
    TimeExpression,
)

CONTRACT = "rejoinder.reading/1"


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The contract object of ``reading``: plain dicts, lists, strings and numbers, valid against ``schema()``.

    Every key is there; what is absent is None or an empty list. Offsets are code points, days are ISO 8601.
    """
    return {
        "schema": CONTRACT,
        "document": _document(reading.document),
        "statements": [_statement(statement) for statement in reading.statements],
        "commitments": [_commitment(commitment) for commitment in reading.business.commitments],
        "meetings": [_meeting(meeting) for meeting in reading.business.meetings],
        "texts": [_text(text) for text in reading.business.texts],
        "referrals": [_referral(referral) for referral in reading.business.referrals],
        "releases": [_release(release) for release in reading.business.releases],
        "dates": [_date(expression) for expression in reading.dates],
        "problems": [_problem(problem) for problem in reading.problems],
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the contract object."""
    text = resources.files("rejoinder.formats").joinpath("reading.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "place": document.place,
        "published": _day(document.published),
        "published_basis": document.published_basis,
        "language": document.language,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "speaker": _speaker(statement),
        "via": [{"name": actor.name} for actor in statement.via],
        "act": statement.act.value,
        "plover": statement.plover,
        "addressee": statement.addressee,
        "venue": statement.venue,
        "direct": statement.direct,
        "said_on": _said_on(statement.said_on),
        "cue": _passage(statement.cue),
        "content": _content(statement.content, statement.parts),
        "score": statement.score,
        "reason": _reason(statement),
    }


def _reason(statement: Statement) -> str:
    """Why a statement is there, and whose utterance it repeats: the contract has no key of its own for that."""
    again = f" It reports the same utterance as {statement.repeats}." if statement.repeats else ""
    return statement.reason + again


def _speaker(statement: Statement) -> dict[str, Any]:
    """The speaker: always an object, so that an unresolved "his counterpart" keeps its mention beside a null name."""
    actor = statement.speaker
    return {
        "name": actor.name if actor else None,
        "post": actor.post if actor else None,
        "party": actor.party if actor else None,
        "mention": _passage(statement.mention),
    }


def _said_on(said: SaidOn | None) -> dict[str, Any] | None:
    return None if said is None else {"text": said.text, **_interval(said.interval)}


def _commitment(commitment: Commitment) -> dict[str, Any]:
    return {
        "id": commitment.id,
        "debtor": _side(commitment.debtor),
        "creditor": _side(commitment.creditor),
        "action": _passage(commitment.action),
        "condition": _passage(commitment.condition),
        "made_on": _known(commitment.made_on),
        "due": _due(commitment.due),
        "reported_by": [actor.name for actor in commitment.reported_by],
        "statements": list(commitment.statements),
        "mentions": [_words(mention) for mention in commitment.mentions],
    }


def _due(due: Due | None) -> dict[str, Any] | None:
    return None if due is None else {"text": due.text, **_interval(due.interval), "rule": due.rule}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    return {
        "participants": [_side(actor) for actor in meeting.participants],
        "place": meeting.place,
        "forum": meeting.forum,
        "when": _known(meeting.when),
        "status": meeting.status.value,
        "passage": _words(meeting.passage),
    }


def _text(text: TabledText) -> dict[str, Any]:
    return {
        "by": _side(text.by),
        "to": [_side(actor) for actor in text.to],
        "kind": text.kind.value,
        "title": text.title,
        "when": _known(text.when),
        "items": [_item(item) for item in text.items],
        "passage": _words(text.passage),
    }


def _item(item: TextItem) -> dict[str, Any]:
    return {"wording": _words(item.wording), "items": [_item(part) for part in item.items]}


def _referral(referral: Referral) -> dict[str, Any]:
    return {
        "what": _passage(referral.what),
        "from": referral.origin,
        "to": referral.destination,
        "by": _side(referral.by),
        "tabler_agrees": referral.tabler_agrees,
        "passage": _words(referral.passage),
    }


def _release(release: Release) -> dict[str, Any]:
    return {
        "of": _passage(release.of),
        "wanted_by": _side(release.wanted_by),
        "consent_of": _side(release.consent_of),
        "state": release.state.value,
        "passage": _words(release.passage),
    }


def _side(actor: Actor | None) -> dict[str, Any] | None:
    return None if actor is None else {"name": actor.name, "party": actor.party}


def _known(interval: Interval | None) -> dict[str, str | None] | None:
    return None if interval is None else _interval(interval)


def _content(content: Passage, parts: Sequence[Passage]) -> dict[str, Any]:
    return {**_words(content), "parts": [_words(part) for part in parts]}


def _passage(passage: Passage | None) -> dict[str, Any] | None:
    return None if passage is None else _words(passage)


def _words(passage: Passage) -> dict[str, Any]:
    return {"start": passage.start, "end": passage.end, "exact": passage.exact}


def _date(expression: TimeExpression) -> dict[str, Any]:
    return {
        "text": expression.exact,
        "start": expression.start,
        "end": expression.end,
        "type": expression.type.value,
        "value": expression.value,
        **_interval(expression.interval),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "message": problem.message, "start": problem.start, "end": problem.end}


def _interval(interval: Interval | None) -> dict[str, str | None]:
    if interval is None:
        return {"from": None, "to": None}
    return {"from": _day(interval.earliest), "to": _day(interval.latest)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
