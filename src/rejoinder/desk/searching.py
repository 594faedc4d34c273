"""Searching a docket: words and what narrows them (speaker, act, days) in, places with the statements there out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rejoinder.desk.contexts import InContext, Texts
from rejoinder.desk.desk import Desk
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.snapshots import NOW, AsOf, snapshot_as_of
from rejoinder.docket import Snapshot
from rejoinder.docket.kept import SourceKept, StatementKept
from rejoinder.docket.ledger import Found
from rejoinder.model import Act, Passage

MANY = 10_000


@dataclass(frozen=True, slots=True)
class Narrowed:
    """By what a search is narrowed; ``speaker`` is a part of a name, post or party, days are those of speaking."""

    speaker: str | None = None
    act: Act | None = None
    first: date | None = None
    last: date | None = None

    @property
    def at_all(self) -> bool:
        """Whether it is narrowed."""
        return any((self.speaker, self.act, self.first, self.last))

    def holds_for(self, said: StatementKept) -> bool:
        """Whether a statement is one of those asked for."""
        names = " ".join(part for part in (said.name, said.post, said.party) if part).lower()
        return (
            (self.speaker is None or self.speaker.lower() in names)
            and (self.act is None or said.act == self.act.value)
            and (self.first is None or self.first <= said.on)
            and (self.last is None or said.on <= self.last)
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found, in context; ``id`` is that of the statement there, else of the source."""

    id: str
    source: SourceKept | None
    place: InContext
    said: StatementKept | None


def search(desk: Desk, docket: str, words: str, narrowed: Narrowed, limit: int = 20, at: AsOf = NOW) -> list[Hit]:
    """The best places first; without words the statements that are asked for, by day. What was not out at the moment
    asked for is not found."""
    ask(desk, Deed.READ, docket)
    snapshot = snapshot_as_of(desk, docket, at)
    texts = Texts(desk.ledger)
    if words.strip():
        every = desk.ledger.search(docket, words, limit if at.now and not narrowed.at_all else MANY)
        found = [item for item in every if item.source in snapshot.sources]
        places = _Statements(snapshot, found).places(found, narrowed)
    else:
        told = ((subject, said) for subject, said in snapshot.statements.items() if narrowed.holds_for(said))
        ordered = sorted(told, key=lambda item: (item[1].on, item[1].source, item[1].start))
        places = ((subject, said, said.source, said.start, said.end) for subject, said in ordered)
    return [_hit(snapshot, texts, place) for place, _ in zip(places, range(limit), strict=False)]


Place = tuple[str, StatementKept | None, str, int, int]


class _Statements:
    """The statements of the sources that were found."""

    def __init__(self, snapshot: Snapshot, found: Sequence[Found]) -> None:
        wanted = {item.source for item in found}
        self._of: dict[str, list[tuple[str, StatementKept]]] = {}
        for subject, said in snapshot.statements.items():
            if said.source in wanted:
                self._of.setdefault(said.source, []).append((subject, said))

    def places(self, found: Sequence[Found], narrowed: Narrowed) -> Iterator[Place]:
        """Each place that was found, with the first statement in it that is asked for."""
        for item in found:
            within = (
                (subject, said)
                for subject, said in self._of.get(item.source, ())
                if said.start < item.end and item.start < said.end and narrowed.holds_for(said)
            )
            subject, said = next(within, (item.source, None))
            if said is not None or not narrowed.at_all:
                yield subject, said, item.source, item.start, item.end


def _hit(snapshot: Snapshot, texts: Texts, place: Place) -> Hit:
    subject, said, source, start, end = place
    text = texts.text_of(source) or ""
    return Hit(subject, snapshot.sources.get(source), texts.in_context(source, Passage.of(text, start, end)), said)
