"""What the API answers: types with plain fields, written as JSON by msgspec and described by the contract.

Matters, events and sources are those of the docket, whole; what is here only puts them together.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

import msgspec

from rejoinder.desk.contexts import InContext
from rejoinder.desk.history import Event
from rejoinder.desk.listing import Listed
from rejoinder.desk.receiving import Received
from rejoinder.desk.searching import Hit
from rejoinder.desk.showing import Shown
from rejoinder.docket import Changed, Standing
from rejoinder.docket.kept import SourceKept
from rejoinder.docket.matters import (
    AnswerMatter,
    CharacterisationMatter,
    CommitmentMatter,
    ContingencyMatter,
    ItemMatter,
    MeetingMatter,
    QuietItem,
    ReferralMatter,
    ReleaseMatter,
    TextMatter,
)
from rejoinder.docket.payloads import RECORD_TYPES
from rejoinder.docket.table import TableRow
from rejoinder.formats.exports.matching import TableView
from rejoinder.model import Passage

MATTERS = (
    CommitmentMatter,
    ContingencyMatter,
    MeetingMatter,
    TextMatter,
    ItemMatter,
    ReferralMatter,
    ReleaseMatter,
    CharacterisationMatter,
    AnswerMatter,
)
RECORDS = tuple(RECORD_TYPES.values())
"""What stands for a matter or a record in an answer is one of these, whole."""


@dataclass(frozen=True, slots=True)
class About:
    """Which docket is shown, as of which day, and which record of it. ``seq`` is the number of the last entry."""

    docket: str
    title: str
    as_of: date
    recorded: datetime | None
    confirmed_only: bool
    seq: int


@dataclass(frozen=True, slots=True)
class DocketShown:
    """A docket: its name stands in addresses."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class DocketsShown:
    """All dockets that may be read."""

    dockets: tuple[DocketShown, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """How many statements of a side speak of an item in an ISO week."""

    week: str
    party: str
    mentions: int


@dataclass(frozen=True, slots=True)
class QuietShown:
    """An open item of which nothing was said at ``meetings_since`` meetings of its side."""

    item: ItemMatter
    weeks: tuple[Mentioned, ...]
    last_on: date | None
    last_statement: str | None
    meetings_since: int


@dataclass(frozen=True, slots=True)
class StandingShown:
    """Where a docket stands: the parts are those of the first page. No part lists more than the first hundred."""

    about: About
    counts: dict[str, int]
    promises: tuple[CommitmentMatter, ...]
    settled: tuple[CommitmentMatter, ...]
    items: tuple[ItemMatter, ...]
    meetings: tuple[MeetingMatter, ...]
    quiet: tuple[QuietShown, ...]
    public: tuple[dict[str, Any], ...]
    releases: tuple[ReleaseMatter, ...]
    referrals: tuple[ReferralMatter, ...]
    contingencies: tuple[ContingencyMatter, ...]
    characterised: tuple[CharacterisationMatter, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class MattersShown:
    """A page of matters. ``cursor`` goes into ``after`` for the next page; null where this is the last one."""

    about: About
    matters: tuple[dict[str, Any], ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class UnlinkedShown:
    """The sentences of a reply, by its id, that answer no item; ``source`` is that of the reply."""

    reply: str
    source: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class TableShown:
    """A page of the table over all texts. ``count`` is how many items there are, ``counts`` how many stand how;
    ``cursor`` goes into ``after`` for the next page, null where this is the last one."""

    about: About
    count: int
    counts: dict[str, int]
    texts: tuple[TextMatter, ...]
    replies: tuple[TextMatter, ...]
    rows: tuple[TableRow, ...]
    unlinked: tuple[UnlinkedShown, ...]
    cursor: int | None


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """The words of a record, in context. ``broken`` says why they could not be found, where they could not."""

    record: str
    words: InContext


@dataclass(frozen=True, slots=True)
class SourceTold:
    """What a source says of itself. ``withdrawn`` says why its bytes are gone, where they are."""

    name: str
    title: str | None
    publisher: str | None
    published: date | None
    known_at: datetime
    uri: str | None
    version: str | None
    status: str
    embargoed: datetime | None
    corrects: str | None
    withdrawn: str | None


@dataclass(frozen=True, slots=True)
class RecordShown:
    """What stands under an id: the matter (null for a statement or a source), the record, the evidence, the history."""

    about: About
    id: str
    matter: dict[str, Any] | None
    record: dict[str, Any] | None
    evidence: tuple[EvidenceShown, ...]
    history: tuple[Event, ...]
    sources: dict[str, SourceTold]


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A source: what it says of itself, why it does not count where it does not, until when it may not be published,
    how many statements and records stand in it, and how many of these nobody has judged."""

    id: str
    source: SourceTold
    out: str | None
    embargoed: datetime | None
    statements: int
    records: int
    left: int


@dataclass(frozen=True, slots=True)
class SourcesShown:
    """A page of sources, the latest known first; ``cursor`` goes into ``after``."""

    about: About
    sources: tuple[SourceShown, ...]
    cursor: int | None


@dataclass(frozen=True, slots=True)
class HitShown:
    """A place that was found: the id of the statement there (else of the source), its words in context, who says it."""

    id: str
    words: InContext
    speaker: str | None
    party: str | None
    act: str | None
    said_on: date | None


@dataclass(frozen=True, slots=True)
class HitsShown:
    """What was found, the best first."""

    about: About
    hits: tuple[HitShown, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class ChangesShown:
    """Entries in their order. ``cursor`` goes into ``after`` for what comes next, also where nothing is there yet."""

    about: About
    changes: tuple[Event, ...]
    cursor: int
    more: bool


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered: the number of the entry and the id it is about."""

    seq: int
    subject: str


@dataclass(frozen=True, slots=True)
class SourceEntered:
    """A source that is kept. ``new`` is false where the docket held it already; ``found`` counts its findings; ``text``
    is the id of the text that it is, where it is one in hand."""

    id: str
    new: bool
    seq: int | None
    title: str | None
    found: dict[str, int]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong and what to do; ``code`` does not change with the wording."""

    code: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Failure:
    """The answer where a request is refused."""

    error: Trouble


ANSWERS = (
    DocketsShown,
    StandingShown,
    MattersShown,
    RecordShown,
    TableShown,
    SourcesShown,
    HitsShown,
    ChangesShown,
    Entered,
    SourceEntered,
    Failure,
)
"""Every answer."""


def shown_standing(about: About, standing: Standing, *, confirmed: bool) -> StandingShown:
    """Where it stands, whole or with what a named person stands behind alone."""
    own = ("quiet", "counts", "public")
    names = [part.name for part in fields(StandingShown) if part.name not in ("about", *own)]
    parts: dict[str, Any] = {
        name: tuple(item for item in getattr(standing, name) if _kept(item, confirmed=confirmed)) for name in names
    }
    public = tuple(plain(item) for item in standing.public if _kept(item, confirmed=confirmed))
    quiet = tuple(_quiet(item) for item in standing.quiet if _kept(item.item, confirmed=confirmed))
    return StandingShown(about, dict(standing.counts), quiet=quiet, public=public, **parts)


def _kept(item: Any, *, confirmed: bool) -> bool:
    backing = getattr(item, "backing", None)
    return not confirmed or backing is None or bool(backing.confirmed)


def _quiet(item: QuietItem) -> QuietShown:
    weeks = tuple(Mentioned(week, party, count) for (week, party), count in item.weeks.items())
    return QuietShown(item.item, weeks, item.last_on, item.last_statement, item.meetings_since)


def shown_matters(about: About, listed: Listed) -> MattersShown:
    """A page of matters."""
    return MattersShown(about, tuple(plain(matter) for matter in listed.matters), listed.cursor)


def shown_record(about: About, shown: Shown) -> RecordShown:
    """One record."""
    return RecordShown(
        about,
        shown.id,
        plain(shown.matter) if shown.matter is not None else None,
        plain(shown.record) if shown.record is not None else None,
        tuple(EvidenceShown(subject, words) for subject, words in shown.evidence),
        shown.history,
        {name: source_told(kept) for name, kept in shown.sources.items()},
    )


def shown_source(item: Received) -> SourceShown:
    """One source."""
    counts = (item.statements, item.records, item.left)
    return SourceShown(item.source, source_told(item.kept), item.out, item.embargoed, *counts)


def source_told(kept: SourceKept) -> SourceTold:
    """What a source says of itself."""
    return SourceTold(
        kept.name,
        kept.title,
        kept.publisher,
        kept.published,
        kept.known,
        kept.uri,
        kept.version,
        kept.status,
        kept.embargoed,
        kept.corrects,
        kept.withdrawn,
    )


def shown_hit(hit: Hit) -> HitShown:
    """One place."""
    said = hit.said
    if said is None:
        return HitShown(hit.id, hit.place, None, None, None, None)
    return HitShown(hit.id, hit.place, said.name, said.party, said.act, said.on)


def plain(value: Any) -> Any:
    """A value of the docket as plain JSON values."""
    return msgspec.to_builtins(value)


def shown_table(about: About, view: TableView, cursor: int | None) -> TableShown:
    """A page of the table."""
    table = view.table
    counts = {standing.value: count for standing, count in table.counts.items()}
    unlinked = tuple(UnlinkedShown(one.reply.id, one.source, one.passages) for one in view.unlinked)
    return TableShown(about, table.count, counts, table.texts, table.replies, table.rows, unlinked, cursor)
