"""What a docket is made of: sources as received, and entries that are only ever added.

Every entry has three times: ``happened`` (when the thing took place, days), ``known_at`` (when its evidence was out)
and ``recorded_at`` (when it was entered). Nothing is updated or deleted; what is decided later is a further entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rejoinder.model.days import Interval
from rejoinder.model.passages import Passage


class EntryKind(StrEnum):
    """The kinds of entries.

    ``source`` something was received; ``withdrawal`` its bytes were lawfully withdrawn, its digest stays;
    ``finding`` what the machine found in it; ``record`` what a person enters by hand; ``judgement`` what a named
    person decides about a finding or record; ``link`` what a person ties together (a discharge, an answer).
    """

    SOURCE = "source"
    WITHDRAWAL = "withdrawal"
    FINDING = "finding"
    RECORD = "record"
    JUDGEMENT = "judgement"
    LINK = "link"


class RecordKind(StrEnum):
    """The kinds of records that a finding or a person's record may hold."""

    STATEMENT = "statement"
    COMMITMENT = "commitment"
    CONTINGENCY = "contingency"
    MEETING = "meeting"
    TEXT = "text"
    REFERRAL = "referral"
    RELEASE = "release"
    CHARACTERISATION = "characterisation"
    ANSWER = "answer"


class Decision(StrEnum):
    """What a named person decides: ``undo`` takes back the judgement that the entry supersedes."""

    CONFIRM = "confirm"
    AMEND = "amend"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    UNSURE = "unsure"
    UNDO = "undo"


class Relation(StrEnum):
    """How one record bears on another, as a person ties them: the subject of the link does it to its object.

    ``discharges``, ``partly_discharges`` a commitment; ``detaches`` a conditional one, whose condition happened;
    ``extends`` its due date; ``cancels`` by the debtor, ``releases`` by the creditor; ``answers`` a text or an item;
    ``supersedes`` an earlier text or meeting date; ``withdraws``, ``agrees`` (ad referendum) an item.
    """

    DISCHARGES = "discharges"
    PARTLY_DISCHARGES = "partly discharges"
    DETACHES = "detaches"
    EXTENDS = "extends"
    CANCELS = "cancels"
    RELEASES = "releases"
    ANSWERS = "answers"
    SUPERSEDES = "supersedes"
    WITHDRAWS = "withdraws"
    AGREES = "agrees"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a source: ``source`` is its id (``sha256:...``)."""

    source: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry before it is entered.

    ``subject``      the id of what it is about: a source's, or a record's
    ``happened``     the days on which the thing took place, or None
    ``known_at``     the moment at which its evidence was out (with its zone)
    ``payload``      what it says, as canonical JSON; its shape goes with the kind (``docket.payloads``)
    ``produced_by``  the digests of what made it (tagger, program), empty for a person's entry
    ``supersedes``   the number of the entry that it takes the place of, or None
    """

    kind: EntryKind
    subject: str
    happened: Interval | None
    known_at: datetime
    recorded_by: str
    payload: str
    evidence: tuple[Evidence, ...] = ()
    produced_by: str = ""
    supersedes: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands in a docket: a ``NewEntry`` with its number (1 is the first), the moment at which it was
    entered, and its place in the chain: ``hash`` is over all else that it holds, the hash before it included."""

    docket: str
    seq: int
    entered: NewEntry
    recorded_at: datetime
    prev_hash: str
    hash: str
