"""Going through findings one by one: a desk and a docket in, the next finding that nobody has judged out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rejoinder.desk.contexts import InContext, Texts
from rejoinder.desk.desk import Desk
from rejoinder.desk.judging import Verdict, judge, standing_judgements, undo
from rejoinder.desk.records import find_id
from rejoinder.desk.showing import record_with_id
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import Snapshot, all_matters
from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import Footing, Matter, MatterKind
from rejoinder.docket.payloads import Record
from rejoinder.model import AskedError, Decision


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding that waits for a judgement: its id, the matter it tells of (None for a statement), the record, and its
    words in context."""

    subject: str
    matter: Matter | None
    record: Record
    place: InContext
    source: SourceKept | None
    left: int


class Review:
    """One sitting. A matter is settled by one confirmed record, so only the first open one of each is asked for."""

    def __init__(self, desk: Desk, docket: str, *, statements: bool = False) -> None:
        self._desk = desk
        self._docket = docket
        self._statements = statements
        self._texts = Texts(desk.ledger)
        self._skipped: set[str] = set()
        self._made: list[tuple[int, str]] = []
        self._look()

    def _look(self) -> None:
        """See what is there to be judged now."""
        self._snapshot = snapshot_as_of(self._desk, self._docket)
        self._matters = all_matters(self._snapshot, self._desk.today)
        self._waiting = [item for item in self._open() if item[0] not in self._skipped]

    def _open(self) -> Iterator[tuple[str, Matter | None]]:
        for matter in self._matters:
            if matter.kind is not MatterKind.ITEM and not matter.backing.confirmed:
                found = (report for report in matter.reports if report.out is None)
                subject = next((item.subject for item in found if item.backing.footing is Footing.FOUND), None)
                if subject is not None:
                    yield subject, matter
        if self._statements:
            judged = {self._snapshot.judgements[seq].subject for seq in standing_judgements(self._snapshot)}
            yield from ((subject, None) for subject in self._snapshot.statements if subject not in judged)

    @property
    def snapshot(self) -> Snapshot:
        """The docket as it is now."""
        return self._snapshot

    def next_finding(self) -> Finding | None:
        """The finding to be judged now; None where there is none left."""
        while self._waiting:
            subject, matter = self._waiting[0]
            record = record_with_id(self._desk, self._docket, subject)
            place = self._place(subject)
            if record is not None and place is not None:
                source = self._snapshot.sources.get(place.source)
                return Finding(subject, matter, record, place, source, len(self._waiting))
            self.skip(subject)
        return None

    def _place(self, subject: str) -> InContext | None:
        entries = self._desk.ledger.about(self._docket, [subject])
        seen = next((entry.entered.evidence[0] for entry in entries if entry.entered.evidence), None)
        return self._texts.in_context(seen.source, seen.passage) if seen else None

    def decide(self, subject: str, verdict: Verdict) -> None:
        """Enter what was decided."""
        entry = judge(self._desk, self._docket, subject, verdict)
        self._made.append((entry.seq, subject))
        if verdict.decision is Decision.UNSURE:
            self._skipped.add(subject)
        if verdict.decision in (Decision.CONFIRM, Decision.UNSURE):
            self._waiting = [item for item in self._waiting if item[0] != subject]
        else:
            self._look()

    def skip(self, subject: str) -> None:
        """Leave a finding as it is, for this sitting."""
        self._skipped.add(subject)
        self._made.append((0, subject))
        self._waiting = [item for item in self._waiting if item[0] != subject]

    def undo(self) -> str:
        """Take back the last step of this sitting; the id that it was about. AskedError if there is none."""
        if not self._made:
            raise AskedError("nothing-to-undo", "There is nothing to undo in this sitting.", "Go on.")
        seq, subject = self._made.pop()
        if seq:
            undo(self._desk, self._docket, seq)
        self._skipped.discard(subject)
        self._look()
        self._waiting.sort(key=lambda item: item[0] != subject)
        return subject

    def alike(self, finding: Finding) -> list[Matter]:
        """Other matters of the same kind, with which the finding could be one."""
        kind = finding.matter.kind if finding.matter else None
        own = finding.matter.id if finding.matter else ""
        return [matter for matter in self._matters if matter.kind is kind and matter.id != own]

    def find(self, asked: str) -> str:
        """The whole id for one given in short. AskedError if there is none, or several."""
        return find_id(self._snapshot, asked, self._desk.today)
