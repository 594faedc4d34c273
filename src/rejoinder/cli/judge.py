"""``rejoinder judge``, ``undo``, ``link`` and ``record``: what a named person decides, ties and enters by hand, without
a sitting; each is one more entry."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder.cli.output import put
from rejoinder.cli.place import Database, Named, User, open_docket, telling
from rejoinder.model import AskedError, Decision, RecordKind, Relation

if TYPE_CHECKING:
    from rejoinder.desk.desk import Desk
    from rejoinder.model import Entry

Id = Annotated[str, typer.Argument(metavar="ID", help="As it stands at the end of a line; its first digits do.")]
Reason = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why.", show_default=False)]
_DECISIONS = tuple(decision.value for decision in Decision if decision is not Decision.UNDO)
_RELATIONS = tuple(relation.value.replace(" ", "-") for relation in Relation)


def judge(
    context: typer.Context,
    docket: Named,
    subject: Id,
    decision: Annotated[str, typer.Argument(metavar="DECISION", help=f"One of {', '.join(_DECISIONS)}.")],
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIELD=VALUE", help="To amend: what it should be. See review for the fields."),
    ] = None,
    others: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="ID", help="To merge or split: the other record; may stand several times."),
    ] = None,
    reason: Reason = None,
    database: Database = None,
    user: User = None,
) -> None:
    """Judge one record: confirm, amend, reject, unsure, merge or split. It is one more entry, under your name."""
    with telling():
        from rejoinder.desk.judging import Verdict
        from rejoinder.desk.judging import judge as judge_in
        from rejoinder.desk.recording import split_typed
        from rejoinder.desk.showing import amended_record

        desk, name = open_docket(context, docket, database, user)
        chosen = _one_of(decision, _DECISIONS, "decision")
        record = _find(desk, name, subject)
        typed = split_typed(fields or [])
        if typed and chosen != Decision.AMEND.value:
            raise AskedError("judgement-unclear", f"To {chosen} takes no fields.", "To change fields: amend")
        amended = amended_record(desk, name, record, typed) if chosen == Decision.AMEND.value else None
        verdict = Verdict(Decision(chosen), reason, tuple(_find(desk, name, other) for other in others or ()), amended)
        entry = judge_in(desk, name, record, verdict)
    _tell(desk, name, entry)


def undo(
    context: typer.Context,
    docket: Named,
    number: Annotated[
        int | None,
        typer.Argument(metavar="ENTRY", help="The number of the judgement or tie. Without it, your last judgement."),
    ] = None,
    reason: Reason = None,
    database: Database = None,
    user: User = None,
) -> None:
    """Take a judgement or a tie back, by one more entry. Both stay in the history."""
    with telling():
        from rejoinder.desk.judging import undo as undo_in

        desk, name = open_docket(context, docket, database, user)
        entry = undo_in(desk, name, number, reason)
    _tell(desk, name, entry)


def link(
    context: typer.Context,
    docket: Named,
    promise: Annotated[
        str, typer.Argument(metavar="PROMISE", help="What is kept, answered, put off ...: the id of its record.")
    ],
    document: Annotated[
        str,
        typer.Argument(metavar="DOCUMENT", help="What does it: the id of a text, a meeting, a statement, or a source."),
    ],
    relation: Annotated[
        str, typer.Option("--as", metavar="RELATION", help=f"What it does: {', '.join(_RELATIONS)}.")
    ] = "discharges",
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on",
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="On which day. Without it, that of the document.",
            show_default=False,
        ),
    ] = None,
    reason: Reason = None,
    database: Database = None,
    user: User = None,
) -> None:
    """Tie a document to a promise that it keeps, or to another record that it bears on."""
    with telling():
        from rejoinder.desk.judging import Tie
        from rejoinder.desk.judging import link as link_in
        from rejoinder.desk.tying import day_of_document, document_of
        from rejoinder.model import Interval

        desk, name = open_docket(context, docket, database, user)
        chosen = Relation(_one_of(relation, _RELATIONS, "relation").replace("-", " "))
        tied = document_of(desk, name, _find(desk, name, document))
        day = on.date() if on else day_of_document(desk, name, tied)
        tie = Tie(tied, chosen, _find(desk, name, promise), Interval.day(day) if day else None, reason)
        entry = link_in(desk, name, tie)
    _tell(desk, name, entry)


def record(
    context: typer.Context,
    docket: Named,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="statement, commitment, meeting, text ...")],
    fields: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIELD=VALUE", help="What it says; with a missing one the error tells what is needed."),
    ] = None,
    source: Annotated[
        str, typer.Option("--source", metavar="ID", help="The source in which it stands.", show_default=False)
    ] = "",
    words: Annotated[
        str, typer.Option("--words", metavar="WORDS", help="The exact words that it rests on.", show_default=False)
    ] = "",
    nth: Annotated[
        int | None,
        typer.Option(
            "--nth", min=1, metavar="N", help="Which place, where the words stand in several.", show_default=False
        ),
    ] = None,
    database: Database = None,
    user: User = None,
) -> None:
    """Record by hand what a source shows, with the exact words in which it is shown, under your name."""
    with telling():
        from rejoinder.desk.recording import BY_HAND, Quoted, split_typed
        from rejoinder.desk.recording import record as record_in

        desk, name = open_docket(context, docket, database, user)
        chosen = _one_of(kind, tuple(known.value for known in BY_HAND), "kind of record")
        if not (source and words.strip()):
            message = "A record rests on words of a source."
            raise AskedError("words-missing", message, 'Give both: --source ID --words "..."')
        entry = record_in(desk, name, RecordKind(chosen), Quoted(source, words, nth), split_typed(fields or []))
    _tell(desk, name, entry)


def _one_of(given: str, known: tuple[str, ...], what: str) -> str:
    if given.strip().lower() not in known:
        raise AskedError("value-unknown", f"“{given}” is no {what}.", f"Take one of {', '.join(known)}.")
    return given.strip().lower()


def _find(desk: Desk, docket: str, asked: str) -> str:
    from rejoinder.desk.records import find_id
    from rejoinder.desk.snapshots import snapshot_as_of

    return find_id(snapshot_as_of(desk, docket), asked, desk.today)


def _tell(desk: Desk, docket: str, entry: Entry) -> None:
    """One line: the number of the entry, what it did, and to which record."""
    from rejoinder.cli.standing.sheet import shown_id
    from rejoinder.desk.history import event_of
    from rejoinder.desk.tying import words_of

    event = event_of(entry, undone=False)
    others = "".join(f" {shown_id(other)}" for other in event.others)
    words = words_of(desk, docket, event.subject)
    put(f"entry {event.seq}  {shown_id(event.subject)}{words}: {event.what}{others}, by {event.by}\n")
