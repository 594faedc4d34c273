"""What of a docket may be public: a desk and a docket in, the matters that may be and those that may not, with why.

A record may be public if a named person stands behind it and it rests on a source that is published: one that names
its publisher and a day of publication that has come, that is usable, under no embargo, and neither killed, withdrawn
nor superseded. The docket is folded anew from these records alone, so that nothing else, such as an unconfirmed
record, a note or the name of a person who judged, shows through a state or a date. What only the machine suggests (a
discharge) and texts to whose publication the other side has not consented are left out after that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from rejoinder.desk.desk import Desk
from rejoinder.desk.dockets import title_of
from rejoinder.desk.permission import Deed, ask
from rejoinder.desk.snapshots import snapshot_as_of
from rejoinder.docket import Views, fold
from rejoinder.docket.kept import RecordKept, SourceKept, StatementKept
from rejoinder.docket.matters import CommitmentMatter, ContingencyMatter, Matter
from rejoinder.docket.sources import embargo_of
from rejoinder.model import Consent, Entry, EntryKind

UNCONFIRMED = "found, not confirmed by anybody"
NO_SOURCE = "entered by hand, without a source that others can read"
UNPUBLISHED = "its source names no publisher or no day of publication"
NOT_YET = "its source is not published yet"
EMBARGOED = "its source is under embargo until {until}"
UNUSABLE = "its source was withheld or canceled by its publisher"
WITHDRAWN = "its source was withdrawn"
SUGGESTED = "its state rests on what the machine suggests: tie or reject that first"
NOT_RELEASED = "its publication needs a consent that is not told to be given"
GIST_ONLY = "consent is told to be given for its gist only"
_USABLE = "usable"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A matter that is not public, in its words, and why."""

    matter: Matter
    why: str


@dataclass(frozen=True, slots=True)
class Public:
    """What of a docket may be public as of ``day``: matters by kind and time, made of public records alone, with
    their ``sources``; and what is left out. ``partly`` counts matters of which some records are left out."""

    docket: str
    title: str
    day: date
    matters: tuple[Matter, ...]
    sources: Mapping[str, SourceKept]
    left_out: tuple[LeftOut, ...]
    partly: int


def choose_public(desk: Desk, docket: str, also: frozenset[str] = frozenset()) -> Public:
    """What may be public today. ``also`` are ids of sources that the person vouches for as published, though they do
    not say so themselves; an embargo or a kill holds for them too."""
    ask(desk, Deed.PUBLISH, docket)
    snapshot = snapshot_as_of(desk, docket)
    whole = Views(snapshot, desk.today)
    hidden = _Hidden(whole, desk.clock(), also)
    entries = (entry for entry in desk.ledger.entries(docket) if hidden.lets_through(entry))
    views = Views(fold(entries), desk.today)
    unreleased = _find_unreleased(whole)
    shown: list[Matter] = []
    held: dict[str, str] = {}
    for matter in views.all():
        why = _why_held(matter, unreleased)
        if why is None:
            shown.append(matter)
        else:
            held.update(dict.fromkeys(_subjects(matter), why))
    out = {subject for matter in shown for subject in _subjects(matter)}
    left, partly = _left_out(whole, hidden, held, out)
    told = {report.source for matter in shown for report in matter.reports}
    sources = {name: kept for name, kept in views.snapshot.sources.items() if name in told}
    return Public(docket, title_of(desk, docket), desk.today, tuple(shown), sources, tuple(left), partly)


