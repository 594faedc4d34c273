"""What a docket has received: a docket and a moment in, its sources out, with what became of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from rejoinder.desk.desk import Desk
from rejoinder.desk.snapshots import NOW, AsOf, end_of, of_snapshot, views_as_of
from rejoinder.docket.kept import SourceKept
from rejoinder.docket.live import Live
from rejoinder.docket.sources import embargo_of
from rejoinder.model import EntryKind


@dataclass(frozen=True, slots=True)
class Received:
    """A source.

    ``out``        why it does not count any more (a later version, a kill), or None
    ``embargoed``  until when it may not be published, or None once it may
    ``statements``, ``records``  how many of them stand in it; ``left``: how many records nobody has judged
    """

    source: str
    kept: SourceKept
    out: str | None
    embargoed: datetime | None
    statements: int
    records: int
    left: int


def list_sources(desk: Desk, docket: str, at: AsOf = NOW) -> tuple[Received, ...]:
    """The sources that were known then, the latest first."""
    views = views_as_of(desk, docket, at)
    snapshot, live = views.snapshot, views.live
    now = desk.clock() if at.known is None else end_of(at.known)
    statements, records, left = of_snapshot(desk, ("counts", docket, at), snapshot, lambda: _count(live))
    found = (
        Received(
            name,
            kept,
            live.superseded.get(name),
            embargo_of(kept, now),
            statements[name],
            records[name],
            0 if name in live.superseded else left[name],
        )
        for name, kept in snapshot.sources.items()
    )
    return tuple(sorted(found, key=lambda item: (item.kept.known, item.kept.seq), reverse=True))


def is_called(kept: SourceKept, words: str) -> bool:
    """Whether the words stand in the publisher, title or file name of a source, in whatever case."""
    names = (kept.publisher, kept.title, kept.name)
    return words.casefold() in " ".join(name or "" for name in names).casefold()


def received_since(desk: Desk, docket: str, after: int) -> tuple[Received, ...]:
    """The sources that the desk's user has entered after a number, the latest known first."""
    every = list_sources(desk, docket)
    own = {
        entry.entered.subject
        for entry in desk.ledger.entries(docket, after=after)
        if entry.entered.kind is EntryKind.SOURCE and entry.entered.recorded_by == desk.user
    }
    return tuple(one for one in every if one.source in own)


Counts = tuple[Counter[str], Counter[str], Counter[str]]


def _count(live: Live) -> Counts:
    """By source: the statements in it, the records, and those of them that nobody has judged."""
    statements = Counter(kept.source for kept in live.snapshot.statements.values())
    records: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for part in live.parts.values():
        for subject, kept in part.items():
            records[kept.source] += 1
            left[kept.source] += kept.by is None and subject not in live.verdicts.backings
    return statements, records, left
