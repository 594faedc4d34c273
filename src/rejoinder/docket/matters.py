"""What a docket is about: matters, each told by one or more records, as the pages and commands show them. Read this
first of the package.

A matter is one commitment with its many utterances, one meeting, text, item, referral, release, contingency,
characterisation or answer. Its ``id`` is the subject of its earliest record; the subjects of all its records lead to
it. Views make these types from a ``Snapshot``; nothing here is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rejoinder.model import (
    Actor,
    Consent,
    Disposition,
    Due,
    Interval,
    ItemPlace,
    Link,
    MeetingStatus,
    Passage,
    Publication,
    Relation,
    ReplyKind,
    Standing,
    TextKind,
)


class MatterKind(StrEnum):
    """The kinds of matters. An item is a part of a text."""

    COMMITMENT = "commitment"
    CONTINGENCY = "contingency"
    MEETING = "meeting"
    TEXT = "text"
    ITEM = "item"
    REFERRAL = "referral"
    RELEASE = "release"
    CHARACTERISATION = "characterisation"
    ANSWER = "answer"


class Footing(StrEnum):
    """On whose word a record stands: ``found`` by the machine and judged by nobody, ``entered`` by a person by hand,
    ``confirmed`` or ``amended`` by a named person, ``unsure`` where that person could not tell, ``rejected``."""

    FOUND = "found"
    ENTERED = "entered"
    CONFIRMED = "confirmed"
    AMENDED = "amended"
    UNSURE = "unsure"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Backing:
    """Who stands behind a record: the footing, the person (None for what the machine found), when and why."""

    footing: Footing
    by: str | None = None
    at: datetime | None = None
    reason: str | None = None

    @property
    def confirmed(self) -> bool:
        """Whether a named person stands behind it."""
        return self.footing in (Footing.ENTERED, Footing.CONFIRMED, Footing.AMENDED)


@dataclass(frozen=True, slots=True)
class Report:
    """One record that tells of a matter.

    ``subject``      the id of the record
    ``source``       the id of the source it stands in, empty for a record entered without one
    ``passage``      the words it rests on
    ``known_at``     when they were out
    ``reported_by``  who says so, as far as the story names them; empty where it tells it in its own voice
    ``embargoed``    until when its source may not be published, or None
    ``out``          why it no longer counts ("a later version of the source took its place", "the source was
                     killed", "rejected"), or None while it does
    """

    subject: str
    source: str
    passage: Passage
    known_at: datetime
    reported_by: tuple[str, ...]
    backing: Backing
    embargoed: datetime | None = None
    out: str | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """What all matters have.

    ``reports``   the records that tell of it, in the order in which they became known; never empty
    ``backing``   that of the record on the firmest footing: one that is confirmed confirms the matter
    """

    id: str
    kind: MatterKind
    reports: tuple[Report, ...]
    backing: Backing

    @property
    def words(self) -> str:
        """The words of its first record that counts, else of its first."""
        counting = (report for report in self.reports if report.out is None)
        return next(counting, self.reports[0]).passage.exact


class CommitmentState(StrEnum):
    """Where a commitment stands; computed, never stored. ``active`` is open with no date or a later one, ``due`` open
    while the days by which it is promised run, ``overdue`` open when the latest reading of them has passed."""

    CONDITIONAL = "conditional"
    ACTIVE = "active"
    DUE = "due"
    OVERDUE = "overdue"
    DISCHARGED = "discharged"
    DISCHARGED_LATE = "discharged late"
    PART_DISCHARGED = "part discharged"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    RELEASED = "released"
    DISPUTED = "disputed"

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self in _OPEN


_OPEN = frozenset(
    [
        CommitmentState.CONDITIONAL,
        CommitmentState.ACTIVE,
        CommitmentState.DUE,
        CommitmentState.OVERDUE,
        CommitmentState.PART_DISCHARGED,
        CommitmentState.DISPUTED,
    ]
)


class Change(StrEnum):
    """What a date, as it is said anew, does to the one before: nothing (``restated``), it names fewer days within it
    (``narrowed``), later days (``extended`` by a person's link, ``slipped`` otherwise), earlier ones (``advanced``)."""

    FIRST = "first"
    RESTATED = "restated"
    NARROWED = "narrowed"
    EXTENDED = "extended"
    SLIPPED = "slipped"
    ADVANCED = "advanced"


@dataclass(frozen=True, slots=True)
class DueSaid:
    """By when, as one utterance has it: the words and days, the days as they are reckoned here (working days of the
    countries, zones), when it was said and what that changed."""

    due: Due
    reckoned: Interval
    said_on: date | None
    known_at: datetime
    subject: str
    change: Change


@dataclass(frozen=True, slots=True)
class Utterance:
    """One telling of a commitment, in its words.

    ``speakers``  who utters it, ``via`` through whom, ``venue`` where: from the statements it stands in; where none of
                  these is by somebody with a name or a side, who reports it
    """

    report: Report
    debtor: Actor
    creditor: Actor | None
    action: Passage
    condition: Passage | None
    made_on: Interval | None
    due: Due | None
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    venue: str | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """What ends or changes a commitment: how, by which record (a text, a meeting), on which day, on whose word
    (``backing``) and why. A suggestion of the machine is ``found``."""

    relation: Relation
    by_record: str
    on: date | None
    backing: Backing
    reason: str

    @property
    def suggested(self) -> bool:
        """Whether only the machine says so."""
        return not self.backing.confirmed


@dataclass(frozen=True, slots=True)
class CommitmentMatter(Matter):
    """One commitment.

    ``utterances``  in the order of knowledge
    ``dues``        the dates as said over time, in the order of knowledge; the one that runs
                    longest holds (``due``)
    ``state``       with its ``reason`` in a sentence and the day ``since`` which it is so, where there is one
    ``settled``     what discharges, cancels or releases it, also if only suggested
    ``detached``    what made its condition happen, or None
    ``differs``     in what the reports differ: ``creditor``, ``due``, ``condition``
    """

    debtor: Actor
    creditor: Actor | None
    action: Passage
    condition: Passage | None
    made_on: Interval | None
    utterances: tuple[Utterance, ...]
    dues: tuple[DueSaid, ...]
    state: CommitmentState
    reason: str
    since: date | None
    settled: Settlement | None
    detached: Settlement | None
    differs: tuple[str, ...]

    @property
    def due(self) -> DueSaid | None:
        """The date that holds: of all that were said the one that runs longest, so that nothing is overdue before its
        latest reading has passed. None if none was said."""
        return max(self.dues, key=lambda said: (said.reckoned.latest or date.max, said.known_at), default=None)


@dataclass(frozen=True, slots=True)
class MeetingSaid:
    """The days and the status of a meeting as one record has them."""

    when: Interval | None
    status: MeetingStatus
    known_at: datetime
    subject: str
    change: Change


@dataclass(frozen=True, slots=True)
class MeetingMatter(Matter):
    """One meeting. ``said`` are its days and status over time, old days kept; ``when`` and ``status`` what holds;
    ``slipped`` how often its days were moved."""

    participants: tuple[Actor, ...]
    place: str | None
    forum: str | None
    when: Interval | None
    status: MeetingStatus
    said: tuple[MeetingSaid, ...]
    slipped: int


@dataclass(frozen=True, slots=True)
class TextMatter(Matter):
    """One text. ``handed_over`` and ``published`` are days as told; ``titles`` what it is called, by first mention;
    ``items`` the ids of its items; ``answers`` and ``answered_by`` the ids of texts; ``supersedes`` of the earlier
    version; ``publication`` how it has come to be known, with the day ``public_on``; ``in_hand`` the ids of the records
    whose source is the text itself."""

    by: Actor | None
    to: tuple[Actor, ...]
    text_kind: TextKind
    titles: tuple[str, ...]
    handed_over: Interval | None
    published: Interval | None
    items: tuple[str, ...]
    answers: tuple[str, ...]
    answered_by: tuple[str, ...]
    supersedes: str | None
    superseded_by: str | None
    publication: Publication | None
    public_on: date | None
    in_hand: tuple[str, ...] = ()


class ItemState(StrEnum):
    """Where an item stands: what last happened to it."""

    TABLED = "tabled"
    AMENDED = "amended"
    ANSWERED = "answered"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    AGREED = "agreed ad referendum"


@dataclass(frozen=True, slots=True)
class ItemEvent:
    """One event in the life of an item: what, on which day, by which record, on whose word."""

    state: ItemState
    on: date | None
    subject: str
    backing: Backing


@dataclass(frozen=True, slots=True)
class Worded:
    """A wording of an item: its words, and those of it that stand elsewhere in its text (``further``); the record of
    which text it is, as it is called there (``name``), whether that text is in hand, and from which day it is."""

    passage: Passage
    further: tuple[Passage, ...]
    source: str
    text: str
    name: str | None
    in_hand: bool
    on: date | None


@dataclass(frozen=True, slots=True)
class ItemMatter(Matter):
    """One item of a text: its wordings over time, its life, and who tabled it. ``place`` is where it stands in the
    latest version that is in hand, None where none is; ``answers`` the ids of what replies in hand do with it."""

    text: str
    by: Actor | None
    wordings: tuple[Passage, ...]
    life: tuple[ItemEvent, ...]
    state: ItemState
    since: date | None
    place: ItemPlace | None = None
    answers: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still waits for an answer or an agreement."""
        return self.state not in (ItemState.WITHDRAWN, ItemState.AGREED, ItemState.ANSWERED)


@dataclass(frozen=True, slots=True)
class ReferralMatter(Matter):
    """An item that is moved from a forum to another. ``contested``: the side that tabled it does not agree, or two
    reports differ about that."""

    what: Passage | None
    origin: str | None
    destination: str | None
    by: Actor | None
    tabler_agrees: bool | None
    contested: bool


@dataclass(frozen=True, slots=True)
class ConsentSaid:
    """Where consent stood, and how public the text was, as one record has it."""

    state: Consent
    publication: Publication | None
    known_at: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class ReleaseMatter(Matter):
    """Whether a text may be public: consent over time, and how it came out. ``text`` is the id of the text, or None
    where none is found; ``public_on`` the day on which it was first known to be out."""

    of: Passage | None
    text: str | None
    wanted_by: Actor | None
    consent_of: Actor | None
    state: Consent
    publication: Publication | None
    public_on: date | None
    said: tuple[ConsentSaid, ...]


@dataclass(frozen=True, slots=True)
class ContingencyMatter(Matter):
    """A next step that hangs on something, and what made its trigger happen, if anything did."""

    trigger: Passage
    step: Passage
    actors: tuple[Actor, ...]
    decider: Actor | None
    happened: Settlement | None


@dataclass(frozen=True, slots=True)
class CharacterisationMatter(Matter):
    """What a side says of an item or text, in its own words. ``about`` is the id of the text or item, or None."""

    standing: Standing
    by: Actor | None
    of: Passage | None
    quoted: Passage
    about: str | None


@dataclass(frozen=True, slots=True)
class AnswerMatter(Matter):
    """What a reply in hand does with one item. ``item``, ``text`` and ``reply`` are ids of matters; ``by`` whose the
    reply is, ``on`` when it was handed over; ``wording`` the item's words in the version that was answered, which
    stand in the source ``tabled_in``; ``links`` the passages of the reply, ``reply_kind`` what kind of reply it is."""

    item: str
    text: str
    reply: str
    by: Actor | None
    on: Interval | None
    disposition: Disposition
    links: tuple[Link, ...]
    wording: Passage
    tabled_in: str
    reason: str
    reply_kind: ReplyKind


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post as one person is told to hold it, from the first mention to the last; a later holder of the same post
    of the same party is a change."""

    party: str | None
    post: str
    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class QuietItem:
    """An item with its mentions, counted and not characterised.

    ``weeks``           (ISO week such as ``2022-W04``, party) -> statements of that side that speak of it
    ``last_on``         the day on which it was last spoken of, or None
    ``last_statement``  the id of that statement
    ``meetings_since``  meetings of the side that tabled it that were held after that day, at none of which it was
                        spoken of ("0 of 3 meetings since")
    """

    item: ItemMatter
    weeks: Mapping[tuple[str, str], int]
    last_on: date | None
    last_statement: str | None
    meetings_since: int
