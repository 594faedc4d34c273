"""Texts in hand: a file and what a person says it is (a draft, a reply, a later version) in, what was entered out.

The source, its record as a text with its items, and its ties to other texts go in with one append, all or nothing. The
record is a person's, entered by hand; what is said otherwise later is one more entry. What a letter promises goes in
with it (``promising``). Then what each reply in hand does with the items that it answers is found and entered
(``answering``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rejoinder.desk.answering import Matched, match_pairs
from rejoinder.desk.desk import Desk
from rejoinder.desk.gathering import Gathered
from rejoinder.desk.items import head_of, items_of
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.promising import Letter
from rejoinder.desk.records import find_id
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.desk.storable import storable
from rejoinder.docket import Snapshot
from rejoinder.docket.entering import known_at, received_of, subject_of
from rejoinder.docket.ledger import KeptSource
from rejoinder.docket.live import Live
from rejoinder.docket.payloads import Judged, Linked, encode, hold
from rejoinder.docket.reports import read_as
from rejoinder.formats import document_from_bytes
from rejoinder.model import (
    Actor,
    AskedError,
    Decision,
    Document,
    EntryKind,
    Evidence,
    Interval,
    NewEntry,
    Outline,
    Problem,
    RecordKind,
    Relation,
    StoreError,
    TabledText,
    TextItem,
    TextKind,
)

ANSWERING = (TextKind.REPLY, TextKind.LETTER)
"""Kinds of text that are not cut into items: their sentences answer those of others, and promise."""


@dataclass(frozen=True, slots=True)
class SaidOfText:
    """What a person says of a text in hand.

    ``when``     the day on which it was handed over, or None
    ``answers``  the texts that it answers, ``replaces`` the one of which it is a later version: by their ids, or those
                 of their sources, or the first digits of either
    """

    kind: TextKind
    by: Actor
    to: tuple[Actor, ...] = ()
    title: str | None = None
    when: date | None = None
    answers: tuple[str, ...] = ()
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Tabled:
    """A text that is in the docket now. ``entries`` is how many entries that took (0: all was as it was said),
    ``parts`` how many items it has, ``promises`` how many promises were found in it now, ``matched`` how it was held
    against the texts that it answers or that answer it."""

    name: str
    source: str
    text: str
    kind: TextKind
    entries: int
    parts: int
    promises: int
    matched: tuple[Matched, ...]
    problems: tuple[Problem, ...]


def table_text(desk: Desk, docket: str, given: Gathered, said: SaidOfText, published: date | None = None) -> Tabled:
    """Enter a text in hand. ``published`` is its day of publication, where it was published. The same text again with
    the same words about it enters nothing; with other words it amends its record. InputError for what cannot be
    read, AskedError for a text that it answers or replaces and that the docket does not hold."""
    from rejoinder.matching.outline import outline_text

    ask(desk, Deed.ADD, docket)
    ask(desk, Deed.RECORD, docket)
    if not isinstance(given.data, bytes):
        raise given.data
    document = storable(document_from_bytes(given.data, given.name))
    outline = outline_text(document.text)
    while True:
        snapshot = snapshot_as_of(desk, docket)
        made = _Entering(desk, snapshot, document, outline, said, published)
        new = list(made.entries())
        kept = [] if made.held else [KeptSource(made.source, storable(given.name), given.data, document.text)]
        try:
            if new:
                desk.ledger.append(docket, new, desk.clock(), kept, expected_seq=snapshot.seq)
            break
        except StoreError as error:
            if error.code != "docket-moved":
                raise
    matched = match_pairs(desk, docket, made.text)
    items = len(made.record.items)
    promises = sum(entry.subject.startswith(RecordKind.COMMITMENT.value) for entry in new)
    problems = outline.problems if items else ()
    return Tabled(given.name, made.source, made.text, said.kind, len(new), items, promises, matched, problems)


class _Entering:
    """The entries that a text makes in a docket that stands as it does."""

    def __init__(
        self,
        desk: Desk,
        snapshot: Snapshot,
        document: Document,
        outline: Outline,
        said: SaidOfText,
        published: date | None,
    ) -> None:
        self._desk = desk
        self._live = Live(snapshot)
        self._said = said
        self._document = _dated(document, published)
        self.source = document.id or ""
        self.held = self.source in snapshot.sources
        now = desk.clock()
        known = replace(self._document, published=published or said.when or self._document.published)
        self._known = snapshot.sources[self.source].known if self.held else known_at(known, now)
        head = head_of(document.text, outline)
        self.text = subject_of(RecordKind.TEXT, self.source, (), "in hand")
        self._answers = tuple(self._find(asked) for asked in said.answers)
        self._replaces = self._find(said.replaces) if said.replaces else None
        self.record = TabledText(
            by=said.by,
            to=said.to,
            kind=said.kind,
            title=said.title or (head.exact if outline.title is not None else document.title),
            when=Interval.day(said.when) if said.when else None,
            items=() if said.kind in ANSWERING else items_of(document.text, outline, self._version_before()),
            passage=head,
            reason="It is the text itself.",
            published=Interval.day(published) if published else None,
            in_hand=True,
            line=self._line(),
        )

    def entries(self) -> Iterator[NewEntry]:
        """The source, its record, its ties and its promises, as far as they are not there already."""
        if not self.held:
            told = replace(self._document, title=self.record.title)
            yield self._entry(EntryKind.SOURCE, self.source, encode(received_of(told, self._name)))
        yield from self._record()
        ties = [(text, Relation.ANSWERS) for text in self._answers]
        ties += [(self._replaces, Relation.SUPERSEDES)] if self._replaces else []
        for text, relation in ties:
            if not self._is_tied(text, relation):
                yield self._entry(EntryKind.LINK, self.text, encode(Linked(relation, text)))
        if self._said.kind in ANSWERING:
            written = self._said.when or self._document.published
            letter = Letter(self.source, self._document, self._said.by, self._said.to, written, self._known)
            yield from letter.promises(self._live, self._desk.user)

    @property
    def _name(self) -> str:
        return storable(self._document.path or "")

    def _record(self) -> Iterator[NewEntry]:
        """The record of the text, or what a person says of it otherwise than before."""
        held = hold(RecordKind.TEXT, self.record)
        kept = self._live.texts.get(self.text)
        if kept is None:
            evidence = (Evidence(self.source, self.record.passage),)
            yield self._entry(EntryKind.RECORD, self.text, encode(held), evidence)
        elif self._live.payload(kept) != encode(held):
            judged = Judged(Decision.AMEND, None, held, RecordKind.TEXT)
            yield self._entry(EntryKind.JUDGEMENT, self.text, encode(judged))
        elif self._live.verdicts.rejected(self.text):
            yield self._entry(
                EntryKind.JUDGEMENT, self.text, encode(Judged(Decision.CONFIRM, None, None, RecordKind.TEXT))
            )

    def _entry(self, kind: EntryKind, subject: str, payload: str, evidence: Sequence[Evidence] = ()) -> NewEntry:
        known = self._known
        if kind is EntryKind.LINK:
            others = [text for text in (*self._answers, self._replaces) if text]
            known = max([known, *(self._live.texts[text].known for text in others)])
        days = self.record.when if kind in (EntryKind.RECORD, EntryKind.LINK) else None
        if kind is EntryKind.SOURCE and self._document.published:
            days = Interval.day(self._document.published)
        return NewEntry(kind, subject, days, known, self._desk.user, payload, tuple(evidence))

    def _find(self, asked: str) -> str:
        """The record of the text that is meant."""
        found = find_id(self._live.snapshot, asked, self._desk.today)
        if found.startswith("sha256:"):
            found = subject_of(RecordKind.TEXT, found, (), "in hand")
        if found not in self._live.texts:
            message = f"{asked} is no text that the docket holds."
            raise AskedError("text-unknown", message, "Add it first: rejoinder add DOCKET FILE --draft --by SIDE")
        if found == self.text:
            raise AskedError(
                "text-itself", "A text neither answers nor replaces itself.", "Give the id of another one."
            )
        return found

    def _before(self) -> str | None:
        """The record in hand of which this one is a later version."""
        if self._replaces is None:
            return None
        matter = self._live.matter_of(self._replaces)
        members = self._live.members("texts", matter)
        return next((name for name in members if self._live.texts[name].in_hand), None)

    def _version_before(self) -> tuple[str, Sequence[TextItem]] | None:
        before = self._before()
        kept = self._live.texts[before] if before else None
        source = self._desk.ledger.source(kept.source) if kept else None
        if kept is None or source is None or source.text is None:
            return None
        return source.text, read_as(TabledText, self._live, kept).items

    def _line(self) -> str | None:
        before = self._before()
        return read_as(TabledText, self._live, self._live.texts[before]).line or before if before else None

    def _is_tied(self, text: str, relation: Relation) -> bool:
        links = self._live.links.get(self._live.matter_of(text), ())
        own = self._live.matter_of(self.text)
        return any(link.relation is relation and self._live.matter_of(link.subject) == own for link in links)


def _dated(document: Document, published: date | None) -> Document:
    """The document published on the day that is given, else as it says itself."""
    return document if published is None else replace(document, published=published, published_basis="given")
