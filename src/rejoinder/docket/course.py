"""The course of a docket: a snapshot and a stretch of days in, what was said, tabled, met about, promised and due in
it out, each as a mark on a line of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rejoinder.docket.commitments import PART as COMMITMENTS
from rejoinder.docket.kept import CommitmentKept, StatementKept
from rejoinder.docket.matters import Backing, CommitmentMatter, Footing, Matter, MeetingMatter, TextMatter
from rejoinder.docket.views import Views
from rejoinder.model import Actor, Interval


class MarkKind(StrEnum):
    """What a mark stands for, the weightiest first: ``due`` the days by which a promise is due, ``promise`` the day on
    which it was made, ``public`` the day on which a text came out."""

    DUE = "due"
    PROMISE = "promise"
    MEETING = "meeting"
    PUBLIC = "public"
    TEXT = "text"
    STATEMENT = "statement"


_WEIGHT = {kind: number for number, kind in enumerate(MarkKind)}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened or is to happen from ``on`` to ``until`` (the same day for most).

    ``parties``  on whose lines it stands; empty where no side is told
    ``state``    the act of a statement, the state of a commitment, meeting or publication, the kind of a text
    ``who``      the speaker, the debtor, whose text it is, who met
    ``subject``  the record whose ``words`` these are, in ``source``; ``matter`` what it tells of
    """

    kind: MarkKind
    on: date
    until: date
    parties: tuple[str, ...]
    state: str
    who: str
    words: str
    subject: str
    source: str
    matter: str
    backing: Backing


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def meets(self, first: date | None, last: date | None) -> bool:
        """Whether any day from ``first`` to ``last`` is in it; an open end is the other end's day."""
        one, other = first or last, last or first
        return one is not None and other is not None and one <= self.last and other >= self.first


def stretch_of(views: Views) -> Stretch | None:
    """From the first day to the last of which anything is told or by which anything is due, None where nothing is."""
    live = views.live
    days = [said.on for said in live.statements.values() if said.source not in live.superseded]
    for part in ("texts", "meetings"):
        records = live.parts[part]
        days += [date.fromordinal(records[name].day) for _, members in live.matters(part) for name in members]
    for _, members in live.matters(COMMITMENTS):
        days += [day for name in members for day in _days_of(live.commitments[name])]
    return Stretch(min(days), max(days)) if days else None


def course_of(views: Views, stretch: Stretch, *, confirmed: bool = False) -> tuple[Mark, ...]:
    """The marks of these days, by day and weight; with ``confirmed`` those alone that a named person stands behind."""
    found = [*_said(views, stretch), *_told(views, stretch)]
    kept = (mark for mark in found if stretch.meets(mark.on, mark.until) and (mark.backing.confirmed or not confirmed))
    return tuple(sorted(kept, key=lambda mark: (mark.on, _WEIGHT[mark.kind], mark.until, mark.subject)))


def _said(views: Views, stretch: Stretch) -> Iterator[Mark]:
    live = views.live
    for subject, said in live.statements.items():
        if stretch.meets(said.on, said.on) and said.source not in live.superseded:
            backing = backing_of_statement(views, subject, said)
            if backing.footing is not Footing.REJECTED:
                parties = tuple(name for name in (said.party or said.name,) if name)
                where = (said.words, subject, said.source, subject)
                yield Mark(MarkKind.STATEMENT, said.on, said.on, parties, said.act, said.name or "", *where, backing)


def backing_of_statement(views: Views, subject: str, said: StatementKept) -> Backing:
    """On whose word a statement stands in the docket."""
    judged = views.live.verdicts.backings.get(subject)
    if judged is not None:
        return judged
    return Backing(Footing.FOUND) if said.by is None else Backing(Footing.ENTERED, said.by)


def _told(views: Views, stretch: Stretch) -> Iterator[Mark]:
    """The marks of matters. Those far from these days are not looked at."""
    live = views.live
    for matter, members in live.matters("texts"):
        days = [date.fromordinal(live.parts["texts"][name].day) for name in members]
        if stretch.meets(min(days), max(days)) or matter in views.releases.of_text:
            yield from _of_text(views.text(matter))
    for matter, members in live.matters("meetings"):
        days = [date.fromordinal(live.parts["meetings"][name].day) for name in members]
        if stretch.meets(min(days), max(days)):
            yield from _of_meeting(views.meeting(matter))
    for matter, members in live.matters(COMMITMENTS):
        days = [day for name in members for day in _days_of(live.commitments[name])]
        if stretch.meets(min(days), max(days)):
            yield from _of_commitment(views.commitment(matter))


def _days_of(kept: CommitmentKept) -> Iterator[date]:
    yield kept.made or kept.known.date()
    yield from (day for day in (kept.earliest, kept.latest) if day is not None)


def _of_text(text: TextMatter) -> Iterator[Mark]:
    days = text.handed_over or text.published or Interval.day(text.reports[0].known_at.date())
    title = text.titles[0] if text.titles else text.words
    who = text.by.name if text.by else ""
    yield _mark(MarkKind.TEXT, days, [text.by], (text.text_kind.value, who, title), text)
    if text.publication is not None and text.public_on is not None:
        out = Interval.day(text.public_on)
        yield _mark(MarkKind.PUBLIC, out, [text.by], (text.publication.value, who, title), text)


def _of_meeting(meeting: MeetingMatter) -> Iterator[Mark]:
    if meeting.when is not None:
        who = ", ".join(actor.name for actor in meeting.participants)
        where = ", ".join(part for part in (meeting.forum, meeting.place) if part)
        told = (meeting.status.value, who, where or meeting.words)
        yield _mark(MarkKind.MEETING, meeting.when, meeting.participants, told, meeting)


def _of_commitment(promise: CommitmentMatter) -> Iterator[Mark]:
    made = promise.made_on or Interval.day(promise.reports[0].known_at.date())
    told = (promise.state.value, promise.debtor.name, promise.action.exact)
    yield _mark(MarkKind.PROMISE, made, [promise.debtor], told, promise)
    if promise.due is not None:
        yield _mark(MarkKind.DUE, promise.due.reckoned, [promise.debtor], told, promise)


Told = tuple[str, str, str]
"""The state of a mark, who it is of, and its words."""


def _mark(kind: MarkKind, days: Interval, actors: Iterable[Actor | None], told: Told, matter: Matter) -> Mark:
    report = matter.reports[0]
    first = days.earliest or days.latest or report.known_at.date()
    # Of what lasts until nobody knows when, or began so, the day that is told is shown.
    last = max(first, days.latest or first)
    parties = tuple(dict.fromkeys(actor.party or actor.name for actor in actors if actor is not None))
    state, who, words = told
    where = (report.subject, report.source, matter.id)
    return Mark(kind, first, last, parties, state, who, words, *where, matter.backing)
