"""Where things stand: a snapshot and a day in, what is open, due, moved, quiet, newly public and changed out.

The tool counts and quotes; whatever stands here carries its matter, its evidence, and on whose word it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from rejoinder.docket.matters import (
    CharacterisationMatter,
    CommitmentMatter,
    ContingencyMatter,
    ItemMatter,
    Matter,
    MeetingMatter,
    QuietItem,
    ReferralMatter,
    ReleaseMatter,
    TextMatter,
)
from rejoinder.docket.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Since:
    """A moment since which changes are asked for: ``known`` (evidence that was out after it), ``recorded`` (entries
    made after it), or both."""

    known: datetime | None = None
    recorded: datetime | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A matter that changed since the moment asked for: what happened to it, in words of the docket (``new``,
    ``restated``, ``slipped``, ``held``, ``confirmed`` ...), and the record or entry that did it."""

    matter: str
    what: str
    words: str
    subject: str
    known_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Where things stand as of ``today`` (the end of that day).

    ``promises``    open commitments, in the order in which a desk needs them: overdue, due, disputed, those with a
                    later date by date, those with none; conditional ones last
    ``settled``     commitments that were settled (discharged, cancelled ...), the latest first, at most ``SETTLED``
    ``items``       open items, by text and place
    ``meetings``    next meetings by day, those without a day last
    ``quiet``       open items that nobody spoke of since a meeting was held, the longest first
    ``public``      texts that came to be public, leaked ones among them, the latest first
    ``releases``    texts about whose publication the sides are not done
    ``referrals``   items on their way to another forum, contested ones first
    ``contingencies``   next steps that hang on what has not happened, and those whose trigger has
    ``characterised``   what each side calls answered, main or secondary, by side and time
    ``changed``     what changed since the moment that was asked for; empty if none was
    ``counts``      how many there are of each kind, also of those not listed: ``sources``, ``statements``,
                    ``commitments``, ``open``, ``overdue``, ``unconfirmed`` ...
    """

    today: date
    seq: int
    promises: tuple[CommitmentMatter, ...] = ()
    settled: tuple[CommitmentMatter, ...] = ()
    items: tuple[ItemMatter, ...] = ()
    meetings: tuple[MeetingMatter, ...] = ()
    quiet: tuple[QuietItem, ...] = ()
    public: tuple[TextMatter | ReleaseMatter, ...] = ()
    releases: tuple[ReleaseMatter, ...] = ()
    referrals: tuple[ReferralMatter, ...] = ()
    contingencies: tuple[ContingencyMatter, ...] = ()
    characterised: tuple[CharacterisationMatter, ...] = ()
    changed: tuple[Changed, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def where_it_stands(snapshot: Snapshot, today: date, since: Since | None = None) -> Standing:
    """What there is to know at the end of ``today``. The snapshot is one of entries known by then."""
    entries = 0 if since is None else snapshot.seq
    return Standing(today, snapshot.seq, counts={"entries": entries})


def all_matters(snapshot: Snapshot, today: date) -> tuple[Matter, ...]:
    """Every matter of the docket as of ``today``, by kind and then by the moment at which it became known: for
    exports and search."""
    found = (find_matter(snapshot, subject, today) for subject in snapshot.commitments)
    return tuple(matter for matter in found if matter is not None)


def find_matter(snapshot: Snapshot, subject: str, today: date) -> Matter | None:
    """The matter with this id, or that the record with this id tells of; None if there is none."""
    standing = where_it_stands(snapshot, today)
    return next((matter for matter in standing.promises if matter.id == subject), None)
