"""One source as it is read: its text, what was found in it and by whom that was judged, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from rejoinder.desk.desk import Desk
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.records import record_in
from rejoinder.desk.snapshots import NOW, AsOf, end_of, of_snapshot, snapshot_as_of, views_as_of
from rejoinder.docket import Snapshot, Views
from rejoinder.docket.entering import passages_of
from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import Backing, Footing, Matter
from rejoinder.docket.payloads import Held, Record, read_payload, read_record
from rejoinder.docket.sources import embargo_of
from rejoinder.model import AskedError, Entry, EntryKind, Passage, RecordKind


@dataclass(frozen=True, slots=True)
class Part:
    """An item that a text lists: its id and its words."""

    subject: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Finding:
    """A record that stands in a source, as it was amended if it was.

    ``passages``  the words it rests on, the weightiest first; ``parts`` the items of a text
    ``matter``    what the docket makes of it, None for a statement
    ``out``       why it does not count, or None
    ``broken``    the first words that no longer stand where they should, or None
    """

    subject: str
    kind: RecordKind
    record: Record
    passages: tuple[Passage, ...]
    parts: tuple[Part, ...]
    backing: Backing
    matter: Matter | None
    out: str | None
    broken: Passage | None

    @property
    def open(self) -> bool:
        """Whether nobody has judged it yet."""
        return self.backing.footing is Footing.FOUND


@dataclass(frozen=True, slots=True)
class Version:
    """Another version of the same story of a wire."""

    source: str
    kept: SourceKept


@dataclass(frozen=True, slots=True)
class StoryRead:
    """A source with its findings.

    ``text``      None where its bytes were withdrawn
    ``out``       why nothing in it counts any more, or None
    ``embargoed`` until when it may not be published, or None once it may
    ``versions``  the other versions of it, the earliest first
    """

    source: str
    kept: SourceKept
    text: str | None
    findings: tuple[Finding, ...]
    out: str | None
    embargoed: datetime | None
    versions: tuple[Version, ...]

    @property
    def left(self) -> int:
        """How many findings nobody has judged."""
        return sum(finding.open for finding in self.findings)


def story_of(desk: Desk, docket: str, source: str, at: AsOf = NOW) -> StoryRead:
    """A source and what stands in it, as of a moment. AskedError if the docket does not hold it then."""
    snapshot = snapshot_as_of(desk, docket, at)
    kept = snapshot.sources.get(source)
    if kept is None:
        raise AskedError("source-unknown", "The docket does not hold this source then.", "See the list of sources.")
    held = desk.ledger.source(source)
    text = held.text if held is not None else None
    views = views_as_of(desk, docket, at)
    within = of_snapshot(desk, ("by source", docket, at), snapshot, lambda: _subjects_by_source(views))
    entries = desk.ledger.about(docket, within.get(source, []))
    found = sorted(_findings(entries, views, text), key=_place)
    now = desk.clock() if at.known is None else end_of(at.known)
    out, embargoed = views.live.superseded.get(source), embargo_of(kept, now)
    return StoryRead(source, kept, text, tuple(found), out, embargoed, tuple(_versions(snapshot, source, kept)))


def story_with(desk: Desk, docket: str, subject: str) -> str | None:
    """The id of the source in which a record stands; None for one that rests on no source."""
    ask(desk, Deed.READ, docket)
    entries = desk.ledger.about(docket, [subject])
    return next((seen.source for entry in entries for seen in entry.entered.evidence), None)


def next_to_review(desk: Desk, docket: str) -> str | None:
    """The earliest source in which something waits to be judged, of those that count; None if there is none."""
    views = views_as_of(desk, docket)
    return of_snapshot(desk, ("to review", docket), views.snapshot, lambda: _earliest_open(views))


def _earliest_open(views: Views) -> str | None:
    live, sources = views.live, views.snapshot.sources
    judged = live.verdicts.backings
    waiting = {
        kept.source
        for part in live.parts.values()
        for subject, kept in part.items()
        if kept.by is None and kept.source and subject not in judged and kept.source not in live.superseded
    }
    return min(waiting, key=lambda source: (sources[source].known, source), default=None)


def _versions(snapshot: Snapshot, source: str, own: SourceKept) -> list[Version]:
    others = [
        Version(name, kept)
        for name, kept in snapshot.sources.items()
        if own.uri is not None and kept.uri == own.uri and name != source
    ]
    return sorted(others, key=lambda version: (version.kept.known, version.kept.version or ""))


def _place(finding: Finding) -> tuple[int, int]:
    first = finding.passages[0] if finding.passages else None
    return (first.start, -first.end) if first else (0, 0)


def _subjects_by_source(views: Views) -> dict[str, list[str]]:
    """The records that stand in each source."""
    within: dict[str, list[str]] = {}
    for subject, said in views.snapshot.statements.items():
        within.setdefault(said.source, []).append(subject)
    for part in views.live.parts.values():
        for subject, kept in part.items():
            within.setdefault(kept.source, []).append(subject)
    return within


def _findings(entries: Iterable[Entry], views: Views, text: str | None) -> Iterator[Finding]:
    last: dict[str, tuple[Entry, Held]] = {}
    for entry in entries:
        held = read_payload(entry.entered.kind, entry.entered.payload)
        if isinstance(held, Held) and entry.seq <= views.snapshot.seq:
            last[entry.entered.subject] = (entry, held)
    yield from (_finding(entry, held, views, text) for entry, held in last.values())


def _finding(entry: Entry, held: Held, views: Views, text: str | None) -> Finding:
    subject = entry.entered.subject
    amended = views.live.verdicts.amended.get(subject)
    record = read_record(held.kind, held.record) if amended is None else record_in(amended)
    passages = passages_of(record)
    parts = _parts(views, subject) if held.kind is RecordKind.TEXT else ()
    words = (*passages, *(part.passage for part in parts))
    broken = None if text is None else next((passage for passage in words if not passage.holds_in(text)), None)
    matter = None if held.kind is RecordKind.STATEMENT else views.find(subject)
    kept = views.live.kept(subject)
    out = views.live.why_out(subject, kept) if kept is not None else None
    return Finding(subject, held.kind, record, passages, parts, _backing(entry, views), matter, out, broken)


def _parts(views: Views, text: str) -> tuple[Part, ...]:
    items = ((name, item) for name, item in views.live.items.items() if item.text == text)
    return tuple(Part(name, Passage(item.start, item.end, item.exact)) for name, item in items)


def _backing(entry: Entry, views: Views) -> Backing:
    judged = views.live.verdicts.backings.get(entry.entered.subject)
    if judged is not None:
        return judged
    if entry.entered.kind is EntryKind.RECORD:
        return Backing(Footing.ENTERED, entry.entered.recorded_by, entry.recorded_at)
    return Backing(Footing.FOUND)
