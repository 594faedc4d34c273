"""Dockets made by hand, story by story, for the tests of what is made of them. Days are given as "2022-01-24", intervals
as "2022-01-24/2022-01-30", with either side left out where it is open; words stand one after another in their story.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from rejoinder.docket import PROJECTION, Snapshot, decode_snapshot, encode_snapshot, fold
from rejoinder.docket.chain import seal
from rejoinder.docket.payloads import Judged, Linked, Record, SourceReceived, SourceWithdrawn, encode, hold
from rejoinder.docket.snapshot import name_of_shelf
from rejoinder.model import (
    Act,
    Actor,
    Answer,
    Characterisation,
    Commitment,
    Consent,
    Contingency,
    Decision,
    Disposition,
    Due,
    Entry,
    EntryKind,
    Evidence,
    Interval,
    ItemPlace,
    Link,
    Meeting,
    MeetingStatus,
    NewEntry,
    Passage,
    RecordKind,
    Referral,
    Relation,
    Release,
    SaidOn,
    Standing,
    Statement,
    TabledText,
    TextItem,
    TextKind,
)

ENTERED = datetime(2022, 3, 1, 9, tzinfo=UTC)


def days(said: str | None) -> Interval | None:
    """An interval as the tests write it."""
    if said is None:
        return None
    first, _, last = said.partition("/")
    if "/" not in said:
        last = first
    return Interval(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def side(name: str | None) -> Actor | None:
    """A side, or "Person, Side"."""
    if name is None:
        return None
    person, _, party = name.rpartition(", ")
    return Actor(person or party, None, party)


@dataclass
class Drawer:
    """Where a snapshot is kept, in memory: rows by name, beside the entries."""

    made: Sequence[Entry]
    rows: dict[str, bytes] = field(default_factory=dict)
    asked: list[object] = field(default_factory=list)

    def shelf(self, month: str) -> bytes | None:
        self.asked.append(month)
        return self.rows.get(name_of_shelf(month))

    def entries(self) -> Sequence[Entry]:
        self.asked.append("entries")
        return self.made

    def payloads(self, numbers: Sequence[int]) -> dict[int, str]:
        self.asked.append(tuple(numbers))
        return {entry.seq: entry.entered.payload for entry in self.made if entry.seq in set(numbers)}

    def keep(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot as it comes back from its bytes."""
        self.rows.update(encode_snapshot(snapshot))
        return decode_snapshot(self.rows[PROJECTION], self)


@dataclass
class Docket:
    """A docket in the making: stories, then what persons decide."""

    new: list[NewEntry] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)

    def story(self, day: str, name: str | None = None, **received: object) -> Story:
        """A story that was out at the beginning of a day, or at a moment ("2022-01-24T10:00")."""
        moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
        story = Story(self, name or f"sha256:{len(self.stories) + 1}", moment)
        self.stories.append(story)
        published = {"published": moment.date(), "publisher": "Upland Wire", **received}
        payload = encode(SourceReceived(f"{story.source}.txt", "text/plain", "sha256:0", **published))
        story.add(EntryKind.SOURCE, story.source, payload)
        return story

    def judge(self, subject: str, decision: Decision, *others: str, amended: Record | None = None) -> int:
        """A judgement by Ilse; the number of its entry."""
        held = None if amended is None else hold(KINDS[type(amended)], amended)
        payload = Judged(decision, "so it is", held, None, others)
        return self._enter(EntryKind.JUDGEMENT, subject, encode(payload))

    def undo(self, number: int) -> int:
        """Take back the entry with this number."""
        return self._enter(EntryKind.JUDGEMENT, "", encode(Judged(Decision.UNDO)), supersedes=number)

    def link(self, subject: str, relation: Relation, to: str, on: str | None = None) -> int:
        """A tie that Ilse makes."""
        return self._enter(EntryKind.LINK, subject, encode(Linked(relation, to)), on)

    def record(self, subject: str, record: Record) -> str:
        """A record that Ilse enters by hand, without a source."""
        self._enter(EntryKind.RECORD, subject, encode(hold(KINDS[type(record)], record)))
        return subject

    def withdraw(self, source: str) -> None:
        """The bytes of a source are withdrawn."""
        self._enter(EntryKind.WITHDRAWAL, source, encode(SourceWithdrawn("a court order")))

    def entries(self, portions: int = 1) -> list[Entry]:
        """The entries as they stand, sealed in appends an hour apart of so many entries."""
        sealed: list[Entry] = []
        for at in range(0, len(self.new), portions):
            moment = ENTERED + timedelta(hours=at)
            sealed += seal("lenn", self.new[at : at + portions], moment, sealed[-1] if sealed else None)
        return sealed

    def fold(self, until: str | None = None) -> Snapshot:
        """The docket as of the end of a day."""
        end = datetime.combine(date.fromisoformat(until), time.max, UTC) if until else None
        return fold(entry for entry in self.entries() if end is None or entry.entered.known_at <= end)

    def _enter(
        self, kind: EntryKind, subject: str, payload: str, on: str | None = None, supersedes: int | None = None
    ) -> int:
        known = self.stories[0].known if self.stories else ENTERED
        self.new.append(NewEntry(kind, subject, days(on), known, "Ilse", payload, supersedes=supersedes))
        return len(self.new)