@dataclass
class _Hidden:
    """Why sources and records are not public."""

    views: Views
    now: datetime
    also: frozenset[str]
    sources: dict[str, str | None] = field(default_factory=dict)

    def why_source(self, source: str) -> str | None:
        """Why a source is not public, or None if it is."""
        if source not in self.sources:
            kept = self.views.snapshot.sources.get(source)
            self.sources[source] = NO_SOURCE if kept is None else self._why(source, kept)
        return self.sources[source]

    def _why(self, source: str, kept: SourceKept) -> str | None:
        until = embargo_of(kept, self.now)
        if source in self.views.live.superseded:
            return self.views.live.superseded[source]
        if kept.withdrawn is not None:
            return WITHDRAWN
        if kept.status != _USABLE:
            return UNUSABLE
        if until is not None:
            return EMBARGOED.format(until=until.isoformat())
        if source not in self.also and (kept.publisher is None or kept.published is None):
            return UNPUBLISHED
        return NOT_YET if kept.published is not None and kept.published > self.now.date() else None

    def why_record(self, subject: str) -> str | None:
        """Why a record is not public, or None if it is. The part of a text stands and falls with the text."""
        live = self.views.live
        item = live.items.get(subject)
        answer = live.answers.get(subject)
        if answer is not None:
            # It quotes both texts: nothing of it is public unless they are.
            whys = [self.why_record(text) for text in (answer.text, answer.reply)]
            hidden = next((why for why in whys if why is not None), None)
            if hidden is not None:
                return hidden
        kept: RecordKept | StatementKept | None = live.kept(subject) or live.snapshot.statements.get(subject)
        if kept is None:
            return UNCONFIRMED
        judged = live.verdicts.backings.get(subject) or (live.verdicts.backings.get(item.text) if item else None)
        confirmed = judged.confirmed if judged is not None else kept.by is not None
        return self.why_source(kept.source) if confirmed else UNCONFIRMED

    def lets_through(self, entry: Entry) -> bool:
        """Whether an entry is one of those that the public docket is folded from."""
        entered = entry.entered
        if entered.kind is EntryKind.SOURCE:
            return self.why_source(entered.subject) is None
        if self.why_record(entered.subject) is not None:
            return False
        snapshot = self.views.snapshot
        if entry.seq in snapshot.judgements:
            return all(self.why_record(other) is None for other in snapshot.judgements[entry.seq].others)
        return entry.seq not in snapshot.links or self.why_record(snapshot.links[entry.seq].object) is None


def _find_unreleased(views: Views) -> dict[str, str]:
    """The records of texts that are not to be public, and those of their items; whether anybody has confirmed so or
    not: here a doubt keeps a text in."""
    found: dict[str, str] = {}
    for name, _ in views.live.matters("releases"):
        release = views.releases.view(name)
        if release.publication is not None or release.state is Consent.GRANTED or release.text is None:
            continue
        texts = set(views.live.everyone("texts", release.text))
        gist = release.state is Consent.GRANTED_GIST_ONLY
        why = GIST_ONLY if gist else NOT_RELEASED
        items = (name for name, item in views.live.items.items() if item.text in texts)
        found.update(dict.fromkeys(items, why))
        answers = (name for name, kept in views.live.answers.items() if not texts.isdisjoint((kept.text, kept.reply)))
        found.update(dict.fromkeys(answers, why))
        found.update({} if gist else dict.fromkeys(texts, NOT_RELEASED))
    return found


def _why_held(matter: Matter, unreleased: Mapping[str, str]) -> str | None:
    why = next((unreleased[subject] for subject in _subjects(matter) if subject in unreleased), None)
    if why is not None:
        return why
    if isinstance(matter, CommitmentMatter):
        ties = (matter.settled, matter.detached)
    else:
        ties = (matter.happened, None) if isinstance(matter, ContingencyMatter) else (None, None)
    suggested = any(tie is not None and tie.suggested for tie in ties)
    return SUGGESTED if suggested else None


def _subjects(matter: Matter) -> Iterator[str]:
    return (report.subject for report in matter.reports)


def _left_out(whole: Views, hidden: _Hidden, held: Mapping[str, str], out: set[str]) -> tuple[list[LeftOut], int]:
    """The matters of the whole docket of which no record is public, and how many of the others lack a record."""
    left: list[LeftOut] = []
    partly = 0
    for matter in whole.all():
        subjects = list(_subjects(matter))
        if out.isdisjoint(subjects):
            reasons = [held.get(subject) or hidden.why_record(subject) for subject in subjects]
            why = next((reason for reason in reasons if reason not in (None, UNCONFIRMED)), UNCONFIRMED)
            left.append(LeftOut(matter, why or UNCONFIRMED))
        elif not out.issuperset(subjects):
            partly += 1
    return left, partly
