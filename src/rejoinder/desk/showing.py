"""One matter, record or source: its id in, what it is with its words in context and its history out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rejoinder.desk.contexts import InContext, Texts
from rejoinder.desk.correcting import correct, form_of
from rejoinder.desk.desk import Desk
from rejoinder.desk.history import Event, history_of
from rejoinder.desk.records import find_id, kept_record, record_in
from rejoinder.desk.snapshots import NOW, AsOf, views_as_of
from rejoinder.docket import Snapshot, Views
from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import Matter
from rejoinder.docket.payloads import Held, Record, read_payload, read_record
from rejoinder.model import AskedError


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands under an id. ``matter`` is None for a statement or a source; ``record`` is the one with that id, as
    it was amended; ``evidence`` the words of each record, in context, with its id; ``sources`` those it rests on."""

    id: str
    matter: Matter | None
    record: Record | None
    evidence: tuple[tuple[str, InContext], ...]
    history: tuple[Event, ...]
    sources: dict[str, SourceKept]


def show(desk: Desk, docket: str, asked: str, at: AsOf = NOW) -> Shown:
    """What stands under an id, or its first digits. AskedError if nothing does, or several things."""
    views = views_as_of(desk, docket, at)
    snapshot = views.snapshot
    matter = views.find(asked)
    subject = matter.id if matter else _id_of(views, asked)
    matter = matter or views.find(subject)
    texts = Texts(desk.ledger)
    if matter is not None:
        subjects = tuple(dict.fromkeys(report.subject for report in matter.reports))
        evidence = tuple((item.subject, texts.in_context(item.source, item.passage)) for item in matter.reports)
    else:
        subjects = (subject,)
        evidence = _own_words(desk, docket, subject, texts)
    # An item has no entry of its own: it comes and goes with its text.
    texts_of_items = (snapshot.items[name].text for name in subjects if name in snapshot.items)
    history = history_of(desk, docket, snapshot, tuple(dict.fromkeys((*subjects, *texts_of_items))))
    sources = _sources(snapshot, subject, evidence)
    shown = matter.id if matter else subject
    record = record_with_id(desk, docket, subject)
    return Shown(shown, matter, _as_amended(views, subject, record), evidence, history, sources)


def _id_of(views: Views, asked: str) -> str:
    snapshot = views.snapshot
    whole = asked in snapshot.sources or asked in snapshot.statements
    return asked if whole else find_id(snapshot, asked, views.today)


def _as_amended(views: Views, subject: str, record: Record | None) -> Record | None:
    """The record as the last amendment has it."""
    amended = views.live.verdicts.amended.get(subject)
    return record if amended is None else record_in(amended)


def record_with_id(desk: Desk, docket: str, subject: str) -> Record | None:
    """The record as it was found last, or entered, before any amendment; None for a source or an item."""
    for entry in reversed(desk.ledger.about(docket, [subject])):
        said = read_payload(entry.entered.kind, entry.entered.payload)
        if isinstance(said, Held):
            return read_record(said.kind, said.record)
    return None


def amended_record(desk: Desk, docket: str, subject: str, typed: Mapping[str, str]) -> Record:
    """A record as it should be, with what was typed for its fields. AskedError for one that is not there, a field
    that is none, or where nothing is changed."""
    views = views_as_of(desk, docket)
    record = _as_amended(views, subject, record_with_id(desk, docket, subject))
    if record is None:
        raise AskedError("id-unknown", f"{subject} is no record that can be amended.", "Take the id of a record.")
    known = {field.name for field in form_of(record)}
    unknown = next((name for name in typed if name not in known), None)
    if unknown is not None:
        raise AskedError(
            "field-unknown", f"There is no {unknown} to amend.", f"Take one of {', '.join(sorted(known))}."
        )
    kept = kept_record(views.snapshot, subject)
    return correct(record, typed, Texts(desk.ledger).text_of(kept.source) if kept else None)


def _own_words(desk: Desk, docket: str, subject: str, texts: Texts) -> tuple[tuple[str, InContext], ...]:
    entries = desk.ledger.about(docket, [subject])
    seen = (item for entry in entries for item in entry.entered.evidence[:1])
    return tuple((subject, texts.in_context(item.source, item.passage)) for item in seen)


def _sources(snapshot: Snapshot, subject: str, evidence: tuple[tuple[str, InContext], ...]) -> dict[str, SourceKept]:
    kept = kept_record(snapshot, subject)
    ids = [subject, kept.source if kept else "", *(item.source for _, item in evidence)]
    return {source: snapshot.sources[source] for source in dict.fromkeys(ids) if source in snapshot.sources}