@dataclass
class Story:
    """One story of a docket. What it tells is added record by record; each gives the subject of its entry."""

    docket: Docket
    source: str
    known: datetime
    at: int = 0

    def add(self, kind: EntryKind, subject: str, payload: str, words: Passage | None = None) -> str:
        evidence = (Evidence(self.source, words),) if words else ()
        self.docket.new.append(NewEntry(kind, subject, None, self.known, "desk", payload, evidence, "tagger"))
        return subject

    def words(self, text: str) -> Passage:
        start = self.at
        self.at += len(text) + 1
        return Passage(start, start + len(text), text)

    def find(self, record: Record, words: Passage) -> str:
        """A finding of the machine."""
        kind = KINDS[type(record)]
        subject = f"{kind.value}:{self.source.removeprefix('sha256:')}-{words.start}"
        return self.add(EntryKind.FINDING, subject, encode(hold(kind, record)), words)

    def say(self, speaker: str | None, words: str, on: str | None = None, **told: object) -> str:
        content = self.words(words)
        post = told.pop("post", None)
        who = side(speaker)
        actor = Actor(who.name, post, told.pop("party", who.party)) if who else None
        via = tuple(Actor(name) for name in told.pop("via", ()))
        venue = told.pop("venue", None)
        said_on = SaidOn(None, days(on)) if on else None
        act = told.pop("act", Act.STATE)
        record = Statement("s", actor, None, via, act, None, venue, False, said_on, None, content, (), 0.9, "said")
        return self.find(record, content)

    def promise(
        self,
        debtor: str,
        creditor: str | None,
        action: str,
        due: tuple[str, str] | None = None,
        made: str | None = None,
        **more: object,
    ) -> str:
        words = self.words(action)
        condition = more.pop("condition", None)
        by = tuple(Actor(name) for name in more.pop("by", ()))
        record = Commitment(
            "c",
            side(debtor),
            side(creditor),
            words,
            self.words(condition) if condition else None,
            days(made),
            Due(due[0], days(due[1])) if due else None,
            by,
            tuple(more.pop("said", ())),
            (words,),
            "promised",
        )
        return self.find(record, words)

    def meet(
        self,
        people: Sequence[str],
        when: str | None,
        status: MeetingStatus = MeetingStatus.PLANNED,
        place: str | None = None,
        moved_from: str | None = None,
        forum: str | None = None,
    ) -> str:
        words = self.words("meet")
        actors = tuple(side(name) for name in people)
        return self.find(Meeting(actors, place, forum, days(when), status, words, "met", days(moved_from)), words)

    def text(
        self,
        by: str | None,
        to: Sequence[str],
        kind: TextKind = TextKind.DRAFT,
        when: str | None = None,
        items: Sequence[str | tuple[str, Sequence[str]]] = (),
        **more: str | None,
    ) -> str:
        words = self.words("a text")
        to_all = tuple(side(name) for name in to)
        parts = tuple(self._item(item) for item in items)
        record = TabledText(
            side(by), to_all, kind, more.get("title"), days(when), parts, words, "tabled", days(more.get("published"))
        )
        return self.find(record, words)

    def in_hand(
        self,
        by: str | None,
        to: Sequence[str],
        kind: TextKind = TextKind.DRAFT,
        when: str | None = None,
        items: Sequence[tuple[str, str]] = (),
        **more: object,
    ) -> str:
        """The text itself: what Ilse enters of it, its items as (key, wording)."""
        words = self.words("the text")
        parts = tuple(self._placed(number, *item, **more) for number, item in enumerate(items, start=1))
        to_all = tuple(side(name) for name in to)
        record = TabledText(
            side(by), to_all, kind, more.get("title"), days(when), parts, words, "it is", None, True, more.get("line")
        )
        subject = f"text:{self.source.removeprefix('sha256:')}"
        return self.add(EntryKind.RECORD, subject, encode(hold(RecordKind.TEXT, record)), words)

    def _placed(self, number: int, key: str, wording: str, **more: object) -> TextItem:
        heading = more.get("headings", {}).get(key)
        further = tuple(self.words(text) for text in more.get("further", {}).get(key, ()))
        introduces = key in more.get("introducing", ())
        place = ItemPlace(key, f"art_{number}", f"Article {number}", heading, further, introduces)
        return TextItem(self.words(wording), (), place)

    def answer(self, item: str, text: str, disposition: Disposition, *said: str, by_hand: bool = False) -> str:
        """What this story, a reply in hand, does with an item."""
        reply = f"text:{self.source.removeprefix('sha256:')}"
        links = tuple(Link(self.words(words), disposition, 0.9, "It says so.") for words in said)
        passage = links[0].passage if links else Passage(0, 8, "the text")
        wording = Passage(0, 1, "x")
        record = Answer(item, text, reply, disposition, links, wording, passage, "So it is.")
        subject = f"answer:{self.source.removeprefix('sha256:')}-{item.rpartition('.')[2]}"
        kind = EntryKind.RECORD if by_hand else EntryKind.FINDING
        return self.add(kind, subject, encode(hold(RecordKind.ANSWER, record)), passage)

    def _item(self, item: str | tuple[str, Sequence[str]]) -> TextItem:
        wording, parts = (item, ()) if isinstance(item, str) else item
        return TextItem(self.words(wording), tuple(self._item(part) for part in parts))

    def refer(self, what: str | None, to: str | None, by: str | None = None, agrees: bool | None = None) -> str:
        words = self.words("goes elsewhere")
        passage = self.words(what) if what else None
        return self.find(Referral(passage, None, to, side(by), agrees, words, "referred"), words)

    def release(
        self,
        of: str | None,
        wanted_by: str | None = None,
        consent_of: str | None = None,
        state: Consent = Consent.NOT_ASKED,
        publication: object = None,
    ) -> str:
        words = self.words("public or not")
        passage = self.words(of) if of else None
        return self.find(Release(passage, side(wanted_by), side(consent_of), state, words, "why", publication), words)

    def hang(self, trigger: str, step: str, actors: Sequence[str] = (), decider: str | None = None) -> str:
        words = self.words(step)
        record = Contingency(self.words(trigger), words, tuple(side(name) for name in actors), side(decider), "hangs")
        return self.find(record, words)

    def call(
        self, by: str | None, standing: Standing, of: str | None, words: str = "so", statement: str | None = None
    ) -> str:
        quoted = self.words(words)
        passage = self.words(of) if of else None
        return self.find(Characterisation(standing, side(by), passage, quoted, statement, "called"), quoted)


KINDS: dict[type[Record], RecordKind] = {
    Statement: RecordKind.STATEMENT,
    Commitment: RecordKind.COMMITMENT,
    Contingency: RecordKind.CONTINGENCY,
    Meeting: RecordKind.MEETING,
    TabledText: RecordKind.TEXT,
    Referral: RecordKind.REFERRAL,
    Release: RecordKind.RELEASE,
    Characterisation: RecordKind.CHARACTERISATION,
    Answer: RecordKind.ANSWER,
}
