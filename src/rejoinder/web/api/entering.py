"""What can be entered: a source, and what a named person decides about a record. Each is a further entry."""

from __future__ import annotations

import base64
import binascii
from datetime import date

import msgspec
from django.http import HttpRequest, HttpResponseBase
from ninja import Schema
from pydantic import Field

from rejoinder.desk.adding import Added, Failed, add_sources
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.judging import Verdict, judge, undo
from rejoinder.desk.tabling import SaidOfText, table_text
from rejoinder.docket.payloads import RECORD_TYPES, Record
from rejoinder.model import Actor, AskedError, Decision, RecordKind, TextKind
from rejoinder.web.api import shapes
from rejoinder.web.api.answering import check_origin, send
from rejoinder.web.api.contract import answers
from rejoinder.web.api.routes import router
from rejoinder.web.page import Page, open_page


class Amended(Schema):
    """The record as it should be, whole, as ``record`` of an answer has it."""

    kind: RecordKind
    record: dict[str, object]


class Judgement(Schema):
    """A decision. ``undo`` takes back the entry ``seq``, or the last judgement of who asks."""

    decision: Decision
    subject: str | None = Field(None, description="The id of the record; not needed to undo.")
    reason: str | None = None
    others: list[str] = Field(default_factory=list, description="What it is merged with, or split from.")
    amended: Amended | None = None
    seq: int | None = Field(None, description="The number of the entry that is taken back.")


class TextInHand(Schema):
    """What is said of a source that is a text itself: a draft that was tabled, a reply."""

    kind: TextKind
    by: str = Field(min_length=1, max_length=200, description="Whose text it is.")
    to: list[str] = Field(default_factory=list, description="To whom it goes.")
    title: str | None = None
    tabled: date | None = Field(None, description="The day on which it was handed over.")
    answers: list[str] = Field(default_factory=list, description="The ids of the texts that it answers.")
    replaces: str | None = Field(None, description="The id of the text of which it is a later version.")


class NewSource(Schema):
    """A story or document: its name, and its text or its bytes in base64."""

    name: str = Field(min_length=1, max_length=500)
    text: str | None = None
    base64: str | None = None
    published: date | None = Field(None, description="The day of publication, where the source does not say it.")
    in_hand: TextInHand | None = Field(None, description="Given where it is no story, but a text itself.")


@router.post(
    "/dockets/{docket}/judgements", openapi_extra=answers(shapes.Entered, 201), tags=["Enter"], summary="Judge a record"
)
def judgements(request: HttpRequest, docket: str, asked: Judgement) -> HttpResponseBase:
    """Confirm, amend, reject, merge, split, leave unsure, or undo."""
    check_origin(request)
    page = open_page(request, docket)
    if asked.decision is Decision.UNDO:
        entry = undo(page.desk, docket, asked.seq, asked.reason)
    elif not asked.subject:
        raise AskedError("judgement-incomplete", "No record is named.", "Give its id as subject.")
    else:
        amended = _read(asked.amended) if asked.amended else None
        verdict = Verdict(asked.decision, asked.reason, tuple(asked.others), amended)
        entry = judge(page.desk, docket, asked.subject, verdict)
    return send(shapes.Entered(entry.seq, entry.entered.subject), 201)


@router.post(
    "/dockets/{docket}/sources",
    openapi_extra=answers(shapes.SourceEntered, 201),
    tags=["Enter"],
    summary="Add a source",
)
def sources(request: HttpRequest, docket: str, asked: NewSource) -> HttpResponseBase:
    """Read a source and enter it with all that is found in it; a text in hand is cut into its items and held against
    what it answers. 200 where the docket holds it already."""
    check_origin(request)
    page = open_page(request, docket)
    if asked.in_hand is not None:
        return _enter_text(page, asked, asked.in_hand)
    (outcome,) = add_sources(page.desk, docket, [Gathered(asked.name, _bytes(asked))], asked.published)
    if isinstance(outcome, Failed):
        raise outcome.error
    if isinstance(outcome, Added):
        entered = shapes.SourceEntered(outcome.source, True, outcome.seq, outcome.title, dict(outcome.found))
        return send(entered, 201)
    return send(shapes.SourceEntered(outcome.source, False, None, None, {}))


def _enter_text(page: Page, asked: NewSource, said: TextInHand) -> HttpResponseBase:
    told = SaidOfText(
        said.kind,
        Actor(said.by, None, said.by),
        tuple(Actor(name, None, name) for name in said.to),
        said.title,
        said.tabled,
        tuple(said.answers),
        said.replaces,
    )
    tabled = table_text(page.desk, page.docket, Gathered(asked.name, _bytes(asked)), told, asked.published)
    answers = sum(matched.entries for matched in tabled.matched)
    found = {"text": 1, "item": tabled.parts, "commitment": tabled.promises, "answer": answers}
    found = {kind: count for kind, count in found.items() if count}
    entered = shapes.SourceEntered(tabled.source, bool(tabled.entries), None, said.title, found, tabled.text)
    return send(entered, 201 if tabled.entries else 200)


def _bytes(asked: NewSource) -> bytes:
    if (asked.text is None) is (asked.base64 is None):
        raise AskedError("source-unclear", "A source has either a text or bytes.", "Give one of text and base64.")
    if asked.text is not None:
        return asked.text.encode("utf-8", "replace")
    try:
        return base64.b64decode(asked.base64 or "", validate=True)
    except binascii.Error:
        raise AskedError("source-unclear", "The bytes are no base64.", "Encode them with base64.") from None


def _read(amended: Amended) -> Record:
    try:
        record: Record = msgspec.convert(amended.record, RECORD_TYPES[amended.kind])
    except msgspec.ValidationError as error:
        message = f"The amended record is no {amended.kind.value}: {error}"
        raise AskedError("record-unclear", message, "Send it whole, as it is told of the record.") from None
    return record
