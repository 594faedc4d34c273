"""What a person means when a document is tied to a promise: a record or a source in, the record that the tie is made
from and its day out."""

from __future__ import annotations

from datetime import date

from rejoinder.desk.desk import Desk
from rejoinder.desk.snapshots import snapshot_as_of, views_as_of
from rejoinder.docket.kept import MeetingKept, StatementKept, TextKept
from rejoinder.docket.live import Live
from rejoinder.model import AskedError

SHOWN = 60


def document_of(desk: Desk, docket: str, found: str) -> str:
    """The record that does what the document does: the record itself; of a source the text that is in hand, else the
    only one that it tells of. AskedError where there is none, or it could be several."""
    live = Live(snapshot_as_of(desk, docket))
    if found not in live.snapshot.sources:
        return found
    texts = {name: kept for name, kept in live.texts.items() if kept.source == found and live.counts(name)}
    in_hand = [name for name, kept in texts.items() if kept.in_hand] or list(texts)
    matters = {live.matter_of(name) for name in in_hand}
    if len(matters) == 1:
        return in_hand[0]
    if not matters:
        message = "That source tells of no text."
        raise AskedError(
            "document-unclear", message, "Record it first: rejoinder record DOCKET text --source ID --words ..."
        )
    some = ", ".join(sorted(in_hand)[:3])
    raise AskedError("document-unclear", f"That source tells of several texts: {some}.", "Give the id of one of them.")


def day_of_document(desk: Desk, docket: str, subject: str) -> date | None:
    """The day of a text, a meeting or a statement; None where none is told."""
    live = Live(snapshot_as_of(desk, docket))
    kept = live.statements.get(subject) or live.kept(subject)
    return kept.on if isinstance(kept, TextKept | MeetingKept | StatementKept) else None


def words_of(desk: Desk, docket: str, subject: str) -> str:
    """The words of a record, for a line: quoted, with a blank before them; nothing for what has none."""
    views = views_as_of(desk, docket)
    said = views.live.statements.get(subject)
    matter = None if said else views.find(subject)
    words = said.words if said else matter.words if matter else ""
    short = " ".join(words.split())
    return f" “{short if len(short) <= SHOWN else f'{short[:SHOWN].rstrip()}…'}”" if short else ""
